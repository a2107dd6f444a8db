// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/button.h"
#include "common/choices.h"
#include "common/fields.h"
#include "common/focus_ring.h"
#include "common/labels.h"
#include "common/link_button.h"
#include "common/messages.h"
#include "common/paint.h"
#include "common/popover.h"
#include "common/theme.h"

#include <QApplication>
#include <QAbstractItemView>
#include <QComboBox>
#include <QDirIterator>
#include <QHBoxLayout>
#include <QMenu>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace belanjain::ui;

namespace {

const QList<std::pair<Palette, QString>> Palettes{{Palette::Light, u"light"_s},
                                                  {Palette::Dark, u"dark"_s},
                                                  {Palette::LightHighContrast, u"light high contrast"_s},
                                                  {Palette::DarkHighContrast, u"dark high contrast"_s}};

bool isBlank(const QImage& image)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (qAlpha(image.pixel(x, y)) > 64)
                return false;
        }
    }
    return true;
}

QWidget* visibleRing(QWidget* parent, const QWidget* control)
{
    const QRect around = control->geometry().adjusted(-3, -3, 3, 3);
    for (QWidget* child : parent->findChildren<QWidget*>(Qt::FindDirectChildrenOnly)) {
        if (child != control && child->isVisible() && child->geometry() == around)
            return child;
    }
    return nullptr;
}

} // namespace

class CommonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<Theme>();
        m_theme->setMode(Theme::Mode::Light);
        m_theme->apply(*qApp);
    }
    void cleanupTestCase() { m_theme.reset(); }

    void textReadsOnEveryBackground_data();
    void textReadsOnEveryBackground();
    void controlsStandOut();
    void coloursLiveInTokensOnly();
    void everyIconLoads();
    void iconTakesItsColour();
    void styleSheetIsComplete();
    void themeChangesOnce();
    void digitsHaveOneWidth();
    void textElidesAtWords();
    void searchReportsOnceAfterRest();
    void searchReportsReturnAndClearingAtOnce();
    void searchShowsWhatIsSearchedForAlready();
    void comboBoxOpensRowsThatCanBeHit();
    void passwordShowsAndHides();
    void fieldExplainsItsError();
    void controlsHaveTheirHeights();
    void bannerLinksAndCloses();
    void toastUndoWithTheKeyboard();
    void toastGoesByItself();
    void emptyStateIsWalkedWithArrows();
    void emptyStateShowsItsFirstChoice();
    void choiceCardsArePickedByKey();
    void dropButtonReportsItsChoice();
    void stepperStaysInItsRange();
    void popoverStaysInsideItsHost();
    void focusRingIsForTheKeyboard();

private:
    std::unique_ptr<Theme> m_theme;
};

void CommonTest::textReadsOnEveryBackground_data()
{
    QTest::addColumn<int>("palette");
    for (const auto& [palette, name] : Palettes)
        QTest::newRow(qPrintable(name)) << int(palette);
}

void CommonTest::textReadsOnEveryBackground()
{
    QFETCH(int, palette);
    const Tokens& t = tokensOf(Palette(palette));
    const std::pair<const char*, QColor> grounds[] = {{"window", t.window},   {"sidebar", t.sidebar},
                                                      {"surface", t.surface}, {"raised", t.raised},
                                                      {"selection", t.selection}};
    const std::pair<const char*, QColor> inks[] = {{"text", t.text}, {"text2", t.text2}, {"accentText", t.accentText}};
    for (const auto& [groundName, ground] : grounds) {
        for (const auto& [inkName, ink] : inks)
            QVERIFY2(contrastRatio(ink, ground) >= 4.5,
                     qPrintable(u"%1 on %2"_s.arg(QLatin1StringView(inkName), QLatin1StringView(groundName))));
    }
    for (const QColor& ground : {t.surface, t.raised})
        QVERIFY(contrastRatio(t.placeholder, ground) >= 4.5);

    const Tint tints[] = {t.fresh, t.low, t.out, t.rejected, t.waiting, t.processing, t.shipped, t.done, t.cancelled};
    for (const Tint& tint : tints)
        QVERIFY2(contrastRatio(tint.ink, tint.fill) >= 4.5, qPrintable(tint.ink.name() + tint.fill.name()));
    // State words also stand on rows, selected or not; "rejected" only ever stands on its own fill.
    for (const Tint& tint : {t.low, t.out, t.waiting, t.done}) {
        QVERIFY2(contrastRatio(tint.ink, t.surface) >= 4.5, qPrintable(tint.ink.name()));
        QVERIFY2(contrastRatio(tint.ink, t.selection) >= 4.5, qPrintable(tint.ink.name()));
    }
    QVERIFY(contrastRatio(t.onAccent, t.accent) >= 4.5);
    QVERIFY(contrastRatio(t.onAccent, t.accentHover) >= 4.5);
    QVERIFY(contrastRatio(t.onInverse, t.inverse) >= 4.5);
    QVERIFY(contrastRatio(t.onInverse2, t.inverse) >= 4.5);
}

