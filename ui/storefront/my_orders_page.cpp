// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefront/my_orders_page.h"

#include "common/button.h"
#include "common/card.h"
#include "common/choices.h"
#include "common/fields.h"
#include "common/focus_ring.h"
#include "common/labels.h"
#include "common/language.h"
#include "common/link_button.h"
#include "common/messages.h"
#include "common/theme.h"
#include "domain/format.h"
#include "orders/order_lines_card.h"
#include "orders/order_steps_bar.h"
#include "orders/order_words.h"
#include "pictures/picture_thumbnails.h"
#include "storefront/offline_strip.h"
#include "storefront/purchase_delegate.h"
#include "storefront/review_dialog.h"
#include "storefront/shop_words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QListView>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QStackedWidget>
#include <QTimeZone>
#include <QVBoxLayout>

#include <array>
#include <memory>

namespace belanjain::ui {

using namespace Qt::StringLiterals;
using State = PurchasesModel::State;

namespace {

constexpr int panelWidth = 520;
constexpr std::array<std::optional<OrderStatus>, 6> tabs{std::nullopt,         OrderStatus::Pending,   OrderStatus::Processing,
                                                         OrderStatus::Shipped, OrderStatus::Delivered, OrderStatus::Cancelled};

} // namespace

MyOrdersPage::MyOrdersPage(const Theme& theme, const ShopServices& services, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_services(services)
    , m_model(services.purchases)
    , m_strip(new OfflineStrip(theme, services.sync, {}, this))
    , m_tabs(new CountTabs(theme, this))
    , m_stack(new QStackedWidget(this))
    , m_list(new QListView(this))
    , m_empty(new EmptyState(theme, Drawing::Receipts, {}, {}, this))
    , m_toast(new Toast(theme, this))
{
    setObjectName(u"myOrdersPage"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_tabs->setObjectName(u"myOrdersTabs"_s);
    m_empty->setObjectName(u"myOrdersEmpty"_s);
    m_toast->setObjectName(u"myOrdersToast"_s);
    m_toast->setBottomInset(0);
    m_list->setObjectName(u"myOrdersList"_s);
    m_list->setProperty(FocusRing::OwnFocus, true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(true);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setItemDelegate(new PurchaseDelegate(theme, services.thumbnails, m_list));
    m_list->setModel(&m_model);
    auto* across = new QWidget(this);
    auto* row = new QHBoxLayout(across);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_list, 1);
    row->addWidget(makePanel());
    m_stack->addWidget(across);
    m_stack->addWidget(m_empty);
    auto* tabRow = new QHBoxLayout;
    tabRow->setContentsMargins(measure::PageMargin, 0, measure::PageMargin, 0);
    tabRow->addWidget(m_tabs);
    tabRow->addStretch();
    auto* line = new QFrame(this);
    line->setObjectName(u"hline"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHeader());
    column->addWidget(m_strip);
    column->addLayout(tabRow);
    column->addWidget(line);
    column->addWidget(m_stack, 1);
    setFocusProxy(m_list);
    connectParts();
    retranslate();
}

MyOrdersPage::~MyOrdersPage() = default;

QWidget* MyOrdersPage::makeHeader()
{
    auto* header = new QWidget(this);
    header->setFixedHeight(measure::PageHeader);
    m_title = makeLabel(m_theme, {}, TextStyle::Page, {}, header);
    m_title->setObjectName(u"pageTitle"_s);
    m_search = new SearchField(m_theme, {}, header);
    m_search->setObjectName(u"myOrdersSearch"_s);
    m_search->setKeyCap(u"Ctrl F"_s);
    m_search->setDebounce(300);
    m_search->setFixedWidth(280);
    auto* row = new QHBoxLayout(header);
    row->setContentsMargins(measure::PageMargin, 0, measure::PageMargin, 0);
    row->addWidget(m_title);
    row->addStretch();
    row->addWidget(m_search);
    return header;
}

QWidget* MyOrdersPage::makePanel()
{
    auto* panel = new QFrame(this);
    panel->setObjectName(u"sidePanel"_s);
    panel->setFixedWidth(panelWidth);
    m_panel = panel;
    m_content = new QWidget;
    m_number = makeLabel(m_theme, {}, TextStyle::Page, {}, m_content);
    m_number->setObjectName(u"purchaseNumber"_s);
    m_number->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_status = new Chip(m_theme, ChipKind::New, {}, m_content);
    m_placed = makeLabel(m_theme, {}, TextStyle::Body, u"secondary"_s, m_content);
    m_placed->setTextFormat(Qt::PlainText);
    m_placed->setWordWrap(true);
    m_steps = new OrderStepsBar(m_theme, m_content);
    m_lines = new OrderLinesCard(m_theme, m_services.thumbnails, m_content);
    m_reviewsTitle = makeLabel(m_theme, {}, TextStyle::Section, {}, m_content);
    m_reviews = new QVBoxLayout;
    m_reviews->setSpacing(4);
    const auto part = [this](QLabel*& title, QLabel*& text) {
        auto* card = new Card(m_theme, m_content);
        title = makeLabel(m_theme, {}, TextStyle::Header, u"secondary"_s, card);
        text = makeLabel(m_theme, {}, TextStyle::Body, {}, card);
        text->setTextFormat(Qt::PlainText);
        text->setWordWrap(true);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        card->column()->addWidget(title);
        card->column()->addWidget(text);
        card->column()->addStretch();
        return card;
    };
    auto* cards = new QHBoxLayout;
    cards->setSpacing(12);
    cards->addWidget(part(m_addressTitle, m_address), 1);
    cards->addWidget(part(m_shippingTitle, m_shipping), 1);
    m_reason = makeLabel(m_theme, {}, TextStyle::Body, {}, m_content);
    m_reason->setWordWrap(true);
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_number);
    head->addWidget(m_status);
    head->addStretch();
    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(10);
    column->addLayout(head);
    column->addWidget(m_placed);
    column->addWidget(m_steps);
    column->addWidget(m_lines);
    column->addWidget(m_reviewsTitle);
    column->addLayout(m_reviews);
    column->addLayout(cards);
    column->addWidget(m_reason);
    column->addStretch(1);
    auto* scroll = new QScrollArea(panel);
    scroll->setWidget(m_content);
    m_content->setAutoFillBackground(false);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    m_confirm = new Button(m_theme, QString(), panel);
    m_confirm->setObjectName(u"purchaseConfirm"_s);
    m_confirm->setKind(Button::Kind::Primary);
    m_cancel = new Button(m_theme, QString(), panel);
    m_cancel->setObjectName(u"purchaseCancel"_s);
    m_cancel->setKind(Button::Kind::Danger);
    m_store = new Button(m_theme, QString(), panel);
    m_store->setObjectName(u"purchaseStore"_s);
    m_store->setGlyph(Icon::Shop);
    m_hint = makeLabel(m_theme, {}, TextStyle::Secondary, u"secondary"_s, panel);
    m_hint->setWordWrap(true);
    auto* actions = new QHBoxLayout;
    actions->setSpacing(8);
    actions->addWidget(m_confirm);
    actions->addWidget(m_store);
    actions->addStretch();
    actions->addWidget(m_cancel);
    auto* foot = new QVBoxLayout;
    foot->setContentsMargins(20, 8, 20, 16);
    foot->setSpacing(6);
    foot->addWidget(m_hint);
    foot->addLayout(actions);
    auto* outer = new QVBoxLayout(panel);
    outer->setContentsMargins(1, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(scroll, 1);
    outer->addLayout(foot);
    return panel;
}

void MyOrdersPage::connectParts()
{
    ports::Purchases& purchases = m_services.purchases;
    connect(&m_model, &PurchasesModel::stateChanged, this, &MyOrdersPage::tell);
    connect(&m_model, &QAbstractItemModel::modelReset, this, [this] {
        // The order that is read stays the one that is read.
        const int row = std::max(0, m_model.rowOf(m_current));
        if (m_model.rowCount() > 0)
            m_list->setCurrentIndex(m_model.index(row));
        else
            choose({});
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &MyOrdersPage::chosen);
    if (m_services.thumbnails)
        connect(m_services.thumbnails, &ThumbnailSource::arrived, m_list->viewport(), qOverload<>(&QWidget::update));
    connect(&m_theme, &Theme::changed, m_list->viewport(), qOverload<>(&QWidget::update));
    connect(m_tabs, &CountTabs::changed, this, [this](int index) {
        ports::PurchaseQuery query = m_model.query();
        query.status = tabs.at(size_t(index));
        m_model.setQuery(query);
    });
    connect(m_search, &SearchField::searched, this, [this](const QString& text) {
        ports::PurchaseQuery query = m_model.query();
        query.search = text;
        m_model.setQuery(query);
    });
    connect(m_search, &SearchField::left, m_list, [this] { m_list->setFocus(Qt::TabFocusReason); });
    connect(&purchases, &ports::Purchases::stale, this, [this] {
        m_services.purchases.countOpen();
        if (isVisible())
            m_model.reload();
    });
    connect(&purchases, &ports::Purchases::openCounted, this, &MyOrdersPage::openCounted);
    connect(&purchases, &ports::Purchases::moved, this, [this](const ports::Purchase& now) {
        m_busy = false;
        m_model.replace(now);
        m_services.purchases.countOpen();
        tellPanel();
        m_toast->showMessage(now.order.head.status == OrderStatus::Cancelled ? tr("The order is cancelled")
                                                                             : tr("Thank you, the store knows that it arrived"));
    });
    connect(&purchases, &ports::Purchases::moveRefused, this,
            [this](const OrderId&, const ports::ShopProblem& problem) { refused(problem); });
    connect(&purchases, &ports::Purchases::reviewed, this, [this](const ProductId&) {
        if (m_review)
            m_review->accept();
        m_toast->showMessage(tr("Your review is out"), {}, {}, Icon::Star);
        m_model.reload();
    });
    connect(&purchases, &ports::Purchases::reviewRefused, this, [this](const ProductId&, const ports::ShopProblem& problem) {
        if (m_review)
            m_review->refuse(problemSentence(problem));
    });
    connect(&m_services.sync, &ports::SyncControl::statusChanged, this, [this] { tellPanel(); });
    connect(m_confirm, &Button::clicked, this, &MyOrdersPage::confirm);
    connect(m_cancel, &Button::clicked, this, &MyOrdersPage::cancel);
    connect(m_store, &Button::clicked, this, [this] {
        if (const int row = m_model.rowOf(m_current); row >= 0)
            Q_EMIT storeRequested(m_model.purchase(row).store);
    });
    connect(m_empty, &EmptyState::chosen, this, [this](int) {
        if (m_model.state() == State::Failed)
            m_model.setQuery(m_model.query());
        else if (m_model.query() == ports::PurchaseQuery{})
            Q_EMIT shoppingRequested();
        else {
            m_search->showSearch({});
            m_tabs->setCurrent(0);
            m_model.setQuery({});
        }
    });
    auto* find = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_F), this);
    find->setContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, this, [this] { m_search->setFocus(Qt::ShortcutFocusReason); });
}

void MyOrdersPage::start() { m_services.purchases.countOpen(); }

void MyOrdersPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_model.reload();
}

