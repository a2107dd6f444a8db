// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/runtime/write_task.h"

#include "storage/transaction.h"

namespace belanjain::marketplace
{
using storage::Error;
using storage::Outcome;
namespace
{

struct Ending
{
    Outcome outcome;
    std::optional<Error::Kind> fault; ///< what spoilt it, if that may be gone the next time
};

Ending runOnce(storage::Database& database, const WriteTask& task)
{
    auto transaction = storage::Transaction::begin(database);
    if (!transaction)
        return {tl::unexpected(transaction.error()), transaction.error().kind};
    if (!task.job(database)) {
        transaction->rollback();
        return {{}, database.faultOfTransaction()};
    }
    const bool wasThere = !database.isLost();
    const auto committed = transaction->commit();
    if (committed)
        return {};
    const bool unknown = wasThere && committed.error().kind == Error::Kind::Unavailable;
    return {committed, unknown ? std::nullopt : std::optional(committed.error().kind)};
}

bool mayGoWell(Error::Kind fault, int attempt)
{
    switch (fault) {
    case Error::Kind::Serialization:
    case Error::Kind::Deadlock:
    case Error::Kind::Unavailable:
        return true;
    case Error::Kind::Constraint:
        return attempt == 1;
    case Error::Kind::Busy:
    case Error::Kind::Full:
    case Error::Kind::Corrupt:
    case Error::Kind::Other:
        return false;
    }
    return false;
}

} // namespace

void runWriteAlone(storage::Database& database, const WriteTask& task, const Retries& retries)
{
    for (int attempt = 1;; ++attempt) {
        const Ending ending = runOnce(database, task);
        if (!ending.fault || attempt >= retries.attempts || !mayGoWell(*ending.fault, attempt))
            return task.done(ending.outcome);
        if (retries.counted)
            retries.counted();
        if (retries.pause)
            retries.pause(attempt + 1);
    }
}

} // namespace belanjain::marketplace
