// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "ports/inventory.h"
#include "protocol/rows.h"
#include "replica/stored_json.h"
#include "replica/text_keys.h"
#include "replica/work.h"

#include <QStringList>

#include <optional>

namespace belanjain::replica {

struct StoredVariant
{
    ports::RowNumber row = 0;
    VariantId id;
    qint64 version = 0;        ///< the server's; 0 for one that it does not have yet
    qint32 product = 0;        ///< row of its product
    int shelf = 0;             ///< Shelf: its product's
    protocol::VariantRow data; ///< data.product is the product's id
    qint32 threshold = 0;      ///< in force
    int waiting = 0;           ///< flags of ports::EditField
    int rejected = 0;
};

/// The variants table with its words in the search index.
class VariantTable
{
public:
    explicit VariantTable(Work& work)
        : m_work(work)
    {}

    /// Whether the words go into the index with the row, or all at once at the end of a load.
    enum class Words { Now, Later };

    std::optional<StoredVariant> find(const VariantId& id);
    std::optional<StoredVariant> at(ports::RowNumber row);
    /// Gives the row number; the variant's own is not looked at. productOptions: the product's
    /// [{name, values}], for the order of option values in the label.
    ports::RowNumber insert(const StoredVariant& variant, const QJsonArray& productOptions,
                            Words words = Words::Now);
    /// before: the row as it is stored. Writes and re-indexes only what differs; whether anything did.
    bool update(const StoredVariant& before, const StoredVariant& after, const QJsonArray& productOptions);
    /// Writes the label anew after a change of the product's options.
    void relabel(const StoredVariant& variant, const QJsonArray& productOptions);
    void remove(ports::RowNumber row);
    QList<ports::RowNumber> ofProduct(qint32 product);

    /// Takes the words of all variants of a product out of the index and puts them back in, around a
    /// change of the product's name or options.
    void unindexProduct(qint32 product);
    void indexProduct(qint32 product);

    static QString columns(); ///< without row
    static constexpr int width = 19;
    /// The values of columns(), into a ValueList or a storage::BulkInsert::Statement.
    template<class Sink>
    static void write(const StoredVariant& variant, const QString& optionsLabel, Sink& sink);

private:
    void rewrite(const StoredVariant& variant, ports::RowNumber row, const QJsonArray& productOptions);
    void unindex(ports::RowNumber row);
    void index(ports::RowNumber row);

    Work& m_work;
};

/// The names of a product's options in its order.
QStringList optionNamesOf(const QJsonArray& productOptions);
/// "Hitam, L", in the product's order of options.
QString optionsLabelOf(const QJsonObject& values, const QStringList& optionNames);

template<class Sink>
void VariantTable::write(const StoredVariant& variant, const QString& optionsLabel, Sink& sink)
{
    const protocol::VariantRow& data = variant.data;
    sink.blob(variant.id.uuid().toRfc4122());
    sink.integer(variant.version);
    sink.integer(variant.product);
    sink.integer(variant.shelf);
    sink.integer(data.position);
    sink.text(data.sku);
    sink.text(foldedSku(data.sku));
    sink.text(data.barcode);
    sink.text(toText(data.options));
    sink.text(optionsLabel);
    if (const QString search = storedSearchText(optionsLabel, data.sku, data.barcode); search.isNull())
        sink.null();
    else
        sink.text(search);
    sink.integer(data.price.rupiah);
    sink.integer(data.weightGrams);
    sink.integer(data.onHand);
    sink.integer(data.reserved);
    if (data.lowStockThreshold)
        sink.integer(*data.lowStockThreshold);
    else
        sink.null();
    sink.integer(variant.threshold);
    sink.integer(variant.waiting);
    sink.integer(variant.rejected);
}

} // namespace belanjain::replica
