// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/samples/compressed_input.h"

#include <QIODevice>

#include <archive.h>
#include <archive_entry.h>

#include <array>
#include <cerrno>
#include <memory>

using namespace Qt::StringLiterals;

namespace belanjain::marketplace::samples {
namespace {

constexpr qsizetype blockBytes = 64 * 1024;

struct Source
{
    QIODevice* device;
    std::array<char, blockBytes> block;
};

la_ssize_t readBlock(archive* reader, void* data, const void** block)
{
    auto* source = static_cast<Source*>(data);
    const qint64 got = source->device->read(source->block.data(), blockBytes);
    if (got < 0) {
        archive_set_error(reader, EIO, "%s", "the file cannot be read");
        return -1;
    }
    *block = source->block.data();
    return la_ssize_t(got);
}

struct FreeArchive
{
    void operator()(archive* reader) const { archive_read_free(reader); }
};

tl::unexpected<SampleError> failure(archive* reader)
{
    const char* reason = archive_error_string(reader);
    return tl::unexpected(SampleError{u"the file cannot be unpacked: %1"_s.arg(
        reason ? QString::fromLocal8Bit(reason) : u"unknown reason"_s)});
}

} // namespace

tl::expected<qint64, SampleError> readUnpacked(QIODevice& input, qint64 limit, const ChunkSink& sink)
{
    const std::unique_ptr<archive, FreeArchive> reader(archive_read_new());
    const auto source = std::make_unique<Source>(Source{&input, {}});
    archive* const raw = reader.get();
    // Only the two filters: whatever else a file may claim to be, it is taken as text. The empty format is
    // for a file without a byte, which the raw one refuses.
    const bool ready = raw && archive_read_support_filter_gzip(raw) == ARCHIVE_OK &&
                       archive_read_support_filter_xz(raw) == ARCHIVE_OK &&
                       archive_read_support_format_raw(raw) == ARCHIVE_OK &&
                       archive_read_support_format_empty(raw) == ARCHIVE_OK;
    if (!ready)
        return tl::unexpected(SampleError{u"this build of libarchive cannot unpack gzip or xz"_s});
    if (archive_read_open(raw, source.get(), nullptr, readBlock, nullptr) != ARCHIVE_OK)
        return failure(raw);

    archive_entry* entry = nullptr;
    const int header = archive_read_next_header(raw, &entry);
    if (header == ARCHIVE_EOF)
        return 0;
    if (header != ARCHIVE_OK)
        return failure(raw);

    qint64 total = 0;
    QByteArray chunk(blockBytes, Qt::Uninitialized);
    for (;;) {
        const la_ssize_t got = archive_read_data(raw, chunk.data(), size_t(chunk.size()));
        if (got < 0)
            return failure(raw);
        if (got == 0)
            return total;
        total += got;
        if (total > limit)
            return tl::unexpected(SampleError{u"the unpacked file has more than %1 bytes"_s.arg(limit)});
        if (auto taken = sink(QByteArrayView(chunk).first(got)); !taken)
            return tl::unexpected(taken.error());
    }
}

} // namespace belanjain::marketplace::samples
