// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QLineEdit>

class QLabel;

namespace belanjain::ui {

class Theme;

/// The field that fills a cell while it is edited: typing at its end, what will come of it at the other.
/// It only knows text; the view decides what is right and when it closes.
class CellEditor : public QLineEdit
{
    Q_OBJECT

public:
    CellEditor(const Theme& theme, bool number, QWidget* parent);

    /// "= 18", quiet, opposite the text; left out when there is no room.
    void setPreview(const QString& preview);
    QString preview() const { return m_preview; }
    void setBad(bool bad);
    bool isBad() const { return m_bad; }

Q_SIGNALS:
    /// Enter, Tab and Esc; `back` with Shift.
    void entered(bool back);
    void tabbed(bool back);
    void givenUp();
    /// The focus went elsewhere inside the window.
    void left();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QString m_preview;
    bool m_bad = false;
};

/// What is wrong with a value, right under its cell.
class CellMessage : public QFrame
{
    Q_OBJECT

public:
    CellMessage(const Theme& theme, QWidget* host);

    /// Below the cell (in the host's coordinates), right edges flush; above when there is no room.
    void showUnder(const QRect& cell, const QString& text);
    QString text() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QLabel* m_text;
};

} // namespace belanjain::ui
