// SPDX-License-Identifier: GPL-3.0-or-later
// What a seller sees of what happened to their data: the cards above the page, and the status line. With
// BELANJAIN_SHOTS=DIR the states are saved as pictures, for eyes.
#include "common/labels.h"
#include "common/theme.h"
#include "shell/languages.h"
#include "shell/status_strip.h"
#include "shell/upkeep_strip.h"
#include "shell/workspace_frame.h"

#include <QApplication>
#include <QDialog>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace belanjain;
using namespace belanjain::ui;

namespace {

class FakeUpkeep : public ports::Upkeep
{
public:
    QList<ports::Notice> list;
    std::optional<ports::RemovalPause> pause;
    int accepted = 0;
    int asked = 0;

    QList<ports::Notice> notices() const override { return list; }
    void dismissNotice(qint64 number) override
    {
        list.removeIf([number](const ports::Notice& notice) { return notice.number == number; });
        Q_EMIT noticesChanged();
    }
    std::optional<ports::RemovalPause> removalPause() const override { return pause; }
    void acceptRemoval() override
    {
        ++accepted;
        pause.reset();
        Q_EMIT removalPauseChanged();
    }
    void askAgain() override { ++asked; }
};

ports::Notice damaged()
{
    return {.number = 1, .kept = 3, .lost = 2, .folder = u"/home/rina/belanjain/damaged-20261122-064500"_s, .waiting = true};
}

ports::RemovalPause removal()
{
    ports::RemovalPause pause{.products = 214, .total = 300};
    for (int i = 0; i < 200; ++i)
        pause.names << u"Wajan %1"_s.arg(i);
    return pause;
}

QString textOf(const QWidget& widget)
{
    QStringList texts;
    for (const QLabel* label : widget.findChildren<QLabel*>()) {
        if (label->isVisibleTo(&widget))
            texts << label->text();
    }
    return texts.join(u' ');
}

} // namespace

class UpkeepTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Languages> m_languages;
    std::unique_ptr<WorkspaceFrame> m_frame;
    FakeUpkeep m_upkeep;

    QPushButton* button(const char* name) const { return m_frame->upkeep().findChild<QPushButton*>(QLatin1StringView(name)); }
    void shoot(const QString& name) const
    {
        const QString folder = qEnvironmentVariable("BELANJAIN_SHOTS");
        if (!folder.isEmpty())
            m_frame->grab().save(u"%1/%2.png"_s.arg(folder, name));
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<Theme>();
        m_theme->setMode(Theme::Mode::Light);
        m_theme->apply(*qApp);
        m_languages = std::make_unique<Languages>();
    }

    void init()
    {
        m_languages->set(Language::English);
        m_upkeep.list.clear();
        m_upkeep.pause.reset();
        m_frame = std::make_unique<WorkspaceFrame>(*m_theme);
        auto* sheet = new QWidget;
        sheet->setObjectName(u"page"_s);
        sheet->setAttribute(Qt::WA_StyledBackground);
        m_frame->addPage(Sidebar::Place::Pages, u"stock"_s, Icon::Stock, sheet);
        m_frame->resize(1280, 720);
        m_frame->upkeep().setUpkeep(m_upkeep);
        m_frame->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_frame.get()));
    }

    void takesNoPlaceWhileThereIsNothing() { QVERIFY(!m_frame->upkeep().isVisible()); }

    void tellsWhatBecameOfADamagedReplica()
    {
        m_upkeep.list = {damaged()};
        Q_EMIT m_upkeep.noticesChanged();
        QVERIFY(m_frame->upkeep().isVisible());
        const QString text = textOf(m_frame->upkeep());
        for (const QString& part : {u"are being fetched anew"_s, u"3 edits that had not been sent were kept"_s,
                                    u"2 edits could not be read"_s, u"damaged-20261122-064500"_s})
            QVERIFY2(text.contains(part), qPrintable(text));
        QSignalSpy folder(&m_frame->upkeep(), &UpkeepStrip::folderRequested);
        button("upkeep.folder")->click();
        QCOMPARE(folder.front().front().toString(), damaged().folder);
        button("upkeep.dismiss")->click();
        QTRY_VERIFY(!m_frame->upkeep().isVisible());
        QCOMPARE(m_upkeep.list.size(), 0);
    }

    void saysWhatNobodyCanTell()
    {
        m_upkeep.list = {{.number = 1, .kept = 0, .lost = std::nullopt, .folder = {}}};
        Q_EMIT m_upkeep.noticesChanged();
        const QString text = textOf(m_frame->upkeep());
        QVERIFY2(text.contains(u"Nobody can tell"_s) && text.contains(u"have been fetched anew"_s), qPrintable(text));
        QCOMPARE(button("upkeep.folder"), nullptr);
    }

    void tellsOfARestoredMarketplace()
    {
        m_upkeep.list = {{.number = 4, .kind = ports::Notice::Kind::Resent, .kept = 1}};
        Q_EMIT m_upkeep.noticesChanged();
        QVERIFY(textOf(m_frame->upkeep()).contains(u"restored from a backup. 1 of your edits was sent again"_s));
    }

    void asksBeforeMostOfTheCatalogueGoes()
    {
        m_upkeep.pause = removal();
        Q_EMIT m_upkeep.removalPauseChanged();
        QVERIFY(textOf(m_frame->upkeep()).contains(u"would remove 214 of your 300 products. Nothing has been removed here yet."_s));
        button("upkeep.which")->click();
        auto* dialog = m_frame->findChild<QDialog*>(u"upkeep.removals"_s);
        QVERIFY(dialog);
        QCOMPARE(dialog->findChild<QListWidget*>()->count(), 200);
        QVERIFY(textOf(*dialog).contains(u"and 14 more"_s));
        dialog->accept();
        button("upkeep.again")->click();
        QCOMPARE(m_upkeep.asked, 1);
        button("upkeep.keep")->click();
        QTRY_COMPARE(button("upkeep.keep"), nullptr); // it stays, quieter, with the ways on
        QCOMPARE(m_upkeep.accepted, 0);
        button("upkeep.take")->click();
        QCOMPARE(m_upkeep.accepted, 1);
        QTRY_VERIFY(!m_frame->upkeep().isVisible());
    }

    void theStatusLineSaysWhySyncingStands()
    {
        StatusStrip& strip = m_frame->strip();
        ports::SyncStatus status{.connection = ports::Connection::Connected, .problem = u"removal_paused"_s, .marketplace = u"pasar.example"_s};
        strip.setStatus(status);
        QVERIFY(strip.grab().width() > 0);
        QVERIFY(strip.findChild<ElidedLabel*>(u"status.connection"_s)->text().contains(u"paused"_s));
        status.connection = ports::Connection::Connecting;
        status.problem = u"schema_unsupported"_s;
        strip.setStatus(status);
        QVERIFY(strip.findChild<ElidedLabel*>(u"status.connection"_s)->text().contains(u"pasar.example is older than this program"_s));
        status.problem = u"schema_outdated"_s;
        strip.setStatus(status);
        QVERIFY(strip.findChild<ElidedLabel*>(u"status.connection"_s)->text().contains(u"update it"_s));
    }

    void isWholeInBothLanguagesAndLooks()
    {
        m_upkeep.pause = removal();
        m_upkeep.list = {damaged(), {.number = 2, .kind = ports::Notice::Kind::Resent, .kept = 4}};
        Q_EMIT m_upkeep.noticesChanged();
        for (const Theme::Mode mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
            for (const Language language : {Language::English, Language::Indonesian}) {
                m_theme->setMode(mode);
                m_languages->set(language);
                QCoreApplication::processEvents();
                const bool id = language == Language::Indonesian;
                QCOMPARE(textOf(m_frame->upkeep()).contains(u"Pasar"_s), id);
                QVERIFY(m_frame->upkeep().height() < m_frame->height() / 2);
                shoot(u"upkeep-%1-%2"_s.arg(id ? u"id"_s : u"en"_s, mode == Theme::Mode::Light ? u"light"_s : u"dark"_s));
            }
        }
        m_theme->setMode(Theme::Mode::Light);
    }
};

QTEST_MAIN(UpkeepTest)
#include "upkeep_test.moc"
