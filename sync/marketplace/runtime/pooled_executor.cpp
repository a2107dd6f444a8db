// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/runtime/pooled_executor.h"

#include "marketplace/runtime/job_queue.h"

#include <future>
#include <thread>

namespace belanjain::marketplace
{
using storage::Database;
using storage::Outcome;

class PooledExecutor::Private
{
public:
    explicit Private(const ExecutorOptions& given)
        : options(given)
        , reads(size_t(given.waitingReads))
        , writes(size_t(given.waitingWrites))
        , computations(size_t(given.waitingComputations))
        , conversions(size_t(given.waitingConversions))
        , streams(size_t(given.waitingStreams))
    {
    }

    using Loop = std::function<void(Database&)>;

    /// Starts a thread with a connection of its own, which it opens itself; `opened` says how that went.
    static std::thread makeThread(const storage::Address& address, const storage::Options& connection, const Loop& loop,
                                  std::future<Outcome>& opened)
    {
        std::promise<Outcome> told;
        opened = told.get_future();
        return std::thread([address, connection, loop, told = std::move(told)]() mutable {
            const auto database = Database::open(address, connection);
            if (!database) {
                told.set_value(tl::unexpected(database.error()));
                return;
            }
            told.set_value({});
            loop(**database);
        });
    }

    Outcome startAll(const storage::Address& address)
    {
        const storage::Options writing{.fault = options.writerFault};
        const storage::Options reading{.readOnly = true};
        std::vector<std::future<Outcome>> opened;
        const auto add = [&](std::vector<std::thread>& threads, int count, const storage::Options& connection,
                             const Loop& loop) {
            for (int i = 0; i < count; ++i)
                threads.push_back(makeThread(address, connection, loop, opened.emplace_back()));
        };
        add(writerThreads, options.writers, writing, [this](Database& db) {
            for (auto tasks = writes.take(1); !tasks.empty(); tasks = writes.take(1))
                runWriteAlone(db, tasks.front(), options.retries);
        });
        const auto serve = [](JobQueue<ReadJob>& queue) {
            return [&queue](Database& db) {
                for (auto jobs = queue.take(1); !jobs.empty(); jobs = queue.take(1))
                    jobs.front()(db);
            };
        };
        add(readThreads, options.readers, reading, serve(reads));
        add(streamThreads, options.streamers, reading, serve(streams));
        addWorkers(options.computers, computations);
        addWorkers(options.converters, conversions);
        Outcome all;
        for (std::future<Outcome>& each : opened) {
            if (const Outcome one = each.get(); !one)
                all = one;
        }
        return all;
    }

    void addWorkers(int count, JobQueue<std::function<void()>>& queue)
    {
        for (int i = 0; i < count; ++i) {
            computeThreads.emplace_back([&queue] {
                for (auto jobs = queue.take(1); !jobs.empty(); jobs = queue.take(1))
                    jobs.front()();
            });
        }
    }

    static void join(std::vector<std::thread>& threads)
    {
        for (std::thread& thread : threads)
            thread.join();
        threads.clear();
    }

    /// Computations wait for reads and writes, so those end last.
    void stopAll()
    {
        computations.close();
        conversions.close();
        join(computeThreads);
        streams.close();
        join(streamThreads);
        reads.close();
        join(readThreads);
        writes.close();
        join(writerThreads);
    }

    const ExecutorOptions options;
    JobQueue<ReadJob> reads;
    JobQueue<WriteTask> writes;
    JobQueue<std::function<void()>> computations;
    JobQueue<std::function<void()>> conversions;
    JobQueue<ReadJob> streams;
    std::vector<std::thread> readThreads;
    std::vector<std::thread> writerThreads;
    std::vector<std::thread> computeThreads;
    std::vector<std::thread> streamThreads;
};

storage::Result<std::unique_ptr<PooledExecutor>> PooledExecutor::start(const storage::Address& address,
                                                                       const ExecutorOptions& options)
{
    auto d = std::make_unique<Private>(options);
    if (const auto started = d->startAll(address); !started) {
        d->stopAll();
        return tl::unexpected(started.error());
    }
    return std::unique_ptr<PooledExecutor>(new PooledExecutor(std::move(d)));
}

PooledExecutor::PooledExecutor(std::unique_ptr<Private> d) : m_d(std::move(d)) {}

PooledExecutor::~PooledExecutor() { m_d->stopAll(); }

bool PooledExecutor::read(ReadJob job) { return m_d->reads.put(std::move(job)); }

bool PooledExecutor::write(WriteJob job, Done done) { return m_d->writes.put({std::move(job), std::move(done)}); }

bool PooledExecutor::compute(std::function<void()> job) { return m_d->computations.put(std::move(job)); }

bool PooledExecutor::convert(std::function<void()> job) { return m_d->conversions.put(std::move(job)); }

bool PooledExecutor::stream(ReadJob job) { return m_d->streams.put(std::move(job)); }

void PooledExecutor::stop() { m_d->stopAll(); }

} // namespace belanjain::marketplace
