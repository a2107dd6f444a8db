// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/stock_history_desk.h"

#include "protocol/json.h"
#include "replica/stock_notes.h"

#include <QUrl>

namespace belanjain::engine
{
using namespace Qt::StringLiterals;
using ports::StockHistoryPage;
namespace
{

constexpr int timeoutMs = 10'000;
constexpr qsizetype maxText = 500;

} // namespace

QList<ports::StockMove> movesFrom(const QJsonArray& items)
{
    QList<ports::StockMove> moves;
    for (const QJsonValue& item : items) {
        protocol::ObjectReader reader(item.toObject());
        ports::StockMove move{.at = reader.instant(u"at"),
                              .delta = reader.integer32(u"delta"),
                              .reservedDelta = reader.integer32(u"reservedDelta"),
                              .reason = reader.optionalString(u"reason").value_or(QString()).left(maxText),
                              .by = reader.optionalString(u"by").value_or(QString()).left(maxText),
                              .orderNumber = reader.optionalString(u"orderNumber").value_or(QString()).left(maxText),
                              .onHandAfter = reader.integer32(u"onHandAfter")};
        const auto kind = parseMoveKind(reader.string(u"kind"));
        if (!reader.ok() || !kind)
            continue;
        move.kind = *kind;
        moves.append(move);
    }
    return moves;
}

StockHistoryDesk::StockHistoryDesk(Post post, QObject* parent) : ports::StockHistory(parent), m_post(std::move(post)) {}

void StockHistoryDesk::read(quint64 ticket, const VariantId& variant)
{
    m_newest = ticket;
    m_post([this, ticket, variant, online = m_online](WorkspaceCore& core) {
        replica::Work work(core.worker->replica().database());
        StockHistoryPage page{.variant = variant};
        if (const auto seen = replica::seenMoves(work, variant)) {
            page.moves = movesFrom(seen->first);
            page.seenAt = seen->second;
        }
        page.waiting = replica::waitingMoves(work, variant);
        hand(ticket, page);
        if (online)
            ask(core, ticket, variant, {});
        else
            refuse(ticket, {});
    });
}

void StockHistoryDesk::readMore(quint64 ticket, const VariantId& variant, const QString& cursor)
{
    m_newest = ticket;
    m_post([this, ticket, variant, cursor, online = m_online](WorkspaceCore& core) {
        if (online)
            ask(core, ticket, variant, cursor);
        else
            refuse(ticket, {});
    });
}

/// On the replica's thread, as are take(), and the callers of hand() and refuse().
void StockHistoryDesk::ask(WorkspaceCore& core, quint64 ticket, const VariantId& variant, const QString& cursor)
{
    if (!core.api) {
        refuse(ticket, {});
        return;
    }
    QString path = u"/v1/variants/%1/moves?limit=%2"_s.arg(variant.toString()).arg(pageSize);
    if (!cursor.isEmpty())
        path += u"&cursor="_s + QString::fromLatin1(QUrl::toPercentEncoding(cursor));
    core.api->send({.path = path, .timeoutMs = timeoutMs}, [this, &core, ticket, variant, cursor](const HttpAnswer& answer) {
        take(core, ticket, variant, !cursor.isEmpty(), answer);
    });
}

void StockHistoryDesk::take(WorkspaceCore& core, quint64 ticket, const VariantId& variant, bool more,
                            const HttpAnswer& answer)
{
    if (answer.status == 404) {
        // A variant that was made here and not sent yet has no ledger there.
        replica::Work work(core.worker->replica().database());
        hand(ticket, {.variant = variant, .live = true, .moves = {}, .nextCursor = {},
                      .waiting = replica::waitingMoves(work, variant)});
        return;
    }
    const auto body = answer.success() ? protocol::parseObject(answer.body) : tl::unexpected(0);
    if (!body || !body->value(u"items"_s).isArray()) {
        refuse(ticket, answer.reached() ? u"answered with status %1"_s.arg(answer.status) : QString());
        return;
    }
    const QJsonArray items = body->value(u"items"_s).toArray();
    if (!more) {
        // Only a convenience: without it the history is not there offline.
        (void)core.worker->note([&](replica::Work& work) {
            replica::rememberMoves(work, variant, items, core.parts.clock.now());
        });
    }
    replica::Work work(core.worker->replica().database());
    hand(ticket, {.variant = variant,
                  .live = true,
                  .seenAt = core.parts.clock.now(),
                  .more = more,
                  .moves = movesFrom(items),
                  .nextCursor = body->value(u"nextCursor"_s).toString(),
                  .waiting = replica::waitingMoves(work, variant)});
}

void StockHistoryDesk::hand(quint64 ticket, const StockHistoryPage& page)
{
    QMetaObject::invokeMethod(
        this,
        [this, ticket, page] {
            if (ticket == m_newest)
                Q_EMIT pageRead(ticket, page);
        },
        Qt::QueuedConnection);
}

void StockHistoryDesk::refuse(quint64 ticket, const QString& reason)
{
    QMetaObject::invokeMethod(
        this,
        [this, ticket, reason] {
            if (ticket == m_newest)
                Q_EMIT failed(ticket, reason);
        },
        Qt::QueuedConnection);
}

void StockHistoryDesk::setOnline(bool online)
{
    if (online == m_online)
        return;
    m_online = online;
    Q_EMIT stale();
}

void StockHistoryDesk::notifyChanged(const replica::Touched& touched)
{
    if (!touched.rows.isEmpty() || touched.structure || touched.rejections)
        QMetaObject::invokeMethod(this, &StockHistoryDesk::stale, Qt::QueuedConnection);
}

} // namespace belanjain::engine
