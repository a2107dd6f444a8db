// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/news_reader.h"
#include "replica/record_lane.h"
#include "replica/touched.h"

#include <atomic>
#include <memory>

namespace belanjain::replica {

class NewsMemory;

/// Looks through a lane, which ends before this. Remembers which variants are short between two looks, by row
/// number: a few bytes each. Signals come on the thread this lives on.
class NewsSource : public ports::NewsReader
{
    Q_OBJECT
public:
    explicit NewsSource(RecordLane& lane, QObject* parent = nullptr);
    ~NewsSource() override;

    void look(Instant ordersAfter) override;

    /// A commit changed this. From any thread.
    void notifyChanged(const replica::Touched& touched);
    /// Another file is read from now on: its content is no news. From any thread.
    void forget();

private:
    RecordLane& m_lane;
    std::shared_ptr<NewsMemory> m_memory; ///< belongs to the lane's thread
    std::shared_ptr<std::atomic<bool>> m_forget = std::make_shared<std::atomic<bool>>(true);
};

} // namespace belanjain::replica
