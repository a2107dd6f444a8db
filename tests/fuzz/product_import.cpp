// SPDX-License-Identifier: GPL-3.0-or-later
// A file of products from somewhere else: [format, encoding] [separator, numbers, how it is cut] bytes. Every
// row has a fate, what is to be made passes the product's own rules, what is wrong can be written out and
// read again.
#include "fuzz/harness.h"

#include "domain/csv/csv_writer.h"
#include "domain/imports/amount.h"
#include "domain/imports/decoder.h"
#include "domain/imports/plain_text.h"
#include "domain/imports/table_file.h"
#include "domain/sku.h"
#include "domain/text.h"

#include <QBuffer>

#include <array>
#include <numeric>

using namespace belanjain;
using namespace belanjain::fuzz;
using namespace belanjain::imports;
using namespace Qt::StringLiterals;

namespace {

/// A store with two products.
class Shelf : public Store
{
public:
    Shelf()
    {
        put(u"KP-ML"_s, u"Kaos Polos"_s, u"Merah, L"_s);
        put(u"TOPI-01"_s, u"Topi"_s, {});
    }
    std::optional<KnownVariant> bySku(const QString& sku) override
    {
        for (const KnownVariant& variant : std::as_const(m_variants)) {
            if (skuKey(variant.sku) == skuKey(sku))
                return variant;
        }
        return {};
    }
    QList<KnownVariant> byName(const QString& name) override
    {
        QList<KnownVariant> found = m_variants;
        found.removeIf([&](const KnownVariant& variant) { return variant.name != name; });
        return found;
    }

private:
    void put(const QString& sku, const QString& name, const QString& options)
    {
        const QByteArray id = QByteArray(15, '\0') + char(m_variants.size() + 1);
        m_variants.append({.variant = VariantId(QUuid::fromRfc4122(id)),
                           .product = ProductId(QUuid::fromRfc4122(id)),
                           .name = name,
                           .options = options,
                           .sku = sku,
                           .price = {25'000},
                           .available = 7});
    }

    QList<KnownVariant> m_variants;
};

bool onward(qint64, qint64) { return true; }

QByteArray decodedIn(QByteArrayView bytes, quint8 cut, Encoding encoding)
{
    Decoder decoder(encoding);
    QByteArray text;
    inPieces(bytes, cut, [&](QByteArrayView piece) { text += decoder.feed(piece.toByteArray()); });
    return text + decoder.finish();
}

void texts(const QString& cell, Numbers numbers)
{
    FUZZ_PROMISE(unharmed(harmless(cell)) == cell);
    FUZZ_PROMISE(csv::safeText(harmless(cell)) == harmless(cell));
    const QString text = normalisedText(cell);
    FUZZ_PROMISE(normalisedText(plainText(htmlOf(text))) == text);
    const QString plain = plainText(cell).trimmed();
    FUZZ_PROMISE(plainText(htmlOf(plain)) == plain);
    (void)readPrice(cell, numbers, u"price"_s);
    (void)readPieces(cell, numbers, u"stock"_s);
    (void)readWeight(cell, numbers, 453.59237, u"weight"_s);
    (void)guessedField(cell);
}

void holds(const Plan& plan)
{
    FUZZ_PROMISE(std::accumulate(plan.counts.begin(), plan.counts.end(), 0) == plan.rows.size());
    FUZZ_PROMISE(plan.count(Fate::NewProduct) == plan.products.size());
    FUZZ_PROMISE(plan.count(Fate::Changed) == plan.changes.size());
    for (const RowFate& row : plan.rows) {
        FUZZ_PROMISE((row.fate == Fate::Wrong) == !row.reasons.isEmpty());
        for (const Language language : {Language::English, Language::Indonesian}) {
            for (const Reason& reason : row.reasons)
                FUZZ_PROMISE(!reasonText(reason, language).isEmpty());
            for (const Note& note : row.notes)
                FUZZ_PROMISE(!noteText(note, language).isEmpty());
        }
    }
    for (const PlannedProduct& product : plan.products)
        FUZZ_PROMISE(prepareProduct(product.draft, [](const QString&) { return false; }).has_value());
    for (const PlannedChange& change : plan.changes)
        FUZZ_PROMISE(change.newPrice.has_value() == change.oldPrice.has_value());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    Input input(data, size);
    const quint8 first = input.byte();
    const quint8 second = input.byte();
    const auto encoding = Encoding((first >> 3) % 4);
    const char separator = std::array<char, 4>{'\0', ',', ';', '\t'}[second & 3];
    QByteArray bytes = input.rest().toByteArray();
    FUZZ_PROMISE(decodedIn(bytes, second >> 4, encoding) == decodedIn(bytes, 0, encoding));

    QBuffer device(&bytes);
    FUZZ_PROMISE(device.open(QIODevice::ReadOnly));
    const auto beginning = readBeginning(device, encoding, separator);
    if (!beginning) {
        FUZZ_PROMISE(!fileErrorText(beginning.error(), Language::English).isEmpty());
        return 0;
    }
    FUZZ_PROMISE(beginning->rows.size() <= sampleRows);
    const int format = first & 7;
    Mapping mapping = format < imports::formatCount ? mappedAs(Format(format), beginning->titles)
                                                    : recognised(beginning->titles);
    mapping.encoding = encoding;
    mapping.separator = separator;
    mapping.numbers = Numbers((second >> 2) % 3);
    // Columns as somebody may have chosen them.
    for (qsizetype i = 0; format == int(Format::Other) && i < mapping.columns.size(); ++i)
        mapping.columns[i].field = Field((i * 7 + bytes.size()) % fieldCount);
    FUZZ_PROMISE(mappingFromJson(toJson(mapping)) == mapping);
    for (const QStringList& row : beginning->rows) {
        for (const QString& cell : row)
            texts(cell, mapping.numbers);
    }

    Shelf shelf;
    FUZZ_PROMISE(device.seek(0));
    const auto analysis = analysed(device, mapping, shelf, onward);
    if (!analysis) {
        FUZZ_PROMISE(!fileErrorText(analysis.error(), Language::Indonesian).isEmpty());
        return 0;
    }
    holds(analysis->plan);

    QBuffer wrong;
    FUZZ_PROMISE(wrong.open(QIODevice::ReadWrite) && device.seek(0));
    const auto written = writeWrongRows(device, wrong, mapping, *analysis, Language::English);
    FUZZ_PROMISE(written && *written == analysis->plan.count(Fate::Wrong));
    if (*written > 0) {
        FUZZ_PROMISE(wrong.seek(0));
        const auto again = readBeginning(wrong, Encoding::Utf8, beginning->separator);
        FUZZ_PROMISE(again && again->titles.size() >= beginning->titles.size());
    }
    return 0;
}
