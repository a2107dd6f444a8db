// SPDX-License-Identifier: GPL-3.0-or-later
#include "stock/stocktake_page.h"

#include "common/button.h"
#include "common/choices.h"
#include "common/labels.h"
#include "common/shortcuts.h"
#include "common/language.h"
#include "common/link_button.h"
#include "common/messages.h"
#include "common/theme.h"
#include "domain/violation_text.h"
#include "stock/link_code_dialog.h"
#include "stock/discard_dialog.h"
#include "stock/sheet_blank.h"
#include "stock/sheet_view.h"
#include "stock/stock_words.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

#include <memory>

namespace belanjain::ui {

using namespace Qt::StringLiterals;
using ports::StocktakeLine;

namespace {

constexpr int uncountedPage = 200;
constexpr int sideWidth = 300;
constexpr int scanWidth = 320;
/// Sales come in bursts; one look a moment is enough.
constexpr int refreshMs = 400;

} // namespace

StocktakePage::StocktakePage(const Theme& theme, const Services& services, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_services(services)
    , m_outlet(services.settings, this)
    , m_title(makeLabel(theme, {}, TextStyle::Page, {}, this))
    , m_subtitle(makeLabel(theme, {}, TextStyle::Body, u"secondary"_s, this))
    , m_said(makeLabel(theme, {}, TextStyle::Bold, {}, this))
    , m_sums(makeLabel(theme, {}, TextStyle::Secondary, u"secondary"_s, this))
    , m_empty(new SheetBlank(theme, this))
    , m_foot(new QWidget(this))
    , m_codesTitle(makeLabel(theme, {}, TextStyle::Section, {}, this))
    , m_back(new Button(theme, Icon::ChevronLeft, {}, this))
    , m_files(new Button(theme, QString(), this))
    , m_discard(new Button(theme, QString(), this))
    , m_apply(new Button(theme, QString(), this))
    , m_scan(new QLineEdit(this))
    , m_scope(new DropButton(theme, {}, this))
    , m_mode(new Segments(theme, {QString(), QString()}, this))
    , m_view(new SheetView(theme, this))
    , m_side(new QWidget(this))
    , m_codes(new QVBoxLayout)
    , m_result(new Banner(theme, this))
    , m_toast(new Toast(theme, this))
{
    setObjectName(u"stocktakePage"_s);
    setProperty("ownScans", true); // the scanner that listens everywhere leaves them here
    m_view->setModel(&m_model);
    m_view->setWidths({160, 96, 96, 104}, services.settings, u"stocktake/columns"_s);
    layOut();
    connectParts();
    retranslate();
    setFocusProxy(m_scan);
}

StocktakePage::~StocktakePage() = default;

void StocktakePage::layOut()
{
    m_title->setObjectName(u"stocktakeTitle"_s);
    m_subtitle->setObjectName(u"stocktakeSubtitle"_s);
    m_said->setObjectName(u"stocktakeSaid"_s);
    m_sums->setObjectName(u"stocktakeSums"_s);
    m_empty->setObjectName(u"stocktakeEmpty"_s);
    m_back->setObjectName(u"stocktakeBack"_s);
    m_files->setObjectName(u"stocktakeFiles"_s);
    m_discard->setObjectName(u"stocktakeDiscard"_s);
    m_apply->setObjectName(u"stocktakeApply"_s);
    m_scan->setObjectName(u"stocktakeScan"_s);
    m_scope->setObjectName(u"stocktakeScope"_s);
    m_mode->setObjectName(u"stocktakeMode"_s);
    m_view->setObjectName(u"stocktakeTable"_s);
    m_side->setObjectName(u"stocktakeCodes"_s);
    m_result->setObjectName(u"stocktakeResult"_s);
    m_toast->setObjectName(u"stocktakeToast"_s);
    m_apply->setKind(Button::Kind::Primary);
    m_apply->setGlyph(Icon::Check);
    m_files->setGlyph(Icon::Download);
    m_files->setChevron(true);
    m_scan->setFixedWidth(scanWidth);
    m_scan->setMaxLength(128);
    m_result->setClosable(true);
    m_result->hide();
    m_side->hide();
    m_mode->setCurrent(0);

    auto* head = new QHBoxLayout;
    head->setContentsMargins(measure::PageMargin - 8, 0, measure::PageMargin, 0);
    head->setSpacing(8);
    head->addWidget(m_back);
    head->addWidget(m_title);
    head->addSpacing(4);
    head->addWidget(m_subtitle);
    head->addStretch();
    head->addWidget(m_files);
    head->addWidget(m_discard);
    head->addWidget(m_apply);
    m_subtitle->setContentsMargins(0, 4, 0, 0);
    auto* headBox = new QWidget(this);
    headBox->setFixedHeight(measure::PageHeader);
    headBox->setLayout(head);

    auto* tools = new QHBoxLayout;
    tools->setContentsMargins(measure::PageMargin, 2, measure::PageMargin, 10);
    tools->setSpacing(8);
    tools->addWidget(m_scan);
    tools->addWidget(m_scope);
    tools->addWidget(m_mode);
    tools->addSpacing(8);
    tools->addWidget(m_said, 1);
    auto* toolBox = new QWidget(this);
    toolBox->setFixedHeight(measure::Toolbar);
    toolBox->setLayout(tools);

    auto* inner = new QWidget(m_side);
    m_codes->setContentsMargins(16, 8, 16, 16);
    m_codes->setSpacing(12);
    inner->setLayout(m_codes);
    auto* scroll = new QScrollArea(m_side);
    scroll->setWidget(inner);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->viewport()->setAutoFillBackground(false); // one surface with its title
    inner->setAutoFillBackground(false);
    auto* side = new QVBoxLayout(m_side);
    side->setContentsMargins(1, 12, 0, 0);
    side->setSpacing(4);
    m_codesTitle->setContentsMargins(16, 0, 16, 0);
    m_codesTitle->setWordWrap(true);
    side->addWidget(m_codesTitle);
    side->addWidget(scroll, 1);
    m_side->setFixedWidth(sideWidth);
    m_side->setMinimumHeight(120);

    auto* body = new QHBoxLayout;
    body->setSpacing(0);
    auto* table = new QVBoxLayout;
    table->setSpacing(0);
    table->addWidget(m_view, 1);
    table->addWidget(m_empty, 1);
    body->addLayout(table, 1);
    body->addWidget(m_side);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(measure::PageMargin, 0, measure::PageMargin, 0);
    foot->addWidget(m_sums);
    m_foot->setFixedHeight(36);
    m_foot->setLayout(foot);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(headBox);
    column->addWidget(toolBox);
    column->addWidget(m_result);
    column->addLayout(body, 1);
    column->addSpacing(1); // for the line above the foot
    column->addWidget(m_foot);
    setTabOrder(m_scan, m_scope);
    setTabOrder(m_scope, m_mode);
    setTabOrder(m_mode, m_view);
}

void StocktakePage::connectParts()
{
    ports::Stocktake& port = m_services.port;
    connect(&port, &ports::Stocktake::sheetRead, this, &StocktakePage::take);
    connect(&port, &ports::Stocktake::scanned, this, &StocktakePage::takeScan);
    connect(&port, &ports::Stocktake::failed, this, [this](const QString& reason) {
        say([reason] { return reason; }, u"out"_s);
    });
    connect(&port, &ports::Stocktake::uncountedRead, this,
            [this](quint64 ticket, const QList<StocktakeLine>& lines, int total) {
                if (ticket != m_uncounted)
                    return;
                m_model.setUncounted(lines, total, m_fetchingMore);
                m_fetchingMore = false;
                showSums();
            });
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(refreshMs);
    connect(&m_refresh, &QTimer::timeout, &port, &ports::Stocktake::read);
    connect(&port, &ports::Stocktake::stale, this, [this] {
        if (isVisible() && !m_refresh.isActive())
            m_refresh.start();
    });
    connect(&m_services.sink, &ports::CommandSink::done, this, &StocktakePage::takeResults);
    connect(&m_model, &StocktakeModel::countTyped, this, [this](const VariantId& variant, qint32 pieces) {
        m_services.port.setCount(m_services.port.newTicket(), variant, pieces);
    });
    connect(&m_model, &StocktakeModel::moreAsked, this, [this] { readUncounted(true); });
    connect(m_view, &SheetView::removeAsked, this, [this](const QModelIndex& index) {
        if (m_model.shows() == StocktakeModel::Shows::Counted)
            m_services.port.setCount(m_services.port.newTicket(), m_model.line(index.row()).variant, std::nullopt);
    });
    connect(m_back, &Button::clicked, this, &StocktakePage::left);
    connect(m_empty, &SheetBlank::chosen, this, &StocktakePage::newProductAsked);
    connect(m_files, &Button::clicked, this, &StocktakePage::openFileMenu);
    connect(m_discard, &Button::clicked, this, &StocktakePage::askToDiscard);
    connect(m_apply, &Button::clicked, this, &StocktakePage::apply);
    connect(m_scan, &QLineEdit::returnPressed, this, &StocktakePage::enter);
    connect(m_scope, &DropButton::chosen, this, [this](const QVariant& category) {
        m_services.port.begin(category.toString());
        focusScan();
    });
    connect(m_mode, &Segments::changed, this, &StocktakePage::showMode);
    connect(&m_outlet, &SheetOutlet::said, this, [this](const QString& sentence, bool fine) {
        m_toast->showMessage(sentence, {}, {}, fine ? Icon::Download : Icon::Warning);
    });
    connect(m_toast, &Toast::actionTriggered, &m_services.history, &tables::EditHistory::undo);
    connect(&m_services.history, &tables::EditHistory::undone, this, [this](const QString& what) {
        if (isVisible())
            m_toast->showMessage(tr("Undone: %1").arg(what), {}, {}, Icon::Undo);
    });
    connect(&m_services.history, &tables::EditHistory::redone, this, [this](const QString& what) {
        if (isVisible())
            m_toast->showMessage(tr("Redone: %1").arg(what), {}, {}, Icon::Redo);
    });
    nameShortcutGroup(this, QT_TRANSLATE_NOOP("Shortcuts", "Stocktake"));
    auto* undo = new QAction(this);
    undo->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Z));
    stateShortcut(undo, QT_TRANSLATE_NOOP("Shortcuts", "Undo"));
    connect(undo, &QAction::triggered, &m_services.history, &tables::EditHistory::undo);
    addAction(undo);
    auto* redo = new QAction(this);
    redo->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Y));
    stateShortcut(redo, QT_TRANSLATE_NOOP("Shortcuts", "Redo"));
    connect(redo, &QAction::triggered, &m_services.history, &tables::EditHistory::redo);
    addAction(redo);
    m_scan->installEventFilter(this);
    m_view->installEventFilter(this);
}

