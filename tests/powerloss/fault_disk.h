// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace belanjain::powerloss
{

/// A disk whose power can be cut and whose space can run out, under everything that this program writes below
/// one folder: SQLite, QSaveFile and std::filesystem alike, since it stands in the place of the C library's
/// calls (fault_calls.cpp). Files exist as usual; beside them it keeps what of them is on the disk, and in
/// order what was written, named, renamed and removed since and waits for a sync. A file's sync takes its
/// bytes along and not its name; a folder's sync takes the names.
class FaultDisk
{
public:
    /// What of the unsynced is on the disk when the power comes back. All are legal.
    enum class Fate {
        Nothing,
        Everything,
        Prefix, ///< what was done up to some moment
        Torn,   ///< the same, with the last write broken off in the middle of a sector
        Subset, ///< any sectors of 512 bytes, any lengths, any names: a disk may take them in any order
    };
    static constexpr int fateCount = 5;
    static const char* fateName(Fate fate);

    /// Points are counted from 1 within one watch(); 0 is never.
    struct Plan
    {
        int cutAtSync = 0;      ///< the power goes before this sync is done
        int fullAtWrite = 0;    ///< no space for this write and those after it, until freeSpace()
        int brokenWrite = 0;    ///< an I/O error, once
        /// An I/O error, once: what waited may never reach the disk. But names do, since SQLite passes over the
        /// error of a folder's sync, and nobody above it can hear of it.
        int brokenSync = 0;
        bool liesAboutSyncs = false; ///< says that it has synced, and has not
    };

    /// One at a time, made before the files are opened. The folder's path is absolute; what is in it now is on
    /// the disk.
    explicit FaultDisk(const std::string& folder);
    ~FaultDisk();
    FaultDisk(const FaultDisk&) = delete;
    FaultDisk& operator=(const FaultDisk&) = delete;

    /// From now on points are counted, and faults are as planned.
    void arm(const Plan& plan);
    void freeSpace() { m_plan.fullAtWrite = 0; }
    void cut() { m_isCut = true; }
    bool isCut() const { return m_isCut; }
    int syncs() const { return m_syncs; }
    int writes() const { return m_writes; }
    /// Something was refused for want of space or by an error.
    bool refusedAny() const { return m_refused; }

    /// Replaces the folder's content by what the disk holds. Nothing of it may be open; this disk is not
    /// watched any longer.
    void comeBack(Fate fate, quint64 seed);

    // What the calls tell; each before it is done. Errors are errno's, 0 to go on.
    struct Node;
    using NodePtr = std::shared_ptr<Node>;
    bool watches(const std::string& path) const;
    int beforeChange(bool needsSpace);
    int beforeSync();
    void opened(int handle, const std::string& path, bool isNew, bool truncates, bool appends);
    void openedWithoutName(int handle);
    void closed(int handle) { m_open.erase(handle); }
    bool isOpen(int handle) const { return m_open.contains(handle); }
    bool appends(int handle) const;
    void wrote(int handle, qint64 offset, const char* bytes, qint64 size);
    void truncated(int handle, qint64 size);
    /// False when it failed.
    bool synced(int handle);
    void made(const std::string& path);
    void linked(const std::string& from, const std::string& to);
    void linked(int handle, const std::string& to);
    void removed(const std::string& path);
    void renamed(const std::string& from, const std::string& to);

    static FaultDisk* active;

private:
    struct Change;
    struct NameChange;
    struct Open
    {
        NodePtr node;
        bool appends = false;
    };
    class Kept;

    void load();
    void name(const std::string& path, const NodePtr& node);

    std::string m_folder;
    Plan m_plan;
    bool m_isCut = false;
    bool m_refused = false;
    int m_syncs = 0;
    int m_writes = 0;
    int m_moment = 0; ///< orders all changes
    std::map<std::string, NodePtr> m_names;   ///< as the program sees them
    std::map<std::string, NodePtr> m_durable; ///< as the disk has them
    std::vector<NameChange> m_pendingNames;
    std::map<int, Open> m_open;
};

} // namespace belanjain::powerloss
