// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/button.h"
#include "common/choices.h"
#include "common/link_button.h"
#include "common/messages.h"
#include "common/popover.h"
#include "common/theme.h"
#include "gui/indonesian_words.h"
#include "gui/inventory_stage.h"
#include "inventory/cell_editing.h"
#include "inventory/cell_editor.h"
#include "inventory/inventory_empty_states.h"
#include "inventory/inventory_header.h"
#include "inventory/inventory_view.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QHelpEvent>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>

using namespace belanjain;
using namespace belanjain::ui;
using namespace Qt::StringLiterals;
using tables::InventoryColumn;

namespace {

/// Twelve variants of a small shop on screen, the table in focus.
struct Screen : tests::InventoryStage
{
    explicit Screen(const Theme& theme, int plain = 8)
        : InventoryStage(theme)
    {
        shop.add({.productName = u"Apron"_s,
                  .optionsLabel = u"Putih"_s,
                  .sku = u"APR"_s,
                  .category = u"Dapur"_s,
                  .price = {38'000},
                  .onHand = 46,
                  .reserved = 4,
                  .threshold = 10});
        shop.add({.productName = u"Grill"_s,
                  .sku = u"GRL"_s,
                  .category = u"Dapur"_s,
                  .price = {295'000},
                  .onHand = 13,
                  .threshold = 10});
        shop.add({.productName = u"Knife"_s,
                  .sku = u"KNF"_s,
                  .category = u"Dapur"_s,
                  .price = {139'900},
                  .onHand = 11,
                  .reserved = 3,
                  .threshold = 10});
        shop.add({.productName = u"Pump"_s,
                  .sku = u"PMP"_s,
                  .category = u"Rumah"_s,
                  .price = {34'900},
                  .onHand = 6,
                  .reserved = 6,
                  .threshold = 10});
        shop.addMany(plain);
    }

    bool open()
    {
        page.show();
        page.start();
        QSignalSpy ordered(&page.model(), &tables::InventoryModel::ordered);
        const bool done = ordered.wait();
        view().setFocus();
        return done && QTest::qWaitForWindowExposed(&page);
    }

    InventoryView& view() { return *page.view(); }
    CellEditor* editor() { return view().editing()->editor(); }
    void goTo(int row, InventoryColumn column) { view().moveCurrent(view().cell(row, column)); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget* target = editor() ? static_cast<QWidget*>(editor()) : static_cast<QWidget*>(&view());
        QTest::keyClick(target, key, modifiers);
    }
    void type(const QString& text)
    {
        for (const QChar c : text)
            QTest::keyClick(editor() ? static_cast<QWidget*>(editor()) : &view(), c.toLatin1());
    }
    QString text(int row, InventoryColumn column) { return view().cell(row, column).data().toString(); }
    template<class Widget>
    Widget* find(const QString& name)
    {
        return page.findChild<Widget*>(name);
    }
    void click(int row, InventoryColumn column, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::mouseClick(view().viewport(), Qt::LeftButton, modifiers,
                          view().visualRect(view().cell(row, column)).center());
    }
};

} // namespace

class InventoryTest : public QObject
{
    Q_OBJECT

private:
    Theme m_theme;

private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }

    void typingOverAValueSavesItAndMovesDown()
    {
        Screen screen(m_theme);
        QVERIFY(screen.open());
        screen.goTo(1, InventoryColumn::Available);
        screen.type(u"20"_s);
        QVERIFY(screen.editor());
        QCOMPARE(screen.editor()->text(), u"20"_s);
        QCOMPARE(screen.editor()->preview(), u"+7"_s);
        screen.key(Qt::Key_Return);
        QVERIFY(!screen.editor());
        QCOMPARE(screen.view().currentIndex(), screen.view().cell(2, InventoryColumn::Available));
        QCOMPARE(screen.text(1, InventoryColumn::Available), u"20"_s);
        QTRY_COMPARE(screen.shop.row(2).onHand, 20);
    }

    void aSignChangesAndThePreviewSaysWhatComesOut()
    {
        Screen screen(m_theme);
        QVERIFY(screen.open());
        screen.goTo(0, InventoryColumn::Available);
        screen.type(u"+5"_s);
        QCOMPARE(screen.editor()->preview(), u"= 47"_s);
        screen.key(Qt::Key_Return);
        QTRY_COMPARE(screen.shop.row(1).onHand, 51);
        screen.type(u"-3"_s); // the next row
        QCOMPARE(screen.editor()->preview(), u"= 10"_s);
        screen.key(Qt::Key_Return, Qt::ShiftModifier);
        QTRY_COMPARE(screen.shop.row(2).onHand, 10);
        QCOMPARE(screen.view().currentIndex().row(), 0);
    }

    void tabGoesToTheNextCellThatCanBeEdited()
    {
        Screen screen(m_theme);
        QVERIFY(screen.open());
        screen.goTo(0, InventoryColumn::Price);
        screen.key(Qt::Key_F2);
        QCOMPARE(screen.editor()->text(), u"38.000"_s);
        QVERIFY(screen.editor()->hasSelectedText());
        screen.type(u"39rb"_s);
        QCOMPARE(screen.editor()->preview(), u"= 39.000"_s);
        screen.key(Qt::Key_Tab);
        QVERIFY(screen.editor());
        QCOMPARE(screen.view().currentIndex(), screen.view().cell(0, InventoryColumn::OnHand));
        screen.key(Qt::Key_Tab);
        QCOMPARE(screen.view().currentIndex(), screen.view().cell(0, InventoryColumn::Available));
        screen.key(Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(screen.view().currentIndex(), screen.view().cell(0, InventoryColumn::OnHand));
        screen.key(Qt::Key_Escape);
        QVERIFY(!screen.editor());
        QVERIFY(screen.view().hasFocus());
        QTRY_COMPARE(screen.shop.row(1).price.rupiah, 39'000);
        QCOMPARE(screen.shop.sink.batches.size(), 1);
    }

    void escapeGivesUp()
    {
        Screen screen(m_theme);
        QVERIFY(screen.open());
        screen.goTo(0, InventoryColumn::Available);
        screen.type(u"99"_s);
        screen.key(Qt::Key_Escape);
        QVERIFY(!screen.editor());
        QCOMPARE(screen.text(0, InventoryColumn::Available), u"42"_s);
        QVERIFY(screen.shop.sink.batches.isEmpty());
    }

    void aBadValueKeepsTheEditorAndSaysWhy()
    {
        Screen screen(m_theme);
        QVERIFY(screen.open());
        screen.goTo(1, InventoryColumn::Available);
        screen.type(u"-14"_s);
        CellMessage* message = screen.view().editing()->message();
        QVERIFY(!message->isVisible()); // nobody is told off while typing
        screen.key(Qt::Key_Return);
        QVERIFY(screen.editor());
        QVERIFY(screen.editor()->isBad());
        QVERIFY(message->isVisible());
        QVERIFY2(message->text().contains(u"13"), qPrintable(message->text()));
        QCOMPARE(screen.view().currentIndex().row(), 1);

        screen.click(4, InventoryColumn::Product); // elsewhere: the value still waits to be put right
        QVERIFY(screen.editor() && screen.editor()->hasFocus());

        screen.key(Qt::Key_Backspace);
        QVERIFY(!screen.editor()->isBad());
        QVERIFY(!message->isVisible());
        screen.key(Qt::Key_Return);
        QTRY_COMPARE(screen.shop.row(2).onHand, 12);
    }

    void whatTheReplicaRefusesIsExplainedUnderTheCell()
    {
        Screen screen(m_theme);
        QVERIFY(screen.open());
        screen.goTo(1, InventoryColumn::Sku);
        screen.type(u"apr"_s);
        screen.key(Qt::Key_Return);
        CellMessage* message = screen.view().editing()->message();
        QTRY_VERIFY(message->isVisible());
        QVERIFY2(message->text().contains(u"Apron"), qPrintable(message->text()));
        QCOMPARE(screen.text(1, InventoryColumn::Sku), u"GRL"_s);
    }

    void clickingElsewhereSaves()
    {
        Screen screen(m_theme);
        QVERIFY(screen.open());
        screen.goTo(1, InventoryColumn::Available);
        screen.type(u"15"_s);
        screen.click(3, InventoryColumn::Product);
        QVERIFY(!screen.editor());
        QTRY_COMPARE(screen.shop.row(2).onHand, 15);
        QCOMPARE(screen.view().currentIndex(), screen.view().cell(3, InventoryColumn::Product));
    }

    void anOpenEditorStaysWithItsRow()
    {
        Screen screen(m_theme);
        QVERIFY(screen.open());
        screen.goTo(2, InventoryColumn::Available);
        screen.type(u"9"_s);
        QSignalSpy ordered(&screen.page.model(), &tables::InventoryModel::ordered);
        screen.shop.remove(1);
        QVERIFY(ordered.wait());
        QVERIFY(screen.editor());
        QCOMPARE(screen.editor()->geometry(),
                 screen.view().visualRect(screen.view().cell(1, InventoryColumn::Available)));
        screen.key(Qt::Key_Return);
        QTRY_COMPARE(screen.shop.row(3).onHand, 12); // 9 over 8
    }

    void deleteDoesNothingDangerous()
    {
        Screen screen(m_theme);
        QVERIFY(screen.open());
        screen.goTo(0, InventoryColumn::Available);
        screen.key(Qt::Key_Delete);
        screen.key(Qt::Key_Backspace);
        QVERIFY(!screen.editor());
        QVERIFY(screen.shop.sink.batches.isEmpty());
    }

    void pastesABlockFromASpreadsheet()
    {
        Screen screen(m_theme);
        QVERIFY(screen.open());
        QApplication::clipboard()->setText(u"\"40.000\"\t50\r\ngratis\t20\r\n"_s);
        screen.goTo(0, InventoryColumn::Price);
        screen.key(Qt::Key_V, Qt::ControlModifier);
        QTRY_COMPARE(screen.shop.row(1).price.rupiah, 40'000);
        QCOMPARE(screen.shop.row(1).onHand, 50);
        QCOMPARE(screen.shop.row(2).onHand, 20);
        QCOMPARE(screen.shop.row(2).price.rupiah, 295'000);
        auto* toast = screen.find<Toast>(u"inventoryToast"_s);
        QVERIFY(toast->isVisible());
        QVERIFY2(toast->text().startsWith(u"3 cells changed. 1 left out: "_s), qPrintable(toast->text()));
        QCOMPARE(screen.shop.sink.batches.size(), 1);
    }

    void copiesTheSelectedBlock()
    {
        Screen screen(m_theme);
        QVERIFY(screen.open());
        screen.goTo(0, InventoryColumn::Price);
        screen.key(Qt::Key_Right, Qt::ShiftModifier);
        screen.key(Qt::Key_Down, Qt::ShiftModifier);
        screen.key(Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), u"38000\t46\n295000\t13\n"_s);
    }

    void fillsDownTheSelection()
    {
        Screen screen(m_theme);
        QVERIFY(screen.open());
        screen.goTo(0, InventoryColumn::Threshold);
        screen.page.model().setData(screen.view().cell(0, InventoryColumn::Threshold), u"25"_s);
        screen.key(Qt::Key_Down, Qt::ShiftModifier);
        screen.key(Qt::Key_Down, Qt::ShiftModifier);
        screen.key(Qt::Key_D, Qt::ControlModifier);
        QTRY_COMPARE(screen.shop.row(3).threshold, 25);
        QCOMPARE(screen.shop.row(2).threshold, 25);
        QCOMPARE(screen.shop.row(4).threshold, 10);
    }

    void undoesAndRedoesWithTheKeyboard()
    {
        Screen screen(m_theme);
        QVERIFY(screen.open());
        auto* undo = screen.find<Button>(u"undoButton"_s);
        QVERIFY(!undo->isEnabled());
        screen.goTo(1, InventoryColumn::Available);
        screen.type(u"20"_s);
        screen.key(Qt::Key_Return);
        QTRY_VERIFY(undo->isEnabled());
        screen.key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(screen.shop.row(2).onHand, 13);
        QTRY_VERIFY(screen.find<Button>(u"redoButton"_s)->isEnabled());
        screen.key(Qt::Key_Y, Qt::ControlModifier);
        QTRY_COMPARE(screen.shop.row(2).onHand, 20);
        QTRY_VERIFY(undo->isEnabled());
        screen.key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(screen.shop.row(2).onHand, 13);
        QTRY_VERIFY(screen.find<Button>(u"redoButton"_s)->isEnabled());
        screen.key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(screen.shop.row(2).onHand, 20);
    }

    void sortsByItsHeadAndStaysPutWhileEditing()
    {
        Screen screen(m_theme);
        QVERIFY(screen.open());
        auto* header = screen.view().header();
        const QPoint head(header->sectionViewportPosition(int(InventoryColumn::Price)) + 40, 10);
        QSignalSpy ordered(&screen.page.model(), &tables::InventoryModel::ordered);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, head);
        QVERIFY(ordered.wait());
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, head);
        QVERIFY(ordered.wait());
        QCOMPARE(screen.text(0, InventoryColumn::Product), u"Grill"_s);
        QCOMPARE(header->sortIndicatorOrder(), Qt::DescendingOrder);

        screen.goTo(0, InventoryColumn::Price);
        screen.type(u"1000"_s);
        screen.key(Qt::Key_Return);
        QTRY_COMPARE(screen.shop.row(2).price.rupiah, 1'000);
        QCOMPARE(screen.text(0, InventoryColumn::Product), u"Grill"_s);
        QCOMPARE(screen.settings.value(u"inventory/sort"_s).toString(), u"price:desc"_s);
    }

    void marksWithMouseAndKeyboardAndEmptiesInBulk()
    {
        Screen screen(m_theme);
        QVERIFY(screen.open());
        auto* bar = screen.page.findChild<BulkBar*>();
        QVERIFY(!bar->isVisible());
        screen.click(0, InventoryColumn::Mark);
        screen.click(2, InventoryColumn::Mark, Qt::ShiftModifier);
        QCOMPARE(screen.page.model().markedRows(), (QList<ports::RowNumber>{1, 2, 3}));
        QVERIFY(bar->isVisible());
        QSignalSpy totals(&screen.page, &InventoryPage::totalsChanged);
        QVERIFY(totals.wait());
        QCOMPARE(totals.constLast().constFirst().value<ports::InventoryTotals>().available, 42 + 13 + 8);

        QTest::mouseClick(screen.find<Button>(u"bulkSetToZero"_s), Qt::LeftButton);
        QTRY_COMPARE(screen.shop.row(1).available(), 0);
        QCOMPARE(screen.shop.row(1).onHand, 4);
        QCOMPARE(screen.shop.row(3).available(), 0);
        QTRY_VERIFY(screen.page.history().canUndo());
        screen.key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(screen.shop.row(1).onHand, 46);

        screen.goTo(5, InventoryColumn::Available);
        screen.key(Qt::Key_Space);
        QCOMPARE(screen.page.model().markedCount(), 4);
        screen.key(Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(screen.page.model().markedCount(), 12);
        screen.key(Qt::Key_Escape);
        QCOMPARE(screen.page.model().markedCount(), 0);
        QVERIFY(!bar->isVisible());
    }

    void asksForTheNumberBesideTheButton()
    {
        Screen screen(m_theme);
        QVERIFY(screen.open());
        screen.page.model().setMarked(0, 1, true);
        QTest::mouseClick(screen.find<Button>(u"bulkAddStock"_s), Qt::LeftButton);
        auto* field = screen.find<QLineEdit>(u"numberPanelField"_s);
        QVERIFY(field->isVisible());
        QTRY_VERIFY(field->hasFocus());
        QCOMPARE(screen.find<Button>(u"numberPanelSave"_s)->text(), u"Add to 2 variants"_s);
        QTest::keyClicks(field, u"lima"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(field->isVisible()); // says why and waits
        field->clear();
        QTest::keyClicks(field, u"5"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(!field->isVisible());
        QTRY_COMPARE(screen.shop.row(2).onHand, 18);
        QCOMPARE(screen.shop.row(1).onHand, 51);

        QTest::mouseClick(screen.find<Button>(u"bulkSetPrice"_s), Qt::LeftButton);
        QTest::keyClicks(field, u"12,5rb"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(screen.shop.row(2).price.rupiah, 12'500);
    }

    void theBannerLeadsToWhatRunsOut()
    {
        Screen screen(m_theme);
        QVERIFY(screen.open());
        auto* banner = screen.page.findChildren<Banner*>().constLast();
        QTRY_VERIFY(banner->isVisible());
        QSignalSpy ordered(&screen.page.model(), &tables::InventoryModel::ordered);
        QTest::mouseClick(banner->findChild<LinkButton*>(), Qt::LeftButton);
        QVERIFY(ordered.wait());
        QCOMPARE(screen.page.model().rowCount(), 2);
        QCOMPARE(screen.text(0, InventoryColumn::Product), u"Knife"_s);
        QCOMPARE(screen.find<QLabel>(u"pageSubtitle"_s)->text(), u"2 of 12 variants in Toko Jakarta Barat"_s);
        QSignalSpy restock(&screen.page, &InventoryPage::restockAsked);
        QTest::mouseClick(banner->findChild<LinkButton*>(), Qt::LeftButton);
        QCOMPARE(restock.size(), 1); // they are shown already: what is left is to order them
        QTest::mouseClick(banner->findChild<Button*>(), Qt::LeftButton);
        QVERIFY(!banner->isVisible());
        Q_EMIT screen.shop.reader.summarised({.variants = 12, .low = 2, .out = 1});
        QVERIFY(!banner->isVisible()); // closed for the day
        screen.clock.ms += 26 * 3600 * 1000;
        Q_EMIT screen.shop.reader.summarised({.variants = 12, .low = 2, .out = 1});
        QVERIFY(banner->isVisible());
    }

    void explainsARejectedEditAndDoesWhatIsDecided()
    {
        Screen screen(m_theme);
        screen.shop.row(1).rejected = ports::EditField::Stock;
        screen.shop.sync.rejections.append({.number = 7,
                                            .op = u"stock.adjust"_s,
                                            .code = u"would_be_negative"_s,
                                            .args = {{u"delta"_s, -60}},
                                            .current = {{u"onHand"_s, 46}, {u"reserved"_s, 4}},
                                            .variant = screen.shop.row(1).variant,
                                            .field = ports::EditField::Stock});
        QVERIFY(screen.open());
        auto* popover = screen.page.findChild<Popover*>(u"rejectionPopover"_s);
        screen.click(0, InventoryColumn::Sync);
        QTRY_VERIFY(popover->isVisible());
        QVERIFY(popover->findChild<QLabel*>()->text().contains(u"Only 42 were available"));
        QTest::mouseClick(popover->findChild<LinkButton*>(u"rejectionWay0"_s), Qt::LeftButton);
        QCOMPARE(screen.shop.sync.retried.size(), 1);
        QCOMPARE(screen.shop.sync.retried.constFirst().first, 7);
        QCOMPARE(screen.shop.sync.retried.constFirst().second->value(u"delta").toInt(), -42);
        QVERIFY(!popover->isVisible());

        // The same by keyboard: Return asks why and goes to the ways out, Esc comes back.
        screen.goTo(0, InventoryColumn::Available);
        screen.key(Qt::Key_Return);
        QTRY_VERIFY(popover->isVisible());
        auto* discard = popover->findChild<LinkButton*>(u"rejectionWay2"_s);
        QTRY_VERIFY(popover->isAncestorOf(QApplication::focusWidget()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!popover->isVisible());
        QVERIFY(screen.view().hasFocus());
        screen.key(Qt::Key_Return);
        QTRY_VERIFY(popover->isVisible());
        discard = popover->findChild<LinkButton*>(u"rejectionWay2"_s);
        QTest::mouseClick(discard, Qt::LeftButton);
        QCOMPARE(screen.shop.sync.dropped, QList<qint64>{7});
    }

    void speaksTheOtherLanguageAtOnce()
    {
        Screen screen(m_theme);
        QVERIFY(screen.open());
        QTRY_COMPARE(screen.find<QLabel>(u"pageSubtitle"_s)->text(), u"12 variants in Toko Jakarta Barat"_s);
        screen.shop.row(1).onHand = 1204;
        screen.shop.announce(1);
        QCOMPARE(screen.text(0, InventoryColumn::OnHand), u"1,204"_s);
        // What is said of a value that is being put right is said anew.
        screen.goTo(1, InventoryColumn::Available);
        screen.type(u"-14"_s);
        screen.key(Qt::Key_Return);
        const CellMessage* message = screen.view().editing()->message();
        const QString english = message->text();
        tests::IndonesianWords words;
        QCoreApplication::installTranslator(&words);
        QTRY_COMPARE(screen.find<QLabel>(u"pageTitle"_s)->text(), u"Stok"_s);
        QCOMPARE(screen.find<QLabel>(u"pageSubtitle"_s)->text(), u"12 varian di Toko Jakarta Barat"_s);
        QCOMPARE(screen.page.model().headerData(int(InventoryColumn::Available), Qt::Horizontal).toString(),
                 u"Tersedia"_s);
        QCOMPARE(screen.text(0, InventoryColumn::OnHand), u"1.204"_s);
        QVERIFY(message->isVisible() && message->text() != english);
        QCoreApplication::removeTranslator(&words);
        QTRY_COMPARE(screen.find<QLabel>(u"pageTitle"_s)->text(), u"Stock"_s);
        QCOMPARE(message->text(), english);
    }

    void scrollsToTheEndOfAHundredThousandRows()
    {
        Screen screen(m_theme, 100'000);
        QVERIFY(screen.open());
        QCOMPARE(screen.page.model().rowCount(), 100'004);
        screen.key(Qt::Key_End, Qt::ControlModifier);
        const int last = screen.page.model().rowCount() - 1;
        QTRY_COMPARE(screen.text(last, InventoryColumn::Product), u"Pump"_s);
        QCOMPARE(screen.view().currentIndex().row(), last);
        screen.goTo(last, InventoryColumn::Available);
        screen.type(u"+4"_s);
        screen.key(Qt::Key_Return);
        QTRY_COMPARE(screen.shop.row(4).onHand, 10);
        QVERIFY(screen.shop.reader.rowsFetched < 4000);
    }

    void keepsWhatIsOnScreenWhenRowsComeInAbove()
    {
        Screen screen(m_theme, 2000);
        QVERIFY(screen.open());
        auto* bar = screen.view().verticalScrollBar();
        bar->setValue(36 * 700 + 11);
        const int top = screen.view().rowAt(0);
        QTRY_VERIFY(!screen.text(top, InventoryColumn::Product).isEmpty());
        const QString before = screen.text(top, InventoryColumn::Product);
        QSignalSpy ordered(&screen.page.model(), &tables::InventoryModel::ordered);
        screen.shop.add({.productName = u"AAA"_s});
        Q_EMIT screen.shop.reader.orderStale();
        QVERIFY(ordered.wait());
        QCOMPARE(screen.text(screen.view().rowAt(0), InventoryColumn::Product), before);
        QCOMPARE(bar->value(), 36 * 701 + 11);
    }

    void saysWhenNothingIsThereOrFound()
    {
        tests::InventoryStage stage(m_theme);
        stage.page.show();
        stage.page.start();
        auto* empty = stage.page.view()->findChild<InventoryEmptyStates*>();
        QTRY_COMPARE(empty->kind(), InventoryEmptyStates::Kind::EmptyStore);
        QVERIFY(!stage.page.findChild<Button*>(u"categoryFilter"_s)->isEnabled());
        QVERIFY(!stage.page.findChild<Button*>(u"stockMore"_s)->isEnabled());
        auto* store = empty->findChild<EmptyState*>(u"emptyStore"_s);
        QTRY_COMPARE(store->findChildren<ChoiceRow*>().size(), 3);
        QSignalSpy made(&stage.page, &InventoryPage::newProductAsked);
        QSignalSpy imported(&stage.page, &InventoryPage::importAsked);
        for (ChoiceRow* choice : store->findChildren<ChoiceRow*>())
            choice->click();
        QCOMPARE(made.size(), 1);
        QCOMPARE(imported.size(), 1);
        QVERIFY(stage.page.findChild<Toast*>()->isVisible()); // the scanner is waited for

        Screen screen(m_theme);
        QVERIFY(screen.open());
        QTest::keyClick(&screen.view(), Qt::Key_F, Qt::ControlModifier);
        auto* search = screen.find<QLineEdit>(u"inventorySearch"_s);
        QVERIFY(search->hasFocus());
        QTest::keyClicks(search, u"zzz"_s);
        empty = screen.view().findChild<InventoryEmptyStates*>();
        QTRY_COMPARE(empty->kind(), InventoryEmptyStates::Kind::NothingFound);
        QVERIFY(search->hasFocus()); // goes on typing
        Q_EMIT empty->clearAsked();
        QTRY_COMPARE(screen.page.model().rowCount(), 12);
        QCOMPARE(empty->kind(), InventoryEmptyStates::Kind::None);
        QCOMPARE(search->text(), QString());

        Q_EMIT screen.shop.reader.failed(quint64(-1), u"late"_s);
        QCOMPARE(empty->kind(), InventoryEmptyStates::Kind::None);
    }

    void leavesTheSpaceBeforeTheNextWordOfASearch()
    {
        Screen screen(m_theme);
        QVERIFY(screen.open());
        screen.page.focusSearch();
        auto* search = screen.find<QLineEdit>(u"inventorySearch"_s);
        QTest::keyClicks(search, u"apron "_s);
        QTRY_COMPARE(screen.page.model().query().search, u"apron"_s);
        QTRY_VERIFY(screen.page.model().isOrdered());
        QCOMPARE(search->text(), u"apron "_s);

        QTest::keyClick(search, Qt::Key_Return);
        QVERIFY(search->hasFocus()); // a scanner ends with Return, and what it sends next is no stock
        QCOMPARE(search->selectedText(), u"apron "_s);
        QTest::keyClick(search, Qt::Key_Down);
        QVERIFY(screen.view().hasFocus());
        QCOMPARE(screen.view().currentIndex().row(), 0);
        screen.page.focusSearch();
        QTest::keyClick(search, Qt::Key_Escape);
        QCOMPARE(search->text(), QString());
        QVERIFY(search->hasFocus());
        QTest::keyClick(search, Qt::Key_Escape);
        QVERIFY(screen.view().hasFocus());
    }

    void asksForTheProductEditor()
    {
        Screen screen(m_theme);
        QVERIFY(screen.open());
        QSignalSpy asked(&screen.page, &InventoryPage::newProductAsked);
        QTest::keyClick(&screen.view(), Qt::Key_N, Qt::ControlModifier);
        QCOMPARE(asked.size(), 1);
        QTest::mouseClick(screen.find<Button>(u"newProductButton"_s), Qt::LeftButton);
        QCOMPARE(asked.size(), 2);
    }

    void goesFromTheTableThroughTheBulkBarInOrder()
    {
        Screen screen(m_theme);
        QVERIFY(screen.open());
        screen.page.model().setMarked(0, 1, true);
        QStringList way;
        for (int i = 0; i < 3; ++i) {
            QTest::keyClick(screen.page.window()->focusWidget(), Qt::Key_Tab);
            way << screen.page.window()->focusWidget()->objectName();
        }
        QCOMPARE(way, (QStringList{u"bulkAddStock"_s, u"bulkSetToZero"_s, u"bulkSetPrice"_s}));
    }

    void remembersItsColumns()
    {
        Screen screen(m_theme);
        QVERIFY(screen.open());
        QTest::mouseClick(screen.find<Button>(u"columnButton"_s), Qt::LeftButton);
        auto* menu = screen.find<QMenu>(u"columnMenu"_s);
        QVERIFY(menu);
        menu->findChild<QAction*>(u"column-barcode"_s)->trigger();
        menu->findChild<QAction*>(u"column-category"_s)->trigger();
        menu->close();
        screen.view().header()->resizeSection(int(InventoryColumn::Sku), 180);
        QTRY_VERIFY(screen.settings.value(u"inventory/columns"_s).toStringList().contains(u"sku:180:1"_s));

        Screen again(m_theme);
        again.settings = screen.settings;
        InventoryPage page(m_theme, {again.shop.reader, again.shop.sink, again.shop.sync,
                                     again.clock, again.settings});
        QVERIFY(!page.view()->header()->isSectionHidden(int(InventoryColumn::Barcode)));
        QVERIFY(page.view()->header()->isSectionHidden(int(InventoryColumn::Category)));
        QCOMPARE(page.view()->header()->sectionSize(int(InventoryColumn::Sku)), 180);
    }

    void tellsTheWholeNameWhereItIsCut()
    {
        Screen screen(m_theme);
        const QString name = u"Wajan <b>Besi</b> Cor Tebal Serbaguna untuk Kompor Gas dan Induksi Diameter 42 cm"_s;
        screen.shop.add({.productName = name, .sku = u"WJN"_s, .price = {1'000}});
        QVERIFY(screen.open());
        const auto hover = [&](int row) {
            const QPoint at = screen.view().visualRect(screen.view().cell(row, InventoryColumn::Product)).center();
            QHelpEvent event(QEvent::ToolTip, at, screen.view().viewport()->mapToGlobal(at));
            QApplication::sendEvent(screen.view().viewport(), &event);
        };
        int row = 0;
        while (row < 12 && screen.text(row, InventoryColumn::Product) != name)
            ++row;
        screen.view().scrollTo(screen.view().cell(row, InventoryColumn::Product));
        hover(row);
        QCOMPARE(QToolTip::text(), u"<p>%1</p>"_s.arg(name.toHtmlEscaped()));
        hover(row == 0 ? 1 : row - 1);
        QTRY_VERIFY(!QToolTip::isVisible());
    }

    void columnsStayInPlaceWhenASearchLeavesFewRows()
    {
        Screen screen(m_theme, 200);
        QVERIFY(screen.open());
        const int before = screen.view().columnViewportPosition(int(InventoryColumn::Price));
        screen.page.showQuery({.search = u"apron"_s});
        QTRY_COMPARE(screen.page.model().rowCount(), 1);
        QTRY_VERIFY(!screen.view().verticalScrollBar()->isVisible());
        QCOMPARE(screen.view().columnViewportPosition(int(InventoryColumn::Price)), before);
    }

    void aUsualSkuIsNotCut()
    {
        Screen screen(m_theme);
        screen.shop.add({.productName = u"Kindle"_s, .sku = u"AMZ-KND-TWLBLU"_s, .price = {1'000}});
        QVERIFY(screen.open());
        const auto width = [&](InventoryColumn column) { return screen.view().header()->sectionSize(int(column)); };
        const QFontMetricsF metrics(m_theme.font(TextStyle::Body));
        const qreal needed = metrics.horizontalAdvance(u"AMZ-KND-TWLBLU"_s) + 2 * measure::CellPadding;
        QVERIFY(width(InventoryColumn::Sku) >= needed);
        QVERIFY(width(InventoryColumn::Product) >= 200);
        QTRY_COMPARE(screen.view().horizontalScrollBar()->maximum(), 0);

        // The sync column is as wide as its chips only from the first edit on.
        const int narrow = width(InventoryColumn::Sync);
        screen.goTo(0, InventoryColumn::Price);
        screen.key(Qt::Key_F2);
        QVERIFY(width(InventoryColumn::Sync) > narrow);
        QTRY_COMPARE(screen.editor()->geometry(), screen.view().visualRect(screen.view().cell(0, InventoryColumn::Price)));
        QTRY_COMPARE(screen.view().horizontalScrollBar()->maximum(), 0);
    }

    void columnsMakeWayInANarrowWindow()
    {
        Screen screen(m_theme);
        QVERIFY(screen.open());
        const auto shown = [&](InventoryColumn column) {
            return !screen.view().header()->isSectionHidden(int(column));
        };
        screen.page.resize(1240, 600);
        QTRY_VERIFY(shown(InventoryColumn::Category) && shown(InventoryColumn::Sku));
        screen.page.resize(760, 600);
        QTRY_VERIFY(!shown(InventoryColumn::Category));
        QVERIFY(shown(InventoryColumn::Product) && shown(InventoryColumn::Price));
        QVERIFY(shown(InventoryColumn::OnHand) && shown(InventoryColumn::Available));
        QTRY_COMPARE(screen.view().horizontalScrollBar()->maximum(), 0);

        // Asked for all the same it comes, and stays.
        QTest::mouseClick(screen.find<Button>(u"columnButton"_s), Qt::LeftButton);
        auto* menu = screen.find<QMenu>(u"columnMenu"_s);
        QVERIFY(!menu->findChild<QAction*>(u"column-category"_s)->isChecked());
        menu->findChild<QAction*>(u"column-category"_s)->trigger();
        menu->close();
        QVERIFY(shown(InventoryColumn::Category));
        QTRY_VERIFY(screen.settings.value(u"inventory/columns"_s).toStringList().contains(u"category:0:2"_s));
        screen.page.resize(1240, 600);
        QTRY_VERIFY(shown(InventoryColumn::Sku) && shown(InventoryColumn::Sync));
        QVERIFY(screen.settings.value(u"inventory/columns"_s).toStringList().contains(u"sku:0:1"_s));
    }

    void paintsInEitherThemeAtAnyScale()
    {
        Screen screen(m_theme);
        QVERIFY(screen.open());
        const QImage light = screen.page.grab().toImage();
        m_theme.setMode(Theme::Mode::Dark);
        const QImage dark = screen.page.grab().toImage();
        m_theme.setMode(Theme::Mode::Light);
        QCOMPARE(dark.pixelColor(4, 4), tokensOf(Palette::Dark).surface);
        QVERIFY(light != dark);
    }
};

QTEST_MAIN(InventoryTest)
#include "inventory_test.moc"
