// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/analytics_page.h"
#include "analytics/figure_strip.h"
#include "analytics/revenue_chart.h"
#include "analytics/status_breakdown.h"
#include "analytics/top_products.h"
#include "common/button.h"
#include "common/choices.h"
#include "common/messages.h"
#include "common/theme.h"
#include "domain/csv/csv_reader.h"
#include "domain/format.h"
#include "gui/indonesian_words.h"
#include "gui/sample_records.h"
#include "replica/desk.h"
#include "replica/record_lane.h"
#include "replica/sales_source.h"

#include <QApplication>
#include <QDateEdit>
#include <QLabel>
#include <QMenu>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace belanjain;
using namespace belanjain::ui;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 20'000;

/// The page over a shop of fourteen months in memory.
struct Screen
{
    explicit Screen(const Theme& theme, bool filled = true)
        : m_theme(theme)
    {
        if (filled)
            sales.orders = tests::sampleSales(clock.now(), 1'200);
        make();
    }

    void make()
    {
        page = std::make_unique<AnalyticsPage>(m_theme, AnalyticsServices{sales, clock, settings});
        page->resize(1'224, 872);
    }
    bool open()
    {
        QSignalSpy reported(&sales, &ports::SalesReader::reported);
        page->show();
        return QTest::qWaitForWindowExposed(page.get()) && (reported.size() > 0 || reported.wait(Patience));
    }
    template<class Act>
    bool read(Act act)
    {
        QSignalSpy reported(&sales, &ports::SalesReader::reported);
        act();
        return reported.size() > 0 || reported.wait(Patience);
    }
    template<class Widget>
    Widget* find(const QString& name) const
    {
        return page->findChild<Widget*>(name);
    }
    RevenueChart& chart() const { return *find<RevenueChart>(u"revenueChart"_s); }
    QString figure(const QString& name) const { return find<QLabel>(name + u".value"_s)->text(); }
    QString toast() const { return find<Toast>(u"analyticsToast"_s)->text(); }
    void clickBar(int index)
    {
        QTest::mouseClick(chart().viewport(), Qt::LeftButton, {}, chart().column(index).center().toPoint());
    }

    tests::StillClock clock;
    tests::KeptSettings settings;
    tests::MemorySales sales;
    std::unique_ptr<AnalyticsPage> page;

private:
    const Theme& m_theme;
};

Span jakarta(QDate first, QDate last) { return spanOf(first, last, QTimeZone("Asia/Jakarta")); }

QList<QStringList> readCsv(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<QStringList> rows;
    const auto take = [&rows](const csv::Row& row) {
        rows.append(row.fields);
        return true;
    };
    csv::Reader reader;
    return reader.feed(file.readAll(), take) && reader.finish(take) ? rows : QList<QStringList>();
}

QByteArray startOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(8) : QByteArray();
}

} // namespace

class AnalyticsPageTest : public QObject
{
    Q_OBJECT

private:
    Theme m_theme;

