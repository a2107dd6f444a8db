// SPDX-License-Identifier: GPL-3.0-or-later
// What the revenue chart takes of the GUI thread: new bars until they are painted, and one more painting.
#include "analytics/revenue_chart.h"
#include "bench/measure.h"
#include "common/theme.h"

#include <QApplication>
#include <QImage>

using namespace belanjain;
using namespace belanjain::bench;
using namespace Qt::StringLiterals;

namespace
{

QList<ui::RevenueBar> bars(int count, int round)
{
    QList<ui::RevenueBar> made;
    const QDate first(2026, 1, 1);
    for (int i = 0; i < count; ++i) {
        const qint64 booked = 1'000'000 + (i * 7'919LL + round * 104'729LL) % 9'000'000;
        made.append({.days = {first.addDays(i), first.addDays(i)},
                     .booked = {booked},
                     .settled = {booked / 2},
                     .before = {booked / 3 * 2},
                     .orders = i % 40});
    }
    return made;
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication app(argc, argv);
    ui::Theme theme;
    for (const int count : {31, 366}) {
        ui::RevenueChart chart(theme);
        chart.resize(1140, 300);
        chart.show();
        QImage image(chart.size(), QImage::Format_RGB32);
        QList<double> fresh;
        QList<double> again;
        for (int round = 0; round < 60; ++round) {
            const auto data = bars(count, round);
            QElapsedTimer timer;
            timer.start();
            chart.setBars(data, Granularity::Day, u"before"_s);
            chart.QWidget::render(&image);
            fresh.append(milliseconds(timer));
            timer.start();
            chart.QWidget::render(&image);
            again.append(milliseconds(timer));
        }
        report(u"revenue chart, %1 bars: new ones painted, median"_s.arg(count), median(fresh), u"ms"_s, u"<= 16"_s);
        report(u"revenue chart, %1 bars: painted again, median"_s.arg(count), median(again), u"ms"_s, u"<= 16"_s);
    }
    return 0;
}
