// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/samples/loader.h"
#include "marketplace/samples/order_plan.h"
#include "marketplace/samples/stable_hash.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace belanjain::marketplace::samples {
namespace {

constexpr qint64 minuteMs = 60'000;
constexpr qint64 hourMs = 60 * minuteMs;
constexpr qint64 dayMs = 24 * hourMs;
constexpr int historyDays = 60;
/// What the first order of a new marketplace's demo store is called after; see the pictures of the design.
constexpr int firstNumber = 10'001;

struct Person
{
    QLatin1StringView name;
    QLatin1StringView street;
    QLatin1StringView city;
    QLatin1StringView province;
    QLatin1StringView postcode;
};

/// Invented people at streets that many Indonesian cities have.
constexpr std::array<Person, 18> people = {{
    {demoCustomerName, "Jl. Kenanga 14"_L1, "Kota Bandung"_L1, "Jawa Barat"_L1, "40131"_L1},
    {"Budi Santoso"_L1, "Jl. Melati 3"_L1, "Kab. Bogor"_L1, "Jawa Barat"_L1, "16911"_L1},
    {"Dewi Lestari"_L1, "Jl. Anggrek 27"_L1, "Kota Surabaya"_L1, "Jawa Timur"_L1, "60241"_L1},
    {"Agus Pratama"_L1, "Jl. Pemuda 88"_L1, "Kota Semarang"_L1, "Jawa Tengah"_L1, "50132"_L1},
    {"Putri Anggraini"_L1, "Jl. Kamboja 5"_L1, "Kota Denpasar"_L1, "Bali"_L1, "80233"_L1},
    {"Rizky Hidayat"_L1, "Jl. Merdeka 41"_L1, "Kota Medan"_L1, "Sumatera Utara"_L1, "20111"_L1},
    {"Ni Made Ayu"_L1, "Jl. Raya Ubud 21"_L1, "Kab. Gianyar"_L1, "Bali"_L1, "80571"_L1},
    {"Yohanes Siregar"_L1, "Jl. Sudirman 102"_L1, "Kota Pekanbaru"_L1, "Riau"_L1, "28116"_L1},
    {"Fitriani"_L1, "Jl. Pelita 9"_L1, "Kota Makassar"_L1, "Sulawesi Selatan"_L1, "90111"_L1},
    {"Andi Saputra"_L1, "Jl. Kaliurang 12"_L1, "Kab. Sleman"_L1, "DI Yogyakarta"_L1, "55281"_L1},
    {"Maria Tuhumury"_L1, "Jl. Pattimura 7"_L1, "Kota Ambon"_L1, "Maluku"_L1, "97124"_L1},
    {"Hendra Wijaya"_L1, "Jl. Mangga Besar 18"_L1, "Jakarta Barat"_L1, "DKI Jakarta"_L1, "11180"_L1},
    {"Nurul Aini"_L1, "Jl. Cempaka 2"_L1, "Kab. Lombok Barat"_L1, "Nusa Tenggara Barat"_L1, "83351"_L1},
    {"Eko Purnomo"_L1, "Jl. Ijen 36"_L1, "Kota Malang"_L1, "Jawa Timur"_L1, "65119"_L1},
    {"Ratna Sari"_L1, "Jl. Veteran 55"_L1, "Kota Padang"_L1, "Sumatera Barat"_L1, "25116"_L1},
    {"Bayu Nugroho"_L1, "Jl. Gejayan 31"_L1, "Kota Yogyakarta"_L1, "DI Yogyakarta"_L1, "55223"_L1},
    {"Lina Marlina"_L1, "Jl. Pajajaran 64"_L1, "Kota Bogor"_L1, "Jawa Barat"_L1, "16128"_L1},
    {"Wulan Sari"_L1, "Jl. Ampera 11"_L1, "Kota Palembang"_L1, "Sumatera Selatan"_L1, "30111"_L1},
}};

struct Service
{
    QLatin1StringView name;
    qint64 rupiah;
};
constexpr std::array<Service, 3> services = {
    {{"JNE REG"_L1, 18'000}, {"SiCepat REG"_L1, 15'000}, {"JNE YES"_L1, 32'000}}};

PlannedCustomer customerOf(const Person& person)
{
    const QString name = person.name;
    PlannedCustomer customer;
    customer.name = name;
    customer.email = name == demoCustomerName ? QString(demoCustomerEmail)
                                              : name.toLower().replace(u' ', u'.') + u"@contoh.id"_s;
    // 0812-0000-… is nobody's, as far as numbers go that look like one.
    customer.phone = u"08120000%1"_s.arg(stableHash(name, "phone") % 10'000, 4, 10, '0'_L1);
    customer.street = person.street;
    customer.city = person.city;
    customer.province = person.province;
    customer.postcode = person.postcode;
    return customer;
}

/// What goes into carts: the store's variants with the fast sellers more often.
class Shelf
{
public:
    explicit Shelf(const SampleStore& store)
        : m_store(store)
    {
        for (qsizetype p = 0; p < store.products.size(); ++p) {
            const SampleProduct& product = store.products.at(p);
            const int times = product.sold > 20'000 ? 6 : product.sold > 2'000 ? 3 : 1;
            for (qsizetype v = 0; v < product.variants.size(); ++v) {
                for (int i = 0; i < times; ++i)
                    m_tickets.append({p, v, 0, product.variants.at(v).price});
            }
        }
    }

    bool isEmpty() const { return m_tickets.isEmpty(); }

    QList<PlannedLine> fill(const QString& key) const
    {
        const quint64 hash = stableHash(key, "cart");
        const int wanted = hash % 8 == 0 ? 3 : hash % 3 == 0 ? 2 : 1;
        QList<PlannedLine> lines;
        for (int i = 0; i < wanted; ++i) {
            const quint64 pick = stableHash(key + QString::number(i), "line");
            PlannedLine line = m_tickets.at(qsizetype(pick % quint64(m_tickets.size())));
            line.quantity = quantityFor(line.unitPrice, pick >> 32);
            const bool there = std::ranges::any_of(lines, [&line](const PlannedLine& each) {
                return each.product == line.product && each.variant == line.variant;
            });
            if (!there)
                lines.append(line);
        }
        return lines;
    }

    qint64 grams(const QList<PlannedLine>& lines) const
    {
        qint64 sum = 0;
        for (const PlannedLine& line : lines)
            sum += qint64(m_store.products.at(line.product).variants.at(line.variant).weightGrams) *
                   line.quantity;
        return sum;
    }

private:
    /// Cheap things are bought by the dozen.
    static int quantityFor(Money price, quint64 hash)
    {
        if (price.rupiah < 5'000)
            return 12 + int(hash % 37);
        if (price.rupiah < 20'000)
            return 2 + int(hash % 8);
        return price.rupiah < 100'000 ? 1 + int(hash % 3) : 1;
    }

    const SampleStore& m_store;
    QList<PlannedLine> m_tickets;
};

class Planner
{
public:
    Planner(const SampleStore& store, Instant now)
        : m_shelf(store)
        , m_now(now)
    {
        for (const Person& person : people)
            m_plan.customers.append(customerOf(person));
    }

    OrderPlan plan()
    {
        if (m_shelf.isEmpty())
            return std::move(m_plan);
        past();
        onTheirWay();
        open();
        std::ranges::sort(m_plan.orders, {},
                          [](const PlannedOrder& order) { return order.moments.placedAt; });
        int number = firstNumber;
        for (PlannedOrder& order : m_plan.orders)
            order.number = QString::number(number++);
        return std::move(m_plan);
    }

private:
    Instant before(qint64 ms) const { return {m_now.ms - ms}; }

    PlannedOrder& add(const QString& key, qsizetype person, Instant placedAt)
    {
        PlannedOrder order;
        order.customer = person;
        order.moments.placedAt = placedAt;
        order.lines = m_shelf.fill(key);
        const quint64 hash = stableHash(key, "way");
        const Service& service = services[hash % services.size()];
        const qint64 kilograms = std::max<qint64>(1, (m_shelf.grams(order.lines) + 999) / 1000);
        order.service = service.name;
        order.shipping = {service.rupiah * kilograms};
        static constexpr std::array<QLatin1StringView, 4> methods = {"BANK_TRANSFER"_L1, "EWALLET"_L1,
                                                                     "COD"_L1, "CARD"_L1};
        order.paymentMethod = methods[(hash >> 8) % methods.size()];
        m_plan.orders.append(order);
        return m_plan.orders.last();
    }

    void ship(PlannedOrder& order, const QString& key) const
    {
        const qint64 placed = order.moments.placedAt.ms;
        const quint64 hash = stableHash(key, "times");
        order.moments.processedAt = Instant{placed + 20 * minuteMs + qint64(hash % quint64(5 * hourMs))};
        order.moments.shippedAt =
            Instant{order.moments.processedAt->ms + hourMs + qint64((hash >> 20) % quint64(20 * hourMs))};
        order.trackingNumber = u"CONTOH%1"_s.arg(hash % 100'000'000, 8, 10, '0'_L1);
    }

    void past()
    {
        for (int day = historyDays; day >= 5; --day) {
            const int count = 2 + int(stableHash(QString::number(day), "day") % 5);
            for (int i = 0; i < count; ++i) {
                const QString key = u"%1/%2"_s.arg(day).arg(i);
                const quint64 hash = stableHash(key, "past");
                const Instant placed = before(day * dayMs + qint64(hash % quint64(14 * hourMs)));
                PlannedOrder& order = add(key, qsizetype((hash >> 24) % people.size()), placed);
                if (hash % 29 == 0) {
                    order.moments.cancelledAt = Instant{placed.ms + 2 * hourMs};
                    order.cancelReason = u"Pembeli salah memilih barang"_s;
                    continue;
                }
                ship(order, key);
                const qint64 onTheRoad = dayMs + qint64((hash >> 40) % quint64(2 * dayMs));
                order.moments.deliveredAt = Instant{order.moments.shippedAt->ms + onTheRoad};
            }
        }
    }

    void onTheirWay()
    {
        for (int i = 0; i < 12; ++i) {
            const QString key = u"way/%1"_s.arg(i);
            PlannedOrder& order = add(key, i == 7 ? 0 : 9 + i % 9, before(30 * hourMs + i * 6 * hourMs));
            ship(order, key);
        }
    }

    void open()
    {
        static constexpr std::array<qint64, 5> fresh = {27 * minuteMs, 44 * minuteMs, 3 * hourMs, 19 * hourMs,
                                                        53 * hourMs};
        static constexpr std::array<qint64, 4> inTheMaking = {4 * hourMs, 5 * hourMs, 22 * hourMs,
                                                              47 * hourMs};
        qsizetype person = 0;
        for (const qint64 age : fresh) {
            add(u"new/%1"_s.arg(person), person, before(age));
            ++person;
        }
        for (const qint64 age : inTheMaking) {
            PlannedOrder& order = add(u"making/%1"_s.arg(person), person, before(age));
            order.moments.processedAt = Instant{order.moments.placedAt.ms + 32 * minuteMs};
            ++person;
        }
    }

    Shelf m_shelf;
    Instant m_now;
    OrderPlan m_plan;
};

} // namespace

OrderPlan planDemoOrders(const SampleStore& store, Instant now) { return Planner(store, now).plan(); }

} // namespace belanjain::marketplace::samples
