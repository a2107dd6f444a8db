// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour/transfer_pages.h"

#include "common/choices.h"
#include "shell/workspace_frame.h"
#include "tour/hands.h"
#include "transfer/transfer_page.h"

#include <QDir>
#include <QFile>

namespace belanjain::app
{
using namespace Qt::StringLiterals;
namespace
{

const char products[] = "Nama;SKU;Harga;Stok;Kategori;Berat;Opsi 1;Opsi 2;Deskripsi\n"
                        "Kaos Katun Garut;KKG-HTM-M;75.000;12;Pakaian;180;Warna: Hitam;Ukuran: M;Katun 30s, jahitan rapi\n"
                        "Kaos Katun Garut;KKG-HTM-L;75.000;9;Pakaian;190;Warna: Hitam;Ukuran: L;\n"
                        "Kaos Katun Garut;KKG-PTH-M;75.000;4;Pakaian;180;Warna: Putih;Ukuran: M;\n"
                        "Teko Enamel;TKE-01;Rp129.500;6;Dapur;850;;;\n"
                        "Sapu Lidi;;gratis;20;Rumah Tangga;300;;;\n"
                        "Topi Anyam;TPA-1;45.000;-2;Pakaian;120;;;\n"
                        ";;25.000;3;;;;;\n";

/// Where the file lies; empty when it cannot be written.
QString writtenFile()
{
    const QString path = QDir::temp().filePath(u"produk-baru.csv"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(products) < 0)
        return {};
    return path;
}

} // namespace

void addTransferPages(const Views& views)
{
    ui::MainWindow* window = &views.window();
    const auto checked = [window] {
        const QWidget* go = findVisible(window, u"importGo"_s);
        return go && go->isEnabled();
    };
    const auto columns = [window](int index) {
        return [window, index] {
            if (auto* segments = findVisible<ui::Segments>(window, u"importViews"_s)) {
                segments->setCurrent(index);
                Q_EMIT segments->changed(index);
            }
        };
    };
    views.runner().beginGroup(u"Import and export"_s);
    views.page(u"transfer"_s, u"transfer"_s, u"import and export"_s, u"importChoose"_s);
    views.step(u"import-review"_s, u"a file from a supplier, with three wrong rows: nothing is changed yet"_s,
               [window] { findVisible<ui::TransferPage>(window, u"transferPage"_s)->openFile(writtenFile()); }, checked);
    views.step(u"import-columns"_s, u"which column is what"_s, columns(1), views.visible(u"importColumns"_s));
    views.quietly(u"the rows again"_s, columns(0), checked);
    views.state(u"import-done"_s, u"the good rows go in"_s, views.press(u"importGo"_s), views.visible(u"importUndo1"_s));
    views.state(u"import-undo"_s, u"it was the wrong file: she takes it back, and is asked once"_s, views.press(u"importUndo1"_s),
               views.visible(u"importTakeBack1"_s));
    views.state(u"import-undone"_s, u"… and all of it is out again"_s, views.press(u"importTakeBack1"_s), [window] {
        return findVisible(window, u"importChoose"_s) && !findVisible(window, u"importTakeBack1"_s) &&
               !findVisible(window, u"importUndo1"_s);
    });
    views.quietly(u"back to the stock"_s, [window] { window->workspace()->showPage(u"stock"_s); }, views.visible(u"inventoryPage"_s));
}

} // namespace belanjain::app
