// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/shop/shop_sync.h"

namespace belanjain::engine
{

void ShopSync::take(const ports::SyncStatus& status)
{
    if (status == m_status)
        return;
    m_status = status;
    Q_EMIT statusChanged(m_status);
}

} // namespace belanjain::engine
