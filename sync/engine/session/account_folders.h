// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/session.h"

#include <QString>

#include <optional>

namespace belanjain::engine
{

/// Where each account's data lie on this computer: one folder, file and secret per (marketplace, account,
/// store), so that nobody's rows mix. Also remembers who was signed in last.
class AccountFolders
{
public:
    /// root is the program's data folder.
    explicit AccountFolders(QString root) : m_root(std::move(root)) {}

    /// What stands for a marketplace in paths and keys: its origin, or "this-computer" for the one that
    /// this program hosts, whose port may differ from day to day.
    static QString marketplaceKey(const QUrl& address, bool onThisComputer);

    /// Creates the folder, readable by its owner only. Empty when that failed.
    QString replicaFile(const ports::Account& account, bool onThisComputer) const;
    /// For somebody without an account at that marketplace; as above.
    QString guestFolder(const QUrl& marketplace, bool onThisComputer) const;
    static QString secretKey(const ports::Account& account, bool onThisComputer);

    struct LastAccount
    {
        ports::Account account;
        bool onThisComputer = false;
    };
    std::optional<LastAccount> last() const;
    bool remember(const LastAccount& account) const;
    void forget() const;

private:
    QString m_root;
};

} // namespace belanjain::engine