void CommonTest::controlsStandOut()
{
    for (const auto& [palette, name] : Palettes) {
        const Tokens& t = tokensOf(palette);
        for (const QColor& ground : {t.window, t.surface, t.raised}) {
            QVERIFY2(contrastRatio(t.controlBorder, ground) >= 3, qPrintable(name));
            QVERIFY2(contrastRatio(t.focus, ground) >= 3, qPrintable(name));
        }
        // What cannot be used now is told from what can, strong lines or not.
        QVERIFY2(contrastRatio(t.disabled, t.text) >= 2.2, qPrintable(name));
        QVERIFY2(contrastRatio(t.disabledIcon, t.text2) >= 2.2, qPrintable(name));
        QVERIFY2(contrastRatio(t.disabledLine, t.controlBorder) >= 1.5, qPrintable(name));
        QVERIFY2(contrastRatio(t.star, t.surface) >= 3, qPrintable(name));
        QVERIFY2(contrastRatio(t.bar, t.surface) >= 3, qPrintable(name));
    }
}

void CommonTest::coloursLiveInTokensOnly()
{
    const QRegularExpression written(
        uR"(#[0-9a-fA-F]{6}\b|\b0x[0-9a-fA-F]{6}\b|QColor\(\s*\d|qRgb\(\s*\d|Qt::(red|green|blue|gray|darkGray|lightGray)\b)"_s);
    QDirIterator files(QStringLiteral(BELANJAIN_SOURCE_DIR "/ui"), {u"*.cpp"_s, u"*.h"_s}, QDir::Files,
                       QDirIterator::Subdirectories);
    int read = 0;
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.fileName().endsWith("/common/tokens.cpp"_L1))
            continue;
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QRegularExpressionMatch match = written.match(QString::fromUtf8(file.readAll()));
        QVERIFY2(!match.hasMatch(), qPrintable(file.fileName() + u": "_s + match.captured()));
        ++read;
    }
    QVERIFY(read > 10);
}

void CommonTest::everyIconLoads()
{
    IconCache cache;
    QSet<QString> names;
    for (const Icon icon : allIcons()) {
        names.insert(iconName(icon));
        for (const int px : {14, 16, 48}) {
            const QImage image = cache.pixmap(icon, Qt::black, px, 1).toImage();
            QCOMPARE(image.size(), QSize(px, px));
            QVERIFY2(!isBlank(image), qPrintable(iconName(icon)));
        }
    }
    QCOMPARE(names.size(), qsizetype(allIcons().size()));
}

void CommonTest::iconTakesItsColour()
{
    IconCache cache;
    const QPixmap pixmap = cache.pixmap(Icon::Minus, QColor(Qt::cyan), 24, 2);
    QCOMPARE(pixmap.size(), QSize(48, 48));
    QCOMPARE(pixmap.devicePixelRatio(), 2.0);
    QCOMPARE(pixmap.toImage().pixelColor(24, 24), QColor(Qt::cyan));
}

void CommonTest::styleSheetIsComplete()
{
    const QString sheet = m_theme->styleSheet();
    QVERIFY(sheet.contains(m_theme->tokens().accent.name()));
    const QRegularExpressionMatch left = QRegularExpression(u"@[a-z0-9-]+@"_s).match(sheet);
    QVERIFY2(!left.hasMatch(), qPrintable(left.captured()));
}

