// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/backup/restore.h"

#include "marketplace/backup/archive_reader.h"
#include "marketplace/backup/file_sync.h"
#include "marketplace/backup/layout.h"
#include "storage/durable_file.h"
#include "storage/migrator.h"
#include "storage/transaction.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QLockFile>
#include <QSet>
#include <QTemporaryDir>

#include <limits>

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
using storage::Database;
using Done = tl::expected<void, QString>;
namespace
{

constexpr qint64 mostManifestBytes = 64 * 1024;
constexpr qint64 mostSumsBytes = 512 * 1024 * 1024;
constexpr qint64 mostPictureBytes = 64 * 1024 * 1024;

tl::unexpected<QString> unsound(const QString& what)
{
    return tl::unexpected<QString>(u"the archive is not sound: "_s + what);
}

tl::unexpected<QString> said(const storage::Error& error)
{
    return tl::unexpected<QString>(u"the restored database said: "_s + error.text.section(u" in: "_s, 0, 0));
}

/// One restore on its way.
class Restore
{
public:
    Restore(const RestoreWish& wish, ports::IdFactory& ids)
        : m_wish(wish), m_ids(ids), m_scratch(QFileInfo(wish.databaseFile).absolutePath() + u"/.belanjain-restore-XXXXXX"_s)
    {
    }

    tl::expected<RestoreReport, QString> run()
    {
        return unpack()
            .and_then([this] { return compareSums(); })
            .and_then([this] { return prepareDatabase(); })
            .and_then([this] { return movePictures(); })
            .and_then([this] { return putInPlace(); })
            .map([this] { return m_report; });
    }

private:
    QString unpackedDatabase() const { return m_scratch.filePath(u"marketplace.db"_s); }

    Done unpack()
    {
        if (!m_scratch.isValid())
            return tl::unexpected(u"cannot write beside '%1'"_s.arg(m_wish.databaseFile));
        ArchiveReader reader;
        if (const auto opened = reader.open(m_wish.from); !opened)
            return opened;
        for (;;) {
            const auto entry = reader.next();
            if (!entry)
                return tl::unexpected(entry.error());
            if (!*entry)
                break;
            if (m_manifest)
                return unsound(u"something follows its end"_s);
            if (const auto taken = take(reader, **entry); !taken)
                return taken;
        }
        return m_manifest ? Done() : Done(unsound(u"it ends too early"_s));
    }

    Done take(ArchiveReader& reader, const QString& entry)
    {
        if (entry == QLatin1StringView(backup::manifestEntry))
            return takeManifest(reader);
        if (entry == QLatin1StringView(backup::sumsEntry)) {
            QBuffer buffer(&m_sums);
            buffer.open(QIODevice::WriteOnly);
            const auto sum = reader.copy(buffer, mostSumsBytes);
            m_sumOfSums = sum.value_or(QByteArray());
            return sum ? Done() : tl::unexpected(sum.error());
        }
        const bool database = entry == QLatin1StringView(backup::databaseEntry);
        if ((!database && !backup::isPictureEntry(entry)) || m_found.contains(entry))
            return unsound(u"'%1' does not belong into it"_s.arg(entry.left(100)));
        return takeFile(reader, entry, database ? std::numeric_limits<qint64>::max() : mostPictureBytes);
    }

    Done takeManifest(ArchiveReader& reader)
    {
        QByteArray text;
        QBuffer buffer(&text);
        buffer.open(QIODevice::WriteOnly);
        if (const auto copied = reader.copy(buffer, mostManifestBytes); !copied)
            return tl::unexpected(copied.error());
        m_manifest = backup::Manifest::fromJson(text);
        return m_manifest ? Done() : Done(unsound(u"it is of another version"_s));
    }

