// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/columns_editor.h"

#include "common/button.h"
#include "common/fields.h"
#include "common/labels.h"
#include "common/language.h"
#include "common/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

namespace belanjain::ui {

using namespace Qt::StringLiterals;
using imports::Field;

namespace {

constexpr int shownColumns = 120; ///< more than any shop system writes
constexpr int sampleValues = 3;
constexpr int fieldWidth = 220;
constexpr int longestName = 60;

/// The first values that say something.
QString sampleOf(const imports::Beginning& beginning, qsizetype column)
{
    QStringList values;
    for (const QStringList& row : beginning.rows) {
        const QString value = row.value(column).simplified();
        if (!value.isEmpty() && !values.contains(value))
            values << value.left(longestName);
        if (values.size() == sampleValues)
            break;
    }
    return values.join(u" · "_s);
}

} // namespace

ColumnsEditor::ColumnsEditor(const Theme& theme, MappingPresets& presets, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_presets(presets)
    , m_presetLabel(makeLabel(theme, {}, TextStyle::Body, u"secondary"_s, this))
    , m_preset(new QComboBox(this))
    , m_name(new QLineEdit(this))
    , m_save(new Button(theme, {}, this))
    , m_forget(new Button(theme, {}, this))
    , m_scroll(new QScrollArea(this))
{
    setObjectName(u"importColumns"_s);
    m_preset->setObjectName(u"presetChoice"_s);
    m_preset->setMinimumWidth(180);
    m_name->setObjectName(u"presetName"_s);
    m_name->setMaxLength(longestName);
    m_name->setFixedWidth(fieldWidth);
    m_save->setObjectName(u"presetSave"_s);
    m_forget->setObjectName(u"presetForget"_s);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setBackgroundRole(QPalette::Base);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(measure::PageMargin, 8, measure::PageMargin, 8);
    bar->setSpacing(8);
    bar->addWidget(m_presetLabel);
    bar->addWidget(m_preset);
    bar->addWidget(m_forget);
    bar->addStretch(1);
    bar->addWidget(m_name);
    bar->addWidget(m_save);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(bar);
    column->addWidget(m_scroll, 1);
    connect(m_preset, &QComboBox::activated, this, [this](int index) {
        if (const auto preset = m_presets.find(m_preset->itemData(index).toString())) {
            m_mapping = imports::fitted(*preset, m_beginning.titles);
            rebuild();
            Q_EMIT changed(m_mapping);
        }
    });
    connect(m_save, &Button::clicked, this, [this] {
        const QString name = m_name->text().simplified();
        if (name.isEmpty())
            return;
        m_presets.save(name, m_mapping);
        m_name->clear();
        fillPresets();
        m_preset->setCurrentIndex(m_preset->findData(name));
        m_forget->setEnabled(true);
    });
    connect(m_forget, &Button::clicked, this, [this] {
        m_presets.remove(m_preset->currentData().toString());
        fillPresets();
    });
    connect(m_name, &QLineEdit::returnPressed, m_save, &Button::click);
    connect(m_name, &QLineEdit::textChanged, this,
            [this](const QString& text) { m_save->setEnabled(!text.simplified().isEmpty()); });
    connect(m_preset, &QComboBox::currentIndexChanged, this, [this] { m_forget->setEnabled(m_preset->currentData().isValid()); });
    m_save->setEnabled(false);
    fillPresets();
}

void ColumnsEditor::show(const imports::Beginning& beginning, const imports::Mapping& mapping)
{
    m_beginning = beginning;
    m_mapping = mapping;
    rebuild();
}

void ColumnsEditor::fillPresets()
{
    m_presetLabel->setText(tr("Saved mapping"));
    m_preset->setAccessibleName(tr("Saved mapping"));
    m_name->setPlaceholderText(tr("Name for this mapping"));
    m_name->setAccessibleName(tr("Name for this mapping"));
    m_save->setText(tr("Save mapping"));
    m_forget->setText(tr("Forget"));
    const QVariant current = m_preset->currentData();
    m_preset->clear();
    m_preset->addItem(tr("None"));
    for (const QString& name : m_presets.names())
        m_preset->addItem(name, name);
    m_preset->setCurrentIndex(qMax(0, m_preset->findData(current)));
    m_forget->setEnabled(m_preset->currentData().isValid());
}

void ColumnsEditor::rebuild()
{
    m_grid = new QWidget;
    m_grid->setBackgroundRole(QPalette::Base);
    m_grid->setAutoFillBackground(true);
    auto* grid = new QGridLayout(m_grid);
    grid->setContentsMargins(measure::PageMargin, 8, measure::PageMargin, 16);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(2, 1);
    const QStringList heads{tr("Column in the file"), tr("Becomes"), tr("First values")};
    for (int i = 0; i < int(heads.size()); ++i)
        grid->addWidget(makeLabel(m_theme, heads.at(i), TextStyle::Header, u"secondary"_s, m_grid), 0, i);
    const qsizetype columns = qMin<qsizetype>(m_mapping.columns.size(), shownColumns);
    for (qsizetype i = 0; i < columns; ++i) {
        const imports::Column& one = m_mapping.columns.at(i);
        auto* field = new QComboBox(m_grid);
        field->setObjectName(u"column%1"_s.arg(i));
        field->setAccessibleName(tr("What the column %1 becomes").arg(one.title));
        field->setFixedWidth(fieldWidth);
        field->setFocusPolicy(Qt::StrongFocus);
        for (int which = 0; which < imports::fieldCount; ++which)
            field->addItem(imports::fieldText(Field(which), uiLanguage()), which);
        field->setCurrentIndex(int(one.field));
        connect(field, &QComboBox::activated, this, [this, i](int which) { setField(i, Field(which)); });
        auto* title = new ElidedLabel(m_theme, one.title, TextStyle::Strong, m_grid);
        title->setFixedWidth(fieldWidth);
        auto* sample = new ElidedLabel(m_theme, sampleOf(m_beginning, i), TextStyle::Body, m_grid);
        sample->setInk(&Tokens::text2);
        const int row = int(i) + 1;
        grid->addWidget(title, row, 0);
        grid->addWidget(field, row, 1);
        grid->addWidget(sample, row, 2);
    }
    grid->setRowStretch(int(columns) + 1, 1);
    m_scroll->setWidget(m_grid);
}

void ColumnsEditor::setField(qsizetype column, Field field)
{
    if (m_mapping.fieldOf(column) == field)
        return;
    m_mapping.columns[column].field = field;
    m_mapping.format = imports::Format::Other;
    Q_EMIT changed(m_mapping);
}

void ColumnsEditor::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        fillPresets();
        rebuild();
    }
    QWidget::changeEvent(event);
}

} // namespace belanjain::ui
