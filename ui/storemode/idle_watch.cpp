// SPDX-License-Identifier: GPL-3.0-or-later
#include "storemode/idle_watch.h"

#include <QCoreApplication>
#include <QEvent>

namespace belanjain::ui {

IdleWatch::IdleWatch(const ports::Clock& clock, QObject* parent)
    : QObject(parent)
    , m_clock(clock)
{
    m_timer.setInterval(500);
    connect(&m_timer, &QTimer::timeout, this, &IdleWatch::look);
}

void IdleWatch::start()
{
    m_last = m_clock.monotonicMs();
    m_told = -1;
    m_timer.start();
    QCoreApplication::instance()->installEventFilter(this);
}

void IdleWatch::stop()
{
    m_timer.stop();
    QCoreApplication::instance()->removeEventFilter(this);
}

void IdleWatch::stir()
{
    m_last = m_clock.monotonicMs();
    if (m_told < 0)
        return;
    m_told = -1;
    Q_EMIT stirred();
}

void IdleWatch::look()
{
    const qint64 quiet = m_clock.monotonicMs() - m_last;
    if (quiet < quietMs)
        return;
    if (quiet >= quietMs + answerMs) {
        m_last = m_clock.monotonicMs();
        m_told = -1;
        Q_EMIT left();
        return;
    }
    const int seconds = int((quietMs + answerMs - quiet + 999) / 1000);
    if (seconds == m_told)
        return;
    m_told = seconds;
    Q_EMIT asking(seconds);
}

bool IdleWatch::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::KeyPress:
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::InputMethod:
        stir();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace belanjain::ui
