// SPDX-License-Identifier: GPL-3.0-or-later
#include "account/ask_first.h"

#include "common/button.h"
#include "common/labels.h"
#include "common/theme.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

AskFirst::AskFirst(const Theme& theme, const Words& words, QWidget* parent)
    : QDialog(parent)
{
    setObjectName(u"askFirst"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(words.title);
    setMinimumWidth(440);
    auto* text = makeLabel(theme, words.text, TextStyle::Body, u"secondary"_s, this);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    auto* stay = new Button(theme, tr("Cancel"), this);
    stay->setObjectName(u"askFirst.cancel"_s);
    stay->setAutoDefault(false);
    stay->setKeyCap(tr("Esc"));
    auto* go = new Button(theme, words.verb, this);
    go->setObjectName(u"askFirst.go"_s);
    go->setKind(Button::Kind::Danger);
    go->setAutoDefault(false);
    auto* actions = new QHBoxLayout;
    actions->setSpacing(8);
    actions->addStretch();
    actions->addWidget(stay);
    actions->addWidget(go);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 18);
    column->setSpacing(8);
    column->addWidget(makeLabel(theme, words.title, TextStyle::Section, {}, this));
    column->addWidget(text);
    column->addSpacing(8);
    column->addLayout(actions);
    connect(stay, &Button::clicked, this, &QDialog::reject);
    connect(go, &Button::clicked, this, &QDialog::accept);
    stay->setFocus();
    open();
}

} // namespace belanjain::ui
