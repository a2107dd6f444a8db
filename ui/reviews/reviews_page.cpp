// SPDX-License-Identifier: GPL-3.0-or-later
#include "reviews/reviews_page.h"

#include "common/choices.h"
#include "common/fields.h"
#include "common/labels.h"
#include "common/language.h"
#include "common/link_button.h"
#include "common/messages.h"
#include "common/shortcuts.h"
#include "common/theme.h"
#include "common/thumbnail_source.h"
#include "domain/violation_text.h"
#include "reviews/rating_summary.h"
#include "reviews/rejected_replies.h"
#include "reviews/reply_editor.h"
#include "reviews/review_delegate.h"
#include "reviews/reviews_list.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include <numeric>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int SlowMilliseconds = 200;
}

ReviewsPage::ReviewsPage(const Theme& theme, const ReviewsServices& services, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_services(services)
    , m_model(services.reader)
    , m_title(makeLabel(theme, {}, TextStyle::Page, {}, this))
    , m_search(new SearchField(theme, {}, this))
    , m_tabs(new CountTabs(theme, this))
    , m_problem(new Banner(theme, this))
    , m_rejected(new Banner(theme, this))
    , m_list(new ReviewsList(theme, m_model, services.thumbnails, this))
    , m_summary(new RatingSummary(theme, this))
    , m_stage(new QWidget(this))
    , m_empty(new EmptyState(theme, Drawing::Nothing, {}, {}, m_stage))
    , m_reading(makeLabel(theme, {}, TextStyle::Body, u"secondary"_s, m_stage))
    , m_toast(new Toast(theme, this))
{
    setObjectName(u"reviewsPage"_s);
    layOut();
    connectParts();
    retranslate();
}

ReviewsPage::~ReviewsPage() = default;

void ReviewsPage::layOut()
{
    m_title->setObjectName(u"pageTitle"_s);
    m_search->setObjectName(u"reviewSearch"_s);
    m_tabs->setObjectName(u"reviewTabs"_s);
    m_empty->setObjectName(u"reviewsEmpty"_s);
    m_reading->setObjectName(u"reviewsReading"_s);
    m_toast->setObjectName(u"reviewsToast"_s);
    m_toast->setBottomInset(0);
    m_problem->setClosable(true);
    m_rejected->setObjectName(u"rejectedBanner"_s);
    m_rejected->hide();
    m_problem->hide();
    m_reading->setAlignment(Qt::AlignCenter);
    m_reading->hide();
    m_search->setMaximumWidth(m_search->sizeHint().width());
    auto* headBox = new QWidget(this);
    headBox->setFixedHeight(measure::PageHeader);
    auto* head = new QHBoxLayout(headBox);
    head->setContentsMargins(measure::PageMargin, 0, measure::PageMargin, 0);
    head->addWidget(m_title);
    head->addStretch(1);
    head->addWidget(m_search);
    auto* tabsBox = new QWidget(this);
    tabsBox->setFixedHeight(measure::Toolbar);
    auto* tabs = new QHBoxLayout(tabsBox);
    tabs->setContentsMargins(measure::PageMargin, 0, measure::PageMargin, 0);
    tabs->addWidget(m_tabs);
    tabs->addStretch(1);
    auto* line = new QFrame(this);
    line->setObjectName(u"hline"_s);
    auto* stage = new QVBoxLayout(m_stage);
    stage->setContentsMargins(0, 0, 0, 0);
    stage->addWidget(m_list, 1);
    stage->addWidget(m_empty, 1);
    stage->addWidget(m_reading, 1);
    auto* below = new QHBoxLayout;
    below->setSpacing(0);
    below->addWidget(m_stage, 1);
    below->addWidget(m_summary);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(headBox);
    column->addWidget(tabsBox);
    column->addWidget(line);
    column->addWidget(m_problem);
    column->addWidget(m_rejected);
    column->addLayout(below, 1);
    setFocusProxy(m_list);
    auto* find = new QAction(this);
    find->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_F));
    connect(find, &QAction::triggered, this, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    addAction(find);
    nameShortcutGroup(this, QT_TRANSLATE_NOOP("Shortcuts", "Reviews"));
    stateShortcut(find, QT_TRANSLATE_NOOP("Shortcuts", "Search"));
    stateKeys(m_list, u"Enter"_s, QT_TRANSLATE_NOOP("Shortcuts", "Write a reply"));
    m_slow.setSingleShot(true);
    m_slow.setInterval(SlowMilliseconds);
}

