// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/snapshot_builder.h"

#include "replica/bulk_load.h"
#include "replica/replica_file.h"

namespace belanjain::replica {
using namespace Qt::StringLiterals;

SnapshotBuilder::SnapshotBuilder(const QString& file, const protocol::SnapshotHead& head)
    : m_file(file)
    , m_head(head)
{}

SnapshotBuilder::~SnapshotBuilder()
{
    m_load.reset();
    if (!m_kept)
        removeDatabase(m_file);
}

storage::Result<std::unique_ptr<SnapshotBuilder>> SnapshotBuilder::create(const QString& file,
                                                                          const protocol::SnapshotHead& head,
                                                                          const storage::FaultHook& fault)
{
    std::unique_ptr<SnapshotBuilder> builder(new SnapshotBuilder(file, head));
    builder->m_load = std::make_unique<BulkLoad>(file, fault);
    if (const auto begun = builder->m_load->begin(); !begun)
        return tl::unexpected(begun.error());
    return builder;
}

storage::Outcome SnapshotBuilder::add(const protocol::SyncRow& row)
{
    if (!m_load)
        return tl::unexpected(storage::Error{storage::Error::Kind::Other, u"snapshot already finished"_s});
    const auto added = m_load->add(row);
    m_rows = m_load->rows();
    return added;
}

storage::Outcome SnapshotBuilder::add(const QList<protocol::SyncRow>& rows)
{
    for (const protocol::SyncRow& row : rows) {
        if (const auto added = add(row); !added)
            return added;
    }
    return {};
}

bool SnapshotBuilder::agrees() const
{
    return m_load && m_load->rows() == m_head.rowCount && m_load->sum() == m_head.rowSum;
}

storage::Result<qint32> SnapshotBuilder::finish()
{
    if (!m_load)
        return tl::unexpected(storage::Error{storage::Error::Kind::Other, u"snapshot already finished"_s});
    const auto finished = m_load->finish();
    const qint32 threshold = m_load->storeThreshold();
    m_load.reset();
    if (!finished)
        return tl::unexpected(finished.error());
    return threshold;
}

} // namespace belanjain::replica
