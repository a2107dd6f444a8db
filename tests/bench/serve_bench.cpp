// SPDX-License-Identifier: GPL-3.0-or-later
// The marketplace in a process of its own over 10,000 products: its start, its memory, what it serves, what it
// sells, and that it neither oversells nor deadlocks. An own generator in this process drives it.
// usage: serve_bench [--database ADDRESS] [start read login cart transitions oversell carts]...
#include "bench/market.h"
#include "bench/measure.h"
#include "bench/shoppers.h"
#include "storage/database.h"

#include <QJsonArray>

#include <cmath>

using namespace belanjain;
using namespace belanjain::bench;
using namespace Qt::StringLiterals;

namespace
{

constexpr int stores = 20;
constexpr int customers = 200;

class Bench
{
public:
    Bench(const BenchDatabase& database, int seconds)
        : m_database(database), m_seconds(seconds), m_isPostgres(database.address().dialect == storage::Dialect::Postgres)
    {
    }

    void start()
    {
        QList<double> starts;
        QList<double> idle;
        for (int run = 0; run < 5; ++run) {
            const MarketProcess market(m_database.text());
            starts << market.startMs();
            idle << memoryMB("VmRSS", market.pid());
        }
        tell(u"start to first answer"_s, median(starts), u"ms"_s, u"<= 150"_s);
        tell(u"memory idle"_s, median(idle), u"MB"_s, u"<= 60"_s);
    }

    void open()
    {
        m_market = std::make_unique<MarketProcess>(m_database.text());
        for (int c = 1; c <= customers; ++c)
            m_tokens << m_market->accessToken(u"pembeli-%1@contoh.id"_s.arg(c));
        const auto db = storage::Database::open(m_database.address()).value();
        const auto read = db->each(u"SELECT store_id, id FROM variants ORDER BY store_id"_s, {}, [&](const storage::Row& row) {
            if (m_stores.isEmpty() || m_stores.last() != row.text(0)) {
                m_stores << row.text(0);
                m_shelves << QList<QByteArray>();
            }
            m_shelves.last() << row.text(1).toLatin1();
        });
        if (!read)
            qFatal("no variants: %s", qPrintable(read.error().text));
    }

    void read()
    {
        QList<QByteArray> searches;
        QList<QByteArray> details;
        for (const char* word : {"kaos", "sepatu", "kemeja", "batik", "lampu", "kopi", "premium", "mini", "katun", "wani"}) {
            const QByteArray target = "/v1/products?limit=24&q=" + QByteArray(word);
            searches << requestText("GET", target, {});
            const QJsonArray items = m_market->client().get(target).json().value(u"items").toArray();
            for (const QJsonValue& item : items)
                details << requestText("GET", "/v1/products/" + item[u"id"].toString().toLatin1(), {});
        }
        const bool sqlite = !m_isPostgres;
        measureReads(u"list of 24 with a search word, 32 clients"_s, searches, sqlite ? u">= 8000"_s : QString(),
                     sqlite ? u"<= 15"_s : QString());
        measureReads(u"product detail, 32 clients"_s, details, sqlite ? u">= 20000"_s : QString(), {});
    }

    /// Sign-ins whose passwords are hashed as dearly as in real life.
    void login()
    {
        QByteArrayList requests;
        for (int i = 0; i < 4; ++i) {
            const QString email = u"masuk-%1@contoh.id"_s.arg(i);
            const auto made = m_market->client().post("/v1/auth/register", {{u"name"_s, u"Masuk"_s}, {u"email"_s, email},
                                                                            {u"password"_s, sellerPassword}});
            if (made.status != 201)
                qFatal("cannot register: %d", made.status);
            requests << requestText("POST", "/v1/auth/login", {}, "{\"email\":\"" + email.toLatin1()
                                    + "\",\"password\":\"" + sellerPassword.toLatin1() + "\"}");
        }
        std::vector<std::unique_ptr<Client>> clients;
        for (const QByteArray& request : std::as_const(requests))
            clients.push_back(std::make_unique<Reader>("login", QList<QByteArray>{request}, 0));
        const Load load = drive(m_market->port(), clients, m_seconds);
        tellLoad(u"login, 4 clients"_s, load, "login");
    }

    void cart()
    {
        QList<double> rates;
        Load last;
        for (int run = 0; run < 3; ++run) {
            auto clients = shoppers(16, m_shelves, 3, 3, run * 1000);
            last = drive(m_market->port(), clients, m_seconds);
            rates << last.perSecond("checkout");
            if (last.statuses.value(201) != last.count("add") + last.count("checkout"))
                qFatal("cart: not every answer was a success");
        }
        tell(u"three-store carts (three adds, one checkout), 16 clients"_s, median(rates), u"carts/s"_s,
             m_isPostgres ? u">= 400"_s : u">= 1000"_s);
        tell(u"… checkout p50"_s, last.time("checkout", 0.5), u"ms"_s);
        tell(u"… checkout p99"_s, last.time("checkout", 0.99), u"ms"_s);
        tell(u"… add p50"_s, last.time("add", 0.5), u"ms"_s);
        tell(u"… add p99"_s, last.time("add", 0.99), u"ms"_s);
    }

