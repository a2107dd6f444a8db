// SPDX-License-Identifier: GPL-3.0-or-later
#include "planted.h"

#include "protocol/json.h"
#include "storage/checked_file.h"
#include "world.h"

#include <QFile>

namespace belanjain::simulation
{
using namespace Qt::StringLiterals;

QString bugText(Bug bug)
{
    static const QStringList texts{
        u"none"_s,
        u"a pull's cursor passes a row that it did not carry"_s,
        u"a pull's rows and its head come from two snapshots"_s,
        u"an idle transaction holds the head back for ever"_s,
        u"the cursor is saved before the rows, and the desktop dies in between"_s,
        u"a push that timed out counts as done"_s,
        u"a hint that comes while a call is under way is lost"_s,
        u"the cursor moves with the desktop's own edits"_s,
        u"the server applied a push, answers 500 and forgets that it did"_s,
        u"a checkout that is asked again is a new one"_s,
        u"a second window sends the same queue under its own ids"_s,
        u"the last number is not stored with the result, so that a retry meets UNIQUE"_s,
        u"order numbers are counted from the start after each restart"_s,
        u"the first two edits of a push change places"_s,
        u"a push with a count in it is answered 500 for ever"_s,
        u"a 401 empties the outbox"_s,
        u"waits are 20 ms at most"_s,
        u"a push after a cut line is never answered"_s,
        u"a push after a kill is never answered"_s,
        u"a pulled row has other stock than the server's"_s,
        u"a desktop whose clock is behind uploads everything twice"_s,
        u"a killed server comes back as it was at its last backup"_s,
        u"nothing is sent again to a restored server"_s,
        u"a desktop restored from a copy sends its old prices"_s,
        u"a maintenance answer is read as every variant deleted"_s,
        u"a snapshot of an empty target is taken"_s,
        u"a desktop that was offline sends its old prices"_s,
        u"editing an archived product brings it back"_s,
        u"an edit of an archived product makes it anew (nothing is purged here)"_s,
        u"created and archived within one pull is left out"_s,
        u"one desktop never sees a restored product as active"_s,
        u"orders that are new to a desktop are not pulled"_s,
        u"half of a snapshot is taken for all of it"_s,
        u"the desktops' clocks decide whose price stands"_s,
        u"a replica loses a row when it is opened"_s,
        u"a replica's log is lost when it dies"_s,
        u"a bulk statement on the server goes past the versions"_s,
        u"the epoch is not looked at"_s,
        u"signing out throws the outbox away"_s,
        u"a checkout looks at stock that is no longer there"_s,
        u"a spent refresh token is never forgiven"_s,
    };
    return texts.value(bug);
}

Planting::Planting(World& world, Bug bug, quint64 seed) : m_world(world), m_bug(bug), m_random(seed ^ 0xb0b) {}

void Planting::onServer(const QString& sql, const QVariantList& values)
{
    if (m_world.server().isUp())
        (void)m_world.server().database().run(sql, values);
}

void Planting::onDesktop(int desktop, const QString& sql)
{
    if (m_world.desktop(desktop).isOpen())
        (void)m_world.desktop(desktop).replica().database().run(sql);
}

QHash<std::pair<QString, QString>, Planting::Base> Planting::baseOf(int desktop)
{
    QHash<std::pair<QString, QString>, Base> rows;
    if (!m_world.desktop(desktop).isOpen())
        return rows;
    const QByteArray dump = m_world.desktop(desktop).replica().dump().value_or(QByteArray());
    for (const QByteArray& line : dump.split('\n')) {
        const QList<QByteArray> parts = line.split('\t');
        if (parts.size() == 4)
            rows.insert({QString::fromUtf8(parts[0]), QString::fromUtf8(parts[1])},
                        {parts[2].toLongLong(), protocol::parseObject(parts[3]).value_or(QJsonObject())});
    }
    return rows;
}

void Planting::started()
{
    if (m_bug == 9)
        (void)m_world.server().database().execute(
            u"CREATE TRIGGER sim_planted BEFORE DELETE ON cart_items BEGIN SELECT RAISE(IGNORE); END"_s);
    if (m_bug == 11)
        (void)m_world.server().database().execute(
            u"CREATE TRIGGER sim_planted BEFORE UPDATE OF last_seq ON sync_devices WHEN NEW.last_seq % 3 = 0 BEGIN "
            "SELECT RAISE(IGNORE); END"_s);
    if (m_bug == 27)
        (void)m_world.server().database().execute(
            u"CREATE TRIGGER sim_planted AFTER UPDATE OF name ON products WHEN NEW.status = 'archived' BEGIN "
            "UPDATE products SET status = 'active' WHERE id = NEW.id; END"_s);
}

void Planting::beforeServerStart(bool restored)
{
    if (m_bug == 21 && !restored)
        m_world.putBackupInPlace();
}

void Planting::serverStarted(bool first)
{
    if (m_bug == 12 && !first)
        onServer(u"UPDATE counters SET value = 10000 WHERE name = 'order'"_s);
}

void Planting::restored()
{
    if (m_bug != 22)
        return;
    for (int desktop = 0; desktop < desktops; ++desktop) {
        m_forget[size_t(desktop)] = !m_world.desktop(desktop).isOpen();
        onDesktop(desktop, u"DELETE FROM history"_s);
    }
}

void Planting::died(int desktop)
{
    SimDesktop& desk = m_world.desktop(desktop);
    m_died[size_t(desktop)] = true;
    m_file[size_t(desktop)] = desk.replica().databaseFile();
    const auto& page = m_page[size_t(desktop)];
    if (m_bug == 4 && page && page->next > desk.replica().cursor() && page->epoch == desk.replica().epoch())
        m_promised[size_t(desktop)] = page;
    if (m_bug == 35) {
        const QString kept = m_file[size_t(desktop)] + u".kept"_s;
        QFile::remove(kept);
        QFile::copy(m_file[size_t(desktop)], kept);
    }
}

void Planting::beforeOpen(int desktop)
{
    const QString file = m_file[size_t(desktop)];
    if (m_bug == 35 && m_died[size_t(desktop)]) {
        for (const QString& end : {u""_s, u"-wal"_s, u"-shm"_s})
            QFile::remove(file + end);
        QFile::rename(file + u".kept"_s, file);
    }
    if (const auto page = std::exchange(m_promised[size_t(desktop)], std::nullopt)) {
        if (const auto db = storage::Database::open(storage::checkedFile(file)))
            (void)(*db)->run(u"UPDATE replica SET cursor = ?, row_count = ?, row_sum = ?"_s,
                             {page->next, page->rowCount, page->rowSum.toString()});
    }
}

void Planting::opened(int desktop, bool afterDeath)
{
    m_page[size_t(desktop)].reset();
    m_died[size_t(desktop)] = false;
    if (std::exchange(m_forget[size_t(desktop)], false))
        onDesktop(desktop, u"DELETE FROM history"_s);
    if (m_bug == 18)
        m_stuck[size_t(desktop)] = afterDeath && m_world.desktop(desktop).replica().waitingCount().value_or(0) > 0;
    if (m_bug == 34 && afterDeath)
        onDesktop(desktop, u"DELETE FROM variants WHERE row = (SELECT max(row) FROM variants)"_s);
}

void Planting::wentBackToCopy(int desktop)
{
    if (m_bug == 23)
        sendOldPrices(desktop);
}

void Planting::backOnline(int desktop)
{
    if (m_bug == 26)
        sendOldPrices(desktop);
}

void Planting::signInWanted(int desktop)
{
    if (m_bug == 38)
        onDesktop(desktop, u"DELETE FROM outbox"_s);
}

void Planting::beforeCheckout()
{
    if (m_bug == 39)
        onServer(u"UPDATE variants SET on_hand = on_hand + 3"_s);
}

void Planting::afterCheckout()
{
    if (m_bug == 39)
        onServer(u"UPDATE variants SET on_hand = on_hand - 3"_s);
}

void Planting::stockChanged(const QString& variant)
{
    if (m_bug == 36)
        onServer(u"UPDATE variants SET low_stock_threshold = 7 WHERE id = ?"_s, {variant});
}

} // namespace belanjain::simulation
