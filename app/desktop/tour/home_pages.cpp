// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour/home_pages.h"

#include "shell/command_palette.h"
#include "shell/shortcuts_dialog.h"
#include "shell/workspace_frame.h"
#include "tour/hands.h"

#include <QLineEdit>
#include <QListWidget>

namespace belanjain::app
{
using namespace Qt::StringLiterals;

void addHomePages(TourRunner& runner, Desktop& desktop)
{
    ui::MainWindow& window = desktop.window();
    struct View
    {
        QString name;
        QString story;
        std::function<void()> open;
        std::function<bool()> shown;
        std::function<void()> leave;
    };
    const auto list = [&window] { return findVisible<QListWidget>(&window, u"paletteList"_s); };
    const auto keys = [&window] { return window.findChild<ui::ShortcutsDialog*>(); };
    const QList<View> views{
        {u"home"_s, u"the first page: what needs doing"_s, [&window] { window.workspace()->showPage(u"home"_s); },
         [&window] { return findVisible(&window, u"task.process"_s) || findVisible(&window, u"home.allDone"_s); }, {}},
        {u"attention"_s, u"what needs a decision"_s, [&window] { window.workspace()->showPage(u"attention"_s); },
         [&window] { return findVisible(&window, u"attentionPage"_s) != nullptr; }, {}},
        {u"palette"_s, u"Ctrl+K finds a product while she types"_s,
         [&window] {
             window.workspace()->findChild<ui::CommandPalette*>()->open();
             typeText(&window, u"kaos"_s);
         },
         [list] { return list() && list()->count() > 1; },
         [&window] { window.workspace()->findChild<ui::CommandPalette*>()->close(); }},
        {u"keys"_s, u"F1 lists every key"_s, [&window] { pressShortcut(&window, QKeySequence(Qt::Key_F1)); },
         [keys] { return keys() && keys()->isVisible(); }, [keys] { keys()->close(); }},
    };
    for (const View& view : views) {
        runner.add({.name = view.name, .story = view.story, .act = view.open, .settled = view.shown});
        if (view.leave)
            runner.add({.story = u"… and closes it"_s, .act = view.leave, .settled = [] { return true; }});
        runner.add({.name = view.name + u"-dark-english"_s,
                    .story = u"… in English and dark"_s,
                    .act = [&desktop, view] {
                        desktop.languages().set(Language::English);
                        desktop.theme().setMode(ui::Theme::Mode::Dark);
                        view.open();
                    },
                    .settled = view.shown});
        runner.add({.story = u"… and back"_s,
                    .act = [&desktop, view] {
                        if (view.leave)
                            view.leave();
                        desktop.languages().set(Language::Indonesian);
                        desktop.theme().setMode(ui::Theme::Mode::Light);
                    },
                    .settled = [] { return true; }});
    }
    runner.add({.story = u"back to the stock"_s,
                .act = [&window] { window.workspace()->showPage(u"stock"_s); },
                .settled = [&window] { return findVisible(&window, u"inventoryPage"_s) != nullptr; }});
}

} // namespace belanjain::app
