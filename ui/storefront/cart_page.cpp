// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefront/cart_page.h"

#include "common/button.h"
#include "common/card.h"
#include "common/choices.h"
#include "common/labels.h"
#include "common/language.h"
#include "common/link_button.h"
#include "common/messages.h"
#include "common/theme.h"
#include "domain/format.h"
#include "orders/order_words.h"
#include "storefront/address_dialog.h"
#include "storefront/checkout_panel.h"
#include "storefront/confirm_dialog.h"
#include "storefront/offline_strip.h"
#include "storefront/shop_words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <memory>

namespace belanjain::ui {

using namespace Qt::StringLiterals;
using ports::CartTrouble;
using ports::CheckoutPhase;

CartPage::CartPage(const Theme& theme, const ShopServices& services, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_services(services)
    , m_title(makeLabel(theme, {}, TextStyle::Page, {}, this))
    , m_subtitle(makeLabel(theme, {}, TextStyle::Body, u"secondary"_s, this))
    , m_goOn(new LinkButton(theme, {}, this))
    , m_strip(new OfflineStrip(theme, services.sync, [] { return tr("Changes to the cart are kept."); }, this))
    , m_stack(new QStackedWidget(this))
    , m_full(new QWidget(this))
    , m_list(new CartList(theme, services.thumbnails))
    , m_panel(new CheckoutPanel(theme, this))
    , m_empty(new EmptyState(theme, Drawing::Cart, {}, {}, this))
    , m_done(makeResult())
    , m_toast(new Toast(theme, this))
{
    setObjectName(u"cartPage"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_title->setObjectName(u"pageTitle"_s);
    m_subtitle->setObjectName(u"cartSummary"_s);
    m_goOn->setObjectName(u"cartGoOn"_s);
    m_empty->setObjectName(u"cartEmpty"_s);
    m_toast->setObjectName(u"cartToast"_s);
    m_toast->setBottomInset(0);
    auto* header = new QWidget(this);
    header->setFixedHeight(measure::PageHeader);
    auto* head = new QHBoxLayout(header);
    head->setContentsMargins(measure::PageMargin, 0, measure::PageMargin, 0);
    head->setSpacing(12);
    head->addWidget(m_title);
    head->addWidget(m_subtitle);
    head->addStretch();
    head->addWidget(m_goOn);
    auto* line = new QFrame(this);
    line->setObjectName(u"hline"_s);
    auto* scroll = new QScrollArea(m_full);
    scroll->setWidget(m_list);
    m_list->setAutoFillBackground(false); // the page's own colour shows through
    scroll->viewport()->setAutoFillBackground(false);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* across = new QHBoxLayout(m_full);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(0);
    across->addWidget(scroll, 1);
    across->addWidget(m_panel);
    for (QWidget* page : {m_full, static_cast<QWidget*>(m_empty), m_done})
        m_stack->addWidget(page);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header);
    column->addWidget(line);
    column->addWidget(m_strip);
    column->addWidget(m_stack, 1);
    connectParts();
    m_panel->setSignInFirst(!services.signedIn);
    retranslate();
}

CartPage::~CartPage() = default;

QWidget* CartPage::makeResult()
{
    auto* page = new QWidget(this);
    page->setObjectName(u"checkoutDone"_s);
    m_doneTitle = makeLabel(m_theme, {}, TextStyle::Page, {}, page);
    m_doneTitle->setObjectName(u"checkoutDoneTitle"_s);
    m_doneText = makeLabel(m_theme, {}, TextStyle::Body, u"secondary"_s, page);
    m_doneText->setWordWrap(true);
    auto* card = new Card(m_theme, page);
    card->column()->setContentsMargins(16, 10, 16, 10);
    m_doneRows = new QVBoxLayout;
    m_doneRows->setSpacing(8);
    card->column()->addLayout(m_doneRows);
    m_toOrders = new Button(m_theme, QString(), page);
    m_toOrders->setObjectName(u"doneOrders"_s);
    m_toOrders->setKind(Button::Kind::Primary);
    m_shopOn = new Button(m_theme, QString(), page);
    m_shopOn->setObjectName(u"doneShopOn"_s);
    auto* tick = new IconLabel(m_theme, Icon::DoneCircle, &Tokens::text2, 48, page);
    tick->setFixedSize(38, 38); // without the air around the drawing, on the line of the words below
    tick->setTint(&Tokens::done);
    auto* actions = new QHBoxLayout;
    actions->setSpacing(8);
    actions->addWidget(m_toOrders);
    actions->addWidget(m_shopOn);
    actions->addStretch();
    auto* inner = new QVBoxLayout;
    inner->setSpacing(10);
    inner->addStretch(2);
    inner->addWidget(tick, 0, Qt::AlignLeft);
    inner->addWidget(m_doneTitle);
    inner->addWidget(m_doneText);
    inner->addWidget(card);
    inner->addLayout(actions);
    inner->addStretch(3);
    auto* holder = new QWidget(page);
    holder->setFixedWidth(480);
    holder->setLayout(inner);
    auto* across = new QHBoxLayout(page);
    across->addStretch();
    across->addWidget(holder);
    across->addStretch();
    return page;
}

void CartPage::connectParts()
{
    connect(&m_services.cart, &ports::ShopCart::changed, this, &CartPage::takeCart);
    connect(&m_services.checkout, &ports::Checkout::changed, this, &CartPage::takeCheckout);
    connect(&m_services.checkout, &ports::Checkout::addressesRead, this, &CartPage::takeAddresses);
    connect(&m_services.reader, &ports::ShopReader::quotesRead, this, &CartPage::takeQuotes);
    connect(&m_services.reader, &ports::ShopReader::failed, this, [this](quint64 ticket) {
        const auto at = m_tickets.constFind(ticket);
        if (at == m_tickets.cend())
            return;
        StoreShipping& shipping = m_shipping[*at];
        shipping = {.failed = true};
        m_asked.remove(*at);
        m_tickets.erase(at);
        showAll();
    });
    connect(&m_services.sync, &ports::SyncControl::statusChanged, this, [this](const ports::SyncStatus& status) {
        if (!isOffline(status.connection))
            askQuotes();
        showAll();
    });
    connect(m_list, &CartList::quantityChanged, this,
            [this](const VariantId& variant, int quantity) { m_services.cart.setQuantity(variant, quantity); });
    connect(m_list, &CartList::removed, this, &CartPage::remove);
    connect(m_list, &CartList::priceAccepted, this, [this](const VariantId& variant) { m_services.cart.acceptPrice(variant); });
    connect(m_list, &CartList::serviceChosen, this, [this](const StoreId& store, const QString& service) {
        m_shipping[store].chosen = service;
        showAll();
    });
    connect(m_list, &CartList::productRequested, this, &CartPage::productRequested);
    connect(m_list, &CartList::storeRequested, this, &CartPage::storeRequested);
    connect(m_panel, &CheckoutPanel::addressRequested, this, &CartPage::editAddress);
    connect(m_panel, &CheckoutPanel::orderRequested, this, &CartPage::confirm);
    connect(m_panel, &CheckoutPanel::retryRequested, this, [this] {
        if (m_checkout.phase == CheckoutPhase::Unanswered)
            m_services.checkout.askAgain();
        else
            m_services.checkout.acknowledge();
    });
    connect(m_goOn, &QAbstractButton::clicked, this, &CartPage::shoppingRequested);
    connect(m_empty, &EmptyState::chosen, this, [this](int index) {
        if (index == 0)
            Q_EMIT shoppingRequested();
        else
            Q_EMIT ordersRequested();
    });
    connect(m_toOrders, &Button::clicked, this, [this] {
        m_services.checkout.acknowledge();
        Q_EMIT ordersRequested();
    });
    connect(m_shopOn, &Button::clicked, this, [this] {
        m_services.checkout.acknowledge();
        Q_EMIT shoppingRequested();
    });
    connect(m_toast, &Toast::actionTriggered, this, &CartPage::undo);
    const auto shortcut = [this](const QKeySequence& keys, auto slot) {
        auto* action = new QShortcut(keys, this);
        action->setContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QShortcut::activated, this, slot);
    };
    shortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), [this] { confirm(); });
    shortcut(QKeySequence(Qt::CTRL | Qt::Key_Enter), [this] { confirm(); });
    shortcut(QKeySequence(Qt::CTRL | Qt::Key_Z), [this] { undo(); });
}

