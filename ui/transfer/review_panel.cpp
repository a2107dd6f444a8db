// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/review_panel.h"

#include "common/button.h"
#include "common/choices.h"
#include "common/labels.h"
#include "common/language.h"
#include "common/messages.h"
#include "common/theme.h"
#include "domain/format.h"
#include "transfer/columns_editor.h"
#include "transfer/fates_table.h"
#include "transfer/transfer_words.h"

#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int tabsLeft = measure::PageMargin - 12; ///< a tab's word stands 12 inside it

QWidget* bar(int height, QHBoxLayout* content, QWidget* parent)
{
    auto* box = new QWidget(parent);
    box->setFixedHeight(height);
    box->setLayout(content);
    return box;
}

/// Rows are variants; with their number beside that of the products it agrees with what the tabs count.
QString importText(const imports::Plan& plan)
{
    const qsizetype products = plan.products.size();
    const qsizetype variants = std::accumulate(plan.products.begin(), plan.products.end(), qsizetype(0),
                                               [](qsizetype sum, const imports::PlannedProduct& one) {
                                                   return sum + std::max<qsizetype>(1, one.draft.variants.size());
                                               });
    const QString count = formatCount(products, uiLanguage());
    const QString all = formatCount(variants, uiLanguage());
    if (variants == products)
        return products == 1 ? ReviewPanel::tr("Import 1 product") : ReviewPanel::tr("Import %1 products").arg(count);
    return products == 1 ? ReviewPanel::tr("Import 1 product (%1 variants)").arg(all)
                         : ReviewPanel::tr("Import %1 products (%2 variants)").arg(count, all);
}

} // namespace

ReviewPanel::ReviewPanel(const Theme& theme, MappingPresets& presets, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_back(new Button(theme, Icon::ChevronLeft, {}, this))
    , m_title(makeLabel(theme, {}, TextStyle::Page, {}, this))
    , m_format(new DropButton(theme, {}, this))
    , m_separator(new DropButton(theme, {}, this))
    , m_encoding(new DropButton(theme, {}, this))
    , m_numbers(new DropButton(theme, {}, this))
    , m_views(new Segments(theme, {}, this))
    , m_tabs(new CountTabs(theme, this))
    , m_problem(makeLabel(theme, {}, TextStyle::Body, u"out"_s, this))
    , m_progress(new ProgressLine(theme, this))
    , m_stack(new QStackedWidget(this))
    , m_table(new FatesTable(theme, m_model, this))
    , m_columns(new ColumnsEditor(theme, presets, this))
    , m_summary(makeLabel(theme, {}, TextStyle::Body, u"secondary"_s, this))
    , m_wrong(new Button(theme, {}, this))
    , m_import(new Button(theme, {}, this))
{
    setObjectName(u"importReview"_s);
    layOut();
    connectParts();
    retranslate();
}

void ReviewPanel::layOut()
{
    m_back->setObjectName(u"importBack"_s);
    m_title->setObjectName(u"importFileName"_s);
    m_title->setTextFormat(Qt::PlainText);
    m_format->setObjectName(u"importFormat"_s);
    m_separator->setObjectName(u"importSeparator"_s);
    m_encoding->setObjectName(u"importEncoding"_s);
    m_numbers->setObjectName(u"importNumbers"_s);
    m_views->setObjectName(u"importViews"_s);
    m_tabs->setObjectName(u"importTabs"_s);
    m_problem->setObjectName(u"importProblem"_s);
    m_problem->setContentsMargins(measure::PageMargin, 12, measure::PageMargin, 12);
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_progress->setObjectName(u"importProgress"_s);
    m_progress->setCancellable(true);
    m_progress->hide();
    m_summary->setObjectName(u"importSummary"_s);
    m_wrong->setObjectName(u"importWrongRows"_s);
    m_wrong->setGlyph(Icon::Download);
    m_import->setObjectName(u"importGo"_s);
    m_import->setKind(Button::Kind::Primary);

    auto* head = new QHBoxLayout;
    head->setContentsMargins(12, 0, measure::PageMargin, 0);
    head->setSpacing(8);
    head->addWidget(m_back);
    head->addWidget(m_title);
    head->addStretch(1);
    head->addWidget(m_views);
    auto* choices = new QHBoxLayout;
    choices->setContentsMargins(measure::PageMargin, 0, measure::PageMargin, 0);
    choices->setSpacing(8);
    for (DropButton* choice : {m_format, m_separator, m_encoding, m_numbers}) {
        choice->setControlSize(Button::Size::Small);
        choices->addWidget(choice);
    }
    choices->addStretch(1);
    auto* tabs = new QHBoxLayout;
    tabs->setContentsMargins(tabsLeft, 0, measure::PageMargin, 0);
    tabs->addWidget(m_tabs);
    tabs->addStretch(1);
    auto* line = new QFrame(this);
    line->setObjectName(u"hline"_s);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_columns);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(measure::PageMargin, 0, measure::PageMargin, 0);
    foot->setSpacing(8);
    foot->addWidget(m_summary, 1);
    foot->addWidget(m_wrong);
    foot->addWidget(m_import);
    auto* footLine = new QFrame(this);
    footLine->setObjectName(u"hline"_s);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(bar(measure::PageHeader, head, this));
    column->addWidget(bar(measure::Toolbar, choices, this));
    m_tabsBar = bar(measure::Toolbar, tabs, this);
    column->addWidget(m_tabsBar);
    column->addWidget(line);
    column->addWidget(m_problem);
    column->addWidget(m_progress);
    column->addWidget(m_stack, 1);
    column->addWidget(footLine);
    column->addWidget(bar(measure::PageHeader, foot, this));
    setFocusProxy(m_table);
}

