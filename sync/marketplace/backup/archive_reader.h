// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>

#include <tl/expected.hpp>

class QIODevice;
struct archive;

namespace belanjain::marketplace
{

/// Reads a tar from outside, an entry after the other. Only files are taken: a link, a folder or a device is an
/// error, as is whatever libarchive finds damaged. What their names may be is the caller's to check.
class ArchiveReader
{
public:
    ArchiveReader();
    ~ArchiveReader();
    ArchiveReader(const ArchiveReader&) = delete;
    ArchiveReader& operator=(const ArchiveReader&) = delete;

    tl::expected<void, QString> open(const QString& file);
    /// The next entry's name; nullopt at the end.
    tl::expected<std::optional<QString>, QString> next();
    /// Copies the entry that next() named, at most so many bytes, and gives its SHA-256 in hexadecimal digits.
    tl::expected<QByteArray, QString> copy(QIODevice& to, qint64 mostBytes);

private:
    struct Free
    {
        void operator()(archive* a) const;
    };
    tl::unexpected<QString> failed() const;

    std::unique_ptr<archive, Free> m_archive;
};

} // namespace belanjain::marketplace
