// SPDX-License-Identifier: GPL-3.0-or-later
#include "storemode/shelf_view.h"

#include "common/focus_ring.h"
#include "common/language.h"
#include "common/paint.h"
#include "common/theme.h"
#include "common/thumbnail_source.h"
#include "domain/format.h"
#include "storefront/product_card.h"
#include "storemode/counter_cart.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QScrollBar>
#include <QScroller>
#include <QTextLayout>

#include <algorithm>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int gap = 16;
constexpr int margin = 24;
constexpr int padding = 16;
constexpr int wantedWidth = 222;
constexpr int leastWidth = 208;
constexpr int lineHeight = 22;
constexpr int textHeight = 12 + 4 * lineHeight + 12; // the name on two lines, price, stock
constexpr int below = 12;

int pictureHeight(int width) { return width * 3 / 4; }

int cardHeight(int width) { return pictureHeight(width) + textHeight + measure::ControlTouch + below; }

void drawLine(QPainter* painter, const QRect& rect, const QString& text)
{
    painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      elideAtWord(text, QFontMetricsF(painter->font()), rect.width()));
}

/// Two lines at most, the second one elided.
void drawName(QPainter* painter, const QRect& upper, const QString& name)
{
    QTextLayout layout(name, painter->font());
    layout.beginLayout();
    QTextLine first = layout.createLine();
    first.setLineWidth(upper.width());
    const int cut = first.textLength();
    layout.endLayout();
    drawLine(painter, upper, name.left(cut).trimmed());
    if (cut < name.size())
        drawLine(painter, upper.translated(0, lineHeight), name.mid(cut).trimmed());
}

} // namespace

