// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/runtime/write_group.h"

#include "storage/transaction.h"

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
using storage::Error;
using storage::Outcome;
using storage::Transaction;
namespace
{

void tellAll(std::span<WriteTask> tasks, const Error& error)
{
    for (const WriteTask& task : tasks)
        task.done(tl::unexpected(error));
}

/// SQLite rolls the whole transaction back by itself on a full disk or an I/O error. Going on would
/// commit every later savepoint alone, so whether the transaction is still there has to be asked, and a
/// second BEGIN being refused is how SQL answers.
bool isStillOpen(storage::Database& database)
{
    if (database.isPostgres())
        return true;
    if (!database.execute(u"BEGIN"_s))
        return true;
    // The answer is no either way; the transaction made by asking is empty.
    (void)database.execute(u"ROLLBACK"_s);
    return false;
}

/// The error, if any, is of the whole group.
Outcome runOne(storage::Database& database, const WriteTask& task, Outcome& own)
{
    auto savepoint = Transaction::begin(database);
    if (!savepoint)
        return tl::unexpected(savepoint.error());
    if (task.job(database)) {
        own = savepoint->commit();
        if (own)
            return {};
    } else {
        savepoint->rollback();
    }
    if (!isStillOpen(database))
        return tl::unexpected(own ? Error{Error::Kind::Unavailable, u"the transaction was rolled back"_s} : own.error());
    return {};
}

} // namespace

void runWriteGroup(storage::Database& database, std::span<WriteTask> tasks)
{
    auto transaction = Transaction::begin(database);
    if (!transaction) {
        tellAll(tasks, transaction.error());
        return;
    }
    std::vector<Outcome> outcomes(tasks.size());
    for (size_t i = 0; i < tasks.size(); ++i) {
        if (const auto whole = runOne(database, tasks[i], outcomes[i]); !whole) {
            transaction->rollback();
            tellAll(tasks, whole.error());
            return;
        }
    }
    if (const auto committed = transaction->commit(); !committed) {
        tellAll(tasks, committed.error());
        return;
    }
    for (size_t i = 0; i < tasks.size(); ++i)
        tasks[i].done(outcomes[i]);
}

} // namespace belanjain::marketplace
