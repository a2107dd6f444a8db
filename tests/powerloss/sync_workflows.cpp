// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow.h"

#include <QDir>

namespace belanjain::powerloss
{
using namespace Qt::StringLiterals;
using namespace ports;
namespace
{

bool settles(Stage& stage) { return stage.settles(); }

/// The desktop comes online, with what prepare() left to be settled.
bool goesOnline(Stage& stage)
{
    stage.desktop.engine().setWorkOffline(false);
    stage.desktop.engine().syncNow();
    return stage.settles();
}

Workflow settling(const QString& name, Computer whose, const std::function<void(Stage&)>& prepare)
{
    return {.name = name, .computer = whose, .steps = {goesOnline}, .prepare = prepare, .runsServer = true,
            .runsDesktop = true, .settles = true, .transactions = 12};
}

void queueEdits(Stage& s)
{
    s.desktop.engine().setWorkOffline(true);
    s.submits({SetPrice{s.variant(0), {45'000}}, AdjustStock{s.variant(1), -4, u""_s}, CountStock{s.variant(2), 17, 20, u""_s}});
    s.submits({MoveOrder{.order = s.order(0), .to = OrderStatus::Processing}, SetProductArchived{s.product(9), true}});
    s.submits({ReplyToReview{*ReviewId::parse(s.id("review")), u"Terima kasih"_s}});
}

void changeMuchOnServer(Stage& s)
{
    s.desktop.engine().setWorkOffline(true);
    for (int n = 0; n < 30; ++n)
        s.does("POST", u"/v1/variants/%1/stock"_s.arg(s.variant(n).toString()), u"seller0"_s,
               {{u"kind"_s, u"adjust"_s}, {u"delta"_s, 5}});
}

void loseRow(Stage& s)
{
    s.desktop.engine().setWorkOffline(true);
    s.submits({SetPrice{s.variant(0), {45'000}}});
    // As a disk does that forgets: the sums no longer agree.
    auto& database = s.desktop.replica().database();
    if (!database.run(u"DELETE FROM variants WHERE sku = ?"_s, {u"B0-33"_s}) || !database.run(u"UPDATE replica SET row_count = row_count - 1"_s))
        qFatal("nothing can be lost");
    changeMuchOnServer(s);
}

void queueRefused(Stage& s)
{
    s.desktop.engine().setWorkOffline(true);
    s.submits({SetSku{s.variant(6), u"AMBIL-1"_s}, CountStock{s.variant(7), 11, 20, u""_s}, SetPrice{s.variant(8), {31'000}}});
    s.does("PATCH", u"/v1/products/"_s + s.product(5).toString(), u"seller0"_s,
           {{u"variants"_s, QJsonArray{QJsonObject{{u"id"_s, s.variant(5).toString()}, {u"sku"_s, u"AMBIL-1"_s}}}}});
    s.does("POST", u"/v1/variants/%1/stock"_s.arg(s.variant(7).toString()), u"seller0"_s, {{u"kind"_s, u"adjust"_s}, {u"delta"_s, -3}});
}

/// The server goes back to before the desktop's edits, which the desktop knows to be settled.
void restoreServer(Stage& s)
{
    s.server.kill();
    const Image before = imageOf(s.serverFolder());
    s.server.start();
    s.settles();
    s.submits({SetPrice{s.variant(0), {45'000}}, AdjustStock{s.variant(1), -4, u""_s}});
    s.settles();
    s.desktop.engine().setWorkOffline(true);
    s.submits({AdjustStock{s.variant(2), -1, u""_s}});
    s.server.kill();
    restoreImage(before, s.serverFolder());
    if (!s.server.start() || !s.server.renewEpoch())
        qFatal("the server cannot be restored");
}

Workflow firstSync()
{
    Workflow workflow = settling(u"first sync of a new computer"_s, Computer::Desktop,
                                 [](Stage& s) {
                                     s.desktop.close();
                                     restoreImage({}, s.desktopFolder());
                                 });
    return workflow;
}

Workflow swapAfterDifference()
{
    Workflow workflow = settling(u"fetch everything anew after a difference"_s, Computer::Desktop, loseRow);
    workflow.beginsUnsound = true;
    return workflow;
}

Workflow signOut()
{
    return {.name = u"sign out with edits that wait"_s,
            .steps = {[](Stage& s) {
                          return s.submits({SetPrice{s.variant(0), {45'000}}});
                      },
                      [](Stage& s) {
                          s.desktop.close();
                          return s.desktop.open(true);
                      }},
            .prepare = [](Stage& s) { s.desktop.engine().setWorkOffline(true); },
            .runsServer = true,
            .runsDesktop = true,
            .settles = true};
}

Workflow saleWhileEditing()
{
    return {.name = u"a sale arrives while the seller edits"_s,
            .steps = {[](Stage& s) {
                          return s.submits({AdjustStock{s.variant(3), -1, u""_s}});
                      },
                      settles,
                      [](Stage& s) {
                          return s.submits({AdjustStock{s.variant(3), -1, u""_s}});
                      },
                      settles},
            .prepare = [](Stage& s) {
                s.does("POST", u"/v1/variants/%1/stock"_s.arg(s.variant(3).toString()), u"seller0"_s,
                       {{u"kind"_s, u"adjust"_s}, {u"delta"_s, -7}});
            },
            .runsServer = true,
            .runsDesktop = true,
            .isOnline = true,
            .settles = true,
            .transactions = 12};
}

} // namespace

QList<Workflow> syncWorkflows()
{
    return {settling(u"send the edits of an offline day"_s, Computer::Desktop, queueEdits),
            settling(u"take in the edits of a desktop"_s, Computer::Server, queueEdits),
            settling(u"fetch many changes"_s, Computer::Desktop, changeMuchOnServer),
            swapAfterDifference(),
            settling(u"hear that edits were refused"_s, Computer::Desktop, queueRefused),
            settling(u"send again what a restored server lost"_s, Computer::Desktop, restoreServer),
            settling(u"take in what a restored server lost"_s, Computer::Server, restoreServer),
            firstSync(), signOut(), saleWhileEditing()};
}

QList<Workflow> allWorkflows() { return desktopWorkflows() + syncWorkflows() + serverWorkflows(); }

} // namespace belanjain::powerloss
