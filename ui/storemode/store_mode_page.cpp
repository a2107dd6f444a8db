// SPDX-License-Identifier: GPL-3.0-or-later
#include "storemode/store_mode_page.h"

#include "common/button.h"
#include "common/fields.h"
#include "common/labels.h"
#include "common/language.h"
#include "common/messages.h"
#include "common/theme.h"
#include "domain/format.h"
#include "pictures/picture_thumbnails.h"
#include "storefront/shop_words.h"
#include "storemode/cart_panel.h"
#include "storemode/category_bar.h"
#include "storemode/counter_cart.h"
#include "storemode/item_view.h"
#include "storemode/keep_panel.h"
#include "storemode/nothing_view.h"
#include "storemode/order_view.h"
#include "storemode/pin_pad.h"
#include "storemode/shelf_view.h"
#include "storemode/waiting_view.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace belanjain::ui {

using namespace Qt::StringLiterals;
using ports::Connection;

namespace {

constexpr int headerHeight = 80;
constexpr int toastInset = 250;
/// Apart from the shelf's (CatalogueReader::readProducts); products are read one by one.
constexpr quint64 firstTicket = quint64(0x54) << 32;

} // namespace

StoreModePage::StoreModePage(const Theme& theme, const StoreModeServices& services, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_services(services)
    , m_cart(new CounterCart(this))
    , m_model(new ShelfModel(services.catalogue, this))
    , m_stack(new QStackedWidget(this))
    , m_item(new ItemView(theme, *m_cart, services.thumbnails, this))
    , m_waiting(new WaitingView(theme, this))
    , m_order(new OrderView(theme, services.counter, *m_cart, services.regions, this))
    , m_panel(new CartPanel(theme, *m_cart, services.thumbnails, this))
    , m_idle(services.clock)
    , m_ticket(firstTicket)
{
    setObjectName(u"storeMode"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto* header = makeHeader();
    m_shelfPage = makeShelf();
    for (QWidget* page : std::initializer_list<QWidget*>{m_shelfPage, m_item, m_waiting, m_order})
        m_stack->addWidget(page);
    auto* body = new QHBoxLayout;
    body->setSpacing(0);
    body->addWidget(m_stack, 1);
    body->addWidget(m_panel);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header);
    column->addLayout(body, 1);
    m_keep = new KeepPanel(theme, this);
    m_question = makeQuestion();
    m_pin = new PinPad(theme, services.lock, this);
    m_toast = new Toast(theme, this);
    m_toast->setObjectName(u"storeToast"_s);
    m_toast->setBottomInset(toastInset); // above the button that orders
    setTabOrder(m_search, m_categories);
    connectParts();
    connectOrdering();
    connectLock();
    retranslate();
}

StoreModePage::~StoreModePage() = default;

QWidget* StoreModePage::makeHeader()
{
    auto* header = new QWidget(this);
    header->setObjectName(u"storeModeHeader"_s);
    header->setAttribute(Qt::WA_StyledBackground);
    header->setFixedHeight(headerHeight);
    m_name = makeLabel(m_theme, {}, TextStyle::Page, {}, header);
    m_name->setObjectName(u"storeModeName"_s);
    m_name->setTextFormat(Qt::PlainText);
    m_subtitle = new ElidedLabel(m_theme, {}, TextStyle::Kiosk, header);
    m_subtitle->setInk(&Tokens::text2);
    m_search = new SearchField(m_theme, {}, header);
    m_search->setObjectName(u"storeSearch"_s);
    setControlSize(m_search, u"touch"_s);
    m_search->setMinimumWidth(260);
    m_search->setMaximumWidth(440);
    m_search->setContextMenuPolicy(Qt::NoContextMenu);
    m_offline = new QFrame(header);
    m_offline->setObjectName(u"storeOffline"_s);
    auto* cloud = new IconLabel(m_theme, Icon::Offline, &Tokens::text2, measure::IconLarge, m_offline);
    cloud->setTint(&Tokens::low);
    m_offlineText = makeLabel(m_theme, {}, TextStyle::Kiosk, u"low"_s, m_offline);
    auto* offline = new QHBoxLayout(m_offline);
    offline->setContentsMargins(12, 6, 14, 6);
    offline->setSpacing(8);
    offline->addWidget(cloud);
    offline->addWidget(m_offlineText);
    m_lock = new Button(m_theme, Icon::Lock, {}, header);
    m_lock->setObjectName(u"storeLock"_s);
    m_lock->setKind(Button::Kind::Outlined);
    m_lock->setControlSize(Button::Size::Touch);
    auto* names = new QVBoxLayout;
    names->setSpacing(0);
    names->addStretch();
    names->addWidget(m_name);
    names->addWidget(m_subtitle);
    names->addStretch();
    auto* row = new QHBoxLayout(header);
    row->setContentsMargins(24, 0, 24, 0);
    row->setSpacing(16);
    row->addWidget(new Logo(m_theme, 44, header));
    row->addLayout(names);
    row->addSpacing(24);
    row->addWidget(m_search, 1);
    row->addStretch(1);
    row->addWidget(m_offline);
    row->addWidget(m_lock);
    return header;
}

QWidget* StoreModePage::makeShelf()
{
    auto* page = new QWidget(this);
    m_categories = new CategoryBar(m_theme, page);
    m_goods = new QStackedWidget(page);
    m_shelf = new ShelfView(m_theme, *m_model, *m_cart, m_services.thumbnails, page);
    m_nothing = new NothingView(m_theme, page);
    m_nothing->setObjectName(u"storeNothing"_s);
    m_goods->addWidget(m_shelf);
    m_goods->addWidget(m_nothing);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_categories);
    column->addWidget(m_goods, 1);
    return page;
}

