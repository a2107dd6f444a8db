// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/imports/product_rows.h"

#include "domain/sku.h"
#include "domain/text.h"

#include <QSet>

namespace belanjain::imports {
using namespace Qt::StringLiterals;
namespace {

bool hasOptions(const Record& record)
{
    for (const Record::Cell& cell : record.cells) {
        if (optionOf(cell.field))
            return true;
    }
    return false;
}

Grouped byParent(const std::vector<Record>& records)
{
    Grouped found;
    QHash<QString, std::size_t> parents; // "id:44", "sku:WOO-HOODIE" to its product
    std::vector<int> variations;
    for (int i = 0; i < int(records.size()); ++i) {
        const Record& record = records[std::size_t(i)];
        const QString type = record.value(Field::Type).toLower();
        if (type.contains(u"variation")) {
            variations.push_back(i);
            continue;
        }
        const bool variable = type.contains(u"variable");
        if (!variable && !type.isEmpty() && !type.contains(u"simple")) {
            found.strangers.push_back(i);
            continue;
        }
        const std::size_t at = found.products.size();
        found.products.push_back({.rows = {i}, .head = i, .headIsVariant = !variable});
        if (variable && record.has(Field::Id))
            parents.insert(u"id:"_s + record.value(Field::Id), at);
        if (variable && record.has(Field::Sku))
            parents.insert(u"sku:"_s + skuKey(record.value(Field::Sku)), at);
    }
    for (const int i : variations) {
        const QString parent = records[std::size_t(i)].value(Field::Parent);
        const auto at = parents.constFind(parent.startsWith(u"id:") ? parent : u"sku:"_s + skuKey(parent));
        if (parent.isEmpty() || at == parents.constEnd())
            found.orphans.push_back(i);
        else
            found.products[*at].rows.push_back(i);
    }
    return found;
}

} // namespace

Grouped grouped(const std::vector<Record>& records, const Mapping& mapping)
{
    if (mapping.has(Field::Type) && mapping.has(Field::Parent))
        return byParent(records);
    const bool byHandle = mapping.has(Field::Group);
    Grouped found;
    QHash<QString, std::size_t> known;
    for (int i = 0; i < int(records.size()); ++i) {
        const Record& record = records[std::size_t(i)];
        QString key;
        if (byHandle)
            key = record.value(Field::Group).toCaseFolded();
        else if (hasOptions(record))
            key = normalisedLine(record.value(Field::Name)).toCaseFolded();
        const auto at = key.isEmpty() ? known.constEnd() : known.constFind(key);
        if (at != known.constEnd()) {
            found.products[*at].rows.push_back(i);
            continue;
        }
        if (!key.isEmpty())
            known.insert(key, found.products.size());
        found.products.push_back({.rows = {i}, .head = i});
    }
    return found;
}

} // namespace belanjain::imports
