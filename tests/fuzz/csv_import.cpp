// SPDX-License-Identifier: GPL-3.0-or-later
// A table as somebody would import it: [options and which import] [how it is cut] bytes. Read in pieces it is
// the same as read at once, its limits hold, and every import takes it or says why not.
#include "fuzz/harness.h"

#include "domain/barcode.h"
#include "domain/csv/csv_reader.h"
#include "domain/csv/csv_writer.h"
#include "domain/money_input.h"
#include "domain/product_draft.h"
#include "domain/product_fields.h"
#include "domain/sku.h"
#include "domain/stock_input.h"
#include "marketplace/samples/online_retail.h"
#include "marketplace/samples/prdect.h"

#include <QBuffer>

#include <array>
#include <optional>

using namespace belanjain;
using namespace belanjain::fuzz;
using namespace Qt::StringLiterals;

namespace {

struct Table
{
    QList<csv::Row> rows;
    std::optional<csv::Error> error;
};

bool same(const Table& a, const Table& b)
{
    const auto sameRow = [](const csv::Row& x, const csv::Row& y) {
        return x.line == y.line && x.fields == y.fields;
    };
    if (!std::equal(a.rows.begin(), a.rows.end(), b.rows.begin(), b.rows.end(), sameRow))
        return false;
    if (!a.error || !b.error)
        return !a.error && !b.error;
    return a.error->code == b.error->code && a.error->line == b.error->line &&
           a.error->column == b.error->column;
}

/// `takes`: how many rows the sink wants.
Table read(QByteArrayView bytes, quint8 cut, const csv::Options& options, qsizetype takes)
{
    Table table;
    csv::Reader reader(options);
    const csv::RowSink sink = [&](const csv::Row& row) {
        FUZZ_PROMISE(!reader.stopped());
        FUZZ_PROMISE(row.fields.size() <= options.maxColumns);
        table.rows.append(row);
        return table.rows.size() < takes;
    };
    inPieces(bytes, cut, [&](QByteArrayView piece) {
        if (table.error)
            return;
        if (const auto fed = reader.feed(piece, sink); !fed)
            table.error = fed.error();
    });
    if (!table.error) {
        if (const auto finished = reader.finish(sink); !finished)
            table.error = finished.error();
    }
    FUZZ_PROMISE(reader.stopped());
    return table;
}

csv::Options chosenOptions(quint8 choice)
{
    csv::Options options;
    options.separator = std::array<char, 4>{'\0', ',', ';', '\t'}[choice & 3];
    options.encoding = choice & 4 ? csv::Encoding::Utf8OrWindows1252 : csv::Encoding::Utf8;
    if (choice & 8) {
        options.maxFieldBytes = 20;
        options.maxRowBytes = 50;
        options.maxColumns = 5;
    }
    return options;
}

/// What was read can be written and read back.
void writesBack(const Table& table, char separator)
{
    for (const csv::Row& row : table.rows) {
        const QByteArray line = csv::line(row.fields, separator);
        const auto again = csv::readAll(line, {.separator = separator,
                                               .maxFieldBytes = 1 << 24,
                                               .maxRowBytes = 1 << 24,
                                               .maxColumns = 1 << 20});
        FUZZ_PROMISE(again.has_value());
        // A row of one empty field is an empty line, which is no row.
        if (again->isEmpty())
            FUZZ_PROMISE(row.fields == QStringList{QString()});
        else
            FUZZ_PROMISE(again->size() == 1 && again->front().fields == row.fields);
    }
}

template<class Read>
void sample(QByteArrayView bytes, Read readSample)
{
    QByteArray copy = bytes.toByteArray();
    QBuffer device(&copy);
    FUZZ_PROMISE(device.open(QIODevice::ReadOnly));
    if (const auto taken = readSample(device); !taken)
        FUZZ_PROMISE(!taken.error().message.isEmpty());
}

/// Cells as the fields of a product, by the domain's rules for whatever is typed, pasted or imported.
void product(const QStringList& cells)
{
    const auto cell = [&](qsizetype i) { return cells.value(i); };
    for (const QString& text : cells) {
        if (const auto sku = checkSku(text, u"sku"_s)) {
            FUZZ_PROMISE(checkSku(*sku, u"sku"_s) == sku);
            FUZZ_PROMISE(skuKey(*sku) == skuKey(skuKey(*sku)));
        }
        if (const auto barcode = checkBarcode(text, u"barcode"_s))
            FUZZ_PROMISE(checkBarcode(*barcode, u"barcode"_s) == barcode);
        if (const auto price = parsePrice(text))
            FUZZ_PROMISE(parsePrice(QString::number(price->rupiah)) == price);
        if (const auto stock = parseStockEntry(text))
            FUZZ_PROMISE(stock->kind == StockEntry::Kind::Change || stock->value >= 0);
        (void)parseCount(text, u"stock"_s);
    }
    ProductDraft draft{.name = cell(0),
                       .description = cell(1),
                       .category = cell(2),
                       .price = Money{cell(3).toLongLong()},
                       .stock = cell(4).toLongLong(),
                       .sku = cell(5),
                       .barcode = cell(6),
                       .weightGrams = cell(7).toLongLong()};
    if (cells.size() > 9)
        draft.options.append({cell(8), cell(9).split(u'|')});
    if (cells.size() > 11)
        draft.options.append({cell(10), cell(11).split(u'|')});
    const ProductDraft clean = normalised(draft);
    FUZZ_PROMISE(normalised(clean) == clean);
    const auto prepared = prepareProduct(draft, [](const QString& key) { return key.size() % 2 == 1; });
    const QList<Violation> violations = validate(clean);
    if (!prepared) {
        FUZZ_PROMISE(!prepared.error().isEmpty());
        return;
    }
    FUZZ_PROMISE(violations.isEmpty());
    FUZZ_PROMISE(!prepared->variants.isEmpty() && prepared->variants.size() <= maxVariants);
    for (const NewVariant& variant : prepared->variants)
        FUZZ_PROMISE(checkSku(variant.sku, u"sku"_s) == variant.sku && variant.price.rupiah > 0 &&
                     variant.stock >= 0);
}

void products(const Table& table)
{
    for (const csv::Row& row : table.rows)
        product(row.fields);
}

/// Every import of the samples and of typed cells, one for each input; a new one is a line here. A seller's
/// own files have a harness of their own (product_import.cpp).
void import(quint8 choice, QByteArrayView bytes, const Table& table)
{
    switch (choice) {
    case 0:
        products(table);
        break;
    case 1:
        sample(bytes, [](QIODevice& device) { return marketplace::samples::readPrdect(device); });
        break;
    case 2:
        sample(bytes, [](QIODevice& device) { return marketplace::samples::readOnlineRetail(device); });
        break;
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    Input input(data, size);
    const quint8 choice = input.byte();
    const quint8 cut = input.byte();
    const csv::Options options = chosenOptions(choice);
    const qsizetype takes = choice & 16 ? 2 : 1'000'000;
    // The first row is looked at up to 64 KiB: now and then what matters lies around there.
    QByteArray bytes = choice & 32 ? QByteArray(64 * 1024 - 16, 'a') : QByteArray();
    bytes += input.rest();

    const Table whole = read(bytes, 0, options, takes);
    FUZZ_PROMISE(same(read(bytes, cut, options, takes), whole));
    if (bytes.size() <= 1'000)
        FUZZ_PROMISE(same(read(bytes, 1, options, takes), whole));
    writesBack(whole, options.separator ? options.separator : ',');
    if (!(choice & 32))
        import(choice >> 6, bytes, whole);
    return 0;
}
