// SPDX-License-Identifier: GPL-3.0-or-later
#include "stock/link_code_dialog.h"

#include "common/button.h"
#include "common/fields.h"
#include "common/labels.h"
#include "common/language.h"
#include "common/theme.h"
#include "domain/violation_text.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QVBoxLayout>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostProducts = 50;
/// Tickets of the catalogue are counted by each page for itself; these are told from theirs by their size.
constexpr quint64 firstTicket = quint64(1) << 44;

} // namespace

LinkCodeDialog::LinkCodeDialog(const Theme& theme, ports::CatalogueReader& catalogue, ports::CommandSink& sink,
                               const QString& code, QWidget* parent)
    : QDialog(parent)
    , m_catalogue(catalogue)
    , m_sink(sink)
    , m_code(code)
    , m_search(new SearchField(theme, tr("Search name or SKU"), this))
    , m_products(new QListWidget(this))
    , m_variants(new QListWidget(this))
    , m_problem(makeLabel(theme, {}, TextStyle::Body, u"out"_s, this))
    , m_cancel(new Button(theme, tr("Cancel"), this))
    , m_link(new Button(theme, tr("Link barcode"), this))
    , m_ticket(firstTicket)
{
    setObjectName(u"linkCodeDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Link %1 to a variant").arg(code));
    m_search->setObjectName(u"linkSearch"_s);
    m_products->setObjectName(u"linkProducts"_s);
    m_variants->setObjectName(u"linkVariants"_s);
    m_products->setAccessibleName(tr("Products"));
    m_variants->setAccessibleName(tr("Variants"));
    m_problem->setObjectName(u"linkProblem"_s);
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_link->setObjectName(u"linkConfirm"_s);
    m_cancel->setObjectName(u"linkCancel"_s);
    m_link->setKind(Button::Kind::Primary);
    m_link->setDefault(true);
    m_link->setEnabled(false);
    m_cancel->setAutoDefault(false);

    auto* lists = new QHBoxLayout;
    lists->setSpacing(12);
    lists->addWidget(m_products, 3);
    lists->addWidget(m_variants, 2);
    auto* actions = new QHBoxLayout;
    actions->setSpacing(8);
    actions->addStretch();
    actions->addWidget(m_cancel);
    actions->addWidget(m_link);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 18);
    column->setSpacing(12);
    auto* about = makeLabel(theme, tr("The variant gets this barcode, and the pieces scanned with it are counted."),
                            TextStyle::Body, u"secondary"_s, this);
    about->setWordWrap(true);
    column->addWidget(about);
    column->addWidget(m_search);
    column->addLayout(lists, 1);
    column->addWidget(m_problem);
    column->addLayout(actions);
    resize(680, 440);

    connect(m_search, &SearchField::searched, this, &LinkCodeDialog::search);
    connect(m_search, &SearchField::left, this, [this] { m_products->setFocus(Qt::OtherFocusReason); });
    connect(m_cancel, &Button::clicked, this, &QDialog::reject);
    connect(m_link, &Button::clicked, this, &LinkCodeDialog::submit);
    connect(m_products, &QListWidget::currentItemChanged, this, [this](QListWidgetItem* item) {
        m_variants->clear();
        if (!item)
            return;
        m_productTicket = ++m_ticket;
        if (const auto id = ProductId::parse(item->data(Qt::UserRole).toString()))
            m_catalogue.readProduct(m_productTicket, *id);
    });
    connect(m_variants, &QListWidget::currentItemChanged, this,
            [this](QListWidgetItem* item) { m_link->setEnabled(item != nullptr); });
    connect(&m_catalogue, &ports::CatalogueReader::productsRead, this, &LinkCodeDialog::takeProducts);
    connect(&m_catalogue, &ports::CatalogueReader::productRead, this, &LinkCodeDialog::takeProduct);
    connect(&m_sink, &ports::CommandSink::done, this, &LinkCodeDialog::settle);
    m_search->setFocus();
    search({});
}

void LinkCodeDialog::search(const QString& text)
{
    m_catalogue.readProducts(++m_ticket, {.search = text, .limit = mostProducts});
}

void LinkCodeDialog::takeProducts(quint64 ticket, const ports::ProductListPage& page)
{
    if (ticket != m_ticket)
        return;
    m_products->clear();
    m_variants->clear();
    for (const ports::ProductListRow& row : page.products) {
        auto* item = new QListWidgetItem(row.name, m_products);
        item->setData(Qt::UserRole, row.product.toString());
    }
    if (!page.products.isEmpty())
        m_products->setCurrentRow(0);
}

void LinkCodeDialog::takeProduct(quint64 ticket, const std::optional<ports::ProductDetail>& product)
{
    if (ticket != m_productTicket || !product)
        return;
    m_variants->clear();
    for (const ports::ProductVariant& one : product->variants) {
        QStringList parts;
        for (const OptionValue& option : one.variant.options)
            parts << option.value;
        QString text = parts.isEmpty() ? one.variant.sku : u"%1 · %2"_s.arg(parts.join(u", "_s), one.variant.sku);
        if (!one.variant.barcode.isEmpty())
            text += u" · "_s + tr("replaces %1").arg(one.variant.barcode);
        auto* item = new QListWidgetItem(text, m_variants);
        item->setData(Qt::UserRole, one.variant.id.toString());
    }
    if (m_variants->count() > 0)
        m_variants->setCurrentRow(0);
}

void LinkCodeDialog::submit()
{
    const auto* item = m_variants->currentItem();
    const auto variant = item ? VariantId::parse(item->data(Qt::UserRole).toString()) : std::nullopt;
    if (!variant || m_sent != 0)
        return;
    m_variant = *variant;
    m_problem->hide();
    m_sent = m_sink.submit({ports::SetBarcode{m_variant, m_code}});
}

void LinkCodeDialog::settle(quint64 ticket, const QList<ports::CommandResult>& results)
{
    if (m_sent == 0 || ticket != m_sent || results.isEmpty())
        return;
    m_sent = 0;
    const ports::CommandResult& result = results.constFirst();
    if (result.applied) {
        Q_EMIT linked(m_code, m_variant);
        accept();
        return;
    }
    m_problem->setText(result.violation ? ruleText(*result.violation, uiLanguage()) : result.storageProblem);
    m_problem->show();
}

} // namespace belanjain::ui
