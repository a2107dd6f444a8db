// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/samples/catalogue.h"
#include "marketplace/samples/loader.h"
#include "marketplace/syncing/space.h"

#include <QList>
#include <QString>

namespace belanjain::marketplace::samples {

/// Puts in the reviews of one store's products, the oldest first, and what the products say of their ratings
/// and sales. The seller has answered all but the four latest.
class ReviewLoader
{
public:
    ReviewLoader(storage::Database& database, SpaceWriter& writer, const LoadOptions& options,
                 const QString& store)
        : m_database(database)
        , m_writer(writer)
        , m_options(options)
        , m_store(store)
    {}

    void add(const QString& productId, const SampleProduct& product);
    /// How many reviews were written.
    storage::Result<qint64> write();

private:
    struct Written
    {
        QString product;
        SampleReview review;
        Instant at;
    };
    struct Reputation
    {
        QString product;
        qint64 carriedCount = 0;
        qint64 carriedSum = 0;
        qint64 count = 0;
        qint64 sum = 0;
        qint64 sold = 0;
    };
    storage::Outcome writeReview(const Written& written, bool answered);
    storage::Outcome writeReputation(const Reputation& reputation);

    storage::Database& m_database;
    SpaceWriter& m_writer;
    const LoadOptions& m_options;
    QString m_store;
    QList<Written> m_reviews;
    QList<Reputation> m_reputations;
};

} // namespace belanjain::marketplace::samples
