// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "printing/barcode.h"

#include <QFont>
#include <QList>
#include <QRectF>
#include <QSizeF>
#include <QString>

#include <variant>

class QPainter;

namespace belanjain::ui {

// A printed page as a value, in millimetres from its top left corner: made on any thread, looked at by tests,
// painted onto whatever there is.

enum class PrintInk : quint8 { Black, Grey, White };

/// One line of text; its height is `size`, in millimetres, its place the baseline.
struct PrintText
{
    QPointF at; ///< start of the baseline; its end when right-aligned, its middle when centred
    QString text;
    qreal size = 3;
    bool bold = false;
    PrintInk ink = PrintInk::Black;
    Qt::AlignmentFlag align = Qt::AlignLeft;
    qreal spacing = 0; ///< between letters
};
struct PrintBox
{
    QRectF rect;
    bool filled = false;
    qreal pen = 0.3; ///< of the outline
    PrintInk ink = PrintInk::Black;
};
struct PrintLine
{
    QPointF from;
    QPointF to;
    qreal pen = 0.2;
    PrintInk ink = PrintInk::Black;
};
/// Modules of this width; a code of one row is drawn `height` high.
struct PrintCode
{
    QPointF at;
    BarcodeModules modules;
    qreal module = 0.25;
    qreal height = 0;
};
/// The flower in black on white.
struct PrintMark
{
    QRectF rect;
};
using PrintItem = std::variant<PrintText, PrintBox, PrintLine, PrintCode, PrintMark>;

struct PrintPage
{
    QSizeF size; ///< millimetres
    QList<PrintItem> items;

    /// Every text of the page, one a line, in the order it was set.
    QString text() const;
};

/// The item as much further right and down.
PrintItem moved(const PrintItem& item, QPointF by);

/// The font of a size in units of unitsPerMm.
QFont printFont(qreal size, bool bold);
/// Layout and painting count in these, so that text is as wide on paper as it was measured.
inline constexpr qreal unitsPerMm = 20;
qreal printWidth(const QString& text, qreal size, bool bold, qreal spacing = 0);
/// Broken at words, inside one only where it is longer than a line. The last of at most `most` lines ends with an
/// ellipsis when something had to go, which `cut` says.
QStringList printLines(const QString& text, qreal size, bool bold, qreal width, int most = 1'000, bool* cut = nullptr);
QString printElided(const QString& text, qreal size, bool bold, qreal width);

/// Paints a page with its corner at the painter's origin; `pxPerMm` is the device's.
void paintPage(QPainter& painter, const PrintPage& page, qreal pxPerMm);

} // namespace belanjain::ui
