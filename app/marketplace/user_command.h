// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace belanjain::app
{

/// `user create|reset-password|lock|unlock|disable-2fa|list`: what an operator does for somebody. Works beside a running
/// server: sessions are looked up in the database by every call.
int userCommand(const QStringList& arguments);

} // namespace belanjain::app
