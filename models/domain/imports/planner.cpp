// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/imports/planner.h"

#include "domain/imports/amount.h"
#include "domain/imports/draft_builder.h"
#include "domain/imports/product_rows.h"
#include "domain/product_fields.h"
#include "domain/sku.h"
#include "domain/stock.h"
#include "domain/text.h"

#include <QHash>

namespace belanjain::imports {
using namespace Qt::StringLiterals;
namespace {

constexpr std::size_t tellEvery = 200;

class Planner
{
public:
    Planner(const std::vector<Record>& records, const Mapping& mapping, Store& store)
        : m_records(records)
        , m_mapping(mapping)
        , m_store(store)
    {
        m_plan.rows.resize(qsizetype(records.size()));
        for (std::size_t i = 0; i < records.size(); ++i)
            m_plan.rows[qsizetype(i)].line = records[i].line;
    }

    std::optional<Plan> run(const GoOn& goOn)
    {
        const Grouped groups = grouped(m_records, m_mapping);
        for (const int row : groups.orphans)
            lone(row, Reason::Kind::ParentMissing, Field::Parent);
        for (const int row : groups.strangers)
            lone(row, Reason::Kind::UnknownType, Field::Type);
        for (std::size_t i = 0; i < groups.products.size(); ++i) {
            if (i % tellEvery == 0 && !goOn(qint64(i), qint64(groups.products.size())))
                return {};
            product(groups.products[i]);
        }
        for (const RowFate& row : std::as_const(m_plan.rows))
            ++m_plan.counts[std::size_t(row.fate)];
        return std::move(m_plan);
    }

private:
    void lone(int row, Reason::Kind kind, Field field)
    {
        RowFate& fate = m_plan.rows[row];
        const Record& record = m_records[std::size_t(row)];
        fate.fate = Fate::Wrong;
        fate.name = record.value(Field::Name);
        fate.sku = record.value(Field::Sku);
        fate.reasons = {{.kind = kind, .column = titleOf(field, m_mapping), .value = record.value(field)}};
    }

    void product(const ProductRows& rows)
    {
        DraftBuilder builder(m_records, m_mapping, rows);
        for (const DraftRow& row : builder.rows()) {
            RowFate& fate = m_plan.rows[row.record];
            fate.name = builder.draft().name;
            fate.sku = row.variant.sku;
            fate.options = optionsLabel(row.variant.options);
            fate.price = row.variant.price;
            fate.stock = row.variant.stock;
            fate.notes = row.notes;
            fate.reasons = row.reasons;
            fate.fate = row.role == DraftRow::Role::Picture ? Fate::Skipped : Fate::NewVariant;
        }
        const QHash<int, KnownVariant> known = knownOf(builder);
        if (known.isEmpty())
            create(builder);
        else
            change(builder, known);
    }

    /// Which of its rows the store has already, by record.
    QHash<int, KnownVariant> knownOf(const DraftBuilder& builder)
    {
        QHash<int, KnownVariant> known;
        QList<KnownVariant> named;
        bool asked = false;
        for (const DraftRow& row : builder.rows()) {
            if (row.role != DraftRow::Role::Variant)
                continue;
            if (!row.variant.sku.isEmpty()) {
                if (const auto found = m_store.bySku(row.variant.sku))
                    known.insert(row.record, *found);
                continue;
            }
            if (!asked && !builder.draft().name.isEmpty())
                named = m_store.byName(builder.draft().name);
            asked = true;
            const QString label = optionsLabel(row.variant.options);
            for (const KnownVariant& variant : std::as_const(named)) {
                if (variant.options == label)
                    known.insert(row.record, variant);
            }
        }
        return known;
    }

    void create(DraftBuilder& builder)
    {
        builder.validateDraft();
        claimSkus(builder);
        qint64 wrongLine = 0;
        for (const DraftRow& row : builder.rows()) {
            RowFate& fate = m_plan.rows[row.record];
            fate.reasons = row.reasons;
            if (!row.reasons.isEmpty() && wrongLine == 0)
                wrongLine = fate.line;
        }
        bool first = true;
        for (const DraftRow& row : builder.rows()) {
            RowFate& fate = m_plan.rows[row.record];
            if (wrongLine > 0) {
                fate.fate = Fate::Wrong;
                if (fate.reasons.isEmpty())
                    fate.reasons = {{.kind = Reason::Kind::OtherRow, .args = {QString::number(wrongLine)}}};
            } else if (fate.fate != Fate::Skipped && std::exchange(first, false)) {
                fate.fate = Fate::NewProduct;
            }
        }
        if (wrongLine > 0)
            return;
        m_plan.products.append({builder.draft(), m_plan.rows[builder.rows().front().record].line});
    }

