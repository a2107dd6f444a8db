// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <atomic>
#include <memory>

namespace belanjain::marketplace
{

class EventsHub;
class Executor;

/// Tells the hub of what other instances of the marketplace have changed: looks at the heads of the spaces that
/// somebody here listens to, all in one query, and at the sessions of the listeners. A NOTIFY in every transaction would have them commit one by one.
/// Lives on the hub's thread; the executor and the hub outlive what it has under way.
class HeadWatch : public QObject
{
    Q_OBJECT
public:
    /// A desktop hears of a change elsewhere in so much, and the time of one query.
    static constexpr int everyMs = 500;

    HeadWatch(Executor& executor, EventsHub& hub, QObject* parent = nullptr);

    void look();

private:
    Executor& m_executor;
    EventsHub& m_hub;
    std::shared_ptr<std::atomic<bool>> m_looking = std::make_shared<std::atomic<bool>>(false);
    QTimer m_timer;
};

} // namespace belanjain::marketplace
