// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/catalogue/variant_edit.h"

#include "domain/barcode.h"
#include "domain/product_fields.h"
#include "domain/sku.h"
#include "marketplace/catalogue/draft_json.h"
#include "marketplace/catalogue/products.h"
#include "storage/text_value.h"

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
using storage::Row;
using storage::textValue;
namespace
{

struct Stored
{
    QString product;
    QString sku;
    QString barcode;
    qint64 price = 0;
    qint32 weightGrams = 0;
    std::optional<qint64> threshold;
    qint64 priceAfter = -1;
    QString priceBy;
};

struct Change
{
    QString assignments; ///< "price = ?, …"
    QVariantList values;
    bool summed = false; ///< the product's sums or words change with it

    void set(const QString& assignment, const QVariantList& with)
    {
        assignments += (assignments.isEmpty() ? u""_s : u", "_s) + assignment;
        values += with;
    }
};

storage::Result<std::optional<Stored>> readStored(const WriteContext& context, const VariantId& id)
{
    return context.db.one(u"SELECT product_id, sku, barcode, price, weight_grams, low_stock_threshold, price_after, "
                          "price_by FROM variants WHERE id = ? AND store_id = ?"_s,
                          {id.toString(), context.space()}, [](const Row& row) {
                              return Stored{row.text(0),      row.text(1),      row.text(2),
                                            row.integer(3),   row.integer32(4), row.optionalInteger(5),
                                            row.integer(6),   row.text(7)};
                          });
}

class Edit
{
public:
    Edit(const WriteContext& context, const VariantId& id, const Stored& stored, const EditBase& base,
         const QString& prefix)
        : m_context(context), m_id(id), m_stored(stored), m_base(base), m_prefix(prefix)
    {
    }

    void price(Money wanted)
    {
        const auto checked = checkPrice(wanted, m_prefix + u"price"_s);
        if (!checked)
            return broken.append(checked.error());
        if (checked->rupiah == m_stored.price)
            return;
        const QString& device = m_context.actor.device;
        const bool own = !device.isEmpty() && m_stored.priceBy == device;
        if (m_base.version && m_stored.priceAfter >= *m_base.version && !own)
            return broken.append({m_prefix + u"price"_s, Rule::StalePrice, {QString::number(m_stored.price)}});
        change.set(u"price = ?, price_after = version, price_by = ?"_s, {checked->rupiah, textValue(device)});
        change.summed = true;
    }

    void sku(const QString& wanted)
    {
        const auto checked = checkSku(wanted, m_prefix + u"sku"_s);
        if (!checked)
            return broken.append(checked.error());
        if (*checked == m_stored.sku)
            return;
        const auto taken = takenIn(m_context.db, m_context.actor.store, m_id, error);
        if (taken(skuKey(*checked)))
            return broken.append({m_prefix + u"sku"_s, Rule::SkuTaken, {holder(*checked), suggestSku(*checked, taken)}});
        change.set(u"sku = ?, sku_key = ?"_s, {*checked, skuKey(*checked)});
        change.summed = true;
    }

    void barcode(const QString& wanted)
    {
        const auto checked = checkBarcode(wanted, m_prefix + u"barcode"_s);
        if (!checked)
            return broken.append(checked.error());
        if (*checked != m_stored.barcode)
            change.set(u"barcode = ?"_s, {textValue(*checked)});
    }

    void weight(qint64 wanted)
    {
        const auto checked = checkWeight(wanted, m_prefix + u"weightGrams"_s);
        if (!checked)
            return broken.append(checked.error());
        if (*checked != m_stored.weightGrams)
            change.set(u"weight_grams = ?"_s, {*checked});
    }

    void threshold(std::optional<qint64> wanted)
    {
        if (wanted) {
            const auto checked = checkThreshold(*wanted, m_prefix + u"lowStockThreshold"_s);
            if (!checked)
                return broken.append(checked.error());
        }
        if (wanted != m_stored.threshold)
            change.set(u"low_stock_threshold = ?"_s, {wanted ? QVariant(*wanted) : QVariant()});
    }

    Change change;
    QList<Violation> broken;
    std::optional<storage::Error> error;

private:
    /// What people know the variant by that has the SKU: its options, else its product's name.
    QString holder(const QString& sku)
    {
        const auto found = m_context.db.one(
            u"SELECT p.name, v.options FROM variants v JOIN products p ON p.id = v.product_id "
            "WHERE v.store_id = ? AND v.sku_key = ?"_s,
            {m_context.space(), skuKey(sku)}, [](const Row& row) {
                QStringList values;
                const QJsonObject options = objectFrom(row.text(1));
                for (const QJsonValue& value : options)
                    values << value.toString();
                return values.isEmpty() ? row.text(0) : values.join(u", "_s);
            });
        if (!found)
            error = found.error();
        return found ? found->value_or(QString()) : QString();
    }

    const WriteContext& m_context;
    const VariantId& m_id;
    const Stored& m_stored;
    const EditBase& m_base;
    QString m_prefix;
};

} // namespace

VariantEdit VariantEdit::read(protocol::ObjectReader& reader)
{
    VariantEdit edit{.price = std::nullopt,
                     .sku = reader.optionalString(u"sku"),
                     .barcode = reader.optionalString(u"barcode"),
                     .weightGrams = reader.optionalInteger(u"weightGrams")};
    if (const auto price = reader.optionalInteger(u"price"))
        edit.price = Money{*price};
    if (reader.has(u"lowStockThreshold"))
        edit.lowStockThreshold = reader.optionalInteger(u"lowStockThreshold");
    return edit;
}

Ruled<EditOutcome> updateVariant(const WriteContext& context, const VariantId& id, const VariantEdit& edit,
                                 const EditBase& base, const QString& prefix)
{
    const auto stored = readStored(context, id);
    if (!stored)
        return tl::unexpected(stored.error());
    if (!*stored)
        return refuse<EditOutcome>(prefix + u"id"_s, Rule::NotFound);
    Edit work(context, id, **stored, base, prefix);
    if (edit.price)
        work.price(*edit.price);
    if (edit.sku)
        work.sku(*edit.sku);
    if (edit.barcode)
        work.barcode(*edit.barcode);
    if (edit.weightGrams)
        work.weight(*edit.weightGrams);
    if (edit.lowStockThreshold)
        work.threshold(*edit.lowStockThreshold);
    if (work.error)
        return tl::unexpected(*work.error);
    if (!work.broken.isEmpty())
        return refuse<EditOutcome>(work.broken);
    EditOutcome outcome{.changed = !work.change.assignments.isEmpty()};
    if (!outcome.changed)
        return tl::expected<EditOutcome, QList<Violation>>(outcome);
    const auto set = context.db.run(u"UPDATE variants SET %1 WHERE id = ?"_s.arg(work.change.assignments),
                                    work.change.values + QVariantList{id.toString()});
    if (!set)
        return tl::unexpected(set.error());
    if (work.change.summed) {
        if (const auto done = refreshProduct(context.db, (*stored)->product); !done)
            return tl::unexpected(done.error());
    }
    context.writer.changed(context.space(), SyncedTable::Variants, id.toString());
    return tl::expected<EditOutcome, QList<Violation>>(outcome);
}

} // namespace belanjain::marketplace
