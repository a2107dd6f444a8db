// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pictures/picture_uploader.h"

#include "protocol/json.h"
#include "protocol/problem.h"
#include "replica/uploads.h"

#include <QSet>

namespace belanjain::engine
{
using namespace Qt::StringLiterals;
namespace
{

/// Five megabytes over a slow line.
constexpr int uploadTimeoutMs = 120'000;

/// Answers that say nothing about the picture: the same bytes are sent again later.
bool isPassing(int status) { return status == 0 || status == 401 || status == 408 || status == 429 || status >= 500; }

} // namespace

PictureUploader::PictureUploader(Parts parts, Events events)
    : m_parts(parts), m_events(std::move(events)), m_backoff(parts.random)
{
}

void PictureUploader::setOnline(bool online)
{
    if (online == m_online)
        return;
    m_online = online;
    m_next.reset();
    if (online) {
        m_backoff.reset();
        wake();
        return;
    }
    // The call under way was or will be abandoned with the others.
    ++m_attempt;
    m_busy = false;
}

void PictureUploader::wake()
{
    if (!m_online || m_busy || m_next)
        return;
    const auto upload = m_parts.replica.nextUpload();
    if (!upload) {
        m_events.storageFailed(upload.error().text);
        later(0);
    } else if (*upload) {
        send(**upload);
    }
}

void PictureUploader::send(const replica::Upload& upload)
{
    const QByteArray bytes = m_parts.files.waiting(upload.hash);
    if (bytes.isEmpty()) {
        // The file is gone or damaged: only the person has the picture still.
        tell(m_parts.replica.pictureRefused(upload.image, u"picture_lost"_s, {}));
        wake();
        return;
    }
    m_busy = true;
    HttpRequest request{.method = "POST", .path = u"/v1/images"_s, .body = bytes, .timeoutMs = uploadTimeoutMs};
    request.headers.append(std::pair<QByteArray, QByteArray>(
        "Content-Type", bytes.startsWith("\x89PNG") ? "image/png" : "image/jpeg"));
    m_parts.api.send(request, [this, upload, attempt = ++m_attempt](const HttpAnswer& answer) {
        if (attempt != m_attempt)
            return;
        m_busy = false;
        answered(upload, answer);
    });
}

void PictureUploader::answered(const replica::Upload& upload, const HttpAnswer& answer)
{
    if (isPassing(answer.status)) {
        later(answer.retryAfterSeconds);
        return;
    }
    if (!answer.success()) {
        const protocol::Problem problem = protocol::Problem::read(answer.status, answer.body);
        tell(m_parts.replica.pictureRefused(upload.image, problem.code, problem.detail));
        wake();
        return;
    }
    const auto json = protocol::parseObject(answer.body);
    const QString hash = json ? json->value(u"sha256").toString() : QString();
    if (!isPictureHash(hash)) {
        later(0);
        return;
    }
    m_backoff.reset();
    m_parts.files.adopt(upload.hash, hash);
    tell(m_parts.replica.pictureUploaded(upload.image, hash));
    wake();
}

void PictureUploader::tell(const storage::Result<replica::Touched>& done)
{
    if (done) {
        m_events.changed(*done);
        return;
    }
    m_events.storageFailed(done.error().text);
    later(0);
}

void PictureUploader::later(int retryAfterSeconds)
{
    m_next = m_parts.scheduler.after(m_backoff.next(retryAfterSeconds), [this] {
        m_next.reset();
        wake();
    });
}

void PictureUploader::removeStrays()
{
    const auto needed = m_parts.replica.uploadHashes();
    if (!needed)
        return;
    const QSet<QString> keep(needed->begin(), needed->end());
    const QStringList all = m_parts.files.allWaiting();
    for (const QString& hash : all) {
        if (!keep.contains(hash))
            m_parts.files.removeWaiting(hash);
    }
}

} // namespace belanjain::engine
