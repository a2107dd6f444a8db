// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "protocol/rows.h"
#include "replica/stored_json.h"
#include "replica/text_keys.h"
#include "replica/work.h"

#include <optional>

namespace belanjain::replica {

/// Values of variants.archived and products.archived.
enum Shelf : int { OnSale = 0, Archived = 1, Hidden = 2 };

struct StoredProduct
{
    qint32 row = 0;
    ProductId id;
    /// The server's; madeHere for one that it does not have yet, placeHeld for one that is not known at all.
    qint64 version = 0;
    protocol::ProductRow data;

    static constexpr qint64 madeHere = 0;
    static constexpr qint64 placeHeld = -1;
    bool known() const { return version != placeHeld; }
    int shelf() const { return !known() ? Hidden : data.archived ? Archived : OnSale; }
};

/// The products table. Row numbers are the replica's own.
class ProductTable
{
public:
    explicit ProductTable(Work& work)
        : m_work(work)
    {}

    std::optional<StoredProduct> find(const ProductId& id);
    std::optional<StoredProduct> at(qint32 row);
    /// Gives the row number; the product's own is not looked at.
    qint32 insert(const StoredProduct& product);
    void update(const StoredProduct& product);
    void remove(qint32 row);
    /// The row of the product, or of a place held for it.
    qint32 rowFor(const ProductId& id);

    static QString columns(); ///< without row
    static constexpr int width = 14;
    /// The values of columns(), into a ValueList or a storage::BulkInsert::Statement.
    template<class Sink>
    static void write(const StoredProduct& product, Sink& sink);
    static StoredProduct read(const storage::Row& row);

private:
    Work& m_work;
};

/// The content hash of the first picture, empty when there is none.
QString firstImageHash(const QJsonArray& images);

template<class Sink>
void ProductTable::write(const StoredProduct& product, Sink& sink)
{
    const protocol::ProductRow& data = product.data;
    sink.blob(product.id.uuid().toRfc4122());
    sink.integer(product.version);
    sink.integer(product.shelf());
    sink.text(data.name);
    sink.text(foldedKey(data.name));
    sink.text(data.category);
    sink.text(foldedKey(data.category));
    sink.text(toText(data.options));
    sink.text(firstImageHash(data.images));
    sink.text(toText(data.images));
    sink.text(toText(data.specifications));
    sink.text(data.description);
    sink.text(data.createdAt);
    sink.text(data.updatedAt);
}

} // namespace belanjain::replica
