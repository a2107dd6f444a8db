// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/inventory_page.h"

#include "common/button.h"
#include "common/labels.h"
#include "common/messages.h"
#include "common/shortcuts.h"
#include "common/theme.h"
#include "common/view_settings.h"
#include "domain/violation_text.h"
#include "inventory/cell_editing.h"
#include "inventory/column_layout.h"
#include "inventory/inventory_empty_states.h"
#include "inventory/inventory_header.h"
#include "inventory/inventory_toolbar.h"
#include "inventory/inventory_view.h"
#include "inventory/inventory_words.h"
#include "common/language.h"
#include "inventory/number_panel.h"
#include "inventory/rejection_popover.h"

#include <QDateTime>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace belanjain::ui {

using namespace Qt::StringLiterals;
using tables::InventoryModel;

namespace {

constexpr auto WarningClosedKey = "inventory/warningClosed"_L1;
constexpr auto SortKey = "inventory/sort"_L1;

bool isFilter(ports::InventoryQuery query)
{
    query.sort = {};
    query.descending = false;
    return query != ports::InventoryQuery();
}

bool anythingToSend(const ports::SyncStatus& status) { return status.waiting > 0 || status.attention > 0; }

} // namespace

InventoryPage::InventoryPage(const Theme& theme, const InventoryServices& services, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_services(services)
    , m_history(services.sink)
    , m_model(services.reader, services.sink, m_history)
    , m_bulk(m_model, services.reader)
    , m_totals(m_model, services.reader)
    , m_title(makeLabel(theme, {}, TextStyle::Page, {}, this))
    , m_subtitle(makeLabel(theme, {}, TextStyle::Body, u"secondary"_s, this))
    , m_undo(new Button(theme, Icon::Undo, {}, this))
    , m_redo(new Button(theme, Icon::Redo, {}, this))
    , m_new(new Button(theme, QString(), this))
    , m_toolbar(new InventoryToolbar(theme, this))
    , m_problem(new Banner(theme, this))
    , m_warning(new Banner(theme, this))
    , m_view(new InventoryView(theme, m_model, m_bulk, services.thumbnails, this))
    , m_empty(new InventoryEmptyStates(theme, m_view->viewport()))
    , m_columns(new ColumnLayout(theme, *m_view, services.settings, this))
    , m_bulkBar(new BulkBar(theme, this))
    , m_addStock(m_bulkBar->addButton({}, Icon::Plus))
    , m_setToZero(m_bulkBar->addButton({}, Icon::Empty))
    , m_setPrice(m_bulkBar->addButton({}, Icon::Tag))
    , m_setThreshold(m_bulkBar->addButton({}, Icon::Bell))
    , m_archive(m_bulkBar->addButton({}, Icon::Box))
    , m_more(new Button(theme, QString(), this))
    , m_numbers(new NumberPanel(theme, this))
    , m_rejection(new RejectionPopover(theme, *m_view, services.sync, this))
    , m_toast(new Toast(theme, this))
{
    setObjectName(u"inventoryPage"_s);
    m_toolbar->setColumns(m_columns);
    m_columns->setSyncNeeded(anythingToSend(services.sync.status()));
    layOut();
    addShortcuts();
    connectModel();
    connectEdits();
    retranslate();
    showHistory();
    showMarks();
}

InventoryPage::~InventoryPage() = default;

void InventoryPage::layOut()
{
    m_title->setObjectName(u"pageTitle"_s);
    m_subtitle->setObjectName(u"pageSubtitle"_s);
    m_undo->setObjectName(u"undoButton"_s);
    m_redo->setObjectName(u"redoButton"_s);
    m_new->setObjectName(u"newProductButton"_s);
    m_addStock->setObjectName(u"bulkAddStock"_s);
    m_setToZero->setObjectName(u"bulkSetToZero"_s);
    m_setPrice->setObjectName(u"bulkSetPrice"_s);
    m_setThreshold->setObjectName(u"bulkSetThreshold"_s);
    m_archive->setObjectName(u"bulkArchive"_s);
    m_more->setObjectName(u"stockMore"_s);
    m_more->setGlyph(Icon::Barcode);
    m_more->setChevron(true);
    m_toast->setObjectName(u"inventoryToast"_s);
    m_new->setKind(Button::Kind::Primary);
    m_new->setGlyph(Icon::Plus);
    m_warning->setClosable(true);
    m_warning->hide();
    m_problem->setClosable(true);
    m_problem->hide();

    auto* head = new QHBoxLayout;
    head->setContentsMargins(measure::PageMargin, 0, measure::PageMargin, 0);
    head->setSpacing(8);
    head->addWidget(m_title);
    head->addSpacing(4);
    head->addWidget(m_subtitle);
    head->addStretch();
    head->addWidget(m_undo);
    head->addWidget(m_redo);
    head->addWidget(m_more);
    head->addWidget(m_new);
    // A smaller text beside a larger one stands on the same line.
    m_subtitle->setContentsMargins(0, 4, 0, 0);
    auto* headBox = new QWidget(this);
    headBox->setFixedHeight(measure::PageHeader);
    headBox->setLayout(head);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(headBox);
    column->addWidget(m_toolbar);
    column->addSpacing(1);
    column->addWidget(m_problem);
    column->addWidget(m_warning);
    column->addWidget(m_view, 1);
    column->addWidget(m_bulkBar);
    setFocusProxy(m_view);
}

void InventoryPage::addShortcuts()
{
    nameShortcutGroup(this, QT_TRANSLATE_NOOP("Shortcuts", "Stock"));
    const auto add = [this](const QList<QKeySequence>& keys, const char* text, auto slot) {
        auto* action = new QAction(this);
        action->setShortcuts(keys);
        connect(action, &QAction::triggered, this, slot);
        addAction(action);
        stateShortcut(action, text);
    };
    add({QKeySequence(Qt::CTRL | Qt::Key_N)}, QT_TRANSLATE_NOOP("Shortcuts", "New product"), [this] { Q_EMIT newProductAsked(); });
    add({QKeySequence(Qt::CTRL | Qt::Key_F)}, QT_TRANSLATE_NOOP("Shortcuts", "Search"), [this] { focusSearch(); });
    add({QKeySequence(Qt::CTRL | Qt::Key_Z)}, QT_TRANSLATE_NOOP("Shortcuts", "Undo"), [this] { m_history.undo(); });
    add({QKeySequence(Qt::CTRL | Qt::Key_Y), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z)},
        QT_TRANSLATE_NOOP("Shortcuts", "Redo"), [this] { m_history.redo(); });
    stateKeys(m_view, QStringLiteral("F2"), QT_TRANSLATE_NOOP("Shortcuts", "Edit the cell; typing does too"));
    stateKeys(m_view, QStringLiteral("Enter"), QT_TRANSLATE_NOOP("Shortcuts", "Save and go down"));
    stateKeys(m_view, QStringLiteral("Space"), QT_TRANSLATE_NOOP("Shortcuts", "Tick the row"));
    stateKeys(m_view, QStringLiteral("Ctrl D"), QT_TRANSLATE_NOOP("Shortcuts", "Fill down"));
}

