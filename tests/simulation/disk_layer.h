// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace belanjain::simulation
{

class Disk;

/// Lies between SQLite and the files (a VFS over the system's own, made the default one by install()) and
/// tells each Disk of what is done to files in its folder.
class DiskLayer
{
public:
    /// Before any database is opened; false when SQLite does not take it.
    static bool install();
    static void add(Disk* disk);
    static void remove(Disk* disk);
};

} // namespace belanjain::simulation
