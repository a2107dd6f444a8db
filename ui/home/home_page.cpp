// SPDX-License-Identifier: GPL-3.0-or-later
#include "home/home_page.h"

#include "analytics/figure_strip.h"
#include "common/button.h"
#include "common/card.h"
#include "common/choices.h"
#include "common/labels.h"
#include "common/language.h"
#include "common/messages.h"
#include "common/shortcuts.h"
#include "common/theme.h"
#include "domain/format.h"
#include "home/home_words.h"
#include "home/task_row.h"
#include "home/top_row.h"
#include "home/week_chart.h"

#include <QAction>
#include <QEvent>
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QTimeZone>
#include <QVBoxLayout>

#include <algorithm>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int SoonMilliseconds = 150;
constexpr int MinuteMilliseconds = 60'000;
constexpr int FiguresWidth = 344;
constexpr int TwoColumns = 880; ///< narrower, and the figures go below what is to be done

void clear(QVBoxLayout* rows)
{
    while (QLayoutItem* item = rows->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        const std::unique_ptr<QLayoutItem> gone(item);
    }
}

QTimeZone zoneOf(const ports::HomeReport& report)
{
    const QTimeZone zone(report.timeZone.toUtf8());
    return zone.isValid() ? zone : QTimeZone("Asia/Jakarta");
}

} // namespace

HomePage::HomePage(const Theme& theme, const HomeServices& services, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_services(services)
{
    setObjectName(u"homePage"_s);
    m_soon.setSingleShot(true);
    m_soon.setInterval(SoonMilliseconds);
    m_minute.setInterval(MinuteMilliseconds);
    connect(&m_soon, &QTimer::timeout, this, &HomePage::read);
    connect(&m_minute, &QTimer::timeout, this, &HomePage::readSoon);
    layOut();
    connect(&services.reader, &ports::HomeReader::stale, this, &HomePage::readSoon);
    connect(&services.reader, &ports::HomeReader::reported, this, [this](const ports::HomeReport& report) {
        m_reading = false;
        m_report = report;
        m_problem->hide();
        fill();
        if (m_old)
            readSoon();
    });
    connect(&services.reader, &ports::HomeReader::failed, this, [this](const QString& reason) {
        m_reading = false;
        m_problem->showMessage(Level::Out, tr("<b>The figures could not be read.</b> %1").arg(reason.toHtmlEscaped()),
                               tr("Try again"));
        m_problem->show();
    });
    connect(&services.sync, &ports::SyncControl::statusChanged, this, [this] {
        if (m_report)
            fillTasks();
        showState();
    });
    connect(m_problem, &Banner::linkActivated, this, &HomePage::read);
    nameShortcutGroup(this, QT_TRANSLATE_NOOP("Shortcuts", "Home"));
    auto* make = new QAction(this);
    make->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_N));
    make->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(make, &QAction::triggered, this, &HomePage::newProductRequested);
    addAction(make);
    stateShortcut(make, QT_TRANSLATE_NOOP("Shortcuts", "New product"));
    stateKeys(this, u"↑ ↓"_s, QT_TRANSLATE_NOOP("Shortcuts", "Go from task to task"));
    retranslate();
    showState();
}

HomePage::~HomePage() = default;

void HomePage::setPerson(const QString& name)
{
    m_person = name;
    retranslate();
}

void HomePage::start()
{
    m_started = true;
    m_minute.start();
    read();
}

void HomePage::readSoon()
{
    m_old = true;
    if (m_started && isVisible() && !m_reading && !m_soon.isActive())
        m_soon.start();
}

void HomePage::read()
{
    m_old = false;
    m_reading = true;
    m_services.reader.read(m_services.clock.now());
}