void InventoryPage::connectModel()
{
    connect(&m_model, &InventoryModel::stateChanged, this, &InventoryPage::showState);
    connect(&m_model, &InventoryModel::ordered, this, &InventoryPage::showState);
    connect(&m_model, &InventoryModel::marksChanged, this, &InventoryPage::showMarks);
    connect(&m_totals, &tables::MarkTotals::changed, this, &InventoryPage::totalsChanged);
    connect(&m_services.reader, &ports::InventoryReader::summarised, this, &InventoryPage::showSummary);
    connect(&m_services.reader, &ports::InventoryReader::categoriesRead, this,
            [this](const QStringList& names) {
                m_categories = names;
                m_toolbar->setCategories(names);
                m_columns->setCategories(names);
                Q_EMIT categoriesKnown(names);
            });
    connect(&m_services.reader, &ports::InventoryReader::orderStale, this,
            [this] { m_services.reader.readCategories(); });
    connect(&m_services.sync, &ports::SyncControl::statusChanged, this,
            [this](const ports::SyncStatus& status) { m_columns->setSyncNeeded(anythingToSend(status)); });
    connect(m_view->editing(), &CellEditing::opened, this, [this] { m_columns->setSyncNeeded(true); });
    connect(m_toolbar, &InventoryToolbar::changed, this, &InventoryPage::applyFilters);
    connect(m_toolbar, &InventoryToolbar::searchLeft, m_view, [this] { m_view->setFocus(Qt::OtherFocusReason); });
    connect(m_empty, &InventoryEmptyStates::createAsked, this, &InventoryPage::newProductAsked);
    connect(m_empty, &InventoryEmptyStates::importAsked, this, &InventoryPage::importAsked);
    connect(m_empty, &InventoryEmptyStates::scanAsked, this, [this] {
        // The program hears a scanner wherever the focus is; an unknown code begins a product.
        m_toast->showMessage(tr("Ready. Scan the first item."), {}, {}, Icon::Barcode);
    });
    connect(m_empty, &InventoryEmptyStates::clearAsked, this, [this] {
        m_toolbar->clear();
        m_view->setFocus(Qt::OtherFocusReason);
    });
    connect(m_empty, &InventoryEmptyStates::retryAsked, &m_model, &InventoryModel::reopen);
    connect(m_warning, &Banner::linkActivated, this, [this] {
        ports::InventoryQuery query = m_model.query();
        if (query.stock == ports::StockFilter::LowOrOut) { // they are shown already
            Q_EMIT restockAsked();
            return;
        }
        query.search.clear();
        query.category.clear();
        query.status = ports::StatusFilter::Active;
        query.stock = ports::StockFilter::LowOrOut;
        showQuery(query);
    });
    connect(m_warning, &Banner::closed, this,
            [this] { m_services.settings.setValue(WarningClosedKey, today()); });
    connect(m_view->header(), &InventoryHeader::sortAsked, this,
            qOverload<tables::InventoryColumn>(&InventoryPage::sortBy));
    connect(m_view->header(), &InventoryHeader::markAllAsked, this,
            [this] { m_model.markAll(m_model.markState() != Qt::Checked); });
    connect(m_view->header(), &InventoryHeader::menuAsked, m_toolbar, &InventoryToolbar::openColumnMenu);
}

