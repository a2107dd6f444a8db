// SPDX-License-Identifier: GPL-3.0-or-later
#include "products/products_page.h"

#include "common/button.h"
#include "common/choices.h"
#include "common/column_widths.h"
#include "common/fields.h"
#include "common/labels.h"
#include "common/language.h"
#include "common/messages.h"
#include "common/shortcuts.h"
#include "common/theme.h"
#include "domain/format.h"
#include "domain/violation_text.h"
#include "pictures/picture_thumbnails.h"
#include "products/barcode_scanner.h"
#include "products/products_list.h"
#include "products/variants_table.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace belanjain::ui {

using namespace Qt::StringLiterals;
using ports::StatusFilter;

namespace {
/// Tickets of the port are shared by all who read through it.
constexpr quint64 ticketBase = 0x53'0000'0000;
} // namespace

ProductsPage::ProductsPage(const Theme& theme, const ProductsServices& services, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_services(services)
    , m_history(services.sink)
    , m_model(services.reader)
    , m_ticket(ticketBase)
    , m_stack(new QStackedWidget(this))
    , m_editor(new ProductEditor(theme,
                                 {.reader = services.reader,
                                  .sink = services.sink,
                                  .ids = services.ids,
                                  .clock = services.clock,
                                  .pictures = services.pictures,
                                  .history = m_history,
                                  .thumbnails = services.thumbnails},
                                 this))
    , m_toast(new Toast(theme, this))
{
    setObjectName(u"productsPage"_s);
    m_toast->setObjectName(u"productsToast"_s);
    m_toast->setBottomInset(0);
    m_stack->addWidget(makeList());
    m_stack->addWidget(m_editor);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
    setFocusProxy(m_list);
    connectParts();
    retranslate();
}

ProductsPage::~ProductsPage() = default;

QWidget* ProductsPage::makeList()
{
    auto* page = new QWidget(this);
    m_title = makeLabel(m_theme, {}, TextStyle::Page, {}, page);
    m_subtitle = makeLabel(m_theme, {}, TextStyle::Body, u"secondary"_s, page);
    m_new = new Button(m_theme, QString(), page);
    m_search = new SearchField(m_theme, {}, page);
    m_category = new DropButton(m_theme, {}, page);
    m_status = new DropButton(m_theme, {}, page);
    m_list = new ProductsList(m_theme, m_model, m_services.thumbnails, page);
    if (m_services.settings)
        m_list->columns().remember(*m_services.settings, u"products/columns"_s);
    m_empty = new EmptyState(m_theme, Drawing::Boxes, {}, {}, page);
    m_reading = makeLabel(m_theme, {}, TextStyle::Body, u"secondary"_s, page);
    m_title->setObjectName(u"pageTitle"_s);
    m_subtitle->setObjectName(u"productsSubtitle"_s);
    m_new->setObjectName(u"productsNew"_s);
    m_search->setObjectName(u"productsSearch"_s);
    m_category->setObjectName(u"productsCategory"_s);
    m_status->setObjectName(u"productsStatus"_s);
    m_empty->setObjectName(u"productsEmpty"_s);
    m_new->setKind(Button::Kind::Primary);
    m_new->setGlyph(Icon::Plus);
    m_reading->setAlignment(Qt::AlignCenter);
    m_reading->hide();
    m_empty->hide();
    m_subtitle->setContentsMargins(0, 4, 0, 0);
    m_search->setMaximumWidth(m_search->sizeHint().width());
    auto* headBox = new QWidget(page);
    headBox->setFixedHeight(measure::PageHeader);
    auto* head = new QHBoxLayout(headBox);
    head->setContentsMargins(measure::PageMargin, 0, measure::PageMargin, 0);
    head->setSpacing(12);
    head->addWidget(m_title);
    head->addWidget(m_subtitle);
    head->addStretch(1);
    head->addWidget(m_new);
    auto* barBox = new QWidget(page);
    barBox->setFixedHeight(measure::Toolbar);
    auto* bar = new QHBoxLayout(barBox);
    bar->setContentsMargins(measure::PageMargin, 2, measure::PageMargin, 10);
    bar->setSpacing(8);
    bar->addWidget(m_search);
    bar->addWidget(m_category);
    bar->addWidget(m_status);
    bar->addStretch();
    auto* line = new QFrame(page);
    line->setObjectName(u"hline"_s);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(headBox);
    column->addWidget(barBox);
    column->addWidget(line);
    column->addWidget(m_list, 1);
    column->addWidget(m_empty, 1);
    column->addWidget(m_reading, 1);
    return page;
}

void ProductsPage::connectParts()
{
    nameShortcutGroup(this, QT_TRANSLATE_NOOP("Shortcuts", "Products"));
    const auto add = [this](const QKeySequence& key, const char* text, auto slot) {
        auto* action = new QAction(this);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, slot);
        addAction(action);
        stateShortcut(action, text);
    };
    add(QKeySequence(Qt::CTRL | Qt::Key_N), QT_TRANSLATE_NOOP("Shortcuts", "New product"), [this] { createProduct(); });
    add(QKeySequence(Qt::CTRL | Qt::Key_F), QT_TRANSLATE_NOOP("Shortcuts", "Search"), [this] {
        if (!isEditing()) {
            m_search->setFocus(Qt::ShortcutFocusReason);
            m_search->selectAll();
        }
    });
    // The editor has its own, for what is not saved yet.
    auto* undo = new QAction(m_list);
    undo->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Z));
    undo->setShortcutContext(Qt::WidgetShortcut);
    connect(undo, &QAction::triggered, &m_history, &tables::EditHistory::undo);
    m_list->addAction(undo);
    stateShortcut(undo, QT_TRANSLATE_NOOP("Shortcuts", "Undo"));

    connect(&m_model, &ProductListModel::stateChanged, this, &ProductsPage::showState);
    connect(m_search, &SearchField::searched, this, &ProductsPage::applyFilters);
    connect(m_search, &SearchField::left, m_list, [this] { m_list->setFocus(Qt::OtherFocusReason); });
    connect(m_category, &DropButton::chosen, this, &ProductsPage::applyFilters);
    connect(m_status, &DropButton::chosen, this, &ProductsPage::applyFilters);
    connect(m_new, &Button::clicked, this, &ProductsPage::createProduct);
    connect(m_list, &ProductsList::opened, this, &ProductsPage::open);
    connect(m_list, &ProductsList::duplicateAsked, this, &ProductsPage::duplicate);
    connect(m_list, &ProductsList::archiveAsked, this, [this](const ports::ProductListRow& row) {
        archive(row.product, row.name, !row.archived);
    });
    connect(m_empty, &EmptyState::chosen, this, [this](int choice) {
        if (m_model.state() == ProductListModel::State::Failed)
            m_model.setQuery(m_model.query());
        else if (m_model.query() != ports::ProductListQuery())
            clearFilters();
        else if (choice == 0)
            createProduct();
        else
            Q_EMIT importAsked();
    });
    connect(m_editor, &ProductEditor::closeAsked, this, &ProductsPage::showList);
    connect(m_editor, &ProductEditor::archiveAsked, this, &ProductsPage::archive);
    connect(m_editor, &ProductEditor::problem, this, [this](const QString& text) { say(text, false); });
    connect(m_editor, &ProductEditor::saved, this, [this](const QString& name, bool isNew, bool undoable) {
        if (undoable)
            say(isNew ? tr("%1 is in your products.").arg(name) : tr("%1 is saved.").arg(name), true);
        else
            m_toast->showMessage(tr("%1 is saved with its new variants.").arg(name), {}, {}, Icon::Check);
    });
    connect(m_toast, &Toast::actionTriggered, &m_history, &tables::EditHistory::undo);
    connect(&m_history, &tables::EditHistory::undone, this, [this] {
        m_toast->showMessage(tr("Taken back"), {}, {}, Icon::Undo);
    });
    connect(&m_history, &tables::EditHistory::refused, this,
            [this](const QString&, int, const std::optional<Violation>& why) {
                m_toast->showMessage(why ? tr("Could not be taken back. %1").arg(ruleText(*why, uiLanguage()))
                                         : tr("Could not be taken back."),
                                     {}, {}, Icon::Warning);
            });
    connect(&m_services.sink, &ports::CommandSink::done, this,
            [this](quint64 ticket, const QList<ports::CommandResult>& results) {
                const QString done = m_sent.take(ticket);
                if (done.isEmpty() || results.isEmpty())
                    return;
                const ports::CommandResult& result = results.constFirst();
                if (result.applied)
                    say(done, true);
                else
                    say(result.violation ? ruleText(*result.violation, uiLanguage()) : result.storageProblem, false);
            });
    connect(&m_services.inventory, &ports::InventoryReader::categoriesRead, this, [this](const QStringList& names) {
        if (names == m_categories)
            return;
        m_categories = names;
        m_editor->setCategories(names);
        fillFilters();
    });
    connect(&m_services.reader, &ports::CatalogueReader::storeRead, this,
            [this](const StoreId&, const StoreProfile& profile) { m_editor->setStore(profile); });
    connect(&m_services.reader, &ports::CatalogueReader::codeFound, this, &ProductsPage::codeRead);
    connect(&m_services.reader, &ports::CatalogueReader::variantsFound, this,
            [this](quint64 ticket, const QList<ports::VariantMatch>& matches) {
                if (ticket != m_searchTicket || !m_codeDialog)
                    return;
                QList<CodeDialog::Match> list;
                for (const ports::VariantMatch& one : matches)
                    list.append({one.variant, one.product, u"%1 · %2"_s.arg(one.title, one.sku), one.barcode});
                m_codeDialog->showMatches(list);
            });
}

