// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/products_export_source.h"

#include "domain/imports/plain_text.h"
#include "replica/product_table.h"
#include "replica/variant_table.h"

#include <functional>

namespace belanjain::replica {
using namespace Qt::StringLiterals;
using ports::ProductsExportRequest;
using ports::ProductsExportResult;
namespace {

constexpr int pageProducts = 500;

imports::ExportProduct productFrom(Work& work, const StoredProduct& stored)
{
    imports::ExportProduct product{.name = stored.data.name,
                                   .description = stored.data.description,
                                   .category = stored.data.category};
    for (const QJsonValue& one : stored.data.options) {
        Option option{one[u"name"].toString(), {}};
        const QJsonArray values = one[u"values"].toArray();
        for (const QJsonValue& value : values)
            option.values.append(value.toString());
        product.options.append(option);
    }
    VariantTable table(work);
    const auto rows = table.ofProduct(stored.row);
    for (const ports::RowNumber row : rows) {
        const auto variant = table.at(row);
        if (!variant)
            continue;
        imports::ExportVariant out{.sku = variant->data.sku,
                                   .barcode = variant->data.barcode,
                                   .price = variant->data.price,
                                   .available = std::max(variant->data.onHand - variant->data.reserved, 0),
                                   .weightGrams = variant->data.weightGrams};
        for (const Option& option : std::as_const(product.options)) {
            if (variant->data.options.contains(option.name))
                out.options.append({option.name, variant->data.options.value(option.name).toString()});
        }
        product.variants.append(out);
    }
    return product;
}

/// Numbers as numbers; text of CSV so that no spreadsheet takes it for a formula and the import takes that back.
QList<sheet::Cell> cellsOf(const QStringList& row, const QList<imports::ExportColumn>& columns, sheet::Format format)
{
    QList<sheet::Cell> cells;
    for (qsizetype i = 0; i < row.size(); ++i) {
        const QString& text = row.at(i);
        if (columns.at(i).number && !text.isEmpty())
            cells.append(text.toLongLong());
        else
            cells.append(format == sheet::Format::Csv ? imports::harmless(text) : text);
    }
    return cells;
}

ProductsExportResult written(storage::Database& database, const ProductsExportRequest& request,
                             const std::function<bool(qint64, qint64)>& goOn)
{
    const auto file = sheet::TableWriter::open(request.path, request.format, request.options);
    if (!file)
        return {.problem = file.error()};
    Work work(database);
    ProductsExportResult result;
    const auto keep = [&result](const sheet::Outcome& outcome) {
        if (!outcome && result.problem.isEmpty())
            result.problem = outcome.error();
    };
    const int options = int(
        work.integer(u"SELECT coalesce(max(json_array_length(options)), 0) FROM products WHERE archived = 0"_s));
    const qint64 total = work.integer(u"SELECT count(*) FROM products WHERE archived = 0"_s);
    imports::ExportRows rows(request.layout, request.language, options);
    const auto columns = rows.columns();
    QList<sheet::Column> titles;
    for (const imports::ExportColumn& column : columns)
        titles.append({column.title, column.width});
    keep((*file)->begin(request.name, titles));
    QString afterName;
    qint64 afterRow = -1;
    while (work.ok() && result.problem.isEmpty()) {
        const auto page = work.all(u"SELECT row, name_key FROM products WHERE archived = 0 AND (name_key, row) > (?, ?) "
                                   "ORDER BY name_key, row LIMIT ?"_s,
                                   {notNull(afterName), afterRow, pageProducts}, [](const storage::Row& row) {
                                       return std::pair(row.integer32(0), row.text(1));
                                   });
        for (const auto& [row, key] : page) {
            const auto stored = ProductTable(work).at(row);
            if (!stored)
                continue;
            const auto lines = rows.rows(productFrom(work, *stored));
            for (const QStringList& line : lines)
                keep((*file)->add(cellsOf(line, columns, request.format)));
            result.rows += lines.size();
            ++result.products;
            afterName = key;
            afterRow = row;
        }
        if (page.size() < pageProducts)
            break;
        if (!goOn(result.products, total)) {
            result.cancelled = true;
            return result;
        }
    }
    if (!work.ok())
        result.problem = readFailure(work.failure().value());
    if (result.problem.isEmpty())
        keep((*file)->commit());
    return result;
}

} // namespace

ProductsExportSource::ProductsExportSource(RecordLane& lane, QObject* parent)
    : ports::ProductsExport(parent)
    , m_runs(lane)
{}

void ProductsExportSource::start(quint64 ticket, const ProductsExportRequest& request)
{
    m_runs.start<ProductsExportResult>(this, ticket, [request](storage::Database& database, const auto& goOn) {
        return written(database, request, goOn);
    });
}

} // namespace belanjain::replica
