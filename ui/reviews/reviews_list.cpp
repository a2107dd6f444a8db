// SPDX-License-Identifier: GPL-3.0-or-later
#include "reviews/reviews_list.h"

#include "common/focus_ring.h"
#include "common/theme.h"
#include "reviews/reply_editor.h"
#include "reviews/review_delegate.h"
#include "reviews/reviews_model.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int ScrollStep = 24;
}

ReviewsList::ReviewsList(const Theme& theme, ReviewsModel& model, ThumbnailSource* thumbnails, QWidget* parent)
    : QListView(parent)
    , m_theme(theme)
    , m_model(model)
    , m_delegate(new ReviewDelegate(theme, thumbnails, this))
{
    setObjectName(u"reviewsList"_s);
    setProperty(FocusRing::OwnFocus, true);
    setFrameShape(QFrame::NoFrame);
    setResizeMode(QListView::Adjust);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalScrollBar()->setSingleStep(ScrollStep);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(QAbstractItemView::NoSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setMouseTracking(true);
    setItemDelegate(m_delegate);
    setModel(&model);
    connect(&theme, &Theme::changed, this, &ReviewsList::relayout);
    connect(&model, &QAbstractItemModel::dataChanged, this, &ReviewsList::relayout);
    connect(&model, &QAbstractItemModel::modelReset, this, &ReviewsList::placeEditor);
}

ReviewsList::~ReviewsList() = default;

void ReviewsList::relayout() { scheduleDelayedItemsLayout(); }

void ReviewsList::openReply(int row)
{
    if (row < 0 || row >= m_model.rowCount())
        return;
    const ports::Review& review = m_model.review(row);
    if (m_editor && m_delegate->editing() == review.review) {
        m_editor->setFocus(Qt::OtherFocusReason);
        return;
    }
    closeReply();
    const ReviewId id = review.review;
    m_editor = new ReplyEditor(m_theme, review.reply, m_drafts.value(id, review.reply), viewport());
    connect(m_editor, &ReplyEditor::sent, this, [this, id](const QString& text) { Q_EMIT replySent(id, text); });
    connect(m_editor, &ReplyEditor::givenUp, this, [this, id] {
        const QString draft = m_editor->isChanged() ? m_editor->text() : QString();
        closeReply();
        m_drafts.remove(id);
        setFocus(Qt::OtherFocusReason);
        if (!draft.isEmpty())
            Q_EMIT draftGivenUp(id, draft);
    });
    m_delegate->setEditing(id);
    setCurrentIndex(m_model.index(row));
    doItemsLayout();
    m_editor->show();
    placeEditor();
    scrollTo(m_model.index(row));
    m_editor->setFocus(Qt::OtherFocusReason);
}

void ReviewsList::restoreDraft(const ReviewId& review, const QString& draft)
{
    m_drafts.insert(review, draft);
    openReply(m_model.rowOf(review));
}

void ReviewsList::closeReply()
{
    if (!m_editor)
        return;
    const auto id = m_delegate->editing();
    if (id && m_editor->isChanged())
        m_drafts.insert(*id, m_editor->text());
    else if (id)
        m_drafts.remove(*id);
    m_delegate->setEditing(std::nullopt);
    m_editor->hide();
    m_editor->deleteLater();
    m_editor = nullptr;
    relayout();
}

void ReviewsList::placeEditor()
{
    if (!m_editor || !m_delegate->editing())
        return;
    const int row = m_model.rowOf(*m_delegate->editing());
    if (row < 0) {
        // Filtered away: what was typed is kept for when it is seen again.
        closeReply();
        return;
    }
    m_editor->setGeometry(m_delegate->editorRect(visualRect(m_model.index(row)), m_model.review(row)));
}

void ReviewsList::updateGeometries()
{
    QListView::updateGeometries();
    placeEditor();
}

void ReviewsList::scrollContentsBy(int dx, int dy)
{
    QListView::scrollContentsBy(dx, dy);
    placeEditor();
}

int ReviewsList::actionAt(const QPoint& position) const
{
    const QModelIndex index = indexAt(position);
    if (!index.isValid())
        return -1;
    const QRect action = m_delegate->actionRect(visualRect(index), m_model.review(index.row()));
    return action.contains(position) ? index.row() : -1;
}

void ReviewsList::keyPressEvent(QKeyEvent* event)
{
    m_byKeyboard = true;
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_F2) {
        openReply(currentIndex().row());
        return;
    }
    QListView::keyPressEvent(event);
}

void ReviewsList::mouseMoveEvent(QMouseEvent* event)
{
    viewport()->setCursor(actionAt(event->position().toPoint()) >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    QListView::mouseMoveEvent(event);
}

void ReviewsList::mousePressEvent(QMouseEvent* event)
{
    m_byKeyboard = false;
    QListView::mousePressEvent(event);
    if (event->button() == Qt::LeftButton)
        openReply(actionAt(event->position().toPoint()));
}

void ReviewsList::initViewItemOption(QStyleOptionViewItem* option) const
{
    QListView::initViewItemOption(option);
    option->state.setFlag(QStyle::State_KeyboardFocusChange, m_byKeyboard);
}

void ReviewsList::focusInEvent(QFocusEvent* event)
{
    QListView::focusInEvent(event);
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason)
        m_byKeyboard = true;
    if (!currentIndex().isValid() && m_model.rowCount() > 0)
        setCurrentIndex(m_model.index(0));
}

} // namespace belanjain::ui
