// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/text_keys.h"

#include "domain/search_text.h"
#include "domain/sku.h"

#include <algorithm>

namespace belanjain::replica {
using namespace Qt::StringLiterals;
namespace {

bool isAscii(const QString& text)
{
    return std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.unicode() < 0x80; });
}

QChar lowered(QChar c) { return c >= u'A' && c <= u'Z' ? QChar(c.unicode() + 32) : c; }

} // namespace

QString foldedKey(const QString& text)
{
    if (!isAscii(text))
        return foldForSearch(text);
    QString folded;
    folded.reserve(text.size());
    bool gap = false;
    for (const QChar c : text) {
        if (c == u'\'')
            continue;
        const QChar low = lowered(c);
        if ((low >= u'a' && low <= u'z') || (low >= u'0' && low <= u'9')) {
            if (gap)
                folded += u' ';
            gap = false;
            folded += low;
        } else {
            gap = !folded.isEmpty();
        }
    }
    return folded;
}

QString foldedSku(const QString& sku)
{
    if (!isAscii(sku))
        return skuKey(sku);
    QString key = sku;
    std::transform(key.cbegin(), key.cend(), key.begin(), lowered);
    return key;
}

bool isPlain(const QString& text)
{
    return std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.unicode() < 0x80 && c != u'\''; });
}

QString storedSearchText(const QString& optionsLabel, const QString& sku, const QString& barcode)
{
    if (isPlain(optionsLabel) && isPlain(sku) && isPlain(barcode))
        return {};
    return foldedKey(optionsLabel) + u' ' + foldedKey(sku) + u' ' + foldedKey(barcode);
}

QString searchTextSql()
{
    return u"p.name_key || ' ' || coalesce(v.search, v.options_label || ' ' || v.sku || ' ' || v.barcode)"_s;
}

} // namespace belanjain::replica
