// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/format.h"
#include "domain/order_state.h"
#include "domain/violation.h"

#include <QString>

#include <optional>

namespace belanjain {

/// The last of enum Rule, for walking over all of them.
inline constexpr Rule lastRule = Rule::UnknownTimeZone;

/// The stable name of a rule on the wire: "out_of_stock", "stale_count", …
QString ruleCode(Rule rule);
std::optional<Rule> ruleFromCode(QStringView code);

/// One or two sentences for the person who broke the rule, to be shown beside the field. Numbers among
/// the args are formatted here; missing args leave a shorter sentence.
QString ruleText(const Violation& violation, Language language);

/// What people call an order's state: "Diproses", "Processing".
QString statusText(OrderStatus status, Language language);

} // namespace belanjain
