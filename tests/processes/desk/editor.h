// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/workspace.h"
#include "ports/id_factory.h"
#include "support/fake_time.h"

#include <QJsonObject>
#include <QHash>
#include <QTimer>

#include <functional>

namespace belanjain::processes
{

/// What an edit will look like as an op, enough to find it again: the op's name, its row, and one argument.
struct Mark
{
    QString op;
    QString id;
    QString field;
    QJsonValue value;

    QJsonObject toJson() const;
};

/// Edits a workspace without end, through its ports, in a stream that a seed decides; says on stdout what it
/// tries and what done() has confirmed.
class Editor : public QObject
{
public:
    Editor(engine::Workspace& workspace, StoreId store, const ports::Clock& clock, ports::RandomSource& chance,
           quint64 seed, QString name, int firstTag);

    void setEditing(bool editing);
    /// Told not to edit, and no edit is under way.
    std::function<void()> idle;

private:
    struct Edit
    {
        ports::Command command;
        Mark mark;
    };
    void look();
    void next();
    void done(quint64 ticket, const QList<ports::CommandResult>& results);
    Edit make();
    Edit ofVariant(const ports::InventoryRow& row, const QString& tag, int number);
    Edit ofProduct(const ports::InventoryRow& row, const QString& tag);
    Edit ofRecord(const QString& tag);

    engine::Workspace& m_workspace;
    StoreId m_store;
    ports::IdFactory m_ids;
    testing::SeededRandom m_random;
    QString m_name;
    int m_tag;
    QTimer m_pause;
    QList<ports::InventoryRow> m_rows;
    QHash<ProductId, bool> m_archived; ///< what was asked for and is not among the rows yet
    QList<ports::OrderRow> m_orders;
    QList<ports::Review> m_reviews;
    QList<Mark> m_underWay;
    quint64 m_ticket = 0;
    quint64 m_looks = 0;
    bool m_editing = false;
};

} // namespace belanjain::processes
