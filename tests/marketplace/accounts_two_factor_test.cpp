// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/accounts/secret_box.h"
#include "marketplace/accounts/totp.h"
#include "support/test_server.h"

#include <QSet>
#include <QTest>
#include <QUrl>
#include <QUrlQuery>

using namespace belanjain;
using namespace belanjain::marketplace;
using namespace belanjain::testing;
using namespace Qt::StringLiterals;

class AccountsTwoFactorTest : public QObject
{
    Q_OBJECT

private:
    static QByteArray fromBase32(const QString& text)
    {
        QByteArray bytes;
        quint32 buffer = 0;
        int bits = 0;
        for (const QChar c : text) {
            buffer = (buffer << 5) | quint32(u"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"_s.indexOf(c));
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.append(char(buffer >> bits));
            }
        }
        return bytes;
    }

    /// Somebody who has turned the second factor on with the code of the step before now's.
    struct Guarded
    {
        TestServer server;
        TestServer::Person budi = server.customer(u"budi@example.com"_s);
        QByteArray secret;
        QStringList recovery;

        Guarded()
        {
            secret = fromBase32(budi.client.send("POST", "/v1/me/2fa").json().value(u"secret").toString());
            const HttpReply on = budi.client.post("/v1/me/2fa/confirm", {{u"otp"_s, code(-1)}});
            for (const QJsonValue& one : on.json().value(u"recoveryCodes").toArray())
                recovery.append(one.toString());
        }
        QString code(int delta = 0) { return totpCode(secret, totpStepOf(server.clock().now()) + delta); }
        /// One that is none of the three that count now.
        QString wrongCode()
        {
            QString wrong = u"000000"_s;
            while (totpStepOfCode(secret, wrong, server.clock().now()))
                wrong = QString::number(wrong.toInt() + 111'111);
            return wrong;
        }
        HttpReply login(const QJsonValue& otp, const QString& password = TestServer::password())
        {
            return server.client().post("/v1/auth/login", {{u"email"_s, budi.email}, {u"password"_s, password}, {u"otp"_s, otp}});
        }
        HttpReply disable(const QString& password, const QString& otp)
        {
            return budi.client.sendJson("DELETE", "/v1/me/2fa", {{u"password"_s, password}, {u"otp"_s, otp}});
        }
    };

private Q_SLOTS:
    void makesTheCodesOfTheStandard_data()
    {
        // RFC 6238, appendix B, SHA-1
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QString>("code");
        QTest::newRow("59") << qint64(59) << u"94287082"_s;
        QTest::newRow("2005") << qint64(1111111109) << u"07081804"_s;
        QTest::newRow("a step later") << qint64(1111111111) << u"14050471"_s;
        QTest::newRow("2009") << qint64(1234567890) << u"89005924"_s;
        QTest::newRow("2033") << qint64(2000000000) << u"69279037"_s;
        QTest::newRow("2603") << qint64(20000000000) << u"65353130"_s;
    }
    void makesTheCodesOfTheStandard()
    {
        QFETCH(qint64, seconds);
        QFETCH(QString, code);
        const QByteArray secret = "12345678901234567890";
        const Instant at{seconds * 1000};
        QCOMPARE(totpCode(secret, totpStepOf(at), 8), code);
        QCOMPARE(totpCode(secret, totpStepOf(at)), code.right(6));
        QCOMPARE(totpStepOfCode(secret, code.right(6), {at.ms + totpStepMs}), std::optional(totpStepOf(at)));
        QCOMPARE(totpStepOfCode(secret, code.right(6), {at.ms - totpStepMs}), std::optional(totpStepOf(at)));
        QCOMPARE(totpStepOfCode(secret, code.right(6), {at.ms + 2 * totpStepMs}), std::nullopt);
    }

    void writesBase32AsTheStandardDoes()
    {
        // RFC 4648, section 10, without the padding
        QCOMPARE(toBase32(""), u""_s);
        QCOMPARE(toBase32("f"), u"MY"_s);
        QCOMPARE(toBase32("fo"), u"MZXQ"_s);
        QCOMPARE(toBase32("foobar"), u"MZXW6YTBOI"_s);
    }

    void opensAFieldOnlyWhereItBelongs()
    {
        SeededRandom random;
        const QByteArray key(32, 'k');
        const QString sealed = *sealField("secret", "budi", key, random);
        QCOMPARE(openField(sealed, "budi", key), std::optional<QByteArray>("secret"));
        QVERIFY(sealed != *sealField("secret", "budi", key, random));
        QCOMPARE(openField(sealed, "ani", key), std::nullopt);
        QCOMPARE(openField(sealed, "budi", QByteArray(32, 'x')), std::nullopt);
        QByteArray bytes = QByteArray::fromBase64(sealed.toLatin1());
        bytes[bytes.size() - 1] = char(bytes.back() ^ 1);
        QCOMPARE(openField(QString::fromLatin1(bytes.toBase64()), "budi", key), std::nullopt);
        QCOMPARE(openField(u"short"_s, "budi", key), std::nullopt);
    }

    void turnsOn()
    {
        TestServer server;
        const auto budi = server.customer(u"budi+2@example.com"_s);
        const HttpReply early = budi.client.post("/v1/me/2fa/confirm", {{u"otp"_s, u"123456"_s}});
        QCOMPARE(early.status, 409);
        QCOMPARE(early.code(), u"two_factor_not_begun"_s);

        const HttpReply begun = budi.client.send("POST", "/v1/me/2fa");
        QCOMPARE(begun.status, 200);
        QCOMPARE(begun.header("Cache-Control"), "no-store");
        const QString secret = begun.json().value(u"secret").toString();
        QCOMPARE(secret.size(), 32);
        const QUrl uri(begun.json().value(u"otpauthUri").toString());
        QCOMPARE(uri.scheme(), u"otpauth"_s);
        QCOMPARE(uri.host(), u"totp"_s);
        QCOMPARE(uri.path(QUrl::FullyDecoded), u"/Belanjain:budi+2@example.com"_s);
        QCOMPARE(QUrlQuery(uri).queryItemValue(u"secret"_s), secret);
        QCOMPARE(QUrlQuery(uri).queryItemValue(u"issuer"_s), u"Belanjain"_s);
        // Begun is not on.
        QCOMPARE(budi.client.get("/v1/me").json().value(u"twoFactorEnabled").toBool(), false);
        QCOMPARE(server.client().post("/v1/auth/login", {{u"email"_s, budi.email}, {u"password"_s, TestServer::password()}}).status, 200);

        // Begun again, the first secret no longer counts.
        const QString second = budi.client.send("POST", "/v1/me/2fa").json().value(u"secret").toString();
        QVERIFY(second != secret);
        const qint64 step = totpStepOf(server.clock().now());
        const HttpReply old = budi.client.post("/v1/me/2fa/confirm", {{u"otp"_s, totpCode(fromBase32(secret), step)}});
        QCOMPARE(old.status, 422);
        QCOMPARE(old.code(), u"otp_invalid"_s);
        QCOMPARE(budi.client.post("/v1/me/2fa/confirm", {}).status, 400);

        const HttpReply tag = budi.client.get("/v1/me");
        const HttpReply on = budi.client.post("/v1/me/2fa/confirm", {{u"otp"_s, totpCode(fromBase32(second), step)}});
        QCOMPARE(on.status, 200);
        const QJsonArray codes = on.json().value(u"recoveryCodes").toArray();
        QCOMPARE(codes.size(), 10);
        QSet<QString> different;
        for (const QJsonValue& code : codes)
            different.insert(code.toString());
        QCOMPARE(different.size(), 10);
        const HttpReply me = budi.client.get("/v1/me", {{"If-None-Match", tag.header("ETag")}});
        QCOMPARE(me.status, 200);
        QCOMPARE(me.json().value(u"twoFactorEnabled").toBool(), true);
        QCOMPARE(budi.client.send("POST", "/v1/me/2fa").code(), u"two_factor_on"_s);
        QCOMPARE(budi.client.post("/v1/me/2fa/confirm", {{u"otp"_s, u"123456"_s}}).code(), u"two_factor_on"_s);
    }

    void asksForTheSecondFactorOnlyAfterTheFirst()
    {
        Guarded world;
        const HttpReply wrongPassword = world.login(world.code(), u"not the password"_s);
        QCOMPARE(wrongPassword.status, 401);
        QCOMPARE(wrongPassword.code(), u"bad_credentials"_s);
        for (const QJsonValue& none : {QJsonValue(), QJsonValue(u""_s)}) {
            const HttpReply missing = world.login(none);
            QCOMPARE(missing.status, 401);
            QCOMPARE(missing.code(), u"otp_required"_s);
        }
        QCOMPARE(world.login(123456).status, 400);
        const HttpReply wrong = world.login(world.wrongCode());
        QCOMPARE(wrong.status, 401);
        QCOMPARE(wrong.code(), u"otp_invalid"_s);
        const HttpReply in = world.login(world.code());
        QCOMPARE(in.status, 200);
        QCOMPARE(in.json().value(u"user").toObject().value(u"twoFactorEnabled").toBool(), true);
    }

    void takesACodeOnce()
    {
        Guarded world;
        // That of the step before was used to turn it on.
        QCOMPARE(world.login(world.code(-1)).code(), u"otp_invalid"_s);
        QCOMPARE(world.login(world.code()).status, 200);
        QCOMPARE(world.login(world.code()).code(), u"otp_invalid"_s);
        // A clock that is a step ahead is put up with, one that is two ahead is not.
        QCOMPARE(world.login(world.code(2)).code(), u"otp_invalid"_s);
        QCOMPARE(world.login(world.code(1)).status, 200);
        world.server.clock().advance(totpStepMs);
        QCOMPARE(world.login(world.code()).code(), u"otp_invalid"_s);
        world.server.clock().advance(totpStepMs);
        QCOMPARE(world.login(world.code()).status, 200);
    }

    void takesARecoveryCodeOnce()
    {
        Guarded world;
        QCOMPARE(world.recovery.size(), 10);
        QCOMPARE(world.login(world.recovery[0]).status, 200);
        QCOMPARE(world.login(world.recovery[0]).code(), u"otp_invalid"_s);
        QCOMPARE(world.login(world.recovery[1].toLower().remove(u'-')).status, 200);
        QCOMPARE(world.login(u"AAAA-AAAA-AAAA"_s).code(), u"otp_invalid"_s);
    }

    void slowsDownWhoGuessesCodes()
    {
        Guarded world;
        for (int i = 0; i < 5; ++i)
            QCOMPARE(world.login(world.wrongCode()).code(), u"otp_invalid"_s);
        const HttpReply refused = world.login(world.code());
        QCOMPARE(refused.status, 429);
        QCOMPARE(refused.code(), u"throttled"_s);
        QCOMPARE(refused.header("Retry-After"), "30");
        world.server.clock().advance(30'000);
        QCOMPARE(world.login(world.wrongCode()).code(), u"otp_invalid"_s);
        QCOMPARE(world.login(world.code()).header("Retry-After"), "60");
        world.server.clock().advance(60'000);
        QCOMPARE(world.login(world.code()).status, 200);
        QCOMPARE(world.login(world.wrongCode()).code(), u"otp_invalid"_s);
        QCOMPARE(world.login(world.recovery[0]).status, 200);
    }

    void turnsOffWithBothFactors()
    {
        Guarded world;
        const HttpReply wrongPassword = world.disable(u"not the password"_s, world.code());
        QCOMPARE(wrongPassword.status, 422);
        QCOMPARE(wrongPassword.code(), u"wrong_password"_s);
        const HttpReply wrongCode = world.disable(TestServer::password(), world.wrongCode());
        QCOMPARE(wrongCode.status, 422);
        QCOMPARE(wrongCode.code(), u"otp_invalid"_s);
        QCOMPARE(world.budi.client.get("/v1/me").json().value(u"twoFactorEnabled").toBool(), true);
        QCOMPARE(world.disable(TestServer::password(), world.recovery[3]).status, 204);
        QCOMPARE(world.budi.client.get("/v1/me").json().value(u"twoFactorEnabled").toBool(), false);
        QCOMPARE(world.login(QJsonValue()).status, 200);
        const HttpReply again = world.disable(TestServer::password(), world.code());
        QCOMPARE(again.status, 409);
        QCOMPARE(again.code(), u"two_factor_off"_s);

        // Turned on anew, the old recovery codes are worth nothing.
        world.secret = fromBase32(world.budi.client.send("POST", "/v1/me/2fa").json().value(u"secret").toString());
        QCOMPARE(world.budi.client.post("/v1/me/2fa/confirm", {{u"otp"_s, world.code()}}).status, 200);
        QCOMPARE(world.login(world.recovery[4]).code(), u"otp_invalid"_s);
    }

    void storesNeitherSecretNorRecoveryCodes()
    {
        Guarded world;
        const auto database = world.server.openDatabase();
        const auto texts = database->all(u"SELECT secret FROM two_factor UNION ALL SELECT hash FROM recovery_codes"_s, {},
                                         [](const storage::Row& row) { return row.text(0); }).value();
        QCOMPARE(texts.size(), 11);
        const QByteArray stored = texts.join(u' ').toLatin1();
        QVERIFY(!stored.contains(world.secret));
        QVERIFY(!stored.contains(world.secret.toHex()));
        QVERIFY(!stored.contains(world.secret.toBase64()));
        QVERIFY(!stored.contains(toBase32(world.secret).toLatin1()));
        for (const QString& code : std::as_const(world.recovery)) {
            QVERIFY(!stored.contains(code.toLatin1()));
            QVERIFY(!stored.contains(QCryptographicHash::hash(code.toLatin1(), QCryptographicHash::Sha256).toHex()));
        }
        // The same secret under another's name opens nothing.
        const auto ani = world.server.customer(u"ani@example.com"_s);
        database->run(u"INSERT INTO two_factor (user_id, secret, created_at, confirmed_at) "
                      "SELECT ?, secret, created_at, confirmed_at FROM two_factor"_s, {ani.userId}).value();
        QCOMPARE(world.server.client().post("/v1/auth/login", {{u"email"_s, ani.email}, {u"password"_s, TestServer::password()},
                                                               {u"otp"_s, world.code()}}).status, 500);
    }
};

QTEST_GUILESS_MAIN(AccountsTwoFactorTest)
#include "accounts_two_factor_test.moc"
