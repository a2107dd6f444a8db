// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/catalogue_source.h"

#include "replica/catalogue_queries.h"
#include "replica/lane_answer.h"

namespace belanjain::replica {

CatalogueSource::CatalogueSource(RecordLane& lane, QObject* parent)
    : ports::CatalogueReader(parent)
    , m_lane(lane)
{}

template<class Read, class Deliver>
void CatalogueSource::ask(quint64 ticket, Read read, Deliver deliver)
{
    askLane(m_lane, this, std::move(read), std::move(deliver),
            [this, ticket](const QString& reason) { Q_EMIT failed(ticket, reason); });
}

void CatalogueSource::readProduct(quint64 ticket, const ProductId& product)
{
    ask(
        ticket, [product](Work& work) { return readProductDetail(work, product); },
        [this, ticket](const std::optional<ports::ProductDetail>& detail) { Q_EMIT productRead(ticket, detail); });
}

void CatalogueSource::readProducts(quint64 ticket, const ports::ProductListQuery& query)
{
    std::atomic<quint64>& newest = (*m_newestList)[(ticket >> 32) & 0xFF];
    newest = ticket;
    ask(
        ticket,
        [query, ticket, all = m_newestList, &newest](Work& work) {
            return newest == ticket ? readProductList(work, query) : ports::ProductListPage();
        },
        [this, ticket, &newest](const ports::ProductListPage& page) {
            if (newest == ticket)
                Q_EMIT productsRead(ticket, page);
        });
}

void CatalogueSource::findVariants(quint64 ticket, const QString& words)
{
    ask(
        ticket, [words](Work& work) { return replica::findVariants(work, words); },
        [this, ticket](const QList<ports::VariantMatch>& matches) { Q_EMIT variantsFound(ticket, matches); });
}

void CatalogueSource::findCode(quint64 ticket, const QString& code)
{
    ask(
        ticket, [code](Work& work) { return replica::findCode(work, code); },
        [this, ticket](const ports::CodeMatch& match) { Q_EMIT codeFound(ticket, match); });
}

void CatalogueSource::readStore()
{
    m_storeAsked = true;
    ask(
        0, [](Work& work) { return readStoreProfile(work); },
        [this](const std::optional<std::pair<StoreId, StoreProfile>>& store) {
            if (store)
                Q_EMIT storeRead(store->first, store->second);
        });
}

void CatalogueSource::notifyChanged(const Touched& touched)
{
    if (!touched.rows.isEmpty() || touched.structure || touched.text)
        QMetaObject::invokeMethod(this, &CatalogueSource::stale, Qt::QueuedConnection);
    if (touched.store && m_storeAsked)
        readStore();
}

} // namespace belanjain::replica