void ReviewsPage::connectParts()
{
    connect(&m_model, &ReviewsModel::stateChanged, this, &ReviewsPage::showState);
    connect(&m_model, &ReviewsModel::summarised, this, &ReviewsPage::showSummary);
    connect(&m_slow, &QTimer::timeout, this,
            [this] { m_reading->setVisible(m_model.state() == ReviewsModel::State::Reading); });
    connect(m_search, &SearchField::searched, this, &ReviewsPage::applyFilters);
    connect(m_search, &SearchField::left, m_list, [this] { m_list->setFocus(Qt::OtherFocusReason); });
    connect(m_tabs, &CountTabs::changed, this, &ReviewsPage::applyFilters);
    connect(m_summary, &RatingSummary::chosen, this, [this](int rating) {
        m_rating = rating;
        applyFilters();
    });
    connect(m_problem, &Banner::linkActivated, &m_model, &ReviewsModel::reload);
    if (m_services.sync) {
        connect(m_services.sync, &ports::SyncControl::rejectionsRead, this, &ReviewsPage::showRejections);
        connect(m_services.sync, &ports::SyncControl::rejectionsChanged, this,
                [this] { m_services.sync->readRejections({}); });
        connect(m_rejected, &Banner::linkActivated, this,
                [this] { (new RejectedReplies(m_theme, *m_services.sync, this))->open(); });
    }
    connect(m_empty, &EmptyState::chosen, this, [this] {
        if (m_model.state() == ReviewsModel::State::Failed)
            m_model.setQuery(m_model.query());
        else
            showQuery({});
    });
    connect(m_list, &ReviewsList::replySent, this, &ReviewsPage::send);
    connect(m_list, &ReviewsList::draftGivenUp, this, [this](const ReviewId& review, const QString& draft) {
        m_undoable = {};
        m_givenUp = review;
        m_draft = draft;
        m_toast->showMessage(tr("Draft discarded"), tr("Undo"), {}, Icon::Undo);
    });
    connect(m_toast, &Toast::actionTriggered, this, [this] {
        if (m_undoable.review.isNull())
            m_list->restoreDraft(m_givenUp, m_draft);
        else
            send(m_undoable.review, m_undoable.former);
    });
    connect(&m_services.sink, &ports::CommandSink::done, this, &ReviewsPage::takeResult);
    if (m_services.thumbnails)
        connect(m_services.thumbnails, &ThumbnailSource::arrived, m_list, [this] { m_list->viewport()->update(); });
    if (m_services.catalogue) {
        connect(m_services.catalogue, &ports::CatalogueReader::storeRead, this,
                [this](const StoreId&, const StoreProfile& store) {
                    const QTimeZone zone(store.timeZone.toUtf8());
                    if (zone.isValid())
                        m_list->reviewDelegate().setZone(zone);
                    m_list->viewport()->update();
                });
    }
}

void ReviewsPage::start()
{
    if (m_services.catalogue)
        m_services.catalogue->readStore();
    if (m_services.sync)
        m_services.sync->readRejections({});
    showQuery({});
}

void ReviewsPage::showQuery(const ports::ReviewsQuery& query)
{
    m_search->showSearch(query.search);
    m_tabs->setCurrent(query.unansweredOnly ? 1 : 0);
    m_rating = query.rating;
    applyFilters();
}

void ReviewsPage::applyFilters()
{
    m_summary->setChosen(m_rating);
    m_model.setQuery({.search = m_search->text().trimmed(),
                      .unansweredOnly = m_tabs->current() == 1,
                      .rating = m_rating});
    m_list->scrollToTop();
}

void ReviewsPage::showSummary(const ports::ReviewPage& page)
{
    m_all = std::accumulate(page.byRating.cbegin(), page.byRating.cend(), 0);
    m_unanswered = page.unanswered;
    m_tabs->setCount(0, formatCount(m_all, uiLanguage()));
    m_tabs->setCount(1, formatCount(m_unanswered, uiLanguage()));
    m_summary->show(page);
    m_summary->setChosen(m_rating);
    Q_EMIT unansweredChanged(m_unanswered);
}

