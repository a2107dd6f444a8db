// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/language.h"

#include <QCoreApplication>

namespace belanjain::ui {

Language uiLanguage()
{
    //: The tag of the language you translate into: "id" in Indonesian.
    return languageFromTag(QCoreApplication::translate("Language", "en"));
}

} // namespace belanjain::ui
