// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/session.h"
#include "shell/centred_column.h"
#include "shell/welcome.h"

#include <optional>

class QCheckBox;
class QFrame;
class QLabel;
class QLineEdit;

namespace belanjain::ui {

class Button;
class CapsLock;
class FormField;
class Languages;
class LinkButton;
class PasswordField;
class ProblemLine;
class WelcomeStrip;

/// Signs in. What goes wrong is said beside the field it concerns; a code is asked for only when the
/// marketplace wants one.
class SignInPage : public CentredColumn
{
    Q_OBJECT
public:
    SignInPage(const Theme& theme, Languages& languages, QWidget* parent = nullptr);

    /// place is the marketplace in words.
    void setMarketplace(const QString& place);
    /// The address at which the marketplace is known to answer, for the line at the foot; empty for none.
    void setReadyAt(const QString& address);
    void setTryAccount(const std::optional<TryAccount>& account);
    /// Somebody came here from a cart: says that it comes along, and the way without an account leads back to it.
    /// Until reset().
    void setFromCart(bool on);
    /// Filled in when a session has ended.
    void setEmail(const QString& email);
    void showProblem(const ports::SessionProblem& problem);
    /// Forgets the password and what went wrong.
    void reset();

Q_SIGNALS:
    void signInRequested(const belanjain::ports::SignIn& credentials);
    void registerRequested();
    /// To look around without an account.
    void browseRequested();
    void changeMarketplaceRequested();

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum class Missing { Nothing, Email, Password };

    QFrame* makeForm(const Theme& theme);
    QFrame* makeTryCard(const Theme& theme);
    void submit();
    void setBusy(bool busy);
    void forgetTroubleIn(QLineEdit* editor);
    /// Says what is missing or went wrong, in the language in force.
    void tellTrouble();
    FormField* fieldFor(const QString& name) const;
    void retranslate();

    std::optional<TryAccount> m_try;
    std::optional<ports::SessionProblem> m_trouble;
    Missing m_missing = Missing::Nothing;
    bool m_busy = false;
    bool m_fromCart = false;
    LinkButton* m_change;
    QLabel* m_cartNote;
    QLineEdit* m_email;
    PasswordField* m_password;
    QLineEdit* m_otp;
    CapsLock* m_capsLock;
    FormField* m_emailField;
    FormField* m_passwordField;
    FormField* m_otpField;
    QCheckBox* m_remember;
    ProblemLine* m_problem;
    Button* m_submit;
    QLabel* m_noAccount;
    LinkButton* m_register;
    LinkButton* m_browse;
    QFrame* m_tryCard;
    QLabel* m_tryTitle;
    QLabel* m_tryText;
    Button* m_tryButton;
    WelcomeStrip* m_strip;
};

} // namespace belanjain::ui
