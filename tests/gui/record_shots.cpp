// SPDX-License-Identifier: GPL-3.0-or-later
// The analytics and reviews pages in their states, for eyes: belanjain_record_shots DIR [--only TEXT]
// [--size 1440x900]. Scale with QT_SCALE_FACTOR.
#include "analytics/analytics_page.h"
#include "analytics/revenue_chart.h"
#include "common/theme.h"
#include "gui/sample_records.h"
#include "reviews/reply_editor.h"
#include "reviews/reviews_list.h"
#include "reviews/reviews_page.h"
#include "shell/languages.h"
#include "shell/main_window.h"
#include "shell/status_strip.h"
#include "shell/workspace_frame.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QMenu>
#include <QTest>
#include <QTextStream>

#include <functional>

using namespace Qt::StringLiterals;
using namespace belanjain;
using namespace belanjain::ui;

namespace {

/// The frame as a seller has it, with both pages over a shop in memory.
struct Stage
{
    Stage(Theme& theme, Languages& languages, bool filled)
        : window(theme, languages)
        , analytics(new AnalyticsPage(theme, {sales, clock, settings}))
        , page(new ReviewsPage(theme, {.reader = reviews, .sink = sink}))
    {
        if (filled) {
            sales.orders = tests::sampleSales(clock.now());
            sales.stockValue = {61'482'300};
            sales.stockPieces = 11'906;
            sales.stockVariants = 344;
            reviews.reviews = tests::sampleReviews(clock.now());
        }
        analytics->setStoreName(u"Toko Jakarta Barat"_s);
        const bool id = languages.current() == Language::Indonesian;
        auto* frame = new WorkspaceFrame(theme);
        using Place = Sidebar::Place;
        frame->addPage(Place::Pages, u"analytics"_s, Icon::Chart, analytics);
        frame->addPage(Place::Pages, u"reviews"_s, Icon::Star, page);
        frame->sidebar().setText(u"reviews"_s, id ? u"Ulasan"_s : u"Reviews"_s);
        frame->sidebar().setCount(u"reviews"_s, filled ? 4 : 0);
        frame->sidebar().setText(u"analytics"_s, id ? u"Analitik"_s : u"Analytics"_s);
        frame->sidebar().setStore(u"Toko Jakarta Barat"_s, id ? u"Penjual"_s : u"Seller"_s);
        frame->strip().setLanguage(languages.current());
        window.showWorkspace(frame);
        page->start();
    }
    void showReviews() { window.workspace()->showPage(u"reviews"_s); }

