// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/theme.h"
#include "domain/format.h"

#include <QByteArray>
#include <QSettings>
#include <QUrl>

#include <optional>

namespace belanjain::app
{

/// What this computer remembers between starts, in an INI file in the data folder.
class Settings
{
public:
    explicit Settings(const QString& dataDir);

    enum class Home { NotChosen, SampleMarketplace, EmptyMarketplace, Elsewhere };
    Home home() const;
    QUrl marketplace() const; ///< for Elsewhere
    void setHome(Home home, const QUrl& marketplace = {});

    std::optional<Language> language() const;
    void setLanguage(Language language);
    ui::Theme::Mode look() const;
    void setLook(ui::Theme::Mode mode);
    bool highContrast() const;
    void setHighContrast(bool on);
    bool workOffline() const;
    void setWorkOffline(bool offline);
    /// The screen belongs to customers until the PIN or the owner's password was given.
    bool storeMode() const;
    void setStoreMode(bool on);
    QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray& geometry);

    QSettings& raw() { return m_settings; }

private:
    QSettings m_settings;
};

} // namespace belanjain::app
