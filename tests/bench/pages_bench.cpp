// SPDX-License-Identifier: GPL-3.0-or-later
// What the pages beside the stock table wait for at the size of the largest seller: 1,000,000 variants and
// 500,000 order lines in one replica, each reader on its own lane as in the desktop.
// usage: pages_bench [variants] [order lines] [folder]; a replica that lies in the folder is used again.
#include "bench/measure.h"
#include "protocol/row_sum.h"
#include "replica/catalogue_source.h"
#include "replica/finder_source.h"
#include "replica/home_source.h"
#include "replica/orders_export_source.h"
#include "replica/orders_source.h"
#include "replica/products_export_source.h"
#include "replica/replica.h"
#include "replica/restock_source.h"
#include "replica/sales_source.h"
#include "support/fake_time.h"
#include "support/generated_rows.h"

#include <QFileInfo>
#include <QTemporaryDir>

using namespace belanjain;
using namespace belanjain::bench;
using namespace belanjain::testing;
using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 dayMs = 86'400'000;
constexpr qint64 now = 1'795'300'000'000;
constexpr int linesInAnOrder = 2;

/// Orders of a year with two lines each, over the variants of the space that came before them.
class GeneratedOrders
{
public:
    GeneratedOrders(QList<protocol::OrderLineRow> goods, const QString& store, qint64 version, int lines)
        : m_goods(std::move(goods)), m_store(*StoreId::parse(store)), m_version(version), m_wanted(lines / linesInAnOrder)
    {
    }

