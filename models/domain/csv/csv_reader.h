// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QStringList>

#include <functional>

#include <tl/expected.hpp>

namespace belanjain::csv {

/// How the bytes of a field become text.
enum class Encoding {
    Utf8,              ///< bytes that are not UTF-8 are an error
    Utf8OrWindows1252, ///< a field that is not UTF-8 is read as Windows-1252, as older spreadsheets write it
};

/// The limits keep hostile input from taking memory: a reader never holds more than one row of at most
/// maxRowBytes, and a chunk is never copied.
struct Options
{
    char separator = 0; ///< ',', ';' or '\t'; 0 finds it in the first row
    Encoding encoding = Encoding::Utf8;
    qsizetype maxFieldBytes = 256 * 1024;
    qsizetype maxRowBytes = 1024 * 1024;
    qsizetype maxColumns = 1024;
};

/// One record. `line` is the 1-based line of the file on which it starts.
struct Row
{
    qint64 line = 0;
    QStringList fields;
};

enum class ErrorCode {
    UnterminatedQuote, ///< the file ends inside a quoted field; line is where the quote opened
    TextAfterQuote,    ///< something other than a separator follows a closing quote
    FieldTooLong, ///< line is where the field begins
    RowTooLong,   ///< the same of the field that made it so
    TooManyColumns,
    NotUtf8,
    NotText, ///< a NUL byte or a UTF-16 mark: a workbook or a binary file, not CSV
};

struct Error
{
    ErrorCode code;
    qint64 line;   ///< 1-based
    qint64 column; ///< 1-based field of the row

    /// For logs, in English: "line 12, field 3: the quote is never closed". Texts for people are the UI's.
    QString message() const;
};

/// Takes a row; false stops the reading without an error.
using RowSink = std::function<bool(const Row&)>;

/// A streaming reader of RFC 4180 files as they are found: a UTF-8 mark, LF, CRLF or CR, separators
/// `,` `;` and tab, doubled quotes, line ends inside quotes, quoting that changes from row to row. Lines
/// with nothing on them are no rows. A quote inside an unquoted field is an ordinary character (`9" pan`).
///
/// Feed it chunks of any size, then finish(). After an error or a sink's false it takes nothing more.
/// The separator is the candidate found most often outside quotes in the first row; a tie, or none, is a
/// comma.
class Reader
{
public:
    explicit Reader(Options options = {});

    tl::expected<void, Error> feed(QByteArrayView chunk, const RowSink& sink);
    tl::expected<void, Error> finish(const RowSink& sink);

    /// The separator in use, 0 as long as it is not known.
    char separator() const { return m_options.separator; }
    bool stopped() const { return m_stopped; }

private:
    enum class State { FieldStart, Unquoted, Quoted, QuoteInQuoted };

    tl::expected<void, Error> feedHead(QByteArrayView chunk, const RowSink& sink);
    tl::expected<void, Error> startWithHead(const RowSink& sink);
    tl::expected<void, Error> parse(QByteArrayView bytes, const RowSink& sink);
    void startRow();
    tl::expected<void, Error> take(QByteArrayView bytes);
    tl::expected<void, Error> endField();
    tl::expected<void, Error> endRow(const RowSink& sink);
    tl::unexpected<Error> fail(ErrorCode code, qint64 line);

    Options m_options;
    State m_state = State::FieldStart;
    bool m_headSeen = false;
    bool m_headQuoted = false;
    bool m_stopped = false;
    bool m_afterCarriageReturn = false;
    bool m_rowHasContent = false;
    qint64 m_line = 1;
    qint64 m_quoteLine = 1;
    qsizetype m_rowBytes = 0;
    QByteArray m_head;
    QByteArray m_field;
    Row m_row;
};

/// Reads a whole text that is in memory already.
tl::expected<QList<Row>, Error> readAll(QByteArrayView text, Options options = {});

/// Which of `,` `;` and tab separates the fields of the first row of `text`.
char findSeparator(QByteArrayView text);

} // namespace belanjain::csv
