// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/orders_export_source.h"

#include "domain/periods.h"
#include "replica/order_queries.h"
#include "replica/stored_json.h"

#include <QTimeZone>

#include <functional>

namespace belanjain::replica {
using namespace Qt::StringLiterals;
using ports::OrderColumnKind;
using ports::OrdersExportRequest;
using ports::OrdersExportResult;
namespace {

/// Orders read at once: some hundred kilobytes.
constexpr int pageOrders = 500;
constexpr qint64 minuteMs = 60'000;

const QString& columnsRead()
{
    static const QString sql =
        u"o.row, o.created_at, o.number, o.status, o.customer_name, o.address, o.shipping_service, o.courier, "
        "o.tracking_number, o.payment_method, o.subtotal, o.shipping_cost, o.discount, o.total, o.processed_at, "
        "o.shipped_at, o.delivered_at, o.cancelled_at, o.cancel_reason, coalesce(l.sku, ''), coalesce(l.name, ''), "
        "coalesce(l.options, '{}'), coalesce(v.options_label, ''), coalesce(l.unit_price, 0), "
        "coalesce(l.quantity, 0), coalesce(l.line_total, 0), l.position"_s;
    return sql;
}

class Writer
{
public:
    Writer(Work& work, const OrdersExportRequest& request, sheet::TableWriter& file,
           std::function<bool(qint64, qint64)> goOn)
        : m_work(work)
        , m_request(request)
        , m_file(file)
        , m_goOn(std::move(goOn))
        , m_zone(request.timeZone)
    {
        if (!m_zone.isValid())
            m_zone = QTimeZone("Asia/Jakarta");
    }

    OrdersExportResult run()
    {
        QList<sheet::Column> columns;
        for (int i = 0; i < ports::orderColumnKinds; ++i)
            columns.append({m_request.titles.value(i), widthOf(OrderColumnKind(i))});
        keep(m_file.begin(m_request.name, columns));
        Sql where = orderConditions(m_request.query);
        if (!m_request.orders.isEmpty())
            where = theseOnly();
        const qint64 total = m_work.integer(u"SELECT count(*) FROM orders o"_s + where.text, where.values);
        where.text += (where.text.isEmpty() ? u" WHERE "_s : u" AND "_s) + u"(o.created_at, o.row) > (?, ?)"_s;
        qint64 after = std::numeric_limits<qint64>::min();
        qint64 row = 0;
        while (m_work.ok() && m_result.problem.isEmpty()) {
            if (!m_goOn(m_result.orders, total)) {
                m_result.cancelled = true;
                break;
            }
            // The page of orders first, by keyset, and then its lines: a LIMIT over both would cut an order.
            const QVariantList values = where.values + QVariantList{after, row, pageOrders};
            const auto page = m_work.all(
                u"SELECT o.created_at, o.row FROM orders o"_s + where.text + u" ORDER BY o.created_at, o.row LIMIT ?"_s,
                values, [](const storage::Row& r) { return std::pair(r.integer(0), r.integer(1)); });
            if (page.isEmpty())
                break;
            writePage(where, values);
            std::tie(after, row) = page.constLast();
        }
        return m_result;
    }

private:
    Sql theseOnly() const
    {
        QList<ports::RowNumber> rows;
        for (const OrderId& order : m_request.orders) {
            const auto row = m_work.one(u"SELECT row FROM orders WHERE id = ?"_s, {order.uuid().toRfc4122()},
                                        [](const storage::Row& r) { return r.integer32(0); });
            if (row)
                rows.append(*row);
        }
        return {u" WHERE o.row IN (SELECT value FROM json_each(?))"_s, {jsonArray(rows.constData(), rows.size())}};
    }

    void writePage(const Sql& where, const QVariantList& values)
    {
        qint64 last = -1;
        m_work.all(u"SELECT %1 FROM (SELECT o.* FROM orders o%2 ORDER BY o.created_at, o.row LIMIT ?) o "
                   "LEFT JOIN order_lines l ON l.order_row = o.row LEFT JOIN variants v ON v.id = l.variant "
                   "ORDER BY o.created_at, o.row, l.position"_s.arg(columnsRead(), where.text),
                   values, [&](const storage::Row& r) {
                       const bool first = r.integer(0) != last;
                       last = r.integer(0);
                       m_result.orders += first ? 1 : 0;
                       ++m_result.lines;
                       if (m_result.problem.isEmpty())
                           writeLine(r, first);
                       return 0;
                   });
    }

