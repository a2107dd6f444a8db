// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/clock.h"

#include <QObject>
#include <QTimer>

namespace belanjain::ui {

/// Notices that nobody touches the program any more: after two minutes it asks, and twenty seconds later the customer
/// is taken to have left. Any key, touch or move of the mouse is a sign of life.
class IdleWatch : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 quietMs = 120'000;
    static constexpr qint64 answerMs = 20'000;

    explicit IdleWatch(const ports::Clock& clock, QObject* parent = nullptr);

    void start();
    void stop();
    /// Somebody is here.
    void stir();
    /// Looks at the clock; called by its own timer every half second.
    void look();

Q_SIGNALS:
    /// Again with every second that is left.
    void asking(int seconds);
    void stirred(); ///< after it had asked
    void left();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    const ports::Clock& m_clock;
    QTimer m_timer;
    qint64 m_last = 0;
    int m_told = -1; ///< seconds that were said last; -1: not asking
};

} // namespace belanjain::ui
