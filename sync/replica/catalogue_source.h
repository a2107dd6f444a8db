// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/catalogue_reader.h"
#include "replica/record_lane.h"
#include "replica/touched.h"

#include <array>
#include <atomic>
#include <memory>

namespace belanjain::replica {

/// Reads whole products and the store's profile through a lane, which ends before this. Signals come on the
/// thread this lives on.
class CatalogueSource : public ports::CatalogueReader
{
    Q_OBJECT
public:
    explicit CatalogueSource(RecordLane& lane, QObject* parent = nullptr);

    void readProduct(quint64 ticket, const ProductId& product) override;
    void readProducts(quint64 ticket, const ports::ProductListQuery& query) override;
    void findVariants(quint64 ticket, const QString& words) override;
    void findCode(quint64 ticket, const QString& code) override;
    void readStore() override;

    /// A commit changed this. From any thread.
    void notifyChanged(const replica::Touched& touched);

private:
    template<class Read, class Deliver>
    void ask(quint64 ticket, Read read, Deliver deliver);

    RecordLane& m_lane;
    /// Of each screen that reads lists, by the upper half of its tickets.
    using Newest = std::array<std::atomic<quint64>, 256>;
    std::shared_ptr<Newest> m_newestList = std::make_shared<Newest>();
    std::atomic<bool> m_storeAsked = false;
};

} // namespace belanjain::replica
