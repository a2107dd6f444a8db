// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/replica_file.h"

#include "storage/durable_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSaveFile>

#include <algorithm>

namespace belanjain::replica {
using namespace Qt::StringLiterals;
namespace {

QString pointerOf(const QString& file) { return file + u".current"_s; }

QRegularExpression numbered(const QString& file)
{
    return QRegularExpression(u"^%1\\.(\\d{1,9})(-wal|-shm|-journal)?$"_s.arg(
        QRegularExpression::escape(QFileInfo(file).fileName())));
}

bool hasNumbered(const QString& file)
{
    const QFileInfo info(file);
    const QRegularExpression pattern = numbered(file);
    const QStringList names = info.dir().entryList({info.fileName() + u".*"_s}, QDir::Files);
    return std::any_of(names.begin(), names.end(),
                       [&](const QString& name) { return pattern.match(name).hasMatch(); });
}

} // namespace

ReplicaFile::ReplicaFile(const QString& file)
    : m_file(file)
    , m_current(file)
{
    QFile pointer(pointerOf(file));
    if (!pointer.exists()) {
        if (!QFileInfo::exists(file) && hasNumbered(file))
            m_problem = u"%1 is missing, which says where the data are"_s.arg(pointer.fileName());
        return;
    }
    if (!pointer.open(QIODevice::ReadOnly)) {
        m_problem = u"%1: %2"_s.arg(pointer.fileName(), pointer.errorString());
        m_kind = storage::Error::Kind::Unavailable;
        return;
    }
    const QString name = QString::fromUtf8(pointer.read(4096)).trimmed();
    const QString path = QFileInfo(file).dir().filePath(name);
    if (numbered(file).match(name).hasMatch() && QFileInfo::exists(path))
        m_current = path;
    else
        m_problem = u"%1 names no file that is there"_s.arg(pointer.fileName());
}

storage::Outcome ReplicaFile::usable() const
{
    if (m_problem.isEmpty())
        return {};
    return tl::unexpected(storage::Error{m_kind, m_problem});
}

QStringList ReplicaFile::all() const
{
    const QFileInfo info(m_file);
    const QRegularExpression pattern = numbered(m_file);
    QStringList files;
    if (info.exists())
        files << m_file;
    const QStringList names = info.dir().entryList({info.fileName() + u".*"_s}, QDir::Files, QDir::Name);
    for (const QString& name : names) {
        const auto match = pattern.match(name);
        if (match.hasMatch() && match.captured(2).isEmpty())
            files << info.dir().filePath(name);
    }
    return files;
}

QString ReplicaFile::next() const
{
    const QFileInfo info(m_file);
    const QRegularExpression pattern = numbered(m_file);
    int highest = 0;
    const QStringList names = info.dir().entryList({info.fileName() + u".*"_s}, QDir::Files);
    for (const QString& name : names) {
        const auto match = pattern.match(name);
        if (match.hasMatch())
            highest = std::max(highest, match.captured(1).toInt());
    }
    return info.dir().filePath(u"%1.%2"_s.arg(info.fileName()).arg(highest + 1));
}

storage::Outcome ReplicaFile::makeCurrent(const QString& path)
{
    QSaveFile pointer(pointerOf(m_file));
    const QByteArray line = QFileInfo(path).fileName().toUtf8() + '\n';
    const bool written = pointer.open(QIODevice::WriteOnly) && pointer.write(line) == line.size()
                         && storage::commitDurably(pointer);
    if (!written && ReplicaFile(m_file).current() != path)
        return tl::unexpected(storage::Error{storage::Error::Kind::Unavailable, pointer.errorString()});
    // A folder that cannot be synced has no better; the swap itself has happened.
    m_current = path;
    return {};
}

void ReplicaFile::removeStrays(const QString& keep) const
{
    const QFileInfo info(m_file);
    const QRegularExpression pattern = numbered(m_file);
    const QString current = QFileInfo(m_current).fileName();
    const QString kept = QFileInfo(keep).fileName();
    const QStringList names = info.dir().entryList({info.fileName() + u".*"_s}, QDir::Files);
    for (const QString& name : names) {
        const auto match = pattern.match(name);
        if (!match.hasMatch())
            continue;
        const QString base = u"%1.%2"_s.arg(info.fileName(), match.captured(1));
        if (base != current && base != kept)
            removeDatabase(info.dir().filePath(base));
    }
    if (m_current != m_file && m_file != keep)
        removeDatabase(m_file);
}

void removeDatabase(const QString& path)
{
    for (const QString& end : {u""_s, u"-wal"_s, u"-shm"_s, u"-journal"_s})
        QFile::remove(path + end);
}

} // namespace belanjain::replica
