// SPDX-License-Identifier: GPL-3.0-or-later
#include "orders/orders_page.h"

#include "common/button.h"
#include "common/choices.h"
#include "common/column_widths.h"
#include "common/fields.h"
#include "common/labels.h"
#include "common/language.h"
#include "common/link_button.h"
#include "common/messages.h"
#include "common/range_panel.h"
#include "common/shortcuts.h"
#include "common/theme.h"
#include "common/view_settings.h"
#include "domain/format.h"
#include "domain/periods.h"
#include "domain/shipping_deadline.h"
#include "orders/filter_chips.h"
#include "orders/order_panel.h"
#include "orders/order_words.h"
#include "orders/orders_view.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QSplitter>
#include <QVBoxLayout>

namespace belanjain::ui {

using namespace Qt::StringLiterals;
using tables::OrderColumn;
using tables::OrdersModel;

namespace {

constexpr auto splitKey = "orders/split"_L1;
constexpr auto sortKey = "orders/sort"_L1;
constexpr int minuteMs = 60'000;
constexpr int panelWidth = 440;
constexpr int actionsHeight = 56;
/// Among the choices of ranges, which are numbers of days.
constexpr int chooseDays = -1;
const QDate earliestDay(2000, 1, 1);

/// Tabs in the order of work; the first shows all.
constexpr OrderStatus tabStates[] = {OrderStatus::Pending, OrderStatus::Processing, OrderStatus::Shipped,
                                     OrderStatus::Delivered, OrderStatus::Cancelled};

int tabOf(const std::optional<OrderStatus>& status) { return status ? int(*status) + 1 : 0; }

} // namespace

OrdersPage::OrdersPage(const Theme& theme, const OrdersServices& services, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_services(services)
    , m_model(services.reader)
    , m_mover(services.sink)
    , m_outlet(new OrdersOutlet(
          theme, {services.reader, services.prints, services.files, services.settings, services.clock}, this))
    , m_title(makeLabel(theme, {}, TextStyle::Page, {}, this))
    , m_search(new SearchField(theme, {}, this))
    , m_range(new DropButton(theme, {}, this))
    , m_productButton(new Button(theme, QString(), this))
    , m_export(new Button(theme, QString(), this))
    , m_chips(new FilterChips(theme, this))
    , m_tabs(new CountTabs(theme, this))
    , m_lateBox(new QWidget(this))
    , m_lateText(makeLabel(theme, {}, TextStyle::Strong, u"out"_s, m_lateBox))
    , m_lateLink(new LinkButton(theme, {}, m_lateBox))
    , m_view(new OrdersView(theme, m_model, services.clock, this))
    , m_panel(new OrderPanel(theme, services.thumbnails, this))
    , m_empty(new EmptyState(theme, Drawing::Receipts, {}, {}, m_view))
    , m_bulkBar(new BulkBar(theme, this))
    , m_bulkProcess(m_bulkBar->addButton({}, Icon::HalfCircle))
    , m_bulkShip(m_bulkBar->addButton({}, Icon::Truck))
    , m_bulkDeliver(m_bulkBar->addButton({}, Icon::DoneCircle))
    , m_bulkPrint(m_bulkBar->addButton({}, Icon::Print))
    , m_bulkCancel(m_bulkBar->addButton({}))
    , m_toast(new Toast(theme, this))
{
    setObjectName(u"ordersPage"_s);
    layOut();
    addShortcuts();
    connectParts();
    retranslate();
    showMarks();
}

OrdersPage::~OrdersPage() = default;

void OrdersPage::layOut()
{
    m_title->setObjectName(u"pageTitle"_s);
    m_search->setObjectName(u"ordersSearch"_s);
    m_range->setObjectName(u"ordersRange"_s);
    m_productButton->setObjectName(u"ordersProduct"_s);
    m_export->setObjectName(u"ordersExport"_s);
    m_bulkPrint->setObjectName(u"bulkPrint"_s);
    m_tabs->setObjectName(u"ordersTabs"_s);
    m_lateLink->setObjectName(u"lateLink"_s);
    m_bulkProcess->setObjectName(u"bulkProcess"_s);
    m_bulkShip->setObjectName(u"bulkShip"_s);
    m_bulkDeliver->setObjectName(u"bulkDeliver"_s);
    m_bulkCancel->setObjectName(u"bulkCancel"_s);
    m_toast->setObjectName(u"ordersToast"_s);
    m_empty->setObjectName(u"ordersEmpty"_s);
    m_bulkCancel->setKind(Button::Kind::Danger);
    m_range->setGlyph(Icon::Calendar);
    m_productButton->setGlyph(Icon::Tag);
    m_productButton->setChevron(true);
    m_export->setGlyph(Icon::Download);
    m_export->setChevron(true);
    m_bulkPrint->setChevron(true);
    m_export->setVisible(m_outlet->canSave());
    m_bulkPrint->setVisible(m_outlet->canPrint());
    m_panel->setCanPrint(m_outlet->canPrint());
    m_empty->hide();
    m_view->viewport()->installEventFilter(this);
    m_lateBox->hide();

    auto* head = new QHBoxLayout;
    head->setContentsMargins(measure::PageMargin, 0, measure::PageMargin, 0);
    head->setSpacing(8);
    head->addWidget(m_title);
    head->addStretch();
    head->addWidget(m_search);
    head->addWidget(m_range);
    head->addWidget(m_productButton);
    head->addWidget(m_export);
    auto* headBox = new QWidget(this);
    headBox->setFixedHeight(measure::PageHeader);
    headBox->setLayout(head);

    auto* late = new QHBoxLayout(m_lateBox);
    late->setContentsMargins(0, 0, 0, 0);
    late->setSpacing(6);
    auto* lateIcon = new IconLabel(m_theme, Icon::Warning, &Tokens::text, measure::IconNormal, m_lateBox);
    lateIcon->setTint(&Tokens::out);
    late->addWidget(lateIcon);
    late->addWidget(m_lateText);
    late->addSpacing(10);
    late->addWidget(m_lateLink);
    auto* tabs = new QHBoxLayout;
    tabs->setContentsMargins(measure::PageMargin, 0, measure::PageMargin, 0);
    tabs->addWidget(m_tabs);
    tabs->addStretch();
    tabs->addWidget(m_lateBox);

    auto* split = new QSplitter(Qt::Horizontal, this);
    split->setObjectName(u"ordersSplit"_s);
    split->setChildrenCollapsible(false);
    split->setHandleWidth(1);
    split->addWidget(m_view);
    split->addWidget(m_panel);
    split->setStretchFactor(0, 1);
    m_panel->setMinimumWidth(360);
    m_view->setMinimumWidth(480);
    m_view->columns().remember(m_services.settings, u"orders/columns"_s);
    if (!split->restoreState(m_services.settings.value(splitKey).toByteArray()))
        split->setSizes({4 * panelWidth, panelWidth});
    connect(split, &QSplitter::splitterMoved, this,
            [this, split] { m_services.settings.setValue(splitKey, split->saveState()); });

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(headBox);
    column->addLayout(tabs);
    column->addSpacing(1);
    column->addWidget(m_chips);
    column->addWidget(split, 1);
    m_outlet->progress()->setContentsMargins(measure::PageMargin, 6, measure::PageMargin, 6);
    column->addWidget(m_outlet->progress());
    column->addWidget(m_bulkBar);
    setFocusProxy(m_view);
}

void OrdersPage::addShortcuts()
{
    nameShortcutGroup(this, QT_TRANSLATE_NOOP("Shortcuts", "Orders"));
    const auto add = [this](QWidget* where, const QKeySequence& keys, const char* text, auto slot) {
        auto* action = new QAction(where);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, slot);
        where->addAction(action);
        stateShortcut(action, text);
    };
    add(this, QKeySequence(Qt::CTRL | Qt::Key_F), QT_TRANSLATE_NOOP("Shortcuts", "Search"),
        [this] { m_search->setFocus(Qt::ShortcutFocusReason); });
    add(this, QKeySequence::Undo, QT_TRANSLATE_NOOP("Shortcuts", "Undo"), [this] { takeBack(); });
    add(this, QKeySequence::Print, QT_TRANSLATE_NOOP("Shortcuts", "Print labels"),
        [this] { print(ports::PrintedDocument::Label); });
    // Letters act from the list only: in a field they are text.
    add(m_view, QKeySequence(Qt::Key_P), QT_TRANSLATE_NOOP("Shortcuts", "Process the chosen orders"),
        [this] { act(OrderStatus::Processing); });
    add(m_view, QKeySequence(Qt::Key_S), QT_TRANSLATE_NOOP("Shortcuts", "Ship the chosen orders"),
        [this] { act(OrderStatus::Shipped); });
    add(m_view, QKeySequence(Qt::Key_D), QT_TRANSLATE_NOOP("Shortcuts", "Mark the chosen orders as delivered"),
        [this] { act(OrderStatus::Delivered); });
    add(m_view, QKeySequence(Qt::Key_L), QT_TRANSLATE_NOOP("Shortcuts", "Print labels"),
        [this] { print(ports::PrintedDocument::Label); });
    add(m_view, QKeySequence(Qt::Key_Delete), QT_TRANSLATE_NOOP("Shortcuts", "Cancel the chosen orders"),
        [this] { act(OrderStatus::Cancelled); });
    stateKeys(m_view, QStringLiteral("Space"), QT_TRANSLATE_NOOP("Shortcuts", "Tick the row"));
    stateKeys(m_view, QStringLiteral("Ctrl A"), QT_TRANSLATE_NOOP("Shortcuts", "Tick everything"));
    stateKeys(m_view, QStringLiteral("Esc"), QT_TRANSLATE_NOOP("Shortcuts", "Untick everything"));
}

void OrdersPage::connectParts()
{
    connect(&m_model, &OrdersModel::stateChanged, this, &OrdersPage::showState);
    connect(&m_model, &OrdersModel::ordered, this, &OrdersPage::showState);
    connect(&m_model, &OrdersModel::marksChanged, this, &OrdersPage::showMarks);
    connect(&m_model, &OrdersModel::rowsUpdated, this, &OrdersPage::readCurrent);
    connect(&m_services.reader, &ports::OrdersReader::counted, this, [this](const ports::OrderCounts& counts) {
        const bool other = !m_counted || (counts.all() > 0) != (m_counts.all() > 0);
        m_counted = true;
        showCounts(counts);
        if (other)
            showState(); // whether there is nothing at all, or nothing that fits
    });
    connect(&m_services.reader, &ports::OrdersReader::detailsRead, this, &OrdersPage::takeDetails);
    connect(&m_services.catalogue, &ports::CatalogueReader::storeRead, this,
            [this](const StoreId&, const StoreProfile& store) {
                const QTimeZone zone(store.timeZone.toUtf8());
                m_zone = zone.isValid() ? zone : m_zone;
                m_view->setZone(m_zone);
                m_outlet->setStore(store, m_zone);
                readCurrent();
            });
    connect(m_search, &SearchField::searched, this, &OrdersPage::applyFilters);
    connect(m_search, &SearchField::left, m_view, [this] { m_view->setFocus(Qt::OtherFocusReason); });
    connect(m_range, &DropButton::chosen, this, &OrdersPage::chooseRange);
    connect(m_productButton, &Button::clicked, this, &OrdersPage::openProductPicker);
    connect(m_chips, &FilterChips::removed, this, &OrdersPage::removeChip);
    connect(m_tabs, &CountTabs::changed, this, [this] {
        m_lateOnly = false;
        applyFilters();
    });
    connect(m_lateLink, &LinkButton::clicked, this, [this] {
        m_lateOnly = !m_lateOnly;
        m_tabs->setCurrent(0);
        applyFilters();
    });
    connect(m_view, &OrdersView::sortAsked, this, &OrdersPage::sortBy);
    connect(m_view, &OrdersView::markAllAsked, this, [this] {
        if (m_model.markState() == Qt::Checked)
            m_model.clearMarks();
        else if (!m_model.setMarked(0, m_model.rowCount() - 1, true))
            m_toast->showMessage(
                tr("Only the first %1 were selected.").arg(formatCount(OrdersModel::mostMarked, uiLanguage())), {}, {},
                Icon::Info);
    });
    connect(m_view, &OrdersView::currentOrderChanged, this, &OrdersPage::readCurrent);
    connect(m_view, &OrdersView::clearAsked, &m_model, &OrdersModel::clearMarks);
    connect(m_panel, &OrderPanel::moveAsked, this, [this](OrderStatus to) {
        if (m_panel->order())
            move({m_panel->order()->head}, to);
    });
    connect(m_panel, &OrderPanel::printAsked, this, [this](ports::PrintedDocument document) {
        if (m_panel->order())
            m_outlet->print(document, {m_panel->order()->head.order});
    });
    connect(m_outlet, &OrdersOutlet::said, this,
            [this](const QString& sentence, Icon icon) { m_toast->showMessage(sentence, {}, {}, icon); });
    connect(m_bulkBar, &BulkBar::cleared, this, [this] {
        m_model.clearMarks();
        m_view->setFocus(Qt::OtherFocusReason);
    });
    connect(m_bulkProcess, &Button::clicked, this, [this] { act(OrderStatus::Processing); });
    connect(m_bulkShip, &Button::clicked, this, [this] { act(OrderStatus::Shipped); });
    connect(m_bulkDeliver, &Button::clicked, this, [this] { act(OrderStatus::Delivered); });
    connect(m_bulkCancel, &Button::clicked, this, [this] { act(OrderStatus::Cancelled); });
    connect(&m_mover, &OrderMover::finished, this, &OrdersPage::tellResult);
    if (m_services.withdrawal)
        connect(m_services.withdrawal, &ports::CommandWithdrawal::withdrawn, this, &OrdersPage::tellWithdrawal);
    connect(m_toast, &Toast::actionTriggered, this, &OrdersPage::takeToastsAction);
    connect(m_empty, &EmptyState::chosen, this, [this] { showQuery({}); });
    m_minute.setInterval(minuteMs);
    connect(&m_minute, &QTimer::timeout, this, [this] {
        m_view->viewport()->update();
        m_services.reader.readCounts(lateBefore(m_services.clock.now()));
    });
}

void OrdersPage::start()
{
    const QStringList sort = m_services.settings.value(sortKey).toString().split(u':');
    ports::OrdersQuery query;
    if (sort.size() == 2) {
        query.sort = ports::OrderSort(std::clamp(sort.at(0).toInt(), 0, int(ports::OrderSort::Status)));
        query.descending = sort.at(1) == u"desc";
    }
    m_services.catalogue.readStore();
    m_services.reader.readCounts(lateBefore(m_services.clock.now()));
    m_minute.start();
    showQuery(query);
}

void OrdersPage::showQuery(const ports::OrdersQuery& query, const QString& product)
{
    m_lateOnly = query.lateBefore.has_value();
    m_tabs->setCurrent(tabOf(query.status));
    m_search->showSearch(query.search);
    m_range->setCurrent(0);
    m_days.reset();
    if (query.from || query.until) {
        const QDate today = dayOf(m_services.clock.now(), m_zone);
        m_days = DayRange{query.from ? dayOf(*query.from, m_zone) : earliestDay,
                          query.until ? dayOf({query.until->ms - 1}, m_zone) : today};
    }
    m_product = query.product;
    m_productName = product;
    showChips();
    m_view->showSort(query.sort, query.descending);
    m_model.setQuery(query);
    showCounts(m_counts);
}

void OrdersPage::applyFilters()
{
    ports::OrdersQuery query{.search = m_search->text().trimmed(),
                             .sort = m_model.query().sort,
                             .descending = m_model.query().descending};
    if (const int tab = m_tabs->current(); tab > 0)
        query.status = tabStates[tab - 1];
    query.product = m_product;
    const int days = m_range->current().toInt();
    const QDate today = dayOf(m_services.clock.now(), m_zone);
    if (m_days) {
        const Span span = spanOf(m_days->first, m_days->last, m_zone);
        query.from = span.from;
        query.until = span.until;
    } else if (days > 0) {
        query.from = startOfDay(today.addDays(1 - days), m_zone);
    }
    showChips();
    if (m_lateOnly)
        query.lateBefore = lateBefore(m_services.clock.now());
    m_model.setQuery(query);
    showCounts(m_counts);
}

void OrdersPage::sortBy(OrderColumn column)
{
    const auto sort = tables::sortOf(column);
    if (!sort)
        return;
    ports::OrdersQuery query = m_model.query();
    query.descending = query.sort == *sort ? !query.descending : column == OrderColumn::When || column == OrderColumn::Total;
    query.sort = *sort;
    m_services.settings.setValue(sortKey, u"%1:%2"_s.arg(int(query.sort)).arg(query.descending ? u"desc"_s : u"asc"_s));
    m_view->showSort(query.sort, query.descending);
    m_model.setQuery(query);
}

void OrdersPage::showCounts(const ports::OrderCounts& counts)
{
    m_counts = counts;
    const Language language = uiLanguage();
    m_tabs->setCount(0, formatCount(counts.all(), language));
    for (int i = 0; i < int(std::size(tabStates)); ++i)
        m_tabs->setCount(i + 1, formatCount(counts.of(tabStates[i]), language));
    const bool some = !m_counted || counts.all() > 0;
    for (QWidget* part : {static_cast<QWidget*>(m_range), static_cast<QWidget*>(m_productButton),
                          static_cast<QWidget*>(m_export)})
        part->setEnabled(some);
    m_lateBox->setVisible(counts.late > 0 || m_lateOnly);
    m_lateText->setText(counts.late == 1 ? tr("1 order is late")
                                         : tr("%1 orders are late").arg(formatCount(counts.late, language)));
    m_lateLink->setText(m_lateOnly ? tr("Show all") : tr("Show"));
    Q_EMIT newOrders(counts.of(OrderStatus::Pending));
}

void OrdersPage::showMarks()
{
    const int count = m_model.markedCount();
    const QList<ports::OrderRow> orders = m_model.markedOrders();
    m_bulkBar->setVisible(count > 0);
    // Clear of the buttons below the order.
    m_toast->setBottomInset((count > 0 ? measure::BulkBar : 0) + actionsHeight);
    if (count == 0)
        return;
    qint64 total = 0;
    for (const ports::OrderRow& order : orders)
        total += order.total.rupiah;
    m_bulkBar->setSummary(ordersSelected(count),
                          m_model.marksKnown() ? tr("total %1").arg(formatRupiah({total})) : QString());
    nameSteps(orders, count);
    m_bulkPrint->setText(tr("Print"));
}

void OrdersPage::showState()
{
    const bool failed = m_model.state() == OrdersModel::State::Failed;
    const bool none = m_model.state() == OrdersModel::State::Ready && m_model.rowCount() == 0;
    m_empty->clearChoices();
    m_empty->setDrawing(none && m_counts.all() > 0 ? Drawing::Nothing : Drawing::Receipts);
    if (failed) {
        m_empty->setTexts(tr("The orders could not be read"), m_model.failure());
        m_empty->addChoice(Icon::Sync, tr("Try again"), tr("Nothing has been lost."));
    } else if (none && m_counts.all() > 0) {
        m_empty->setTexts(tr("No orders match"), tr("Nothing here fits the search and the filters."));
        m_empty->addChoice(Icon::Close, tr("Clear search and filters"), tr("Show all orders again"));
    } else if (none) {
        m_empty->setTexts(tr("No orders yet"), tr("When somebody buys from your store, the order appears here by itself."));
    }
    m_empty->setGeometry(m_view->viewport()->geometry());
    m_empty->setVisible(failed || none);
    if (m_model.rowCount() == 0)
        m_panel->clear();
    // Without an order there is nothing beside the list.
    if (failed || none || m_model.rowCount() > 0)
        m_panel->setVisible(!failed && !none);
}

bool OrdersPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_view->viewport() && (event->type() == QEvent::Resize || event->type() == QEvent::Move))
        m_empty->setGeometry(m_view->viewport()->geometry());
    return QWidget::eventFilter(watched, event);
}

