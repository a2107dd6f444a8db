// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/memory_inventory.h"

#include "domain/sku.h"
#include "domain/stock.h"

#include <QMetaObject>
#include <QSet>

#include <algorithm>

namespace belanjain::tests {
using namespace Qt::StringLiterals;
using namespace ports;

namespace {

bool matches(const InventoryRow& row, const InventoryQuery& query)
{
    const auto level = stockStatus(row.available(), row.threshold);
    const QString hay = row.productName + u' ' + row.optionsLabel + u' ' + row.sku + u' ' + row.barcode;
    const bool stock = query.stock == StockFilter::Any ||
                       (query.stock == StockFilter::Low && level == StockStatus::Low) ||
                       (query.stock == StockFilter::Out && level == StockStatus::Out) ||
                       (query.stock == StockFilter::LowOrOut && level != StockStatus::Enough) ||
                       (query.stock == StockFilter::Enough && level == StockStatus::Enough);
    const bool status =
        query.status == StatusFilter::All || row.archived == (query.status == StatusFilter::Archived);
    const bool sync = query.sync == SyncFilter::Any || (query.sync == SyncFilter::Waiting && row.waiting) ||
                      (query.sync == SyncFilter::Rejected && row.rejected);
    return stock && status && sync && (query.category.isEmpty() || row.category == query.category) &&
           hay.contains(query.search, Qt::CaseInsensitive);
}

int compare(const InventoryRow& a, const InventoryRow& b, InventorySort sort)
{
    const auto order = [](auto x, auto y) { return x < y ? -1 : x > y ? 1 : 0; };
    switch (sort) {
    case InventorySort::Product:
        return a.productName.compare(b.productName);
    case InventorySort::Sku:
        return a.sku.compare(b.sku);
    case InventorySort::Category:
        return a.category.compare(b.category);
    case InventorySort::Price:
        return order(a.price, b.price);
    case InventorySort::OnHand:
        return order(a.onHand, b.onHand);
    case InventorySort::Reserved:
        return order(a.reserved, b.reserved);
    case InventorySort::Available:
        return order(a.available(), b.available());
    case InventorySort::Threshold:
        return order(a.threshold, b.threshold);
    case InventorySort::Sync:
        break;
    }
    return order(a.rejected.toInt() * 256 + a.waiting.toInt(), b.rejected.toInt() * 256 + b.waiting.toInt());
}

template<class Call>
void later(QObject* context, Call call)
{
    QMetaObject::invokeMethod(context, std::move(call), Qt::QueuedConnection);
}

} // namespace

void MemoryReader::open(quint64 generation, const InventoryQuery& query)
{
    queries.append(query);
    later(this, [this, generation, query] {
        QList<const InventoryRow*> found;
        for (const InventoryRow& row : std::as_const(m_shop.rows)) {
            if (matches(row, query))
                found.append(&row);
        }
        std::stable_sort(found.begin(), found.end(), [&query](const auto* a, const auto* b) {
            const int order = compare(*a, *b, query.sort);
            return query.descending ? order > 0 : order < 0;
        });
        QList<InventoryRow> first;
        QList<RowNumber> order;
        for (const InventoryRow* row : found) {
            if (first.size() < pageSize)
                first.append(*row);
            order.append(row->row);
        }
        Q_EMIT opened(generation, first);
        later(this, [this, generation, order = std::make_shared<const QList<RowNumber>>(order)] {
            Q_EMIT ordered(generation, order);
        });
    });
}

void MemoryReader::fetch(quint64 generation, const QList<RowNumber>& wanted)
{
    ++fetches;
    rowsFetched += int(wanted.size());
    later(this, [this, generation, wanted] {
        QList<InventoryRow> found;
        for (const RowNumber number : wanted)
            found.append(m_shop.row(number));
        Q_EMIT fetched(generation, found);
    });
}

void MemoryReader::total(quint64 generation, const RowOrder& wanted)
{
    later(this, [this, generation, wanted] {
        InventoryTotals totals;
        for (const RowNumber number : *wanted) {
            const InventoryRow& row = m_shop.row(number);
            ++totals.rows;
            totals.available += row.available();
            totals.value.rupiah += row.price.rupiah * row.available();
        }
        Q_EMIT totalled(generation, totals);
    });
}

void MemoryReader::readCategories()
{
    later(this, [this] {
        QSet<QString> names;
        for (const InventoryRow& row : std::as_const(m_shop.rows))
            names.insert(row.category);
        QStringList sorted(names.begin(), names.end());
        sorted.sort();
        Q_EMIT categoriesRead(sorted);
    });
}

void MemoryReader::readSummary()
{
    later(this, [this] {
        InventorySummary summary;
        for (const InventoryRow& row : std::as_const(m_shop.rows)) {
            const auto level = stockStatus(row.available(), row.threshold);
            summary.variants += row.archived ? 0 : 1;
            summary.low += !row.archived && level == StockStatus::Low ? 1 : 0;
            summary.out += !row.archived && level == StockStatus::Out ? 1 : 0;
        }
        Q_EMIT summarised(summary);
    });
}

quint64 MemorySink::submit(const QList<Command>& batch)
{
    batches.append(batch);
    m_waiting.append({++m_ticket, batch});
    if (!m_held)
        later(this, [this] { work(); });
    return m_ticket;
}

void MemorySink::release()
{
    m_held = false;
    later(this, [this] { work(); });
}

void MemorySink::work()
{
    if (m_held || m_waiting.isEmpty())
        return;
    const Waiting waiting = m_waiting.takeFirst();
    QList<CommandResult> results;
    QList<RowNumber> touched;
    const auto before = m_shop.rows.size();
    for (const Command& command : waiting.batch) {
        if (storageProblem.isEmpty())
            results.append(m_shop.apply(command, touched));
        else
            results.append({.applied = false, .violation = {}, .storageProblem = storageProblem});
    }
    QList<InventoryRow> rows;
    for (const RowNumber number : std::as_const(touched))
        rows.append(m_shop.row(number));
    if (!rows.isEmpty())
        Q_EMIT m_shop.reader.rowsChanged(rows);
    Q_EMIT done(waiting.ticket, results);
    if (m_shop.rows.size() != before)
        Q_EMIT m_shop.reader.orderStale();
    if (!rows.isEmpty())
        m_shop.reader.readSummary();
    if (!m_waiting.isEmpty())
        later(this, [this] { work(); });
}

void MemorySync::readRejections(std::optional<VariantId> variant)
{
    later(this, [this, variant] {
        QList<Rejection> some;
        for (const Rejection& rejection : std::as_const(rejections)) {
            if (!variant || rejection.variant == variant)
                some.append(rejection);
        }
        Q_EMIT rejectionsRead(some);
    });
}

void MemorySync::retry(qint64 rejection, const std::optional<QJsonObject>& args)
{
    retried.append({rejection, args});
}

RowNumber MemoryInventory::add(InventoryRow row)
{
    row.row = ++m_last;
    const auto id = QUuid(uint(m_last), 0x7000, 0x8000, 0, 0, 0, 0, 0, 0, 0, 1);
    if (row.variant.isNull())
        row.variant = VariantId(id);
    if (row.product.isNull())
        row.product = ProductId(id);
    if (row.sku.isEmpty())
        row.sku = u"SKU-%1"_s.arg(m_last, 6, 10, QLatin1Char('0'));
    m_places.insert(row.row, int(rows.size()));
    m_variants.insert(row.variant, row.row);
    rows.append(row);
    return row.row;
}

void MemoryInventory::addMany(int count)
{
    rows.reserve(rows.size() + count);
    for (int i = 0; i < count; ++i) {
        InventoryRow row;
        row.productName = u"Product %1"_s.arg(m_last + 1, 6, 10, QLatin1Char('0'));
        row.category = i % 2 == 0 ? u"Dapur"_s : u"Pesta"_s;
        row.price = {1000 * (i % 90 + 1)};
        row.onHand = 20;
        row.threshold = 10;
        add(row);
    }
}

InventoryRow& MemoryInventory::row(RowNumber number) { return rows[m_places.value(number)]; }

void MemoryInventory::announce(RowNumber number) { Q_EMIT reader.rowsChanged({row(number)}); }

void MemoryInventory::remove(RowNumber number)
{
    rows.removeAt(m_places.value(number));
    m_places.clear();
    for (int place = 0; place < int(rows.size()); ++place)
        m_places.insert(rows[place].row, place);
    Q_EMIT reader.orderStale();
}

InventoryRow* MemoryInventory::find(const VariantId& variant)
{
    const auto found = m_variants.constFind(variant);
    return found == m_variants.constEnd() ? nullptr : &row(*found);
}

CommandResult MemoryInventory::apply(const Command& command, QList<RowNumber>& touched)
{
    if (const auto* create = std::get_if<CreateProduct>(&command)) {
        InventoryRow row;
        row.variant = create->variant;
        row.product = create->product;
        row.productName = create->name;
        row.category = create->category;
        row.sku = create->sku;
        row.price = create->price;
        row.onHand = create->stock;
        row.threshold = defaultLowStockThreshold;
        touched.append(add(row));
        return {.applied = true, .violation = {}, .storageProblem = {}};
    }
    if (const auto* archive = std::get_if<SetProductArchived>(&command)) {
        for (InventoryRow& row : rows) {
            if (row.product == archive->product) {
                row.archived = archive->archived;
                touched.append(row.row);
            }
        }
        return {.applied = true, .violation = {}, .storageProblem = {}};
    }
    const auto variant = std::visit(
        [](const auto& one) {
            if constexpr (requires { one.variant; })
                return one.variant;
            else
                return VariantId();
        },
        command);
    InventoryRow* row = find(variant);
    if (!row)
        return {
            .applied = false, .violation = Violation{u"variant"_s, Rule::NotFound, {}}, .storageProblem = {}};
    if (const auto* move = std::get_if<AdjustStock>(&command)) {
        const auto level = adjust({.onHand = row->onHand, .reserved = row->reserved}, move->delta);
        if (!level)
            return {.applied = false, .violation = level.error(), .storageProblem = {}};
        row->onHand = level->onHand;
    } else if (const auto* price = std::get_if<SetPrice>(&command)) {
        row->price = price->price;
    } else if (const auto* sku = std::get_if<SetSku>(&command)) {
        for (const InventoryRow& other : std::as_const(rows)) {
            if (other.row != row->row && skuKey(other.sku) == skuKey(sku->sku))
                return {.applied = false,
                        .violation =
                            Violation{u"sku"_s, Rule::SkuTaken, {other.productName, sku->sku + u"-2"_s}},
                        .storageProblem = {}};
        }
        row->sku = sku->sku;
    } else if (const auto* barcode = std::get_if<SetBarcode>(&command)) {
        row->barcode = barcode->barcode;
    } else if (const auto* threshold = std::get_if<SetThreshold>(&command)) {
        row->ownThreshold = threshold->threshold.has_value();
        row->threshold = threshold->threshold.value_or(defaultLowStockThreshold);
    }
    touched.append(row->row);
    return {.applied = true, .violation = {}, .storageProblem = {}};
}

} // namespace belanjain::tests
