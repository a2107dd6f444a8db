// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor.h"

#include <QJsonDocument>

#include <cstdio>

namespace belanjain::processes
{
using namespace Qt::StringLiterals;
namespace
{

void say(const char* word, const Mark& mark)
{
    std::printf("%s %s\n", word, QJsonDocument(mark.toJson()).toJson(QJsonDocument::Compact).constData());
}

} // namespace

QJsonObject Mark::toJson() const { return {{u"op"_s, op}, {u"id"_s, id}, {u"field"_s, field}, {u"value"_s, value}}; }

Editor::Editor(engine::Workspace& workspace, StoreId store, const ports::Clock& clock, ports::RandomSource& chance,
               quint64 seed, QString name, int firstTag)
    : m_workspace(workspace)
    , m_store(store)
    , m_ids(clock, chance)
    , m_random(seed)
    , m_name(std::move(name))
    , m_tag(firstTag)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, [this] { next(); });
    connect(&workspace.inventory(), &ports::InventoryReader::opened, this,
            [this](quint64, const QList<ports::InventoryRow>& rows) {
                m_rows = rows;
                if (m_ticket == 0 && !m_pause.isActive())
                    next();
            });
    connect(&workspace.inventory(), &ports::InventoryReader::orderStale, this, [this] { look(); });
    connect(&workspace.inventory(), &ports::InventoryReader::rowsChanged, this,
            [this](const QList<ports::InventoryRow>& changed) {
                for (const ports::InventoryRow& row : changed) {
                    m_archived.remove(row.product);
                    for (ports::InventoryRow& shown : m_rows)
                        shown = shown.variant == row.variant ? row : shown;
                }
            });
    connect(&workspace.orders(), &ports::OrdersReader::ordered, this,
            [this](quint64, const ports::RowOrder&, const QList<ports::OrderRow>& page) { m_orders = page; });
    connect(&workspace.reviews(), &ports::ReviewsReader::pageRead, this,
            [this](quint64, const ports::ReviewPage& page) { m_reviews = page.reviews; });
    connect(&workspace.commands(), &ports::CommandSink::done, this, &Editor::done);
    look();
}

void Editor::look()
{
    ports::InventoryQuery all;
    all.status = ports::StatusFilter::All;
    m_workspace.inventory().open(++m_looks, all);
    m_workspace.orders().open(m_looks, {});
    m_workspace.reviews().readPage(m_looks, {});
}

void Editor::setEditing(bool editing)
{
    m_editing = editing;
    if (m_ticket != 0)
        return;
    m_pause.stop();
    if (editing)
        next();
    else if (idle)
        idle();
}

void Editor::next()
{
    if (!m_editing || m_ticket != 0 || m_rows.isEmpty())
        return; // rows come with the first sync
    QList<ports::Command> batch;
    const int size = m_random.below(6) == 0 ? 1 + int(m_random.below(5)) : 1;
    for (int i = 0; i < size; ++i) {
        const Edit edit = make();
        batch.append(edit.command);
        m_underWay.append(edit.mark);
        say("try", edit.mark);
    }
    std::fflush(stdout);
    m_ticket = m_workspace.commands().submit(batch);
}

void Editor::done(quint64 ticket, const QList<ports::CommandResult>& results)
{
    if (ticket != m_ticket)
        return;
    m_ticket = 0;
    const QList<Mark> marks = std::exchange(m_underWay, {});
    for (qsizetype i = 0; i < results.size(); ++i) {
        if (results[i].applied) {
            say("ok", marks.value(i));
        } else {
            m_archived.clear();
            std::puts("no");
        }
    }
    std::fflush(stdout);
    if (m_random.below(25) == 0)
        look();
    if (m_editing)
        m_pause.start(int(m_random.below(3) == 0 ? m_random.below(40) : m_random.below(6)));
    else if (idle)
        idle();
}

Editor::Edit Editor::make()
{
    const int number = m_tag++;
    const QString tag = m_name + QString::number(number);
    const ports::InventoryRow row = m_rows[qsizetype(m_random.below(quint64(m_rows.size())))];
    const quint64 kind = m_random.below(100);
    if (kind < 62)
        return ofVariant(row, tag, number);
    return kind < 78 ? ofProduct(row, tag) : ofRecord(tag);
}

