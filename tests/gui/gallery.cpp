// SPDX-License-Identifier: GPL-3.0-or-later
// Every part of the design system on one sheet, for eyes: belanjain_gallery [--save DIR] [--contrast].
#include "common/button.h"
#include "common/choices.h"
#include "common/fields.h"
#include "common/labels.h"
#include "common/link_button.h"
#include "common/messages.h"
#include "common/popover.h"
#include "common/table_style.h"
#include "common/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QMenu>
#include <QMessageBox>
#include <QPainter>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QTextStream>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace belanjain::ui;

namespace {

class IconSheet : public QWidget
{
public:
    explicit IconSheet(const Theme& theme)
        : m_theme(theme)
    {
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Tokens& t = m_theme.tokens();
        QPainter painter(this);
        painter.fillRect(rect(), t.surface);
        const int columns = 12;
        int i = 0;
        for (const Icon icon : allIcons()) {
            const int x = 16 + (i % columns) * 118;
            const int y = 12 + (i / columns) * 96;
            m_theme.paintIcon(&painter, QRect(x, y, 48, 48), icon, t.text, 48);
            m_theme.paintIcon(&painter, QRect(x + 56, y, 16, 20), icon, t.text2, 16);
            m_theme.paintIcon(&painter, QRect(x + 76, y, 20, 20), icon, t.accentText, 20);
            m_theme.paintIcon(&painter, QRect(x + 56, y + 26, 14, 20), icon, t.out.ink, 14);
            painter.setPen(t.text2);
            painter.setFont(m_theme.font(TextStyle::Key));
            painter.drawText(x, y + 66, iconName(icon));
            ++i;
        }
        m_theme.paintLogo(&painter, QRectF(600, 770, 48, 48));
        m_theme.paintLogo(&painter, QRectF(660, 770, 32, 32));
        m_theme.paintLogo(&painter, QRectF(710, 760, 80, 80));
    }

private:
    const Theme& m_theme;
};

struct TableRow
{
    QString name;
    QString variant;
    QString sku;
    QString price;
    QString onHand;
    QString reserved;
    StockCell stock;
    Icon category;
    bool selected = false;
    bool waitingOnHand = false;
    std::optional<ChipKind> sync = {};
};

class TableSheet : public QWidget
{
public:
    explicit TableSheet(const Theme& theme)
        : m_theme(theme)
    {
        setMinimumHeight(measure::TableHeader + 11 * measure::Row);
    }

