// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/database.h"

#include <QString>

#include <optional>

#include <tl/expected.hpp>

class QIODevice;

namespace belanjain::marketplace
{

struct ExportWish
{
    enum class What : quint8 { Products, Orders };
    What what = What::Products;
    QString store; ///< its id; empty: all stores
    char separator = ',';
    bool mark = true; ///< begin with UTF-8's mark, which older spreadsheets need
};

/// Writes CSV: a line for every variant, or for every line of every order, by store. Reads a thousand rows at
/// a time, all from one snapshot. Gives how many lines there are under the heading; errors are sentences for
/// stderr.
tl::expected<qint64, QString> exportCsv(storage::Database& db, const ExportWish& wish, QIODevice& to);

} // namespace belanjain::marketplace
