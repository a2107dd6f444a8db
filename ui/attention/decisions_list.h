// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/decisions.h"

#include <QListWidget>

class QTimeZone;

namespace belanjain::ui {

class Theme;

/// The refused edits, by what they are about. Several can be chosen.
class DecisionsList : public QListWidget
{
    Q_OBJECT

public:
    DecisionsList(const Theme& theme, QWidget* parent = nullptr);

    /// Keeps what is chosen; where that is gone, what follows is chosen.
    void show(const QList<ports::OpenDecision>& open, const QTimeZone& zone);
    /// Numbers of the rejections, in order.
    QList<qint64> chosen() const;
    qint64 current() const;
};

} // namespace belanjain::ui
