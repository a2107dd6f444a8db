// SPDX-License-Identifier: GPL-3.0-or-later
#include "damage.h"

#include "storage/database.h"

#include <QFile>
#include <QFileInfo>

namespace belanjain::testing
{
using namespace Qt::StringLiterals;
namespace
{

constexpr qint64 pageSize = 4'096;

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

quint32 bigEndian(const QByteArray& bytes, qsizetype at)
{
    quint32 value = 0;
    for (int i = 0; i < 4; ++i)
        value = value << 8 | quint8(bytes.at(at + i));
    return value;
}

} // namespace

QStringList Damage::kinds()
{
    return {u"bits of the database"_s, u"bits of the log"_s,   u"a zeroed page"_s,   u"swapped pages"_s,
            u"a cut database"_s,       u"a cut log"_s,         u"a garbled log"_s,   u"no log"_s,
            u"garbage"_s,              u"an empty file"_s,     u"no file"_s,         u"a garbage pointer"_s,
            u"no pointer"_s,           u"an old pointer"_s,    u"bits of an index"_s, u"bits of a table"_s,
            u"the free list"_s,        u"the header"_s,        u"bits of the edit log"_s, u"no edit log"_s,
            u"database and edit log"_s};
}

QString Damage::spoil()
{
    for (;;) {
        const QStringList all = kinds();
        const QString kind = all.at(qsizetype(m_random.below(quint64(all.size()))));
        if (spoil(kind))
            return kind;
    }
}

bool Damage::replace(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

bool Damage::flip(const QString& path, qint64 from)
{
    QByteArray bytes = contents(path);
    if (bytes.size() <= from)
        return false;
    const int flips = 1 + int(m_random.below(64));
    for (int i = 0; i < flips; ++i) {
        char& byte = bytes[qsizetype(from + qint64(m_random.below(quint64(bytes.size() - from))))];
        byte = char(byte ^ (1 << m_random.below(8)));
    }
    return replace(path, bytes);
}

bool Damage::zeroPage(const QString& path)
{
    QByteArray bytes = contents(path);
    const quint64 pages = quint64(bytes.size() / pageSize);
    if (pages == 0)
        return false;
    const qsizetype at = qsizetype(m_random.below(pages)) * pageSize;
    bytes.replace(at, pageSize, QByteArray(pageSize, '\0'));
    return replace(path, bytes);
}

bool Damage::swapPages(const QString& path)
{
    QByteArray bytes = contents(path);
    const quint64 pages = quint64(bytes.size() / pageSize);
    if (pages < 4)
        return false;
    const qsizetype a = qsizetype(1 + m_random.below(pages - 1)) * pageSize;
    const qsizetype b = qsizetype(1 + m_random.below(pages - 1)) * pageSize;
    const QByteArray first = bytes.mid(a, pageSize);
    const QByteArray second = bytes.mid(b, pageSize);
    if (first == second)
        return false;
    bytes.replace(a, pageSize, second);
    bytes.replace(b, pageSize, first);
    return replace(path, bytes);
}

bool Damage::truncate(const QString& path)
{
    const QByteArray bytes = contents(path);
    return bytes.size() > 1 && replace(path, bytes.first(qsizetype(m_random.below(quint64(bytes.size() - 1)))));
}

bool Damage::garble(const QString& path)
{
    QByteArray bytes = contents(path);
    if (bytes.isEmpty())
        return false;
    const qsizetype at = qsizetype(m_random.below(quint64(bytes.size())));
    const qsizetype size = std::min<qsizetype>(bytes.size() - at, 1 + qsizetype(m_random.below(20'000)));
    for (qsizetype i = 0; i < size; ++i)
        bytes[at + i] = char(m_random.next());
    return replace(path, bytes);
}

/// Inside a page of a table or an index that holds something.
bool Damage::spoilTree(bool indexes)
{
    QList<qint64> roots;
    {
        const auto database = storage::Database::open(storage::Address::sqlite(m_current), {.readOnly = true});
        if (!database)
            return false;
        const auto found = (*database)->all(u"SELECT rootpage FROM sqlite_schema WHERE type = ? AND rootpage > 0"_s,
                                            {indexes ? u"index"_s : u"table"_s},
                                            [](const storage::Row& row) { return row.integer(0); });
        roots = found.value_or(QList<qint64>());
    }
    QByteArray bytes = contents(m_current);
    if (roots.isEmpty())
        return false;
    const qsizetype page = qsizetype(roots.at(qsizetype(m_random.below(quint64(roots.size()))))) - 1;
    const qsizetype at = page * pageSize + 100 + qsizetype(m_random.below(pageSize - 100));
    if (at >= bytes.size())
        return false; // in the log only
    bytes[at] = char(bytes.at(at) ^ (1 << m_random.below(8)));
    return replace(m_current, bytes);
}

bool Damage::spoilFreeList()
{
    QByteArray bytes = contents(m_current);
    if (bytes.size() < pageSize)
        return false;
    const quint32 trunk = bigEndian(bytes, 32);
    const qsizetype at = (qsizetype(trunk) - 1) * pageSize;
    if (trunk == 0 || at + pageSize > bytes.size())
        return false;
    const qsizetype where = at + qsizetype(m_random.below(64));
    bytes[where] = char(bytes.at(where) ^ (1 << m_random.below(8)));
    return replace(m_current, bytes);
}

bool Damage::spoil(const QString& kind)
{
    const QString log = m_current + u"-wal"_s;
    const QString pointer = m_file + u".current"_s;
    const QString edits = m_file + u".edits"_s;
    if (kind == u"bits of the database")
        return flip(m_current);
    if (kind == u"bits of the log")
        return flip(log);
    if (kind == u"a zeroed page")
        return zeroPage(m_current);
    if (kind == u"swapped pages")
        return swapPages(m_current);
    if (kind == u"a cut database")
        return truncate(m_current);
    if (kind == u"a cut log")
        return truncate(log);
    if (kind == u"a garbled log")
        return garble(log);
    if (kind == u"no log")
        return QFileInfo(log).size() > 0 && QFile::remove(log);
    if (kind == u"garbage") {
        QByteArray bytes(qsizetype(1 + m_random.below(100'000)), '\0');
        for (char& byte : bytes)
            byte = char(m_random.next());
        return replace(m_current, bytes);
    }
    if (kind == u"an empty file")
        return replace(m_current, {});
    if (kind == u"no file")
        return QFile::remove(m_current);
    if (kind == u"a garbage pointer")
        return QFile::exists(pointer) && garble(pointer);
    if (kind == u"no pointer")
        return QFile::remove(pointer);
    if (kind == u"an old pointer")
        return QFile::exists(pointer) && replace(pointer, "replica.db.9999\n");
    if (kind == u"bits of an index")
        return spoilTree(true);
    if (kind == u"bits of a table")
        return spoilTree(false);
    if (kind == u"the free list")
        return spoilFreeList();
    if (kind == u"the header") {
        QByteArray bytes = contents(m_current);
        if (bytes.size() < 100)
            return false;
        char& byte = bytes[qsizetype(m_random.below(100))];
        byte = char(byte ^ (1 << m_random.below(8)));
        return replace(m_current, bytes);
    }
    if (kind == u"bits of the edit log")
        return flip(edits);
    if (kind == u"no edit log")
        return QFile::remove(edits);
    const bool both = flip(m_current);
    return flip(edits) && both;
}

} // namespace belanjain::testing
