// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/new_product_dialog.h"

#include "common/button.h"
#include "common/fields.h"
#include "common/labels.h"
#include "common/theme.h"
#include "domain/money_input.h"
#include "domain/product_draft.h"
#include "domain/stock_input.h"
#include "domain/violation_text.h"
#include "common/language.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

NewProductDialog::NewProductDialog(const Theme& theme, ports::CommandSink& sink, ports::IdFactory& ids,
                                   tables::EditHistory& history, const QStringList& categories,
                                   QWidget* parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_sink(sink)
    , m_ids(ids)
    , m_history(history)
    , m_problem(makeLabel(theme, {}, TextStyle::Body, u"out"_s, this))
    , m_name(addField(u"name"_s, false))
    , m_category(addCategory(categories))
    , m_price(addField(u"price"_s, true))
    , m_stock(addField(u"stock"_s, true))
    , m_sku(addField(u"sku"_s, false))
    , m_cancel(new Button(theme, QString(), this))
    , m_create(new Button(theme, QString(), this))
{
    setObjectName(u"newProductDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    m_stock->setText(u"0"_s);
    m_cancel->setObjectName(u"newProductCancel"_s);
    m_create->setObjectName(u"newProductCreate"_s);
    m_create->setKind(Button::Kind::Primary);
    m_create->setDefault(true);
    m_cancel->setAutoDefault(false);
    m_problem->hide();
    m_problem->setWordWrap(true);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 18);
    column->setSpacing(12);
    column->addWidget(m_fields[u"name"_s]);
    column->addWidget(m_fields[u"category"_s]);
    auto* numbers = new QHBoxLayout;
    numbers->setSpacing(12);
    // Side by side they stay on one line when one of them has something to say.
    numbers->addWidget(m_fields[u"price"_s], 1, Qt::AlignTop);
    numbers->addWidget(m_fields[u"stock"_s], 1, Qt::AlignTop);
    column->addLayout(numbers);
    column->addWidget(m_fields[u"sku"_s]);
    column->addWidget(m_problem);
    column->addSpacing(4);
    column->addStretch();
    auto* actions = new QHBoxLayout;
    actions->setSpacing(8);
    actions->addStretch();
    actions->addWidget(m_cancel);
    actions->addWidget(m_create);
    column->addLayout(actions);
    setMinimumWidth(440);
    // The fields were made in their order on screen: setTabOrder() ties an editable combo box into a loop.
    setTabOrder(m_create, m_cancel);

    connect(m_cancel, &Button::clicked, this, &QDialog::reject);
    connect(m_create, &Button::clicked, this, &NewProductDialog::submit);
    connect(&m_sink, &ports::CommandSink::done, this, &NewProductDialog::settle);
    retranslate();
    m_name->setFocus();
}

QLineEdit* NewProductDialog::addField(const QString& key, bool number)
{
    auto* edit = new QLineEdit(this);
    edit->setObjectName(u"newProduct"_s + key.front().toUpper() + key.sliced(1));
    if (number) {
        edit->setAlignment(Qt::AlignRight);
        edit->setFont(m_theme.tabularFont(TextStyle::Body));
    }
    m_fields.insert(key, new FormField(m_theme, {}, edit, this));
    return edit;
}

QComboBox* NewProductDialog::addCategory(const QStringList& names)
{
    auto* edit = new QComboBox(this);
    edit->setObjectName(u"newProductCategory"_s);
    edit->setEditable(true);
    edit->setInsertPolicy(QComboBox::NoInsert);
    edit->addItems(names);
    edit->setCurrentText({});
    edit->setMaxVisibleItems(12);
    m_fields.insert(u"category"_s, new FormField(m_theme, {}, edit, this));
    return edit;
}

void NewProductDialog::retranslate()
{
    setWindowTitle(tr("New product"));
    m_fields[u"name"_s]->setLabel(tr("Name"));
    m_fields[u"category"_s]->setLabel(tr("Category"));
    m_fields[u"price"_s]->setLabel(tr("Price (Rp)"));
    m_fields[u"stock"_s]->setLabel(tr("Stock on hand"));
    m_fields[u"sku"_s]->setLabel(tr("SKU"));
    m_fields[u"sku"_s]->setHint(tr("Left empty, one is made from the name."));
    m_cancel->setText(tr("Cancel"));
    m_create->setText(tr("Create product"));
    m_create->setKeyCap(tr("Enter"));
}

void NewProductDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void NewProductDialog::submit()
{
    if (m_ticket != 0)
        return;
    for (FormField* field : std::as_const(m_fields))
        field->setError({});
    m_problem->hide();

    ProductDraft draft{.name = m_name->text(),
                       .category = m_category->currentText(),
                       .price = std::nullopt,
                       .stock = std::nullopt,
                       .sku = m_sku->text()};
    QList<Violation> violations;
    if (const auto price = parsePrice(m_price->text()))
        draft.price = *price;
    else
        violations.append(price.error());
    if (const auto stock = parseCount(m_stock->text(), u"stock"_s))
        draft.stock = *stock;
    else
        violations.append(stock.error());
    draft = normalised(draft);
    for (const Violation& violation : validate(draft)) {
        // Of what could not be read, the reading has said the better reason.
        if (!(violation.field == u"price" && !draft.price) && !(violation.field == u"stock" && !draft.stock))
            violations.append(violation);
    }
    for (const Violation& violation : std::as_const(violations))
        complain(violation);
    if (!violations.isEmpty()) {
        goToFirstProblem();
        return;
    }

    const ports::CreateProduct create{.product = m_ids.make<ProductId>(),
                                      .variant = m_ids.make<VariantId>(),
                                      .name = draft.name,
                                      .category = draft.category,
                                      .sku = draft.sku,
                                      .price = *draft.price,
                                      .stock = qint32(*draft.stock)};
    m_sentName = create.name;
    m_create->setEnabled(false);
    Q_EMIT submitted();
    m_ticket = m_sink.submit({create});
    // Taking a new product back archives it: it may have been sold meanwhile.
    m_history.record(m_ticket, {.field = ports::EditField::Product,
                                .forward = {create},
                                .inverse = {ports::SetProductArchived{create.product, true}}});
}

void NewProductDialog::settle(quint64 ticket, const QList<ports::CommandResult>& results)
{
    if (m_ticket == 0 || ticket != m_ticket)
        return;
    m_ticket = 0;
    m_create->setEnabled(true);
    if (!results.isEmpty() && results.constFirst().applied) {
        Q_EMIT created(m_sentName);
        accept();
        return;
    }
    if (!results.isEmpty() && results.constFirst().violation) {
        complain(*results.constFirst().violation);
        goToFirstProblem();
        return;
    }
    const QString reason = results.isEmpty() ? QString() : results.constFirst().storageProblem;
    m_problem->setText(tr("The product could not be saved on this computer. %1").arg(reason));
    m_problem->show();
}

void NewProductDialog::goToFirstProblem()
{
    for (const QString& key : {u"name"_s, u"category"_s, u"price"_s, u"stock"_s, u"sku"_s}) {
        if (m_fields[key]->error().isEmpty())
            continue;
        QWidget* editor = m_fields[key]->editor();
        editor->setFocus(Qt::OtherFocusReason);
        if (auto* line = qobject_cast<QLineEdit*>(editor))
            line->selectAll(); // typing puts it right
        return;
    }
}

void NewProductDialog::complain(const Violation& violation)
{
    const QString text = ruleText(violation, uiLanguage());
    if (FormField* field = m_fields.value(violation.field)) {
        if (field->error().isEmpty())
            field->setError(text);
        return;
    }
    m_problem->setText(text);
    m_problem->show();
}

} // namespace belanjain::ui
