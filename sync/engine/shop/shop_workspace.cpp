// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/shop/shop_workspace.h"

#include "engine/account/account_desk.h"
#include "engine/account/stored_data.h"
#include "engine/net/http_transport.h"
#include "engine/shop/cart_keeper.h"
#include "engine/shop/checkout_desk.h"
#include "engine/shop/purchase_desk.h"
#include "engine/shop/shop_link.h"
#include "engine/shop/shop_reading.h"
#include "engine/shop/shop_store.h"
#include "engine/shop/shop_sync.h"
#include "storage/durable_file.h"

#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QThread>

namespace belanjain::engine
{
using namespace Qt::StringLiterals;
using ports::Connection;
namespace
{

constexpr qint64 pollMs = 60'000;

/// What lives on the shop's thread.
struct Core
{
    std::unique_ptr<QLockFile> lock;
    std::unique_ptr<Transport> transport;
    TimerScheduler scheduler;
    std::unique_ptr<ShopStore> store;
    std::unique_ptr<ShopLink> link;
    std::unique_ptr<ShopReading> reading;
    std::unique_ptr<CartKeeper> cart;
    std::unique_ptr<CheckoutDesk> checkout;
    std::unique_ptr<PurchaseDesk> purchases;
    std::unique_ptr<PlannedCall> nextPoll;
    std::optional<Instant> lastAnswer;
};

tl::expected<std::unique_ptr<ShopStore>, QString> openStore(const QString& file, Instant now)
{
    auto store = ShopStore::open(file);
    if (store || !QFile::exists(file))
        return store;
    // Everything but the cart can be fetched again, and nobody can buy from a file that does not open.
    for (const QString& ending : {QString(), u"-wal"_s, u"-shm"_s}) {
        const QString part = file + ending;
        if (QFile::exists(part) && !QFile::rename(part, part + u".damaged-%1"_s.arg(now.ms)))
            return store;
    }
    return ShopStore::open(file);
}

} // namespace

class ShopWorkspace::Private
{
public:
    Config config;
    QThread thread;
    QObject onThread;
    std::unique_ptr<Core> core;
    std::unique_ptr<ShopSync> sync;
    std::unique_ptr<AccountDesk> account;
    std::unique_ptr<StoredDataKeeper> storedData;

    QString open(ShopWorkspace* self, Parts parts);
    void connectParts(ShopWorkspace* self, Parts parts);
    void tellStatus(ShopWorkspace* self, Parts parts) const;
    void poll(Parts parts);
    void takeOver() const;

