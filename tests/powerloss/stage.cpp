// SPDX-License-Identifier: GPL-3.0-or-later
#include "stage.h"

#include "marketplace/doctor/doctor.h"
#include "marketplace/syncing/snapshot.h"
#include "protocol/json.h"
#include "replica/replica_file.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

namespace belanjain::powerloss
{
using namespace Qt::StringLiterals;
using storage::Row;

Image imageOf(const QString& folder)
{
    Image image;
    const QDir root(folder);
    for (QDirIterator it(folder, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDirIterator::Subdirectories); it.hasNext();) {
        const QFileInfo info(it.next());
        QFile file(info.filePath());
        const QString name = root.relativeFilePath(info.filePath());
        if (info.isDir())
            image[name + u'/'] = {};
        else if (file.open(QIODevice::ReadOnly))
            image[name] = file.readAll();
    }
    return image;
}

void restoreImage(const Image& image, const QString& folder)
{
    QDir(folder).removeRecursively();
    QDir root(folder);
    root.mkpath(u"."_s);
    for (auto it = image.cbegin(); it != image.cend(); ++it) {
        if (it.key().endsWith(u'/')) {
            root.mkpath(it.key());
            continue;
        }
        QFile file(root.filePath(it.key()));
        if (!file.open(QIODevice::WriteOnly) || file.write(it.value()) != it.value().size())
            qFatal("cannot write %s", qPrintable(file.fileName()));
    }
}

QString password() { return u"tulip lantern 42"_s; }

Stage::Stage(const QString& folder, Notes known, quint64 seed)
    : notes(std::move(known))
    , server(folder + u"/server"_s, time, 4711 + seed)
    , desktop(folder + u"/desktop"_s, u"desktop"_s, server, time, trace, 900 + seed,
              {notes.value(u"seller0"_s), notes.value(u"refresh0"_s)})
    , m_folder(folder)
{
    desktop.keepsOthersOut = false;
    time.skip(120'000 + qint64(seed) * 1'000);
}

Stage::~Stage()
{
    desktop.close();
    server.kill();
}

QString Stage::currentReplica() const { return replica::ReplicaFile(replicaFile()).current(); }

std::optional<Reply> Stage::ask(const QByteArray& method, const QString& path, const QString& who, const QJsonObject& body,
                                const QByteArray& key)
{
    engine::HttpRequest request{.method = method, .path = path, .body = body.isEmpty() ? QByteArray() : protocol::toJson(body)};
    if (!who.isEmpty())
        request.headers.append({"Authorization", "Bearer " + notes.value(who).toLatin1()});
    if (!key.isEmpty())
        request.headers.append({"Idempotency-Key", key});
    auto reply = server.handle(request);
    answer = protocol::parseObject(reply ? reply->body : QByteArray()).value_or(QJsonObject());
    return reply;
}

bool Stage::does(const QByteArray& method, const QString& path, const QString& who, const QJsonObject& body,
                 const QByteArray& key)
{
    const auto reply = ask(method, path, who, body, key);
    return reply && reply->status >= 200 && reply->status < 300;
}

bool Stage::submits(const QList<ports::Command>& commands)
{
    const auto outcome = desktop.submit(commands);
    return outcome && std::all_of(outcome->results.begin(), outcome->results.end(),
                                  [](const ports::CommandResult& result) { return result.applied; });
}

bool Stage::settles()
{
    for (qint64 wait = 10; wait < 3'600'000 && !desktop.settled(); wait += wait / 8 + 1)
        time.scheduler.advance(wait);
    time.scheduler.advance(50);
    return desktop.settled();
}

QString Stage::marketProblem()
{
    if (!server.isUp())
        return u"the server is not up: "_s + server.problem();
    const auto diagnosis = marketplace::runDoctor(server.database());
    if (!diagnosis)
        return diagnosis.error().text;
    return diagnosis->isContent() ? QString() : diagnosis->lines().join(u"; "_s);
}

QString Stage::replicaProblem()
{
    if (!desktop.isOpen())
        return u"the replica does not open: "_s + desktop.storageProblem;
    const auto wrong = desktop.replica().check();
    return wrong ? wrong->join(u"; "_s) : wrong.error().text;
}

QString Stage::differenceFromServer()
{
    QByteArray text;
    const auto end = marketplace::writeSnapshot(server.database(), id("store0"), {}, [&](const QByteArray& piece) {
        text += piece;
        return true;
    });
    if (!end || *end != marketplace::SnapshotEnd::Complete)
        return u"no snapshot"_s;
    QList<QByteArray> rows;
    const auto lines = text.split('\n');
    for (const QByteArray& line : lines.sliced(1)) {
        const auto json = protocol::parseObject(line);
        if (!json || !json->contains(u"table"_s))
            continue;
        protocol::ObjectReader reader(*json);
        const auto row = protocol::SyncRow::read(reader);
        rows.append(row.table.toUtf8() + '\t' + row.id.toUtf8() + '\t' + QByteArray::number(row.version) + '\t'
                    + protocol::toJson(row.data) + '\n');
    }
    std::sort(rows.begin(), rows.end());
    if (desktop.replica().dump().value_or(QByteArray()) != rows.join())
        return u"the replica does not equal the server"_s;
    return desktop.replica().waitingCount().value_or(-1) == 0 ? QString() : u"edits still wait"_s;
}

QString Stage::business()
{
    QStringList lines;
    for (const QString& sql : {u"SELECT sku, on_hand, reserved, price FROM variants ORDER BY sku"_s,
                               u"SELECT number, status, tracking_number, 0 FROM orders ORDER BY number"_s,
                               u"SELECT rating, reply, 0, 0 FROM reviews ORDER BY id"_s,
                               u"SELECT name, location, description, low_stock_threshold FROM stores ORDER BY name"_s,
                               u"SELECT name, description, status, 0 FROM products ORDER BY name"_s,
                               u"SELECT count(*), coalesce(sum(delta), 0), 0, 0 FROM stock_moves"_s}) {
        const auto rows = server.database().all(sql, {}, [](const Row& row) {
            return QStringList{row.text(0), row.text(1), row.text(2), row.text(3)}.join(u'|');
        });
        lines << (rows ? rows->join(u'\n') : rows.error().text);
    }
    return lines.join(u'\n');
}

namespace
{

/// Makes the starting market by the same requests as people do.
class Beginning
{
public:
    explicit Beginning(const QString& folder) : m_stage(folder, {}, 0)
    {
        QDir().mkpath(m_stage.serverFolder());
        QDir().mkpath(m_stage.desktopFolder());
    }

