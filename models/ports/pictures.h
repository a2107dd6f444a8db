// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>

namespace belanjain::ports
{

/// The pictures of products as encoded bytes, named by the content hash that rows carry (64 hexadecimal digits):
/// the marketplace's own, kept on disk once they were fetched, and those taken here that wait to be uploaded.
/// Lives on the GUI thread and blocks nothing; a hash that is no hash is answered as one that is not there.
class Pictures : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// A small picture, enough for 200 pixels; answered by thumbnailRead(). The newest wish is served first, and
    /// wishes that many others overtook are answered with nothing, so that a list may be scrolled through.
    virtual void readThumbnail(const QString& hash) = 0;
    /// The whole picture; answered by pictureRead().
    virtual void readPicture(const QString& hash) = 0;
    /// Puts a picture that was checked (JPEG or PNG) safely on disk under the hash of its bytes, to be named by
    /// ports::AttachPicture; answered by kept().
    virtual void keep(quint64 ticket, const QByteArray& bytes) = 0;

Q_SIGNALS:
    /// Empty bytes: it is not here, and cannot be fetched now or does not exist.
    void thumbnailRead(const QString& hash, const QByteArray& bytes);
    void pictureRead(const QString& hash, const QByteArray& bytes);
    /// An empty hash: it could not be written.
    void kept(quint64 ticket, const QString& hash);
    /// What was not there may be now: the marketplace can be reached again.
    void available();
};

} // namespace belanjain::ports
