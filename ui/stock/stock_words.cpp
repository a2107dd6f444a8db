// SPDX-License-Identifier: GPL-3.0-or-later
#include "stock/stock_words.h"

#include "common/language.h"

#include <QCoreApplication>

#include <cstdlib>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(belanjain::ui::StockHistoryPanel)
};

QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

MoveWords waitingWords(const ports::WaitingMove& move, const QTimeZone& zone)
{
    const Language language = uiLanguage();
    MoveWords words{.icon = move.refused ? Icon::Octagon : Icon::Clock,
                    .what = move.counted ? Words::tr("Counted %1")
                                               .arg(formatCount(*move.counted, language))
                                         : Words::tr("Adjusted"),
                    .order = {},
                    .detail = {},
                    .change = shownChange(move.delta, language),
                    .after = move.refused ? Words::tr("rejected")
                                          : Words::tr("not sent yet"),
                    .ink = move.refused ? CellInk::Out : CellInk::Waiting};
    words.detail = joined({formatDateTime(move.at, zone, language),
                           Words::tr("on this computer"), move.reason});
    return words;
}

Icon iconOf(MoveKind kind)
{
    switch (kind) {
    case MoveKind::Initial:
        return Icon::Box;
    case MoveKind::Received:
        return Icon::Download;
    case MoveKind::Adjusted:
        return Icon::Edit;
    case MoveKind::Counted:
        return Icon::Barcode;
    case MoveKind::Reserved:
        return Icon::Cart;
    case MoveKind::Released:
        return Icon::Undo;
    case MoveKind::Shipped:
        return Icon::Truck;
    }
    return Icon::Edit;
}

QString nameOf(MoveKind kind)
{
    switch (kind) {
    case MoveKind::Initial:
        return Words::tr("Opening stock");
    case MoveKind::Received:
        return Words::tr("Received");
    case MoveKind::Adjusted:
        return Words::tr("Adjusted");
    case MoveKind::Counted:
        return Words::tr("Counted");
    case MoveKind::Reserved:
        return Words::tr("Ordered");
    case MoveKind::Released:
        return Words::tr("Order cancelled");
    case MoveKind::Shipped:
        return Words::tr("Shipped");
    }
    return {};
}

QString withMinusSign(QString number) { return number.replace(u'-', u'\u2212'); }

} // namespace

QString shownChange(qint64 pieces, Language language) { return withMinusSign(formatChange(pieces, language)); }

QString shownRupiah(Money money) { return withMinusSign(formatRupiah(money)); }

MoveWords moveWords(const tables::StockHistoryModel::Entry& entry, const QTimeZone& zone)
{
    if (const auto* waiting = std::get_if<ports::WaitingMove>(&entry))
        return waitingWords(*waiting, zone);
    const auto& move = std::get<ports::StockMove>(entry);
    const Language language = uiLanguage();
    MoveWords words{.icon = iconOf(move.kind), .what = nameOf(move.kind), .order = {}, .detail = {}, .change = {}, .after = {}};
    if (!move.orderNumber.isEmpty())
        words.order = move.orderNumber.startsWith(u'#') ? move.orderNumber : u'#' + move.orderNumber;
    words.detail = joined({formatDateTime(move.at, zone, language), move.by, move.reason});
    const bool promise = move.kind == MoveKind::Reserved || move.kind == MoveKind::Released;
    if (promise) {
        // The name of the move says which way; a sign would look like stock that came or went.
        const qint64 pieces = std::abs(qint64(move.reservedDelta));
        words.change = pieces == 1 ? Words::tr("1 piece") : Words::tr("%1 pieces").arg(formatCount(pieces, language));
        words.ink = CellInk::Secondary;
    } else {
        words.change = shownChange(move.delta, language);
        words.ink = move.delta < 0 ? CellInk::Text : move.delta > 0 ? CellInk::Done : CellInk::Secondary;
    }
    words.after = Words::tr("%1 on hand")
                      .arg(formatCount(move.onHandAfter, language));
    return words;
}

} // namespace belanjain::ui
