// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/runtime/router.h"

#include <QHash>
#include <QVarLengthArray>

#include <map>
#include <vector>

namespace belanjain::marketplace
{

/// Finds the route of a path. The routes stay where they are for the table's life.
class RouteTable
{
public:
    explicit RouteTable(QList<Route> routes);

    struct Match
    {
        const Route* route = nullptr; ///< none: look at `allowed`
        QHash<QString, QString> parameters;
        QByteArray allowed;           ///< methods of the path, as Allow lists them; empty when nothing is there
    };
    Match find(const QByteArray& method, const QByteArray& path) const;

    const QList<Route>& routes() const { return m_routes; }

private:
    /// One path of the table, with its routes by method.
    struct Pattern
    {
        QList<QByteArray> segments; ///< a parameter is empty here
        QList<QString> names;       ///< of parameters, in order
        std::map<QByteArray, const Route*> methods;
    };
    static QByteArray allowOf(const Pattern& pattern);

    QList<Route> m_routes;
    QHash<qsizetype, std::vector<Pattern>> m_bySize;
};

} // namespace belanjain::marketplace
