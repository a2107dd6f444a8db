// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/backup/archive_writer.h"

#include <QCryptographicHash>
#include <QIODevice>

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
namespace
{

constexpr qint64 pieceBytes = 256 * 1024;

la_ssize_t writeTo(archive* from, void* device, const void* bytes, size_t count)
{
    auto* const to = static_cast<QIODevice*>(device);
    const qint64 written = to->write(static_cast<const char*>(bytes), qint64(count));
    if (written != qint64(count)) {
        archive_set_error(from, EIO, "%s", to->errorString().toUtf8().constData());
        return -1;
    }
    return la_ssize_t(written);
}

struct FreeEntry
{
    void operator()(archive_entry* entry) const { archive_entry_free(entry); }
};

} // namespace

void ArchiveWriter::Free::operator()(archive* a) const { archive_write_free(a); }

ArchiveWriter::ArchiveWriter(QIODevice& to) : m_to(to), m_archive(archive_write_new()) {}

ArchiveWriter::~ArchiveWriter() = default;

tl::unexpected<QString> ArchiveWriter::failed() const
{
    const char* const words = archive_error_string(m_archive.get());
    return tl::unexpected(words ? QString::fromUtf8(words) : u"the archive cannot be written"_s);
}

tl::expected<void, QString> ArchiveWriter::start()
{
    archive* const a = m_archive.get();
    if (archive_write_set_format_pax_restricted(a) != ARCHIVE_OK || archive_write_add_filter_zstd(a) != ARCHIVE_OK
        || archive_write_set_bytes_in_last_block(a, 1) != ARCHIVE_OK
        || archive_write_open(a, &m_to, nullptr, writeTo, nullptr) != ARCHIVE_OK)
        return failed();
    return {};
}

tl::expected<QByteArray, QString> ArchiveWriter::add(const QString& entry, QIODevice& content)
{
    archive* const a = m_archive.get();
    const std::unique_ptr<archive_entry, FreeEntry> head(archive_entry_new());
    const qint64 size = content.size();
    archive_entry_set_pathname(head.get(), entry.toUtf8().constData());
    archive_entry_set_size(head.get(), size);
    archive_entry_set_filetype(head.get(), AE_IFREG);
    archive_entry_set_perm(head.get(), 0600);
    if (archive_write_header(a, head.get()) != ARCHIVE_OK)
        return failed();
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QByteArray piece(pieceBytes, Qt::Uninitialized);
    for (qint64 left = size; left > 0;) {
        const qint64 read = content.read(piece.data(), std::min(left, pieceBytes));
        if (read <= 0)
            return tl::unexpected(u"cannot read %1: %2"_s.arg(entry, content.errorString()));
        hash.addData(QByteArrayView(piece.constData(), read));
        if (archive_write_data(a, piece.constData(), size_t(read)) != read)
            return failed();
        left -= read;
    }
    return hash.result().toHex();
}

tl::expected<void, QString> ArchiveWriter::finish()
{
    return archive_write_close(m_archive.get()) == ARCHIVE_OK ? tl::expected<void, QString>() : failed();
}

} // namespace belanjain::marketplace
