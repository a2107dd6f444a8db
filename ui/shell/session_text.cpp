// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/session_text.h"

#include <QCoreApplication>

namespace belanjain::ui {

QString sessionProblemText(const ports::SessionProblem& problem)
{
    const auto say = [](const char* text) { return QCoreApplication::translate("SessionProblem", text); };
    if (problem.code == u"unreachable")
        return say(QT_TRANSLATE_NOOP(
            "SessionProblem",
            "The marketplace does not answer. Check the address and your connection, then try again."));
    if (problem.code == u"bad_credentials")
        return say(QT_TRANSLATE_NOOP("SessionProblem", "Email and password do not match."));
    if (!problem.text.isEmpty())
        return problem.text;
    return say(QT_TRANSLATE_NOOP(
        "SessionProblem", "What answers at this address is not a marketplace that this program knows."));
}

} // namespace belanjain::ui
