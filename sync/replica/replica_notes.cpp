// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/session.h"

namespace belanjain::replica {

storage::Outcome Replica::note(const std::function<void(Work&)>& write)
{
    auto session = Session::begin(*m_database, *m_state);
    if (!session)
        return tl::unexpected(session.error());
    write((*session)->work);
    return (*session)->commit();
}

} // namespace belanjain::replica
