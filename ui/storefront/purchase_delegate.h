// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>
#include <QTimeZone>

namespace belanjain::ui {

class PictureThumbnails;
class Theme;

/// An order in the buyer's list: picture, number, store, what it holds, status and total.
class PurchaseDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    PurchaseDelegate(const Theme& theme, PictureThumbnails* thumbnails, QObject* parent = nullptr);

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const Theme& m_theme;
    PictureThumbnails* m_thumbnails;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
};

} // namespace belanjain::ui
