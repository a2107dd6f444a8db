// SPDX-License-Identifier: GPL-3.0-or-later
// Kills the real program in the middle of its work and starts it again: what was answered is there, once.
// BELANJAIN_KILLS says how often; three times when it does not.
#include "storage/database.h"
#include "support/doctor.h"
#include "support/http_client.h"

#include <QJsonArray>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>

using namespace belanjain;
using namespace belanjain::testing;
using namespace Qt::StringLiterals;

namespace
{

/// The program, started and killed again and again over one database.
class Program
{
public:
    explicit Program(QString database) : m_database(std::move(database)) {}
    ~Program() { kill(); }

    bool start()
    {
        m_process = std::make_unique<QProcess>();
        m_process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process->start(QStringLiteral(MARKETPLACE_PROGRAM),
                         {u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s, u"--database"_s, m_database});
        while (!m_process->canReadLine()) {
            if (!m_process->waitForReadyRead(30'000))
                return false;
        }
        m_port = m_process->readLine().trimmed().split(':').last().toUShort();
        return m_port != 0;
    }

    void kill()
    {
        if (!m_process)
            return;
        m_process->kill();
        m_process->waitForFinished();
        m_process.reset();
    }

    HttpClient client(const QString& token = {}) const
    {
        HttpClient client(m_port);
        client.setToken(token);
        return client;
    }

private:
    QString m_database;
    std::unique_ptr<QProcess> m_process;
    quint16 m_port = 0;
};

/// A POST under a key of its own, and how it was answered (0: not yet).
struct Deed
{
    QByteArray target;
    QJsonObject body;
    QByteArray key;
    int status = 0;
    QJsonObject answer;

    void doIt(const HttpClient& client)
    {
        const HttpReply reply = client.post(target, body, {{"Idempotency-Key", key}});
        status = reply.status;
        answer = reply.json();
    }
};

struct Actor
{
    QString token;
    QList<Deed> deeds;
};

constexpr int buyers = 4;
constexpr int answersBeforeAKill = 60;

} // namespace

class KillTest : public QObject
{
    Q_OBJECT

private:
    QString m_variant;

    static QString registered(const Program& program, const QString& email, const QString& role)
    {
        return program.client()
            .post("/v1/auth/register", {{u"name"_s, u"Orang"_s}, {u"email"_s, email},
                                        {u"password"_s, u"tulip lantern 42"_s}, {u"role"_s, role}})
            .json().value(u"accessToken").toString();
    }

    QJsonObject order() const
    {
        const QJsonObject address{{u"recipient"_s, u"Budi"_s},      {u"phone"_s, u"08123456789"_s},
                                  {u"street"_s, u"Jl. Melati 7"_s}, {u"city"_s, u"Surabaya"_s},
                                  {u"province"_s, u"Jawa Timur"_s}, {u"postcode"_s, u"60111"_s}};
        return {{u"address"_s, address}, {u"paymentMethod"_s, u"COD"_s}};
    }

    /// One thread's work until the program is gone.
    void buy(const HttpClient& client, Actor& buyer, int round, std::atomic<int>& answers) const
    {
        for (int i = 0;; ++i) {
            const HttpReply put = client.put("/v1/cart/items/" + m_variant.toLatin1(), {{u"quantity"_s, 1}});
            if (put.status != 200)
                return;
            buyer.deeds.append({"/v1/checkouts", order(), "beli-" + QByteArray::number(round) + '-' + QByteArray::number(i), 0, {}});
            buyer.deeds.last().doIt(client);
            ++answers;
            answers.notify_one();
            if (buyer.deeds.last().status == 0)
                return;
        }
    }

    void adjust(const HttpClient& client, Actor& seller, int round, std::atomic<int>& answers) const
    {
        for (int i = 0;; ++i) {
            seller.deeds.append({"/v1/variants/" + m_variant.toLatin1() + "/stock",
                                 {{u"kind"_s, u"adjust"_s}, {u"delta"_s, 1}},
                                 "tambah-" + QByteArray::number(round) + '-' + QByteArray::number(i), 0, {}});
            seller.deeds.last().doIt(client);
            ++answers;
            answers.notify_one();
            if (seller.deeds.last().status == 0)
                return;
        }
    }

private Q_SLOTS:
    void keepsWhatItAnswered()
    {
        const QTemporaryDir folder;
        const auto database = storage::Address::sqlite(folder.filePath(u"market.db"_s));
        Program program(u"sqlite:"_s + database.file);
        QVERIFY(program.start());
        Actor seller{registered(program, u"ani@example.com"_s, u"SELLER"_s), {}};
        std::vector<Actor> people(buyers);
        for (int b = 0; b < buyers; ++b)
            people[size_t(b)].token = registered(program, u"beli%1@example.com"_s.arg(b), u"CUSTOMER"_s);
        m_variant = program.client(seller.token)
                        .post("/v1/products", {{u"name"_s, u"Wajan"_s}, {u"description"_s, u""_s}, {u"category"_s, u"Dapur"_s},
                                               {u"price"_s, 85'000}, {u"stock"_s, 100'000}})
                        .json()[u"variants"][0][u"id"].toString();
        QVERIFY(!m_variant.isEmpty());

        bool ok = false;
        const int given = qEnvironmentVariableIntValue("BELANJAIN_KILLS", &ok);
        const int kills = ok ? given : 3;
        int unanswered = 0;
        for (int round = 0; round < kills; ++round) {
            std::atomic<int> answers{0};
            std::vector<std::thread> threads;
            for (Actor& buyer : people)
                threads.emplace_back([&] { buy(program.client(buyer.token), buyer, round, answers); });
            threads.emplace_back([&] { adjust(program.client(seller.token), seller, round, answers); });
            for (int so = answers; so < answersBeforeAKill; so = answers)
                answers.wait(so);
            program.kill();
            for (std::thread& thread : threads)
                thread.join();
            QVERIFY(program.start());

            // Whoever has no answer asks again, under the same key.
            for (Actor& actor : people) {
                for (Deed& deed : actor.deeds) {
                    if (deed.status == 0) {
                        ++unanswered;
                        deed.doIt(program.client(actor.token));
                    }
                    QCOMPARE(deed.status, 201);
                }
            }
            for (Deed& deed : seller.deeds) {
                if (deed.status == 0) {
                    ++unanswered;
                    deed.doIt(program.client(seller.token));
                }
                QCOMPARE(deed.status, 200);
            }
        }
        QVERIFY(unanswered > 0);
        program.kill();

        const auto db = storage::Database::open(database).value();
        QStringList promised;
        for (const Actor& actor : people) {
            for (const Deed& deed : actor.deeds) {
                QCOMPARE(deed.answer[u"orders"].toArray().size(), 1);
                promised << deed.answer[u"orders"][0][u"id"].toString();
            }
        }
        QStringList stored = db->all(u"SELECT id FROM orders"_s, {}, [](const storage::Row& row) { return row.text(0); }).value();
        promised.sort();
        stored.sort();
        QCOMPARE(stored, promised);
        QCOMPARE(db->integer(u"SELECT count(*) FROM stock_moves WHERE kind = 'adjusted'"_s).value(), seller.deeds.size());
        QCOMPARE(db->integer(u"SELECT on_hand FROM variants"_s).value(), 100'000 + seller.deeds.size());
        QCOMPARE(db->integer(u"SELECT reserved FROM variants"_s).value(), promised.size());
        examine(database);
        qInfo("%d kills, %d deeds, %d of them unanswered at first", kills, int(promised.size() + seller.deeds.size()), unanswered);
    }
};

QTEST_GUILESS_MAIN(KillTest)
#include "kill_test.moc"