Overlay* StoreModePage::makeQuestion()
{
    auto* question = new Overlay(m_theme, 480, this);
    question->setObjectName(u"idleQuestion"_s);
    m_questionTitle = makeLabel(m_theme, {}, TextStyle::KioskLarge);
    m_questionText = makeLabel(m_theme, {}, TextStyle::Kiosk, u"secondary"_s);
    m_questionText->setObjectName(u"idleText"_s);
    m_questionText->setWordWrap(true);
    m_questionStay = new Button(m_theme, QString());
    m_questionStay->setObjectName(u"idleStay"_s);
    m_questionStay->setKind(Button::Kind::Primary);
    m_questionLeave = new Button(m_theme, QString());
    m_questionLeave->setObjectName(u"idleLeave"_s);
    for (Button* button : {m_questionStay, m_questionLeave})
        button->setControlSize(Button::Size::Touch);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_questionTitle, m_questionText, m_questionStay, m_questionLeave})
        question->column()->addWidget(widget);
    return question;
}

void StoreModePage::connectParts()
{
    connect(m_search, &SearchField::searched, this, [this](const QString& text) {
        m_model->show(text, m_model->category());
        showShelf();
    });
    connect(m_categories, &CategoryBar::chosen, this,
            [this](const QString& category) { m_model->show(m_model->search(), category); });
    connect(m_model, &ShelfModel::stateChanged, this, &StoreModePage::tellShelf);
    connect(m_nothing, &NothingView::chosen, this, [this] {
        m_search->showSearch({});
        m_categories->setCurrent({});
        m_model->show({}, {});
    });
    connect(m_shelf, &ShelfView::opened, this,
            [this](const ports::ProductListRow& product) { openProduct(product.product); });
    connect(m_shelf, &ShelfView::stepped, this, &StoreModePage::step);
    connect(m_item, &ItemView::backRequested, this, &StoreModePage::showShelf);
    connect(m_item, &ItemView::added, this,
            [this](const QString& name) { m_toast->showMessage(tr("%1 is in the cart").arg(name)); });
    ports::CatalogueReader& catalogue = m_services.catalogue;
    connect(&catalogue, &ports::CatalogueReader::productRead, this,
            [this](quint64 ticket, const std::optional<ports::ProductDetail>& product) {
                const auto step = m_steps.find(ticket);
                if (step != m_steps.end()) {
                    m_steps.erase(step);
                    if (product && product->variants.size() == 1 && !m_cart->add(*product, product->variants.front().variant.id, 1))
                        m_toast->showMessage(tr("There are no more of %1").arg(product->name), {}, {}, Icon::Warning);
                } else if (const auto line = m_refreshing.find(ticket); line != m_refreshing.end()) {
                    const ProductId id = *line;
                    m_refreshing.erase(line);
                    if (!isOrdered())
                        m_cart->refresh(id, product);
                } else if (ticket == m_itemTicket) {
                    takeProduct(product);
                }
            });
    connect(&catalogue, &ports::CatalogueReader::storeRead, this,
            [this](const StoreId&, const StoreProfile& profile) {
                m_name->setText(profile.name);
                m_shelf->setFewLeft(profile.lowStockThreshold);
                m_item->setFewLeft(profile.lowStockThreshold);
                if (const QTimeZone zone(profile.timeZone.toUtf8()); zone.isValid() && zone != m_zone) {
                    m_zone = zone;
                    m_waiting->setZone(zone);
                    tellConnection();
                }
            });
    connect(&catalogue, &ports::CatalogueReader::stale, this, [this] {
        refreshCart();
        if (m_item->product() && m_stack->currentWidget() == m_item) {
            m_itemTicket = ++m_ticket;
            m_services.catalogue.readProduct(m_itemTicket, *m_item->product());
        }
        m_services.inventory.readCategories();
    });
    connect(&m_services.inventory, &ports::InventoryReader::categoriesRead, m_categories, &CategoryBar::setCategories);
    connect(&m_services.sync, &ports::SyncControl::statusChanged, this, &StoreModePage::tellConnection);
    connect(&m_idle, &IdleWatch::asking, this, [this](int seconds) {
        if (!isTouched()) {
            beginAnew();
            m_idle.stir();
            return;
        }
        m_secondsLeft = seconds;
        retranslate();
        if (m_question->isHidden()) {
            m_question->open();
            m_questionStay->setFocus();
        }
    });
    connect(&m_idle, &IdleWatch::stirred, m_question, &QWidget::hide);
    connect(&m_idle, &IdleWatch::left, this, &StoreModePage::beginAnew);
    connect(m_questionStay, &Button::clicked, &m_idle, &IdleWatch::stir);
    connect(m_questionLeave, &Button::clicked, this, &StoreModePage::beginAnew);
}

