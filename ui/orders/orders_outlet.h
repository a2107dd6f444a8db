// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/icons.h"
#include "domain/store.h"
#include "ports/clock.h"
#include "ports/orders_export.h"
#include "ports/orders_reader.h"
#include "ports/print_log.h"

#include <QObject>
#include <QTimeZone>

class QWidget;

namespace belanjain::ui {

class ProgressLine;
class Theme;
class ViewSettings;

/// The ways orders leave the program: on paper and as files. Reads what it needs, asks where to, shows how far it
/// is, and says what came of it.
class OrdersOutlet : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        ports::OrdersReader& reader;
        ports::PrintLog* prints = nullptr;
        ports::OrdersExport* files = nullptr;
        ViewSettings& settings;
        const ports::Clock& clock;
    };
    /// Dialogs and the progress line belong to the host.
    OrdersOutlet(const Theme& theme, const Parts& parts, QWidget* host);

    void setStore(const StoreProfile& store, const QTimeZone& zone);
    bool canPrint() const { return m_parts.prints; }
    bool canSave() const { return m_parts.files; }
    /// To be placed by the host; hidden unless a file is being written.
    ProgressLine* progress() const { return m_progress; }

    /// Opens a preview once the orders are read.
    void print(ports::PrintedDocument document, const QList<OrderId>& orders);
    /// The orders if any, else all that the query matches.
    void askForFile(sheet::Format format, const sheet::Options& options, const ports::OrdersQuery& query,
                    const QList<OrderId>& orders);
    void save(const QString& path, sheet::Format format, const sheet::Options& options,
              const ports::OrdersQuery& query, const QList<OrderId>& orders);

Q_SIGNALS:
    void said(const QString& sentence, belanjain::ui::Icon icon);

private:
    void takeDetails(quint64 ticket, const QList<ports::OrderDetail>& orders);
    void takeEnd(quint64 ticket, const ports::OrdersExportResult& result);

    const Theme& m_theme;
    Parts m_parts;
    QWidget* m_host;
    ProgressLine* m_progress;
    StoreProfile m_store;
    QTimeZone m_zone{"Asia/Jakarta"};
    ports::PrintedDocument m_document = ports::PrintedDocument::Label;
    quint64 m_ticket;
    quint64 m_saving = 0; ///< ticket of the file being written; 0: none
    QString m_path;
};

} // namespace belanjain::ui
