// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefront/storefront.h"

#include "common/button.h"
#include "common/fields.h"
#include "common/labels.h"
#include "common/language.h"
#include "common/link_button.h"
#include "common/messages.h"
#include "common/theme.h"
#include "domain/format.h"
#include "pictures/picture_thumbnails.h"
#include "storefront/filter_bar.h"
#include "storefront/home_view.h"
#include "storefront/offline_strip.h"
#include "storefront/product_page.h"
#include "storefront/results_view.h"
#include "storefront/shop_words.h"
#include "storefront/store_view.h"
#include "storefront/suggest_box.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int longestWay = 50;
}

Storefront::Storefront(const Theme& theme, const ShopServices& services, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_services(services)
    , m_strip(new OfflineStrip(theme, services.sync, [] { return tr("Your cart is kept."); }, this))
    , m_stack(new QStackedWidget(this))
    , m_home(new HomeView(theme, services, this))
    , m_results(new ResultsView(theme, services, this))
    , m_store(new StoreView(theme, services, this))
    , m_product(new ProductPage(theme, services, this))
    , m_toast(new Toast(theme, this))
{
    setObjectName(u"storefront"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_toast->setObjectName(u"storefrontToast"_s);
    m_toast->setBottomInset(0);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHeader());
    column->addWidget(m_strip);
    for (QWidget* page : std::initializer_list<QWidget*>{m_home, m_results, m_store, m_product})
        m_stack->addWidget(page);
    column->addWidget(m_stack, 1);
    connectParts();
    m_history = {Place{}};
    retranslate();
}

Storefront::~Storefront() = default;

QWidget* Storefront::makeHeader()
{
    auto* header = new QWidget(this);
    header->setFixedHeight(measure::PageHeader);
    m_back = new Button(m_theme, Icon::ChevronLeft, {}, header);
    m_back->setObjectName(u"storefrontBack"_s);
    m_title = makeLabel(m_theme, {}, TextStyle::Page, {}, header);
    m_title->setObjectName(u"pageTitle"_s);
    m_crumb = new LinkButton(m_theme, {}, header);
    m_crumb->setObjectName(u"storefrontCategory"_s);
    m_search = new SearchField(m_theme, {}, header);
    m_search->setObjectName(u"storefrontSearch"_s);
    m_search->setKeyCap(u"Ctrl F"_s);
    m_search->setDebounce(350);
    m_search->setMaximumWidth(460);
    m_search->setMinimumWidth(220);
    m_suggest = new SuggestBox(m_theme, m_services.reader, m_services.thumbnails, *m_search, this);
    m_cart = new Button(m_theme, QString(), header);
    m_cart->setObjectName(u"storefrontCart"_s);
    m_cart->setGlyph(Icon::Cart);
    auto* row = new QHBoxLayout(header);
    row->setContentsMargins(measure::PageMargin, 0, measure::PageMargin, 0);
    row->setSpacing(8);
    row->addWidget(m_back);
    row->addWidget(m_title);
    row->addWidget(m_crumb);
    row->addSpacing(16);
    row->addWidget(m_search, 1);
    row->addStretch();
    row->addWidget(m_cart);
    return header;
}

void Storefront::connectParts()
{
    const auto open = [this](const ports::ShopCard& card) { showProduct(card.product); };
    connect(m_home, &HomeView::opened, this, open);
    connect(m_results, &ResultsView::opened, this, open);
    connect(&m_store->results(), &ResultsView::opened, this, open);
    connect(m_home, &HomeView::queryRequested, this, &Storefront::showQuery);
    connect(m_home, &HomeView::categoriesKnown, this, [this](const QList<ports::ShopCategory>& categories) {
        m_results->filters().setCategories(categories);
        m_suggest->setCategories(categories);
        Q_EMIT categoriesKnown(categories);
    });
    const auto remember = [this](const ports::ShopQuery& query) {
        m_history.back().query = query;
        m_search->showSearch(query.text);
        tellHeader();
        Q_EMIT categoryShown(query.category);
    };
    connect(m_results, &ResultsView::queryChanged, this, remember);
    connect(&m_store->results(), &ResultsView::queryChanged, this, remember);
    connect(m_results, &ResultsView::leaveRequested, this, &Storefront::showHome);
    connect(&m_store->results(), &ResultsView::leaveRequested, this, &Storefront::showHome);
    connect(m_search, &SearchField::searched, this, &Storefront::search);
    connect(m_search, &SearchField::left, this, [this] { m_stack->currentWidget()->setFocus(Qt::TabFocusReason); });
    connect(m_suggest, &SuggestBox::categoryChosen, this, [this](const QString& category) { showQuery({.category = category}); });
    connect(m_suggest, &SuggestBox::productChosen, this, open);
    connect(m_back, &Button::clicked, this, &Storefront::back);
    connect(m_crumb, &QAbstractButton::clicked, this, [this] { showQuery({.category = m_category}); });
    connect(m_cart, &Button::clicked, this, &Storefront::cartRequested);
    connect(m_product, &ProductPage::storeRequested, this, &Storefront::showStore);
    connect(m_product, &ProductPage::cartRequested, this, &Storefront::cartRequested);
    connect(m_product, &ProductPage::backRequested, this, &Storefront::back);
    connect(m_product, &ProductPage::titleChanged, this, [this](const QString& category) {
        m_category = category;
        tellHeader();
    });
    connect(m_product, &ProductPage::added, this, [this](const QString& name) {
        m_toast->showMessage(tr("%1 is in the cart").arg(name), tr("See the cart"));
    });
    connect(m_toast, &Toast::actionTriggered, this, &Storefront::cartRequested);
    const auto makeRoom = [this](const ports::SyncStatus& status) {
        m_results->filters().setBelowStrip(isOffline(status.connection));
    };
    connect(&m_services.sync, &ports::SyncControl::statusChanged, this, makeRoom);
    makeRoom(m_services.sync.status());
    connect(&m_services.cart, &ports::ShopCart::changed, this, [this](const ports::ShopCartState& state) {
        m_pieces = state.pieces;
        tellHeader();
    });
    connect(&m_services.cart, &ports::ShopCart::refused, this, [this](const VariantId&, const ports::ShopProblem& problem) {
        m_toast->showMessage(problemSentence(problem), {}, {}, Icon::Warning);
    });
    connect(&m_services.checkout, &ports::Checkout::addressesRead, this, [this](const QList<ports::SavedAddress>& addresses) {
        m_product->setAddress(addresses.isEmpty() ? ports::OrderAddress() : addresses.front().address);
    });
    const auto shortcut = [this](const QKeySequence& keys, auto slot) {
        auto* action = new QShortcut(keys, this);
        action->setContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QShortcut::activated, this, slot);
    };
    shortcut(QKeySequence(Qt::CTRL | Qt::Key_F), [this] { focusSearch(); });
    shortcut(QKeySequence(Qt::ALT | Qt::Key_Left), [this] { back(); });
    shortcut(QKeySequence(Qt::ALT | Qt::Key_Home), [this] { showHome(); });
}

