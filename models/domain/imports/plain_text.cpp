// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/imports/plain_text.h"

#include <QHash>

#include <optional>

namespace belanjain::imports {
using namespace Qt::StringLiterals;
namespace {

constexpr qsizetype longestEntity = 10;

bool isLetter(QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z'); }

bool beginsTag(QStringView html, qsizetype at)
{
    if (html.at(at) != u'<' || at + 1 >= html.size())
        return false;
    const QChar next = html.at(at + 1);
    return isLetter(next) || next == u'!' || (next == u'/' && at + 2 < html.size() && isLetter(html.at(at + 2)));
}

struct Entity
{
    QString text;
    qsizetype length = 0;
};

std::optional<Entity> entityAt(QStringView html, qsizetype at)
{
    const static QHash<QString, QString> named{{u"amp"_s, u"&"_s},     {u"lt"_s, u"<"_s},       {u"gt"_s, u">"_s},
                                               {u"quot"_s, u"\""_s},   {u"apos"_s, u"'"_s},     {u"nbsp"_s, u" "_s},
                                               {u"ndash"_s, u"–"_s},   {u"mdash"_s, u"—"_s},    {u"hellip"_s, u"…"_s},
                                               {u"lsquo"_s, u"‘"_s},   {u"rsquo"_s, u"’"_s},    {u"ldquo"_s, u"“"_s},
                                               {u"rdquo"_s, u"”"_s},   {u"bull"_s, u"•"_s},     {u"middot"_s, u"·"_s},
                                               {u"deg"_s, u"°"_s},     {u"times"_s, u"×"_s},    {u"copy"_s, u"©"_s},
                                               {u"reg"_s, u"®"_s},     {u"trade"_s, u"™"_s},    {u"eacute"_s, u"é"_s}};
    // Looked for nearby only: in a text of nothing but "&" it would be looked for from each to the end.
    const qsizetype length = html.mid(at, longestEntity + 1).indexOf(u';');
    if (length < 2)
        return {};
    const qsizetype end = at + length;
    const QStringView name = html.mid(at + 1, end - at - 1);
    if (name.front() == u'#') {
        bool ok = false;
        const bool hex = name.size() > 1 && name.at(1).toLower() == u'x';
        const uint code = hex ? name.mid(2).toUInt(&ok, 16) : name.mid(1).toUInt(&ok, 10);
        if (!ok || code == 0 || code > 0x10ffff || QChar::isSurrogate(code))
            return {};
        const char32_t character = code;
        return Entity{QString::fromUcs4(&character, 1), end - at + 1};
    }
    const auto found = named.find(name.toString());
    return found == named.end() ? std::nullopt : std::optional(Entity{*found, end - at + 1});
}

/// Reads HTML from front to end; whatever it holds, it ends.
class Reader
{
public:
    explicit Reader(QStringView html)
        : m_html(html)
    {}

    QString run()
    {
        while (m_at < m_html.size()) {
            const QChar c = m_html.at(m_at);
            if (beginsTag(m_html, m_at))
                tag();
            else if (const auto entity = c == u'&' ? entityAt(m_html, m_at) : std::nullopt) {
                put(entity->text);
                m_at += entity->length;
            } else {
                if (c.isSpace())
                    m_space = true;
                else
                    put(m_html.mid(m_at, 1));
                ++m_at;
            }
        }
        return m_text.trimmed();
    }

private:
    void put(QStringView text)
    {
        if (m_space && !m_text.isEmpty() && !m_text.endsWith(u'\n'))
            m_text += u' ';
        m_space = false;
        m_text += text;
    }

    void breakLines(int lines)
    {
        m_space = false;
        int have = 0;
        while (have < m_text.size() && m_text.at(m_text.size() - 1 - have) == u'\n')
            ++have;
        for (; have < lines && !m_text.isEmpty(); ++have)
            m_text += u'\n';
    }

    void tag()
    {
        if (m_html.mid(m_at).startsWith(u"<!--")) {
            const qsizetype end = m_html.indexOf(u"-->", m_at + 4);
            m_at = end < 0 ? m_html.size() : end + 3;
            return;
        }
        qsizetype at = m_at + 1;
        const bool closing = m_html.at(at) == u'/';
        at += closing ? 1 : 0;
        const qsizetype nameAt = at;
        while (at < m_html.size() && m_html.at(at).isLetterOrNumber())
            ++at;
        const QString name = m_html.mid(nameAt, at - nameAt).toString().toLower();
        const qsizetype end = m_html.indexOf(u'>', at);
        m_at = end < 0 ? m_html.size() : end + 1;
        if (name == u"br") {
            m_space = false;
            m_text += u'\n';
        } else if (!closing && (name == u"script" || name == u"style")) {
            const qsizetype over = m_html.indexOf(QString(u"</"_s + name), m_at, Qt::CaseInsensitive);
            m_at = over < 0 ? m_html.size() : over;
        } else if (name == u"li") {
            breakLines(1);
            if (!closing)
                put(u"- ");
        } else if (name == u"p" || name == u"ul" || name == u"ol" || name == u"table" || name == u"blockquote" ||
                   (name.size() == 2 && name.front() == u'h' && name.at(1).isDigit())) {
            breakLines(2);
        } else if (name == u"div" || name == u"tr") {
            breakLines(1);
        } else if (name == u"td" || name == u"th") {
            m_space = true;
        }
    }

    QStringView m_html;
    qsizetype m_at = 0;
    bool m_space = false;
    QString m_text;
};

bool looksLikeHtml(const QString& text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) == u'<' ? beginsTag(text, i) : text.at(i) == u'&' && entityAt(text, i))
            return true;
    }
    return false;
}

bool needsCare(QStringView text)
{
    qsizetype at = 0;
    while (at < text.size() && text.at(at) == u'\'')
        ++at;
    return at < text.size() && QStringView(u"=+-@\t\r\n").contains(text.at(at));
}

} // namespace

QString plainText(const QString& html)
{
    return looksLikeHtml(html) ? Reader(html).run() : html;
}

QString htmlOf(const QString& text)
{
    if (text.isEmpty())
        return {};
    QString html;
    bool lineStart = true;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const bool lineEnd = i + 1 < text.size() && text.at(i + 1) == u'\n';
        const bool held = c == u' ' ? lineStart || lineEnd || html.endsWith(u' ') : c != u'\n' && c.isSpace();
        lineStart = c == u'\n';
        if (c == u'\n')
            html += u"<br>"_s;
        else if (held)
            html += u"&#%1;"_s.arg(int(c.unicode())); // white space that HTML would close up
        else
            html += QString(c).toHtmlEscaped();
    }
    return u"<p>"_s + html + u"</p>"_s;
}

QString harmless(const QString& text) { return needsCare(text) ? u'\'' + text : text; }

QString unharmed(const QString& cell)
{
    return cell.startsWith(u'\'') && needsCare(cell) ? cell.mid(1) : cell;
}

} // namespace belanjain::imports
