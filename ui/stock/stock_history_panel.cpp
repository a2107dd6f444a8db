// SPDX-License-Identifier: GPL-3.0-or-later
#include "stock/stock_history_panel.h"

#include "common/button.h"
#include "common/labels.h"
#include "common/language.h"
#include "common/theme.h"
#include "domain/format.h"
#include "stock/stock_words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>
#include <QVBoxLayout>

namespace belanjain::ui {

using namespace Qt::StringLiterals;
using State = tables::StockHistoryModel::State;

namespace {

constexpr int panelWidth = 368;
constexpr int rowHeight = 56;
constexpr int sideMargin = 16;
constexpr int restMs = 140;

} // namespace

MoveDelegate::MoveDelegate(const Theme& theme, const tables::StockHistoryModel& model, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_model(model)
{}

QSize MoveDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const { return {panelWidth, rowHeight}; }

void MoveDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Tokens& tokens = m_theme.tokens();
    const MoveWords words = moveWords(m_model.entry(index.row()), m_zone);
    const QRect row = option.rect;
    const bool focused = option.state.testFlag(QStyle::State_HasFocus) && option.widget && option.widget->hasFocus();
    painter->save();
    paintRow(painter, row, m_theme, {.hovered = option.state.testFlag(QStyle::State_MouseOver)});
    const QRect inner = row.adjusted(sideMargin, 8, -sideMargin, -8);
    const bool waiting = words.ink == CellInk::Waiting || words.ink == CellInk::Out;
    m_theme.paintIcon(painter, QRect(inner.left(), inner.top(), 16, 20), words.icon,
                      waiting ? inkColor(m_theme, words.ink) : tokens.text2, 16);
    const QRect upper(inner.left() + 26, inner.top(), inner.width() - 26, 20);
    const QRect lower(upper.left(), upper.bottom() + 1, upper.width(), 18);

    const NumberFont& numbers = m_theme.numbers(TextStyle::Bold);
    painter->setPen(inkColor(m_theme, words.ink));
    const bool promise = words.ink == CellInk::Secondary && words.change.contains(u' ');
    if (promise) {
        painter->setFont(m_theme.font(TextStyle::Secondary));
        painter->drawText(upper, Qt::AlignRight | Qt::AlignVCenter, words.change);
    } else {
        numbers.paint(painter, upper, Qt::AlignRight | Qt::AlignVCenter, words.change);
    }
    painter->setFont(m_theme.font(TextStyle::Secondary));
    painter->setPen(waiting ? inkColor(m_theme, words.ink) : tokens.text2);
    painter->drawText(lower, Qt::AlignRight | Qt::AlignVCenter, words.after);
    const QFontMetricsF small(m_theme.font(TextStyle::Secondary));
    const qreal right = small.horizontalAdvance(words.after) + 12;
    painter->setPen(tokens.text2);
    painter->drawText(lower, Qt::AlignLeft | Qt::AlignVCenter, elideAtWord(words.detail, small, lower.width() - right));

    painter->setFont(m_theme.font(TextStyle::Strong));
    painter->setPen(tokens.text);
    painter->drawText(upper, Qt::AlignLeft | Qt::AlignVCenter, words.what);
    if (!words.order.isEmpty()) {
        const int at = QFontMetrics(m_theme.font(TextStyle::Strong)).horizontalAdvance(words.what) + 8;
        painter->setPen(tokens.accentText);
        painter->drawText(upper.adjusted(at, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, words.order);
    }
    if (focused)
        paintInnerFocus(painter, row, m_theme);
    painter->restore();
}

bool MoveDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem&,
                             const QModelIndex& index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return false;
    QToolTip::showText(event->globalPos(), moveWords(m_model.entry(index.row()), m_zone).detail, view);
    return true;
}

StockHistoryPanel::StockHistoryPanel(const Theme& theme, ports::StockHistory& port, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_model(port)
    , m_title(makeLabel(theme, {}, TextStyle::Section, {}, this))
    , m_product(makeLabel(theme, {}, TextStyle::Strong, {}, this))
    , m_variant(makeLabel(theme, {}, TextStyle::Secondary, u"secondary"_s, this))
    , m_notice(makeLabel(theme, {}, TextStyle::Secondary, u"waiting"_s, this))
    , m_empty(makeLabel(theme, {}, TextStyle::Body, u"secondary"_s, this))
    , m_close(new Button(theme, Icon::Close, {}, this))
    , m_list(new QListView(this))
    , m_delegate(new MoveDelegate(theme, m_model, this))
{
    setObjectName(u"stockHistory"_s);
    setFixedWidth(panelWidth);
    m_product->setObjectName(u"stockHistoryProduct"_s);
    m_notice->setObjectName(u"stockHistoryNotice"_s);
    m_empty->setObjectName(u"stockHistoryEmpty"_s);
    m_close->setObjectName(u"stockHistoryClose"_s);
    m_list->setObjectName(u"stockHistoryList"_s);
    for (QLabel* label : {m_product, m_notice, m_empty})
        label->setWordWrap(true);
    m_list->setModel(&m_model);
    m_list->setItemDelegate(m_delegate);
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);

    auto* head = new QHBoxLayout;
    head->setContentsMargins(sideMargin, 0, 12, 0);
    head->addWidget(m_title, 1);
    head->addWidget(m_close);
    auto* headBox = new QWidget(this);
    headBox->setFixedHeight(measure::PageHeader);
    headBox->setLayout(head);
    auto* about = new QVBoxLayout;
    about->setContentsMargins(sideMargin, 0, sideMargin, 10);
    about->setSpacing(2);
    about->addWidget(m_product);
    about->addWidget(m_variant);
    about->addWidget(m_notice);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(headBox);
    column->addLayout(about);
    column->addWidget(m_empty);
    column->addWidget(m_list, 1);
    m_empty->setContentsMargins(sideMargin, 12, sideMargin, 12);
    m_empty->setAlignment(Qt::AlignLeft | Qt::AlignTop);

    m_rest.setSingleShot(true);
    m_rest.setInterval(restMs);
    connect(&m_rest, &QTimer::timeout, this, [this] { m_model.setVariant(m_row.variant); });
    connect(m_close, &Button::clicked, this, &StockHistoryPanel::closed);
    connect(&m_model, &tables::StockHistoryModel::stateChanged, this, &StockHistoryPanel::showState);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &StockHistoryPanel::showState);
    connect(m_list, &QListView::clicked, this, &StockHistoryPanel::openOrder);
    connect(&theme, &Theme::changed, m_list->viewport(), qOverload<>(&QWidget::update));
    retranslate();
}