bool MyOrdersPage::offline() const { return isOffline(m_services.sync.status().connection); }

void MyOrdersPage::chosen(const QModelIndex& index)
{
    choose(index.isValid() ? m_model.purchase(index.row()).order.head.order : OrderId());
}

void MyOrdersPage::choose(const OrderId& order)
{
    m_current = order;
    tellPanel();
}

void MyOrdersPage::tell()
{
    const bool none = m_model.state() == State::Failed || (m_model.state() == State::Ready && m_model.rowCount() == 0);
    m_stack->setCurrentIndex(none ? 1 : 0);
    if (!none) {
        tellPanel();
        return;
    }
    m_empty->clearChoices();
    if (m_model.state() == State::Failed) {
        m_empty->setTexts(tr("Your orders were not seen here yet"), problemSentence(m_model.problem()));
        m_empty->addChoice(Icon::Sync, tr("Try again"), tr("Ask the marketplace again"));
    } else if (m_model.query() == ports::PurchaseQuery{}) {
        m_empty->setTexts(tr("You have not ordered anything yet"), tr("Your orders and their progress appear here."));
        m_empty->addChoice(Icon::Shop, tr("Browse"), tr("See what the stores have"));
    } else {
        m_empty->setTexts(tr("No such order"), tr("None of your orders matches."));
        m_empty->addChoice(Icon::Orders, tr("All orders"), tr("Without filter and search"));
    }
}

