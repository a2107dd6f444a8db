// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/runtime/threaded_executor.h"

#include "marketplace/runtime/job_queue.h"
#include "marketplace/runtime/write_group.h"

#include <future>
#include <thread>

namespace belanjain::marketplace
{
using storage::Database;
using storage::Outcome;

class ThreadedExecutor::Private
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

    /// Starts a thread with a connection of its own, and says whether that could be opened.
    Outcome addThread(std::vector<std::thread>& threads, const storage::Address& address,
                      const storage::Options& connection, const std::function<void(Database&)>& loop)
    {
        std::promise<Outcome> opened;
        auto result = opened.get_future();
        threads.emplace_back([address, connection, loop, told = std::move(opened)]() mutable {
            const auto database = Database::open(address, connection);
            if (!database) {
                told.set_value(tl::unexpected(database.error()));
                return;
            }
            told.set_value({});
            loop(**database);
        });
        return result.get();
    }

    void serveReads(JobQueue<ReadJob>& queue, Database& database)
    {
        for (auto jobs = queue.take(1); !jobs.empty(); jobs = queue.take(1))
            jobs.front()(database);
    }

    Outcome startAll(const storage::Address& address)
    {
        // The writer comes first: it is the one that may have to make the file and its log.
        const storage::Options writing{.checkpoints = true, .fault = options.writerFault};
        auto opened = addThread(writerThreads, address, writing, [this](Database& database) {
            const auto most = size_t(options.groupSize);
            for (auto tasks = writes.take(most); !tasks.empty(); tasks = writes.take(most))
                writeGroup(database, tasks);
        });
        addWorkers(1, tellings, tellThreads);
        const storage::Options reading{.readOnly = true};
        for (int i = 0; i < options.readers && opened; ++i)
            opened = addThread(readThreads, address, reading, [this](Database& db) { serveReads(reads, db); });
        for (int i = 0; i < options.streamers && opened; ++i)
            opened = addThread(streamThreads, address, reading, [this](Database& db) { serveReads(streams, db); });
        if (opened) {
            addWorkers(options.computers, computations, computeThreads);
            addWorkers(options.converters, conversions, computeThreads);
        }
        return opened;
    }

    /// Answers are made on a thread of their own, while the writer goes on with the next group.
    void writeGroup(Database& database, std::vector<WriteTask>& tasks)
    {
        struct Ending
        {
            Done done;
            Outcome outcome;
        };
        const auto endings = std::make_shared<std::vector<Ending>>(tasks.size());
        for (size_t i = 0; i < tasks.size(); ++i) {
            endings->at(i).done = std::move(tasks[i].done);
            tasks[i].done = [endings, i](const Outcome& outcome) { endings->at(i).outcome = outcome; };
        }
        runWriteGroup(database, tasks);
        const auto tell = [endings] {
            for (const Ending& ending : *endings)
                ending.done(ending.outcome);
        };
        if (!tellings.put(tell))
            tell();
    }

    void addWorkers(int count, JobQueue<std::function<void()>>& queue, std::vector<std::thread>& threads)
    {
        for (int i = 0; i < count; ++i) {
            threads.emplace_back([&queue] {
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
        tellings.close();
        join(tellThreads);
    }

    const ExecutorOptions options;
    JobQueue<ReadJob> reads;
    JobQueue<WriteTask> writes;
    JobQueue<std::function<void()>> computations;
    JobQueue<std::function<void()>> conversions;
    JobQueue<ReadJob> streams;
    JobQueue<std::function<void()>> tellings{1024}; ///< how groups of writes ended
    std::vector<std::thread> readThreads;
    std::vector<std::thread> writerThreads;
    std::vector<std::thread> computeThreads;
    std::vector<std::thread> streamThreads;
    std::vector<std::thread> tellThreads;
};

storage::Result<std::unique_ptr<ThreadedExecutor>> ThreadedExecutor::start(const storage::Address& address,
                                                                           const ExecutorOptions& options)
{
    auto d = std::make_unique<Private>(options);
    if (const auto started = d->startAll(address); !started) {
        d->stopAll();
        return tl::unexpected(started.error());
    }
    return std::unique_ptr<ThreadedExecutor>(new ThreadedExecutor(std::move(d)));
}

ThreadedExecutor::ThreadedExecutor(std::unique_ptr<Private> d) : m_d(std::move(d)) {}

ThreadedExecutor::~ThreadedExecutor() { m_d->stopAll(); }

bool ThreadedExecutor::read(ReadJob job) { return m_d->reads.put(std::move(job)); }

bool ThreadedExecutor::write(WriteJob job, Done done) { return m_d->writes.put({std::move(job), std::move(done)}); }

bool ThreadedExecutor::compute(std::function<void()> job) { return m_d->computations.put(std::move(job)); }

bool ThreadedExecutor::convert(std::function<void()> job) { return m_d->conversions.put(std::move(job)); }

bool ThreadedExecutor::stream(ReadJob job) { return m_d->streams.put(std::move(job)); }

void ThreadedExecutor::stop() { m_d->stopAll(); }

} // namespace belanjain::marketplace
