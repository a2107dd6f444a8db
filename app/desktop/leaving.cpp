// SPDX-License-Identifier: GPL-3.0-or-later
#include "leaving.h"

#include "account/sign_out_dialog.h"
#include "common/theme.h"
#include "products/products_page.h"
#include "shell/workspace_frame.h"
#include "store/store_page.h"

#include <QEvent>

namespace belanjain::app
{

Leaving::Leaving(Parts parts) : m_parts(parts) { m_parts.frame.installEventFilter(this); }

void Leaving::leave(std::function<void()> go)
{
    // What follows may take the button away that was pressed.
    QMetaObject::invokeMethod(
        this,
        [this, go = std::move(go)] {
            if (m_parts.products)
                m_parts.products->leaveThen([this, go] { settleStore(go); });
            else
                settleStore(go);
        },
        Qt::QueuedConnection);
}

void Leaving::settleStore(std::function<void()> go)
{
    if (m_parts.store)
        m_parts.store->leaveThen(&m_parts.frame, std::move(go));
    else
        go();
}

void Leaving::signOut(std::function<void()> go)
{
    leave([this, go = std::move(go)] {
        // What was saved a moment ago is counted once this is answered: a replica takes one thing after the other.
        connect(
            &m_parts.sync, &ports::SyncControl::rejectionsRead, this,
            [this, go] { QMetaObject::invokeMethod(this, [this, go] { askAboutWaiting(go); }, Qt::QueuedConnection); },
            Qt::SingleShotConnection);
        m_parts.sync.readRejections({});
    });
}

void Leaving::askAboutWaiting(std::function<void()> go)
{
    if (m_parts.sync.status().waiting == 0) {
        go();
        return;
    }
    if (m_asking)
        return;
    m_asking = true;
    auto* dialog = new ui::SignOutDialog(m_parts.theme, m_parts.sync, &m_parts.frame);
    connect(dialog, &QDialog::finished, this, [this] { m_asking = false; });
    connect(dialog, &QDialog::accepted, this, std::move(go), Qt::QueuedConnection);
}

bool Leaving::eventFilter(QObject* watched, QEvent* event)
{
    // The window is another one once the frame has been hung into it.
    if (event->type() == QEvent::Show && m_window != m_parts.frame.window()) {
        if (m_window && m_window != &m_parts.frame)
            m_window->removeEventFilter(this);
        m_window = m_parts.frame.window();
        m_window->installEventFilter(this);
    }
    if (event->type() == QEvent::Close && watched == m_window && m_parts.store && m_parts.store->hasChanges()) {
        event->ignore();
        m_parts.store->leaveThen(&m_parts.frame, [this] {
            if (m_window)
                m_window->close();
        });
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace belanjain::app
