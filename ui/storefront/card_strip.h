// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/shop.h"

#include <QList>
#include <QWidget>

class QLabel;

namespace belanjain::ui {

class LinkButton;
class PictureThumbnails;
class Theme;

/// One row of products under a title: as many whole cards as fit. Left and Right move, Return opens.
class CardStrip : public QWidget
{
    Q_OBJECT

public:
    CardStrip(const Theme& theme, PictureThumbnails* thumbnails, const QString& name, QWidget* parent = nullptr);

    void setTitle(const QString& title, const QString& more);
    void setCards(const QList<ports::ShopCard>& cards);
    /// Empty shapes until the cards come.
    void setLoading();
    const QList<ports::ShopCard>& cards() const { return m_cards; }

Q_SIGNALS:
    void opened(const belanjain::ports::ShopCard& card);
    void moreRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    class Row;

    QLabel* m_title;
    LinkButton* m_more;
    Row* m_row;
    QList<ports::ShopCard> m_cards;
};

} // namespace belanjain::ui
