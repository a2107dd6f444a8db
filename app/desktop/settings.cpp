// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings.h"

namespace belanjain::app
{
using namespace Qt::StringLiterals;

Settings::Settings(const QString& dataDir) : m_settings(dataDir + u"/settings.ini"_s, QSettings::IniFormat) {}

Settings::Home Settings::home() const
{
    const QString text = m_settings.value(u"marketplace/home"_s).toString();
    if (text == u"samples")
        return Home::SampleMarketplace;
    if (text == u"empty")
        return Home::EmptyMarketplace;
    return text == u"elsewhere" && marketplace().isValid() ? Home::Elsewhere : Home::NotChosen;
}

QUrl Settings::marketplace() const { return QUrl(m_settings.value(u"marketplace/address"_s).toString(), QUrl::StrictMode); }

void Settings::setHome(Home home, const QUrl& marketplace)
{
    QString text;
    switch (home) {
    case Home::NotChosen:
        break;
    case Home::SampleMarketplace:
        text = u"samples"_s;
        break;
    case Home::EmptyMarketplace:
        text = u"empty"_s;
        break;
    case Home::Elsewhere:
        text = u"elsewhere"_s;
        break;
    }
    m_settings.setValue(u"marketplace/home"_s, text);
    m_settings.setValue(u"marketplace/address"_s, marketplace.toString());
}

std::optional<Language> Settings::language() const
{
    const QString text = m_settings.value(u"language"_s).toString();
    if (text == u"id")
        return Language::Indonesian;
    return text == u"en" ? std::optional(Language::English) : std::nullopt;
}

void Settings::setLanguage(Language language)
{
    m_settings.setValue(u"language"_s, language == Language::Indonesian ? u"id"_s : u"en"_s);
}

ui::Theme::Mode Settings::look() const
{
    const QString text = m_settings.value(u"look"_s).toString();
    if (text == u"light")
        return ui::Theme::Mode::Light;
    return text == u"dark" ? ui::Theme::Mode::Dark : ui::Theme::Mode::System;
}

void Settings::setLook(ui::Theme::Mode mode)
{
    const QString names[] = {u"system"_s, u"light"_s, u"dark"_s};
    m_settings.setValue(u"look"_s, names[int(mode)]);
}

bool Settings::highContrast() const { return m_settings.value(u"highContrast"_s).toBool(); }
void Settings::setHighContrast(bool on) { m_settings.setValue(u"highContrast"_s, on); }
bool Settings::workOffline() const { return m_settings.value(u"workOffline"_s).toBool(); }
void Settings::setWorkOffline(bool offline) { m_settings.setValue(u"workOffline"_s, offline); }
bool Settings::storeMode() const { return m_settings.value(u"storeMode/on"_s).toBool(); }

void Settings::setStoreMode(bool on)
{
    m_settings.setValue(u"storeMode/on"_s, on);
    m_settings.sync(); // at once: pulling the plug must not lead out
}

QByteArray Settings::windowGeometry() const { return m_settings.value(u"window/geometry"_s).toByteArray(); }
void Settings::setWindowGeometry(const QByteArray& geometry) { m_settings.setValue(u"window/geometry"_s, geometry); }

} // namespace belanjain::app
