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
constexpr int typingRestMs = 120;
constexpr int rowHeight = 32;
constexpr int formerCodeRole = Qt::UserRole + 1;
/// Tickets of the catalogue are counted by each page for itself; these are told from theirs by their size.
constexpr quint64 firstTicket = quint64(1) << 44;

QListWidgetItem* addRow(QListWidget* list, const QString& text, const QString& id)
{
    auto* item = new QListWidgetItem(text, list);
    item->setSizeHint({0, rowHeight});
    item->setToolTip(u"<p>%1</p>"_s.arg(text.toHtmlEscaped()));
    item->setData(Qt::UserRole, id);
    return item;
}

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
    , m_former(makeLabel(theme, {}, TextStyle::Body, u"low"_s, this))
    , m_problem(makeLabel(theme, {}, TextStyle::Body, u"out"_s, this))
    , m_cancel(new Button(theme, tr("Cancel"), this))
    , m_link(new Button(theme, tr("Link barcode"), this))
    , m_ticket(firstTicket)
{
    setObjectName(u"linkCodeDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Link barcode"));
    m_search->setObjectName(u"linkSearch"_s);
    m_products->setObjectName(u"linkProducts"_s);
    m_variants->setObjectName(u"linkVariants"_s);
    m_products->setAccessibleName(tr("Products"));
    m_variants->setAccessibleName(tr("Variants"));
    for (QListWidget* list : {m_products, m_variants}) {
        list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        list->setTextElideMode(Qt::ElideRight);
        list->setUniformItemSizes(true);
    }
    m_former->setObjectName(u"linkFormer"_s);
    m_former->setTextFormat(Qt::PlainText);
    m_former->setWordWrap(true);
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
    const auto addList = [&](const QString& heading, QListWidget* list, int share) {
        auto* part = new QVBoxLayout;
        part->setSpacing(4);
        part->addWidget(makeLabel(theme, heading, TextStyle::Strong, {}, this));
        part->addWidget(list, 1);
        lists->addLayout(part, share);
    };
    addList(tr("Products"), m_products, 3);
    addList(tr("Variants"), m_variants, 2);
    auto* actions = new QHBoxLayout;
    actions->setSpacing(8);
    actions->addStretch();
    actions->addWidget(m_cancel);
    actions->addWidget(m_link);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 18);
    column->setSpacing(12);
    auto* about = makeLabel(theme, tr("The variant gets the barcode %1, and the pieces scanned with it are counted.").arg(code),
                            TextStyle::Body, u"secondary"_s, this);
    about->setTextFormat(Qt::PlainText);
    about->setWordWrap(true);
    auto* title = makeLabel(theme, tr("Link %1 to a variant").arg(code), TextStyle::Section, {}, this);
    title->setObjectName(u"linkTitle"_s);
    title->setTextFormat(Qt::PlainText);
    title->setWordWrap(true);
    column->addWidget(title);
    column->addWidget(about);
    column->addWidget(m_search);
    column->addLayout(lists, 1);
    column->addWidget(m_former);
    column->addWidget(m_problem);
    column->addLayout(actions);
    resize(760, 520);

    m_rest.setSingleShot(true);
    m_rest.setInterval(typingRestMs);
    connect(&m_rest, &QTimer::timeout, this, &LinkCodeDialog::search);
    connect(m_search, &QLineEdit::textChanged, this, [this] {
        awaitSearch();
        m_rest.start();
    });
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        if (m_rest.isActive())
            search();
    });
    connect(m_search, &SearchField::left, this, [this] { m_products->setFocus(Qt::OtherFocusReason); });
    connect(m_cancel, &Button::clicked, this, &QDialog::reject);
    connect(m_link, &Button::clicked, this, &LinkCodeDialog::submit);
    connect(m_products, &QListWidget::currentItemChanged, this, [this](QListWidgetItem* item) {
        forgetVariants();
        if (!item)
            return;
        m_productTicket = ++m_ticket;
        if (const auto id = ProductId::parse(item->data(Qt::UserRole).toString()))
            m_catalogue.readProduct(m_productTicket, *id);
    });
    connect(m_variants, &QListWidget::currentItemChanged, this,
            [this](QListWidgetItem* item) {
                m_link->setEnabled(item != nullptr);
                showFormer();
            });
    connect(&m_catalogue, &ports::CatalogueReader::productsRead, this, &LinkCodeDialog::takeProducts);
    connect(&m_catalogue, &ports::CatalogueReader::productRead, this, &LinkCodeDialog::takeProduct);
    connect(&m_sink, &ports::CommandSink::done, this, &LinkCodeDialog::settle);
    m_search->setFocus();
    search();
}

void LinkCodeDialog::awaitSearch()
{
    m_searchTicket = 0;
    m_products->clear(); // nothing of the former search can be taken
    forgetVariants();
}

void LinkCodeDialog::forgetVariants()
{
    m_productTicket = 0;
    m_variants->clear();
    m_link->setEnabled(false);
    showFormer();
}

void LinkCodeDialog::showFormer()
{
    const auto* item = m_variants->currentItem();
    const QString former = item ? item->data(formerCodeRole).toString() : QString();
    m_former->setText(former.isEmpty() ? QString() : tr("Its barcode %1 will be replaced.").arg(former));
}

void LinkCodeDialog::search()
{
    m_rest.stop();
    awaitSearch();
    m_searchTicket = ++m_ticket;
    m_catalogue.readProducts(m_searchTicket, {.search = m_search->text().trimmed(), .limit = mostProducts});
}

void LinkCodeDialog::takeProducts(quint64 ticket, const ports::ProductListPage& page)
{
    if (m_searchTicket == 0 || ticket != m_searchTicket)
        return;
    m_products->clear();
    forgetVariants();
    for (const ports::ProductListRow& row : page.products)
        addRow(m_products, row.name, row.product.toString());
    if (!page.products.isEmpty())
        m_products->setCurrentRow(0);
}

void LinkCodeDialog::takeProduct(quint64 ticket, const std::optional<ports::ProductDetail>& product)
{
    if (m_productTicket == 0 || ticket != m_productTicket || !product)
        return;
    forgetVariants();
    for (const ports::ProductVariant& one : product->variants) {
        QStringList parts;
        for (const OptionValue& option : one.variant.options)
            parts << option.value;
        const QString text = parts.isEmpty() ? one.variant.sku : u"%1 · %2"_s.arg(parts.join(u", "_s), one.variant.sku);
        addRow(m_variants, text, one.variant.id.toString())->setData(formerCodeRole, one.variant.barcode);
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
