// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/sync_control.h"

#include <functional>

namespace belanjain::engine
{

/// The status line's side of a shop: the connection, and how many changes of the cart wait. A buyer has no
/// rejections to decide. Lives on the GUI thread.
class ShopSync : public ports::SyncControl
{
    Q_OBJECT
public:
    struct Wishes
    {
        std::function<void()> tryNow;
        std::function<void(bool)> workOffline;
    };
    explicit ShopSync(Wishes wishes) : m_wishes(std::move(wishes)) {}

    ports::SyncStatus status() const override { return m_status; }
    void syncNow() override { m_wishes.tryNow(); }
    void setWorkOffline(bool offline) override { m_wishes.workOffline(offline); }
    void readRejections(std::optional<VariantId>) override { Q_EMIT rejectionsRead({}); }
    void retry(qint64, const std::optional<QJsonObject>&) override {}
    void drop(qint64) override {}

    /// News from the shop's thread, on this object's.
    void take(const ports::SyncStatus& status);

private:
    Wishes m_wishes;
    ports::SyncStatus m_status;
};

} // namespace belanjain::engine
