// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/account_card.h"
#include "ports/account.h"

#include <optional>

namespace belanjain::ui {

class Button;
class FormField;
class PasswordField;

/// Changes the password. What the marketplace refuses is said at the field that it means.
class PasswordCard : public AccountCard
{
    Q_OBJECT

public:
    PasswordCard(const Theme& theme, ports::AccountDesk& desk, QWidget* parent = nullptr);

    void setOnline(bool online) override;

Q_SIGNALS:
    void changed();

protected:
    void retranslate() override;

private:
    void submit();
    void refresh();

    ports::AccountDesk& m_desk;
    bool m_busy = false;
    bool m_tried = false; ///< what is missing is only said after the first attempt
    std::optional<ports::SessionProblem> m_problem;
    PasswordField* m_current;
    PasswordField* m_wanted;
    FormField* m_currentField;
    FormField* m_wantedField;
    Button* m_submit;
};

} // namespace belanjain::ui
