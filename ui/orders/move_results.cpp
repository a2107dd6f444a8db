// SPDX-License-Identifier: GPL-3.0-or-later
#include "orders/move_results.h"

#include "common/button.h"
#include "common/labels.h"
#include "common/language.h"
#include "common/theme.h"
#include "domain/violation_text.h"
#include "orders/order_words.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QTableWidget>
#include <QVBoxLayout>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int shownRows = 12;
}

MoveResults::MoveResults(const Theme& theme, const OrderMoveReport& report, QWidget* parent)
    : QDialog(parent)
{
    setObjectName(u"moveResults"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("What became of each order"));
    const int rows = int(report.refused.size() + report.numbers.size());
    auto* table = new QTableWidget(rows, 2, this);
    table->setObjectName(u"moveResultRows"_s);
    table->setAccessibleName(windowTitle());
    table->setHorizontalHeaderLabels({tr("Number"), tr("Result")});
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(measure::Row);
    table->horizontalHeader()->setStretchLastSection(true);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->setColumnWidth(0, 100);
    table->setShowGrid(false);
    table->setTabKeyNavigation(false);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setMinimumHeight(measure::TableHeader + measure::Row * std::min(shownRows, rows) + 4);
    int row = 0;
    const auto add = [&](const QString& number, Icon icon, const QColor& ink, const QString& text) {
        table->setItem(row, 0, new QTableWidgetItem(numberText(number)));
        auto* result = new QTableWidgetItem(theme.icon(icon, ink), text);
        result->setToolTip(text);
        table->setItem(row++, 1, result);
    };
    const Tokens& t = theme.tokens();
    for (const OrderMoveReport::Refused& one : report.refused)
        add(one.number, Icon::Warning, t.out.ink, ruleText(one.violation, uiLanguage()));
    for (const QString& number : report.numbers)
        add(number, Icon::Check, t.done.ink, statusWord(report.to));
    auto* close = new Button(theme, tr("Close"), this);
    close->setObjectName(u"moveResultsClose"_s);
    close->setKind(Button::Kind::Primary);
    connect(close, &Button::clicked, this, &QDialog::accept);
    auto* actions = new QHBoxLayout;
    actions->addStretch();
    actions->addWidget(close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 18);
    column->setSpacing(12);
    column->addWidget(table, 1);
    column->addLayout(actions);
    setMinimumWidth(520);
}

} // namespace belanjain::ui
