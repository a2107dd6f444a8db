// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <memory>

#include <tl/expected.hpp>

class QIODevice;
struct archive;

namespace belanjain::marketplace
{

/// Writes files into a tar that is compressed with zstd, a piece at a time. Errors are sentences for stderr.
class ArchiveWriter
{
public:
    /// `to` is open for writing and outlives the writer.
    explicit ArchiveWriter(QIODevice& to);
    ~ArchiveWriter();
    ArchiveWriter(const ArchiveWriter&) = delete;
    ArchiveWriter& operator=(const ArchiveWriter&) = delete;

    tl::expected<void, QString> start();
    /// Gives the SHA-256 of what went in, in hexadecimal digits.
    tl::expected<QByteArray, QString> add(const QString& entry, QIODevice& content);
    tl::expected<void, QString> finish();

private:
    struct Free
    {
        void operator()(archive* a) const;
    };
    tl::unexpected<QString> failed() const;

    QIODevice& m_to;
    std::unique_ptr<archive, Free> m_archive;
};

} // namespace belanjain::marketplace
