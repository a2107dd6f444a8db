// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/transfer_page.h"

#include "common/button.h"
#include "common/column_widths.h"
#include "common/labels.h"
#include "common/language.h"
#include "common/messages.h"
#include "common/shortcuts.h"
#include "common/theme.h"
#include "common/view_settings.h"
#include "transfer/export_card.h"
#include "transfer/fates_table.h"
#include "transfer/file_card.h"
#include "transfer/records_card.h"
#include "transfer/review_panel.h"
#include "transfer/transfer_words.h"

#include <QAction>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollArea>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <utility>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr auto folderKey = "transfer/folder"_L1;
constexpr int widest = 1120;
/// Tickets of the catalogue are shared by all who read through it.
constexpr quint64 ticketBase = 0x5A'0000'0000;

} // namespace

TransferPage::TransferPage(const Theme& theme, const TransferServices& services, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_services(services)
    , m_presets(services.settings)
    , m_countTicket(ticketBase)
    , m_title(makeLabel(theme, {}, TextStyle::Page, {}, this))
    , m_stack(new QStackedWidget(this))
    , m_file(new FileCard(theme, this))
    , m_export(new ExportCard(theme, services.files, services.settings, this))
    , m_records(new RecordsCard(theme, services.importer, services.clock, this))
    , m_review(new ReviewPanel(theme, m_presets, this))
    , m_toast(new Toast(theme, this))
{
    setObjectName(u"transferPage"_s);
    m_review->rows().columns().remember(services.settings, u"transfer/columns"_s);
    layOut();
    connectImporter();
    connectReview();
    retranslate();
}

TransferPage::~TransferPage() = default;

void TransferPage::layOut()
{
    m_title->setObjectName(u"pageTitle"_s);
    m_toast->setObjectName(u"transferToast"_s);
    m_toast->setBottomInset(0);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(measure::PageMargin, 0, measure::PageMargin, 0);
    head->addWidget(m_title);
    auto* headBox = new QWidget(this);
    headBox->setFixedHeight(measure::PageHeader);
    headBox->setLayout(head);
    auto* content = new QWidget;
    content->setMaximumWidth(widest);
    auto* cards = new QVBoxLayout(content);
    cards->setContentsMargins(measure::PageMargin, 8, measure::PageMargin, measure::PageMargin);
    cards->setSpacing(16);
    auto* two = new QHBoxLayout;
    two->setSpacing(16);
    two->addWidget(m_file, 1);
    two->addWidget(m_export, 1);
    cards->addLayout(two);
    cards->addWidget(m_records);
    cards->addStretch(1);
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    auto* home = new QWidget(this);
    auto* homeColumn = new QVBoxLayout(home);
    homeColumn->setContentsMargins(0, 0, 0, 0);
    homeColumn->setSpacing(0);
    homeColumn->addWidget(headBox);
    homeColumn->addWidget(scroll, 1);
    for (QWidget* part : {static_cast<QWidget*>(this), home, static_cast<QWidget*>(scroll), content}) {
        part->setBackgroundRole(QPalette::Base);
        part->setAutoFillBackground(true);
    }
    m_stack->addWidget(home);
    m_stack->addWidget(m_review);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
    setFocusProxy(m_file->button());
    m_records->setFocusProxy(m_file->button());
    auto* open = new QAction(this);
    open->setShortcut(QKeySequence(QKeySequence::Open));
    open->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(open, &QAction::triggered, this, &TransferPage::askForFile);
    addAction(open);
    nameShortcutGroup(this, QT_TRANSLATE_NOOP("Shortcuts", "Import and export"));
    stateShortcut(open, QT_TRANSLATE_NOOP("Shortcuts", "Open a file"));
}

void TransferPage::connectImporter()
{
    ports::Importer& importer = m_services.importer;
    connect(&importer, &ports::Importer::looked, this, &TransferPage::takeLook);
    connect(&importer, &ports::Importer::progressed, this, [this](quint64 ticket, qint64 done, qint64 total) {
        if (ticket == m_ticket)
            m_review->showProgress(done, total);
    });
    connect(&importer, &ports::Importer::checked, this, [this](quint64 ticket, const ports::ImportCheck& check) {
        if (ticket != m_ticket)
            return;
        m_check = check;
        m_review->showCheck(check);
    });
    connect(&importer, &ports::Importer::wrongRowsSaved, this,
            [this](quint64 ticket, int rows, const std::optional<imports::FileError>& error) {
                if (ticket != m_ticket)
                    return;
                if (error)
                    m_toast->showMessage(imports::fileErrorText(*error, uiLanguage()), {}, {}, Icon::Warning);
                else
                    m_toast->showMessage(rows == 1 ? tr("1 wrong row saved") : tr("%1 wrong rows saved").arg(rows), {}, {}, Icon::Download);
            });
    connect(&importer, &ports::Importer::started, this, [this](quint64 ticket, qint64 import) {
        if (ticket == m_ticket && m_starting)
            m_import = import;
    });
    connect(&importer, &ports::Importer::recordChanged, this, &TransferPage::takeRecord);
    connect(&importer, &ports::Importer::recordsRead, m_records, &RecordsCard::setRecords);
    connect(&importer, &ports::Importer::failed, this, [this](bool diskFull) {
        m_toast->showMessage(diskFull ? tr("The disk is full. Free some space and go on with the import.")
                                      : tr("The import could not be saved on this computer."),
                             {}, {}, Icon::Warning);
        m_starting = false;
        m_import = 0;
        m_review->showCheck(m_check);
        m_services.importer.readRecords();
    });
    connect(m_records, &RecordsCard::undoAsked, &importer, &ports::Importer::undo);
    connect(m_toast, &Toast::actionTriggered, this, [this] {
        m_records->ask(std::exchange(m_undoable, 0));
    });
}

void TransferPage::connectReview()
{
    connect(m_file, &FileCard::chooseAsked, this, &TransferPage::askForFile);
    connect(m_file, &FileCard::dropped, this, &TransferPage::openFile);
    connect(m_export, &ExportCard::ordersAsked, this, &TransferPage::ordersAsked);
    connect(m_export, &ExportCard::said, this, [this](const QString& sentence, bool good) {
        m_toast->showMessage(sentence, {}, {}, good ? Icon::Download : Icon::Warning);
    });
    connect(m_review, &ReviewPanel::left, this, &TransferPage::leaveReview);
    connect(m_review, &ReviewPanel::mappingChanged, this, &TransferPage::check);
    connect(m_review, &ReviewPanel::readingChanged, this, [this](const imports::Mapping& mapping) {
        m_reading = mapping;
        m_rereading = true;
        look();
    });
    connect(m_review, &ReviewPanel::wrongRowsAsked, this, &TransferPage::askForWrongRows);
    connect(m_review, &ReviewPanel::importAsked, this, [this] {
        if (m_starting || !m_check.analysis)
            return;
        m_starting = true;
        const imports::Plan& plan = m_check.analysis->plan;
        const int total = int(plan.products.size() + plan.changes.size());
        m_review->showImporting({.products = int(plan.products.size()), .changes = int(plan.changes.size()), .waiting = total});
        m_services.importer.start(m_ticket, m_check, QFileInfo(m_path).fileName(), m_mapping.format);
    });
    connect(m_review, &ReviewPanel::stopAsked, this, [this] {
        if (m_import != 0)
            m_services.importer.stop(m_import);
        else if (!m_starting)
            m_services.importer.cancel(m_ticket);
    });
}

void TransferPage::start()
{
    m_services.importer.readRecords();
    if (!m_services.catalogue)
        return;
    connect(m_services.catalogue, &ports::CatalogueReader::productsRead, this,
            [this](quint64 ticket, const ports::ProductListPage& page) {
                if (ticket == m_countTicket)
                    m_export->setNothingToSave(page.total == 0);
            });
    connect(m_services.catalogue, &ports::CatalogueReader::stale, this, [this] {
        if (isVisible())
            countProducts();
    });
    countProducts();
}

void TransferPage::countProducts()
{
    if (m_services.catalogue)
        m_services.catalogue->readProducts(++m_countTicket, {.limit = 1});
}

void TransferPage::askForFile()
{
    if (m_starting)
        return;
    QString folder = m_services.settings.value(folderKey).toString();
    if (folder.isEmpty() || !QDir(folder).exists())
        folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto* dialog = new QFileDialog(this, tr("Choose a file of products"), folder);
    dialog->setObjectName(u"importFileDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Tables (*.csv *.tsv *.txt)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &TransferPage::openFile);
    dialog->open();
}

void TransferPage::askForWrongRows()
{
    auto* dialog = new QFileDialog(this, tr("Save as"), QFileInfo(m_path).absolutePath());
    dialog->setObjectName(u"wrongRowsDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    dialog->setNameFilter(u"CSV (*.csv)"_s);
    //: Ends a file's name; no spaces.
    dialog->selectFile(u"%1-%2.csv"_s.arg(QFileInfo(m_path).completeBaseName(), tr("wrong-rows")));
    connect(dialog, &QFileDialog::fileSelected, this, &TransferPage::saveWrongRows);
    dialog->open();
}

void TransferPage::saveWrongRows(const QString& path)
{
    m_services.importer.saveWrongRows(m_ticket, m_check, m_path, m_mapping, path, uiLanguage());
}

void TransferPage::openFile(const QString& path)
{
    if (m_starting)
        return;
    m_services.settings.setValue(folderKey, QFileInfo(path).absolutePath());
    m_path = path;
    m_reading = {};
    m_rereading = false;
    m_import = 0;
    look();
}

void TransferPage::look()
{
    m_services.importer.cancel(m_ticket);
    m_services.importer.look(++m_ticket, m_path, m_reading.encoding, m_reading.separator);
}

void TransferPage::takeLook(quint64 ticket, const ports::ImportLook& look)
{
    if (ticket != m_ticket)
        return;
    if (look.error) {
        const QString sentence = imports::fileErrorText(*look.error, uiLanguage());
        if (m_stack->currentWidget() == m_review)
            m_review->showProblem(sentence);
        else
            m_toast->showMessage(sentence, {}, {}, Icon::Warning);
        return;
    }
    const bool sameTitles = m_rereading && m_beginning.titles == look.beginning.titles;
    m_beginning = look.beginning;
    imports::Mapping mapping = sameTitles ? m_reading : imports::recognised(m_beginning.titles);
    const QString preset = mapping.format == imports::Format::Other ? m_presets.fitting(m_beginning.titles) : QString();
    if (!preset.isEmpty() && !m_rereading)
        mapping = imports::fitted(*m_presets.find(preset), m_beginning.titles);
    if (m_rereading)
        mapping.numbers = m_reading.numbers;
    mapping.encoding = m_reading.encoding;
    mapping.separator = m_reading.separator ? m_reading.separator : m_beginning.separator;
    m_stack->setCurrentWidget(m_review);
    check(mapping);
    m_review->setFocus(Qt::OtherFocusReason);
}

void TransferPage::check(const imports::Mapping& mapping)
{
    m_services.importer.cancel(m_ticket);
    m_mapping = mapping;
    m_check = {};
    m_review->showFile(QFileInfo(m_path).fileName(), m_beginning, mapping);
    m_services.importer.check(++m_ticket, m_path, mapping);
}

void TransferPage::takeRecord(const ports::ImportRecord& record)
{
    m_records->takeRecord(record);
    if (m_starting && record.number == m_import) {
        if (record.active)
            return m_review->showImporting(record);
        m_starting = false;
        m_undoable = std::exchange(m_import, 0);
        m_stack->setCurrentIndex(0);
        m_toast->showMessage(outcomeText(record), tr("Undo import"), {},
                             record.refused > 0 ? Icon::Warning : Icon::Check);
        m_file->button()->setFocus(Qt::OtherFocusReason);
    } else if (!record.active) {
        m_toast->showMessage(outcomeText(record), {}, {}, record.left > 0 ? Icon::Warning : Icon::Check);
    }
}

void TransferPage::leaveReview()
{
    if (m_starting)
        return;
    m_services.importer.cancel(m_ticket);
    ++m_ticket;
    m_check = {};
    m_stack->setCurrentIndex(0);
    m_file->button()->setFocus(Qt::OtherFocusReason);
}

void TransferPage::retranslate() { m_title->setText(tr("Import and export")); }

void TransferPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void TransferPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    countProducts();
}

void TransferPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_stack->currentWidget() == m_review)
        leaveReview();
    else
        QWidget::keyPressEvent(event);
}

} // namespace belanjain::ui
