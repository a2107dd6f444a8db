// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/net/api_client.h"
#include "ports/account.h"
#include "ports/clock.h"
#include "ports/catalogue_reader.h"
#include "ports/command_sink.h"
#include "ports/command_withdrawal.h"
#include "ports/decisions.h"
#include "ports/finder.h"
#include "ports/home_reader.h"
#include "ports/importer.h"
#include "ports/inventory_reader.h"
#include "ports/news_reader.h"
#include "ports/orders_export.h"
#include "ports/orders_reader.h"
#include "ports/pictures.h"
#include "ports/print_log.h"
#include "ports/products_export.h"
#include "ports/random_source.h"
#include "ports/restock_reader.h"
#include "ports/reviews_reader.h"
#include "ports/sales_reader.h"
#include "ports/stock_history.h"
#include "ports/stocktake.h"
#include "ports/stored_data.h"
#include "ports/sync_control.h"
#include "ports/upkeep.h"

#include <QObject>
#include <QUrl>

#include <memory>

#include <tl/expected.hpp>

namespace belanjain::engine
{

/// Everything behind one signed-in seller's screens: the replica with its engine on a thread of their own,
/// readers on another, and the ports in front of them on the GUI thread. Destroying it ends the threads
/// after what they are doing; edits not yet sent stay on disk.
class Workspace : public QObject
{
    Q_OBJECT
public:
    struct Config
    {
        QString replicaFile;
        QUrl marketplace;
        bool onThisComputer = false;
        Tokens tokens;
        bool workOffline = false;
        QByteArray language = "id";
    };
    struct Parts
    {
        const ports::Clock& clock;
        ports::RandomSource& random;
    };

    /// Opens or creates the replica and starts to sync. A damaged replica, now or later, is set aside (in a
    /// folder beside the new one), its edits are salvaged and everything is fetched anew; upkeep() tells. The
    /// error is for logs.
    static tl::expected<std::unique_ptr<Workspace>, QString> open(const Config& config, Parts parts);
    ~Workspace() override;

    ports::InventoryReader& inventory();
    ports::OrdersReader& orders();
    ports::SalesReader& sales();
    ports::ReviewsReader& reviews();
    ports::CatalogueReader& catalogue();
    ports::Pictures& pictures();
    ports::CommandSink& commands();
    ports::CommandWithdrawal& withdrawal();
    ports::PrintLog& prints();
    ports::OrdersExport& ordersExport();
    ports::ProductsExport& productsExport();
    ports::Importer& importer();
    ports::StockHistory& stockHistory();
    ports::Stocktake& stocktake();
    ports::RestockReader& restock();
    ports::SyncControl& sync();
    ports::Upkeep& upkeep();
    ports::HomeReader& home();
    ports::Finder& finder();
    ports::NewsReader& news();
    ports::Decisions& decisions();
    ports::AccountDesk& account();
    ports::StoredDataKeeper& storedData();

    /// For the marketplace's sentences.
    void setLanguage(const QByteArray& language);

Q_SIGNALS:
    /// To be kept for the next start.
    void tokensRenewed(const belanjain::engine::Tokens& tokens);
    /// The replica cannot be opened or written; text for logs.
    void storageFailed(const QString& text);

private:
    Workspace();

    class Private;
    std::unique_ptr<Private> m_d;
};

} // namespace belanjain::engine
