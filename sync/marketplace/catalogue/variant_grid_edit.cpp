// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/catalogue/variant_grid_edit.h"

#include "domain/variant_grid.h"
#include "marketplace/catalogue/draft_json.h"
#include "marketplace/catalogue/products.h"
#include "marketplace/catalogue/stock.h"
#include "storage/text_value.h"

#include <algorithm>

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
using storage::Row;
using storage::textValue;
namespace
{

struct StoredVariant
{
    VariantId id;
    QJsonObject options;
    int position = 0;
};

struct Stored
{
    QString name;
    QJsonArray options;
    bool archived = false;
    qint64 statusAfter = -1;
    QString statusBy;
    QList<StoredVariant> variants; ///< in their order

    const StoredVariant* find(const VariantId& id) const
    {
        const auto found = std::find_if(variants.begin(), variants.end(),
                                        [&](const StoredVariant& one) { return one.id == id; });
        return found == variants.end() ? nullptr : &*found;
    }
};

storage::Result<std::optional<Stored>> readStored(const WriteContext& context, const ProductId& id)
{
    auto stored = context.db.one(
        u"SELECT name, options, status, status_after, status_by FROM products WHERE id = ? AND store_id = ?"_s,
        {id.toString(), context.space()}, [](const Row& row) {
            return Stored{.name = row.text(0),
                          .options = arrayFrom(row.text(1)),
                          .archived = row.text(2) == u"archived",
                          .statusAfter = row.integer(3),
                          .statusBy = row.text(4),
                          .variants = {}};
        });
    if (!stored || !*stored)
        return stored;
    const auto variants = context.db.all(
        u"SELECT id, options, position FROM variants WHERE product_id = ? ORDER BY position, id"_s, {id.toString()},
        [](const Row& row) {
            return StoredVariant{VariantId::parse(row.text(0)).value_or(VariantId()), objectFrom(row.text(1)),
                                 row.integer32(2)};
        });
    if (!variants)
        return tl::unexpected(variants.error());
    (*stored)->variants = *variants;
    return stored;
}

QList<Option> normalisedOptions(const QList<Option>& options)
{
    return normalised(ProductDraft{.options = options}).options;
}

/// Whether the product has these options, and these variants in this order by them, already.
bool isSo(const Stored& stored, const VariantGridEdit& edit)
{
    if (toJson(normalisedOptions(edit.options)) != stored.options || edit.ids.size() > stored.variants.size())
        return false;
    for (qsizetype i = 0; i < edit.ids.size(); ++i) {
        const ProductDraft one{.options = edit.options, .variants = {edit.variants[i]}};
        if (stored.variants[i].id != edit.ids[i] ||
            stored.variants[i].options != toJson(normalised(one).variants.constFirst().options))
            return false;
    }
    return true;
}

/// Ids that mean nothing, come twice, or belong to another product.
Ruled<void> checkIds(const WriteContext& context, const Stored& stored, const QList<VariantId>& ids)
{
    for (qsizetype i = 0; i < ids.size(); ++i) {
        const QString field = u"variants[%1].id"_s.arg(i);
        if (ids[i].isNull() || ids.count(ids[i]) > 1)
            return refuse<void>(field, Rule::Duplicate, {ids[i].toString()});
        if (stored.find(ids[i]))
            continue;
        const auto used = context.db.integer(u"SELECT count(*) FROM variants WHERE id = ?"_s, {ids[i].toString()});
        if (!used)
            return tl::unexpected(used.error());
        if (*used > 0)
            return refuse<void>(field, Rule::Duplicate, {ids[i].toString()});
    }
    return tl::expected<void, QList<Violation>>();
}

/// The whole grid: what the edit names, and behind it the variants that it does not know.
struct Wanted
{
    QList<VariantId> ids;
    QList<GridDraft> drafts;
};

Wanted wantedOf(const Stored& stored, const VariantGridEdit& edit)
{
    Wanted wanted{edit.ids, {}};
    for (qsizetype i = 0; i < edit.ids.size(); ++i)
        wanted.drafts.append({stored.find(edit.ids[i]) != nullptr, edit.variants[i]});
    for (const StoredVariant& other : stored.variants) {
        if (edit.ids.contains(other.id))
            continue;
        VariantDraft draft;
        for (auto it = other.options.constBegin(); it != other.options.constEnd(); ++it)
            draft.options.append({it.key(), it->toString()});
        wanted.ids.append(other.id);
        wanted.drafts.append({true, draft});
    }
    return wanted;
}

storage::Outcome write(const WriteContext& context, const ProductId& id, const Stored& stored, const Wanted& wanted,
                       const Grid& grid)
{
    const auto set = context.db.run(u"UPDATE products SET options = ?, updated_at = ? WHERE id = ?"_s,
                                    {toColumn(toJson(grid.options)), context.now.ms, id.toString()});
    if (!set)
        return tl::unexpected(set.error());
    context.writer.changed(context.space(), SyncedTable::Products, id.toString());
    StockLedger ledger(context.db, context.writer, context.ids, context.now);
    for (int i = 0; i < wanted.ids.size(); ++i) {
        const VariantId& variant = wanted.ids[i];
        const StoredVariant* known = stored.find(variant);
        if (!known) {
            const auto done = insertVariant(context, id, variant, i, grid.variants[i], ledger);
            if (!done)
                return done;
            continue;
        }
        const QJsonObject options = toJson(grid.variants[i].options);
        if (options == known->options && i == known->position)
            continue;
        const auto placed = context.db.run(u"UPDATE variants SET options = ?, position = ? WHERE id = ?"_s,
                                           {textValue(toColumn(options)), i, variant.toString()});
        if (!placed)
            return tl::unexpected(placed.error());
        context.writer.changed(context.space(), SyncedTable::Variants, variant.toString());
    }
    return refreshProduct(context.db, id.toString());
}

} // namespace

