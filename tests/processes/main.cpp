// SPDX-License-Identifier: GPL-3.0-or-later
// Kills the real programs, a marketplace and two desktops of one store, at random moments and starts them again,
// while the desktops edit and buyers buy. At each rest everything that was promised has to be there, once.
#include "audit.h"
#include "child.h"
#include "support/fake_time.h"
#include "support/http_client.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QEventLoop>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>

using namespace belanjain;
using namespace belanjain::processes;
using namespace Qt::StringLiterals;
using testing::HttpClient;
using testing::HttpReply;

namespace
{

constexpr int deskCount = 2;
constexpr int buyerCount = 3;
constexpr int soldProducts = 6;
constexpr int patienceMs = 120'000;

struct Wish
{
    int kills = 20;
    int restEvery = 10;
    int windowEvery = 4; ///< so many restarts of the first desktop apart, it is the one with a window
    quint64 seed = 1;
};

struct Counts
{
    int server = 0;
    int desk = 0;
    int window = 0;
    int rests = 0;
    int failedStarts = 0;
};

void print(const QString& line)
{
    std::fputs(qPrintable(line + u'\n'), stdout);
    std::fflush(stdout);
}

class Killing
{
public:
    explicit Killing(const Wish& wish)
        : m_wish(wish), m_random(wish.seed), m_server(QStringLiteral(MARKETPLACE_PROGRAM), [](const QByteArray&) {})
    {
        for (int desk = 0; desk < deskCount; ++desk) {
            m_desks.push_back({std::make_unique<Child>(QStringLiteral(DESK_PROGRAM),
                                                       [this, desk](const QByteArray& line) { hear(desk, line); })});
        }
    }

    /// What is wrong; empty when every promise was kept.
    QStringList run()
    {
        if (!prepare())
            return m_wrong;
        for (int desk = 0; desk < deskCount; ++desk)
            startDesk(desk, false);
        for (int kill = 1; kill <= m_wish.kills && m_wrong.isEmpty(); ++kill) {
            killOne();
            if (kill % m_wish.restEvery == 0 || kill == m_wish.kills)
                rest();
            if (kill % 100 == 0)
                report(kill);
        }
        report(m_counts.server + m_counts.desk + m_counts.window);
        if (!m_wrong.isEmpty()) {
            m_dir.setAutoRemove(false);
            print(u"what they left is in "_s + m_dir.path());
        }
        return m_wrong;
    }

private:
    struct Desk
    {
        std::unique_ptr<Child> child;
        int tried = 0;
        int starts = 0;
        bool hasWindow = false;
        bool rests = false;
    };

    QString dataDir(int desk) const { return m_dir.filePath(u"desk%1"_s.arg(desk)); }
    QString serverFile() const { return m_dir.filePath(u"market.db"_s); }
    QUrl address() const { return QUrl(u"http://127.0.0.1:%1"_s.arg(m_port)); }

    void hear(int desk, const QByteArray& line)
    {
        m_desks[size_t(desk)].tried += line.startsWith("try ") ? 1 : 0;
        m_desks[size_t(desk)].rests = m_desks[size_t(desk)].rests || line == "rest";
        if (m_audit)
            m_audit->heard(desk, line);
    }

    /// Lets things happen for a while.
    static void pass(qint64 ms)
    {
        QEventLoop loop;
        QTimer::singleShot(std::chrono::milliseconds(ms), Qt::PreciseTimer, &loop, &QEventLoop::quit);
        loop.exec();
    }

    /// Until it is so; whoever ended by himself is started again.
    bool await(const std::function<bool()>& so, const QString& what)
    {
        for (QDeadlineTimer until(patienceMs); !so();) {
            if (until.hasExpired()) {
                m_wrong << u"waited in vain: "_s + what;
                return false;
            }
            keepRunning();
            pass(10);
        }
        return true;
    }

    void keepRunning()
    {
        if (!m_server.isRunning()) {
            ++m_counts.failedStarts;
            startServer();
        }
        for (int desk = 0; desk < deskCount; ++desk) {
            if (m_desks[size_t(desk)].child->isRunning())
                continue;
            m_wrong << u"desk %1 ended by itself"_s.arg(desk);
            startDesk(desk, false);
        }
    }

    void startServer()
    {
        m_server.start({u"serve"_s, u"--listen"_s, u"127.0.0.1:%1"_s.arg(m_port), u"--database"_s, u"sqlite:"_s + serverFile()});
    }

    void startDesk(int number, bool mayHaveWindow)
    {
        Desk& desk = m_desks[size_t(number)];
        ++desk.starts;
        QStringList arguments{u"--data-dir"_s, dataDir(number), u"--marketplace"_s, address().toString(),
                              u"--passphrase-file"_s, m_dir.filePath(u"passphrase"_s)};
        const QString window = QStringLiteral(WINDOW_PROGRAM);
        desk.hasWindow = mayHaveWindow && number == 0 && !window.isEmpty() && desk.starts % m_wish.windowEvery == 0;
        if (desk.hasWindow) {
            desk.child->start(window, arguments);
            return;
        }
        arguments << u"--email"_s << u"ani@example.com"_s << u"--password"_s << m_password << u"--name"_s
                  << QString(QChar(u'a' + number)) << u"--seed"_s << QString::number(m_random.next()) << u"--first"_s
                  << QString::number(desk.tried + 1);
        desk.child->start(arguments);
    }

