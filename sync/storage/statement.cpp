// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/statement.h"

namespace belanjain::storage
{

Statement::~Statement() = default;

Connection::~Connection() = default;

Rows::~Rows()
{
    if (m_statement) {
        m_statement->statement->finish();
        m_statement->busy = false;
    }
}

} // namespace belanjain::storage
