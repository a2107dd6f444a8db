// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/instant.h"

#include <QtGlobal>

namespace belanjain::ports
{

/// What is printed for an order; the numbers are kept in replicas.
enum class PrintedDocument : quint8 { Label = 1, Invoice = 2, PackingSlip = 3, PickList = 4 };

/// How often a document of an order was printed or saved on this computer, and when last.
struct PrintNote
{
    PrintedDocument document = PrintedDocument::Label;
    int times = 0;
    Instant last;

    bool operator==(const PrintNote&) const = default;
};

} // namespace belanjain::ports
