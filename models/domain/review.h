// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/violation.h"

#include <QString>

namespace belanjain {

inline constexpr int lowestRating = 1;
inline constexpr int highestRating = 5;
inline constexpr int maxReviewComment = 2'000;
inline constexpr int maxReviewReply = 1'000;

/// OutOfRange outside of 1 to 5.
Checked<qint32> checkRating(qint64 rating, const QString& field);
/// May be empty: stars alone are a review. TooLong.
Checked<QString> checkReviewComment(const QString& text, const QString& field);
/// Empty takes the reply away. TooLong.
Checked<QString> checkReviewReply(const QString& text, const QString& field);

/// The average times 1,000, rounded half up; 0 without ratings. The one way averages are rounded.
qint64 ratingMilli(qint64 sum, qint64 count);

} // namespace belanjain
