// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "replica/work.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace belanjain::replica {

struct BaseRow
{
    qint64 version = 0;
    QJsonObject data;
};

/// The table base_rows: the server's copy of the rows that have waiting edits.
class BaseRows
{
public:
    explicit BaseRows(Work& work)
        : m_work(work)
    {}

    std::optional<BaseRow> find(QStringView table, const QString& id);
    void put(QStringView table, const QString& id, const BaseRow& row);
    bool remove(QStringView table, const QString& id);

private:
    Work& m_work;
};

} // namespace belanjain::replica
