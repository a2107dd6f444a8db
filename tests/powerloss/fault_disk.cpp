// SPDX-License-Identifier: GPL-3.0-or-later
#include "fault_disk.h"

#include "support/fake_time.h"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>

namespace belanjain::powerloss
{
namespace
{

constexpr qint64 sectorSize = 512;
namespace fs = std::filesystem;

std::string folderOf(const std::string& path) { return path.substr(0, path.rfind('/')); }

QByteArray contentOf(const fs::path& path)
{
    QByteArray bytes(qsizetype(fs::file_size(path)), Qt::Uninitialized);
    std::ifstream(path, std::ios::binary).read(bytes.data(), bytes.size());
    return bytes;
}

} // namespace

struct FaultDisk::Change
{
    int moment = 0;
    bool truncates = false;
    qint64 offset = 0; ///< the length when it truncates
    QByteArray bytes;

    void applyTo(QByteArray& content) const
    {
        if (truncates) {
            content.resize(offset, '\0');
            return;
        }
        if (content.size() < offset + bytes.size())
            content.resize(offset + bytes.size(), '\0');
        std::copy(bytes.begin(), bytes.end(), content.begin() + offset);
    }
};

struct FaultDisk::Node
{
    bool isFolder = false;
    QByteArray durable;
    std::vector<Change> pending;
    /// What a failed sync left: later ones do not write it, but it may have been.
    std::vector<Change> adrift;
};

struct FaultDisk::NameChange
{
    enum class Kind : quint8 { Name, Remove, Rename };
    int moment = 0;
    Kind kind = Kind::Name;
    std::string from; ///< the name itself, but of a rename
    std::string to;
    NodePtr node;

    bool liesIn(const std::string& folder) const { return folderOf(kind == Kind::Rename ? to : from) == folder; }
    void applyTo(std::map<std::string, NodePtr>& names) const
    {
        if (kind == Kind::Name)
            names[from] = node;
        else
            names.erase(from);
        if (kind == Kind::Rename)
            names[to] = node;
    }
};

FaultDisk* FaultDisk::active = nullptr;

const char* FaultDisk::fateName(Fate fate)
{
    constexpr const char* names[] = {"nothing", "everything", "prefix", "torn", "subset"};
    return names[int(fate)];
}

FaultDisk::FaultDisk(const std::string& folder) : m_folder(folder)
{
    load();
    active = this;
}

void FaultDisk::arm(const Plan& plan)
{
    m_plan = plan;
    m_syncs = 0;
    m_writes = 0;
}

FaultDisk::~FaultDisk() { active = nullptr; }

void FaultDisk::load()
{
    for (const auto& entry : fs::recursive_directory_iterator(m_folder)) {
        auto node = std::make_shared<Node>();
        node->isFolder = entry.is_directory();
        if (!node->isFolder)
            node->durable = contentOf(entry.path());
        m_names[entry.path().string()] = node;
    }
    m_durable = m_names;
}

bool FaultDisk::watches(const std::string& path) const
{
    return path.size() > m_folder.size() && path.starts_with(m_folder) && path[m_folder.size()] == '/';
}

int FaultDisk::beforeChange(bool needsSpace)
{
    if (m_isCut)
        return EIO;
    ++m_writes;
    if (needsSpace && m_plan.fullAtWrite > 0 && m_writes >= m_plan.fullAtWrite) {
        m_refused = true;
        return ENOSPC;
    }
    if (m_writes == m_plan.brokenWrite) {
        m_refused = true;
        return EIO;
    }
    return 0;
}

int FaultDisk::beforeSync()
{
    if (m_isCut)
        return EIO;
    ++m_syncs;
    if (m_syncs == m_plan.cutAtSync) {
        m_isCut = true;
        return EIO;
    }
    return 0;
}

void FaultDisk::name(const std::string& path, const NodePtr& node)
{
    m_names[path] = node;
    m_pendingNames.push_back({++m_moment, NameChange::Kind::Name, path, {}, node});
}

void FaultDisk::opened(int handle, const std::string& path, bool isNew, bool truncates, bool appendsAlways)
{
    if (isNew)
        name(path, std::make_shared<Node>());
    const auto found = path == m_folder ? m_names.end() : m_names.find(path);
    // The folder itself has no name here; its sync is told apart by that.
    const NodePtr node = found == m_names.end() ? std::make_shared<Node>() : found->second;
    if (found == m_names.end()) {
        node->isFolder = true;
        node->durable = QByteArray::fromStdString(path);
    }
    if (node->isFolder)
        node->durable = QByteArray::fromStdString(path);
    m_open[handle] = {node, appendsAlways};
    if (truncates && !isNew)
        truncated(handle, 0);
}

void FaultDisk::openedWithoutName(int handle) { m_open[handle] = {std::make_shared<Node>(), false}; }

bool FaultDisk::appends(int handle) const
{
    const auto found = m_open.find(handle);
    return found != m_open.end() && found->second.appends;
}

void FaultDisk::wrote(int handle, qint64 offset, const char* bytes, qint64 size)
{
    m_open[handle].node->pending.push_back({++m_moment, false, offset, QByteArray(bytes, size)});
}

void FaultDisk::truncated(int handle, qint64 size)
{
    m_open[handle].node->pending.push_back({++m_moment, true, size, {}});
}

bool FaultDisk::synced(int handle)
{
    const NodePtr node = m_open[handle].node;
    const bool fails = m_syncs == m_plan.brokenSync;
    if (m_plan.liesAboutSyncs)
        return true;
    m_refused = m_refused || fails;
    if (node->isFolder) {
        const std::string folder = node->durable.toStdString();
        std::erase_if(m_pendingNames, [&](const NameChange& change) {
            if (!change.liesIn(folder))
                return false;
            change.applyTo(m_durable);
            return true;
        });
        return !fails;
    }
    if (fails) {
        node->adrift.insert(node->adrift.end(), node->pending.begin(), node->pending.end());
    } else {
        for (const Change& change : node->pending)
            change.applyTo(node->durable);
    }
    node->pending.clear();
    return !fails;
}

void FaultDisk::made(const std::string& path)
{
    auto node = std::make_shared<Node>();
    node->isFolder = true;
    name(path, node);
}

void FaultDisk::linked(const std::string& from, const std::string& to)
{
    if (const auto found = m_names.find(from); found != m_names.end())
        name(to, found->second);
}

void FaultDisk::linked(int handle, const std::string& to) { name(to, m_open[handle].node); }

void FaultDisk::removed(const std::string& path)
{
    m_names.erase(path);
    m_pendingNames.push_back({++m_moment, NameChange::Kind::Remove, path, {}, {}});
}

void FaultDisk::renamed(const std::string& from, const std::string& to)
{
    const auto found = m_names.find(from);
    const NodePtr node = found == m_names.end() ? std::make_shared<Node>() : found->second;
    m_names.erase(from);
    m_names[to] = node;
    m_pendingNames.push_back({++m_moment, NameChange::Kind::Rename, from, to, node});
}

/// Which of the changes reached the disk.
class FaultDisk::Kept
{
public:
    Kept(Fate fate, quint64 seed, int moments) : m_fate(fate), m_random(seed), m_until(int(m_random.below(quint64(moments) + 1)))
    {
    }

