// SPDX-License-Identifier: GPL-3.0-or-later
#include "orders/order_panel.h"

#include "common/button.h"
#include "common/card.h"
#include "common/labels.h"
#include "common/language.h"
#include "common/theme.h"
#include "domain/format.h"
#include "orders/order_lines_card.h"
#include "orders/order_steps_bar.h"
#include "orders/order_words.h"
#include "printing/document_words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

OrderPanel::OrderPanel(const Theme& theme, ThumbnailSource* thumbnails, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_content(new QWidget)
    , m_title(makeLabel(theme, {}, TextStyle::Section, {}, m_content))
    , m_status(new Chip(theme, ChipKind::New, {}, m_content))
    , m_subtitle(makeLabel(theme, {}, TextStyle::Secondary, u"secondary"_s, m_content))
    , m_steps(new OrderStepsBar(theme, m_content))
    , m_lines(new OrderLinesCard(theme, thumbnails, m_content))
    , m_addressTitle(makeLabel(theme, {}, TextStyle::Secondary, u"secondary"_s, m_content))
    , m_recipient(makeLabel(theme, {}, TextStyle::Strong, {}, m_content))
    , m_address(makeLabel(theme, {}, TextStyle::Body, {}, m_content))
    , m_shippingTitle(makeLabel(theme, {}, TextStyle::Secondary, u"secondary"_s, m_content))
    , m_courier(makeLabel(theme, {}, TextStyle::Strong, {}, m_content))
    , m_shipping(makeLabel(theme, {}, TextStyle::Body, {}, m_content))
    , m_tracking(new QLineEdit(m_content))
    , m_reason(makeLabel(theme, {}, TextStyle::Body, {}, m_content))
    , m_next(new Button(theme, QString(), this))
    , m_cancel(new Button(theme, QString(), this))
    , m_label(new Button(theme, QString(), this))
    , m_print(new Button(theme, Icon::Print, {}, m_content))
    , m_prints(makeLabel(theme, {}, TextStyle::Secondary, u"secondary"_s, m_content))
{
    setObjectName(u"orderPanel"_s);
    m_title->setObjectName(u"orderTitle"_s);
    m_courier->setObjectName(u"orderCourier"_s);
    m_shipping->setObjectName(u"orderShipping"_s);
    m_tracking->setObjectName(u"orderTracking"_s);
    m_next->setObjectName(u"orderNext"_s);
    m_cancel->setObjectName(u"orderCancel"_s);
    m_label->setObjectName(u"orderLabel"_s);
    m_print->setObjectName(u"orderPrint"_s);
    m_prints->setObjectName(u"orderPrints"_s);
    m_label->setGlyph(Icon::Print);
    m_print->setMenu(new QMenu(m_print));
    m_prints->setWordWrap(true);
    m_next->setKind(Button::Kind::Primary);
    m_cancel->setKind(Button::Kind::Danger);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_recipient->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_address->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_recipient->setWordWrap(true);
    m_courier->setWordWrap(true);
    m_address->setWordWrap(true);
    m_shipping->setWordWrap(true);
    m_reason->setWordWrap(true);
    m_subtitle->setWordWrap(true);
    layOut(theme);
    connect(m_next, &Button::clicked, this, [this] {
        if (const auto next = m_order ? nextStep(m_order->head.status) : std::nullopt)
            Q_EMIT moveAsked(*next);
    });
    connect(m_cancel, &Button::clicked, this, [this] { Q_EMIT moveAsked(OrderStatus::Cancelled); });
    connect(m_label, &Button::clicked, this, [this] { Q_EMIT printAsked(ports::PrintedDocument::Label); });
    connect(m_tracking, &QLineEdit::returnPressed, m_next, &Button::click);
    retranslate();
    clear();
}

QWidget* OrderPanel::makeCards(const Theme& theme)
{
    auto* row = new QWidget(m_content);
    row->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto* across = new QHBoxLayout(row);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(12);
    const auto add = [&](const QList<QWidget*>& parts) {
        auto* card = new Card(theme, row);
        for (QWidget* part : parts)
            card->column()->addWidget(part);
        card->column()->addStretch();
        across->addWidget(card, 1);
    };
    add({m_addressTitle, m_recipient, m_address});
    add({m_shippingTitle, m_courier, m_shipping, m_tracking});
    return row;
}

void OrderPanel::layOut(const Theme& theme)
{
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_title);
    head->addWidget(m_status);
    head->addStretch();
    head->addWidget(m_print);
    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(8);
    column->addLayout(head);
    column->addWidget(m_subtitle);
    column->addSpacing(4);
    column->addWidget(m_steps);
    column->addSpacing(4);
    column->addWidget(m_lines);
    column->addSpacing(4);
    column->addWidget(makeCards(theme));
    column->addWidget(m_reason);
    column->addWidget(m_prints);
    column->addStretch();

    auto* scroll = m_scroll = new QScrollArea(this);
    scroll->setWidget(m_content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    m_content->setAutoFillBackground(false);
    auto* actions = new QHBoxLayout;
    actions->setContentsMargins(20, 8, 20, 16);
    actions->setSpacing(8);
    actions->addWidget(m_next);
    actions->addWidget(m_label);
    actions->addStretch();
    actions->addWidget(m_cancel);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(1, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(scroll, 1);
    all->addLayout(actions);
}

void OrderPanel::show(const ports::OrderDetail& order, const QTimeZone& zone)
{
    const bool other = !m_order || m_order->head.order != order.head.order;
    m_order = order;
    m_zone = zone;
    m_content->show();
    const Language language = uiLanguage();
    const ports::OrderRow& head = order.head;
    m_title->setText(tr("Order %1").arg(numberText(head.number)));
    m_scroll->setAccessibleName(m_title->text());
    m_status->set(chipOf(head.status), statusWord(head.status));
    m_subtitle->setText(u"%1 %2 · %3"_s.arg(formatLongDate(head.createdAt, zone, language),
                                            formatTime(head.createdAt, zone, language),
                                            paymentWord(order.paymentMethod)));
    m_steps->show(order, zone);
    m_lines->show(order);
    const ports::OrderAddress& to = order.address;
    m_recipient->setText(to.recipient);
    m_recipient->setVisible(!to.recipient.isEmpty());
    QStringList address{to.street, u"%1, %2 %3"_s.arg(to.city, to.province, to.postcode), phoneText(to.phone)};
    address.removeAll(QString());
    m_address->setText(address.join(u'\n'));
    showShipping();
    if (other || !head.trackingNumber.isEmpty())
        m_tracking->setText(head.trackingNumber);
    m_reason->setText(order.cancelReason.isEmpty() ? QString() : tr("Reason: %1").arg(order.cancelReason));
    m_reason->setVisible(!order.cancelReason.isEmpty());
    showActions();
    showPrints();
}

void OrderPanel::showShipping()
{
    const Language language = uiLanguage();
    const ports::OrderRow& head = m_order->head;
    // What was left out on the way cannot be filled in afterwards; it is said rather than left blank.
    const bool sent = head.status == OrderStatus::Shipped || head.status == OrderStatus::Delivered;
    const QString courier = head.courier.isEmpty() ? serviceWord(head.shippingService) : head.courier;
    m_courier->setText(courier.isEmpty() && sent ? tr("Courier not filled in") : courier);
    m_courier->setVisible(!m_courier->text().isEmpty());
    setInk(m_courier, courier.isEmpty() ? u"secondary"_s : QString());
    qint64 grams = 0;
    for (const ports::OrderLine& line : m_order->list)
        grams += qint64(line.weightGrams) * line.quantity;
    QStringList parcel{head.pieces == 1 ? tr("1 piece") : tr("%1 pieces").arg(formatCount(head.pieces, language)),
                       paperWeight(grams, language)};
    parcel.removeAll(QString());
    QStringList lines{parcel.join(u" · "_s)};
    if (sent && head.trackingNumber.isEmpty())
        lines << tr("No tracking number");
    m_shipping->setText(lines.join(u'\n'));
}

void OrderPanel::setCanPrint(bool on)
{
    m_canPrint = on;
    m_print->setVisible(on);
    m_label->setVisible(on && m_order);
}

void OrderPanel::showPrints()
{
    m_label->setVisible(m_canPrint);
    m_print->setVisible(m_canPrint);
    QStringList lines;
    const Language language = uiLanguage();
    for (const ports::PrintNote& note : std::as_const(m_order->prints)) {
        const QString what = documentTitle(note.document, language);
        const QString when = formatDateTime(note.last, m_zone, language);
        lines << (note.times == 1 ? tr("%1 printed on %2").arg(what, when)
                                  : tr("%1 printed %2 times, last on %3").arg(what).arg(note.times).arg(when));
    }
    m_prints->setText(lines.join(u'\n'));
    m_prints->setVisible(!lines.isEmpty());
}

void OrderPanel::clear()
{
    m_order.reset();
    m_content->hide();
    m_next->hide();
    m_label->hide();
    m_cancel->hide();
}

void OrderPanel::showActions()
{
    const OrderStatus status = m_order->head.status;
    const auto next = nextStep(status);
    m_next->setVisible(next.has_value());
    m_cancel->setVisible(allowedNext(status, Role::Seller).contains(OrderStatus::Cancelled));
    const bool open = status == OrderStatus::Pending || status == OrderStatus::Processing;
    m_tracking->setReadOnly(!open);
    m_tracking->setVisible(open || !m_tracking->text().isEmpty());
    if (!next)
        return;
    switch (*next) {
    case OrderStatus::Processing:
        m_next->setText(tr("Process"));
        m_next->setGlyph(Icon::HalfCircle);
        m_next->setKeyCap(tr("P"));
        break;
    case OrderStatus::Shipped:
        m_next->setText(tr("Ship"));
        m_next->setGlyph(Icon::Truck);
        m_next->setKeyCap(tr("S"));
        break;
    default:
        m_next->setText(tr("Mark as delivered"));
        m_next->setGlyph(Icon::DoneCircle);
        m_next->setKeyCap(tr("D"));
        break;
    }
}

QString OrderPanel::typedTrackingNumber() const { return m_tracking->text().trimmed(); }

void OrderPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void OrderPanel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.tokens().raised);
    painter.fillRect(0, 0, 1, height(), m_theme.tokens().line);
}

void OrderPanel::retranslate()
{
    m_addressTitle->setText(tr("Ship to"));
    m_shippingTitle->setText(tr("Shipping"));
    m_tracking->setPlaceholderText(tr("Tracking number"));
    m_tracking->setAccessibleName(tr("Tracking number"));
    m_cancel->setText(tr("Cancel…"));
    m_label->setText(tr("Label"));
    m_label->setKeyCap(tr("L"));
    m_print->setAccessibleName(tr("Print"));
    m_print->setToolTip(tr("Print (Ctrl P prints the label)"));
    m_print->menu()->clear();
    for (const auto document : {ports::PrintedDocument::Label, ports::PrintedDocument::PackingSlip,
                                ports::PrintedDocument::Invoice, ports::PrintedDocument::PickList}) {
        const QAction* action = m_print->menu()->addAction(documentTitle(document, uiLanguage()) + u'…');
        connect(action, &QAction::triggered, this, [this, document] { Q_EMIT printAsked(document); });
    }
    if (m_order)
        show(*m_order, m_zone);
}

} // namespace belanjain::ui
