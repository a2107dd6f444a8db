// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/chart_picture.h"

#include "analytics/chart_legend.h"
#include "common/theme.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImage>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>

#include <algorithm>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {

const QSize size(1'120, 560);
constexpr int Margin = 28;
constexpr int ChartTop = 190;
constexpr int PdfDots = 300;

QString save(const QString& path, const QByteArray& content)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit())
        return file.errorString();
    return {};
}

QString notDrawn() { return QCoreApplication::translate("ChartPicture", "The picture could not be drawn."); }

} // namespace

void ChartPicture::paint(QPainter& painter) const
{
    Theme theme;
    theme.setMode(Theme::Mode::Light);
    const Tokens& t = theme.tokens();
    const auto text = [&](const QRectF& place, TextStyle style, const QColor& ink, const QString& words) {
        painter.setFont(theme.font(style));
        painter.setPen(ink);
        painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, words);
    };
    const int wide = size.width() - 2 * Margin;
    text(QRectF(Margin, 20, wide, 28), TextStyle::Page, t.text, title);
    text(QRectF(Margin, 48, wide, 20), TextStyle::Body, t.text2, subtitle);
    const qreal tile = wide / std::max<qreal>(1, qreal(figures.size()));
    for (int i = 0; i < int(figures.size()); ++i) {
        const qreal x = Margin + tile * i;
        text(QRectF(x, 84, tile - 8, 20), TextStyle::Body, t.text2, figures.at(i).name);
        text(QRectF(x, 104, tile - 8, 32), TextStyle::Figure, t.text, figures.at(i).value);
        text(QRectF(x, 136, tile - 8, 16), TextStyle::Secondary, t.text2, figures.at(i).comparison);
    }
    ChartLegend legend(theme);
    legend.setBeforeName(beforeName);
    legend.paintOn(painter, QRectF(Margin, 166, wide, 20));

    RevenueChart chart(theme);
    chart.setAttribute(Qt::WA_DontShowOnScreen);
    chart.resize(wide + 2 * 16, size.height() - ChartTop - 12);
    chart.setBars(bars, granularity, beforeName);
    chart.show();
    chart.setBars(bars, granularity, beforeName);
    chart.render(&painter, QRectF(Margin - 16, ChartTop, chart.width(), chart.height()), chart.viewport()->rect());
}

QString ChartPicture::savePng(const QString& path) const
{
    QImage image(size * 2, QImage::Format_RGB32);
    image.setDevicePixelRatio(2);
    image.fill(tokensOf(Palette::Light).surface);
    QPainter painter(&image);
    paint(painter);
    painter.end();
    QByteArray content;
    QBuffer buffer(&content);
    if (!buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, "PNG"))
        return notDrawn();
    return save(path, content);
}

QString ChartPicture::savePdf(const QString& path) const
{
    QByteArray content;
    QBuffer buffer(&content);
    if (!buffer.open(QIODevice::WriteOnly))
        return buffer.errorString();
    QPdfWriter writer(&buffer);
    writer.setResolution(PdfDots);
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Landscape, QMarginsF(12, 12, 12, 12),
                                     QPageLayout::Millimeter));
    writer.setTitle(title + u" · "_s + subtitle);
    QPainter painter;
    if (!painter.begin(&writer))
        return notDrawn();
    const qreal scale = std::min(qreal(writer.width()) / size.width(), qreal(writer.height()) / size.height());
    painter.scale(scale, scale);
    paint(painter);
    if (!painter.end())
        return notDrawn();
    return save(path, content);
}

} // namespace belanjain::ui
