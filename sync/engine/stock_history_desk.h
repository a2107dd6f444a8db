// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/workspace_core.h"
#include "ports/stock_history.h"
#include "replica/touched.h"

#include <QJsonArray>

#include <functional>

namespace belanjain::engine
{

/// A page of moves as the contract writes it; a move that cannot be read is left out.
QList<ports::StockMove> movesFrom(const QJsonArray& items);

/// Asks the marketplace for ledgers with the calls of a workspace, remembers them in its replica, and shows what is
/// remembered while nobody answers.
class StockHistoryDesk : public ports::StockHistory
{
    Q_OBJECT
public:
    using Post = std::function<void(std::function<void(WorkspaceCore&)>)>;

    explicit StockHistoryDesk(Post post, QObject* parent = nullptr);

    void read(quint64 ticket, const VariantId& variant) override;
    void readMore(quint64 ticket, const VariantId& variant, const QString& cursor) override;

    /// Asks nobody while it cannot, or may not. Offline until told otherwise.
    void setOnline(bool online);
    /// A commit changed this. From any thread.
    void notifyChanged(const replica::Touched& touched);

private:
    void ask(WorkspaceCore& core, quint64 ticket, const VariantId& variant, const QString& cursor);
    void take(WorkspaceCore& core, quint64 ticket, const VariantId& variant, bool more, const HttpAnswer& answer);
    void hand(quint64 ticket, const ports::StockHistoryPage& page);
    void refuse(quint64 ticket, const QString& reason);

    Post m_post;
    quint64 m_newest = 0;
    bool m_online = false;
};

} // namespace belanjain::engine