    Done takeFile(ArchiveReader& reader, const QString& entry, qint64 mostBytes)
    {
        const QString path = m_scratch.filePath(entry);
        QFile file(path);
        if (!QDir().mkpath(QFileInfo(path).absolutePath()) || !file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
            return tl::unexpected(u"cannot write '%1': %2"_s.arg(path, file.errorString()));
        const auto sum = reader.copy(file, mostBytes);
        if (!sum)
            return tl::unexpected(sum.error());
        if (!syncFile(file))
            return tl::unexpected(u"cannot write '%1': %2"_s.arg(path, file.errorString()));
        m_found.insert(entry, *sum);
        return {};
    }

    Done compareSums()
    {
        if (m_sumOfSums != m_manifest->sumsSha256)
            return unsound(u"its list of sums was changed"_s);
        qsizetype lines = 0;
        for (const QByteArray& line : m_sums.split('\n')) {
            if (line.isEmpty())
                continue;
            const QString entry = QString::fromUtf8(line.sliced(std::min<qsizetype>(66, line.size())));
            if (m_found.value(entry) != line.first(std::min<qsizetype>(64, line.size())))
                return unsound(u"the sum of '%1' differs"_s.arg(entry.left(100)));
            ++lines;
        }
        if (lines != m_found.size() || !m_found.contains(QString::fromLatin1(backup::databaseEntry)))
            return unsound(u"it does not hold what its list names"_s);
        m_report.pictures = m_found.size() - 1;
        m_report.createdAt = m_manifest->createdAt;
        m_report.rows = m_manifest->rows;
        return {};
    }

    /// Closed again afterwards, so that nothing of it is left in a log beside it.
    Done prepareDatabase()
    {
        const auto opened = Database::open(storage::Address::sqlite(unpackedDatabase()), {.checkpoints = true});
        if (!opened)
            return said(opened.error());
        Database& db = **opened;
        const auto findings = db.all(u"PRAGMA integrity_check(1)"_s, {}, [](const storage::Row& row) { return row.text(0); });
        if (!findings)
            return said(findings.error());
        if (*findings != QStringList{u"ok"_s})
            return unsound(u"SQLite finds its database damaged"_s);
        const auto schema = storage::migrate(db, u":/sql/marketplace/sqlite"_s);
        if (!schema)
            return said(schema.error());
        m_report.schema = *schema;
        auto transaction = storage::Transaction::begin(db);
        if (!transaction)
            return said(transaction.error());
        if (const auto renewed = renewEpoch(db, m_ids); !renewed)
            return said(renewed.error());
        if (const auto committed = transaction->commit(); !committed)
            return said(committed.error());
        return {};
    }

    /// Named by their content: one that is there already is the same. Others are the sweep's.
    Done movePictures()
    {
        QSet<QString> folders;
        for (auto it = m_found.cbegin(); it != m_found.cend(); ++it) {
            if (!backup::isPictureEntry(it.key()))
                continue;
            const QString target = m_wish.imageFolder + u'/' + it.key().section(u'/', 1);
            const QString folder = QFileInfo(target).absolutePath();
            if (!storage::makeFolder(folder))
                return tl::unexpected(u"cannot make a folder for '%1'"_s.arg(target));
            folders.insert(folder);
            if (replaceFile(m_scratch.filePath(it.key()), target))
                continue;
            // The folder for pictures may lie on another disk.
            QFile::remove(target);
            QFile copy(target);
            if (!QFile::copy(m_scratch.filePath(it.key()), target) || !copy.open(QIODevice::ReadWrite) || !syncFile(copy))
                return tl::unexpected(u"cannot write '%1'"_s.arg(target));
        }
        // Before the database that names them is in force.
        for (const QString& folder : std::as_const(folders)) {
            if (!syncFolderNames(folder))
                return tl::unexpected(u"cannot sync the folder '%1'"_s.arg(folder));
        }
        return {};
    }

    /// The old one's log must not be read into the new one. It is written into the old one first, so that the
    /// old one is whole should this end here; a damaged one has nothing to lose.
    Done emptyOldLog()
    {
        if (!QFileInfo::exists(m_wish.databaseFile))
            return {};
        const auto old = Database::open(storage::Address::sqlite(m_wish.databaseFile), {.checkpoints = true});
        const storage::Outcome outcome = old ? (*old)->execute(u"PRAGMA wal_checkpoint(TRUNCATE)"_s) : tl::unexpected(old.error());
        if (outcome || outcome.error().kind == storage::Error::Kind::Corrupt)
            return {};
        return tl::unexpected(u"the old database cannot be closed: "_s + outcome.error().text.section(u" in: "_s, 0, 0));
    }

    Done putInPlace()
    {
        if (QFileInfo::exists(unpackedDatabase() + u"-wal"_s))
            return tl::unexpected(u"the restored database was not closed cleanly"_s);
        if (const auto emptied = emptyOldLog(); !emptied)
            return emptied;
        for (const QString& rest : {u"-wal"_s, u"-shm"_s}) {
            if (const QString path = m_wish.databaseFile + rest; QFileInfo::exists(path) && !QFile::remove(path))
                return tl::unexpected(u"cannot remove '%1'"_s.arg(path));
        }
        // A log that comes back after a power cut would be read into the new one.
        if (!syncFolderNames(QFileInfo(m_wish.databaseFile).absolutePath()))
            return tl::unexpected(u"cannot sync the folder of '%1'"_s.arg(m_wish.databaseFile));
        if (!replaceFile(unpackedDatabase(), m_wish.databaseFile)
            || !syncFolderNames(QFileInfo(m_wish.databaseFile).absolutePath()))
            return tl::unexpected(u"cannot write '%1'"_s.arg(m_wish.databaseFile));
        return {};
    }

    const RestoreWish& m_wish;
    ports::IdFactory& m_ids;
    QTemporaryDir m_scratch;
    std::optional<backup::Manifest> m_manifest;
    QByteArray m_sums;
    QByteArray m_sumOfSums;
    QHash<QString, QByteArray> m_found; ///< entries on disk and their sums
    RestoreReport m_report;
};

} // namespace

storage::Outcome renewEpoch(Database& db, ports::IdFactory& ids)
{
    const QString epoch = ids.make<DeviceId>().toString();
    // Without one, nothing was ever synced.
    if (const auto renewed = db.run(u"UPDATE sync_epoch SET epoch = ?"_s, {epoch}); !renewed)
        return tl::unexpected(renewed.error());
    if (const auto spread = db.run(u"UPDATE space_head SET epoch = ?"_s, {epoch}); !spread)
        return tl::unexpected(spread.error());
    return {};
}

tl::expected<RestoreReport, QString> restoreBackup(const RestoreWish& wish, ports::IdFactory& ids)
{
    const QFileInfo database(wish.databaseFile);
    if (!QDir().mkpath(database.absolutePath()))
        return tl::unexpected(u"cannot make the folder %1"_s.arg(database.absolutePath()));
    // The lock that a server holds, kept until the end so that none starts on half of it.
    QLockFile lock(database.absoluteFilePath() + u".lock"_s);
    if (!storage::takeLock(lock)) {
        return tl::unexpected(lock.error() == QLockFile::LockFailedError
                                  ? u"a server is using %1; stop it first"_s.arg(wish.databaseFile)
                                  : u"cannot write beside %1"_s.arg(wish.databaseFile));
    }
    if (database.exists() && !wish.replace)
        return tl::unexpected(u"%1 is there already; --force replaces it"_s.arg(wish.databaseFile));
    return Restore(wish, ids).run();
}

} // namespace belanjain::marketplace
