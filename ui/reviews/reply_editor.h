// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QPlainTextEdit;

namespace belanjain::ui {

class Button;
class Theme;

/// Writes a reply below a review: Ctrl+Return sends, Esc gives up, and what is left of the room is counted.
class ReplyEditor : public QFrame
{
    Q_OBJECT

public:
    static constexpr int Height = 148;

    /// `former`: the reply there is already, empty for none. `draft`: what was typed earlier.
    ReplyEditor(const Theme& theme, const QString& former, const QString& draft, QWidget* parent = nullptr);

    QString text() const;
    bool isChanged() const { return text() != m_former; }
    void showProblem(const QString& problem);
    void setSending(bool sending);

Q_SIGNALS:
    void sent(const QString& text);
    void givenUp();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void check();
    void send();
    void retranslate();

    QString m_former;
    bool m_sending = false;
    QPlainTextEdit* m_edit;
    QLabel* m_problem;
    QLabel* m_count;
    Button* m_cancel;
    Button* m_send;
};

} // namespace belanjain::ui
