// SPDX-License-Identifier: GPL-3.0-or-later
#include "shopping.h"

#include <QTest>

#include <random>
#include <thread>

using namespace belanjain;
using namespace belanjain::testing;

/// Carts nobody thought of, many at once. The doctor looks at the database when each story ends.
class GeneratedCartsTest : public QObject
{
    Q_OBJECT

private:
    struct Shelf
    {
        QString store;
        Goods goods;
        qint64 price = 0;
        qint64 stock = 0;
        qint64 reserved = 0;
    };
    struct World
    {
        TestServer server;
        std::vector<TestServer::Person> sellers;
        std::vector<Shelf> shelves;

        World(int stores, int products, qint64 most, std::mt19937& random)
        {
            for (int s = 0; s < stores; ++s) {
                sellers.push_back(server.seller(u"toko%1@example.com"_s.arg(s)));
                for (int p = 0; p < products; ++p) {
                    const qint64 price = 1 + qint64(random() % 2'000'000);
                    const qint64 stock = 1 + qint64(random()) % most;
                    const Goods goods = addProduct(sellers.back(), u"Barang %1"_s.arg(p), price, int(stock));
                    shelves.push_back({sellers.back().storeId, goods, price, stock});
                }
            }
        }
    };

    static qint64 number(const QJsonObject& object, const QString& key) { return object.value(key).toInteger(-1); }

    /// What holds of every answer to a checkout.
    static void checkSums(const QJsonObject& answer)
    {
        qint64 total = 0;
        QSet<QString> stores;
        QSet<QString> numbers;
        const QJsonArray orders = answer.value(u"orders").toArray();
        for (const QJsonValue& value : orders) {
            const QJsonObject order = value.toObject();
            qint64 subtotal = 0;
            const QJsonArray lines = order.value(u"lines").toArray();
            for (const QJsonValue& line : lines) {
                const QJsonObject each = line.toObject();
                QCOMPARE(number(each, u"lineTotal"_s), number(each, u"unitPrice"_s) * number(each, u"quantity"_s));
                subtotal += number(each, u"lineTotal"_s);
            }
            QVERIFY(!lines.isEmpty());
            QCOMPARE(number(order, u"subtotal"_s), subtotal);
            QCOMPARE(number(order, u"total"_s),
                     subtotal + number(order, u"shippingCost"_s) - number(order, u"discount"_s));
            total += number(order, u"total"_s);
            stores.insert(order.value(u"storeId").toString());
            numbers.insert(order.value(u"number").toString());
        }
        QCOMPARE(number(answer, u"total"_s), total);
        QCOMPARE(stores.size(), orders.size());
        QCOMPARE(numbers.size(), orders.size());
    }

private Q_SLOTS:
    void sumsHoldOfWhateverIsBought()
    {
        constexpr quint32 seed = 20'261'121;
        std::mt19937 random(seed);
        World world(5, 4, 60, random);
        auto buyer = world.server.customer(u"budi@example.com"_s);
        const QStringList services{u"REGULER"_s, u"EKONOMI"_s, u"EKSPRES"_s, u"KARGO"_s};
        int bought = 0;
        int refused = 0;
        for (int round = 0; round < 40; ++round) {
            std::map<size_t, qint64> wanted;
            for (int n = 1 + int(random() % 6); n > 0; --n)
                wanted[random() % world.shelves.size()] = 1 + qint64(random() % 12);
            QJsonObject shipping;
            QJsonArray variants;
            for (const auto& [shelf, quantity] : wanted) {
                const Shelf& each = world.shelves[shelf];
                QCOMPARE(buyer.client.put("/v1/cart/items/" + each.goods.variant.toLatin1(), {{u"quantity"_s, quantity}})
                             .status, 200);
                variants.append(each.goods.variant);
                if (random() % 3 > 0)
                    shipping[each.store] = services[qsizetype(random() % size_t(services.size()))];
            }
            const bool enough = std::all_of(wanted.cbegin(), wanted.cend(), [&](const auto& line) {
                return world.shelves[line.first].stock - world.shelves[line.first].reserved >= line.second;
            });
            const HttpReply reply =
                checkout(buyer, order({{u"shipping"_s, shipping}, {u"variantIds"_s, variants}}), QByteArray::number(round));
            QVERIFY2(reply.status == (enough ? 201 : 409),
                     qPrintable(u"seed %1, round %2: %3"_s.arg(seed).arg(round).arg(QString::fromUtf8(reply.body))));
            if (!enough) {
                ++refused;
                continue;
            }
            ++bought;
            checkSums(reply.json());
            QSet<QString> stores;
            for (const auto& [shelf, quantity] : wanted) {
                world.shelves[shelf].reserved += quantity;
                stores.insert(world.shelves[shelf].store);
            }
            QCOMPARE(reply.json().value(u"orders").toArray().size(), stores.size());
        }
        QVERIFY2(bought > 10 && refused > 2, qPrintable(u"%1 bought, %2 refused"_s.arg(bought).arg(refused)));
        for (const Shelf& shelf : world.shelves) {
            const auto seller = std::find_if(world.sellers.cbegin(), world.sellers.cend(),
                                             [&](const auto& each) { return each.storeId == shelf.store; });
            QCOMPARE(stock(*seller, shelf.goods), (Stock{shelf.stock, shelf.reserved, shelf.stock - shelf.reserved}));
        }
    }