    /// PENDING to PROCESSING to SHIPPED to DELIVERED, each seller their own orders.
    void transitions()
    {
        auto buyers = shoppers(16, m_shelves, 3, 3, 50'000);
        for (const auto& buyer : buyers)
            static_cast<Shopper&>(*buyer).keepsOrders = true;
        drive(m_market->port(), buyers, 1.5);
        QHash<QString, QList<QByteArray>> byStore;
        for (const auto& buyer : buyers) {
            for (const QByteArray& answer : std::as_const(static_cast<Shopper&>(*buyer).orders)) {
                const QJsonArray orders = QJsonDocument::fromJson(answer)[u"orders"].toArray();
                for (const QJsonValue& order : orders)
                    byStore[order[u"storeId"].toString()] << order[u"id"].toString().toLatin1();
            }
        }
        std::vector<std::unique_ptr<Client>> sellers;
        for (int s = 1; s <= 16; ++s) {
            const QString email = s == 1 ? sellerEmail : u"penjual-%1@contoh.id"_s.arg(s);
            const QByteArray token = m_market->accessToken(email);
            testing::HttpClient me = m_market->client();
            me.setToken(QString::fromLatin1(token));
            const QString store = me.get("/v1/me").json().value(u"storeId").toString();
            QList<QByteArray> requests;
            for (const QByteArray& order : std::as_const(byStore[store])) {
                for (const char* to : {"PROCESSING", "SHIPPED", "DELIVERED"})
                    requests << requestText("POST", "/v1/orders/" + order + "/transitions", token, "{\"to\":\"" + QByteArray(to) + "\"}");
            }
            sellers.push_back(std::make_unique<Once>("transition", requests));
        }
        const Load load = drive(m_market->port(), sellers, 0);
        if (load.statuses.value(200) != load.count("transition"))
            qFatal("transitions: not every answer was a success");
        tellLoad(u"order transitions, 16 sellers"_s, load, "transition");
    }

    /// In every round 200 buyers want one of 50 pieces.
    void oversell(int rounds)
    {
        testing::HttpClient seller = m_market->client();
        int right = 0;
        qint64 sold = 0;
        qint64 refused = 0;
        qint64 other = 0;
        for (int round = 0; round < rounds; ++round) {
            if (round % 50 == 0)
                seller.setToken(QString::fromLatin1(m_market->accessToken(sellerEmail)));
            const auto made = seller.post("/v1/products", {{u"name"_s, u"Rebutan %1"_s.arg(round)}, {u"description"_s, u""_s},
                                                           {u"category"_s, u"Dapur"_s}, {u"price"_s, 50'000}, {u"stock"_s, 50}});
            const QByteArray variant = made.json()[u"variants"][0][u"id"].toString().toLatin1();
            std::vector<std::unique_ptr<Client>> adds;
            std::vector<std::unique_ptr<Client>> checkouts;
            std::vector<std::unique_ptr<Client>> removals;
            for (const QByteArray& token : std::as_const(m_tokens)) {
                adds.push_back(once("add", requestText("POST", "/v1/cart/items", token, itemBody(variant, 1))));
                checkouts.push_back(once("checkout", requestText("POST", "/v1/checkouts", token, checkoutBody("[\"" + variant + "\"]"),
                                                                 "rebutan-" + QByteArray::number(round))));
                removals.push_back(once("remove", requestText("DELETE", "/v1/cart/items/" + variant, token)));
            }
            drive(m_market->port(), adds, 0);
            const Load load = drive(m_market->port(), checkouts, 0);
            const qint64 won = load.statuses.value(201);
            const qint64 lost = load.statuses.value(409);
            right += won == 50 && lost == customers - 50;
            sold += won;
            refused += lost;
            other += customers - won - lost;
            drive(m_market->port(), removals, 0);
        }
        tell(u"50 pieces, 200 buyers: rounds with exactly 50 sold and 150 clean refusals, of %1"_s.arg(rounds), right,
             u"rounds"_s, u">= %1"_s.arg(rounds));
        tell(u"… sold"_s, double(sold), u"pieces"_s);
        tell(u"… refused with 409"_s, double(refused), u"buyers"_s);
        tell(u"… any other answer"_s, double(other), u"answers"_s, u"<= 0"_s);
    }

    /// Carts of one to six lines out of a few sought-after variants, in any order, while sellers take them along.
    void carts(int seconds)
    {
        Shopper::Shelves few;
        for (int s = 0; s < 8; ++s)
            few << m_shelves[s].mid(0, 3);
        auto clients = shoppers(32, few, 1, 6, 90'000);
        const Load load = drive(m_market->port(), clients, seconds);
        tell(u"random carts, 32 clients, %1 s: checkouts"_s.arg(seconds), load.perSecond("checkout"), u"carts/s"_s);
        tell(u"… checkout p99"_s, load.time("checkout", 0.99), u"ms"_s);
        tell(u"… answers of 500 and more, broken connections"_s, double(load.serverErrors()), u"answers"_s, u"<= 0"_s);
    }

    void close()
    {
        tell(u"memory loaded (peak)"_s, memoryMB("VmHWM", m_market->pid()), u"MB"_s, u"<= 150"_s);
        m_market.reset();
        tell(u"doctor's findings afterwards"_s, m_database.isContent() ? 0 : 1, u""_s, u"<= 0"_s);
    }

private:
    static std::unique_ptr<Client> once(const char* kind, const QByteArray& request)
    {
        return std::make_unique<Once>(kind, QList<QByteArray>{request});
    }

    std::vector<std::unique_ptr<Client>> shoppers(int count, const Shopper::Shelves& shelves, int least, int most, int seed)
    {
        std::vector<std::unique_ptr<Client>> clients;
        for (int i = 0; i < count; ++i)
            clients.push_back(std::make_unique<Shopper>(m_tokens[i], shelves, quint32(seed + i), least, most));
        return clients;
    }

    void tell(const QString& name, double value, const QString& unit, const QString& target = {}) const
    {
        report(m_database.dialectName() + u": "_s + name, value, unit, target);
    }

    void tellLoad(const QString& name, const Load& load, const char* kind) const
    {
        tell(name, load.perSecond(kind), u"requests/s"_s);
        tell(u"… p50"_s, load.time(kind, 0.5), u"ms"_s);
        tell(u"… p99"_s, load.time(kind, 0.99), u"ms"_s);
        tell(u"… errors"_s, double(load.serverErrors()), u"answers"_s, u"<= 0"_s);
    }

    void measureReads(const QString& name, const QList<QByteArray>& requests, const QString& rateTarget, const QString& slowTarget)
    {
        QList<double> rates;
        QList<double> slow;
        Load load;
        for (int run = 0; run < 4; ++run) {
            std::vector<std::unique_ptr<Client>> clients;
            for (int i = 0; i < 32; ++i)
                clients.push_back(std::make_unique<Reader>("read", requests, i));
            load = drive(m_market->port(), clients, run == 0 ? 1 : m_seconds);
            if (load.statuses.value(200) != load.count("read"))
                qFatal("%s: not every answer was a success", qPrintable(name));
            if (run > 0) {
                rates << load.perSecond("read");
                slow << load.time("read", 0.99);
            }
        }
        tell(name, median(rates), u"requests/s"_s, rateTarget);
        tell(u"… p50"_s, load.time("read", 0.5), u"ms"_s);
        tell(u"… p99"_s, median(slow), u"ms"_s, slowTarget);
    }

    const BenchDatabase& m_database;
    int m_seconds;
    bool m_isPostgres;
    std::unique_ptr<MarketProcess> m_market;
    QList<QByteArray> m_tokens;
    QStringList m_stores;
    Shopper::Shelves m_shelves;
};

int numberFrom(const char* variable, int otherwise)
{
    const int given = qEnvironmentVariableIntValue(variable);
    return given > 0 ? given : otherwise;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    QStringList parts = QCoreApplication::arguments().mid(1);
    const BenchDatabase database(parts);
    if (const qsizetype at = parts.indexOf(u"--database"_s); at >= 0)
        parts.remove(at, 2);
    const auto wants = [&](const QString& part) { return parts.isEmpty() || parts.contains(part); };
    const QStringList known{u"start"_s, u"read"_s, u"login"_s, u"cart"_s, u"transitions"_s, u"oversell"_s, u"carts"_s};
    for (const QString& part : std::as_const(parts)) {
        if (!known.contains(part)) {
            std::fprintf(stderr, "serve_bench: there is no part '%s'; there are %s\n", qPrintable(part), qPrintable(known.join(u' ')));
            return 2;
        }
    }
    fillMarket(database.address(), {.stores = stores, .customers = customers, .leastStock = 100'000});
    Bench bench(database, 4);
    if (wants(u"start"_s))
        bench.start();
    bench.open();
    if (wants(u"read"_s))
        bench.read();
    if (wants(u"login"_s))
        bench.login();
    if (wants(u"cart"_s))
        bench.cart();
    if (wants(u"transitions"_s))
        bench.transitions();
    if (wants(u"oversell"_s))
        bench.oversell(numberFrom("BELANJAIN_ROUNDS", 100));
    if (wants(u"carts"_s))
        bench.carts(numberFrom("BELANJAIN_SECONDS", 60));
    bench.close();
    return 0;
}
