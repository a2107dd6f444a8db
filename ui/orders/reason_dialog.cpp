// SPDX-License-Identifier: GPL-3.0-or-later
#include "orders/reason_dialog.h"

#include "common/button.h"
#include "common/fields.h"
#include "common/labels.h"
#include "common/language.h"
#include "common/theme.h"
#include "domain/format.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int namedOrders = 4;

QString whatIsCancelled(const QStringList& numbers)
{
    if (numbers.size() == 1)
        return ReasonDialog::tr("Order %1 will be cancelled.").arg(numbers.constFirst());
    const qsizetype rest = numbers.size() - namedOrders;
    const QString named = numbers.first(std::min<qsizetype>(namedOrders, numbers.size())).join(u", "_s);
    return rest <= 0 ? ReasonDialog::tr("These orders will be cancelled: %1.").arg(named)
                     : ReasonDialog::tr("These orders will be cancelled: %1 and %2 more.")
                           .arg(named, formatCount(rest, uiLanguage()));
}

} // namespace

ReasonDialog::ReasonDialog(const Theme& theme, const QStringList& numbers, QWidget* parent)
    : QDialog(parent)
    , m_reason(new QComboBox(this))
    , m_field(new FormField(theme, tr("Reason"), m_reason, this))
    , m_keep(new Button(theme, numbers.size() == 1 ? tr("Keep the order") : tr("Keep orders"), this))
    , m_cancel(new Button(
          theme, numbers.size() == 1 ? tr("Cancel the order") : tr("Cancel %1 orders").arg(numbers.size()), this))
{
    setObjectName(u"reasonDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(numbers.size() == 1 ? tr("Cancel an order") : tr("Cancel %1 orders").arg(numbers.size()));
    m_reason->setObjectName(u"cancelReason"_s);
    m_reason->setEditable(true);
    m_reason->setInsertPolicy(QComboBox::NoInsert);
    m_reason->addItems({tr("Out of stock"), tr("The buyer asked for it"), tr("The address cannot be reached"),
                        tr("The price was wrong")});
    m_reason->setCurrentText({});
    m_reason->lineEdit()->setPlaceholderText(tr("e.g. Out of stock"));
    m_field->setHint(numbers.size() == 1 ? tr("The buyer will see this reason. The pieces go back into stock.")
                                         : tr("The buyers will see this reason. The pieces go back into stock."));
    auto* what = makeLabel(theme, whatIsCancelled(numbers), TextStyle::Body, {}, this);
    what->setObjectName(u"reasonOrders"_s);
    what->setWordWrap(true);
    m_keep->setObjectName(u"reasonKeep"_s);
    m_keep->setAutoDefault(false);
    m_cancel->setObjectName(u"reasonConfirm"_s);
    m_cancel->setKind(Button::Kind::Danger);
    m_cancel->setDefault(true);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 18);
    column->setSpacing(12);
    column->addWidget(what);
    column->addWidget(m_field);
    column->addStretch();
    auto* actions = new QHBoxLayout;
    actions->setSpacing(8);
    actions->addStretch();
    actions->addWidget(m_keep);
    actions->addWidget(m_cancel);
    column->addLayout(actions);
    setMinimumWidth(420);
    connect(m_keep, &Button::clicked, this, &QDialog::reject);
    connect(m_cancel, &Button::clicked, this, &ReasonDialog::submit);
    m_reason->setFocus();
}

void ReasonDialog::submit()
{
    const QString reason = m_reason->currentText().trimmed();
    if (reason.isEmpty()) {
        m_field->setError(tr("Say why, the buyer will ask."));
        m_reason->setFocus();
        return;
    }
    Q_EMIT confirmed(reason);
    accept();
}

} // namespace belanjain::ui