void CartPage::start()
{
    m_services.cart.read();
    m_services.checkout.read();
}

void CartPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_services.cart.refresh();
}

void CartPage::takeCart(const ports::ShopCartState& cart)
{
    const bool same = cart == m_cart;
    m_cart = cart;
    if (same)
        return;
    Q_EMIT piecesChanged(cart.pieces);
    askQuotes();
    showAll();
}

void CartPage::takeAddresses(const QList<ports::SavedAddress>& addresses)
{
    m_addresses = addresses;
    m_panel->setAddress(addresses.isEmpty() ? std::nullopt : std::optional(addresses.front().address));
    askQuotes();
    showAll();
}

void CartPage::askQuotes()
{
    if (m_addresses.isEmpty())
        return;
    const QString& postcode = m_addresses.front().address.postcode;
    for (const ports::ShopCartStore& store : std::as_const(m_cart.stores)) {
        const std::pair<QString, qint64> what{postcode, store.grams};
        if (store.buyable == 0 || m_asked.value(store.store) == what)
            continue;
        m_asked[store.store] = what;
        m_tickets.removeIf([&](const auto& each) { return each.value() == store.store; });
        const quint64 ticket = m_services.reader.newTicket();
        m_tickets[ticket] = store.store;
        m_shipping[store.store].asking = true;
        m_shipping[store.store].failed = false;
        m_services.reader.readQuotes(ticket, store.store, postcode, store.grams);
    }
}

