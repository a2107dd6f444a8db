// SPDX-License-Identifier: GPL-3.0-or-later
#include "ports/id_factory.h"

namespace belanjain::ports
{

QUuid IdFactory::next()
{
    const std::lock_guard lock(m_mutex);
    const qint64 now = m_clock.now().ms;
    if (now > m_lastMs) {
        m_lastMs = now;
        m_random.fill(m_last);
    } else {
        // Counts up by a random step in the low 56 bits, below the version and variant bits.
        quint8 step = 0;
        m_random.fill({&step, 1});
        unsigned carry = unsigned(step) + 1;
        for (size_t i = 10; i-- > 3 && carry != 0;) {
            carry += m_last[i];
            m_last[i] = quint8(carry & 0xff);
            carry >>= 8;
        }
        if (carry != 0) {
            ++m_lastMs;
            m_random.fill(m_last);
        }
    }
    return makeUuidV7(m_lastMs, m_last);
}

} // namespace belanjain::ports
