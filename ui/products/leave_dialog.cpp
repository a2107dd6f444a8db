// SPDX-License-Identifier: GPL-3.0-or-later
#include "products/leave_dialog.h"

#include "common/button.h"
#include "common/labels.h"
#include "common/theme.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

LeaveDialog::LeaveDialog(const Theme& theme, const QString& product, QWidget* parent)
    : QDialog(parent)
{
    setObjectName(u"leaveDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Changes that are not saved"));
    auto* title = makeLabel(theme, tr("Save what you changed?"), TextStyle::Section, {}, this);
    auto* words = makeLabel(theme,
                            product.isEmpty() ? tr("The new product has not been saved yet.")
                                              : tr("Your changes to %1 have not been saved yet.").arg(product),
                            TextStyle::Body, u"secondary"_s, this);
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    auto* stay = new Button(theme, tr("Stay"), this);
    auto* discard = new Button(theme, tr("Discard"), this);
    auto* save = new Button(theme, tr("Save"), this);
    stay->setObjectName(u"leaveStay"_s);
    discard->setObjectName(u"leaveDiscard"_s);
    save->setObjectName(u"leaveSave"_s);
    discard->setKind(Button::Kind::Danger);
    save->setKind(Button::Kind::Primary);
    save->setDefault(true);
    stay->setAutoDefault(false);
    discard->setAutoDefault(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 18);
    column->setSpacing(8);
    column->addWidget(title);
    column->addWidget(words);
    column->addSpacing(8);
    column->addStretch();
    auto* actions = new QHBoxLayout;
    actions->setSpacing(8);
    actions->addStretch();
    actions->addWidget(stay);
    actions->addWidget(discard);
    actions->addWidget(save);
    column->addLayout(actions);
    setMinimumWidth(440);
    connect(stay, &Button::clicked, this, &QDialog::reject);
    connect(discard, &Button::clicked, this, [this] {
        accept();
        Q_EMIT discardChosen();
    });
    connect(save, &Button::clicked, this, [this] {
        accept();
        Q_EMIT saveChosen();
    });
    save->setFocus();
}

} // namespace belanjain::ui
