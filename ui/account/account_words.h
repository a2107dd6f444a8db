// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/format.h"
#include "ports/secret_store.h"
#include "ports/session.h"

namespace belanjain::ui {

/// What went wrong at the marketplace, in the language in force where the reason is a known one.
QString accountProblemText(const ports::SessionProblem& problem);

/// Where tokens of the sign-in are kept, in plain words.
QString secretPlaceText(ports::SecretStore::Place place);

/// "812 KB", "12,4 MB"; in thousands, as file managers count.
QString sizeText(qint64 bytes, Language language);

/// "ABCD EFGH …", for reading a secret to somebody or typing it.
QString inGroups(const QString& secret);

} // namespace belanjain::ui
