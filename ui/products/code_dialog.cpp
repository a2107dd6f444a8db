// SPDX-License-Identifier: GPL-3.0-or-later
#include "products/code_dialog.h"

#include "common/button.h"
#include "common/fields.h"
#include "common/labels.h"
#include "common/theme.h"
#include "products/barcode_scanner.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

CodeDialog::CodeDialog(const Theme& theme, const QString& code, QWidget* parent)
    : QDialog(parent)
    , m_code(code)
    , m_search(new SearchField(theme, tr("Search name, variant, SKU"), this))
    , m_list(new QListWidget(this))
    , m_hint(makeLabel(theme, {}, TextStyle::Body, u"secondary"_s, this))
    , m_found(new QStackedWidget(this))
    , m_note(makeLabel(theme, {}, TextStyle::Secondary, u"secondary"_s, this))
    , m_link(new Button(theme, {}, this))
{
    setObjectName(u"codeDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Unknown code"));
    m_search->setObjectName(u"codeSearch"_s);
    m_search->setAccessibleName(tr("Variant that the code belongs to"));
    m_list->setObjectName(u"codeMatches"_s);
    m_list->setAccessibleName(tr("Variants found"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_hint->setObjectName(u"codeHint"_s);
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setWordWrap(true);
    m_found->setMinimumHeight(180);
    m_found->addWidget(m_list);
    m_found->addWidget(m_hint);
    m_note->setObjectName(u"codeNote"_s);
    m_note->setWordWrap(true);
    m_link->setObjectName(u"codeLink"_s);
    m_link->setKind(Button::Kind::Primary);
    m_link->setDefault(true);
    auto* create = new Button(theme, tr("New product with this code"), this);
    create->setObjectName(u"codeCreate"_s);
    create->setAutoDefault(false);
    auto* cancel = new Button(theme, tr("Cancel"), this);
    cancel->setObjectName(u"codeCancel"_s);
    cancel->setAutoDefault(false);
    auto* title = makeLabel(theme, tr("%1 belongs to no variant yet").arg(code), TextStyle::Section, {}, this);
    title->setTextFormat(Qt::PlainText);
    title->setObjectName(u"codeTitle"_s);
    auto* words = makeLabel(theme, tr("Link it once, and every scan finds the variant."), TextStyle::Body,
                            u"secondary"_s, this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 18);
    column->setSpacing(8);
    column->addWidget(title);
    column->addWidget(words);
    column->addSpacing(4);
    column->addWidget(m_search);
    column->addWidget(m_found, 1);
    column->addWidget(m_note);
    auto* actions = new QHBoxLayout;
    actions->setSpacing(8);
    actions->addWidget(create);
    actions->addStretch();
    actions->addWidget(cancel);
    actions->addWidget(m_link);
    column->addLayout(actions);
    setMinimumWidth(560);
    connect(m_search, &SearchField::searched, this, &CodeDialog::searchAsked);
    connect(m_search, &SearchField::left, this, [this] { m_list->setFocus(Qt::OtherFocusReason); });
    connect(m_list, &QListWidget::currentRowChanged, this, &CodeDialog::settle);
    connect(m_list, &QListWidget::itemActivated, this, &CodeDialog::choose);
    connect(m_link, &Button::clicked, this, &CodeDialog::choose);
    connect(cancel, &Button::clicked, this, &QDialog::reject);
    connect(create, &Button::clicked, this, [this] {
        accept();
        Q_EMIT createChosen(m_code);
    });
    settle();
    m_search->setFocus();
}

void CodeDialog::showMatches(const QList<Match>& matches)
{
    m_matches = matches;
    m_list->clear();
    for (const Match& match : matches)
        m_list->addItem(match.title);
    if (!matches.isEmpty())
        m_list->setCurrentRow(0);
    settle();
}

void CodeDialog::settle()
{
    const int row = m_list->currentRow();
    m_link->setEnabled(row >= 0);
    m_link->setText(row >= 0 ? tr("Link to this variant") : tr("Link"));
    m_found->setCurrentWidget(m_matches.isEmpty() ? static_cast<QWidget*>(m_hint) : m_list);
    m_hint->setText(m_search->text().trimmed().isEmpty() ? tr("Type a name or SKU to find the variant.")
                                                         : tr("Nothing found."));
    const QString former = row >= 0 ? m_matches[row].barcode : QString();
    m_note->setText(former.isEmpty() ? QString() : tr("Its barcode %1 is replaced.").arg(former));
}

void CodeDialog::choose()
{
    const int row = m_list->currentRow();
    if (row < 0 || row >= m_matches.size())
        return;
    const Match match = m_matches[row];
    accept();
    Q_EMIT linkChosen(match.variant, match.barcode, match.title);
}

} // namespace belanjain::ui