void CommonTest::themeChangesOnce()
{
    QSignalSpy changed(m_theme.get(), &Theme::changed);
    m_theme->setMode(Theme::Mode::Dark);
    m_theme->setMode(Theme::Mode::Dark);
    QCOMPARE(changed.size(), 1);
    QVERIFY(m_theme->isDark());
    QCOMPARE(qApp->palette().color(QPalette::Base), tokensOf(Palette::Dark).surface);
    QCOMPARE(qApp->palette().color(QPalette::Highlight), tokensOf(Palette::Dark).selection);

    m_theme->setHighContrast(true);
    QCOMPARE(m_theme->tokens().text, tokensOf(Palette::DarkHighContrast).text);
    m_theme->setHighContrast(false);
    m_theme->setMode(Theme::Mode::Light);
    QCOMPARE(changed.size(), 4);
    QCOMPARE(qApp->palette().color(QPalette::Base), tokensOf(Palette::Light).surface);
}

void CommonTest::digitsHaveOneWidth()
{
    for (const TextStyle style : {TextStyle::Body, TextStyle::Bold, TextStyle::Figure}) {
        const NumberFont& numbers = m_theme->numbers(style);
        QCOMPARE(numbers.width(u"111.111"_s), numbers.width(u"888.888"_s));
        QCOMPARE(numbers.width(u"Rp 1.117"_s), numbers.width(u"Rp 4.960"_s));
        QVERIFY(numbers.width(u"12"_s) > numbers.width(u"1"_s));
    }
}

void CommonTest::textElidesAtWords()
{
    const QFontMetricsF metrics(m_theme->font(TextStyle::Body));
    const QString text = u"Tatakan Roda Tabung Gas"_s;
    QCOMPARE(elideAtWord(text, metrics, 1000), text);
    const QString cut = elideAtWord(text, metrics, metrics.horizontalAdvance(u"Tatakan Roda Tabu…"_s));
    QCOMPARE(cut, u"Tatakan Roda…"_s);
    const QString oneWord = elideAtWord(u"Tatakanrodatabung"_s, metrics, metrics.horizontalAdvance(u"Tatakan…"_s));
    QVERIFY(oneWord.startsWith(u"Tatak"_s) && oneWord.endsWith(u'…'));
}

void CommonTest::searchReportsOnceAfterRest()
{
    SearchField field(*m_theme, u"Search"_s);
    field.setDebounce(5);
    QSignalSpy searched(&field, &SearchField::searched);
    QTest::keyClicks(&field, u"pan"_s);
    QVERIFY(searched.isEmpty());
    QVERIFY(searched.wait());
    QCOMPARE(searched.size(), 1);
    QCOMPARE(searched.first().first().toString(), u"pan"_s);

    // Typed and taken back within the rest: there is nothing new to search for.
    QTest::keyClicks(&field, u"x"_s);
    QTest::keyClick(&field, Qt::Key_Backspace);
    QVERIFY(!searched.wait(50));
}

void CommonTest::searchReportsReturnAndClearingAtOnce()
{
    SearchField field(*m_theme, u"Search"_s);
    field.setDebounce(60000);
    field.show();
    QSignalSpy searched(&field, &SearchField::searched);
    QTest::keyClicks(&field, u"pan"_s);
    QTest::keyClick(&field, Qt::Key_Return);
    QCOMPARE(searched.size(), 1);
    auto* clear = field.findChild<QToolButton*>();
    QVERIFY(clear->isVisible());
    QVERIFY(!clear->accessibleName().isEmpty());
    QTest::mouseClick(clear, Qt::LeftButton);
    QCOMPARE(searched.size(), 2);
    QCOMPARE(searched.last().first().toString(), QString());
    QVERIFY(!clear->isVisible());

    QTest::keyClicks(&field, u"a"_s);
    QTest::keyClick(&field, Qt::Key_Escape);
    QCOMPARE(field.text(), QString());
}

void CommonTest::searchShowsWhatIsSearchedForAlready()
{
    SearchField field(*m_theme, u"Search"_s);
    field.setDebounce(5);
    field.show();
    QSignalSpy searched(&field, &SearchField::searched);
    auto* clear = field.findChild<QToolButton*>();
    QTest::keyClicks(&field, u"pan"_s);
    field.showSearch({});
    QVERIFY(clear->isHidden()); // its place is the key cap's again
    QVERIFY(!searched.wait(50));
    field.showSearch(u"wajan"_s);
    QVERIFY(clear->isVisible());
    QVERIFY(!searched.wait(50));
}

