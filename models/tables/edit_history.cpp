// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/edit_history.h"

#include <optional>

namespace belanjain::tables {

using ports::Command;
using ports::CommandResult;
using ports::EditField;

EditHistory::EditHistory(ports::CommandSink& sink, QObject* parent)
    : QObject(parent)
    , m_sink(sink)
{
    connect(&m_sink, &ports::CommandSink::done, this, &EditHistory::settle);
}

void EditHistory::record(quint64 ticket, const EditStep& step)
{
    m_open.insert(ticket, {.kind = Kind::Record, .step = step});
}

void EditHistory::clear()
{
    m_done.clear();
    m_undone.clear();
    m_open.clear();
    m_wantedUndos = 0;
    Q_EMIT changed();
}

QString EditHistory::undoText() const { return m_done.isEmpty() ? QString() : describe(m_done.constLast()); }

QString EditHistory::redoText() const
{
    return m_undone.isEmpty() ? QString() : describe(m_undone.constLast());
}

void EditHistory::undo()
{
    if (!m_open.isEmpty())
        ++m_wantedUndos;
    else
        startUndo();
}

void EditHistory::startUndo()
{
    if (m_done.isEmpty())
        return;
    EditStep step = m_done.takeLast();
    // Backwards: of two edits of one price the older value must win.
    QList<Command> commands(step.inverse.rbegin(), step.inverse.rend());
    const quint64 ticket = m_sink.submit(commands);
    m_open.insert(ticket, {.kind = Kind::Undo, .step = std::move(step)});
    Q_EMIT changed();
}

void EditHistory::redo()
{
    if (m_undone.isEmpty() || !m_open.isEmpty())
        return;
    EditStep step = m_undone.takeLast();
    const quint64 ticket = m_sink.submit(step.forward);
    m_open.insert(ticket, {.kind = Kind::Redo, .step = std::move(step)});
    Q_EMIT changed();
}

void EditHistory::settle(quint64 ticket, const QList<CommandResult>& results)
{
    const auto found = m_open.constFind(ticket);
    if (found == m_open.constEnd())
        return;
    const Open open = *found;
    m_open.erase(found);

    EditStep applied{.field = open.step.field, .forward = {}, .inverse = {}};
    std::optional<Violation> why;
    const auto edits = open.step.forward.size();
    for (qsizetype i = 0; i < edits; ++i) {
        const auto place = open.kind == Kind::Undo ? edits - 1 - i : i;
        if (place < results.size() && results[place].applied) {
            applied.forward.append(open.step.forward[i]);
            applied.inverse.append(open.step.inverse[i]);
        } else if (!why && place < results.size()) {
            why = results[place].violation;
        }
    }
    const auto refusedEdits = int(edits - applied.forward.size());

    if (!applied.forward.isEmpty()) {
        auto& stack = open.kind == Kind::Undo ? m_undone : m_done;
        stack.append(applied);
        if (stack.size() > depth)
            stack.removeFirst();
        if (open.kind == Kind::Record)
            m_undone.clear();
    }
    Q_EMIT changed();
    if (open.kind == Kind::Undo && !applied.forward.isEmpty())
        Q_EMIT undone(describe(applied));
    if (open.kind == Kind::Redo && !applied.forward.isEmpty())
        Q_EMIT redone(describe(applied));
    if (open.kind != Kind::Record && refusedEdits > 0)
        Q_EMIT refused(describe(open.step), refusedEdits, why);

    if (m_open.isEmpty() && m_wantedUndos > 0) {
        --m_wantedUndos;
        startUndo();
    }
}

QString EditHistory::describe(const EditStep& step)
{
    const auto count = step.forward.size();
    const bool one = count == 1;
    const auto say = [count](const QString& many) { return many.arg(count); };
    const auto* archiving = count > 0 ? std::get_if<ports::SetProductArchived>(&step.forward.constFirst()) : nullptr;
    if (archiving && archiving->archived)
        return one ? tr("archiving of one product") : say(tr("archiving of %1 products"));
    if (archiving)
        return one ? tr("restoring of one product") : say(tr("restoring of %1 products"));
    switch (step.field) {
    case EditField::Stock:
        return one ? tr("stock of one variant") : say(tr("stock of %1 variants"));
    case EditField::Price:
        return one ? tr("price of one variant") : say(tr("price of %1 variants"));
    case EditField::Sku:
        return one ? tr("SKU of one variant") : say(tr("SKU of %1 variants"));
    case EditField::Threshold:
        return one ? tr("threshold of one variant") : say(tr("threshold of %1 variants"));
    case EditField::Barcode:
        return one ? tr("barcode of one variant") : say(tr("barcode of %1 variants"));
    case EditField::Product:
    case EditField::Order:
    case EditField::Reply:
        break;
    }
    const bool isNew = count > 0 && (std::holds_alternative<ports::AddProduct>(step.forward.constFirst()) ||
                                     std::holds_alternative<ports::CreateProduct>(step.forward.constFirst()));
    return isNew ? tr("new product") : one ? tr("changes of a product") : say(tr("%1 cells"));
}

} // namespace belanjain::tables
