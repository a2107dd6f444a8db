// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefront/product_page.h"

#include "common/button.h"
#include "common/card.h"
#include "common/choices.h"
#include "common/labels.h"
#include "common/language.h"
#include "common/theme.h"
#include "domain/format.h"
#include "storefront/gallery.h"
#include "storefront/option_picker.h"
#include "storefront/rating_bars.h"
#include "storefront/review_list.h"
#include "storefront/shop_words.h"
#include "storefront/stars.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <memory>
#include <numeric>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int sideWidth = 264;
constexpr int mostAtOnce = 999;

void empty(QLayout* layout)
{
    while (std::unique_ptr<QLayoutItem> item{layout->takeAt(0)}) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
    }
}

} // namespace

ProductPage::ProductPage(const Theme& theme, const ShopServices& services, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_services(services)
    , m_stack(new QStackedWidget(this))
    , m_scroll(new QScrollArea(this))
    , m_trouble(new EmptyState(theme, Drawing::Nothing, {}, {}, this))
{
    setObjectName(u"productPage"_s);
    m_trouble->setObjectName(u"productTrouble"_s);
    auto* content = new QWidget;
    content->setObjectName(u"page"_s);
    auto* columns = new QHBoxLayout(content);
    columns->setContentsMargins(measure::PageMargin, 20, measure::PageMargin, 24);
    columns->setSpacing(32);
    columns->addWidget(makeLeft(content), 10, Qt::AlignTop);
    columns->addWidget(makeMiddle(content), 10, Qt::AlignTop);
    columns->addWidget(makeRight(content), 0, Qt::AlignTop);
    m_scroll->setWidget(content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_stack->addWidget(m_scroll);
    m_stack->addWidget(m_trouble);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);

    connect(&services.reader, &ports::ShopReader::productRead, this, &ProductPage::take);
    connect(&services.reader, &ports::ShopReader::failed, this, &ProductPage::fail);
    connect(&services.reader, &ports::ShopReader::storeRead, this, [this](quint64 ticket, const ports::ShopStore& store) {
        if (ticket != m_storeTicket)
            return;
        m_storeSeen = store;
        tellStore();
    });
    connect(&services.reader, &ports::ShopReader::quotesRead, this,
            [this](quint64 ticket, const QList<ports::ShippingQuote>& quotes) {
                if (ticket == m_quoteTicket)
                    tellQuotes(quotes);
            });
    connect(&services.reader, &ports::ShopReader::stale, this, [this] {
        if (!m_id.isNull() && isVisible())
            show(m_id);
    });
    connect(m_options, &OptionPicker::changed, this, &ProductPage::tellVariant);
    connect(m_quantity, &Stepper::valueChanged, this, &ProductPage::askQuotes);
    connect(m_add, &Button::clicked, this, [this] { addToCart(false); });
    connect(m_buy, &Button::clicked, this, [this] { addToCart(true); });
    connect(m_visit, &Button::clicked, this, [this] {
        if (m_product)
            Q_EMIT storeRequested(m_product->card.store);
    });
    connect(m_reviews, &ReviewList::summarised, this, [this](const ports::ShopReviewPage& page) {
        m_bars->setHistogram(page.histogram);
        m_rated = std::accumulate(page.histogram.begin(), page.histogram.end(), qint64(0));
        tellRatings();
    });
    connect(m_trouble, &EmptyState::chosen, this, [this](int index) {
        if (index == 0 && m_problem.code != u"not_found")
            show(m_id);
        else
            Q_EMIT backRequested();
    });
    setFocusProxy(m_add);
    retranslate();
}

QWidget* ProductPage::makeLeft(QWidget* parent)
{
    auto* left = new QWidget(parent);
    left->setMaximumWidth(424);
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    m_gallery = new Gallery(m_theme, m_services.thumbnails, left);
    m_factsTitle = makeLabel(m_theme, {}, TextStyle::Section, {}, left);
    m_facts = new Card(m_theme, left);
    m_facts->setObjectName(u"specifications"_s);
    m_facts->column()->setContentsMargins(12, 4, 12, 4);
    auto* holder = new QWidget(m_facts);
    m_factsGrid = new QGridLayout(holder);
    m_factsGrid->setContentsMargins(0, 0, 0, 0);
    m_factsGrid->setSpacing(0);
    m_factsGrid->setColumnStretch(1, 2);
    m_factsGrid->setColumnStretch(0, 1);
    m_facts->column()->addWidget(holder);
    column->addWidget(m_gallery);
    column->addSpacing(8);
    column->addWidget(m_factsTitle);
    column->addWidget(m_facts);
    return left;
}

QWidget* ProductPage::makeMiddle(QWidget* parent)
{
    auto* middle = new QWidget(parent);
    m_name = makeLabel(m_theme, {}, TextStyle::Page, {}, middle);
    m_name->setObjectName(u"productName"_s);
    m_name->setTextFormat(Qt::PlainText);
    m_name->setWordWrap(true);
    m_stars = new Stars(m_theme, 14, middle);
    m_ratingLine = makeLabel(m_theme, {}, TextStyle::Body, u"secondary"_s, middle);
    m_price = makeLabel(m_theme, {}, TextStyle::Figure, {}, middle);
    m_price->setObjectName(u"productPrice"_s);
    m_options = new OptionPicker(m_theme, middle);
    m_quantity = new Stepper(m_theme, Stepper::Size::Large, middle);
    m_quantity->setObjectName(u"productQuantity"_s);
    m_stockIcon = new IconLabel(m_theme, Icon::Warning, &Tokens::text2, measure::IconNormal, middle);
    m_stock = makeLabel(m_theme, {}, TextStyle::Strong, {}, middle);
    m_stock->setObjectName(u"productStock"_s);
    m_add = new Button(m_theme, QString(), middle);
    m_add->setObjectName(u"productAdd"_s);
    m_add->setKind(Button::Kind::Primary);
    m_add->setControlSize(Button::Size::Large);
    m_add->setGlyph(Icon::Cart);
    m_add->setKeyCap(u"Enter"_s);
    m_buy = new Button(m_theme, QString(), middle);
    m_buy->setObjectName(u"productBuy"_s);
    m_buy->setControlSize(Button::Size::Large);
    m_descriptionTitle = makeLabel(m_theme, {}, TextStyle::Section, {}, middle);
    m_description = makeLabel(m_theme, {}, TextStyle::Body, {}, middle);
    m_description->setTextFormat(Qt::PlainText);
    m_description->setWordWrap(true);
    m_description->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_reviews = new ReviewList(m_theme, m_services.reader, middle);

    auto* rating = new QHBoxLayout;
    rating->setSpacing(8);
    rating->addWidget(m_stars);
    rating->addWidget(m_ratingLine);
    rating->addStretch();
    auto* amount = new QHBoxLayout;
    amount->setSpacing(8);
    amount->addWidget(m_quantity);
    amount->addSpacing(4);
    amount->addWidget(m_stockIcon);
    amount->addWidget(m_stock);
    amount->addStretch();
    auto* actions = new QHBoxLayout;
    actions->setSpacing(8);
    actions->addWidget(m_add);
    actions->addWidget(m_buy);
    actions->addStretch();
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_name);
    column->addLayout(rating);
    column->addSpacing(4);
    column->addWidget(m_price);
    column->addSpacing(8);
    column->addWidget(m_options);
    column->addSpacing(8);
    column->addLayout(amount);
    column->addLayout(actions);
    column->addSpacing(16);
    column->addWidget(m_descriptionTitle);
    column->addWidget(m_description);
    column->addSpacing(16);
    column->addWidget(m_reviews);
    return middle;
}