    QRect stockCell(int row) const { return {938, measure::TableHeader + row * measure::Row, 126, measure::Row}; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), m_theme.tokens().surface);
        const QList<TableRow> rows{
            {u"Korek Api Kompor – Lighter Pemantik Gas"_s, u"Tunggal"_s, u"KRK-KPR-01"_s, u"Rp 12.500"_s, u"218"_s, u"12"_s, {u"206"_s}, Icon::Pot},
            {u"Onix Dispenser Galon Air Pompa Otomatis Rumah"_s, u"Tunggal"_s, u"ONX-GLN-01"_s, u"Rp 70.000"_s, u"64"_s, u"5"_s, {u"59"_s}, Icon::Pot},
            {u"Giza Grill Pan SKITCHEN Cast Iron"_s, u"Premium"_s, u"SKT-GRL-01"_s, u"Rp 295.000"_s, u"13"_s, u""_s, {u"13"_s}, Icon::Plug},
            {u"Oxone OX-605 Black Marble Knife Set"_s, u"Tunggal"_s, u"OXN-605"_s, u"Rp 139.900"_s, u"11"_s, u"3"_s, {u"8"_s, u"Menipis"_s, StockLevel::Low}, Icon::Pot},
            {u"Celemek Masak Apron Katun Drill"_s, u"Putih"_s, u"APR-KTN-PTH"_s, u"Rp 38.000"_s, u"46"_s, u"4"_s, {u"42"_s}, Icon::Shirt, false, true, ChipKind::Waiting},
            {u"Goto Whale Pompa Galon Charge USB"_s, u"Putih"_s, u"GTO-WHL-PTH"_s, u"Rp 34.900"_s, u"6"_s, u"6"_s, {u"0"_s, u"Habis"_s, StockLevel::Out}, Icon::Box},
            {u"Matougui Botol Minum A36321-3 500 ml"_s, u"Biru"_s, u"MTG-500-BRU"_s, u"Rp 120.000"_s, u"17"_s, u"2"_s, {u"15"_s, {}, StockLevel::Normal, false, true}, Icon::Pot, false, false, ChipKind::Rejected},
            {u"Nathalie Kaos Dalam Tanktop NTA 428"_s, u"Hitam, L"_s, u"NTA-428-HTM-L"_s, u"Rp 34.900"_s, u"8"_s, u"2"_s, {u"6"_s, u"Menipis"_s, StockLevel::Low}, Icon::Shirt, true},
            {u"Lilin Tealight Tungku Aromaterapi"_s, u"Type 303"_s, u"LLN-TEA-303"_s, u"Rp 68.000"_s, u"52"_s, u"6"_s, {u"46"_s}, Icon::Party, true},
            {u"Rak Sepatu Amazing Multifungsi"_s, u"Hitam Putih"_s, u"RAK-AMZ-HP"_s, u"Rp 53.000"_s, u"33"_s, u"7"_s, {u"26"_s, {}, StockLevel::Normal, true}, Icon::Sofa, false, false, ChipKind::Waiting},
            {u"Pot Bunga Motif Tawon Putih"_s, u"10"_s, u"POT-TWN-10"_s, u"Rp 1.725"_s, u"1.204"_s, u"160"_s, {u"1.044"_s}, Icon::Sofa},
        };
        const int x[] = {0, 48, 92, 372, 488, 612, 736, 828, 874, 938, 1064, 1108};
        const HeaderSection heads[] = {{{}, Qt::AlignLeft, {}, CheckState::Partial}, {}, {u"Produk"_s}, {u"Varian"_s},
                                       {u"SKU"_s}, {u"Kategori"_s, Qt::AlignLeft, Qt::AscendingOrder},
                                       {u"Harga"_s, Qt::AlignRight}, {u"Fisik"_s, Qt::AlignRight},
                                       {u"Dipesan"_s, Qt::AlignRight}, {u"Tersedia"_s, Qt::AlignRight},
                                       {u"Batas"_s, Qt::AlignRight}, {u"Sinkron"_s}};
        const auto cell = [&](int column, int row) {
            const int right = column == 11 ? width() : x[column + 1];
            const int top = row < 0 ? 0 : measure::TableHeader + row * measure::Row;
            return QRect(x[column], top, right - x[column], row < 0 ? measure::TableHeader : measure::Row);
        };
        for (int c = 0; c < 12; ++c)
            paintHeaderSection(&painter, c == 0 ? cell(c, -1).adjusted(8, 0, 0, 0) : cell(c, -1), m_theme, heads[c]);
        for (int r = 0; r < int(rows.size()); ++r) {
            const TableRow& row = rows.at(r);
            for (int c = 0; c < 12; ++c)
                paintRow(&painter, cell(c, r), m_theme, {row.selected, false, false});
            paintStateBar(&painter, cell(0, r), m_theme,
                          row.stock.level == StockLevel::Low   ? StateBar::Low
                          : row.stock.level == StockLevel::Out ? StateBar::Out
                                                               : StateBar::None);
            paintCheckCell(&painter, cell(0, r).adjusted(8, 0, 0, 0), m_theme,
                           row.selected ? CheckState::On : CheckState::Off);
            paintThumbnail(&painter, cell(1, r), m_theme, {}, row.category);
            paintTextCell(&painter, cell(2, r), m_theme, row.name, CellInk::Text, TextStyle::Strong);
            paintTextCell(&painter, cell(3, r), m_theme, row.variant, CellInk::Secondary);
            paintTextCell(&painter, cell(4, r), m_theme, row.sku, CellInk::Secondary);
            paintTextCell(&painter, cell(5, r), m_theme, u"Fashion wanita"_s, CellInk::Secondary);
            paintNumberCell(&painter, cell(6, r), m_theme, row.price);
            if (row.waitingOnHand)
                paintWaitingNumberCell(&painter, cell(7, r), m_theme, row.onHand);
            else
                paintNumberCell(&painter, cell(7, r), m_theme, row.onHand);
            paintNumberCell(&painter, cell(8, r), m_theme, row.reserved, CellInk::Secondary);
            paintStockCell(&painter, cell(9, r), m_theme, row.stock);
            paintNumberCell(&painter, cell(10, r), m_theme, u"10"_s, CellInk::Secondary);
            if (row.sync)
                paintChipCell(&painter, cell(11, r), m_theme, *row.sync,
                              *row.sync == ChipKind::Waiting ? u"Menunggu"_s : u"Ditolak"_s);
        }
        paintKeyHintCell(&painter, cell(11, 2), m_theme, u"Enter"_s, u"simpan"_s);
        paintCellFocus(&painter, cell(9, 1), m_theme);
    }

