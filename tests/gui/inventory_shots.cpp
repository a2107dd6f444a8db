// SPDX-License-Identifier: GPL-3.0-or-later
// The stock page as people see it, for eyes: belanjain_inventory_shots DIR
#include "common/theme.h"
#include "gui/indonesian_words.h"
#include "gui/inventory_stage.h"
#include "gui/sample_stock.h"
#include "inventory/cell_editing.h"
#include "inventory/cell_editor.h"
#include "inventory/inventory_view.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QScrollBar>
#include <QTest>
#include <QTextStream>

using namespace belanjain;
using namespace belanjain::ui;
using namespace Qt::StringLiterals;

namespace {

/// Puts the page on screen and takes its picture.
struct Stage : tests::InventoryStage
{
    Stage(const Theme& theme, int plain, bool filled)
        : InventoryStage(theme)
    {
        if (filled)
            tests::fillSampleStock(shop, plain);
        page.show();
        page.start();
        page.showQuery({.sort = ports::InventorySort::Category});
        wait();
    }

    static void wait(int ms = 400) { QTest::qWait(ms); }
    void save(const QString& file) { page.grab().save(file); }
};

void shoot(const Theme& theme, const QDir& dir, const QString& suffix)
{
    Stage stage(theme, 326, true);
    auto* view = stage.page.view();
    view->setFocus();
    stage.save(dir.filePath(u"plain-"_s + suffix));
    stage.page.model().setMarked(13, 15, true);
    Q_EMIT view->explanationAsked(view->cell(10, tables::InventoryColumn::Available), false);
    Stage::wait(50);
    stage.save(dir.filePath(u"rejected-"_s + suffix));
    view->moveCurrent(view->cell(2, tables::InventoryColumn::Available));
    view->editing()->open(view->cell(2, tables::InventoryColumn::Available), u"+5"_s);
    Stage::wait(50);
    stage.save(dir.filePath(u"editing-"_s + suffix));
    view->editing()->editor()->setText(u"-14"_s);
    view->editing()->commit();
    Stage::wait(50);
    stage.save(dir.filePath(u"bad-"_s + suffix));
    view->editing()->giveUp();
    stage.page.findChild<QWidget*>(u"bulkAddStock"_s)->setFocus();
    QTest::keyClick(stage.page.findChild<QWidget*>(u"bulkAddStock"_s), Qt::Key_Space);
    Stage::wait(50);
    stage.save(dir.filePath(u"bulk-"_s + suffix));
    QTest::keyClick(stage.page.findChild<QWidget*>(u"numberPanelField"_s), Qt::Key_Escape);
    QTest::keyClick(stage.page.findChild<QWidget*>(u"bulkSetToZero"_s), Qt::Key_Space);
    Stage::wait();
    stage.save(dir.filePath(u"toast-"_s + suffix));
    stage.page.findChild<QAbstractButton*>(u"columnButton"_s)->click();
    Stage::wait(50);
    auto* menu = stage.page.findChild<QWidget*>(u"columnMenu"_s);
    menu->grab().save(dir.filePath(u"columns-"_s + suffix));
    menu->close();
    stage.page.model().markAll(false);
    stage.page.showQuery({.search = u"qqq"_s});
    Stage::wait();
    stage.save(dir.filePath(u"nothing-"_s + suffix));

    Stage empty(theme, 0, false);
    empty.save(dir.filePath(u"empty-"_s + suffix));
}

/// Frames of a smooth scroll, painted in full, for a look at how fast painting is.
void timeScrolling(const Theme& theme)
{
    Stage stage(theme, 5000, true);
    auto* bar = stage.page.view()->verticalScrollBar();
    QList<double> frames;
    for (int step = 0; step < 600; ++step) {
        QElapsedTimer timer;
        timer.start();
        bar->setValue(bar->value() + 23);
        stage.page.view()->viewport()->repaint();
        frames.append(double(timer.nsecsElapsed()) / 1e6);
        QCoreApplication::processEvents();
    }
    std::sort(frames.begin(), frames.end());
    QTextStream(stdout) << "scroll frame p50 " << frames[300] << " ms, p99 " << frames[594] << " ms\n";
}

} // namespace

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    Theme theme;
    theme.apply(app);
    const QDir dir(app.arguments().value(1, u"."_s));
    dir.mkpath(u"."_s);
    const tests::IndonesianWords words;
    for (const bool dark : {false, true}) {
        theme.setMode(dark ? Theme::Mode::Dark : Theme::Mode::Light);
        for (const bool indonesian : {true, false}) {
            if (indonesian)
                QCoreApplication::installTranslator(const_cast<tests::IndonesianWords*>(&words));
            shoot(theme, dir,
                  u"%1-%2.png"_s.arg(indonesian ? u"id"_s : u"en"_s, dark ? u"dark"_s : u"light"_s));
            QCoreApplication::removeTranslator(const_cast<tests::IndonesianWords*>(&words));
        }
    }
    timeScrolling(theme);
    return 0;
}