void CommonTest::comboBoxOpensRowsThatCanBeHit()
{
    QComboBox combo;
    combo.addItems({u"Terang"_s, u"Gelap"_s});
    combo.show();
    combo.showPopup();
    QVERIFY(combo.view()->visualRect(combo.model()->index(0, 0)).height() >= 32);
    combo.hidePopup();
}

void CommonTest::passwordShowsAndHides()
{
    PasswordField field(*m_theme);
    field.setText(u"rahasia"_s);
    auto* eye = field.findChild<QToolButton*>();
    const QString showName = eye->accessibleName();
    QCOMPARE(field.displayText(), QString(7, QChar(0x2022)));
    QTest::mouseClick(eye, Qt::LeftButton);
    QVERIFY(field.isShown());
    QCOMPARE(field.displayText(), u"rahasia"_s);
    QVERIFY(eye->accessibleName() != showName);
    QTest::keyClick(eye, Qt::Key_Space);
    QVERIFY(!field.isShown());
    QCOMPARE(eye->accessibleName(), showName);
}

void CommonTest::fieldExplainsItsError()
{
    auto* edit = new QLineEdit;
    FormField field(*m_theme, u"Email"_s, edit);
    field.setHint(u"We write to it."_s);
    QCOMPARE(edit->accessibleName(), u"Email"_s);
    QCOMPARE(edit->accessibleDescription(), u"We write to it."_s);
    field.setError(u"This address has no @."_s);
    QCOMPARE(edit->accessibleDescription(), u"This address has no @."_s);
    QVERIFY(edit->property("invalid").toBool());
    field.setError({});
    QCOMPARE(edit->accessibleDescription(), u"We write to it."_s);
    QVERIFY(!edit->property("invalid").toBool());
}

void CommonTest::controlsHaveTheirHeights()
{
    QWidget host;
    auto* column = new QVBoxLayout(&host);
    auto* edit = new QLineEdit;
    auto* combo = new QComboBox;
    auto* spin = new QSpinBox;
    auto* button = new Button(*m_theme, u"Save"_s);
    auto* large = new QLineEdit;
    setControlSize(large, u"large"_s);
    for (QWidget* control : std::initializer_list<QWidget*>{edit, combo, spin, button, large})
        column->addWidget(control);
    host.show();
    QVERIFY(QTest::qWaitForWindowExposed(&host));
    for (const QWidget* control : std::initializer_list<QWidget*>{edit, combo, spin, button})
        QCOMPARE(control->height(), measure::Control);
    QCOMPARE(large->height(), measure::ControlLarge);
    // The 2 px border of a focused or wrong input takes from the inside, so nothing moves.
    setInvalid(edit, true);
    QCOMPARE(edit->sizeHint().height(), measure::Control);
}

void CommonTest::bannerLinksAndCloses()
{
    QWidget host;
    auto* banner = new Banner(*m_theme, &host);
    host.show();
    banner->showMessage(Level::Low, u"<b>9</b> low"_s, u"Show 9"_s);
    QCOMPARE(banner->property("level").toString(), u"low"_s);
    QCOMPARE(banner->height(), measure::Banner);
    QSignalSpy link(banner, &Banner::linkActivated);
    QSignalSpy closed(banner, &Banner::closed);
    QTest::keyClick(banner->findChild<LinkButton*>(), Qt::Key_Return);
    QCOMPARE(link.size(), 1);
    QTest::keyClick(banner->findChild<Button*>(), Qt::Key_Space);
    QCOMPARE(closed.size(), 1);
    QVERIFY(!banner->isVisible());
}

void CommonTest::toastUndoWithTheKeyboard()
{
    QWidget host;
    host.resize(800, 600);
    Toast toast(*m_theme, &host);
    host.show();
    toast.showMessage(u"3 variants set to zero"_s, u"Undo"_s, u"Ctrl Z"_s);
    QVERIFY(toast.isVisible());
    QCOMPARE(toast.geometry().bottomRight(), QPoint(800 - 20 - 1, 600 - 28 - 20 - 1));
    QSignalSpy undone(&toast, &Toast::actionTriggered);
    QTest::keyClick(toast.action(), Qt::Key_Return);
    QCOMPARE(undone.size(), 1);
    QVERIFY(!toast.isVisible());

    host.resize(500, 400);
    toast.showMessage(u"Saved"_s);
    QVERIFY(!toast.action()->isVisible());
    QCOMPARE(toast.geometry().right(), 500 - 20 - 1);
}