void InventoryPage::connectEdits()
{
    connect(m_undo, &Button::clicked, &m_history, &tables::EditHistory::undo);
    connect(m_redo, &Button::clicked, &m_history, &tables::EditHistory::redo);
    connect(m_new, &Button::clicked, this, &InventoryPage::newProductAsked);
    connect(&m_history, &tables::EditHistory::changed, this, &InventoryPage::showHistory);
    connect(&m_history, &tables::EditHistory::undone, this, [this](const QString& what) {
        if (m_archived)
            m_model.reopen(); // rows may have a place here again
        m_toastUndoes = false;
        m_toast->showMessage(tr("Undone: %1").arg(what), tr("Redo"), tr("Ctrl Y"), Icon::Undo);
    });
    connect(&m_history, &tables::EditHistory::redone, this, [this](const QString& what) {
        if (m_archived)
            m_model.reopen(); // rows may have a place here again
        m_toastUndoes = true;
        m_toast->showMessage(tr("Redone: %1").arg(what), tr("Undo"), tr("Ctrl Z"), Icon::Redo);
    });
    connect(&m_history, &tables::EditHistory::refused, this,
            [this](const QString& what, int, const std::optional<Violation>& why) {
                const QString reason = why ? ruleText(*why, uiLanguage()) : QString();
                m_toast->showMessage(tr("Could not be taken back: %1. %2").arg(what, reason), {}, {},
                                     Icon::Warning);
            });
    connect(&m_services.sync, &ports::SyncControl::retryRefused, this,
            [this](qint64, const Violation& why) {
                m_toast->showMessage(ruleText(why, uiLanguage()), {}, {}, Icon::Warning);
            });
    connect(m_toast, &Toast::actionTriggered, this,
            [this] { m_toastUndoes ? m_history.undo() : m_history.redo(); });
    connect(&m_bulk, &tables::InventoryBulk::finished, this,
            [this](const tables::EditReport& report, int unchanged) {
                m_toastUndoes = true;
                const QString result = m_archiving ? archiveResult(report, unchanged, *m_archiving)
                                                   : bulkResult(report, unchanged);
                m_archived = m_archived || m_archiving;
                m_archiving.reset();
                const bool fine = report.refused.isEmpty() && report.storageProblem.isEmpty();
                m_toast->showMessage(
                    result, report.applied > 0 ? tr("Undo") : QString(),
                    report.applied > 0 ? tr("Ctrl Z") : QString(), fine ? Icon::Check : Icon::Warning);
            });
    connect(&m_model, &InventoryModel::storageFailed, this, [this](const QString& reason) {
        m_problem->showMessage(
            Level::Out,
            tr("<b>The change could not be saved on this computer.</b> %1").arg(reason.toHtmlEscaped()));
        m_problem->show();
    });
    connect(m_view, &InventoryView::clearAsked, this, [this] {
        if (m_rejection->isVisible())
            m_rejection->hide();
        else
            m_model.markAll(false);
    });
    connect(m_view, &InventoryView::explanationAsked, this, &InventoryPage::explain);
    connect(m_view, &InventoryView::cellMenuAsked, this, &InventoryPage::openCellMenu);
    connect(m_view->editing(), &CellEditing::opened, m_rejection, &RejectionPopover::hide);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, m_rejection,
            &RejectionPopover::hide);
    connect(m_bulkBar, &BulkBar::cleared, this, [this] {
        m_model.markAll(false);
        m_view->setFocus(Qt::OtherFocusReason);
    });
    connect(m_addStock, &Button::clicked, this, &InventoryPage::askForStock);
    connect(m_setToZero, &Button::clicked, this, &InventoryPage::setMarkedToZero);
    connect(m_setPrice, &Button::clicked, this, &InventoryPage::askForPrice);
    connect(m_setThreshold, &Button::clicked, this, &InventoryPage::askForThreshold);
    connect(m_archive, &Button::clicked, this, [this] {
        archive(m_model.markedRows(), m_model.query().status != ports::StatusFilter::Archived);
    });
    connect(m_more, &Button::clicked, this, &InventoryPage::openMoreMenu);
    connect(m_view, &InventoryView::historyAsked, this, &InventoryPage::historyAsked);
    const auto tellCurrent = [this] {
        if (const auto row = currentVariant())
            Q_EMIT currentVariantChanged(*row);
    };
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, tellCurrent);
    connect(&m_model, &InventoryModel::dataChanged, this, [this, tellCurrent](const QModelIndex& from, const QModelIndex& to) {
        const int current = m_view->currentIndex().row();
        if (current >= from.row() && current <= to.row())
            tellCurrent();
    });
    connect(m_numbers, &NumberPanel::closed, m_view, [this] { m_view->setFocus(Qt::OtherFocusReason); });
}

