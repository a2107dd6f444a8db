// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/removal_guard.h"

#include "protocol/rows.h"
#include "replica/stored_json.h"

#include <QSet>

namespace belanjain::replica {
using namespace Qt::StringLiterals;
namespace {

QString forSale(QStringView schema, QStringView alias)
{
    return u"%2.archived = 0 AND EXISTS (SELECT 1 FROM %1.variants v WHERE v.product = %2.row)"_s.arg(schema, alias);
}

} // namespace

void RemovalGuard::consider(const QString& table, const QByteArray& id)
{
    static const QString ofProduct = u"SELECT p.id, p.name FROM products p WHERE p.id = ? AND p.version > 0 AND "_s + forSale(u"main", u"p");
    static const QString ofVariant = u"SELECT p.id, p.name FROM variants own JOIN products p ON p.row = own.product "
                                     "WHERE own.id = ? AND p.version > 0 AND p.archived = 0"_s;
    m_work.one(table == QStringView(protocol::table::products) ? ofProduct : ofVariant, {id}, [&](const storage::Row& row) {
        m_candidates.insert(row.bytes(0), row.text(1));
        return true;
    });
}

void RemovalGuard::before(const QList<protocol::SyncRow>& rows)
{
    for (const protocol::SyncRow& row : rows) {
        const bool product = row.table == QStringView(protocol::table::products);
        const bool variant = row.table == QStringView(protocol::table::variants);
        const bool goes = row.deleted || (product && row.data.value(u"status").toString() == u"archived");
        const auto id = parseUuid(row.id);
        if ((product || variant) && goes && id && m_work.ok())
            consider(row.table, id->toRfc4122());
    }
    // So few are never more than half of twenty.
    if (m_candidates.size() <= smallest / 2)
        m_candidates.clear();
    else
        m_total = m_work.integer(u"SELECT count(*) FROM products p WHERE p.version > 0 AND "_s + forSale(u"main", u"p"));
}

std::optional<ports::RemovalPause> RemovalGuard::after(Instant now)
{
    static const QString left = u"SELECT 1 FROM products p WHERE p.id = ? AND "_s + forSale(u"main", u"p");
    QStringList names;
    for (auto it = m_candidates.cbegin(); it != m_candidates.cend(); ++it) {
        if (m_work.ok() && !m_work.has(left, {it.key()}))
            names << it.value();
    }
    if (!m_work.ok() || !isTooMuch(names.size(), m_total))
        return std::nullopt;
    names.sort(Qt::CaseInsensitive);
    return ports::RemovalPause{.products = int(names.size()), .total = int(m_total), .names = names.mid(0, shownNames), .askedAt = now};
}

std::optional<ports::RemovalPause> RemovalGuard::afterSwap(Instant now)
{
    const QString shown = u"FROM old.products p WHERE p.version > 0 AND "_s + forSale(u"old", u"p");
    const qint64 total = m_work.integer(u"SELECT count(*) "_s + shown);
    if (total < smallest)
        return std::nullopt;
    const QString gone = shown + u" AND NOT EXISTS (SELECT 1 FROM main.products n WHERE n.id = p.id AND "_s + forSale(u"main", u"n") + u')';
    const qint64 going = m_work.integer(u"SELECT count(*) "_s + gone);
    if (!m_work.ok() || !isTooMuch(going, total))
        return std::nullopt;
    const QStringList names = m_work.all(u"SELECT p.name %1 ORDER BY p.name_key LIMIT ?"_s.arg(gone), {shownNames},
                                         [](const storage::Row& row) { return row.text(0); });
    return ports::RemovalPause{.products = int(going), .total = int(total), .names = names, .askedAt = now};
}

std::optional<ports::RemovalPause> RemovalGuard::stored()
{
    return m_work.one(u"SELECT products, total, names, asked_at FROM removal_pause WHERE accepted = 0"_s, {},
                      [](const storage::Row& row) {
                          QStringList names;
                          const QJsonArray list = arrayFrom(row.text(2));
                          for (const QJsonValue& name : list)
                              names << name.toString();
                          return ports::RemovalPause{.products = row.integer32(0), .total = row.integer32(1), .names = names, .askedAt = {row.integer(3)}};
                      });
}

bool RemovalGuard::isAccepted() { return m_work.has(u"SELECT 1 FROM removal_pause WHERE accepted = 1"_s, {}); }

void RemovalGuard::store(const ports::RemovalPause& pause)
{
    m_work.run(u"INSERT OR REPLACE INTO removal_pause (one, products, total, names, asked_at) VALUES (1,?,?,?,?)"_s,
               {pause.products, pause.total, toText(QJsonArray::fromStringList(pause.names)), pause.askedAt.ms});
}

void RemovalGuard::accept() { m_work.run(u"UPDATE removal_pause SET accepted = 1"_s); }

void RemovalGuard::clear() { m_work.run(u"DELETE FROM removal_pause"_s); }

} // namespace belanjain::replica