void StocktakePage::setStore(const QString& name, const QTimeZone& zone)
{
    m_store = name;
    m_zone = zone;
    showSums();
}

void StocktakePage::setCategories(const QStringList& categories)
{
    m_categories = categories;
    fillScopes();
}

void StocktakePage::setStoreEmpty(bool empty)
{
    m_storeEmpty = empty;
    showSums();
}

void StocktakePage::fillScopes()
{
    m_scope->clearChoices();
    m_scope->addChoice(tr("All categories"), QString());
    for (QString name : std::as_const(m_categories)) {
        const QString value = name;
        m_scope->addChoice(name.replace(u'&', u"&&"_s), value);
    }
    m_scope->setCurrent(m_sheet.category);
    m_scope->setChosen(!m_sheet.category.isEmpty());
}

void StocktakePage::open()
{
    m_beginning = true;
    m_services.port.read();
    focusScan();
}

void StocktakePage::focusScan()
{
    m_scan->setFocus(Qt::OtherFocusReason);
    m_scan->selectAll();
}

void StocktakePage::take(const ports::StocktakeSheet& sheet)
{
    if (!sheet.open && m_beginning) {
        m_beginning = false;
        m_services.port.begin({});
        return;
    }
    m_beginning = false;
    m_sheet = sheet;
    m_model.setCounted(sheet.lines);
    fillScopes();
    showCodes();
    if (m_model.shows() == StocktakeModel::Shows::Uncounted)
        readUncounted(false);
    showSums();
    Q_EMIT draftChanged(sheet.open, int(sheet.lines.size()));
}

