// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QWidget>

namespace belanjain::ui {

class Theme;

/// Shows which control has the keyboard: a 2 px ring, 1 px outside the control, and only while the keyboard
/// is what moves the focus. Views draw their own ring inside the cell. One per program, kept by Theme.
class FocusRing : public QObject
{
    Q_OBJECT

public:
    explicit FocusRing(const Theme& theme);
    ~FocusRing() override;

    /// A control sets this property to say that it draws its own focus (rows inside a card, editors).
    static constexpr const char* OwnFocus = "ownFocus";

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void follow(QWidget* control);
    void place();

    const Theme& m_theme;
    QPointer<QWidget> m_control;
    QPointer<QWidget> m_ring;
};

} // namespace belanjain::ui
