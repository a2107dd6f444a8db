// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/snapshot_download.h"

#include "protocol/json.h"

namespace belanjain::engine
{
using namespace Qt::StringLiterals;
namespace
{

/// No row comes near this: a product has at most 10,000 characters of description.
constexpr qsizetype maxLine = 4 << 20;

} // namespace

void SnapshotDownload::fail(const QString& why) { m_error = storage::Error{storage::Error::Kind::Other, why}; }

void SnapshotDownload::feed(const QByteArray& chunk)
{
    if (m_error)
        return;
    m_buffer += chunk;
    qsizetype start = 0;
    for (qsizetype end = m_buffer.indexOf('\n'); end >= 0 && !m_error; end = m_buffer.indexOf('\n', start)) {
        line(QByteArray::fromRawData(m_buffer.constData() + start, end - start));
        start = end + 1;
    }
    m_buffer.remove(0, start);
    if (m_buffer.size() > maxLine)
        fail(u"a line of the snapshot is too long"_s);
}

void SnapshotDownload::line(const QByteArray& text)
{
    const auto json = protocol::parseObject(text);
    if (!json || m_ended) {
        fail(u"the snapshot is not well-formed"_s);
        return;
    }
    protocol::ObjectReader reader(*json);
    if (!m_builder) {
        const protocol::SnapshotHead head = protocol::SnapshotHead::read(reader);
        if (!reader.ok()) {
            fail(u"the snapshot's head is not well-formed"_s);
            return;
        }
        auto builder = m_replica.beginSnapshot(head);
        if (builder)
            m_builder = std::move(*builder);
        else
            m_error = builder.error();
        return;
    }
    if (json->contains(u"end"_s)) {
        m_ended = true;
        return;
    }
    const protocol::SyncRow row = protocol::SyncRow::read(reader);
    if (!reader.ok()) {
        fail(u"a row of the snapshot is not well-formed"_s);
        return;
    }
    if (const auto added = m_builder->add(row); !added)
        m_error = added.error();
}

storage::Result<replica::PullEffect> SnapshotDownload::finish()
{
    if (!m_error && !m_ended)
        fail(u"the snapshot broke off"_s);
    if (m_error)
        return tl::unexpected(*m_error);
    return m_replica.swapIn(std::move(m_builder));
}

} // namespace belanjain::engine
