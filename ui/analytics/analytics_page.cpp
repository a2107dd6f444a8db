// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/analytics_page.h"

#include "analytics/analytics_parts.h"
#include "analytics/chart_picture.h"
#include "analytics/revenue_chart.h"
#include "analytics/sales_file.h"
#include "analytics/status_breakdown.h"
#include "analytics/top_products.h"
#include "common/button.h"
#include "common/choices.h"
#include "common/labels.h"
#include "common/messages.h"
#include "common/range_panel.h"
#include "common/theme.h"
#include "common/view_settings.h"

#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QPainter>
#include <QScrollArea>
#include <QStandardPaths>
#include <QTimeZone>
#include <QVBoxLayout>

#include <algorithm>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr auto PresetKey = "analytics/preset"_L1;
constexpr auto FirstKey = "analytics/first"_L1;
constexpr auto LastKey = "analytics/last"_L1;
constexpr auto GranularityKey = "analytics/granularity"_L1;
constexpr auto TopByKey = "analytics/topBy"_L1;
constexpr auto FolderKey = "analytics/folder"_L1;

constexpr int GatherMilliseconds = 400;
constexpr int SlowMilliseconds = 200;
constexpr int MinuteMilliseconds = 60'000;
constexpr int TopRows = 12;
/// Far from the tickets of other screens over the same reader.
constexpr quint64 FirstTicket = quint64(1) << 40;

QTimeZone zoneOf(const QString& name)
{
    const QTimeZone zone(name.toUtf8());
    return zone.isValid() ? zone : QTimeZone("Asia/Jakarta");
}

QString suffixOf(SalesExport kind)
{
    switch (kind) {
    case SalesExport::Png:
        return u"png"_s;
    case SalesExport::Pdf:
        return u"pdf"_s;
    case SalesExport::Csv:
        return u"csv"_s;
    case SalesExport::Excel:
        break;
    }
    return u"xlsx"_s;
}

} // namespace