    std::optional<protocol::SyncRow> next()
    {
        if (m_made >= m_wanted)
            return std::nullopt;
        // Spread evenly, so that the last day has as many as any other.
        const qint64 at = now - 365 * dayMs + qint64(double(m_made) / m_wanted * 365 * dayMs);
        ++m_made;
        protocol::OrderRow order{.number = u"#%1"_s.arg(10'000 + m_made),
                                 .checkout = QUuid::createUuidV5(QUuid(), QString::number(m_made)).toString(QUuid::WithoutBraces),
                                 .store = m_store,
                                 .storeName = u"Toko Uji"_s};
        order.customer = UserId(QUuid::createUuidV5(QUuid(), u"customer"_s + QString::number(m_random.below(40'000))));
        order.customerName = u"Pembeli %1"_s.arg(m_random.below(40'000));
        for (int i = 0; i < linesInAnOrder; ++i) {
            protocol::OrderLineRow line = m_goods[qsizetype(m_random.below(quint64(m_goods.size())))];
            line.quantity = qint32(1 + m_random.below(3));
            line.lineTotal = {line.unitPrice.rupiah * line.quantity};
            order.subtotal.rupiah += line.lineTotal.rupiah;
            order.lines.append(line);
        }
        order.shippingCost = {18'000};
        order.total = {order.subtotal.rupiah + order.shippingCost.rupiah};
        order.shippingAddress = {{u"recipient"_s, order.customerName}, {u"phone"_s, u"081234567890"_s},
                                 {u"street"_s, u"Jl. Melati 7"_s},     {u"city"_s, u"Bandung"_s},
                                 {u"province"_s, u"Jawa Barat"_s},     {u"postcode"_s, u"40115"_s}};
        order.shippingService = u"REGULER"_s;
        order.paymentMethod = u"COD"_s;
        order.createdAt = {at};
        // All but those of the last week have arrived.
        if (at < now - 7 * dayMs) {
            order.status = OrderStatus::Delivered;
            order.processedAt = Instant{at + dayMs / 4};
            order.shippedAt = Instant{at + dayMs};
            order.deliveredAt = Instant{at + 3 * dayMs};
        }
        const QString id = QUuid::createUuidV5(QUuid(), u"order"_s + QString::number(m_made)).toString(QUuid::WithoutBraces);
        return protocol::SyncRow{.table = QStringView(protocol::table::orders).toString(), .id = id, .version = ++m_version, .data = order.toJson()};
    }

private:
    QList<protocol::OrderLineRow> m_goods;
    StoreId m_store;
    qint64 m_version;
    int m_wanted;
    int m_made = 0;
    SeededRandom m_random{7};
};

/// The goods that are ordered, and the store, seen while the rows go by.
struct Goods
{
    QString store;
    QString productName;
    ProductId product;
    QList<protocol::OrderLineRow> lines;

    void see(const protocol::SyncRow& row)
    {
        if (row.table == protocol::table::stores) {
            store = row.id;
        } else if (row.table == protocol::table::products) {
            product = *ProductId::parse(row.id);
            productName = row.data[u"name"_s].toString();
        } else if (lines.size() < 50'000 && row.version % 20 == 0) {
            lines.append({.product = product,
                          .variant = *VariantId::parse(row.id),
                          .sku = row.data[u"sku"_s].toString(),
                          .name = productName,
                          .options = row.data[u"options"_s].toObject(),
                          .unitPrice = {row.data[u"price"_s].toInteger()}});
        }
    }
};

/// Every row of the space to each; false stops.
void eachRow(int variants, int lines, const std::function<void(protocol::SyncRow&&)>& each)
{
    GeneratedRows rows(1, variants);
    Goods goods;
    qint64 version = 0;
    while (auto row = rows.next()) {
        version = row->version;
        goods.see(*row);
        each(std::move(*row));
    }
    GeneratedOrders orders(goods.lines, goods.store, version, lines);
    while (auto row = orders.next())
        each(std::move(*row));
}

void load(replica::Replica& replica, int variants, int lines)
{
    protocol::SnapshotHead head{.epoch = u"epoch-1"_s};
    eachRow(variants, lines, [&](protocol::SyncRow&& row) {
        ++head.rowCount;
        head.head = row.version;
        head.rowSum.add(protocol::rowShare(row.table, row.id, row.version));
    });
    auto builder = std::move(replica.beginSnapshot(head).value());
    QList<protocol::SyncRow> batch;
    const auto flush = [&] {
        if (!builder->add(batch))
            qFatal("the rows could not be loaded");
        batch.clear();
    };
    eachRow(variants, lines, [&](protocol::SyncRow&& row) {
        batch.append(std::move(row));
        if (batch.size() == 10'000)
            flush();
    });
    flush();
    const auto swapped = replica.swapIn(std::move(builder));
    if (!swapped || !swapped->applied)
        qFatal("the rows could not be taken over");
}

/// Several times from the call to the answer; reports median and slowest.
template<class Ask, class Answered>
void timed(const QString& name, int times, Ask ask, Answered answered, const QString& target = {})
{
    QList<double> took;
    for (int i = 0; i < times; ++i) {
        QElapsedTimer timer;
        timer.start();
        ask(quint64(i + 1));
        waitUntil(qPrintable(name), [&] { return answered(quint64(i + 1)); }, 600);
        took.append(milliseconds(timer));
    }
    report(name + u", median"_s, median(took), u"ms"_s, target);
    report(name + u", slowest"_s, percentile(took, 1), u"ms"_s);
}

[[noreturn]] void stop(const QString& reason)
{
    qFatal("%s", qPrintable(reason));
}

class Pages
{
public:
    explicit Pages(const QString& file) : m_lane(file), m_file(file) {}

    void home()
    {
        replica::HomeSource source(m_lane);
        int answers = 0;
        QObject::connect(&source, &ports::HomeReader::reported, &source, [&] { ++answers; });
        QObject::connect(&source, &ports::HomeReader::failed, &source, stop);
        timed(u"home: everything on it"_s, 5, [&](quint64) { source.read({now}); }, [&](quint64 n) { return answers == int(n); });
    }

    void orders()
    {
        replica::OrdersSource source(m_lane);
        quint64 ordered = 0;
        qsizetype rows = 0;
        bool counted = false;
        QObject::connect(&source, &ports::OrdersReader::ordered, &source, [&](quint64 generation, const ports::RowOrder& order) {
            ordered = generation;
            rows = order->size();
        });
        QObject::connect(&source, &ports::OrdersReader::failed, &source, [](quint64, const QString& why) { stop(why); });
        QObject::connect(&source, &ports::OrdersReader::counted, &source, [&] { counted = true; });
        quint64 generation = 0;
        const auto open = [&](const QString& name, const ports::OrdersQuery& query) {
            timed(name, 5, [&](quint64) { source.open(++generation, query); }, [&](quint64) { return ordered == generation; });
            report(name + u": orders"_s, double(rows), u"orders"_s);
        };
        open(u"orders: all, newest first"_s, {});
        open(u"orders: new ones"_s, {.search = {}, .status = OrderStatus::Pending, .product = {}, .from = {}, .until = {}, .lateBefore = {}});
        open(u"orders: a number"_s, {.search = u"#123456"_s, .status = {}, .product = {}, .from = {}, .until = {}, .lateBefore = {}});
        open(u"orders: a customer and a product's word"_s,
             {.search = u"pembeli 12 kaos"_s, .status = {}, .product = {}, .from = {}, .until = {}, .lateBefore = {}});
        timed(u"orders: the tabs' counts"_s, 5,
              [&](quint64) {
                  counted = false;
                  source.readCounts({now - 2 * dayMs});
              },
              [&](quint64) { return counted; });
    }

    void sales()
    {
        replica::SalesSource source(m_lane);
        quint64 answered = 0;
        bool summarised = false;
        QObject::connect(&source, &ports::SalesReader::reported, &source, [&](quint64 ticket) { answered = ticket; });
        QObject::connect(&source, &ports::SalesReader::summarised, &source, [&] { summarised = true; });
        QObject::connect(&source, &ports::SalesReader::failed, &source, stop);
        quint64 ticket = 0;
        const QDate today = QDateTime::fromMSecsSinceEpoch(now).date();
        const auto ask = [&](const QString& name, int days, Granularity granularity) {
            const ports::SalesQuery query{.first = today.addDays(1 - days), .last = today, .granularity = granularity};
            timed(name, 5, [&](quint64) { source.readReport(++ticket, query); }, [&](quint64) { return answered == ticket; });
        };
        ask(u"analytics: 30 days by day"_s, 30, Granularity::Day);
        ask(u"analytics: a year by day"_s, 365, Granularity::Day);
        ask(u"analytics: a year by month"_s, 365, Granularity::Month);
        timed(u"analytics: the summary"_s, 5,
              [&](quint64) {
                  summarised = false;
                  source.readSummary({now});
              },
              [&](quint64) { return summarised; });
    }

    void catalogue()
    {
        replica::CatalogueSource source(m_lane);
        quint64 answered = 0;
        int total = 0;
        QObject::connect(&source, &ports::CatalogueReader::productsRead, &source, [&](quint64 ticket, const ports::ProductListPage& page) {
            answered = ticket;
            total = page.total;
        });
        QObject::connect(&source, &ports::CatalogueReader::codeFound, &source, [&](quint64 ticket) { answered = ticket; });
        QObject::connect(&source, &ports::CatalogueReader::failed, &source, [](quint64, const QString& why) { stop(why); });
        quint64 ticket = 0;
        const auto ask = [&](const QString& name, const ports::ProductListQuery& query) {
            timed(name, 5, [&](quint64) { source.readProducts(++ticket, query); }, [&](quint64) { return answered == ticket; });
            report(name + u": products"_s, total, u"products"_s);
        };
        ask(u"products: the first page"_s, {});
        ask(u"products: a word"_s, {.search = u"kaos"_s, .category = {}});
        ask(u"products: a category"_s, {.search = {}, .category = u"Dapur"_s});
        timed(u"scanner: a code to its variant"_s, 20, [&](quint64) { source.findCode(++ticket, u"KAO-000777"_s); },
              [&](quint64) { return answered == ticket; });
    }

    void finder()
    {
        replica::FinderSource source(m_lane);
        quint64 answered = 0;
        QObject::connect(&source, &ports::Finder::found, &source, [&](quint64 ticket) { answered = ticket; });
        QObject::connect(&source, &ports::Finder::failed, &source, [](quint64, const QString& why) { stop(why); });
        quint64 ticket = 0;
        for (const QString& words : {u"kaos katun"_s, u"#123456"_s, u"zzzz"_s}) {
            timed(u"palette: "_s + words, 5, [&](quint64) { source.find(++ticket, words); },
                  [&](quint64) { return answered == ticket; });
        }
    }

    void restock()
    {
        replica::RestockSource source(m_lane);
        quint64 answered = 0;
        QObject::connect(&source, &ports::RestockReader::listRead, &source, [&](quint64 ticket) { answered = ticket; });
        QObject::connect(&source, &ports::RestockReader::failed, &source, stop);
        timed(u"reorder list"_s, 3, [&](quint64 ticket) { source.read(ticket, {}, {now}); },
              [&](quint64 ticket) { return answered == ticket; });
    }

    void exports(const QString& folder)
    {
        for (const auto format : {sheet::Format::Csv, sheet::Format::Excel}) {
            const QString ending = format == sheet::Format::Csv ? u"csv"_s : u"xlsx"_s;
            exportOrders(folder + u"/orders."_s + ending, format, ending);
            exportProducts(folder + u"/products."_s + ending, format, ending);
        }
    }

private:
    void exportOrders(const QString& path, sheet::Format format, const QString& ending)
    {
        replica::OrdersExportSource source(m_lane);
        ports::OrdersExportRequest request{.path = path, .format = format, .name = u"Pesanan"_s, .timeZone = "Asia/Jakarta"};
        for (int i = 0; i < ports::orderColumnKinds; ++i)
            request.titles << u"Kolom %1"_s.arg(i);
        request.statusWords = {u"Baru"_s, u"Diproses"_s, u"Dikirim"_s, u"Selesai"_s, u"Batal"_s};
        std::optional<ports::OrdersExportResult> result;
        QObject::connect(&source, &ports::OrdersExport::finished, &source,
                         [&](quint64, const ports::OrdersExportResult& ended) { result = ended; });
        QElapsedTimer timer;
        timer.start();
        source.start(1, request);
        waitUntil("the orders' export", [&] { return result.has_value(); }, 600);
        if (!result->problem.isEmpty())
            stop(result->problem);
        report(u"orders to %1, %2 lines"_s.arg(ending).arg(result->lines), milliseconds(timer) / 1000, u"s"_s);
    }

    void exportProducts(const QString& path, sheet::Format format, const QString& ending)
    {
        replica::ProductsExportSource source(m_lane);
        std::optional<ports::ProductsExportResult> result;
        QObject::connect(&source, &ports::ProductsExport::finished, &source,
                         [&](quint64, const ports::ProductsExportResult& ended) { result = ended; });
        QElapsedTimer timer;
        timer.start();
        source.start(1, {.path = path, .format = format, .name = u"Produk"_s});
        waitUntil("the products' export", [&] { return result.has_value(); }, 600);
        if (!result->problem.isEmpty())
            stop(result->problem);
        report(u"products to %1, %2 rows"_s.arg(ending).arg(result->rows), milliseconds(timer) / 1000, u"s"_s);
    }

    replica::RecordLane m_lane;
    QString m_file;
};

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const int variants = arguments.value(1, u"1000000"_s).toInt();
    const int lines = arguments.value(2, u"500000"_s).toInt();
    const QTemporaryDir own;
    const QString folder = arguments.value(3, own.path());
    const QString path = folder + u"/replica.db"_s;
    const bool made = QFileInfo::exists(path);
    const FakeClock clock{Instant{now}};
    SeededRandom random(3);
    ports::IdFactory ids(clock, random);
    auto replica = replica::Replica::open(path, clock, ids);
    if (!replica)
        qFatal("%s", qPrintable(replica.error().text));
    if (!made)
        load(**replica, variants, lines);
    Pages pages((*replica)->databaseFile());
    pages.home();
    pages.orders();
    pages.sales();
    pages.catalogue();
    pages.finder();
    pages.restock();
    pages.exports(folder);
    report(u"memory, peak"_s, memoryMB("VmHWM"), u"MB"_s);
    return 0;
}
