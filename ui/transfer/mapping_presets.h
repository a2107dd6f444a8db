// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/imports/mapping.h"

#include <QMap>
#include <QString>

namespace belanjain::ui {

class ViewSettings;

/// The mappings somebody saved, by name.
class MappingPresets
{
public:
    explicit MappingPresets(ViewSettings& settings);

    QStringList names() const { return m_presets.keys(); }
    std::optional<imports::Mapping> find(const QString& name) const;
    /// In place of one with the same name.
    void save(const QString& name, const imports::Mapping& mapping);
    void remove(const QString& name);
    /// One whose columns are all among these titles; for files that come again.
    QString fitting(const QStringList& titles) const;

private:
    void write();

    ViewSettings& m_settings;
    QMap<QString, imports::Mapping> m_presets;
};

} // namespace belanjain::ui
