// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/sync_control.h"

#include <QDialog>

class QListWidget;

namespace belanjain::ui {

class Button;
class Theme;

/// The replies that the marketplace did not take, each with why: to be sent again or discarded, one keystroke each.
/// Closes by itself with the last.
class RejectedReplies : public QDialog
{
    Q_OBJECT

public:
    RejectedReplies(const Theme& theme, ports::SyncControl& sync, QWidget* parent = nullptr);

    /// Of all rejections, those of replies.
    static QList<ports::Rejection> ofReplies(const QList<ports::Rejection>& all);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void take(const QList<ports::Rejection>& all);
    std::optional<qint64> current() const;
    void retry();
    void drop();

    ports::SyncControl& m_sync;
    QList<ports::Rejection> m_replies;
    QListWidget* m_list;
    Button* m_retry;
    Button* m_drop;
};

} // namespace belanjain::ui
