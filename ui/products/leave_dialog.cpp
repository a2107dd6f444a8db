// SPDX-License-Identifier: GPL-3.0-or-later
#include "products/leave_dialog.h"

#include "common/button.h"
#include "common/labels.h"
#include "common/theme.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int leastWidth = 440;
constexpr int sideMargin = 20;
} // namespace

LeaveDialog::LeaveDialog(const Theme& theme, const QString& product, bool complete, QWidget* parent)
    : QDialog(parent)
{
    setObjectName(u"leaveDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Changes that are not saved"));
    auto* title = makeLabel(theme, tr("Save what you changed?"), TextStyle::Section, {}, this);
    QString sentence = product.isEmpty() ? tr("The new product has not been saved yet.")
                                         : tr("Your changes to %1 have not been saved yet.").arg(product);
    if (!complete)
        sentence += u' ' + tr("Before it can be saved, something has to be filled in or put right.");
    auto* words = makeLabel(theme, sentence, TextStyle::Body, u"secondary"_s, this);
    words->setObjectName(u"leaveWords"_s);
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    words->setMinimumWidth(leastWidth - 2 * sideMargin); // its height is asked for at the width it will have
    auto* stay = new Button(theme, tr("Stay"), this);
    auto* discard = new Button(theme, tr("Discard"), this);
    auto* save = new Button(theme, tr("Save"), this);
    stay->setObjectName(u"leaveStay"_s);
    discard->setObjectName(u"leaveDiscard"_s);
    save->setObjectName(u"leaveSave"_s);
    discard->setKind(Button::Kind::Danger);
    Button* first = complete ? save : stay;
    first->setKind(Button::Kind::Primary);
    for (Button* button : {stay, discard, save})
        button->setAutoDefault(button == first);
    first->setDefault(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(sideMargin, 18, sideMargin, 18);
    column->setSpacing(8);
    column->addWidget(title);
    column->addWidget(words);
    column->addSpacing(8);
    auto* actions = new QHBoxLayout;
    actions->setSpacing(8);
    actions->addStretch();
    actions->addWidget(stay);
    actions->addWidget(discard);
    actions->addWidget(save);
    column->addLayout(actions);
    setMinimumWidth(leastWidth);
    connect(stay, &Button::clicked, this, &QDialog::reject);
    connect(discard, &Button::clicked, this, [this] {
        accept();
        Q_EMIT discardChosen();
    });
    connect(save, &Button::clicked, this, [this] {
        accept();
        Q_EMIT saveChosen();
    });
    first->setFocus();
}

} // namespace belanjain::ui
