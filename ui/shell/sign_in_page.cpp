// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/sign_in_page.h"

#include "common/button.h"
#include "common/fields.h"
#include "common/labels.h"
#include "common/link_button.h"
#include "common/theme.h"
#include "shell/caps_lock.h"
#include "shell/problem_line.h"
#include "shell/session_text.h"
#include "shell/welcome_strip.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace belanjain::ui {
using namespace Qt::StringLiterals;

SignInPage::SignInPage(const Theme& theme, Languages& languages, QWidget* parent)
    : CentredColumn(theme, 400, 120, parent)
{
    setObjectName(u"signInPage"_s);
    m_change = new LinkButton(theme, {});
    m_change->setObjectName(u"signIn.change"_s);
    setSubtitleAction(m_change);

    m_cartNote = makeLabel(theme, {}, TextStyle::Body, u"secondary"_s);
    m_cartNote->setObjectName(u"signIn.cartNote"_s);
    m_cartNote->setWordWrap(true);
    m_cartNote->setContentsMargins(0, 0, 0, 16);
    m_cartNote->hide();

    auto* form = makeForm(theme);
    m_noAccount = makeLabel(theme, {}, TextStyle::Body, u"secondary"_s);
    m_register = new LinkButton(theme, {});
    m_register->setObjectName(u"signIn.register"_s);
    auto* registerRow = new QHBoxLayout;
    registerRow->setSpacing(8);
    registerRow->addStretch(1);
    registerRow->addWidget(m_noAccount);
    registerRow->addWidget(m_register);
    registerRow->addStretch(1);
    m_browse = new LinkButton(theme, {});
    m_browse->setObjectName(u"signIn.browse"_s);
    m_tryCard = makeTryCard(theme);
    m_strip = new WelcomeStrip(theme, languages);

    body()->addWidget(m_cartNote);
    body()->addWidget(form);
    body()->addSpacing(20);
    body()->addLayout(registerRow);
    body()->addSpacing(8);
    body()->addWidget(m_browse, 0, Qt::AlignHCenter);
    body()->addSpacing(24);
    body()->addWidget(m_tryCard);
    body()->addStretch(1);
    setStrip(m_strip);

    connect(m_submit, &QPushButton::clicked, this, &SignInPage::submit);
    connect(m_register, &QAbstractButton::clicked, this, &SignInPage::registerRequested);
    connect(m_browse, &QAbstractButton::clicked, this, &SignInPage::browseRequested);
    connect(m_change, &QAbstractButton::clicked, this, &SignInPage::changeMarketplaceRequested);
    for (QLineEdit* edit : {m_email, static_cast<QLineEdit*>(m_password), m_otp})
        connect(edit, &QLineEdit::textEdited, this, [this, edit] { forgetTroubleIn(edit); });
    connect(m_capsLock, &CapsLock::changed, this, &SignInPage::tellTrouble);
    // What is needed most comes first; the marketplace is rarely another one.
    QWidget* before = m_email;
    for (QWidget* next : std::initializer_list<QWidget*>{m_password, m_otp, m_remember, m_submit, m_register, m_browse,
                                                         m_tryButton, m_change}) {
        setTabOrder(before, next);
        before = next;
    }
    setFocusProxy(m_email);
    retranslate();
}

