// SPDX-License-Identifier: GPL-3.0-or-later
#include "products/picture_intake.h"

#include "products/product_words.h"

#include <QFileInfo>
#include <QMimeData>
#include <QPointer>
#include <QUrl>

namespace belanjain::ui {

namespace {
/// Tickets of the port are shared by all who keep through it.
constexpr quint64 ticketBase = 0x51'0000'0000;
} // namespace

PictureIntake::PictureIntake(ports::Pictures& pictures, QObject* parent)
    : QObject(parent)
    , m_pictures(pictures)
    , m_ticket(ticketBase)
{
    m_pool.setMaxThreadCount(1); // thirty megapixels are 120 MB while they are looked at
    connect(&pictures, &ports::Pictures::kept, this, [this](quint64 ticket, const QString& hash) {
        const auto found = m_keeping.constFind(ticket);
        if (found == m_keeping.cend())
            return;
        const QSize size = *found;
        m_keeping.erase(found);
        if (hash.isEmpty())
            Q_EMIT refused(tr("The picture could not be saved on this computer. Is the disk full?"));
        else
            Q_EMIT taken(hash, size);
        Q_EMIT pendingChanged();
    });
}

PictureIntake::~PictureIntake()
{
    m_pool.clear();
    m_pool.waitForDone();
}

bool PictureIntake::holdsPictures(const QMimeData& data)
{
    if (data.hasImage())
        return true;
    const QList<QUrl> urls = data.urls();
    return std::any_of(urls.begin(), urls.end(), [](const QUrl& url) { return url.isLocalFile(); });
}

void PictureIntake::take(const QMimeData& data, int most)
{
    QStringList paths;
    const QList<QUrl> urls = data.urls();
    for (const QUrl& url : urls) {
        if (url.isLocalFile() && paths.size() < most)
            paths << url.toLocalFile();
    }
    if (!paths.isEmpty()) {
        takeFiles(paths);
        return;
    }
    if (data.hasImage() && most > 0)
        check([image = qvariant_cast<QImage>(data.imageData())] { return encodePicture(image); }, {});
}

void PictureIntake::takeFiles(const QStringList& paths)
{
    for (const QString& path : paths)
        check([path] { return checkPictureFile(path); }, QFileInfo(path).fileName());
}

void PictureIntake::check(std::function<Checked()> work, const QString& name)
{
    ++m_checking;
    Q_EMIT pendingChanged();
    m_pool.start([this, work = std::move(work), name] {
        const Checked checked = work();
        // The pool ends before its owner does.
        QMetaObject::invokeMethod(this, [this, checked, name] { keep(checked, name); }, Qt::QueuedConnection);
    });
}

void PictureIntake::keep(const Checked& checked, const QString& name)
{
    --m_checking;
    if (checked) {
        m_keeping.insert(++m_ticket, checked->size);
        m_pictures.keep(m_ticket, checked->bytes);
    } else {
        Q_EMIT refused(pictureProblemText(checked.error(), name));
    }
    Q_EMIT pendingChanged();
}

} // namespace belanjain::ui
