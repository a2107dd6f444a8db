// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/tsv.h"

#include <algorithm>

namespace belanjain::tables {
using namespace Qt::StringLiterals;

namespace {

QString quoted(QString cell)
{
    const bool plain = std::none_of(cell.cbegin(), cell.cend(), [](QChar c) {
        return c == u'\t' || c == u'\n' || c == u'\r' || c == u'"';
    });
    return plain ? cell : u'"' + cell.replace(u'"', u"\"\""_s) + u'"';
}

} // namespace

QString toTsv(const QList<QStringList>& block)
{
    QString text;
    for (const QStringList& row : block) {
        for (qsizetype i = 0; i < row.size(); ++i)
            text += (i > 0 ? u"\t"_s : QString()) + quoted(row[i]);
        text += u'\n';
    }
    return text;
}

QList<QStringList> fromTsv(const QString& text)
{
    QList<QStringList> block;
    QStringList row;
    QString cell;
    bool inQuotes = false;
    const auto endRow = [&] {
        row.append(std::exchange(cell, {}));
        block.append(std::exchange(row, {}));
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const bool next = i + 1 < text.size();
        if (inQuotes) {
            if (c != u'"')
                cell += c;
            else if (next && text[i + 1] == u'"')
                cell += text[++i];
            else
                inQuotes = false;
        } else if (c == u'"' && cell.isEmpty()) {
            inQuotes = true;
        } else if (c == u'\t') {
            row.append(std::exchange(cell, {}));
        } else if (c == u'\r' || c == u'\n') {
            if (c == u'\r' && next && text[i + 1] == u'\n')
                ++i;
            endRow();
        } else {
            cell += c;
        }
    }
    if (!cell.isEmpty() || !row.isEmpty())
        endRow();
    return block;
}

} // namespace belanjain::tables
