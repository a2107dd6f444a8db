// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/format.h"
#include "domain/instant.h"
#include "marketplace/catalogue/write_context.h"
#include "protocol/messages.h"

namespace belanjain::marketplace
{

enum class PushRefusal : quint8 {
    NoSpace,
    ResyncRequired, ///< the epoch is another
    SeqGap,         ///< `expected` says where to go on
    SeqMismatch,    ///< a seq that was had already holds another op: the device registers anew
};

struct PushProblem
{
    PushRefusal refusal = PushRefusal::NoSpace;
    qint64 expected = 0;
};

/// What a push is done with. The actor's device is the request's.
struct PushParts
{
    storage::Database& db;
    ports::IdFactory& ids;
    Instant now;
    Actor actor;
    Language language = Language::Indonesian;
};

struct PushDone
{
    protocol::PushAnswer answer;
    QList<HeadChange> changes; ///< to be announced after the commit
};

/// Carries out a push inside the caller's transaction, each new op in a nested one: its effect, its
/// result and the device's lastSeq stay together, and what one rejected op wrote is gone. An op the
/// marketplace fails on for a reason of its own is rejected with `failed` rather than block those behind
/// it; a fault that may pass is the outer error, and nothing of the push is kept.
storage::Result<tl::expected<PushDone, PushProblem>> push(const PushParts& parts, const protocol::PushRequest& request);

} // namespace belanjain::marketplace
