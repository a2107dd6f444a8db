// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/samples/sample_file.h"

#include "marketplace/samples/compressed_input.h"

#include <QByteArray>
#include <QIODevice>

namespace belanjain::marketplace::samples {
namespace {

/// A header is shorter; a file without a line's end is not read to its own.
constexpr qsizetype headerLimit = 4096;

QByteArray firstLine(QIODevice& input)
{
    QByteArray text;
    // An error from the sink ends the reading; one of the file leaves what there is.
    (void)readUnpacked(input, headerLimit * 256,
                       [&text](QByteArrayView piece) -> tl::expected<void, SampleError> {
                           text += piece.first(qMin(piece.size(), headerLimit));
                           if (text.contains('\n') || text.size() >= headerLimit)
                               return tl::unexpected(SampleError{});
                           return {};
                       });
    return text.first(qMax<qsizetype>(0, text.indexOf('\n')));
}

} // namespace

std::optional<SampleFile> recognise(QIODevice& input)
{
    const QByteArray header = firstLine(input);
    if (!input.seek(0))
        return std::nullopt;
    if (header.contains("Product Name") && header.contains("Overall Rating"))
        return SampleFile::Prdect;
    if (header.contains("InvoiceNo") && header.contains("StockCode"))
        return SampleFile::OnlineRetail;
    return std::nullopt;
}

} // namespace belanjain::marketplace::samples
