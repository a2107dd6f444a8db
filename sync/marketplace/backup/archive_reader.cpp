// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/backup/archive_reader.h"

#include <QCryptographicHash>
#include <QFile>
#include <QIODevice>

#include <archive.h>
#include <archive_entry.h>

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
namespace
{

constexpr size_t pieceBytes = 256 * 1024;

} // namespace

void ArchiveReader::Free::operator()(archive* a) const { archive_read_free(a); }

ArchiveReader::ArchiveReader() : m_archive(archive_read_new()) {}

ArchiveReader::~ArchiveReader() = default;

tl::unexpected<QString> ArchiveReader::failed() const
{
    return tl::unexpected(u"the archive is damaged, or is not one of 'backup'"_s);
}

tl::expected<void, QString> ArchiveReader::open(const QString& file)
{
    if (QFile probe(file); !probe.open(QIODevice::ReadOnly))
        return tl::unexpected(u"cannot read '%1': %2"_s.arg(file, probe.errorString()));
    archive* const a = m_archive.get();
    if (archive_read_support_filter_zstd(a) != ARCHIVE_OK || archive_read_support_format_tar(a) != ARCHIVE_OK
        || archive_read_open_filename(a, QFile::encodeName(file).constData(), pieceBytes) != ARCHIVE_OK)
        return failed();
    return {};
}

tl::expected<std::optional<QString>, QString> ArchiveReader::next()
{
    archive_entry* entry = nullptr;
    const int result = archive_read_next_header(m_archive.get(), &entry);
    if (result == ARCHIVE_EOF)
        return std::nullopt;
    if (result != ARCHIVE_OK || archive_entry_filetype(entry) != AE_IFREG || archive_entry_hardlink(entry))
        return failed();
    return QString::fromUtf8(archive_entry_pathname(entry));
}

tl::expected<QByteArray, QString> ArchiveReader::copy(QIODevice& to, qint64 mostBytes)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QByteArray piece(qsizetype(pieceBytes), Qt::Uninitialized);
    for (qint64 taken = 0;;) {
        const la_ssize_t read = archive_read_data(m_archive.get(), piece.data(), pieceBytes);
        if (read < 0)
            return failed();
        if (read == 0)
            return hash.result().toHex();
        taken += read;
        if (taken > mostBytes)
            return failed();
        hash.addData(QByteArrayView(piece.constData(), read));
        if (to.write(piece.constData(), read) != read)
            return tl::unexpected(to.errorString());
    }
}

} // namespace belanjain::marketplace
