// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/database.h"

#include <QStringList>

#include <functional>

class QTimeZone;

namespace belanjain::marketplace
{

/// The stores' rows of an export, a piece of them at a time.
class ExportTable
{
public:
    virtual ~ExportTable() = default;
    virtual QStringList heading() const = 0;
    /// The next rows of the store after those it gave last; false when that was all.
    virtual storage::Result<bool> read(storage::Database& db, const QString& store, const QTimeZone& zone,
                                       const std::function<void(const QStringList&)>& row) = 0;
};

std::unique_ptr<ExportTable> productTable();
std::unique_ptr<ExportTable> orderTable();

} // namespace belanjain::marketplace
