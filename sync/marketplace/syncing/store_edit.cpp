// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/syncing/store_edit.h"

#include "domain/store.h"
#include "storage/text_value.h"

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
using storage::Row;
using storage::textValue;

StoreEdit StoreEdit::read(protocol::ObjectReader& reader)
{
    return {.name = reader.optionalString(u"name"),
            .location = reader.optionalString(u"location"),
            .description = reader.optionalString(u"description"),
            .lowStockThreshold = reader.optionalInteger32(u"lowStockThreshold"),
            .timeZone = reader.optionalString(u"timeZone")};
}

Ruled<EditOutcome> updateStore(const WriteContext& context, const StoreEdit& edit)
{
    const auto stored = context.db.one(
        u"SELECT name, location, description, low_stock_threshold, time_zone FROM stores WHERE id = ?"_s,
        {context.space()}, [](const Row& row) {
            return StoreProfile{row.text(0), row.text(1), row.text(2), row.integer32(3), row.text(4)};
        });
    if (!stored)
        return tl::unexpected(stored.error());
    if (!*stored)
        return refuse<EditOutcome>(u"id"_s, Rule::NotFound);
    const StoreProfile& before = **stored;
    const auto after = checkStoreProfile({.name = edit.name.value_or(before.name),
                                          .location = edit.location.value_or(before.location),
                                          .description = edit.description.value_or(before.description),
                                          .lowStockThreshold = edit.lowStockThreshold.value_or(before.lowStockThreshold),
                                          .timeZone = edit.timeZone.value_or(before.timeZone)});
    if (!after)
        return refuse<EditOutcome>(after.error());
    if (*after == before)
        return tl::expected<EditOutcome, QList<Violation>>(EditOutcome());
    const auto set = context.db.run(u"UPDATE stores SET name = ?, location = ?, description = ?, "
                                    "low_stock_threshold = ?, time_zone = ?, updated_at = ? WHERE id = ?"_s,
                                    {after->name, textValue(after->location), textValue(after->description),
                                     after->lowStockThreshold, after->timeZone, context.now.ms, context.space()});
    if (!set)
        return tl::unexpected(set.error());
    context.writer.changed(context.space(), SyncedTable::Stores, context.space());
    return tl::expected<EditOutcome, QList<Violation>>(EditOutcome{.changed = true});
}

} // namespace belanjain::marketplace
