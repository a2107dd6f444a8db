// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/samples/csv_table.h"

#include "marketplace/samples/compressed_input.h"

using namespace Qt::StringLiterals;

namespace belanjain::marketplace::samples {

tl::expected<void, SampleError> readCsvTable(QIODevice& input, const QStringList& columns, qint64 limit,
                                             const std::function<void(const QStringList&)>& row)
{
    QList<qsizetype> places;
    qsizetype width = 0;
    QString problem;
    QStringList values(columns.size());
    const csv::RowSink take = [&](const csv::Row& record) {
        if (width == 0) {
            width = record.fields.size();
            for (const QString& column : columns) {
                places.append(record.fields.indexOf(column));
                if (places.last() < 0 && problem.isEmpty())
                    problem = u"the column “%1” is missing"_s.arg(column);
            }
            return problem.isEmpty();
        }
        if (record.fields.size() != width) {
            problem = u"line %1 has %2 fields, the first row has %3"_s.arg(record.line)
                          .arg(record.fields.size())
                          .arg(width);
            return false;
        }
        for (qsizetype i = 0; i < places.size(); ++i)
            values[i] = record.fields.at(places.at(i));
        row(values);
        return true;
    };

    csv::Reader reader;
    const auto outcome =
        [&problem](const tl::expected<void, csv::Error>& read) -> tl::expected<void, SampleError> {
        if (!read)
            return tl::unexpected(SampleError{read.error().message()});
        if (!problem.isEmpty())
            return tl::unexpected(SampleError{problem});
        return {};
    };
    const auto unpacked =
        readUnpacked(input, limit, [&](QByteArrayView chunk) { return outcome(reader.feed(chunk, take)); });
    if (!unpacked)
        return tl::unexpected(unpacked.error());
    if (auto finished = outcome(reader.finish(take)); !finished)
        return finished;
    if (width == 0)
        return tl::unexpected(SampleError{u"the file is empty"_s});
    return {};
}

} // namespace belanjain::marketplace::samples
