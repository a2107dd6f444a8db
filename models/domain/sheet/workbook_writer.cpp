// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/sheet/workbook_writer.h"

#include <QFile>
#include <QSaveFile>

#include <xlsxwriter.h>

#include <algorithm>

namespace belanjain::sheet {

using namespace Qt::StringLiterals;

namespace {

// Excel's own limits.
constexpr quint32 rowsPerSheet = 1'048'576;
constexpr int longestSheetName = 31;
constexpr int longestText = 32'767;
constexpr qint64 copiedAtOnce = 1 << 20;
/// Whole numbers beyond this lose digits in a spreadsheet, which holds doubles.
constexpr qint64 mostExact = 1LL << 53;

QString outcomeText(lxw_error error) { return QString::fromUtf8(lxw_strerror(error)); }

lxw_datetime dateOf(QDate day, int minuteOfDay = 0)
{
    lxw_datetime when{};
    when.year = day.year();
    when.month = day.month();
    when.day = day.day();
    when.hour = minuteOfDay / 60;
    when.min = minuteOfDay % 60;
    return when;
}

} // namespace

WorkbookWriter::WorkbookWriter(const QString& path)
    : m_path(path)
{}

WorkbookWriter::~WorkbookWriter()
{
    if (m_book)
        workbook_close(m_book); // the library has no other way to let go of it; the folder takes the file along
}

QString WorkbookWriter::madeFile() const { return m_folder.filePath(u"made.xlsx"_s); }

tl::expected<std::unique_ptr<TableWriter>, QString> WorkbookWriter::open(const QString& path)
{
    std::unique_ptr<WorkbookWriter> writer(new WorkbookWriter(path));
    if (!writer->m_folder.isValid())
        return tl::unexpected(writer->m_folder.errorString());
    const QByteArray file = QFile::encodeName(writer->madeFile());
    QByteArray folder = QFile::encodeName(writer->m_folder.path());
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = folder.data();
    writer->m_book = workbook_new_opt(file.constData(), &options);
    if (!writer->m_book)
        return tl::unexpected(outcomeText(LXW_ERROR_MEMORY_MALLOC_FAILED));
    const auto format = [&](const char* numbers) {
        lxw_format* made = workbook_add_format(writer->m_book);
        if (numbers)
            format_set_num_format(made, numbers);
        return made;
    };
    writer->m_bold = format(nullptr);
    format_set_bold(writer->m_bold);
    writer->m_number = format("#,##0");
    writer->m_day = format("d mmm yyyy");
    writer->m_moment = format("d mmm yyyy hh:mm");
    return writer;
}

QString WorkbookWriter::freeName(const QString& wanted) const
{
    QString name = wanted;
    for (QChar& c : name) {
        if (u"[]:*?/\\"_s.contains(c))
            c = u' ';
    }
    name = name.trimmed();
    while (name.startsWith(u'\''))
        name.remove(0, 1);
    name = name.left(longestSheetName);
    while (name.endsWith(u'\''))
        name.chop(1);
    if (name.isEmpty())
        name = u"1"_s;
    QString free = name;
    for (int n = 2; m_used.contains(free.toLower()); ++n) {
        const QString number = u" %1"_s.arg(n);
        free = name.left(longestSheetName - number.size()) + number;
    }
    return free;
}

Outcome WorkbookWriter::startSheet()
{
    const QString name = freeName(m_name);
    m_used << name.toLower();
    m_sheet = workbook_add_worksheet(m_book, name.toUtf8().constData());
    if (!m_sheet)
        return tl::unexpected(outcomeText(LXW_ERROR_MEMORY_MALLOC_FAILED));
    for (int i = 0; i < m_columns.size(); ++i) {
        const Column& column = m_columns.at(i);
        const auto at = lxw_col_t(i);
        worksheet_set_column(m_sheet, at, at, std::max(column.width, int(column.title.size()) + 2), nullptr);
        worksheet_write_string(m_sheet, 0, at, column.title.toUtf8().constData(), m_bold);
    }
    worksheet_freeze_panes(m_sheet, 1, 0);
    m_row = 0;
    return {};
}

Outcome WorkbookWriter::begin(const QString& name, const QList<Column>& columns)
{
    m_name = name;
    m_columns = columns;
    return startSheet();
}

Outcome WorkbookWriter::add(const QList<Cell>& cells)
{
    if (m_row + 1 == rowsPerSheet) {
        if (const auto started = startSheet(); !started)
            return started;
    }
    ++m_row;
    for (int i = 0; i < cells.size(); ++i) {
        const Cell& cell = cells.at(i);
        const auto at = lxw_col_t(i);
        lxw_error error = LXW_NO_ERROR;
        if (const auto* text = std::get_if<QString>(&cell)) {
            if (!text->isEmpty())
                error = worksheet_write_string(m_sheet, m_row, at, text->left(longestText).toUtf8().constData(), nullptr);
        } else if (const auto* number = std::get_if<qint64>(&cell)) {
            error = std::abs(*number) <= mostExact
                        ? worksheet_write_number(m_sheet, m_row, at, double(*number), m_number)
                        : worksheet_write_string(m_sheet, m_row, at, QByteArray::number(*number).constData(), nullptr);
        } else if (const auto* day = std::get_if<QDate>(&cell)) {
            lxw_datetime when = dateOf(*day);
            error = worksheet_write_datetime(m_sheet, m_row, at, &when, m_day);
        } else if (const auto* moment = std::get_if<Moment>(&cell)) {
            lxw_datetime when = dateOf(moment->day, moment->minuteOfDay);
            error = worksheet_write_datetime(m_sheet, m_row, at, &when, m_moment);
        }
        if (error != LXW_NO_ERROR)
            return tl::unexpected(outcomeText(error));
    }
    return {};
}

Outcome WorkbookWriter::commit()
{
    const lxw_error closed = workbook_close(m_book);
    m_book = nullptr;
    if (closed != LXW_NO_ERROR)
        return tl::unexpected(outcomeText(closed));
    QFile made(madeFile());
    QSaveFile file(m_path);
    if (!made.open(QIODevice::ReadOnly))
        return tl::unexpected(made.errorString());
    if (!file.open(QIODevice::WriteOnly))
        return tl::unexpected(file.errorString());
    while (!made.atEnd()) {
        const QByteArray part = made.read(copiedAtOnce);
        if (part.isEmpty())
            return tl::unexpected(made.errorString());
        if (file.write(part) != part.size())
            return tl::unexpected(file.errorString());
    }
    if (!file.commit())
        return tl::unexpected(file.errorString());
    return {};
}

} // namespace belanjain::sheet
