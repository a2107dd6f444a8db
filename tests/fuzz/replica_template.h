// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "replica/desk.h"

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace belanjain::fuzz {

/// Memory, where the system has a folder of it: nothing here needs to last.
inline void useMemoryForFiles()
{
    const QFileInfo memory(QStringLiteral("/dev/shm"));
    if (memory.isDir() && memory.isWritable())
        qputenv("TMPDIR", "/dev/shm");
}

inline QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline void write(const QString& path, const QByteArray& content)
{
    QFile file(path);
    FUZZ_PROMISE(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
}

/// A small replica in use: synced rows of every table, edits that wait, a rejection, a history. Filled once.
struct ReplicaTemplate
{
    QByteArray closed;  ///< after a clean exit
    QByteArray running; ///< with what lies in `log`
    QByteArray log;
    QByteArray edits; ///< the edit log after a clean exit
    QByteArray editsRunning;

    ReplicaTemplate()
    {
        useMemoryForFiles();
        testing::Desk desk;
        desk.replica->keepEditLog();
        desk.fill(9);
        const OrderId order = desk.putOrder(QStringLiteral("#10001"));
        const protocol::ReviewRow review{.product = desk.product(0),
                                         .customerName = QStringLiteral("Budi"),
                                         .rating = 4,
                                         .comment = QStringLiteral("Bagus"),
                                         .createdAt = desk.clock.now()};
        desk.space.put(protocol::table::reviews, desk.ids.make<ReviewId>().toString(), review.toJson());
        FUZZ_PROMISE(desk.pull().has_value());
        FUZZ_PROMISE(desk.replica->submit({ports::SetPrice{desk.variant(0), {5'000}}}).has_value());
        protocol::VariantRow changed = desk.space.variant(desk.variant(0));
        changed.price = {7'000};
        desk.space.setVariant(desk.variant(0), changed);
        FUZZ_PROMISE(desk.sync().has_value());
        FUZZ_PROMISE(desk.replica
                         ->submit({ports::AdjustStock{desk.variant(1), 3, QStringLiteral("found")},
                                   ports::MoveOrder{.order = order, .to = OrderStatus::Processing}})
                         .has_value());
        running = contentOf(desk.file());
        log = contentOf(desk.file() + QStringLiteral("-wal"));
        const QString path = desk.file();
        editsRunning = contentOf(path + QStringLiteral(".edits"));
        desk.replica->close();
        desk.replica.reset();
        closed = contentOf(path);
        edits = contentOf(path + QStringLiteral(".edits"));
        FUZZ_PROMISE(!closed.isEmpty() && !running.isEmpty() && edits.size() > editsRunning.size());
    }
};

} // namespace belanjain::fuzz