void StoreModePage::connectOrdering()
{
    connect(m_panel, &CartPanel::orderRequested, this, [this] {
        m_panel->setStage(CartPanel::Stage::Ordering);
        m_stack->setCurrentWidget(m_order);
        m_order->begin();
    });
    connect(m_panel, &CartPanel::keepRequested, m_keep, &KeepPanel::ask);
    connect(m_panel, &CartPanel::clearRequested, m_cart, &CounterCart::clear);
    connect(m_panel, &CartPanel::waitingRequested, this, [this] { m_stack->setCurrentWidget(m_waiting); });
    connect(m_keep, &KeepPanel::keepRequested, this, [this](const QString& label) {
        m_services.counter.keep({.number = m_cart->waiting(), .label = label, .lines = m_cart->lines()});
    });
    connect(&m_services.counter, &ports::StoreCounter::kept, m_keep, &KeepPanel::setKept);
    connect(m_keep, &KeepPanel::finished, this, &StoreModePage::beginAnew);
    connect(&m_services.counter, &ports::StoreCounter::waitingRead, this, [this](const QList<ports::WaitingCart>& carts) {
        m_waiting->setCarts(carts);
        tellWaiting();
    });
    connect(m_stack, &QStackedWidget::currentChanged, this, &StoreModePage::tellWaiting);
    connect(m_waiting, &WaitingView::backRequested, this, &StoreModePage::showShelf);
    connect(m_waiting, &WaitingView::removeRequested, &m_services.counter, &ports::StoreCounter::removeWaiting);
    connect(m_waiting, &WaitingView::resumed, this, [this](const ports::WaitingCart& cart) {
        m_cart->load(cart);
        refreshCart();
        showShelf();
    });
    connect(m_order, &OrderView::backRequested, this, &StoreModePage::showShelf);
    connect(m_order, &OrderView::finished, this, &StoreModePage::beginAnew);
    connect(m_order, &OrderView::shortLines, m_cart, &CounterCart::cut);
    connect(m_order, &OrderView::shippingChanged, m_panel, &CartPanel::setShipping);
    connect(m_order, &OrderView::ordered, this, [this] {
        if (isOrdered())
            m_panel->setStage(CartPanel::Stage::Ordered);
    });
    connect(m_order, &OrderView::syncRequested, &m_services.sync, &ports::SyncControl::syncNow);
}