void Storefront::start()
{
    m_home->reload();
    m_services.cart.read();
    m_services.checkout.read();
}

void Storefront::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

bool Storefront::isSearching() const { return window()->focusWidget() == m_search; }

void Storefront::search(const QString& text)
{
    const Place& here = m_history.back();
    const QString words = text.trimmed();
    if (here.kind == Place::Kind::Store) {
        ports::ShopQuery query = here.query;
        query.text = words;
        query.sort = words.isEmpty() ? ports::ShopSort::Popular : ports::ShopSort::Relevance;
        go({.kind = Place::Kind::Store, .query = query, .store = here.store}, Asked::ByTyping);
        return;
    }
    if (words.isEmpty()) {
        if (here.kind == Place::Kind::Results && here.query.category.isEmpty())
            go({}, Asked::ByTyping);
        else if (here.kind == Place::Kind::Results)
            go({.kind = Place::Kind::Results, .query = {.category = here.query.category}}, Asked::ByTyping);
        return;
    }
    ports::ShopQuery query = here.kind == Place::Kind::Results ? here.query : ports::ShopQuery{};
    query.text = words;
    query.sort = ports::ShopSort::Relevance;
    go({.kind = Place::Kind::Results, .query = query}, Asked::ByTyping);
}

void Storefront::showHome() { go({}); }
void Storefront::showQuery(const ports::ShopQuery& query) { go({.kind = Place::Kind::Results, .query = query}); }
void Storefront::showProduct(const ProductId& product) { go({.kind = Place::Kind::Product, .product = product}); }
void Storefront::showStore(const StoreId& store) { go({.kind = Place::Kind::Store, .store = store}); }

