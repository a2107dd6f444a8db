// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"

#include <QHash>
#include <QListView>

namespace belanjain::ui {

class ReplyEditor;
class ReviewDelegate;
class ReviewsModel;
class Theme;
class ThumbnailSource;

/// The reviews one below the other. Up and Down move between them, Return or a press on "Reply" opens an editor
/// in place. One is answered at a time; what was typed elsewhere waits there.
class ReviewsList : public QListView
{
    Q_OBJECT

public:
    ReviewsList(const Theme& theme, ReviewsModel& model, ThumbnailSource* thumbnails, QWidget* parent = nullptr);
    ~ReviewsList() override;

    void openReply(int row);
    /// Opens it again with what had been typed.
    void restoreDraft(const ReviewId& review, const QString& draft);
    void closeReply();
    void forgetDraft(const ReviewId& review) { m_drafts.remove(review); }
    ReplyEditor* editor() const { return m_editor; }
    ReviewDelegate& reviewDelegate() { return *m_delegate; }

Q_SIGNALS:
    void replySent(const belanjain::ReviewId& review, const QString& text);
    /// With unsent words in it.
    void draftGivenUp(const belanjain::ReviewId& review, const QString& draft);

protected:
    void updateGeometries() override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void initViewItemOption(QStyleOptionViewItem* option) const override;
    void focusInEvent(QFocusEvent* event) override;

private:
    void placeEditor();
    int actionAt(const QPoint& position) const;
    void relayout();

    const Theme& m_theme;
    ReviewsModel& m_model;
    ReviewDelegate* m_delegate;
    ReplyEditor* m_editor = nullptr;
    QHash<ReviewId, QString> m_drafts;
    bool m_byKeyboard = false;
};

} // namespace belanjain::ui
