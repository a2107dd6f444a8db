// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace belanjain::marketplace
{

/// Gives up, for good, what reading a picture does not need: memory and processor time beyond the limits,
/// core files, more than a few open files, and on Linux every system call that opens a
/// file or a socket, starts a program or signals a process. Call it before the first byte of input is read.
/// False when the system refuses; then do not go on.
bool confine(int memoryMiB, int cpuSeconds);

} // namespace belanjain::marketplace
