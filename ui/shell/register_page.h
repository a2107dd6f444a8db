// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/session.h"
#include "shell/centred_column.h"

class QLabel;
class QLineEdit;
class QRadioButton;

namespace belanjain::ui
{

class Button;
class FormField;
class LinkButton;
class PasswordField;

/// Makes an account: as a seller, with a store, or as a buyer.
class RegisterPage : public CentredColumn
{
    Q_OBJECT
public:
    explicit RegisterPage(const Theme& theme, QWidget* parent = nullptr);

    void setMarketplace(const QString& place);
    void showProblem(const ports::SessionProblem& problem);
    void reset();

Q_SIGNALS:
    void registerRequested(const belanjain::ports::Registration& registration);
    void signInRequested();

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void submit();
    void roleChanged();
    void retranslate();
    FormField* fieldFor(const QString& name) const;

    QRadioButton* m_seller;
    QRadioButton* m_buyer;
    QLineEdit* m_name;
    QLineEdit* m_email;
    PasswordField* m_password;
    QLineEdit* m_store;
    QLineEdit* m_location;
    FormField* m_nameField;
    FormField* m_emailField;
    FormField* m_passwordField;
    FormField* m_storeField;
    FormField* m_locationField;
    QLabel* m_problem;
    Button* m_submit;
    QLabel* m_haveAccount;
    LinkButton* m_signIn;
};

} // namespace belanjain::ui
