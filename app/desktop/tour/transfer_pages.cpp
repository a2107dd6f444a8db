// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour/transfer_pages.h"

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

void addTransferPages(TourRunner& runner, Desktop& desktop)
{
    ui::MainWindow& window = desktop.window();
    const auto visible = [&window](const QString& name) {
        return [&window, name] { return findVisible(&window, name) != nullptr; };
    };
    const auto inBothLooks = [&](const QString& name, const std::function<bool()>& settled) {
        runner.add({.name = name + u"-dark-english"_s,
                    .story = u"… in English and dark"_s,
                    .act = [&desktop] {
                        desktop.languages().set(Language::English);
                        desktop.theme().setMode(ui::Theme::Mode::Dark);
                    },
                    .settled = settled});
        runner.add({.story = u"… and back"_s,
                    .act = [&desktop] {
                        desktop.languages().set(Language::Indonesian);
                        desktop.theme().setMode(ui::Theme::Mode::Light);
                    },
                    .settled = settled});
    };
    runner.add({.name = u"transfer"_s,
                .story = u"import and export"_s,
                .act = [&window] { window.workspace()->showPage(u"transfer"_s); },
                .settled = visible(u"importChoose"_s)});
    inBothLooks(u"transfer"_s, visible(u"importChoose"_s));
    const auto checked = [&window] {
        const QWidget* go = findVisible(&window, u"importGo"_s);
        return go && go->isEnabled();
    };
    runner.add({.name = u"import-review"_s,
                .story = u"a file from a supplier, with three wrong rows: nothing is changed yet"_s,
                .act = [&window] { findVisible<ui::TransferPage>(&window, u"transferPage"_s)->openFile(writtenFile()); },
                .settled = checked});
    inBothLooks(u"import-review"_s, checked);
    runner.add({.name = u"import-done"_s,
                .story = u"the good rows go in"_s,
                .act = [&window] { click(findVisible(&window, u"importGo"_s)); },
                .settled = visible(u"importUndo1"_s)});
    inBothLooks(u"import-done"_s, visible(u"importUndo1"_s));
    runner.add({.name = u"import-undo"_s,
                .story = u"it was the wrong file: she takes it back, and is asked once"_s,
                .act = [&window] { click(findVisible(&window, u"importUndo1"_s)); },
                .settled = visible(u"importTakeBack1"_s)});
    runner.add({.name = u"import-undone"_s,
                .story = u"… and all of it is out again"_s,
                .act = [&window] { click(findVisible(&window, u"importTakeBack1"_s)); },
                .settled = [&window] {
                    return findVisible(&window, u"importChoose"_s) && !findVisible(&window, u"importTakeBack1"_s) &&
                           !findVisible(&window, u"importUndo1"_s);
                }});
    runner.add({.story = u"back to the stock"_s,
                .act = [&window] { window.workspace()->showPage(u"stock"_s); },
                .settled = [&window] { return findVisible(&window, u"inventoryPage"_s) != nullptr; }});
}

} // namespace belanjain::app
