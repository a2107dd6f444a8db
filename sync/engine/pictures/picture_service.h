// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/clock.h"
#include "ports/pictures.h"

#include <QThread>
#include <QUrl>

namespace belanjain::engine
{

/// The pictures of one account: from its folder, else from the marketplace (which shows them to everybody), on a
/// thread of its own. Also for whoever only looks, such as a buyer.
class PictureService : public ports::Pictures
{
    Q_OBJECT
public:
    /// Files under `folder`, which is the account's. The clock outlives it.
    PictureService(const QString& folder, const QUrl& marketplace, const ports::Clock& clock,
                   QObject* parent = nullptr);
    ~PictureService() override;

    void readThumbnail(const QString& hash) override;
    void readPicture(const QString& hash) override;
    void keep(quint64 ticket, const QByteArray& bytes) override;

    /// Fetches nothing while it cannot, or may not. Offline until told otherwise.
    void setOnline(bool online);

private:
    class Worker;

    QThread m_thread;
    Worker* m_worker; ///< lives on m_thread and is deleted when that ends
    bool m_online = false;
};

} // namespace belanjain::engine
