// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/csv/csv_writer.h"

#include <algorithm>

namespace belanjain::csv {
using namespace Qt::StringLiterals;

QString safeText(const QString& text)
{
    static const QString dangerous = u"=+-@\t\r\n"_s;
    return !text.isEmpty() && dangerous.contains(text.front()) ? u'\'' + text : text;
}

QByteArray line(const QStringList& cells, char separator)
{
    QByteArray row;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (i > 0)
            row += separator;
        QByteArray cell = cells.at(i).toUtf8();
        // A mark at the start of a text would be taken for the file's own.
        const bool quoted = cell.startsWith(utf8Mark) || std::any_of(cell.cbegin(), cell.cend(), [separator](char c) {
            return c == separator || c == '"' || c == '\r' || c == '\n';
        });
        if (quoted)
            row += '"' + cell.replace('"', "\"\"") + '"';
        else
            row += cell;
    }
    return row + "\r\n";
}

} // namespace belanjain::csv
