// SPDX-License-Identifier: GPL-3.0-or-later
#include "attention/decision_words.h"

#include "common/language.h"
#include "domain/format.h"
#include "domain/money_input.h"
#include "domain/order_state.h"
#include "domain/sku.h"
#include "domain/stock_input.h"
#include "domain/text.h"
#include "orders/order_words.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace belanjain::ui {

using namespace Qt::StringLiterals;
using ports::OpenDecision;
using ports::Rejection;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(AttentionPage)
};

/// A number out of JSON from elsewhere; nullopt when there is none or it is beyond reason.
std::optional<qint64> numberIn(const QJsonObject& object, const QString& key)
{
    const QJsonValue value = object.value(key);
    const qint64 number = value.toInteger();
    if (!value.isDouble() || qAbs(number) > maxMoney.rupiah)
        return std::nullopt;
    return number;
}

QString count(qint64 n) { return formatCount(n, uiLanguage()); }

QString change(qint64 n)
{
    return n < 0 ? u"\u2212"_s + count(-n) : u"+"_s + count(n);
}

QString shortened(QString text)
{
    constexpr int most = 60;
    text = text.simplified();
    return text.size() > most ? text.left(most - 1) + u'…' : text;
}

QString orNothing(const QString& text) { return text.isEmpty() ? Words::tr("Empty") : shortened(text); }

/// A price that both could live with, to show how one is typed: halfway, in whole hundreds where there is room.
qint64 between(qint64 one, qint64 other)
{
    const qint64 half = one + (other - one) / 2;
    const qint64 rounded = half / 100 * 100;
    return rounded > std::min(one, other) ? rounded : half;
}

/// What can be said where nothing more is known: again, or not.
void tellPlain(DecisionStory& story, const QString& mine)
{
    story.mine = {mine, {}, Words::tr("Try again")};
    story.theirs = {Words::tr("Leave it as it is"), {}, Words::tr("Discard my change")};
}

void tellAdjust(const OpenDecision& decision, DecisionStory& story)
{
    const Rejection& r = decision.rejection;
    const qint64 delta = numberIn(r.args, u"delta"_s).value_or(0);
    const auto onHand = numberIn(r.current, u"onHand"_s);
    const auto reserved = numberIn(r.current, u"reserved"_s);
    const qint64 available = onHand && reserved ? std::max<qint64>(*onHand - *reserved, 0) : 0;
    story.kind = Words::tr("Stock change rejected");
    story.summary = onHand ? Words::tr("%1 asked, %2 available").arg(change(delta), count(available)) : change(delta);
    story.explanation = onHand ? Words::tr("You changed the stock by %1. When that was sent, %2 were on hand and %3 "
                                           "of them ordered, so it could not be taken.")
                                     .arg(change(delta), count(*onHand), count(reserved.value_or(0)))
                               : r.detail;
    story.mine = {change(delta), Words::tr("Your change, over today's stock"), Words::tr("Try %1 again").arg(change(delta))};
    const qint64 now = decision.onHand.value_or(qint32(onHand.value_or(0)));
    story.theirs = {Words::tr("%1 on hand").arg(count(now)), Words::tr("As the marketplace has it"),
                    Words::tr("Keep %1").arg(count(now))};
    story.other = DecisionStory::Other{Words::tr("Or another change"),
                                       delta < 0 && available > 0 ? change(-available) : QString()};
}

void tellCount(const OpenDecision& decision, DecisionStory& story)
{
    const Rejection& r = decision.rejection;
    const qint64 counted = numberIn(r.args, u"counted"_s).value_or(0);
    const auto onHand = numberIn(r.current, u"onHand"_s);
    story.kind = Words::tr("Count out of date");
    story.clash = true;
    story.summary = Words::tr("%1 counted, %2 now").arg(count(counted), count(onHand.value_or(decision.onHand.value_or(0))));
    story.explanation = Words::tr("You counted %1. Meanwhile the stock had changed, so the count may be old. "
                                  "Counting again is safest.")
                            .arg(count(counted));
    story.mine = {count(counted), Words::tr("What you counted"), Words::tr("Use %1").arg(count(counted))};
    const qint64 now = decision.onHand.value_or(qint32(onHand.value_or(0)));
    story.theirs = {count(now), Words::tr("As the marketplace has it"), Words::tr("Keep %1").arg(count(now))};
    story.other = DecisionStory::Other{Words::tr("Or another count"), {}};
}

