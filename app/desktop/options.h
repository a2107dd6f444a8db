// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/format.h"

#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>

#include <tl/expected.hpp>

namespace belanjain::app
{

/// What the desktop was started with.
struct Options
{
    QString dataDir;  ///< everything the program keeps on this computer
    bool demo = false; ///< skip the first-run choice: host the sample marketplace and open its store
    QString tourDir;  ///< run the screenshot tour into this folder and end
    QUrl marketplace; ///< connect there instead of asking
    bool offline = false;
    bool store = false; ///< store mode, as soon as a seller is signed in
    QString passphraseFile; ///< for a file of secrets where there is no keychain
    std::optional<Language> language;
    std::optional<bool> dark;
};

struct UsageEnd
{
    QString text;
    int exitCode = 0; ///< 0 for --help and --version, 2 for a mistake
};

/// Reads the command line; the error is what to print, and the code to exit with.
tl::expected<Options, UsageEnd> parseOptions(const QStringList& arguments);

} // namespace belanjain::app
