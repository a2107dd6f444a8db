// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/catalogue_reader.h"
#include "ports/command_sink.h"

#include <QDialog>
#include <QTimer>

class QLabel;
class QListWidget;

namespace belanjain::ui {

class Button;
class SearchField;
class Theme;

/// Gives an unknown barcode to a variant: search the product, choose the variant. Closes once it is written.
class LinkCodeDialog : public QDialog
{
    Q_OBJECT

public:
    LinkCodeDialog(const Theme& theme, ports::CatalogueReader& catalogue, ports::CommandSink& sink, const QString& code,
                   QWidget* parent = nullptr);

Q_SIGNALS:
    void linked(const QString& code, const belanjain::VariantId& variant);

private:
    /// What was found before is no longer what is looked for: nothing of it can be chosen.
    void awaitSearch();
    void forgetVariants();
    void search();
    void showFormer();
    void takeProducts(quint64 ticket, const ports::ProductListPage& page);
    void takeProduct(quint64 ticket, const std::optional<ports::ProductDetail>& product);
    void settle(quint64 ticket, const QList<ports::CommandResult>& results);
    void submit();

    ports::CatalogueReader& m_catalogue;
    ports::CommandSink& m_sink;
    QString m_code;
    SearchField* m_search;
    QListWidget* m_products;
    QListWidget* m_variants;
    QLabel* m_former; ///< which barcode would be lost
    QLabel* m_problem;
    Button* m_cancel;
    Button* m_link;
    QTimer m_rest;
    quint64 m_ticket;
    quint64 m_searchTicket = 0;
    quint64 m_productTicket = 0;
    quint64 m_sent = 0;
    VariantId m_variant;
};

} // namespace belanjain::ui
