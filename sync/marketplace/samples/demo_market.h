// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/samples/loader.h"
#include "ports/clock.h"
#include "ports/random_source.h"
#include "storage/address.h"

#include <QString>

#include <tl/expected.hpp>

namespace belanjain::marketplace::samples {

/// Opens (and migrates) the database and loads the built-in samples, as a marketplace does at its first
/// start, before it listens; does nothing when they were loaded before. Photos go into the
/// data folder, as ServerConfig names it. The error is fit for people. Any
/// thread; takes a second or two.
tl::expected<LoadReport, QString> loadDemoMarket(const storage::Address& address, const ports::Clock& clock,
                                                 ports::RandomSource& random,
                                                 const LoadProgress& progress = {}, const QString& dataDir = {});

/// The hash of a password made of 32 random bytes, which are forgotten; nothing when memory is short.
std::optional<QString> unknownPasswordHash(ports::RandomSource& random);

/// Opens a marketplace's database for writing and brings it up to date. Its folder is made.
storage::Result<std::unique_ptr<storage::Database>> openMarket(const storage::Address& address);

} // namespace belanjain::marketplace::samples