void StocktakePage::enter()
{
    const QString code = m_scan->text().simplified();
    m_scan->clear();
    if (code.isEmpty())
        return;
    if (!m_sheet.open) {
        m_services.port.begin(m_sheet.category);
        m_applied.clear();
        m_result->hide();
    }
    m_services.port.scan(m_services.port.newTicket(), code);
}

void StocktakePage::takeScan(quint64, const ports::ScanAnswer& answer)
{
    if (answer.line) {
        if (answer.newLine && !answer.line->archived &&
            (m_sheet.category.isEmpty() || answer.line->category.compare(m_sheet.category, Qt::CaseInsensitive) == 0))
            ++m_sheet.countedInScope;
        m_model.update(*answer.line);
        const int row = m_model.shows() == StocktakeModel::Shows::Counted ? m_model.rowOf(answer.line->variant) : -1;
        if (row >= 0) {
            m_view->setCurrentIndex(m_model.index(row, StocktakeModel::Counted));
            m_view->scrollTo(m_model.index(row, 0));
        }
        QStringList name{answer.line->productName, answer.line->optionsLabel};
        name.removeAll(QString());
        say([name = name.join(u", "_s), counted = answer.line->count.counted] {
            return u"%1: %2"_s.arg(name, formatCount(counted, uiLanguage()));
        });
        Q_EMIT draftChanged(true, int(m_model.counted().size()));
    } else if (answer.unknown) {
        say([code = answer.unknown->code] { return tr("%1 is not known").arg(code); }, u"out"_s);
        m_sheet.codes.removeIf([&](const ports::UnknownCode& one) { return one.code == answer.unknown->code; });
        m_sheet.codes.prepend(*answer.unknown);
        showCodes();
    }
    showSums();
}

