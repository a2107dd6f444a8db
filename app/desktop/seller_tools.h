// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/workspace.h"
#include "home/home_page.h"
#include "ports/session.h"
#include "shell/command_palette.h"
#include "shell/languages.h"
#include "shell/notices.h"

#include <QObject>

#include <functional>

namespace belanjain::ui
{
class AttentionPage;
class ThumbnailSource;
class ViewSettings;
class WorkspaceFrame;
} // namespace belanjain::ui

namespace belanjain::app
{

/// What leads a seller through the other pages: the first page, what needs a decision, the command palette, the
/// list of keys, and notices of what came.
class SellerTools : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        ui::Theme& theme;
        ui::Languages& languages;
        engine::Workspace& workspace;
        const ports::Clock& clock;
        ui::ViewSettings& settings;
        ui::ThumbnailSource* thumbnails;
        ui::WorkspaceFrame& frame;
        ports::Account account;
    };
    /// The ways to the other pages.
    struct Ways
    {
        std::function<void(const ports::OrdersQuery&)> orders;
        std::function<void(const ports::InventoryQuery&)> stock;
        std::function<void(const ports::ReviewsQuery&)> reviews;
        std::function<void(const ProductId&, const QString& name)> product;
        std::function<void()> newProduct;
        std::function<void(bool)> workOffline;
        std::function<void()> storeMode;
        std::function<void()> signOut;
    };

    explicit SellerTools(Parts parts);
    ~SellerTools() override;

    /// To be called in the order of the sidebar: before the other pages, after them, and once all are there.
    void addHome();
    void addAttention();
    void start(Ways ways);
    void retranslate();

    ui::HomePage* home() const { return m_home; }
    ui::AttentionPage* attention() const { return m_attention; }
    ui::CommandPalette* palette() const { return m_palette; }
    void showKeys();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QList<ui::PaletteCommand> commands() const;
    void addKeys();
    void open(ui::HomeTask task);
    void openRecord(const ports::Rejection& rejection);

    Parts m_parts;
    Ways m_ways;
    ui::HomePage* m_home = nullptr;
    ui::AttentionPage* m_attention = nullptr;
    ui::CommandPalette* m_palette = nullptr;
    ui::NoticeOutlet* m_outlet = nullptr;
    std::unique_ptr<ui::NewsTeller> m_teller;
};

} // namespace belanjain::app