void OrdersPage::readCurrent()
{
    if (const auto order = m_view->currentOrder())
        m_services.reader.readDetails(++m_detailTicket, {*order});
    else
        m_panel->clear();
}

void OrdersPage::takeDetails(quint64 ticket, const QList<ports::OrderDetail>& orders)
{
    if (ticket != m_detailTicket)
        return;
    if (orders.isEmpty())
        m_panel->clear();
    else
        m_panel->show(orders.constFirst(), m_zone);
}

void OrdersPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void OrdersPage::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.tokens().surface);
    painter.fillRect(0, m_tabs->geometry().bottom() + 1, width(), 1, m_theme.tokens().line);
}

void OrdersPage::fillRanges()
{
    const QVariant current = m_range->current();
    m_range->clearChoices();
    m_range->addChoice(tr("All time"), 0);
    m_range->addChoice(tr("Today"), 1);
    m_range->addChoice(tr("Last 7 days"), 7);
    m_range->addChoice(tr("Last 30 days"), 30);
    m_range->addChoice(tr("Last 365 days"), 365);
    m_range->addChoice(tr("Choose days…"), chooseDays);
    m_range->setCurrent(current.isValid() ? current : QVariant(0));
}

void OrdersPage::retranslate()
{
    m_title->setText(tr("Orders"));
    m_search->setPlaceholderText(tr("Search number, customer, SKU"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setKeyCap(tr("Ctrl F"));
    QStringList tabs{tr("All")};
    for (const OrderStatus status : tabStates)
        tabs << statusWord(status);
    const int tab = m_tabs->current();
    m_tabs->setTabs(tabs);
    m_tabs->setCurrent(std::max(0, tab));
    m_productButton->setText(tr("Product"));
    m_export->setText(tr("Export"));
    fillRanges();
    fillMenus();
    showChips();
    m_view->retranslate();
    m_toast->hide();
    showCounts(m_counts);
    showMarks();
    showState();
}

} // namespace belanjain::ui