void MyOrdersPage::tellPanel()
{
    const int row = m_model.rowOf(m_current);
    m_panel->setVisible(row >= 0);
    if (row < 0)
        return;
    const ports::Purchase& purchase = m_model.purchase(row);
    const ports::OrderDetail& order = purchase.order;
    const QTimeZone zone = QTimeZone::systemTimeZone();
    m_number->setText(numberText(order.head.number));
    m_status->set(chipOf(order.head.status), purchaseWord(order.head.status));
    m_placed->setText(tr("%1, ordered on %2 at %3\nPayment: %4")
                          .arg(purchase.storeName, formatDate(order.head.createdAt, zone, uiLanguage()),
                               formatTime(order.head.createdAt, zone, uiLanguage()), paymentInSentence(order.paymentMethod)));
    m_steps->setWords({purchaseWord(OrderStatus::Pending), purchaseWord(OrderStatus::Processing),
                       purchaseWord(OrderStatus::Shipped), purchaseWord(OrderStatus::Delivered)});
    m_steps->show(order, zone);
    m_lines->show(order);
    m_address->setText(u"%1\n%2\n%3\n%4, %5 %6"_s.arg(order.address.recipient, order.address.phone, order.address.street,
                                                     order.address.city, order.address.province, order.address.postcode));
    QStringList shipping{serviceWord(purchase.shippingService)};
    shipping << order.head.courier
             << (order.head.trackingNumber.isEmpty() ? QString() : tr("Tracking number %1").arg(order.head.trackingNumber));
    shipping.removeAll(QString());
    m_shipping->setText(shipping.isEmpty() ? tr("Not shipped yet") : shipping.join(u'\n'));
    m_reason->setText(order.cancelReason.isEmpty() ? QString() : tr("Cancelled: %1").arg(order.cancelReason));
    m_reason->setVisible(!m_reason->text().isEmpty());
    tellLines(purchase);
    tellButtons(purchase);
}

