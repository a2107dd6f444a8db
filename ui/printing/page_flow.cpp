// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/page_flow.h"

#include "printing/document_words.h"

namespace belanjain::ui {

namespace {

constexpr QSizeF a4(210, 297);
constexpr qreal footAt = 287;
constexpr qreal footSize = 2.8;

} // namespace

PageFlow::PageFlow()
    : m_pages{PrintPage{a4, {}}}
{}

void PageFlow::need(qreal height)
{
    if (m_y + height <= bottom)
        return;
    m_pages.append(PrintPage{a4, {}});
    m_y = top;
    if (m_head)
        m_y = m_head(*this, m_y);
}

void PageFlow::text(QPointF at, const QString& what, qreal size, bool bold, Qt::AlignmentFlag align, PrintInk ink)
{
    if (!what.isEmpty())
        m_pages.last().items.append(PrintText{at, what, size, bold, ink, align, 0});
}

void PageFlow::across(qreal y, qreal pen, PrintInk ink)
{
    m_pages.last().items.append(PrintLine{{left, y}, {right, y}, pen, ink});
}

void PageFlow::tickBox(QPointF corner, qreal side)
{
    m_pages.last().items.append(PrintBox{{corner.x(), corner.y(), side, side}, false, 0.3, PrintInk::Black});
}

QList<PrintPage> PageFlow::finished(const QString& foot, Language language)
{
    const int count = int(m_pages.size());
    for (int i = 0; i < count; ++i) {
        const QString page = pageText(i + 1, count, language);
        const qreal room = right - left - printWidth(page, footSize, false) - 6;
        m_pages[i].items.append(
            PrintText{{left, footAt}, printElided(foot, footSize, false, room), footSize, false, PrintInk::Grey, Qt::AlignLeft, 0});
        m_pages[i].items.append(PrintText{{right, footAt}, page, footSize, false, PrintInk::Grey, Qt::AlignRight, 0});
    }
    return m_pages;
}

} // namespace belanjain::ui
