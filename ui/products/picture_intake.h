// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pictures/picture_check.h"
#include "ports/pictures.h"

#include <QHash>
#include <QImage>
#include <QObject>
#include <QStringList>
#include <QThreadPool>

class QMimeData;

namespace belanjain::ui {

/// Takes pictures in from files, the clipboard and what is dropped: each is checked off the GUI thread and put
/// safely on disk, and only then there.
class PictureIntake : public QObject
{
    Q_OBJECT

public:
    /// The port outlives it.
    explicit PictureIntake(ports::Pictures& pictures, QObject* parent = nullptr);
    ~PictureIntake() override;

    static bool holdsPictures(const QMimeData& data);
    /// Files or an image; at most so many.
    void take(const QMimeData& data, int most);
    void takeFiles(const QStringList& paths);
    /// Pictures on their way.
    int pending() const { return m_checking + int(m_keeping.size()); }

Q_SIGNALS:
    void taken(const QString& hash, const QSize& size);
    /// A sentence for the person.
    void refused(const QString& why);
    void pendingChanged();

private:
    using Checked = tl::expected<CheckedPicture, PictureProblem>;
    void check(std::function<Checked()> work, const QString& name);
    void keep(const Checked& checked, const QString& name);

    ports::Pictures& m_pictures;
    QThreadPool m_pool;
    QHash<quint64, QSize> m_keeping;
    quint64 m_ticket;
    int m_checking = 0;
};

} // namespace belanjain::ui
