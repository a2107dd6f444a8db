// SPDX-License-Identifier: GPL-3.0-or-later
// The whole desktop over a store's replica, its marketplace unreachable. Starts itself again as a process of
// its own for every measurement, so that memory and start-up are those of the program and not of the making
// of its data. usage: desktop_bench [variants of the start] [variants of the inventory]
#include "bench/measure.h"
#include "desktop.h"
#include "engine/session/account_folders.h"
#include "inventory/cell_editing.h"
#include "inventory/inventory_page.h"
#include "inventory/inventory_view.h"
#include "replica/replica.h"
#include "support/generated_rows.h"

#include <QDir>
#include <QProcess>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <ctime>

using namespace belanjain;
using namespace belanjain::bench;
using namespace Qt::StringLiterals;
using tables::InventoryColumn;
using tables::InventoryModel;

namespace
{

double monotonicMs()
{
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

/// Measures how long the GUI thread is busy with one event.
class Application : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject* receiver, QEvent* event) override
    {
        if (QThread::currentThread() != thread())
            return QApplication::notify(receiver, event); // the replica's threads are not held to a frame
        if (m_depth++ == 0)
            m_timer.start();
        const bool handled = QApplication::notify(receiver, event);
        if (--m_depth == 0)
            longest = std::max(longest, milliseconds(m_timer));
        return handled;
    }

    double longest = 0;

private:
    QElapsedTimer m_timer;
    int m_depth = 0;
};

/// Knows when the table has been painted with rows in it.
class PaintWatch : public QObject
{
public:
    explicit PaintWatch(ui::InventoryPage& page) : m_page(page) { page.view()->viewport()->installEventFilter(this); }

    double paintedAt = 0; ///< 0: not since it was set to that
    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() == QEvent::Paint && paintedAt == 0 && showsRows())
            QMetaObject::invokeMethod(this, [this] { paintedAt = monotonicMs(); }, Qt::QueuedConnection);
        return false;
    }
    bool showsRows() const
    {
        const InventoryModel& model = m_page.model();
        const int top = m_page.view()->rowAt(1);
        return model.rowCount() > 0 && top >= 0 && model.shown(model.rowNumber(top));
    }

private:
    ui::InventoryPage& m_page;
};

/// A data folder as the program leaves it: signed in to a marketplace that does not answer any more.
void prepare(const QString& folder, int variants)
{
    const QUrl marketplace(u"http://127.0.0.1:9"_s);
    const ports::SystemClock clock;
    testing::SeededRandom random;
    ports::IdFactory ids(clock, random);
    const ports::Account account{.user = ids.make<UserId>(),
                                 .name = u"Rina"_s,
                                 .email = u"rina@tokojakbar.id"_s,
                                 .seller = true,
                                 .store = ids.make<StoreId>(),
                                 .storeName = u"Toko Uji"_s,
                                 .marketplace = marketplace};
    const engine::AccountFolders folders(folder);
    if (!folders.remember({account, false}))
        qFatal("the account cannot be remembered");
    app::Settings settings(folder);
    settings.setHome(app::Settings::Home::Elsewhere, marketplace);
    settings.setLanguage(Language::Indonesian);

    auto replica = replica::Replica::open(folders.replicaFile(account, false), clock, ids).value();
    auto builder = replica->beginSnapshot(testing::GeneratedRows::head(1, variants)).value();
    testing::GeneratedRows rows(1, variants);
    while (const auto row = rows.next()) {
        if (!builder->add(*row))
            qFatal("a row cannot be loaded");
    }
    if (!replica->swapIn(std::move(builder))->applied)
        qFatal("the replica cannot be loaded");
}

/// Says what it measured: each figure as "key value" on a line of stdout.
void say(const char* key, double value) { std::printf("%s %.3f\n", key, value); }

