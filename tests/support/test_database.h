// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/database.h"

#include <QTemporaryDir>

namespace belanjain::testing
{

/// An empty database of a test's own, gone with it. The environment says of which kind, so that one test
/// program runs on both (CMake registers it twice): BELANJAIN_TEST_DATABASE=postgresql takes one in the cluster
/// that tests/support/postgresql started in the folder BELANJAIN_TEST_POSTGRESQL; else it is a SQLite file.
class TestDatabase
{
public:
    enum class Content { Empty, Marketplace };

    /// Marketplace: with the marketplace's tables. On SQLite the file is made by whoever opens it, so that
    /// Content matters to PostgreSQL only, where copying a ready one is ten times as fast as migrating.
    explicit TestDatabase(Content content);
    ~TestDatabase();
    TestDatabase(const TestDatabase&) = delete;
    TestDatabase& operator=(const TestDatabase&) = delete;

    const storage::Address& address() const { return m_address; }
    static bool isPostgres();

    // While nobody is connected to it.
    /// Copies what is stored, as a backup program would.
    void keepCopy();
    /// Puts that copy in the place of what is stored.
    void goBackToCopy();
    /// Whatever is stored, as bytes to look for something in.
    QByteArray contents() const;

    /// A database that is not there, of a server that is not there.
    static storage::Address nowhere();

private:
    QTemporaryDir m_dir;
    storage::Address m_address;
    bool m_hasCopy = false;
};

} // namespace belanjain::testing
