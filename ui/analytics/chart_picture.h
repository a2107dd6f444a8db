// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/figure_strip.h"
#include "analytics/revenue_chart.h"

#include <QString>

namespace belanjain::ui {

/// The chart with its title and figures, for paper and mail: always dark on white, whatever theme is in force.
struct ChartPicture
{
    QString title;    ///< "Revenue by day"
    QString subtitle; ///< store and days
    QList<FigureStrip::Shown> figures;
    QList<RevenueBar> bars;
    Granularity granularity = Granularity::Day;
    QString beforeName;

    /// What went wrong, empty when all is well. The picture has two dots to the logical pixel.
    QString savePng(const QString& path) const;
    /// One A4 page, landscape, drawn in lines and letters rather than dots.
    QString savePdf(const QString& path) const;

private:
    void paint(QPainter& painter) const;
};

} // namespace belanjain::ui
