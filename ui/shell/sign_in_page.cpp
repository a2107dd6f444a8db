// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/sign_in_page.h"

#include "common/button.h"
#include "common/fields.h"
#include "common/labels.h"
#include "common/link_button.h"
#include "common/theme.h"
#include "shell/card.h"
#include "shell/session_text.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace belanjain::ui
{
using namespace Qt::StringLiterals;

SignInPage::SignInPage(const Theme& theme, QWidget* parent) : CentredColumn(theme, 400, parent)
{
    setObjectName(u"signInPage"_s);
    m_change = new LinkButton(theme, {});
    m_change->setObjectName(u"signIn.change"_s);
    setSubtitleAction(m_change);

    m_email = new QLineEdit;
    m_email->setObjectName(u"signIn.email"_s);
    m_email->setInputMethodHints(Qt::ImhEmailCharactersOnly | Qt::ImhNoAutoUppercase);
    m_password = new PasswordField(theme);
    m_password->setObjectName(u"signIn.password"_s);
    m_otp = new QLineEdit;
    m_otp->setObjectName(u"signIn.otp"_s);
    for (QLineEdit* edit : {m_email, static_cast<QLineEdit*>(m_password), m_otp})
        setControlSize(edit, u"large"_s);
    m_emailField = new FormField(theme, {}, m_email);
    m_passwordField = new FormField(theme, {}, m_password);
    m_otpField = new FormField(theme, {}, m_otp);
    m_otpField->hide();
    m_remember = new QCheckBox;
    m_remember->setObjectName(u"signIn.remember"_s);
    m_remember->setChecked(true);
    m_problem = makeLabel(theme, {}, TextStyle::Body, u"out"_s);
    m_problem->setObjectName(u"signIn.problem"_s);
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_submit = new Button(theme, {});
    m_submit->setObjectName(u"signIn.submit"_s);
    m_submit->setKind(Button::Kind::Primary);
    m_submit->setControlSize(Button::Size::Large);
    m_submit->setKeyCap(u"Enter"_s);

    auto* form = new Card(theme);
    auto* inForm = new QVBoxLayout(form);
    inForm->setContentsMargins(25, 25, 25, 25);
    inForm->setSpacing(16);
    inForm->addWidget(m_emailField);
    inForm->addWidget(m_passwordField);
    inForm->addWidget(m_otpField);
    inForm->addWidget(m_remember);
    inForm->addWidget(m_problem);
    inForm->addSpacing(4);
    inForm->addWidget(m_submit);

    m_noAccount = makeLabel(theme, {}, TextStyle::Body, u"secondary"_s);
    m_register = new LinkButton(theme, {});
    m_register->setObjectName(u"signIn.register"_s);
    auto* registerRow = new QHBoxLayout;
    registerRow->setSpacing(8);
    registerRow->addStretch(1);
    registerRow->addWidget(m_noAccount);
    registerRow->addWidget(m_register);
    registerRow->addStretch(1);

    m_tryCard = new Card(theme, Card::Fill::Raised);
    m_tryTitle = makeLabel(theme, {}, TextStyle::Strong);
    m_tryText = makeLabel(theme, {}, TextStyle::Secondary, u"secondary"_s);
    m_tryButton = new Button(theme, {});
    m_tryButton->setObjectName(u"signIn.try"_s);
    m_tryButton->setControlSize(Button::Size::Small);
    auto* tryWords = new QVBoxLayout;
    tryWords->setSpacing(0);
    tryWords->addWidget(m_tryTitle);
    tryWords->addWidget(m_tryText);
    auto* inTry = new QHBoxLayout(m_tryCard);
    inTry->setContentsMargins(17, 12, 17, 12);
    inTry->setSpacing(12);
    inTry->addWidget(new IconLabel(theme, Icon::Stock, &Tokens::text2, measure::IconLarge));
    inTry->addLayout(tryWords, 1);
    inTry->addWidget(m_tryButton);
    m_tryCard->hide();

    body()->addWidget(form);
    body()->addSpacing(20);
    body()->addLayout(registerRow);
    body()->addSpacing(28);
    body()->addWidget(m_tryCard);
    body()->addStretch(1);

    connect(m_submit, &QPushButton::clicked, this, &SignInPage::submit);
    connect(m_register, &QAbstractButton::clicked, this, &SignInPage::registerRequested);
    connect(m_change, &QAbstractButton::clicked, this, &SignInPage::changeMarketplaceRequested);
    connect(m_tryButton, &QPushButton::clicked, this, [this] {
        if (m_try) {
            setBusy(true);
            Q_EMIT signInRequested(m_try->credentials);
        }
    });
    connect(m_email, &QLineEdit::textEdited, this, [this] { m_emailField->setError({}); });
    connect(m_password, &QLineEdit::textEdited, this, [this] { m_passwordField->setError({}); });
    setFocusProxy(m_email);
    retranslate();
}

void SignInPage::setMarketplace(const QString& place)
{
    m_place = place;
    setSubtitle(place);
}

void SignInPage::setTryAccount(const std::optional<TryAccount>& account)
{
    m_try = account;
    m_tryCard->setVisible(account.has_value());
    retranslate();
}

void SignInPage::setEmail(const QString& email) { m_email->setText(email); }

void SignInPage::submit()
{
    m_problem->hide();
    m_emailField->setError(m_email->text().trimmed().isEmpty() ? tr("Enter your e-mail address.") : QString());
    m_passwordField->setError(m_password->text().isEmpty() ? tr("Enter your password.") : QString());
    if (!m_emailField->error().isEmpty()) {
        m_email->setFocus();
        return;
    }
    if (!m_passwordField->error().isEmpty()) {
        m_password->setFocus();
        return;
    }
    setBusy(true);
    Q_EMIT signInRequested({.email = m_email->text(),
                            .password = m_password->text(),
                            .otp = m_otpField->isVisible() ? m_otp->text() : QString(),
                            .remember = m_remember->isChecked()});
}

void SignInPage::showProblem(const ports::SessionProblem& problem)
{
    setBusy(false);
    const QString text = sessionProblemText(problem);
    if (problem.code == u"otp_required") {
        m_otpField->show();
        m_otp->setFocus();
        return;
    }
    if (problem.field == u"otp") {
        m_otpField->show();
        m_otpField->setError(text);
        m_otp->setFocus();
    } else if (problem.field == u"email") {
        m_emailField->setError(text);
        m_email->setFocus();
    } else if (problem.field == u"password") {
        m_passwordField->setError(text);
        m_password->setFocus();
        m_password->selectAll();
    } else {
        m_problem->setText(text);
        m_problem->show();
    }
}

void SignInPage::reset()
{
    setBusy(false);
    m_password->clear();
    m_otp->clear();
    m_otpField->hide();
    m_problem->hide();
    m_emailField->setError({});
    m_passwordField->setError({});
}

void SignInPage::setBusy(bool busy)
{
    m_submit->setEnabled(!busy);
    m_tryButton->setEnabled(!busy);
}

void SignInPage::keyPressEvent(QKeyEvent* event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_submit->isEnabled())
        submit();
    else
        CentredColumn::keyPressEvent(event);
}

void SignInPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    CentredColumn::changeEvent(event);
}

void SignInPage::retranslate()
{
    setTitle(tr("Sign in"));
    m_change->setText(tr("Change"));
    m_emailField->setLabel(tr("E-mail"));
    m_passwordField->setLabel(tr("Password"));
    m_otpField->setLabel(tr("Code from your authenticator app, or a recovery code"));
    m_remember->setText(tr("Stay signed in on this computer"));
    m_submit->setText(tr("Sign in"));
    m_noAccount->setText(tr("No account yet?"));
    m_register->setText(tr("Register as a seller or buyer"));
    m_tryTitle->setText(tr("Try the sample store"));
    if (m_try)
        m_tryText->setText(tr("%1 at %2, without a password").arg(m_try->person, m_try->store));
    m_tryButton->setText(tr("Open"));
}

} // namespace belanjain::ui