void CartPage::takeQuotes(quint64 ticket, const QList<ports::ShippingQuote>& quotes)
{
    const auto at = m_tickets.constFind(ticket);
    if (at == m_tickets.cend())
        return;
    StoreShipping& shipping = m_shipping[*at];
    m_tickets.erase(at);
    shipping.asking = false;
    shipping.quotes = quotes;
    if (!shipping.quote()) {
        // What most people take; else the cheapest.
        const auto regular = std::find_if(quotes.cbegin(), quotes.cend(), [](const auto& one) { return one.service == u"REGULER"; });
        shipping.chosen = regular != quotes.cend() ? regular->service : quotes.isEmpty() ? QString() : quotes.front().service;
    }
    showAll();
}

int CartPage::orders() const
{
    return int(std::count_if(m_cart.stores.cbegin(), m_cart.stores.cend(), [](const auto& store) { return store.buyable > 0; }));
}

Money CartPage::shippingTotal() const
{
    Money sum;
    for (const ports::ShopCartStore& store : m_cart.stores) {
        const auto at = m_shipping.constFind(store.store);
        const ports::ShippingQuote* quote = store.buyable > 0 && at != m_shipping.cend() ? at->quote() : nullptr;
        sum.rupiah += quote ? quote->price.rupiah : 0;
    }
    return sum;
}

QString CartPage::obstacle() const
{
    if (orders() == 0)
        return tr("Nothing in the cart can be ordered now.");
    if (isOffline(m_services.sync.status().connection))
        return tr("Orders need the marketplace. The cart is kept until it answers.");
    if (!m_services.signedIn)
        return {};
    if (m_cart.locked)
        return tr("One moment, the order is on its way.");
    for (const ports::ShopCartStore& store : m_cart.stores) {
        for (const ports::ShopCartLine& line : store.lines) {
            if (line.trouble == CartTrouble::TooFew)
                return tr("There are fewer of %1 than you want. Take fewer or remove it.").arg(line.name);
        }
    }
    if (m_addresses.isEmpty())
        return tr("Add an address, then it can be ordered.");
    for (const ports::ShopCartStore& store : m_cart.stores) {
        if (store.buyable == 0)
            continue;
        const StoreShipping shipping = m_shipping.value(store.store);
        if (shipping.asking)
            return tr("Asking what shipping costs…");
        if (!shipping.quote())
            return tr("Nobody takes the parcel of %1 there. Remove its goods or choose another address.").arg(store.name);
    }
    return {};
}

