// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/sync_control.h"

#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace belanjain::ui {

/// A way out of a rejected edit.
struct RejectionWay
{
    enum class Kind { Retry, Drop };

    QString text;
    Kind kind = Kind::Retry;
    std::optional<QJsonObject> args; ///< of a retry with another value
};

/// What happened to an edit that the marketplace refused, in words for the person who made it.
struct RejectionStory
{
    QString richText; ///< begins with what was rejected in <b>; the rest is escaped
    QList<RejectionWay> ways;
};

RejectionStory tellRejection(const ports::Rejection& rejection);

} // namespace belanjain::ui
