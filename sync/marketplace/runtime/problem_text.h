// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/format.h"

#include <QString>

namespace belanjain::marketplace
{

/// One or two sentences for the person who sees a problem of this code; those of broken rules are in
/// domain/violation_text.h. A code without a sentence of its own gets the one of its status.
QString problemText(int status, const QString& code, Language language);

} // namespace belanjain::marketplace
