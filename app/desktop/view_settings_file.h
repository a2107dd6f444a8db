// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/view_settings.h"

#include <QSettings>

namespace belanjain::app
{

/// What screens remember, kept in the program's settings file.
class ViewSettingsFile : public ui::ViewSettings
{
public:
    explicit ViewSettingsFile(QSettings& settings) : m_settings(settings) {}

    QVariant value(const QString& key) const override { return m_settings.value(path(key)); }
    void setValue(const QString& key, const QVariant& value) override
    {
        if (value.isValid())
            m_settings.setValue(path(key), value);
        else
            m_settings.remove(path(key));
    }

private:
    static QString path(const QString& key) { return QStringLiteral("view/") + key; }

    QSettings& m_settings;
};

} // namespace belanjain::app