void StoreModePage::connectLock()
{
    ports::StoreLock& lock = m_services.lock;
    connect(&lock, &ports::StoreLock::pinKnown, this, [this](bool known) {
        m_pinKnown = known;
        if (known || m_established)
            Q_EMIT entered();
        else
            m_pin->choose();
    });
    connect(m_lock, &Button::clicked, this, [this] { m_pin->ask(m_pinKnown); });
    connect(m_pin, &PinPad::chosen, this, [this] {
        m_pinKnown = true;
        Q_EMIT entered();
    });
    connect(m_pin, &PinPad::unlocked, this, &StoreModePage::leaveRequested);
    connect(m_pin, &PinPad::cancelled, this, [this] {
        if (!m_pinKnown && !m_established)
            Q_EMIT leaveRequested();
        else
            m_shelf->setFocus();
    });
}

void StoreModePage::start(bool established)
{
    m_established = established;
    m_model->show({}, {});
    m_services.catalogue.readStore();
    m_services.inventory.readCategories();
    m_services.counter.read();
    tellConnection();
    m_idle.start();
    m_shelf->setFocus();
    m_services.lock.look();
}

void StoreModePage::beginAnew()
{
    m_question->hide();
    m_keep->hide();
    if (m_pin->isVisible() && (m_pinKnown || m_established))
        m_pin->hide();
    m_order->end();
    m_cart->clear();
    m_panel->setStage(CartPanel::Stage::Picking);
    m_search->showSearch({});
    m_categories->setCurrent({});
    m_model->show({}, {});
    showShelf();
    if (m_pin->isVisible())
        m_pin->setFocus();
}

bool StoreModePage::isTouched() const
{
    return !m_cart->isEmpty() || m_order->phase() != ports::CounterPhase::SignedOut || m_stack->currentWidget() == m_order;
}

void StoreModePage::showShelf()
{
    if (m_stack->currentWidget() == m_order) {
        m_order->end();
        m_panel->setStage(CartPanel::Stage::Picking);
    }
    m_stack->setCurrentWidget(m_shelfPage);
    if (!m_search->hasFocus())
        m_shelf->setFocus();
}

void StoreModePage::step(const ports::ProductListRow& product, int by)
{
    // What is in the cart is known: a tap takes effect at once, before whatever is tapped next.
    const QList<CounterCart::Entry> entries = m_cart->entries();
    const auto entry = std::find_if(entries.cbegin(), entries.cend(), [&](const CounterCart::Entry& one) {
        return one.line.product == product.product;
    });
    if (entry != entries.cend()) {
        const qint64 before = m_cart->pieces();
        m_cart->setQuantity(entry->line.variant, entry->line.quantity + by);
        if (by > 0 && m_cart->pieces() == before)
            m_toast->showMessage(tr("There are no more of %1").arg(product.name), {}, {}, Icon::Warning);
        return;
    }
    if (by > 0) {
        m_steps.insert(++m_ticket, by);
        m_services.catalogue.readProduct(m_ticket, product.product);
    }
}

