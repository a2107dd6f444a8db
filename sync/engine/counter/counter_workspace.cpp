// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/counter/counter_workspace.h"

#include "engine/counter/counter_desk.h"
#include "engine/net/http_transport.h"

#include <QThread>

namespace belanjain::engine
{
using namespace Qt::StringLiterals;
namespace
{

/// What lives on the counter's thread.
struct Core
{
    std::unique_ptr<Transport> transport;
    TimerScheduler scheduler;
    std::unique_ptr<WaitingCarts> carts;
    std::unique_ptr<CounterDesk> desk;
};

} // namespace

class CounterWorkspace::Private
{
public:
    QThread thread;
    QObject onThread;
    std::unique_ptr<Core> core;
};

CounterWorkspace::CounterWorkspace() : m_d(std::make_unique<Private>()) {}

tl::expected<std::unique_ptr<CounterWorkspace>, QString> CounterWorkspace::open(const Config& config, Parts parts)
{
    std::unique_ptr<CounterWorkspace> workspace(new CounterWorkspace);
    CounterWorkspace* self = workspace.get();
    Private& d = *workspace->m_d;
    d.thread.setObjectName(u"counter"_s);
    d.onThread.moveToThread(&d.thread);
    d.thread.start();
    // Waited for: opening takes milliseconds, and the pages need their port.
    QString problem;
    QMetaObject::invokeMethod(
        &d.onThread,
        [&] {
            auto core = std::make_unique<Core>();
            auto carts = WaitingCarts::open(config.file);
            if (!carts) {
                problem = carts.error();
                return;
            }
            core->carts = std::move(*carts);
            core->transport = config.makeTransport ? config.makeTransport(config.marketplace)
                                                   : std::make_unique<HttpTransport>(config.marketplace);
            core->desk = std::make_unique<CounterDesk>(CounterDesk::Parts{
                *core->transport, core->scheduler, *core->carts, parts.clock, parts.random, config.store});
            core->desk->setLanguage(config.language);
            core->desk->failed = [self](const QString& text) {
                QMetaObject::invokeMethod(self, [self, text] { Q_EMIT self->storageFailed(text); }, Qt::QueuedConnection);
            };
            d.core = std::move(core);
        },
        Qt::BlockingQueuedConnection);
    if (!problem.isEmpty())
        return tl::unexpected(problem);
    return workspace;
}

CounterWorkspace::~CounterWorkspace()
{
    Private& d = *m_d;
    if (d.thread.isRunning()) {
        // Its timers, sockets and database belong to that thread.
        QMetaObject::invokeMethod(&d.onThread, [&d] { d.core.reset(); }, Qt::BlockingQueuedConnection);
        d.thread.quit();
        d.thread.wait();
    }
}

ports::StoreCounter& CounterWorkspace::counter() { return *m_d->core->desk; }

void CounterWorkspace::setLanguage(const QByteArray& language)
{
    QMetaObject::invokeMethod(
        m_d->core->desk.get(), [desk = m_d->core->desk.get(), language] { desk->setLanguage(language); },
        Qt::QueuedConnection);
}

} // namespace belanjain::engine
