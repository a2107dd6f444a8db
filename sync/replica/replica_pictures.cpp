// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/replica.h"
#include "replica/session.h"
#include "replica/uploads.h"

namespace belanjain::replica {
using namespace Qt::StringLiterals;

storage::Result<std::optional<Upload>> Replica::nextUpload() const
{
    Work work(*m_database);
    auto upload = Uploads(work).next();
    if (!work.ok())
        return work.failure();
    return upload;
}

storage::Result<QStringList> Replica::uploadHashes() const
{
    Work work(*m_database);
    auto hashes = Uploads(work).hashes();
    if (!work.ok())
        return work.failure();
    return hashes;
}

storage::Result<Touched> Replica::pictureUploaded(const ImageId& image, const QString& storedHash)
{
    auto session = Session::begin(*m_database, *m_state, m_log.get());
    if (!session)
        return tl::unexpected(session.error());
    Session& now = **session;
    Uploads uploads(now.work);
    const auto upload = uploads.find(image);
    if (upload && upload->state == Upload::State::Waiting) {
        uploads.setState(image, Upload::State::Attached);
        protocol::Op op{.name = QStringView(protocol::op::imageAttach).toString(),
                        .entityId = upload->product.toString(),
                        .args = {{u"imageId"_s, image.toString()},
                                 {u"sha256"_s, storedHash},
                                 {u"position"_s, upload->position}}};
        op.baseVersion = now.effective.versionOf(op);
        enqueue(now, op);
    }
    if (const auto committed = now.commit(); !committed)
        return tl::unexpected(committed.error());
    *m_state = now.state;
    return now.effective.touched();
}

storage::Result<Touched> Replica::pictureRefused(const ImageId& image, const QString& code, const QString& detail)
{
    auto session = Session::begin(*m_database, *m_state, m_log.get());
    if (!session)
        return tl::unexpected(session.error());
    Session& now = **session;
    Uploads uploads(now.work);
    const auto upload = uploads.find(image);
    if (upload && upload->state == Upload::State::Waiting) {
        uploads.setState(image, Upload::State::Refused);
        // It never was an op at the marketplace; as one it comes to the person's attention like the others.
        const protocol::Op op{.id = m_ids.make<OpId>(),
                              .name = QStringView(protocol::op::imageAttach).toString(),
                              .entityId = upload->product.toString(),
                              .args = {{u"imageId"_s, image.toString()},
                                       {u"localHash"_s, upload->hash},
                                       {u"width"_s, upload->width},
                                       {u"height"_s, upload->height},
                                       {u"position"_s, upload->position}},
                              .clientTime = m_clock.now()};
        now.rejections.settle(op,
                              {.id = op.id, .status = protocol::OpStatus::Rejected, .code = code, .detail = detail},
                              m_clock.now());
        now.effective.touched().rejections = true;
        now.effective.rebuildProduct(upload->product);
    }
    if (const auto committed = now.commit(); !committed)
        return tl::unexpected(committed.error());
    *m_state = now.state;
    return now.effective.touched();
}

} // namespace belanjain::replica
