// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/inventory_words.h"

#include "domain/violation_text.h"
#include "common/language.h"

#include <QCoreApplication>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(InventoryWords)
};

QString number(qint64 count) { return formatCount(count, uiLanguage()); }

QString bold(const QString& text) { return u"<b>%1</b>"_s.arg(text); }

} // namespace

QString pageSubtitle(int shown, const ports::InventorySummary& summary, const QString& store, bool filtered)
{
    if (filtered)
        return summary.variants == 1
                   ? Words::tr("%1 of 1 variant in %2").arg(number(shown), store)
                   : Words::tr("%1 of %2 variants in %3").arg(number(shown), number(summary.variants), store);
    if (shown == 0)
        return Words::tr("No variants yet");
    return shown == 1 ? Words::tr("1 variant in %1").arg(store)
                      : Words::tr("%1 variants in %2").arg(number(shown), store);
}

QString stockWarning(const ports::InventorySummary& summary)
{
    if (summary.low == 0 && summary.out == 0)
        return {};
    const QString low = bold(summary.low == 1 ? Words::tr("1 variant is low")
                                              : Words::tr("%1 variants are low").arg(number(summary.low)));
    QString text;
    if (summary.out == 0)
        text = Words::tr("%1.").arg(low);
    else if (summary.low == 0)
        text = Words::tr("%1.").arg(
            bold(summary.out == 1 ? Words::tr("1 variant is out of stock")
                                  : Words::tr("%1 variants are out of stock").arg(number(summary.out))));
    else
        //: "9 variants are low" and "4 out of stock"
        text = Words::tr("%1 and %2.").arg(low, bold(Words::tr("%1 out of stock").arg(number(summary.out))));
    return text + u' ' + Words::tr("The next orders may have to wait.");
}

QString showWarnedLink(const ports::InventorySummary& summary)
{
    const int count = summary.low + summary.out;
    return count == 1 ? Words::tr("Show 1 variant") : Words::tr("Show %1 variants").arg(number(count));
}

QString markedTitle(int count)
{
    return count == 1 ? Words::tr("1 variant selected")
                      : Words::tr("%1 variants selected").arg(number(count));
}

QString markedElsewhere(int count)
{
    if (count == 0)
        return {};
    return count == 1 ? Words::tr("1 of them not in this view")
                      : Words::tr("%1 of them not in this view").arg(number(count));
}

QString bulkResult(const tables::EditReport& report, int unchanged)
{
    QStringList parts;
    if (report.applied == 1)
        parts.append(Words::tr("1 cell changed."));
    else if (report.applied > 1)
        parts.append(Words::tr("%1 cells changed.").arg(number(report.applied)));
    else if (report.refused.isEmpty() && report.storageProblem.isEmpty())
        parts.append(unchanged > 0 ? Words::tr("Nothing to change: the values were there already.")
                                   : Words::tr("Nothing to change here."));
    if (!report.refused.isEmpty()) {
        const QString why = ruleText(report.refused.constFirst().violation, uiLanguage());
        parts.append(
            report.refused.size() == 1
                ? Words::tr("1 left out: %1").arg(why)
                : Words::tr("%1 left out, the first because: %2").arg(number(report.refused.size()), why));
    }
    if (!report.storageProblem.isEmpty())
        parts.append(report.storageProblem);
    return parts.join(u' ');
}

QString archiveResult(const tables::EditReport& report, int unchanged, bool archived)
{
    if (report.applied == 0)
        return bulkResult(report, unchanged);
    QString text;
    if (archived)
        text = report.applied == 1 ? Words::tr("1 product archived. Buyers no longer see it.")
                                   : Words::tr("%1 products archived. Buyers no longer see them.").arg(number(report.applied));
    else
        text = report.applied == 1 ? Words::tr("1 product is for sale again.")
                                   : Words::tr("%1 products are for sale again.").arg(number(report.applied));
    if (!report.refused.isEmpty())
        text += u' ' + bulkResult({.applied = 0, .refused = report.refused, .storageProblem = {}}, 0);
    return text;
}

} // namespace belanjain::ui