private:
    const Theme& m_theme;
};

class StarSheet : public QWidget
{
public:
    explicit StarSheet(const Theme& theme)
        : m_theme(theme)
    {
        setFixedSize(200, 24);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        paintStars(&painter, rect(), 4, m_theme);
        paintBadge(&painter, rect(), u"3"_s, m_theme);
    }

private:
    const Theme& m_theme;
};

QWidget* page(const QString& background = u"page"_s)
{
    auto* widget = new QWidget;
    widget->setObjectName(background);
    widget->setAttribute(Qt::WA_StyledBackground);
    return widget;
}

QWidget* tablePage(const Theme& theme)
{
    auto* widget = page();
    auto* column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);

    auto* head = new QHBoxLayout;
    head->setContentsMargins(20, 12, 20, 6);
    head->setSpacing(8);
    head->addWidget(makeLabel(theme, u"Stok"_s, TextStyle::Page));
    head->addSpacing(4);
    head->addWidget(makeLabel(theme, u"344 varian di Toko Jakarta Barat"_s, TextStyle::Body, u"secondary"_s));
    head->addStretch();
    head->addWidget(new Button(theme, Icon::Undo, u"Urungkan"_s));
    head->addWidget(new Button(theme, Icon::Redo, u"Ulangi"_s));
    auto* count = new Button(theme, u"Stok opname"_s);
    count->setGlyph(Icon::Barcode);
    head->addWidget(count);
    auto* create = new Button(theme, u"Produk baru"_s);
    create->setKind(Button::Kind::Primary);
    create->setGlyph(Icon::Plus);
    create->setKeyCap(u"Ctrl N"_s);
    head->addWidget(create);
    column->addLayout(head);

    auto* tools = new QHBoxLayout;
    tools->setContentsMargins(20, 6, 20, 10);
    tools->setSpacing(8);
    auto* search = new SearchField(theme, u"Cari nama, SKU, atau barcode"_s);
    search->setKeyCap(u"Ctrl F"_s);
    search->setFixedWidth(288);
    tools->addWidget(search);
    for (const QString& text : {u"Semua kategori"_s, u"Aktif"_s, u"Semua tingkat stok"_s}) {
        auto* drop = new DropButton(theme, text);
        drop->addChoice(text, 0);
        tools->addWidget(drop);
    }
    tools->addStretch();
    auto* columns = new Button(theme, u"Kolom"_s);
    columns->setGlyph(Icon::Columns);
    columns->setKind(Button::Kind::Flat);
    tools->addWidget(columns);
    column->addLayout(tools);

    auto* banner = new Banner(theme);
    banner->showMessage(Level::Low, u"<b>9 varian menipis</b> dan <b>4 habis</b>. Pesanan berikutnya bisa tertahan."_s,
                        u"Tampilkan 13 varian"_s);
    column->addWidget(banner);
    auto* table = new TableSheet(theme);
    column->addWidget(table);
    auto* popover = new Popover(theme, table);
    popover->setContent(u"<b>Perubahan −20 ditolak.</b> Saat dikirim, hanya 15 tersedia karena 2 baru terjual."_s,
                        {u"Ubah menjadi −15"_s, u"Coba lagi"_s, u"Buang perubahan"_s});
    popover->pointAt(table->stockCell(6));
    column->addStretch();
    auto* bulk = new BulkBar(theme);
    bulk->setSummary(u"3 varian dipilih"_s, u"semua Diproses, total Rp 616.500"_s);
    bulk->addButton(u"Tambah stok…"_s, Icon::Plus);
    bulk->addButton(u"Kosongkan"_s, Icon::Empty);
    bulk->addButton(u"Ubah harga…"_s, Icon::Tag)->setEnabled(false);
    bulk->addButton(u"Batalkan…"_s)->setKind(Button::Kind::Danger);
    column->addWidget(bulk);
    return widget;
}

