// SPDX-License-Identifier: GPL-3.0-or-later
#include "products/specifications_editor.h"

#include "common/button.h"
#include "common/labels.h"
#include "common/link_button.h"
#include "common/theme.h"
#include "domain/product_fields.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int labelWidth = 120;
}

SpecificationsEditor::SpecificationsEditor(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_column(new QVBoxLayout(this))
    , m_add(new LinkButton(theme, {}, this))
    , m_problem(makeLabel(theme, {}, TextStyle::Secondary, u"out"_s, this))
{
    setObjectName(u"specificationsEditor"_s);
    m_add->setObjectName(u"addSpecification"_s);
    m_problem->setObjectName(u"specificationsProblem"_s);
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(8);
    m_column->addWidget(m_add, 0, Qt::AlignLeft);
    m_column->addWidget(m_problem);
    m_column->addStretch();
    connect(m_add, &LinkButton::clicked, this, [this] {
        addLine({});
        m_lines.constLast().label->setFocus(Qt::OtherFocusReason);
    });
    retranslate();
}

void SpecificationsEditor::setSpecifications(const QList<Specification>& list)
{
    for (const Line& line : std::as_const(m_lines)) {
        line.box->hide();
        line.box->deleteLater();
    }
    m_lines.clear();
    for (const Specification& one : list)
        addLine(one);
}

QList<Specification> SpecificationsEditor::specifications() const
{
    QList<Specification> list;
    for (const Line& line : m_lines) {
        const Specification one{line.label->text().trimmed(), line.value->text().trimmed()};
        if (!one.label.isEmpty() || !one.value.isEmpty())
            list.append(one);
    }
    return list;
}

void SpecificationsEditor::setProblem(const QString& problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

void SpecificationsEditor::addLine(const Specification& specification)
{
    Line line;
    line.box = new QWidget(this);
    line.label = new QLineEdit(specification.label, line.box);
    line.value = new QLineEdit(specification.value, line.box);
    line.remove = new Button(m_theme, Icon::Trash, {}, line.box);
    line.label->setObjectName(u"specificationLabel"_s);
    line.value->setObjectName(u"specificationValue"_s);
    line.remove->setObjectName(u"specificationRemove"_s);
    line.label->setFixedWidth(labelWidth);
    line.label->setMaxLength(maxSpecificationLabel);
    line.value->setMaxLength(maxSpecificationValue);
    auto* row = new QHBoxLayout(line.box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(line.label);
    row->addWidget(line.value, 1);
    row->addWidget(line.remove);
    m_column->insertWidget(int(m_lines.size()), line.box);
    const QWidget* box = line.box;
    connect(line.label, &QLineEdit::textEdited, this, &SpecificationsEditor::changed);
    connect(line.value, &QLineEdit::textEdited, this, &SpecificationsEditor::changed);
    connect(line.remove, &Button::clicked, this, [this, box] { removeLine(box); });
    m_lines.append(line);
    line.box->show();
    m_add->setVisible(m_lines.size() < maxSpecifications);
    retranslate();
}

void SpecificationsEditor::removeLine(const QWidget* box)
{
    const auto found =
        std::find_if(m_lines.begin(), m_lines.end(), [box](const Line& line) { return line.box == box; });
    if (found == m_lines.end())
        return;
    found->box->hide();
    found->box->deleteLater();
    m_lines.erase(found);
    m_add->show();
    m_add->setFocus(Qt::OtherFocusReason);
    Q_EMIT changed();
}

void SpecificationsEditor::retranslate()
{
    m_add->setText(tr("Add a specification"));
    for (const Line& line : std::as_const(m_lines)) {
        line.label->setPlaceholderText(tr("Material"));
        line.label->setAccessibleName(tr("What is specified"));
        line.value->setAccessibleName(tr("Its value"));
        line.remove->setAccessibleName(tr("Remove the specification"));
        line.remove->setToolTip(tr("Remove the specification"));
    }
}

} // namespace belanjain::ui