    void writeLine(const storage::Row& r, bool first)
    {
        if (first)
            m_address = objectFrom(r.text(5));
        const auto address = [&](QStringView key) { return sheet::Cell(m_address.value(key).toString()); };
        const auto word = [&](const QString& code) { return sheet::Cell(m_request.words.value(code, code)); };
        const auto ofOrder = [&](int column) { return first ? sheet::Cell(r.integer(column)) : sheet::Cell(); };
        const bool bare = !r.optionalInteger(26); // an order without lines
        const auto ofLine = [&](int column) { return bare ? sheet::Cell() : sheet::Cell(r.integer(column)); };
        QString options = r.text(22);
        if (options.isEmpty()) {
            QStringList parts;
            const QJsonObject stored = objectFrom(r.text(21));
            for (const QJsonValue& value : stored)
                parts << value.toString();
            options = parts.join(u", "_s);
        }
        // In the order of OrderColumnKind.
        keep(m_file.add({r.text(2), moment(r.integer(1)), m_request.statusWords.value(r.integer32(3)), r.text(4),
                         address(u"recipient"), address(u"phone"), address(u"street"), address(u"city"),
                         address(u"province"), address(u"postcode"), word(r.text(6)), r.text(7), r.text(8),
                         word(r.text(9)), r.text(19), r.text(20), options, ofLine(23), ofLine(24), ofLine(25),
                         ofOrder(10), ofOrder(11), ofOrder(12), ofOrder(13), moment(r.optionalInteger(14)),
                         moment(r.optionalInteger(15)), moment(r.optionalInteger(16)), moment(r.optionalInteger(17)),
                         r.text(18)}));
    }

    sheet::Cell moment(const std::optional<qint64>& ms) const
    {
        if (!ms)
            return {};
        const QDate day = dayOf({*ms}, m_zone);
        // What the clock on the wall showed, also on a day of 23 hours.
        const QTime time = QDateTime::fromMSecsSinceEpoch(*ms, m_zone).time();
        return sheet::Moment{day, int(time.msecsSinceStartOfDay() / minuteMs)};
    }

    static int widthOf(OrderColumnKind kind)
    {
        switch (kind) {
        case OrderColumnKind::Product:
        case OrderColumnKind::Street:
            return 40;
        case OrderColumnKind::Placed:
        case OrderColumnKind::Customer:
        case OrderColumnKind::Recipient:
        case OrderColumnKind::City:
        case OrderColumnKind::Tracking:
        case OrderColumnKind::Sku:
            return 20;
        default:
            return 14;
        }
    }

    void keep(const sheet::Outcome& outcome)
    {
        if (!outcome && m_result.problem.isEmpty())
            m_result.problem = outcome.error();
    }

    Work& m_work;
    const OrdersExportRequest& m_request;
    sheet::TableWriter& m_file;
    std::function<bool(qint64, qint64)> m_goOn;
    QTimeZone m_zone;
    QJsonObject m_address;
    OrdersExportResult m_result;
};

OrdersExportResult writeFile(storage::Database& database, const OrdersExportRequest& request,
                             const std::function<bool(qint64, qint64)>& goOn)
{
    const auto file = sheet::TableWriter::open(request.path, request.format, request.options);
    if (!file)
        return {.problem = file.error()};
    Work work(database);
    OrdersExportResult result = Writer(work, request, **file, goOn).run();
    if (!work.ok())
        result.problem = readFailure(work.failure().value());
    if (!result.cancelled && result.problem.isEmpty()) {
        if (const auto done = (*file)->commit(); !done)
            result.problem = done.error();
    }
    return result;
}

} // namespace

OrdersExportSource::OrdersExportSource(RecordLane& lane, QObject* parent)
    : ports::OrdersExport(parent)
    , m_runs(lane)
{}

void OrdersExportSource::start(quint64 ticket, const OrdersExportRequest& request)
{
    m_runs.start<OrdersExportResult>(this, ticket, [request](storage::Database& database, const auto& goOn) {
        return writeFile(database, request, goOn);
    });
}

} // namespace belanjain::replica
