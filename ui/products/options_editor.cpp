// SPDX-License-Identifier: GPL-3.0-or-later
#include "products/options_editor.h"

#include "common/button.h"
#include "common/labels.h"
#include "common/link_button.h"
#include "common/theme.h"
#include "domain/product_fields.h"
#include "domain/text.h"
#include "products/value_chips.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int nameWidth = 104;
}

OptionsEditor::OptionsEditor(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_column(new QVBoxLayout(this))
    , m_add(new LinkButton(theme, {}, this))
    , m_note(makeLabel(theme, {}, TextStyle::Secondary, u"secondary"_s, this))
    , m_problem(makeLabel(theme, {}, TextStyle::Secondary, u"out"_s, this))
{
    setObjectName(u"optionsEditor"_s);
    m_add->setObjectName(u"addOption"_s);
    m_problem->setObjectName(u"optionsProblem"_s);
    m_note->setWordWrap(true);
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(8);
    m_column->addWidget(m_add, 0, Qt::AlignLeft);
    m_column->addWidget(m_note);
    m_column->addWidget(m_problem);
    m_column->addStretch();
    connect(m_add, &LinkButton::clicked, this, [this] {
        addLine({});
        settle();
        m_lines.constLast().name->setFocus(Qt::OtherFocusReason);
    });
    retranslate();
}

void OptionsEditor::setOptions(const QList<Option>& options, bool saved)
{
    m_saved = saved;
    for (const Line& line : std::as_const(m_lines)) {
        line.box->hide();
        line.box->deleteLater();
    }
    m_lines.clear();
    for (const Option& option : options)
        addLine(option);
    settle();
}

QList<Option> OptionsEditor::options() const
{
    QList<Option> list;
    for (const Line& line : m_lines) {
        const QString name = normalisedLine(line.name->text());
        if (!name.isEmpty() || !line.values->values().isEmpty())
            list.append({name, line.values->values()});
    }
    return list;
}

void OptionsEditor::setProblem(const QString& problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

void OptionsEditor::addLine(const Option& option)
{
    Line line;
    line.box = new QWidget(this);
    line.name = new QLineEdit(option.name, line.box);
    line.values = new ValueChips(m_theme, line.box);
    line.up = new Button(m_theme, Icon::ChevronUp, {}, line.box);
    line.remove = new Button(m_theme, Icon::Trash, {}, line.box);
    line.name->setObjectName(u"optionName"_s);
    line.values->setObjectName(u"optionValues"_s);
    line.values->field()->setObjectName(u"optionValueField"_s);
    line.up->setObjectName(u"optionUp"_s);
    line.remove->setObjectName(u"optionRemove"_s);
    line.name->setFixedWidth(nameWidth);
    line.name->setMaxLength(maxOptionName);
    line.values->setValues(option.values);
    auto* row = new QHBoxLayout(line.box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(line.name, 0, Qt::AlignTop);
    row->addWidget(line.values, 1);
    row->addWidget(line.up, 0, Qt::AlignTop);
    row->addWidget(line.remove, 0, Qt::AlignTop);
    m_column->insertWidget(int(m_lines.size()), line.box);
    const QWidget* box = line.box;
    connect(line.name, &QLineEdit::editingFinished, this, &OptionsEditor::changed);
    connect(line.values, &ValueChips::changed, this, &OptionsEditor::changed);
    connect(line.up, &Button::clicked, this, [this, box] { moveUp(box); });
    connect(line.remove, &Button::clicked, this, [this, box] { removeLine(box); });
    m_lines.append(line);
    line.box->show();
}

void OptionsEditor::removeLine(const QWidget* box)
{
    const auto found =
        std::find_if(m_lines.begin(), m_lines.end(), [box](const Line& line) { return line.box == box; });
    if (found == m_lines.end())
        return;
    found->box->hide();
    found->box->deleteLater();
    m_lines.erase(found);
    settle();
    m_add->setFocus(Qt::OtherFocusReason);
    Q_EMIT changed();
}

void OptionsEditor::moveUp(const QWidget* box)
{
    for (qsizetype i = 1; i < m_lines.size(); ++i) {
        if (m_lines[i].box != box)
            continue;
        m_lines.swapItemsAt(i, i - 1);
        m_column->removeWidget(m_lines[i - 1].box);
        m_column->insertWidget(int(i - 1), m_lines[i - 1].box);
        settle();
        m_lines[i - 1].name->setFocus(Qt::OtherFocusReason);
        Q_EMIT changed();
        return;
    }
}

void OptionsEditor::settle()
{
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        // The first has nowhere to go up to, but its values end where those below end.
        QSizePolicy policy = m_lines[i].up->sizePolicy();
        policy.setRetainSizeWhenHidden(m_lines.size() > 1);
        m_lines[i].up->setSizePolicy(policy);
        m_lines[i].up->setVisible(i > 0);
    }
    m_add->setVisible(m_lines.size() < maxOptions);
    retranslate();
}

void OptionsEditor::retranslate()
{
    m_add->setText(m_lines.isEmpty() ? tr("Add an option, such as colour or size") : tr("Add an option"));
    m_note->setText(m_lines.isEmpty() ? tr("Sold in one variant only. With options, it becomes the first of them.")
                                      : tr("You can add and rename options and values. Variants that are saved stay, "
                                           "since their stock and orders depend on them."));
    m_note->setVisible(m_saved);
    for (const Line& line : std::as_const(m_lines)) {
        line.name->setPlaceholderText(tr("Colour"));
        line.name->setAccessibleName(tr("Name of the option"));
        line.values->field()->setAccessibleName(tr("Values of the option"));
        line.values->retranslate();
        line.up->setAccessibleName(tr("Move the option up"));
        line.up->setToolTip(tr("Move up"));
        line.remove->setAccessibleName(tr("Remove the option"));
        line.remove->setToolTip(tr("Remove the option"));
    }
}

} // namespace belanjain::ui
