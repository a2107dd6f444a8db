// SPDX-License-Identifier: GPL-3.0-or-later
// Spoils a real, synced replica with waiting edits in one way after another and starts the program on it,
// against the real marketplace: each damage is noticed or did no harm, nothing is applied twice, what was
// saved arrives, and what was lost is counted.
#include "damage.h"
#include "protocol/json.h"
#include "seller_desk.h"
#include "support/test_server.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QMap>
#include <QSet>
#include <QTest>

#include <cstdio>

using namespace belanjain;
using namespace belanjain::testing;
using namespace Qt::StringLiterals;

namespace
{

struct Tally
{
    int times = 0;
    int noticed = 0;
    int harmless = 0;
    int kept = 0;
    int lost = 0;
};

class Trial
{
public:
    explicit Trial(quint64 seed) : m_random(seed) {}

    bool prepare();
    /// Empty when all is well.
    QString run(QString& kind);

    QMap<QString, Tally> tallies;

private:
    QByteArray serverDump(QHash<QString, qint64>* stock = nullptr) const;
    QString editSome(int count);
    QString lookAtEffects(const std::optional<ports::Notice>& notice, Tally& tally);

    SeededRandom m_random;
    TestServer m_server;
    std::optional<TestServer::Person> m_rina;
    std::unique_ptr<SellerDesk> m_desk;
    QHash<QString, qint64> m_stock;     ///< as the marketplace should have it, by variant
    QList<protocol::Op> m_waiting;      ///< made in this round
};

bool Trial::prepare()
{
    if (!m_server.start())
        return false;
    m_rina = m_server.seller(u"rina@tokojakbar.id"_s);
    for (int i = 0; i < 40; ++i) {
        const auto reply = m_rina->client.post(
            "/v1/products", {{u"name"_s, u"Wajan %1"_s.arg(i)},
                             {u"description"_s, u"Baja tebal. "_s.repeated(i % 7 == 0 ? 700 : 8)},
                             {u"category"_s, u"Dapur"_s},
                             {u"price"_s, 10'000 + i},
                             {u"stock"_s, 1'000},
                             {u"options"_s, QJsonArray{QJsonObject{{u"name"_s, u"Ukuran"_s},
                                                                   {u"values"_s, QJsonArray{u"24"_s, u"28"_s, u"32"_s}}}}}});
        if (reply.status != 201)
            return false;
    }
    const auto login = m_server.client().post(
        "/v1/auth/login", {{u"email"_s, u"rina@tokojakbar.id"_s}, {u"password"_s, TestServer::password()}});
    m_desk = std::make_unique<SellerDesk>(m_server.port(), login.json().value(u"refreshToken").toString(),
                                          m_server.clock(), m_random.next());
    m_desk->open(false);
    const bool synced = QTest::qWaitFor([&] { return m_desk->settled(); }, 10'000);
    serverDump(&m_stock);
    return synced;
}

QByteArray Trial::serverDump(QHash<QString, qint64>* stock) const
{
    TestServer::Person rina = *m_rina;
    m_server.signInAgain(rina);
    const QList<QByteArray> lines = rina.client.get("/v1/sync/snapshot?schema=1").body.split('\n');
    QList<QByteArray> rows;
    for (const QByteArray& line : lines) {
        const auto object = protocol::parseObject(line);
        if (!object || !object->contains(u"table"_s))
            continue;
        protocol::ObjectReader reader(*object);
        const protocol::SyncRow row = protocol::SyncRow::read(reader);
        if (stock && row.table == u"variants")
            stock->insert(row.id, row.data.value(u"onHand").toInteger());
        rows.append(row.table.toUtf8() + '\t' + row.id.toUtf8() + '\t' + QByteArray::number(row.version) + '\t'
                    + protocol::toJson(row.data) + '\n');
    }
    std::sort(rows.begin(), rows.end());
    return rows.join();
}

QString Trial::editSome(int count)
{
    const QStringList variants = [&] {
        QStringList ids = m_stock.keys();
        ids.sort();
        return ids;
    }();
    for (int i = 0; i < count; ++i) {
        const VariantId variant = *VariantId::parse(variants.at(qsizetype(m_random.below(quint64(variants.size())))));
        const ports::Command command = m_random.below(4) == 0
                                           ? ports::Command(ports::SetThreshold{variant, qint32(1 + m_random.below(1'000'000))})
                                           : ports::Command(ports::AdjustStock{variant, qint32(1 + m_random.below(9)), {}});
        m_desk->edit(command); // one that changes nothing makes no op
    }
    m_waiting = m_desk->replica().pending().value();
    return {};
}

QString Trial::lookAtEffects(const std::optional<ports::Notice>& notice, Tally& tally)
{
    const auto results = m_server.openDatabase()->all(u"SELECT DISTINCT op_id FROM sync_results"_s, {},
                                                      [](const storage::Row& row) { return row.text(0); });
    const QSet<QString> known(results->cbegin(), results->cend());
    int missing = 0;
    for (const protocol::Op& op : std::as_const(m_waiting)) {
        if (!known.contains(op.id.toString()))
            ++missing;
        else if (op.name == QStringView(protocol::op::stockAdjust))
            m_stock[op.entityId] += op.args.value(u"delta").toInteger();
    }
    tally.kept += int(m_waiting.size()) - missing;
    tally.lost += missing;
    if (!notice && missing > 0)
        return u"%1 edits are missing and nobody said so"_s.arg(missing);
    if (notice && notice->lost && *notice->lost != missing)
        return u"%1 edits are missing, said were %2"_s.arg(missing).arg(*notice->lost);
    QHash<QString, qint64> stock;
    const QByteArray there = serverDump(&stock);
    if (stock != m_stock)
        return u"an edit was applied twice or not at all"_s;
    if (m_desk->replica().dump().value() != there)
        return u"the replica is not the server's"_s;
    const QStringList unsound = m_desk->replica().check().value();
    return unsound.join(u"; "_s);
}

QString Trial::run(QString& kind)
{
    m_server.clock().advance(60'000);
    m_desk->engine().setWorkOffline(true);
    editSome(2 + int(m_random.below(40)));
    if (m_random.below(4) == 0) { // what waits may be on its way already
        m_desk->engine().setWorkOffline(false);
        (void)QTest::qWaitFor([&] { return m_desk->engine().status().waiting == 0; }, int(m_random.below(12)));
        m_desk->engine().setWorkOffline(true);
    }
    const QByteArray before = m_desk->replica().dump().value();
    const auto pending = m_desk->replica().pending().value();
    const QString current = m_desk->replica().databaseFile();
    const bool dies = m_random.below(2) == 0;
    if (dies)
        m_desk->die();
    else
        m_desk->close();

    Damage damage(m_desk->file(), QDir(m_desk->folder()).filePath(QFileInfo(current).fileName()), m_random);
    kind = damage.spoil();
    Tally& tally = tallies[kind];
    ++tally.times;
    const auto notice = m_desk->open(true);
    if (notice) {
        ++tally.noticed;
        if (!QDir(notice->folder).exists())
            return u"the damaged files are gone"_s;
    } else {
        ++tally.harmless;
        const auto whole = m_desk->replica().database().one(u"PRAGMA integrity_check"_s, {},
                                                            [](const storage::Row& row) { return row.text(0); });
        if (!whole || *whole != u"ok"_s)
            return u"not noticed: "_s + (whole ? whole->value_or(QString()) : whole.error().text);
        if (m_desk->replica().dump().value() != before)
            return u"not noticed: rows have changed"_s;
        const auto still = m_desk->replica().pending().value();
        const bool same = std::equal(still.begin(), still.end(), pending.begin(), pending.end(),
                                     [](const auto& a, const auto& b) { return a.toJson() == b.toJson(); });
        if (!same)
            return u"not noticed: edits have changed"_s;
    }
    if (QDir(m_desk->folder()).entryList({u"damaged-*"_s}, QDir::Dirs).size() > 3)
        return u"too many old files are kept"_s;
    m_desk->engine().setWorkOffline(false);
    if (!QTest::qWaitFor([&] { return m_desk->settled(); }, 20'000))
        return u"does not come to rest: "_s + m_desk->engine().status().problem + u' ' + m_desk->storageProblem;
    return lookAtEffects(notice, tally);
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOptions({{u"count"_s, u"Damages to make."_s, u"number"_s, u"60"_s},
                       {u"seed"_s, u"What chance begins with."_s, u"number"_s, u"1"_s}});
    parser.addHelpOption();
    parser.process(application);
    const int count = parser.value(u"count"_s).toInt();

    Trial trial(parser.value(u"seed"_s).toULongLong());
    if (!trial.prepare()) {
        std::fprintf(stderr, "cannot prepare\n");
        return 2;
    }
    QElapsedTimer timer;
    timer.start();
    int failures = 0;
    int done = 0;
    for (; done < count && failures == 0; ++done) {
        QString kind;
        const QString wrong = trial.run(kind);
        if (!wrong.isEmpty()) {
            ++failures;
            std::printf("damage %d (%s): %s\n", done + 1, qPrintable(kind), qPrintable(wrong));
        }
    }
    Tally all;
    for (auto it = trial.tallies.cbegin(); it != trial.tallies.cend(); ++it) {
        const Tally& one = it.value();
        std::printf("%-24s %4d times  %4d noticed  %4d harmless  %5d edits kept  %4d lost\n", qPrintable(it.key()), one.times,
                    one.noticed, one.harmless, one.kept, one.lost);
        all = {all.times + one.times, all.noticed + one.noticed, all.harmless + one.harmless, all.kept + one.kept, all.lost + one.lost};
    }
    std::printf("%-24s %4d times  %4d noticed  %4d harmless  %5d edits kept  %4d lost, in %.1f s\n", "together", all.times,
                all.noticed, all.harmless, all.kept, all.lost, double(timer.elapsed()) / 1'000);
    return failures ? 1 : 0;
}
