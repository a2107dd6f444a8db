// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

namespace belanjain
{

/// Every rule of the business that input can break. ruleCode() gives the stable name on the wire,
/// ruleText() the sentence for a person (violation_text.h).
enum class Rule {
    Required,
    TooShort,           ///< args: smallest number of characters
    TooLong,            ///< args: largest number of characters
    NotANumber,
    OutOfRange,         ///< args: smallest, largest
    PriceNotPositive,
    WouldBeNegative,    ///< args: on hand (or available) now
    StaleCount,         ///< args: expected, on hand now
    StalePrice,         ///< args: price now
    OutOfStock,         ///< args: available
    SkuTaken,           ///< args: who has it, a suggestion
    SkuMalformed,
    BarcodeMalformed,   ///< args: smallest, largest number of characters
    EmailMalformed,
    EmailTaken,
    PasswordCommon,
    TooMany,            ///< args: largest number
    Duplicate,          ///< args: the value
    OptionsMismatch,    ///< a variant's options are not exactly the product's option names
    PerVariant,         ///< given for the product where each variant has its own
    UnknownValue,       ///< args: the value
    ReasonRequired,
    IllegalTransition,  ///< args: from, to, allowed (comma-separated)
    NotAllowedForRole,
    NotFound,
    Archived,
    UnknownTimeZone,    ///< args: the name
};

/// One broken rule: where, which, and the values its sentence needs.
struct Violation
{
    QString field;
    Rule rule = Rule::Required;
    QStringList args;

    bool operator==(const Violation&) const = default;
};

template<class T>
using Checked = tl::expected<T, Violation>;

} // namespace belanjain
