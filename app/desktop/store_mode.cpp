// SPDX-License-Identifier: GPL-3.0-or-later
#include "store_mode.h"

#include "engine/net/http_transport.h"
#include "engine/session/account_folders.h"
#include "storemode/store_mode_page.h"

namespace belanjain::app
{
using namespace Qt::StringLiterals;
namespace
{

std::unique_ptr<engine::Transport> transportOf(const StoreMode::Parts& parts)
{
    return parts.makeTransport ? parts.makeTransport(parts.account.marketplace)
                               : std::make_unique<engine::HttpTransport>(parts.account.marketplace);
}

engine::PinLock::Parts lockParts(const StoreMode::Parts& parts)
{
    const QString group = u"storeMode/"_s + parts.account.store.value_or(StoreId()).toString();
    QSettings* settings = &parts.settings.raw();
    // At once: a program that is killed has remembered it all the same.
    const auto remember = [settings](const QString& key, const QVariant& value) {
        settings->setValue(key, value);
        settings->sync();
    };
    return {.secrets = parts.secrets,
            .secretKey = engine::AccountFolders::secretKey(parts.account, parts.onThisComputer) + u"|store-mode"_s,
            .memory = {.wrong = [settings, group] { return settings->value(group + u"/wrong"_s).toInt(); },
                       .setWrong = [remember, group](int wrong) { remember(group + u"/wrong"_s, wrong); },
                       .hash = [settings, group] { return settings->value(group + u"/pin"_s).toByteArray(); },
                       .setHash = [remember, group](const QByteArray& hash) { remember(group + u"/pin"_s, hash); }},
            .clock = parts.clock,
            .transport = transportOf(parts),
            .ownerEmail = parts.account.email,
            .owner = parts.account.user,
            .language = parts.language};
}

} // namespace

tl::expected<std::unique_ptr<StoreMode>, QString> StoreMode::open(Parts parts)
{
    auto counter = engine::CounterWorkspace::open({.file = parts.folder + u"/counter.db"_s,
                                                   .marketplace = parts.account.marketplace,
                                                   .store = parts.account.store.value_or(StoreId()),
                                                   .language = parts.language(),
                                                   .makeTransport = parts.makeTransport},
                                                  {parts.clock, parts.random});
    if (!counter)
        return tl::unexpected(counter.error());
    return std::unique_ptr<StoreMode>(new StoreMode(std::move(parts), std::move(*counter)));
}

StoreMode::StoreMode(Parts parts, std::unique_ptr<engine::CounterWorkspace> counter)
    : m_parts(std::move(parts))
    , m_counter(std::move(counter))
    , m_lock(lockParts(m_parts))
    , m_thumbnails(m_parts.workspace.pictures())
    , m_page(std::make_unique<ui::StoreModePage>(m_parts.theme,
                                                 ui::StoreModeServices{.catalogue = m_parts.workspace.catalogue(),
                                                                       .inventory = m_parts.workspace.inventory(),
                                                                       .sync = m_parts.workspace.sync(),
                                                                       .counter = m_counter->counter(),
                                                                       .lock = m_lock,
                                                                       .clock = m_parts.clock,
                                                                       .regions = m_parts.regions,
                                                                       .thumbnails = &m_thumbnails}))
{
    connect(m_counter.get(), &engine::CounterWorkspace::storageFailed, this, &StoreMode::storageFailed);
    connect(m_page.get(), &ui::StoreModePage::entered, this, [this] {
        m_parts.settings.setStoreMode(true);
        Q_EMIT entered();
    });
    // Queued: what follows takes the page away from under the button that was pressed.
    connect(
        m_page.get(), &ui::StoreModePage::leaveRequested, this,
        [this] {
            m_parts.settings.setStoreMode(false);
            Q_EMIT left();
        },
        Qt::QueuedConnection);
}

StoreMode::~StoreMode() = default;

void StoreMode::start() { m_page->start(m_parts.settings.storeMode()); }

} // namespace belanjain::app
