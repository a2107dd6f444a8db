// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/mail/mail_template.h"

#include <QJsonArray>
#include <QList>
#include <QStringList>

#include <algorithm>

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
namespace
{

QString oneLine(const QString& text)
{
    QString line;
    line.reserve(text.size());
    for (const QChar c : text) {
        const bool breaks = c.category() == QChar::Other_Control || c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
        line += breaks ? QChar(u' ') : c;
    }
    return line;
}

class Filling
{
public:
    QString fill(QStringView text, const QJsonObject& values)
    {
        m_values.append(values);
        QString filled;
        while (!text.isEmpty()) {
            const qsizetype open = text.indexOf(u"{{");
            const qsizetype close = open < 0 ? -1 : text.indexOf(u"}}", open);
            if (close < 0)
                break;
            filled += text.first(open);
            const QStringView mark = text.sliced(open + 2, close - open - 2);
            const bool section = mark.startsWith(u'#') || mark.startsWith(u'^');
            text = section ? afterLineEnd(filled, text.sliced(close + 2)) : text.sliced(close + 2);
            if (section)
                text = fillSection(filled, mark, text);
            else
                filled += oneLine(value(mark.toString()).toVariant().toString());
        }
        filled += text;
        m_values.removeLast();
        return filled;
    }

private:
    /// Without the line end after a mark that stands alone in its line.
    static QStringView afterLineEnd(const QString& before, QStringView text)
    {
        const bool startsLine = before.isEmpty() || before.endsWith(u'\n');
        return startsLine && text.startsWith(u'\n') ? text.sliced(1) : text;
    }

    QStringView fillSection(QString& filled, QStringView mark, QStringView text)
    {
        const QString name = mark.sliced(1).toString();
        const QString closing = u"{{/"_s + name + u"}}"_s;
        const qsizetype end = std::max<qsizetype>(text.indexOf(closing), 0);
        const QStringView inner = text.first(end);
        const QJsonValue given = value(name);
        const bool there = given.isArray() ? !given.toArray().isEmpty() : !given.toVariant().toString().isEmpty();
        if (mark.startsWith(u'^')) {
            if (!there)
                filled += fill(inner, {});
        } else if (given.isArray()) {
            for (const QJsonValue& each : given.toArray())
                filled += fill(inner, each.toObject());
        } else if (there) {
            filled += fill(inner, {});
        }
        const bool alone = inner.isEmpty() || inner.endsWith(u'\n');
        const QStringView rest = text.sliced(std::min(text.size(), end + closing.size()));
        return alone && rest.startsWith(u'\n') ? rest.sliced(1) : rest;
    }

    QJsonValue value(const QString& name) const
    {
        for (auto it = m_values.crbegin(); it != m_values.crend(); ++it) {
            if (it->contains(name))
                return it->value(name);
        }
        return QJsonValue(QJsonValue::Undefined);
    }

    QList<QJsonObject> m_values; ///< the innermost last
};

} // namespace

QString fillTemplate(const QString& text, const QJsonObject& values) { return Filling().fill(text, values); }

QString htmlOf(const QString& text)
{
    QString html;
    for (const QString& paragraph : text.trimmed().split(u"\n\n"_s, Qt::SkipEmptyParts)) {
        QStringList lines;
        QStringList items;
        const auto flush = [&] {
            if (!lines.isEmpty())
                html += u"<p>"_s + lines.join(u"<br>\n"_s) + u"</p>\n"_s;
            if (!items.isEmpty())
                html += u"<ul>\n<li>"_s + items.join(u"</li>\n<li>"_s) + u"</li>\n</ul>\n"_s;
            lines.clear();
            items.clear();
        };
        for (const QString& line : paragraph.split(u'\n', Qt::SkipEmptyParts)) {
            const bool item = line.startsWith(u"- ");
            if (item ? !lines.isEmpty() : !items.isEmpty())
                flush();
            (item ? items : lines) << (item ? line.sliced(2) : line).toHtmlEscaped();
        }
        flush();
    }
    return html;
}

} // namespace belanjain::marketplace
