// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/rejection_story.h"

#include "common/language.h"

#include <QCoreApplication>

namespace belanjain::ui {

using namespace Qt::StringLiterals;
using ports::Rejection;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(RejectionStory)
};

QString bold(const QString& text) { return u"<b>%1</b>"_s.arg(text.toHtmlEscaped()); }

/// A number out of JSON from elsewhere; nullopt when there is none or it is beyond reason.
std::optional<qint64> numberIn(const QJsonObject& object, const QString& key)
{
    const QJsonValue value = object.value(key);
    const qint64 number = value.toInteger();
    if (!value.isDouble() || qAbs(number) > maxMoney.rupiah)
        return std::nullopt;
    return number;
}

RejectionWay again()
{
    return {.text = Words::tr("Try again"), .kind = RejectionWay::Kind::Retry, .args = {}};
}

RejectionWay discard()
{
    return {.text = Words::tr("Discard change"), .kind = RejectionWay::Kind::Drop, .args = {}};
}

QString minus(qint64 number) { return u"\u2212"_s + formatCount(number, uiLanguage()); }

QString signedNumber(qint64 number)
{
    return number < 0 ? minus(-number) : u"+"_s + formatCount(number, uiLanguage());
}

RejectionStory tellAdjust(const Rejection& rejection, qint64 delta)
{
    RejectionStory story;
    story.richText = bold(Words::tr("Change %1 was rejected.").arg(signedNumber(delta)));
    const auto onHand = numberIn(rejection.current, u"onHand"_s);
    const auto reserved = numberIn(rejection.current, u"reserved"_s);
    if (!onHand || !reserved) {
        story.richText += u' ' + rejection.detail.toHtmlEscaped();
    } else {
        const qint64 available = std::max<qint64>(*onHand - *reserved, 0);
        story.richText += u' ' + (available == 0   ? Words::tr("None were available when this was sent.")
                                  : available == 1 ? Words::tr("Only 1 was available when this was sent.")
                                                   : Words::tr("Only %1 were available when this was sent.")
                                                         .arg(formatCount(available, uiLanguage())));
        if (available > 0 && delta < -available) {
            QJsonObject args = rejection.args;
            args[u"delta"_s] = -available;
            story.ways.append({.text = Words::tr("Change to %1").arg(minus(available)),
                               .kind = RejectionWay::Kind::Retry,
                               .args = args});
        }
    }
    story.ways << again() << discard();
    return story;
}

RejectionStory tellCount(const Rejection& rejection, qint64 counted)
{
    RejectionStory story;
    story.richText = bold(Words::tr("The count of %1 was rejected.").arg(formatCount(counted, uiLanguage())));
    const auto onHand = numberIn(rejection.current, u"onHand"_s);
    if (onHand)
        story.richText += u' ' + Words::tr("On hand had become %1 meanwhile. Please count again.")
                                     .arg(formatCount(*onHand, uiLanguage()));
    else
        story.richText += u' ' + rejection.detail.toHtmlEscaped();
    story.ways << discard();
    return story;
}

RejectionStory tellPrice(const Rejection& rejection, qint64 price)
{
    RejectionStory story;
    story.richText = bold(Words::tr("%1 was rejected.").arg(formatRupiah({price})));
    const auto now = numberIn(rejection.current, u"price"_s);
    if (!now) {
        story.richText += u' ' + rejection.detail.toHtmlEscaped();
        story.ways << again() << discard();
        return story;
    }
    story.richText += u' ' + Words::tr("The price was changed to %1 elsewhere.").arg(formatRupiah({*now}));
    story.ways.append({.text = Words::tr("Set to %1").arg(formatRupiah({price})),
                       .kind = RejectionWay::Kind::Retry,
                       .args = {}});
    story.ways.append({.text = Words::tr("Keep %1").arg(formatRupiah({*now})),
                       .kind = RejectionWay::Kind::Drop,
                       .args = {}});
    return story;
}

RejectionStory tellSku(const Rejection& rejection, const QString& sku)
{
    RejectionStory story;
    story.richText =
        bold(Words::tr("SKU %1 was rejected.").arg(sku)) + u' ' + rejection.detail.toHtmlEscaped();
    const QString free = rejection.current.value(u"suggestion"_s).toString();
    if (!free.isEmpty()) {
        QJsonObject args = rejection.args;
        args[u"sku"_s] = free;
        story.ways.append(
            {.text = Words::tr("Change to %1").arg(free), .kind = RejectionWay::Kind::Retry, .args = args});
    }
    story.ways << again() << discard();
    return story;
}

} // namespace

RejectionStory tellRejection(const Rejection& rejection)
{
    if (rejection.op == u"stock.adjust") {
        if (const auto delta = numberIn(rejection.args, u"delta"_s))
            return tellAdjust(rejection, *delta);
    } else if (rejection.op == u"stock.count") {
        if (const auto counted = numberIn(rejection.args, u"counted"_s))
            return tellCount(rejection, *counted);
    } else if (rejection.field == ports::EditField::Price) {
        if (const auto price = numberIn(rejection.args, u"price"_s))
            return tellPrice(rejection, *price);
    } else if (rejection.field == ports::EditField::Sku) {
        return tellSku(rejection, rejection.args.value(u"sku"_s).toString());
    }
    return {.richText = bold(Words::tr("The change was rejected.")) + u' ' + rejection.detail.toHtmlEscaped(),
            .ways = {again(), discard()}};
}

} // namespace belanjain::ui