void StocktakePage::say(std::function<QString()> words, const QString& ink)
{
    m_saying = std::move(words);
    m_said->setText(m_saying ? m_saying() : QString());
    setInk(m_said, ink);
}

void StocktakePage::showCodes()
{
    while (QLayoutItem* item = m_codes->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        std::unique_ptr<QLayoutItem> gone(item);
    }
    for (const ports::UnknownCode& one : std::as_const(m_sheet.codes)) {
        auto* box = new QWidget(m_side);
        auto* column = new QVBoxLayout(box);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(4);
        const QString text = one.times == 1 ? one.code : u"%1  × %2"_s.arg(one.code, formatCount(one.times, uiLanguage()));
        auto* label = makeLabel(m_theme, text, TextStyle::Strong, {}, box);
        label->setTextFormat(Qt::PlainText);
        label->setObjectName(u"unknownCode"_s);
        auto* link = new LinkButton(m_theme, tr("Link to a variant…"), box);
        link->setObjectName(u"linkCode"_s);
        auto* drop = new LinkButton(m_theme, tr("Ignore"), box);
        drop->setObjectName(u"dropCode"_s);
        drop->setLook(LinkButton::Look::Secondary);
        auto* links = new QHBoxLayout;
        links->setSpacing(14);
        links->addWidget(link);
        links->addWidget(drop);
        links->addStretch();
        column->addWidget(label);
        column->addLayout(links);
        connect(link, &LinkButton::clicked, this, [this, code = one.code] {
            auto* dialog = new LinkCodeDialog(m_theme, m_services.catalogue, m_services.sink, code, this);
            connect(dialog, &LinkCodeDialog::linked, this, [this](const QString& linkedCode, const VariantId& variant) {
                m_services.port.settleCode(linkedCode, variant);
            });
            connect(dialog, &QDialog::finished, this, [this] { focusScan(); });
            dialog->open();
        });
        connect(drop, &LinkButton::clicked, this, [this, code = one.code] {
            m_services.port.settleCode(code, std::nullopt);
            focusScan();
        });
        m_codes->addWidget(box);
    }
    m_codes->addStretch();
    m_side->setVisible(!m_sheet.codes.isEmpty());
}

