// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/store_lock.h"
#include "storemode/overlay.h"

#include <QTimer>

#include <optional>

class QGridLayout;
class QLabel;
class QLineEdit;

namespace belanjain::ui {

class Button;
class FormField;
class LinkButton;
class PasswordField;

/// The PIN on a pad of digits: chosen twice when store mode is entered for the first time, asked for to leave it.
/// Who has forgotten it gives the owner's password instead. Digits, Backspace and Return do the same.
class PinPad : public Overlay
{
    Q_OBJECT

public:
    PinPad(const Theme& theme, ports::StoreLock& lock, QWidget* host);

    /// Chooses a PIN; chosen() or cancelled() follows.
    void choose();
    /// Asks for it; unlocked() or cancelled() follows. Without a PIN that is known only the password helps.
    void ask(bool pinKnown);

Q_SIGNALS:
    void chosen();
    void unlocked();
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    enum class Step { Choose, Repeat, Ask, Owner };
    /// What is said in place of the instructions.
    enum class Trouble { None, NotKept, Wrong, Length, Different, Unreachable };

    QWidget* makePad();
    QWidget* makeOwner();
    void begin(Step step);
    void type(int digit);
    void rubOut();
    void submit();
    void submitOwner();
    void cancel();
    void setTrouble(Trouble trouble);
    QString troubleText() const;
    void tellFields();
    void tell();
    void tellWait();
    void ownerRefused(const ports::SessionProblem& problem);
    void retranslate();

    const Theme& m_theme;
    ports::StoreLock& m_lock;
    Step m_step = Step::Ask;
    bool m_busy = false;
    bool m_pinKnown = true;
    QString m_typed;
    QString m_first; ///< of the two times
    Trouble m_trouble = Trouble::None;
    bool m_passwordMissing = false;
    std::optional<ports::SessionProblem> m_refusal; ///< of the owner's password or code
    QTimer m_waiting;
    QWidget* m_pad;
    QWidget* m_owner;
    QLabel* m_title;
    QLabel* m_text;
    QLabel* m_dots;
    QLabel* m_problem;
    QList<Button*> m_digits;
    Button* m_back;
    Button* m_go;
    LinkButton* m_forgotten;
    Button* m_cancel;
    PasswordField* m_password;
    QLineEdit* m_otp;
    FormField* m_passwordField;
    FormField* m_otpField;
    Button* m_ownerGo;
};

} // namespace belanjain::ui
