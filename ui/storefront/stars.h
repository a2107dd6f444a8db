// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace belanjain::ui {

class Theme;

/// A rating as stars, only to look at.
class Stars : public QWidget
{
    Q_OBJECT

public:
    explicit Stars(const Theme& theme, int px = 14, QWidget* parent = nullptr);
    void setRating(int rating);
    QSize sizeHint() const override { return {5 * (m_px + 1), m_px + 6}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    int m_px;
    int m_rating = 0;
};

/// Gives one to five stars: with the pointer, Left and Right, or the keys 1 to 5.
class StarPicker : public QWidget
{
    Q_OBJECT

public:
    explicit StarPicker(const Theme& theme, QWidget* parent = nullptr);

    /// 0: none given yet.
    int rating() const { return m_rating; }
    void setRating(int rating);
    QSize sizeHint() const override;

Q_SIGNALS:
    void changed(int rating);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    int starAt(qreal x) const;
    void describe();

    const Theme& m_theme;
    int m_rating = 0;
    int m_hovered = 0;
};

} // namespace belanjain::ui