void HomePage::layOut()
{
    m_greeting = makeLabel(m_theme, {}, TextStyle::Page, {}, this);
    m_greeting->setObjectName(u"pageTitle"_s);
    m_date = makeLabel(m_theme, {}, TextStyle::Body, u"secondary"_s, this);
    m_new = new Button(m_theme, {}, this);
    m_new->setObjectName(u"home.newProduct"_s);
    m_new->setKind(Button::Kind::Primary);
    m_new->setGlyph(Icon::Plus);
    connect(m_new, &Button::clicked, this, &HomePage::newProductRequested);
    m_problem = new Banner(m_theme, this);
    m_problem->hide();
    auto* headBox = new QWidget(this);
    headBox->setFixedHeight(measure::PageHeader);
    auto* head = new QHBoxLayout(headBox);
    head->setContentsMargins(measure::PageMargin, 0, measure::PageMargin, 0);
    head->setSpacing(12);
    head->addWidget(m_greeting);
    head->addWidget(m_date);
    head->addStretch(1);
    head->addWidget(m_new);

    m_body = new QWidget;
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight, m_body);
    m_columns->setContentsMargins(measure::PageMargin, 8, measure::PageMargin, measure::PageMargin);
    m_columns->setSpacing(24);
    m_figures = makeFigures();
    m_columns->addWidget(makeTasks(), 1);
    m_columns->addWidget(m_figures);
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(u"homeScroll"_s);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(m_body);
    for (QWidget* part : {static_cast<QWidget*>(scroll), m_body}) {
        part->setBackgroundRole(QPalette::Base);
        part->setAutoFillBackground(true);
    }
    m_empty = new EmptyState(m_theme, Drawing::Boxes, {}, {}, this);
    m_empty->setObjectName(u"homeEmpty"_s);
    connect(m_empty, &EmptyState::chosen, this, [this](int index) {
        if (index == 0)
            Q_EMIT newProductRequested();
        else
            Q_EMIT storeProfileRequested();
    });
    m_waiting = makeLabel(m_theme, {}, TextStyle::Body, u"secondary"_s, this);
    m_waiting->setObjectName(u"homeReading"_s);
    m_waiting->setAlignment(Qt::AlignCenter);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(headBox);
    column->addWidget(m_problem);
    column->addWidget(scroll, 1);
    column->addWidget(m_empty, 1);
    column->addWidget(m_waiting, 1);
}

TaskRow* HomePage::addTask(Card* card, HomeTask task, const QString& name)
{
    static constexpr std::array<std::pair<Icon, Tint Tokens::*>, 7> looks{{{Icon::Octagon, &Tokens::rejected},
                                                                          {Icon::Warning, &Tokens::out},
                                                                          {Icon::DotCircle, &Tokens::fresh},
                                                                          {Icon::HalfCircle, &Tokens::processing},
                                                                          {Icon::Empty, &Tokens::out},
                                                                          {Icon::Warning, &Tokens::low},
                                                                          {Icon::Chat, &Tokens::cancelled}}};
    const auto& [icon, tint] = looks.at(size_t(task));
    auto* row = new TaskRow(m_theme, name, icon, tint, card);
    row->setUrgent(task == HomeTask::Late);
    m_tasks.at(size_t(task)) = row;
    card->column()->addWidget(row);
    connect(row, &TaskRow::chosen, this, [this, task] { Q_EMIT taskChosen(task); });
    return row;
}

