// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/effective.h"

#include "domain/stock.h"
#include "replica/replay.h"

#include <QStringList>

#include <algorithm>

namespace belanjain::replica {
using namespace Qt::StringLiterals;
namespace {

/// More rows than this are not named one by one: whoever shows them reads anew.
constexpr int maxNamedRows = 2'000;

const QStringView productTable(protocol::table::products);
const QStringView variantTable(protocol::table::variants);

template<class T>
T readRow(const QJsonObject& data)
{
    protocol::ObjectReader reader(data);
    return T::read(reader); // written here from a row that was read without errors
}

bool is(const protocol::Op& op, QStringView name) { return op.name == name; }

bool isProductOp(const protocol::Op& op)
{
    return op.name.startsWith(u"product.") || op.name.startsWith(u"image.");
}

bool isVariantOp(const protocol::Op& op)
{
    return op.name.startsWith(u"stock.") || op.name == QStringView(protocol::op::variantUpdate);
}

} // namespace

Effective::Effective(Work& work, ReplicaState& state)
    : m_work(work)
    , m_state(state)
    , m_products(work)
    , m_variants(work)
    , m_base(work)
    , m_outbox(work)
    , m_rejections(work)
    , m_uploads(work)
    , m_orders(work, m_touched)
    , m_reviews(work, m_touched)
    , m_stores(work, m_touched)
{}

void Effective::prepareForRows()
{
    const auto ids = m_work.all(u"SELECT entity_id FROM outbox UNION SELECT id FROM base_rows UNION "
                                "SELECT entity_id FROM rejections"_s,
                                {}, [](const storage::Row& r) { return r.text(0); });
    m_concerned.emplace(ids.begin(), ids.end());
    const QList<ProductId> uploading = m_uploads.products();
    for (const ProductId& product : uploading)
        m_concerned->insert(product.toString());
}

void Effective::touch(ports::RowNumber row)
{
    if (m_touched.structure)
        return;
    if (m_touched.rows.size() < maxNamedRows) {
        if (m_touched.rows.isEmpty() || m_touched.rows.constLast() != row)
            m_touched.rows.append(row);
        return;
    }
    m_touched.rows.clear();
    m_touched.structure = true;
}

bool Effective::setProduct(const ProductId& id, qint64 version, const protocol::ProductRow& row)
{
    const auto stored = m_products.find(id);
    const bool madeHere = stored && stored->version == StoredProduct::madeHere;
    const QString key = id.toString();
    if (madeHere || (isConcerned(key) && (m_outbox.hasEntity(key) || m_uploads.waits(id) || m_base.find(productTable, key)))) {
        m_base.put(productTable, key, {version, row.toJson()});
        return true;
    }
    writeProduct(stored, {.row = stored ? stored->row : 0, .id = id, .version = version, .data = row});
    return false;
}

bool Effective::setVariant(const VariantId& id, qint64 version, const protocol::VariantRow& row)
{
    const auto stored = m_variants.find(id);
    const bool madeHere = stored && stored->version == StoredProduct::madeHere;
    const QString key = id.toString();
    const bool concerned = isConcerned(key) || isConcerned(row.product.toString());
    if (madeHere || (concerned && m_outbox.hasVariant(id, row.product))) {
        m_base.put(variantTable, key, {version, row.toJson()});
        return true;
    }
    if (isConcerned(key)) {
        // Its last edit has just been acknowledged: the server's row is what is shown again.
        m_base.remove(variantTable, key);
        if (m_concerned)
            m_current.insert(key);
    }
    writeVariant(stored, {.id = id, .version = version, .data = row});
    return false;
}

void Effective::removeProduct(const ProductId& id)
{
    m_base.remove(productTable, id.toString());
    if (const auto stored = m_products.find(id))
        dropProduct(*stored);
}

void Effective::removeVariant(const VariantId& id)
{
    m_base.remove(variantTable, id.toString());
    if (const auto stored = m_variants.find(id))
        dropVariant(*stored);
}

void Effective::rebuild(const protocol::Op& op)
{
    if (isProductOp(op)) {
        if (const auto id = ProductId::parse(op.entityId))
            rebuildProduct(*id);
    } else if (isVariantOp(op) && !m_current.contains(op.entityId)) {
        if (const auto id = VariantId::parse(op.entityId))
            rebuildVariant(*id);
    } else if (is(op, protocol::op::orderTransition)) {
        if (const auto id = OrderId::parse(op.entityId))
            m_orders.rebuild(*id);
    } else if (is(op, protocol::op::reviewReply)) {
        if (const auto id = ReviewId::parse(op.entityId))
            m_reviews.rebuild(*id);
    } else if (is(op, protocol::op::storeUpdate)) {
        if (const auto id = StoreId::parse(op.entityId))
            rebuildStore(*id);
    }
}

void Effective::rebuildProduct(const ProductId& id)
{
    const QString key = id.toString();
    const QList<protocol::Op> ops = m_outbox.ofEntity(key);
    const QList<Upload> uploads = m_uploads.ofProduct(id, Upload::State::Waiting);
    const bool waits = !ops.isEmpty() || !uploads.isEmpty();
    const auto stored = m_products.find(id);
    auto base = m_base.find(productTable, key);
    if (!base && stored && stored->version > 0) {
        base = BaseRow{stored->version, stored->data.toJson()};
        if (waits)
            m_base.put(productTable, key, *base);
    }
    if (!waits)
        m_base.remove(productTable, key);

    auto row = replayed(base ? std::optional(readRow<protocol::ProductRow>(base->data)) : std::nullopt, ops);
    if (row) {
        row->images = Uploads::shown(row->images, uploads);
        const qint64 version = base ? base->version : StoredProduct::madeHere;
        writeProduct(stored, {.row = stored ? stored->row : 0, .id = id, .version = version, .data = *row});
        createVariants(ops);
    } else if (stored) {
        dropProduct(*stored);
        return;
    }
    const auto now = m_products.find(id);
    if (!now)
        return;
    const QList<ports::RowNumber> variants = m_variants.ofProduct(now->row);
    for (const ports::RowNumber variant : variants) {
        if (const auto its = m_variants.at(variant); its && m_work.ok())
            rebuildVariant(its->id);
    }
}

void Effective::rebuildVariant(const VariantId& id)
{
    const QString key = id.toString();
    const auto stored = m_variants.find(id);
    auto base = m_base.find(variantTable, key);
    const bool setAside = base.has_value();
    if (!base && stored && stored->version > 0)
        base = BaseRow{stored->version, stored->data.toJson()};
    const auto row = base ? std::optional(readRow<protocol::VariantRow>(base->data)) : std::nullopt;
    const ProductId product = row ? row->product : stored ? stored->data.product : ProductId();
    const QList<protocol::Op> ops = m_outbox.ofVariant(id, product);
    if (ops.isEmpty())
        m_base.remove(variantTable, key);
    else if (base && !setAside)
        m_base.put(variantTable, key, *base);

    if (row) {
        writeVariant(stored, {.id = id, .version = base->version, .data = replayed(*row, ops, id)});
        return;
    }
    if (!stored)
        return; // the server deleted it; what waits for it will be refused
    // Made here: it lives as long as the op that creates it waits.
    const QList<protocol::Op> ofProduct = m_outbox.ofEntity(product.toString());
    for (const protocol::Op& create : ofProduct) {
        const QList<CreatedVariant> created = createdVariants(create);
        for (const CreatedVariant& variant : created) {
            if (variant.id == id) {
                writeVariant(
                    stored,
                    {.id = id, .version = StoredProduct::madeHere, .data = replayed(variant.row, ops, id)});
                return;
            }
        }
    }
    dropVariant(*stored);
}

void Effective::createVariants(const QList<protocol::Op>& ops)
{
    for (const protocol::Op& op : ops) {
        const QList<CreatedVariant> created = createdVariants(op);
        for (const CreatedVariant& variant : created) {
            if (!m_variants.find(variant.id))
                writeVariant(std::nullopt, {.id = variant.id, .data = variant.row});
        }
    }
}

void Effective::writeProduct(const std::optional<StoredProduct>& before, const StoredProduct& after)
{
    if (!before) {
        m_products.insert(after);
        return; // its variants follow, and they are what is shown
    }
    const bool relabelled = before->data.options != after.data.options;
    const bool renamed = before->data.name != after.data.name || !before->known();
    const bool moved = before->shelf() != after.shelf();
    const bool shown = renamed || moved || relabelled || before->data.category != after.data.category ||
                       before->data.images != after.data.images;
    if (renamed)
        m_variants.unindexProduct(before->row);
    m_products.update(after);
    if (renamed)
        m_variants.indexProduct(before->row);
    if (moved)
        m_work.run(u"UPDATE variants SET archived = ? WHERE product = ?"_s, {after.shelf(), before->row});
    if (!shown)
        return;
    const bool placed = renamed || moved || before->data.category != after.data.category;
    m_touched.text = m_touched.text || placed;
    m_touched.products = m_touched.products || placed;
    m_touched.structure = m_touched.structure || before->known() != after.known();
    const QList<ports::RowNumber> variants = m_variants.ofProduct(before->row);
    for (const ports::RowNumber row : variants) {
        touch(row);
        if (relabelled) {
            // The label is made of the product's options: written again as if the variant's had changed.
            if (const auto variant = m_variants.at(row))
                m_variants.relabel(*variant, after.data.options);
        }
    }
}

void Effective::dropProduct(const StoredProduct& product)
{
    m_touched.structure = true;
    const QList<ports::RowNumber> variants = m_variants.ofProduct(product.row);
    bool left = false;
    for (const ports::RowNumber row : variants) {
        const auto variant = m_variants.at(row);
        if (variant && variant->version == StoredProduct::madeHere)
            m_variants.remove(row);
        else
            left = true;
    }
    // Variants that the server has not deleted (yet) stay for the row sum, hidden.
    if (left)
        writeProduct(product, {.row = product.row, .id = product.id, .version = StoredProduct::placeHeld});
    else
        m_products.remove(product.row);
}

void Effective::writeVariant(const std::optional<StoredVariant>& before, StoredVariant after)
{
    after.product = before && before->data.product == after.data.product
                        ? before->product
                        : m_products.rowFor(after.data.product);
    const auto product = m_products.at(after.product);
    if (!product)
        return; // only after an error
    after.shelf = product->shelf();
    after.threshold = effectiveThreshold(after.data.lowStockThreshold, m_state.threshold);
    after.waiting = waitingFields(after.id, after.data.product);
    after.rejected = rejectedFields(after.id, after.data.product);
    if (!before) {
        m_variants.insert(after, product->data.options);
        m_touched.structure = true;
        return;
    }
    after.row = before->row;
    if (!m_variants.update(*before, after, product->data.options))
        return;
    touch(after.row);
    m_touched.text = m_touched.text || before->data.sku != after.data.sku ||
                     before->data.barcode != after.data.barcode || before->product != after.product ||
                     before->data.position != after.data.position;
}

void Effective::dropVariant(const StoredVariant& variant)
{
    m_variants.remove(variant.row);
    m_touched.structure = true;
    // A place held for a product goes with its last variant.
    m_work.run(u"DELETE FROM products WHERE row = ? AND version = -1 AND "
               "NOT EXISTS (SELECT 1 FROM variants WHERE product = ?)"_s,
               {variant.product, variant.product});
}

int Effective::waitingFields(const VariantId& id, const ProductId& product)
{
    const QString variant = id.toString();
    const QString whole = product.toString();
    const int own = isConcerned(variant) ? m_outbox.fieldsOf(variant) : 0;
    return isConcerned(whole) && (m_outbox.hasEntity(whole) || m_uploads.waits(product)) ? own | int(ports::EditField::Product) : own;
}

int Effective::rejectedFields(const VariantId& id, const ProductId& product)
{
    int fields = 0;
    for (const QString& key : {id.toString(), product.toString()}) {
        if (isConcerned(key))
            fields |= m_rejections.fieldsOf(key);
    }
    return fields;
}

std::optional<qint64> Effective::versionOf(const protocol::Op& op)
{
    qint64 version = 0;
    if (const auto product = ProductId::parse(op.entityId); product && isProductOp(op)) {
        const auto stored = m_products.find(*product);
        version = stored ? stored->version : 0;
    } else if (const auto variant = VariantId::parse(op.entityId); variant && isVariantOp(op)) {
        const auto stored = m_variants.find(*variant);
        version = stored ? stored->version : 0;
    } else if (const auto id = parseUuid(op.entityId)) {
        const QByteArray bytes = id->toRfc4122();
        version = m_work.integer(u"SELECT max(version) FROM (SELECT version FROM orders WHERE id = ? UNION ALL "
                                 "SELECT version FROM reviews WHERE id = ? UNION ALL "
                                 "SELECT version FROM stores WHERE id = ?)"_s,
                                 {bytes, bytes, op.entityId});
    }
    return version > 0 ? std::optional(version) : std::nullopt;
}

void Effective::setStore(const StoreId& id, qint64 version, const protocol::StoreRow& row)
{
    m_stores.set(id, version, row);
    followStoreThreshold(id);
}

void Effective::rebuildStore(const StoreId& id)
{
    m_stores.rebuild(id);
    followStoreThreshold(id);
}

void Effective::followStoreThreshold(const StoreId& id)
{
    if (const auto store = m_stores.table().find(id))
        setStoreThreshold(store->data.lowStockThreshold);
}

void Effective::setStoreThreshold(qint32 threshold)
{
    if (threshold == m_state.threshold)
        return;
    m_state.threshold = threshold;
    m_work.run(u"UPDATE variants SET threshold = ? WHERE own_threshold IS NULL"_s, {threshold});
    m_touched.structure = true;
}

} // namespace belanjain::replica
