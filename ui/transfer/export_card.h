// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/card.h"
#include "ports/products_export.h"

class QLabel;

namespace belanjain::ui {

class Button;
class LinkButton;
class ProgressLine;
class ViewSettings;

/// The products on sale as a file, in the ways there are; and the way to the orders.
class ExportCard : public Card
{
    Q_OBJECT

public:
    ExportCard(const Theme& theme, ports::ProductsExport& files, ViewSettings& settings, QWidget* parent = nullptr);

    enum class Kind : quint8 { OwnCsv, OwnExcel, ShopifyCsv };
    void save(const QString& path, Kind kind);
    /// Nothing is on sale: there is nothing to save, and the card says so.
    void setNothingToSave(bool nothing);

Q_SIGNALS:
    void ordersAsked();
    /// What came of it; `good` when the file is there.
    void said(const QString& sentence, bool good);

protected:
    void changeEvent(QEvent* event) override;

private:
    void askForFile(Kind kind);
    void takeEnd(quint64 ticket, const ports::ProductsExportResult& result);
    void retranslate();

    const Theme& m_theme;
    ports::ProductsExport& m_files;
    ViewSettings& m_settings;
    QLabel* m_title;
    QLabel* m_text;
    Button* m_csv;
    Button* m_excel;
    Button* m_shopify;
    QLabel* m_nothing;
    QLabel* m_ordersText;
    LinkButton* m_orders;
    ProgressLine* m_progress;
    QString m_path;
    quint64 m_ticket = 0;
    bool m_busy = false;
};

} // namespace belanjain::ui
