// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/review_table.h"

#include "replica/value_list.h"

namespace belanjain::replica {
using namespace Qt::StringLiterals;
namespace {

QVariantList valuesOf(const StoredReview& review)
{
    ValueList list;
    ReviewTable::write(review, list);
    return list.values;
}

} // namespace

QString ReviewTable::columns()
{
    return u"id, version, product, customer_name, rating, comment, reply, replied_at, created_at, waiting, rejected"_s;
}

StoredReview ReviewTable::read(const storage::Row& row)
{
    const auto replied = row.optionalInteger(8);
    return {.row = row.integer32(0),
            .id = ReviewId(QUuid::fromRfc4122(row.bytes(1))),
            .version = row.integer(2),
            .data = {.product = ProductId(QUuid::fromRfc4122(row.bytes(3))),
                     .customerName = row.text(4),
                     .rating = row.integer32(5),
                     .comment = row.text(6),
                     .reply = row.text(7),
                     .repliedAt = replied ? std::optional(Instant{*replied}) : std::nullopt,
                     .createdAt = {row.integer(9)}},
            .waiting = row.integer32(10),
            .rejected = row.integer32(11)};
}

std::optional<StoredReview> ReviewTable::find(const ReviewId& id)
{
    static const QString sql = u"SELECT row, %1 FROM reviews WHERE id = ?"_s.arg(columns());
    return m_work.one(sql, {id.uuid().toRfc4122()}, read);
}

void ReviewTable::write(const std::optional<StoredReview>& before, const StoredReview& after, Touched& touched)
{
    static const QString insertSql = u"INSERT INTO reviews (%1) VALUES (?,?,?,?,?,?,?,?,?,?,?)"_s.arg(columns());
    static const QString updateSql =
        u"UPDATE reviews SET (%1) = (?,?,?,?,?,?,?,?,?,?,?) WHERE row = ?"_s.arg(columns());
    if (before)
        m_work.run(updateSql, valuesOf(after) << before->row);
    else
        m_work.run(insertSql, valuesOf(after));
    touched.reviews = true;
}

void ReviewTable::remove(const StoredReview& review, Touched& touched)
{
    m_work.run(u"DELETE FROM reviews WHERE row = ?"_s, {review.row});
    touched.reviews = true;
}

} // namespace belanjain::replica
