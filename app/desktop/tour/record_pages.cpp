// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour/record_pages.h"

#include "reviews/reviews_list.h"
#include "reviews/reviews_page.h"
#include "shell/workspace_frame.h"
#include "tour/hands.h"

#include <QPlainTextEdit>

namespace belanjain::app
{
using namespace Qt::StringLiterals;

void addRecordPages(const Views& views)
{
    ui::MainWindow* window = &views.window();
    TourRunner& runner = views.runner();
    runner.beginGroup(u"Analytics"_s);
    views.page(u"analytics"_s, u"analytics"_s, u"what was sold"_s, u"analyticsScroll"_s);
    views.opened(u"analytics-range"_s, u"a free range of days"_s, views.press(u"rangeButton"_s), u"rangePanel"_s);
    runner.beginGroup(u"Reviews"_s);
    views.page(u"reviews"_s, u"reviews"_s, u"what buyers wrote"_s, u"reviewTabs"_s);
    views.state(u"reviews-reply"_s, u"an answer is written in place"_s,
               [window] {
                   if (auto* list = findVisible<ui::ReviewsList>(window, u"reviewsList"_s))
                       list->openReply(0);
                   if (auto* text = findVisible<QPlainTextEdit>(window, u"replyText"_s))
                       text->setPlainText(u"Terima kasih banyak, Kak. Senang barangnya sampai dengan baik."_s);
               },
               views.visible(u"replyEditor"_s));
    views.state(u"reviews-nothing"_s, u"a search that finds no review"_s,
               [window] {
                   if (auto* list = findVisible<ui::ReviewsList>(window, u"reviewsList"_s))
                       list->closeReply();
                   if (auto* page = findVisible<ui::ReviewsPage>(window, u"reviewsPage"_s))
                       page->showQuery({.search = u"zzzz"_s});
               },
               views.visible(u"reviewsEmpty"_s));
    views.quietly(u"all reviews again"_s,
                  [window] {
                      if (auto* page = findVisible<ui::ReviewsPage>(window, u"reviewsPage"_s))
                          page->showQuery({});
                  },
                  views.gone(u"reviewsEmpty"_s));
    runner.beginGroup(u"Store and settings"_s);
    views.page(u"store"_s, u"store"_s, u"the store's profile"_s, u"store.name"_s);
    views.state(u"store-problem"_s, u"a name that is missing is said beside its field"_s,
               [views] { views.type(u"store.name"_s, QString()); }, views.visible(u"store.name"_s));
    views.quietly(u"the name is as it was"_s, views.press(u"store.discard"_s), views.visible(u"store.name"_s));
    views.page(u"settings"_s, u"settings"_s, u"settings"_s, u"settingsPage"_s);
    views.quietly(u"back to the stock"_s, [window] { window->workspace()->showPage(u"stock"_s); }, views.visible(u"inventoryPage"_s));
}

} // namespace belanjain::app
