// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/samples/demo_market.h"

#include "marketplace/accounts/password_hasher.h"
#include "marketplace/images/image_store.h"
#include "marketplace/runtime/schema.h"

#include <QDir>
#include <QFileInfo>

#include <array>

using namespace Qt::StringLiterals;

namespace belanjain::marketplace::samples {
namespace {

constexpr qint64 demoLock = 0x62656c616e6a6133;

tl::unexpected<QString> failed(const storage::Error& error)
{
    return tl::unexpected<QString>(u"the database said: "_s + error.text.section(u" in: "_s, 0, 0));
}

} // namespace

std::optional<QString> unknownPasswordHash(ports::RandomSource& random)
{
    std::array<quint8, 32> bytes{};
    random.fill(bytes);
    const QByteArray password(reinterpret_cast<const char*>(bytes.data()), qsizetype(bytes.size()));
    return PasswordHasher(HashCost{}).hash(QString::fromLatin1(password.toHex()));
}

storage::Result<std::unique_ptr<storage::Database>> openMarket(const storage::Address& address)
{
    if (address.dialect == storage::Dialect::Sqlite)
        QDir().mkpath(QFileInfo(address.file).absolutePath());
    // Orders touch the ledger of every variant: with the usual cache the index would be written many times over.
    auto database = storage::Database::open(address, {.cacheKiB = 64'000});
    if (!database)
        return database;
    if (const auto migrated = migrateMarket(**database); !migrated)
        return tl::unexpected(migrated.error());
    return database;
}

tl::expected<LoadReport, QString> loadDemoMarket(const storage::Address& address, const ports::Clock& clock,
                                                 ports::RandomSource& random, const LoadProgress& progress,
                                                 const QString& dataDir)
{
    const auto database = openMarket(address);
    if (!database)
        return failed(database.error());
    if ((*database)->isPostgres()) {
        // Of several instances that start at once, one loads and the others wait. Ends with the connection.
        for (const QString& sql : {u"SET lock_timeout = 0"_s, u"SELECT pg_advisory_lock(%1)"_s.arg(demoLock)}) {
            if (const auto done = (*database)->execute(sql); !done)
                return failed(done.error());
        }
    }
    const auto loaded = samplesLoaded(**database);
    if (!loaded)
        return failed(loaded.error());
    if (*loaded) {
        LoadReport report;
        report.alreadyThere = true;
        return report;
    }
    const auto pack = loadPack();
    if (!pack)
        return tl::unexpected(pack.error().message);
    const auto hash = PasswordHasher(HashCost{}).hash(demoPassword);
    const auto unknown = unknownPasswordHash(random);
    if (!hash || !unknown)
        return tl::unexpected(u"not enough memory to hash a password"_s);
    ports::IdFactory ids(clock, random);
    ImageStore images(imageFolder(address, dataDir));
    const LoadOptions options{.ids = ids,
                              .now = clock.now(),
                              .passwordHash = *hash,
                              .unknownPasswordHash = *unknown,
                              .progress = progress,
                              .images = &images};
    const auto report = loadSamples(**database, *pack, options);
    if (!report)
        return failed(report.error());
    return *report;
}

} // namespace belanjain::marketplace::samples
