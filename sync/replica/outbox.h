// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/inventory.h"
#include "protocol/messages.h"
#include "replica/work.h"

namespace belanjain::replica {

/// The edits that wait, in the order they were made, and the results that pushes brought for them.
class Outbox
{
public:
    explicit Outbox(Work& work)
        : m_work(work)
    {}

    /// Queues an op under the seq it has.
    void append(const protocol::Op& op);
    QList<protocol::Op> ofEntity(const QString& entityId);
    QList<protocol::Op> upTo(qint64 seq);
    QList<protocol::Op> after(qint64 seq);
    QList<protocol::Op> all();
    bool hasUpTo(qint64 seq);
    bool hasEntity(const QString& entityId);
    /// The fields with waiting edits, flags of ports::EditField.
    /// Ops that change a variant's row: its own, and its product's that arrange the variants.
    QList<protocol::Op> ofVariant(const VariantId& variant, const ProductId& product);
    bool hasVariant(const VariantId& variant, const ProductId& product);
    int fieldsOf(const QString& entityId);
    int count();
    void remove(const protocol::Op& op);
    /// Numbers what is queued first, first + 1, …; gives the number after the last.
    qint64 renumber(qint64 first);

    void keepResult(const protocol::OpResult& result);
    std::optional<protocol::OpResult> resultOf(const OpId& op);

    /// What has been done to it through this object, for the edit log.
    struct Changes
    {
        QList<protocol::Op> queued;
        QList<OpId> settled;
        bool renumbered = false;
    };
    const Changes& changes() const { return m_changes; }

    static protocol::Op read(const storage::Row& row);
    static QString columns();

private:
    Work& m_work;
    Changes m_changes;
};

/// Which cells an op edits, flags of ports::EditField.
int fieldsOf(const QString& opName, const QJsonObject& args);

} // namespace belanjain::replica
