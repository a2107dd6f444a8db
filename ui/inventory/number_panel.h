// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <functional>

class QLabel;
class QLineEdit;

namespace belanjain::ui {

class Button;
class FormField;
class Theme;

/// Asks for one number beside the button that needs it, instead of in a box in the middle of the screen.
/// Return saves, Esc gives up.
class NumberPanel : public QFrame
{
    Q_OBJECT

public:
    NumberPanel(const Theme& theme, QWidget* host);

    /// Says what is wrong with a text; empty when it will do.
    using Check = std::function<QString(const QString& text)>;

    /// Opens above `anchor` (or below, where there is more room).
    void ask(const QWidget* anchor, const QString& label, const QString& hint, const QString& action,
             Check check);
    QLineEdit* field() const { return m_edit; }

Q_SIGNALS:
    void accepted(const QString& text);
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void accept();
    void close();

    const Theme& m_theme;
    QLineEdit* m_edit;
    FormField* m_form;
    Button* m_save;
    Check m_check;
    const QWidget* m_anchor = nullptr;
};

} // namespace belanjain::ui
