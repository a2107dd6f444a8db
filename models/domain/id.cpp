// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/id.h"

namespace belanjain
{

QUuid makeUuidV7(qint64 unixMilliseconds, const std::array<quint8, 10>& random)
{
    QByteArray bytes(16, Qt::Uninitialized);
    for (int i = 0; i < 6; ++i)
        bytes[i] = char((unixMilliseconds >> (8 * (5 - i))) & 0xff);
    for (int i = 0; i < 10; ++i)
        bytes[6 + i] = char(random[size_t(i)]);
    bytes[6] = char((quint8(bytes[6]) & 0x0f) | 0x70);
    bytes[8] = char((quint8(bytes[8]) & 0x3f) | 0x80);
    return QUuid::fromRfc4122(bytes);
}

std::optional<QUuid> parseUuid(QStringView text)
{
    if (text.size() != 36)
        return std::nullopt;
    for (qsizetype i = 0; i < 36; ++i) {
        const char16_t c = text[i].unicode();
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        const bool hex = (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
        if (dash ? c != u'-' : !hex)
            return std::nullopt;
    }
    return QUuid::fromString(text);
}

} // namespace belanjain