void MyOrdersPage::tellLines(const ports::Purchase& purchase)
{
    while (std::unique_ptr<QLayoutItem> item{m_reviews->takeAt(0)}) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            for (QWidget* each : widget->findChildren<QWidget*>())
                each->setObjectName({}); // soon gone, and not to be found until then
            widget->deleteLater();
        }
    }
    const bool delivered = purchase.order.head.status == OrderStatus::Delivered;
    m_reviewsTitle->setVisible(delivered);
    if (!delivered)
        return;
    QList<ProductId> shown;
    for (const ports::OrderLine& line : purchase.order.list) {
        if (shown.contains(line.product))
            continue;
        shown.append(line.product);
        auto* row = new QWidget(m_content);
        auto* across = new QHBoxLayout(row);
        across->setContentsMargins(0, 0, 0, 0);
        across->setSpacing(8);
        auto* name = new ElidedLabel(m_theme, line.name, TextStyle::Body, row);
        across->addWidget(name, 1);
        if (purchase.reviewed.contains(line.product)) {
            auto* tick = new IconLabel(m_theme, Icon::DoneCircle, &Tokens::text2, measure::IconNormal, row);
            tick->setTint(&Tokens::done);
            across->addWidget(tick);
            across->addWidget(makeLabel(m_theme, tr("Reviewed"), TextStyle::Body, u"done"_s, row));
        } else {
            auto* write = new Button(m_theme, tr("Write a review"), row);
            write->setControlSize(Button::Size::Small);
            write->setGlyph(Icon::Star);
            write->setObjectName(u"purchaseReview"_s);
            write->setEnabled(!offline());
            connect(write, &Button::clicked, this, [this, product = line.product, what = line.name] { review(product, what); });
            across->addWidget(write);
        }
        m_reviews->addWidget(row);
    }
}

