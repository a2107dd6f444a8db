// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/messages.h"

namespace belanjain::marketplace
{

/// The schemas of the sync messages that a marketplace speaks, both ends included. A marketplace is updated
/// before its desktops, so a new schema is added above and the one before it stays: rows are answered and ops
/// taken in whichever of these the desktop names.
struct SchemaRange
{
    int oldest = protocol::syncSchema;
    int newest = protocol::syncSchema;
};

} // namespace belanjain::marketplace