QWidget* ProductPage::makeRight(QWidget* parent)
{
    auto* right = new QWidget(parent);
    right->setFixedWidth(sideWidth);
    auto* store = new Card(m_theme, right);
    store->column()->setContentsMargins(16, 14, 16, 16);
    m_storeName = makeLabel(m_theme, {}, TextStyle::Bold, {}, store);
    m_storeName->setTextFormat(Qt::PlainText);
    m_storeName->setWordWrap(true);
    m_storeFacts = makeLabel(m_theme, {}, TextStyle::Secondary, u"secondary"_s, store);
    m_storeFacts->setWordWrap(true);
    m_visit = new Button(m_theme, QString(), store);
    m_visit->setObjectName(u"visitStore"_s);
    auto* names = new QVBoxLayout;
    names->setSpacing(0);
    names->addWidget(m_storeName);
    names->addWidget(m_storeFacts);
    auto* head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(new IconLabel(m_theme, Icon::Shop, &Tokens::accentText, 28, store), 0, Qt::AlignTop);
    head->addLayout(names, 1);
    store->column()->addLayout(head);
    store->column()->addSpacing(8);
    store->column()->addWidget(m_visit);

    m_quotes = new Card(m_theme, right);
    m_quotes->setObjectName(u"productQuotes"_s);
    m_quotes->column()->setContentsMargins(16, 14, 16, 14);
    m_quotes->column()->setSpacing(8);
    m_quotesTitle = makeLabel(m_theme, {}, TextStyle::Bold, {}, m_quotes);
    m_quotesTitle->setWordWrap(true);
    m_quoteRows = new QVBoxLayout;
    m_quoteRows->setSpacing(8);
    m_quotes->column()->addWidget(m_quotesTitle);
    m_quotes->column()->addLayout(m_quoteRows);
    m_quotes->hide();

    m_ratingCard = new Card(m_theme, right);
    m_ratingCard->column()->setContentsMargins(16, 14, 16, 14);
    m_ratingTitle = makeLabel(m_theme, {}, TextStyle::Bold, {}, m_ratingCard);
    m_bars = new RatingBars(m_theme, m_ratingCard);
    m_ratingCard->column()->addWidget(m_ratingTitle);
    m_ratingCard->column()->addWidget(m_bars);
    m_ratingCard->hide();
    auto* column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(16);
    column->addWidget(store);
    column->addWidget(m_quotes);
    column->addWidget(m_ratingCard);
    return right;
}

