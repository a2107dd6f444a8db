// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefront/filter_bar.h"

#include "common/button.h"
#include "common/fields.h"
#include "common/labels.h"
#include "common/language.h"
#include "common/link_button.h"
#include "common/theme.h"
#include "domain/format.h"
#include "domain/money_input.h"
#include "storefront/shop_words.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QWidgetAction>

#include <algorithm>

namespace belanjain::ui {

using namespace Qt::StringLiterals;
using ports::ShopSort;

namespace {
constexpr int belowStrip = 10;
}

FilterBar::FilterBar(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_category(new DropButton(theme, {}, this))
    , m_price(new Button(theme, QString(), this))
    , m_priceMenu(new QMenu(this))
    , m_stock(new QCheckBox(this))
    , m_reset(new LinkButton(theme, {}, this))
    , m_count(makeLabel(theme, {}, TextStyle::Body, u"secondary"_s, this))
    , m_sort(new DropButton(theme, {}, this))
{
    setObjectName(u"filterBar"_s);
    m_category->setObjectName(u"filter.category"_s);
    m_price->setObjectName(u"filter.price"_s);
    m_price->setChevron(true);
    m_price->setMenu(m_priceMenu);
    m_stock->setObjectName(u"filter.stock"_s);
    m_reset->setObjectName(u"filter.reset"_s);
    m_count->setObjectName(u"filter.count"_s);
    m_sort->setObjectName(u"filter.sort"_s);
    makePricePanel(theme);
    auto* row = new QHBoxLayout(this);
    row->setSpacing(8);
    setBelowStrip(false);
    m_stock->setMinimumHeight(measure::Control); // the tick on the line of the buttons
    row->addWidget(m_category);
    row->addWidget(m_price);
    row->addSpacing(4);
    row->addWidget(m_stock);
    row->addSpacing(8);
    row->addWidget(m_reset);
    row->addStretch();
    row->addWidget(m_count);
    row->addSpacing(4);
    row->addWidget(m_sort);
    connect(m_category, &DropButton::chosen, this, [this](const QVariant& value) {
        m_query.category = value.toString();
        setQuery(m_query);
        Q_EMIT changed(m_query);
    });
    connect(m_sort, &DropButton::chosen, this, [this](const QVariant& value) {
        m_query.sort = ShopSort(value.toInt());
        Q_EMIT changed(m_query);
    });
    connect(m_stock, &QCheckBox::clicked, this, [this](bool on) {
        m_query.inStock = on;
        setQuery(m_query);
        Q_EMIT changed(m_query);
    });
    connect(m_reset, &QAbstractButton::clicked, this, [this] {
        m_query.category.clear();
        m_query.minPrice.reset();
        m_query.maxPrice.reset();
        m_query.inStock = false;
        setQuery(m_query);
        Q_EMIT changed(m_query);
    });
    retranslate();
}

void FilterBar::makePricePanel(const Theme& theme)
{
    auto* panel = new QWidget(this);
    m_least = new QLineEdit(panel);
    m_most = new QLineEdit(panel);
    m_least->setObjectName(u"filter.least"_s);
    m_most->setObjectName(u"filter.most"_s);
    m_leastField = new FormField(theme, {}, m_least, panel);
    m_mostField = new FormField(theme, {}, m_most, panel);
    m_apply = new Button(theme, QString(), panel);
    m_apply->setObjectName(u"filter.applyPrice"_s);
    m_apply->setKind(Button::Kind::Primary);
    auto* column = new QVBoxLayout(panel);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(10);
    column->addWidget(m_leastField);
    column->addWidget(m_mostField);
    column->addWidget(m_apply);
    panel->setMinimumWidth(240);
    auto* action = new QWidgetAction(m_priceMenu);
    action->setDefaultWidget(panel);
    m_priceMenu->addAction(action);
    connect(m_priceMenu, &QMenu::aboutToShow, m_least, [this] { m_least->setFocus(); });
    connect(m_apply, &Button::clicked, this, &FilterBar::takePrices);
    connect(m_least, &QLineEdit::returnPressed, this, &FilterBar::takePrices);
    connect(m_most, &QLineEdit::returnPressed, this, &FilterBar::takePrices);
}

void FilterBar::takePrices()
{
    const auto read = [](FormField* field, const QLineEdit* edit, std::optional<Money>& into) {
        field->setError({});
        into.reset();
        if (edit->text().trimmed().isEmpty())
            return true;
        const auto price = parsePrice(edit->text(), u"price"_s);
        if (price)
            into = *price;
        else
            field->setError(tr("Type an amount in rupiah, such as 50.000"));
        return price.has_value();
    };
    std::optional<Money> least;
    std::optional<Money> most;
    const bool good = read(m_leastField, m_least, least) && read(m_mostField, m_most, most);
    if (!good)
        return;
    if (least && most && *least > *most)
        std::swap(least, most);
    m_query.minPrice = least;
    m_query.maxPrice = most;
    m_priceMenu->close();
    setQuery(m_query);
    Q_EMIT changed(m_query);
}

void FilterBar::setCategories(const QList<ports::ShopCategory>& categories)
{
    m_list = categories;
    fillCategories();
}

void FilterBar::setCategoryOffered(bool offered) { m_category->setVisible(offered); }

void FilterBar::fillCategories()
{
    m_category->clearChoices();
    m_category->addChoice(tr("All categories"), QString());
    for (const ports::ShopCategory& category : std::as_const(m_list))
        m_category->addChoice(categoryText(category.name), category.name);
    const bool listed = std::any_of(m_list.cbegin(), m_list.cend(),
                                    [this](const auto& one) { return one.name == m_query.category; });
    if (!m_query.category.isEmpty() && !listed)
        m_category->addChoice(m_query.category, m_query.category);
    m_category->setCurrent(m_query.category);
    m_category->setChosen(!m_query.category.isEmpty());
}

void FilterBar::tellPrice()
{
    QString text = tr("Price");
    if (m_query.minPrice && m_query.maxPrice)
        text = u"%1 – %2"_s.arg(formatRupiah(*m_query.minPrice), formatRupiahNumber(*m_query.maxPrice));
    else if (m_query.minPrice)
        text = tr("from %1").arg(formatRupiah(*m_query.minPrice));
    else if (m_query.maxPrice)
        text = tr("up to %1").arg(formatRupiah(*m_query.maxPrice));
    m_price->setText(text);
    m_price->setChosen(m_query.minPrice || m_query.maxPrice);
}

void FilterBar::setQuery(const ports::ShopQuery& query)
{
    m_query = query;
    fillCategories();
    m_least->setText(query.minPrice ? formatRupiahNumber(*query.minPrice) : QString());
    m_most->setText(query.maxPrice ? formatRupiahNumber(*query.maxPrice) : QString());
    m_stock->setChecked(query.inStock);
    m_sort->setCurrent(int(query.sort));
    m_reset->setVisible(query.minPrice || query.maxPrice || query.inStock || (!query.category.isEmpty() && !m_category->isHidden()));
    tellPrice();
}

void FilterBar::setCount(std::optional<qint64> count, bool live)
{
    m_found = count;
    m_live = live;
    const bool one = count && *count == 1;
    const QString what = live ? (one ? tr("1 product") : tr("%1 products"))
                              : (one ? tr("1 product seen before") : tr("%1 products seen before"));
    m_count->setText(!count ? QString() : one ? what : what.arg(formatCount(*count, uiLanguage())));
}

void FilterBar::setBelowStrip(bool below)
{
    const int top = below ? belowStrip : 0;
    layout()->setContentsMargins(measure::PageMargin, top, measure::PageMargin, 10);
    setFixedHeight(measure::Toolbar + top);
}

void FilterBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void FilterBar::retranslate()
{
    m_leastField->setLabel(tr("From"));
    m_mostField->setLabel(tr("Up to"));
    m_apply->setText(tr("Show"));
    m_stock->setText(tr("In stock only"));
    m_reset->setText(tr("Clear filters"));
    m_sort->clearChoices();
    m_sort->addChoice(tr("Best match"), int(ShopSort::Relevance));
    m_sort->addChoice(tr("Best sellers"), int(ShopSort::Popular));
    m_sort->addChoice(tr("Newest"), int(ShopSort::Newest));
    m_sort->addChoice(tr("Lowest price"), int(ShopSort::PriceUp));
    m_sort->addChoice(tr("Highest price"), int(ShopSort::PriceDown));
    m_sort->addChoice(tr("Liked best"), int(ShopSort::Rating));
    setQuery(m_query);
    setCount(m_found, m_live);
}

} // namespace belanjain::ui