    tests::StillClock clock;
    tests::KeptSettings settings;
    tests::MemorySales sales;
    tests::MemoryReviews reviews;
    tests::ReplySink sink{reviews};
    MainWindow window;
    AnalyticsPage* analytics;
    ReviewsPage* page;
};

struct Shot
{
    QString name;
    bool filled;
    std::function<void(Stage&)> arrange;
    QString popup = {}; ///< the widget to be taken instead of the window
};

void settle(int ms = 350) { QTest::qWait(ms); }

QList<Shot> shots()
{
    return {
        {u"analytics"_s, true, [](Stage&) {}},
        {u"analytics-hover"_s, true,
         [](Stage& s) { s.analytics->findChild<RevenueChart*>()->setCurrent(15, false); }},
        {u"analytics-keyboard"_s, true,
         [](Stage& s) {
             auto* chart = s.analytics->findChild<RevenueChart*>();
             chart->setFocus(Qt::TabFocusReason);
             QTest::keyClick(chart, Qt::Key_Left);
         }},
        {u"analytics-today"_s, true, [](Stage& s) { s.analytics->choosePreset(RangePreset::Today); }},
        {u"analytics-week"_s, true, [](Stage& s) { s.analytics->choosePreset(RangePreset::Week); }},
        {u"analytics-year"_s, true, [](Stage& s) { s.analytics->choosePreset(RangePreset::Year); }},
        {u"analytics-days-of-a-year"_s, true,
         [](Stage& s) {
             s.analytics->chooseRange({QDate(2025, 11, 22), QDate(2026, 11, 21)});
             s.analytics->chooseGranularity(Granularity::Day);
             s.analytics->chooseTopBy(ports::TopBy::Units);
         }},
        {u"analytics-no-orders"_s, true,
         [](Stage& s) { s.analytics->chooseRange({QDate(2024, 1, 1), QDate(2024, 1, 31)}); }},
        {u"analytics-nothing"_s, false, [](Stage&) {}},
        {u"analytics-failed"_s, true,
         [](Stage& s) {
             s.sales.problem = u"disk I/O error"_s;
             s.sales.change();
             settle(700);
         }},
        {u"exported"_s, true,
         [](Stage& s) {
             const QDir folder(QApplication::arguments().value(1));
             s.analytics->exportTo(SalesExport::Png, folder.filePath(u"chart.png"_s));
             s.analytics->exportTo(SalesExport::Pdf, folder.filePath(u"chart.pdf"_s));
             s.analytics->exportTo(SalesExport::Excel, folder.filePath(u"figures.xlsx"_s));
             s.analytics->exportTo(SalesExport::Csv, folder.filePath(u"figures.csv"_s));
         }},
        {u"reviews"_s, true, [](Stage& s) { s.showReviews(); }},
        {u"reviews-reply"_s, true,
         [](Stage& s) {
             s.showReviews();
             s.page->list().openReply(1);
             QTest::keyClicks(s.page->list().editor()->focusProxy(), u"Halo Kak, kami siapkan penukarannya"_s);
         }},
        {u"reviews-sent"_s, true,
         [](Stage& s) {
             s.showReviews();
             s.page->list().openReply(0);
             QWidget* edit = s.page->list().editor()->focusProxy();
             QTest::keyClicks(edit, u"Terima kasih, Kak Siti"_s);
             QTest::keyClick(edit, Qt::Key_Return, Qt::ControlModifier);
             settle();
         }},
        {u"reviews-found-none"_s, true,
         [](Stage& s) {
             s.showReviews();
             s.page->showQuery({.search = u"qqq"_s});
             settle();
         }},
        {u"reviews-nothing"_s, false, [](Stage& s) { s.showReviews(); }},
        {u"analytics-range"_s, true,
         [](Stage& s) { s.analytics->findChild<QAbstractButton*>(u"rangeButton"_s)->click(); }, u"rangePanel"_s},
        {u"analytics-menu"_s, true,
         [](Stage& s) { s.analytics->findChild<QAbstractButton*>(u"exportButton"_s)->click(); }, u"exportMenu"_s},
    };
}

} // namespace

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    QCursor::setPos(5000, 5000); // nothing is to look hovered
    Theme theme;
    theme.apply(app);
    Languages languages;
    const QStringList arguments = QApplication::arguments();
    const auto value = [&arguments](const QString& option, const QString& otherwise) {
        const qsizetype at = arguments.indexOf(option);
        return at < 0 ? otherwise : arguments.value(at + 1, otherwise);
    };
    const QStringList size = value(u"--size"_s, u"1440x900"_s).split(u'x');
    const QString only = value(u"--only"_s, {});
    const QDir folder(arguments.value(1));
    if (arguments.size() < 2 || !folder.mkpath(u"."_s)) {
        QTextStream(stderr) << "belanjain_record_shots DIR" << Qt::endl;
        return 1;
    }
    theme.setHighContrast(arguments.contains(u"--high-contrast"_s));
    for (const auto mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
        theme.setMode(mode);
        for (const auto language : {Language::Indonesian, Language::English}) {
            languages.set(language);
            for (const Shot& shot : shots()) {
                const QString name = u"%1-%2-%3.png"_s.arg(
                    shot.name, mode == Theme::Mode::Dark ? u"dark"_s : u"light"_s, Languages::code(language));
                if (!name.contains(only))
                    continue;
                Stage stage(theme, languages, shot.filled);
                stage.window.resize(size.value(0).toInt(), size.value(1).toInt());
                stage.window.QWidget::show();
                QApplication::setActiveWindow(&stage.window);
                settle();
                shot.arrange(stage);
                settle(150);
                QWidget* taken = &stage.window;
                if (!shot.popup.isEmpty())
                    taken = stage.window.findChild<QWidget*>(shot.popup);
                if (!taken || !taken->grab().save(folder.filePath(name))) {
                    QTextStream(stderr) << "cannot write " << name << Qt::endl;
                    return 1;
                }
                if (taken != &stage.window)
                    taken->close();
            }
        }
    }
    return 0;
}
