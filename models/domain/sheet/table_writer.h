// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>

#include <memory>
#include <variant>

#include <tl/expected.hpp>

namespace belanjain::sheet {

enum class Format : quint8 { Csv, Excel };

/// "csv" or "xlsx".
QString suffixOf(Format format);

/// A point in time as a calendar shows it, to the minute; without a zone, which the title of the column names.
struct Moment
{
    QDate day;
    int minuteOfDay = 0; ///< 0 to 1439

    bool operator==(const Moment&) const = default;
};

/// What a cell can hold. Text is what people wrote: no spreadsheet will take it for a formula, and a code of
/// digits (barcode, postcode, phone) keeps its zeros in a workbook. monostate is an empty cell.
using Cell = std::variant<std::monostate, QString, qint64, QDate, Moment>;

struct Column
{
    QString title;
    int width = 14; ///< in characters; a workbook's only
};

struct Options
{
    char separator = ','; ///< of CSV; ';' is what spreadsheets with a decimal comma expect
    bool byteOrderMark = true; ///< of CSV, which is always UTF-8
};

/// Empty, or why not in the system's words.
using Outcome = tl::expected<void, QString>;

/// Writes tables row by row, whatever their length, in constant memory. The file appears under its name
/// complete with commit(), or not at all: a writer that goes before it leaves what was there untouched.
/// Blocks on the disk, so long tables are written away from the GUI thread; one thread at a time.
class TableWriter
{
public:
    virtual ~TableWriter() = default;

    static tl::expected<std::unique_ptr<TableWriter>, QString> open(const QString& path, Format format,
                                                                    const Options& options = {});

    /// Starts a table and writes its titles. A workbook has a sheet for each (its name is made valid and
    /// unique; a table with more rows than a sheet holds goes on in another one); in a CSV file an empty line
    /// stands between them.
    virtual Outcome begin(const QString& name, const QList<Column>& columns) = 0;
    /// A row of the table begun last.
    virtual Outcome add(const QList<Cell>& cells) = 0;
    virtual Outcome commit() = 0;
};

} // namespace belanjain::sheet
