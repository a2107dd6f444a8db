// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/news_source.h"

#include "replica/lane_answer.h"

#include <algorithm>
#include <iterator>

namespace belanjain::replica {
using namespace Qt::StringLiterals;
using ports::News;

/// The variants that were short at the last look, in ascending order.
class NewsMemory
{
public:
    News look(Work& work, Instant ordersAfter, bool forget)
    {
        if (work.integer(u"SELECT synced FROM replica"_s) == 0) {
            m_known = false;
            return {.baseline = true, .synced = false};
        }
        News news{.baseline = forget || !m_known};
        readShort(work, news);
        readOrders(work, ordersAfter, news);
        m_known = work.ok();
        return news;
    }

private:
    using Rows = QList<ports::RowNumber>;

    void readShort(Work& work, News& news)
    {
        Rows now = work.all(u"SELECT row FROM variants INDEXED BY variants_short WHERE archived = 0 AND status <> 0"_s,
                            {}, [](const storage::Row& r) { return r.integer32(0); });
        std::sort(now.begin(), now.end());
        if (!news.baseline) {
            Rows fell;
            std::set_difference(now.cbegin(), now.cend(), m_short.cbegin(), m_short.cend(), std::back_inserter(fell));
            for (const ports::RowNumber row : std::as_const(fell))
                tell(work, row, news);
        }
        m_short = std::move(now);
    }

    /// Whoever takes stock away here knows it: an edit of this computer that waits is no news.
    static void tell(Work& work, ports::RowNumber row, News& news)
    {
        constexpr int named = 5;
        const auto one = work.one(
            u"SELECT p.name, v.options_label, v.available FROM variants v JOIN products p ON p.row = v.product "
            "WHERE v.row = ? AND v.waiting & 1 = 0"_s,
            {row}, [](const storage::Row& r) {
                const QString options = r.text(1);
                return News::Short{options.isEmpty() ? r.text(0) : u"%1, %2"_s.arg(r.text(0), options), r.integer32(2)};
            });
        if (!one)
            return;
        ++news.fellCount;
        if (news.fell.size() < named)
            news.fell.append(*one);
    }

    static void readOrders(Work& work, Instant after, News& news)
    {
        const auto newest = work.one(u"SELECT max(created_at) FROM orders"_s, {},
                                     [](const storage::Row& r) { return r.optionalInteger(0); });
        if (newest && *newest)
            news.newest = Instant{**newest};
        news.orders = work.all(
            u"SELECT id, number, customer_name, total, created_at FROM orders INDEXED BY orders_by_status "
            "WHERE status = 0 AND created_at > ? ORDER BY created_at DESC LIMIT 50"_s,
            {after.ms}, [](const storage::Row& r) {
                return News::Order{OrderId(QUuid::fromRfc4122(r.bytes(0))), r.text(1), r.text(2), {r.integer(3)},
                                   {r.integer(4)}};
            });
    }

    Rows m_short;
    bool m_known = false;
};

NewsSource::NewsSource(RecordLane& lane, QObject* parent)
    : ports::NewsReader(parent)
    , m_lane(lane)
    , m_memory(std::make_shared<NewsMemory>())
{}

NewsSource::~NewsSource() = default;

void NewsSource::look(Instant ordersAfter)
{
    askLane(
        m_lane, this,
        [ordersAfter, memory = m_memory, forget = m_forget](Work& work) {
            return memory->look(work, ordersAfter, forget->exchange(false));
        },
        [this](const News& news) { Q_EMIT read(news); }, [](const QString&) {});
}

void NewsSource::notifyChanged(const Touched& touched)
{
    if (!touched.rows.isEmpty() || touched.structure || !touched.orders.isEmpty() || touched.ordersAdded)
        QMetaObject::invokeMethod(this, &NewsSource::stale, Qt::QueuedConnection);
}

void NewsSource::forget() { *m_forget = true; }

} // namespace belanjain::replica