void StocktakePage::showMode()
{
    const auto shows = m_mode->current() == 1 ? StocktakeModel::Shows::Uncounted : StocktakeModel::Shows::Counted;
    m_model.show(shows);
    if (shows == StocktakeModel::Shows::Uncounted)
        readUncounted(false);
    showSums();
    focusScan();
}

void StocktakePage::readUncounted(bool more)
{
    m_fetchingMore = more;
    m_uncounted = m_services.port.newTicket();
    m_services.port.readUncounted(m_uncounted, more ? m_model.uncountedHere() : 0, uncountedPage);
}

void StocktakePage::showSums()
{
    const Language language = uiLanguage();
    const auto count = [language](qint64 number) { return formatCount(number, language); };
    const int lines = int(m_model.counted().size());
    const int differences = m_model.differences();
    QString subtitle = m_sheet.inScope == 1 ? tr("%1 of 1 variant counted").arg(count(m_sheet.countedInScope))
                                            : tr("%1 of %2 variants counted").arg(count(m_sheet.countedInScope), count(m_sheet.inScope));
    if (m_sheet.open)
        subtitle += u" · "_s + tr("started %1").arg(formatDateTime(m_sheet.startedAt, m_zone, language));
    m_subtitle->setText(subtitle);
    m_subtitle->setVisible(!m_storeEmpty); // "0 of 0" is no progress
    QStringList sums;
    if (lines > 0) {
        sums << (differences == 0   ? tr("No differences")
                 : differences == 1 ? tr("1 difference")
                                    : tr("%1 differences").arg(count(differences)));
        sums << (std::abs(m_model.pieces()) == 1 ? tr("%1 piece") : tr("%1 pieces")).arg(shownChange(m_model.pieces(), language));
        sums << shownRupiah({m_model.value()});
        sums << tr("Kept on this computer until you apply it");
    }
    m_sums->setText(sums.join(u" · "_s));
    m_apply->setText(differences == 0 ? tr("Finish") : differences == 1 ? tr("Apply 1 difference")
                                                                        : tr("Apply %1 differences").arg(count(differences)));
    m_apply->setEnabled(lines > 0 && m_applying == 0);
    m_discard->setEnabled(m_sheet.open && (lines > 0 || !m_sheet.codes.isEmpty()));
    m_files->setEnabled(lines > 0 || !m_applied.isEmpty());
    const bool none = m_model.rowCount() == 0;
    if (none)
        showBlank();
    m_empty->setVisible(none);
    m_view->setVisible(!none);
    m_foot->setVisible(!sums.isEmpty());
    update();
}

