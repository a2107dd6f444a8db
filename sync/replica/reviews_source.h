// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/reviews_reader.h"
#include "replica/record_lane.h"
#include "replica/touched.h"

#include <atomic>
#include <memory>

namespace belanjain::replica {

class Work;

/// One page of reviews, on a reading connection; errors are the Work's.
ports::ReviewPage readReviews(Work& work, const ports::ReviewsQuery& query);

/// Reads reviews through a lane, which ends before this. Signals come on the thread this lives on.
class ReviewsSource : public ports::ReviewsReader
{
    Q_OBJECT
public:
    explicit ReviewsSource(RecordLane& lane, QObject* parent = nullptr);

    void readPage(quint64 ticket, const ports::ReviewsQuery& query) override;

    /// A commit changed this. From any thread.
    void notifyChanged(const replica::Touched& touched);

private:
    RecordLane& m_lane;
    std::shared_ptr<std::atomic<quint64>> m_newest = std::make_shared<std::atomic<quint64>>(0);
};

} // namespace belanjain::replica
