// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace belanjain::ui {

class Theme;

/// A card in the middle of the page, over everything else, that has to be answered first. As large as its host.
class Overlay : public QWidget
{
    Q_OBJECT

public:
    Overlay(const Theme& theme, int width, QWidget* host);

    /// Where its contents go.
    QVBoxLayout* column() const { return m_column; }
    void open();

Q_SIGNALS:
    /// Esc.
    void dismissed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    const Theme& m_theme;
    QVBoxLayout* m_column;
};

} // namespace belanjain::ui
