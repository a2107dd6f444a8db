// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/register_page.h"

#include "common/button.h"
#include "common/fields.h"
#include "common/labels.h"
#include "common/link_button.h"
#include "common/theme.h"
#include "shell/problem_line.h"
#include "shell/session_text.h"
#include "shell/welcome_strip.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QRadioButton>
#include <QVBoxLayout>

namespace belanjain::ui {
using namespace Qt::StringLiterals;
namespace {

constexpr int LeastPassword = 8;

QLineEdit* makeEdit(const QString& name)
{
    auto* edit = new QLineEdit;
    edit->setObjectName(name);
    return edit;
}

} // namespace

RegisterPage::RegisterPage(const Theme& theme, Languages& languages, QWidget* parent)
    : CentredColumn(theme, 400, 64, parent)
{
    setObjectName(u"registerPage"_s);
    auto* form = makeForm(theme);
    m_haveAccount = makeLabel(theme, {}, TextStyle::Body, u"secondary"_s);
    m_signIn = new LinkButton(theme, {});
    m_signIn->setObjectName(u"register.signIn"_s);
    m_signIn->setKeyCap(u"Esc"_s);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addStretch(1);
    row->addWidget(m_haveAccount);
    row->addWidget(m_signIn);
    row->addStretch(1);
    m_strip = new WelcomeStrip(theme, languages);
    body()->addWidget(form);
    body()->addSpacing(20);
    body()->addLayout(row);
    body()->addStretch(1);
    setStrip(m_strip);

    connect(m_seller, &QRadioButton::toggled, this, &RegisterPage::roleChanged);
    connect(m_submit, &QPushButton::clicked, this, &RegisterPage::submit);
    connect(m_signIn, &QAbstractButton::clicked, this, &RegisterPage::signInRequested);
    for (FormField* field : m_fields) {
        connect(static_cast<QLineEdit*>(field->editor()), &QLineEdit::textEdited, this, [this, field] {
            m_faulty.removeOne(field);
            if (m_trouble && (fieldFor(m_trouble->field) == field || !fieldFor(m_trouble->field)))
                m_trouble.reset();
            tellTrouble();
        });
    }
    QWidget* before = m_seller;
    for (QWidget* next : std::initializer_list<QWidget*>{m_buyer, m_name, m_email, m_password, m_store,
                                                         m_location, m_submit, m_signIn}) {
        setTabOrder(before, next);
        before = next;
    }
    setFocusProxy(m_name);
    retranslate();
}

QFrame* RegisterPage::makeForm(const Theme& theme)
{
    m_seller = new QRadioButton;
    m_seller->setObjectName(u"register.seller"_s);
    m_buyer = new QRadioButton;
    m_buyer->setObjectName(u"register.buyer"_s);
    m_seller->setChecked(true);
    auto* roles = new QHBoxLayout;
    roles->setSpacing(24);
    roles->addWidget(m_seller);
    roles->addWidget(m_buyer);
    roles->addStretch(1);

    m_name = makeEdit(u"register.name"_s);
    m_email = makeEdit(u"register.email"_s);
    m_email->setInputMethodHints(Qt::ImhEmailCharactersOnly | Qt::ImhNoAutoUppercase);
    m_password = new PasswordField(theme);
    m_password->setObjectName(u"register.password"_s);
    m_store = makeEdit(u"register.store"_s);
    m_location = makeEdit(u"register.location"_s);
    m_nameField = new FormField(theme, {}, m_name);
    m_emailField = new FormField(theme, {}, m_email);
    m_passwordField = new FormField(theme, {}, m_password);
    m_storeField = new FormField(theme, {}, m_store);
    m_locationField = new FormField(theme, {}, m_location);
    m_fields = {m_nameField, m_emailField, m_passwordField, m_storeField, m_locationField};
    m_problem = new ProblemLine(theme);
    m_problem->setObjectName(u"register.problem"_s);
    m_submit = new Button(theme, {});
    m_submit->setObjectName(u"register.submit"_s);
    m_submit->setKind(Button::Kind::Primary);
    m_submit->setControlSize(Button::Size::Large);

    auto* form = new QFrame;
    form->setObjectName(u"card"_s);
    auto* inForm = new QVBoxLayout(form);
    inForm->setContentsMargins(24, 20, 24, 24);
    inForm->setSpacing(16);
    inForm->addLayout(roles);
    for (FormField* field : m_fields)
        inForm->addWidget(field);
    inForm->addWidget(m_problem);
    inForm->addSpacing(4);
    inForm->addWidget(m_submit);
    return form;
}

void RegisterPage::setMarketplace(const QString& place) { setSubtitle(place); }

void RegisterPage::setReadyAt(const QString& address) { m_strip->setReadyAt(address); }

void RegisterPage::setBuyersOffered(bool offered)
{
    m_seller->setChecked(true);
    m_seller->setVisible(offered);
    m_buyer->setVisible(offered);
}

void RegisterPage::setBuyer(bool buyer) { (buyer ? m_buyer : m_seller)->setChecked(true); }

void RegisterPage::roleChanged()
{
    m_storeField->setVisible(m_seller->isChecked());
    m_locationField->setVisible(m_seller->isChecked());
}

QString RegisterPage::faultOf(const FormField* field) const
{
    if (field == m_nameField && m_name->text().trimmed().isEmpty())
        return tr("Enter your name.");
    if (field == m_emailField && m_email->text().trimmed().isEmpty())
        return tr("Enter your email address.");
    if (field == m_passwordField && m_password->text().size() < LeastPassword)
        return tr("Use at least %1 characters.").arg(LeastPassword);
    return {};
}

void RegisterPage::tellTrouble()
{
    for (FormField* field : m_fields)
        field->setError(m_faulty.contains(field) ? faultOf(field) : QString());
    const QString text = m_trouble ? sessionProblemText(*m_trouble) : QString();
    FormField* troubled = m_trouble ? fieldFor(m_trouble->field) : nullptr;
    m_problem->setText(troubled ? QString() : text);
    if (troubled)
        troubled->setError(text);
}

void RegisterPage::submit()
{
    m_trouble.reset();
    m_faulty.clear();
    for (FormField* field : m_fields) {
        if (!faultOf(field).isEmpty())
            m_faulty.append(field);
    }
    tellTrouble();
    if (!m_faulty.isEmpty()) {
        m_faulty.front()->editor()->setFocus();
        return;
    }
    setBusy(true);
    const bool seller = m_seller->isChecked();
    Q_EMIT registerRequested({.name = m_name->text().trimmed(),
                              .email = m_email->text().trimmed(),
                              .password = m_password->text(),
                              .seller = seller,
                              .storeName = seller ? m_store->text().trimmed() : QString(),
                              .storeLocation = seller ? m_location->text().trimmed() : QString()});
}

FormField* RegisterPage::fieldFor(const QString& name) const
{
    if (name == u"name")
        return m_nameField;
    if (name == u"email")
        return m_emailField;
    if (name == u"password")
        return m_passwordField;
    if (name == u"storeName")
        return m_storeField;
    return name == u"storeLocation" ? m_locationField : nullptr;
}

void RegisterPage::showProblem(const ports::SessionProblem& problem)
{
    setBusy(false);
    m_trouble = problem;
    tellTrouble();
    // A page that is not shown must not take the window's focus to it.
    if (FormField* field = fieldFor(problem.field); field && isVisible())
        field->editor()->setFocus();
}

void RegisterPage::reset()
{
    setBusy(false);
    m_password->clear();
    m_password->setShown(false);
    m_trouble.reset();
    m_faulty.clear();
    tellTrouble();
}

void RegisterPage::setBusy(bool busy)
{
    m_busy = busy;
    m_submit->setEnabled(!busy);
    retranslate();
}

void RegisterPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (!m_busy)
            submit();
    } else if (event->key() == Qt::Key_Escape) {
        Q_EMIT signInRequested();
    } else {
        CentredColumn::keyPressEvent(event);
    }
}

void RegisterPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    CentredColumn::changeEvent(event);
}

void RegisterPage::retranslate()
{
    setTitle(tr("Register"));
    m_seller->setText(tr("I want to sell"));
    m_buyer->setText(tr("I want to buy"));
    m_nameField->setLabel(tr("Your name"));
    m_emailField->setLabel(tr("Email"));
    m_passwordField->setLabel(tr("Password"));
    m_passwordField->setHint(tr("At least %1 characters").arg(LeastPassword));
    m_storeField->setLabel(tr("Name of your store"));
    m_storeField->setHint(tr("If empty, your name is used"));
    m_locationField->setLabel(tr("City"));
    m_submit->setText(m_busy ? tr("Registering…") : tr("Register"));
    m_submit->setKeyCap(m_busy ? QString() : u"Enter"_s);
    m_haveAccount->setText(tr("Already have an account?"));
    m_signIn->setText(tr("Sign in"));
    tellTrouble();
}

} // namespace belanjain::ui
