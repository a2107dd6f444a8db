// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefront/card_strip.h"

#include "common/focus_ring.h"
#include "common/labels.h"
#include "common/link_button.h"
#include "common/theme.h"
#include "pictures/picture_thumbnails.h"
#include "storefront/product_card.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

class CardStrip::Row : public QWidget
{
public:
    Row(const Theme& theme, PictureThumbnails* thumbnails, CardStrip& strip)
        : QWidget(&strip)
        , m_theme(theme)
        , m_thumbnails(thumbnails)
        , m_strip(strip)
    {
        setFocusPolicy(Qt::StrongFocus);
        setProperty(FocusRing::OwnFocus, true);
        setMouseTracking(true);
        setCursor(Qt::PointingHandCursor);
        if (thumbnails)
            connect(thumbnails, &ThumbnailSource::arrived, this, qOverload<>(&QWidget::update));
        connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    }

    void fit() { setFixedHeight(productCardHeight(cardColumns(width()).width) + 4); }
    void setLoading(bool loading)
    {
        m_loading = loading;
        m_current = 0;
        describe();
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        static const ports::ShopCard none;
        for (int i = 0; i < shown(); ++i) {
            paintProductCard(&painter, cardRect(i), m_theme, m_loading ? none : m_strip.m_cards.at(i), m_thumbnails,
                             {.hovered = i == m_hovered, .current = i == m_current && m_ring, .skeleton = m_loading});
        }
    }
    void keyPressEvent(QKeyEvent* event) override
    {
        const int step = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
        m_ring = true;
        if (step != 0) {
            m_current = std::clamp(m_current + step, 0, std::max(0, shown() - 1));
            describe();
            update();
        } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space)
                   && !m_loading && m_current < shown()) {
            Q_EMIT m_strip.opened(m_strip.m_cards.at(m_current));
        } else {
            QWidget::keyPressEvent(event);
        }
    }
    void focusInEvent(QFocusEvent* event) override
    {
        m_ring = event->reason() != Qt::MouseFocusReason;
        describe();
        QWidget::focusInEvent(event);
    }
    void focusOutEvent(QFocusEvent* event) override
    {
        m_ring = false;
        QWidget::focusOutEvent(event);
    }
    void mouseMoveEvent(QMouseEvent* event) override
    {
        const int at = cardAt(event->position().toPoint());
        if (at != m_hovered) {
            m_hovered = at;
            update();
        }
    }
    void leaveEvent(QEvent* event) override
    {
        m_hovered = -1;
        update();
        QWidget::leaveEvent(event);
    }
    void mouseReleaseEvent(QMouseEvent* event) override
    {
        const int at = cardAt(event->position().toPoint());
        if (at >= 0 && !m_loading && event->button() == Qt::LeftButton)
            Q_EMIT m_strip.opened(m_strip.m_cards.at(at));
    }

private:
    int shown() const
    {
        const int room = cardColumns(width()).count;
        return m_loading ? room : std::min(room, int(m_strip.m_cards.size()));
    }
    QRect cardRect(int index) const
    {
        const CardColumns columns = cardColumns(width());
        return {index * (columns.width + columns.gap), 2, columns.width, productCardHeight(columns.width)};
    }
    int cardAt(const QPoint& point) const
    {
        for (int i = 0; i < shown(); ++i) {
            if (cardRect(i).contains(point))
                return i;
        }
        return -1;
    }
    void describe()
    {
        if (!m_loading && m_current < m_strip.m_cards.size())
            setAccessibleName(spokenCard(m_strip.m_cards.at(m_current)));
    }

    const Theme& m_theme;
    PictureThumbnails* m_thumbnails;
    CardStrip& m_strip;
    bool m_loading = false;
    bool m_ring = false;
    int m_current = 0;
    int m_hovered = -1;
};

CardStrip::CardStrip(const Theme& theme, PictureThumbnails* thumbnails, const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_title(makeLabel(theme, {}, TextStyle::Section, {}, this))
    , m_more(new LinkButton(theme, {}, this))
    , m_row(new Row(theme, thumbnails, *this))
{
    setObjectName(name);
    m_more->setObjectName(name + u".more"_s);
    m_row->setObjectName(name + u".row"_s);
    auto* head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addStretch();
    head->addWidget(m_more);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(head);
    column->addWidget(m_row);
    connect(m_more, &QAbstractButton::clicked, this, &CardStrip::moreRequested);
}

void CardStrip::setTitle(const QString& title, const QString& more)
{
    m_title->setText(title);
    m_row->setAccessibleName(title);
    m_more->setText(more);
    m_more->setVisible(!more.isEmpty());
    m_more->setAccessibleName(more + u": "_s + title);
}

void CardStrip::setCards(const QList<ports::ShopCard>& cards)
{
    m_cards = cards;
    m_row->setLoading(false);
    setVisible(!cards.isEmpty());
}

void CardStrip::setLoading()
{
    m_cards.clear();
    m_row->setLoading(true);
    setVisible(true);
}

void CardStrip::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_row->fit();
}

} // namespace belanjain::ui
