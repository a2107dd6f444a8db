// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/database.h"
#include "support/fake_time.h"

#include <QByteArray>
#include <QSet>
#include <QString>

#include <functional>
#include <vector>

namespace belanjain::simulation
{

/// How a process ends at one of its steps.
enum class End : quint8 {
    Kill,     ///< what was written stays written
    PowerCut, ///< of what was written and not synced, some stays: any of it, in parts
};

/// Which of a process's writes, truncations, syncs and removals count.
enum class Reach : quint8 {
    AnyFile,
    NewFiles, ///< of databases that are not there yet: what a snapshot is loaded into
};

/// The disk under one process, and the moment of that process's death. Told of each step of its database
/// (through the fault hook) and of each write, truncation, sync and removal of its files (it is under SQLite:
/// all that goes to files in its folder passes here).
class Disk
{
public:
    Disk(const QString& folder, quint64 seed);
    ~Disk();
    Disk(const Disk&) = delete;
    Disk& operator=(const Disk&) = delete;

    storage::FaultHook hook()
    {
        return [this](storage::Step step, const QString& sql) { return before(step, sql); };
    }

    void die() { m_dead = true, m_end = End::Kill; }
    /// The process dies at the n-th step from now, before it is made.
    void dieAtStep(int steps) { m_stepsToDeath = steps; }
    /// It dies at the n-th of these changes of its files, before it is made.
    void dieAtWrite(int writes, End end, Reach reach = Reach::AnyFile);
    /// As the two above, but counted from the next start of a process here.
    void dieAfterStart(int steps, int writes, End end) { m_next = {steps, writes, end}; }
    /// The next `steps` statements that write find no space.
    void fillFor(int steps) { m_fullFor = steps; }
    /// The next writes to files find no space.
    void fillWrites(int writes, Reach reach = Reach::AnyFile);
    bool isFull() const { return m_fullFor > 0 || m_fullWrites > 0; }
    bool died() const { return m_dead; }
    /// Nothing has a file open here any more: what a power cut takes is gone now.
    void processGone();
    /// A new process, on a disk with space.
    void renew();
    /// Looks on: what is done now is not the process's doing.
    bool paused = false;
    /// Called before each step.
    std::function<void()> watch;

    // For the layer under SQLite.

    enum class Change : quint8 { Write, Truncate, Sync, Remove };
    /// A result code of SQLite's; not 0 when the change may not be made.
    int beforeChange(Change change, const QString& path);
    bool isGone() const { return m_dead && !paused; }
    /// Whether what is written has to be noted, to be taken back at a power cut.
    bool keepsUnsynced() const { return m_end == End::PowerCut && m_writesToDeath > 0; }
    void wrote(const QString& path, qint64 offset, const QByteArray& before, const QByteArray& now, qint64 sizeBefore);
    void truncated(const QString& path, const QByteArray& cutOff, qint64 size);
    void synced(const QString& path);
    const QString& folder() const { return m_folder; }

private:
    struct Unsynced
    {
        QString path;
        qint64 offset = 0;
        QByteArray before;
        QByteArray now;
        qint64 sizeBefore = 0;
        bool isTruncation = false;
    };
    struct Next
    {
        int steps = 0;
        int writes = 0;
        End end = End::Kill;
    };

    storage::Outcome before(storage::Step step, const QString& sql);
    bool counts(Reach reach, const QString& path) const;
    void rememberFiles();
    void takeBack();

    QString m_folder;
    testing::SeededRandom m_random;
    int m_stepsToDeath = 0;
    int m_fullFor = 0;
    int m_writesToDeath = 0;
    int m_fullWrites = 0;
    End m_end = End::Kill;
    Reach m_deathReach = Reach::AnyFile;
    Reach m_fullReach = Reach::AnyFile;
    QSet<QString> m_known; ///< databases that were there when NewFiles was said
    bool m_dead = false;
    Next m_next;
    std::vector<Unsynced> m_unsynced; ///< oldest first
};

} // namespace belanjain::simulation