    void change(DraftBuilder& builder, const QHash<int, KnownVariant>& known)
    {
        for (DraftRow& row : builder.rows()) {
            RowFate& fate = m_plan.rows[row.record];
            const auto found = known.constFind(row.record);
            if (row.role == DraftRow::Role::Parent) {
                fate.fate = Fate::Unchanged;
                fate.reasons.clear();
                fate.notes.clear();
            } else if (row.role == DraftRow::Role::Variant && found == known.constEnd()) {
                fate.fate = Fate::Wrong;
                fate.reasons.append({.kind = Reason::Kind::KnownProduct,
                                     .column = titleOf(Field::Sku, m_mapping),
                                     .value = row.variant.sku,
                                     .args = {known.constBegin()->name}});
            } else if (row.role == DraftRow::Role::Variant) {
                changeOne(row, *found, fate);
            }
        }
    }

    void changeOne(DraftRow& row, const KnownVariant& known, RowFate& fate)
    {
        fate.name = known.name;
        fate.options = known.options;
        fate.sku = known.sku;
        fate.notes.clear();
        fate.reasons.clear();
        for (const Reason& reason : std::as_const(row.reasons)) { // only what changes has to be right
            if (reason.violation.field == u"price" || reason.violation.field == u"stock")
                fate.reasons.append(reason);
        }
        if (fate.reasons.isEmpty())
            checkValues(row, fate);
        const QString key = known.variant.toString();
        if (fate.reasons.isEmpty() && m_changedLines.contains(key))
            fate.reasons.append({.kind = Reason::Kind::SkuTwice,
                                 .column = titleOf(Field::Sku, m_mapping),
                                 .value = row.variant.sku,
                                 .args = {QString::number(m_changedLines.value(key))}});
        if (!fate.reasons.isEmpty()) {
            fate.fate = Fate::Wrong;
            return;
        }
        m_changedLines.insert(key, fate.line);
        PlannedChange change{.variant = known.variant,
                             .product = known.product,
                             .label = known.sku.isEmpty() ? known.name : known.sku,
                             .restore = known.archived,
                             .line = fate.line};
        if (row.variant.price && *row.variant.price != known.price) {
            change.oldPrice = fate.oldPrice = known.price;
            change.newPrice = row.variant.price;
        }
        const qint64 stock = row.noStock ? known.available : row.variant.stock.value_or(known.available);
        if (stock != known.available) {
            fate.oldStock = known.available;
            change.stockDelta = qint32(stock - known.available);
        }
        fate.price = row.variant.price.value_or(known.price);
        fate.stock = stock;
        const bool changes = change.newPrice || change.stockDelta != 0 || change.restore;
        fate.fate = changes ? Fate::Changed : Fate::Unchanged;
        if (change.restore)
            fate.notes.append({Note::Kind::BroughtBack});
        if (changes)
            m_plan.changes.append(change);
    }

    void checkValues(const DraftRow& row, RowFate& fate)
    {
        const Record& record = m_records[std::size_t(row.record)];
        const auto refuse = [&](Field field, const Violation& violation) {
            fate.reasons.append({.column = titleOf(field, m_mapping), .value = record.value(field), .violation = violation});
        };
        if (row.variant.price) {
            if (const auto price = checkPrice(*row.variant.price, u"price"_s); !price)
                refuse(row.priceField, price.error());
        }
        if (row.variant.stock) {
            if (const auto stock = checkStock(*row.variant.stock, u"stock"_s); !stock)
                refuse(Field::Stock, stock.error());
        }
    }

    /// A SKU that another product of the file has.
    void claimSkus(DraftBuilder& builder)
    {
        for (DraftRow& row : builder.rows()) {
            if (row.role != DraftRow::Role::Variant || row.variant.sku.isEmpty())
                continue;
            const QString key = skuKey(row.variant.sku);
            if (m_skuLines.contains(key))
                row.reasons.append({.kind = Reason::Kind::SkuTwice,
                                    .column = titleOf(Field::Sku, m_mapping),
                                    .value = row.variant.sku,
                                    .args = {QString::number(m_skuLines.value(key))}});
            else
                m_skuLines.insert(key, m_plan.rows[row.record].line);
        }
    }

    const std::vector<Record>& m_records;
    const Mapping& m_mapping;
    Store& m_store;
    Plan m_plan;
    QHash<QString, qint64> m_skuLines;     ///< lines of new SKUs by key
    QHash<QString, qint64> m_changedLines; ///< lines of known variants by id
};

} // namespace

std::optional<Plan> planned(const std::vector<Record>& records, const Mapping& mapping, Store& store,
                            const GoOn& goOn)
{
    return Planner(records, mapping, store).run(goOn);
}

} // namespace belanjain::imports
