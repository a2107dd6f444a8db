// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/search_text.h"

namespace belanjain {
using namespace Qt::StringLiterals;

namespace {

constexpr int maxWordLength = 64;

// Latin letters that people type without their stroke or as two, and that have no decomposition.
QLatin1StringView plainLetters(char32_t c)
{
    switch (c) {
    case 0xdf:
        return "ss"_L1;
    case 0xe6:
        return "ae"_L1;
    case 0xf0:
        return "d"_L1;
    case 0xf8:
        return "o"_L1;
    case 0xfe:
        return "th"_L1;
    case 0x111:
        return "d"_L1;
    case 0x127:
        return "h"_L1;
    case 0x131:
        return "i"_L1;
    case 0x142:
        return "l"_L1;
    case 0x153:
        return "oe"_L1;
    default:
        return {};
    }
}

bool isMark(char32_t c)
{
    const auto category = QChar::category(c);
    return category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing;
}

// Inside a word in Indonesian and English alike: Jum'at is found as jumat.
bool isApostrophe(char32_t c) { return c == U'\'' || c == 0x2018 || c == 0x2019 || c == 0x2bc; }

bool belongsToWord(char32_t c)
{
    return QChar::isLetterOrNumber(c) || QChar::category(c) == QChar::Mark_SpacingCombining;
}

} // namespace

QString foldForSearch(const QString& text)
{
    // Decomposed again after folding, since folding makes new marks: capital I with a dot is i and a dot.
    const QString apart = text.normalized(QString::NormalizationForm_KD)
                              .toCaseFolded()
                              .normalized(QString::NormalizationForm_KD);
    QString folded;
    folded.reserve(apart.size());
    bool gap = false;
    for (const char32_t c : apart.toUcs4()) {
        if (isMark(c) || isApostrophe(c))
            continue;
        if (!belongsToWord(c)) {
            gap = !folded.isEmpty();
            continue;
        }
        if (gap)
            folded += u' ';
        gap = false;
        if (const auto plain = plainLetters(c); !plain.isEmpty())
            folded += plain;
        else
            folded += QChar::fromUcs4(c);
    }
    return folded;
}

QStringList searchWords(const QString& query, qsizetype most)
{
    QStringList words;
    for (const QString& word : foldForSearch(query).split(u' ', Qt::SkipEmptyParts)) {
        QString shortened = word.left(maxWordLength);
        if (shortened.back().isHighSurrogate())
            shortened.chop(1);
        if (!words.contains(shortened))
            words += shortened;
        if (words.size() >= most)
            break;
    }
    return words;
}

} // namespace belanjain
