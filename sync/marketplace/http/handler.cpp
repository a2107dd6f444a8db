// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/http/handler.h"

namespace belanjain::http {

Handler::~Handler() = default;

} // namespace belanjain::http