QWidget* HomePage::makeTasks()
{
    auto* side = new QWidget;
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    const auto section = [&](QLabel*& title, Card*& card) {
        title = makeLabel(m_theme, {}, TextStyle::Bold, {}, side);
        card = new Card(m_theme, side);
        card->column()->setContentsMargins(0, 0, 0, 0);
        card->column()->setSpacing(0);
        column->addWidget(title);
        column->addWidget(card);
        column->addSpacing(12);
    };
    section(m_nowTitle, m_nowCard);
    section(m_todayTitle, m_todayCard);
    section(m_eventsTitle, m_eventsCard);
    column->addStretch(1);
    addTask(m_nowCard, HomeTask::Decide, u"decide"_s);
    addTask(m_nowCard, HomeTask::Late, u"late"_s);
    addTask(m_todayCard, HomeTask::Process, u"process"_s);
    addTask(m_todayCard, HomeTask::Ship, u"ship"_s);
    addTask(m_todayCard, HomeTask::Restock, u"restock"_s);
    addTask(m_todayCard, HomeTask::Low, u"low"_s);
    addTask(m_todayCard, HomeTask::Reply, u"reply"_s);

    m_done = new QWidget(m_todayCard);
    m_done->setObjectName(u"home.allDone"_s);
    auto* done = new QHBoxLayout(m_done);
    done->setContentsMargins(16, 16, 16, 16);
    done->setSpacing(12);
    auto* tick = new IconLabel(m_theme, Icon::DoneCircle, &Tokens::text2, measure::IconLarge, m_done);
    tick->setTint(&Tokens::done);
    m_doneTitle = makeLabel(m_theme, {}, TextStyle::Bold, {}, m_done);
    m_doneText = makeLabel(m_theme, {}, TextStyle::Secondary, u"secondary"_s, m_done);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_doneTitle);
    words->addWidget(m_doneText);
    done->addWidget(tick);
    done->addLayout(words, 1);
    m_todayCard->column()->addWidget(m_done);

    m_eventsCard->setObjectName(u"home.events"_s);
    m_eventRows = new QVBoxLayout;
    m_eventRows->setContentsMargins(16, 10, 16, 10);
    m_eventRows->setSpacing(0);
    m_eventsCard->column()->addLayout(m_eventRows);
    return side;
}

QWidget* HomePage::makeFigures()
{
    auto* side = new QWidget;
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(16);
    const auto card = [&] {
        auto* made = new Card(m_theme, side);
        made->column()->setContentsMargins(16, 14, 16, 14);
        column->addWidget(made);
        return made;
    };
    Card* today = card();
    m_today = new FigureTile(m_theme, u"home.today"_s, today);
    today->column()->addWidget(m_today);
    Card* week = card();
    m_week = new FigureTile(m_theme, u"home.week"_s, week);
    m_chart = new WeekChart(m_theme, week);
    week->column()->addWidget(m_week);
    week->column()->addSpacing(8);
    week->column()->addWidget(m_chart);
    m_topCard = card();
    m_topCard->setObjectName(u"home.top"_s);
    m_topTitle = makeLabel(m_theme, {}, TextStyle::Bold, {}, m_topCard);
    m_topCard->column()->addWidget(m_topTitle);
    m_topRows = new QVBoxLayout;
    m_topRows->setContentsMargins(0, 4, 0, 0);
    m_topRows->setSpacing(0);
    m_topCard->column()->setContentsMargins(8, 14, 8, 8);
    m_topTitle->setContentsMargins(8, 0, 8, 0);
    m_topCard->column()->addLayout(m_topRows);
    column->addStretch(1);
    return side;
}

void HomePage::showState()
{
    const bool fetching = !m_report || !m_report->synced;
    const bool newShop = !fetching && !m_report->anyProduct && !m_report->anyOrder;
    const bool decisions = m_services.sync.status().attention > 0;
    m_waiting->setVisible(fetching && !decisions);
    m_empty->setVisible(newShop && !decisions);
    findChild<QScrollArea*>(u"homeScroll"_s)->setVisible((!fetching && !newShop) || decisions);
    const bool offline = m_services.sync.status().connection == ports::Connection::Unreachable ||
                         m_services.sync.status().connection == ports::Connection::WorkingOffline;
    m_waiting->setText(!m_report  ? QString()
                       : offline ? tr("Your store is fetched once as soon as the marketplace answers.")
                                 : tr("Your store is being fetched. This happens once."));
    m_new->setVisible(!newShop);
}

void HomePage::setTask(HomeTask task, int count, const QString& title, const QString& detail, const QString& amount,
                       const QString& action)
{
    TaskRow* row = m_tasks.at(size_t(task));
    row->setTexts(title, detail, amount, action);
    row->setVisible(count > 0);
}

