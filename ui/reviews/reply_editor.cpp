// SPDX-License-Identifier: GPL-3.0-or-later
#include "reviews/reply_editor.h"

#include "common/button.h"
#include "common/fields.h"
#include "common/labels.h"
#include "common/language.h"
#include "common/theme.h"
#include "domain/review.h"
#include "domain/violation_text.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int CountFrom = 200; ///< characters left below which the count is worth a look
}

ReplyEditor::ReplyEditor(const Theme& theme, const QString& former, const QString& draft, QWidget* parent)
    : QFrame(parent)
    , m_former(former)
    , m_edit(new QPlainTextEdit(this))
    , m_problem(makeLabel(theme, {}, TextStyle::Secondary, u"out"_s, this))
    , m_count(makeLabel(theme, {}, TextStyle::Secondary, u"secondary"_s, this))
    , m_cancel(new Button(theme, QString(), this))
    , m_send(new Button(theme, QString(), this))
{
    setObjectName(u"replyEditor"_s);
    m_edit->setObjectName(u"replyText"_s);
    m_problem->setObjectName(u"replyProblem"_s);
    m_count->setObjectName(u"replyCount"_s);
    m_cancel->setObjectName(u"replyCancel"_s);
    m_send->setObjectName(u"replySend"_s);
    m_send->setKind(Button::Kind::Primary);
    m_edit->setTabChangesFocus(true);
    m_edit->setPlainText(draft);
    m_edit->moveCursor(QTextCursor::End);
    m_edit->installEventFilter(this);
    auto* foot = new QHBoxLayout;
    foot->setSpacing(8);
    foot->addWidget(m_problem, 1);
    foot->addWidget(m_count);
    foot->addWidget(m_cancel);
    foot->addWidget(m_send);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_edit, 1);
    column->addLayout(foot);
    setFocusProxy(m_edit);
    connect(m_edit, &QPlainTextEdit::textChanged, this, &ReplyEditor::check);
    connect(m_cancel, &Button::clicked, this, &ReplyEditor::givenUp);
    connect(m_send, &Button::clicked, this, &ReplyEditor::send);
    retranslate();
}

QString ReplyEditor::text() const { return m_edit->toPlainText().trimmed(); }

void ReplyEditor::check()
{
    const QString now = text();
    const auto checked = checkReviewReply(now, u"reply"_s);
    const bool removes = now.isEmpty() && !m_former.isEmpty();
    m_send->setText(removes ? tr("Remove reply") : tr("Send reply"));
    m_send->setEnabled(!m_sending && checked.has_value() && (removes || !now.isEmpty()));
    const int left = maxReviewReply - int(now.size());
    m_count->setText(left == -1  ? tr("1 character too many")
                     : left < 0  ? tr("%1 characters too many").arg(formatCount(-left, uiLanguage()))
                     : left == 1 ? tr("1 character left")
                                 : tr("%1 characters left").arg(formatCount(left, uiLanguage())));
    m_count->setVisible(left < CountFrom);
    setInk(m_count, left < 0 ? u"out"_s : u"secondary"_s);
    setInvalid(m_edit, left < 0);
    m_problem->clear();
}

void ReplyEditor::showProblem(const QString& problem)
{
    setSending(false);
    m_problem->setText(problem);
}

void ReplyEditor::setSending(bool sending)
{
    m_sending = sending;
    m_edit->setReadOnly(sending);
    check();
}

void ReplyEditor::send()
{
    if (m_send->isEnabled())
        Q_EMIT sent(text());
}

bool ReplyEditor::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        const bool sends = enter && key->modifiers().testFlag(Qt::ControlModifier);
        if (sends || key->key() == Qt::Key_Escape) {
            event->accept();
            if (event->type() == QEvent::KeyPress)
                sends ? send() : givenUp();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void ReplyEditor::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ReplyEditor::retranslate()
{
    m_edit->setAccessibleName(tr("Reply"));
    m_edit->setPlaceholderText(tr("Everyone who looks at the product can read your reply."));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setKeyCap(tr("Esc"));
    m_send->setKeyCap(tr("Ctrl Enter"));
    check();
}

} // namespace belanjain::ui
