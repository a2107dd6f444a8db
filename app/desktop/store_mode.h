// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/region_book.h"
#include "engine/counter/counter_workspace.h"
#include "engine/counter/pin_lock.h"
#include "engine/workspace.h"
#include "pictures/picture_thumbnails.h"
#include "ports/session.h"
#include "settings.h"

#include <QObject>

#include <memory>

namespace belanjain::ui
{
class StoreModePage;
class Theme;
} // namespace belanjain::ui

namespace belanjain::app
{

/// A seller's workspace as a screen for customers: the page over the replica, the counter where they order, and the
/// lock that keeps them there.
class StoreMode : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        ui::Theme& theme;
        Settings& settings;
        engine::Workspace& workspace;
        const RegionBook& regions;
        ports::Account account;
        bool onThisComputer = false;
        QString folder; ///< the account's
        ports::SecretStore& secrets;
        const ports::Clock& clock;
        ports::RandomSource& random;
        std::function<QByteArray()> language;
        /// For tests that need a network that fails.
        std::function<std::unique_ptr<engine::Transport>(const QUrl&)> makeTransport = {};
    };

    /// The error is for logs.
    static tl::expected<std::unique_ptr<StoreMode>, QString> open(Parts parts);
    ~StoreMode() override;

    ui::StoreModePage* page() const { return m_page.get(); }
    void start();
    void setLanguage(const QByteArray& language) { m_counter->setLanguage(language); }

Q_SIGNALS:
    /// Only the PIN or the owner's password leads out from now on, after a restart too.
    void entered();
    void left();
    void storageFailed(const QString& text);

private:
    StoreMode(Parts parts, std::unique_ptr<engine::CounterWorkspace> counter);

    Parts m_parts;
    std::unique_ptr<engine::CounterWorkspace> m_counter;
    engine::PinLock m_lock;
    ui::PictureThumbnails m_thumbnails;
    std::unique_ptr<ui::StoreModePage> m_page;
};

} // namespace belanjain::app
