// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/review.h"
#include "support/test_server.h"

#include <QSet>
#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace belanjain;
using namespace belanjain::testing;
using namespace Qt::StringLiterals;

namespace
{

QByteArray reviewsOf(const QString& product) { return "/v1/products/" + product.toLatin1() + "/reviews"; }
QByteArray replyTo(const QJsonObject& review)
{
    return "/v1/reviews/" + review.value(u"id").toString().toLatin1() + "/reply";
}

} // namespace

class ReviewsTest : public QObject
{
    Q_OBJECT

private:
    struct Goods
    {
        QString product;
        QString variant;
    };

    static Goods addProduct(const TestServer::Person& seller, const QString& name)
    {
        const QJsonObject made =
            seller.client.post("/v1/products", {{u"name"_s, name}, {u"description"_s, u""_s}, {u"category"_s, u"Dapur"_s},
                                                {u"price"_s, 85'000}, {u"stock"_s, 100}}).json();
        return {made.value(u"id").toString(),
                made.value(u"variants").toArray().at(0).toObject().value(u"id").toString()};
    }
    /// An order of one piece, placed now; its id.
    static QByteArray buy(const TestServer::Person& buyer, const Goods& goods)
    {
        buyer.client.post("/v1/cart/items", {{u"variantId"_s, goods.variant}, {u"quantity"_s, 1}});
        const QJsonObject address{{u"recipient"_s, u"Budi"_s},    {u"phone"_s, u"08123456789"_s},
                                  {u"street"_s, u"Jl. Melati 7"_s}, {u"city"_s, u"Surabaya"_s},
                                  {u"province"_s, u"Jawa Timur"_s}, {u"postcode"_s, u"60111"_s}};
        const HttpReply done = buyer.client.post("/v1/checkouts", {{u"address"_s, address}, {u"paymentMethod"_s, u"COD"_s}},
                                                 {{"Idempotency-Key", goods.variant.toLatin1()}});
        return done.json().value(u"orders").toArray().at(0).toObject().value(u"id").toString().toLatin1();
    }
    static int move(const TestServer::Person& who, const QByteArray& order, const QString& to)
    {
        return who.client.post("/v1/orders/" + order + "/transitions", {{u"to"_s, to}}).status;
    }
    static void receive(const TestServer::Person& buyer, const TestServer::Person& seller, const Goods& goods)
    {
        const QByteArray order = buy(buyer, goods);
        QCOMPARE(move(seller, order, u"SHIPPED"_s), 200);
        QCOMPARE(move(buyer, order, u"DELIVERED"_s), 200);
    }
    static HttpReply review(const TestServer::Person& buyer, const Goods& goods, int rating, const QString& comment = {})
    {
        return buyer.client.post(reviewsOf(goods.product), {{u"rating"_s, rating}, {u"comment"_s, comment}});
    }
    static QStringList commentsOf(const QJsonObject& list)
    {
        QStringList comments;
        for (const QJsonValue& item : list.value(u"items").toArray())
            comments << item.toObject().value(u"comment").toString();
        return comments;
    }
    /// Ratings are what the reviews and what was brought along add up to.
    static void checkRatings(const TestServer& server)
    {
        const auto db = server.openDatabase();
        const auto read = db->each(
            u"SELECT p.rating_sum, p.review_count, p.rating_milli, p.carried_rating_sum, p.carried_rating_count, "
            "(SELECT CAST(coalesce(sum(r.rating), 0) AS BIGINT) FROM reviews r WHERE r.product_id = p.id), "
            "(SELECT count(*) FROM reviews r WHERE r.product_id = p.id) FROM products p"_s,
            {}, [](const storage::Row& row) {
                QCOMPARE(row.integer(0), row.integer(3) + row.integer(5));
                QCOMPARE(row.integer(1), row.integer(4) + row.integer(6));
                QCOMPARE(row.integer(2), ratingMilli(row.integer(0), row.integer(1)));
            });
        QVERIFY(read);
    }

private Q_SLOTS:
    void takesAReviewOfWhatWasDelivered()
    {
        TestServer server;
        const auto ani = server.seller(u"ani@example.com"_s);
        const auto budi = server.customer(u"budi@example.com"_s);
        const Goods wok = addProduct(ani, u"Wajan"_s);
        QCOMPARE(review(budi, wok, 5).code(), u"not_purchased"_s);
        const QByteArray order = buy(budi, wok);
        QCOMPARE(review(budi, wok, 5).status, 403);
        QCOMPARE(move(ani, order, u"SHIPPED"_s), 200);
        QCOMPARE(review(budi, wok, 5).code(), u"not_purchased"_s);
        QCOMPARE(move(budi, order, u"DELIVERED"_s), 200);
        const QByteArray tagBefore = server.client().get("/v1/products/" + wok.product.toLatin1()).header("ETag");

        server.clock().advance(1'000);
        const HttpReply made = review(budi, wok, 4, u"  Bagus,\r\ntebal  "_s);
        QCOMPARE(made.status, 201);
        const QJsonObject body = made.json();
        const QString id = body.value(u"id").toString();
        const qint64 version = body.value(u"version").toInteger();
        QCOMPARE(body, (QJsonObject{{u"id"_s, id}, {u"productId"_s, wok.product}, {u"customerName"_s, u"budi"_s},
                                    {u"rating"_s, 4}, {u"comment"_s, u"Bagus,\ntebal"_s}, {u"reply"_s, QJsonValue()},
                                    {u"repliedAt"_s, QJsonValue()}, {u"createdAt"_s, toRfc3339(server.clock().now())},
                                    {u"version"_s, version}}));
        QVERIFY(version > 0);
        QCOMPARE(made.header("ETag"), "\"v" + QByteArray::number(version) + '"');
        QCOMPARE(made.header("Location"), "/v1/reviews/" + id.toLatin1());
        const HttpReply one = server.client().get(made.header("Location"));
        QCOMPARE(one.json(), body);
        QCOMPARE(server.client().get(made.header("Location"), {{"If-None-Match", one.header("ETag")}}).status, 304);

        const HttpReply again = review(budi, wok, 1);
        QCOMPARE(again.status, 409);
        QCOMPARE(again.code(), u"already_reviewed"_s);

        const HttpReply product = server.client().get("/v1/products/" + wok.product.toLatin1());
        QCOMPARE(product.json().value(u"rating").toDouble(), 4.0);
        QCOMPARE(product.json().value(u"reviewCount").toInt(), 1);
        QVERIFY(product.header("ETag") != tagBefore);
        QCOMPARE(server.client().get("/v1/stores/" + ani.storeId.toLatin1()).json().value(u"rating").toDouble(), 4.0);
        checkRatings(server);
    }

    void refusesWhatIsNoReview()
    {
        TestServer server;
        const auto ani = server.seller(u"ani@example.com"_s);
        const auto budi = server.customer(u"budi@example.com"_s);
        const Goods wok = addProduct(ani, u"Wajan"_s);
        receive(budi, ani, wok);
        const QByteArray path = reviewsOf(wok.product);
        for (const int rating : {6, 0, -1}) {
            const HttpReply refused = review(budi, wok, rating);
            QCOMPARE(refused.status, 422);
            QCOMPARE(refused.code(), u"out_of_range"_s);
            QCOMPARE(refused.json().value(u"errors").toArray().at(0).toObject().value(u"field").toString(), u"rating"_s);
        }
        QCOMPARE(budi.client.post(path, {{u"comment"_s, u"x"_s}}).status, 400);
        QCOMPARE(budi.client.post(path, {{u"rating"_s, 4.5}}).status, 400);
        QCOMPARE(budi.client.post(path, {{u"rating"_s, u"5"_s}}).status, 400);
        QCOMPARE(budi.client.post(path, {{u"rating"_s, 5}, {u"comment"_s, 7}}).status, 400);
        QCOMPARE(review(budi, wok, 5, QString(maxReviewComment + 1, u'x')).status, 422);
        QCOMPARE(ani.client.post(path, {{u"rating"_s, 5}}).status, 403);
        QCOMPARE(server.client().post(path, {{u"rating"_s, 5}}).status, 401);
        QCOMPARE(review(budi, {budi.userId, {}}, 5).status, 404);
        QCOMPARE(server.client().get(path).json().value(u"items").toArray().size(), 0);
        QCOMPARE(budi.client.post(path, {{u"rating"_s, 5}}).status, 201);
        QCOMPARE(commentsOf(server.client().get(path).json()), QStringList{u""_s});
        checkRatings(server);
    }

    void saysWhyInTheReadersLanguage()
    {
        TestServer server;
        const auto ani = server.seller(u"ani@example.com"_s);
        const auto budi = server.customer(u"budi@example.com"_s);
        const Goods wok = addProduct(ani, u"Wajan"_s);
        QCOMPARE(review(budi, wok, 5).json().value(u"detail").toString(),
                 u"Ulasan dapat ditulis setelah pesanan Anda dengan produk ini selesai."_s);
        const HttpReply english =
            budi.client.post(reviewsOf(wok.product), {{u"rating"_s, 5}}, {{"Accept-Language", "en"}});
        QCOMPARE(english.json().value(u"detail").toString(),
                 u"You can write a review once an order of yours with this product has been delivered."_s);
    }

    void listsNewestFirstByPageAndStars()
    {
        TestServer server;
        const auto ani = server.seller(u"ani@example.com"_s);
        const Goods wok = addProduct(ani, u"Wajan"_s);
        const QList<int> stars{5, 3, 5, 1, 5};
        for (int i = 0; i < stars.size(); ++i) {
            const auto buyer = server.customer(u"b%1@example.com"_s.arg(i));
            receive(buyer, ani, wok);
            QCOMPARE(review(buyer, wok, stars[i], QString::number(i)).status, 201);
            if (i != 2) // two at the same moment
                server.clock().advance(1'000);
        }
        const QByteArray path = reviewsOf(wok.product);
        const QJsonObject all = server.client().get(path).json();
        QCOMPARE(commentsOf(all), (QStringList{u"4"_s, u"3"_s, u"2"_s, u"1"_s, u"0"_s}));
        QVERIFY(all.value(u"nextCursor").isNull());
        QVERIFY(!all.contains(u"meta"));
        QCOMPARE(all.value(u"summary").toObject(),
                 (QJsonObject{{u"average"_s, 3.8}, {u"count"_s, 5},
                              {u"histogram"_s, QJsonObject{{u"1"_s, 1}, {u"2"_s, 0}, {u"3"_s, 1}, {u"4"_s, 0}, {u"5"_s, 3}}}}));

        QStringList seen;
        QByteArray cursor;
        do {
            const QJsonObject page = server.client().get(path + "?limit=2" + cursor).json();
            seen += commentsOf(page);
            const QString next = page.value(u"nextCursor").toString();
            cursor = next.isEmpty() ? QByteArray() : "&cursor=" + next.toLatin1();
        } while (!cursor.isEmpty() && seen.size() < 20);
        QCOMPARE(seen, commentsOf(all));

        const QJsonObject second = server.client().get(path + "?rating=5&limit=2&page=2").json();
        QCOMPARE(commentsOf(second), QStringList{u"0"_s});
        QCOMPARE(second.value(u"meta").toObject(), (QJsonObject{{u"total"_s, 3}, {u"page"_s, 2}, {u"lastPage"_s, 2}}));
        for (const char* bad : {"?rating=6", "?rating=0", "?rating=x", "?rating=+5", "?limit=0", "?limit=101", "?cursor=abc"})
            QCOMPARE(server.client().get(path + bad).status, 400);
        // Another product's cursor is unknown here.
        const Goods cup = addProduct(ani, u"Cangkir"_s);
        const QString next = server.client().get(path + "?limit=2").json().value(u"nextCursor").toString();
        QCOMPARE(server.client().get(reviewsOf(cup.product) + "?cursor=" + next.toLatin1()).status, 400);

        // An archived product is there for its own seller only.
        QCOMPARE(ani.client.remove("/v1/products/" + wok.product.toLatin1()).status, 204);
        QCOMPARE(server.client().get(path).status, 404);
        QCOMPARE(commentsOf(ani.client.get(path).json()), commentsOf(all));
    }

    void letsTheSellerReply()
    {
        TestServer server;
        const auto ani = server.seller(u"ani@example.com"_s);
        const auto eko = server.seller(u"eko@example.com"_s);
        const auto budi = server.customer(u"budi@example.com"_s);
        const Goods wok = addProduct(ani, u"Wajan"_s);
        receive(budi, ani, wok);
        const HttpReply made = review(budi, wok, 2, u"Tipis"_s);
        const QByteArray path = replyTo(made.json());

        server.clock().advance(60'000);
        QCOMPARE(eko.client.put(path, {{u"reply"_s, u"x"_s}}).status, 403);
        QCOMPARE(budi.client.put(path, {{u"reply"_s, u"x"_s}}).status, 403);
        QCOMPARE(server.client().put(path, {{u"reply"_s, u"x"_s}}).status, 401);
        QCOMPARE(ani.client.put(path, {}).status, 400);
        QCOMPARE(ani.client.put(path, {{u"reply"_s, QString(maxReviewReply + 1, u'x')}}).status, 422);
        QCOMPARE(ani.client.put("/v1/reviews/" + ani.storeId.toLatin1() + "/reply", {{u"reply"_s, u"x"_s}}).status, 404);

        const HttpReply replied = ani.client.put(path, {{u"reply"_s, u"Kami ganti"_s}}, {{"If-Match", made.header("ETag")}});
        QCOMPARE(replied.status, 200);
        QCOMPARE(replied.json().value(u"reply").toString(), u"Kami ganti"_s);
        QCOMPARE(replied.json().value(u"repliedAt").toString(), toRfc3339(server.clock().now()));
        QVERIFY(replied.header("ETag") != made.header("ETag"));
        QCOMPARE(server.client().get(reviewsOf(wok.product)).json().value(u"items").toArray(), QJsonArray{replied.json()});

        // What was read before is stale; the same text again changes nothing.
        QCOMPARE(ani.client.put(path, {{u"reply"_s, u"Lain"_s}}, {{"If-Match", made.header("ETag")}}).status, 412);
        server.clock().advance(60'000);
        QCOMPARE(ani.client.put(path, {{u"reply"_s, u"Kami ganti"_s}}).json(), replied.json());
        const QJsonObject taken = ani.client.put(path, {{u"reply"_s, u""_s}}).json();
        QVERIFY(taken.value(u"reply").isNull());
        QVERIFY(taken.value(u"repliedAt").isNull());
    }

    void keepsRatingsRightWhenManyReviewAtOnce()
    {
        TestServer server;
        const auto ani = server.seller(u"ani@example.com"_s);
        const Goods wok = addProduct(ani, u"Wajan"_s);
        std::vector<TestServer::Person> buyers;
        for (int i = 0; i < 12; ++i) {
            buyers.push_back(server.customer(u"b%1@example.com"_s.arg(i)));
            receive(buyers.back(), ani, wok);
        }
        std::atomic<int> made{0};
        std::atomic<int> refused{0};
        std::vector<std::thread> threads;
        // Each twice at the same time: one of the two counts.
        for (size_t i = 0; i < 2 * buyers.size(); ++i) {
            threads.emplace_back([&, i] {
                const HttpReply reply = review(buyers[i / 2], wok, 1 + int(i / 2) % 5);
                made += reply.status == 201;
                refused += reply.code() == u"already_reviewed";
            });
        }
        for (std::thread& thread : threads)
            thread.join();
        QCOMPARE(made.load(), 12);
        QCOMPARE(refused.load(), 12);
        checkRatings(server);
        const QJsonObject product = server.client().get("/v1/products/" + wok.product.toLatin1()).json();
        QCOMPARE(product.value(u"reviewCount").toInt(), 12);
        QCOMPARE(product.value(u"rating").toDouble(), 2.75); // 1 to 5 twice, and 1 and 2 again
    }

    void reachesTheSellersDesktop()
    {
        TestServer server;
        const auto ani = server.seller(u"ani@example.com"_s);
        const auto budi = server.customer(u"budi@example.com"_s);
        const Goods wok = addProduct(ani, u"Wajan"_s);
        receive(budi, ani, wok);
        const QByteArray device = "0192f000-0000-7000-8000-000000000001";
        const QByteArray pull = "/v1/sync/pull?schema=1&deviceId=" + device;
        const QJsonObject before = ani.client.get(pull + "&after=0").json();
        const QString epoch = before.value(u"epoch").toString();
        const QJsonObject made = review(budi, wok, 5, u"Suka \"sekali\""_s).json();
        const QByteArray since = pull + "&epoch=" + epoch.toLatin1() + "&after=";
        const QJsonObject news = ani.client.get(since + QByteArray::number(before.value(u"next").toInteger())).json();
        QCOMPARE(news.value(u"rows").toArray().size(), 1);
        const QJsonObject row = news.value(u"rows").toArray().at(0).toObject();
        QCOMPARE(row.value(u"table").toString(), u"reviews"_s);
        QJsonObject data = row.value(u"data").toObject();
        data[u"id"_s] = row.value(u"id");
        data[u"version"_s] = row.value(u"version");
        QCOMPARE(data, made);
        QCOMPARE(news.value(u"rowCount").toInteger(), before.value(u"rowCount").toInteger() + 1);
    }
};

QTEST_GUILESS_MAIN(ReviewsTest)
#include "reviews_test.moc"
