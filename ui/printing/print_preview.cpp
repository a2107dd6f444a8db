// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/print_preview.h"

#include "common/button.h"
#include "common/choices.h"
#include "common/labels.h"
#include "common/language.h"
#include "common/messages.h"
#include "common/theme.h"
#include "common/view_settings.h"
#include "printing/document_words.h"
#include "printing/page_view.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QPrintDialog>
#include <QPrinter>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <algorithm>

namespace belanjain::ui {

using namespace Qt::StringLiterals;
using ports::PrintedDocument;

namespace {

constexpr auto paperKey = "printing/paper"_L1;
constexpr auto languageKey = "printing/language"_L1;
constexpr auto senderKey = "printing/senders"_L1; ///< by the store's name
constexpr int longestSender = 200;
constexpr int typingRestMs = 300;
constexpr auto folderKey = "printing/folder"_L1;
constexpr int sideWidth = 280;
constexpr PrintedDocument allDocuments[] = {PrintedDocument::Label, PrintedDocument::PackingSlip,
                                            PrintedDocument::Invoice, PrintedDocument::PickList};

} // namespace

PrintPreview::PrintPreview(const Theme& theme, const PrintServices& services, PrintRequest request, QWidget* parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_services(services)
    , m_request(std::move(request))
    , m_view(new PageView(theme, this))
    , m_previous(new Button(theme, Icon::ChevronLeft, {}, this))
    , m_next(new Button(theme, Icon::ChevronRight, {}, this))
    , m_where(makeLabel(theme, {}, TextStyle::Secondary, u"secondary"_s, this))
    , m_document(new DropButton(theme, {}, this))
    , m_paper(new DropButton(theme, {}, this))
    , m_paperBox(new QWidget(this))
    , m_paperLabel(makeLabel(theme, {}, TextStyle::Secondary, u"secondary"_s, this))
    , m_language(new Segments(theme, {u"Indonesia"_s, u"English"_s}, this))
    , m_senderBox(new QWidget(this))
    , m_senderLabel(makeLabel(theme, {}, TextStyle::Secondary, u"secondary"_s, this))
    , m_sender(new QPlainTextEdit(this))
    , m_senderHint(makeLabel(theme, {}, TextStyle::Secondary, u"low"_s, this))
    , m_sums(makeLabel(theme, {}, TextStyle::Strong, {}, this))
    , m_reprints(makeLabel(theme, {}, TextStyle::Secondary, u"secondary"_s, this))
    , m_problem(makeLabel(theme, {}, TextStyle::Body, u"out"_s, this))
    , m_progress(new ProgressLine(theme, this))
    , m_save(new Button(theme, QString(), this))
    , m_print(new Button(theme, QString(), this))
    , m_close(new Button(theme, QString(), this))
{
    setObjectName(u"printPreview"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    const ViewSettings& settings = services.settings;
    m_request.paper = LabelPaper(std::clamp(settings.value(paperKey).toInt(), 0, int(LabelPaper::FourOnA4)));
    const QString tag = settings.value(languageKey).toString();
    m_request.language = tag.isEmpty() ? uiLanguage() : languageFromTag(tag);
    m_request.sender = settings.value(senderKey).toMap().value(m_request.store.name).toString();
    layOutParts();
    retranslate();
    m_sender->setPlainText(m_request.sender);
    connectParts();
    layOutAgain();
}

PrintPreview::~PrintPreview() = default;

void PrintPreview::layOutParts()
{
    m_view->setObjectName(u"printPage"_s);
    m_previous->setObjectName(u"printPrevious"_s);
    m_next->setObjectName(u"printNext"_s);
    m_where->setObjectName(u"printWhere"_s);
    m_document->setObjectName(u"printDocument"_s);
    m_paper->setObjectName(u"printPaper"_s);
    m_language->setObjectName(u"printLanguage"_s);
    m_sender->setObjectName(u"printSender"_s);
    m_sender->setTabChangesFocus(true);
    m_sender->setFixedHeight(4 * fontMetrics().lineSpacing() + 16);
    m_senderHint->setObjectName(u"printSenderHint"_s);
    m_senderLabel->setBuddy(m_sender);
    m_senderSoon.setSingleShot(true);
    m_senderSoon.setInterval(typingRestMs);
    m_sums->setObjectName(u"printSums"_s);
    m_reprints->setObjectName(u"printReprints"_s);
    m_problem->setObjectName(u"printProblem"_s);
    m_progress->setObjectName(u"printProgress"_s);
    m_save->setObjectName(u"printSave"_s);
    m_print->setObjectName(u"printNow"_s);
    m_close->setObjectName(u"printClose"_s);
    m_print->setKind(Button::Kind::Primary);
    m_print->setGlyph(Icon::Print);
    m_save->setGlyph(Icon::Download);
    for (Button* button : {m_previous, m_next, m_save, m_close, static_cast<Button*>(m_document), static_cast<Button*>(m_paper)})
        button->setAutoDefault(false);
    m_print->setDefault(true);
    for (QLabel* label : {m_sums, m_reprints, m_problem, m_senderHint})
        label->setWordWrap(true);
    m_where->setAlignment(Qt::AlignCenter);
    m_progress->hide();

    auto* turn = new QHBoxLayout;
    turn->setSpacing(8);
    turn->addStretch();
    turn->addWidget(m_previous);
    turn->addWidget(m_where);
    turn->addWidget(m_next);
    turn->addStretch();
    auto* left = new QVBoxLayout;
    left->setSpacing(8);
    left->addWidget(m_view, 1);
    left->addLayout(turn);

    auto* languageLabel = makeLabel(m_theme, tr("Language of the document"), TextStyle::Secondary, u"secondary"_s, this);
    auto* documentLabel = makeLabel(m_theme, tr("Document"), TextStyle::Secondary, u"secondary"_s, this);
    auto* side = new QVBoxLayout;
    side->setSpacing(6);
    // A field, its words and the distance to the next are one box, which leaves no gap when it is hidden.
    const auto addField = [&](QWidget* box, std::initializer_list<QWidget*> parts) {
        auto* column = new QVBoxLayout(box);
        column->setContentsMargins(0, 0, 0, 10);
        column->setSpacing(6);
        for (QWidget* part : parts)
            column->addWidget(part, 0, part == m_language ? Qt::AlignLeft : Qt::Alignment());
        side->addWidget(box);
    };
    addField(new QWidget(this), {documentLabel, m_document});
    addField(m_paperBox, {m_paperLabel, m_paper});
    addField(new QWidget(this), {languageLabel, m_language});
    addField(m_senderBox, {m_senderLabel, m_sender, m_senderHint});
    side->addWidget(m_sums);
    side->addWidget(m_reprints);
    side->addStretch();
    side->addWidget(m_problem);
    side->addWidget(m_progress);
    side->addSpacing(6);
    side->addWidget(m_print);
    side->addWidget(m_save);
    side->addWidget(m_close);
    auto* sideBox = new QWidget(this);
    sideBox->setFixedWidth(sideWidth);
    sideBox->setLayout(side);
    side->setContentsMargins(0, 0, 0, 0);

    auto* all = new QHBoxLayout(this);
    all->setContentsMargins(20, 20, 20, 20);
    all->setSpacing(20);
    all->addLayout(left, 1);
    all->addWidget(sideBox);
    resize(880, 740);
}

void PrintPreview::connectParts()
{
    connect(m_previous, &Button::clicked, this, [this] { goTo(m_page - 1); });
    connect(m_next, &Button::clicked, this, [this] { goTo(m_page + 1); });
    connect(m_document, &DropButton::chosen, this,
            [this](const QVariant& value) { setDocument(PrintedDocument(value.toInt())); });
    connect(m_paper, &DropButton::chosen, this, [this](const QVariant& value) { setPaper(LabelPaper(value.toInt())); });
    connect(m_language, &Segments::changed, this, [this](int index) { setLanguage(Language(index)); });
    connect(m_sender, &QPlainTextEdit::textChanged, this, [this] {
        m_ready = false; // nothing is printed without what is being typed
        m_senderSoon.start();
        showPage();
    });
    connect(&m_senderSoon, &QTimer::timeout, this, [this] { setSender(m_sender->toPlainText()); });
    connect(m_save, &Button::clicked, this, &PrintPreview::askForFile);
    connect(m_print, &Button::clicked, this, &PrintPreview::askForPrinter);
    connect(m_close, &Button::clicked, this, &QDialog::reject);
    connect(m_progress, &ProgressLine::cancelled, &m_job, &PrintJob::cancel);
    connect(&m_job, &PrintJob::laidOut, this, [this](const QList<PrintPage>& pages) {
        m_pages = pages;
        m_ready = true;
        m_progress->hide();
        goTo(std::min(m_page, int(m_pages.size()) - 1));
    });
    connect(&m_job, &PrintJob::progressed, m_progress, [this](int now, int total) { m_progress->setProgress(now, total); });
    connect(&m_job, &PrintJob::finished, this, &PrintPreview::takeEnd);
    const auto shortcut = [this](const QKeySequence& keys, auto slot) {
        auto* action = new QAction(this);
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, slot);
        addAction(action);
    };
    shortcut(QKeySequence::Print, [this] { m_print->click(); });
    shortcut(QKeySequence::Save, [this] { m_save->click(); });
}

void PrintPreview::setDocument(PrintedDocument document)
{
    m_request.document = document;
    m_page = 0;
    layOutAgain();
}

void PrintPreview::setPaper(LabelPaper paper)
{
    m_request.paper = paper;
    m_services.settings.setValue(paperKey, int(paper));
    m_page = 0;
    layOutAgain();
}

void PrintPreview::setLanguage(Language language)
{
    m_request.language = language;
    m_services.settings.setValue(languageKey, wireName(language));
    layOutAgain();
}

void PrintPreview::setSender(const QString& sender)
{
    m_request.sender = sender.left(longestSender);
    QVariantMap senders = m_services.settings.value(senderKey).toMap();
    senders.insert(m_request.store.name, m_request.sender);
    m_services.settings.setValue(senderKey, senders);
    layOutAgain();
}

void PrintPreview::layOutAgain()
{
    m_senderSoon.stop();
    m_ready = false;
    m_problem->clear();
    m_request.printedAt = m_services.clock.now();
    m_document->setCurrent(int(m_request.document));
    m_paper->setCurrent(int(m_request.paper));
    m_language->setCurrent(int(m_request.language));
    const bool labels = m_request.document == PrintedDocument::Label;
    m_paperBox->setVisible(labels);
    m_senderBox->setVisible(m_request.document != PrintedDocument::PickList);
    // A parcel that cannot be delivered comes back only to a whole address.
    m_senderHint->setText(m_request.store.location.isEmpty()
                              ? tr("The sender has no address yet.")
                              : tr("Only “%1” is printed as the sender's address.").arg(m_request.store.location));
    m_senderHint->setVisible(labels && m_request.sender.trimmed().isEmpty());
    setWindowTitle(documentTitle(m_request.document, uiLanguage()));
    const auto again = std::count_if(m_request.orders.begin(), m_request.orders.end(), [&](const ports::OrderDetail& one) {
        return printedBefore(one, m_request.document) > 0;
    });
    const bool says = m_request.document != PrintedDocument::PickList;
    m_reprints->setText(again == 0 || !says ? QString()
                        : again == 1        ? tr("1 of them was printed before and says that it is a reprint.")
                                            : tr("%1 of them were printed before and say that they are reprints.")
                                           .arg(formatCount(again, uiLanguage())));
    m_job.start(m_request);
    showPage();
}

void PrintPreview::goTo(int page)
{
    m_page = std::clamp(page, 0, std::max(0, int(m_pages.size()) - 1));
    showPage();
}

void PrintPreview::showPage()
{
    const int count = int(m_pages.size());
    const bool some = m_ready && count > 0;
    if (some)
        m_view->show(m_pages.at(m_page));
    m_where->setText(some ? tr("Page %1 of %2").arg(m_page + 1).arg(count) : tr("Setting the pages…"));
    m_previous->setEnabled(some && m_page > 0);
    m_next->setEnabled(some && m_page + 1 < count);
    m_save->setEnabled(some && m_progress->isHidden());
    m_print->setEnabled(some && m_progress->isHidden());
    const QString orders = m_request.orders.size() == 1
                               ? tr("1 order")
                               : tr("%1 orders").arg(formatCount(m_request.orders.size(), uiLanguage()));
    const QString pages = count == 1 ? tr("1 page") : tr("%1 pages").arg(formatCount(count, uiLanguage()));
    m_sums->setText(some ? u"%1, %2"_s.arg(orders, pages) : orders);
}

void PrintPreview::showBusy(const QString& what)
{
    m_problem->clear();
    m_progress->setText(what);
    m_progress->setCancellable(true);
    m_progress->setProgress(0, m_pages.size());
    m_progress->show();
    for (QWidget* part : {static_cast<QWidget*>(m_document), static_cast<QWidget*>(m_paper), static_cast<QWidget*>(m_language),
                          static_cast<QWidget*>(m_sender)})
        part->setEnabled(false);
    showPage();
}

void PrintPreview::takeEnd(const QString& problem, bool cancelled)
{
    m_progress->hide();
    for (QWidget* part : {static_cast<QWidget*>(m_document), static_cast<QWidget*>(m_paper), static_cast<QWidget*>(m_language),
                          static_cast<QWidget*>(m_sender)})
        part->setEnabled(true);
    showPage();
    if (!problem.isEmpty() || cancelled) {
        m_problem->setText(cancelled           ? tr("Stopped. Nothing was noted as printed.")
                           : m_file.isEmpty() ? tr("It could not be printed: %1").arg(problem)
                                              : tr("%1 could not be saved: %2").arg(QFileInfo(m_file).fileName(), problem));
        return;
    }
    QList<OrderId> orders;
    for (const ports::OrderDetail& order : std::as_const(m_request.orders))
        orders << order.head.order;
    m_services.log.note(orders, m_request.document);
    Q_EMIT done(m_request.document, int(orders.size()), m_file);
    accept();
}

void PrintPreview::saveTo(const QString& path)
{
    m_file = path;
    m_services.settings.setValue(folderKey, QFileInfo(path).absolutePath());
    showBusy(tr("Saving"));
    m_job.savePdf(m_pages, path, windowTitle());
}

void PrintPreview::askForFile()
{
    QString folder = m_services.settings.value(folderKey).toString();
    if (folder.isEmpty() || !QDir(folder).exists())
        folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    QString name = documentTitle(m_request.document, m_request.language).toLower().replace(u' ', u'-');
    if (m_request.orders.size() == 1)
        name += u'-' + paperNumber(m_request.orders.constFirst().head.number).mid(1);
    auto* dialog = new QFileDialog(this, tr("Save as PDF"), folder);
    dialog->setObjectName(u"printFileDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"pdf"_s);
    dialog->setNameFilter(u"PDF (*.pdf)"_s);
    dialog->selectFile(name + u".pdf"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &PrintPreview::saveTo);
    dialog->open();
}

void PrintPreview::askForPrinter()
{
    if (!m_ready || m_pages.isEmpty())
        return;
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(windowTitle());
    printer->setPageSize(QPageSize(m_pages.constFirst().size, QPageSize::Millimeter, {}, QPageSize::FuzzyMatch));
    auto* dialog = new QPrintDialog(printer.get(), this);
    dialog->setObjectName(u"printerDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QAbstractPrintDialog::PrintPageRange, false);
    connect(dialog, qOverload<QPrinter*>(&QPrintDialog::accepted), this, [this, printer] {
        m_file.clear();
        showBusy(tr("Printing"));
        m_job.print(m_pages, printer);
    });
    dialog->open();
}

void PrintPreview::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_PageDown || event->key() == Qt::Key_Right)
        goTo(m_page + 1);
    else if (event->key() == Qt::Key_PageUp || event->key() == Qt::Key_Left)
        goTo(m_page - 1);
    else if (event->key() == Qt::Key_Home)
        goTo(0);
    else if (event->key() == Qt::Key_End)
        goTo(int(m_pages.size()) - 1);
    else
        QDialog::keyPressEvent(event);
}

void PrintPreview::retranslate()
{
    for (const PrintedDocument document : allDocuments)
        m_document->addChoice(documentTitle(document, uiLanguage()), int(document));
    m_paperLabel->setText(tr("Paper"));
    m_senderLabel->setText(tr("Sender's street, postcode and phone"));
    m_sender->setAccessibleName(tr("Sender's street, postcode and phone"));
    m_sender->setPlaceholderText(tr("e.g. %1").arg(u"Jl. Melati 12\nJakarta Barat 11470\n0812-3456-7890"_s));
    m_paper->addChoice(tr("Label printer, 100 × 150 mm"), int(LabelPaper::Label100x150));
    m_paper->addChoice(tr("A6, one on each page"), int(LabelPaper::A6));
    m_paper->addChoice(tr("A4, four on each page"), int(LabelPaper::FourOnA4));
    m_previous->setAccessibleName(tr("Previous page"));
    m_previous->setToolTip(tr("Previous page (Page Up)"));
    m_next->setAccessibleName(tr("Next page"));
    m_next->setToolTip(tr("Next page (Page Down)"));
    m_view->setAccessibleName(tr("The page as it will be printed"));
    m_language->setAccessibleName(tr("Language of the document"));
    m_document->setAccessibleName(tr("Document"));
    m_paper->setAccessibleName(tr("Paper"));
    m_save->setText(tr("Save as PDF…"));
    m_save->setKeyCap(tr("Ctrl S"));
    m_print->setText(tr("Print…"));
    m_print->setKeyCap(tr("Ctrl P"));
    m_close->setText(tr("Close"));
    m_close->setKeyCap(tr("Esc"));
}

} // namespace belanjain::ui