    StartingMarket make(const QString& folder)
    {
        if (!m_stage.server.start())
            return {.image = {}, .notes = {}, .problem = m_stage.server.problem()};
        for (int store = 0; store < 3; ++store)
            openStore(store);
        for (int buyer = 0; buyer < 3; ++buyer)
            join(u"buyer%1"_s.arg(buyer), u"CUSTOMER"_s);
        for (int number = 0; number < 12; ++number)
            placeOrder(number);
        move(7, {{u"to"_s, u"PROCESSING"_s}});
        for (const int shipped : {8, 9}) {
            move(shipped, {{u"to"_s, u"PROCESSING"_s}});
            move(shipped, {{u"to"_s, u"SHIPPED"_s}, {u"courier"_s, u"JNE"_s}, {u"trackingNumber"_s, u"JNE1234567"_s}});
        }
        move(9, {{u"to"_s, u"DELIVERED"_s}});
        if (must("POST", u"/v1/products/%1/reviews"_s.arg(m_stage.id("product1")), u"buyer0"_s,
                 {{u"rating"_s, 4}, {u"comment"_s, u"Bagus"_s}}))
            note("review", u"id"_s);
        startDesktop();
        StartingMarket market{.image = {}, .notes = m_stage.notes, .problem = m_problem};
        m_stage.desktop.close();
        m_stage.server.kill();
        market.image = imageOf(folder);
        return market;
    }

private:
    bool must(const QByteArray& method, const QString& path, const QString& who, const QJsonObject& body, const QByteArray& key = {})
    {
        const auto reply = m_stage.ask(method, path, who, body, key);
        const bool done = reply && reply->status < 300;
        if (!done && m_problem.isEmpty())
            m_problem = path + u": "_s + (reply ? QString::fromUtf8(reply->body) : u"no answer"_s);
        return done;
    }
    void note(const QString& name, const QString& member) { m_stage.notes[name] = m_stage.answer.value(member).toString(); }
    void note(const char* name, const QString& member) { note(QString::fromLatin1(name), member); }