    void sellsTenPiecesToFortyBuyersAtOnce()
    {
        TestServer server;
        const auto ani = server.seller(u"ani@example.com"_s);
        const Goods wok = addProduct(ani, u"Wajan"_s, 85'000, 10);
        std::vector<TestServer::Person> buyers;
        for (int i = 0; i < 40; ++i) {
            buyers.push_back(server.customer(u"buyer%1@example.com"_s.arg(i)));
            QCOMPARE(put(buyers.back(), wok.variant, 1).status, 201);
        }
        std::atomic<int> sold{0};
        std::atomic<int> refused{0};
        std::vector<std::thread> threads;
        for (const TestServer::Person& buyer : buyers) {
            threads.emplace_back([&] {
                const HttpReply reply = checkout(buyer, order(), "mine");
                sold += reply.status == 201;
                refused += reply.status == 409 && reply.code() == u"out_of_stock";
            });
        }
        for (std::thread& thread : threads)
            thread.join();
        QCOMPARE(sold.load(), 10);
        QCOMPARE(refused.load(), 30);
        QCOMPARE(stock(ani, wok), (Stock{10, 10, 0}));
    }

    void keepsItsWordAmongManyCartsAtOnce()
    {
        std::mt19937 random(7);
        World world(3, 3, 12, random);
        std::vector<TestServer::Person> buyers;
        for (int i = 0; i < 8; ++i)
            buyers.push_back(world.server.customer(u"buyer%1@example.com"_s.arg(i)));
        std::vector<std::map<QString, qint64>> bought(buyers.size());
        std::atomic<int> failures{0};
        std::vector<std::thread> threads;
        for (size_t b = 0; b < buyers.size(); ++b) {
            threads.emplace_back([&, b] {
                std::mt19937 own(quint32(b + 1));
                for (int round = 0; round < 6; ++round) {
                    std::map<QString, qint64> cart;
                    QJsonArray variants;
                    for (int n = 0; n < 3; ++n)
                        cart[world.shelves[own() % world.shelves.size()].goods.variant] = 1 + qint64(own() % 3);
                    for (const auto& [variant, quantity] : cart) {
                        failures += buyers[b].client.put("/v1/cart/items/" + variant.toLatin1(),
                                                         {{u"quantity"_s, quantity}}).status != 200;
                        variants.append(variant);
                    }
                    const HttpReply reply = checkout(buyers[b], order({{u"variantIds"_s, variants}}),
                                                     QByteArray::number(round));
                    failures += reply.status != 201 && reply.status != 409;
                    if (reply.status == 201) {
                        for (const auto& [variant, quantity] : cart)
                            bought[b][variant] += quantity;
                    }
                }
            });
        }
        for (std::thread& thread : threads)
            thread.join();
        QCOMPARE(failures.load(), 0);
        for (const Shelf& shelf : world.shelves) {
            qint64 reserved = 0;
            for (const auto& each : bought) {
                if (const auto found = each.find(shelf.goods.variant); found != each.end())
                    reserved += found->second;
            }
            const auto seller = std::find_if(world.sellers.cbegin(), world.sellers.cend(),
                                             [&](const auto& each) { return each.storeId == shelf.store; });
            QCOMPARE(stock(*seller, shelf.goods), (Stock{shelf.stock, reserved, shelf.stock - reserved}));
        }
    }
};

QTEST_GUILESS_MAIN(GeneratedCartsTest)
#include "generated_carts_test.moc"
