// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/view_settings.h"
#include "inventory/inventory_page.h"
#include "support/memory_inventory.h"

namespace belanjain::tests {

class FixedClock : public ports::Clock
{
public:
    Instant now() const override { return {ms}; }
    qint64 monotonicMs() const override { return 0; }
    qint64 ms = 1'795'000'000'000;
};

class MapSettings : public ui::ViewSettings
{
public:
    QVariant value(const QString& key) const override { return m_values.value(key); }
    void setValue(const QString& key, const QVariant& value) override { m_values.insert(key, value); }

private:
    QHash<QString, QVariant> m_values;
};

/// The stock page over a shop in memory, as large as the window of the pictures leaves it.
struct InventoryStage
{
    explicit InventoryStage(const ui::Theme& theme)
        : page(theme, ui::InventoryServices{shop.reader, shop.sink, shop.sync, clock, settings})
    {
        page.setStoreName(QStringLiteral("Toko Jakarta Barat"));
        page.resize(1224, 872);
    }

    FixedClock clock;
    MapSettings settings;
    MemoryInventory shop;
    ui::InventoryPage page;
};

} // namespace belanjain::tests