void tellPrice(const OpenDecision& decision, DecisionStory& story)
{
    const Rejection& r = decision.rejection;
    const Money mine{numberIn(r.args, u"price"_s).value_or(0)};
    const auto now = numberIn(r.current, u"price"_s);
    story.kind = now ? Words::tr("Price changed in two places") : Words::tr("Price rejected");
    story.clash = now.has_value();
    story.mine = {formatRupiah(mine), Words::tr("From this computer"), Words::tr("Use %1").arg(formatRupiah(mine))};
    story.other = DecisionStory::Other{.label = Words::tr("Or another price"), .text = {}, .unit = u"Rp"_s};
    if (!now) {
        story.summary = formatRupiah(mine);
        story.explanation = r.detail;
        story.theirs = {Words::tr("Leave it as it is"), {}, Words::tr("Discard my change")};
        return;
    }
    story.summary = Words::tr("%1 or %2").arg(formatRupiah(mine), formatRupiah({*now}));
    story.explanation = Words::tr("You changed the price here. Meanwhile it was changed elsewhere too. Choose which one counts.");
    story.other->example = formatRupiahNumber({between(mine.rupiah, *now)});
    const qint64 gap = mine.rupiah - *now;
    story.mine.note = gap == 0 ? story.mine.note
                               : Words::tr("%1 against the marketplace").arg((gap < 0 ? u"\u2212"_s : u"+"_s) + formatRupiah({qAbs(gap)}));
    story.theirs = {formatRupiah({*now}), Words::tr("As the marketplace has it"), Words::tr("Use %1").arg(formatRupiah({*now}))};
}

void tellSku(const OpenDecision& decision, DecisionStory& story)
{
    const Rejection& r = decision.rejection;
    const QString mine = r.args.value(u"sku"_s).toString();
    const QString now = r.current.value(u"sku"_s).toString();
    const QString free = r.current.value(u"suggestion"_s).toString();
    story.kind = Words::tr("SKU already in use");
    story.summary = mine;
    story.explanation = r.detail;
    story.mine = {shortened(mine), Words::tr("What you typed"), Words::tr("Try again")};
    story.theirs = {orNothing(now.isEmpty() ? decision.sku : now), Words::tr("As the marketplace has it"),
                    Words::tr("Keep it")};
    story.other = DecisionStory::Other{Words::tr("Or another SKU"), free, false};
}

void tellOrder(const OpenDecision& decision, DecisionStory& story)
{
    const Rejection& r = decision.rejection;
    const auto to = parseOrderStatus(r.args.value(u"to"_s).toString());
    const auto now = parseOrderStatus(r.current.value(u"status"_s).toString());
    const QString wanted = to ? statusWord(*to) : r.args.value(u"to"_s).toString();
    const QString there = now ? statusWord(*now) : QString();
    story.kind = Words::tr("Order step rejected");
    story.summary = there.isEmpty() ? wanted : Words::tr("%1 asked, now %2").arg(wanted, there);
    story.explanation = there.isEmpty()
                            ? r.detail
                            : Words::tr("You moved the order to “%1”. Meanwhile it had become “%2”, from where that step "
                                        "is not possible.")
                                  .arg(wanted, there);
    story.mine = {wanted, Words::tr("Your step"), Words::tr("Try again")};
    story.theirs = {there.isEmpty() ? Words::tr("Leave it as it is") : there, Words::tr("As the marketplace has it"),
                    Words::tr("Discard my step")};
}

void tellReply(const OpenDecision& decision, DecisionStory& story)
{
    const Rejection& r = decision.rejection;
    const QString mine = r.args.value(u"reply"_s).toString();
    story.kind = Words::tr("Reply not accepted");
    story.summary = shortened(mine);
    story.explanation = r.detail;
    story.mine = {orNothing(mine), Words::tr("Your reply"), Words::tr("Send again")};
    story.theirs = {orNothing(r.current.value(u"reply"_s).toString()), Words::tr("As the marketplace has it"),
                    Words::tr("Discard my reply")};
    story.other = DecisionStory::Other{Words::tr("Or another reply"), mine, false};
}

