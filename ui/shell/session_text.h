// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/session.h"

#include <QString>

namespace belanjain::ui {

/// A sentence for a failed sign-in or registration: the marketplace's own when it gave one, else ours for
/// what never reached it.
QString sessionProblemText(const ports::SessionProblem& problem);

} // namespace belanjain::ui
