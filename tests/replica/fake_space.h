// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/messages.h"
#include "protocol/rows.h"

#include <QHash>
#include <QMap>

namespace belanjain::testing {

/// The server's side of one space, reduced to what a replica sees of it: rows with versions, op results
/// and pulls. Applies stock.adjust, stock.count, variant.update and product ops by the contract's rules.
class FakeSpace
{
public:
    explicit FakeSpace(const QString& name = QStringLiteral("epoch-1"))
        : epoch(name)
    {}

    QString epoch;
    qint64 version = 0;
    qint64 lastSeq = 0;
    QString missingPicture; ///< the hash of an upload that was forgotten

    /// Writes a row under the next version.
    void put(QStringView table, const QString& id, const QJsonObject& data);
    void put(const protocol::SyncRow& row) { put(row.table, row.id, row.data); }
    void erase(QStringView table, const QString& id);
    protocol::VariantRow variant(const VariantId& id) const;
    void setVariant(const VariantId& id, const protocol::VariantRow& row);
    /// Ids of a table in order of version.
    QStringList ids(QStringView table) const;

    /// Takes ops up to (without) an op whose seq is not the next.
    protocol::PushAnswer push(const QList<protocol::Op>& ops);
    /// The pages of one pull.
    QList<protocol::PullAnswer> pull(qint64 after, int limit = 2'000) const;
    protocol::SnapshotHead head() const;
    QList<protocol::SyncRow> snapshotRows() const;
    /// As Replica::dump() has it.
    QByteArray dump() const;

private:
    protocol::OpResult apply(const protocol::Op& op);
    protocol::OpResult create(const protocol::Op& op);
    protocol::OpResult arrange(const protocol::Op& op);
    protocol::OpResult changeImages(const protocol::Op& op);
    void putVariant(const protocol::Op& op, const QString& id, const QJsonObject& fields, int position);
    protocol::OpResult moveOrder(const protocol::Op& op);
    protocol::OpResult refuse(const protocol::Op& op, const QString& code) const;
    protocol::SyncRow* find(QStringView table, const QString& id);
    protocol::RowSum sum() const;
    qint64 count() const;

    QMap<std::pair<QString, QString>, protocol::SyncRow> m_rows; ///< tombstones too
    QList<protocol::OpResult> m_results;
};

} // namespace belanjain::testing
