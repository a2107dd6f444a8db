// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/address.h"

namespace belanjain::storage
{

/// A SQLite file whose pages each carry a check value over their content and their place, in eight bytes
/// that SQLite leaves free at the end of a page. A page that is not what was written is an error of kind
/// Corrupt when it is read, never data: what SQLite's own checks cannot see (a digit of a price) is
/// noticed too. Pages in the log are covered by its own sums until a checkpoint moves them.
///
/// Any SQLite reads such a file, but only connections opened by this address may write to it. A file that
/// was made otherwise is read and written as it is, without check values. It stands on the system's default
/// file layer of the moment when it is first used, so a test registers its own before that.
Address checkedFile(const QString& file);

/// Whether the file has check values: of its header, without opening it as a database. A file that cannot
/// be read has none. Not while this process has it open: closing a second handle would drop SQLite's locks.
bool hasCheckValues(const QString& file);

/// The name that SQLite knows the layer by.
const char* checkedLayer();

/// Bytes of each page that belong to the check value.
inline constexpr int checkValueBytes = 8;

} // namespace belanjain::storage
