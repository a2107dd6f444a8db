// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/statement.h"

#include <QSqlError>

namespace belanjain::storage
{

Rows::~Rows()
{
    if (m_statement) {
        m_statement->query.finish();
        m_statement->busy = false;
    }
}

Result<bool> Rows::next()
{
    if (m_statement->query.next())
        return true;
    const QSqlError error = m_statement->query.lastError();
    if (error.isValid() && error.type() != QSqlError::NoError)
        return tl::unexpected(toError(error, m_dialect, m_statement->sql));
    return false;
}

} // namespace belanjain::storage
