// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/jobs/weekly_report.h"

#include "domain/periods.h"
#include "marketplace/analytics/sales_numbers.h"
#include "marketplace/analytics/stock_numbers.h"
#include "marketplace/mail/outbox.h"

#include <QDateTime>
#include <QHash>
#include <QJsonArray>
#include <QTimeZone>

#include <limits>
#include <memory>

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
using storage::Database;
using storage::Result;
using storage::Row;
namespace
{

constexpr int reportHour = 7;
constexpr int storesAtOnce = 50;
constexpr int namedProducts = 5;
constexpr int namedVariants = 10;

struct ReportStore
{
    QString id;
    QString name;
};


/// One run over all zones.
class Reports
{
public:
    Reports(Services& services, Instant now, JobCaller caller) : m_services(services), m_now(now), m_caller(caller) {}

    tl::expected<QStringList, QString> run(QHash<QString, Instant>& done)
    {
        const auto zones = readZones();
        if (!zones)
            return tl::unexpected(zones.error());
        for (const QString& name : *zones) {
            const QTimeZone zone(name.toLatin1());
            if (!zone.isValid())
                continue;
            const Instant slot = lastReportTime(m_now, zone);
            const bool wanted = m_caller == JobCaller::Hand || (slot > m_since && done.value(name) != slot);
            if (!wanted)
                continue;
            if (const auto sent = inZone(name, zone, slot); !sent)
                return tl::unexpected(sent.error());
            done.insert(name, slot);
        }
        return m_lines;
    }

private:
    tl::expected<QStringList, QString> readZones()
    {
        Result<QStringList> zones = QStringList();
        Result<std::optional<qint64>> since = std::optional<qint64>();
        const bool read = m_services.executor.readAndWait([&](Database& db) {
            zones = db.all(u"SELECT DISTINCT time_zone FROM stores ORDER BY time_zone"_s, {},
                           [](const Row& row) { return row.text(0); });
            since = db.one(u"SELECT value FROM settings WHERE name = 'jobs_since'"_s, {},
                           [](const Row& row) { return row.text(0).toLongLong(); });
        });
        if (!read)
            return tl::unexpected(u"the server is busy or ending"_s);
        if (!zones || !since)
            return tl::unexpected(!zones ? zones.error().text : since.error().text);
        m_since = {since->value_or(std::numeric_limits<qint64>::max())};
        return *zones;
    }

    tl::expected<void, QString> inZone(const QString& name, const QTimeZone& zone, Instant slot)
    {
        QString after = u""_s;
        for (;;) {
            const auto stores = dueStores(name, slot, after);
            if (!stores)
                return tl::unexpected(stores.error());
            for (const ReportStore& store : *stores) {
                after = store.id;
                if (const auto queued = report(store, zone, slot); !queued)
                    return queued;
            }
            if (stores->size() < storesAtOnce)
                return {};
        }
    }

    tl::expected<QList<ReportStore>, QString> dueStores(const QString& zone, Instant slot, const QString& after)
    {
        // By hand a store need not have been there at the time.
        const qint64 madeBefore = m_caller == JobCaller::Hand ? std::numeric_limits<qint64>::max() : slot.ms;
        Result<QList<ReportStore>> stores = QList<ReportStore>();
        const bool read = m_services.executor.readAndWait([&](Database& db) {
            stores = db.all(
                u"SELECT s.id, s.name FROM stores s JOIN users u ON u.id = s.owner_id "
                "WHERE s.time_zone = ? AND s.created_at < ? AND s.id > ? AND u.locked = 0 AND NOT EXISTS "
                "(SELECT 1 FROM job_runs r WHERE r.job = 'weekly-report' AND r.scope = s.id AND r.slot = ?) "
                "ORDER BY s.id LIMIT ?"_s,
                {zone, madeBefore, after, slot.ms, storesAtOnce},
                [](const Row& row) { return ReportStore{row.text(0), row.text(1)}; });
        });
        if (!read)
            return tl::unexpected(u"the server is busy or ending"_s);
        if (!stores)
            return tl::unexpected(stores.error().text);
        return *stores;
    }

