// SPDX-License-Identifier: GPL-3.0-or-later
#include "account/sign_out_dialog.h"

#include "common/button.h"
#include "common/labels.h"
#include "common/theme.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace belanjain::ui {

using namespace Qt::StringLiterals;
using ports::Connection;

namespace {

constexpr int unreachableMs = 4'000;

} // namespace

SignOutDialog::SignOutDialog(const Theme& theme, ports::SyncControl& sync, QWidget* parent, int patienceMs)
    : QDialog(parent)
    , m_sync(sync)
    , m_patienceMs(patienceMs)
    , m_title(makeLabel(theme, {}, TextStyle::Section, {}, this))
    , m_text(makeLabel(theme, {}, TextStyle::Body, u"secondary"_s, this))
    , m_note(makeLabel(theme, {}, TextStyle::Body, u"low"_s, this))
    , m_cancel(new Button(theme, tr("Cancel"), this))
    , m_keep(new Button(theme, tr("Sign out and keep"), this))
    , m_send(new Button(theme, {}, this))
{
    setObjectName(u"signOutDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Sign out"));
    setMinimumWidth(480);
    m_text->setWordWrap(true);
    m_note->setWordWrap(true);
    m_note->setObjectName(u"signOut.note"_s);
    m_cancel->setObjectName(u"signOut.cancel"_s);
    m_keep->setObjectName(u"signOut.keep"_s);
    m_send->setObjectName(u"signOut.send"_s);
    m_send->setKind(Button::Kind::Primary);
    m_send->setDefault(true);
    m_cancel->setAutoDefault(false);
    m_keep->setAutoDefault(false);
    m_text->setText(tr("They stay on this computer and are sent when you sign in here again. Nobody else who signs in here "
                       "sees them."));
    auto* actions = new QHBoxLayout;
    actions->setSpacing(8);
    actions->addStretch();
    for (Button* button : {m_cancel, m_keep, m_send})
        actions->addWidget(button);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 18);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addWidget(m_note);
    column->addSpacing(8);
    column->addStretch();
    column->addLayout(actions);
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &SignOutDialog::giveUp);
    connect(m_cancel, &Button::clicked, this, &QDialog::reject);
    connect(m_keep, &Button::clicked, this, &QDialog::accept);
    connect(m_send, &Button::clicked, this, &SignOutDialog::send);
    connect(&sync, &ports::SyncControl::statusChanged, this, &SignOutDialog::take);
    refresh();
    (m_send->isEnabled() ? m_send : m_keep)->setFocus();
    open();
}

void SignOutDialog::send()
{
    if (m_sync.status().waiting == 0) { // it went by itself meanwhile
        accept();
        return;
    }
    m_sending = true;
    m_failed = false;
    // A marketplace that did not answer a moment ago, and does not now, tells nothing new.
    m_patience.start(m_sync.status().connection == Connection::Unreachable ? unreachableMs : m_patienceMs);
    m_sync.syncNow();
    refresh();
}

void SignOutDialog::giveUp()
{
    m_patience.stop();
    m_sending = false;
    m_failed = true;
    refresh();
}

void SignOutDialog::take(const ports::SyncStatus& status)
{
    if (m_sending && status.waiting == 0) {
        accept();
        return;
    }
    if (m_sending && (status.connection == Connection::Unreachable || status.connection == Connection::SignInNeeded))
        giveUp();
    else if (m_sending)
        m_patience.start(m_patienceMs);
    refresh();
}

void SignOutDialog::refresh()
{
    const ports::SyncStatus status = m_sync.status();
    m_title->setText(status.waiting > 0 ? tr("%n change(s) have not been sent yet", nullptr, status.waiting)
                                        : tr("Everything has been sent"));
    const bool offline = status.connection == Connection::WorkingOffline;
    m_send->setEnabled(!m_sending && !offline && status.connection != Connection::SignInNeeded);
    m_keep->setEnabled(!m_sending);
    m_send->setText(m_sending ? tr("Sending…") : tr("Send first"));
    QString note;
    if (offline)
        note = tr("You are working offline. Go online to send them first.");
    else if (status.connection == Connection::SignInNeeded)
        note = tr("The marketplace has ended this sign-in, so that nothing can be sent before you sign in again.");
    else if (m_failed)
        note = tr("They could not be sent: the marketplace does not answer, or takes long.");
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

} // namespace belanjain::ui