void ReviewPanel::connectParts()
{
    connect(m_back, &Button::clicked, this, &ReviewPanel::left);
    connect(m_views, &Segments::changed, this, [this](int index) { showColumns(index == 1); });
    connect(m_tabs, &CountTabs::changed, this, [this](int index) { m_model.setFilter(FatesModel::Filter(index)); });
    connect(m_progress, &ProgressLine::cancelled, this, &ReviewPanel::stopAsked);
    connect(m_wrong, &Button::clicked, this, &ReviewPanel::wrongRowsAsked);
    connect(m_import, &Button::clicked, this, &ReviewPanel::importAsked);
    connect(m_format, &DropButton::chosen, this, [this](const QVariant& value) {
        imports::Mapping mapping = imports::mappedAs(imports::Format(value.toInt()), m_beginning.titles);
        mapping.encoding = m_mapping.encoding;
        mapping.separator = m_mapping.separator;
        mapping.numbers = m_mapping.numbers;
        Q_EMIT mappingChanged(mapping);
        if (mapping.format == imports::Format::Other) {
            m_views->setCurrent(1);
            showColumns(true);
        }
    });
    connect(m_numbers, &DropButton::chosen, this, [this](const QVariant& value) {
        imports::Mapping mapping = m_mapping;
        mapping.numbers = imports::Numbers(value.toInt());
        Q_EMIT mappingChanged(mapping);
    });
    connect(m_encoding, &DropButton::chosen, this, [this](const QVariant& value) {
        m_mapping.encoding = imports::Encoding(value.toInt());
        Q_EMIT readingChanged(m_mapping);
    });
    connect(m_separator, &DropButton::chosen, this, [this](const QVariant& value) {
        m_mapping.separator = char(value.toInt());
        Q_EMIT readingChanged(m_mapping);
    });
    connect(m_columns, &ColumnsEditor::changed, this, &ReviewPanel::mappingChanged);
}

void ReviewPanel::retranslate()
{
    m_back->setAccessibleName(tr("Back"));
    m_back->setToolTip(tr("Back (Esc)"));
    const int view = qMax(0, m_views->current());
    m_views->setTexts({tr("Rows"), tr("Columns")});
    m_views->setCurrent(view);
    const int tab = qMax(0, m_tabs->current());
    m_tabs->setTabs({tr("All"), tr("New"), tr("Changes"), tr("Unchanged"), tr("Wrong")});
    m_tabs->setCurrent(tab);
    m_wrong->setText(tr("Save wrong rows…"));
    m_table->retranslate();
    fillChoices();
    showCounts();
}

void ReviewPanel::fillChoices()
{
    for (DropButton* choice : {m_format, m_separator, m_encoding, m_numbers})
        choice->clearChoices();
    for (int format = 0; format < imports::formatCount; ++format)
        m_format->addChoice(tr("Format: %1").arg(formatWord(imports::Format(format))), format);
    for (const char separator : {'\0', ',', ';', '\t'})
        m_separator->addChoice(tr("Separator: %1").arg(separatorWord(separator)), int(separator));
    for (int encoding = 0; encoding <= int(imports::Encoding::Windows1252); ++encoding)
        m_encoding->addChoice(tr("Encoding: %1").arg(encodingWord(imports::Encoding(encoding))), encoding);
    for (int numbers = 0; numbers <= int(imports::Numbers::Point); ++numbers)
        m_numbers->addChoice(tr("Numbers: %1").arg(numbersWord(imports::Numbers(numbers))), numbers);
    showChoices();
}

