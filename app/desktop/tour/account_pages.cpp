// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour/account_pages.h"

#include "account/account_page.h"
#include "account/places_card.h"
#include "account/stored_card.h"
#include "account/two_factor_card.h"
#include "shell/workspace_frame.h"
#include "tour/hands.h"

#include <QScrollArea>
#include <QScrollBar>

namespace belanjain::app
{
using namespace Qt::StringLiterals;
using Step = ui::TwoFactorCard::Step;

void addAccountPages(TourRunner& runner, Desktop& desktop, const QString& prefix)
{
    QWidget* window = &desktop.window();
    Desktop* d = &desktop;
    const auto page = [window] { return qobject_cast<ui::AccountPage*>(findVisible(window, u"accountPage"_s)); };
    const auto toTop = [window] {
        if (auto* scroll = qobject_cast<QScrollArea*>(findVisible(window, u"accountScroll"_s)))
            scroll->verticalScrollBar()->setValue(0);
    };
    const auto switchNetwork = [d] { pressShortcut(&d->window(), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O)); };
    const auto known = [page] {
        return page() && page()->twoFactor().step() != Step::Unknown && !page()->places().places().isEmpty()
               && page()->stored().stored();
    };
    runner.beginGroup(u"Account"_s);
    runner.add({.name = prefix + u"account"_s,
                .story = u"the account: name, password, two steps"_s,
                .act = [d] { d->window().workspace()->showPage(u"account"_s); },
                .settled = known});
    runner.add({.name = prefix + u"account-two-factor"_s,
                .story = u"two-step verification shows its key"_s,
                .act = [window] { click(findVisible(window, u"twoFactor.begin"_s)); },
                .settled = [page] { return page()->twoFactor().step() == Step::SetUp; }});
    runner.add({.name = prefix + u"account-below"_s,
                .story = u"it is given up again; below are the sign-ins and what lies on this computer"_s,
                .act = [page, window] {
                    click(findVisible(window, u"twoFactor.cancelSetUp"_s));
                    if (auto* scroll = qobject_cast<QScrollArea*>(findVisible(window, u"accountScroll"_s)))
                        scroll->verticalScrollBar()->setValue(scroll->verticalScrollBar()->maximum());
                },
                .settled = [page] { return page()->twoFactor().step() == Step::Off; }});
    runner.add({.name = prefix + u"account-offline"_s,
                .story = u"… and offline"_s,
                .act = [switchNetwork, toTop] {
                    switchNetwork();
                    toTop();
                },
                .settled = [window] { return findVisible(window, u"password.offline"_s) != nullptr; }});
    runner.add({.story = u"… and back"_s,
                .act = switchNetwork,
                .settled = [window] { return findVisible(window, u"password.offline"_s) == nullptr; }});
}

} // namespace belanjain::app
