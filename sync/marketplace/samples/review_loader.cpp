// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/samples/review_loader.h"

#include "domain/review.h"
#include "marketplace/samples/stable_hash.h"
#include "storage/text_value.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace belanjain::marketplace::samples {
namespace {

using storage::textValue;

constexpr qint64 hourMs = 60LL * 60 * 1000;
constexpr qint64 dayMs = 24 * hourMs;
constexpr qsizetype unanswered = 4;

QString answerTo(const SampleReview& review, QStringView key)
{
    static constexpr std::array<QLatin1StringView, 3> glad = {
        "Terima kasih, Kak. Senang barangnya cocok."_L1, "Terima kasih atas ulasannya, Kak."_L1,
        "Terima kasih, Kak. Kami tunggu pesanan berikutnya."_L1};
    static constexpr std::array<QLatin1StringView, 3> sorry = {
        "Mohon maaf atas kendalanya, Kak. Silakan hubungi kami, akan kami bantu."_L1,
        "Maaf barangnya belum sesuai harapan, Kak. Masukannya kami catat."_L1,
        "Terima kasih sudah memberi tahu, Kak. Pengemasannya sudah kami perbaiki."_L1};
    const auto& answers = review.rating >= 4 ? glad : sorry;
    return answers[stableHash(key, "answer") % answers.size()];
}

} // namespace

void ReviewLoader::add(const QString& productId, const SampleProduct& product)
{
    Reputation reputation{.product = productId, .count = product.reviews.size(), .sold = product.sold};
    for (qsizetype i = 0; i < product.reviews.size(); ++i) {
        const SampleReview& review = product.reviews.at(i);
        const quint64 hash = stableHash(u"%1/%2"_s.arg(product.sourceName).arg(i), "hour");
        m_reviews.append(
            {productId, review, {m_options.now.ms - review.daysAgo * dayMs - qint64(hash % quint64(dayMs))}});
        reputation.sum += review.rating;
    }
    // The source counts ratings whose reviews it does not have; their sum makes the average come out.
    reputation.carriedCount = std::max<qint64>(0, product.reviewCount - reputation.count);
    const qint64 whole =
        (qint64(product.ratingTenths) * (reputation.count + reputation.carriedCount) + 5) / 10;
    reputation.carriedSum =
        std::clamp(whole - reputation.sum, reputation.carriedCount, 5 * reputation.carriedCount);
    m_reputations.append(reputation);
}

storage::Result<qint64> ReviewLoader::write()
{
    for (const Reputation& reputation : std::as_const(m_reputations)) {
        if (const auto done = writeReputation(reputation); !done)
            return tl::unexpected(done.error());
    }
    std::ranges::stable_sort(m_reviews, {}, [](const Written& each) { return each.at; });
    for (qsizetype i = 0; i < m_reviews.size(); ++i) {
        const auto done = writeReview(m_reviews.at(i), i < m_reviews.size() - unanswered);
        if (!done)
            return tl::unexpected(done.error());
    }
    return m_reviews.size();
}

storage::Outcome ReviewLoader::writeReview(const Written& written, bool answered)
{
    const QString id = m_options.ids.make<ReviewId>().toString();
    const SampleReview& review = written.review;
    const QString answer = answered ? answerTo(review, review.text + review.author) : QString();
    const Instant answeredAt{std::min(m_options.now.ms, written.at.ms + 3 * hourMs)};
    const auto done = m_database.run(
        u"INSERT INTO reviews (id, store_id, product_id, customer_name, rating, comment, reply, replied_at, "
        "created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {id, m_store, written.product, textValue(review.author), review.rating, textValue(review.text),
         textValue(answer), answered ? QVariant(answeredAt.ms) : QVariant(), written.at.ms});
    if (!done)
        return tl::unexpected(done.error());
    m_writer.created(m_store, SyncedTable::Reviews, id);
    return {};
}

storage::Outcome ReviewLoader::writeReputation(const Reputation& of)
{
    const qint64 count = of.count + of.carriedCount;
    const qint64 sum = of.sum + of.carriedSum;
    const auto done = m_database.run(u"UPDATE products SET carried_rating_count = ?, carried_rating_sum = ?, "
                                     u"review_count = ?, rating_sum = ?, "
                                     "rating_milli = ?, sold = ? WHERE id = ?"_s,
                                     {of.carriedCount, of.carriedSum, count, sum,
                                      ratingMilli(sum, count), of.sold, of.product});
    if (!done)
        return tl::unexpected(done.error());
    return {};
}

} // namespace belanjain::marketplace::samples
