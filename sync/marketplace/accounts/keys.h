// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/random_source.h"
#include "storage/database.h"

#include <QByteArray>

namespace belanjain::marketplace
{

/// The marketplace's own secrets, 32 bytes each.
struct ServerKeys
{
    QByteArray accessToken;  ///< signs JWTs
    QByteArray refreshToken; ///< derives a refresh token's successor
    QByteArray fields;       ///< encrypts two-factor secrets and hashes recovery codes
};

/// Reads them from the settings, made there first when they are not. Inside a transaction.
storage::Result<ServerKeys> loadKeys(storage::Database& db, ports::RandomSource& random);

} // namespace belanjain::marketplace