void ProductsPage::start()
{
    m_services.inventory.readCategories();
    m_services.reader.readStore();
    m_model.setQuery({});
    auto* scanner = new BarcodeScanner(this, this);
    connect(scanner, &BarcodeScanner::scanned, this, &ProductsPage::scan);
}

/// Only what has been shown can hold something unsaved.
void ProductsPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_window = window();
    m_window->installEventFilter(this);
}

bool ProductsPage::isEditing() const { return m_stack->currentWidget() == m_editor; }

void ProductsPage::showList()
{
    m_stack->setCurrentIndex(0);
    setFocusProxy(m_list);
    m_list->setFocus(Qt::OtherFocusReason);
}

void ProductsPage::showEditor()
{
    m_stack->setCurrentWidget(m_editor);
    setFocusProxy(m_editor);
    Q_EMIT shown();
}

void ProductsPage::openProduct(const ProductId& product, const VariantId& variant)
{
    leaveThen([this, product, variant] {
        showEditor();
        m_editor->open(product, variant);
    });
}

void ProductsPage::open(const ports::ProductListRow& product) { openProduct(product.product); }

void ProductsPage::duplicate(const ports::ProductListRow& product)
{
    showEditor();
    m_editor->duplicate(product.product);
}

void ProductsPage::createProduct()
{
    leaveThen([this] {
        m_editor->openNew();
        showEditor();
        m_editor->setFocus(Qt::OtherFocusReason);
    });
}

