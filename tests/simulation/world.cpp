// SPDX-License-Identifier: GPL-3.0-or-later
#include "world.h"

#include "invariants.h"
#include "protocol/json.h"
#include "protocol/problem.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace belanjain::simulation
{
using namespace Qt::StringLiterals;
using ports::Connection;
namespace
{

constexpr qint64 second = 1'000;
constexpr qint64 minute = 60 * second;
constexpr qint64 day = 24 * 60 * minute;
/// Twice the longest back-off and a poll, and some.
constexpr qint64 patienceMs = 8 * minute;

} // namespace

World::World(const StartingPoint& start, const QString& folder, quint64 seed, bool keepsText, Bug planted)
    : m_start(start)
    , m_folder(folder)
    , m_trace(keepsText)
    , m_server(StartingPoint::serverFolder(folder), m_time, seed * 31 + 1)
    , m_buyers(start.buyers)
    , m_seller(start.sellers.first())
{
    m_time.skip(minute);
    start.copyTo(folder);
    if (planted != 0)
        m_planting = std::make_unique<Planting>(*this, planted, seed);
    for (int number = 0; number < desktopCount; ++number) {
        const Signed& seller = start.sellers[number];
        m_desktops.push_back(std::make_unique<SimDesktop>(
            StartingPoint::desktopFolder(folder, number), u"desktop %1"_s.arg(number), m_server, m_time, m_trace,
            seed * 31 + 2 + quint64(number), engine::Tokens{seller.access, seller.refresh}));
        m_desktops.back()->network().mayFail = [this] { return m_serverFault; };
        if (planted != 0)
            tapLine(number, planted);
    }
}

void World::tapLine(int number, Bug planted)
{
    SimDesktop& desk = *m_desktops.back();
    Planting& planting = *m_planting;
    if (planted == 16) {
        m_hasty = m_hasty ? std::move(m_hasty) : std::make_unique<HastyScheduler>(m_time.scheduler);
        desk.hasty = m_hasty.get();
    }
    desk.network().tap = {
        .request = [&planting, number](engine::HttpRequest& request) { planting.request(number, request); },
        .instead = [&planting](const engine::HttpRequest& request) { return planting.instead(request); },
        .reply = [&planting, number](const engine::HttpRequest& request, Reply& reply,
                                     Fate fate) { planting.reply(number, request, reply, fate); },
        .failed = [&planting, number](const engine::HttpRequest& request) { planting.failed(number, request); },
        .swallows = [&planting, number](const engine::HttpRequest& request) { return planting.swallows(number, request); },
        .isDeafWhileBusy = planted == 6};
}

World::~World()
{
    for (int number = 0; number < desktopCount; ++number)
        desktop(number).close();
}

void World::fail(const QString& invariant, const QString& detail)
{
    if (!m_failure)
        m_failure = Failure{invariant, detail, m_step};
}

std::optional<Failure> World::live(const Story& story)
{
    if (!m_server.start()) {
        fail(u"starts"_s, m_server.problem());
        return m_failure;
    }
    m_time.later(25 * second, [this] { beat(); });
    if (m_planting)
        m_planting->started();
    for (int number = 0; number < desktopCount; ++number)
        openDesktop(number);
    advance(500);
    for (m_step = 0; m_step < story.size() && !m_failure; ++m_step) {
        say(u"-- "_s + story[m_step].text());
        take(story[m_step]);
    }
    return m_failure;
}

void World::beat()
{
    m_server.beat();
    m_time.later(25 * second, [this] { beat(); });
}

void World::advance(qint64 milliseconds)
{
    const qint64 until = m_time.scheduler.now() + milliseconds;
    while (!m_failure) {
        const qint64 next = m_time.scheduler.untilNext();
        if (next < 0 || m_time.scheduler.now() + next > until)
            break;
        m_time.scheduler.advance(next);
        reap();
    }
    m_time.scheduler.advance(until - m_time.scheduler.now());
    reap();
}

/// Who died is gone, and is started again a while later.
void World::reap()
{
    if (m_server.isUp() && m_server.disk().died()) {
        say(u"the server is dead"_s);
        m_server.kill();
        m_serverFault = true;
        m_time.later(3 * second, [this] {
            if (!m_server.isUp())
                restartServer();
        });
    }
    for (int number = 0; number < desktopCount; ++number) {
        if (!desktop(number).isOpen() || !desktop(number).died())
            continue;
        say(u"desktop %1 is dead"_s.arg(number));
        desktop(number).diskWasFaulty = true;
        if (m_planting)
            m_planting->died(number);
        closeDesktop(number);
        m_time.later(2 * second, [this, number] {
            if (!desktop(number).isOpen())
                openDesktop(number);
        });
    }
}

void World::restartServer(bool restored)
{
    if (m_planting)
        m_planting->beforeServerStart(restored);
    if (!m_server.start())
        fail(u"the server starts"_s, m_server.problem());
    if (m_planting)
        m_planting->serverStarted(false);
    say(u"the server is up"_s);
}

void World::openDesktop(int number, bool offline)
{
    const bool afterDeath = desktop(number).died();
    if (m_planting)
        m_planting->beforeOpen(number);
    if (!desktop(number).open(offline)) {
        // What is not there for want of luck is there the next time; what is damaged is not.
        if (!desktop(number).died())
            fail(u"a replica opens"_s, desktop(number).storageProblem);
        return;
    }
    if (m_planting)
        m_planting->opened(number, afterDeath);
    learnOps(desktop(number), number);
}

void World::closeDesktop(int number) { desktop(number).close(); }

qint64 World::requests() const
{
    qint64 sum = 0;
    for (const auto& one : m_desktops)
        sum += one->network().sent();
    return sum;
}

void World::take(const Step& step)
{
    const int number = int(step.who % desktopCount);
    SimDesktop& desk = desktop(number);
    const bool isWork = step.deed <= Deed::Wait || step.deed == Deed::Decide || step.deed == Deed::Settle;
    m_anyFault = m_anyFault || !isWork;
    m_otherFault = m_otherFault || !(isWork || step.deed == Deed::Plan || step.deed == Deed::Nap);
    switch (step.deed) {
    case Deed::Edit:
        edit(step, desk, number);
        advance(step.much % 40);
        break;
    case Deed::Buy:
        buy(step);
        break;
    case Deed::MoveAsBuyer:
        moveAsBuyer(step);
        break;
    case Deed::ApiStock:
        apiStock(step);
        break;
    case Deed::Wait: {
        constexpr std::array<qint64, 8> waits{20, 80, 200, 600, 2'000, 7'000, 31'000, 100'000};
        std::array<qint64, desktopCount> before{};
        for (int i = 0; i < desktopCount; ++i)
            before[size_t(i)] = desktop(i).network().sent();
        const qint64 wait = waits[step.what % waits.size()] * qint64(500 + step.much) / 1'000;
        advance(wait);
        lookAfterManners(wait, before);
        break;
    }
    case Deed::Plan:
        desk.network().plan(Wish(step.what % wishCount), Fate(1 + step.much % (fateCount - 1)));
        break;
    case Deed::Cut:
        desk.network().setCut(step.what % 3 != 0);
        break;
    case Deed::GoOffline:
        if (desk.isOpen() && m_planting && step.what % 2 != 0)
            m_planting->backOnline(number);
        if (desk.isOpen())
            desk.engine().setWorkOffline(step.what % 2 == 0);
        break;
    case Deed::KillDesktop:
        if (desk.isOpen())
            desk.disk().dieAtStep(1 + int(step.much % (step.what % 2 == 0 ? 12 : 120)));
        break;
    case Deed::RestartDesktop:
        closeDesktop(number);
        openDesktop(number, step.what % 4 == 0);
        break;
    case Deed::FillDisk:
        desk.diskWasFaulty = true;
        desk.disk().fillFor(1 + int(step.much % 25));
        break;
    case Deed::SetClock: {
        constexpr std::array<qint64, 6> wrong{365 * day, -365 * day, 0, 2 * 60 * minute, -3 * minute, 40 * second};
        desk.clock().wrongBy = wrong[step.what % wrong.size()];
        break;
    }
    case Deed::KeepCopy:
        if (desk.isOpen() && !desk.died()) {
            const bool offline = desk.engine().status().connection == Connection::WorkingOffline;
            closeDesktop(number);
            copyFiles(desk.folder(), desk.folder() + u"-copy"_s);
            m_copied[size_t(number)].clear();
            for (auto it = m_ledger.ops.cbegin(); it != m_ledger.ops.cend(); ++it) {
                if (it->desktop == number)
                    m_copied[size_t(number)].insert(it.key());
            }
            m_hasCopy[size_t(number)] = true;
            openDesktop(number, offline);
        }
        break;
    case Deed::GoBackToCopy:
        goBackToCopy(number);
        break;
    case Deed::KillServer:
        if (m_server.isUp())
            m_server.disk().dieAtStep(1 + int(step.much % 150));
        break;
    case Deed::RestartServer:
        m_serverFault = true;
        m_server.kill();
        advance(step.much * 5);
        if (!m_server.isUp())
            restartServer();
        break;
    case Deed::FillServerDisk:
        m_serverFault = true;
        m_server.disk().fillFor(1 + int(step.much % 12));
        break;
    case Deed::SetServerClock: {
        constexpr std::array<qint64, 4> wrong{0, 3 * minute, -20 * second, 365 * day};
        m_server.clock().wrongBy = wrong[step.what % wrong.size()];
        m_clockWasWrong = true;
        giveUpAsking();
        break;
    }
    case Deed::BackUp:
        backUp();
        break;
    case Deed::Restore:
        restore();
        break;
    case Deed::Decide:
        decide(step, desk, number);
        break;
    case Deed::StealToken:
        stealToken(number);
        break;
    case Deed::LongAway:
        longAway(step);
        break;
    case Deed::Nap:
        // A renewal under way is not waited for over a nap.
        for (int i = 0; i < desktopCount; ++i)
            desktop(i).sessionMayEnd = desktop(i).sessionMayEnd || !desktop(i).settled() || desktop(i).network().isRenewing();
        m_time.skip(20 * minute);
        break;
    case Deed::Reinstall:
        reinstall(number);
        break;
    case Deed::Settle:
        settle();
        break;
    }
    reap();
}

void World::lookAfterManners(qint64 milliseconds, const std::array<qint64, desktopCount>& before)
{
    for (int i = 0; i < desktopCount; ++i) {
        const qint64 sent = desktop(i).network().sent() - before[size_t(i)];
        // A few rounds at once are a busy moment; more than one a second for long is a hammer.
        if (sent > 40 + milliseconds / 500)
            fail(u"manners"_s, u"desktop %1 sent %2 requests in %3 ms"_s.arg(i).arg(sent).arg(milliseconds));
    }
}

// Desktops' people ----------------------------------------------------------------------------------------

std::optional<ports::Command> World::command(testing::SeededRandom& random, SimDesktop& desktop, int number)
{
    auto& db = desktop.replica().database();
    const auto ids = [&](const QString& sql) {
        return db.all(sql, {}, [](const storage::Row& row) { return QUuid::fromRfc4122(row.bytes(0)); })
            .value_or(QList<QUuid>());
    };
    const auto variants = ids(u"SELECT id FROM variants ORDER BY id"_s);
    const auto products = ids(u"SELECT id FROM products ORDER BY id"_s);
    if (variants.isEmpty() || products.isEmpty())
        return std::nullopt;
    // Half of the work is on the same few things, where it meets.
    const auto place = [&](qsizetype size) { return qsizetype(random.below(quint64(random.below(2) == 0 ? size : std::min<qsizetype>(2, size)))); };
    const VariantId variant(variants[place(variants.size())]);
    const ProductId product(products[place(products.size())]);
    const QString tag = u"t%1"_s.arg(++m_ledger.tags);
    const quint64 kind = random.below(100);
    const auto onHand = [&] {
        return qint32(db.integer(u"SELECT on_hand FROM variants WHERE id = ?"_s, {variant.uuid().toRfc4122()}).value_or(0));
    };
    if (kind < 34)
        return ports::AdjustStock{variant, qint32(random.below(14)) - 5, tag};
    if (kind < 42)
        return ports::CountStock{variant, qint32(random.below(20)), onHand(), tag};
    if (kind < 52)
        return ports::SetPrice{variant, {1'000 + qint64(random.below(90)) * 100}};
    if (kind < 57)
        return ports::SetSku{variant, u"K-%1"_s.arg(random.below(12))};
    if (kind < 60)
        return ports::SetBarcode{variant, u"89910000000%1"_s.arg(random.below(8))};
    if (kind < 64)
        return ports::SetThreshold{variant, random.below(3) == 0 ? std::nullopt : std::optional<qint32>(qint32(random.below(20)))};
    if (kind < 67)
        return ports::SetWeight{variant, qint32(100 + random.below(900))};
    if (kind < 71)
        return ports::SetProductArchived{product, random.below(2) == 0};
    if (kind < 77)
        return ports::UpdateProduct{product, u"Barang "_s + tag, std::nullopt, std::nullopt, std::nullopt};
    if (kind < 80)
        return ports::UpdateProduct{product, std::nullopt, u"Uraian "_s + tag, std::nullopt, std::nullopt};
    if (kind < 84)
        return ports::CreateProduct{desktop.ids().make<ProductId>(), desktop.ids().make<VariantId>(), u"Baru "_s + tag,
                                    u"Dapur"_s, random.below(2) == 0 ? QString() : u"K-%1"_s.arg(random.below(12)),
                                    {5'000}, qint32(random.below(9))};
    if (kind < 86)
        return ports::UpdateStore{.store = m_start.stores[StartingPoint::storeOf(number)],
                                  .name = std::nullopt,
                                  .location = std::nullopt,
                                  .description = u"Toko "_s + tag,
                                  .lowStockThreshold = std::nullopt,
                                  .timeZone = std::nullopt};
    const auto orders = ids(u"SELECT id FROM orders ORDER BY id"_s);
    if (orders.isEmpty())
        return ports::AdjustStock{variant, 1, tag};
    constexpr std::array<OrderStatus, 4> steps{OrderStatus::Processing, OrderStatus::Shipped, OrderStatus::Delivered,
                                               OrderStatus::Cancelled};
    return ports::MoveOrder{OrderId(orders[qsizetype(random.below(quint64(orders.size())))]), steps[random.below(4)],
                            u"Habis "_s + tag, {}, {}};
}

void World::edit(const Step& step, SimDesktop& desk, int number)
{
    if (!desk.isOpen() || desk.died())
        return;
    testing::SeededRandom random(step.chance);
    QList<ports::Command> batch;
    const int size = step.much % 9 == 0 ? 1 + int(step.what % 6) : 1;
    for (int i = 0; i < size; ++i) {
        if (const auto one = command(random, desk, number))
            batch.append(*one);
        if (batch.isEmpty() || random.below(3) != 0)
            continue;
        if (const auto* created = std::get_if<ports::CreateProduct>(&batch.last()))
            batch.append(ports::SetProductArchived{created->product, true});
    }
    const auto outcome = desk.submit(batch);
    if (!outcome) {
        if (!desk.died() && !desk.diskWasFaulty)
            fail(u"an edit is taken"_s, desk.storageProblem);
        say(u"desktop %1 could not write"_s.arg(number));
        return;
    }
    int applied = 0;
    for (const auto& result : outcome->results)
        applied += result.applied ? 1 : 0;
    say(u"desktop %1 made %2 edits of %3"_s.arg(number).arg(applied).arg(batch.size()));
    learnOps(desk, number);
}

/// Everything in the outbox is a promise.
void World::learnOps(SimDesktop& desk, int number)
{
    const auto pending = desk.replica().pending(100'000, qint64(1) << 40);
    if (!pending)
        return;
    for (const protocol::Op& op : *pending) {
        if (m_ledger.ops.contains(op.id))
            continue;
        m_ledger.ops.insert(op.id, {op, number, m_start.stores[StartingPoint::storeOf(number)].toString(), false});
        m_ledger.order.append(op.id);
        m_trace.add(op.fingerprint());
    }
}

void World::decide(const Step& step, SimDesktop& desk, int number)
{
    if (!desk.isOpen() || desk.died())
        return;
    const auto rejections = desk.replica().rejections();
    if (!rejections || rejections->isEmpty())
        return;
    const auto& one = rejections->at(qsizetype(step.what) % rejections->size());
    if (step.much % 2 == 0) {
        (void)desk.replica().drop(one.number);
    } else if (const auto again = desk.replica().retry(one.number)) {
        learnOps(desk, number);
        desk.engine().editsQueued();
    }
    if (!desk.died())
        desk.engine().refreshCounts();
}

void World::goBackToCopy(int number)
{
    SimDesktop& desk = desktop(number);
    if (!m_hasCopy[size_t(number)] || !desk.isOpen())
        return;
    closeDesktop(number);
    for (auto it = m_ledger.ops.begin(); it != m_ledger.ops.end(); ++it) {
        if (it->desktop == number && !m_copied[size_t(number)].contains(it.key()))
            it->mayBeLost = true;
    }
    copyFiles(desk.folder() + u"-copy"_s, desk.folder());
    openDesktop(number);
    if (m_planting)
        m_planting->wentBackToCopy(number);
}

void World::reinstall(int number)
{
    SimDesktop& desk = desktop(number);
    if (!desk.isOpen() || desk.died())
        return;
    closeDesktop(number);
    for (KnownOp& known : m_ledger.ops)
        known.mayBeLost = known.mayBeLost || known.desktop == number;
    copyFiles(m_folder + u"/nothing"_s, desk.folder());
    openDesktop(number);
}

// Buyers, and the seller at the API -----------------------------------------------------------------------

void World::signIn(Signed& person)
{
    const auto reply = m_server.handle(
        {.method = "POST", .path = u"/v1/auth/login"_s,
         .body = protocol::toJson({{u"email"_s, person.email}, {u"password"_s, StartingPoint::password()}})});
    if (!reply || reply->status != 200)
        return;
    const QJsonObject answer = protocol::parseObject(reply->body).value_or(QJsonObject());
    person.access = answer.value(u"accessToken").toString();
    person.refresh = answer.value(u"refreshToken").toString();
}

std::optional<Reply> World::askAs(Signed& person, const QByteArray& method, const QString& path, const QByteArray& body,
                                  const QByteArray& key)
{
    const auto ask = [&] {
        engine::HttpRequest request{.method = method, .path = path, .body = body};
        request.headers.append({"Authorization", "Bearer " + person.access.toLatin1()});
        if (!key.isEmpty())
            request.headers.append({"Idempotency-Key", key});
        auto reply = m_server.handle(request);
        reap();
        return reply;
    };
    auto reply = ask();
    if (reply && reply->status == 401) {
        signIn(person);
        reap();
        reply = ask();
    }
    say(u"%1 %2 gave %3"_s.arg(QString::fromLatin1(method), path).arg(reply ? reply->status : 0));
    if (reply && reply->status >= 500 && !m_serverFault)
        fail(u"no 5xx"_s, u"%1 gave %2: %3"_s.arg(path).arg(reply->status).arg(QString::fromUtf8(reply->body)));
    return reply;
}

void World::buy(const Step& step)
{
    testing::SeededRandom random(step.chance);
    const int number = int(step.who % buyerCount);
    Signed& buyer = m_buyers[number];
    if (!m_server.isUp())
        return;
    const auto variants = m_server.database()
                              .all(u"SELECT id FROM variants ORDER BY id"_s, {},
                                   [](const storage::Row& row) { return row.text(0); })
                              .value_or(QStringList());
    if (variants.isEmpty())
        return;
    const int lines = 1 + int(step.what % 3);
    for (int i = 0; i < lines; ++i) {
        const QString variant = variants[qsizetype(random.below(quint64(variants.size())))];
        (void)askAs(buyer, "POST", u"/v1/cart/items"_s,
                    protocol::toJson({{u"variantId"_s, variant}, {u"quantity"_s, 1 + int(random.below(4))}}));
    }
    Purchase purchase;
    purchase.tag = u"p%1"_s.arg(++m_ledger.tags);
    purchase.buyer = number;
    purchase.key = "key-" + purchase.tag.toLatin1();
    purchase.body = protocol::toJson({{u"address"_s, QJsonObject{{u"recipient"_s, purchase.tag},
                                                                 {u"phone"_s, u"081234567890"_s},
                                                                 {u"street"_s, u"Jl. Melati 1"_s},
                                                                 {u"city"_s, u"Bandung"_s},
                                                                 {u"province"_s, u"Jawa Barat"_s},
                                                                 {u"postcode"_s, u"40111"_s}}},
                                      {u"paymentMethod"_s, u"COD"_s}});
    m_ledger.purchases.append(purchase);
    settlePurchase(m_ledger.purchases.last(), step.much % 5 == 0);
    if (step.much % 7 == 0)
        settlePurchase(m_ledger.purchases.last(), false); // pressed twice
    if (m_ledger.purchases.last().acknowledged && step.much % 11 == 0) {
        // An empty cart buys nothing, whatever is pressed.
        (void)askAs(buyer, "POST", u"/v1/checkouts"_s, purchase.body, purchase.key + "-b");
    }
}

void World::settlePurchase(Purchase& purchase, bool loseAnswer)
{
    QByteArray key = purchase.key;
    if (m_planting && m_planting->bug() == 9)
        key += QByteArray::number(++m_ledger.tags);
    if (m_planting)
        m_planting->beforeCheckout();
    const auto reply = askAs(m_buyers[purchase.buyer], "POST", u"/v1/checkouts"_s, purchase.body, key);
    if (m_planting)
        m_planting->afterCheckout();
    if (loseAnswer || !reply)
        return;
    if (reply->status == 201)
        purchase.acknowledged = true;
    const QString code = protocol::Problem::read(reply->status, reply->body).code;
    if (reply->status == 409 && code != u"out_of_stock" && code != u"not_for_sale")
        fail(u"a checkout is refused for a reason"_s, QString::fromUtf8(reply->body));
    purchase.settled = purchase.settled || reply->status == 201 || reply->status == 409 || reply->status == 422;
}

/// A key is kept for a week: whoever has no answer by then looks at their orders and does not ask again.
void World::giveUpAsking()
{
    for (Purchase& purchase : m_ledger.purchases)
        purchase.settled = true;
}

void World::moveAsBuyer(const Step& step)
{
    if (!m_server.isUp())
        return;
    const auto orders = m_server.database()
                            .all(u"SELECT o.id, u.email FROM orders o JOIN users u ON u.id = o.customer_id ORDER BY o.id"_s, {},
                                 [](const storage::Row& row) { return std::pair(row.text(0), row.text(1)); })
                            .value_or(QList<std::pair<QString, QString>>());
    if (orders.isEmpty())
        return;
    const auto [order, email] = orders[qsizetype(step.what) % orders.size()];
    const auto buyer = std::find_if(m_buyers.begin(), m_buyers.end(), [&](const Signed& one) { return one.email == email; });
    const QString to = step.much % 2 == 0 ? u"CANCELLED"_s : u"DELIVERED"_s;
    (void)askAs(*buyer, "POST", u"/v1/orders/%1/transitions"_s.arg(order), protocol::toJson({{u"to"_s, to}}));
}

void World::apiStock(const Step& step)
{
    if (!m_server.isUp())
        return;
    const auto variants = m_server.database()
                              .all(u"SELECT id FROM variants WHERE store_id = ? ORDER BY id"_s, {m_start.stores[0].toString()},
                                   [](const storage::Row& row) { return row.text(0); })
                              .value_or(QStringList());
    if (variants.isEmpty())
        return;
    const QString tag = u"a%1"_s.arg(++m_ledger.tags);
    const QString variant = variants[qsizetype(step.what) % variants.size()];
    const auto reply = askAs(m_seller, "POST", u"/v1/variants/%1/stock"_s.arg(variant),
                             protocol::toJson({{u"kind"_s, u"adjust"_s}, {u"delta"_s, int(step.much % 9) - 3}, {u"reason"_s, tag}}),
                             "key-" + tag.toLatin1());
    if (m_planting)
        m_planting->stockChanged(variant);
    if (reply && reply->status == 200)
        m_ledger.apiTags.insert(tag, 1);
    else if (!reply || reply->status >= 500)
        m_ledger.apiTagsUnsure.insert(tag);
    else
        m_ledger.apiTags.insert(tag, 0);
}

// The server ----------------------------------------------------------------------------------------------

void World::backUp()
{
    if (!m_server.isUp() || m_server.disk().died())
        return;
    const QString file = m_folder + u"/backup.db"_s;
    QFile::remove(file);
    m_hasBackup = false;
    if (!m_server.database().execute(u"VACUUM INTO '%1'"_s.arg(file)))
        return;
    m_hasBackup = true;
    harvestResults(*this);
    m_backedUpResults = m_ledger.results;
    m_backedUp.clear();
    for (const Purchase& purchase : std::as_const(m_ledger.purchases))
        m_backedUp.insert(purchase.tag);
    for (auto it = m_ledger.apiTags.cbegin(); it != m_ledger.apiTags.cend(); ++it)
        m_backedUp.insert(it.key());
    for (const QString& tag : std::as_const(m_ledger.apiTagsUnsure))
        m_backedUp.insert(tag);
}

bool World::putBackupInPlace()
{
    if (!m_hasBackup)
        return false;
    for (const QString& end : {u""_s, u"-wal"_s, u"-shm"_s})
        QFile::remove(m_server.databaseFile() + end);
    return QFile::copy(m_folder + u"/backup.db"_s, m_server.databaseFile());
}

void World::restore()
{
    if (!m_hasBackup)
        return;
    m_serverFault = true;
    m_server.kill();
    putBackupInPlace();
    ++m_ledger.restores;
    m_ledger.results = m_backedUpResults;
    for (Purchase& purchase : m_ledger.purchases)
        purchase.mayBeLost = purchase.mayBeLost || !m_backedUp.contains(purchase.tag) || !purchase.settled;
    for (auto it = m_ledger.apiTags.begin(); it != m_ledger.apiTags.end(); ++it) {
        if (!m_backedUp.contains(it.key()))
            *it = 0;
    }
    restartServer(true);
    if (const auto renewed = m_server.renewEpoch(); !renewed)
        fail(u"a backup is restored"_s, renewed.error().text);
    if (m_planting)
        m_planting->restored();
}

void World::stealToken(int number)
{
    // The thief has the token that the desktop started with; it was spent if the desktop ever renewed.
    const Signed& seller = m_start.sellers[number];
    if (desktop(number).tokens().refresh == seller.refresh)
        return;
    (void)m_server.handle({.method = "POST", .path = u"/v1/auth/refresh"_s,
                           .body = protocol::toJson({{u"refreshToken"_s, seller.refresh}})});
    reap();
    desktop(number).sessionMayEnd = true;
}

void World::longAway(const Step& step)
{
    if (!m_server.isUp() || m_server.disk().died())
        return;
    constexpr std::array<qint64, 4> weeks{1, 3, 8, 40};
    for (int number = 0; number < desktopCount; ++number)
        closeDesktop(number);
    harvestResults(*this);
    giveUpAsking();
    m_time.skip(weeks[step.what % weeks.size()] * 7 * day);
    if (const auto purged = m_server.purge(); !purged && !m_server.disk().died() && !m_serverFault)
        fail(u"the server tidies up"_s, purged.error().text);
    reap();
    for (int number = 0; number < desktopCount; ++number) {
        desktop(number).sessionMayEnd = true;
        openDesktop(number);
    }
}

// Rest ----------------------------------------------------------------------------------------------------

QString World::restlessness()
{
    QStringList all;
    for (int number = 0; number < desktopCount; ++number) {
        SimDesktop& desk = desktop(number);
        const auto& status = desk.engine().status();
        all << u"desktop %1: connection %2, %3 waiting, problem '%4', cursor %5, %6"_s.arg(number)
                   .arg(int(status.connection))
                   .arg(status.waiting)
                   .arg(status.problem)
                   .arg(desk.replica().cursor())
                   .arg(desk.storageProblem);
    }
    return all.join(u"; ");
}

void World::settle()
{
    if (m_server.disk().isFull() || m_server.disk().died() || !m_server.isUp()) {
        m_server.kill();
        restartServer();
    }
    m_server.disk().renew();
    for (int number = 0; number < desktopCount; ++number) {
        SimDesktop& desk = desktop(number);
        desk.disk().renew();
        desk.network().heal();
        if (!desk.isOpen())
            openDesktop(number);
        if (m_failure)
            return;
        if (m_planting && desk.engine().status().connection == Connection::WorkingOffline)
            m_planting->backOnline(number);
        desk.engine().setWorkOffline(false);
    }
    m_serverFault = false;
    for (Purchase& purchase : m_ledger.purchases) {
        // Whoever never heard asks again.
        if (!purchase.settled)
            settlePurchase(purchase, false);
        if (!purchase.settled)
            fail(u"each buyer gets an answer"_s, purchase.tag);
    }
    // Where nothing went wrong nobody waits for the next poll.
    const qint64 patience = m_anyFault ? patienceMs : 10 * second;
    for (qint64 waited = 0; waited < patience && !m_failure; waited += second) {
        bool rest = true;
        for (int number = 0; number < desktopCount; ++number) {
            SimDesktop& desk = desktop(number);
            if (desk.wantsSignIn()) {
                const bool outlasted = desk.network().renewalsHurt > (m_otherFault ? 0 : 1);
                if (!desk.sessionMayEnd && !m_clockWasWrong && !outlasted && m_ledger.restores == 0)
                    fail(u"nobody is signed out"_s, u"desktop %1 has to sign in again"_s.arg(number));
                if (m_planting)
                    m_planting->signInWanted(number);
                Signed seller = m_start.sellers[number];
                signIn(seller);
                desk.signedIn({seller.access, seller.refresh});
            }
            const auto head = marketplace::readHead(m_server.database(), m_start.stores[StartingPoint::storeOf(number)].toString());
            rest = rest && desk.settled() && head && *head && (*head)->version == desk.replica().cursor()
                   && (*head)->epoch == desk.replica().epoch();
        }
        if (rest)
            break;
        advance(second);
        if (waited + second >= patience)
            fail(u"comes to rest"_s, restlessness());
    }
    if (m_failure)
        return;
    harvestResults(*this);
    lookAtEverything(*this, m_versions, m_lastEpoch);
    m_serverFault = false;
    m_anyFault = false;
    m_otherFault = false;
    for (int number = 0; number < desktopCount; ++number) {
        desktop(number).diskWasFaulty = false;
        desktop(number).sessionMayEnd = false;
        desktop(number).network().renewalsHurt = 0;
    }
}

} // namespace belanjain::simulation
