// SPDX-License-Identifier: GPL-3.0-or-later
#include "account/profile_card.h"

#include "account/account_words.h"
#include "common/button.h"
#include "common/fields.h"
#include "common/labels.h"
#include "common/language.h"
#include "domain/account.h"
#include "domain/violation_text.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace belanjain::ui {

using namespace Qt::StringLiterals;
using Call = ports::AccountDesk::Call;

ProfileCard::ProfileCard(const Theme& theme, ports::AccountDesk& desk, QWidget* parent)
    : AccountCard(theme, u"profile"_s, parent)
    , m_desk(desk)
    , m_name(new QLineEdit(this))
    , m_email(makeLabel(theme, {}, TextStyle::Body, {}, this))
    , m_nameField(new FormField(theme, {}, m_name, this))
    , m_emailField(new FormField(theme, {}, m_email, this))
    , m_save(new Button(theme, {}, this))
{
    m_name->setObjectName(u"profile.name"_s);
    m_email->setObjectName(u"profile.email"_s);
    // Words rather than a field that takes none, as high as the field beside it.
    m_email->setTextFormat(Qt::PlainText);
    m_email->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_email->setFixedHeight(measure::Control);
    m_save->setObjectName(u"profile.save"_s);
    m_save->setKind(Button::Kind::Primary);
    auto* fields = new QHBoxLayout;
    fields->setSpacing(16);
    fields->addWidget(m_nameField, 1, Qt::AlignTop);
    fields->addWidget(m_emailField, 1, Qt::AlignTop);
    auto* actions = new QHBoxLayout;
    actions->addWidget(m_save);
    actions->addStretch();
    column()->addLayout(fields);
    column()->addLayout(actions);
    connect(m_name, &QLineEdit::textChanged, this, [this] {
        m_problem.reset();
        refresh();
    });
    connect(m_name, &QLineEdit::returnPressed, this, &ProfileCard::save);
    connect(m_save, &Button::clicked, this, &ProfileCard::save);
    connect(&desk, &ports::AccountDesk::profileRead, this, &ProfileCard::take);
    connect(&desk, &ports::AccountDesk::failed, this, [this](Call call, const ports::SessionProblem& problem) {
        if (call == Call::Rename)
            fail(problem);
    });
    retranslate();
}

void ProfileCard::setKnown(const QString& name, const QString& email)
{
    const bool typed = m_name->text() != m_saved;
    m_saved = name;
    if (!typed)
        m_name->setText(name);
    m_email->setText(email);
    refresh();
}

void ProfileCard::take(const ports::Profile& profile)
{
    if (m_saving)
        m_name->setText(profile.name); // as the marketplace keeps it: without blanks at its ends
    m_saving = false;
    const bool other = profile.name != m_saved;
    setKnown(profile.name, profile.email);
    if (other)
        Q_EMIT renamed(profile.name);
}

void ProfileCard::fail(const ports::SessionProblem& problem)
{
    m_saving = false;
    m_problem = problem;
    refresh();
}

void ProfileCard::save()
{
    if (!m_save->isEnabled())
        return;
    m_saving = true;
    m_desk.rename(m_name->text());
    refresh();
}

void ProfileCard::setOnline(bool online)
{
    AccountCard::setOnline(online);
    refresh();
}

void ProfileCard::refresh()
{
    const auto checked = checkPersonName(m_name->text(), u"name"_s);
    const bool changed = m_name->text() != m_saved;
    m_nameField->setError(m_problem            ? accountProblemText(*m_problem)
                          : checked || !changed ? QString()
                                                : ruleText(checked.error(), uiLanguage()));
    m_name->setReadOnly(!isOnline());
    m_email->setAccessibleName(u"%1: %2"_s.arg(tr("Email"), m_email->text()));
    m_save->setEnabled(isOnline() && changed && checked && !m_saving);
    m_save->setText(m_saving ? tr("Saving…") : tr("Save"));
}

void ProfileCard::retranslate()
{
    setTitle(tr("Profile"));
    m_nameField->setLabel(tr("Your name"));
    m_emailField->setLabel(tr("Email"));
    m_emailField->setHint(tr("You sign in with it. It cannot be changed."));
    refresh();
}

} // namespace belanjain::ui
