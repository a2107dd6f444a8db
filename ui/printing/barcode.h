// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBitArray>
#include <QString>

#include <optional>

namespace belanjain::ui {

/// A code as dark and light modules, row by row; without a quiet zone.
struct BarcodeModules
{
    int columns = 0;
    int rows = 0;
    QBitArray dark; ///< columns × rows

    bool at(int column, int row) const { return dark.testBit(row * columns + column); }
    bool operator==(const BarcodeModules&) const = default;
};

/// Code 128 of one line of Latin-1; nullopt for what it cannot hold, or that is too long for any label.
std::optional<BarcodeModules> code128(const QString& text);
/// QR code of any text, error correction M; nullopt for an empty or far too long one.
std::optional<BarcodeModules> qrCode(const QString& text);

} // namespace belanjain::ui
