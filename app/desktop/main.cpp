// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop.h"
#include "options.h"
#include "tour/story.h"

#include <QApplication>
#include <QTemporaryDir>

#include <cstdio>

using namespace belanjain;
using namespace Qt::StringLiterals;

namespace
{

int runTour(QApplication& application, app::Options options)
{
    // A tour never touches what the person who started it keeps on this computer.
    const QTemporaryDir dataDir;
    options.dataDir = dataDir.path();
    options.language = options.language.value_or(Language::Indonesian);
    options.dark = options.dark.value_or(false);
    app::Desktop desktop(application, options);
    app::Story story(desktop, options.tourDir);
    QObject::connect(&story, &app::Story::finished, &application,
                     [](int failures) { QCoreApplication::exit(failures == 0 ? 0 : 1); });
    desktop.start();
    story.start();
    return QApplication::exec();
}

} // namespace

int main(int argc, char* argv[])
{
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"Belanjain"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(BELANJAIN_VERSION));

    const auto options = app::parseOptions(application.arguments());
    if (!options) {
        std::fputs(qPrintable(options.error().text.trimmed() + u'\n'), options.error().exitCode == 0 ? stdout : stderr);
        return options.error().exitCode;
    }
    if (!options->tourDir.isEmpty())
        return runTour(application, *options);
    app::Desktop desktop(application, *options);
    desktop.start();
    return QApplication::exec();
}