void jumpAndScroll(ui::InventoryPage& page)
{
    ui::InventoryView& view = *page.view();
    QScrollBar& bar = *view.verticalScrollBar();
    waitUntil("the whole order", [&] { return page.model().isOrdered(); });
    QTest::qWait(200);
    PaintWatch watch(page);
    for (int run = 0; run < 5; ++run) {
        const double start = monotonicMs();
        watch.paintedAt = 0;
        bar.setValue(bar.maximum());
        waitUntil("the end", [&] { return watch.paintedAt > 0; });
        say("jump", watch.paintedAt - start);
        bar.setValue(0);
        waitUntil("the top", [&] { return watch.showsRows(); });
    }
    // Back to somewhere that is not in the cache, then frame by frame as a touchpad does.
    bar.setValue(bar.maximum() / 3);
    waitUntil("rows", [&] { return watch.showsRows(); });
    for (int frame = 0; frame < 1'500; ++frame) {
        QElapsedTimer timer;
        timer.start();
        bar.setValue(bar.value() + 23);
        view.viewport()->repaint();
        say("frame", milliseconds(timer));
        QCoreApplication::processEvents();
    }
    bar.setValue(0);
    waitUntil("the top", [&] { return watch.showsRows(); });
}

void search(ui::InventoryPage& page)
{
    PaintWatch watch(page);
    for (const QString& text : {u"kaos merah"_s, u"sepatu pria hitam"_s, u"jum'at"_s, u"café premium"_s, u"kemeja batik 17"_s,
                                u"abu-abu xl"_s, u"lampu kabel"_s, u"KAO-0123"_s, u"kursi lokal 19"_s}) {
        for (qsizetype n = 1; n <= text.size(); ++n) {
            bool firstPage = false;
            const auto reset = QObject::connect(&page.model(), &QAbstractItemModel::modelReset, [&] { firstPage = true; });
            const auto laid = QObject::connect(&page.model(), &QAbstractItemModel::layoutChanged, [&] { firstPage = true; });
            const auto state = QObject::connect(&page.model(), &InventoryModel::ordered, [&] { firstPage = true; });
            const double start = monotonicMs();
            page.model().setQuery({.search = text.left(n)});
            waitUntil("an answer", [&] { return firstPage; });
            watch.paintedAt = 0;
            page.view()->viewport()->repaint();
            say("search", monotonicMs() - start);
            for (const auto& one : {reset, laid, state})
                QObject::disconnect(one);
            waitUntil("the order", [&] { return page.model().isOrdered(); });
        }
    }
    page.model().setQuery({});
    waitUntil("the order", [&] { return page.model().isOrdered() && watch.showsRows(); });
}

void edit(ui::InventoryPage& page, Application& application)
{
    ui::InventoryView& view = *page.view();
    QTest::qWait(300);
    for (int n = 0; n < 200; ++n) {
        const QModelIndex cell = view.cell(n, n % 2 == 0 ? InventoryColumn::Available : InventoryColumn::Price);
        view.moveCurrent(cell);
        waitUntil("the row", [&] { return page.model().shownAt(n) != nullptr; });
        application.longest = 0;
        const qint64 price = page.model().shownAt(n)->price.rupiah;
        if (!view.editing()->open(cell, n % 2 == 0 ? u"+3"_s : QString::number(price + 500)))
            qFatal("the editor does not open");
        bool settled = false;
        const auto connection = QObject::connect(&page.model(), &InventoryModel::settled, [&](quint64, const tables::EditReport& report) {
            if (report.applied != 1)
                qFatal("the edit was refused");
            settled = true;
        });
        const double start = monotonicMs();
        QTest::keyClick(view.editing()->editor(), Qt::Key_Return);
        waitUntil("the edit", [&] { return settled; });
        say("edit", monotonicMs() - start);
        QCoreApplication::processEvents();
        say("hold", application.longest);
        QObject::disconnect(connection);
        view.editing()->giveUp(); // Return went on to the next row
    }
}