void InventoryPage::start()
{
    const QStringList sort = m_services.settings.value(SortKey).toString().split(u':');
    ports::InventoryQuery query;
    for (const tables::ColumnInfo& info : tables::inventoryColumns()) {
        if (info.sort && sort.size() == 2 && sort[0] == info.keyText()) {
            query.sort = *info.sort;
            query.descending = sort[1] == u"desc";
        }
    }
    m_services.reader.readCategories();
    m_services.reader.readSummary();
    showQuery(query);
}

void InventoryPage::setStoreName(const QString& name)
{
    m_store = name;
    showSubtitle();
}

void InventoryPage::showQuery(const ports::InventoryQuery& query)
{
    m_toolbar->showQuery(query);
    m_model.setQuery(query);
    showSort();
}

void InventoryPage::applyFilters()
{
    ports::InventoryQuery query = m_model.query();
    m_toolbar->fill(query);
    m_toolbar->showQuery(query);
    m_model.setQuery(query);
}

void InventoryPage::sortBy(tables::InventoryColumn column)
{
    const auto sort = tables::columnInfo(column).sort;
    if (sort)
        sortBy(*sort, m_model.query().sort == *sort && !m_model.query().descending);
}

void InventoryPage::sortBy(ports::InventorySort sort, bool descending)
{
    ports::InventoryQuery query = m_model.query();
    query.sort = sort;
    query.descending = descending;
    m_model.setQuery(query);
    showSort();
    for (const tables::ColumnInfo& info : tables::inventoryColumns()) {
        if (info.sort == sort)
            m_services.settings.setValue(SortKey, info.keyText() + (descending ? u":desc"_s : u":asc"_s));
    }
}

