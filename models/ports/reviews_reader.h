// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "domain/instant.h"
#include "ports/inventory.h"

#include <QList>
#include <QMetaType>
#include <QObject>
#include <QString>

#include <array>
#include <optional>

namespace belanjain::ports
{

struct Review
{
    RowNumber row = 0;
    ReviewId review;
    ProductId product;
    QString productName;
    QString imageHash; ///< of the product's first picture
    QString customerName;
    int rating = 0; ///< 1 to 5
    QString comment;
    QString reply; ///< empty: none yet
    std::optional<Instant> repliedAt;
    Instant createdAt;
    EditFields waiting;
    EditFields rejected;

    bool operator==(const Review&) const = default;
};

struct ReviewsQuery
{
    QString search; ///< words anywhere in the comment, the customer's or the product's name
    bool unansweredOnly = false;
    int rating = 0; ///< 0: any
    int limit = 100;
    int offset = 0;

    bool operator==(const ReviewsQuery&) const = default;
};

struct ReviewPage
{
    QList<Review> reviews; ///< newest first
    int total = 0;         ///< that match
    int unanswered = 0;    ///< of all
    std::array<int, 5> byRating{}; ///< of all; [0] is one star
};

/// Reads reviews from the replica off the caller's thread.
class ReviewsReader : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Answered by read() with the same ticket; a newer request abandons an older one.
    virtual void readPage(quint64 ticket, const ReviewsQuery& query) = 0;

Q_SIGNALS:
    void pageRead(quint64 ticket, const belanjain::ports::ReviewPage& page);
    void failed(const QString& reason);
    /// Reviews changed: what is shown may be old.
    void stale();
};

} // namespace belanjain::ports

Q_DECLARE_METATYPE(belanjain::ports::Review)
Q_DECLARE_METATYPE(belanjain::ports::ReviewPage)
