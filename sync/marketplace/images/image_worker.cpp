// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/images/image_worker.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QProcess>
#include <QProcessEnvironment>

#include <algorithm>

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
namespace
{

constexpr int startMs = 5'000;
/// How often the size of what has come is looked at.
constexpr int lookMs = 20;

/// Never looked up along PATH.
QString programOf(const ImageWorkerOptions& options)
{
    if (!options.program.isEmpty())
        return options.program;
#ifdef Q_OS_WIN
    const QString name = u"belanjain-image-worker.exe"_s;
#else
    const QString name = u"belanjain-image-worker"_s;
#endif
    return QCoreApplication::applicationDirPath() + u'/' + name;
}

QStringList argumentsOf(const ImageWorkerOptions& options)
{
    return options.arguments.isEmpty() ? QStringList{QString::number(options.memoryMiB), QString::number(options.cpuSeconds)}
                                       : options.arguments;
}

/// What finding libraries may need, and none of the secrets that a server's environment holds.
QProcessEnvironment bareEnvironment()
{
    const QProcessEnvironment all = QProcessEnvironment::systemEnvironment();
    QProcessEnvironment some;
    for (const QString& name : {u"LD_LIBRARY_PATH"_s, u"DYLD_LIBRARY_PATH"_s, u"QT_PLUGIN_PATH"_s, u"PATH"_s,
                                u"SystemRoot"_s, u"ASAN_OPTIONS"_s, u"TSAN_OPTIONS"_s}) {
        if (all.contains(name))
            some.insert(name, all.value(name));
    }
    return some;
}

tl::unexpected<ImageWorkerError> blameThePicture(const QString& text)
{
    return tl::unexpected(ImageWorkerError{true, text});
}

tl::unexpected<ImageWorkerError> blameTheWorker(const QString& text)
{
    return tl::unexpected(ImageWorkerError{false, text});
}

} // namespace

tl::expected<RecodedImage, ImageWorkerError> recodeInWorker(const ImageWorkerOptions& options,
                                                            const QByteArray& bytes)
{
    QProcess process;
    process.setProgram(programOf(options));
    process.setArguments(argumentsOf(options));
    process.setProcessEnvironment(bareEnvironment());
    process.setWorkingDirectory(QDir::rootPath());
    process.setStandardErrorFile(QProcess::nullDevice());
    const QDeadlineTimer deadline(options.timeoutMs);
    process.start(QIODevice::ReadWrite);
    if (!process.waitForStarted(startMs))
        return blameTheWorker(u"the image worker does not start: "_s + process.errorString());
    process.write(bytes);
    process.closeWriteChannel();
    const auto isTooMuch = [&] { return process.bytesAvailable() > maxRecodedBytes; };
    while (process.state() != QProcess::NotRunning && !deadline.hasExpired() && !isTooMuch())
        process.waitForFinished(int(std::min<qint64>(lookMs, deadline.remainingTime())));
    if (process.state() != QProcess::NotRunning) {
        process.kill();
        process.waitForFinished();
        return blameThePicture(u"the image worker took too long or gave too much"_s);
    }
    if (process.exitStatus() == QProcess::CrashExit)
        return blameThePicture(u"the image worker crashed, or needed more than its limits"_s);
    if (process.exitCode() == workerIsBroken)
        return blameTheWorker(u"the image worker cannot work on this computer"_s);
    if (process.exitCode() != 0)
        return blameThePicture(u"the image worker ended with %1"_s.arg(process.exitCode()));
    auto image = fromWire(process.readAllStandardOutput());
    if (!image)
        return blameThePicture(u"the image worker gave no picture"_s);
    return std::move(*image);
}

} // namespace belanjain::marketplace
