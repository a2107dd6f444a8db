// SPDX-License-Identifier: GPL-3.0-or-later
// Runs one harness without libFuzzer: every file of its corpus, then inputs made from them by chance that
// repeats.
//   fuzz_NAME [--mutations N] [--seed N] FILE|FOLDER ...
// What breaks a promise, crashes or takes over half a minute is left in fuzz_NAME.found.
#include "fuzz/harness.h"
#include "support/fake_time.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <csignal>
#include <cstring>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace belanjain;
using namespace Qt::StringLiterals;

namespace {

// What a signal handler may reach.
const char* underWay = nullptr;
std::size_t underWaySize = 0;
char foundFile[4096] = {};

extern "C" void onSignal(int number)
{
    std::signal(number, SIG_DFL);
    if (std::FILE* file = std::fopen(foundFile, "wb")) {
        std::fwrite(underWay, 1, underWaySize, file);
        std::fclose(file);
        std::fprintf(stderr, "signal %d; the input is in %s\n", number, foundFile);
    }
    std::raise(number);
}

void run(const QByteArray& bytes)
{
    // On the heap and of its exact size, so that a sanitizer sees what is read beyond.
    const std::unique_ptr<std::uint8_t[]> copy(new std::uint8_t[std::size_t(bytes.size()) + 1]);
    std::memcpy(copy.get(), bytes.constData(), std::size_t(bytes.size()));
    underWay = bytes.constData();
    underWaySize = std::size_t(bytes.size());
#ifdef Q_OS_UNIX
    alarm(30);
#endif
    LLVMFuzzerTestOneInput(copy.get(), std::size_t(bytes.size()));
}

QByteArray mutated(QByteArray bytes, const QList<QByteArray>& corpus, testing::SeededRandom& random)
{
    const auto below = [&](qsizetype bound) {
        return bound > 0 ? qsizetype(random.below(quint64(bound))) : 0;
    };
    for (qsizetype changes = 1 + below(6); changes > 0; --changes) {
        const qsizetype at = below(bytes.size());
        switch (random.below(8)) {
        case 0:
            if (!bytes.isEmpty())
                bytes[at] = char(bytes[at] ^ (1 << random.below(8)));
            break;
        case 1:
            if (!bytes.isEmpty())
                bytes[at] = char(random.below(256));
            break;
        case 2:
            bytes.insert(at, char(random.below(256)));
            break;
        case 3:
            bytes.remove(at, 1 + below(8));
            break;
        case 4:
            bytes.insert(below(bytes.size() + 1),
                         bytes.sliced(at, below(std::min<qsizetype>(64, bytes.size() - at) + 1)));
            break;
        case 5:
            bytes.truncate(at);
            break;
        case 6: {
            const QByteArray& other = corpus.at(below(corpus.size()));
            bytes = bytes.first(at) + other.sliced(below(other.size() + 1));
            break;
        }
        case 7: {
            static constexpr char marked[] = {'\0', '\xFF', '\x7F', '\x80', '"', ',',
                                              '\r', '\n',   '-',    '9',    '{', ']'};
            bytes.insert(at, QByteArray(1 + below(4), marked[below(sizeof marked)]));
            break;
        }
        }
    }
    return bytes.first(std::min<qsizetype>(bytes.size(), 4096));
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    QStringList args = app.arguments().mid(1);
    const auto option = [&args](const QString& name) {
        const qsizetype at = args.indexOf(name);
        if (at < 0)
            return quint64(0);
        const quint64 value = args.value(at + 1).toULongLong();
        args.remove(at, std::min<qsizetype>(2, args.size() - at));
        return value;
    };
    const quint64 mutations = option(u"--mutations"_s);
    testing::SeededRandom random(option(u"--seed"_s));

    QStringList files;
    for (const QString& arg : std::as_const(args)) {
        if (!QFileInfo(arg).isDir()) {
            files << arg;
            continue;
        }
        const QStringList names = QDir(arg).entryList(QDir::Files, QDir::Name);
        for (const QString& name : names)
            files << QDir(arg).filePath(name);
    }
    QList<QByteArray> corpus;
    for (const QString& name : std::as_const(files)) {
        QFile file(name);
        if (!file.open(QIODevice::ReadOnly)) {
            std::fprintf(stderr, "%s cannot be read\n", qPrintable(name));
            return 2;
        }
        corpus << file.readAll();
    }
    if (corpus.isEmpty()) {
        std::fprintf(stderr, "usage: %s [--mutations N] [--seed N] FILE|FOLDER ...\n", argv[0]);
        return 2;
    }

    const QByteArray found = QFile::encodeName(QFileInfo(app.applicationFilePath()).fileName() + u".found"_s);
    std::strncpy(foundFile, found.constData(), sizeof foundFile - 1);
    for (const int number : {SIGABRT, SIGSEGV, SIGFPE, SIGILL
#ifdef Q_OS_UNIX
                             ,
                             SIGBUS, SIGALRM
#endif
         })
        std::signal(number, onSignal);

    for (const QByteArray& bytes : std::as_const(corpus))
        run(bytes);
    for (quint64 i = 0; i < mutations; ++i)
        run(mutated(corpus.at(qsizetype(random.below(quint64(corpus.size())))), corpus, random));
    std::printf("%lld files and %llu inputs made from them\n", static_cast<long long>(corpus.size()),
                static_cast<unsigned long long>(mutations));
    return 0;
}
