// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/catalogue_reader.h"
#include "ports/clock.h"
#include "ports/importer.h"
#include "ports/products_export.h"
#include "transfer/mapping_presets.h"

#include <QWidget>

class QLabel;
class QStackedWidget;

namespace belanjain::ui {

class ExportCard;
class FileCard;
class RecordsCard;
class ReviewPanel;
class Theme;
class Toast;

/// What the page stands on; everything must outlive it.
struct TransferServices
{
    ports::Importer& importer;
    ports::ProductsExport& files;
    const ports::Clock& clock;
    ViewSettings& settings;
    ports::CatalogueReader* catalogue = nullptr; ///< says whether anything is on sale; not known without
};

/// Products into the store and out of it, as files.
class TransferPage : public QWidget
{
    Q_OBJECT

public:
    TransferPage(const Theme& theme, const TransferServices& services, QWidget* parent = nullptr);
    ~TransferPage() override;

    void start();
    /// As if the person had chosen it.
    void openFile(const QString& path);
    void saveWrongRows(const QString& path);
    ExportCard& exports() { return *m_export; }

Q_SIGNALS:
    void ordersAsked();

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void layOut();
    void connectImporter();
    void connectReview();
    void countProducts();
    void askForFile();
    void askForWrongRows();
    void look();
    void check(const imports::Mapping& mapping);
    void takeLook(quint64 ticket, const ports::ImportLook& look);
    void takeRecord(const ports::ImportRecord& record);
    void leaveReview();
    void retranslate();

    const Theme& m_theme;
    TransferServices m_services;
    MappingPresets m_presets;
    QString m_path;
    imports::Beginning m_beginning;
    imports::Mapping m_reading;  ///< encoding and separator to look with
    bool m_rereading = false; ///< a look follows a change of these, not a new file
    imports::Mapping m_mapping;
    ports::ImportCheck m_check;
    quint64 m_ticket = 0;
    quint64 m_countTicket;
    qint64 m_undoable = 0; ///< the one that the toast offers to take back
    qint64 m_import = 0; ///< the one of the review; 0: none yet
    bool m_starting = false;

    QLabel* m_title;
    QStackedWidget* m_stack;
    FileCard* m_file;
    ExportCard* m_export;
    RecordsCard* m_records;
    ReviewPanel* m_review;
    Toast* m_toast;
};

} // namespace belanjain::ui
