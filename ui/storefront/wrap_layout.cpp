// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefront/wrap_layout.h"

#include <QWidget>

#include <algorithm>
#include <memory>

namespace belanjain::ui {

WrapLayout::WrapLayout(QWidget* parent, int gap)
    : QLayout(parent)
    , m_gap(gap)
{
    setContentsMargins(0, 0, 0, 0);
}

WrapLayout::~WrapLayout()
{
    while (std::unique_ptr<QLayoutItem> item{takeAt(0)}) {
    }
}

QLayoutItem* WrapLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

void WrapLayout::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

QSize WrapLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem* item : m_items)
        size = size.expandedTo(item->sizeHint());
    return size;
}

int WrapLayout::arrange(const QRect& rect, bool move) const
{
    int x = rect.left();
    int y = rect.top();
    int line = 0;
    for (QLayoutItem* item : m_items) {
        const QSize size = item->sizeHint().boundedTo(QSize(std::max(rect.width(), 1), item->sizeHint().height()));
        if (x > rect.left() && x + size.width() > rect.right() + 1) {
            x = rect.left();
            y += line + m_gap;
            line = 0;
        }
        if (move)
            item->setGeometry(QRect(QPoint(x, y), size));
        x += size.width() + m_gap;
        line = std::max(line, size.height());
    }
    return y + line - rect.top();
}

} // namespace belanjain::ui
