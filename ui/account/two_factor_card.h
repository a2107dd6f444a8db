// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/account_card.h"
#include "ports/account.h"

#include <optional>

class QLineEdit;

namespace belanjain::ui {

class Button;
class Chip;
class FormField;
class PasswordField;
class QrView;
class RecoveryCodes;

/// Turns two-step verification on (secret, code, recovery codes) and off (password, code).
class TwoFactorCard : public AccountCard
{
    Q_OBJECT

public:
    enum class Step {
        Unknown, ///< nobody has said yet whether it is on
        Off,
        SetUp,   ///< the secret is shown, a code is awaited
        Codes,   ///< it is on, and the recovery codes are shown
        On,
        TurnOff, ///< password and code are asked for
    };

    TwoFactorCard(const Theme& theme, ports::AccountDesk& desk, QWidget* parent = nullptr);

    Step step() const { return m_step; }
    void setOnline(bool online) override;

Q_SIGNALS:
    void said(const QString& text, bool well);

protected:
    void retranslate() override;

private:
    QWidget* makeSetUp();
    QWidget* makeTurnOff();
    void connectDesk();
    void go(Step step);
    void take(const ports::Profile& profile);
    void fail(ports::AccountDesk::Call call, const ports::SessionProblem& problem);
    void begin();
    void confirm();
    void turnOff();
    void refresh();
    QString introText() const;

    ports::AccountDesk& m_desk;
    Step m_step = Step::Unknown;
    bool m_busy = false;
    bool m_codesLost = false; ///< it went on, but the answer with the codes did not arrive
    ports::TwoFactorSecret m_secret;
    QString m_email;
    std::optional<ports::SessionProblem> m_problem;

    Button* m_begin;
    Button* m_off;
    QWidget* m_setUp;
    QrView* m_qr;
    QLabel* m_scan;
    QLabel* m_orType;
    QLabel* m_secretText;
    Button* m_copySecret;
    QLineEdit* m_code;
    FormField* m_codeField;
    Button* m_confirm;
    Button* m_cancelSetUp;
    RecoveryCodes* m_recovery;
    QWidget* m_turnOff;
    PasswordField* m_password;
    FormField* m_passwordField;
    QLineEdit* m_offCode;
    FormField* m_offCodeField;
    Button* m_reallyOff;
    Button* m_cancelOff;
    QLabel* m_trouble;
};

} // namespace belanjain::ui