void ProductPage::show(const ProductId& product)
{
    if (m_id != product) {
        m_id = product;
        m_product.reset();
        m_storeSeen.reset();
        m_problem = {};
        m_quotedGrams = -1;
        m_quotes->hide();
        m_rated = 0;
        tellRatings();
        m_quantity->setValue(1);
        m_scroll->verticalScrollBar()->setValue(0);
        m_name->clear();
        m_price->clear();
        m_ratingLine->clear();
        m_description->clear();
        m_stars->hide();
        m_gallery->setProduct({});
        m_options->setProduct({});
        tellFacts();
        tellVariant();
        m_stack->setCurrentWidget(m_scroll);
    }
    m_ticket = m_services.reader.newTicket();
    m_services.reader.readProduct(m_ticket, product);
    m_reviews->setProduct(product);
}

void ProductPage::take(quint64 ticket, const ports::ShopProduct& product)
{
    if (ticket != m_ticket)
        return;
    const bool first = !m_product;
    m_product = product;
    m_problem = {};
    m_stack->setCurrentWidget(m_scroll);
    m_gallery->setProduct(product);
    m_options->setProduct(product);
    tellFacts();
    tellStore();
    tellRatings();
    if (first) {
        m_storeTicket = m_services.reader.newTicket();
        m_services.reader.readStore(m_storeTicket, product.card.store);
        Q_EMIT titleChanged(product.card.category, product.card.name);
    }
}

void ProductPage::fail(quint64 ticket, const ports::ShopProblem& problem)
{
    if (ticket != m_ticket)
        return;
    m_problem = problem;
    if (m_product && problem.code != u"not_found")
        return; // what was last seen stays; the strip above says that it is that
    m_trouble->clearChoices();
    if (problem.code == u"not_found") {
        m_product.reset();
        m_trouble->setTexts(tr("This is no longer for sale"), tr("The store has taken it down."));
    } else {
        m_trouble->setTexts(tr("This product was not seen before"), problemSentence(problem));
        m_trouble->addChoice(Icon::Sync, tr("Try again"), tr("Ask the marketplace again"));
    }
    m_trouble->addChoice(Icon::ChevronLeft, tr("Back"), tr("To where you came from"));
    m_stack->setCurrentWidget(m_trouble);
}

