// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow.h"

#include "engine/secrets/encrypted_file_store.h"
#include "engine/session/account_folders.h"
#include "engine/workspace_core.h"
#include "storage/migrator.h"

#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QTemporaryDir>

namespace belanjain::powerloss
{
using namespace Qt::StringLiterals;
using namespace ports;
namespace
{

using Make = std::function<QList<Command>(Stage&)>;

/// One batch, as a cell that is left or a button that is pressed.
Workflow::Step edit(const Make& make)
{
    return [make](Stage& stage) { return stage.submits(make(stage)); };
}

Workflow offline(const QString& name, const QList<Make>& batches)
{
    Workflow workflow{.name = name, .runsDesktop = true};
    for (const Make& batch : batches)
        workflow.steps << edit(batch);
    return workflow;
}

Workflow offline(const QString& name, const Make& batch) { return offline(name, QList<Make>{batch}); }

Make transition(int order, OrderStatus to, const QString& reason = {}, const QString& number = {})
{
    return [=](Stage& s) -> QList<Command> {
        return {MoveOrder{.order = s.order(order), .to = to, .reason = reason, .courier = number.isEmpty() ? u""_s : u"JNE"_s,
                          .trackingNumber = number}};
    };
}

QList<Command> pasted(const Stage& s)
{
    QList<Command> cells;
    for (int row = 0; row < 40; ++row) {
        cells << SetPrice{s.variant(row), {70'000 + row * 100}} << AdjustStock{s.variant(row), 3, u""_s}
              << SetSku{s.variant(row), u"TEMPEL-%1"_s.arg(row)} << SetThreshold{s.variant(row), 4}
              << SetWeight{s.variant(row), 300 + row};
    }
    return cells;
}

/// A replica as a version of the program left it that knew the first migrations only.
void makeOldReplica(Stage& s)
{
    QTemporaryDir migrations;
    const QString first = u"/0001_initial.sql"_s;
    QFile::copy(u":/sql/replica"_s + first, migrations.path() + first);
    restoreImage({}, s.desktopFolder());
    const auto database = storage::Database::open(storage::Address::sqlite(s.replicaFile()), {.checkpoints = true});
    const auto made = database ? storage::migrate(**database, migrations.path()) : tl::unexpected(database.error());
    if (!made)
        qFatal("%s", qPrintable(made.error().text));
}

Account somebody(const Stage& s)
{
    Account account;
    account.user = *UserId::parse(s.id("store0"));
    account.name = u"Rina"_s;
    account.email = u"rina@tokojakbar.id"_s;
    account.seller = true;
    account.store = StoreId::parse(s.id("store0"));
    account.storeName = u"Toko"_s;
    account.marketplace = QUrl(u"https://contoh.id"_s);
    return account;
}

/// The program as it starts for somebody: lock and replica, by the workspace's own code.
QString opensWorkspace(Stage& s)
{
    testing::SeededRandom random(77);
    engine::WorkspaceCore core({.replicaFile = s.replicaFile(), .workOffline = true}, {.clock = s.desktop.clock(), .random = random});
    return core.open();
}

/// A lock names the process that died with the power, and the boot; here that process lives on.
void forgetThisProcess(const Stage& s)
{
    const QString file = s.desktopFolder() + u"/in-use.lock"_s;
    qint64 process = 0;
    QString host;
    QString program;
    if (QLockFile(file).getLockInfo(&process, &host, &program))
        QFile::remove(file);
}

Workflow firstStart()
{
    return {.name = u"start the program on a new computer"_s,
            .steps = {[](Stage& s) { return opensWorkspace(s).isEmpty(); }},
            .prepare = [](Stage& s) { restoreImage({}, s.desktopFolder()); },
            .isOutsideDatabase = true,
            .check = [](Stage& s, int acknowledged) {
                forgetThisProcess(s);
                if (acknowledged > 0 && !QFile::exists(s.replicaFile()))
                    return u"the replica is gone"_s;
                return opensWorkspace(s);
            }};
}

Workflow migration()
{
    return {.name = u"start a new version of the program"_s,
            .steps = {[](Stage& s) { return s.desktop.open(true); }},
            .prepare = makeOldReplica,
            .starts = true,
            // A migration each, after the first, and the replica's own row.
            .transactions = int(QDir(u":/sql/replica"_s).entryList({u"*.sql"_s}, QDir::Files).size())};
}

Workflow lastAccount()
{
    const auto last = [](Stage& s) { return engine::AccountFolders(s.desktopFolder()).last(); };
    return {.name = u"remember who signed in, and make the folder for their replica"_s,
            .steps = {[](Stage& s) {
                const engine::AccountFolders folders(s.desktopFolder());
                return !folders.replicaFile(somebody(s), false).isEmpty() && folders.remember({somebody(s), false});
            }},
            .isOutsideDatabase = true,
            .check = [last](Stage& s, int acknowledged) {
                const auto found = last(s);
                if (QFile::exists(s.desktopFolder() + u"/last-account.json"_s) && !found)
                    return u"the note of the last account is damaged"_s;
                return acknowledged > 0 && !found ? u"the last account is forgotten"_s : QString();
            }};
}

Workflow secrets()
{
    const auto file = [](Stage& s) { return s.desktopFolder() + u"/secrets"_s; };
    const auto written = [file](Stage& s, const QByteArray& value) {
        engine::EncryptedFileStore store(file(s), "passphrase");
        bool kept = false;
        store.write(u"tokens"_s, value, [&](bool stored) { kept = stored; });
        return kept;
    };
    return {.name = u"keep the session's secrets, and renew them"_s,
            .steps = {[written](Stage& s) { return written(s, "first"); }, [written](Stage& s) { return written(s, "second"); }},
            .isOutsideDatabase = true,
            .check = [file](Stage& s, int acknowledged) {
                const engine::EncryptedFileStore constStore(file(s), "passphrase");
                if (!constStore.opened())
                    return u"the secrets' file is damaged"_s;
                engine::EncryptedFileStore store(file(s), "passphrase");
                QByteArray found;
                store.read(u"tokens"_s, [&](const std::optional<QByteArray>& value) { found = value.value_or(QByteArray()); });
                const bool right = acknowledged == 0   ? true
                                   : acknowledged == 1 ? found == "first" || found == "second"
                                                       : found == "second";
                return right ? QString() : u"a secret that was stored is gone"_s;
            }};
}

/// Two edits that the server has refused, since a colleague was faster.
void makeRejections(Stage& s)
{
    s.desktop.engine().setWorkOffline(true);
    s.does("PATCH", u"/v1/products/"_s + s.product(5).toString(), u"seller0"_s,
           {{u"variants"_s, QJsonArray{QJsonObject{{u"id"_s, s.variant(5).toString()}, {u"sku"_s, u"AMBIL-1"_s}}}}});
    s.submits({SetSku{s.variant(6), u"AMBIL-1"_s}});
    s.does("POST", u"/v1/variants/%1/stock"_s.arg(s.variant(7).toString()), u"seller0"_s, {{u"kind"_s, u"adjust"_s}, {u"delta"_s, -3}});
    s.submits({CountStock{s.variant(7), 11, 20, u""_s}});
    s.desktop.engine().setWorkOffline(false);
    s.settles();
    if (s.desktop.replica().rejectionCount().value_or(0) != 2)
        qFatal("nothing was refused");
}

qint64 firstRejection(Stage& s)
{
    const auto list = s.desktop.replica().rejections();
    return list && !list->isEmpty() ? list->first().number : 0;
}

Workflow discard()
{
    return {.name = u"discard a refused edit"_s,
            .steps = {[](Stage& s) { return s.desktop.replica().drop(firstRejection(s)).has_value(); }},
            .prepare = makeRejections,
            .runsDesktop = true};
}

Workflow retry()
{
    return {.name = u"send a refused edit again with another value"_s,
            .steps = {[](Stage& s) {
                const auto done = s.desktop.replica().retry(firstRejection(s), QJsonObject{{u"sku"_s, u"AMBIL-2"_s}});
                return done && done->results.value(0).applied;
            }},
            .prepare = makeRejections,
            .runsDesktop = true};
}

} // namespace

QList<Workflow> desktopWorkflows()
{
    QList<Workflow> list{
        offline(u"set a price"_s, [](Stage& s) -> QList<Command> { return {SetPrice{s.variant(0), {55'000}}}; }),
        offline(u"adjust stock"_s, [](Stage& s) -> QList<Command> { return {AdjustStock{s.variant(0), -2, u"Pecah"_s}}; }),
        offline(u"count stock"_s, [](Stage& s) -> QList<Command> { return {CountStock{s.variant(0), 18, 20, u"Opname"_s}}; }),
        offline(u"fill a price down twenty rows"_s, [](Stage& s) -> QList<Command> {
            QList<Command> cells;
            for (int row = 0; row < 20; ++row)
                cells << SetPrice{s.variant(row), {77'000}};
            return cells;
        }),
        offline(u"paste two hundred cells"_s, [](Stage& s) { return pasted(s); }),
        offline(u"edit and undo"_s, {[](Stage& s) -> QList<Command> { return {SetPrice{s.variant(2), {91'000}}}; },
                                     [](Stage& s) -> QList<Command> { return {SetPrice{s.variant(2), {11'000}}}; }}),
        offline(u"create a product"_s, [](Stage& s) -> QList<Command> {
            return {CreateProduct{s.desktop.ids().make<ProductId>(), s.desktop.ids().make<VariantId>(), u"Panci Baru"_s,
                                  u"Dapur"_s, u"PANCI-1"_s, {125'000}, 7}};
        }),
        offline(u"make a product and give it options"_s, [](Stage& s) -> QList<Command> {
            const auto product = s.desktop.ids().make<ProductId>();
            const auto first = s.desktop.ids().make<VariantId>();
            return {CreateProduct{product, first, u"Tumbler"_s, u"Dapur"_s, u"TUMBLER-1"_s, {89'000}, 5},
                    SetVariants{.product = product,
                                .expected = {},
                                .options = {{u"Warna"_s, {u"Merah"_s, u"Hitam"_s}}},
                                .variants = {{first, {.options = {{u"Warna"_s, u"Merah"_s}}}},
                                             {s.desktop.ids().make<VariantId>(),
                                              {.options = {{u"Warna"_s, u"Hitam"_s}}, .price = Money{95'000}, .stock = 3}}}}};
        }),
        offline(u"archive a product and bring it back"_s,
                {[](Stage& s) -> QList<Command> { return {SetProductArchived{s.product(3), true}}; },
                 [](Stage& s) -> QList<Command> { return {SetProductArchived{s.product(3), false}}; }}),
        offline(u"rewrite a product's texts"_s, [](Stage& s) -> QList<Command> {
            return {UpdateProduct{.product = s.product(4), .name = u"Wajan Besi"_s, .description = u"Tebal."_s,
                                  .specifications = QList<Specification>{{u"Bahan"_s, u"Besi"_s}}}};
        }),
        offline(u"change a SKU"_s, [](Stage& s) -> QList<Command> { return {SetSku{s.variant(0), u"BARU-1"_s}}; }),
        offline(u"scan a barcode"_s, [](Stage& s) -> QList<Command> { return {SetBarcode{s.variant(0), u"8991234567893"_s}}; }),
        offline(u"change a weight"_s, [](Stage& s) -> QList<Command> { return {SetWeight{s.variant(0), 450}}; }),
        offline(u"set a low-stock threshold"_s, [](Stage& s) -> QList<Command> { return {SetThreshold{s.variant(0), 3}}; }),
        offline(u"accept an order"_s, transition(0, OrderStatus::Processing)),
        offline(u"ship an order with its tracking number"_s, transition(7, OrderStatus::Shipped, {}, u"JNE7654321"_s)),
        offline(u"mark an order delivered"_s, transition(8, OrderStatus::Delivered)),
        offline(u"cancel an order"_s, transition(1, OrderStatus::Cancelled, u"Stok habis"_s)),
        offline(u"accept five orders at once"_s, [](Stage& s) {
            QList<Command> moves;
            for (int order = 0; order < 5; ++order)
                moves << MoveOrder{.order = s.order(order), .to = OrderStatus::Processing};
            return moves;
        }),
        offline(u"answer a review and take the answer away"_s,
                {[](Stage& s) -> QList<Command> { return {ReplyToReview{*ReviewId::parse(s.id("review")), u"Terima kasih"_s}}; },
                 [](Stage& s) -> QList<Command> { return {ReplyToReview{*ReviewId::parse(s.id("review")), u""_s}}; }}),
        offline(u"edit the store's profile"_s, [](Stage& s) -> QList<Command> {
            return {UpdateStore{.store = *StoreId::parse(s.id("store0")), .name = u"Toko Baru"_s, .lowStockThreshold = 6}};
        }),
    };
    return list << discard() << retry() << firstStart() << migration() << lastAccount() << secrets();
}

} // namespace belanjain::powerloss