void CommonTest::toastGoesByItself()
{
    QWidget host;
    Toast toast(*m_theme, &host);
    toast.setDuration(5);
    host.show();
    QSignalSpy dismissed(&toast, &Toast::dismissed);
    toast.showMessage(u"Saved"_s);
    QVERIFY(dismissed.wait());
    QVERIFY(!toast.isVisible());
}

void CommonTest::emptyStateIsWalkedWithArrows()
{
    EmptyState state(*m_theme, Drawing::Boxes, u"Start with one product"_s, u"It is kept on this computer."_s);
    state.addChoice(Icon::Plus, u"Create"_s, u"Name and stock"_s, u"Ctrl N"_s);
    state.addChoice(Icon::Upload, u"Import"_s, u"From CSV"_s);
    state.addChoice(Icon::Barcode, u"Scan"_s, u"Plug in a scanner"_s);
    QSignalSpy chosen(&state, &EmptyState::chosen);
    state.show();
    state.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&state));
    const QList<ChoiceRow*> rows = state.findChildren<ChoiceRow*>();
    QCOMPARE(qApp->focusWidget(), rows.at(0));
    QTest::keyClick(qApp->focusWidget(), Qt::Key_Up);
    QCOMPARE(qApp->focusWidget(), rows.at(0));
    QTest::keyClick(qApp->focusWidget(), Qt::Key_Down);
    QTest::keyClick(qApp->focusWidget(), Qt::Key_Return);
    QTest::keyClick(qApp->focusWidget(), Qt::Key_Down);
    QTest::keyClick(qApp->focusWidget(), Qt::Key_Down);
    QTest::keyClick(qApp->focusWidget(), Qt::Key_Space);
    QCOMPARE(chosen.size(), 2);
    QCOMPARE(chosen.at(0).first().toInt(), 1);
    QCOMPARE(chosen.at(1).first().toInt(), 2);
    // Told anew in another language, the same choice has the focus.
    state.clearChoices();
    state.addChoice(Icon::Plus, u"Buat"_s, u"Nama dan stok"_s, u"Ctrl N"_s);
    state.addChoice(Icon::Upload, u"Impor"_s, u"Dari CSV"_s);
    state.addChoice(Icon::Barcode, u"Pindai"_s, u"Pasang pemindai"_s);
    const auto* again = qobject_cast<ChoiceRow*>(qApp->focusWidget());
    QVERIFY(again);
    QCOMPARE(again->text(), u"Pindai"_s);
}

void CommonTest::emptyStateShowsItsFirstChoice()
{
    QWidget host;
    auto* column = new QVBoxLayout(&host);
    auto* field = new QLineEdit(&host);
    auto* state = new EmptyState(*m_theme, Drawing::Nothing, u"Nothing"_s,
                                 u"A sentence that is longer than the narrow window in which it has to be read, whole."_s, &host);
    state->addChoice(Icon::Close, u"Clear"_s, u"Search and filters"_s);
    state->addChoice(Icon::Plus, u"Create"_s, u"Name and stock"_s);
    column->addWidget(field);
    column->addWidget(state);
    host.resize(600, 500);
    host.show();
    host.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&host));
    field->setFocus();
    const QList<ChoiceRow*> rows = state->findChildren<ChoiceRow*>();
    QVERIFY(rows.at(0)->isPrimary()); // also while somebody types elsewhere
    rows.at(1)->setFocus();
    QVERIFY(!rows.at(0)->isPrimary());
    field->setFocus();
    QVERIFY(rows.at(0)->isPrimary());
    // No line is wider than the page.
    for (const QLabel* label : state->findChildren<QLabel*>()) {
        QVERIFY2(state->rect().contains(label->geometry()), qPrintable(label->text()));
        QVERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
    }
}

void CommonTest::choiceCardsArePickedByKey()
{
    QWidget host;
    auto* column = new QVBoxLayout(&host);
    auto* first = new ChoiceCard(*m_theme, Icon::Monitor, u"Here"_s, u"On this computer"_s);
    auto* second = new ChoiceCard(*m_theme, Icon::Globe, u"There"_s, u"By address"_s);
    first->setChecked(true);
    first->setKey(u"1"_s);
    second->setKey(u"2"_s);
    column->addWidget(first);
    column->addWidget(second);
    host.show();
    host.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&host));
    QTest::keyClick(&host, Qt::Key_2);
    QTRY_VERIFY(second->isChecked());
    QVERIFY(!first->isChecked());
    second->setFocus();
    QTest::keyClick(second, Qt::Key_Up);
    QVERIFY(first->isChecked());
    second->setFocus();
    QTest::keyClick(second, Qt::Key_Return);
    QVERIFY(second->isChecked());
}

