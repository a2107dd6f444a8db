// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/transfer_words.h"

#include "common/language.h"
#include "domain/format.h"
#include "domain/violation_text.h"

#include <QCoreApplication>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(TransferWords)
};

QString count(qsizetype number) { return formatCount(number, uiLanguage()); }

} // namespace

QString formatWord(imports::Format format)
{
    switch (format) {
    case imports::Format::Own:
        return Words::tr("Belanjain's own");
    case imports::Format::Shopify:
        return u"Shopify"_s;
    case imports::Format::WooCommerce:
        return u"WooCommerce"_s;
    case imports::Format::Other:
        break;
    }
    return Words::tr("Another table");
}

QString encodingWord(imports::Encoding encoding)
{
    switch (encoding) {
    case imports::Encoding::Detect:
        return Words::tr("Detect");
    case imports::Encoding::Utf8:
        return u"UTF-8"_s;
    case imports::Encoding::Utf16:
        return u"UTF-16"_s;
    case imports::Encoding::Windows1252:
        break;
    }
    return u"Windows-1252"_s;
}

QString separatorWord(char separator)
{
    switch (separator) {
    case ',':
        return Words::tr("Comma");
    case ';':
        return Words::tr("Semicolon");
    case '\t':
        return Words::tr("Tab");
    default:
        return Words::tr("Detect");
    }
}

QString numbersWord(imports::Numbers numbers)
{
    switch (numbers) {
    case imports::Numbers::Detect:
        return Words::tr("Detect");
    case imports::Numbers::Comma:
        return u"489.708,00"_s;
    case imports::Numbers::Point:
        break;
    }
    return u"489,708.00"_s;
}

QString fateWord(imports::Fate fate)
{
    switch (fate) {
    case imports::Fate::NewProduct:
        return Words::tr("New product");
    case imports::Fate::NewVariant:
        return Words::tr("New variant");
    case imports::Fate::Changed:
        return Words::tr("Changes");
    case imports::Fate::Unchanged:
        return Words::tr("Unchanged");
    case imports::Fate::Skipped:
        return Words::tr("Picture only");
    case imports::Fate::Wrong:
        break;
    }
    return Words::tr("Wrong");
}

QString amountText(qsizetype products, qsizetype changes)
{
    QStringList parts;
    if (products > 0)
        parts << (products == 1 ? Words::tr("1 new product") : Words::tr("%1 new products").arg(count(products)));
    if (changes > 0)
        parts << (changes == 1 ? Words::tr("1 change") : Words::tr("%1 changes").arg(count(changes)));
    return parts.join(u", "_s);
}

QString outcomeText(const ports::ImportRecord& record)
{
    QStringList sentences;
    if (record.state == ports::ImportState::Undone) {
        sentences << (record.left == 0 ? Words::tr("Undone.") : Words::tr("Undone, but for %1 that were changed or sold since.").arg(count(record.left)));
    } else if (record.state == ports::ImportState::Stopped) {
        sentences << Words::tr("Stopped: %1 of %2 are in.").arg(count(record.total() - record.waiting), count(record.total()));
    } else {
        sentences << Words::tr("Imported: %1.").arg(amountText(record.products, record.changes));
    }
    if (record.refused > 0)
        sentences << Words::tr("%1 could not go in.").arg(count(record.refused));
    return sentences.join(u' ');
}

QString troubleText(const ports::ImportTrouble& trouble)
{
    return u"%1: %2"_s.arg(trouble.label, trouble.kind == ports::ImportTrouble::Kind::ChangedSince
                                              ? Words::tr("changed or sold since, so it stays as it is.")
                                              : ruleText(trouble.violation, uiLanguage()));
}

} // namespace belanjain::ui