void ProductPage::tellVariant()
{
    const ports::ShopVariant* variant = m_product ? m_options->current() : nullptr;
    const qint64 left = variant ? variant->available : 0;
    m_price->setText(variant ? formatRupiah(variant->price) : m_product ? priceText(m_product->card) : QString());
    m_add->setEnabled(left > 0);
    m_buy->setEnabled(left > 0);
    m_quantity->setEnabled(left > 0);
    m_quantity->setRange(1, int(std::clamp<qint64>(left, 1, mostAtOnce)));
    if (!m_product) {
        m_stock->clear();
        m_stockIcon->hide();
        return;
    }
    const bool low = left > 0 && left < fewLeft;
    m_stockIcon->setVisible(left == 0 || low);
    m_stockIcon->setIcon(left == 0 ? Icon::Empty : Icon::Warning);
    m_stockIcon->setTint(left == 0 ? &Tokens::out : &Tokens::low);
    setInk(m_stock, left == 0 ? u"out"_s : low ? u"low"_s : u"secondary"_s);
    m_stock->setText(left == 0 ? (variant ? tr("Out of stock") : tr("This combination is not made"))
                     : low     ? tr("%1 left").arg(left)
                               : tr("%1 in stock").arg(formatCount(left, uiLanguage())));
    tellFacts();
    askQuotes();
}

void ProductPage::tellFacts()
{
    empty(m_factsGrid);
    QList<Specification> facts = m_product ? m_product->specifications : QList<Specification>();
    if (m_product) {
        const ports::ShopVariant* variant = m_options->current();
        if (!m_product->card.category.isEmpty())
            facts.prepend({tr("Category"), m_product->card.category});
        if (variant && variant->weightGrams > 0)
            facts.append({tr("Weight"), tr("%1 g").arg(formatCount(variant->weightGrams, uiLanguage()))});
        if (variant && !variant->sku.isEmpty())
            facts.append({tr("SKU"), variant->sku});
        m_name->setText(m_product->card.name);
        m_stars->setVisible(m_product->card.reviewCount > 0);
        m_stars->setRating(int(std::lround(m_product->card.rating)));
        m_ratingLine->setText(m_product->card.reviewCount > 0
                                  ? (m_product->card.reviewCount == 1 ? tr("%1 from %2 review · %3 sold")
                                                                      : tr("%1 from %2 reviews · %3 sold"))
                                        .arg(ratingText(m_product->card.rating),
                                             formatCount(m_product->card.reviewCount, uiLanguage()),
                                             formatCount(m_product->card.sold, uiLanguage()))
                                  : ratingLine(m_product->card));
        m_description->setText(m_product->description);
    }
    m_descriptionTitle->setVisible(!m_description->text().isEmpty());
    m_description->setVisible(!m_description->text().isEmpty());
    m_factsTitle->setVisible(!facts.isEmpty());
    m_facts->setVisible(!facts.isEmpty());
    int row = 0;
    for (const Specification& fact : std::as_const(facts)) {
        if (row > 0) {
            auto* line = new QFrame(m_facts);
            line->setObjectName(u"hline"_s);
            m_factsGrid->addWidget(line, row++, 0, 1, 2);
        }
        const auto cell = [&](const QString& text, const QString& ink) {
            auto* label = makeLabel(m_theme, text, TextStyle::Body, ink, m_facts);
            label->setTextFormat(Qt::PlainText);
            label->setWordWrap(true);
            label->setContentsMargins(0, 7, 8, 7);
            return label;
        };
        m_factsGrid->addWidget(cell(fact.label, u"secondary"_s), row, 0, Qt::AlignTop);
        m_factsGrid->addWidget(cell(fact.value, {}), row++, 1);
    }
}