void StoreModePage::openProduct(const ProductId& product)
{
    m_itemTicket = ++m_ticket;
    m_services.catalogue.readProduct(m_itemTicket, product);
}

void StoreModePage::takeProduct(const std::optional<ports::ProductDetail>& product)
{
    if (!product) {
        m_toast->showMessage(tr("This is not sold here any more"), {}, {}, Icon::Warning);
        showShelf();
        return;
    }
    m_item->show(*product);
    // Ordering is not interrupted by a card that was read late.
    if (m_stack->currentWidget() != m_order)
        m_stack->setCurrentWidget(m_item);
}

bool StoreModePage::isOrdered() const
{
    return m_stack->currentWidget() == m_order && m_order->phase() == ports::CounterPhase::Done;
}

void StoreModePage::tellWaiting()
{
    // Where they are listed already they are not offered once more.
    m_panel->setWaiting(m_stack->currentWidget() == m_waiting ? 0 : int(m_waiting->carts().size()));
}

void StoreModePage::refreshCart()
{
    if (isOrdered()) // a receipt says what was, not what there is
        return;
    const QList<ProductId> products = m_cart->products();
    for (const ProductId& product : products) {
        m_refreshing.insert(++m_ticket, product);
        m_services.catalogue.readProduct(m_ticket, product);
    }
}

void StoreModePage::tellConnection()
{
    const ports::SyncStatus status = m_services.sync.status();
    const bool offline = isOffline(status.connection) || status.connection == Connection::SignInNeeded;
    m_panel->setOffline(isOffline(status.connection));
    m_offline->setVisible(offline);
    m_offlineText->setText(status.lastSync
                               ? tr("Offline, stock as of %1").arg(formatTime(*status.lastSync, m_zone, uiLanguage()))
                               : tr("Offline"));
}

void StoreModePage::tellShelf()
{
    const bool empty = m_model->state() != ShelfModel::State::Reading && m_model->rowCount() == 0;
    m_goods->setCurrentWidget(empty ? static_cast<QWidget*>(m_nothing) : m_shelf);
    if (!empty)
        return;
    if (m_model->state() == ShelfModel::State::Failed) {
        m_nothing->setTexts(tr("The goods cannot be read"), tr("Please ask at the counter."), tr("Try again"));
    } else if (m_model->search().isEmpty() && m_model->category().isEmpty()) {
        m_nothing->setTexts(tr("Nothing is for sale yet"), tr("What the store puts up shows here at once."));
    } else {
        m_nothing->setTexts(tr("Nothing found"), tr("Try another word, or look through everything."), tr("Show everything"));
    }
}

void StoreModePage::keyPressEvent(QKeyEvent* event)
{
    // Esc leads back within store mode, and never out of it.
    if (event->key() == Qt::Key_Escape && m_stack->currentWidget() != m_order)
        showShelf();
    event->accept();
}

void StoreModePage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void StoreModePage::retranslate()
{
    m_subtitle->setText(tr("Pick what you like and order it here"));
    m_search->setPlaceholderText(tr("Search products"));
    m_search->setAccessibleName(tr("Search"));
    m_lock->setAccessibleName(tr("Leave store mode"));
    m_lock->setToolTip(tr("Leave store mode"));
    m_shelf->setAccessibleName(tr("Goods"));
    m_questionTitle->setText(tr("Are you still there?"));
    m_questionText->setText(tr("In %n second(s) the cart is emptied for whoever comes next.", nullptr, m_secondsLeft));
    m_questionStay->setText(tr("Yes, continue"));
    m_questionLeave->setText(tr("Empty it now"));
    tellConnection();
    tellShelf();
}

} // namespace belanjain::ui