QWidget* formPage(const Theme& theme)
{
    auto* widget = page();
    auto* grid = new QGridLayout(widget);
    grid->setContentsMargins(20, 20, 20, 20);
    grid->setHorizontalSpacing(32);
    grid->setVerticalSpacing(18);

    auto* left = new QVBoxLayout;
    left->setSpacing(16);
    left->addWidget(new FormField(theme, u"Nama produk"_s, new QLineEdit(u"Nathalie Kaos Dalam Tanktop"_s)));
    auto* password = new PasswordField(theme);
    password->setText(u"rahasia12"_s);
    setControlSize(password, u"large"_s);
    auto* passwordField = new FormField(theme, u"Kata sandi"_s, password);
    passwordField->setTrailing(new LinkButton(theme, u"Lupa kata sandi"_s));
    passwordField->setError(u"Email atau kata sandi tidak cocok. Caps Lock sedang menyala."_s);
    left->addWidget(passwordField);
    auto* hint = new FormField(theme, u"Batas stok menipis"_s, new QSpinBox);
    hint->setHint(u"Kosongkan untuk memakai batas toko, 10."_s);
    left->addWidget(hint);
    auto* combo = new QComboBox;
    combo->addItems({u"Bahasa Indonesia"_s, u"English"_s});
    left->addWidget(new FormField(theme, u"Bahasa"_s, combo));
    auto* disabled = new QLineEdit(u"Tidak bisa diubah"_s);
    disabled->setEnabled(false);
    left->addWidget(disabled);
    auto* note = new QPlainTextEdit(u"Kaos dalam tanktop untuk dipakai sehari-hari. Bahan adem dan tidak menerawang."_s);
    note->setFixedHeight(76);
    left->addWidget(note);
    auto* check = new QCheckBox(u"Tetap masuk di komputer ini"_s);
    check->setChecked(true);
    left->addWidget(check);
    auto* off = new QCheckBox(u"Hanya yang ada stok"_s);
    left->addWidget(off);
    auto* radio = new QRadioButton(u"Transfer bank"_s);
    radio->setChecked(true);
    left->addWidget(radio);
    left->addStretch();
    grid->addLayout(left, 0, 0);

    auto* middle = new QVBoxLayout;
    middle->setSpacing(14);
    const auto row = [&](std::initializer_list<QWidget*> widgets) {
        auto* line = new QHBoxLayout;
        line->setSpacing(8);
        for (QWidget* w : widgets)
            line->addWidget(w);
        line->addStretch();
        middle->addLayout(line);
    };
    auto* primary = new Button(theme, u"Simpan"_s);
    primary->setKind(Button::Kind::Primary);
    primary->setKeyCap(u"Ctrl S"_s);
    auto* dead = new Button(theme, u"Kirim"_s);
    dead->setKind(Button::Kind::Primary);
    dead->setEnabled(false);
    auto* danger = new Button(theme, u"Batalkan…"_s);
    danger->setKind(Button::Kind::Danger);
    primary->setObjectName(u"ringed"_s);
    row({primary, new Button(theme, u"Batalkan"_s), danger, dead});
    auto* small = new Button(theme, u"Isi ke bawah"_s);
    small->setControlSize(Button::Size::Small);
    small->setKeyCap(u"Ctrl D"_s);
    auto* large = new Button(theme, u"Masukkan keranjang"_s);
    large->setControlSize(Button::Size::Large);
    large->setKind(Button::Kind::Primary);
    large->setGlyph(Icon::Cart);
    large->setKeyCap(u"Enter"_s);
    row({small, large});
    auto* touch = new Button(theme, u"Tambah"_s);
    touch->setControlSize(Button::Size::Touch);
    touch->setGlyph(Icon::Plus);
    auto* touchStepper = new Stepper(theme, Stepper::Size::Touch);
    touchStepper->setValue(2);
    row({touch, touchStepper});
    auto* chosen = new Button(theme, u"Hitam"_s);
    chosen->setChosen(true);
    row({chosen, new Button(theme, u"Putih"_s), new Stepper(theme), new Stepper(theme, Stepper::Size::Large)});
    row({new Segments(theme, {u"Hari"_s, u"Minggu"_s, u"Bulan"_s}), new KeyCap(theme, u"Ctrl Shift O"_s),
         new LinkButton(theme, u"Sinkronkan sekarang"_s)});
    row({new Chip(theme, ChipKind::New, u"Baru"_s), new Chip(theme, ChipKind::Processing, u"Diproses"_s),
         new Chip(theme, ChipKind::Shipped, u"Dikirim"_s), new Chip(theme, ChipKind::Done, u"Selesai"_s),
         new Chip(theme, ChipKind::Cancelled, u"Dibatalkan"_s)});
    row({new Chip(theme, ChipKind::Low, u"Tinggal 6"_s), new Chip(theme, ChipKind::Out, u"Habis"_s),
         new Chip(theme, ChipKind::Waiting, u"Menunggu"_s), new Chip(theme, ChipKind::Rejected, u"Ditolak"_s),
         new Chip(theme, ChipKind::Neutral, u"Hitam"_s), new Chip(theme, ChipKind::Accent, u"Disarankan"_s)});
    row({new Chip(theme, ChipKind::Late, u"Terlambat 29 jam"_s),
         new Chip(theme, ChipKind::Offline, u"Offline, stok dari pukul 14.32"_s), new StarSheet(theme)});
    auto* tabs = new CountTabs(theme);
    tabs->setTabs({u"Semua"_s, u"Baru"_s, u"Diproses"_s, u"Dikirim"_s});
    tabs->setCount(0, u"1.273"_s);
    tabs->setCount(1, u"5"_s);
    tabs->setCount(2, u"4"_s);
    tabs->setCount(3, u"31"_s);
    middle->addWidget(tabs);
    auto* progress = new ProgressLine(theme);
    progress->setText(u"Mengimpor 10.000 produk"_s);
    progress->setProgress(4200, 10000);
    middle->addWidget(progress);
    middle->addWidget(new ElidedLabel(theme, u"Tatakan Roda Tabung Gas Elpiji Troy Maspion Dengan Rem Pengunci Putar"_s));
    for (const auto& [level, text] : {std::pair{Level::Out, u"<b>2 pesanan</b> terlambat."_s},
                                      std::pair{Level::Waiting, u"<b>12 perubahan</b> menunggu sambungan."_s},
                                      std::pair{Level::Info, u"Versi baru siap dipasang."_s},
                                      std::pair{Level::Done, u"<b>344 varian</b> selesai diimpor."_s}}) {
        auto* banner = new Banner(theme);
        banner->showMessage(level, text, u"Tampilkan"_s);
        middle->addWidget(banner);
    }
    middle->addWidget(makeLabel(theme, u"Rp 8.749.280"_s, TextStyle::Figure));
    middle->addStretch();
    grid->addLayout(middle, 0, 1);
    grid->setColumnStretch(0, 2);
    grid->setColumnStretch(1, 3);
    auto* toast = new Toast(theme, widget);
    toast->showMessage(u"Nama produk: punya saya dipakai"_s, u"Urungkan"_s, u"Ctrl Z"_s);
    return widget;
}