    template<class Task>
    void post(Task task)
    {
        QMetaObject::invokeMethod(
            &onThread,
            [this, task = std::move(task)] {
                if (core)
                    task(*core);
            },
            Qt::QueuedConnection);
    }
};

QString ShopWorkspace::Private::open(ShopWorkspace* self, Parts parts)
{
    auto opened = std::make_unique<Core>();
    opened->lock = std::make_unique<QLockFile>(config.file + u".lock"_s);
    if (!storage::takeLock(*opened->lock))
        return u"another window or program is using %1"_s.arg(config.file);
    auto store = openStore(config.file, parts.clock.now());
    if (!store)
        return store.error();
    opened->store = std::move(*store);
    opened->transport = config.makeTransport ? config.makeTransport(config.marketplace)
                                             : std::make_unique<HttpTransport>(config.marketplace);
    core = std::move(opened);
    connectParts(self, parts);
    return {};
}

void ShopWorkspace::Private::connectParts(ShopWorkspace* self, Parts parts)
{
    Core& c = *core;
    c.store->failed = [self](const QString& text) {
        QMetaObject::invokeMethod(self, [self, text] { Q_EMIT self->storageFailed(text); }, Qt::QueuedConnection);
    };
    ShopLink::Events events;
    events.connection = [this, self, parts](Connection) {
        tellStatus(self, parts);
        core->cart->read();
    };
    events.back = [this, self, parts] {
        core->lastAnswer = parts.clock.now();
        tellStatus(self, parts);
        core->cart->settle({});
        core->checkout->resume();
        Q_EMIT core->reading->stale();
        core->purchases->announce();
    };
    events.tokensRenewed = [self](const Tokens& tokens) {
        QMetaObject::invokeMethod(self, [self, tokens] { Q_EMIT self->tokensRenewed(tokens); }, Qt::QueuedConnection);
    };
    c.link = std::make_unique<ShopLink>(ShopLink::Parts{*c.transport, c.scheduler, parts.clock, parts.random},
                                        config.tokens, std::move(events));
    c.link->setLanguage(config.language);
    c.reading = std::make_unique<ShopReading>(*c.link, *c.store, parts.clock);
    c.cart = std::make_unique<CartKeeper>(*c.link, *c.store, *c.reading);
    c.cart->waitingChanged = [this, self, parts] { tellStatus(self, parts); };
    c.checkout = std::make_unique<CheckoutDesk>(
        CheckoutDesk::Parts{*c.link, *c.store, *c.cart, c.scheduler, parts.clock, parts.random});
    c.purchases = std::make_unique<PurchaseDesk>(*c.link, *c.store, c.scheduler, parts.clock, parts.random);
    c.checkout->ordersMade = [this] { core->purchases->announce(); };
    takeOver();
}

void ShopWorkspace::Private::takeOver() const
{
    if (config.cartToTakeOver.isEmpty() || !QFile::exists(config.cartToTakeOver))
        return;
    auto guest = ShopStore::open(config.cartToTakeOver);
    if (!guest)
        return;
    CartTable lines((*guest)->database());
    const auto rows = lines.rows();
    if (!rows || rows->isEmpty())
        return;
    QList<VariantId> taken;
    for (const CartRow& row : *rows)
        taken.append(row.line.variant);
    // Taken from there first: lines lost in a crash between the two can be put in again, doubled ones are bought.
    if (lines.dropAll(taken))
        core->cart->takeOver(*rows);
}

void ShopWorkspace::Private::tellStatus(ShopWorkspace* self, Parts) const
{
    const Core& c = *core;
    ports::SyncStatus status{.connection = c.link->connection(),
                             .waiting = c.cart ? c.cart->waiting() : 0,
                             .lastSync = c.lastAnswer,
                             .marketplace = config.marketplace.authority(),
                             .onThisComputer = config.onThisComputer};
    QMetaObject::invokeMethod(self, [self, status] {
        self->m_d->account->setOnline(status.connection == Connection::Connected);
        self->m_d->sync->take(status);
    }, Qt::QueuedConnection);
}

void ShopWorkspace::Private::poll(Parts parts)
{
    core->nextPoll = core->scheduler.after(jittered(pollMs, parts.random), [this, parts] {
        const auto keep = std::move(core->nextPoll);
        if (core->link->answers()) {
            core->cart->settle({});
            core->purchases->announce();
        }
        poll(parts);
    });
}

ShopWorkspace::ShopWorkspace() : m_d(std::make_unique<Private>()) {}

tl::expected<std::unique_ptr<ShopWorkspace>, QString> ShopWorkspace::open(const Config& config, Parts parts)
{
    std::unique_ptr<ShopWorkspace> workspace(new ShopWorkspace);
    ShopWorkspace* self = workspace.get();
    Private& d = *workspace->m_d;
    d.config = config;
    d.sync = std::make_unique<ShopSync>(ShopSync::Wishes{
        .tryNow =
            [&d] {
                d.post([](Core& core) {
                    core.link->tryNow();
                    core.cart->settle({});
                    core.checkout->resume();
                    core.purchases->announce();
                });
            },
        .workOffline = [&d](bool offline) { d.post([offline](Core& core) { core.link->setWorkOffline(offline); }); }});
    d.account = std::make_unique<AccountDesk>([&d](const HttpRequest& request, const AccountDesk::Done& done) {
        d.post([request, done](Core& core) { core.link->own(request, done); });
    });
    d.storedData = std::make_unique<StoredDataKeeper>(QFileInfo(config.file).path());
    d.thread.setObjectName(u"shop"_s);
    d.onThread.moveToThread(&d.thread);
    d.thread.start();
    // Waited for: opening takes milliseconds, and the pages need their ports.
    QString problem;
    QMetaObject::invokeMethod(&d.onThread, [&] { problem = d.open(self, parts); }, Qt::BlockingQueuedConnection);
    if (!problem.isEmpty())
        return tl::unexpected(problem);
    d.post([&d, self, parts](Core& core) {
        core.cart->read();
        core.checkout->resume();
        core.link->start(d.config.workOffline);
        d.tellStatus(self, parts);
        d.poll(parts);
    });
    return workspace;
}

ShopWorkspace::~ShopWorkspace()
{
    Private& d = *m_d;
    if (d.thread.isRunning()) {
        // Its timers, sockets and database belong to that thread.
        QMetaObject::invokeMethod(&d.onThread, [&d] {
            auto core = std::move(d.core); // tasks still queued find none
            core.reset();
        }, Qt::BlockingQueuedConnection);
        d.thread.quit();
        d.thread.wait();
    }
}

ports::ShopReader& ShopWorkspace::reader() { return *m_d->core->reading; }
ports::ShopCart& ShopWorkspace::cart() { return *m_d->core->cart; }
ports::Checkout& ShopWorkspace::checkout() { return *m_d->core->checkout; }
ports::Purchases& ShopWorkspace::purchases() { return *m_d->core->purchases; }
ports::SyncControl& ShopWorkspace::sync() { return *m_d->sync; }
ports::AccountDesk& ShopWorkspace::account() { return *m_d->account; }
ports::StoredDataKeeper& ShopWorkspace::storedData() { return *m_d->storedData; }

void ShopWorkspace::setLanguage(const QByteArray& language)
{
    m_d->post([language](Core& core) { core.link->setLanguage(language); });
}

} // namespace belanjain::engine
