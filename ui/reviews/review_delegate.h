// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "ports/reviews_reader.h"

#include <QStyledItemDelegate>
#include <QTimeZone>

#include <optional>

namespace belanjain::ui {

class Theme;
class ThumbnailSource;

/// Paints a review as high as its words need: stars and product, who and when, the comment, and the reply or
/// a way to write one. While it is answered it leaves room for the editor.
class ReviewDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    ReviewDelegate(const Theme& theme, ThumbnailSource* thumbnails, QObject* parent = nullptr);

    void setZone(const QTimeZone& zone) { m_zone = zone; }
    void setEditing(const std::optional<ReviewId>& review) { m_editing = review; }
    const std::optional<ReviewId>& editing() const { return m_editing; }

    /// Where the editor stands, where the words that open it are; in the coordinates of `row`.
    QRect editorRect(const QRect& row, const ports::Review& review) const;
    QRect actionRect(const QRect& row, const ports::Review& review) const;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    struct Parts
    {
        QRect tile;
        QRect head;
        QRect who;
        QRect comment;
        QRect replyBox;
        QRect reply;
        QRect action;
        QRect editor;
        int height = 0;
    };
    Parts partsOf(const QRect& row, const ports::Review& review) const;
    QString actionText(const ports::Review& review) const;
    void paintHead(QPainter* painter, const Parts& parts, const ports::Review& review) const;

    const Theme& m_theme;
    ThumbnailSource* m_thumbnails;
    QTimeZone m_zone{"Asia/Jakarta"};
    std::optional<ReviewId> m_editing;
};

} // namespace belanjain::ui
