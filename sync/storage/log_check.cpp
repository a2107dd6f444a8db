// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/log_check.h"

#include <QFile>
#include <QtEndian>

#include <cstring>
#include <optional>

namespace belanjain::storage
{
using namespace Qt::StringLiterals;
namespace
{

constexpr qint64 logHeaderBytes = 32;
constexpr qint64 frameHeaderBytes = 24;
constexpr qint64 indexHeaderBytes = 48; ///< there are two copies
constexpr quint32 bigEndianSums = 0x377f0683;
constexpr quint32 littleEndianSums = 0x377f0682;

/// What the wal-index says of the log, in the machine's byte order.
struct Index
{
    quint32 frames = 0; ///< committed
    quint32 moved = 0;  ///< into the database by a checkpoint that ended
    QByteArray salt;
};

struct Sums
{
    quint32 first = 0;
    quint32 second = 0;
    bool operator==(const Sums&) const = default;
};

quint32 native(const QByteArray& bytes, qsizetype at)
{
    quint32 value = 0;
    std::memcpy(&value, bytes.constData() + at, sizeof value);
    return value;
}

quint32 bigEndian(const QByteArray& bytes, qsizetype at) { return qFromBigEndian<quint32>(bytes.constData() + at); }

Sums sumsAt(const QByteArray& bytes, qsizetype at) { return {bigEndian(bytes, at), bigEndian(bytes, at + 4)}; }

template<class Word>
Sums added(Sums sums, const QByteArray& bytes, qsizetype count, Word word)
{
    for (qsizetype at = 0; at < count; at += 8) {
        sums.first += word(bytes.constData() + at) + sums.second;
        sums.second += word(bytes.constData() + at + 4) + sums.first;
    }
    return sums;
}

std::optional<Index> readIndex(const QString& file)
{
    QFile opened(file);
    if (!opened.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QByteArray bytes = opened.read(2 * indexHeaderBytes + 40);
    if (bytes.size() < 2 * indexHeaderBytes + 4 || bytes.first(indexHeaderBytes) != bytes.mid(indexHeaderBytes, indexHeaderBytes))
        return std::nullopt;
    const Sums own = added({}, bytes, 40, [](const char* at) {
        quint32 value = 0;
        std::memcpy(&value, at, sizeof value);
        return value;
    });
    const bool initialised = bytes.at(12) != 0;
    if (!initialised || own != Sums{native(bytes, 40), native(bytes, 44)})
        return std::nullopt;
    return Index{.frames = native(bytes, 16), .moved = native(bytes, 2 * indexHeaderBytes), .salt = bytes.mid(32, 8)};
}

/// Of the log's first frames, those that agree with their sums; nullopt for another log than the index is of.
std::optional<quint32> soundFrames(const QString& file, const Index& index)
{
    QFile opened(file);
    if (!opened.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray head = opened.read(logHeaderBytes);
    if (head.size() < logHeaderBytes)
        return 0;
    const quint32 magic = bigEndian(head, 0);
    if (magic != bigEndianSums && magic != littleEndianSums)
        return 0;
    const auto add = [magic](Sums sums, const QByteArray& bytes, qsizetype count) {
        return magic == bigEndianSums ? added(sums, bytes, count, [](const char* at) { return qFromBigEndian<quint32>(at); })
                                      : added(sums, bytes, count, [](const char* at) { return qFromLittleEndian<quint32>(at); });
    };
    Sums sums = add({}, head, 24);
    if (sums != sumsAt(head, 24))
        return 0;
    if (head.mid(16, 8) != index.salt)
        return std::nullopt;
    const qint64 pageBytes = bigEndian(head, 8);
    if (pageBytes < 512 || pageBytes > 65'536)
        return 0;
    for (quint32 frame = 0; frame < index.frames; ++frame) {
        const QByteArray header = opened.read(frameHeaderBytes);
        const QByteArray page = opened.read(pageBytes);
        if (header.size() < frameHeaderBytes || page.size() < pageBytes || header.mid(8, 8) != index.salt)
            return frame;
        sums = add(add(sums, header, 8), page, page.size());
        if (sums != sumsAt(header, 16))
            return frame;
    }
    return index.frames;
}

} // namespace

bool logLostCommits(const QString& databaseFile)
{
    const auto index = readIndex(databaseFile + u"-shm"_s);
    if (!index || index->frames == 0)
        return false;
    const auto sound = soundFrames(databaseFile + u"-wal"_s, *index);
    if (!sound || *sound >= index->frames)
        return false;
    // Without any frame the database alone counts, and it has everything that was moved.
    return *sound > 0 || index->moved < index->frames;
}

} // namespace belanjain::storage
