// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/csv/csv_reader.h"
#include "marketplace/samples/catalogue.h"

#include <QStringView>

#include <functional>

#include <tl/expected.hpp>

class QIODevice;

namespace belanjain::marketplace::samples {

/// Reads a CSV file with a header, packed or not, and hands over the named columns of each row in the order
/// of `columns`, whatever their order in the file. A column that is missing, or a row that has fewer or more
/// fields than the header, is an error.
tl::expected<void, SampleError> readCsvTable(QIODevice& input, const QStringList& columns, qint64 limit,
                                             const std::function<void(const QStringList&)>& row);

} // namespace belanjain::marketplace::samples