Editor::Edit Editor::ofVariant(const ports::InventoryRow& row, const QString& tag, int number)
{
    const QString id = row.variant.toString();
    const auto marked = [&](ports::Command command, const QString& field, const QJsonValue& value) {
        return Edit{std::move(command), {u"variant.update"_s, id, field, value}};
    };
    // So that no two desktops ever give a field the same value.
    const int own = number * 2 + (m_name == u"a" ? 0 : 1);
    switch (m_random.below(12)) {
    case 0:
    case 1:
        return marked(ports::SetPrice{row.variant, {1'000 + own}}, u"price"_s, 1'000 + own);
    case 2:
        return marked(ports::SetSku{row.variant, u"S-"_s + tag}, u"sku"_s, u"S-"_s + tag);
    case 3: {
        const QString code = QString::number(899'000'000'000 + own);
        return marked(ports::SetBarcode{row.variant, code}, u"barcode"_s, code);
    }
    case 4:
        return marked(ports::SetThreshold{row.variant, own}, u"lowStockThreshold"_s, own);
    case 5:
        return marked(ports::SetWeight{row.variant, own}, u"weightGrams"_s, own);
    case 6:
    case 7:
        return {ports::CountStock{row.variant, row.onHand + qint32(m_random.below(9)), row.onHand, tag},
                {u"stock.count"_s, id, u"reason"_s, tag}};
    default:
        // By nothing would be no edit.
        return {ports::AdjustStock{row.variant, m_random.below(3) == 0 ? -2 : 1 + qint32(m_random.below(10)), tag},
                {u"stock.adjust"_s, id, u"reason"_s, tag}};
    }
}

Editor::Edit Editor::ofProduct(const ports::InventoryRow& row, const QString& tag)
{
    const QString id = row.product.toString();
    // What is sold stays on sale: only what a desktop made is archived. Each desktop has its half of the
    // products, and knows what it asked for before its rows do: archiving what is archived would be "ok" and
    // no edit, which nobody could find again.
    const bool mine = (row.product.uuid().toRfc4122().back() & 1) == (m_name == u"a" ? 0 : 1);
    if (m_random.below(4) == 0 && mine && row.productName.startsWith(u"Baru")) {
        const bool archive = !m_archived.value(row.product, row.archived);
        m_archived.insert(row.product, archive);
        return {ports::SetProductArchived{row.product, archive},
                {archive ? u"product.archive"_s : u"product.restore"_s, id, {}, {}}};
    }
    const QString text = (row.productName.startsWith(u"Baru") ? u"Baru "_s : u"Barang "_s) + tag;
    ports::UpdateProduct update{.product = row.product, .name = {}, .description = {}, .category = {}, .specifications = {}};
    if (m_random.below(2) == 0) {
        update.name = text;
        return {update, {u"product.update"_s, id, u"name"_s, text}};
    }
    update.description = text;
    return {update, {u"product.update"_s, id, u"description"_s, text}};
}

Editor::Edit Editor::ofRecord(const QString& tag)
{
    const quint64 kind = m_random.below(10);
    if (kind < 4 && !m_orders.isEmpty()) {
        const ports::OrderRow order = m_orders[qsizetype(m_random.below(quint64(m_orders.size())))];
        const OrderStatus to = order.status == OrderStatus::Pending      ? OrderStatus::Processing
                               : order.status == OrderStatus::Processing ? OrderStatus::Shipped
                                                                         : OrderStatus::Delivered;
        return {ports::MoveOrder{order.order, to, {}, {}, {}},
                {u"order.transition"_s, order.order.toString(), u"to"_s, wireName(to)}};
    }
    if (kind < 6 && !m_reviews.isEmpty()) {
        const ports::Review review = m_reviews[qsizetype(m_random.below(quint64(m_reviews.size())))];
        return {ports::ReplyToReview{review.review, u"Terima kasih "_s + tag},
                {u"review.reply"_s, review.review.toString(), u"reply"_s, u"Terima kasih "_s + tag}};
    }
    if (kind < 8 || m_rows.size() > 60) {
        ports::UpdateStore update{.store = m_store, .name = {}, .location = {}, .description = u"Toko "_s + tag,
                                  .lowStockThreshold = {}, .timeZone = {}};
        return {update, {u"store.update"_s, m_store.toString(), u"description"_s, u"Toko "_s + tag}};
    }
    const auto product = m_ids.make<ProductId>();
    return {ports::CreateProduct{product, m_ids.make<VariantId>(), u"Baru "_s + tag, u"Dapur"_s, {}, {5'000}, 20},
            {u"product.create"_s, product.toString(), u"name"_s, u"Baru "_s + tag}};
}

} // namespace belanjain::processes
