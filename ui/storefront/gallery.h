// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/shop.h"

#include <QWidget>

namespace belanjain::ui {

class PictureThumbnails;
class Theme;

/// A product's pictures: one large, the others small below it. Left and Right change it.
class Gallery : public QWidget
{
    Q_OBJECT

public:
    Gallery(const Theme& theme, PictureThumbnails* thumbnails, QWidget* parent = nullptr);

    void setProduct(const ports::ShopProduct& product);
    int current() const { return m_current; }
    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    QRect thumbRect(int index) const;
    int side() const;
    void go(int index);
    void describe();

    const Theme& m_theme;
    PictureThumbnails* m_thumbnails;
    QList<ports::ShopPicture> m_pictures;
    QString m_category;
    QString m_name;
    int m_current = 0;
};

} // namespace belanjain::ui
