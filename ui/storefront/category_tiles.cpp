// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefront/category_tiles.h"

#include "common/language.h"
#include "common/link_button.h"
#include "common/paint.h"
#include "common/theme.h"
#include "domain/format.h"
#include "inventory/category_icon.h"
#include "storefront/shop_words.h"

#include <QAbstractButton>
#include <QEvent>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int tileHeight = 44;
constexpr int gap = 8;
constexpr int tileWidth = 210;
constexpr int rowsAtFirst = 2;

class Tile : public QAbstractButton
{
public:
    Tile(const Theme& theme, const ports::ShopCategory& category, QWidget* parent)
        : QAbstractButton(parent)
        , m_theme(theme)
        , m_category(category)
    {
        setObjectName(u"category."_s + category.name);
        setText(categoryText(category.name));
        setFocusPolicy(Qt::StrongFocus);
        setCursor(Qt::PointingHandCursor);
        setAttribute(Qt::WA_Hover);
        connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Tokens& t = m_theme.tokens();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(t.line);
        painter.setBrush(underMouse() || isDown() ? t.hover : t.surface);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), measure::RadiusCard, measure::RadiusCard);
        m_theme.paintIcon(&painter, QRect(12, 0, 20, height()), categoryIcon(m_category.name), t.accentText, 20);
        const QString count = formatCount(m_category.count, uiLanguage());
        painter.setFont(m_theme.font(TextStyle::Secondary));
        painter.setPen(t.text2);
        const int countWidth = painter.fontMetrics().horizontalAdvance(count);
        painter.drawText(rect().adjusted(0, 0, -12, 0), Qt::AlignRight | Qt::AlignVCenter, count);
        painter.setFont(m_theme.font(TextStyle::Body));
        painter.setPen(t.text);
        const QRect words = rect().adjusted(42, 0, -20 - countWidth, 0);
        painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                         elideAtWord(text(), QFontMetricsF(painter.font()), words.width()));
    }
    void keyPressEvent(QKeyEvent* event) override
    {
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
            click();
        else
            QAbstractButton::keyPressEvent(event);
    }

private:
    const Theme& m_theme;
    ports::ShopCategory m_category;
};

} // namespace

CategoryTiles::CategoryTiles(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_all(new LinkButton(theme, {}, this))
{
    setObjectName(u"categoryTiles"_s);
    m_all->setObjectName(u"allCategories"_s);
    connect(m_all, &QAbstractButton::clicked, this, [this] {
        m_expanded = !m_expanded;
        arrange();
    });
}

void CategoryTiles::setCategories(const QList<ports::ShopCategory>& categories)
{
    for (QWidget* tile : std::as_const(m_tiles))
        tile->deleteLater();
    m_tiles.clear();
    QWidget* before = nullptr;
    for (const ports::ShopCategory& category : categories) {
        auto* tile = new Tile(m_theme, category, this);
        connect(tile, &QAbstractButton::clicked, this, [this, name = category.name] { Q_EMIT chosen(name); });
        if (before)
            setTabOrder(before, tile);
        before = tile;
        m_tiles.append(tile);
    }
    if (before)
        setTabOrder(before, m_all);
    arrange();
}

void CategoryTiles::arrange()
{
    const int columns = std::max(1, (width() + gap) / (tileWidth + gap));
    const int wide = (width() - (columns - 1) * gap) / columns;
    const int room = columns * rowsAtFirst;
    const int all = int(m_tiles.size());
    const int shown = m_expanded ? all : std::min(all, room);
    for (int i = 0; i < all; ++i) {
        m_tiles.at(i)->setVisible(i < shown);
        m_tiles.at(i)->setGeometry((i % columns) * (wide + gap), (i / columns) * (tileHeight + gap), wide, tileHeight);
    }
    int height = (shown + columns - 1) / columns * (tileHeight + gap);
    m_all->setVisible(all > room);
    m_all->setText(m_expanded ? tr("Fewer categories") : tr("%n more categories", nullptr, all - shown));
    if (all > room) {
        m_all->resize(m_all->sizeHint());
        m_all->move(0, height);
        height += m_all->height();
    }
    setFixedHeight(std::max(0, height));
}

void CategoryTiles::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void CategoryTiles::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        arrange();
    QWidget::changeEvent(event);
}

} // namespace belanjain::ui
