// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/net/event_stream.h"

namespace belanjain::engine
{
namespace
{

constexpr qsizetype maxLine = 64 << 10;

QByteArrayView valueOf(QByteArrayView line, qsizetype nameLength)
{
    QByteArrayView value = line.sliced(nameLength);
    if (value.startsWith(' '))
        value = value.sliced(1);
    return value;
}

} // namespace

void EventParser::feed(const QByteArray& chunk)
{
    m_buffer += chunk;
    qsizetype start = 0;
    for (qsizetype end = m_buffer.indexOf('\n'); end >= 0; end = m_buffer.indexOf('\n', start)) {
        QByteArrayView text = QByteArrayView(m_buffer).sliced(start, end - start);
        if (text.endsWith('\r'))
            text.chop(1);
        line(text);
        start = end + 1;
    }
    m_buffer.remove(0, start);
    if (m_buffer.size() > maxLine)
        restart();
}

void EventParser::restart()
{
    m_buffer.clear();
    m_event.clear();
    m_data.clear();
}

void EventParser::line(QByteArrayView text)
{
    if (text.isEmpty()) {
        if (!m_data.isEmpty())
            m_received(m_event, m_data);
        m_event.clear();
        m_data.clear();
    } else if (text.startsWith("event:")) {
        m_event = valueOf(text, 6).toByteArray();
    } else if (text.startsWith("data:")) {
        if (!m_data.isEmpty())
            m_data += '\n';
        m_data += valueOf(text, 5);
    }
}

} // namespace belanjain::engine
