// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/account_card.h"
#include "ports/account.h"

#include <optional>

class QLabel;
class QLineEdit;

namespace belanjain::ui {

class Button;
class FormField;

/// The person's name, which can be changed, and the e-mail address, which cannot.
class ProfileCard : public AccountCard
{
    Q_OBJECT

public:
    ProfileCard(const Theme& theme, ports::AccountDesk& desk, QWidget* parent = nullptr);

    /// What is known without asking the marketplace.
    void setKnown(const QString& name, const QString& email);
    void setOnline(bool online) override;

Q_SIGNALS:
    void renamed(const QString& name);

protected:
    void retranslate() override;

private:
    void take(const ports::Profile& profile);
    void fail(const ports::SessionProblem& problem);
    void save();
    void refresh();

    ports::AccountDesk& m_desk;
    QString m_saved;
    bool m_saving = false;
    std::optional<ports::SessionProblem> m_problem;
    QLineEdit* m_name;
    QLabel* m_email;
    FormField* m_nameField;
    FormField* m_emailField;
    Button* m_save;
};

} // namespace belanjain::ui
