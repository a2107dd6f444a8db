// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/stored_data.h"

#include <QThreadPool>

namespace belanjain::engine
{

/// What lies in an account's folder, by the names that the replica, its recovery, the shop and the pictures give
/// their files.
ports::StoredData storedIn(const QString& folder);

/// Measures and deletes on a thread of its own.
class StoredDataKeeper : public ports::StoredDataKeeper
{
    Q_OBJECT
public:
    explicit StoredDataKeeper(QString folder, QObject* parent = nullptr);
    ~StoredDataKeeper() override;

    void measure() override;
    void clearPictures() override;
    void removeSetAside(const QStringList& names) override;

private:
    /// task gives how many files it could not delete.
    void afterwards(std::function<int()> task);

    QString m_folder;
    QThreadPool m_pool;
};

} // namespace belanjain::engine