void CartPage::showAll()
{
    const bool done = m_checkout.phase == CheckoutPhase::Done;
    const bool busy = m_checkout.phase == CheckoutPhase::Sending || m_checkout.phase == CheckoutPhase::Unanswered;
    QWidget* page = done ? m_done : m_cart.lines == 0 && !busy && m_checkout.phase != CheckoutPhase::Refused
                                        ? static_cast<QWidget*>(m_empty)
                                        : m_full;
    m_stack->setCurrentWidget(page);
    m_goOn->setVisible(page == m_full);
    const int stores = int(m_cart.stores.size());
    m_subtitle->setText(page == m_full && m_cart.lines > 0
                            ? tr("%1 from %2").arg(m_cart.lines == 1 ? tr("1 product") : tr("%1 products").arg(m_cart.lines),
                                                   stores == 1 ? tr("1 store") : tr("%1 stores").arg(stores))
                            : QString());
    m_list->show(m_cart, m_shipping, !m_addresses.isEmpty());
    CheckoutPanel::Sums sums{.goods = m_cart.goods, .shipping = shippingTotal()};
    for (const ports::ShopCartStore& store : std::as_const(m_cart.stores)) {
        if (store.buyable == 0)
            continue;
        const StoreShipping shipping = m_shipping.value(store.store);
        const ports::ShippingQuote* quote = shipping.quote();
        sums.shippingKnown = sums.shippingKnown && quote;
        sums.orders.append({store.name, {store.goods.rupiah + (quote ? quote->price.rupiah : 0)}});
    }
    m_panel->setSums(sums);
    m_panel->setObstacle(obstacle());
    switch (m_checkout.phase) {
    case CheckoutPhase::Sending:
        m_panel->setNews(tr("Making the orders…"), false);
        break;
    case CheckoutPhase::Unanswered:
        m_panel->setNews(m_checkout.problem.code == u"session_ended"
                             ? tr("Whether the order went through is not known yet. Sign in again, then it is asked.")
                             : tr("The answer got lost on the way. It is asked again until it comes; nothing is bought twice."),
                         false, tr("Ask now"));
        break;
    case CheckoutPhase::Refused:
        m_panel->setNews(tr("Nothing was ordered. %1").arg(problemSentence(m_checkout.problem)), true, tr("All right"));
        break;
    case CheckoutPhase::Idle:
    case CheckoutPhase::Done:
        m_panel->setNews({}, false);
        break;
    }
}

void CartPage::takeCheckout(const ports::CheckoutState& state)
{
    if (state == m_checkout)
        return;
    m_checkout = state;
    if (state.phase == CheckoutPhase::Done)
        showDone();
    showAll();
    if (state.phase == CheckoutPhase::Done && isVisible())
        m_toOrders->setFocus(Qt::OtherFocusReason);
}

void CartPage::showDone()
{
    while (std::unique_ptr<QLayoutItem> item{m_doneRows->takeAt(0)}) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
    }
    const int count = int(m_checkout.orders.size());
    m_doneTitle->setText(count == 1 ? tr("Ordered") : tr("%1 orders placed").arg(count));
    const QString total = formatRupiah(m_checkout.total);
    m_doneText->setText(count == 1 ? tr("The store has your order. You pay %1 in all.").arg(total)
                                   : tr("The stores have your orders. You pay %1 in all; each store ships its own parcel.").arg(total));
    // In the order of the cart, which is the order they were confirmed in.
    QList<ports::PlacedOrder> sorted = m_checkout.orders;
    std::stable_sort(sorted.begin(), sorted.end(), [this](const auto& a, const auto& b) {
        return m_confirmed.indexOf(a.storeName) < m_confirmed.indexOf(b.storeName);
    });
    for (const ports::PlacedOrder& order : std::as_const(sorted)) {
        auto* row = new QWidget(m_done);
        auto* across = new QHBoxLayout(row);
        across->setContentsMargins(0, 0, 0, 0);
        auto* number = makeLabel(m_theme, numberText(order.number), TextStyle::Bold, {}, row);
        number->setObjectName(u"doneNumber"_s);
        number->setTextInteractionFlags(Qt::TextSelectableByMouse);
        across->addWidget(number);
        across->addWidget(makeLabel(m_theme, order.storeName, TextStyle::Body, u"secondary"_s, row));
        across->addStretch();
        across->addWidget(makeLabel(m_theme, formatRupiah(order.total), TextStyle::Body, {}, row));
        m_doneRows->addWidget(row);
    }
}

