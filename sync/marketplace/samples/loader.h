// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/instant.h"
#include "marketplace/samples/pack.h"
#include "ports/id_factory.h"
#include "storage/database.h"

#include <QLatin1StringView>
#include <QString>
#include <QStringList>

#include <functional>

namespace belanjain::marketplace {
class ImageStore;
}

namespace belanjain::marketplace::samples {

/// The password of the sample accounts that people are meant to try: all sellers and the demo customer. It is
/// public, so a marketplace with these accounts should answer on the loopback interface only.
inline constexpr QLatin1StringView demoPassword{"contoh-belanjain"};

inline constexpr QLatin1StringView demoSellerEmail{"rina@tokojakbar.id"};
inline constexpr QLatin1StringView demoSellerStore{"Toko Jakarta Barat"};
inline constexpr QLatin1StringView demoCustomerEmail{"siti@contoh.id"};
inline constexpr QLatin1StringView demoCustomerName{"Siti Rahmawati"};

enum class LoadPhase : quint8 { Stores, Orders, Stock };

/// Called every few hundred rows on the loading thread; `done` and `total` count the phase's products, orders
/// or moves of stock, of one store or several. False cancels the load.
using LoadProgress = std::function<bool(LoadPhase phase, qint64 done, qint64 total)>;

struct LoadOptions
{
    ports::IdFactory& ids;
    Instant now; ///< the order history ends here
    /// Of the sellers' and the demo customer's password. Made by the caller, once for all, since a hash is
    /// slow on purpose.
    QString passwordHash;
    /// Of a password that nobody knows, for the customers of the past: sign-in takes as long for them as for
    /// anybody else, and fails.
    QString unknownPasswordHash;
    LoadProgress progress = {};
    /// Where the photos go; without it the products have none.
    ImageStore* images = nullptr;
};

struct LoadReport
{
    bool alreadyThere = false; ///< loaded before; nothing was done
    bool cancelled = false;    ///< nothing was kept
    qint64 stores = 0;
    qint64 storesSkipped = 0; ///< their account's e-mail is taken, so they are there already
    qint64 products = 0;
    qint64 productsRefused = 0; ///< broke a rule of the catalogue; their orders' lines were left out
    QStringList refusals;       ///< the first of them, with the reason; in English
    qint64 variants = 0;
    qint64 reviews = 0;
    qint64 customers = 0;
    qint64 orders = 0;
    qint64 orderLines = 0;
    qint64 openOrders = 0; ///< of the orders, those that hold stock
};

/// Puts the sample marketplace into a migrated database: stores with their sellers, products, stock through
/// the ledger, reviews, customers and orders. One transaction, so that a cancelled, failed or killed load
/// leaves nothing behind; a note in the settings keeps it from being loaded twice. Takes the writing
/// connection, for a second or two.
storage::Result<LoadReport> loadSamples(storage::Database& database, const Pack& pack,
                                        const LoadOptions& options);

/// Whether loadSamples() has put the samples into this database before.
storage::Result<bool> samplesLoaded(storage::Database& database);

/// Adds PRDECT-ID's stores alone, also to a marketplace in use. A store that is there already is skipped.
storage::Result<LoadReport> importPrdect(storage::Database& database, const Prdect& prdect,
                                         const LoadOptions& options);

/// Adds Online Retail's store with its customers and order history, unless it is there already.
storage::Result<LoadReport> importOnlineRetail(storage::Database& database, const OnlineRetail& retail,
                                               const LoadOptions& options);

} // namespace belanjain::marketplace::samples
