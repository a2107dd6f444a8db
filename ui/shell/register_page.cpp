// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/register_page.h"

#include "common/button.h"
#include "common/fields.h"
#include "common/labels.h"
#include "common/link_button.h"
#include "common/theme.h"
#include "shell/card.h"
#include "shell/session_text.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QRadioButton>
#include <QVBoxLayout>

namespace belanjain::ui
{
using namespace Qt::StringLiterals;
namespace
{

QLineEdit* makeEdit(const QString& name)
{
    auto* edit = new QLineEdit;
    edit->setObjectName(name);
    setControlSize(edit, u"large"_s);
    return edit;
}

} // namespace

RegisterPage::RegisterPage(const Theme& theme, QWidget* parent) : CentredColumn(theme, 400, parent)
{
    setObjectName(u"registerPage"_s);
    m_seller = new QRadioButton;
    m_seller->setObjectName(u"register.seller"_s);
    m_buyer = new QRadioButton;
    m_buyer->setObjectName(u"register.buyer"_s);
    m_seller->setChecked(true);
    auto* roles = new QHBoxLayout;
    roles->setSpacing(20);
    roles->addWidget(m_seller);
    roles->addWidget(m_buyer);
    roles->addStretch(1);

    m_name = makeEdit(u"register.name"_s);
    m_email = makeEdit(u"register.email"_s);
    m_email->setInputMethodHints(Qt::ImhEmailCharactersOnly | Qt::ImhNoAutoUppercase);
    m_password = new PasswordField(theme);
    m_password->setObjectName(u"register.password"_s);
    setControlSize(m_password, u"large"_s);
    m_store = makeEdit(u"register.store"_s);
    m_location = makeEdit(u"register.location"_s);
    m_nameField = new FormField(theme, {}, m_name);
    m_emailField = new FormField(theme, {}, m_email);
    m_passwordField = new FormField(theme, {}, m_password);
    m_storeField = new FormField(theme, {}, m_store);
    m_locationField = new FormField(theme, {}, m_location);
    m_problem = makeLabel(theme, {}, TextStyle::Body, u"out"_s);
    m_problem->setObjectName(u"register.problem"_s);
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_submit = new Button(theme, {});
    m_submit->setObjectName(u"register.submit"_s);
    m_submit->setKind(Button::Kind::Primary);
    m_submit->setControlSize(Button::Size::Large);
    m_submit->setKeyCap(u"Enter"_s);

    auto* form = new Card(theme);
    auto* inForm = new QVBoxLayout(form);
    inForm->setContentsMargins(25, 25, 25, 25);
    inForm->setSpacing(16);
    inForm->addLayout(roles);
    for (FormField* field : {m_nameField, m_emailField, m_passwordField, m_storeField, m_locationField})
        inForm->addWidget(field);
    inForm->addWidget(m_problem);
    inForm->addSpacing(4);
    inForm->addWidget(m_submit);

    m_haveAccount = makeLabel(theme, {}, TextStyle::Body, u"secondary"_s);
    m_signIn = new LinkButton(theme, {});
    m_signIn->setObjectName(u"register.signIn"_s);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addStretch(1);
    row->addWidget(m_haveAccount);
    row->addWidget(m_signIn);
    row->addStretch(1);
    body()->addWidget(form);
    body()->addSpacing(20);
    body()->addLayout(row);
    body()->addStretch(1);

    connect(m_seller, &QRadioButton::toggled, this, &RegisterPage::roleChanged);
    connect(m_submit, &QPushButton::clicked, this, &RegisterPage::submit);
    connect(m_signIn, &QAbstractButton::clicked, this, &RegisterPage::signInRequested);
    for (FormField* field : {m_nameField, m_emailField, m_passwordField, m_storeField, m_locationField})
        connect(static_cast<QLineEdit*>(field->editor()), &QLineEdit::textEdited, field, [field] { field->setError({}); });
    setFocusProxy(m_name);
    retranslate();
}

void RegisterPage::setMarketplace(const QString& place) { setSubtitle(place); }

void RegisterPage::roleChanged()
{
    m_storeField->setVisible(m_seller->isChecked());
    m_locationField->setVisible(m_seller->isChecked());
}

void RegisterPage::submit()
{
    m_problem->hide();
    m_nameField->setError(m_name->text().trimmed().isEmpty() ? tr("Enter your name.") : QString());
    m_emailField->setError(m_email->text().trimmed().isEmpty() ? tr("Enter your e-mail address.") : QString());
    m_passwordField->setError(m_password->text().size() < 8 ? tr("Use at least 8 characters.") : QString());
    for (FormField* field : {m_nameField, m_emailField, m_passwordField}) {
        if (!field->error().isEmpty()) {
            field->editor()->setFocus();
            return;
        }
    }
    m_submit->setEnabled(false);
    Q_EMIT registerRequested({.name = m_name->text(),
                              .email = m_email->text(),
                              .password = m_password->text(),
                              .seller = m_seller->isChecked(),
                              .storeName = m_store->text(),
                              .storeLocation = m_location->text()});
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
    m_submit->setEnabled(true);
    const QString text = sessionProblemText(problem);
    if (FormField* field = fieldFor(problem.field)) {
        field->setError(text);
        field->editor()->setFocus();
        return;
    }
    m_problem->setText(text);
    m_problem->show();
}

void RegisterPage::reset()
{
    m_submit->setEnabled(true);
    m_password->clear();
    m_problem->hide();
}

void RegisterPage::keyPressEvent(QKeyEvent* event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_submit->isEnabled())
        submit();
    else if (event->key() == Qt::Key_Escape)
        Q_EMIT signInRequested();
    else
        CentredColumn::keyPressEvent(event);
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
    m_seller->setText(tr("I sell"));
    m_buyer->setText(tr("I buy"));
    m_nameField->setLabel(tr("Your name"));
    m_emailField->setLabel(tr("E-mail"));
    m_passwordField->setLabel(tr("Password"));
    m_passwordField->setHint(tr("8 characters or more"));
    m_storeField->setLabel(tr("Name of your store"));
    m_storeField->setHint(tr("Left empty, it is named after you"));
    m_locationField->setLabel(tr("City"));
    m_submit->setText(tr("Register"));
    m_haveAccount->setText(tr("Already have an account?"));
    m_signIn->setText(tr("Sign in"));
}

} // namespace belanjain::ui
