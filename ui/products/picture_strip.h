// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tables/product_form.h"

#include <QWidget>

class QMimeData;

namespace belanjain::ui {

class Theme;
class ThumbnailSource;

/// A product's pictures as tiles, the first the main one, and a place for the next. The mouse drags a tile to its
/// place; Ctrl with an arrow does it by keyboard, Delete takes a picture away, Return on the last place opens files.
class PictureStrip : public QWidget
{
    Q_OBJECT

public:
    PictureStrip(const Theme& theme, ThumbnailSource* thumbnails, QWidget* parent = nullptr);

    void setPictures(const QList<tables::FormPicture>& pictures);
    const QList<tables::FormPicture>& pictures() const { return m_pictures; }
    int current() const { return m_current; }
    void retranslate();
    QSize sizeHint() const override;
    int heightForWidth(int width) const override;

Q_SIGNALS:
    /// The person moved one or took it away.
    void changed();
    void addAsked();
    void pasteAsked();
    /// Dropped from outside the program.
    void dropped(const QMimeData* data);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    bool event(QEvent* event) override;

private:
    bool hasRoom() const { return m_pictures.size() < tables::maxFormPictures; }
    int tiles() const { return int(m_pictures.size()) + (hasRoom() ? 1 : 0); }
    QRect tile(int at) const;
    QRect cross(int at) const;
    int tileAt(const QPoint& point) const;
    void paintPicture(QPainter& painter, const QRect& rect, int at) const;
    void move(int from, int to);
    void remove(int at);
    void describe();

    const Theme& m_theme;
    ThumbnailSource* m_thumbnails;
    QList<tables::FormPicture> m_pictures;
    int m_current = 0;
    int m_hovered = -1;
    int m_dragged = -1;
    QPoint m_pressed;
    bool m_dropping = false;
};

} // namespace belanjain::ui
