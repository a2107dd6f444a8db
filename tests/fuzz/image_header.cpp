// SPDX-License-Identifier: GPL-3.0-or-later
// A picture's bytes. What is taken has a size within the limit, is whole, and does not depend on what follows
// it. The same bytes as the image worker's answer: what is taken is exactly what a worker would say.
#include "marketplace/images/image_header.h"

#include "fuzz/harness.h"
#include "marketplace/images/recoded_image.h"

using namespace belanjain;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArrayView bytes(data, static_cast<qsizetype>(size));
    if (const auto recoded = marketplace::fromWire(bytes.toByteArray()))
        FUZZ_PROMISE(marketplace::toWire(*recoded) == bytes);
    const auto header = marketplace::readImageHeader(bytes);
    if (!header) {
        // The verdict on the first bytes never turns with more of them.
        if (header.error() == marketplace::ImageRefusal::NotAnImage && size >= 8)
            FUZZ_PROMISE(!bytes.startsWith("\xFF\xD8\xFF") && !bytes.startsWith("\x89PNG\r\n\x1A\n"));
        return 0;
    }
    FUZZ_PROMISE(header->size.width() > 0 && header->size.height() > 0);
    FUZZ_PROMISE(qint64(header->size.width()) * header->size.height() <= marketplace::maxPixels);
    FUZZ_PROMISE(marketplace::readImageHeader(bytes.toByteArray() + "\xFF\xD8 more") == header);
    // There is one place where the picture ends: shorter is refused, longer is the same picture.
    qsizetype shortest = 0;
    for (qsizetype longest = bytes.size(); shortest < longest;) {
        const qsizetype middle = (shortest + longest) / 2;
        if (marketplace::readImageHeader(bytes.first(middle)))
            longest = middle;
        else
            shortest = middle + 1;
    }
    FUZZ_PROMISE(marketplace::readImageHeader(bytes.first(shortest)) == header);
    return 0;
}
