// SPDX-License-Identifier: GPL-3.0-or-later
#include "account/password_card.h"

#include "account/account_words.h"
#include "common/button.h"
#include "common/fields.h"
#include "common/language.h"
#include "domain/account.h"
#include "domain/violation_text.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace belanjain::ui {

using namespace Qt::StringLiterals;
using Call = ports::AccountDesk::Call;

PasswordCard::PasswordCard(const Theme& theme, ports::AccountDesk& desk, QWidget* parent)
    : AccountCard(theme, u"password"_s, parent)
    , m_desk(desk)
    , m_current(new PasswordField(theme, this))
    , m_wanted(new PasswordField(theme, this))
    , m_currentField(new FormField(theme, {}, m_current, this))
    , m_wantedField(new FormField(theme, {}, m_wanted, this))
    , m_submit(new Button(theme, {}, this))
{
    m_current->setObjectName(u"password.current"_s);
    m_wanted->setObjectName(u"password.new"_s);
    m_submit->setObjectName(u"password.change"_s);
    auto* fields = new QHBoxLayout;
    fields->setSpacing(16);
    fields->addWidget(m_currentField, 1, Qt::AlignTop);
    fields->addWidget(m_wantedField, 1, Qt::AlignTop);
    auto* actions = new QHBoxLayout;
    actions->addWidget(m_submit);
    actions->addStretch();
    column()->addLayout(fields);
    column()->addLayout(actions);
    for (PasswordField* field : {m_current, m_wanted}) {
        connect(field, &QLineEdit::textChanged, this, [this] {
            m_problem.reset();
            refresh();
        });
        connect(field, &QLineEdit::returnPressed, this, &PasswordCard::submit);
    }
    connect(m_submit, &Button::clicked, this, &PasswordCard::submit);
    connect(&desk, &ports::AccountDesk::passwordChanged, this, [this] {
        m_busy = false;
        m_tried = false;
        for (PasswordField* field : {m_current, m_wanted}) {
            field->clear();
            field->setShown(false);
        }
        refresh();
        Q_EMIT changed();
    });
    connect(&desk, &ports::AccountDesk::failed, this, [this](Call call, const ports::SessionProblem& problem) {
        if (call != Call::ChangePassword)
            return;
        m_busy = false;
        m_problem = problem;
        refresh();
        if (isVisible())
            (problem.field == u"currentPassword" ? m_current : m_wanted)->setFocus(Qt::OtherFocusReason);
    });
    retranslate();
}

void PasswordCard::setOnline(bool online)
{
    AccountCard::setOnline(online);
    refresh();
}

void PasswordCard::submit()
{
    if (!m_submit->isEnabled())
        return;
    m_tried = true;
    const bool fine = checkPasswordLength(m_wanted->text(), u"newPassword"_s).has_value();
    if (m_current->text().isEmpty() || !fine) {
        refresh();
        (m_current->text().isEmpty() ? m_current : m_wanted)->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_busy = true;
    m_problem.reset();
    m_desk.changePassword(m_current->text(), m_wanted->text());
    refresh();
}

void PasswordCard::refresh()
{
    QString current;
    QString wanted;
    if (m_problem) {
        (m_problem->field == u"currentPassword" ? current : wanted) = accountProblemText(*m_problem);
    } else if (m_tried) {
        if (m_current->text().isEmpty())
            current = tr("Enter your current password.");
        if (const auto checked = checkPasswordLength(m_wanted->text(), u"newPassword"_s); !checked)
            wanted = ruleText(checked.error(), uiLanguage());
    }
    m_currentField->setError(current);
    m_wantedField->setError(wanted);
    m_currentField->setEnabled(isOnline());
    m_wantedField->setEnabled(isOnline());
    const bool typed = !m_current->text().isEmpty() || !m_wanted->text().isEmpty();
    m_submit->setEnabled(isOnline() && !m_busy && typed);
    m_submit->setText(m_busy ? tr("Changing…") : tr("Change password"));
}

void PasswordCard::retranslate()
{
    setTitle(tr("Password"));
    setIntro(tr("A new password signs you out everywhere else, but not here."));
    m_currentField->setLabel(tr("Current password"));
    m_wantedField->setLabel(tr("New password"));
    m_wantedField->setHint(tr("At least 8 characters; a few words are easy to remember"));
    refresh();
}

} // namespace belanjain::ui
