// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefront/home_view.h"

#include "common/choices.h"
#include "common/labels.h"
#include "common/theme.h"
#include "storefront/card_strip.h"
#include "storefront/category_tiles.h"
#include "storefront/shop_words.h"

#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int shelfSize = 8;
}

HomeView::HomeView(const Theme& theme, const ShopServices& services, QWidget* parent)
    : QScrollArea(parent)
    , m_services(services)
    , m_content(new QWidget(this))
{
    setObjectName(u"homeView"_s);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus); // follows the focus inside
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_content->setObjectName(u"page"_s);
    m_categoriesTitle = makeLabel(theme, {}, TextStyle::Section, {}, m_content);
    m_tiles = new CategoryTiles(theme, m_content);
    m_recent = new CardStrip(theme, services.thumbnails, u"shelf.recent"_s, m_content);
    m_recent->hide();
    m_shelves[0].query.sort = ports::ShopSort::Popular;
    m_shelves[1].query.sort = ports::ShopSort::Newest;
    m_shelves[2].query.sort = ports::ShopSort::Rating;
    const std::array names{u"shelf.popular"_s, u"shelf.newest"_s, u"shelf.rating"_s};
    m_trouble = new EmptyState(theme, Drawing::Nothing, {}, {}, m_content);
    m_trouble->setObjectName(u"homeTrouble"_s);
    m_trouble->hide();
    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(measure::PageMargin, 16, measure::PageMargin, 24);
    column->setSpacing(12);
    column->addWidget(m_categoriesTitle);
    column->addWidget(m_tiles);
    column->addSpacing(4);
    column->addWidget(m_recent);
    for (size_t i = 0; i < m_shelves.size(); ++i) {
        Shelf& shelf = m_shelves[i];
        shelf.query.inStock = true;
        shelf.strip = new CardStrip(theme, services.thumbnails, names[i], m_content);
        column->addSpacing(8);
        column->addWidget(shelf.strip);
        connect(shelf.strip, &CardStrip::opened, this, &HomeView::opened);
        connect(shelf.strip, &CardStrip::moreRequested, this, [this, i] {
            ports::ShopQuery query = m_shelves[i].query;
            query.inStock = false;
            Q_EMIT queryRequested(query);
        });
    }
    column->addWidget(m_trouble);
    column->addStretch();
    setWidget(m_content);
    connect(m_recent, &CardStrip::opened, this, &HomeView::opened);
    connect(m_tiles, &CategoryTiles::chosen, this,
            [this](const QString& category) { Q_EMIT queryRequested({.category = category}); });
    connect(m_trouble, &EmptyState::chosen, this, [this] { m_services.sync.syncNow(); });
    connect(&services.reader, &ports::ShopReader::productsRead, this, &HomeView::take);
    connect(&services.reader, &ports::ShopReader::failed, this, &HomeView::fail);
    connect(&services.reader, &ports::ShopReader::categoriesRead, this,
            [this](quint64 ticket, const QList<ports::ShopCategory>& categories) {
                if (ticket != m_categoriesTicket)
                    return;
                QList<ports::ShopCategory> sorted = categories;
                std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.count > b.count; });
                m_tiles->setCategories(sorted);
                m_categoriesTitle->setVisible(!sorted.isEmpty());
                Q_EMIT categoriesKnown(sorted);
            });
    connect(&services.reader, &ports::ShopReader::stale, this, &HomeView::reload);
    retranslate();
}

void HomeView::reload()
{
    m_problem = {};
    m_trouble->hide();
    m_categoriesTicket = m_services.reader.newTicket();
    m_services.reader.readCategories(m_categoriesTicket);
    for (Shelf& shelf : m_shelves) {
        if (shelf.strip->cards().isEmpty())
            shelf.strip->setLoading();
        shelf.failed = false;
        shelf.ticket = m_services.reader.newTicket();
        m_services.reader.readProducts(shelf.ticket, shelf.query, {}, shelfSize);
    }
    refreshRecent();
}

void HomeView::refreshRecent()
{
    m_recentTicket = m_services.reader.newTicket();
    m_services.reader.readRecent(m_recentTicket, shelfSize);
}

void HomeView::take(quint64 ticket, const ports::ShopPage& page)
{
    if (ticket == m_recentTicket) {
        m_recent->setCards(page.items);
        return;
    }
    for (Shelf& shelf : m_shelves) {
        if (shelf.ticket == ticket) {
            m_anything = m_anything || !page.items.isEmpty();
            shelf.strip->setCards(page.items);
            showTrouble();
        }
    }
}

void HomeView::fail(quint64 ticket, const ports::ShopProblem& problem)
{
    for (Shelf& shelf : m_shelves) {
        if (shelf.ticket != ticket)
            continue;
        shelf.failed = true;
        m_problem = problem;
        if (shelf.strip->cards().isEmpty())
            shelf.strip->setCards({});
        showTrouble();
    }
}

void HomeView::showTrouble()
{
    const bool empty = std::all_of(m_shelves.cbegin(), m_shelves.cend(),
                                   [](const Shelf& shelf) { return shelf.strip->isHidden(); });
    m_trouble->setVisible(empty);
    if (!empty)
        return;
    m_trouble->clearChoices();
    if (m_problem.isEmpty()) {
        m_trouble->setTexts(tr("Nothing is for sale yet"), tr("As soon as a store puts something up, it is here."));
    } else {
        m_trouble->setTexts(tr("Nothing was seen here yet"), problemSentence(m_problem));
    }
    m_trouble->addChoice(Icon::Sync, tr("Try now"), tr("Ask the marketplace again"));
}

void HomeView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QScrollArea::changeEvent(event);
}

void HomeView::retranslate()
{
    m_categoriesTitle->setText(tr("Categories"));
    m_recent->setTitle(tr("Looked at last"), {});
    m_shelves[0].strip->setTitle(tr("Best sellers"), tr("See all"));
    m_shelves[1].strip->setTitle(tr("New"), tr("See all"));
    m_shelves[2].strip->setTitle(tr("Liked best"), tr("See all"));
    if (!m_trouble->isHidden())
        showTrouble();
}

} // namespace belanjain::ui
