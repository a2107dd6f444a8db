// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/home_reader.h"

#include <QString>

class QTimeZone;

namespace belanjain::ui {

// What the first page says, in the language in force.

/// "Good morning, Rina", by the hour of the store; of a name its first word.
QString greeting(const QString& person, Instant now, const QTimeZone& zone);

QString decideTitle(int count);
QString lateTitle(int count);
/// "Putri Anggraini 29 hours overdue, Fitriani 23 hours"
QString lateDetail(const QList<ports::HomeReport::LateOrder>& orders, Instant now);
QString freshTitle(int count);
QString startedTitle(int count);
/// "The oldest came on 19 Nov 2026 09.12, 2 days ago": days of the store's calendar
QString waitingDetail(const ports::OrdersToDo& orders, Instant now, const QTimeZone& zone);
QString outTitle(int count);
/// "Lunch Box, Pompa Galon and 2 more"; long names are cut at a word
QString outDetail(const QStringList& names, int count);
QString lowTitle(int count);
QString reviewsTitle(int count);
QString reviewsDetail(int worstRating, const QString& product);
QString eventText(const ports::HomeEvent& event);

} // namespace belanjain::ui