void CartPage::remove(const VariantId& variant)
{
    const ports::ShopCartLine* line = m_cart.line(variant);
    if (!line)
        return;
    m_removed = *line;
    m_services.cart.remove(variant);
    m_toast->showMessage(tr("%1 was removed").arg(line->name), tr("Undo"), u"Ctrl Z"_s, Icon::Trash);
}

void CartPage::undo()
{
    if (!m_removed)
        return;
    m_services.cart.putBack(*m_removed);
    m_toast->showMessage(tr("%1 is back in the cart").arg(m_removed->name));
    m_removed.reset();
}

void CartPage::editAddress()
{
    auto* dialog = new AddressDialog(m_theme, m_services.regions, m_addresses, m_services.person, this);
    connect(dialog, &AddressDialog::chosen, this,
            [this](const ports::SavedAddress& address) { m_services.checkout.saveAddress(address); });
    connect(dialog, &AddressDialog::removed, this, [this](qint64 number) { m_services.checkout.removeAddress(number); });
    dialog->open();
}

void CartPage::confirm()
{
    if (m_stack->currentWidget() != m_full)
        return;
    if (!m_services.signedIn) {
        Q_EMIT signInRequested();
        return;
    }
    if (m_addresses.isEmpty() && orders() > 0 && !isOffline(m_services.sync.status().connection)) {
        editAddress();
        return;
    }
    if (!obstacle().isEmpty())
        return;
    ports::CheckoutRequest request{.address = m_addresses.front().address,
                                   .paymentMethod = m_panel->payment(),
                                   .expectedTotal = {m_cart.goods.rupiah + shippingTotal().rupiah}};
    QList<ConfirmDialog::Order> orders;
    for (const ports::ShopCartStore& store : std::as_const(m_cart.stores)) {
        if (store.buyable == 0)
            continue;
        const StoreShipping shipping = m_shipping.value(store.store);
        const ports::ShippingQuote* quote = shipping.quote();
        request.services[store.store] = quote->service;
        QStringList contents;
        for (const ports::ShopCartLine& line : store.lines) {
            if (!line.buyable())
                continue;
            request.variants.append(line.variant);
            const QString what = line.optionsLabel.isEmpty() ? line.name : u"%1 (%2)"_s.arg(line.name, line.optionsLabel);
            contents << QString::number(line.quantity) + u" × "_s + what;
        }
        orders.append({store.name, contents.join(u"; "_s),
                       u"%1, %2, %3"_s.arg(quote->name, daysText(*quote), formatRupiah(quote->price)),
                       {store.goods.rupiah + quote->price.rupiah}});
    }
    auto* dialog = new ConfirmDialog(m_theme, orders, request.address, paymentInSentence(request.paymentMethod), request.expectedTotal, this);
    QStringList stores;
    for (const ConfirmDialog::Order& order : std::as_const(orders))
        stores << order.store;
    connect(dialog, &QDialog::accepted, this, [this, request, stores] {
        m_confirmed = stores;
        m_services.checkout.acknowledge();
        m_services.checkout.place(request);
    });
    dialog->open();
}

void CartPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void CartPage::retranslate()
{
    m_title->setText(tr("Cart"));
    m_goOn->setText(tr("Continue shopping"));
    m_empty->setTexts(tr("The cart is empty"), tr("What you put into it stays here, also while you are offline."));
    m_empty->clearChoices();
    m_empty->addChoice(Icon::Shop, tr("Browse"), tr("See what the stores have"));
    m_empty->addChoice(Icon::Orders, tr("My orders"), tr("What you bought before"));
    m_toOrders->setText(tr("See my orders"));
    m_shopOn->setText(tr("Continue shopping"));
    if (m_checkout.phase == CheckoutPhase::Done)
        showDone();
    showAll();
}

} // namespace belanjain::ui
