// SPDX-License-Identifier: GPL-3.0-or-later
#include "storemode/overlay.h"

#include "common/theme.h"

#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

Overlay::Overlay(const Theme& theme, int width, QWidget* host)
    : QWidget(host)
    , m_theme(theme)
{
    auto* card = new QFrame(this);
    card->setObjectName(u"card"_s);
    card->setFixedWidth(width);
    m_column = new QVBoxLayout(card);
    m_column->setContentsMargins(32, 28, 32, 28);
    m_column->setSpacing(16);
    auto* column = new QVBoxLayout(this);
    column->addStretch();
    // In a row of its own, so that the height of wrapped words is that of the card's width.
    auto* row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(card);
    row->addStretch();
    column->addLayout(row);
    column->addStretch();
    setFocusPolicy(Qt::StrongFocus);
    host->installEventFilter(this);
    hide();
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Overlay::open()
{
    setGeometry(parentWidget()->rect());
    show();
    raise();
}

bool Overlay::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

void Overlay::paintEvent(QPaintEvent*)
{
    QColor veil = m_theme.isDark() ? m_theme.tokens().window : m_theme.tokens().text;
    veil.setAlpha(150);
    QPainter(this).fillRect(rect(), veil);
}

// What lies below is not for now.
void Overlay::mousePressEvent(QMouseEvent* event) { event->accept(); }

void Overlay::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT dismissed();
    event->accept();
}

bool Overlay::focusNextPrevChild(bool next)
{
    // Round and round within.
    QList<QWidget*> stops;
    for (QWidget* at = nextInFocusChain(); at != this; at = at->nextInFocusChain()) {
        if (isAncestorOf(at) && at->isVisible() && at->isEnabled() && (at->focusPolicy() & Qt::TabFocus) && !at->focusProxy())
            stops.append(at);
    }
    if (stops.isEmpty())
        return true;
    const qsizetype here = stops.indexOf(focusWidget());
    const qsizetype to = here < 0 ? 0 : (here + (next ? 1 : stops.size() - 1)) % stops.size();
    stops.at(to)->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

} // namespace belanjain::ui
