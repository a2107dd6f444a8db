// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow.h"

#include "marketplace/accounts/totp.h"
#include "marketplace/backup/backup.h"
#include "marketplace/backup/restore.h"
#include "marketplace/images/image_store.h"
#include "marketplace/images/images.h"
#include "marketplace/jobs/job.h"
#include "marketplace/mail/mailer.h"
#include "marketplace/samples/loader.h"
#include "storage/migrator.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>

namespace belanjain::powerloss
{
using namespace Qt::StringLiterals;
using namespace marketplace;
namespace
{

struct Ask
{
    QByteArray method;
    std::function<QString(const Stage&)> path;
    QString who;
    std::function<QJsonObject(Stage&)> body = [](Stage&) { return QJsonObject(); };
    QByteArray key = {};
};

Ask to(const QByteArray& method, const QString& path, const QString& who, const QJsonObject& body, const QByteArray& key = {})
{
    return {method, [path](const Stage&) { return path; }, who, [body](Stage&) { return body; }, key};
}

Workflow::Step asks(const Ask& ask)
{
    return [ask](Stage& s) { return s.does(ask.method, ask.path(s), ask.who, ask.body(s), ask.key); };
}

Workflow served(const QString& name, const QList<Ask>& all, int transactions = 1)
{
    Workflow workflow{.name = name, .computer = Computer::Server, .runsServer = true, .transactions = transactions};
    for (const Ask& ask : all)
        workflow.steps << asks(ask);
    return workflow;
}

auto orderPath(int order)
{
    return [order](const Stage& s) { return u"/v1/orders/%1/transitions"_s.arg(s.order(order).toString()); };
}

QJsonObject checkoutBody()
{
    return {{u"address"_s, QJsonObject{{u"recipient"_s, u"Budi"_s}, {u"phone"_s, u"08123456789"_s}, {u"street"_s, u"Jl. Melati 7"_s},
                                       {u"city"_s, u"Surabaya"_s}, {u"province"_s, u"Jawa Timur"_s}, {u"postcode"_s, u"60111"_s}}},
            {u"paymentMethod"_s, u"COD"_s}};
}

void fillCart(Stage& s)
{
    for (const char* variant : {"variant0", "variant1", "other1-variant0", "other2-variant0", "other2-variant1"})
        s.does("POST", u"/v1/cart/items"_s, u"buyer1"_s, {{u"variantId"_s, s.id(variant)}, {u"quantity"_s, 2}});
}

Workflow prepared(Workflow workflow, const std::function<void(Stage&)>& prepare)
{
    workflow.prepare = prepare;
    return workflow;
}

QByteArray fromBase32(const QString& text)
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

QList<Workflow> accountWorkflows()
{
    const QJsonObject login{{u"email"_s, u"buyer1@contoh.id"_s}, {u"password"_s, password()}};
    const auto secretCode = [](Stage& s) {
        const QByteArray secret = fromBase32(s.id("totp"));
        return QJsonObject{{u"otp"_s, totpCode(secret, totpStepOf(s.server.clock().now()))}};
    };
    Workflow twoFactor = served(u"turn on two-factor sign-in"_s,
                                {to("POST", u"/v1/me/2fa"_s, u"buyer1"_s, {}),
                                 {"POST", [](const Stage&) { return u"/v1/me/2fa/confirm"_s; }, u"buyer1"_s, secretCode}});
    twoFactor.steps[0] = [](Stage& s) {
        const bool done = s.does("POST", u"/v1/me/2fa"_s, u"buyer1"_s);
        s.notes[u"totp"_s] = s.answer.value(u"secret").toString();
        return done;
    };
    Workflow renewals = served(u"renew a session twice"_s, {}, 2);
    for (int i = 0; i < 2; ++i) {
        renewals.steps << [](Stage& s) {
            const bool done = s.does("POST", u"/v1/auth/refresh"_s, {}, {{u"refreshToken"_s, s.id("buyer2-refresh")}});
            if (done)
                s.notes[u"buyer2-refresh"_s] = s.answer.value(u"refreshToken").toString();
            return done;
        };
    }
    return {
        served(u"register a buyer"_s, {to("POST", u"/v1/auth/register"_s, {},
                                          {{u"name"_s, u"Siti"_s}, {u"email"_s, u"siti@contoh.id"_s}, {u"password"_s, password()},
                                           {u"role"_s, u"CUSTOMER"_s}})}, 2),
        served(u"register a seller with a store"_s,
               {to("POST", u"/v1/auth/register"_s, {},
                   {{u"name"_s, u"Joko"_s}, {u"email"_s, u"joko@contoh.id"_s}, {u"password"_s, password()},
                    {u"role"_s, u"SELLER"_s}, {u"storeName"_s, u"Toko Joko"_s}})}, 2),
        served(u"sign in"_s, {to("POST", u"/v1/auth/login"_s, {}, login)}, 2),
        renewals,
        served(u"change a password"_s, {to("POST", u"/v1/me/password"_s, u"buyer1"_s,
                                           {{u"currentPassword"_s, password()}, {u"newPassword"_s, u"lantern tulip 77"_s}})}, 2),
        twoFactor,
        served(u"sign out"_s, {{"POST", [](const Stage&) { return u"/v1/auth/logout"_s; }, {},
                                [](Stage& s) { return QJsonObject{{u"refreshToken"_s, s.id("buyer2-refresh")}}; }}}),
        served(u"edit one's own name and the store's profile"_s,
               {to("PATCH", u"/v1/me"_s, u"seller0"_s, {{u"name"_s, u"Rina Baru"_s}}),
                {"PATCH", [](const Stage& s) { return u"/v1/stores/"_s + s.id("store0"); }, u"seller0"_s,
                 [](Stage&) { return QJsonObject{{u"location"_s, u"Solo"_s}}; }}}),
    };
}

QList<Workflow> catalogueWorkflows()
{
    const auto product = [](const Stage& s) { return u"/v1/products/"_s + s.id("product3"); };
    return {
        served(u"put a product with three variants on sale"_s,
               {to("POST", u"/v1/products"_s, u"seller0"_s,
                   {{u"name"_s, u"Gelas"_s}, {u"description"_s, u"Bening"_s}, {u"category"_s, u"Dapur"_s}, {u"price"_s, 20'000},
                    {u"stock"_s, 9}, {u"weightGrams"_s, 100},
                    {u"options"_s, QJsonArray{QJsonObject{{u"name"_s, u"Warna"_s},
                                                          {u"values"_s, QJsonArray{u"Merah"_s, u"Biru"_s, u"Hijau"_s}}}}}})}),
        served(u"edit a product"_s, {{"PATCH", product, u"seller0"_s, [](Stage&) {
                                          return QJsonObject{{u"name"_s, u"Wajan Baru"_s}, {u"description"_s, u"Anti lengket"_s}};
                                      }}}),
        served(u"take a product off sale and put it back"_s,
               {{"DELETE", product, u"seller0"_s},
                {"POST", [product](const Stage& s) { return product(s) + u"/restore"_s; }, u"seller0"_s}}),
        served(u"count and adjust stock"_s,
               {{"POST", [](const Stage& s) { return u"/v1/variants/%1/stock"_s.arg(s.id("variant4")); }, u"seller0"_s,
                 [](Stage&) { return QJsonObject{{u"kind"_s, u"count"_s}, {u"counted"_s, 18}, {u"expected"_s, 20}}; }},
                {"POST", [](const Stage& s) { return u"/v1/variants/%1/stock"_s.arg(s.id("variant4")); }, u"seller0"_s,
                 [](Stage&) { return QJsonObject{{u"kind"_s, u"adjust"_s}, {u"delta"_s, 5}, {u"reason"_s, u"Kiriman"_s}}; }}}),
    };
}

QList<Workflow> orderWorkflows()
{
    const auto variant = [](const char* name) {
        return [name](const Stage& s) { return u"/v1/cart/items/"_s + s.id(name); };
    };
    const auto move = [](int order, const QString& who, const QJsonObject& body) {
        return Ask{"POST", orderPath(order), who, [body](Stage&) { return body; }};
    };
    return {
        served(u"fill, change, empty and fill a cart"_s,
               {{"POST", [](const Stage&) { return u"/v1/cart/items"_s; }, u"buyer2"_s,
                 [](Stage& s) { return QJsonObject{{u"variantId"_s, s.id("variant0")}, {u"quantity"_s, 1}}; }},
                {"PUT", variant("variant0"), u"buyer2"_s, [](Stage&) { return QJsonObject{{u"quantity"_s, 3}}; }},
                {"DELETE", variant("variant0"), u"buyer2"_s},
                // In the end it is not as it was, or a disk that kept nothing would look right.
                {"POST", [](const Stage&) { return u"/v1/cart/items"_s; }, u"buyer2"_s,
                 [](Stage& s) { return QJsonObject{{u"variantId"_s, s.id("variant1")}, {u"quantity"_s, 2}}; }}}),
        prepared(served(u"check out from three stores"_s, {to("POST", u"/v1/checkouts"_s, u"buyer1"_s, checkoutBody(), "once")}), fillCart),
        served(u"accept and ship an order"_s,
               {move(0, u"seller0"_s, {{u"to"_s, u"PROCESSING"_s}}),
                move(0, u"seller0"_s, {{u"to"_s, u"SHIPPED"_s}, {u"courier"_s, u"JNE"_s}, {u"trackingNumber"_s, u"JNE7654321"_s}})}),
        served(u"deliver an order"_s, {move(8, u"seller0"_s, {{u"to"_s, u"DELIVERED"_s}})}),
        served(u"cancel an order and put its pieces back"_s,
               {move(7, u"seller0"_s, {{u"to"_s, u"CANCELLED"_s}, {u"reason"_s, u"Stok habis"_s}})}),
        served(u"a buyer cancels an order"_s,
               {move(1, u"buyer0"_s, {{u"to"_s, u"CANCELLED"_s}, {u"reason"_s, u"Salah pilih"_s}})}),
        prepared(served(u"write a review"_s, {{"POST", [](const Stage& s) { return u"/v1/products/%1/reviews"_s.arg(s.id("product0")); },
                                               u"buyer1"_s, [](Stage&) { return QJsonObject{{u"rating"_s, 5}, {u"comment"_s, u"Mantap"_s}}; }}}),
                 [](Stage& s) {
                     fillCart(s);
                     s.does("POST", u"/v1/checkouts"_s, u"buyer1"_s, checkoutBody(), "before");
                     const QJsonArray orders = s.answer.value(u"orders").toArray();
                     for (const QJsonValue& one : orders) {
                         const QString path = u"/v1/orders/%1/transitions"_s.arg(one.toObject().value(u"id").toString());
                         s.does("POST", path, u"seller0"_s, {{u"to"_s, u"PROCESSING"_s}});
                         s.does("POST", path, u"seller0"_s,
                                {{u"to"_s, u"SHIPPED"_s}, {u"courier"_s, u"JNE"_s}, {u"trackingNumber"_s, u"JNE1"_s}});
                         s.does("POST", path, u"seller0"_s, {{u"to"_s, u"DELIVERED"_s}});
                     }
                 }),
        served(u"answer a review"_s, {{"PUT", [](const Stage& s) { return u"/v1/reviews/%1/reply"_s.arg(s.id("review")); }, u"seller0"_s,
                                       [](Stage&) { return QJsonObject{{u"reply"_s, u"Terima kasih"_s}}; }}}),
    };
}

QByteArray tinyPicture()
{
    return QByteArray::fromBase64("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
}

/// Every picture that the database knows is on the disk, whole.
QString missingPicture(Stage& s)
{
    ImageStore store(s.serverFolder() + u"/images"_s, 1);
    const auto hashes = s.server.database().all(u"SELECT sha256 FROM pictures"_s, {}, [](const storage::Row& row) { return row.text(0); });
    for (const QString& hash : hashes.value_or(QStringList{u"unreadable"_s})) {
        const auto full = isImageHash(hash) ? store.load(hash, ImageSize::Full) : std::nullopt;
        const bool isWhole = full && QString::fromLatin1(QCryptographicHash::hash(full->bytes, QCryptographicHash::Sha256).toHex()) == hash;
        if (!isWhole || !store.load(hash, ImageSize::Thumbnail))
            return u"a picture that the database knows is not on the disk"_s;
    }
    return {};
}

bool uploads(Stage& s)
{
    engine::HttpRequest request{.method = "POST", .path = u"/v1/products/%1/images"_s.arg(s.id("product3")), .body = tinyPicture()};
    request.headers = {{"Authorization", "Bearer " + s.id("seller0").toLatin1()}, {"Content-Type", "image/png"},
                       {"Idempotency-Key", "upload-1"}};
    const auto reply = s.server.handle(request);
    return reply && reply->status == 201;
}

Workflow upload()
{
    return {.name = u"upload a product's picture"_s, .computer = Computer::Server, .steps = {uploads}, .runsServer = true,
            .check = [](Stage& s, int) {
                const auto shown = s.server.database().integer(u"SELECT json_array_length(images) FROM products WHERE id = ?"_s,
                                                               {s.id("product3")});
                return shown.value_or(99) > 1 ? u"a picture was attached twice"_s : missingPicture(s);
            }};
}

/// Takes every mail.
class PostOffice : public MailTransport
{
public:
    Handover send(const QString&, const QString&, const QByteArray&, const std::atomic<bool>&) override { return {}; }
};

Workflow mails()
{
    return {.name = u"send the mails that wait"_s,
            .computer = Computer::Server,
            .steps = {[](Stage& s) {
                Mailer mailer(s.server.core().services(), std::make_unique<PostOffice>(), {u"Belanjain"_s, u"halo@contoh.id"_s});
                for (int again = 0; again < 3; ++again) {
                    // What was claimed by one that failed waits until the claim has run out.
                    s.time.skip(mailClaimMs + 1'000);
                    for (int i = 0; i < 10 && mailer.step(); ++i) { }
                }
                return s.server.database().integer(u"SELECT count(*) FROM mail_outbox WHERE state <> 'sent'"_s).value_or(1) == 0;
            }},
            .prepare = [](Stage& s) { (void)s.server.database().run(u"DELETE FROM mail_outbox WHERE id NOT IN (SELECT id FROM mail_outbox ORDER BY id LIMIT 2)"_s); },
            .runsServer = true,
            .countsAttempts = true,
            .transactions = 60};
}

Workflow job(const QString& name, const QString& which, int transactions)
{
    return {.name = name,
            .computer = Computer::Server,
            .steps = {[which](Stage& s) {
                const QList<Job> all = databaseJobs();
                for (const Job& one : all) {
                    if (one.name == which)
                        return one.run(s.server.core().services(), {s.server.clock().now().ms + 40LL * 24 * 3'600'000}, JobCaller::Hand).has_value();
                }
                return false;
            }},
            .runsServer = true,
            .transactions = transactions};
}

QString archiveOf(const Stage& s) { return s.serverFolder() + u"/backup.tar"_s; }

QString unsoundArchive(Stage& s, int acknowledged)
{
    if (!QFile::exists(archiveOf(s)))
        return acknowledged > 0 ? u"the archive is gone"_s : QString();
    const QTemporaryDir scratch;
    const auto restored = restoreBackup({.from = archiveOf(s), .databaseFile = scratch.filePath(u"market.db"_s),
                                         .imageFolder = scratch.filePath(u"images"_s)}, s.desktop.ids());
    return restored ? QString() : restored.error();
}

bool backsUp(Stage& s)
{
    return makeBackup({.databaseFile = s.server.databaseFile(), .imageFolder = s.serverFolder() + u"/images"_s, .to = archiveOf(s),
                       .now = s.server.clock().now()}).has_value();
}

Workflow backup()
{
    return {.name = u"make a backup"_s, .computer = Computer::Server, .steps = {backsUp}, .prepare = [](Stage& s) { uploads(s); },
            .runsServer = true, .check = unsoundArchive};
}

Workflow restore()
{
    return {.name = u"restore a backup with a picture"_s,
            .computer = Computer::Server,
            .steps = {[](Stage& s) {
                return restoreBackup({.from = archiveOf(s), .databaseFile = s.server.databaseFile(),
                                      .imageFolder = s.serverFolder() + u"/images"_s, .replace = true}, s.desktop.ids()).has_value();
            }},
            .prepare = [](Stage& s) {
                if (!uploads(s) || !backsUp(s))
                    qFatal("no backup");
                // The old server ends without closing its database, and its pictures are lost.
                s.does("PATCH", u"/v1/me"_s, u"seller0"_s, {{u"name"_s, u"Rina Baru"_s}});
                Image image = imageOf(s.serverFolder());
                s.server.kill();
                for (auto it = image.begin(); it != image.end();)
                    it = it.key().startsWith(u"images"_s) ? image.erase(it) : std::next(it);
                restoreImage(image, s.serverFolder());
            },
            .transactions = 3,
            .check = [](Stage& s, int acknowledged) {
                // Until it is done, the old database is in force, whose pictures are not the restore's matter.
                const auto name = s.server.database().one(u"SELECT name FROM users WHERE email = 'seller0@contoh.id'"_s, {},
                                                          [](const storage::Row& row) { return row.text(0); });
                const bool isOld = name && *name && **name == u"Rina Baru";
                if (isOld)
                    return acknowledged > 0 ? u"the old database is back"_s : QString();
                return missingPicture(s);
            }};
}

Workflow samples()
{
    return {.name = u"import a catalogue of samples"_s,
            .computer = Computer::Server,
            .steps = {[](Stage& s) {
                QByteArray csv = "Category;Product Name;Location;Price;Overall Rating;Number Sold;Total Review;Customer Rating;Customer Review\n";
                for (int n = 0; n < 12; ++n)
                    csv += "Books;Buku " + QByteArray::number(n) + ";Kota Bogor;Rp75.000;5;12;10;5;bagus\n";
                QBuffer buffer(&csv);
                const auto prdect = buffer.open(QIODevice::ReadOnly) ? samples::readPrdect(buffer) : tl::unexpected(samples::SampleError{});
                ports::IdFactory& ids = s.desktop.ids();
                const auto loaded = prdect ? samples::importPrdect(s.server.database(), *prdect,
                                                                   {.ids = ids, .now = s.server.clock().now(), .passwordHash = u"x"_s,
                                                                    .unknownPasswordHash = u"y"_s})
                                           : storage::Result<samples::LoadReport>(tl::unexpected(storage::Error{}));
                return loaded.has_value();
            }},
            .runsServer = true};
}

Workflow serverFirstStart()
{
    return {.name = u"start a marketplace for the first time"_s,
            .computer = Computer::Server,
            .steps = {[](Stage& s) { return s.server.start(); }},
            .prepare = [](Stage& s) {
                s.server.kill();
                restoreImage({}, s.serverFolder());
            },
            .starts = true,
            .transactions = 40};
}

Workflow serverMigration()
{
    return {.name = u"start a new version of the marketplace"_s,
            .computer = Computer::Server,
            .steps = {[](Stage& s) { return s.server.start(); }},
            .prepare = [](Stage& s) {
                s.server.kill();
                restoreImage({}, s.serverFolder());
                const QTemporaryDir migrations;
                const QString folder = u":/sql/marketplace/sqlite"_s;
                const QStringList names = QDir(folder).entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
                for (const QString& name : names.first(8))
                    QFile::copy(folder + u'/' + name, migrations.filePath(name));
                const auto database = storage::Database::open(storage::Address::sqlite(s.server.databaseFile()), {.checkpoints = true});
                if (!database || !storage::migrate(**database, migrations.path()))
                    qFatal("no old marketplace");
            },
            .starts = true,
            .transactions = 12};
}

} // namespace

QList<Workflow> serverWorkflows()
{
    return accountWorkflows() + catalogueWorkflows() + orderWorkflows()
           + QList<Workflow>{upload(), mails(), job(u"make the weekly reports"_s, u"weekly-report"_s, 6), job(u"purge"_s, u"purge"_s, 2),
                             backup(), restore(), samples(), serverFirstStart(), serverMigration()};
}

} // namespace belanjain::powerloss
