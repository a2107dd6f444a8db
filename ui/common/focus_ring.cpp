// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/focus_ring.h"

#include "common/theme.h"

#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QFocusEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QSplitter>

namespace belanjain::ui {

namespace {

constexpr int Reach = measure::FocusGap + measure::FocusWidth;

class Ring : public QWidget
{
public:
    Ring(const Theme& theme, QWidget* parent)
        : QWidget(parent)
        , m_theme(theme)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setAttribute(Qt::WA_NoSystemBackground);
        setFocusPolicy(Qt::NoFocus);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(m_theme.tokens().focus, measure::FocusWidth));
        const qreal radius = measure::RadiusControl + measure::FocusGap + measure::FocusWidth / 2.0;
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), radius, radius);
    }

private:
    const Theme& m_theme;
};

bool keyboardReason(Qt::FocusReason reason)
{
    return reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason;
}

bool wantsRing(const QWidget* control)
{
    if (control->property(FocusRing::OwnFocus).toBool() || control->isWindow() || !control->parentWidget())
        return false;
    // Views show the focus in their cells and inputs in their border, which is then 2 px.
    return !qobject_cast<const QAbstractScrollArea*>(control) && !qobject_cast<const QMenu*>(control)
        && !qobject_cast<const QLineEdit*>(control) && !qobject_cast<const QAbstractSpinBox*>(control)
        && !qobject_cast<const QComboBox*>(control);
}

} // namespace

FocusRing::FocusRing(const Theme& theme)
    : m_theme(theme)
{
    qApp->installEventFilter(this);
}

FocusRing::~FocusRing()
{
    if (m_ring)
        m_ring->deleteLater();
}

bool FocusRing::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::FocusIn:
        if (auto* widget = qobject_cast<QWidget*>(watched)) {
            const auto reason = static_cast<QFocusEvent*>(event)->reason();
            if (keyboardReason(reason))
                follow(wantsRing(widget) ? widget : nullptr);
            else if (reason != Qt::ActiveWindowFocusReason && reason != Qt::PopupFocusReason)
                follow(nullptr);
        }
        break;
    case QEvent::MouseButtonPress:
        follow(nullptr);
        break;
    case QEvent::Move:
    case QEvent::Resize:
    case QEvent::Show:
    case QEvent::Hide:
    case QEvent::ParentChange:
    case QEvent::EnabledChange:
        if (m_control && watched == m_control)
            place();
        break;
    default:
        break;
    }
    return false;
}

void FocusRing::follow(QWidget* control)
{
    if (m_control == control && (!control || m_ring))
        return;
    m_control = control;
    place();
}

void FocusRing::place()
{
    QWidget* parent = m_control ? m_control->parentWidget() : nullptr;
    // A splitter would take the ring for one of its panes.
    if (qobject_cast<QSplitter*>(parent))
        parent = parent->parentWidget();
    if (!parent || !m_control->isVisible() || !m_control->isEnabled()) {
        if (m_ring)
            m_ring->hide();
        return;
    }
    if (!m_ring)
        m_ring = new Ring(m_theme, parent);
    else if (m_ring->parentWidget() != parent)
        m_ring->setParent(parent);
    const QPoint topLeft = m_control->mapTo(parent, QPoint(0, 0));
    // At an edge there is no room around a control: the ring is drawn on it there.
    m_ring->setGeometry(QRect(topLeft, m_control->size()).adjusted(-Reach, -Reach, Reach, Reach) & parent->rect());
    m_ring->raise();
    m_ring->show();
}

} // namespace belanjain::ui
