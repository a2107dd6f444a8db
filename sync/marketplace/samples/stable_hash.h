// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringView>

namespace belanjain::marketplace::samples {

/// FNV-1a over UTF-8 with a final mix: the same on every machine and run, which qHash does not promise.
/// `salt` gives unrelated values for the different things decided about one name.
inline quint64 stableHash(QStringView text, QByteArrayView salt = {})
{
    quint64 hash = 0xcbf29ce484222325ULL;
    const auto mix = [&hash](QByteArrayView bytes) {
        for (const char byte : bytes) {
            hash ^= static_cast<unsigned char>(byte);
            hash *= 0x100000001b3ULL;
        }
    };
    mix(salt);
    mix(text.toUtf8());
    hash ^= hash >> 33;
    hash *= 0xff51afd7ed558ccdULL;
    hash ^= hash >> 33;
    return hash;
}

} // namespace belanjain::marketplace::samples
