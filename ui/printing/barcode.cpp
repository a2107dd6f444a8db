// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/barcode.h"

#include <zint.h>

#include <memory>

namespace belanjain::ui {

namespace {

/// The library's level M.
constexpr int correctionM = 2;

struct Free
{
    void operator()(zint_symbol* symbol) const { ZBarcode_Delete(symbol); }
};

std::optional<BarcodeModules> encode(const QString& text, int symbology, int option)
{
    const QByteArray utf8 = text.toUtf8();
    const std::unique_ptr<zint_symbol, Free> symbol(ZBarcode_Create());
    if (!symbol || utf8.isEmpty())
        return std::nullopt;
    symbol->symbology = symbology;
    symbol->input_mode = UNICODE_MODE;
    symbol->option_1 = option;
    const auto* source = reinterpret_cast<const unsigned char*>(utf8.constData());
    if (ZBarcode_Encode(symbol.get(), source, int(utf8.size())) >= ZINT_ERROR)
        return std::nullopt;
    BarcodeModules modules{symbol->width, symbol->rows, QBitArray(symbol->width * symbol->rows)};
    for (int row = 0; row < modules.rows; ++row) {
        for (int column = 0; column < modules.columns; ++column) {
            const unsigned char byte = symbol->encoded_data[row][column / 8];
            modules.dark.setBit(row * modules.columns + column, (byte >> (column % 8)) & 1);
        }
    }
    return modules;
}

} // namespace

std::optional<BarcodeModules> code128(const QString& text) { return encode(text, BARCODE_CODE128, -1); }

std::optional<BarcodeModules> qrCode(const QString& text) { return encode(text, BARCODE_QRCODE, correctionM); }

} // namespace belanjain::ui
