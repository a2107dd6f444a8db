// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fault_disk.h"
#include "workflow.h"

#include <QStringList>

#include <vector>

namespace belanjain::powerloss
{

struct RunOptions
{
    QString folder;             ///< where the files go; emptied
    bool thorough = false;      ///< every write, and every fate with more seeds at each sync
    bool liesAboutSyncs = false;
    bool stopsAtFirst = false;
};

struct Tally
{
    int syncs = 0;
    int writes = 0;
    int cases = 0;
    QStringList problems;

    void add(const Tally& other);
};

/// Plays one workflow: once without faults, to learn which states it passes through and how many points it
/// has; then again for a loss of power at each sync and after the end, for a full disk and a broken write at
/// each write (or some, evenly spread), and for a broken sync at each sync.
class Runner
{
public:
    Runner(const RunOptions& options, const StartingMarket& start, const Workflow& workflow);

    Tally run();

private:
    using Fate = FaultDisk::Fate;

    /// The disk goes last: what is on the stage writes to it until its end.
    struct Scene
    {
        std::unique_ptr<FaultDisk> disk;
        std::unique_ptr<Stage> stage;
    };

    Scene begin(const FaultDisk::Plan& plan);
    bool open(Stage& stage) const;
    void prepare();
    void count();
    void learnStates();
    void losePower(int sync);
    void comeBack(const QString& story, std::unique_ptr<FaultDisk> disk, Fate fate, quint64 seed, int acknowledged);
    void refuse(const QString& story, const FaultDisk::Plan& plan);
    void look(const QString& story, Stage& stage, int acknowledged, bool isSettled);
    int stateOf(const Fingerprint& now, int from, bool byLikeness) const;
    void fail(const QString& story, const QString& what);
    bool isOver() const { return m_options.stopsAtFirst && !m_tally.problems.isEmpty(); }
    std::string folder() const;

    const RunOptions& m_options;
    const StartingMarket& m_start;
    const Workflow& m_workflow;
    Image m_image;
    Notes m_notes;
    std::vector<Fingerprint> m_states; ///< between transactions, in order
    std::vector<int> m_acknowledgedAt; ///< which state each step ended in; first that of the beginning
    QString m_business;
    Tally m_tally;
};

} // namespace belanjain::powerloss