void StocktakePage::showBlank()
{
    if (m_storeEmpty)
        m_empty->present({.drawing = Drawing::Boxes,
                          .title = tr("No products yet"),
                          .sentence = tr("Once there are products, their stock is counted here."),
                          .choice = tr("Create a product"),
                          .outcome = tr("Name, category, price and opening stock")});
    else if (m_model.shows() == StocktakeModel::Shows::Uncounted)
        m_empty->present({.drawing = Drawing::AllDone,
                          .title = tr("Everything here is counted"),
                          .sentence = tr("What you have counted is under “%1”.").arg(tr("Counted"))});
    else
        m_empty->present({.drawing = Drawing::Boxes,
                          .title = tr("Scan the first item"),
                          .sentence = tr("Scan a barcode, or type a barcode or SKU and press Enter.\nEach scan counts one "
                                         "piece; type a number to set how many there are of the item scanned last.")});
}

void StocktakePage::apply()
{
    if (m_applying != 0)
        return;
    QList<ports::Command> commands;
    tables::EditStep step{.field = ports::EditField::Stock, .forward = {}, .inverse = {}};
    m_sent.clear();
    QList<VariantId> agreed;
    for (const StocktakeLine& one : m_model.counted()) {
        if (one.count.change() == 0) {
            agreed.append(one.variant);
            continue;
        }
        m_sent.append(one);
        step.forward.append(ports::CountStock{one.variant, one.count.target(), one.count.onHand, tr("Stocktake")});
        step.inverse.append(ports::AdjustStock{one.variant, -one.count.change(), tr("Stocktake undone")});
    }
    m_applied = m_model.counted();
    m_appliedAt = m_services.clock.now();
    if (step.forward.isEmpty()) {
        m_services.port.settle(agreed);
        m_result->showMessage(Level::Done, tr("<b>Everything agrees.</b> Nothing had to be changed."));
        m_result->show();
        return;
    }
    m_services.port.markApplying();
    m_applying = m_services.sink.submit(step.forward);
    m_services.history.record(m_applying, step);
    showSums();
}

void StocktakePage::takeResults(quint64 ticket, const QList<ports::CommandResult>& results)
{
    if (m_applying == 0 || ticket != m_applying)
        return;
    m_applying = 0;
    QList<VariantId> done;
    int changed = 0;
    QString why;
    for (const StocktakeLine& one : std::as_const(m_applied)) {
        if (one.count.change() == 0)
            done.append(one.variant);
    }
    for (qsizetype i = 0; i < m_sent.size(); ++i) {
        if (i < results.size() && results[i].applied) {
            done.append(m_sent[i].variant);
            ++changed;
        } else if (why.isEmpty() && i < results.size()) {
            why = results[i].violation ? ruleText(*results[i].violation, uiLanguage()) : results[i].storageProblem;
        }
    }
    const int refused = int(m_sent.size()) - changed;
    m_sent.clear();
    m_services.port.settle(done);
    const auto count = [](qint64 number) { return formatCount(number, uiLanguage()); };
    QString text = changed == 1 ? tr("<b>The stock of 1 variant is corrected.</b>")
                                : tr("<b>The stock of %1 variants is corrected.</b>").arg(count(changed));
    if (refused > 0)
        text += u' ' + tr("%1 could not be applied and stay here: %2").arg(count(refused), why.toHtmlEscaped());
    m_result->showMessage(refused > 0 ? Level::Low : Level::Done, text);
    m_result->show();
    if (changed > 0)
        m_toast->showMessage(changed == 1 ? tr("1 count applied.") : tr("%1 counts applied.").arg(count(changed)), tr("Undo"),
                             tr("Ctrl Z"));
    say({});
}

void StocktakePage::askToDiscard()
{
    auto* dialog = new DiscardDialog(m_theme, this);
    connect(dialog, &QDialog::accepted, this, [this] {
        m_services.port.discard();
        say({});
    });
    connect(dialog, &QDialog::finished, this, [this] { focusScan(); });
    dialog->open();
}

void StocktakePage::openFileMenu()
{
    m_outlet.openMenu(*m_files, u"stocktakeFileMenu"_s, [this] { return protocol(); });
}