QFrame* SignInPage::makeForm(const Theme& theme)
{
    m_email = new QLineEdit;
    m_email->setObjectName(u"signIn.email"_s);
    m_email->setInputMethodHints(Qt::ImhEmailCharactersOnly | Qt::ImhNoAutoUppercase);
    m_password = new PasswordField(theme);
    m_password->setObjectName(u"signIn.password"_s);
    m_capsLock = new CapsLock(m_password);
    m_otp = new QLineEdit;
    m_otp->setObjectName(u"signIn.otp"_s);
    m_otp->setInputMethodHints(Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    for (QLineEdit* edit : {m_email, static_cast<QLineEdit*>(m_password), m_otp})
        setControlSize(edit, u"large"_s);
    m_emailField = new FormField(theme, {}, m_email);
    m_passwordField = new FormField(theme, {}, m_password);
    m_otpField = new FormField(theme, {}, m_otp);
    m_otpField->hide();
    m_remember = new QCheckBox;
    m_remember->setObjectName(u"signIn.remember"_s);
    m_remember->setChecked(true);
    m_problem = new ProblemLine(theme);
    m_problem->setObjectName(u"signIn.problem"_s);
    m_submit = new Button(theme, {});
    m_submit->setObjectName(u"signIn.submit"_s);
    m_submit->setKind(Button::Kind::Primary);
    m_submit->setControlSize(Button::Size::Large);

    auto* form = new QFrame;
    form->setObjectName(u"card"_s);
    auto* inForm = new QVBoxLayout(form);
    inForm->setContentsMargins(24, 24, 24, 24);
    inForm->setSpacing(16);
    inForm->addWidget(m_emailField);
    inForm->addWidget(m_passwordField);
    inForm->addWidget(m_otpField);
    inForm->addWidget(m_remember);
    inForm->addWidget(m_problem);
    inForm->addSpacing(4);
    inForm->addWidget(m_submit);
    return form;
}

QFrame* SignInPage::makeTryCard(const Theme& theme)
{
    m_tryTitle = makeLabel(theme, {}, TextStyle::Strong);
    m_tryText = makeLabel(theme, {}, TextStyle::Secondary, u"secondary"_s);
    m_tryText->setTextFormat(Qt::PlainText);
    m_tryButton = new Button(theme, {});
    m_tryButton->setObjectName(u"signIn.try"_s);
    m_tryButton->setControlSize(Button::Size::Small);
    connect(m_tryButton, &QPushButton::clicked, this, [this] {
        if (m_try) {
            setBusy(true);
            Q_EMIT signInRequested(m_try->credentials);
        }
    });
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_tryTitle);
    words->addWidget(m_tryText);
    auto* card = new QFrame;
    card->setObjectName(u"raisedCard"_s);
    auto* row = new QHBoxLayout(card);
    row->setContentsMargins(16, 12, 16, 12);
    row->setSpacing(12);
    row->addWidget(new IconLabel(theme, Icon::Stock, &Tokens::text2, measure::IconLarge));
    row->addLayout(words, 1);
    row->addWidget(m_tryButton);
    card->hide();
    return card;
}

void SignInPage::setMarketplace(const QString& place) { setSubtitle(place); }

void SignInPage::setReadyAt(const QString& address) { m_strip->setReadyAt(address); }

void SignInPage::setTryAccount(const std::optional<TryAccount>& account)
{
    m_try = account;
    m_tryCard->setVisible(account.has_value());
    retranslate();
}

void SignInPage::setFromCart(bool on)
{
    m_fromCart = on;
    m_cartNote->setVisible(on);
    retranslate();
}

void SignInPage::setEmail(const QString& email)
{
    m_email->setText(email);
    setFocusProxy(email.isEmpty() ? m_email : m_password);
    if (!email.isEmpty() && m_email->hasFocus())
        m_password->setFocus();
}

void SignInPage::submit()
{
    m_trouble.reset();
    m_missing = m_email->text().trimmed().isEmpty() ? Missing::Email
                : m_password->text().isEmpty()      ? Missing::Password
                                                    : Missing::Nothing;
    tellTrouble();
    if (m_missing != Missing::Nothing) {
        (m_missing == Missing::Email ? m_email : m_password)->setFocus();
        return;
    }
    setBusy(true);
    Q_EMIT signInRequested({.email = m_email->text().trimmed(),
                            .password = m_password->text(),
                            .otp = m_otpField->isHidden() ? QString() : m_otp->text().trimmed(),
                            .remember = m_remember->isChecked()});
}

FormField* SignInPage::fieldFor(const QString& name) const
{
    if (name == u"email")
        return m_emailField;
    if (name == u"otp")
        return m_otpField;
    return name == u"password" ? m_passwordField : nullptr;
}

