// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/random_source.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace belanjain::marketplace
{

/// Encrypts one field for the database: XChaCha20-Poly1305 with a nonce of its own, as Base64. `context`
/// (whose field it is) is bound to it, so that a value copied to another row does not open there. The key
/// has 32 bytes. nullopt when libsodium cannot be used.
std::optional<QString> sealField(const QByteArray& plain, const QByteArray& context, const QByteArray& key,
                                 ports::RandomSource& random);

/// nullopt when it was not sealed with this key for this context, or was changed.
std::optional<QByteArray> openField(const QString& sealed, const QByteArray& context, const QByteArray& key);

} // namespace belanjain::marketplace