void InventoryPage::showSort()
{
    for (const tables::ColumnInfo& info : tables::inventoryColumns()) {
        if (info.sort == m_model.query().sort)
            m_view->header()->showSort(info.column,
                                       m_model.query().descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    }
    m_columns->refresh();
}

void InventoryPage::showSummary(const ports::InventorySummary& summary)
{
    m_summary = summary;
    m_hasSummary = true;
    showWarning();
    showSubtitle();
    Q_EMIT variantsCounted(summary.variants);
}

QString InventoryPage::today() const
{
    return QDateTime::fromMSecsSinceEpoch(m_services.clock.now().ms).date().toString(Qt::ISODate);
}

void InventoryPage::showWarning()
{
    const QString text = stockWarning(m_summary);
    const bool closed = m_services.settings.value(WarningClosedKey).toString() == today();
    if (!text.isEmpty()) {
        const bool shown = m_model.query().stock == ports::StockFilter::LowOrOut;
        m_warning->showMessage(Level::Low, text, shown ? tr("Reorder list") : showWarnedLink(m_summary));
    }
    m_warning->setVisible(!text.isEmpty() && !closed);
}

void InventoryPage::showSubtitle()
{
    const bool known = m_hasSummary && m_model.isOrdered();
    m_subtitle->setText(
        known ? pageSubtitle(m_model.rowCount(), m_summary, m_store, isFilter(m_model.query())) : m_store);
}

void InventoryPage::showMarks()
{
    const int count = m_model.markedCount();
    m_bulkBar->setVisible(count > 0);
    m_bulkBar->setSummary(markedTitle(count), markedElsewhere(m_model.markedElsewhere()));
    m_archive->setText(m_model.query().status == ports::StatusFilter::Archived ? tr("Restore") : tr("Archive"));
    m_toast->setBottomInset(count > 0 ? measure::BulkBar : 0);
    if (count == 0 && m_numbers->isVisible())
        m_numbers->hide();
    m_view->header()->viewport()->update();
}

void InventoryPage::showHistory()
{
    m_undo->setEnabled(m_history.canUndo());
    m_redo->setEnabled(m_history.canRedo());
    const auto tip = [](const QString& word, const QString& what, const QString& key) {
        return what.isEmpty() ? u"%1 (%2)"_s.arg(word, key) : u"%1: %2 (%3)"_s.arg(word, what, key);
    };
    m_undo->setToolTip(tip(tr("Undo"), m_history.undoText(), tr("Ctrl Z")));
    m_redo->setToolTip(tip(tr("Redo"), m_history.redoText(), tr("Ctrl Y")));
    m_undo->setAccessibleName(tr("Undo"));
    m_redo->setAccessibleName(tr("Redo"));
}

void InventoryPage::showState()
{
    using Kind = InventoryEmptyStates::Kind;
    const bool filtered = isFilter(m_model.query());
    Kind kind = Kind::None;
    QString detail;
    if (m_model.state() == InventoryModel::State::Failed) {
        kind = Kind::Failed;
        detail = m_model.failure();
    } else if (m_model.rowCount() == 0) {
        const bool reading = m_model.state() != InventoryModel::State::Ready || !m_model.isOrdered();
        kind = reading ? Kind::Loading : filtered ? Kind::NothingFound : Kind::EmptyStore;
        detail = filtered ? m_model.query().search : QString();
    }
    m_toolbar->setUsable(kind != Kind::EmptyStore);
    m_undo->setVisible(kind != Kind::EmptyStore || m_history.canUndo());
    m_redo->setVisible(kind != Kind::EmptyStore || m_history.canRedo());
    m_empty->present(kind, detail);
    showMore();
    showWarning();
    showSubtitle();
}

void InventoryPage::showMore()
{
    // There is nothing to count yet, and where to do it later is seen already.
    const bool empty = m_empty->kind() == InventoryEmptyStates::Kind::EmptyStore;
    m_more->setText(empty ? tr("Stocktake") : tr("Count and reorder"));
    m_more->setChevron(!empty);
    m_more->setEnabled(!empty);
}

void InventoryPage::focusSearch() { m_toolbar->focusSearch(); }

void InventoryPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void InventoryPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_numbers->hide();
}

void InventoryPage::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.tokens().surface);
    painter.fillRect(0, m_toolbar->geometry().bottom() + 1, width(), 1, m_theme.tokens().line);
}

void InventoryPage::retranslate()
{
    m_title->setText(tr("Stock"));
    m_view->setAccessibleName(tr("Stock table"));
    m_view->editing()->retranslate();
    m_new->setText(tr("New product"));
    m_new->setKeyCap(tr("Ctrl N"));
    m_addStock->setText(tr("Add stock…"));
    m_setToZero->setText(tr("Set to zero"));
    m_setPrice->setText(tr("Change price…"));
    m_setThreshold->setText(tr("Low below…"));
    showMore();
    m_model.setLanguage(uiLanguage());
    m_view->retranslate();
    m_columns->refresh();
    m_numbers->hide();
    m_rejection->hide();
    m_toast->hide(); // says its sentence in the other language
    showMarks();
    showHistory();
    showWarning();
    showSubtitle();
}

} // namespace belanjain::ui