VariantGridEdit VariantGridEdit::read(protocol::ObjectReader& reader)
{
    VariantGridEdit edit;
    reader.array(u"expected");
    reader.array(u"options");
    edit.expected = readOptions(reader, u"expected");
    edit.options = readOptions(reader, u"options");
    reader.eachObject(reader.array(u"variants"), u"variants", [&](protocol::ObjectReader& item) {
        edit.ids.append(item.id<VariantId>(u"id"));
        edit.variants.append(readVariant(item));
    });
    return edit;
}

Ruled<EditOutcome> arrangeVariants(const WriteContext& context, const ProductId& id, const VariantGridEdit& edit,
                                   const EditBase& base)
{
    const auto stored = readStored(context, id);
    if (!stored)
        return tl::unexpected(stored.error());
    if (!*stored)
        return refuse<EditOutcome>(u"id"_s, Rule::NotFound);
    EditOutcome outcome;
    if (isSo(**stored, edit))
        return tl::expected<EditOutcome, QList<Violation>>(outcome);
    const auto ids = checkIds(context, **stored, edit.ids);
    if (!ids)
        return tl::unexpected(ids.error());
    if (!*ids)
        return refuse<EditOutcome>(ids->error());
    if (toJson(normalisedOptions(edit.expected)) != (*stored)->options)
        return refuse<EditOutcome>(expectedField, Rule::OptionsMismatch);

    const Wanted wanted = wantedOf(**stored, edit);
    std::optional<storage::Error> error;
    const auto grid = prepareGrid((*stored)->name, edit.options, wanted.drafts,
                                  takenIn(context.db, context.actor.store, {}, error));
    if (error)
        return tl::unexpected(*error);
    if (!grid) {
        const bool others = std::any_of(grid.error().begin(), grid.error().end(), [&](const Violation& one) {
            return variantOf(one) >= edit.ids.size();
        });
        if (others)
            return refuse<EditOutcome>(expectedField, Rule::OptionsMismatch);
        return refuse<EditOutcome>(grid.error());
    }
    if (const auto done = write(context, id, **stored, wanted, *grid); !done)
        return tl::unexpected(done.error());
    outcome.changed = true;
    outcome.archivedSince =
        (*stored)->archived && base.missed((*stored)->statusAfter, (*stored)->statusBy, context.actor.device);
    return tl::expected<EditOutcome, QList<Violation>>(outcome);
}

} // namespace belanjain::marketplace