/// A shop that moved here brings its average and count along, but only its newer reviews: the bars are of these.
void ProductPage::tellRatings()
{
    const bool all = !m_product || m_rated >= m_product->card.reviewCount;
    m_ratingTitle->setText(all            ? tr("Buyer ratings")
                           : m_rated == 1 ? tr("Latest review")
                                          : tr("Latest %1 reviews").arg(formatCount(m_rated, uiLanguage())));
    m_ratingCard->setVisible(m_rated > 0);
}

void ProductPage::tellStore()
{
    m_storeName->setText(m_product ? m_product->card.storeName : QString());
    QStringList facts;
    if (m_storeSeen) {
        if (m_storeSeen->rating > 0)
            facts << ratingText(m_storeSeen->rating);
        facts << (m_storeSeen->productCount == 1 ? tr("1 product")
                                                 : tr("%1 products").arg(formatCount(m_storeSeen->productCount, uiLanguage())));
        if (!m_storeSeen->location.isEmpty())
            facts << m_storeSeen->location;
    }
    m_storeFacts->setText(facts.join(u" · "_s));
}

void ProductPage::setAddress(const ports::OrderAddress& address)
{
    if (address == m_address)
        return;
    m_address = address;
    m_quotedGrams = -1;
    m_quotes->hide();
    askQuotes();
}

void ProductPage::askQuotes()
{
    const ports::ShopVariant* variant = m_product ? m_options->current() : nullptr;
    if (!variant || m_address.postcode.isEmpty())
        return;
    const qint64 grams = qint64(variant->weightGrams) * m_quantity->value();
    if (grams == m_quotedGrams)
        return;
    m_quotedGrams = grams;
    m_quoteTicket = m_services.reader.newTicket();
    m_services.reader.readQuotes(m_quoteTicket, m_product->card.store, m_address.postcode, grams);
}

void ProductPage::tellQuotes(const QList<ports::ShippingQuote>& quotes)
{
    empty(m_quoteRows);
    for (const ports::ShippingQuote& quote : quotes) {
        auto* row = new QWidget(m_quotes);
        auto* across = new QHBoxLayout(row);
        across->setContentsMargins(0, 0, 0, 0);
        auto* words = new QVBoxLayout;
        words->setSpacing(0);
        words->addWidget(makeLabel(m_theme, quote.name, TextStyle::Body, {}, row));
        words->addWidget(makeLabel(m_theme, daysText(quote), TextStyle::Secondary, u"secondary"_s, row));
        across->addLayout(words, 1);
        across->addWidget(makeLabel(m_theme, formatRupiah(quote.price), TextStyle::Body, {}, row));
        m_quoteRows->addWidget(row);
    }
    m_quotesTitle->setText(tr("Sent to %1").arg(placeText(m_address)));
    m_quotes->setVisible(!quotes.isEmpty());
}

void ProductPage::addToCart(bool thenCart)
{
    const ports::ShopVariant* variant = m_product ? m_options->current() : nullptr;
    if (!variant || variant->available <= 0)
        return;
    m_services.cart.add(*m_product, variant->id, m_quantity->value());
    const QString label = optionsLabel(variant->options, m_product->options);
    Q_EMIT added(label.isEmpty() ? m_product->card.name : u"%1 (%2)"_s.arg(m_product->card.name, label));
    if (thenCart)
        Q_EMIT cartRequested();
}

void ProductPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        addToCart(event->modifiers().testFlag(Qt::ControlModifier));
    else
        QWidget::keyPressEvent(event);
}

void ProductPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ProductPage::retranslate()
{
    m_add->setText(tr("Add to cart"));
    m_buy->setText(tr("Buy now"));
    m_descriptionTitle->setText(tr("Description"));
    m_factsTitle->setText(tr("Specifications"));
    m_visit->setText(tr("Visit the store"));
    tellRatings();
    m_quantity->setAccessibleName(tr("Quantity"));
    m_quotedGrams = -1;
    tellStore();
    tellVariant();
}

} // namespace belanjain::ui