    bool keeps(int moment)
    {
        switch (m_fate) {
        case Fate::Nothing: return false;
        case Fate::Everything: return true;
        case Fate::Prefix:
        case Fate::Torn: return moment <= m_until;
        case Fate::Subset: return coin();
        }
        return false;
    }

    void apply(const Change& change, QByteArray& content)
    {
        if (m_fate == Fate::Subset && !change.truncates) {
            applySectors(change, content);
            return;
        }
        if (!keeps(change.moment))
            return;
        if (m_fate != Fate::Torn || change.moment != m_until || change.truncates) {
            change.applyTo(content);
            return;
        }
        Change half = change;
        half.bytes.truncate(qsizetype(m_random.below(quint64(change.bytes.size()) + 1)));
        half.applyTo(content);
    }

    bool coin() { return m_random.below(2) == 0; }

private:
    void applySectors(const Change& change, QByteArray& content)
    {
        const qint64 end = change.offset + change.bytes.size();
        for (qint64 at = change.offset; at < end;) {
            const qint64 next = std::min(end, (at / sectorSize + 1) * sectorSize);
            if (coin())
                Change{0, false, at, change.bytes.mid(at - change.offset, next - at)}.applyTo(content);
            at = next;
        }
    }

    Fate m_fate;
    testing::SeededRandom m_random;
    int m_until;
};

void FaultDisk::comeBack(Fate fate, quint64 seed)
{
    active = nullptr;
    Kept kept(fate, seed, m_moment);
    for (const NameChange& change : m_pendingNames) {
        if (kept.keeps(change.moment))
            change.applyTo(m_durable);
    }
    for (const auto& entry : fs::directory_iterator(m_folder))
        fs::remove_all(entry.path());
    for (const auto& [path, node] : m_durable) {
        const std::string folder = folderOf(path);
        // A name in a folder whose own name was lost is lost as well.
        if (!fs::is_directory(folder))
            continue;
        if (node->isFolder) {
            fs::create_directory(path);
            continue;
        }
        QByteArray content = node->durable;
        for (const Change& change : node->adrift) {
            if (fate != Fate::Nothing && kept.coin())
                change.applyTo(content);
        }
        for (const Change& change : node->pending)
            kept.apply(change, content);
        std::ofstream(path, std::ios::binary).write(content.constData(), content.size());
    }
}

} // namespace belanjain::powerloss
