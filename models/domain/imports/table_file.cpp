// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/imports/table_file.h"

#include "domain/csv/csv_writer.h"
#include "domain/imports/decoder.h"
#include "domain/imports/plain_text.h"
#include "domain/imports/planner.h"

#include <QCryptographicHash>
#include <QHash>

namespace belanjain::imports {
using namespace Qt::StringLiterals;
namespace {

constexpr qint64 pieceBytes = 64 * 1024;
constexpr qint64 thousand = 1000;

tl::unexpected<FileError> problem(FileProblem which, const QString& words = {})
{
    return tl::unexpected(FileError{which, words, {}});
}

tl::unexpected<FileError> at(const csv::Error& error)
{
    return tl::unexpected(FileError{FileProblem::Unreadable, {}, error});
}

} // namespace

QString fileErrorText(const FileError& error, Language language)
{
    const bool english = language == Language::English;
    if (error.place)
        return fileProblemText(*error.place, language);
    switch (error.problem) {
    case FileProblem::Unreadable:
        return (english ? u"The file cannot be read. %1"_s : u"File tidak dapat dibaca. %1"_s).arg(error.words).trimmed();
    case FileProblem::TooLarge:
        return english ? u"The file is larger than 256 MB. Split it into several."_s
                       : u"File lebih besar dari 256 MB. Bagilah menjadi beberapa file."_s;
    case FileProblem::TooManyRows:
        return english ? u"The file has more than 200,000 rows. Split it into several."_s
                       : u"File berisi lebih dari 200.000 baris. Bagilah menjadi beberapa file."_s;
    case FileProblem::NoRows:
        return english ? u"The file has no rows below its column titles."_s
                       : u"File tidak berisi baris di bawah judul kolom."_s;
    case FileProblem::Stopped:
        return english ? u"Stopped. Nothing was changed."_s : u"Dihentikan. Tidak ada yang diubah."_s;
    case FileProblem::Changed:
        return english ? u"The file has changed since it was checked. Check it again."_s
                       : u"File berubah sejak diperiksa. Periksa lagi."_s;
    }
    return {};
}

tl::expected<Beginning, FileError> readBeginning(QIODevice& device, Encoding encoding, char separator)
{
    Beginning beginning{.encoding = encoding};
    Decoder decoder(encoding);
    csv::Reader reader({.separator = separator, .encoding = decoder.forReader()});
    bool titles = false;
    const auto take = [&](const csv::Row& row) {
        if (titles)
            beginning.rows.append(row.fields);
        else
            beginning.titles = row.fields;
        titles = true;
        return beginning.rows.size() < sampleRows;
    };
    while (!reader.stopped()) {
        const QByteArray piece = device.read(pieceBytes);
        const bool last = piece.isEmpty();
        if (const auto fed = reader.feed(last ? decoder.finish() : decoder.feed(piece), take); !fed)
            return at(fed.error());
        if (!last)
            continue;
        if (!device.atEnd())
            return problem(FileProblem::Unreadable, device.errorString());
        if (const auto finished = reader.finish(take); !finished)
            return at(finished.error());
        break;
    }
    if (beginning.titles.isEmpty() || beginning.rows.isEmpty())
        return problem(FileProblem::NoRows);
    beginning.separator = reader.separator() ? reader.separator() : ',';
    return beginning;
}

tl::expected<void, FileError> TableFile::each(const std::function<void(const csv::Row&)>& row, const GoOn& goOn)
{
    const qint64 size = m_device.size();
    if (size > maxFileBytes)
        return problem(FileProblem::TooLarge);
    Decoder decoder(m_mapping.encoding);
    csv::Reader reader({.separator = m_mapping.separator, .encoding = decoder.forReader()});
    QCryptographicHash hash(QCryptographicHash::Sha256);
    int rows = -1; // the titles are none
    const auto take = [&](const csv::Row& one) {
        if (++rows == 0)
            m_titles = one.fields;
        else if (rows <= maxRows)
            row(one);
        return rows <= maxRows;
    };
    qint64 read = 0;
    for (;;) {
        const QByteArray piece = m_device.read(pieceBytes);
        hash.addData(piece);
        read += piece.size();
        if (read > maxFileBytes)
            return problem(FileProblem::TooLarge);
        const bool last = piece.isEmpty();
        if (last && !m_device.atEnd())
            return problem(FileProblem::Unreadable, m_device.errorString());
        auto taken = reader.feed(last ? decoder.finish() : decoder.feed(piece), take);
        if (taken && last)
            taken = reader.finish(take);
        if (!taken)
            return at(taken.error());
        if (rows > maxRows)
            return problem(FileProblem::TooManyRows);
        if (last)
            break;
        if (!goOn(read, qMax(size, read)))
            return problem(FileProblem::Stopped);
    }
    if (rows < 1)
        return problem(FileProblem::NoRows);
    m_separator = reader.separator() ? reader.separator() : ',';
    m_sha256 = hash.result();
    return {};
}

tl::expected<Analysis, FileError> analysed(QIODevice& device, const Mapping& mapping, Store& store, const GoOn& goOn)
{
    std::vector<Record> records;
    TableFile file(device, mapping);
    const auto half = [&](qint64 done, qint64 total) { return goOn(done * thousand / 2 / qMax<qint64>(total, 1), thousand); };
    const auto read = file.each([&](const csv::Row& row) { records.push_back(recordOf(row, mapping)); }, half);
    if (!read)
        return tl::unexpected(read.error());
    auto plan = planned(records, mapping, store, [&](qint64 done, qint64 total) {
        return goOn(thousand / 2 + done * thousand / 2 / qMax<qint64>(total, 1), thousand);
    });
    if (!plan)
        return problem(FileProblem::Stopped);
    return Analysis{std::move(*plan), file.sha256()};
}

tl::expected<int, FileError> writeWrongRows(QIODevice& source, QIODevice& target, const Mapping& mapping,
                                            const Analysis& analysis, Language language)
{
    QHash<qint64, const RowFate*> wrong;
    for (const RowFate& row : analysis.plan.rows) {
        if (row.fate == Fate::Wrong)
            wrong.insert(row.line, &row);
    }
    TableFile file(source, mapping);
    QList<csv::Row> kept;
    const auto keep = [&](const csv::Row& row) {
        if (wrong.contains(row.line))
            kept.append(row);
    };
    if (const auto read = file.each(keep, [](qint64, qint64) { return true; }); !read)
        return tl::unexpected(read.error());
    if (file.sha256() != analysis.sha256)
        return problem(FileProblem::Changed);
    const auto write = [&](QStringList cells, const QString& last) {
        // A row shorter than the titles would put its reasons under another column.
        while (cells.size() < file.titles().size())
            cells.append(QString());
        for (QString& cell : cells)
            cell = csv::safeText(cell);
        return target.write(csv::line(cells + QStringList{last}, file.separator())) >= 0;
    };
    int count = 0;
    bool ok = target.write(csv::utf8Mark) >= 0 && write(file.titles(), reasonsTitle(language));
    for (const csv::Row& row : std::as_const(kept)) {
        QStringList sentences;
        for (const Reason& reason : wrong.value(row.line)->reasons)
            sentences << reasonText(reason, language);
        ok = ok && write(row.fields, sentences.join(u' '));
        ++count;
    }
    if (!ok)
        return problem(FileProblem::Unreadable, target.errorString());
    return count;
}

} // namespace belanjain::imports