StockSheet StocktakePage::protocol() const
{
    const Language language = uiLanguage();
    const bool applied = m_model.counted().isEmpty() && !m_applied.isEmpty();
    const QList<StocktakeLine>& lines = applied ? m_applied : m_model.counted();
    const Instant when = applied ? m_appliedAt : m_services.clock.now();
    const QString state = applied ? tr("Applied on %1") : tr("Draft of %1, not applied");
    StockSheet sheet{.title = tr("Stocktake"),
                     .store = m_store,
                     .about = {state.arg(formatDateTime(when, m_zone, language))},
                     .foot = u"%1 · %2 · %3"_s.arg(m_store, tr("Stocktake"), formatDate(when, m_zone, language)),
                     .fileName = tr("stocktake") + u'-' + formatDate(when, m_zone, language).replace(u' ', u'-'),
                     .columns = {{tr("Product"), 0}, {tr("Options"), 28}, {tr("SKU"), 32}, {tr("Barcode"), 20, false, false},
                                 {tr("Category"), 20, false, false}, {tr("Expected"), 17, true}, {tr("Counted"), 17, true},
                                 {tr("Difference"), 18, true}, {tr("Moved since"), 17, true, false}, {tr("Value"), 22, true}},
                     .rows = {}};
    qint64 pieces = 0;
    qint64 value = 0;
    for (const StocktakeLine& one : lines) {
        const qint64 difference = one.count.difference();
        pieces += difference;
        value += difference * one.price.rupiah;
        StockSheet::Row row;
        row.cells = {one.productName, one.optionsLabel, one.sku, one.barcode, one.category, qint64(one.count.expected),
                     qint64(one.count.counted), difference, qint64(one.count.moved()), difference * one.price.rupiah};
        sheet.rows.append(row);
    }
    const QString counted = lines.size() == 1 ? tr("1 variant counted") : tr("%1 variants counted").arg(formatCount(lines.size(), language));
    const QString difference = (std::abs(pieces) == 1 ? tr("%1 piece") : tr("%1 pieces")).arg(formatChange(pieces, language));
    sheet.about << QStringList{counted, difference, formatRupiah({value})}.join(u" · "_s);
    return sheet;
}

void StocktakePage::retranslate()
{
    m_title->setText(tr("Stocktake"));
    m_back->setAccessibleName(tr("Back to the stock"));
    m_back->setToolTip(tr("Back to the stock (Esc). The counts are kept."));
    m_files->setText(tr("Save or print"));
    m_discard->setText(tr("Discard…"));
    m_scan->setPlaceholderText(tr("Scan or type a code, then Enter"));
    m_scan->setAccessibleName(tr("Barcode, SKU or number of pieces"));
    m_scope->setAccessibleName(tr("Category to count"));
    m_mode->setTexts({tr("Counted"), tr("Not counted yet")});
    m_view->setAccessibleName(tr("Counts"));
    m_codesTitle->setText(tr("Unknown codes"));
    m_said->setText(m_saying ? m_saying() : QString());
    m_model.retranslate();
    m_view->fitHeads();
    fillScopes();
    showCodes();
    showSums();
}

void StocktakePage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

bool StocktakePage::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Escape) {
            if (watched == m_scan && !m_scan->text().isEmpty())
                m_scan->clear();
            else
                Q_EMIT left();
            return true;
        }
        if (watched == m_scan && key->key() == Qt::Key_Down && m_view->isVisible()) {
            m_view->setFocus(Qt::OtherFocusReason);
            if (!m_view->currentIndex().isValid())
                m_view->setCurrentIndex(m_model.index(0, StocktakeModel::Counted));
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void StocktakePage::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.tokens().surface);
    if (m_side->isVisible())
        painter.fillRect(m_side->x(), m_side->y(), 1, m_side->height(), m_theme.tokens().line);
    if (!m_foot->isHidden())
        painter.fillRect(0, m_foot->y() - 1, width(), 1, m_theme.tokens().line);
}

} // namespace belanjain::ui
