// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/column_widths.h"

#include "common/view_settings.h"

#include <QEvent>
#include <QHeaderView>
#include <QTableView>

#include <algorithm>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int narrowest = 48;
constexpr int widest = 900;
constexpr int saveAfterMs = 400;

} // namespace

ColumnWidths::ColumnWidths(QTableView& view, QList<int> widths, int least)
    : QObject(&view)
    , m_view(view)
    , m_first(std::move(widths))
    , m_least(least)
{
    m_saveSoon.setSingleShot(true);
    m_saveSoon.setInterval(saveAfterMs);
    connect(&m_saveSoon, &QTimer::timeout, this, &ColumnWidths::save);
    QHeaderView* header = m_view.horizontalHeader();
    header->setMinimumSectionSize(std::min(40, narrowest));
    header->setSectionResizeMode(QHeaderView::Interactive);
    connect(header, &QHeaderView::sectionResized, this, &ColumnWidths::sized);
    connect(header, &QHeaderView::sectionCountChanged, this, &ColumnWidths::layOut);
    m_view.viewport()->installEventFilter(this);
    layOut();
}

void ColumnWidths::remember(ViewSettings& settings, const QString& key)
{
    m_settings = &settings;
    m_key = key;
    const QStringList entries = settings.value(key).toStringList();
    for (const QString& entry : entries) {
        bool known = false;
        const int column = entry.section(u':', 0, 0).toInt(&known);
        const int width = entry.section(u':', 1).toInt();
        if (known && column >= 0 && column < m_first.size() && m_first.at(column) > 0 && width >= narrowest && width <= widest)
            m_dragged.insert(column, width);
    }
    layOut();
}

void ColumnWidths::setWidths(const QList<int>& widths)
{
    m_first = widths;
    layOut();
}

void ColumnWidths::fix(int column)
{
    m_fixed << column;
    layOut();
}

bool ColumnWidths::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize)
        layOut();
    return QObject::eventFilter(watched, event);
}

int ColumnWidths::widthOf(int column) const { return m_dragged.value(column, m_first.at(column)); }

void ColumnWidths::layOut()
{
    QHeaderView* header = m_view.horizontalHeader();
    if (header->count() < m_first.size())
        return;
    m_applying = true;
    int left = m_view.viewport()->width();
    qsizetype sharing = 0;
    for (int i = 0; i < int(m_first.size()); ++i) {
        if (m_first.at(i) == 0)
            ++sharing;
        else
            left -= widthOf(i);
    }
    for (int i = 0; i < int(m_first.size()); ++i) {
        if (m_fixed.contains(i))
            header->setSectionResizeMode(i, QHeaderView::Fixed);
        header->resizeSection(i, m_first.at(i) == 0 ? std::max(m_least, int(left / std::max<qsizetype>(sharing, 1))) : widthOf(i));
    }
    m_applying = false;
}

void ColumnWidths::sized(int column, int oldWidth, int newWidth)
{
    if (m_applying || column >= m_first.size())
        return;
    if (m_first.at(column) > 0) {
        m_dragged.insert(column, std::clamp(newWidth, narrowest, widest));
    } else {
        // What a column without a width gains, the next one loses.
        const int next = column + 1;
        if (next < m_first.size() && m_first.at(next) > 0 && !m_fixed.contains(next))
            m_dragged.insert(next, std::clamp(widthOf(next) - (newWidth - oldWidth), narrowest, widest));
    }
    layOut();
    if (m_settings)
        m_saveSoon.start();
}

void ColumnWidths::save()
{
    QStringList entries;
    for (auto it = m_dragged.cbegin(); it != m_dragged.cend(); ++it)
        entries << u"%1:%2"_s.arg(it.key()).arg(it.value());
    entries.sort();
    m_settings->setValue(m_key, entries);
}

} // namespace belanjain::ui