/// One life of the program. `started` is when its process was.
int live(int argc, char** argv, const QString& folder, double started, bool thorough)
{
    Application application(argc, argv);
    app::Desktop desktop(application, {.dataDir = folder, .offline = true});
    const double shown = monotonicMs();
    desktop.start(); // shows the window, opens the replica, asks for the rows
    ui::InventoryPage* page = nullptr;
    waitUntil("the workspace", [&] { return (page = desktop.window().findChild<ui::InventoryPage*>()) != nullptr; });
    PaintWatch watch(*page);
    waitUntil("rows", [&] { return watch.paintedAt > 0; });
    say("start", watch.paintedAt - started);
    say("rows", watch.paintedAt - shown);
    if (thorough) {
        jumpAndScroll(*page);
        search(*page);
        edit(*page, application);
        say("memory", memoryMB("VmHWM"));
    }
    return 0;
}

using Figures = QHash<QByteArray, QList<double>>;

void relive(const QString& folder, bool thorough, Figures& figures)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(),
                  {u"--live"_s, folder, QString::number(monotonicMs(), 'f', 3), thorough ? u"1"_s : u"0"_s});
    process.waitForFinished(-1);
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        qFatal("the desktop ended badly");
    const auto lines = process.readAllStandardOutput().split('\n');
    for (const QByteArray& line : lines) {
        const auto parts = line.split(' ');
        if (parts.size() == 2)
            figures[parts[0]] << parts[1].toDouble();
    }
}

QString folderWith(const QTemporaryDir& root, int variants)
{
    const QString folder = root.filePath(QString::number(variants));
    QProcess::execute(QCoreApplication::applicationFilePath(), {u"--prepare"_s, folder, QString::number(variants)});
    return folder;
}

} // namespace

int main(int argc, char** argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    if (argc == 5 && qstrcmp(argv[1], "--live") == 0)
        return live(argc, argv, QString::fromLocal8Bit(argv[2]), atof(argv[3]), *argv[4] == '1');
    QCoreApplication application(argc, argv);
    if (argc == 4 && qstrcmp(argv[1], "--prepare") == 0) {
        prepare(QString::fromLocal8Bit(argv[2]), atoi(argv[3]));
        return 0;
    }
    const int few = argc > 1 ? atoi(argv[1]) : 100'000;
    const int many = argc > 2 ? atoi(argv[2]) : 1'000'000;
    const QTemporaryDir root;
    {
        const QString folder = folderWith(root, few);
        Figures figures;
        for (int run = 0; run < 7; ++run)
            relive(folder, false, figures);
        report(u"start to a usable window, %1 variants"_s.arg(few), median(figures["start"]), u"ms"_s, u"<= 500"_s);
    }
    const QString folder = folderWith(root, many);
    Figures figures;
    for (int run = 0; run < 3; ++run)
        relive(folder, false, figures);
    relive(folder, true, figures);
    const QString of = u"%1 variants: "_s.arg(many);
    report(of + u"opening it, to first rows painted"_s, median(figures["rows"]), u"ms"_s, u"<= 100"_s);
    report(of + u"jump to the end, the slowest"_s, percentile(figures["jump"], 1), u"ms"_s, u"<= 50"_s);
    report(of + u"smooth scroll frame p99"_s, percentile(figures["frame"], 0.99), u"ms"_s, u"<= 8"_s);
    report(of + u"whole program's memory (peak)"_s, figures["memory"].value(0), u"MB"_s, u"<= 120"_s);
    report(of + u"search as you type, query to rows painted, p95"_s, percentile(figures["search"], 0.95), u"ms"_s, u"<= 30"_s);
    report(u"inline edit, Return to durable, p50"_s, median(figures["edit"]), u"ms"_s);
    report(u"inline edit, Return to durable, p99"_s, percentile(figures["edit"], 0.99), u"ms"_s, u"<= 20"_s);
    report(u"inline edit, longest hold of the GUI thread"_s, percentile(figures["hold"], 1), u"ms"_s, u"<= 16"_s);
    return 0;
}