void HomePage::fillTasks()
{
    const ports::HomeReport& r = *m_report;
    const QTimeZone zone = zoneOf(r);
    const int decisions = m_services.sync.status().attention;
    setTask(HomeTask::Decide, decisions, decideTitle(decisions), tr("The marketplace could not take them as they are"), {},
            tr("Decide"));
    setTask(HomeTask::Late, r.late.count, lateTitle(r.late.count), lateDetail(r.latest, r.at),
            formatRupiah(r.late.total), tr("Open"));
    setTask(HomeTask::Process, r.fresh.count, freshTitle(r.fresh.count), waitingDetail(r.fresh, r.at, zone),
            formatRupiah(r.fresh.total), tr("Process"));
    setTask(HomeTask::Ship, r.started.count, startedTitle(r.started.count), waitingDetail(r.started, r.at, zone),
            formatRupiah(r.started.total), tr("Ship"));
    setTask(HomeTask::Restock, r.out, outTitle(r.out), outDetail(r.outNames, r.out),
            r.outOrdered > 0 ? tr("%1 ordered this week").arg(formatCount(r.outOrdered, uiLanguage())) : QString(),
            tr("Add stock"));
    setTask(HomeTask::Low, r.low, lowTitle(r.low), tr("Below the limit that you have set"), {}, tr("View"));
    setTask(HomeTask::Reply, r.unanswered, reviewsTitle(r.unanswered), reviewsDetail(r.worstRating, r.worstProduct), {},
            tr("Reply"));
    bool now = false;
    bool today = false;
    for (size_t i = 0; i < m_tasks.size(); ++i) {
        const bool urgent = i <= size_t(HomeTask::Late);
        const bool shown = !m_tasks.at(i)->isHidden();
        m_tasks.at(i)->setLine(shown && (urgent ? now : today));
        (urgent ? now : today) |= shown;
    }
    m_nowTitle->setVisible(now);
    m_nowCard->setVisible(now);
    m_done->setVisible(!today);
    m_doneTitle->setText(now ? tr("Nothing else waits for you") : tr("Nothing waits for you"));
    m_doneText->setText(tr("New orders and reviews show up here by themselves."));
}

void HomePage::fillFigures()
{
    const ports::HomeReport& r = *m_report;
    const QDate today = dayOf(r.at, zoneOf(r));
    const auto orders = [](qint64 n) {
        return n == 1 ? tr("1 order") : tr("%1 orders").arg(formatCount(n, uiLanguage()));
    };
    const QString day = formatLongDate(today, uiLanguage()).section(u',', 0, 0);
    m_today->setName(tr("Today · %1").arg(orders(r.today.orders)), tr("Booked until now, held against the same hours a week ago"));
    m_today->setValue(formatRupiah(r.today.booked), r.today.booked.rupiah, r.todayBefore.booked.rupiah,
                      r.todayBefore.booked.rupiah > 0 ? tr("against last %1").arg(day)
                                                      : tr("nothing by this hour last %1").arg(day));
    m_week->setName(tr("This week"), tr("Booked since Monday, held against the same days a week ago"));
    m_week->setValue(formatRupiah(r.week.booked), r.week.booked.rupiah, r.weekBefore.booked.rupiah,
                     r.weekBefore.booked.rupiah > 0 ? tr("against the same days last week") : orders(r.week.orders));
    m_chart->show(r.firstDay, today, r.days, r.daysBefore);
}

void HomePage::fillTop()
{
    const ports::HomeReport& r = *m_report;
    clear(m_topRows);
    for (const ports::TopProduct& product : r.top) {
        auto* row = new TopRow(m_theme, m_services.thumbnails, product, m_topCard);
        row->setObjectName(u"home.top.%1"_s.arg(m_topRows->count()));
        connect(row, &TopRow::clicked, this, [this, product] { Q_EMIT productChosen(product.product, product.name); });
        m_topRows->addWidget(row);
    }
    m_topCard->setVisible(!r.top.isEmpty());
}

