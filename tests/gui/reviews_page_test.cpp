// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/choices.h"
#include "common/link_button.h"
#include "common/messages.h"
#include "common/theme.h"
#include "gui/sample_records.h"
#include "domain/review.h"
#include "replica/desk.h"
#include "replica/record_lane.h"
#include "replica/reviews_source.h"
#include "reviews/reply_editor.h"
#include "reviews/review_delegate.h"
#include "reviews/reviews_list.h"
#include "reviews/rejected_replies.h"
#include "reviews/reviews_page.h"
#include "support/memory_inventory.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace belanjain;
using namespace belanjain::ui;
using namespace Qt::StringLiterals;

namespace {

/// The page over reviews in memory.
struct Screen
{
    explicit Screen(const Theme& theme, int count = 24)
        : page(theme, {.reader = reviews, .sink = sink})
    {
        reviews.reviews = tests::sampleReviews(clock.now(), count);
        page.resize(1'224, 872);
    }
    bool open()
    {
        page.show();
        page.start();
        return QTest::qWaitForWindowExposed(&page) &&
               QTest::qWaitFor([this] { return page.model().state() == ReviewsModel::State::Ready; }, 20'000);
    }
    ReviewsList& list() { return page.list(); }
    QPlainTextEdit* edit()
    {
        return list().editor() ? list().editor()->findChild<QPlainTextEdit*>(u"replyText"_s) : nullptr;
    }
    QAbstractButton* send() { return list().editor()->findChild<QAbstractButton*>(u"replySend"_s); }
    Toast& toast() { return *page.findChild<Toast*>(u"reviewsToast"_s); }
    int rows() { return page.model().rowCount(); }

    tests::StillClock clock;
    tests::MemoryReviews reviews;
    tests::ReplySink sink{reviews};
    ReviewsPage page;
};

} // namespace

class ReviewsPageTest : public QObject
{
    Q_OBJECT

private:
    Theme m_theme;

private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }

    void showsNewestFirstWithASummary()
    {
        Screen screen(m_theme);
        QSignalSpy unanswered(&screen.page, &ReviewsPage::unansweredChanged);
        QVERIFY(screen.open());
        QCOMPARE(screen.rows(), 24);
        QVERIFY(screen.page.model().review(0).createdAt > screen.page.model().review(23).createdAt);
        QCOMPARE(unanswered.constLast().constFirst().toInt(), 4);
        int sum = 0;
        for (const ports::Review& one : std::as_const(screen.reviews.reviews))
            sum += one.rating;
        const QString average = QString::number((sum * 100 / 24 + 5) / 10);
        QCOMPARE(screen.page.findChild<QLabel*>(u"averageRating"_s)->text().remove(u'.'), average);
    }

    void filtersByAnswerRatingAndWords()
    {
        Screen screen(m_theme);
        QVERIFY(screen.open());
        screen.page.showQuery({.unansweredOnly = true});
        QTRY_COMPARE(screen.rows(), 4);
        screen.page.showQuery({});
        QTRY_COMPARE(screen.rows(), 24);
        screen.page.findChild<QAbstractButton*>(u"rating.1"_s)->click();
        QTRY_COMPARE(screen.rows(), 2);
        screen.page.findChild<QAbstractButton*>(u"rating.1"_s)->click();
        QTRY_COMPARE(screen.rows(), 24);
        QTest::keyClicks(screen.page.findChild<QLineEdit*>(u"reviewSearch"_s), u"surabaya"_s);
        QTRY_COMPARE(screen.rows(), 4);
        screen.page.showQuery({.search = u"qqq"_s});
        QTRY_VERIFY(screen.page.findChild<QWidget*>(u"reviewsEmpty"_s)->isVisible());
        Q_EMIT screen.page.findChild<EmptyState*>(u"reviewsEmpty"_s)->chosen(0);
        QTRY_COMPARE(screen.rows(), 24);
    }

    void aReplyIsWrittenAndSentByKeyboard()
    {
        Screen screen(m_theme);
        QVERIFY(screen.open());
        screen.list().setFocus(Qt::TabFocusReason);
        QTest::keyClick(&screen.list(), Qt::Key_Down);
        QTest::keyClick(&screen.list(), Qt::Key_Return);
        QVERIFY(screen.edit());
        QVERIFY(!screen.send()->isEnabled());
        QTest::keyClicks(screen.edit(), u"Maaf, kami tukar"_s);
        QTest::keyClick(screen.edit(), Qt::Key_Return);
        QTest::keyClicks(screen.edit(), u"hari ini"_s);
        QTest::keyClick(screen.edit(), Qt::Key_Return, Qt::ControlModifier);

        QTRY_VERIFY(!screen.list().editor());
        QCOMPARE(screen.sink.replies.size(), 1);
        QCOMPARE(screen.sink.replies.constFirst().review, screen.page.model().review(1).review);
        QCOMPARE(screen.sink.replies.constFirst().reply, u"Maaf, kami tukar\nhari ini"_s);
        QTRY_VERIFY(screen.page.model().review(1).waiting.testFlag(ports::EditField::Reply));
        screen.toast().action()->click();
        QTRY_COMPARE(screen.sink.replies.size(), 2);
        QCOMPARE(screen.sink.replies.constLast().reply, QString());
    }