/// The one thing an edit of texts or numbers changes; empty when it is more than one.
QString onlyKey(const Rejection& rejection)
{
    return rejection.args.size() == 1 ? rejection.args.constBegin().key() : QString();
}

QString keyName(const QString& key)
{
    if (key == u"name")
        return Words::tr("Name");
    if (key == u"description")
        return Words::tr("Description");
    if (key == u"category")
        return Words::tr("Category");
    if (key == u"barcode")
        return Words::tr("Barcode");
    if (key == u"weightGrams")
        return Words::tr("Weight");
    if (key == u"lowStockThreshold")
        return Words::tr("Low-stock limit");
    if (key == u"location")
        return Words::tr("Place");
    if (key == u"timeZone")
        return Words::tr("Time zone");
    return {};
}

QString valueText(const QJsonValue& value)
{
    return value.isDouble() ? count(value.toInteger()) : orNothing(value.toString());
}

void tellRecord(const OpenDecision& decision, DecisionStory& story)
{
    const Rejection& r = decision.rejection;
    story.explanation = r.detail;
    const QString key = onlyKey(r);
    const QString name = keyName(key);
    if (r.op.startsWith(u"image."))
        story.kind = Words::tr("Picture not accepted");
    else if (r.op == u"product.create")
        story.kind = Words::tr("New product not accepted");
    else if (r.op == u"product.archive")
        story.kind = Words::tr("Product could not be archived");
    else if (r.op == u"product.restore")
        story.kind = Words::tr("Product could not be restored");
    else if (!name.isEmpty())
        story.kind = Words::tr("%1 not accepted").arg(name);
    else
        story.kind = Words::tr("Change not accepted");
    if (name.isEmpty() || (r.op != u"product.update" && r.op != u"variant.update" && r.op != u"store.update")) {
        story.summary = r.detail;
        tellPlain(story, story.kind);
        story.mine.value = Words::tr("Your change");
        return;
    }
    const QJsonValue mine = r.args.value(key);
    story.summary = valueText(mine);
    story.mine = {valueText(mine), Words::tr("From this computer"), Words::tr("Use mine")};
    const bool known = r.current.contains(key);
    story.theirs = {known ? valueText(r.current.value(key)) : Words::tr("Leave it as it is"),
                    known ? Words::tr("From the marketplace") : QString(),
                    known ? Words::tr("Use the marketplace's") : Words::tr("Discard my change")};
    const bool number = mine.isDouble() || mine.isNull();
    story.other = DecisionStory::Other{Words::tr("Or something else"), number ? QString() : mine.toString(), number};
}

/// "Warna: Merah, Hitam · Ukuran: M, L"
QString optionsText(const QJsonValue& options)
{
    QStringList lines;
    const QJsonArray list = options.toArray();
    for (const QJsonValue& one : list) {
        QStringList values;
        const QJsonArray array = one[u"values"].toArray();
        for (const QJsonValue& value : array)
            values << value.toString();
        lines << one[u"name"].toString() + u": "_s + values.join(u", "_s);
    }
    return lines.isEmpty() ? Words::tr("no options") : lines.join(u" · "_s);
}

void tellOptions(const OpenDecision& decision, DecisionStory& story)
{
    const Rejection& r = decision.rejection;
    const QString mine = optionsText(r.args.value(u"options"_s));
    story.clash = r.code == u"stale_options";
    story.kind = story.clash ? Words::tr("Options changed in two places") : Words::tr("Options not accepted");
    story.summary = shortened(mine);
    story.explanation = r.detail;
    const bool known = r.current.contains(u"options"_s);
    story.mine = {mine, Words::tr("From this computer, over the variants of now"), Words::tr("Try mine")};
    story.theirs = {known ? optionsText(r.current.value(u"options"_s)) : Words::tr("Leave it as it is"),
                    Words::tr("As the marketplace has it"), Words::tr("Keep it")};
}