void HomePage::fillEvents()
{
    const ports::HomeReport& r = *m_report;
    const QTimeZone zone = zoneOf(r);
    const QDate today = dayOf(r.at, zone);
    clear(m_eventRows);
    const auto whenText = [&](const ports::HomeEvent& event) {
        return dayOf(event.at, zone) == today ? formatTime(event.at, zone, uiLanguage()) : formatDate(event.at, zone, uiLanguage());
    };
    const QFontMetrics metrics(m_theme.tabularFont(TextStyle::Body));
    int widest = 0;
    for (const ports::HomeEvent& event : r.events)
        widest = std::max(widest, metrics.horizontalAdvance(whenText(event)));
    for (const ports::HomeEvent& event : r.events) {
        auto* line = new QWidget(m_eventsCard);
        line->setFixedHeight(28);
        auto* row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(12);
        auto* when = makeLabel(m_theme, whenText(event), TextStyle::Body, u"secondary"_s, line);
        when->setFont(m_theme.tabularFont(TextStyle::Body));
        when->setFixedWidth(widest + 4);
        row->addWidget(when);
        row->addWidget(new ElidedLabel(m_theme, eventText(event), TextStyle::Body, line), 1);
        m_eventRows->addWidget(line);
    }
    m_eventsTitle->setVisible(!r.events.isEmpty());
    m_eventsCard->setVisible(!r.events.isEmpty());
}

void HomePage::fill()
{
    const QTimeZone zone = zoneOf(*m_report);
    m_greeting->setText(greeting(m_person, m_report->at, zone));
    m_date->setText(formatLongDate(m_report->at, zone, uiLanguage()));
    fillTasks();
    fillFigures();
    fillTop();
    fillEvents();
    showState();
}

void HomePage::retranslate()
{
    setAccessibleName(tr("Home"));
    m_new->setText(tr("New product"));
    m_new->setKeyCap(u"Ctrl N"_s);
    m_new->setToolTip(tr("New product (Ctrl+N)"));
    m_nowTitle->setText(tr("Now"));
    m_todayTitle->setText(tr("Today"));
    m_eventsTitle->setText(tr("Latest"));
    m_topTitle->setText(tr("Best sellers of the week"));
    m_empty->setTexts(tr("Your store is ready for its first product"),
                      tr("What needs doing shows up here once buyers find something to order."));
    m_empty->clearChoices();
    m_empty->addChoice(Icon::Plus, tr("Create a product"), tr("A name, a price and how many you have are enough"),
                       u"Ctrl N"_s);
    m_empty->addChoice(Icon::Shop, tr("Describe your store"), tr("Name, place and what buyers should know"));
    if (m_report)
        fill();
}

void HomePage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const bool beside = width() >= TwoColumns;
    m_columns->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_figures->setMinimumWidth(beside ? FiguresWidth : 0);
    m_figures->setMaximumWidth(beside ? FiguresWidth : QWIDGETSIZE_MAX);
}

void HomePage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void HomePage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_old)
        readSoon();
}

void HomePage::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.tokens().surface);
}

void HomePage::keyPressEvent(QKeyEvent* event)
{
    const bool down = event->key() == Qt::Key_Down;
    if (!down && event->key() != Qt::Key_Up) {
        QWidget::keyPressEvent(event);
        return;
    }
    QList<QWidget*> stops;
    for (TaskRow* row : m_tasks) {
        if (row->isVisible())
            stops.append(row->button());
    }
    if (stops.isEmpty())
        return;
    const qsizetype here = stops.indexOf(focusWidget());
    stops.at(here < 0 ? 0 : std::clamp<qsizetype>(here + (down ? 1 : -1), 0, stops.size() - 1))
        ->setFocus(Qt::TabFocusReason);
}

} // namespace belanjain::ui
