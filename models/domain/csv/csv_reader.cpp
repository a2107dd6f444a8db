// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/csv/csv_reader.h"

#include "domain/csv/windows_1252.h"

#include <QStringDecoder>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace belanjain::csv {
namespace {

/// A mark at the start of a field is text: only the file's own is not.
QString fromUtf8(const QByteArray& field)
{
    if (!field.startsWith("\xEF\xBB\xBF"))
        return QString::fromUtf8(field);
    return QStringDecoder(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom).decode(field);
}

// As much of the first row as is looked at to find the separator.
constexpr qsizetype headBytes = 64 * 1024;

bool hasLineEndOutsideQuotes(QByteArrayView text, bool& quoted)
{
    for (const char c : text) {
        if (c == '"')
            quoted = !quoted;
        else if (!quoted && (c == '\n' || c == '\r'))
            return true;
    }
    return false;
}

QLatin1StringView explanation(ErrorCode code)
{
    switch (code) {
    case ErrorCode::UnterminatedQuote:
        return "the quote is never closed"_L1;
    case ErrorCode::TextAfterQuote:
        return "text follows a closing quote"_L1;
    case ErrorCode::FieldTooLong:
        return "the field is too long"_L1;
    case ErrorCode::RowTooLong:
        return "the row is too long"_L1;
    case ErrorCode::TooManyColumns:
        return "the row has too many fields"_L1;
    case ErrorCode::NotUtf8:
        return "the text is not UTF-8"_L1;
    case ErrorCode::NotText:
        return "this is not a text file"_L1;
    }
    return {};
}

} // namespace

QString Error::message() const
{
    return u"line %1, field %2: %3"_s.arg(line).arg(column).arg(explanation(code));
}

char findSeparator(QByteArrayView text)
{
    static constexpr std::array<char, 3> candidates = {',', ';', '\t'};
    std::array<int, 3> counts = {};
    bool quoted = false;
    for (const char c : text) {
        if (c == '"')
            quoted = !quoted;
        if (quoted)
            continue;
        if (c == '\n' || c == '\r')
            break;
        for (std::size_t i = 0; i < candidates.size(); ++i)
            counts[i] += c == candidates[i] ? 1 : 0;
    }
    std::size_t best = 0;
    for (std::size_t i = 1; i < candidates.size(); ++i) {
        if (counts[i] > counts[best])
            best = i;
    }
    return candidates[best];
}

Reader::Reader(Options options)
    : m_options(options)
{}

tl::expected<void, Error> Reader::feed(QByteArrayView chunk, const RowSink& sink)
{
    if (m_stopped || chunk.isEmpty())
        return {};
    if (m_headSeen)
        return parse(chunk, sink);
    return feedHead(chunk, sink);
}

// The head is held back until it has the whole first row, for the mark of the encoding and the separator.
tl::expected<void, Error> Reader::feedHead(QByteArrayView chunk, const RowSink& sink)
{
    const qsizetype taken = qMin(chunk.size(), headBytes - m_head.size());
    m_head.append(chunk.first(taken));
    if (!hasLineEndOutsideQuotes(chunk.first(taken), m_headQuoted) && m_head.size() < headBytes)
        return {};
    if (auto done = startWithHead(sink); !done)
        return done;
    return feed(chunk.sliced(taken), sink);
}

tl::expected<void, Error> Reader::startWithHead(const RowSink& sink)
{
    m_headSeen = true;
    const QByteArray kept = std::exchange(m_head, {});
    QByteArrayView head = kept;
    if (head.startsWith("\xFF\xFE") || head.startsWith("\xFE\xFF"))
        return fail(ErrorCode::NotText, 1);
    while (head.startsWith("\xEF\xBB\xBF")) // some programs put one before the other
        head = head.sliced(3);
    if (m_options.separator == 0)
        m_options.separator = findSeparator(head);
    return parse(head, sink);
}

tl::expected<void, Error> Reader::finish(const RowSink& sink)
{
    if (m_stopped)
        return {};
    if (!m_headSeen) {
        if (auto done = startWithHead(sink); !done || m_stopped)
            return done;
    }
    if (m_state == State::Quoted)
        return fail(ErrorCode::UnterminatedQuote, m_quoteLine);
    auto done = endRow(sink);
    m_stopped = true;
    return done;
}

