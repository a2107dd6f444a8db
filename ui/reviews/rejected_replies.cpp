// SPDX-License-Identifier: GPL-3.0-or-later
#include "reviews/rejected_replies.h"

#include "common/button.h"
#include "common/labels.h"
#include "common/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

RejectedReplies::RejectedReplies(const Theme& theme, ports::SyncControl& sync, QWidget* parent)
    : QDialog(parent)
    , m_sync(sync)
    , m_list(new QListWidget(this))
    , m_retry(new Button(theme, tr("Try again"), this))
    , m_drop(new Button(theme, tr("Discard"), this))
{
    setObjectName(u"rejectedReplies"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Replies that were not accepted"));
    m_list->setObjectName(u"rejectedReplyList"_s);
    m_list->setAccessibleName(windowTitle());
    m_list->setWordWrap(true);
    m_list->setSpacing(4);
    m_retry->setObjectName(u"rejectedReplyRetry"_s);
    m_retry->setKind(Button::Kind::Primary);
    m_retry->setAutoDefault(false);
    m_drop->setObjectName(u"rejectedReplyDrop"_s);
    m_drop->setKind(Button::Kind::Danger);
    m_drop->setAutoDefault(false);
    auto* hint = makeLabel(theme, tr("Keys: Enter tries again, Delete discards"), TextStyle::Secondary, u"secondary"_s, this);
    auto* actions = new QHBoxLayout;
    actions->setSpacing(8);
    actions->addWidget(hint, 1);
    actions->addWidget(m_drop);
    actions->addWidget(m_retry);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 18);
    column->setSpacing(12);
    column->addWidget(m_list, 1);
    column->addLayout(actions);
    resize(600, 360);
    connect(&sync, &ports::SyncControl::rejectionsRead, this, &RejectedReplies::take);
    connect(&sync, &ports::SyncControl::rejectionsChanged, this, [this] { m_sync.readRejections({}); });
    connect(m_retry, &Button::clicked, this, &RejectedReplies::retry);
    connect(m_drop, &Button::clicked, this, &RejectedReplies::drop);
    sync.readRejections({});
}

QList<ports::Rejection> RejectedReplies::ofReplies(const QList<ports::Rejection>& all)
{
    QList<ports::Rejection> replies;
    std::copy_if(all.begin(), all.end(), std::back_inserter(replies),
                 [](const ports::Rejection& one) { return one.review.has_value(); });
    return replies;
}

void RejectedReplies::take(const QList<ports::Rejection>& all)
{
    const bool had = !m_replies.isEmpty();
    const int row = std::max(0, m_list->currentRow());
    m_replies = ofReplies(all);
    m_list->clear();
    for (const ports::Rejection& one : std::as_const(m_replies)) {
        const QString reply = tr("Your reply: %1").arg(one.args.value(u"reply").toString());
        m_list->addItem(QStringList{one.title, reply, one.detail}.join(u'\n'));
    }
    m_list->setCurrentRow(std::min(row, m_list->count() - 1));
    m_retry->setEnabled(!m_replies.isEmpty());
    m_drop->setEnabled(!m_replies.isEmpty());
    if (m_replies.isEmpty() && had)
        accept();
}

std::optional<qint64> RejectedReplies::current() const
{
    const int row = m_list->currentRow();
    return row >= 0 && row < m_replies.size() ? std::optional(m_replies.at(row).number) : std::nullopt;
}

void RejectedReplies::retry()
{
    if (const auto number = current())
        m_sync.retry(*number, {});
}

void RejectedReplies::drop()
{
    if (const auto number = current())
        m_sync.drop(*number);
}

void RejectedReplies::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        retry();
    else if (event->key() == Qt::Key_Delete)
        drop();
    else
        QDialog::keyPressEvent(event);
}

} // namespace belanjain::ui