QWidget* emptyPage(const Theme& theme)
{
    auto* widget = page();
    auto* column = new QVBoxLayout(widget);
    auto* state = new EmptyState(theme, Drawing::Boxes, u"Mulai dari satu produk"_s,
                                 u"Stok dan harga langsung tersimpan di komputer ini, juga tanpa internet."_s);
    state->addChoice(Icon::Plus, u"Buat produk"_s, u"Nama, foto, pilihan, dan stok awal"_s, u"Ctrl N"_s);
    state->addChoice(Icon::Upload, u"Impor dari CSV"_s, u"Shopify, WooCommerce, atau berkas sendiri"_s, u"Ctrl I"_s);
    state->addChoice(Icon::Barcode, u"Pindai barcode"_s, u"Colokkan pemindai, lalu pindai barang pertama"_s);
    state->addChoice(Icon::Monitor, u"Muat toko contoh"_s, u"1.308 produk nyata untuk dicoba, bisa dihapus kapan saja"_s);
    column->addWidget(state);
    auto* row = new QHBoxLayout;
    for (const Drawing drawing : {Drawing::Receipts, Drawing::Nothing, Drawing::Chart, Drawing::AllDone, Drawing::Cart})
        row->addWidget(new EmptyState(theme, drawing, u"Judul"_s, u"Satu kalimat."_s));
    column->addLayout(row);
    return widget;
}

