// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_server.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTcpSocket>
#include <QTest>

#include <csignal>

using namespace belanjain;
using namespace belanjain::testing;
using namespace Qt::StringLiterals;

class OperationsTest : public QObject
{
    Q_OBJECT

private:
    static QString program() { return QString::fromUtf8(MARKETPLACE_PROGRAM); }

    struct Ended
    {
        int code = -1;
        QByteArray out;
        QByteArray err;
    };
    static Ended run(const QStringList& arguments, const QByteArray& input = {})
    {
        QProcess process;
        process.start(program(), arguments);
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(30'000))
            return {};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }

private Q_SLOTS:
    void saysThatItIsAliveAndReady()
    {
        TestServer server;
        QCOMPARE(server.client().get("/healthz").json(), (QJsonObject{{u"status"_s, u"ok"_s}}));
        const HttpReply ready = server.client().get("/readyz");
        QCOMPARE(ready.status, 200);
        QCOMPARE(ready.header("Cache-Control"), "no-store");
    }

    void isNotReadyOnADatabaseOfAnotherVersion()
    {
        TestServer server;
        server.openDatabase()->run(u"INSERT INTO schema_migrations(version) VALUES (9999)"_s).value();
        const HttpReply reply = server.client().get("/readyz");
        QCOMPARE(reply.status, 503);
        QVERIFY(!reply.header("Retry-After").isEmpty());
        QCOMPARE(server.client().get("/healthz").status, 200);
        server.stop();
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"does not start"_s));
        QVERIFY(!server.start());
    }

    void countsWhatItAnswers()
    {
        TestServer server;
        server.client().get("/v1/products");
        server.client().get("/v1/products");
        server.client().get("/v1/nothing");
        const HttpReply metrics = server.client().get("/metrics");
        QVERIFY(metrics.header("Content-Type").startsWith("text/plain"));
        QVERIFY(metrics.body.contains("belanjain_http_request_duration_seconds_count{route=\"/v1/products\",method=\"GET\",status=\"200\"} 2\n"));
        QVERIFY(metrics.body.contains("belanjain_http_request_duration_seconds_count{route=\"none\",method=\"other\",status=\"404\"} 1\n"));
        QVERIFY(metrics.body.contains("\nbelanjain_stock_shortfalls 0\n"));
        QVERIFY(metrics.body.contains("\nprocess_resident_memory_bytes "));
    }

    void letsOneServerUseAFile()
    {
        if (TestDatabase::isPostgres())
            QSKIP("a PostgreSQL database takes several (instances_test)");
        TestServer first;
        FakeClock clock;
        ports::SystemRandom random;
        marketplace::SilentLog log;
        marketplace::ServerConfig config;
        config.database = first.database();
        marketplace::ThreadedServer second(config, {clock, random, log});
        const auto started = second.start();
        QVERIFY(!started);
        QVERIFY(started.error().startsWith(u"another server is using"));
        first.stop();
        QVERIFY(second.start());
    }

    void saysInOneLineWhatIsWrongWithPostgres()
    {
        const auto serve = [this](const QString& database) {
            return run({u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s, u"--database"_s, database});
        };
        // Port 1 of loopback: nothing listens there, whether or not PostgreSQL is installed.
        const Ended away = serve(u"postgresql://ani:rahasia@127.0.0.1:1/toko"_s);
        QCOMPARE(away.code, 1);
        QCOMPARE(away.err.count('\n'), away.err.count("belanjain-marketplace: ") + away.err.count("{"));
        QVERIFY2(away.err.contains("serve: cannot use the database: connection to server at \"127.0.0.1\", port 1 failed"),
                 away.err.constData());
        QVERIFY(!away.err.contains("rahasia"));
        QCOMPARE(serve(u"postgresql://ani@127.0.0.1:1/toko?colour=red"_s).code, 2);
        if (!TestDatabase::isPostgres())
            return;
        const TestServer server;
        const QString missing = server.databaseText().replace(server.database().name, u"nothing"_s);
        QVERIFY(serve(missing).err.contains("database \"nothing\" does not exist"));
        const Ended nobody = run({u"user"_s, u"lock"_s, u"--database"_s, missing, u"--email"_s, u"ani@example.com"_s});
        QCOMPARE(nobody.code, 1);
        QCOMPARE(nobody.err.count('\n'), 1);
    }

    void refusesAFileThatIsNoDatabase()
    {
        QTemporaryDir dir;
        QFile file(dir.filePath(u"x.db"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(8192, 'x'));
        file.close();
        const Ended ended = run({u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s, u"--database"_s, u"sqlite:"_s + file.fileName()});
        QCOMPARE(ended.code, 1);
        QCOMPARE(ended.out, QByteArray());
        QVERIFY(ended.err.contains("belanjain-marketplace: serve: the database is damaged, or is not one\n"));
    }

    void serves()
    {
        QTemporaryDir dir;
        QProcess process;
        process.start(program(), {u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s, u"--database"_s,
                                  u"sqlite:"_s + dir.filePath(u"a/market.db"_s), u"--port-file"_s,
                                  dir.filePath(u"port"_s)});
        QVERIFY(process.waitForReadyRead(30'000));
        const QByteArray line = process.readLine();
        QFile portFile(dir.filePath(u"port"_s));
        QVERIFY(portFile.open(QIODevice::ReadOnly));
        const quint16 port = portFile.readAll().trimmed().toUShort();
        QCOMPARE(line, "listening on http://127.0.0.1:" + QByteArray::number(port) + "\n");
        QCOMPARE(HttpClient(port).get("/readyz").status, 200);

        // A client that has said half a sentence does not hold it up for ever; one in between does not at all.
        QTcpSocket idle;
        idle.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
        QVERIFY(idle.waitForConnected(30'000));
        process.terminate();
        QVERIFY(process.waitForFinished(30'000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 0);
        QCOMPARE(process.readAllStandardError(), QByteArray());
    }

    void explainsItsCommandLine_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("complaint");
        QTest::newRow("nothing") << QStringList() << QByteArray("a subcommand is missing, see --help");
        QTest::newRow("unknown subcommand") << QStringList{u"server"_s} << QByteArray("there is no subcommand 'server', see --help");
        QTest::newRow("unknown flag") << QStringList{u"serve"_s, u"--prot"_s, u"1"_s} << QByteArray("serve: Unknown option 'prot', see serve --help");
        QTest::newRow("listen") << QStringList{u"serve"_s, u"--listen"_s, u"here"_s}
                                << QByteArray("serve: --listen: 'here' is not an address and a port, such as 127.0.0.1:8787");
        QTest::newRow("port") << QStringList{u"serve"_s, u"--listen"_s, u"127.0.0.1:70000"_s}
                              << QByteArray("serve: --listen: '127.0.0.1:70000' is not an address and a port, such as 127.0.0.1:8787");
        QTest::newRow("database") << QStringList{u"serve"_s, u"--database"_s, u"mysql:x"_s}
                                  << QByteArray("--database: a database address starts with sqlite: or postgresql://");
        QTest::newRow("half of TLS") << QStringList{u"serve"_s, u"--tls-cert"_s, u"x"_s}
                                     << QByteArray("serve: --tls-cert and --tls-key belong together");
        QTest::newRow("user action") << QStringList{u"user"_s, u"delete"_s}
                                     << QByteArray("user: one of create, reset-password, lock, unlock, disable-2fa, list is needed, see user --help");
    }
    void explainsItsCommandLine()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, complaint);
        const Ended ended = run(arguments);
        QCOMPARE(ended.code, 2);
        QCOMPARE(ended.out, QByteArray());
        QCOMPARE(ended.err, "belanjain-marketplace: " + complaint + '\n');
    }

    void helpsEverywhere()
    {
        for (const QStringList& arguments : {QStringList{u"--help"_s}, {u"serve"_s, u"--help"_s}, {u"user"_s, u"--help"_s}}) {
            const Ended ended = run(arguments);
            QCOMPARE(ended.code, 0);
            QVERIFY(ended.out.startsWith("Usage: "));
            QCOMPARE(ended.err, QByteArray());
        }
    }

    void doesForAUserWhatAnOperatorMust()
    {
        TestServer server;
        const QString database = server.databaseText();
        const auto user = [&](const QString& action, const QStringList& more, const QByteArray& input = {}) {
            return run(QStringList{u"user"_s, action, u"--database"_s, database, u"--email"_s, u"ani@example.com"_s} + more, input);
        };
        QCOMPARE(user(u"create"_s, {u"--name"_s, u"Ani"_s, u"--role"_s, u"seller"_s}, "short\n").code, 2);
        QCOMPARE(user(u"create"_s, {u"--name"_s, u"Ani"_s, u"--role"_s, u"seller"_s}, "tulip lantern 42\n").code, 0);
        QCOMPARE(user(u"create"_s, {u"--name"_s, u"Ani"_s}, "tulip lantern 42\n").code, 2);
        const auto login = [&](const QString& password) {
            return server.client().post("/v1/auth/login", {{u"email"_s, u"ani@example.com"_s}, {u"password"_s, password}});
        };
        const HttpReply in = login(u"tulip lantern 42"_s);
        QCOMPARE(in.status, 200);
        QVERIFY(in.json().value(u"user").toObject().contains(u"storeId"));
        HttpClient ani = server.client();
        ani.setToken(in.json().value(u"accessToken").toString());

        QCOMPARE(user(u"lock"_s, {}).code, 0);
        QCOMPARE(login(u"tulip lantern 42"_s).code(), u"account_locked"_s);
        QCOMPARE(ani.get("/v1/me").status, 401);
        QCOMPARE(user(u"unlock"_s, {}).code, 0);
        QCOMPARE(ani.get("/v1/me").status, 401);
        ani.setToken(login(u"tulip lantern 42"_s).json().value(u"accessToken").toString());
        QCOMPARE(ani.get("/v1/me").status, 200);
        QCOMPARE(user(u"reset-password"_s, {u"--password"_s, u"another lantern"_s}).code, 0);
        QCOMPARE(ani.get("/v1/me").status, 401);
        QCOMPARE(login(u"tulip lantern 42"_s).status, 401);
        QCOMPARE(login(u"another lantern"_s).status, 200);

        server.openDatabase()->run(u"INSERT INTO two_factor (user_id, secret, created_at, confirmed_at) "
                                   "SELECT id, '', 0, 0 FROM users"_s).value();
        QCOMPARE(login(u"another lantern"_s).code(), u"otp_required"_s);
        QVERIFY(user(u"list"_s, {}).out.contains("ani@example.com\tseller\topen\t2fa\tAni\n"));
        QCOMPARE(user(u"disable-2fa"_s, {}).code, 0);
        QCOMPARE(login(u"another lantern"_s).status, 200);
    }
};

QTEST_GUILESS_MAIN(OperationsTest)
#include "operations_test.moc"
