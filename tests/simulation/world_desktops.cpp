// SPDX-License-Identifier: GPL-3.0-or-later
#include "world.h"

#include "replica/edit_log.h"
#include "storage/checked_file.h"

#include <QFile>

#include <algorithm>

namespace belanjain::simulation
{
using namespace Qt::StringLiterals;
namespace
{

storage::Outcome putBackReplica(const QString& file, const FormerSchema& former, const QByteArray& dump)
{
    const auto db = storage::Database::open(storage::checkedFile(file));
    if (!db)
        return tl::unexpected(db.error());
    if (const auto put = former.putBack(**db); !put)
        return put;
    // Rows without a table of their own were kept as they came.
    for (const QByteArray& line : dump.split('\n')) {
        const QList<QByteArray> row = line.split('\t');
        if (row.size() != 4 || !former.addedTables().contains(QString::fromUtf8(row[0])))
            continue;
        const auto kept = (*db)->run(u"INSERT INTO other_rows (tab, id, version, data) VALUES (?, ?, ?, ?)"_s,
                                     {QString::fromUtf8(row[0]), QString::fromUtf8(row[1]), row[2].toLongLong(), QString::fromUtf8(row[3])});
        if (!kept)
            return tl::unexpected(kept.error());
    }
    return {};
}

} // namespace

void World::keepCopy(int number)
{
    SimDesktop& desk = desktop(number);
    if (!desk.isOpen() || desk.died())
        return;
    const bool offline = desk.engine().status().connection == ports::Connection::WorkingOffline;
    closeDesktop(number);
    copyFiles(desk.folder(), desk.folder() + u"-copy"_s);
    m_copied[size_t(number)].clear();
    for (auto it = m_ledger.ops.cbegin(); it != m_ledger.ops.cend(); ++it) {
        if (it->desktop == number)
            m_copied[size_t(number)].insert(it.key());
    }
    m_hasCopy[size_t(number)] = true;
    openDesktop(number, offline);
}

void World::goBackToCopy(int number)
{
    SimDesktop& desk = desktop(number);
    if (!m_hasCopy[size_t(number)] || !desk.isOpen())
        return;
    closeDesktop(number);
    for (auto it = m_ledger.ops.begin(); it != m_ledger.ops.end(); ++it) {
        if (it->desktop == number && !m_copied[size_t(number)].contains(it.key()))
            it->mayBeLost = true;
    }
    copyFiles(desk.folder() + u"-copy"_s, desk.folder());
    openDesktop(number);
    if (m_planting)
        m_planting->wentBackToCopy(number);
}

void World::reinstall(int number, const Step& step)
{
    SimDesktop& desk = desktop(number);
    if (!desk.isOpen() || desk.died())
        return;
    closeDesktop(number);
    for (KnownOp& known : m_ledger.ops)
        known.mayBeLost = known.mayBeLost || known.desktop == number;
    copyFiles(m_folder + u"/nothing"_s, desk.folder());
    if (step.what % 3 == 0) // of the first sync, at some write of it
        desk.disk().dieAfterStart(0, 1 + int(step.much % 400), step.what % 2 == 0 ? End::Kill : End::PowerCut);
    openDesktop(number);
}

/// What the former program left, edits that wait and all, is opened by today's, which may die of it.
void World::upgradeDesktop(int number, const Step& step)
{
    SimDesktop& desk = desktop(number);
    const FormerSchema& former = m_start.formerReplica;
    if (!desk.isOpen() || desk.died() || !former.isKnown())
        return;
    desk.engine().setWorkOffline(true);
    edit({.deed = Deed::Edit, .what = step.what, .much = step.much, .chance = step.chance}, desk, number);
    advance(20);
    if (!desk.isOpen())
        return;
    const auto isOfToday = [&](const QString& op) {
        return std::any_of(former.addedTables().begin(), former.addedTables().end(),
                           [&](const QString& table) { return op.startsWith(table.chopped(1) + u'.'); });
    };
    // The former program knew no edits of what it had no tables for.
    const auto names = desk.replica().database().all(u"SELECT name FROM outbox UNION SELECT name FROM rejections"_s, {},
                                                     [](const storage::Row& row) { return row.text(0); });
    const auto dump = desk.replica().dump();
    if (!names || !dump || std::any_of(names->begin(), names->end(), isOfToday))
        return desk.engine().setWorkOffline(false);
    const QString file = desk.replica().databaseFile();
    closeDesktop(number);
    if (desk.died())
        return openDesktop(number);
    desk.disk().paused = true;
    const storage::Outcome put = putBackReplica(file, former, *dump);
    desk.disk().paused = false;
    QFile::remove(replica::EditLog::fileOf(desk.replicaFile())); // the former program kept none
    if (!put)
        return fail(u"a replica of the former schema is made"_s, put.error().text);
    if (step.what % 3 != 0)
        desk.disk().dieAfterStart(step.what % 3 == 1 ? 1 + int(step.much % 60) : 0, step.what % 3 == 2 ? 1 + int(step.much % 40) : 0,
                                  step.much % 2 == 0 ? End::Kill : End::PowerCut);
    openDesktop(number, step.much % 5 == 0);
}

/// It is kept out, and takes over when the first has gone or died.
void World::openSecondWindow(int number, const Step& step)
{
    SimDesktop& desk = desktop(number);
    if (!desk.isOpen())
        return;
    if (desk.letsSecondIn())
        return fail(u"one window a replica"_s, u"desktop %1"_s.arg(number));
    if (step.what % 3 == 0)
        return;
    if (step.what % 3 == 1)
        desk.disk().die();
    closeDesktop(number);
    openDesktop(number);
}

/// A profile that was copied to another computer: both renew the same session, and each spends the other's token.
void World::shareTokens(int number)
{
    for (int other = 0; other < desktopCount; ++other) {
        if (other == number || StartingPoint::storeOf(other) != StartingPoint::storeOf(number))
            continue;
        desktop(other).signedIn(desktop(number).tokens());
        m_sharesTokens[size_t(other)] = m_sharesTokens[size_t(number)] = true;
    }
}

} // namespace belanjain::simulation