    /// A transaction for each store, so that buyers need not wait for all of them.
    tl::expected<void, QString> report(const ReportStore& store, const QTimeZone& zone, Instant slot)
    {
        const auto id = StoreId::parse(store.id);
        const QDate monday = dayOf(slot, zone).addDays(-7);
        QJsonObject figures;
        const auto queued = writeJob(m_services, [&](Database& db) -> Result<bool> {
            const auto mine = claimRun(db, u"weekly-report"_s, store.id, slot, m_now);
            if (!mine || !*mine)
                return mine;
            const auto found = weeklyFigures(db, id.value_or(StoreId()), monday, zone);
            if (!found)
                return tl::unexpected(found.error());
            figures = *found;
            const auto done = queueMail(db, m_services.ids, MailKind::WeeklyReport, store.id,
                                        m_services.clock.now(), figures);
            return done ? Result<bool>(true) : tl::unexpected(done.error());
        });
        if (!queued)
            return tl::unexpected(queued.error());
        if (*queued) {
            const QJsonObject week = figures.value(u"week").toObject();
            m_lines << u"%1, week from %2: booked %3, %4 orders; the mail waits to be sent"_s.arg(
                           store.name, monday.toString(Qt::ISODate))
                           .arg(week.value(u"booked").toInteger())
                           .arg(week.value(u"orders").toInteger());
        }
        return {};
    }

    Services& m_services;
    const Instant m_now;
    const JobCaller m_caller;
    Instant m_since;
    QStringList m_lines;
};

} // namespace

Instant lastReportTime(Instant now, const QTimeZone& zone)
{
    QDate monday = firstDay(dayOf(now, zone), Granularity::Week);
    const auto at = [&](QDate day) { return Instant{QDateTime(day, QTime(reportHour, 0), zone).toMSecsSinceEpoch()}; };
    if (at(monday) > now)
        monday = monday.addDays(-7);
    return at(monday);
}

Result<QJsonObject> weeklyFigures(Database& db, const StoreId& store, QDate monday, const QTimeZone& zone)
{
    const Period week = periodOf(monday, Granularity::Week, zone);
    const Period before = periodOf(monday.addDays(-7), Granularity::Week, zone);
    const auto sales = salesBy(db, store, {before, week});
    if (!sales)
        return tl::unexpected(sales.error());
    const auto top = topProducts(db, store, week.span, TopBy::Units, namedProducts);
    if (!top)
        return tl::unexpected(top.error());
    const auto low = lowStock(db, store, namedVariants);
    if (!low)
        return tl::unexpected(low.error());
    QJsonArray products;
    for (const TopProduct& product : *top)
        products.append(product.toJson());
    QJsonArray variants;
    for (const LowVariant& variant : low->variants)
        variants.append(variant.toJson());
    return QJsonObject{{u"firstDay"_s, monday.toString(Qt::ISODate)},
                       {u"timeZone"_s, QString::fromLatin1(zone.id())},
                       {u"week"_s, toJson(sales->at(1))},
                       {u"weekBefore"_s, toJson(sales->at(0))},
                       {u"topProducts"_s, products},
                       {u"lowStock"_s, variants},
                       {u"lowStockCount"_s, low->count}};
}

Job weeklyReportJob()
{
    // What is known to be done need not be asked of the database every time.
    const auto done = std::make_shared<QHash<QString, Instant>>();
    return {u"weekly-report"_s, u"Mails each seller the figures of the week. Mondays at 07:00 in the store's time zone."_s,
            [done](Services& services, Instant now, JobCaller caller) {
                return Reports(services, now, caller).run(*done);
            }};
}

} // namespace belanjain::marketplace