void MyOrdersPage::tellButtons(const ports::Purchase& purchase)
{
    const OrderStatus status = purchase.order.head.status;
    const QList<OrderStatus> next = allowedNext(status, Role::Customer);
    m_confirm->setVisible(next.contains(OrderStatus::Delivered));
    m_cancel->setVisible(next.contains(OrderStatus::Cancelled));
    m_confirm->setEnabled(!m_busy && !offline());
    m_cancel->setEnabled(!m_busy && !offline());
    const bool steps = !m_confirm->isHidden() || !m_cancel->isHidden();
    m_hint->setText(offline() && steps ? tr("Steps of an order need the marketplace.")
                    : status == OrderStatus::Processing
                        ? tr("The store is packing it. To cancel now, ask the store.")
                        : QString());
    m_hint->setVisible(!m_hint->text().isEmpty());
}

void MyOrdersPage::cancel()
{
    const int row = m_model.rowOf(m_current);
    if (row < 0 || m_busy)
        return;
    auto* dialog = new QDialog(this);
    dialog->setObjectName(u"cancelDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Cancel the order"));
    auto* text = makeLabel(m_theme, tr("Cancel the order from %1? What was paid comes back.").arg(m_model.purchase(row).storeName),
                           TextStyle::Body, {}, dialog);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    auto* keep = new Button(m_theme, tr("Keep it"), dialog);
    keep->setAutoDefault(false);
    auto* yes = new Button(m_theme, tr("Cancel the order"), dialog);
    yes->setObjectName(u"cancelConfirm"_s);
    yes->setKind(Button::Kind::Danger);
    yes->setDefault(true);
    auto* actions = new QHBoxLayout;
    actions->setSpacing(8);
    actions->addStretch();
    actions->addWidget(keep);
    actions->addWidget(yes);
    auto* column = new QVBoxLayout(dialog);
    column->setContentsMargins(20, 18, 20, 18);
    column->setSpacing(16);
    column->addWidget(text);
    column->addLayout(actions);
    dialog->setMinimumWidth(400);
    connect(keep, &Button::clicked, dialog, &QDialog::reject);
    connect(yes, &Button::clicked, dialog, &QDialog::accept);
    connect(dialog, &QDialog::accepted, this, [this, order = m_current] {
        m_busy = true;
        m_services.purchases.cancel(order, {});
        tellPanel();
    });
    dialog->open();
}

void MyOrdersPage::confirm()
{
    if (m_busy || m_current.isNull())
        return;
    m_busy = true;
    m_services.purchases.confirmReceipt(m_current);
    tellPanel();
}

void MyOrdersPage::review(const ProductId& product, const QString& name)
{
    auto* dialog = new ReviewDialog(m_theme, product, name, this);
    m_review = dialog;
    connect(dialog, &ReviewDialog::sent, this,
            [this, product](int rating, const QString& comment) { m_services.purchases.review(product, rating, comment); });
    dialog->open();
}

void MyOrdersPage::refused(const ports::ShopProblem& problem)
{
    m_busy = false;
    m_toast->showMessage(problemSentence(problem), {}, {}, Icon::Warning);
    m_model.reload();
    tellPanel();
}

void MyOrdersPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void MyOrdersPage::retranslate()
{
    m_title->setText(tr("My orders"));
    m_search->setPlaceholderText(tr("Number or product"));
    m_search->setAccessibleName(tr("Search my orders"));
    QStringList words;
    for (const std::optional<OrderStatus>& status : tabs)
        words << (status ? purchaseWord(*status) : tr("All"));
    m_tabs->setTabs(words);
    m_addressTitle->setText(tr("Delivery address"));
    m_shippingTitle->setText(tr("Shipping"));
    m_reviewsTitle->setText(tr("How was it?"));
    m_confirm->setText(tr("It has arrived"));
    m_cancel->setText(tr("Cancel the order"));
    m_store->setText(tr("Visit the store"));
    tell();
}

} // namespace belanjain::ui
