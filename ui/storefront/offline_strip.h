// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/messages.h"
#include "ports/sync_control.h"

namespace belanjain::ui {

/// Says over a buyer's page that what it shows is what was last seen, and leads back online. Hidden while the
/// marketplace answers.
class OfflineStrip : public Banner
{
    Q_OBJECT

public:
    /// `rest` is what the page adds, e.g. that the cart is kept; asked again when the language changes.
    OfflineStrip(const Theme& theme, ports::SyncControl& sync, std::function<QString()> rest, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void tell();

    ports::SyncControl& m_sync;
    std::function<QString()> m_rest;
};

} // namespace belanjain::ui