QWidget* firstRunPage(const Theme& theme)
{
    auto* widget = page(u"windowPage"_s);
    auto* outer = new QHBoxLayout(widget);
    outer->addStretch();
    auto* column = new QVBoxLayout;
    column->setSpacing(12);
    column->addSpacing(76);
    auto* head = new QHBoxLayout;
    head->setSpacing(16);
    head->addWidget(new Logo(theme, 48));
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(makeLabel(theme, u"Selamat datang di Belanjain"_s, TextStyle::Figure));
    words->addWidget(makeLabel(theme, u"Pilih tempat pasar Anda berada. Bisa diganti nanti di Setelan."_s, TextStyle::Body,
                               u"secondary"_s));
    head->addLayout(words);
    head->addStretch();
    column->addLayout(head);
    column->addSpacing(20);
    auto* first = new ChoiceCard(theme, Icon::Monitor, u"Pasar di komputer ini, dengan toko contoh"_s,
                                 u"1.308 produk nyata dengan pesanan dan ulasan. Tidak perlu internet."_s);
    first->setBadge(u"Disarankan"_s);
    first->setNote(u"Kira-kira 5 detik, 38 MB"_s);
    first->setKey(u"1"_s);
    first->setChecked(true);
    auto* second = new ChoiceCard(theme, Icon::Globe, u"Sambungkan ke pasar"_s,
                                  u"Masukkan alamat yang Anda terima dari pengelola pasar."_s);
    second->setKey(u"2"_s);
    auto* third = new ChoiceCard(theme, Icon::Shop, u"Pasar di komputer ini, mulai kosong"_s,
                                 u"Untuk toko Anda sendiri. Produk bisa diimpor dari Shopify atau WooCommerce."_s);
    third->setKey(u"3"_s);
    for (auto* card : {first, second, third}) {
        card->setFixedWidth(640);
        column->addWidget(card);
    }
    column->addSpacing(20);
    auto* row = new QHBoxLayout;
    row->setSpacing(16);
    for (const auto& [label, value] :
         {std::pair{u"Bahasa"_s, u"Bahasa Indonesia"_s}, std::pair{u"Tampilan"_s, u"Ikuti sistem"_s}}) {
        auto* combo = new QComboBox;
        combo->addItem(value);
        combo->setFixedWidth(200);
        row->addWidget(new FormField(theme, label, combo));
    }
    row->addStretch();
    column->addLayout(row);
    auto* foot = new QHBoxLayout;
    foot->addWidget(new LinkButton(theme, u"Pulihkan dari cadangan"_s));
    foot->addStretch();
    auto* quit = new Button(theme, u"Keluar"_s);
    quit->setControlSize(Button::Size::Large);
    auto* start = new Button(theme, u"Mulai"_s);
    start->setKind(Button::Kind::Primary);
    start->setControlSize(Button::Size::Large);
    start->setKeyCap(u"Enter"_s);
    foot->addWidget(quit);
    foot->addWidget(start);
    column->addLayout(foot);
    column->addStretch();
    outer->addLayout(column);
    outer->addStretch();
    return widget;
}

} // namespace

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    Theme theme;
    theme.apply(app);
    const QStringList arguments = app.arguments();
    theme.setHighContrast(arguments.contains(u"--contrast"_s));

    QTabWidget tabs;
    tabs.resize(1440, 900);
    tabs.addTab(tablePage(theme), u"table"_s);
    tabs.addTab(formPage(theme), u"parts"_s);
    tabs.addTab(emptyPage(theme), u"empty"_s);
    tabs.addTab(firstRunPage(theme), u"first-run"_s);
    tabs.addTab(new IconSheet(theme), u"icons"_s);
    tabs.show();

    const qsizetype save = arguments.indexOf(u"--save"_s);
    if (save < 0)
        return app.exec();
    const QDir folder(arguments.value(save + 1, u"."_s));
    if (!folder.mkpath(u"."_s)) {
        QTextStream(stderr) << "cannot make " << folder.path() << Qt::endl;
        return 1;
    }
    for (const auto& [mode, name] :
         {std::pair{Theme::Mode::Light, u"light"_s}, std::pair{Theme::Mode::Dark, u"dark"_s}}) {
        theme.setMode(mode);
        QMenu menu;
        menu.addAction(theme.icon(Icon::Edit), u"Ubah"_s, QKeySequence(u"F2"_s), [] {});
        menu.addAction(theme.icon(Icon::Copy), u"Salin SKU"_s, QKeySequence(u"Ctrl+C"_s), [] {});
        menu.addSeparator();
        QAction* check = menu.addAction(u"Tampilkan yang habis"_s);
        check->setCheckable(true);
        check->setChecked(true);
        menu.addAction(theme.icon(Icon::Trash, theme.tokens().out.ink), u"Hapus"_s)->setEnabled(false);
        menu.setActiveAction(check);
        menu.ensurePolished();
        if (!menu.grab().save(folder.filePath(u"menu-%1.png"_s.arg(name))))
            return 1;
        QMessageBox box(QMessageBox::NoIcon, u"Hapus"_s, u"Hapus 3 varian?"_s, QMessageBox::Ok | QMessageBox::Cancel);
        box.setInformativeText(u"Bisa diurungkan dengan Ctrl Z."_s);
        box.ensurePolished();
        box.adjustSize();
        if (!box.grab().save(folder.filePath(u"box-%1.png"_s.arg(name))))
            return 1;
        for (int i = 0; i < tabs.count(); ++i) {
            tabs.setCurrentIndex(i);
            for (auto* popover : tabs.currentWidget()->findChildren<Popover*>())
                popover->pointAt(static_cast<TableSheet*>(popover->parentWidget())->stockCell(6));
            if (auto* control = tabs.currentWidget()->findChild<Button*>(u"ringed"_s))
                control->setFocus(Qt::TabFocusReason);
            QCoreApplication::processEvents();
            const QString file = folder.filePath(u"%1-%2.png"_s.arg(tabs.tabText(i), name));
            if (!tabs.currentWidget()->grab().save(file)) {
                QTextStream(stderr) << "cannot write " << file << Qt::endl;
                return 1;
            }
        }
    }
    return 0;
}