    void anEmptyTextTakesAReplyAway()
    {
        Screen screen(m_theme);
        QVERIFY(screen.open());
        screen.list().openReply(6);
        QVERIFY(!screen.edit()->toPlainText().isEmpty());
        screen.edit()->clear();
        QCOMPARE(screen.send()->text(), u"Remove reply"_s);
        screen.send()->click();
        QTRY_COMPARE(screen.sink.replies.size(), 1);
        QCOMPARE(screen.sink.replies.constFirst().reply, QString());
        QTRY_VERIFY(screen.page.model().review(6).reply.isEmpty());
    }

    void aReplyThatIsTooLongIsNotSent()
    {
        Screen screen(m_theme);
        QVERIFY(screen.open());
        screen.list().openReply(0);
        screen.edit()->setPlainText(QString(maxReviewReply, u'a'));
        QVERIFY(screen.send()->isEnabled());
        screen.edit()->setPlainText(QString(maxReviewReply + 3, u'a'));
        QVERIFY(!screen.send()->isEnabled());
        QCOMPARE(screen.list().editor()->findChild<QLabel*>(u"replyCount"_s)->text(), u"3 characters too many"_s);
        QTest::keyClick(screen.edit(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(screen.sink.replies.isEmpty());
    }

    void escapeGivesUpAndUndoBringsTheDraftBack()
    {
        Screen screen(m_theme);
        QVERIFY(screen.open());
        screen.list().openReply(2);
        QTest::keyClicks(screen.edit(), u"Terima kasih"_s);
        QTest::keyClick(screen.edit(), Qt::Key_Escape);
        QVERIFY(!screen.list().editor());
        screen.toast().action()->click();
        QVERIFY(screen.edit());
        QCOMPARE(screen.edit()->toPlainText(), u"Terima kasih"_s);
        QVERIFY(screen.sink.replies.isEmpty());
    }

    void aDraftSurvivesNewReviewsAndAnotherEditor()
    {
        Screen screen(m_theme);
        QVERIFY(screen.open());
        screen.list().openReply(2);
        QTest::keyClicks(screen.edit(), u"Terima kasih"_s);
        ports::Review fresh = screen.reviews.reviews.constFirst();
        fresh.review = ReviewId(QUuid(0x0199'0002, 1, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1));
        fresh.createdAt.ms += 5'000;
        screen.reviews.reviews.append(fresh);
        screen.reviews.change();
        QTRY_COMPARE(screen.rows(), 25);
        QVERIFY(screen.edit());
        QCOMPARE(screen.edit()->toPlainText(), u"Terima kasih"_s);
        const QRect row = screen.list().visualRect(screen.page.model().index(3));
        QTRY_VERIFY(screen.list().visualRect(screen.page.model().index(3)).contains(screen.list().editor()->geometry()));
        QVERIFY(row.isValid());

        screen.list().openReply(0);
        screen.list().openReply(3);
        QCOMPARE(screen.edit()->toPlainText(), u"Terima kasih"_s);
    }

    void aFailureKeepsWhatWasTyped()
    {
        Screen screen(m_theme);
        QVERIFY(screen.open());
        screen.sink.storageProblem = u"disk full"_s;
        screen.list().openReply(0);
        QTest::keyClicks(screen.edit(), u"Halo"_s);
        screen.send()->click();
        QLabel* problem = screen.list().editor()->findChild<QLabel*>(u"replyProblem"_s);
        QTRY_VERIFY(problem->text().contains(u"disk full"_s));
        QCOMPARE(screen.edit()->toPlainText(), u"Halo"_s);
        QVERIFY(screen.send()->isEnabled());
    }

    void pressingReplyOpensTheEditor()
    {
        Screen screen(m_theme);
        QVERIFY(screen.open());
        const QModelIndex first = screen.page.model().index(0);
        const QRect action =
            screen.list().reviewDelegate().actionRect(screen.list().visualRect(first), screen.page.model().review(0));
        QTest::mouseClick(screen.list().viewport(), Qt::LeftButton, {}, action.center());
        QVERIFY(screen.edit());
        QCOMPARE(screen.list().reviewDelegate().editing(), std::optional(screen.page.model().review(0).review));
        // Whoever pressed it writes, also after the list was read again.
        QVERIFY(QTest::qWaitForWindowActive(&screen.page));
        QTRY_VERIFY(screen.edit()->hasFocus());
        QSignalSpy again(&screen.page.model(), &ReviewsModel::summarised);
        screen.page.model().reload();
        QTRY_VERIFY(!again.isEmpty());
        QVERIFY(screen.edit() && screen.edit()->hasFocus());
    }

    void scrollingReadsMore()
    {
        Screen screen(m_theme, 200);
        QVERIFY(screen.open());
        QVERIFY(screen.rows() < 200);
        for (int i = 0; i < 10 && screen.rows() < 200; ++i) {
            const int before = screen.rows();
            screen.list().scrollToBottom();
            QTRY_VERIFY(screen.rows() > before);
        }
        QCOMPARE(screen.rows(), 200);
        for (int i = 1; i < 200; ++i)
            QVERIFY(screen.page.model().review(i - 1).createdAt > screen.page.model().review(i).createdAt);
    }

    void nothingAndFailureAreSaid()
    {
        Screen none(m_theme, 0);
        QVERIFY(none.open());
        QTRY_VERIFY(none.page.findChild<QWidget*>(u"reviewsEmpty"_s)->isVisible());

        Screen broken(m_theme);
        broken.reviews.problem = u"The file is gone."_s;
        broken.page.show();
        broken.page.start();
        auto* empty = broken.page.findChild<EmptyState*>(u"reviewsEmpty"_s);
        QTRY_VERIFY(empty->isVisible());
        broken.reviews.problem.clear();
        Q_EMIT empty->chosen(0);
        QTRY_COMPARE(broken.rows(), 24);
        QVERIFY(!empty->isVisible());
    }

    void readsARealReplica()
    {
        testing::Desk desk;
        desk.fill(200);
        for (int i = 0; i < 130; ++i) {
            desk.space.put(protocol::table::reviews, desk.ids.make<ReviewId>().toString(),
                           protocol::ReviewRow{.product = desk.product(0),
                                               .customerName = u"Sri"_s,
                                               .rating = 1 + i % 5,
                                               .comment = u"Bagus"_s,
                                               .createdAt = {desk.clock.now().ms + i}}
                               .toJson());
        }
        QVERIFY(desk.pull());
        auto lane = std::make_unique<replica::RecordLane>(desk.replica->databaseFile());
        replica::ReviewsSource source(*lane);
        tests::MemoryReviews unused;
        tests::ReplySink sink(unused);
        {
            ReviewsPage page(m_theme, {.reader = source, .sink = sink});
            page.resize(1'224, 872);
            page.show();
            page.start();
            QTRY_COMPARE(page.model().total(), 130);
            QTRY_VERIFY(page.model().rowCount() >= 60);
            QCOMPARE(page.model().review(0).createdAt.ms, desk.clock.now().ms + 129);
        }
        lane.reset(); // the lane ends before the source
    }

    void aRefusedReplyIsSentAgainOrDiscarded()
    {
        tests::MemoryReviews reviews;
        tests::ReplySink sink{reviews};
        tests::MemorySync sync;
        const auto refused = [](qint64 number, const QString& title) {
            return ports::Rejection{.number = number,
                                    .detail = u"The review is gone."_s,
                                    .args = {{u"reply"_s, u"Terima kasih"_s}},
                                    .review = ReviewId(QUuid::createUuidV5({}, title)),
                                    .field = ports::EditField::Reply,
                                    .title = title};
        };
        // One of them is of the stock and none of this page's business.
        sync.rejections = {refused(3, u"Dewi"_s), {.number = 4}, refused(5, u"<Budi>"_s)};
        ReviewsPage page(m_theme, {.reader = reviews, .sink = sink, .sync = &sync});
        page.resize(1'224, 872);
        page.show();
        page.start();
        auto* banner = page.findChild<Banner*>(u"rejectedBanner"_s);
        QTRY_VERIFY(banner->isVisible());
        Q_EMIT banner->linkActivated();
        auto* dialog = page.findChild<RejectedReplies*>();
        QVERIFY(dialog);
        auto* list = dialog->findChild<QListWidget*>(u"rejectedReplyList"_s);
        QTRY_COMPARE(list->count(), 2);
        QVERIFY(list->item(1)->text().contains(u"<Budi>"_s));
        QTest::keyClick(dialog, Qt::Key_Return);
        QCOMPARE(sync.retried.size(), 1);
        QCOMPARE(sync.retried.at(0).first, 3);
        list->setCurrentRow(1);
        QTest::keyClick(dialog, Qt::Key_Delete);
        QCOMPARE(sync.dropped, QList<qint64>{5});
        sync.rejections = {{.number = 4}};
        Q_EMIT sync.rejectionsChanged();
        QTRY_VERIFY(!banner->isVisible());
        QTRY_VERIFY(!page.findChild<RejectedReplies*>());
    }
};

QTEST_MAIN(ReviewsPageTest)
#include "reviews_page_test.moc"
