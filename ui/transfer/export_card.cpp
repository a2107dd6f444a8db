// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/export_card.h"

#include "common/button.h"
#include "common/labels.h"
#include "common/language.h"
#include "common/link_button.h"
#include "common/messages.h"
#include "common/theme.h"
#include "common/view_settings.h"
#include "domain/format.h"
#include "transfer/card_parts.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr auto folderKey = "transfer/folder"_L1;

}

ExportCard::ExportCard(const Theme& theme, ports::ProductsExport& files, ViewSettings& settings, QWidget* parent)
    : Card(theme, parent)
    , m_theme(theme)
    , m_files(files)
    , m_settings(settings)
    , m_title(makeLabel(theme, {}, TextStyle::Section, {}, this))
    , m_text(makeLabel(theme, {}, TextStyle::Body, u"secondary"_s, this))
    , m_csv(new Button(theme, {}, this))
    , m_excel(new Button(theme, {}, this))
    , m_shopify(new Button(theme, {}, this))
    , m_nothing(makeLabel(theme, {}, TextStyle::Secondary, u"secondary"_s, this))
    , m_ordersText(makeLabel(theme, {}, TextStyle::Secondary, u"secondary"_s, this))
    , m_orders(new LinkButton(theme, {}, this))
    , m_progress(new ProgressLine(theme, this))
{
    setObjectName(u"exportCard"_s);
    padCard(*this);
    m_csv->setObjectName(u"exportCsv"_s);
    m_excel->setObjectName(u"exportExcel"_s);
    m_shopify->setObjectName(u"exportShopify"_s);
    m_orders->setObjectName(u"exportOrders"_s);
    m_progress->setObjectName(u"exportProgress"_s);
    m_text->setWordWrap(true);
    m_nothing->setObjectName(u"exportNothing"_s);
    m_nothing->setWordWrap(true);
    m_nothing->hide();
    m_progress->setCancellable(true);
    m_progress->hide();
    column()->addWidget(m_title);
    column()->addWidget(m_text);
    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(0, 8, 0, 8);
    buttons->setSpacing(8);
    for (Button* button : {m_csv, m_excel, m_shopify}) {
        button->setGlyph(Icon::Download);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    column()->addLayout(buttons);
    column()->addWidget(m_nothing);
    column()->addWidget(m_progress);
    auto* orders = new QHBoxLayout;
    orders->setSpacing(8);
    orders->addWidget(m_ordersText);
    orders->addWidget(m_orders);
    orders->addStretch(1);
    column()->addLayout(orders);
    column()->addStretch(1);
    connect(m_csv, &Button::clicked, this, [this] { askForFile(Kind::OwnCsv); });
    connect(m_excel, &Button::clicked, this, [this] { askForFile(Kind::OwnExcel); });
    connect(m_shopify, &Button::clicked, this, [this] { askForFile(Kind::ShopifyCsv); });
    connect(m_orders, &LinkButton::clicked, this, &ExportCard::ordersAsked);
    connect(m_progress, &ProgressLine::cancelled, this, [this] { m_files.cancel(m_ticket); });
    connect(&files, &ports::ProductsExport::progressed, this, [this](quint64 ticket, qint64 done, qint64 total) {
        if (ticket == m_ticket)
            m_progress->setProgress(done, total);
    });
    connect(&files, &ports::ProductsExport::finished, this, &ExportCard::takeEnd);
    retranslate();
}

void ExportCard::retranslate()
{
    m_title->setText(tr("Export"));
    showParagraph(*m_text, m_theme, TextStyle::Body,
                  tr("All products on sale, with every variant, its price and stock. The file can be imported again; "
                     "what you did not touch changes nothing."));
    m_csv->setText(tr("CSV"));
    m_excel->setText(tr("Excel"));
    m_shopify->setText(tr("CSV for Shopify"));
    m_ordersText->setText(tr("Orders are exported from their own page."));
    m_orders->setText(tr("Open orders"));
    m_nothing->setText(tr("There is no product on sale yet that could be exported."));
    setNothingToSave(m_nothing->isVisibleTo(this));
}

void ExportCard::setNothingToSave(bool nothing)
{
    m_nothing->setVisible(nothing);
    for (Button* button : {m_csv, m_excel, m_shopify}) {
        button->setEnabled(!nothing);
        button->setToolTip(nothing ? m_nothing->text() : QString());
    }
}

void ExportCard::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Card::changeEvent(event);
}

void ExportCard::askForFile(Kind kind)
{
    QString folder = m_settings.value(folderKey).toString();
    if (folder.isEmpty() || !QDir(folder).exists())
        folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString suffix = kind == Kind::OwnExcel ? u"xlsx"_s : u"csv"_s;
    auto* dialog = new QFileDialog(this, tr("Save as"), folder);
    dialog->setObjectName(u"exportFileDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->setNameFilter(u"%1 (*.%2)"_s.arg(suffix.toUpper(), suffix));
    //: The beginning of a file's name; no spaces.
    const QString name = tr("products");
    dialog->selectFile(u"%1%2.%3"_s.arg(name, kind == Kind::ShopifyCsv ? u"-shopify"_s : QString(), suffix));
    connect(dialog, &QFileDialog::fileSelected, this, [this, kind](const QString& path) { save(path, kind); });
    dialog->open();
}

void ExportCard::save(const QString& path, Kind kind)
{
    if (m_busy)
        return;
    m_busy = true;
    m_path = path;
    m_settings.setValue(folderKey, QFileInfo(path).absolutePath());
    m_progress->setText(tr("Writing %1").arg(QFileInfo(path).fileName()));
    m_progress->setProgress(0, 0);
    m_progress->show();
    m_files.start(++m_ticket,
                  {.path = path,
                   .layout = kind == Kind::ShopifyCsv ? imports::ExportLayout::Shopify : imports::ExportLayout::Own,
                   .format = kind == Kind::OwnExcel ? sheet::Format::Excel : sheet::Format::Csv,
                   .language = uiLanguage(),
                   .name = tr("Products")});
}

void ExportCard::takeEnd(quint64 ticket, const ports::ProductsExportResult& result)
{
    if (ticket != m_ticket)
        return;
    m_busy = false;
    m_progress->hide();
    const QString name = QFileInfo(m_path).fileName();
    if (result.cancelled)
        Q_EMIT said(tr("Stopped. %1 was not written.").arg(name), false);
    else if (!result.problem.isEmpty())
        Q_EMIT said(tr("%1 could not be saved: %2").arg(name, result.problem), false);
    else
        Q_EMIT said(result.products == 1
                        ? tr("1 product saved as %1").arg(name)
                        : tr("%1 products saved as %2").arg(formatCount(result.products, uiLanguage()), name),
                    true);
}

} // namespace belanjain::ui