tl::expected<void, Error> Reader::parse(QByteArrayView bytes, const RowSink& sink)
{
    const char separator = m_options.separator;
    const char* p = bytes.data();
    const char* const end = p + bytes.size();
    while (p != end && !m_stopped) {
        const char c = *p;
        if (c == '\0')
            return fail(ErrorCode::NotText, m_line);
        if (std::exchange(m_afterCarriageReturn, false) && c == '\n') {
            ++p;
            continue;
        }

        if (m_state == State::Quoted) {
            const char* run = p;
            while (run != end && *run != '"' && *run != '\0') {
                m_line += *run == '\n' ? 1 : 0;
                ++run;
            }
            if (run == p) {
                m_state = State::QuoteInQuoted;
                ++p;
                continue;
            }
            if (auto done = take(QByteArrayView(p, run)); !done)
                return done;
            p = run;
            continue;
        }

        tl::expected<void, Error> done;
        if (c == separator) {
            startRow();
            done = endField();
            m_state = State::FieldStart;
            ++p;
        } else if (c == '\n' || c == '\r') {
            done = endRow(sink);
            ++m_line;
            m_afterCarriageReturn = c == '\r';
            ++p;
        } else if (c == '"' && m_state != State::Unquoted) {
            if (m_state == State::QuoteInQuoted)
                done = take("\"");
            else
                m_quoteLine = m_line;
            startRow();
            m_state = State::Quoted;
            ++p;
        } else if (m_state == State::QuoteInQuoted) {
            return fail(ErrorCode::TextAfterQuote, m_line);
        } else {
            const char* run = p;
            while (run != end && *run != separator && *run != '\n' && *run != '\r' && *run != '\0')
                ++run;
            startRow();
            m_state = State::Unquoted;
            done = take(QByteArrayView(p, run));
            p = run;
        }
        if (!done)
            return done;
    }
    return {};
}

void Reader::startRow()
{
    if (!std::exchange(m_rowHasContent, true))
        m_row.line = m_line;
}

tl::expected<void, Error> Reader::take(QByteArrayView bytes)
{
    // Which limit is met first, and on which line, must not depend on how much comes at once.
    const qsizetype fieldRoom = m_options.maxFieldBytes - m_field.size();
    const qsizetype rowRoom = m_options.maxRowBytes - m_rowBytes;
    if (bytes.size() > qMin(fieldRoom, rowRoom)) {
        const bool quoted = m_state == State::Quoted || m_state == State::QuoteInQuoted;
        return fail(fieldRoom <= rowRoom ? ErrorCode::FieldTooLong : ErrorCode::RowTooLong,
                    quoted ? m_quoteLine : m_line);
    }
    m_rowBytes += bytes.size();
    m_field.append(bytes);
    return {};
}

tl::expected<void, Error> Reader::endField()
{
    if (m_row.fields.size() >= m_options.maxColumns)
        return fail(ErrorCode::TooManyColumns, m_line);
    const bool utf8 = m_field.isValidUtf8();
    if (!utf8 && m_options.encoding == Encoding::Utf8)
        return fail(ErrorCode::NotUtf8, m_line);
    m_row.fields.append(utf8 ? fromUtf8(m_field) : fromWindows1252(m_field));
    m_field.resize(0);
    return {};
}

tl::expected<void, Error> Reader::endRow(const RowSink& sink)
{
    if (std::exchange(m_rowHasContent, false)) {
        if (auto done = endField(); !done)
            return done;
        if (!sink(m_row))
            m_stopped = true;
    }
    m_row.fields.clear();
    m_rowBytes = 0;
    m_state = State::FieldStart;
    return {};
}

tl::unexpected<Error> Reader::fail(ErrorCode code, qint64 line)
{
    m_stopped = true;
    return tl::unexpected(Error{code, line, m_row.fields.size() + 1});
}

tl::expected<QList<Row>, Error> readAll(QByteArrayView text, Options options)
{
    QList<Row> rows;
    const RowSink sink = [&rows](const Row& row) {
        rows.append(row);
        return true;
    };
    Reader reader(options);
    if (auto done = reader.feed(text, sink); !done)
        return tl::unexpected(done.error());
    if (auto done = reader.finish(sink); !done)
        return tl::unexpected(done.error());
    return rows;
}

} // namespace belanjain::csv
