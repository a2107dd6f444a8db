// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/mapping_presets.h"

#include "common/view_settings.h"

#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr auto presetsKey = "transfer/presets"_L1;

}

MappingPresets::MappingPresets(ViewSettings& settings)
    : m_settings(settings)
{
    const auto stored = QJsonDocument::fromJson(settings.value(presetsKey).toString().toUtf8()).object();
    for (auto preset = stored.begin(); preset != stored.end(); ++preset) {
        if (const auto mapping = imports::mappingFromJson(preset.value().toObject()))
            m_presets.insert(preset.key(), *mapping);
    }
}

std::optional<imports::Mapping> MappingPresets::find(const QString& name) const
{
    const auto found = m_presets.find(name);
    return found == m_presets.end() ? std::nullopt : std::optional(*found);
}

void MappingPresets::save(const QString& name, const imports::Mapping& mapping)
{
    m_presets.insert(name, mapping);
    write();
}

void MappingPresets::remove(const QString& name)
{
    m_presets.remove(name);
    write();
}

QString MappingPresets::fitting(const QStringList& titles) const
{
    QSet<QString> keys;
    for (const QString& title : titles)
        keys.insert(imports::titleKey(title));
    for (auto preset = m_presets.begin(); preset != m_presets.end(); ++preset) {
        const auto& columns = preset->columns;
        const bool all = std::all_of(columns.begin(), columns.end(), [&keys](const imports::Column& column) {
            return column.field == imports::Field::Ignored || keys.contains(imports::titleKey(column.title));
        });
        if (all && !columns.isEmpty())
            return preset.key();
    }
    return {};
}

void MappingPresets::write()
{
    QJsonObject json;
    for (auto preset = m_presets.begin(); preset != m_presets.end(); ++preset)
        json.insert(preset.key(), imports::toJson(*preset));
    m_settings.setValue(presetsKey, QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact)));
}

} // namespace belanjain::ui