ShelfView::ShelfView(const Theme& theme, ShelfModel& model, const CounterCart& cart, ThumbnailSource* thumbnails,
                     QWidget* parent)
    : QAbstractItemView(parent)
    , m_theme(theme)
    , m_model(model)
    , m_cart(cart)
    , m_thumbnails(thumbnails)
{
    setObjectName(u"storeShelf"_s);
    setProperty(FocusRing::OwnFocus, true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setSelectionMode(NoSelection);
    setEditTriggers(NoEditTriggers);
    setContextMenuPolicy(Qt::PreventContextMenu);
    setVerticalScrollMode(ScrollPerPixel);
    setModel(&model);
    QScroller::grabGesture(viewport(), QScroller::TouchGesture);
    connect(&cart, &CounterCart::changed, viewport(), qOverload<>(&QWidget::update));
    connect(&model, &ShelfModel::stateChanged, this, [this] {
        updateGeometries();
        viewport()->update();
    });
    connect(&model, &ShelfModel::begun, this, [this] { verticalScrollBar()->setValue(0); });
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
    if (thumbnails)
        connect(thumbnails, &ThumbnailSource::arrived, viewport(), qOverload<>(&QWidget::update));
}

void ShelfView::setFewLeft(int pieces)
{
    m_fewLeft = pieces;
    viewport()->update();
}

int ShelfView::rowPitch() const { return cardHeight(m_cardWidth) + gap; }

void ShelfView::measureColumns()
{
    const int room = viewport()->width() - 2 * margin;
    m_columns = std::max(1, (room + gap) / (wantedWidth + gap));
    while (m_columns > 1 && (room - (m_columns - 1) * gap) / m_columns < leastWidth)
        --m_columns;
    m_cardWidth = std::clamp((room - (m_columns - 1) * gap) / m_columns, leastWidth, 320);
}

QRect ShelfView::cardRect(int row) const
{
    return {margin + (row % m_columns) * (m_cardWidth + gap), (row / m_columns) * rowPitch() - verticalOffset(),
            m_cardWidth, cardHeight(m_cardWidth)};
}

QRect ShelfView::buttonRect(int row) const
{
    const QRect card = cardRect(row);
    return {card.left() + padding, card.bottom() - below - measure::ControlTouch + 1, card.width() - 2 * padding,
            measure::ControlTouch};
}

int ShelfView::verticalOffset() const { return verticalScrollBar()->value(); }

QRect ShelfView::visualRect(const QModelIndex& index) const
{
    return index.isValid() ? cardRect(index.row()) : QRect();
}

QModelIndex ShelfView::indexAt(const QPoint& point) const
{
    const int column = (point.x() - margin) / (m_cardWidth + gap);
    const int line = (point.y() + verticalOffset()) / rowPitch();
    if (point.x() < margin || column < 0 || column >= m_columns || line < 0)
        return {};
    const int row = line * m_columns + column;
    return row < m_model.rowCount() && cardRect(row).contains(point) ? m_model.index(row) : QModelIndex();
}

void ShelfView::scrollTo(const QModelIndex& index, ScrollHint hint)
{
    if (!index.isValid())
        return;
    const QRect rect = cardRect(index.row()).adjusted(0, -2, 0, gap);
    QScrollBar* bar = verticalScrollBar();
    if (hint == PositionAtTop || rect.top() < 0)
        bar->setValue(bar->value() + rect.top());
    else if (rect.bottom() > viewport()->height())
        bar->setValue(bar->value() + std::min(rect.top(), rect.bottom() - viewport()->height()));
}

void ShelfView::updateGeometries()
{
    measureColumns();
    const int lines = (m_model.rowCount() + m_columns - 1) / m_columns;
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(rowPitch() / 4);
    verticalScrollBar()->setRange(0, std::max(0, lines * rowPitch() + gap - viewport()->height()));
    QAbstractItemView::updateGeometries();
    fetchNearEnd();
}

void ShelfView::fetchNearEnd()
{
    if (!isVisible() || !m_model.canFetchMore({}))
        return;
    const int lines = (m_model.rowCount() + m_columns - 1) / m_columns;
    if (lines * rowPitch() - verticalOffset() < 3 * viewport()->height())
        m_model.fetchMore({});
}

void ShelfView::resizeEvent(QResizeEvent* event)
{
    QAbstractItemView::resizeEvent(event);
    updateGeometries();
}

void ShelfView::scrollContentsBy(int dx, int dy)
{
    QAbstractItemView::scrollContentsBy(dx, dy);
    scrollDirtyRegion(dx, dy);
    viewport()->scroll(dx, dy);
    fetchNearEnd();
}

void ShelfView::rowsInserted(const QModelIndex& parent, int start, int end)
{
    QAbstractItemView::rowsInserted(parent, start, end);
    updateGeometries();
    viewport()->update();
}

void ShelfView::paintEvent(QPaintEvent* event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), m_theme.tokens().window);
    const int first = std::max(0, (event->rect().top() + verticalOffset()) / rowPitch()) * m_columns;
    for (int row = first; row < m_model.rowCount(); ++row) {
        const QRect rect = cardRect(row);
        if (rect.top() > event->rect().bottom() + 2)
            break;
        paintCard(&painter, row, rect);
    }
}

