// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/violation.h"
#include "ports/decisions.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace belanjain::ui {

/// One of the two sides of a refused edit.
struct DecisionSide
{
    QString value;  ///< large: "Rp 144.900", "−20"
    QString note;   ///< below it; may be empty
    QString action; ///< on its button: "Use Rp 144.900"
};

/// A refused edit in words for the person who made it. All plain text.
struct DecisionStory
{
    QString kind;    ///< "Price changed in two places"
    QString thing;   ///< "Oxone OX-605 Black Marble Knife Set"
    QString summary; ///< "Rp 144.900 or Rp 139.900"
    QString explanation;
    DecisionSide mine;
    DecisionSide theirs;
    bool clash = false; ///< changed elsewhere meanwhile, rather than refused by a rule

    struct Other
    {
        QString label; ///< "Or another price"
        QString text;  ///< to begin with
        bool number = true;
        QString unit = {};    ///< before the field: "Rp"
        QString example = {}; ///< in the empty field, as it would be typed
    };
    std::optional<Other> other; ///< a third way; none where it makes no sense
};

DecisionStory tellDecision(const ports::OpenDecision& decision);
/// The same for the list of what was decided, the outcome first: "Yours was used: Price changed in two places".
QString decidedText(const ports::MadeDecision& decision);
/// What the third way is to be, in the op's words; the violation's text is for a person.
Checked<QJsonObject> otherArgs(const ports::OpenDecision& decision, const QString& text);

/// A line of what happened, in order of time.
struct DecisionStep
{
    enum class Who { Here, Elsewhere, Nobody, Refused };
    Instant at;
    QString text;
    QString note;
    Who who = Who::Nobody;
};
QList<DecisionStep> stepsOf(const ports::OpenDecision& decision);

} // namespace belanjain::ui
