// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/secrets/encrypted_file_store.h"
#include "engine/secrets/keychain_store.h"
#include "engine/secrets/memory_store.h"
#include "engine/session/account_folders.h"
#include "engine/session/session_service.h"

#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace belanjain;
using namespace belanjain::engine;
using namespace Qt::StringLiterals;

namespace
{

std::optional<QByteArray> readNow(ports::SecretStore& store, const QString& key)
{
    std::optional<QByteArray> result;
    store.read(key, [&](std::optional<QByteArray> value) { result = std::move(value); });
    return result;
}

bool writeNow(ports::SecretStore& store, const QString& key, const QByteArray& value)
{
    bool stored = false;
    store.write(key, value, [&](bool ok) { stored = ok; });
    return stored;
}

/// A marketplace that lets everybody in as the same customer.
class OpenDoor : public Transport
{
public:
    std::unique_ptr<PendingCall> send(const HttpRequest&, std::function<void(const HttpAnswer&)> done) override
    {
        done({.status = 200,
              .body = R"({"accessToken":"a","refreshToken":"r","user":{"id":"01931f00-0000-7000-8000-000000000001",
                          "name":"Siti","email":"siti@contoh.id","role":"CUSTOMER"}})"});
        return {};
    }
    std::unique_ptr<PendingCall> stream(const HttpRequest&, std::function<void(const QByteArray&)>,
                                        std::function<void(const HttpAnswer&)>) override
    {
        return {};
    }
};

/// Somebody signs in at one address, the program ends, and starts anew.
struct Visits
{
    QTemporaryDir dir;
    MemoryStore secrets;

    std::unique_ptr<SessionService> start()
    {
        return std::make_unique<SessionService>(AccountFolders(dir.path()), secrets,
                                                [](const QUrl&) { return std::make_unique<OpenDoor>(); });
    }
    void signIn(const QUrl& address, bool hosted, bool remember)
    {
        const auto session = start();
        if (hosted)
            session->setHosted(address);
        session->setMarketplace(address);
        session->signIn({.email = u"siti@contoh.id"_s, .password = u"p"_s, .otp = {}, .remember = remember});
    }
};

} // namespace

class SecretsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsSecretsSealedInAFile()
    {
        const QTemporaryDir dir;
        const QString file = dir.filePath(u"secrets"_s);
        {
            EncryptedFileStore store(file, "open sesame");
            QVERIFY(writeNow(store, u"a"_s, "token-one"));
            QVERIFY(writeNow(store, u"b"_s, "token-two"));
            store.remove(u"b"_s, [] {});
        }
        EncryptedFileStore again(file, "open sesame");
        QVERIFY(again.opened());
        QCOMPARE(readNow(again, u"a"_s), std::optional<QByteArray>("token-one"));
        QCOMPARE(readNow(again, u"b"_s), std::nullopt);

        QFile raw(file);
        QVERIFY(raw.open(QIODevice::ReadOnly));
        const QByteArray bytes = raw.readAll();
        QVERIFY(!bytes.contains("token") && !bytes.contains(QByteArray("token-one").toBase64()));
        const auto others = QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteGroup | QFileDevice::WriteOther;
        QVERIFY(!(QFileInfo(file).permissions() & others));
    }

    void neverOverwritesWhatItCannotOpen()
    {
        const QTemporaryDir dir;
        const QString file = dir.filePath(u"secrets"_s);
        {
            EncryptedFileStore store(file, "right");
            QVERIFY(writeNow(store, u"a"_s, "token"));
        }
        EncryptedFileStore wrong(file, "wrong");
        QVERIFY(!wrong.opened());
        QCOMPARE(readNow(wrong, u"a"_s), std::nullopt);
        QVERIFY(!writeNow(wrong, u"a"_s, "other"));
        EncryptedFileStore right(file, "right");
        QCOMPARE(readNow(right, u"a"_s), std::optional<QByteArray>("token"));
    }

    void readsADamagedFileAsEmpty()
    {
        const QTemporaryDir dir;
        const QString file = dir.filePath(u"secrets"_s);
        {
            EncryptedFileStore store(file, "p");
            QVERIFY(writeNow(store, u"a"_s, "token"));
        }
        QFile raw(file);
        QVERIFY(raw.open(QIODevice::ReadWrite));
        QByteArray bytes = raw.readAll();
        bytes[bytes.size() - 3] = char(bytes[bytes.size() - 3] ^ 1);
        raw.seek(0);
        raw.write(bytes);
        raw.close();
        QVERIFY(!EncryptedFileStore(file, "p").opened());
        QVERIFY(raw.open(QIODevice::WriteOnly | QIODevice::Truncate));
        raw.write("short");
        raw.close();
        QVERIFY(!EncryptedFileStore(file, "p").opened());
    }

    void fallsBackWhereTheKeychainDoesNotAnswer()
    {
        // No bus is to be found, whatever the machine that runs the tests has.
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
        MemoryStore memory;
        KeychainStore keychain(u"belanjain-test"_s, memory);
        bool stored = false;
        keychain.write(u"k"_s, "v", [&](bool ok) { stored = ok; });
        QTRY_VERIFY(stored);
        QCOMPARE(keychain.place(), ports::SecretStore::Place::MemoryOnly);
        std::optional<QByteArray> value;
        keychain.read(u"k"_s, [&](std::optional<QByteArray> v) { value = std::move(v); });
        QTRY_COMPARE(value, std::optional<QByteArray>("v"));
    }

    void separatesAccounts()
    {
        const QTemporaryDir dir;
        const AccountFolders folders(dir.path());
        ports::Account rina;
        rina.user = *UserId::parse(u"01931f00-0000-7000-8000-000000000001");
        rina.store = *StoreId::parse(u"01931f00-0000-7000-8000-0000000000a1");
        rina.marketplace = QUrl(u"http://127.0.0.1:8787"_s);
        ports::Account elsewhere = rina;
        elsewhere.marketplace = QUrl(u"https://pasar.example"_s);
        ports::Account budi = rina;
        budi.user = *UserId::parse(u"01931f00-0000-7000-8000-000000000002");
        ports::Account otherStore = rina;
        otherStore.store = *StoreId::parse(u"01931f00-0000-7000-8000-0000000000a2");

        QSet<QString> files;
        QSet<QString> keys;
        for (const auto& account : {rina, elsewhere, budi, otherStore}) {
            files << folders.replicaFile(account, false);
            keys << AccountFolders::secretKey(account, false);
        }
        QCOMPARE(files.size(), 4);
        QCOMPARE(keys.size(), 4);

        ports::Account samePlace = elsewhere;
        samePlace.marketplace = QUrl(u"HTTPS://Pasar.Example:443/"_s);
        QCOMPARE(folders.replicaFile(samePlace, false), folders.replicaFile(elsewhere, false));
        ports::Account nextDay = rina;
        nextDay.marketplace = QUrl(u"http://127.0.0.1:40001"_s);
        QCOMPARE(folders.replicaFile(nextDay, true), folders.replicaFile(rina, true));
    }

    void comesBackOnlyWhereSomebodyWasSignedIn()
    {
        Visits visits;
        visits.signIn(QUrl(u"https://pasar.example"_s), false, true);
        auto session = visits.start();
        QVERIFY(!session->restore(QUrl(u"https://lain.example"_s)));
        session->setHosted(QUrl(u"http://127.0.0.1:8787"_s));
        QVERIFY(!session->restore(QUrl(u"http://127.0.0.1:8787"_s)));
        QSignalSpy signedIn(session.get(), &ports::Session::signedIn);
        QVERIFY(session->restore(QUrl(u"https://pasar.example/"_s)));
        QTRY_COMPARE(signedIn.size(), 1);
        QCOMPARE(session->tokens().refresh, u"r"_s);

        visits.signIn(QUrl(u"http://127.0.0.1:8787"_s), true, true);
        session = visits.start();
        QVERIFY(!session->restore(QUrl(u"http://127.0.0.1:8787"_s))); // hosted by nobody now
        session->setHosted(QUrl(u"http://127.0.0.1:40001"_s));
        QVERIFY(session->restore(QUrl(u"http://127.0.0.1:40001"_s)));
    }

    void asksAgainWhoDidNotWantToStay()
    {
        Visits visits;
        visits.signIn(QUrl(u"https://pasar.example"_s), false, true);
        visits.signIn(QUrl(u"https://pasar.example"_s), false, false);
        QVERIFY(!visits.start()->restore(QUrl(u"https://pasar.example"_s)));
    }

    void remembersWhoWasSignedIn()
    {
        const QTemporaryDir dir;
        const AccountFolders folders(dir.path());
        QVERIFY(!folders.last());
        AccountFolders::LastAccount last{.account = {.user = *UserId::parse(u"01931f00-0000-7000-8000-000000000001"),
                                                     .name = u"Rina"_s,
                                                     .email = u"rina@tokojakbar.id"_s,
                                                     .seller = true,
                                                     .store = *StoreId::parse(u"01931f00-0000-7000-8000-0000000000a1"),
                                                     .storeName = u"Toko Jakarta Barat"_s,
                                                     .marketplace = QUrl(u"http://127.0.0.1:8787"_s)},
                                         .onThisComputer = true};
        QVERIFY(folders.remember(last));
        QCOMPARE(folders.last()->account, last.account);
        QCOMPARE(folders.last()->onThisComputer, true);
        folders.forget();
        QVERIFY(!folders.last());
    }
};

QTEST_GUILESS_MAIN(SecretsTest)
#include "secrets_test.moc"