void ShelfView::paintCard(QPainter* painter, int row, const QRect& rect) const
{
    const Tokens& t = m_theme.tokens();
    const ports::ProductListRow& product = m_model.product(row);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5);
    QPainterPath shape;
    shape.addRoundedRect(frame, measure::RadiusCard, measure::RadiusCard);
    painter->fillPath(shape, t.surface);
    painter->setClipPath(shape);
    const QRect picture(rect.left(), rect.top(), rect.width(), pictureHeight(rect.width()));
    paintProductPicture(painter, picture, m_theme, product.imageHash, product.category, m_thumbnails, false);
    painter->fillRect(QRect(rect.left(), picture.bottom(), rect.width(), 1), t.line);
    painter->setClipping(false);

    const int left = rect.left() + padding;
    const int width = rect.width() - 2 * padding;
    int y = picture.bottom() + 12;
    painter->setFont(m_theme.font(TextStyle::Kiosk, 500));
    painter->setPen(t.text);
    drawName(painter, {left, y, width, lineHeight}, product.name);
    y += 2 * lineHeight + 2;
    painter->setFont(m_theme.font(TextStyle::Kiosk, 600));
    const QString price = formatRupiah(product.minPrice);
    drawLine(painter, {left, y, width, lineHeight},
             product.minPrice == product.maxPrice ? price : tr("from %1").arg(price));
    y += lineHeight;

    const bool out = product.available <= 0;
    const bool few = !out && product.available <= m_fewLeft;
    const QString stock = out   ? tr("Sold out")
                          : few ? tr("%1 left").arg(formatCount(product.available, uiLanguage()))
                                : tr("%1 in stock").arg(formatCount(product.available, uiLanguage()));
    const QColor ink = out ? t.out.ink : few ? t.low.ink : t.text2;
    QRect line(left, y, width, lineHeight);
    if (out || few) {
        m_theme.paintIcon(painter, QRect(left, y, measure::IconNormal, lineHeight), out ? Icon::Empty : Icon::Warning, ink,
                          measure::IconNormal);
        line.setLeft(left + measure::IconNormal + 6);
    }
    painter->setFont(m_theme.font(TextStyle::Kiosk));
    painter->setPen(ink);
    drawLine(painter, line, stock);

    paintButton(painter, row, buttonRect(row));
    painter->setBrush(Qt::NoBrush);
    painter->setPen(t.line);
    painter->drawRoundedRect(frame, measure::RadiusCard, measure::RadiusCard);
    if (hasFocus() && m_byKeyboard && currentIndex().row() == row) {
        painter->setPen(QPen(t.focus, measure::FocusWidth));
        painter->drawRoundedRect(QRectF(rect).adjusted(-1, -1, 1, 1), measure::RadiusCard + 1, measure::RadiusCard + 1);
    }
    painter->restore();
}

void ShelfView::paintButton(QPainter* painter, int row, const QRect& rect) const
{
    const Tokens& t = m_theme.tokens();
    const ports::ProductListRow& product = m_model.product(row);
    const qint64 inCart = m_cart.piecesOf(product.product);
    const bool out = product.available <= 0 && inCart == 0;
    const bool counted = inCart > 0;
    const qreal in = counted ? 1 : 0.5;
    painter->setPen(QPen(counted ? t.focus : out ? t.line : t.controlBorder, counted ? 2 : 1));
    painter->setBrush(counted ? t.selection : out ? t.raised : t.surface);
    painter->drawRoundedRect(QRectF(rect).adjusted(in, in, -in, -in), measure::RadiusControl, measure::RadiusControl);
    painter->setFont(m_theme.font(TextStyle::Kiosk, counted ? 600 : 500));
    painter->setPen(out ? t.placeholder : counted ? t.accentText : t.text);
    const bool several = product.variants > 1;
    if (counted && !several) {
        const int third = rect.width() / 3;
        m_theme.paintIcon(painter, QRect(rect.left(), rect.top(), third, rect.height()), Icon::Minus, t.accentText,
                          measure::IconLarge);
        m_theme.paintIcon(painter, QRect(rect.right() - third + 1, rect.top(), third, rect.height()), Icon::Plus,
                          inCart < product.available ? t.accentText : t.placeholder, measure::IconLarge);
        painter->drawText(rect, Qt::AlignCenter, formatCount(inCart, uiLanguage()));
        return;
    }
    const QString text = out                 ? tr("Sold out")
                         : counted           ? tr("%1 in the cart").arg(formatCount(inCart, uiLanguage()))
                         : several           ? tr("Choose")
                                             : tr("Add");
    const int wide = qCeil(QFontMetricsF(painter->font()).horizontalAdvance(text));
    const bool plus = !out && !several;
    QRect words = rect;
    if (plus) {
        const int start = rect.left() + (rect.width() - wide - 26) / 2;
        m_theme.paintIcon(painter, QRect(start, rect.top(), 20, rect.height()), Icon::Plus, t.text2, measure::IconLarge);
        words = QRect(start + 26, rect.top(), wide + 2, rect.height());
    }
    painter->drawText(words, Qt::AlignCenter, text);
}

