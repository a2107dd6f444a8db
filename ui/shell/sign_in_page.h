// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/session.h"
#include "shell/centred_column.h"
#include "shell/welcome.h"

#include <optional>

class QCheckBox;
class QLabel;
class QLineEdit;

namespace belanjain::ui
{

class Button;
class FormField;
class IconLabel;
class LinkButton;
class PasswordField;

/// Signs in. What goes wrong is said beside the field it concerns; a code is asked for only when the
/// marketplace wants one.
class SignInPage : public CentredColumn
{
    Q_OBJECT
public:
    explicit SignInPage(const Theme& theme, QWidget* parent = nullptr);

    /// place is the marketplace in words.
    void setMarketplace(const QString& place);
    void setTryAccount(const std::optional<TryAccount>& account);
    /// Filled in when a session has ended.
    void setEmail(const QString& email);
    void showProblem(const ports::SessionProblem& problem);
    /// Forgets the password and what went wrong.
    void reset();

Q_SIGNALS:
    void signInRequested(const belanjain::ports::SignIn& credentials);
    void registerRequested();
    void changeMarketplaceRequested();

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void submit();
    void setBusy(bool busy);
    void retranslate();

    std::optional<TryAccount> m_try;
    QString m_place;
    LinkButton* m_change;
    QLineEdit* m_email;
    PasswordField* m_password;
    QLineEdit* m_otp;
    FormField* m_emailField;
    FormField* m_passwordField;
    FormField* m_otpField;
    QCheckBox* m_remember;
    QLabel* m_problem;
    Button* m_submit;
    QLabel* m_noAccount;
    LinkButton* m_register;
    QWidget* m_tryCard;
    QLabel* m_tryTitle;
    QLabel* m_tryText;
    Button* m_tryButton;
};

} // namespace belanjain::ui