void ReviewsPage::showState()
{
    using State = ReviewsModel::State;
    const State state = m_model.state();
    const bool some = m_model.rowCount() > 0;
    const bool failed = state == State::Failed;
    m_slow.stop();
    m_reading->hide();
    if (state == State::Reading && !some)
        m_slow.start();
    if (failed && some)
        m_problem->showMessage(Level::Out,
                               tr("<b>The reviews could not be read again.</b> %1").arg(m_model.failure().toHtmlEscaped()),
                               tr("Try again"));
    m_problem->setVisible(failed && some);
    const bool empty = !some && (failed || state == State::Ready);
    if (empty) {
        const bool filtered = m_model.query() != ports::ReviewsQuery();
        const bool none = m_all == 0 || !filtered;
        const bool answered = m_model.query() == ports::ReviewsQuery{.unansweredOnly = true};
        m_empty->clearChoices();
        m_empty->setDrawing(failed || none ? Drawing::Receipts : answered ? Drawing::AllDone : Drawing::Nothing);
        if (failed) {
            m_empty->setTexts(tr("The reviews could not be read"), m_model.failure());
            m_empty->addChoice(Icon::Sync, tr("Try again"), tr("Nothing of your data has been changed"));
        } else if (none) {
            m_empty->setTexts(tr("No reviews yet"), tr("Buyers can review what was delivered to them."));
        } else if (answered) {
            m_empty->setTexts(tr("Every review is answered"), tr("New ones show up here by themselves."));
            m_empty->addChoice(Icon::Star, tr("Show all reviews"), tr("Also those you have answered"));
        } else {
            m_empty->setTexts(tr("Nothing found"), tr("No review matches the search and the filters."));
            m_empty->addChoice(Icon::Close, tr("Clear search and filters"), tr("Show all reviews again"));
        }
    }
    m_empty->setVisible(empty);
    m_list->setVisible(!empty);
    m_summary->setVisible(m_all > 0);
}

void ReviewsPage::showRejections(const QList<ports::Rejection>& all)
{
    const QList<ports::Rejection> replies = RejectedReplies::ofReplies(all);
    m_rejected->setVisible(!replies.isEmpty());
    if (replies.isEmpty())
        return;
    const QString first = replies.constFirst().title.toHtmlEscaped();
    m_rejected->showMessage(Level::Out,
                            replies.size() == 1 ? tr("<b>The reply was not accepted.</b> %1").arg(first)
                                                : tr("<b>%1 replies were not accepted.</b> The first: %2")
                                                      .arg(formatCount(replies.size(), uiLanguage()), first),
                            tr("Decide"));
}

void ReviewsPage::send(const ReviewId& review, const QString& text)
{
    const int row = m_model.rowOf(review);
    const QString former = row >= 0 ? m_model.review(row).reply : QString();
    if (m_list->editor() && m_list->reviewDelegate().editing() == review)
        m_list->editor()->setSending(true);
    const quint64 ticket = m_services.sink.submit({ports::ReplyToReview{.review = review, .reply = text}});
    m_sent.insert(ticket, {review, text, former});
}

void ReviewsPage::takeResult(quint64 ticket, const QList<ports::CommandResult>& results)
{
    const auto found = m_sent.constFind(ticket);
    if (found == m_sent.cend())
        return;
    const Sent sent = *found;
    m_sent.erase(found);
    const ports::CommandResult result = results.value(0);
    const bool beingWritten = m_list->editor() && m_list->reviewDelegate().editing() == sent.review;
    if (!result.applied) {
        const QString why = result.violation ? ruleText(*result.violation, uiLanguage())
                                             : tr("The reply could not be saved on this computer: %1")
                                                   .arg(result.storageProblem);
        if (beingWritten)
            m_list->editor()->showProblem(why);
        else
            m_toast->showMessage(why, {}, {}, Icon::Warning);
        return;
    }
    m_undoable = sent;
    if (beingWritten) {
        m_list->closeReply();
        m_list->forgetDraft(sent.review);
        m_list->setFocus(Qt::OtherFocusReason);
    }
    m_model.reload();
    m_toast->showMessage(sent.text.isEmpty() ? tr("Reply removed") : tr("Reply saved"), tr("Undo"), {});
}

void ReviewsPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ReviewsPage::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.tokens().surface);
}

void ReviewsPage::retranslate()
{
    m_title->setText(tr("Reviews"));
    m_search->setPlaceholderText(tr("Search words, people, products"));
    m_search->setAccessibleName(tr("Search the reviews"));
    m_search->setKeyCap(tr("Ctrl F"));
    m_tabs->setTabs({tr("All"), tr("Unanswered")});
    m_tabs->setAccessibleName(tr("Which reviews"));
    m_list->setAccessibleName(tr("Reviews"));
    m_reading->setText(tr("Reading the reviews…"));
    m_tabs->setCount(0, formatCount(m_all, uiLanguage()));
    m_tabs->setCount(1, formatCount(m_unanswered, uiLanguage()));
    showState();
}

} // namespace belanjain::ui