void ProductsPage::archive(const ProductId& product, const QString& name, bool archived)
{
    const ports::SetProductArchived forward{product, archived};
    const quint64 ticket = m_services.sink.submit({forward});
    m_sent.insert(ticket, archived ? tr("%1 is archived.").arg(name) : tr("%1 is on sale again.").arg(name));
    m_history.record(ticket, {.field = ports::EditField::Product,
                              .forward = {forward},
                              .inverse = {ports::SetProductArchived{product, !archived}}});
}

void ProductsPage::say(const QString& text, bool undo)
{
    m_toast->showMessage(text, undo ? tr("Undo") : QString(), {}, undo ? Icon::Check : Icon::Warning);
}

void ProductsPage::leaveThen(std::function<void()> go)
{
    if (isEditing())
        m_editor->leaveThen(std::move(go));
    else
        go();
}

void ProductsPage::fillFilters()
{
    const QVariant category = m_category->current();
    const QVariant status = m_status->current();
    m_category->clearChoices();
    m_category->addChoice(tr("All categories"), QString());
    for (const QString& name : std::as_const(m_categories)) {
        QString text = name;
        m_category->addChoice(text.replace(u'&', u"&&"_s), name);
    }
    m_status->clearChoices();
    m_status->addChoice(tr("Active"), int(StatusFilter::Active));
    m_status->addChoice(tr("Archived"), int(StatusFilter::Archived));
    m_status->addChoice(tr("Active and archived"), int(StatusFilter::All));
    m_category->setCurrent(category.isValid() ? category : QString());
    m_status->setCurrent(status.isValid() ? status : int(StatusFilter::Active));
}

void ProductsPage::applyFilters()
{
    const ports::ProductListQuery query{.search = m_search->text().trimmed(),
                                        .category = m_category->current().toString(),
                                        .status = StatusFilter(m_status->current().toInt())};
    m_category->setChosen(!query.category.isEmpty());
    m_status->setChosen(query.status != StatusFilter::Active);
    m_model.setQuery(query);
    m_list->scrollToTop();
}

void ProductsPage::showQuery(const ports::ProductListQuery& query)
{
    leaveThen([this, query] {
        showList();
        m_search->showSearch(query.search);
        m_category->setCurrent(query.category);
        m_status->setCurrent(int(query.status));
        applyFilters();
    });
}

void ProductsPage::clearFilters()
{
    showQuery({});
    m_list->setFocus(Qt::OtherFocusReason);
}

