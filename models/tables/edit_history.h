// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/violation.h"
#include "ports/command_sink.h"
#include "ports/inventory.h"

#include <QHash>
#include <QObject>

namespace belanjain::tables {

/// Something the seller did, in one piece: one cell, a pasted block, a bulk action.
struct EditStep
{
    ports::EditField field = ports::EditField::Stock;
    QList<ports::Command> forward;
    QList<ports::Command> inverse; ///< as many as forward, each taking back the one at its place
};

/// Undo and redo of edits by submitting the opposite intent (minus five after plus five), which is right
/// also when the edit has long been synced and others have changed the row since.
///
/// Steps are not merged. An undo that a rule refuses is reported and forgotten.
class EditHistory : public QObject
{
    Q_OBJECT
public:
    explicit EditHistory(ports::CommandSink& sink, QObject* parent = nullptr);

    /// How many steps are kept; older ones can no longer be undone.
    static constexpr int depth = 200;

    /// Notes a step that was just submitted under this ticket. It can be undone once it is answered, less
    /// what was refused; asking for undo before is done then.
    void record(quint64 ticket, const EditStep& step);
    /// Forgets everything: another store is shown.
    void clear();

    bool canUndo() const { return !m_done.isEmpty(); }
    bool canRedo() const { return !m_undone.isEmpty(); }
    /// "stock of 3 variants", for the tooltips of undo and redo; empty when there is nothing.
    QString undoText() const;
    QString redoText() const;

public Q_SLOTS:
    void undo();
    void redo();

Q_SIGNALS:
    void changed();
    /// An undo or redo went in whole or in part.
    void undone(const QString& what);
    void redone(const QString& what);
    /// A rule (or a full disk, then without violation) stood against taking so many edits back.
    void refused(const QString& what, int edits, const std::optional<belanjain::Violation>& why);

private:
    enum class Kind { Record, Undo, Redo };
    struct Open
    {
        Kind kind = Kind::Record;
        EditStep step;
    };

    void settle(quint64 ticket, const QList<ports::CommandResult>& results);
    void startUndo();
    static QString describe(const EditStep& step);

    ports::CommandSink& m_sink;
    QList<EditStep> m_done;
    QList<EditStep> m_undone;
    QHash<quint64, Open> m_open;
    int m_wantedUndos = 0; ///< asked for while the newest step was being written
};

} // namespace belanjain::tables