    void join(const QString& who, const QString& role)
    {
        must("POST", u"/v1/auth/register"_s, {}, {{u"name"_s, who}, {u"email"_s, who + u"@contoh.id"_s},
                                                  {u"password"_s, password()}, {u"role"_s, role}});
        note(who, u"accessToken"_s);
        note(who + u"-refresh"_s, u"refreshToken"_s);
    }

    void openStore(int store)
    {
        const QString seller = u"seller%1"_s.arg(store);
        join(seller, u"SELLER"_s);
        m_stage.notes[u"store%1"_s.arg(store)] = m_stage.answer.value(u"user").toObject().value(u"storeId").toString();
        for (int number = 0; number < (store == 0 ? 40 : 2); ++number) {
            must("POST", u"/v1/products"_s, seller,
                 {{u"name"_s, u"Barang %1 %2"_s.arg(store).arg(number)}, {u"description"_s, u""_s}, {u"category"_s, u"Dapur"_s},
                  {u"price"_s, 10'000 + number * 500}, {u"stock"_s, 20}, {u"weightGrams"_s, 100},
                  {u"sku"_s, u"B%1-%2"_s.arg(store).arg(number)}});
            const QString prefix = store == 0 ? u""_s : u"other%1-"_s.arg(store);
            note(u"%1product%2"_s.arg(prefix).arg(number), u"id"_s);
            m_stage.notes[u"%1variant%2"_s.arg(prefix).arg(number)] =
                m_stage.answer.value(u"variants").toArray().at(0).toObject().value(u"id").toString();
        }
    }

    void placeOrder(int number)
    {
        must("POST", u"/v1/cart/items"_s, u"buyer0"_s, {{u"variantId"_s, m_stage.id("variant1")}, {u"quantity"_s, 1}});
        must("POST", u"/v1/checkouts"_s, u"buyer0"_s, checkoutBody(), "order-" + QByteArray::number(number));
        m_stage.notes[u"order%1"_s.arg(number)] =
            m_stage.answer.value(u"orders").toArray().at(0).toObject().value(u"id").toString();
    }

    void move(int order, const QJsonObject& body)
    {
        must("POST", u"/v1/orders/%1/transitions"_s.arg(m_stage.order(order).toString()), u"seller0"_s, body);
    }

    void startDesktop()
    {
        if (!must("POST", u"/v1/auth/login"_s, {}, {{u"email"_s, u"seller0@contoh.id"_s}, {u"password"_s, password()}}))
            return;
        m_stage.desktop.setTokens({m_stage.answer.value(u"accessToken").toString(), m_stage.answer.value(u"refreshToken").toString()});
        if (!m_stage.desktop.open(false) || !m_stage.settles())
            m_problem = u"the first sync did not end: "_s + m_stage.desktop.storageProblem;
        m_stage.notes[u"refresh0"_s] = m_stage.desktop.tokens().refresh;
    }

    Stage m_stage;
    QString m_problem;

public:
    static QJsonObject checkoutBody()
    {
        return {{u"address"_s, QJsonObject{{u"recipient"_s, u"Budi"_s}, {u"phone"_s, u"08123456789"_s},
                                           {u"street"_s, u"Jl. Melati 7"_s}, {u"city"_s, u"Surabaya"_s},
                                           {u"province"_s, u"Jawa Timur"_s}, {u"postcode"_s, u"60111"_s}}},
                {u"paymentMethod"_s, u"COD"_s}};
    }
};

} // namespace

StartingMarket makeStartingMarket(const QString& folder)
{
    restoreImage({}, folder);
    Beginning beginning(folder);
    return beginning.make(folder);
}

} // namespace belanjain::powerloss