void Storefront::go(const Place& place, Asked asked)
{
    if (m_history.back() == place && place.kind != Place::Kind::Home) {
        if (asked == Asked::Otherwise) {
            m_suggest->close();
            m_search->showSearch(place.query.text);
        }
        return;
    }
    // Typing on is one search, not a step for every word.
    const bool typing = m_history.back().kind == place.kind && place.kind != Place::Kind::Product
                        && m_history.back().store == place.store && asked == Asked::ByTyping && isSearching();
    if (typing)
        m_history.back() = place;
    else if (!(m_history.back() == place))
        m_history.append(place);
    if (m_history.size() > longestWay)
        m_history.removeFirst();
    show(place, asked);
}

void Storefront::back()
{
    if (m_history.size() < 2)
        return;
    const Place left = m_history.takeLast();
    const Place to = m_history.back();
    m_search->showSearch(to.query.text);
    // A list that is still there is shown as it was left, at its place.
    const bool same = left.kind == Place::Kind::Product
                      && ((to.kind == Place::Kind::Results && m_results->query() == to.query)
                          || (to.kind == Place::Kind::Store && m_store->results().query().store == to.store));
    if (same) {
        m_stack->setCurrentWidget(to.kind == Place::Kind::Results ? static_cast<QWidget*>(m_results) : m_store);
        m_stack->currentWidget()->setFocus(Qt::OtherFocusReason);
        tellHeader();
    } else {
        show(to);
    }
}

void Storefront::show(const Place& place, Asked asked)
{
    const bool typing = asked == Asked::ByTyping && isSearching();
    if (!typing) {
        m_suggest->close();
        m_search->showSearch(place.query.text);
    }
    switch (place.kind) {
    case Place::Kind::Home:
        m_home->refreshRecent();
        m_stack->setCurrentWidget(m_home);
        break;
    case Place::Kind::Results:
        m_results->showQuery(place.query);
        m_stack->setCurrentWidget(m_results);
        break;
    case Place::Kind::Store:
        m_store->show(place.store, place.query);
        m_stack->setCurrentWidget(m_store);
        break;
    case Place::Kind::Product:
        m_category.clear();
        m_product->show(place.product);
        m_stack->setCurrentWidget(m_product);
        if (m_product->shown())
            m_category = m_product->shown()->card.category;
        break;
    }
    if (!typing)
        m_stack->currentWidget()->setFocus(Qt::OtherFocusReason);
    tellHeader();
    Q_EMIT categoryShown(place.kind == Place::Kind::Results ? place.query.category : QString());
}

void Storefront::tellHeader()
{
    const Place::Kind kind = m_history.back().kind;
    m_back->setVisible(kind != Place::Kind::Home && m_history.size() > 1);
    m_title->setVisible(kind != Place::Kind::Product);
    const QString& category = m_history.back().query.category;
    m_title->setText(kind == Place::Kind::Store                             ? tr("Store")
                     : kind == Place::Kind::Results && !category.isEmpty() ? categoryText(category)
                                                                           : tr("Browse"));
    m_crumb->setText(categoryText(m_category));
    m_crumb->setVisible(kind == Place::Kind::Product && !m_category.isEmpty());
    const QString cart = tr("Cart");
    m_cart->setText(m_pieces > 0 ? u"%1  %2"_s.arg(cart, formatCount(m_pieces, uiLanguage())) : cart);
}

void Storefront::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void Storefront::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_suggest->close();
}

void Storefront::retranslate()
{
    m_search->setPlaceholderText(tr("Search products or a barcode"));
    m_search->setAccessibleName(tr("Search"));
    m_back->setToolTip(tr("Back (Alt Left)"));
    m_back->setAccessibleName(tr("Back"));
    tellHeader();
}

} // namespace belanjain::ui
