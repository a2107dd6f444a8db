// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/import_box.h"

#include "domain/violation_text.h"
#include "replica/stored_json.h"

#include <QJsonArray>

namespace belanjain::replica {
using namespace Qt::StringLiterals;
using ports::ImportState;
namespace {

constexpr int keptImports = 50;
constexpr int namedTroubles = 50;

QString textOf(const ports::ImportTrouble& trouble)
{
    return toText(QJsonObject{{u"kind"_s, int(trouble.kind)},
                              {u"field"_s, trouble.violation.field},
                              {u"rule"_s, ruleCode(trouble.violation.rule)},
                              {u"args"_s, QJsonArray::fromStringList(trouble.violation.args)}});
}

ports::ImportTrouble troubleFrom(const QString& label, const QJsonObject& json)
{
    ports::ImportTrouble trouble{.label = label,
                                 .kind = json.value(u"kind").toInt() == int(ports::ImportTrouble::Kind::ChangedSince)
                                             ? ports::ImportTrouble::Kind::ChangedSince
                                             : ports::ImportTrouble::Kind::Refused};
    trouble.violation.field = json.value(u"field").toString();
    trouble.violation.rule = ruleFromCode(json.value(u"rule").toString()).value_or(Rule::Required);
    const QJsonArray args = json.value(u"args").toArray();
    for (const QJsonValue& arg : args)
        trouble.violation.args.append(arg.toString());
    return trouble;
}

QString counterOf(ImportItemState state)
{
    switch (state) {
    case ImportItemState::Planned:
        break;
    case ImportItemState::Done:
        return u"done"_s;
    case ImportItemState::Refused:
        return u"refused"_s;
    case ImportItemState::Undone:
        return u"undone"_s;
    case ImportItemState::Kept:
        return u"kept"_s;
    }
    return {};
}

} // namespace

qint64 ImportBox::begin(const QString& name, imports::Format format, Instant at, int products, int changes)
{
    m_work.run(u"DELETE FROM imports WHERE state = ? OR number <= (SELECT max(number) - ? FROM imports)"_s,
               {int(ImportState::Preparing), keptImports});
    m_work.run(u"DELETE FROM import_items WHERE import NOT IN (SELECT number FROM imports)"_s);
    m_work.run(u"INSERT INTO imports (name, format, at, state, products, changes) VALUES (?,?,?,?,?,?)"_s,
               {notNull(name), int(format), at.ms, int(ImportState::Preparing), products, changes});
    return m_work.integer(u"SELECT max(number) FROM imports"_s);
}

void ImportBox::addItem(qint64 import, int item, const ImportPlan& plan)
{
    m_work.run(u"INSERT INTO import_items (import, item, label, plan) VALUES (?,?,?,?)"_s,
               {import, item, notNull(labelOf(plan)), toText(toJson(plan))});
}

void ImportBox::setState(qint64 import, ImportState state)
{
    m_work.run(u"UPDATE imports SET state = ? WHERE number = ?"_s, {int(state), import});
}

QList<ImportItem> ImportBox::items(const QString& condition, const QVariantList& values)
{
    return m_work.all(u"SELECT item, state, label, plan, effect FROM import_items WHERE import = ? AND "_s + condition, values,
                      [](const storage::Row& row) {
                          return ImportItem{.item = row.integer32(0),
                                            .state = ImportItemState(row.integer32(1)),
                                            .label = row.text(2),
                                            .plan = importPlanFrom(objectFrom(row.text(3))),
                                            .effect = ImportEffect::from(objectFrom(row.text(4))),
                                            .hasEffect = !row.text(4).isEmpty()};
                      });
}

QList<ImportItem> ImportBox::planned(qint64 import, int most)
{
    return items(u"state = 0 ORDER BY item LIMIT ?"_s, {import, most});
}

QList<ImportItem> ImportBox::undoable(qint64 import, int most)
{
    return items(u"state IN (1, 2) AND effect <> '' ORDER BY item DESC LIMIT ?"_s, {import, most});
}

void ImportBox::settle(qint64 import, const ImportItem& item, const std::optional<ports::ImportTrouble>& trouble)
{
    const auto before = m_work.integer(u"SELECT state FROM import_items WHERE import = ? AND item = ?"_s, {import, item.item});
    // What is in no longer needs its plan, which may be long.
    m_work.run(u"UPDATE import_items SET state = ?, plan = CASE WHEN ? THEN '' ELSE plan END, effect = ?, trouble = ? "
               "WHERE import = ? AND item = ?"_s,
               {int(item.state), item.state != ImportItemState::Planned,
                item.hasEffect ? toText(item.effect.toJson()) : u""_s, trouble ? textOf(*trouble) : u""_s, import, item.item});
    for (const auto& [state, by] : {std::pair{ImportItemState(before), -1}, std::pair{item.state, 1}}) {
        if (const QString counter = counterOf(state); !counter.isEmpty())
            m_work.run(u"UPDATE imports SET %1 = %1 + ? WHERE number = ?"_s.arg(counter), {by, import});
    }
}

QList<ports::ImportRecord> ImportBox::read(const QString& condition, const QVariantList& values)
{
    auto records = m_work.all(
        u"SELECT number, name, format, at, state, products, changes, done, refused, undone, kept FROM imports WHERE "_s +
            condition,
        values, [](const storage::Row& row) {
            ports::ImportRecord record{.number = row.integer(0),
                                       .name = row.text(1),
                                       .format = imports::Format(qBound(0, row.integer32(2), imports::formatCount - 1)),
                                       .at = {row.integer(3)},
                                       .state = ImportState(qBound(0, row.integer32(4), int(ImportState::Undone))),
                                       .products = row.integer32(5),
                                       .changes = row.integer32(6),
                                       .done = row.integer32(7),
                                       .refused = row.integer32(8),
                                       .undone = row.integer32(9),
                                       .left = row.integer32(10)};
            record.waiting = record.total() - record.done - record.refused - record.undone - record.left;
            return record;
        });
    for (ports::ImportRecord& record : records) {
        if (record.refused + record.left == 0)
            continue;
        record.troubles = m_work.all(u"SELECT label, trouble FROM import_items WHERE import = ? AND state IN (2, 4) AND "
                                     "trouble <> '' ORDER BY item LIMIT ?"_s,
                                     {record.number, namedTroubles}, [](const storage::Row& row) {
                                         return troubleFrom(row.text(0), objectFrom(row.text(1)));
                                     });
    }
    return records;
}

QList<ports::ImportRecord> ImportBox::records()
{
    return read(u"state <> ? ORDER BY number DESC"_s, {int(ImportState::Preparing)});
}

std::optional<ports::ImportRecord> ImportBox::record(qint64 import)
{
    const auto found = read(u"number = ?"_s, {import});
    return found.isEmpty() ? std::nullopt : std::optional(found.constFirst());
}

} // namespace belanjain::replica
