// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/text.h"

namespace belanjain {
namespace {

// Invisible marks that reorder or split what people read; joiners stay, since emoji need them.
bool isMisleading(char32_t c)
{
    return c == 0x200b || c == 0xfeff || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

void append(QString& text, char32_t c) { text += QChar::fromUcs4(c); }

} // namespace

QString normalisedLine(const QString& text)
{
    QString line;
    line.reserve(text.size());
    bool gap = false;
    for (const char32_t c : text.toUcs4()) {
        if (isMisleading(c))
            continue;
        if (QChar::isSpace(c) || QChar::category(c) == QChar::Other_Control) {
            gap = !line.isEmpty();
            continue;
        }
        if (gap)
            line += u' ';
        gap = false;
        append(line, c);
    }
    return line.normalized(QString::NormalizationForm_C);
}

QString normalisedText(const QString& text)
{
    QString clean;
    clean.reserve(text.size());
    const auto endLine = [&clean] {
        while (clean.endsWith(u' ') || clean.endsWith(u'\t'))
            clean.chop(1);
        clean += u'\n';
    };
    bool afterReturn = false;
    for (const char32_t c : text.toUcs4()) {
        const bool ofPair = c == U'\n' && afterReturn;
        afterReturn = c == U'\r';
        if (ofPair || isMisleading(c))
            continue;
        if (c == U'\n' || c == U'\r' || c == 0x85 || c == 0x2028 || c == 0x2029)
            endLine();
        else if (c == U'\t' || QChar::category(c) != QChar::Other_Control)
            append(clean, c);
    }
    return clean.trimmed().normalized(QString::NormalizationForm_C);
}

qsizetype codePoints(QStringView text)
{
    qsizetype points = 0;
    for (qsizetype i = 0; i < text.size(); ++i, ++points) {
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate())
            ++i;
    }
    return points;
}

Checked<QString> checkLine(const QString& text, int longest, const QString& field)
{
    QString line = normalisedLine(text);
    if (line.isEmpty())
        return tl::unexpected(Violation{field, Rule::Required, {}});
    if (codePoints(line) > longest)
        return tl::unexpected(Violation{field, Rule::TooLong, {QString::number(longest)}});
    return line;
}

Checked<QString> checkOptionalLine(const QString& text, int longest, const QString& field)
{
    QString line = normalisedLine(text);
    if (codePoints(line) > longest)
        return tl::unexpected(Violation{field, Rule::TooLong, {QString::number(longest)}});
    return line;
}

Checked<QString> checkOptionalText(const QString& text, int longest, const QString& field)
{
    QString clean = normalisedText(text);
    if (codePoints(clean) > longest)
        return tl::unexpected(Violation{field, Rule::TooLong, {QString::number(longest)}});
    return clean;
}

} // namespace belanjain
