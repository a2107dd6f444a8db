// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <functional>

namespace belanjain::engine
{

/// Reads server-sent events (HTML Living Standard, 9.2.6) from chunks cut anywhere: the `event` and
/// `data` fields, comments skipped. Lines longer than 64 KiB end the event they belong to.
class EventParser
{
public:
    using Received = std::function<void(const QByteArray& event, const QByteArray& data)>;
    explicit EventParser(Received received) : m_received(std::move(received)) {}

    void feed(const QByteArray& chunk);
    /// Forgets the event that a broken line left half, before another line is read.
    void restart();

private:
    void line(QByteArrayView text);

    Received m_received;
    QByteArray m_buffer;
    QByteArray m_event;
    QByteArray m_data;
};

} // namespace belanjain::engine