    /// A moment later than the last, by less than a start takes or by much more.
    void aMoment(int longest) { pass(qint64(m_random.below(quint64(m_random.below(3) == 0 ? longest / 8 + 1 : longest)))); }

    void killOne()
    {
        const quint64 who = m_random.below(12);
        aMoment(220);
        if (who <= 4 || who == 11) {
            ++m_counts.server;
            m_server.kill();
        }
        if (who > 4) {
            const int number = int(who % deskCount);
            Desk& desk = m_desks[size_t(number)];
            if (desk.hasWindow)
                aMoment(1'500);
            ++(desk.hasWindow ? m_counts.window : m_counts.desk);
            desk.child->kill();
            aMoment(60);
            startDesk(number, true);
        } else {
            aMoment(60);
        }
        if (!m_server.isRunning())
            startServer();
    }

    void rest()
    {
        ++m_counts.rests;
        for (const auto& buyer : m_buyers)
            buyer->setPaused(true);
        const auto resting = [&] {
            return std::all_of(m_buyers.begin(), m_buyers.end(), [](const auto& buyer) { return buyer->isResting(); });
        };
        if (!await(resting, u"a buyer's answer"_s))
            return;
        if (m_desks[0].hasWindow) {
            ++m_counts.window;
            m_desks[0].child->kill();
            startDesk(0, false);
        }
        // The first time each sends what it has; the second time each has what the others sent.
        for (int round = 0; round < 2; ++round) {
            for (Desk& desk : m_desks) {
                desk.rests = false;
                desk.child->tell("rest");
            }
            if (!await([&] { return m_desks[0].rests && m_desks[1].rests; }, u"the desks at rest"_s))
                return;
        }
        for (Desk& desk : m_desks) {
            desk.child->tell("quit");
            if (!desk.child->ended())
                m_wrong << u"a desk did not end as it was told to"_s;
        }
        QStringList files;
        for (int desk = 0; desk < deskCount; ++desk)
            files << replicaFile(desk);
        QList<const Buyer*> buyers;
        for (const auto& buyer : m_buyers)
            buyers << buyer.get();
        m_audit->look(files, buyers, m_wrong);
        for (int desk = 0; desk < deskCount; ++desk)
            startDesk(desk, true);
        for (const auto& buyer : m_buyers)
            buyer->setPaused(false);
    }

    QString replicaFile(int desk) const;
    bool prepare();
    bool fill();
    bool review(const QStringList& variants, const QJsonObject& product, HttpClient seller, HttpClient buyer);
    void report(int kills) const;

    Wish m_wish;
    testing::SeededRandom m_random;
    QTemporaryDir m_dir;
    QElapsedTimer m_timer;
    QString m_password = u"tulip lantern 42"_s;
    quint16 m_port = 0;
    Child m_server;
    std::vector<Desk> m_desks;
    std::vector<std::unique_ptr<Buyer>> m_buyers;
    std::unique_ptr<Audit> m_audit;
    Counts m_counts;
    QStringList m_wrong;
};

QString Killing::replicaFile(int desk) const
{
    // The folder's name is the account's; there is one.
    QDirIterator files(dataDir(desk), {u"replica.db*"_s}, QDir::Files, QDirIterator::Subdirectories);
    return files.hasNext() ? QFileInfo(files.next()).dir().filePath(u"replica.db"_s) : QString();
}

bool Killing::prepare()
{
    m_timer.start();
    QFile passphrase(m_dir.filePath(u"passphrase"_s));
    if (!m_dir.isValid() || !passphrase.open(QIODevice::WriteOnly) || passphrase.write("kunci toko\n") < 0) {
        m_wrong << u"no folder"_s;
        return false;
    }
    passphrase.close();
    // Below the ports that the system gives to those who call, so that nobody takes it between two starts.
    for (int tries = 0; tries < 20; ++tries) {
        m_port = quint16(10'000 + testing::SeededRandom(quint64(QCoreApplication::applicationPid() * 31 + tries)).below(20'000));
        startServer();
        for (QDeadlineTimer until(20'000); !until.hasExpired() && m_server.isRunning(); pass(20)) {
            if (HttpClient(m_port).get("/readyz").status == 200)
                return fill();
        }
    }
    m_wrong << u"the server does not start"_s;
    return false;
}

bool Killing::fill()
{
    const auto person = [this](const QString& name, const QString& role) {
        return HttpClient(m_port)
            .post("/v1/auth/register", {{u"name"_s, name}, {u"email"_s, name + u"@example.com"_s}, {u"password"_s, m_password}, {u"role"_s, role}})
            .json();
    };
    const QJsonObject ani = person(u"ani"_s, u"SELLER"_s);
    HttpClient seller(m_port);
    seller.setToken(ani[u"accessToken"].toString());
    QStringList variants;
    QJsonObject first;
    for (int i = 0; i < soldProducts; ++i) {
        const QJsonObject product = seller.post("/v1/products", {{u"name"_s, u"Wajan %1"_s.arg(i)}, {u"description"_s, QString()},
                                                                 {u"category"_s, u"Dapur"_s}, {u"price"_s, 85'000},
                                                                 {u"stock"_s, 100'000}, {u"weightGrams"_s, 400}}).json();
        variants << product[u"variants"][0][u"id"].toString();
        first = i == 0 ? product : first;
    }
    for (int i = 0; i < buyerCount; ++i) {
        const QString name = u"beli%1"_s.arg(i);
        const QJsonObject budi = person(name, u"CUSTOMER"_s);
        HttpClient buyer(m_port);
        buyer.setToken(budi[u"accessToken"].toString());
        if (i == 0 && !review(variants, first, seller, buyer)) {
            m_wrong << u"nobody could review"_s;
            return false;
        }
        m_buyers.push_back(std::make_unique<Buyer>(
            address(), engine::Tokens{budi[u"accessToken"].toString(), budi[u"refreshToken"].toString()}, name, variants, quint64(i)));
    }
    m_audit = std::make_unique<Audit>(serverFile(), ani[u"user"][u"storeId"].toString());
    for (const auto& buyer : m_buyers)
        buyer->setPaused(false);
    return true;
}

/// For the desktops to answer.
bool Killing::review(const QStringList& variants, const QJsonObject& product, HttpClient seller, HttpClient buyer)
{
    const QJsonObject address{{u"recipient"_s, u"first"_s},   {u"phone"_s, u"08123456789"_s},  {u"street"_s, u"Jl. Melati 7"_s},
                              {u"city"_s, u"Surabaya"_s},     {u"province"_s, u"Jawa Timur"_s}, {u"postcode"_s, u"60111"_s}};
    buyer.put("/v1/cart/items/" + variants.first().toLatin1(), {{u"quantity"_s, 1}});
    const QJsonObject bought = buyer.post("/v1/checkouts", {{u"address"_s, address}, {u"paymentMethod"_s, u"COD"_s}},
                                          {{"Idempotency-Key", "first"}}).json();
    const QByteArray steps = "/v1/orders/" + bought[u"orders"][0][u"id"].toString().toLatin1() + "/transitions";
    seller.post(steps, {{u"to"_s, u"SHIPPED"_s}});
    buyer.post(steps, {{u"to"_s, u"DELIVERED"_s}});
    return buyer.post("/v1/products/" + product[u"id"].toString().toLatin1() + "/reviews", {{u"rating"_s, 5}, {u"comment"_s, u"Bagus"_s}})
               .status == 201;
}

void Killing::report(int kills) const
{
    qsizetype checkouts = 0;
    qsizetype repeated = 0;
    for (const auto& buyer : m_buyers) {
        checkouts += buyer->purchases().size();
        for (const Purchase& purchase : buyer->purchases())
            repeated += purchase.tries > 1 ? 1 : 0;
    }
    print(u"%1 kills (%2 of the server, %3 of desks, %4 of belanjain), %5 rests; %6 edits tried, %7 acknowledged, %8 refused by "
          "the server; %9 checkouts"_s.arg(kills).arg(m_counts.server).arg(m_counts.desk).arg(m_counts.window).arg(m_counts.rests)
              .arg(m_audit ? m_audit->tried() : 0).arg(m_audit ? m_audit->acknowledged() : 0).arg(m_audit ? m_audit->refused() : 0)
              .arg(checkouts)
          + u", %1 of them asked for again; %2 sign-ins anew, %3 s"_s.arg(repeated).arg(m_audit ? m_audit->signIns() : 0)
                .arg(double(m_timer.elapsed()) / 1'000, 0, 'f', 1));
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({{u"kills"_s, u"how often"_s, u"n"_s, u"20"_s},
                       {u"rest-every"_s, u"kills between two looks"_s, u"n"_s, u"10"_s},
                       {u"seed"_s, u"of who, when, and what is edited"_s, u"n"_s, u"1"_s}});
    parser.process(application);
    Wish wish;
    wish.kills = parser.value(u"kills"_s).toInt();
    wish.restEvery = std::max(1, parser.value(u"rest-every"_s).toInt());
    wish.seed = parser.value(u"seed"_s).toULongLong();
    const QStringList wrong = Killing(wish).run();
    for (const QString& line : wrong)
        print(u"LOST: "_s + line);
    print(wrong.isEmpty() ? u"every promise was kept"_s : u"%1 broken promises"_s.arg(wrong.size()));
    return wrong.isEmpty() ? 0 : 1;
}
