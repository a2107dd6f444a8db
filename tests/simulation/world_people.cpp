// SPDX-License-Identifier: GPL-3.0-or-later
#include "world.h"

#include "replica/draft_args.h"
#include "replica/product_table.h"
#include "replica/variant_table.h"

#include <algorithm>
#include <utility>

namespace belanjain::simulation
{
using namespace Qt::StringLiterals;

std::optional<ports::Command> World::command(testing::SeededRandom& random, SimDesktop& desktop, int number)
{
    auto& db = desktop.replica().database();
    const auto ids = [&](const QString& sql) {
        return db.all(sql, {}, [](const storage::Row& row) { return QUuid::fromRfc4122(row.bytes(0)); })
            .value_or(QList<QUuid>());
    };
    const auto variants = ids(u"SELECT id FROM variants ORDER BY id"_s);
    const auto products = ids(u"SELECT id FROM products ORDER BY id"_s);
    if (variants.isEmpty() || products.isEmpty())
        return std::nullopt;
    // Half of the work is on the same few things, where it meets.
    const auto place = [&](qsizetype size) { return qsizetype(random.below(quint64(random.below(2) == 0 ? size : std::min<qsizetype>(2, size)))); };
    const VariantId variant(variants[place(variants.size())]);
    const ProductId product(products[place(products.size())]);
    const QString tag = u"t%1"_s.arg(++m_ledger.tags);
    const quint64 kind = random.below(100);
    const auto onHand = [&] {
        return qint32(db.integer(u"SELECT on_hand FROM variants WHERE id = ?"_s, {variant.uuid().toRfc4122()}).value_or(0));
    };
    if (kind < 34)
        return ports::AdjustStock{variant, qint32(random.below(14)) - 5, tag};
    if (kind < 42)
        return ports::CountStock{variant, qint32(random.below(20)), onHand(), tag};
    if (kind < 52)
        return ports::SetPrice{variant, {1'000 + qint64(random.below(90)) * 100}};
    if (kind < 57)
        return ports::SetSku{variant, u"K-%1"_s.arg(random.below(12))};
    if (kind < 60)
        return ports::SetBarcode{variant, u"89910000000%1"_s.arg(random.below(8))};
    if (kind < 64)
        return ports::SetThreshold{variant, random.below(3) == 0 ? std::nullopt : std::optional<qint32>(qint32(random.below(20)))};
    if (kind < 65)
        return ports::SetWeight{variant, qint32(100 + random.below(900))};
    if (kind < 68)
        return otherOptions(random, desktop, product, tag);
    if (kind < 71)
        return ports::SetProductArchived{product, random.below(2) == 0};
    if (kind < 77)
        return ports::UpdateProduct{product, u"Barang "_s + tag, std::nullopt, std::nullopt, std::nullopt};
    if (kind < 80)
        return ports::UpdateProduct{product, std::nullopt, u"Uraian "_s + tag, std::nullopt, std::nullopt};
    if (kind < 84)
        return ports::CreateProduct{desktop.ids().make<ProductId>(), desktop.ids().make<VariantId>(), u"Baru "_s + tag,
                                    u"Dapur"_s, random.below(2) == 0 ? QString() : u"K-%1"_s.arg(random.below(12)),
                                    {5'000}, qint32(random.below(9))};
    if (kind < 86)
        return ports::UpdateStore{.store = m_start.stores[StartingPoint::storeOf(number)],
                                  .name = std::nullopt,
                                  .location = std::nullopt,
                                  .description = u"Toko "_s + tag,
                                  .lowStockThreshold = std::nullopt,
                                  .timeZone = std::nullopt};
    const auto orders = ids(u"SELECT id FROM orders ORDER BY id"_s);
    if (orders.isEmpty())
        return ports::AdjustStock{variant, 1, tag};
    constexpr std::array<OrderStatus, 4> steps{OrderStatus::Processing, OrderStatus::Shipped, OrderStatus::Delivered,
                                               OrderStatus::Cancelled};
    return ports::MoveOrder{OrderId(orders[qsizetype(random.below(quint64(orders.size())))]), steps[random.below(4)],
                            u"Habis "_s + tag, {}, {}};
}

/// Options for a product that has none, one value more, or the same under another name and in another order.
std::optional<ports::Command> World::otherOptions(testing::SeededRandom& random, SimDesktop& desktop, const ProductId& product,
                                                  const QString& tag)
{
    replica::Work work(desktop.replica().database());
    replica::VariantTable table(work);
    const auto stored = replica::ProductTable(work).find(product);
    if (!stored || !stored->known())
        return std::nullopt;
    ports::SetVariants set{.product = product,
                           .expected = replica::optionsFrom(stored->data.options),
                           .options = replica::optionsFrom(stored->data.options),
                           .variants = {}};
    for (const ports::RowNumber row : table.ofProduct(stored->row)) {
        const auto variant = table.at(row);
        if (!variant)
            return std::nullopt;
        QList<OptionValue> values;
        for (auto it = variant->data.options.constBegin(); it != variant->data.options.constEnd(); ++it)
            values.append({it.key(), it->toString()});
        set.variants.append({variant->id, {.options = values}});
    }
    if (set.options.isEmpty()) {
        set.options = {{u"Warna"_s, {u"Asli"_s}}};
        for (ports::GridVariant& one : set.variants)
            one.draft.options = {{u"Warna"_s, u"Asli"_s}};
    }
    Option& first = set.options.first();
    if (set.options.size() == 1 && set.variants.size() < 6 && random.below(3) != 0) {
        first.values << tag;
        set.variants.append({desktop.ids().make<VariantId>(),
                             {.sku = random.below(2) == 0 ? QString() : u"K-%1"_s.arg(random.below(12)),
                              .options = {{first.name, tag}},
                              .price = Money{3'000},
                              .stock = qint64(random.below(7))}});
        return set;
    }
    const QString name = std::exchange(first.name, u"Pilihan "_s + tag);
    for (ports::GridVariant& one : set.variants) {
        for (OptionValue& value : one.draft.options)
            value.name = value.name == name ? first.name : value.name;
    }
    std::reverse(set.variants.begin(), set.variants.end());
    return set;
}

void World::edit(const Step& step, SimDesktop& desk, int number)
{
    if (!desk.isOpen() || desk.died())
        return;
    testing::SeededRandom random(step.chance);
    QList<ports::Command> batch;
    const int size = step.much % 9 == 0 ? 1 + int(step.what % 6) : 1;
    for (int i = 0; i < size; ++i) {
        if (const auto one = command(random, desk, number))
            batch.append(*one);
        if (batch.isEmpty() || random.below(3) != 0)
            continue;
        if (const auto* created = std::get_if<ports::CreateProduct>(&batch.last()))
            batch.append(ports::SetProductArchived{created->product, true});
    }
    const auto outcome = desk.submit(batch);
    if (!outcome) {
        if (!desk.died() && !desk.diskWasFaulty)
            fail(u"an edit is taken"_s, desk.storageProblem);
        say(u"desktop %1 could not write"_s.arg(number));
        return;
    }
    int applied = 0;
    for (const auto& result : outcome->results)
        applied += result.applied ? 1 : 0;
    say(u"desktop %1 made %2 edits of %3"_s.arg(number).arg(applied).arg(batch.size()));
    learnOps(desk, number);
}

/// Everything in the outbox is a promise.
void World::learnOps(SimDesktop& desk, int number)
{
    const auto pending = desk.replica().pending(100'000, qint64(1) << 40);
    if (!pending)
        return;
    for (const protocol::Op& op : *pending) {
        if (m_ledger.ops.contains(op.id))
            continue;
        m_ledger.ops.insert(op.id, {op, number, m_start.stores[StartingPoint::storeOf(number)].toString(), false});
        m_ledger.order.append(op.id);
        m_trace.add(op.fingerprint());
    }
}

void World::decide(const Step& step, SimDesktop& desk, int number)
{
    if (!desk.isOpen() || desk.died())
        return;
    const auto rejections = desk.replica().rejections();
    if (!rejections || rejections->isEmpty())
        return;
    const auto& one = rejections->at(qsizetype(step.what) % rejections->size());
    if (step.much % 2 == 0) {
        (void)desk.replica().drop(one.number);
    } else if (const auto again = desk.replica().retry(one.number)) {
        learnOps(desk, number);
        desk.engine().editsQueued();
    }
    if (!desk.died())
        desk.engine().refreshCounts();
}

} // namespace belanjain::simulation
