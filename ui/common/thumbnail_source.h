// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPixmap>

namespace belanjain::ui {

/// Small pictures of products by the content hash of the image. GUI thread only.
class ThumbnailSource : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// A picture at least `px` logical pixels wide and high at this ratio, at once from memory; a null one
    /// when it is not there yet (it is being fetched then, see arrived()) or does not exist. Called while
    /// painting: must not block.
    virtual QPixmap thumbnail(const QString& imageHash, int px, qreal devicePixelRatio) = 0;

Q_SIGNALS:
    void arrived(const QString& imageHash);
};

} // namespace belanjain::ui
