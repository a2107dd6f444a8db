// SPDX-License-Identifier: GPL-3.0-or-later
#include "stock/discard_dialog.h"

#include "common/button.h"
#include "common/labels.h"
#include "common/theme.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

DiscardDialog::DiscardDialog(const Theme& theme, QWidget* parent)
    : QDialog(parent)
{
    setObjectName(u"discardStocktake"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Stocktake"));
    auto* words = makeLabel(theme, tr("Your counts will be discarded. The stock stays as it is."), TextStyle::Body,
                            u"secondary"_s, this);
    words->setWordWrap(true);
    auto* discard = new Button(theme, tr("Discard"), this);
    auto* keep = new Button(theme, tr("Keep counting"), this);
    discard->setObjectName(u"discardConfirm"_s);
    keep->setObjectName(u"discardKeep"_s);
    discard->setKind(Button::Kind::Danger);
    discard->setAutoDefault(false);
    keep->setKind(Button::Kind::Primary);
    keep->setDefault(true);
    auto* actions = new QHBoxLayout;
    actions->setSpacing(8);
    actions->addStretch();
    actions->addWidget(discard);
    actions->addWidget(keep);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 18);
    column->setSpacing(8);
    column->addWidget(makeLabel(theme, tr("Discard this stocktake?"), TextStyle::Section, {}, this));
    column->addWidget(words);
    column->addSpacing(8);
    column->addLayout(actions);
    setMinimumWidth(440);
    connect(discard, &Button::clicked, this, &QDialog::accept);
    connect(keep, &Button::clicked, this, &QDialog::reject);
    keep->setFocus();
}

} // namespace belanjain::ui
