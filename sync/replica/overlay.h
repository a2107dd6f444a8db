// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "replica/base_rows.h"
#include "replica/outbox.h"
#include "replica/rejection_box.h"
#include "replica/replay.h"
#include "replica/touched.h"
#include "replica/work.h"

#include <optional>

namespace belanjain::replica {

/// Keeps the effective rows of one table right, for a table whose rows are only ever made by the server:
/// effective = the server's row + its waiting ops. The server's own copy lies in base_rows while ops wait.
template<class Table>
class Overlay
{
public:
    using Id = typename Table::Id;
    using Data = typename Table::Data;
    using Stored = typename Table::Stored;

    Overlay(Work& work, Touched& touched)
        : m_touched(touched)
        , m_table(work)
        , m_base(work)
        , m_outbox(work)
        , m_rejections(work)
    {}

    /// The server's row changed or is new.
    void set(const Id& id, qint64 version, const Data& row)
    {
        const QString key = id.toString();
        const QList<protocol::Op> ops = m_outbox.ofEntity(key);
        if (!ops.isEmpty())
            m_base.put(Table::name, key, {version, row.toJson()});
        else
            m_base.remove(Table::name, key);
        write(id, version, row, ops);
    }

    void remove(const Id& id)
    {
        m_base.remove(Table::name, id.toString());
        if (const auto stored = m_table.find(id))
            m_table.remove(*stored, m_touched);
    }

    /// After its ops or rejections changed. Nothing happens to a row that is not here.
    void rebuild(const Id& id)
    {
        const QString key = id.toString();
        const auto stored = m_table.find(id);
        if (!stored)
            return;
        const QList<protocol::Op> ops = m_outbox.ofEntity(key);
        const auto base = m_base.find(Table::name, key);
        Data row = stored->data;
        if (base) {
            protocol::ObjectReader reader(base->data);
            row = Data::read(reader); // written here from a row that was read without errors
        }
        if (ops.isEmpty())
            m_base.remove(Table::name, key);
        else if (!base)
            m_base.put(Table::name, key, {stored->version, row.toJson()});
        write(id, stored->version, row, ops);
    }

    Table& table() { return m_table; }

private:
    void write(const Id& id, qint64 version, const Data& row, const QList<protocol::Op>& ops)
    {
        const QString key = id.toString();
        const auto before = m_table.find(id);
        Stored after{.id = id, .version = version, .data = replayed(row, ops)};
        if constexpr (requires { after.row; })
            after.row = before ? before->row : 0;
        after.waiting = ops.isEmpty() ? 0 : m_outbox.fieldsOf(key);
        after.rejected = m_rejections.fieldsOf(key);
        m_table.write(before, after, m_touched);
    }

    Touched& m_touched;
    Table m_table;
    BaseRows m_base;
    Outbox m_outbox;
    RejectionBox m_rejections;
};

} // namespace belanjain::replica