    static qint64 recount(const QList<tests::SoldOrder>& orders, const DayRange& days, bool deliveredOnly)
    {
        qint64 sum = 0;
        for (const tests::SoldOrder& one : orders) {
            const bool counts = deliveredOnly ? one.sale.status == OrderStatus::Delivered : one.sale.isBooked();
            if (counts && jakarta(days.first, days.last).contains(one.sale.createdAt))
                sum += one.sale.goods.rupiah;
        }
        return sum;
    }

private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }

    void theBarsAreWhatARecountFinds()
    {
        Screen screen(m_theme);
        QVERIFY(screen.open());
        const QList<RevenueBar>& bars = screen.chart().bars();
        QCOMPARE(bars.size(), 30);
        QCOMPARE(bars.constFirst().days.first, QDate(2026, 10, 23));
        QCOMPARE(bars.constLast().days.last, QDate(2026, 11, 21));
        qint64 sum = 0;
        for (const RevenueBar& bar : bars) {
            QCOMPARE(bar.booked.rupiah, recount(screen.sales.orders, bar.days, false));
            QCOMPARE(bar.settled.rupiah, recount(screen.sales.orders, bar.days, true));
            const DayRange before{bar.days.first.addDays(-30), bar.days.last.addDays(-30)};
            QCOMPARE(bar.before.rupiah, recount(screen.sales.orders, before, false));
            sum += bar.booked.rupiah;
        }
        QCOMPARE(screen.figure(u"figure.booked"_s), formatRupiah({sum}));
    }

    void theBarsAreDrawnAsTallAsTheirAmounts()
    {
        Screen screen(m_theme);
        QVERIFY(screen.open());
        const RevenueChart& chart = screen.chart();
        const QImage image = screen.chart().grab().toImage();
        const Tokens& t = m_theme.tokens();
        int looked = 0;
        for (int i = 0; i < int(chart.bars().size()); ++i) {
            const RevenueBar& one = chart.bars().at(i);
            if (one.booked.rupiah < chart.gridDistance() / 2)
                continue;
            const int x = qRound(chart.bar(i).center().x());
            const auto at = [&](double share) {
                const int y = qRound(chart.yOf(qint64(double(one.booked.rupiah) * share)));
                return image.pixelColor(x, y);
            };
            // Just above the bar there is paper or a tick, never a bar.
            const QColor above = image.pixelColor(x, qRound(chart.bar(i).top()) - 4);
            QVERIFY(above != t.bar && above != t.paleBar);
            const double tick = double(one.before.rupiah) / double(one.booked.rupiah);
            const double middle = double(one.settled.rupiah) / double(one.booked.rupiah) / 2;
            if (middle > 0.2 && std::abs(tick - middle) > 0.1) {
                QCOMPARE(at(middle), t.bar);
                ++looked;
            }
            if (one.settled.rupiah == 0 && std::abs(tick - 0.5) > 0.1) {
                QCOMPARE(at(0.5), t.paleBar);
                ++looked;
            }
        }
        QVERIFY(looked > 5);
    }

    void theLinesStandAtTheirAmountsAfterAChangeOfSize()
    {
        Screen screen(m_theme);
        QVERIFY(screen.open());
        const RevenueChart& chart = screen.chart();
        const qreal before = chart.plot().height();
        screen.page->resize(1'224, 1'000);
        QTRY_VERIFY(chart.plot().height() > before);
        const QImage image = screen.chart().grab().toImage();
        const int x = qRound(chart.plot().left()) + 2; // beside the first bar and its tick
        for (int line = 1; line <= 4; ++line) {
            const int y = qRound(chart.yOf(line * chart.gridDistance()));
            const QColor ink = m_theme.tokens().rowLine;
            QVERIFY2(image.pixelColor(x, y) == ink || image.pixelColor(x, y - 1) == ink, qPrintable(QString::number(line)));
        }
    }

    void theArrowsWalkFromBarToBarAndEnterOpensItsOrders()
    {
        Screen screen(m_theme);
        QVERIFY(screen.open());
        QSignalSpy asked(screen.page.get(), &AnalyticsPage::ordersRequested);
        RevenueChart& chart = screen.chart();
        chart.setFocus(Qt::TabFocusReason);
        QTest::keyClick(&chart, Qt::Key_End);
        QTest::keyClick(&chart, Qt::Key_Left);
        QTest::keyClick(&chart, Qt::Key_Left);
        QCOMPARE(chart.current(), 27);
        QVERIFY(chart.accessibleDescription().contains(u"Thursday, 19 November 2026"_s));
        QTest::keyClick(&chart, Qt::Key_Return);

        QCOMPARE(asked.size(), 1);
        const auto query = asked.constFirst().constFirst().value<ports::OrdersQuery>();
        const Span day = jakarta({2026, 11, 19}, {2026, 11, 19});
        QCOMPARE(*query.from, day.from);
        QCOMPARE(*query.until, day.until);
        QVERIFY(!query.status);

        QTest::keyClick(&chart, Qt::Key_Home);
        QCOMPARE(chart.current(), 0);
        QTest::keyClick(&chart, Qt::Key_Left);
        QCOMPARE(chart.current(), 0);
    }

    void clicksOpenTheOrdersBehindBarStateAndProduct()
    {
        Screen screen(m_theme);
        QVERIFY(screen.open());
        QSignalSpy asked(screen.page.get(), &AnalyticsPage::ordersRequested);
        const auto last = [&asked] { return asked.constLast().constFirst().value<ports::OrdersQuery>(); };
        int bar = 10;
        while (screen.chart().bars().at(bar).orders == 0)
            ++bar;
        screen.clickBar(bar);
        QCOMPARE(asked.size(), 1);
        const DayRange days = screen.chart().bars().at(bar).days;
        QCOMPARE(*last().from, jakarta(days.first, days.last).from);

        screen.find<QAbstractButton>(u"status.SHIPPED"_s)->click();
        QCOMPARE(asked.size(), 2);
        QCOMPARE(last().status, std::optional(OrderStatus::Shipped));
        QCOMPARE(*last().from, jakarta({2026, 10, 23}, {2026, 11, 21}).from);

        auto* top = screen.find<TopProducts>(u"topProducts"_s);
        QTest::mouseClick(top, Qt::LeftButton, {}, QPoint(60, measure::TableHeader + measure::Row + 10));
        QCOMPARE(asked.size(), 3);
        QCOMPARE(last().product, std::optional(top->products().at(1).product));
    }

    void aBarWithoutOrdersOpensNothing()
    {
        Screen screen(m_theme);
        screen.sales.orders.removeIf([](const tests::SoldOrder& one) {
            return jakarta({2026, 11, 10}, {2026, 11, 10}).contains(one.sale.createdAt);
        });
        QVERIFY(screen.open());
        QSignalSpy asked(screen.page.get(), &AnalyticsPage::ordersRequested);
        screen.clickBar(18);
        QCOMPARE(asked.size(), 0);
    }

    void daysAndCutAreChosenAndRemembered()
    {
        Screen screen(m_theme);
        QVERIFY(screen.open());
        auto* presets = screen.find<Segments>(u"rangePresets"_s);
        const auto press = [](Segments* segments, int index) {
            QTest::mouseClick(segments->findChildren<QAbstractButton*>(Qt::FindDirectChildrenOnly).at(index), Qt::LeftButton);
        };
        QVERIFY(screen.read([&] { press(presets, 3); }));
        QCOMPARE(screen.chart().bars().size(), 12);
        QCOMPARE(screen.page->report().query.granularity, Granularity::Month);
        QCOMPARE(screen.chart().bars().constFirst().days.first, QDate(2025, 12, 1));
        QVERIFY(screen.read([&] { press(screen.find<Segments>(u"granularity"_s), 1); }));
        QCOMPARE(screen.page->report().query.granularity, Granularity::Week);
        QVERIFY(screen.read([&] { press(screen.find<Segments>(u"topBy"_s), 1); }));
        QCOMPARE(screen.page->report().query.topBy, ports::TopBy::Units);

        screen.make();
        QVERIFY(screen.open());
        QCOMPARE(screen.page->preset(), RangePreset::Year);
        QCOMPARE(screen.page->report().query.granularity, Granularity::Week);
        QCOMPARE(screen.page->report().query.topBy, ports::TopBy::Units);
    }

    void twoDatesMakeARange()
    {
        Screen screen(m_theme);
        QVERIFY(screen.open());
        screen.find<QAbstractButton>(u"rangeButton"_s)->click();
        auto* panel = screen.find<QWidget>(u"rangePanel"_s);
        QVERIFY(panel && panel->isVisible());
        auto* first = panel->findChild<QDateEdit*>(u"range.first"_s);
        auto* last = panel->findChild<QDateEdit*>(u"range.last"_s);
        auto* take = panel->findChild<QAbstractButton*>(u"range.take"_s);
        last->setDate({2026, 9, 30});
        QVERIFY(!take->isEnabled());
        first->setDate({2026, 9, 1});
        QVERIFY(take->isEnabled());
        QVERIFY(screen.read([&] { take->click(); }));
        QCOMPARE(screen.page->range(), (DayRange{{2026, 9, 1}, {2026, 9, 30}}));
        QCOMPARE(screen.find<Button>(u"rangeButton"_s)->text(), u"1 – 30 Sep 2026"_s);
        QCOMPARE(screen.find<Segments>(u"rangePresets"_s)->current(), -1);

        screen.make();
        QVERIFY(screen.open());
        QCOMPARE(screen.page->range(), (DayRange{{2026, 9, 1}, {2026, 9, 30}}));
    }

    void lastMonthIsOnePress()
    {
        Screen screen(m_theme);
        QVERIFY(screen.open());
        screen.find<QAbstractButton>(u"rangeButton"_s)->click();
        auto* last = screen.find<QWidget>(u"rangePanel"_s)->findChild<QAbstractButton*>(u"range.lastMonth"_s);
        QVERIFY(screen.read([&] { last->click(); }));
        QCOMPARE(screen.page->range(), (DayRange{{2026, 10, 1}, {2026, 10, 31}}));
    }

    void tooManyDaysBecomeWeeks()
    {
        Screen screen(m_theme);
        QVERIFY(screen.open());
        QVERIFY(screen.read([&] { screen.page->chooseRange({{2024, 1, 1}, {2026, 11, 21}}); }));
        QVERIFY(screen.read([&] { screen.page->chooseGranularity(Granularity::Day); }));
        QCOMPARE(screen.page->report().query.granularity, Granularity::Week);
        QVERIFY(screen.toast().contains(u"weeks"_s));
    }

    void aBurstOfChangesIsReadOnceAndKeepsThePlace()
    {
        Screen screen(m_theme);
        QVERIFY(screen.open());
        screen.chart().setFocus(Qt::TabFocusReason);
        QTest::keyClick(&screen.chart(), Qt::Key_Home);
        QTest::keyClick(&screen.chart(), Qt::Key_Right);
        const Money before = screen.chart().bars().constLast().booked;
        const int asked = int(screen.sales.queries.size());
        screen.sales.orders.append({.sale = {.goods = {777'000}, .units = 1, .createdAt = screen.clock.now()},
                                    .product = screen.sales.orders.constFirst().product,
                                    .productName = u"Baru"_s});
        QVERIFY(screen.read([&] {
            for (int i = 0; i < 20; ++i)
                screen.sales.change();
            QVERIFY(screen.chart().isVisible());
        }));
        QCOMPARE(screen.chart().bars().constLast().booked.rupiah, before.rupiah + 777'000);
        QCOMPARE(int(screen.sales.queries.size()), asked + 1);
        QCOMPARE(screen.chart().current(), 1);
        QVERIFY(screen.chart().isVisible());
    }

    void aHiddenPageWaitsUntilItIsSeen()
    {
        Screen screen(m_theme);
        QVERIFY(screen.open());
        screen.page->hide();
        const int asked = screen.sales.summaries;
        screen.sales.change();
        QTest::qWait(600);
        QCOMPARE(screen.sales.summaries, asked);
        QVERIFY(screen.read([&] { screen.page->show(); }));
        QCOMPARE(screen.sales.summaries, asked + 1);
    }

    void aShopWithoutSalesSaysSo()
    {
        Screen screen(m_theme, false);
        QVERIFY(screen.open());
        QTRY_VERIFY(screen.find<QWidget>(u"nothingSold"_s)->isVisible());
        QVERIFY(!screen.chart().isVisible());
        QVERIFY(!screen.find<QWidget>(u"exportButton"_s)->isEnabled());

        // Without products the orders are as empty as this page.
        auto* nothing = screen.find<EmptyState>(u"nothingSold"_s);
        QSignalSpy products(screen.page.get(), &AnalyticsPage::newProductRequested);
        QSignalSpy orders(screen.page.get(), &AnalyticsPage::ordersRequested);
        Q_EMIT nothing->chosen(0);
        QCOMPARE(products.size(), 1);
        screen.sales.stockVariants = 3;
        QVERIFY(screen.read([&] { screen.sales.change(); }));
        Q_EMIT nothing->chosen(0);
        QCOMPARE(products.size(), 1);
        QCOMPARE(orders.size(), 1);
    }

    void failingToReadOffersAnotherTry()
    {
        Screen screen(m_theme);
        screen.sales.problem = u"The file is gone."_s;
        screen.page->show();
        auto* failed = screen.find<EmptyState>(u"salesUnreadable"_s);
        QTRY_VERIFY(failed->isVisible());
        screen.sales.problem.clear();
        QVERIFY(screen.read([&] { Q_EMIT failed->chosen(0); }));
        QTRY_VERIFY(screen.chart().isVisible());

        screen.sales.problem = u"The file is gone."_s;
        screen.sales.change();
        auto* banner = screen.page->findChild<Banner*>();
        QTRY_VERIFY(banner->isVisible());
        QVERIFY(screen.chart().isVisible()); // what was read stays in sight
        screen.sales.problem.clear();
        QVERIFY(screen.read([&] { Q_EMIT banner->linkActivated(); }));
        QTRY_VERIFY(!banner->isVisible());
    }

    void slowReadingIsSaid()
    {
        Screen screen(m_theme);
        screen.sales.held = true;
        screen.page->show();
        QTRY_VERIFY(screen.find<QWidget>(u"salesReading"_s)->isVisible());
    }

    void exportsHoldWhatIsShown()
    {
        Screen screen(m_theme);
        QVERIFY(screen.open());
        QTemporaryDir folder;
        screen.page->exportTo(SalesExport::Csv, folder.filePath(u"a.csv"_s));
        QVERIFY(screen.toast().contains(u"a.csv"_s));
        const QList<QStringList> rows = readCsv(folder.filePath(u"a.csv"_s));
        QCOMPARE(rows.size(), 31);
        QCOMPARE(rows.at(1).at(0), u"2026-10-23"_s);
        qint64 booked = 0;
        for (int i = 1; i < int(rows.size()); ++i)
            booked += rows.at(i).at(2).toLongLong();
        QCOMPARE(booked, screen.page->report().total.booked.rupiah);

        screen.page->exportTo(SalesExport::Excel, folder.filePath(u"b.xlsx"_s));
        QVERIFY(startOf(folder.filePath(u"b.xlsx"_s)).startsWith("PK"));
        screen.page->exportTo(SalesExport::Pdf, folder.filePath(u"c.pdf"_s));
        QVERIFY(startOf(folder.filePath(u"c.pdf"_s)).startsWith("%PDF"));
        screen.page->exportTo(SalesExport::Png, folder.filePath(u"d.png"_s));
        const QImage picture(folder.filePath(u"d.png"_s));
        QCOMPARE(picture.size(), QSize(2'240, 1'120));
        int ink = 0;
        for (int x = 0; x < picture.width(); x += 2)
            ink += picture.pixelColor(x, 860) == tokensOf(Palette::Light).bar ? 1 : 0;
        QVERIFY2(ink > 100, "the picture holds no bars");
        // The topmost gridline lies under its word and reaches across the plot.
        int line = 0;
        for (int x = picture.width() / 2; x < picture.width(); ++x)
            line += picture.pixelColor(x, 404) == tokensOf(Palette::Light).rowLine ? 1 : 0;
        QVERIFY2(line > picture.width() / 3, qPrintable(QString::number(line)));

        screen.page->exportTo(SalesExport::Csv, folder.filePath(u"nowhere/e.csv"_s));
        QVERIFY2(screen.toast().contains(u"could not be saved"_s), qPrintable(screen.toast()));
    }

    void theMenuNamesEveryFile()
    {
        Screen screen(m_theme);
        QVERIFY(screen.open());
        screen.find<QAbstractButton>(u"exportButton"_s)->click();
        auto* menu = screen.find<QMenu>(u"exportMenu"_s);
        QVERIFY(menu);
        int entries = 0;
        for (const QAction* action : menu->actions())
            entries += action->isSeparator() ? 0 : 1;
        QCOMPARE(entries, 4);
        menu->close();
    }

    void numbersAreWrittenAsPeopleReadThem()
    {
        QCOMPARE(changePermille(43'526'160, 36'987'160), std::optional<qint64>(177));
        QCOMPARE(changePermille(5, 0), std::nullopt);
        QCOMPARE(changePermille(0, 10), std::optional<qint64>(-1'000));
        QCOMPARE(percentText(177, true), u"+17.7%"_s);
        QCOMPARE(percentText(-340), u"\u221234%"_s);
        QCOMPARE(percentText(12'346, true), u"+1,235%"_s);
        QCOMPARE(shareText(1, 1'000), u"<1%"_s);
        QCOMPARE(shareText(270, 318), u"85%"_s);
        QCOMPARE(axisMoney(0), u"0"_s);
        QCOMPARE(axisMoney(500'000), u"500K"_s);
        QCOMPARE(axisMoney(2'500'000), u"2.5M"_s);
        QCOMPARE(axisMoney(3'000'000'000), u"3B"_s);
        QCOMPARE(gridStep(0), 1);
        QCOMPARE(gridStep(3'782'000), 1'000'000);
        QCOMPARE(gridStep(9'900'000), 2'500'000);
        QCOMPARE(gridStep(999'999'999'999), 250'000'000'000);
        QCOMPARE(rangeText({{2026, 10, 23}, {2026, 11, 21}}), u"23 Oct – 21 Nov 2026"_s);
        QCOMPARE(rangeText({{2025, 12, 1}, {2026, 11, 21}}), u"1 Dec 2025 – 21 Nov 2026"_s);
        QCOMPARE(axisDate({2026, 1, 1}, Granularity::Month), u"Jan 2026"_s);
        const tests::IndonesianWords indonesian;
        QVERIFY(qApp->installTranslator(const_cast<tests::IndonesianWords*>(&indonesian)));
        QCOMPARE(percentText(177, true), u"+17,7\u00A0%"_s);
        QCOMPARE(rangeText({{2026, 10, 23}, {2026, 11, 21}}), u"23 Okt – 21 Nov 2026"_s);
        qApp->removeTranslator(const_cast<tests::IndonesianWords*>(&indonesian));
    }

    void aYearOfDaysIsDrawnWhole()
    {
        Screen screen(m_theme);
        QVERIFY(screen.open());
        QVERIFY(screen.read([&] { screen.page->chooseRange({{2025, 11, 22}, {2026, 11, 21}}); }));
        QVERIFY(screen.read([&] { screen.page->chooseGranularity(Granularity::Day); }));
        QCOMPARE(screen.chart().bars().size(), 365);
        const QImage image = screen.chart().grab().toImage();
        const QRectF plot = screen.chart().plot();
        int ink = 0;
        const int y = qRound(plot.bottom()) - 4;
        for (int x = qRound(plot.left()); x < qRound(plot.right()); ++x)
            ink += image.pixelColor(x, y) == m_theme.tokens().bar ? 1 : 0;
        QVERIFY2(ink > int(plot.width()) / 2, qPrintable(QString::number(ink)));
        QCOMPARE(screen.chart().column(364).right(), plot.right());
    }

    void theBarsOfARealReplicaEqualARecount()
    {
        testing::Desk desk;
        desk.fill(200);
        QList<tests::SoldOrder> sold;
        const QList<tests::SoldOrder> sample = tests::sampleSales(desk.clock.now(), 400);
        for (const tests::SoldOrder& one : sample) {
            const protocol::OrderRow row{
                .number = u"#%1"_s.arg(10'001 + sold.size()),
                .checkout = desk.ids.make<OrderId>().toString(),
                .store = desk.ids.make<StoreId>(),
                .storeName = u"Toko"_s,
                .customer = desk.ids.make<UserId>(),
                .customerName = u"Dewi Lestari"_s,
                .status = one.sale.status,
                .lines = {{.product = desk.product(0),
                           .variant = desk.variant(0),
                           .sku = u"SKU"_s,
                           .name = u"Kemeja Batik"_s,
                           .unitPrice = {one.sale.goods.rupiah / one.sale.units},
                           .quantity = qint32(one.sale.units),
                           .lineTotal = one.sale.goods}},
                .subtotal = one.sale.goods,
                .shippingCost = {9'000},
                .total = {one.sale.goods.rupiah + 9'000},
                .paymentMethod = u"COD"_s,
                .createdAt = one.sale.createdAt,
                .deliveredAt = one.sale.deliveredAt};
            desk.space.put(protocol::table::orders, desk.ids.make<OrderId>().toString(), row.toJson());
            sold.append(one);
        }
        QVERIFY(desk.pull());
        auto lane = std::make_unique<replica::RecordLane>(desk.replica->databaseFile());
        replica::SalesSource source(*lane);
        tests::KeptSettings settings;
        {
            AnalyticsPage page(m_theme, {source, desk.clock, settings});
            page.resize(1'224, 872);
            QSignalSpy reported(&source, &ports::SalesReader::reported);
            page.show();
            QTRY_VERIFY_WITH_TIMEOUT(!reported.isEmpty(), Patience);
            for (const auto preset : {RangePreset::Month, RangePreset::Year}) {
                reported.clear();
                page.choosePreset(preset);
                QTRY_VERIFY_WITH_TIMEOUT(!reported.isEmpty(), Patience);
                const auto* chart = page.findChild<RevenueChart*>();
                qint64 sum = 0;
                for (const RevenueBar& bar : chart->bars()) {
                    QCOMPARE(bar.booked.rupiah, recount(sold, bar.days, false));
                    QCOMPARE(bar.settled.rupiah, recount(sold, bar.days, true));
                    sum += bar.booked.rupiah;
                }
                QVERIFY(sum > 0);
            }
        }
        lane.reset(); // the lane ends before the source
    }
};

QTEST_MAIN(AnalyticsPageTest)
#include "analytics_page_test.moc"
