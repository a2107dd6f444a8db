// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "printing/documents.h"

#include <functional>

namespace belanjain::ui {

/// Fills A4 pages from top to bottom: what does not fit goes on the next page, below a head that is set again on
/// each. Feet are set at the end, when it is known how many pages there are.
class PageFlow
{
public:
    static constexpr qreal left = 15;
    static constexpr qreal right = 195;
    static constexpr qreal top = 15;
    static constexpr qreal bottom = 280;

    /// Sets what repeats on every page but the first, from the height given, and returns the height below it.
    using Head = std::function<qreal(PageFlow& flow, qreal y)>;

    PageFlow();

    void setHead(Head head) { m_head = std::move(head); }
    qreal y() const { return m_y; }
    void setY(qreal y) { m_y = y; }
    /// Begins another page unless so much fits below.
    void need(qreal height);

    void text(QPointF at, const QString& what, qreal size, bool bold = false, Qt::AlignmentFlag align = Qt::AlignLeft,
              PrintInk ink = PrintInk::Black);
    void across(qreal y, qreal pen = 0.2, PrintInk ink = PrintInk::Grey);
    void tickBox(QPointF corner, qreal side = 4);

    /// The pages, with "Page n of m" at the right of each foot and `foot` at its left.
    QList<PrintPage> finished(const QString& foot, Language language);

private:
    QList<PrintPage> m_pages;
    Head m_head;
    qreal m_y = top;
};

} // namespace belanjain::ui
