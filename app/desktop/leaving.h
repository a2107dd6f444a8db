// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/sync_control.h"

#include <QObject>
#include <QPointer>

#include <functional>

namespace belanjain::ui
{
class ProductsPage;
class StorePage;
class Theme;
class WorkspaceFrame;
} // namespace belanjain::ui

namespace belanjain::app
{

/// Sees to it that nobody loses what they typed by leaving: asks about a product or a store's profile that is not
/// saved, and, at a sign-out, about changes that have not been sent. Also when the window is closed.
class Leaving : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        const ui::Theme& theme;
        ui::WorkspaceFrame& frame;
        ports::SyncControl& sync;
        ui::ProductsPage* products = nullptr; ///< a buyer has none
        ui::StorePage* store = nullptr;
    };
    explicit Leaving(Parts parts);

    /// Calls `go` once nothing typed is lost by it; later at the earliest, since it may take the pages away.
    void leave(std::function<void()> go);
    /// The same, with the question about changes that wait.
    void signOut(std::function<void()> go);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void settleStore(std::function<void()> go);
    void askAboutWaiting(std::function<void()> go);

    Parts m_parts;
    QPointer<QWidget> m_window;
    bool m_asking = false;
};

} // namespace belanjain::app
