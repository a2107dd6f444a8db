// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "former_schema.h"

#include <QDir>
#include <QList>
#include <QString>

#include <memory>

namespace belanjain::simulation
{

inline constexpr int desktopCount = 3; ///< two of the first store, one of the second
inline constexpr int buyerCount = 20;

/// A person as a run finds them, signed in at the start of its time.
struct Signed
{
    QString email;
    QString access;
    QString refresh;
};

/// Where every run begins: two stores with goods, twenty buyers, and three desktops that have synced.
/// Made once, through the same handlers, and copied for each run.
class StartingPoint
{
public:
    explicit StartingPoint(const QString& folder);

    /// Empty, or what went wrong.
    const QString& problem() const { return m_problem; }
    /// Copies all files into the folder, which is emptied first.
    void copyTo(const QString& folder) const;
    static QString serverFolder(const QString& folder) { return folder + QStringLiteral("/server"); }
    static QString desktopFolder(const QString& folder, int desktop);
    static int storeOf(int desktop) { return desktop == desktopCount - 1 ? 1 : 0; }
    static constexpr int productCount = 11;
    static QString password() { return QStringLiteral("tulip lantern 42"); }

    FormerSchema formerReplica;
    FormerSchema formerMarketplace;
    QList<Signed> sellers; ///< one a desktop: a session each
    QList<Signed> buyers;
    QList<StoreId> stores; ///< two

private:
    QString m_folder;
    QString m_problem;
};

/// Replaces one folder's files by another's.
void copyFiles(const QString& from, const QString& to);

} // namespace belanjain::simulation