tl::unexpected<Violation> broken(const QString& field, Rule rule) { return tl::unexpected(Violation{field, rule, {}}); }

} // namespace

DecisionStory tellDecision(const OpenDecision& decision)
{
    const Rejection& r = decision.rejection;
    DecisionStory story;
    story.thing = r.title;
    if (r.op == u"stock.adjust")
        tellAdjust(decision, story);
    else if (r.op == u"stock.count")
        tellCount(decision, story);
    else if (r.args.contains(u"price"_s) && r.variant)
        tellPrice(decision, story);
    else if (r.args.contains(u"sku"_s) && r.variant)
        tellSku(decision, story);
    else if (r.op == u"product.variants")
        tellOptions(decision, story);
    else if (r.order)
        tellOrder(decision, story);
    else if (r.review)
        tellReply(decision, story);
    else
        tellRecord(decision, story);
    return story;
}

QString decidedText(const ports::MadeDecision& made)
{
    const DecisionStory story = tellDecision({.rejection = made.rejection});
    return made.mine ? Words::tr("Yours was used: %1").arg(story.kind)
                     : Words::tr("The marketplace's was kept: %1").arg(story.kind);
}

Checked<QJsonObject> otherArgs(const OpenDecision& decision, const QString& text)
{
    const Rejection& r = decision.rejection;
    QJsonObject args = r.args;
    if (r.op == u"stock.adjust") {
        QString typed = text.trimmed();
        typed.replace(u'\u2212', u'-');
        const auto entry = parseStockEntry(typed, u"stock"_s);
        if (!entry)
            return tl::unexpected(entry.error());
        const qint32 shown = decision.onHand.value_or(qint32(numberIn(r.current, u"onHand"_s).value_or(0)));
        const auto delta = deltaFor(*entry, shown, u"stock"_s);
        if (!delta)
            return tl::unexpected(delta.error());
        args[u"delta"_s] = *delta;
        return args;
    }
    if (r.op == u"stock.count") {
        const auto counted = parseCount(text, u"counted"_s);
        if (!counted)
            return tl::unexpected(counted.error());
        args[u"counted"_s] = *counted;
        return args;
    }
    if (r.args.contains(u"price"_s) && r.variant) {
        const auto price = parsePrice(text);
        if (!price)
            return tl::unexpected(price.error());
        args[u"price"_s] = price->rupiah;
        return args;
    }
    const QString key = r.review ? u"reply"_s : onlyKey(r);
    if (key.isEmpty())
        return broken(u"value"_s, Rule::NotFound);
    const QJsonValue former = r.args.value(key);
    if (former.isDouble() || former.isNull()) {
        const auto number = parseCount(text, key);
        if (!number)
            return tl::unexpected(number.error());
        args[key] = *number;
        return args;
    }
    args[key] = text.trimmed();
    return args;
}

QList<DecisionStep> stepsOf(const OpenDecision& decision)
{
    using Who = DecisionStep::Who;
    const Rejection& r = decision.rejection;
    const DecisionStory story = tellDecision(decision);
    const auto priceNow = r.args.contains(u"price"_s) && r.variant ? numberIn(r.current, u"price"_s) : std::nullopt;
    QList<DecisionStep> steps;
    steps.append({r.editedAt, Words::tr("You: %1").arg(story.mine.value), Words::tr("Kept on this computer"), Who::Here});
    for (const OpenDecision::Sold& one : decision.sold)
        steps.append({one.at,
                      Words::tr("%1 ordered at %2").arg(count(one.pieces), formatRupiah(one.price)),
                      Words::tr("Order %1").arg(numberText(one.order)), Who::Elsewhere});
    steps.append({r.refusedAt,
                  story.clash ? Words::tr("Your change was rejected") : Words::tr("The marketplace rejected it"),
                  // The marketplace's sentence is in the language of that day.
                  story.explanation == r.detail ? QString()
                  : priceNow                    ? Words::tr("Meanwhile it had become %1 elsewhere").arg(formatRupiah({*priceNow}))
                                                : story.summary,
                  Who::Refused});
    return steps;
}

} // namespace belanjain::ui
