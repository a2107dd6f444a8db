// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefront/checkout_panel.h"

#include "common/button.h"
#include "common/card.h"
#include "common/labels.h"
#include "common/link_button.h"
#include "common/theme.h"
#include "domain/format.h"
#include "orders/order_words.h"
#include "storefront/payment_row.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

#include <memory>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int panelWidth = 380;

QHBoxLayout* sumRow(QLabel* word, QLabel* amount)
{
    auto* row = new QHBoxLayout;
    row->addWidget(word);
    row->addStretch();
    row->addWidget(amount);
    return row;
}

} // namespace

CheckoutPanel::CheckoutPanel(const Theme& theme, QWidget* parent)
    : QFrame(parent)
    , m_theme(theme)
{
    setObjectName(u"sidePanel"_s);
    setFixedWidth(panelWidth);
    m_addressTitle = makeLabel(theme, {}, TextStyle::Section, {}, this);
    m_change = new LinkButton(theme, {}, this);
    m_change->setObjectName(u"addressChange"_s);
    auto* addressCard = new Card(theme, this);
    m_who = makeLabel(theme, {}, TextStyle::Strong, {}, addressCard);
    m_where = makeLabel(theme, {}, TextStyle::Body, u"secondary"_s, addressCard);
    m_who->setTextFormat(Qt::PlainText);
    m_where->setTextFormat(Qt::PlainText);
    m_where->setObjectName(u"addressText"_s);
    m_where->setWordWrap(true);
    addressCard->column()->addWidget(m_who);
    addressCard->column()->addWidget(m_where);
    m_paymentTitle = makeLabel(theme, {}, TextStyle::Section, {}, this);
    m_paymentCard = new Card(theme, this);
    makePayments();
    m_sumsTitle = makeLabel(theme, {}, TextStyle::Section, {}, this);
    m_orderRows = new QVBoxLayout;
    m_orderRows->setSpacing(4);
    m_goodsWord = makeLabel(theme, {}, TextStyle::Body, u"secondary"_s, this);
    m_goods = makeLabel(theme, {}, TextStyle::Body, u"secondary"_s, this);
    m_shippingWord = makeLabel(theme, {}, TextStyle::Body, u"secondary"_s, this);
    m_shipping = makeLabel(theme, {}, TextStyle::Body, u"secondary"_s, this);
    m_totalWord = makeLabel(theme, {}, TextStyle::Page, {}, this);
    m_total = makeLabel(theme, {}, TextStyle::Page, {}, this);
    m_total->setObjectName(u"checkoutTotal"_s);
    m_newsIcon = new IconLabel(theme, Icon::Warning, &Tokens::text2, measure::IconNormal, this);
    m_news = makeLabel(theme, {}, TextStyle::Body, {}, this);
    m_news->setObjectName(u"checkoutNews"_s);
    m_news->setWordWrap(true);
    m_retry = new LinkButton(theme, {}, this);
    m_retry->setObjectName(u"checkoutRetry"_s);
    m_order = new Button(theme, QString(), this);
    m_order->setObjectName(u"checkoutOrder"_s);
    m_order->setKind(Button::Kind::Primary);
    m_order->setControlSize(Button::Size::Large);
    m_order->setKeyCap(u"Ctrl Enter"_s);
    m_foot = makeLabel(theme, {}, TextStyle::Secondary, u"secondary"_s, this);
    m_foot->setObjectName(u"checkoutObstacle"_s);
    m_foot->setWordWrap(true);

    auto* top = new QWidget;
    auto* upper = new QVBoxLayout(top);
    upper->setContentsMargins(20, 16, 20, 8);
    upper->setSpacing(8);
    auto* head = new QHBoxLayout;
    head->addWidget(m_addressTitle);
    head->addStretch();
    head->addWidget(m_change);
    upper->addLayout(head);
    upper->addWidget(addressCard);
    upper->addSpacing(8);
    upper->addWidget(m_paymentTitle);
    upper->addWidget(m_paymentCard);
    upper->addStretch();
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(top);
    top->setAutoFillBackground(false);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    auto* line = new QFrame(this);
    line->setObjectName(u"hline"_s);
    auto* news = new QHBoxLayout;
    news->setSpacing(8);
    news->addWidget(m_newsIcon, 0, Qt::AlignTop);
    news->addWidget(m_news, 1);
    auto* lower = new QVBoxLayout;
    lower->setContentsMargins(20, 8, 20, 16);
    lower->setSpacing(6);
    lower->addWidget(m_sumsTitle);
    lower->addSpacing(2);
    lower->addLayout(m_orderRows);
    lower->addSpacing(2);
    lower->addWidget(line);
    lower->addSpacing(2);
    lower->addLayout(sumRow(m_goodsWord, m_goods));
    lower->addLayout(sumRow(m_shippingWord, m_shipping));
    lower->addLayout(sumRow(m_totalWord, m_total));
    lower->addSpacing(4);
    lower->addLayout(news);
    lower->addWidget(m_retry, 0, Qt::AlignLeft);
    lower->addWidget(m_order);
    lower->addWidget(m_foot);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(scroll, 1);
    column->addLayout(lower);
    connect(m_change, &QAbstractButton::clicked, this, &CheckoutPanel::addressRequested);
    connect(m_order, &Button::clicked, this, &CheckoutPanel::orderRequested);
    connect(m_retry, &QAbstractButton::clicked, this, &CheckoutPanel::retryRequested);
    setNews({}, false);
    retranslate();
}

