// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/backup/backup.h"

#include "marketplace/backup/archive_writer.h"
#include "marketplace/backup/file_sync.h"
#include "marketplace/backup/layout.h"
#include "storage/database.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTemporaryFile>

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
using storage::Database;
using storage::Row;
namespace
{

QString words(const storage::Error& error)
{
    if (error.kind == storage::Error::Kind::Corrupt)
        return u"the database is damaged, or is not one"_s;
    return u"the database said: "_s + error.text.section(u" in: "_s, 0, 0);
}

/// One backup on its way.
class Backup
{
public:
    Backup(const BackupWish& wish, QIODevice& to) : m_wish(wish), m_writer(to) {}

    tl::expected<BackupReport, QString> run()
    {
        return snapshot()
            .and_then([this] { return m_writer.start(); })
            .and_then([this] { return addDatabase(); })
            .and_then([this] { return addPictures(); })
            .and_then([this] { return addSums(); })
            .and_then([this] { return m_writer.finish(); })
            .map([this] { return m_report; });
    }

private:
    using Done = tl::expected<void, QString>;

    QString copyFile() const { return m_scratch.filePath(u"copy.db"_s); }

    /// One read transaction: what is committed meanwhile is not in it, and nobody waits for it.
    Done snapshot()
    {
        if (!m_scratch.isValid())
            return tl::unexpected(u"cannot write beside '%1'"_s.arg(m_wish.to));
        const auto source = Database::open(storage::Address::sqlite(m_wish.databaseFile));
        if (!source)
            return tl::unexpected(words(source.error()));
        if (const auto copied = (*source)->run(u"VACUUM INTO ?"_s, {copyFile()}); !copied)
            return tl::unexpected(words(copied.error()));
        auto copy = Database::open(storage::Address::sqlite(copyFile()), {.readOnly = true});
        if (!copy)
            return tl::unexpected(words(copy.error()));
        m_copy = std::move(*copy);
        return countRows();
    }

    Done countRows()
    {
        const auto schema = m_copy->integer(u"SELECT max(version) FROM schema_migrations"_s);
        if (!schema)
            return tl::unexpected(u"this is not a marketplace's database"_s);
        m_manifest.schema = int(*schema);
        const auto tables = m_copy->all(
            u"SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE "
            "'product_search%' ORDER BY name"_s,
            {}, [](const Row& row) { return row.text(0); });
        if (!tables)
            return tl::unexpected(words(tables.error()));
        for (const QString& table : *tables) {
            const auto count = m_copy->integer(u"SELECT count(*) FROM \"%1\""_s.arg(table));
            if (!count)
                return tl::unexpected(words(count.error()));
            m_report.rows += *count;
        }
        return {};
    }

    Done add(const QString& entry, QIODevice& content)
    {
        const auto sum = m_writer.add(entry, content);
        if (!sum)
            return tl::unexpected(sum.error());
        m_sums += backup::sumLine(*sum, entry);
        return {};
    }

    Done addDatabase()
    {
        QFile file(copyFile());
        if (!file.open(QIODevice::ReadOnly))
            return tl::unexpected(file.errorString());
        return add(QString::fromLatin1(backup::databaseEntry), file);
    }

    /// Those that the copy knows: a file stays for a day after nothing needs it, and this takes less.
    Done addPictures()
    {
        Done done;
        const auto read = m_copy->each(
            u"SELECT sha256, type FROM pictures ORDER BY sha256"_s, {}, [&](const Row& row) {
                for (const QString& name : backup::pictureFiles(row.text(0), row.text(1))) {
                    QFile file(m_wish.imageFolder + u'/' + name);
                    if (!done)
                        return;
                    if (!file.open(QIODevice::ReadOnly)) {
                        ++m_report.missingPictures;
                        continue;
                    }
                    done = add(u"images/"_s + name, file);
                    ++m_report.pictures;
                }
            });
        return read ? done : tl::unexpected(words(read.error()));
    }

    Done addSums()
    {
        QBuffer sums(&m_sums);
        sums.open(QIODevice::ReadOnly);
        const auto added = m_writer.add(QString::fromLatin1(backup::sumsEntry), sums);
        if (!added)
            return tl::unexpected(added.error());
        m_manifest.createdAt = toRfc3339(m_wish.now);
        m_manifest.rows = m_report.rows;
        m_manifest.pictures = m_report.pictures;
        m_manifest.sumsSha256 = *added;
        QByteArray text = m_manifest.toJson();
        QBuffer manifest(&text);
        manifest.open(QIODevice::ReadOnly);
        const auto last = m_writer.add(QString::fromLatin1(backup::manifestEntry), manifest);
        return last ? Done() : tl::unexpected(last.error());
    }

    const BackupWish& m_wish;
    ArchiveWriter m_writer;
    QTemporaryDir m_scratch{QFileInfo(m_wish.to).absolutePath() + u"/.belanjain-backup-XXXXXX"_s};
    std::unique_ptr<Database> m_copy;
    QByteArray m_sums;
    backup::Manifest m_manifest;
    BackupReport m_report;
};

} // namespace

tl::expected<BackupReport, QString> makeBackup(const BackupWish& wish)
{
    const QString folder = QFileInfo(wish.to).absolutePath();
    QTemporaryFile file(wish.to + u".XXXXXX"_s);
    if (!file.open())
        return tl::unexpected(u"cannot write '%1': %2"_s.arg(wish.to, file.errorString()));
    auto report = Backup(wish, file).run();
    if (!report)
        return report;
    const QString name = file.fileName();
    if (!syncFile(file) || !replaceFile(name, wish.to))
        return tl::unexpected(u"cannot write '%1'"_s.arg(wish.to));
    file.setAutoRemove(false);
    report->bytes = file.size();
    if (!syncFolderNames(folder))
        return tl::unexpected(u"cannot sync the folder '%1'"_s.arg(folder));
    return report;
}

} // namespace belanjain::marketplace
