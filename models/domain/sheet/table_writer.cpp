// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/sheet/table_writer.h"

#include "domain/sheet/csv_table_writer.h"
#include "domain/sheet/workbook_writer.h"

namespace belanjain::sheet {

using namespace Qt::StringLiterals;

QString suffixOf(Format format) { return format == Format::Csv ? u"csv"_s : u"xlsx"_s; }

tl::expected<std::unique_ptr<TableWriter>, QString> TableWriter::open(const QString& path, Format format,
                                                                      const Options& options)
{
    if (format == Format::Csv)
        return CsvTableWriter::open(path, options);
    return WorkbookWriter::open(path);
}

} // namespace belanjain::sheet