AnalyticsPage::AnalyticsPage(const Theme& theme, const AnalyticsServices& services, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_services(services)
    , m_ticket(FirstTicket)
    , m_head(new AnalyticsHead(theme, this))
    , m_problem(new Banner(theme, this))
    , m_scroll(new QScrollArea(this))
    , m_body(new AnalyticsBody(theme))
    , m_nothing(new EmptyState(theme, Drawing::Chart, {}, {}, this))
    , m_failed(new EmptyState(theme, Drawing::Nothing, {}, {}, this))
    , m_reading(makeLabel(theme, {}, TextStyle::Body, u"secondary"_s, this))
    , m_toast(new Toast(theme, this))
{
    setObjectName(u"analyticsPage"_s);
    layOut();
    connectParts();
    restore();
    retranslate();
    setState(State::Reading);
}

AnalyticsPage::~AnalyticsPage() = default;

void AnalyticsPage::layOut()
{
    m_problem->setObjectName(u"banner"_s);
    m_problem->setClosable(true);
    m_problem->hide();
    m_nothing->setObjectName(u"nothingSold"_s);
    m_failed->setObjectName(u"salesUnreadable"_s);
    m_reading->setObjectName(u"salesReading"_s);
    m_reading->setAlignment(Qt::AlignCenter);
    m_toast->setObjectName(u"analyticsToast"_s);
    m_toast->setBottomInset(0);
    m_scroll->setObjectName(u"analyticsScroll"_s);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(m_body);
    m_body->setAutoFillBackground(false);
    m_scroll->viewport()->setAutoFillBackground(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(m_problem);
    for (QWidget* part : {static_cast<QWidget*>(m_scroll), static_cast<QWidget*>(m_nothing),
                          static_cast<QWidget*>(m_failed), static_cast<QWidget*>(m_reading)})
        column->addWidget(part, 1);
    setFocusProxy(&m_body->chart());
    m_gather.setSingleShot(true);
    m_gather.setInterval(GatherMilliseconds);
    m_slow.setSingleShot(true);
    m_slow.setInterval(SlowMilliseconds);
    m_midnight.setInterval(MinuteMilliseconds);
}

void AnalyticsPage::connectParts()
{
    connect(&m_services.reader, &ports::SalesReader::summarised, this, &AnalyticsPage::takeSummary);
    connect(&m_services.reader, &ports::SalesReader::reported, this, &AnalyticsPage::takeReport);
    connect(&m_services.reader, &ports::SalesReader::failed, this, &AnalyticsPage::takeFailure);
    connect(&m_services.reader, &ports::SalesReader::stale, this, [this] {
        m_old = true;
        // A burst of orders is one reading: the first change starts the wait and the others join it.
        if (isVisible() && !m_gather.isActive())
            m_gather.start();
    });
    connect(&m_gather, &QTimer::timeout, this, &AnalyticsPage::refresh);
    connect(&m_slow, &QTimer::timeout, this, [this] { m_reading->setVisible(m_state == State::Reading); });
    connect(&m_midnight, &QTimer::timeout, this, [this] {
        if (m_preset != RangePreset::Free && rangeOf(m_preset, today()) != m_range)
            refresh();
    });
    connect(m_head, &AnalyticsHead::presetChosen, this, &AnalyticsPage::choosePreset);
    connect(m_head, &AnalyticsHead::rangePressed, this, &AnalyticsPage::openRangePanel);
    connect(m_head, &AnalyticsHead::exportChosen, this, &AnalyticsPage::askForFile);
    connect(m_body, &AnalyticsBody::granularityChosen, this, &AnalyticsPage::chooseGranularity);
    connect(m_body, &AnalyticsBody::topByChosen, this, &AnalyticsPage::chooseTopBy);
    connect(m_problem, &Banner::linkActivated, this, &AnalyticsPage::refresh);
    connect(m_failed, &EmptyState::chosen, this, &AnalyticsPage::refresh);
    connect(m_nothing, &EmptyState::chosen, this, [this] {
        if (nothingToSell())
            Q_EMIT newProductRequested();
        else
            Q_EMIT ordersRequested({}, {});
    });
    connect(&m_body->chart(), &RevenueChart::opened, this,
            [this](int index) { Q_EMIT ordersRequested(ordersOf(m_body->chart().bars().at(index).days), {}); });
    connect(&m_body->states(), &StatusBreakdown::opened, this, [this](OrderStatus status) {
        ports::OrdersQuery query = ordersOf({m_report.query.first, m_report.query.last});
        query.status = status;
        Q_EMIT ordersRequested(query, {});
    });
    connect(&m_body->top(), &TopProducts::opened, this, [this](const ports::TopProduct& product) {
        ports::OrdersQuery query = ordersOf({m_report.query.first, m_report.query.last});
        query.product = product.product;
        Q_EMIT ordersRequested(query, product.name);
    });
}

void AnalyticsPage::restore()
{
    const ViewSettings& settings = m_services.settings;
    bool known = false;
    const int preset = settings.value(PresetKey).toInt(&known);
    if (known && preset >= 0 && preset <= int(RangePreset::Free))
        m_preset = RangePreset(preset);
    if (m_preset == RangePreset::Free) {
        m_range = {QDate::fromString(settings.value(FirstKey).toString(), Qt::ISODate),
                   QDate::fromString(settings.value(LastKey).toString(), Qt::ISODate)};
        if (!m_range.isValid())
            m_preset = RangePreset::Month;
    }
    m_chosenGranularity = parseGranularity(settings.value(GranularityKey).toString());
    m_topBy = settings.value(TopByKey).toString() == u"units" ? ports::TopBy::Units : ports::TopBy::Revenue;
}

void AnalyticsPage::remember()
{
    ViewSettings& settings = m_services.settings;
    settings.setValue(PresetKey, int(m_preset));
    const bool isFree = m_preset == RangePreset::Free;
    settings.setValue(FirstKey, isFree ? m_range.first.toString(Qt::ISODate) : QVariant());
    settings.setValue(LastKey, isFree ? m_range.last.toString(Qt::ISODate) : QVariant());
    settings.setValue(GranularityKey, m_chosenGranularity ? wireName(*m_chosenGranularity) : QVariant());
    settings.setValue(TopByKey, m_topBy == ports::TopBy::Units ? u"units"_s : u"revenue"_s);
}

void AnalyticsPage::retranslate()
{
    m_head->retranslate();
    m_body->retranslate();
    m_nothing->setTexts(tr("Nothing sold yet"),
                        tr("Revenue, best sellers and comparisons appear here from your first order."));
    offerWayOut();
    m_failed->clearChoices();
    m_failed->addChoice(Icon::Sync, tr("Try again"), tr("Nothing of your data has been changed"));
    m_reading->setText(tr("Adding up your sales…"));
    present();
}

bool AnalyticsPage::nothingToSell() const { return m_summary && m_summary->stockVariants == 0; }

void AnalyticsPage::offerWayOut()
{
    m_nothing->clearChoices();
    if (nothingToSell())
        m_nothing->addChoice(Icon::Plus, tr("Create a product"), tr("Buyers can order it as soon as it is there"));
    else
        m_nothing->addChoice(Icon::Orders, tr("Show orders"), tr("New orders come in by themselves"));
}

QDate AnalyticsPage::today() const
{
    return dayOf(m_services.clock.now(), zoneOf(m_summary ? m_summary->timeZone : QString()));
}

void AnalyticsPage::choosePreset(RangePreset preset)
{
    m_preset = preset;
    m_chosenGranularity.reset();
    remember();
    readReport();
}

void AnalyticsPage::chooseRange(const DayRange& range)
{
    if (!range.isValid())
        return;
    m_preset = RangePreset::Free;
    m_range = range;
    m_chosenGranularity.reset();
    remember();
    readReport();
}

void AnalyticsPage::chooseGranularity(Granularity granularity)
{
    const Granularity readable = readableGranularity(m_range, granularity);
    if (readable != granularity) {
        m_toast->showMessage(readable == Granularity::Week
                                 ? tr("So many days fit on the chart as weeks only.")
                                 : tr("So many days fit on the chart as months only."),
                             {}, {}, Icon::Chart);
    }
    m_chosenGranularity = readable;
    remember();
    readReport();
}

void AnalyticsPage::chooseTopBy(ports::TopBy by)
{
    m_topBy = by;
    remember();
    readReport();
}

void AnalyticsPage::refresh()
{
    m_old = false;
    m_awaitsSummary = true;
    if (m_state != State::Shown)
        setState(State::Reading);
    m_services.reader.readSummary(m_services.clock.now());
}

void AnalyticsPage::takeSummary(const ports::SalesSummary& summary)
{
    // Another screen over the same reader may have asked.
    if (!m_awaitsSummary)
        return;
    m_awaitsSummary = false;
    const bool before = nothingToSell();
    m_summary = summary;
    if (nothingToSell() != before)
        offerWayOut();
    readReport();
}

void AnalyticsPage::readReport()
{
    if (!m_summary)
        return;
    if (m_preset != RangePreset::Free)
        m_range = rangeOf(m_preset, today());
    const Granularity granularity =
        readableGranularity(m_range, m_chosenGranularity.value_or(usualGranularity(m_range)));
    showControls();
    m_services.reader.readReport(++m_ticket, {.first = m_range.first,
                                              .last = m_range.last,
                                              .granularity = granularity,
                                              .topBy = m_topBy,
                                              .topLimit = TopRows});
}

void AnalyticsPage::takeReport(quint64 ticket, const ports::SalesReport& report)
{
    if (ticket != m_ticket || !m_summary)
        return;
    m_report = report;
    setState(m_summary->firstSale.isNull() ? State::NothingYet : State::Shown);
    present();
}

void AnalyticsPage::takeFailure(const QString& reason)
{
    m_awaitsSummary = false;
    if (m_state == State::Shown && isVisible()) {
        m_problem->showMessage(Level::Out,
                               tr("<b>The figures could not be read again.</b> What you see may be old. %1")
                                   .arg(reason.toHtmlEscaped()),
                               tr("Try again"));
        m_problem->show();
    } else if (m_state == State::Reading) {
        setState(State::Failed, reason);
    }
}

void AnalyticsPage::setState(State state, const QString& reason)
{
    m_state = state;
    m_slow.stop();
    m_reading->hide();
    if (state == State::Reading)
        m_slow.start();
    if (state == State::Failed)
        m_failed->setTexts(tr("The figures could not be read"), reason);
    if (state == State::Shown)
        m_problem->hide();
    m_scroll->setVisible(state == State::Shown);
    m_nothing->setVisible(state == State::NothingYet);
    m_failed->setVisible(state == State::Failed);
    showControls();
}

void AnalyticsPage::showControls()
{
    m_head->show(m_preset, m_range);
    m_head->setExportable(m_state == State::Shown);
}

void AnalyticsPage::present()
{
    showControls();
    if (m_state != State::Shown)
        return;
    m_body->show(m_report);
    m_body->showStock(*m_summary);
}

ports::OrdersQuery AnalyticsPage::ordersOf(const DayRange& days) const
{
    const Span span = spanOf(days.first, days.last, zoneOf(m_summary ? m_summary->timeZone : QString()));
    ports::OrdersQuery query;
    query.from = span.from;
    query.until = span.until;
    return query;
}

void AnalyticsPage::openRangePanel()
{
    auto* panel = new RangePanel(m_theme, m_range, today(), this);
    connect(panel, &RangePanel::chosen, this, &AnalyticsPage::chooseRange);
    panel->popUp(*m_head->rangeButton());
}

void AnalyticsPage::askForFile(SalesExport kind)
{
    QString folder = m_services.settings.value(FolderKey).toString();
    if (folder.isEmpty() || !QDir(folder).exists())
        folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString suffix = suffixOf(kind);
    //: The beginning of a file's name; no spaces.
    const QString name = u"%1-%2-%3.%4"_s.arg(tr("sales"), m_report.query.first.toString(Qt::ISODate),
                                              m_report.query.last.toString(Qt::ISODate), suffix);
    auto* dialog = new QFileDialog(this, tr("Save as"), folder);
    dialog->setObjectName(u"exportDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->setNameFilter(u"%1 (*.%2)"_s.arg(suffix.toUpper(), suffix));
    dialog->selectFile(name);
    connect(dialog, &QFileDialog::fileSelected, this, [this, kind](const QString& path) {
        m_services.settings.setValue(FolderKey, QFileInfo(path).absolutePath());
        exportTo(kind, path);
    });
    dialog->open();
}

void AnalyticsPage::exportTo(SalesExport kind, const QString& path)
{
    QString problem;
    if (kind == SalesExport::Csv) {
        problem = writeSales(path, sheet::Format::Csv, m_report);
    } else if (kind == SalesExport::Excel) {
        problem = writeSales(path, sheet::Format::Excel, m_report);
    } else {
        const RevenueChart& chart = m_body->chart();
        const QString days = rangeText({m_report.query.first, m_report.query.last});
        const ChartPicture picture{.title = chartTitle(chart.granularity()),
                                   .subtitle = m_store.isEmpty() ? days : u"%1 · %2"_s.arg(m_store, days),
                                   .figures = m_body->figures().shown(),
                                   .bars = chart.bars(),
                                   .granularity = chart.granularity(),
                                   .beforeName = chart.beforeName()};
        problem = kind == SalesExport::Png ? picture.savePng(path) : picture.savePdf(path);
    }
    const QString name = QFileInfo(path).fileName();
    if (problem.isEmpty())
        m_toast->showMessage(tr("Saved as %1").arg(name), {}, {}, Icon::Download);
    else
        m_toast->showMessage(tr("%1 could not be saved: %2").arg(name, problem), {}, {}, Icon::Warning);
}

void AnalyticsPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_midnight.start();
    const bool otherDay = m_summary && m_preset != RangePreset::Free && rangeOf(m_preset, today()) != m_range;
    if (m_old || otherDay || m_state == State::Failed)
        refresh();
}

void AnalyticsPage::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_midnight.stop();
    if (m_gather.isActive()) {
        m_gather.stop();
        m_old = true;
    }
}

void AnalyticsPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void AnalyticsPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    update();
}

void AnalyticsPage::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.tokens().surface);
}

} // namespace belanjain::ui
