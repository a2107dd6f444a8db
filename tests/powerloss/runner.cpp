// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner.h"

#include <QJsonDocument>

#include <algorithm>

namespace belanjain::powerloss
{
using namespace Qt::StringLiterals;

void Tally::add(const Tally& other)
{
    syncs += other.syncs;
    writes += other.writes;
    cases += other.cases;
    problems += other.problems;
}

Runner::Runner(const RunOptions& options, const StartingMarket& start, const Workflow& workflow)
    : m_options(options), m_start(start), m_workflow(workflow)
{
}

std::string Runner::folder() const
{
    return (m_options.folder + (m_workflow.computer == Computer::Desktop ? u"/desktop"_s : u"/server"_s)).toStdString();
}

void Runner::fail(const QString& story, const QString& what)
{
    m_tally.problems << u"%1, %2: %3"_s.arg(m_workflow.name, story, what);
}

bool Runner::open(Stage& stage) const
{
    const bool served = !m_workflow.runsServer || stage.server.start();
    return served && (!m_workflow.runsDesktop || stage.desktop.open(!m_workflow.isOnline));
}

Runner::Scene Runner::begin(const FaultDisk::Plan& plan)
{
    restoreImage(m_image, m_options.folder);
    Scene scene{std::make_unique<FaultDisk>(folder()), std::make_unique<Stage>(m_options.folder, m_notes, 2)};
    if (!open(*scene.stage))
        fail(u"the beginning"_s, u"it does not open: "_s + scene.stage->server.problem() + scene.stage->desktop.storageProblem);
    scene.disk->arm(plan);
    return scene;
}

void Runner::prepare()
{
    m_image = m_start.image;
    m_notes = m_start.notes;
    if (!m_workflow.prepare)
        return;
    {
        restoreImage(m_image, m_options.folder);
        const auto stage = std::make_unique<Stage>(m_options.folder, m_notes, 1);
        if (!stage->server.start() || !stage->desktop.open(false) || !stage->settles())
            fail(u"preparing"_s, u"it does not open"_s);
        m_workflow.prepare(*stage);
        m_notes = stage->notes;
        m_notes[u"refresh0"_s] = stage->desktop.tokens().refresh;
        m_notes[u"desktop-access"_s] = stage->desktop.tokens().access;
    }
    m_image = imageOf(m_options.folder);
}

void Runner::count()
{
    const auto [disk, stage] = begin({});
    for (int step = 0; step < m_workflow.steps.size(); ++step) {
        if (!m_workflow.steps[step](*stage))
            fail(u"without a fault"_s, u"step %1 is refused: %2"_s.arg(step + 1).arg(
                QString::fromUtf8(QJsonDocument(stage->answer).toJson(QJsonDocument::Compact)) + stage->desktop.storageProblem));
    }
    m_tally.syncs = disk->syncs();
    m_tally.writes = disk->writes();
    if (!m_workflow.settles)
        return;
    stage->desktop.engine().setWorkOffline(false);
    (void)stage->settles();
    m_business = stage->business();
    if (const QString differs = stage->differenceFromServer(); !differs.isEmpty())
        fail(u"without a fault"_s, differs);
}

void Runner::learnStates()
{
    auto [disk, stage] = begin({});
    disk.reset();
    const auto note = [this, at = stage.get()] {
        const Fingerprint now = fingerprintOf(m_workflow.databaseOf(*at));
        if (m_states.empty() || !(now == m_states.back()))
            m_states.push_back(now);
    };
    note();
    m_acknowledgedAt = {0};
    auto& watched = m_workflow.computer == Computer::Desktop ? stage->desktop.disk() : stage->server.disk();
    watched.watch = note;
    for (const auto& step : m_workflow.steps) {
        const size_t before = m_states.size();
        (void)step(*stage);
        note();
        m_acknowledgedAt.push_back(int(m_states.size()) - 1);
        if (int(m_states.size() - before) > m_workflow.transactions)
            fail(u"without a fault"_s, u"a step passes through %1 states and may through %2"_s.arg(m_states.size() - before).arg(m_workflow.transactions));
    }
    watched.watch = {};
}

int Runner::stateOf(const Fingerprint& now, int from, bool byLikeness) const
{
    for (size_t state = size_t(from); state < m_states.size(); ++state) {
        if (byLikeness ? now.masked == m_states[state].masked : now == m_states[state])
            return int(state);
    }
    return -1;
}

void Runner::losePower(int sync)
{
    const bool isEnd = sync > m_tally.syncs;
    for (int round = 0; round < (m_options.thorough ? 4 : 1); ++round) {
        for (int number = 0; number < FaultDisk::fateCount && !isOver(); ++number) {
            const Fate fate = Fate(number);
            const bool isRandom = fate != Fate::Nothing && fate != Fate::Everything;
            if (isRandom && !m_options.thorough && int(qHash(m_workflow.name, uint(sync)) % 3) != number - int(Fate::Prefix))
                continue;
            if (round > 0 && !isRandom)
                continue;
            auto [disk, stage] = begin({.cutAtSync = isEnd ? 0 : sync, .liesAboutSyncs = m_options.liesAboutSyncs});
            int acknowledged = 0;
            for (const auto& step : m_workflow.steps) {
                if (!step(*stage) || disk->isCut())
                    break;
                ++acknowledged;
            }
            disk->cut();
            if (m_workflow.settles)
                m_notes[u"refresh0"_s] = stage->desktop.tokens().refresh;
            stage.reset();
            const QString story = u"the power goes %1 (%2, %3)"_s.arg(
                isEnd ? u"after the end"_s : u"at sync %1 of %2"_s.arg(sync).arg(m_tally.syncs),
                QString::fromLatin1(FaultDisk::fateName(fate))).arg(round);
            comeBack(story, std::move(disk), fate, quint64(sync * 100 + number * 10 + round), acknowledged);
        }
    }
}

void Runner::comeBack(const QString& story, std::unique_ptr<FaultDisk> disk, Fate fate, quint64 seed, int acknowledged)
{
    ++m_tally.cases;
    disk->comeBack(fate, seed);
    disk.reset();
    Stage stage(m_options.folder, m_notes, 3);
    const int least = m_acknowledgedAt[size_t(acknowledged)];
    if (!m_workflow.isOutsideDatabase) {
        const Fingerprint now = fingerprintOf(m_workflow.databaseOf(stage), true);
        if (!now.problem.isEmpty())
            return fail(story, u"the database is damaged: "_s + now.problem);
        if (stateOf(now, least, false) < 0) {
            const int earlier = stateOf(now, 0, false);
            return fail(story, earlier < 0 ? u"half of a transaction is there: "_s + now.difference(m_states[size_t(least)])
                                           : u"what was acknowledged is lost: "_s + now.difference(m_states[size_t(least)]));
        }
    }
    look(story, stage, acknowledged, false);
}

void Runner::look(const QString& story, Stage& stage, int acknowledged, bool isSettled)
{
    const bool hasServer = m_workflow.runsServer || m_workflow.computer == Computer::Server;
    const bool hasDesktop = (m_workflow.runsDesktop || m_workflow.computer == Computer::Desktop) && !m_workflow.isOutsideDatabase;
    if (hasServer && !stage.server.isUp() && !stage.server.start())
        return fail(story, u"the server does not start: "_s + stage.server.problem());
    if (hasDesktop && !stage.desktop.isOpen() && !stage.desktop.open(true))
        return fail(story, u"the replica does not open: "_s + stage.desktop.storageProblem);
    if (const QString wrong = hasServer ? stage.marketProblem() : QString(); !wrong.isEmpty())
        return fail(story, u"the doctor finds: "_s + wrong);
    if (const QString wrong = hasDesktop && !m_workflow.beginsUnsound ? stage.replicaProblem() : QString(); !wrong.isEmpty())
        return fail(story, u"the replica is not sound: "_s + wrong);
    if (m_workflow.check) {
        if (const QString wrong = m_workflow.check(stage, acknowledged); !wrong.isEmpty())
            return fail(story, wrong);
    }
    if (!m_workflow.settles)
        return;
    // What was not acknowledged is done again, or is there already; the end has to be the same.
    if (!isSettled && acknowledged < m_workflow.steps.size() && m_workflow.steps.size() > 1)
        return;
    stage.desktop.engine().setWorkOffline(false);
    if (!stage.settles())
        return fail(story, u"the desktop does not come to rest: "_s + stage.desktop.engine().status().problem);
    if (const QString differs = stage.differenceFromServer(); !differs.isEmpty())
        return fail(story, differs);
    if (stage.business() != m_business && m_workflow.steps.size() == 1)
        fail(story, u"the end is another one:\n%1\nfor\n%2"_s.arg(stage.business(), m_business));
}

void Runner::refuse(const QString& story, const FaultDisk::Plan& plan)
{
    ++m_tally.cases;
    auto [disk, stage] = begin(plan);
    const bool comparesStates = !m_workflow.isOutsideDatabase && !m_workflow.settles && !m_workflow.countsAttempts;
    int acknowledged = 0;
    for (const auto& step : m_workflow.steps) {
        if (!step(*stage)) {
            if (!disk->refusedAny())
                return fail(story, u"step %1 is refused for no reason"_s.arg(acknowledged + 1));
            disk->freeSpace(); // looking needs some as well
            const Fingerprint now = comparesStates ? fingerprintOf(m_workflow.databaseOf(*stage)) : Fingerprint();
            const int least = m_acknowledgedAt[size_t(acknowledged)];
            const int state = comparesStates ? stateOf(now, least, true) : least;
            if (state < 0)
                return fail(story, u"a refused step left: "_s + now.maskedDifference(m_states[size_t(least)]));
            if (state > least && m_workflow.transactions == 1)
                return fail(story, u"a refused step was kept: "_s + QString::fromUtf8(QJsonDocument(stage->answer).toJson(QJsonDocument::Compact)));
            if (!step(*stage))
                return fail(story, u"with space again, step %1 is refused: %2%3"_s.arg(acknowledged + 1).arg(
                    QString::fromUtf8(QJsonDocument(stage->answer).toJson(QJsonDocument::Compact)), stage->desktop.storageProblem));
        }
        ++acknowledged;
    }
    disk->freeSpace();
    if (comparesStates) {
        const Fingerprint now = fingerprintOf(m_workflow.databaseOf(*stage));
        if (now.masked != m_states.back().masked)
            return fail(story, u"the end is another one: "_s + now.maskedDifference(m_states.back()));
    }
    disk->cut();
    m_notes[u"refresh0"_s] = stage->desktop.tokens().refresh;
    stage.reset();
    disk->comeBack(Fate::Nothing, 1);
    disk.reset();
    Stage after(m_options.folder, m_notes, 3);
    if (!m_workflow.isOutsideDatabase) {
        const Fingerprint now = fingerprintOf(m_workflow.databaseOf(after), true);
        if (!now.problem.isEmpty())
            return fail(story, u"the database is damaged: "_s + now.problem);
        if (comparesStates && now.masked != m_states.back().masked)
            return fail(story, u"what was acknowledged after it is lost: "_s + now.maskedDifference(m_states.back()));
    }
    look(story, after, acknowledged, true);
}

Tally Runner::run()
{
    prepare();
    const Notes notes = m_notes;
    const auto afresh = [&] { m_notes = notes; };
    count();
    afresh();
    learnStates();
    afresh();
    for (int sync = 1; sync <= m_tally.syncs + 1 && !isOver() && m_tally.problems.size() < 20; ++sync) {
        losePower(sync);
        afresh();
    }
    if (m_options.liesAboutSyncs)
        return m_tally;
    // Evenly spread where not all are played, and from another one on in each workflow.
    const int stride = m_options.thorough ? 1 : std::max(1, m_tally.writes / 6);
    const int first = 1 + int(qHash(m_workflow.name, 0) % uint(stride));
    for (int write = first; write <= m_tally.writes && !isOver() && m_tally.problems.size() < 20; write += stride) {
        refuse(u"the disk is full at write %1 of %2"_s.arg(write).arg(m_tally.writes), {.fullAtWrite = write});
        afresh();
        refuse(u"write %1 of %2 is broken"_s.arg(write).arg(m_tally.writes), {.brokenWrite = write});
        afresh();
    }
    for (int sync = 1; sync <= m_tally.syncs && !isOver() && m_tally.problems.size() < 20; ++sync) {
        refuse(u"sync %1 of %2 is broken"_s.arg(sync).arg(m_tally.syncs), {.brokenSync = sync});
        afresh();
    }
    return m_tally;
}

} // namespace belanjain::powerloss