void SignInPage::showProblem(const ports::SessionProblem& problem)
{
    setBusy(false);
    m_missing = Missing::Nothing;
    // Being asked for a code is no mistake; the field alone says it.
    const bool asked = problem.code == u"otp_required";
    m_trouble = asked ? std::nullopt : std::optional(problem);
    if (asked || problem.field == u"otp")
        m_otpField->show();
    FormField* field = asked ? m_otpField : fieldFor(problem.field);
    tellTrouble();
    // A page that is not shown must not take the window's focus to it.
    if (field && isVisible()) {
        field->editor()->setFocus();
        static_cast<QLineEdit*>(field->editor())->selectAll();
    }
}

void SignInPage::forgetTroubleIn(QLineEdit* editor)
{
    const FormField* troubled = m_trouble ? fieldFor(m_trouble->field) : nullptr;
    // A pair that does not match is mended at either end.
    if (m_trouble && (!troubled || troubled->editor() == editor || m_trouble->code == u"bad_credentials"))
        m_trouble.reset();
    if ((m_missing == Missing::Email && editor == m_email) ||
        (m_missing == Missing::Password && editor == m_password))
        m_missing = Missing::Nothing;
    tellTrouble();
}

void SignInPage::tellTrouble()
{
    QString text = m_trouble ? sessionProblemText(*m_trouble) : QString();
    FormField* troubled = m_trouble ? fieldFor(m_trouble->field) : nullptr;
    if (troubled == m_passwordField && m_capsLock->isOn())
        text += u' ' + tr("Caps Lock is on.");
    else if (m_trouble && m_trouble->code == u"bad_credentials")
        text += u' ' + tr("If you have forgotten the password, whoever runs the marketplace can set a new one.");
    m_emailField->setError(m_missing == Missing::Email ? tr("Enter your email address.") : QString());
    m_passwordField->setError(m_missing == Missing::Password ? tr("Enter your password.") : QString());
    m_otpField->setError({});
    m_problem->setText(troubled ? QString() : text);
    if (troubled)
        troubled->setError(text);
    m_passwordField->setHint(m_capsLock->isOn() ? tr("Caps Lock is on.") : QString());
}

void SignInPage::reset()
{
    setBusy(false);
    m_password->clear();
    m_password->setShown(false);
    m_otp->clear();
    m_otpField->hide();
    m_trouble.reset();
    m_missing = Missing::Nothing;
    setFromCart(false);
    setFocusProxy(m_email->text().isEmpty() ? m_email : m_password);
}

void SignInPage::setBusy(bool busy)
{
    m_busy = busy;
    m_submit->setEnabled(!busy);
    m_tryButton->setEnabled(!busy);
    retranslate();
}

void SignInPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (!m_busy)
            submit();
    } else {
        CentredColumn::keyPressEvent(event);
    }
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
    m_emailField->setLabel(tr("Email"));
    m_passwordField->setLabel(tr("Password"));
    m_otpField->setLabel(tr("Code"));
    m_otpField->setHint(tr("From your authenticator app, or one of your recovery codes"));
    m_remember->setText(tr("Stay signed in on this computer"));
    m_submit->setText(m_busy ? tr("Signing in…") : tr("Sign in"));
    m_submit->setKeyCap(m_busy ? QString() : u"Enter"_s);
    m_noAccount->setText(tr("No account yet?"));
    m_register->setText(tr("Register"));
    m_browse->setText(m_fromCart ? tr("Back to the cart") : tr("Browse without an account"));
    m_cartNote->setText(tr("Sign in or register to order. Your cart comes along."));
    m_tryTitle->setText(tr("Try a sample store"));
    if (m_try)
        m_tryText->setText(tr("%1 at %2, without a password").arg(m_try->person, m_try->store));
    m_tryButton->setText(tr("Open"));
    tellTrouble();
}

} // namespace belanjain::ui
