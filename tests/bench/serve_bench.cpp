// SPDX-License-Identifier: GPL-3.0-or-later
// The marketplace in a process of its own over 10,000 products: its start, its memory, and with wrk how many
// pages of products and single products it serves. usage: serve_bench [products] [seconds]
#include "bench/market.h"
#include "bench/measure.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace belanjain;
using namespace belanjain::bench;
using namespace Qt::StringLiterals;

namespace
{

struct Load
{
    double perSecond = 0;
    double p99Ms = 0;
    bool clean = false; ///< every answer was a success
};

/// The targets take turns, so that no single answer is all that a cache needs.
QByteArray turnTaking(const QByteArrayList& targets)
{
    QByteArray lua = "local targets = {\n";
    for (const QByteArray& target : targets)
        lua += "  \"" + target + "\",\n";
    return lua + "}\nlocal n = 0\nfunction request()\n  n = n % #targets + 1\n  return wrk.format(\"GET\", targets[n])\nend\n";
}

Load wrk(quint16 port, const QString& script, int seconds)
{
    QProcess process;
    process.start(u"wrk"_s, {u"-t1"_s, u"-c32"_s, u"-d%1s"_s.arg(seconds), u"--latency"_s, u"-s"_s, script,
                             u"http://127.0.0.1:%1"_s.arg(port)});
    process.waitForFinished(-1);
    const QString text = QString::fromUtf8(process.readAllStandardOutput());
    static const QRegularExpression rate(u"Requests/sec:\\s*([0-9.]+)"_s);
    static const QRegularExpression slow(u"99%\\s*([0-9.]+)(us|ms|s)"_s);
    const auto found = slow.match(text);
    const double unit = found.captured(2) == u"us" ? 1e-3 : found.captured(2) == u"s" ? 1e3 : 1;
    return {rate.match(text).captured(1).toDouble(), found.captured(1).toDouble() * unit,
            !text.contains(u"Non-2xx") && !text.contains(u"Socket errors")};
}

void measure(quint16 port, const QString& name, const QByteArrayList& targets, int seconds, const QString& rateTarget,
             const QString& slowTarget)
{
    const QTemporaryDir folder;
    QFile script(folder.filePath(u"targets.lua"_s));
    if (!script.open(QIODevice::WriteOnly) || script.write(turnTaking(targets)) < 0)
        qFatal("no script");
    script.close();
    QList<double> rates;
    QList<double> slowest;
    wrk(port, script.fileName(), 1);
    for (int run = 0; run < 3; ++run) {
        const Load load = wrk(port, script.fileName(), seconds);
        if (!load.clean)
            qFatal("%s: not every answer was a success", qPrintable(name));
        rates << load.perSecond;
        slowest << load.p99Ms;
    }
    report(name, median(rates), u"requests/s"_s, rateTarget);
    report(name + u" p99"_s, median(slowest), u"ms"_s, slowTarget);
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const int products = argc > 1 ? atoi(argv[1]) : 10'000;
    const int seconds = argc > 2 ? atoi(argv[2]) : 4;
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"market.db"_s);
    fillMarket(file, 20, products, 2);

    QList<double> starts;
    QList<double> idle;
    for (int run = 0; run < 7; ++run) {
        const MarketProcess market(file);
        starts << market.startMs();
        idle << memoryMB("VmRSS", market.pid());
    }
    report(u"marketplace start to first answer"_s, median(starts), u"ms"_s, u"<= 150"_s);
    report(u"marketplace memory idle"_s, median(idle), u"MB"_s, u"<= 60"_s);
    if (QStandardPaths::findExecutable(u"wrk"_s).isEmpty()) {
        std::fputs("wrk is not installed: the figures under load are left out\n", stderr);
        return 0;
    }

    const MarketProcess market(file);
    QByteArrayList searches;
    QByteArrayList details;
    for (const char* word : {"kaos", "sepatu", "kemeja", "batik", "lampu", "kopi", "premium", "mini", "katun", "wani"}) {
        searches << "/v1/products?limit=24&q=" + QByteArray(word);
        const QJsonArray items = market.client().get(searches.last()).json().value(u"items").toArray();
        for (const QJsonValue& item : items)
            details << "/v1/products/" + item[u"id"].toString().toLatin1();
    }
    measure(market.port(), u"GET /v1/products, 24 with a search word, -c32"_s, searches, seconds, u">= 8000"_s, u"<= 15"_s);
    measure(market.port(), u"GET /v1/products/{id}, -c32"_s, details, seconds, u">= 20000"_s, {});
    report(u"marketplace memory loaded (peak)"_s, memoryMB("VmHWM", market.pid()), u"MB"_s, u"<= 150"_s);
    return 0;
}
