// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/review.h"

#include "domain/text.h"

using namespace Qt::StringLiterals;

namespace belanjain {

Checked<qint32> checkRating(qint64 rating, const QString& field)
{
    if (rating < lowestRating || rating > highestRating)
        return tl::unexpected(Violation{
            field, Rule::OutOfRange, {QString::number(lowestRating), QString::number(highestRating)}});
    return qint32(rating);
}

Checked<QString> checkReviewComment(const QString& text, const QString& field)
{
    return checkOptionalText(text, maxReviewComment, field);
}

Checked<QString> checkReviewReply(const QString& text, const QString& field)
{
    return checkOptionalText(text, maxReviewReply, field);
}

qint64 ratingMilli(qint64 sum, qint64 count) { return count > 0 ? (sum * 1000 + count / 2) / count : 0; }

} // namespace belanjain