void CheckoutPanel::makePayments()
{
    // Inside the card's line; exclusive because they share their parent.
    m_paymentCard->column()->setContentsMargins(1, 1, 1, 1);
    m_paymentCard->column()->setSpacing(0);
    const auto add = [&](const QString& method, Icon icon) {
        auto* row = new PaymentRow(m_theme, icon, m_paymentCard);
        row->setObjectName(u"pay."_s + method);
        m_paymentCard->column()->addWidget(row);
        m_payments.append({method, row});
    };
    add(u"BANK_TRANSFER"_s, Icon::Bank);
    add(u"EWALLET"_s, Icon::Wallet);
    add(u"CARD"_s, Icon::Card);
    add(u"COD"_s, Icon::Cash);
    m_payments.front().row->setEnds(true, false);
    m_payments.back().row->setEnds(false, true);
    m_payments.front().row->setChecked(true);
}

QString CheckoutPanel::payment() const
{
    for (const Payment& payment : m_payments) {
        if (payment.row->isChecked())
            return payment.method;
    }
    return m_payments.front().method;
}

void CheckoutPanel::setAddress(const std::optional<ports::OrderAddress>& address)
{
    m_address = address;
    retranslate();
}

void CheckoutPanel::setSums(const Sums& sums)
{
    m_sums = sums;
    while (std::unique_ptr<QLayoutItem> item{m_orderRows->takeAt(0)}) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
    }
    int number = 0;
    for (const Line& order : sums.orders) {
        auto* row = new QWidget(this);
        auto* across = new QHBoxLayout(row);
        across->setContentsMargins(0, 0, 0, 0);
        auto* name = new ElidedLabel(m_theme, tr("Order %1, %2").arg(QString::number(++number), order.name), TextStyle::Body, row);
        across->addWidget(name, 1);
        across->addWidget(makeLabel(m_theme, formatRupiah(order.total), TextStyle::Body, {}, row));
        m_orderRows->addWidget(row);
    }
    retranslate();
}

void CheckoutPanel::setObstacle(const QString& text)
{
    m_obstacle = text;
    m_order->setEnabled(text.isEmpty());
    retranslate();
}

void CheckoutPanel::setNews(const QString& text, bool trouble, const QString& retry)
{
    m_news->setText(text);
    m_news->setVisible(!text.isEmpty());
    m_newsIcon->setVisible(!text.isEmpty());
    m_newsIcon->setIcon(trouble ? Icon::Warning : Icon::Clock);
    m_newsIcon->setTint(trouble ? &Tokens::out : &Tokens::waiting);
    setInk(m_news, trouble ? u"out"_s : u"waiting"_s);
    m_retry->setText(retry);
    m_retry->setVisible(!retry.isEmpty());
}

void CheckoutPanel::setSignInFirst(bool on)
{
    m_signInFirst = on;
    retranslate();
}

void CheckoutPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        setSums(m_sums);
    QFrame::changeEvent(event);
}

void CheckoutPanel::retranslate()
{
    m_addressTitle->setText(tr("Address"));
    m_change->setText(m_address ? tr("Change") : tr("Add"));
    m_change->setAccessibleName(m_address ? tr("Change the address") : tr("Add an address"));
    if (m_address) {
        m_who->setText(u"%1, %2"_s.arg(m_address->recipient, m_address->phone));
        m_where->setText(u"%1\n%2, %3 %4"_s.arg(m_address->street, m_address->city, m_address->province, m_address->postcode));
    } else {
        m_who->setText(tr("No address yet"));
        m_where->setText(tr("Shipping depends on the address."));
    }
    m_paymentTitle->setText(tr("Pay with"));
    for (const Payment& payment : std::as_const(m_payments)) {
        payment.row->setText(paymentWord(payment.method));
        const QString note = payment.method == u"BANK_TRANSFER" ? tr("Checked automatically, within 10 minutes")
                             : payment.method == u"EWALLET"     ? tr("Scan a QR code")
                             : payment.method == u"COD"         ? tr("Have the amount ready")
                                                                : QString();
        payment.row->setNote(note);
    }
    const int orders = int(m_sums.orders.size());
    m_sumsTitle->setText(orders == 1 ? tr("This makes 1 order") : tr("This makes %1 orders").arg(orders));
    m_goodsWord->setText(tr("Goods"));
    m_goods->setText(formatRupiah(m_sums.goods));
    m_shippingWord->setText(tr("Shipping"));
    m_shipping->setText(m_sums.shippingKnown ? formatRupiah(m_sums.shipping) : u"–"_s);
    // A total that is not one yet does not look like one.
    const TextStyle style = m_sums.shippingKnown ? TextStyle::Page : TextStyle::Section;
    m_totalWord->setFont(m_theme.tabularFont(style));
    m_total->setFont(m_theme.tabularFont(style));
    m_totalWord->setText(m_sums.shippingKnown ? tr("Total") : tr("Total without shipping"));
    const QString total = formatRupiah({m_sums.goods.rupiah + m_sums.shipping.rupiah});
    m_total->setText(total);
    m_order->setText(m_signInFirst  ? tr("Sign in and order")
                     : orders == 1 ? tr("Place the order, %1").arg(total)
                                   : tr("Place %1 orders, %2").arg(QString::number(orders), total));
    m_foot->setText(!m_obstacle.isEmpty() ? m_obstacle
                    : m_signInFirst       ? tr("Sign in first; your cart comes along.")
                                          : tr("Stock is reserved when you press the button. Each store ships separately."));
    setInk(m_foot, u"secondary"_s);
}

} // namespace belanjain::ui
