// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefront/suggest_box.h"

#include "common/paint.h"
#include "common/theme.h"
#include "domain/search_text.h"
#include "inventory/category_icon.h"
#include "pictures/picture_thumbnails.h"
#include "storefront/product_card.h"
#include "storefront/shop_words.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>

#include <algorithm>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int rowHeight = 40;
constexpr int mostCategories = 3;
constexpr int mostProducts = 6;
constexpr int restMilliseconds = 180;
} // namespace

SuggestBox::SuggestBox(const Theme& theme, ports::ShopReader& reader, PictureThumbnails* thumbnails, QLineEdit& field,
                       QWidget* host)
    : QFrame(host)
    , m_theme(theme)
    , m_reader(reader)
    , m_thumbnails(thumbnails)
    , m_field(field)
{
    setObjectName(u"suggestBox"_s);
    setMouseTracking(true);
    setFocusPolicy(Qt::NoFocus);
    hide();
    m_rest.setSingleShot(true);
    m_rest.setInterval(restMilliseconds);
    connect(&m_rest, &QTimer::timeout, this, &SuggestBox::ask);
    connect(&field, &QLineEdit::textEdited, this, [this](const QString& text) {
        if (text.trimmed().size() < 2)
            close();
        else
            m_rest.start();
    });
    connect(&reader, &ports::ShopReader::productsRead, this, &SuggestBox::take);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    if (thumbnails)
        connect(thumbnails, &ThumbnailSource::arrived, this, qOverload<>(&QWidget::update));
    field.installEventFilter(this);
}

SuggestBox::~SuggestBox() = default;

void SuggestBox::ask()
{
    if (m_ticket != 0)
        m_reader.abandon(m_ticket);
    m_ticket = m_reader.newTicket();
    m_reader.readProducts(m_ticket, {.text = m_field.text(), .sort = ports::ShopSort::Relevance}, {}, mostProducts);
}

void SuggestBox::take(quint64 ticket, const ports::ShopPage& page)
{
    if (ticket != m_ticket)
        return;
    m_ticket = 0;
    m_rows.clear();
    m_current = -1;
    const QString typed = foldForSearch(m_field.text());
    for (const ports::ShopCategory& category : std::as_const(m_categories)) {
        const QString name = u' ' + foldForSearch(category.name);
        if (name.contains(u' ' + typed) && m_rows.size() < mostCategories)
            m_rows.append({.category = category.name});
    }
    for (const ports::ShopCard& card : page.items)
        m_rows.append({.card = card});
    if (m_rows.isEmpty() || m_field.window()->focusWidget() != &m_field)
        hide();
    else
        open();
}

void SuggestBox::open()
{
    place();
    show();
    raise();
    update();
}

void SuggestBox::place()
{
    const QPoint below = parentWidget()->mapFromGlobal(m_field.mapToGlobal(QPoint(0, m_field.height() + 4)));
    setGeometry(below.x(), below.y(), m_field.width(), int(m_rows.size()) * rowHeight + 10);
}

void SuggestBox::close()
{
    m_rest.stop();
    if (m_ticket != 0)
        m_reader.abandon(m_ticket);
    m_ticket = 0;
    hide();
}

void SuggestBox::choose(int row)
{
    if (row < 0 || row >= m_rows.size())
        return;
    const Row chosen = m_rows.at(row);
    close();
    if (!chosen.category.isEmpty())
        Q_EMIT categoryChosen(chosen.category);
    else
        Q_EMIT productChosen(chosen.card);
}

bool SuggestBox::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusOut) {
        close();
    } else if (event->type() == QEvent::Move || event->type() == QEvent::Resize) {
        if (isVisible())
            place(); // the way back appears beside the field, and pushes it aside
    } else if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const bool take = key == Qt::Key_Return || key == Qt::Key_Enter;
        if (take && m_current >= 0 && isVisible()) {
            choose(m_current);
            return true;
        }
        if (take || (key == Qt::Key_Escape && !isVisible())) {
            close();
        } else if (key == Qt::Key_Escape) {
            close();
            return true;
        } else if (isVisible() && (key == Qt::Key_Down || key == Qt::Key_Up)) {
            m_current = std::clamp(m_current + (key == Qt::Key_Down ? 1 : -1), -1, count() - 1);
            const Row* row = m_current >= 0 ? &m_rows.at(m_current) : nullptr;
            setAccessibleName(!row ? QString() : row->category.isEmpty() ? spokenCard(row->card) : row->category);
            update();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void SuggestBox::mouseMoveEvent(QMouseEvent* event)
{
    m_current = std::clamp((int(event->position().y()) - 5) / rowHeight, 0, count() - 1);
    update();
}

void SuggestBox::mousePressEvent(QMouseEvent* event)
{
    choose(std::clamp((int(event->position().y()) - 5) / rowHeight, 0, count() - 1));
}

void SuggestBox::paintEvent(QPaintEvent*)
{
    const Tokens& t = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(t.controlBorder);
    painter.setBrush(t.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), measure::RadiusCard, measure::RadiusCard);
    for (int i = 0; i < count(); ++i) {
        const Row& row = m_rows.at(i);
        const QRect line(5, 5 + i * rowHeight, width() - 10, rowHeight);
        if (i == m_current) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(t.selection);
            painter.drawRoundedRect(line, measure::RadiusControl, measure::RadiusControl);
        }
        const QRect tile(line.left() + 8, line.top() + 6, 28, 28);
        const bool category = !row.category.isEmpty();
        if (category)
            m_theme.paintIcon(&painter, tile, categoryIcon(row.category), t.accentText, 18);
        else
            paintProductPicture(&painter, tile, m_theme, row.card.imageHash, row.card.category, m_thumbnails, false);
        const QString right = category ? tr("Category") : priceText(row.card);
        painter.setFont(m_theme.font(TextStyle::Secondary));
        painter.setPen(t.text2);
        const int wide = painter.fontMetrics().horizontalAdvance(right);
        painter.drawText(line.adjusted(0, 0, -10, 0), Qt::AlignRight | Qt::AlignVCenter, right);
        painter.setFont(m_theme.font(TextStyle::Body));
        painter.setPen(t.text);
        const QRect words = line.adjusted(46, 0, -wide - 22, 0);
        painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                         elideAtWord(category ? row.category : row.card.name, QFontMetricsF(painter.font()), words.width()));
    }
}

} // namespace belanjain::ui
