// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefront/store_view.h"

#include "common/labels.h"
#include "common/language.h"
#include "common/theme.h"
#include "domain/format.h"
#include "storefront/filter_bar.h"
#include "storefront/results_view.h"
#include "storefront/shop_words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

StoreView::StoreView(const Theme& theme, const ShopServices& services, QWidget* parent)
    : QWidget(parent)
    , m_services(services)
    , m_name(makeLabel(theme, {}, TextStyle::Page, {}, this))
    , m_facts(makeLabel(theme, {}, TextStyle::Body, u"secondary"_s, this))
    , m_description(makeLabel(theme, {}, TextStyle::Body, {}, this))
    , m_results(new ResultsView(theme, services, this))
{
    setObjectName(u"storeView"_s);
    m_name->setObjectName(u"storeName"_s);
    m_name->setTextFormat(Qt::PlainText);
    m_description->setTextFormat(Qt::PlainText);
    m_description->setWordWrap(true);
    m_results->filters().setCategoryOffered(false);
    m_results->setObjectName(u"storeResults"_s);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_name);
    words->addWidget(m_facts);
    words->addWidget(m_description);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(measure::PageMargin, 4, measure::PageMargin, 14);
    head->setSpacing(14);
    head->addWidget(new IconLabel(theme, Icon::Shop, &Tokens::accentText, 40, this), 0, Qt::AlignTop);
    head->addLayout(words, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_results, 1);
    setFocusProxy(m_results);
    connect(&services.reader, &ports::ShopReader::storeRead, this, [this](quint64 ticket, const ports::ShopStore& store) {
        if (ticket != m_ticket)
            return;
        m_store = store;
        tell();
    });
}

void StoreView::show(const StoreId& store, const ports::ShopQuery& query)
{
    if (m_id != store) {
        m_id = store;
        m_store.reset();
        tell();
    }
    m_ticket = m_services.reader.newTicket();
    m_services.reader.readStore(m_ticket, store);
    ports::ShopQuery own = query;
    own.store = store;
    m_results->showQuery(own);
}

void StoreView::tell()
{
    m_name->setText(m_store ? m_store->name : QString());
    QStringList facts;
    if (m_store) {
        if (!m_store->location.isEmpty())
            facts << m_store->location;
        if (m_store->rating > 0)
            facts << tr("%1 of 5 stars").arg(ratingText(m_store->rating));
        facts << (m_store->productCount == 1 ? tr("1 product")
                                             : tr("%1 products").arg(formatCount(m_store->productCount, uiLanguage())));
    }
    m_facts->setText(facts.join(u" · "_s));
    m_description->setText(m_store ? m_store->description : QString());
    m_description->setVisible(!m_description->text().isEmpty());
}

void StoreView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        tell();
    QWidget::changeEvent(event);
}

} // namespace belanjain::ui
