// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/reviews_source.h"

#include "replica/lane_answer.h"
#include "replica/review_table.h"

namespace belanjain::replica {
using namespace Qt::StringLiterals;
namespace {

ports::Review readReview(const storage::Row& row)
{
    const StoredReview stored = ReviewTable::read(row);
    return {.row = stored.row,
            .review = stored.id,
            .product = stored.data.product,
            .productName = row.text(12),
            .imageHash = row.text(13),
            .customerName = stored.data.customerName,
            .rating = stored.data.rating,
            .comment = stored.data.comment,
            .reply = stored.data.reply,
            .repliedAt = stored.data.repliedAt,
            .createdAt = stored.data.createdAt,
            .waiting = ports::EditFields(stored.waiting),
            .rejected = ports::EditFields(stored.rejected)};
}

QString likePattern(QString word)
{
    word.replace(u'\\', u"\\\\"_s).replace(u'%', u"\\%"_s).replace(u'_', u"\\_"_s);
    return u'%' + word + u'%';
}

} // namespace

ports::ReviewPage readReviews(Work& work, const ports::ReviewsQuery& query)
{
    QStringList conditions{u"1"_s};
    QVariantList values;
    if (query.unansweredOnly)
        conditions << u"r.reply = ''"_s;
    if (query.rating > 0) {
        conditions << u"r.rating = ?"_s;
        values << query.rating;
    }
    const QStringList words = query.search.simplified().split(u' ', Qt::SkipEmptyParts);
    for (const QString& word : words) {
        conditions << u"(r.comment LIKE ? ESCAPE '\\' OR r.customer_name LIKE ? ESCAPE '\\' OR p.name LIKE ? ESCAPE '\\')"_s;
        for (int i = 0; i < 3; ++i)
            values << likePattern(word);
    }
    const QString from =
        u" FROM reviews r LEFT JOIN products p ON p.id = r.product WHERE "_s + conditions.join(u" AND "_s);
    QStringList columns = ReviewTable::columns().split(u", "_s);
    for (QString& column : columns)
        column.prepend(u"r."_s);

    ports::ReviewPage page;
    page.total = int(work.integer(u"SELECT count(*)"_s + from, values));
    page.reviews = work.all(u"SELECT r.row, %1, coalesce(p.name, ''), coalesce(p.image_hash, '')%2 "
                            "ORDER BY r.created_at DESC, r.row DESC LIMIT ? OFFSET ?"_s.arg(columns.join(u", "_s), from),
                            values + QVariantList{query.limit, query.offset}, readReview);
    page.unanswered = int(work.integer(u"SELECT count(*) FROM reviews WHERE reply = ''"_s));
    const auto ratings = work.all(u"SELECT rating, count(*) FROM reviews GROUP BY rating"_s, {},
                                  [](const storage::Row& r) { return std::pair(r.integer32(0), r.integer32(1)); });
    for (const auto& [rating, count] : ratings) {
        if (rating >= 1 && rating <= 5)
            page.byRating[size_t(rating - 1)] = count;
    }
    return page;
}

ReviewsSource::ReviewsSource(RecordLane& lane, QObject* parent)
    : ports::ReviewsReader(parent)
    , m_lane(lane)
{}

void ReviewsSource::readPage(quint64 ticket, const ports::ReviewsQuery& query)
{
    *m_newest = ticket;
    askLane(
        m_lane, this, [query](Work& work) { return readReviews(work, query); },
        [this, ticket](const ports::ReviewPage& page) {
            if (*m_newest == ticket)
                Q_EMIT pageRead(ticket, page);
        },
        [this](const QString& reason) { Q_EMIT failed(reason); });
}

void ReviewsSource::notifyChanged(const Touched& touched)
{
    if (touched.reviews)
        QMetaObject::invokeMethod(this, &ReviewsSource::stale, Qt::QueuedConnection);
}

} // namespace belanjain::replica