void ProductsPage::showState()
{
    const bool some = m_model.rowCount() > 0;
    const bool failed = m_model.state() == ProductListModel::State::Failed;
    const bool filtered = !(m_model.query() == ports::ProductListQuery());
    const bool empty = !some && m_model.state() != ProductListModel::State::Reading;
    const bool nothingYet = empty && !failed && !filtered;
    if (empty) {
        m_empty->clearChoices();
        m_empty->setDrawing(nothingYet ? Drawing::Boxes : Drawing::Nothing);
        if (failed) {
            m_empty->setTexts(tr("The products could not be read"), m_model.failure());
            m_empty->addChoice(Icon::Sync, tr("Try again"), tr("Nothing of your data has been changed"));
        } else if (filtered) {
            m_empty->setTexts(tr("Nothing found"), tr("No product matches the search and the filters."));
            m_empty->addChoice(Icon::Close, tr("Clear search and filters"), tr("Show all products again"));
        } else {
            m_empty->setTexts(tr("No products yet"), tr("What you add here is kept on this computer and on sale once it is synced."));
            m_empty->addChoice(Icon::Plus, tr("Create a product"), tr("With photos, options and stock"), tr("Ctrl N"));
            m_empty->addChoice(Icon::Upload, tr("Import products"),
                               tr("From a CSV file of Shopify, WooCommerce or your own"));
        }
    }
    // Archived products can still be asked for.
    m_search->setEnabled(!nothingYet);
    m_category->setEnabled(!nothingYet);
    m_empty->setVisible(empty);
    m_list->setVisible(!empty);
    m_subtitle->setVisible(some);
    const int count = m_model.rowCount();
    m_subtitle->setText(count == 1 ? tr("1 product") : tr("%1 products").arg(formatCount(count, uiLanguage())));
}

void ProductsPage::scan(const QString& code)
{
    if (m_scanTaker && m_scanTaker(code))
        return;
    if (m_codeDialog || m_editor->isAsking())
        return;
    m_services.reader.findCode(m_codeTicket = ++m_ticket, code);
}

void ProductsPage::codeRead(quint64 ticket, const ports::CodeMatch& match)
{
    if (ticket != m_codeTicket)
        return;
    m_codeTicket = 0;
    if (!match.variant || !match.product) {
        askAboutCode(match.code);
        return;
    }
    if (!isVisible()) {
        Q_EMIT codeFound(*match.product, *match.variant, match.code);
        return;
    }
    // The product that is open already: only its row is shown, and nothing is asked.
    if (isEditing() && m_editor->form().product == *match.product) {
        const auto& variants = m_editor->form().variants;
        for (qsizetype i = 0; i < variants.size(); ++i) {
            if (variants[i].id == *match.variant)
                m_editor->variants().goTo(int(i), tables::VariantField::Available);
        }
        return;
    }
    openProduct(*match.product, *match.variant);
}

void ProductsPage::askAboutCode(const QString& code)
{
    auto* dialog = new CodeDialog(m_theme, code, window());
    m_codeDialog = dialog;
    connect(dialog, &CodeDialog::searchAsked, this, [this](const QString& text) {
        m_services.reader.findVariants(m_searchTicket = ++m_ticket, text);
    });
    connect(dialog, &CodeDialog::linkChosen, this,
            [this, code](const VariantId& variant, const QString& former, const QString& title) {
                linkCode(variant, former, code, title);
            });
    connect(dialog, &CodeDialog::createChosen, this, [this](const QString& fresh) {
        leaveThen([this, fresh] {
            m_editor->openNew(fresh);
            showEditor();
            m_editor->setFocus(Qt::OtherFocusReason);
        });
    });
    dialog->open();
}

void ProductsPage::linkCode(const VariantId& variant, const QString& former, const QString& code, const QString& title)
{
    const ports::SetBarcode forward{variant, code};
    const quint64 ticket = m_services.sink.submit({forward});
    m_sent.insert(ticket, tr("%1 is linked to %2.").arg(code, title));
    m_history.record(ticket, {.field = ports::EditField::Barcode,
                              .forward = {forward},
                              .inverse = {ports::SetBarcode{variant, former}}});
}

bool ProductsPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_window && event->type() == QEvent::Close && isEditing() && m_editor->isDirty()) {
        event->ignore();
        Q_EMIT shown(); // what is asked about is seen
        m_editor->leaveThen([this] {
            showList();
            if (m_window)
                m_window->close();
        });
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void ProductsPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ProductsPage::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.tokens().surface);
}

void ProductsPage::retranslate()
{
    m_title->setText(tr("Products"));
    m_new->setText(tr("New product"));
    m_new->setKeyCap(tr("Ctrl N"));
    m_search->setPlaceholderText(tr("Search name, SKU or barcode"));
    m_search->setAccessibleName(tr("Search the products"));
    m_search->setKeyCap(tr("Ctrl F"));
    m_category->setAccessibleName(tr("Category"));
    m_status->setAccessibleName(tr("On sale or archived"));
    m_list->retranslate();
    fillFilters();
    showState();
}

} // namespace belanjain::ui
