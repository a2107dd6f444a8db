// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/exports/export_csv.h"

#include "domain/csv/csv_writer.h"
#include "marketplace/exports/export_tables.h"
#include "storage/transaction.h"

#include <QIODevice>
#include <QTimeZone>

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
using storage::Row;
namespace
{

constexpr int pieceStores = 500;

struct ExportStore
{
    QString id;
    QString zone;
};

tl::unexpected<QString> said(const storage::Error& error)
{
    return tl::unexpected<QString>(u"the database said: "_s + error.text.section(u" in: "_s, 0, 0));
}

class Export
{
public:
    Export(storage::Database& db, const ExportWish& wish, QIODevice& to)
        : m_db(db)
        , m_wish(wish)
        , m_to(to)
        , m_table(wish.what == ExportWish::What::Products ? productTable() : orderTable())
    {
    }

    tl::expected<qint64, QString> run()
    {
        auto snapshot = storage::Transaction::beginRead(m_db);
        if (!snapshot)
            return said(snapshot.error());
        write(m_wish.mark ? QByteArray(csv::utf8Mark) : QByteArray());
        write(csv::line(m_table->heading(), m_wish.separator));
        QString after = u""_s;
        bool more = true;
        while (more) {
            const auto stores = nextStores(after);
            if (!stores)
                return said(stores.error());
            if (stores->isEmpty() && !m_wish.store.isEmpty() && after.isEmpty())
                return tl::unexpected(u"there is no store %1"_s.arg(m_wish.store));
            for (const ExportStore& store : *stores) {
                if (const auto done = one(store); !done)
                    return tl::unexpected(done.error());
                after = store.id;
            }
            more = m_wish.store.isEmpty() && stores->size() == pieceStores;
        }
        return m_lines;
    }

private:
    storage::Result<QList<ExportStore>> nextStores(const QString& after)
    {
        const auto read = [](const Row& row) { return ExportStore{row.text(0), row.text(1)}; };
        if (!m_wish.store.isEmpty())
            return m_db.all(u"SELECT id, time_zone FROM stores WHERE id = ?"_s, {m_wish.store}, read);
        return m_db.all(u"SELECT id, time_zone FROM stores WHERE id > ? ORDER BY id LIMIT ?"_s, {after, pieceStores},
                        read);
    }

    tl::expected<void, QString> one(const ExportStore& store)
    {
        const QTimeZone named(store.zone.toLatin1());
        const QTimeZone zone = named.isValid() ? named : QTimeZone::utc();
        for (bool more = true; more;) {
            const auto read = m_table->read(m_db, store.id, zone, [this](const QStringList& cells) {
                write(csv::line(cells, m_wish.separator));
                ++m_lines;
            });
            if (!read)
                return said(read.error());
            if (m_failed)
                return tl::unexpected<QString>(u"cannot write: "_s + m_to.errorString());
            more = *read;
        }
        return {};
    }

    void write(const QByteArray& bytes) { m_failed = m_failed || m_to.write(bytes) != bytes.size(); }

    storage::Database& m_db;
    const ExportWish& m_wish;
    QIODevice& m_to;
    std::unique_ptr<ExportTable> m_table;
    qint64 m_lines = 0;
    bool m_failed = false;
};

} // namespace

tl::expected<qint64, QString> exportCsv(storage::Database& db, const ExportWish& wish, QIODevice& to)
{
    return Export(db, wish, to).run();
}

} // namespace belanjain::marketplace
