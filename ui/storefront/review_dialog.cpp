// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefront/review_dialog.h"

#include "common/button.h"
#include "common/fields.h"
#include "common/labels.h"
#include "common/theme.h"
#include "domain/review.h"
#include "domain/text.h"
#include "storefront/stars.h"

#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QShortcut>
#include <QVBoxLayout>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

ReviewDialog::ReviewDialog(const Theme& theme, const ProductId& product, const QString& name, QWidget* parent)
    : QDialog(parent)
    , m_product(product)
    , m_stars(new StarPicker(theme, this))
    , m_comment(new QPlainTextEdit(this))
    , m_field(new FormField(theme, tr("In your words (may stay empty)"), m_comment, this))
    , m_trouble(makeLabel(theme, {}, TextStyle::Body, u"out"_s, this))
    , m_later(new Button(theme, tr("Cancel"), this))
    , m_send(new Button(theme, tr("Send the review"), this))
{
    setObjectName(u"reviewDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Review"));
    setMinimumWidth(440);
    m_comment->setObjectName(u"reviewComment"_s);
    m_comment->setMinimumHeight(96);
    m_comment->setTabChangesFocus(true);
    m_trouble->setObjectName(u"reviewTrouble"_s);
    m_trouble->setWordWrap(true);
    m_trouble->hide();
    m_later->setAutoDefault(false);
    m_send->setObjectName(u"reviewSend"_s);
    m_send->setKind(Button::Kind::Primary);
    m_send->setKeyCap(u"Ctrl Enter"_s);
    auto* title = makeLabel(theme, name, TextStyle::Section, {}, this);
    title->setTextFormat(Qt::PlainText);
    title->setWordWrap(true);
    auto* hint = makeLabel(theme, tr("How good was it? Press 1 to 5."), TextStyle::Secondary, u"secondary"_s, this);
    auto* actions = new QHBoxLayout;
    actions->setSpacing(8);
    actions->addStretch();
    actions->addWidget(m_later);
    actions->addWidget(m_send);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 18);
    column->setSpacing(10);
    column->addWidget(title);
    column->addWidget(m_stars);
    column->addWidget(hint);
    column->addWidget(m_field);
    column->addWidget(m_trouble);
    column->addLayout(actions);
    connect(m_later, &Button::clicked, this, &QDialog::reject);
    connect(m_send, &Button::clicked, this, &ReviewDialog::submit);
    auto* keys = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this);
    connect(keys, &QShortcut::activated, this, &ReviewDialog::submit);
    connect(m_stars, &StarPicker::changed, this, [this] { m_trouble->hide(); });
    m_stars->setFocus();
}

void ReviewDialog::submit()
{
    if (!m_send->isEnabled())
        return;
    if (m_stars->rating() == 0) {
        refuse(tr("Give one to five stars first."));
        m_stars->setFocus();
        return;
    }
    const auto comment = checkReviewComment(m_comment->toPlainText(), u"comment"_s);
    if (!comment) {
        m_field->setError(tr("At most %1 characters.").arg(maxReviewComment));
        return;
    }
    m_field->setError({});
    m_trouble->hide();
    m_send->setEnabled(false);
    Q_EMIT sent(m_stars->rating(), *comment);
}

void ReviewDialog::refuse(const QString& reason)
{
    m_trouble->setText(reason);
    m_trouble->show();
    m_send->setEnabled(true);
}

} // namespace belanjain::ui
