// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/error.h"

#include <algorithm>

// What a damaged file may hold, and how it is met.
namespace belanjain::replica {

/// What looking at a replica runs fits the schema that this program makes: a statement that does not fit what
/// is there, or a value that breaks a rule of the schema, is told of a damaged file (Corrupt), which can be
/// replaced.
inline storage::Error orDamage(storage::Error error)
{
    using Kind = storage::Error::Kind;
    if (error.kind == Kind::Other || error.kind == Kind::Constraint)
        error.kind = Kind::Corrupt;
    return error;
}

/// A version, an edit's number or a count as a file has it, brought to where counting on from it is defined.
/// What lies beyond is damage, which shows as a number that does not fit the others.
inline qint64 counter(qint64 stored)
{
    constexpr qint64 largest = qint64(1) << 53; // what JSON carries exactly
    return std::clamp<qint64>(stored, 0, largest);
}

} // namespace belanjain::replica
