// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/session.h"
#include "shell/centred_column.h"

#include <optional>

class QFrame;
class QLabel;
class QLineEdit;
class QRadioButton;

namespace belanjain::ui {

class Button;
class FormField;
class Languages;
class LinkButton;
class PasswordField;
class ProblemLine;
class WelcomeStrip;

/// Makes an account: as a seller, with a store, or as a buyer.
class RegisterPage : public CentredColumn
{
    Q_OBJECT
public:
    RegisterPage(const Theme& theme, Languages& languages, QWidget* parent = nullptr);

    void setMarketplace(const QString& place);
    /// The address at which the marketplace is known to answer, for the line at the foot; empty for none.
    void setReadyAt(const QString& address);
    /// Without it only sellers can register here.
    void setBuyersOffered(bool offered);
    /// Chooses what the person wants to do here, who may choose again.
    void setBuyer(bool buyer);
    void showProblem(const ports::SessionProblem& problem);
    /// Forgets the password and what went wrong.
    void reset();

Q_SIGNALS:
    void registerRequested(const belanjain::ports::Registration& registration);
    void signInRequested();

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QFrame* makeForm(const Theme& theme);
    void submit();
    void setBusy(bool busy);
    void roleChanged();
    void retranslate();
    FormField* fieldFor(const QString& name) const;
    /// What is wrong with a field as it stands, in the language in force; empty when nothing is.
    QString faultOf(const FormField* field) const;
    /// Says what is wrong with the fields that were complained about, and what the marketplace answered.
    void tellTrouble();

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
    QList<FormField*> m_fields; ///< all of the above, in their order
    QList<FormField*> m_faulty;
    std::optional<ports::SessionProblem> m_trouble;
    bool m_busy = false;
    ProblemLine* m_problem;
    Button* m_submit;
    QLabel* m_haveAccount;
    LinkButton* m_signIn;
    WelcomeStrip* m_strip;
};

} // namespace belanjain::ui
