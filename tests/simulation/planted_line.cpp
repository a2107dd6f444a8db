// SPDX-License-Identifier: GPL-3.0-or-later
#include "planted.h"

#include "marketplace/syncing/space.h"
#include "protocol/json.h"
#include "world.h"

#include <QRegularExpression>

#include <algorithm>

namespace belanjain::simulation
{
using namespace Qt::StringLiterals;
namespace
{

bool isPull(const engine::HttpRequest& request) { return request.path.startsWith(u"/v1/sync/pull"); }
bool isPush(const engine::HttpRequest& request) { return request.path.startsWith(u"/v1/sync/push"); }
bool isSnapshot(const engine::HttpRequest& request) { return request.path.startsWith(u"/v1/sync/snapshot"); }

std::optional<protocol::PushRequest> pushIn(const QByteArray& body)
{
    protocol::ObjectReader reader(protocol::parseObject(body).value_or(QJsonObject()));
    const auto push = protocol::PushRequest::read(reader);
    return reader.ok() ? std::optional(push) : std::nullopt;
}

std::optional<protocol::PullAnswer> pageIn(const Reply& reply)
{
    protocol::ObjectReader reader(protocol::parseObject(reply.body).value_or(QJsonObject()));
    const auto page = protocol::PullAnswer::read(reader);
    return reply.status == 200 && reader.ok() ? std::optional(page) : std::nullopt;
}

qint64 afterOf(const QString& path)
{
    static const QRegularExpression after(u"[?&]after=(\\d+)"_s);
    return after.match(path).captured(1).toLongLong();
}

void setAfter(QString& path, qint64 after)
{
    static const QRegularExpression pattern(u"after=\\d+"_s);
    path.replace(pattern, u"after=%1"_s.arg(after));
}

} // namespace

void Planting::request(int desktop, engine::HttpRequest& request)
{
    SimDesktop& desk = m_world.desktop(desktop);
    if (!m_world.server().isUp() || !desk.isOpen())
        return;
    if (isPush(request))
        changeOps(desktop, request);
    if (!isPull(request))
        return;
    m_world.server().disk().paused = true;
    const auto head = marketplace::readHead(m_world.server().database(),
                                            m_world.start().stores[StartingPoint::storeOf(desktop)].toString());
    m_world.server().disk().paused = false;
    if (!head || !*head)
        return;
    const qint64 after = afterOf(request.path);
    if (m_bug == 2) {
        m_inside = true;
        const auto early = m_world.server().handle(request);
        m_inside = false;
        m_page[size_t(desktop)] = early ? pageIn(*early) : std::nullopt;
    }
    if (m_bug == 7 && (*head)->version > after && desk.replica().waitingCount().value_or(0) > 0)
        setAfter(request.path, after + 1);
    if (m_bug == 24 && after > (*head)->version)
        setAfter(request.path, (*head)->version);
    if (m_bug == 37)
        request.path.replace(desk.replica().epoch(), (*head)->epoch);
}

void Planting::changeOps(int desktop, engine::HttpRequest& request)
{
    auto push = pushIn(request.body);
    if (!push)
        return;
    if (m_bug == 13 && push->ops.size() > 1) {
        std::swap(push->ops[0], push->ops[1]);
        std::swap(push->ops[0].seq, push->ops[1].seq);
    }
    if (m_bug == 33) {
        for (protocol::Op& op : push->ops) {
            if (op.name != u"variant.update"_s)
                continue;
            if (op.clientTime < m_lastTime.value(op.entityId, Instant{0}))
                m_emptied.insert(op.id);
            else
                m_lastTime[op.entityId] = op.clientTime;
            if (m_emptied.contains(op.id))
                op.args = {};
        }
    }
    if (m_bug == 37) {
        const auto epoch = m_world.server().database().one(u"SELECT epoch FROM sync_epoch"_s, {},
                                                           [](const storage::Row& row) { return row.text(0); });
        push->epoch = epoch.value_or(std::nullopt).value_or(push->epoch);
    }
    if (m_bug == 13 || m_bug == 33 || m_bug == 37)
        request.body = protocol::toJson(push->toJson());
    (void)desktop;
}

std::optional<Reply> Planting::instead(const engine::HttpRequest& request) const
{
    if (m_bug == 14 && isPush(request) && request.body.contains("stock.count"))
        return Reply{.status = 500, .body = "{}"};
    return std::nullopt;
}

void Planting::reply(int desktop, const engine::HttpRequest& request, Reply& reply, Fate fate)
{
    if (m_inside || !m_world.desktop(desktop).isOpen())
        return;
    if (m_bug == 24 && isPull(request) && fate == Fate::Maintenance)
        pretendDeleted(desktop, reply);
    if (isPull(request))
        changePage(desktop, request, reply);
    if (m_bug == 25 && isSnapshot(request) && reply.status == 200)
        emptySnapshot(reply, false);
    if (m_bug == 32 && isSnapshot(request) && reply.status == 200 && reply.cut)
        emptySnapshot(reply, true);
    if (m_bug == 15 && reply.status == 401 && (isPush(request) || isPull(request)))
        onDesktop(desktop, u"DELETE FROM outbox"_s);
    if (m_bug == 40 && request.path.startsWith(u"/v1/auth/refresh"))
        onServer(u"UPDATE refresh_tokens SET spent_at = spent_at - 31000 WHERE spent_at > ?"_s,
                 {m_world.server().clock().now().ms - 1'000});
    if (!isPush(request) || reply.status != 200)
        return;
    if (m_bug == 8 && chance(50)) {
        if (const auto push = pushIn(request.body); push && !push->ops.isEmpty()) {
            const QVariantList from{push->device.toString(), push->ops.front().seq};
            onServer(u"DELETE FROM sync_results WHERE device_id = ? AND seq >= ?"_s, from);
            onServer(u"UPDATE sync_devices SET last_seq = ? WHERE device_id = ?"_s,
                     {push->ops.front().seq - 1, push->device.toString()});
            reply = {.status = 500, .body = "{}"};
        }
    }
    if (m_bug == 10 || (m_bug == 20 && m_world.desktop(desktop).clock().wrongBy < 0))
        sendAgain(request);
    if (m_bug == 28)
        makeAgain(desktop, request, reply);
}

void Planting::failed(int desktop, const engine::HttpRequest& request)
{
    if (!isPush(request))
        return;
    if (m_bug == 5) {
        if (const auto push = pushIn(request.body)) {
            for (const protocol::Op& op : push->ops)
                onDesktop(desktop, u"DELETE FROM outbox WHERE op_id = '%1'"_s.arg(op.id.toString()));
        }
    }
    if (m_bug == 17)
        m_stuck[size_t(desktop)] = true;
}

bool Planting::swallows(int desktop, const engine::HttpRequest& request) const
{
    return isPush(request) && m_stuck[size_t(desktop)];
}

void Planting::changePage(int desktop, const engine::HttpRequest& request, Reply& reply)
{
    auto page = pageIn(reply);
    if (!page)
        return;
    replica::Replica& replica = m_world.desktop(desktop).replica();
    auto& rows = page->rows;
    const auto removeIf = [&](const auto& which) { rows.removeIf(which); };
    switch (m_bug) {
    case 1:
        if (!rows.isEmpty() && chance(50))
            rows.removeFirst();
        break;
    case 2:
        if (const auto early = std::exchange(m_page[size_t(desktop)], std::nullopt))
            rows = early->rows;
        break;
    case 3: {
        qint64& stall = m_stall[size_t(desktop)];
        if (stall < 0 && chance(10))
            stall = replica.cursor();
        if (stall >= 0) {
            rows.clear();
            page->next = page->head = stall;
        }
        break;
    }
    case 4:
        m_page[size_t(desktop)] = page;
        return;
    case 7:
    case 24:
    case 25:
    case 32:
        break;
    case 19:
        for (protocol::SyncRow& row : rows) {
            if (row.table == u"variants" && chance(50))
                row.data[u"onHand"_s] = row.data.value(u"onHand"_s).toInt() + 1;
        }
        break;
    case 29: {
        const auto base = baseOf(desktop);
        QSet<QString> gone;
        for (const protocol::SyncRow& row : std::as_const(rows)) {
            if (row.table == u"products" && !base.contains({row.table, row.id}) && row.data.value(u"status"_s) == u"archived"_s)
                gone.insert(row.id);
        }
        removeIf([&](const protocol::SyncRow& row) {
            return gone.contains(row.id) || gone.contains(row.data.value(u"productId"_s).toString());
        });
        break;
    }
    case 30:
        if (desktop == 1) {
            const auto base = baseOf(desktop);
            for (protocol::SyncRow& row : rows) {
                if (base.value({row.table, row.id}).data.value(u"status"_s) == u"archived"_s)
                    row.data[u"status"_s] = u"archived"_s;
            }
        }
        break;
    case 31: {
        const auto base = baseOf(desktop);
        removeIf([&](const protocol::SyncRow& row) { return row.table == u"orders" && !base.contains({row.table, row.id}); });
        break;
    }
    case 37:
        page->epoch = replica.epoch();
        break;
    default:
        return;
    }
    (void)request;
    agree(desktop, *page);
    reply.body = protocol::toJson(page->toJson());
}

/// The sums say what the desktop will find.
void Planting::agree(int desktop, protocol::PullAnswer& page)
{
    replica::Replica& replica = m_world.desktop(desktop).replica();
    const auto base = baseOf(desktop);
    page.rowSum = replica.rowSum();
    page.rowCount = replica.rowCount();
    for (const protocol::SyncRow& row : std::as_const(page.rows)) {
        if (row.version <= replica.cursor())
            continue;
        if (const auto old = base.constFind({row.table, row.id}); old != base.cend()) {
            page.rowSum.remove(protocol::rowShare(row.table, row.id, old->version));
            --page.rowCount;
        }
        if (!row.deleted) {
            page.rowSum.add(protocol::rowShare(row.table, row.id, row.version));
            ++page.rowCount;
        }
    }
}

/// All that the desktop has, as deleted.
void Planting::pretendDeleted(int desktop, Reply& reply)
{
    replica::Replica& replica = m_world.desktop(desktop).replica();
    protocol::PullAnswer page{.epoch = replica.epoch(),
                              .head = replica.cursor() + 1,
                              .lastSeq = replica.acknowledgedSeq(),
                              .next = replica.cursor() + 1,
                              .complete = true};
    const auto base = baseOf(desktop);
    for (auto it = base.cbegin(); it != base.cend(); ++it) {
        if (it.key().first == u"variants")
            page.rows.append({.table = it.key().first, .id = it.key().second, .version = page.next, .deleted = true, .data = {}});
    }
    reply = {.status = 200, .body = protocol::toJson(page.toJson())};
}

void Planting::emptySnapshot(Reply& reply, bool half) const
{
    QList<QByteArray> lines = reply.body.split('\n');
    protocol::ObjectReader reader(protocol::parseObject(lines.takeFirst()).value_or(QJsonObject()));
    auto head = protocol::SnapshotHead::read(reader);
    if (!reader.ok())
        return;
    head.rowCount = 0;
    head.rowSum = protocol::RowSum(0);
    QByteArray rows;
    for (const QByteArray& line : std::as_const(lines)) {
        protocol::ObjectReader one(protocol::parseObject(line).value_or(QJsonObject()));
        const auto row = protocol::SyncRow::read(one);
        if (!half || !one.ok())
            continue;
        head.rowSum.add(protocol::rowShare(row.table, row.id, row.version));
        ++head.rowCount;
        rows += line + '\n';
    }
    reply.body = protocol::toJson(head.toJson()) + '\n' + rows + "{\"end\":true}\n";
    reply.cut = false;
}

/// What was pushed, once more, by somebody who thinks it is theirs.
void Planting::sendAgain(const engine::HttpRequest& request)
{
    auto push = pushIn(request.body);
    if (!push)
        return;
    const auto someId = [this] {
        std::array<quint8, 10> bytes{};
        m_random.fill(bytes);
        return makeUuidV7(WrongClock::startMs + ++m_copies, bytes);
    };
    push->device = DeviceId(someId());
    qint64 seq = 0;
    for (protocol::Op& op : push->ops) {
        op.id = OpId(someId());
        op.seq = ++seq;
    }
    engine::HttpRequest again = request;
    again.body = protocol::toJson(push->toJson());
    m_inside = true;
    (void)m_world.server().handle(again);
    m_inside = false;
}

void Planting::makeAgain(int desktop, const engine::HttpRequest& request, const Reply& reply)
{
    const auto push = pushIn(request.body);
    protocol::ObjectReader reader(protocol::parseObject(reply.body).value_or(QJsonObject()));
    const auto answer = protocol::PushAnswer::read(reader);
    for (const protocol::OpResult& result : answer.results) {
        if (result.code != u"archived"_s || !push)
            continue;
        engine::HttpRequest create{.method = "POST", .path = u"/v1/products"_s, .headers = request.headers};
        create.body = protocol::toJson({{u"name"_s, u"Dibuat lagi"_s}, {u"description"_s, u""_s}, {u"category"_s, u"Dapur"_s},
                                        {u"price"_s, 1'000}, {u"stock"_s, 0}});
        (void)m_world.server().handle(create);
    }
    (void)desktop;
}

void Planting::sendOldPrices(int desktop)
{
    if (!m_world.server().isUp() || !m_world.desktop(desktop).isOpen())
        return;
    const auto base = baseOf(desktop);
    Signed seller = m_world.start().sellers[desktop];
    for (auto it = base.cbegin(); it != base.cend(); ++it) {
        if (it.key().first != u"variants")
            continue;
        const QJsonObject variant{{u"id"_s, it.key().second}, {u"price"_s, it->data.value(u"price"_s)}};
        (void)m_world.askAs(seller, "PATCH", u"/v1/products/"_s + it->data.value(u"productId"_s).toString(),
                            protocol::toJson({{u"variants"_s, QJsonArray{variant}}}));
    }
}

} // namespace belanjain::simulation