void StockHistoryPanel::setZone(const QTimeZone& zone)
{
    m_delegate->setZone(zone);
    m_list->viewport()->update();
    showState();
}

void StockHistoryPanel::showVariant(const ports::InventoryRow& row)
{
    m_row = row;
    m_product->setText(row.productName);
    QStringList parts{row.optionsLabel, row.sku};
    parts.removeAll(QString());
    m_variant->setText(parts.join(u" · "_s));
    if (!isVisible() || m_model.state() == State::Idle)
        m_model.setVariant(row.variant);
    else
        m_rest.start();
}

void StockHistoryPanel::openOrder(const QModelIndex& index)
{
    const QString number = index.data().toString();
    if (!number.isEmpty())
        Q_EMIT orderAsked(number);
}

void StockHistoryPanel::showState()
{
    const Language language = uiLanguage();
    QString notice;
    QString empty;
    switch (m_model.state()) {
    case State::Idle:
        break;
    case State::Loading:
        empty = m_model.rowCount() == 0 ? tr("Reading…") : QString();
        break;
    case State::Live:
        empty = m_model.rowCount() == 0 ? tr("Nothing has happened to this stock yet.") : QString();
        break;
    case State::Remembered:
        notice = m_model.seenAt() ? tr("As last seen on %1. Newer moves show once you are online.")
                                        .arg(formatDateTime(*m_model.seenAt(), m_delegate->zone(), language))
                                  : tr("The marketplace cannot be reached. Newer moves show once you are online.");
        break;
    case State::Unknown:
        empty = tr("You have not looked at this history on this computer before. It shows once you are online.");
        break;
    }
    if (!m_model.problem().isEmpty())
        notice = tr("The marketplace could not show the history. Try again later.");
    m_notice->setText(notice);
    m_notice->setVisible(!notice.isEmpty());
    m_empty->setText(empty);
    m_empty->setVisible(!empty.isEmpty());
}

void StockHistoryPanel::retranslate()
{
    m_title->setText(tr("Stock history"));
    m_close->setAccessibleName(tr("Close the stock history"));
    m_close->setToolTip(tr("Close (Esc)"));
    m_list->setAccessibleName(tr("Stock history"));
    m_list->viewport()->update();
    showState();
}

void StockHistoryPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void StockHistoryPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        openOrder(m_list->currentIndex());
    else
        QWidget::keyPressEvent(event);
}

void StockHistoryPanel::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_rest.stop();
    m_model.clear(); // nobody is asked for what nobody sees
}

void StockHistoryPanel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.tokens().surface);
    painter.fillRect(0, 0, 1, height(), m_theme.tokens().line);
}

} // namespace belanjain::ui
