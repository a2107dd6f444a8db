// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefront/results_view.h"

#include "common/button.h"
#include "common/choices.h"
#include "common/theme.h"
#include "pictures/picture_thumbnails.h"
#include "storefront/filter_bar.h"
#include "storefront/product_grid.h"
#include "storefront/shop_words.h"

#include <QEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace belanjain::ui {

using namespace Qt::StringLiterals;
using State = ProductsModel::State;

ResultsView::ResultsView(const Theme& theme, const ShopServices& services, QWidget* parent)
    : QWidget(parent)
    , m_services(services)
    , m_model(services.reader)
    , m_filters(new FilterBar(theme, this))
    , m_stack(new QStackedWidget(this))
    , m_grid(new ProductGrid(theme, m_model, services.thumbnails, this))
    , m_empty(new EmptyState(theme, Drawing::Nothing, {}, {}, this))
    , m_more(new Button(theme, QString(), this))
{
    setObjectName(u"resultsView"_s);
    m_empty->setObjectName(u"resultsEmpty"_s);
    m_more->setObjectName(u"resultsMore"_s);
    m_more->hide();
    auto* line = new QFrame(this);
    line->setObjectName(u"hline"_s);
    m_stack->addWidget(m_grid);
    m_stack->addWidget(m_empty);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_filters);
    column->addWidget(line);
    column->addWidget(m_stack, 1);
    column->addWidget(m_more, 0, Qt::AlignCenter);
    setFocusProxy(m_grid);
    connect(m_grid, &ProductGrid::opened, this, &ResultsView::opened);
    connect(m_filters, &FilterBar::changed, this, [this](const ports::ShopQuery& query) {
        showQuery(query);
        Q_EMIT queryChanged(query);
    });
    connect(&m_model, &ProductsModel::stateChanged, this, &ResultsView::tell);
    connect(&services.reader, &ports::ShopReader::stale, this, [this] {
        // What stands there stays where it is; only what was missing or kept is asked for again.
        if (m_model.state() == State::Failed || (m_model.state() == State::Ready && !m_model.seen().live))
            m_model.reload();
    });
    connect(m_more, &Button::clicked, this, [this] { m_model.fetchMore({}); });
    connect(m_empty, &EmptyState::chosen, this, [this](int index) {
        if (m_model.state() == State::Failed) {
            if (index == 0)
                m_model.setQuery(m_model.query());
            else
                Q_EMIT leaveRequested();
            return;
        }
        ports::ShopQuery wider{.text = m_model.query().text, .store = m_model.query().store, .sort = m_model.query().sort};
        if (index == 0 && !(wider == m_model.query())) {
            showQuery(wider);
            Q_EMIT queryChanged(wider);
        } else {
            Q_EMIT leaveRequested();
        }
    });
}

void ResultsView::showQuery(const ports::ShopQuery& query)
{
    m_filters->setQuery(query);
    m_model.setQuery(query);
}

void ResultsView::tell()
{
    m_filters->setCount(m_model.state() == State::Ready ? m_model.total() : std::nullopt, m_model.seen().live);
    const bool none = m_model.state() == State::Failed || (m_model.state() == State::Ready && m_model.rowCount() == 0);
    if (none)
        tellEmpty();
    m_stack->setCurrentWidget(none ? static_cast<QWidget*>(m_empty) : m_grid);
    m_more->setVisible(m_model.moreFailed());
    m_more->setText(tr("More could not be fetched. Try again"));
}

void ResultsView::tellEmpty()
{
    m_empty->clearChoices();
    const ports::ShopQuery& query = m_model.query();
    if (m_model.state() == State::Failed) {
        const bool offline = isOffline(m_services.sync.status().connection);
        m_empty->setTexts(offline ? tr("Nothing of this was seen before") : tr("The search did not work"),
                          problemSentence(m_model.problem()));
        m_empty->addChoice(Icon::Sync, tr("Try again"), tr("Ask the marketplace again"));
    } else {
        m_empty->setTexts(query.text.isEmpty() ? tr("Nothing matches these filters")
                                               : tr("Nothing found for “%1”").arg(query.text),
                          tr("Another spelling or fewer words may find more."));
        const ports::ShopQuery wider{.text = query.text, .store = query.store, .sort = query.sort};
        if (!(wider == query))
            m_empty->addChoice(Icon::Filter, tr("Clear filters"), tr("Search everything"));
    }
    m_empty->addChoice(Icon::Grid, tr("Go to Browse"), tr("Back to the first page"));
}

void ResultsView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        tell();
    QWidget::changeEvent(event);
}

} // namespace belanjain::ui
