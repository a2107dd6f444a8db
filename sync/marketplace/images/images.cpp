// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/images/images.h"

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
namespace
{

protocol::Problem refusal(ImageRefusal why, Language language)
{
    switch (why) {
    case ImageRefusal::NotAnImage:
        return problem(415, u"unsupported_image"_s, language);
    case ImageRefusal::TooManyPixels:
        return problem(422, u"too_many_pixels"_s, language);
    case ImageRefusal::Malformed:
        break;
    }
    return problem(422, u"undecodable_image"_s, language);
}

} // namespace

Images::Images(const Services& services, QString folder, ImageWorkerOptions worker)
    : m_services(services), m_store(std::move(folder)), m_worker(std::move(worker))
{
}

protocol::Problem Images::cannotStore(const Call& call, const QString& why) const
{
    m_services.log.write(LogLevel::Error, u"images"_s, {{u"requestId"_s, call.requestId()}, {u"error"_s, why}});
    return problemLater(503, u"unavailable"_s, call.language(), 5);
}

Expected<Images::Upload> Images::take(const Call& call)
{
    const QByteArray& body = call.request().body;
    if (const auto header = readImageHeader(body); !header)
        return tl::unexpected(refusal(header.error(), call.language()));
    auto image = recodeInWorker(m_worker, body);
    if (!image && !image.error().isPicture)
        return tl::unexpected(cannotStore(call, image.error().text));
    if (!image) {
        m_services.log.write(LogLevel::Info, u"images"_s,
                             {{u"requestId"_s, call.requestId()}, {u"refused"_s, image.error().text}});
        return call.fail(422, u"undecodable_image"_s);
    }
    const auto hash = m_store.put(*image, call.now());
    if (!hash)
        return tl::unexpected(cannotStore(call, hash.error()));
    return Upload{{*hash, image->type, image->size}, std::move(*image)};
}

Answer Images::keep(Call& call, const Upload& upload, const std::function<Answer(Call&)>& job)
{
    Answer answer = call.write([&](Call& writing) -> Answer {
        if (const auto noted = notePicture(writing.db(), upload.picture, writing.now()); !noted)
            return writing.fail(noted.error());
        return job(writing);
    });
    // The files were synced before. Only a sweep can have taken them away meanwhile; without one nothing may refuse
    // an upload any more that the database has, or a second try would attach the picture twice.
    if (!answer || m_store.holds(upload.picture.hash, upload.image))
        return answer;
    if (const auto still = m_store.put(upload.image, call.now()); !still)
        return tl::unexpected(cannotStore(call, still.error()));
    return answer;
}

void Images::sweep()
{
    const Instant before{m_services.clock.now().ms - strayFileKeptMs};
    const qint64 removed = m_store.sweep(before, [this](const QString& prefix) {
        std::optional<QSet<QString>> known;
        // A refused read leaves it without an answer, and the files where they are.
        (void)m_services.executor.readAndWait([&](storage::Database& db) {
            if (auto found = picturesFrom(db, prefix))
                known = std::move(*found);
        });
        return known;
    });
    if (removed > 0)
        m_services.log.write(LogLevel::Info, u"images"_s, {{u"swept"_s, removed}});
}

Job Images::sweepJob()
{
    constexpr qint64 hourMs = 3600 * 1000;
    const auto last = std::make_shared<Instant>(m_services.clock.now());
    return {u"sweep-images"_s, u"Removes files of pictures that nothing shows. Every hour."_s,
            [this, last](Services&, Instant now, JobCaller caller) -> tl::expected<QStringList, QString> {
                if (caller == JobCaller::Clock && now.ms - last->ms < hourMs)
                    return QStringList();
                *last = now;
                sweep();
                return QStringList{u"looked for files of pictures that nothing shows"_s};
            }};
}

} // namespace belanjain::marketplace
