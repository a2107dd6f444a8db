// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/mail/mail_message.h"
#include "marketplace/mail/mail_template.h"
#include "support/post_office.h"
#include "support/smtp_receiver.h"

#include <QTcpServer>
#include <QTest>

using namespace belanjain;
using namespace belanjain::marketplace;
using namespace belanjain::testing;
using namespace Qt::StringLiterals;

namespace
{

/// Says what the test wants, and counts.
class ScriptedTransport : public MailTransport
{
public:
    Handover send(const QString&, const QString& to, const QByteArray&, const std::atomic<bool>&) override
    {
        sent << to;
        return answer;
    }
    Handover answer;
    QStringList sent;
};

constexpr qint64 minute = 60'000;

} // namespace

class MailTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<PostOffice> m_office;

    QString variantOf(const TestServer::Person& seller, const QString& name, int price)
    {
        const QJsonObject product = seller.client.post("/v1/products", {{u"name"_s, name}, {u"category"_s, u"Dapur"_s}, {u"price"_s, price}, {u"stock"_s, 50}}).json();
        return product.value(u"variants").toArray().at(0).toObject().value(u"id").toString();
    }
    QJsonObject buy(const TestServer::Person& buyer, const QStringList& variants)
    {
        for (const QString& variant : variants)
            buyer.client.post("/v1/cart/items", {{u"variantId"_s, variant}, {u"quantity"_s, 2}});
        return buyer.client
            .post("/v1/checkouts",
                  {{u"address"_s, QJsonObject{{u"recipient"_s, u"Lina"_s}, {u"phone"_s, u"081234567890"_s}, {u"street"_s, u"Jl. Mawar 1"_s},
                                              {u"city"_s, u"Bogor"_s}, {u"province"_s, u"Jawa Barat"_s}, {u"postcode"_s, u"16128"_s}}},
                   {u"paymentMethod"_s, u"COD"_s}},
                  {{"Idempotency-Key", QByteArray::number(++m_keys)}})
            .json();
    }
    int m_keys = 0;

    /// A mail that needs nothing but its recipient.
    TestServer::Person changedPassword(const QString& email)
    {
        const auto person = m_server->customer(email);
        if (!queueMail(m_office->db(), m_office->services().ids, MailKind::PasswordChanged, person.userId, m_server->clock().now()))
            qFatal("no mail");
        return person;
    }

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<TestServer>();
        m_office = std::make_unique<PostOffice>(*m_server);
    }
    void cleanup()
    {
        m_office.reset();
        m_server.reset();
    }

    void tellsBuyerAndSellersOfAnOrder()
    {
        const auto rina = m_server->seller(u"rina@tokojakbar.id"_s);
        const auto budi = m_server->seller(u"budi@tokolain.id"_s);
        budi.client.send("PATCH", "/v1/me", R"({"language":"en"})", {{"Content-Type", "application/json"}});
        const auto lina = m_server->customer(u"lina@contoh.id"_s);
        const QJsonObject done = buy(lina, {variantOf(rina, u"Panci <b>Besar</b> & tutup"_s, 1'250'000), variantOf(budi, u"Wajan"_s, 80'000)});
        QCOMPARE(m_office->count(u"waiting"_s), 1); // the checkout pays for one row
        SmtpReceiver receiver;
        const auto mailer = m_office->mailer(receiver.port());
        QVERIFY(!mailer->step());
        const auto mails = receiver.mails(3);
        QCOMPARE(mails.size(), 3);
        QCOMPARE(m_office->count(u"sent"_s), 3);
        QCOMPARE(m_office->count(u"waiting"_s), 0);

        QHash<QString, QJsonObject> by;
        for (const QJsonObject& mail : mails)
            by.insert(mail.value(u"to").toArray().at(0).toString(), mail);
        const QJsonObject confirmation = by.value(u"lina@contoh.id"_s);
        const QJsonArray orders = done.value(u"orders").toArray();
        QVERIFY(confirmation.value(u"subject").toString().contains(orders[0].toObject().value(u"number").toString()));
        const QString text = confirmation.value(u"text").toString();
        QVERIFY2(text.contains(u"- 2 × Panci <b>Besar</b> & tutup: Rp 2.500.000\n"), qPrintable(text));
        QVERIFY(text.contains(u"Seluruhnya: Rp 2.660.000\n"));
        QVERIFY(text.contains(u"Pembayaran: bayar di tempat\n"));
        QVERIFY(text.contains(u"Dikirim ke: Lina, Jl. Mawar 1, Bogor, Jawa Barat, 16128"));
        QVERIFY(!text.contains(u"{{") && !text.contains(u"\n\n\n"));
        const QString html = confirmation.value(u"html").toString();
        QVERIFY(html.contains(u"<li>2 × Panci &lt;b&gt;Besar&lt;/b&gt; &amp; tutup: Rp 2.500.000</li>"));
        QCOMPARE(confirmation.value(u"fromHeader").toString(), u"Pasar Kita <pasar@contoh.id>"_s);
        QCOMPARE(confirmation.value(u"date").toString(), u"Sat, 21 Nov 2026 04:00:00 +0000"_s);

        const QJsonObject english = by.value(u"budi@tokolain.id"_s);
        QCOMPARE(english.value(u"language").toString(), u"en"_s);
        QVERIFY(english.value(u"subject").toString().startsWith(u"New order "));
        QVERIFY(english.value(u"text").toString().contains(u"lina ordered from Toko budi on 21 Nov 2026 11:00 WIB."));
        QVERIFY(by.value(u"rina@tokojakbar.id"_s).value(u"subject").toString().startsWith(u"Pesanan baru "));
        QVERIFY(!mailer->step());
        QCOMPARE(receiver.mails(3).size(), 3);
    }

    void tellsOfEachStep()
    {
        const auto rina = m_server->seller(u"rina@tokojakbar.id"_s);
        const auto lina = m_server->customer(u"lina@contoh.id"_s);
        const QString variant = variantOf(rina, u"Panci"_s, 10'000);
        const auto order = [&] { return buy(lina, {variant}).value(u"orders").toArray().at(0).toObject().value(u"id").toString().toLatin1(); };
        const QByteArray first = order();
        const QByteArray second = order();
        m_office->db().run(u"DELETE FROM mail_outbox"_s).value();
        const auto move = [](const TestServer::Person& who, const QByteArray& id, const QJsonObject& body) {
            return who.client.post("/v1/orders/" + id + "/transitions", body).status;
        };
        QCOMPARE(move(rina, first, {{u"to"_s, u"PROCESSING"_s}}), 200);
        QCOMPARE(move(rina, first, {{u"to"_s, u"SHIPPED"_s}, {u"courier"_s, u"JNE"_s}, {u"trackingNumber"_s, u"CGK123"_s}}), 200);
        QCOMPARE(move(lina, first, {{u"to"_s, u"SHIPPED"_s}}), 409); // refused: no mail
        QCOMPARE(move(lina, first, {{u"to"_s, u"DELIVERED"_s}}), 200);
        QCOMPARE(move(lina, second, {{u"to"_s, u"CANCELLED"_s}, {u"reason"_s, u"Salah warna"_s}}), 200);
        SmtpReceiver receiver;
        m_office->mailer(receiver.port())->step();
        QStringList subjects;
        QString shipped;
        for (const QJsonObject& mail : receiver.mails(5)) {
            subjects << mail.value(u"to").toArray().at(0).toString().section(u'@', 0, 0) + u' ' + mail.value(u"subject").toString().remove(QRegularExpression(u"#\\d+ ?"_s));
            if (subjects.last().contains(u"dikirim"))
                shipped = mail.value(u"text").toString();
        }
        subjects.sort();
        QCOMPARE(subjects, (QStringList{u"lina Pesanan dibatalkan"_s, u"lina Pesanan sedang disiapkan"_s, u"lina Pesanan sudah dikirim"_s,
                                        u"lina Pesanan sudah diterima"_s, u"rina Pembeli membatalkan pesanan "_s}));
        QVERIFY(shipped.contains(u"Kurir: JNE\nNomor resi: CGK123\n"));
    }

    void tellsOfANewDeviceAndAPassword()
    {
        auto lina = m_server->customer(u"lina@contoh.id"_s);
        const auto signIn = [&](const QString& device) {
            return m_server->client().post("/v1/auth/login", {{u"email"_s, lina.email}, {u"password"_s, TestServer::password()}, {u"deviceId"_s, device}}).status;
        };
        QCOMPARE(signIn(u"rumah"_s), 200); // the first device is no news
        QCOMPARE(signIn(u"rumah"_s), 200);
        QCOMPARE(m_office->count(u"waiting"_s), 0);
        QCOMPARE(signIn(u"kantor"_s), 200);
        QCOMPARE(m_office->count(u"waiting"_s), 1);
        QCOMPARE(lina.client.post("/v1/me/password", {{u"currentPassword"_s, TestServer::password()}, {u"newPassword"_s, u"other lantern 42"_s}}).status, 204);
        SmtpReceiver receiver;
        m_office->mailer(receiver.port())->step();
        const auto mails = receiver.mails(2);
        QCOMPARE(mails.size(), 2);
        for (const QJsonObject& mail : mails)
            QVERIFY2(mail.value(u"text").toString().contains(u"21 Nov 2026 11.00 (WIB)"), qPrintable(mail.value(u"text").toString()));
    }

    void waitsForAServerThatIsDown()
    {
        QTcpServer reserved;
        QVERIFY(reserved.listen(QHostAddress::LocalHost));
        const quint16 port = reserved.serverPort();
        reserved.close();
        for (int i = 0; i < 3; ++i)
            changedPassword(u"lina%1@contoh.id"_s.arg(i));
        const auto mailer = m_office->mailer(port);
        mailer->step();
        QCOMPARE(m_office->count(u"waiting"_s), 3);
        SmtpReceiver receiver(port);
        QCOMPARE(receiver.port(), port);
        mailer->step(); // it does not ask again at once
        QCOMPARE(m_office->count(u"waiting"_s), 3);
        m_server->clock().advance(10'000); // the longest that a first pause lasts
        const HttpReply metrics = m_server->client().get("/metrics");
        QVERIFY(metrics.body.contains("\nbelanjain_outbox_oldest_seconds 10\n"));
        mailer->step();
        QCOMPARE(m_office->count(u"sent"_s), 3);
        QCOMPARE(receiver.mails(3).size(), 3);
        QVERIFY(m_server->client().get("/metrics").body.contains("\nbelanjain_outbox_oldest_seconds 0\n"));
    }

    void asksALongDeadServerSeldom()
    {
        auto transport = std::make_unique<ScriptedTransport>();
        ScriptedTransport& wire = *transport;
        wire.answer = {Handover::Kind::Down, u"nobody there"_s};
        changedPassword(u"lina@contoh.id"_s);
        changedPassword(u"sari@contoh.id"_s);
        const auto mailer = m_office->mailer(std::move(transport));
        for (int second = 0; second < 3600; ++second) {
            mailer->step();
            m_server->clock().advance(1'000);
        }
        QVERIFY2(wire.sent.size() >= 8 && wire.sent.size() <= 20, qPrintable(QString::number(wire.sent.size())));
        QCOMPARE(m_office->count(u"waiting"_s), 2);
    }

    void triesAgainWhatWasPutOffAndNotWhatWasRefused()
    {
        changedPassword(u"refuse@contoh.id"_s);
        changedPassword(u"later@contoh.id"_s);
        changedPassword(u"lina@contoh.id"_s);
        SmtpReceiver receiver;
        const auto mailer = m_office->mailer(receiver.port());
        mailer->step();
        QCOMPARE(m_office->count(u"sent"_s), 1);
        QCOMPARE(m_office->count(u"failed"_s), 1);
        QCOMPARE(m_office->count(u"waiting"_s), 1);
        const auto error = m_office->db().one(u"SELECT last_error FROM mail_outbox WHERE state = 'failed'"_s, {},
                                              [](const storage::Row& row) { return row.text(0); });
        QCOMPARE(error.value().value(), u"550 5.1.1 no such person"_s);
        // Less and less often, and not for ever.
        const auto attempts = [&] { return m_office->db().integer(u"SELECT attempts FROM mail_outbox ORDER BY attempts DESC LIMIT 1"_s).value(); };
        m_server->clock().advance(25'000);
        mailer->step();
        QCOMPARE(attempts(), 1);
        m_server->clock().advance(minute);
        mailer->step();
        QCOMPARE(attempts(), 2);
        for (int hour = 0; hour < 24 * 3 + 2; ++hour) {
            m_server->clock().advance(60 * minute);
            mailer->step();
        }
        QCOMPARE(m_office->count(u"waiting"_s), 0);
        QCOMPARE(m_office->count(u"failed"_s), 2);
        QVERIFY(attempts() < 80);
    }

    void twoInstancesSendOneMail()
    {
        const auto lina = changedPassword(u"lina@contoh.id"_s);
        SmtpReceiver receiver;
        PostOffice second(*m_server);
        const Instant now = m_server->clock().now();
        const auto first = claimMails(m_office->db(), m_office->services().ids, now, 10).value();
        QCOMPARE(first.size(), 1);
        second.mailer(receiver.port())->step();
        QCOMPARE(second.count(u"sent"_s), 0);

        // The first is killed between handing it over and noting so: it comes again, by the same name.
        m_server->clock().advance(mailClaimMs);
        second.mailer(receiver.port())->step();
        const auto mails = receiver.mails(1);
        QCOMPARE(mails.size(), 1);
        QCOMPARE(mails[0].value(u"messageId").toString(), u'<' + first[0].id + u"@contoh.id>"_s);
        QCOMPARE(second.count(u"sent"_s), 1);
    }

    void namesPutNothingIntoTheHead()
    {
        MailMessage message{.id = u"1"_s,
                            .from = {u"Pasar"_s, u"pasar@contoh.id"_s},
                            .to = {u"Lina\r\nBcc: all@contoh.id"_s, u"lina@contoh.id"_s},
                            .subject = u"Satu\r\nX-Bad: 1\n\nbody "_s + QString(200, QChar(0x00E9)),
                            .text = u"halo\n"_s,
                            .html = u"<p>halo</p>"_s,
                            .language = u"id"_s,
                            .date = {}};
        const QByteArray head = message.toBytes().split('\0').constFirst();
        const QList<QByteArray> lines = head.left(head.indexOf("\r\n\r\n")).replace("\r\n ", " ").split('\n');
        QByteArrayList names;
        for (const QByteArray& line : lines)
            names << line.left(line.indexOf(':'));
        QCOMPARE(names, (QByteArrayList{"From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "Content-Language",
                                        "MIME-Version", "Content-Type"}));
        for (const QByteArray& line : head.split('\n'))
            QVERIFY(line.size() <= 78);
    }

    void fillsTemplatesIn_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("filled");
        QTest::newRow("value") << u"a {{x}} b"_s << u"a 1 2 b"_s; // the line end in it is gone
        QTest::newRow("missing") << u"a {{y}} b"_s << u"a  b"_s;
        QTest::newRow("list") << u"{{#l}}\n- {{n}} {{x}}\n{{/l}}\nend"_s << u"- p 1 2\n- q 1 2\nend"_s;
        QTest::newRow("there") << u"{{#x}}yes {{x}}{{/x}}{{^x}}no{{/x}}"_s << u"yes 1 2"_s;
        QTest::newRow("not there") << u"{{#e}}yes{{/e}}{{^e}}no{{/e}}"_s << u"no"_s;
        QTest::newRow("broken") << u"a {{x"_s << u"a {{x"_s;
        QTest::newRow("values are no templates") << u"{{t}}"_s << u"{{x}}"_s;
    }
    void fillsTemplatesIn()
    {
        QFETCH(QString, text);
        QFETCH(QString, filled);
        const QJsonObject values{{u"x"_s, u"1\n2"_s}, {u"e"_s, QString()}, {u"t"_s, u"{{x}}"_s},
                                 {u"l"_s, QJsonArray{QJsonObject{{u"n"_s, u"p"_s}}, QJsonObject{{u"n"_s, u"q"_s}}}}};
        QCOMPARE(fillTemplate(text, values), filled);
    }

    void forgetsWhatNobodySends()
    {
        changedPassword(u"lina@contoh.id"_s);
        m_server->clock().advance(mailKeptMs + 1);
        QVERIFY(purgeMail(m_office->db(), m_server->clock().now()));
        QCOMPARE(m_office->count(u"waiting"_s), 0);
    }

    void readsAServersAddress()
    {
        QVERIFY(!SmtpServer::parse(u"http://x"_s) && !SmtpServer::parse(u"smtp://"_s) && !SmtpServer::parse(u"smtp://x/y"_s));
        QCOMPARE(SmtpServer::parse(u"smtp://127.0.0.1:1025"_s)->url, u"smtp://127.0.0.1:1025"_s);
        QVERIFY(SmtpServer::parse(u"smtp://127.0.0.1:1025"_s)->startTls == SmtpServer::StartTls::Never);
        const auto far = SmtpServer::parse(u"smtp://a%40b:p%3Aw@mail.example"_s);
        QCOMPARE(far->user, u"a@b"_s);
        QCOMPARE(far->password, u"p:w"_s);
        QCOMPARE(far->url, u"smtp://mail.example"_s);
        QVERIFY(far->startTls == SmtpServer::StartTls::Always);
        QVERIFY(!MailAddress::parse(u"x"_s) && !MailAddress::parse(u"a@b\r\nBcc: c@d"_s) && !MailAddress::parse(u"<a@b"_s));
        QCOMPARE(MailAddress::parse(u"Toko Kita <toko@pasar.example>"_s)->name, u"Toko Kita"_s);
    }

    void theServerSendsByItself()
    {
        m_office.reset();
        m_server.reset();
        SmtpReceiver receiver;
        TestServer server([&](ServerConfig& config) {
            config.mail.smtp.url = u"smtp://127.0.0.1:%1"_s.arg(receiver.port());
            config.mail.everyMs = 10;
        });
        const auto lina = server.customer(u"lina@contoh.id"_s);
        QCOMPARE(lina.client.post("/v1/me/password", {{u"currentPassword"_s, TestServer::password()}, {u"newPassword"_s, u"other lantern 42"_s}}).status, 204);
        QCOMPARE(receiver.mails(1).size(), 1);
    }
};

QTEST_GUILESS_MAIN(MailTest)
#include "mail_test.moc"
