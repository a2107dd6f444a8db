// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/net/api_client.h"
#include "ports/account.h"
#include "ports/checkout.h"
#include "ports/clock.h"
#include "ports/purchases.h"
#include "ports/random_source.h"
#include "ports/shop_cart.h"
#include "ports/shop_reader.h"
#include "ports/stored_data.h"
#include "ports/sync_control.h"

#include <QObject>
#include <QUrl>

#include <functional>
#include <memory>

#include <tl/expected.hpp>

namespace belanjain::engine
{

/// Everything behind a buyer's screens, on a thread of its own: what was last seen, the cart, a checkout on
/// its way, the orders. Its ports may be called from the GUI thread and signal there. Destroying it ends the
/// thread; what is on disk stays.
class ShopWorkspace : public QObject
{
    Q_OBJECT
public:
    struct Config
    {
        QString file; ///< shop.db in the account's folder
        QUrl marketplace;
        bool onThisComputer = false;
        Tokens tokens; ///< empty: somebody who looks around without an account
        bool workOffline = false;
        QByteArray language = "id";
        /// For tests that need a network that fails.
        std::function<std::unique_ptr<Transport>(const QUrl&)> makeTransport = {};
        /// The file of somebody without an account whose cart this one takes over; may be empty or missing.
        QString cartToTakeOver = {};
    };
    struct Parts
    {
        const ports::Clock& clock;
        ports::RandomSource& random;
    };

    /// A damaged file is set aside and begun anew. The error is for logs.
    static tl::expected<std::unique_ptr<ShopWorkspace>, QString> open(const Config& config, Parts parts);
    ~ShopWorkspace() override;

    ports::ShopReader& reader();
    ports::ShopCart& cart();
    ports::Checkout& checkout();
    ports::Purchases& purchases();
    ports::SyncControl& sync();
    ports::AccountDesk& account();
    ports::StoredDataKeeper& storedData();

    /// For the marketplace's sentences.
    void setLanguage(const QByteArray& language);

Q_SIGNALS:
    /// To be kept for the next start.
    void tokensRenewed(const belanjain::engine::Tokens& tokens);
    void storageFailed(const QString& text);

private:
    ShopWorkspace();

    class Private;
    std::unique_ptr<Private> m_d;
};

} // namespace belanjain::engine