QModelIndex ShelfView::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    const int count = m_model.rowCount();
    if (count == 0)
        return {};
    if (!currentIndex().isValid())
        return m_model.index(0);
    const int here = currentIndex().row();
    const int page = std::max(1, viewport()->height() / rowPitch()) * m_columns;
    int to = here;
    switch (action) {
    case MoveLeft:
    case MovePrevious:
        to = here - 1;
        break;
    case MoveRight:
    case MoveNext:
        to = here + 1;
        break;
    case MoveUp:
        to = here - m_columns;
        break;
    case MoveDown:
        to = here + m_columns;
        break;
    case MovePageUp:
        to = std::max(here % m_columns, here - page);
        break;
    case MovePageDown:
        to = std::min(here + page, count - 1);
        break;
    case MoveHome:
        to = 0;
        break;
    case MoveEnd:
        to = count - 1;
        break;
    }
    return to >= 0 && to < count ? m_model.index(to) : currentIndex();
}

std::optional<int> ShelfView::stepAt(int row, const QPoint& point) const
{
    const QRect button = buttonRect(row);
    const ports::ProductListRow& product = m_model.product(row);
    if (!button.contains(point) || product.variants > 1)
        return 0;
    const qint64 inCart = m_cart.piecesOf(product.product);
    if (inCart == 0)
        return product.available > 0 ? std::optional(1) : std::nullopt;
    const int third = button.width() / 3;
    if (point.x() < button.left() + third)
        return -1;
    return point.x() > button.right() - third ? std::optional(1) : std::nullopt;
}

void ShelfView::mousePressEvent(QMouseEvent* event)
{
    m_byKeyboard = false;
    m_pressed = event->button() == Qt::LeftButton ? indexAt(event->position().toPoint()).row() : -1;
    if (m_pressed >= 0)
        setCurrentIndex(m_model.index(m_pressed));
}

void ShelfView::mouseDoubleClickEvent(QMouseEvent* event) { mousePressEvent(event); } // two quick taps are two pieces

void ShelfView::mouseReleaseEvent(QMouseEvent* event)
{
    const QPoint at = event->position().toPoint();
    const int row = indexAt(at).row();
    const int pressed = std::exchange(m_pressed, -1);
    if (pressed < 0 || row != pressed)
        return;
    const auto step = stepAt(row, at);
    if (!step)
        return;
    const ports::ProductListRow product = m_model.product(row);
    if (*step == 0)
        Q_EMIT opened(product);
    else
        Q_EMIT stepped(product, *step);
}

void ShelfView::keyPressEvent(QKeyEvent* event)
{
    m_byKeyboard = true;
    const int key = event->key();
    const bool opens = key == Qt::Key_Return || key == Qt::Key_Enter;
    const bool counts = key == Qt::Key_Plus || key == Qt::Key_Minus;
    if ((opens || counts) && currentIndex().isValid()) {
        const ports::ProductListRow product = m_model.product(currentIndex().row());
        if (opens || product.variants > 1)
            Q_EMIT opened(product);
        else
            Q_EMIT stepped(product, key == Qt::Key_Plus ? 1 : -1);
        return;
    }
    QAbstractItemView::keyPressEvent(event);
    viewport()->update();
}

void ShelfView::focusInEvent(QFocusEvent* event)
{
    if (event->reason() != Qt::MouseFocusReason) {
        m_byKeyboard = true;
        if (!currentIndex().isValid() && m_model.rowCount() > 0)
            setCurrentIndex(m_model.index(0));
    }
    QAbstractItemView::focusInEvent(event);
    viewport()->update();
}

} // namespace belanjain::ui