void ReviewPanel::showChoices()
{
    m_format->setCurrent(int(m_mapping.format));
    m_separator->setCurrent(int(m_mapping.separator));
    m_encoding->setCurrent(int(m_mapping.encoding));
    m_numbers->setCurrent(int(m_mapping.numbers));
}

void ReviewPanel::showColumns(bool on)
{
    m_stack->setCurrentWidget(on ? static_cast<QWidget*>(m_columns) : m_table);
    m_tabsBar->setVisible(!on); // they sort rows
}

void ReviewPanel::showFile(const QString& name, const imports::Beginning& beginning, const imports::Mapping& mapping)
{
    const bool another = m_beginning.titles != beginning.titles || m_fileName != name;
    const bool fromEditor = m_columns->mapping() == mapping && !another;
    m_fileName = name;
    m_beginning = beginning;
    m_mapping = mapping;
    m_check = {};
    m_busy = true;
    m_title->setText(name);
    m_problem->hide();
    m_progress->setText(tr("Checking every row. Nothing is changed yet."));
    m_progress->setProgress(0, 0);
    m_progress->show();
    showChoices();
    if (!fromEditor) // it would lose its place under the person's hands
        m_columns->show(beginning, mapping);
    if (another) {
        const bool ask = mapping.format == imports::Format::Other;
        m_views->setCurrent(ask ? 1 : 0);
        showColumns(ask);
        m_tabs->setCurrent(0);
        m_model.setFilter(FatesModel::Filter::All);
    }
    m_model.setAnalysis({});
    showCounts();
}

void ReviewPanel::showProblem(const QString& sentence)
{
    m_busy = false;
    m_progress->hide();
    m_problem->setText(sentence);
    m_problem->show();
    m_check = {};
    m_model.setAnalysis({});
    showCounts();
}

void ReviewPanel::showProgress(qint64 done, qint64 total) { m_progress->setProgress(done, total); }

void ReviewPanel::showCheck(const ports::ImportCheck& check)
{
    if (!check.analysis)
        return showProblem(imports::fileErrorText(check.error.value_or(imports::FileError{}), uiLanguage()));
    m_busy = false;
    m_progress->hide();
    m_check = check;
    m_model.setAnalysis(check.analysis);
    if (m_model.rowCount() > 0)
        m_table->setCurrentIndex(m_model.index(0, int(FateColumn::Name)));
    showCounts();
}

void ReviewPanel::showImporting(const ports::ImportRecord& record)
{
    m_busy = true;
    m_progress->setText(tr("Importing. What is in stays in when you stop."));
    m_progress->setProgress(record.total() - record.waiting, record.total());
    m_progress->show();
    showCounts();
}

void ReviewPanel::showCounts()
{
    for (int i = 0; i < FatesModel::filterCount; ++i)
        m_tabs->setCount(i, m_check.analysis ? formatCount(m_model.countOf(FatesModel::Filter(i)), uiLanguage()) : QString());
    const imports::Plan* plan = m_check.analysis ? &m_check.analysis->plan : nullptr;
    const int wrong = plan ? plan->count(imports::Fate::Wrong) : 0;
    const QString amount = plan ? amountText(plan->products.size(), plan->changes.size()) : QString();
    m_import->setEnabled(!m_busy && !amount.isEmpty());
    m_wrong->setVisible(wrong > 0);
    m_wrong->setEnabled(!m_busy);
    for (DropButton* choice : {m_format, m_separator, m_encoding, m_numbers})
        choice->setEnabled(!m_progress->isVisibleTo(this) || plan == nullptr);
    if (!plan || amount.isEmpty())
        m_import->setText(tr("Import"));
    else if (plan->changes.isEmpty())
        m_import->setText(importText(*plan));
    else
        m_import->setText(tr("Import %1").arg(amount));
    if (!plan)
        m_summary->clear();
    else if (amount.isEmpty())
        m_summary->setText(wrong > 0 ? tr("No row can go in yet. Mend the wrong ones and choose the file again.")
                                     : tr("Your store has all of this already: nothing would change."));
    else if (wrong > 0)
        m_summary->setText(wrong == 1 ? tr("1 wrong row stays out.")
                                      : tr("%1 wrong rows stay out.").arg(formatCount(wrong, uiLanguage())));
    else
        m_summary->setText(tr("Every row is fine."));
}

void ReviewPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace belanjain::ui
