// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour/home_pages.h"

#include "shell/command_palette.h"
#include "shell/shortcuts_dialog.h"
#include "shell/workspace_frame.h"
#include "tour/hands.h"

#include <QLabel>
#include <QListWidget>

namespace belanjain::app
{
using namespace Qt::StringLiterals;

void addHomePages(const Views& views)
{
    ui::MainWindow* window = &views.window();
    const auto palette = [window] { return window->workspace()->findChild<ui::CommandPalette*>(); };
    const auto list = [window] { return findVisible<QListWidget>(window, u"paletteList"_s); };
    const auto keys = [window] { return window->findChild<ui::ShortcutsDialog*>(); };
    views.runner().beginGroup(u"Home"_s);
    views.step(u"home"_s, u"the first page: what needs doing"_s, [window] { window->workspace()->showPage(u"home"_s); },
               [window] { return findVisible(window, u"task.process"_s) || findVisible(window, u"home.allDone"_s); });
    views.opened(u"store-menu"_s, u"the menu of the store"_s, views.press(u"sidebar.store"_s), u"storeMenu"_s);
    views.runner().beginGroup(u"Command palette and keys"_s);
    const auto type = [window, palette](const QString& text) {
        return [window, palette, text] {
            palette()->open();
            typeText(window, text);
        };
    };
    const auto close = [palette] { palette()->close(); };
    views.runner().add({.name = u"palette"_s,
                        .story = u"Ctrl+K reaches every page and every action"_s,
                        .act = type({}),
                        .settled = [list] { return list() && list()->count() > 1; },
                        .close = close,
                        .looks = TourStep::Looks::Two});
    views.runner().add({.name = u"palette-found"_s,
                        .story = u"… and finds a product while she types"_s,
                        .act = type(u"kaos"_s),
                        .settled = [list] {
                            return list() && list()->count() > 1
                                   && list()->item(0)->text().contains(u"kaos"_s, Qt::CaseInsensitive);
                        },
                        .close = close,
                        .looks = TourStep::Looks::Two});
    views.runner().add({.name = u"palette-nothing"_s,
                        .story = u"… or says that there is nothing"_s,
                        .act = type(u"zzzz"_s),
                        .settled = [window] {
                            const auto* nothing = findVisible<QLabel>(window, u"paletteNothing"_s);
                            return nothing && nothing->text().contains(u"zzzz"_s); // no longer looking
                        },
                        .close = close,
                        .looks = TourStep::Looks::Two});
    views.runner().add({.name = u"keys"_s,
                        .story = u"F1 lists every key"_s,
                        .act = [window] { pressShortcut(window, QKeySequence(Qt::Key_F1)); },
                        .settled = [keys] { return keys() && keys()->isVisible(); },
                        .close = [keys] {
                            if (keys())
                                keys()->close();
                        },
                        .looks = TourStep::Looks::Two});
    views.quietly(u"back to the stock"_s, [window] { window->workspace()->showPage(u"stock"_s); }, views.visible(u"inventoryPage"_s));
}

} // namespace belanjain::app
