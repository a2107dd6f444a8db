// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "protocol/rows.h"
#include "replica/touched.h"
#include "replica/work.h"

#include <optional>

namespace belanjain::replica {

struct StoredReview
{
    ports::RowNumber row = 0;
    ReviewId id;
    qint64 version = 0; ///< the server's
    protocol::ReviewRow data;
    int waiting = 0;  ///< flags of ports::EditField
    int rejected = 0;
};

/// The reviews table.
class ReviewTable
{
public:
    using Id = ReviewId;
    using Data = protocol::ReviewRow;
    using Stored = StoredReview;
    static constexpr const char16_t* name = protocol::table::reviews;

    explicit ReviewTable(Work& work)
        : m_work(work)
    {}

    std::optional<StoredReview> find(const ReviewId& id);
    /// before: the row as it is stored, none for a new one.
    void write(const std::optional<StoredReview>& before, const StoredReview& after, Touched& touched);
    void remove(const StoredReview& review, Touched& touched);

    static QString columns(); ///< without row
    static constexpr int width = 11;
    /// The values of columns(), into a ValueList or a storage::BulkInsert::Statement.
    template<class Sink>
    static void write(const StoredReview& review, Sink& sink);
    static StoredReview read(const storage::Row& row); ///< of row and columns()

private:
    Work& m_work;
};

template<class Sink>
void ReviewTable::write(const StoredReview& review, Sink& sink)
{
    const protocol::ReviewRow& data = review.data;
    sink.blob(review.id.uuid().toRfc4122());
    sink.integer(review.version);
    sink.blob(data.product.uuid().toRfc4122());
    sink.text(data.customerName);
    sink.integer(data.rating);
    sink.text(data.comment);
    sink.text(data.reply);
    if (data.repliedAt)
        sink.integer(data.repliedAt->ms);
    else
        sink.null();
    sink.integer(data.createdAt.ms);
    sink.integer(review.waiting);
    sink.integer(review.rejected);
}

} // namespace belanjain::replica
