// SPDX-License-Identifier: GPL-3.0-or-later
#include "options.h"

#include "shell/welcome.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QStandardPaths>

namespace belanjain::app
{
using namespace Qt::StringLiterals;

tl::expected<Options, UsageEnd> parseOptions(const QStringList& arguments)
{
    const QCommandLineOption dataDir(u"data-dir"_s, u"Keep all data in DIR."_s, u"DIR"_s);
    const QCommandLineOption demo(u"demo"_s, u"Host the sample marketplace and open its store."_s);
    const QCommandLineOption tour(u"tour"_s, u"Work through the story, save a picture of every step in DIR, and end."_s, u"DIR"_s);
    const QCommandLineOption marketplace(u"marketplace"_s, u"Connect to the marketplace at URL."_s, u"URL"_s);
    const QCommandLineOption offline(u"offline"_s, u"Start working offline."_s);
    const QCommandLineOption store(u"store"_s, u"Start in store mode: full screen, for customers to touch."_s);
    const QCommandLineOption passphrase(u"passphrase-file"_s, u"Where there is no keychain, seal secrets in a file with the passphrase in FILE."_s, u"FILE"_s);
    const QCommandLineOption language(u"language"_s, u"id or en."_s, u"LANGUAGE"_s);
    const QCommandLineOption look(u"theme"_s, u"light or dark."_s, u"THEME"_s);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"A back office for sellers with the marketplace built in."_s);
    parser.addOptions({dataDir, demo, tour, marketplace, offline, store, passphrase, language, look});
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();

    const auto mistake = [](const QString& text) {
        return tl::unexpected(UsageEnd{u"belanjain: "_s + text + u" (--help lists the options)"_s, 2});
    };
    if (!parser.parse(arguments))
        return mistake(parser.errorText());
    if (parser.isSet(help))
        return tl::unexpected(UsageEnd{parser.helpText(), 0});
    if (parser.isSet(version))
        return tl::unexpected(UsageEnd{u"belanjain "_s + QCoreApplication::applicationVersion(), 0});
    if (!parser.positionalArguments().isEmpty())
        return mistake(u"unexpected argument '%1'"_s.arg(parser.positionalArguments().constFirst()));

    Options options{.dataDir = parser.value(dataDir),
                    .demo = parser.isSet(demo),
                    .tourDir = parser.value(tour),
                    .offline = parser.isSet(offline),
                    .store = parser.isSet(store),
                    .passphraseFile = parser.value(passphrase)};
    if (options.dataDir.isEmpty())
        options.dataDir = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    if (parser.isSet(marketplace)) {
        options.marketplace = ui::marketplaceAddress(parser.value(marketplace));
        if (!options.marketplace.isValid())
            return mistake(u"--marketplace: '%1' is not an address"_s.arg(parser.value(marketplace)));
    }
    if (parser.isSet(language)) {
        const QString value = parser.value(language);
        if (value != u"id" && value != u"en")
            return mistake(u"--language: '%1' is neither id nor en"_s.arg(value));
        options.language = value == u"id" ? Language::Indonesian : Language::English;
    }
    if (parser.isSet(look)) {
        const QString value = parser.value(look);
        if (value != u"light" && value != u"dark")
            return mistake(u"--theme: '%1' is neither light nor dark"_s.arg(value));
        options.dark = value == u"dark";
    }
    return options;
}

} // namespace belanjain::app