void CommonTest::dropButtonReportsItsChoice()
{
    DropButton drop(*m_theme, u"Category"_s);
    drop.addChoice(u"All"_s, 0);
    drop.addChoice(u"Kitchen"_s, 7);
    QCOMPARE(drop.text(), u"All"_s);
    QSignalSpy chosen(&drop, &DropButton::chosen);
    drop.setCurrent(7);
    QCOMPARE(drop.text(), u"Kitchen"_s);
    QVERIFY(chosen.isEmpty());
    drop.findChild<QMenu*>()->actions().at(0)->trigger();
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().toInt(), 0);
    QCOMPARE(drop.current().toInt(), 0);
}

void CommonTest::stepperStaysInItsRange()
{
    Stepper stepper(*m_theme);
    stepper.setRange(1, 3);
    QSignalSpy changed(&stepper, &Stepper::valueChanged);
    stepper.setValue(9);
    QCOMPARE(stepper.value(), 3);
    QVERIFY(changed.isEmpty());
    stepper.resize(stepper.sizeHint());
    QTest::mouseClick(&stepper, Qt::LeftButton, {}, QPoint(stepper.width() - 5, 10));
    QCOMPARE(stepper.value(), 3);
    QTest::mouseClick(&stepper, Qt::LeftButton, {}, QPoint(5, 10));
    QTest::keyClick(&stepper, Qt::Key_Minus);
    QTest::keyClick(&stepper, Qt::Key_Down);
    QCOMPARE(stepper.value(), 1);
    QCOMPARE(changed.size(), 2);

    // Where one may be taken out, it takes a press of its own.
    stepper.setRange(0, 3);
    QKeyEvent held(QEvent::KeyPress, Qt::Key_Minus, Qt::NoModifier, u"-"_s, true);
    QApplication::sendEvent(&stepper, &held);
    QCOMPARE(stepper.value(), 1);
    QTest::keyClick(&stepper, Qt::Key_Minus);
    QCOMPARE(stepper.value(), 0);
}

void CommonTest::popoverStaysInsideItsHost()
{
    QWidget host;
    host.resize(600, 300);
    Popover popover(*m_theme, &host);
    popover.setContent(u"<b>Change −20 rejected.</b> Only 15 were available when this was sent."_s,
                       {u"Change to −15"_s, u"Try again"_s});
    host.show();
    popover.pointAt(QRect(400, 40, 120, 36));
    QVERIFY(popover.isVisible());
    QCOMPARE(popover.geometry().right(), 519);
    QVERIFY(popover.geometry().top() > 75);
    popover.pointAt(QRect(10, 260, 120, 36));
    QVERIFY(host.rect().contains(popover.geometry()));
    QVERIFY(popover.geometry().bottom() < 260);
    QSignalSpy link(&popover, &Popover::linkActivated);
    QTest::keyClick(popover.findChildren<LinkButton*>().at(1), Qt::Key_Space);
    QCOMPARE(link.first().first().toInt(), 1);
    QSignalSpy dismissed(&popover, &Popover::dismissed);
    QTest::keyClick(&popover, Qt::Key_Escape);
    QCOMPARE(dismissed.size(), 1);
    QVERIFY(!popover.isVisible());
}

void CommonTest::focusRingIsForTheKeyboard()
{
    QWidget host;
    auto* row = new QHBoxLayout(&host);
    auto* first = new Button(*m_theme, u"One"_s);
    auto* second = new Button(*m_theme, u"Two"_s);
    row->addWidget(first);
    row->addWidget(second);
    host.show();
    host.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&host));
    first->setFocus(Qt::OtherFocusReason);
    QTest::keyClick(first, Qt::Key_Tab);
    QCOMPARE(qApp->focusWidget(), second);
    QVERIFY(visibleRing(&host, second));
    QTest::mouseClick(first, Qt::LeftButton);
    QVERIFY(!visibleRing(&host, first));
    QVERIFY(!visibleRing(&host, second));
}

QTEST_MAIN(CommonTest)
#include "common_test.moc"
