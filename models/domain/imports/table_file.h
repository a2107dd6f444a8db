// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/imports/plan.h"
#include "domain/imports/record.h"

#include <QByteArray>
#include <QIODevice>

#include <vector>

#include <tl/expected.hpp>

namespace belanjain::imports {

inline constexpr qint64 maxFileBytes = 256LL * 1024 * 1024;
inline constexpr int maxRows = 200'000;
inline constexpr int sampleRows = 20;

enum class FileProblem : quint8 {
    Unreadable, ///< the disk or the rights: the device's own words
    TooLarge,   ///< maxFileBytes
    TooManyRows, ///< maxRows
    NoRows,     ///< no titles, or nothing under them
    Stopped,    ///< goOn said so
    Changed,    ///< it is not the file that was analysed
};

/// Why there is no table: one of the above (with the device's words), or a place in the file.
struct FileError
{
    FileProblem problem = FileProblem::Unreadable;
    QString words;
    std::optional<csv::Error> place;
};
QString fileErrorText(const FileError& error, Language language);

/// The beginning of a file, for choosing what its columns are.
struct Beginning
{
    QStringList titles;
    QList<QStringList> rows; ///< sampleRows at most
    char separator = ',';
    Encoding encoding = Encoding::Detect;
};

/// Reads only as much as it needs.
tl::expected<Beginning, FileError> readBeginning(QIODevice& device, Encoding encoding, char separator);

/// A file's rows in pieces; blocks on the device, so it is for another thread than a window's.
class TableFile
{
public:
    TableFile(QIODevice& device, const Mapping& mapping)
        : m_device(device)
        , m_mapping(mapping)
    {}

    /// Every row after the titles. goOn is asked with bytes read of all.
    tl::expected<void, FileError> each(const std::function<void(const csv::Row&)>& row, const GoOn& goOn);

    QStringList titles() const { return m_titles; }
    char separator() const { return m_separator; }
    QByteArray sha256() const { return m_sha256; } ///< of the whole file, once each() went through

private:
    QIODevice& m_device;
    const Mapping& m_mapping;
    QStringList m_titles;
    char m_separator = ',';
    QByteArray m_sha256;
};

struct Analysis
{
    Plan plan;
    QByteArray sha256;
};

/// The dry run of a file. `goOn` is asked in thousandths of the whole.
tl::expected<Analysis, FileError> analysed(QIODevice& device, const Mapping& mapping, Store& store, const GoOn& goOn);

/// Writes the plan's wrong rows as they stand in the file, with their reasons in a last column, in the file's own
/// separator and in UTF-8. How many.
tl::expected<int, FileError> writeWrongRows(QIODevice& source, QIODevice& target, const Mapping& mapping,
                                            const Analysis& analysis, Language language);

} // namespace belanjain::imports
