// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/sheet/csv_table_writer.h"

#include "domain/csv/csv_writer.h"

#include <QTime>

namespace belanjain::sheet {

using namespace Qt::StringLiterals;

namespace {

QString textOf(const Cell& cell)
{
    if (const auto* text = std::get_if<QString>(&cell))
        return csv::safeText(*text);
    if (const auto* number = std::get_if<qint64>(&cell))
        return QString::number(*number);
    if (const auto* day = std::get_if<QDate>(&cell))
        return day->toString(Qt::ISODate);
    if (const auto* moment = std::get_if<Moment>(&cell))
        return moment->day.toString(Qt::ISODate) + u' ' +
               QTime(moment->minuteOfDay / 60, moment->minuteOfDay % 60).toString(u"HH:mm"_s);
    return {};
}

} // namespace

CsvTableWriter::CsvTableWriter(const QString& path, char separator)
    : m_file(path)
    , m_separator(separator)
{}

tl::expected<std::unique_ptr<TableWriter>, QString> CsvTableWriter::open(const QString& path, const Options& options)
{
    std::unique_ptr<CsvTableWriter> writer(new CsvTableWriter(path, options.separator));
    if (!writer->m_file.open(QIODevice::WriteOnly))
        return tl::unexpected(writer->m_file.errorString());
    if (options.byteOrderMark) {
        if (const auto marked = writer->write(csv::utf8Mark); !marked)
            return tl::unexpected(marked.error());
    }
    return writer;
}

Outcome CsvTableWriter::write(const QByteArray& bytes)
{
    if (m_file.write(bytes) != bytes.size())
        return tl::unexpected(m_file.errorString());
    return {};
}

Outcome CsvTableWriter::begin(const QString&, const QList<Column>& columns)
{
    QStringList titles;
    for (const Column& column : columns)
        titles << csv::safeText(column.title);
    const QByteArray gap = m_begun ? QByteArray("\r\n") : QByteArray();
    m_begun = true;
    return write(gap + csv::line(titles, m_separator));
}

Outcome CsvTableWriter::add(const QList<Cell>& cells)
{
    QStringList texts;
    texts.reserve(cells.size());
    for (const Cell& cell : cells)
        texts << textOf(cell);
    return write(csv::line(texts, m_separator));
}

Outcome CsvTableWriter::commit()
{
    if (!m_file.commit())
        return tl::unexpected(m_file.errorString());
    return {};
}

} // namespace belanjain::sheet
