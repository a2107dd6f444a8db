// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/syncing/apply_op.h"

#include "domain/text.h"
#include "domain/variant_grid.h"
#include "domain/violation_text.h"
#include "marketplace/catalogue/draft_json.h"
#include "marketplace/catalogue/product_edit.h"
#include "marketplace/catalogue/products.h"
#include "marketplace/catalogue/stock.h"
#include "marketplace/catalogue/variant_edit.h"
#include "marketplace/catalogue/variant_grid_edit.h"
#include "marketplace/images/product_images.h"
#include "marketplace/orders/move_order.h"
#include "marketplace/reviews/reply_review.h"
#include "marketplace/runtime/problem_text.h"
#include "marketplace/syncing/row_json.h"
#include "marketplace/syncing/store_edit.h"
#include "protocol/variant_ops.h"

#include <QHash>

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
using protocol::ObjectReader;
using protocol::Op;
using protocol::OpResult;
using protocol::OpStatus;
using storage::Result;
namespace
{

constexpr qsizetype maxReason = 200;

/// One op on its way.
class Application
{
public:
    Application(const WriteContext& context, const Op& op, Language language)
        : m_context(context), m_op(op), m_language(language), m_args(op.args)
    {
    }

    Result<OpResult> productCreate()
    {
        m_table = SyncedTable::Products;
        const auto id = ProductId::parse(m_op.entityId);
        const IdentifiedDraft draft = IdentifiedDraft::read(m_args);
        if (!id)
            m_args.fail(u"entityId", u"not_an_id"_s);
        if (!m_args.ok())
            return badArgs();
        return settle(createProduct(m_context, *id, draft.draft, draft.variantIds));
    }

    Result<OpResult> productUpdate()
    {
        m_table = SyncedTable::Products;
        const ProductEdit edit = ProductEdit::read(m_args);
        return onEntity<ProductId>([&](const ProductId& id) { return updateProduct(m_context, id, edit, base()); });
    }

    /// {expected, options, variants}: other options for a product that is there.
    Result<OpResult> productVariants()
    {
        m_table = SyncedTable::Products;
        const VariantGridEdit edit = VariantGridEdit::read(m_args);
        const auto id = ProductId::parse(m_op.entityId);
        if (!m_args.ok())
            return badArgs();
        if (!id)
            return broken({u"entityId"_s, Rule::NotFound, {}});
        const auto arranged = arrangeVariants(m_context, *id, edit, base());
        if (arranged && !*arranged && arranged->error().front().field == expectedField)
            return rejected(u"stale_options"_s, problemText(409, u"stale_options"_s, m_language), true);
        return settle(arranged);
    }

    Result<OpResult> productStatus(bool archived)
    {
        m_table = SyncedTable::Products;
        return onEntity<ProductId>([&](const ProductId& id) { return setArchived(m_context, id, archived); });
    }

    Result<OpResult> variantUpdate()
    {
        m_table = SyncedTable::Variants;
        const VariantEdit edit = VariantEdit::read(m_args);
        return onEntity<VariantId>([&](const VariantId& id) { return updateVariant(m_context, id, edit, base()); });
    }

    Result<OpResult> stockAdjust()
    {
        const qint64 delta = m_args.integer(u"delta");
        return onStock([&](StockLedger& ledger, const VariantId& id, const MoveNote& note) {
            return ledger.adjust(id, delta, note);
        });
    }

    Result<OpResult> stockCount()
    {
        const qint64 counted = m_args.integer(u"counted");
        const qint64 expected = m_args.integer(u"expected");
        return onStock([&](StockLedger& ledger, const VariantId& id, const MoveNote& note) {
            return ledger.count(id, counted, expected, note);
        });
    }

    Result<OpResult> storeUpdate()
    {
        m_table = SyncedTable::Stores;
        const StoreEdit edit = StoreEdit::read(m_args);
        return onEntity<StoreId>([&](const StoreId& id) {
            return id == m_context.actor.store ? updateStore(m_context, edit)
                                               : refuse<EditOutcome>(u"id"_s, Rule::NotFound);
        });
    }

    Result<OpResult> orderTransition()
    {
        m_table = SyncedTable::Orders;
        const OrderMove move = OrderMove::read(m_args);
        return onEntity<OrderId>([&](const OrderId& id) { return moveOrder(m_context, id, move, Role::Seller); });
    }

    /// {imageId, sha256, position?}: attaches a picture that POST /v1/images has stored. The bytes go that
    /// way, and not in here, so that a queue of ops stays small and no picture holds up what is behind it.
    Result<OpResult> imageAttach()
    {
        m_table = SyncedTable::Products;
        const auto image = m_args.id<ImageId>(u"imageId");
        const QString hash = m_args.string(u"sha256").toLower();
        const auto position = m_args.optionalInteger(u"position");
        const auto product = ProductId::parse(m_op.entityId);
        if (!m_args.ok())
            return badArgs();
        if (!product)
            return broken({u"entityId"_s, Rule::NotFound, {}});
        const auto attached = attachImage(m_context, *product, image, hash, position);
        if (attached && !*attached && attached->error().front().field == pictureField)
            return rejected(u"image_missing"_s, problemText(422, u"image_missing"_s, m_language), true);
        return settle(attached);
    }

    /// {imageId}: takes a picture off its product. One that is gone already is as it should be.
    Result<OpResult> imageRemove()
    {
        m_table = SyncedTable::Products;
        const auto image = m_args.id<ImageId>(u"imageId");
        return onImages([&](const ProductId& id) { return removeImage(m_context, id, image); });
    }

    /// {imageIds}: puts these first, in this order. What another desktop has added meanwhile comes behind them.
    Result<OpResult> imageOrder()
    {
        m_table = SyncedTable::Products;
        QStringList ids;
        for (const QString& id : m_args.strings(u"imageIds"))
            ids << id.toLower();
        return onImages([&](const ProductId& id) { return arrangeImages(m_context, id, ids); });
    }

    Result<OpResult> reviewReply()
    {
        m_table = SyncedTable::Reviews;
        const QString reply = m_args.string(u"reply");
        return onEntity<ReviewId>([&](const ReviewId& id) { return replyToReview(m_context, id, reply, base()); });
    }

    Result<OpResult> rejected(const QString& code, const QString& detail, bool withCurrent)
    {
        OpResult result{.id = m_op.id, .status = OpStatus::Rejected, .code = code, .detail = detail};
        return withCurrent ? addCurrent(result) : result;
    }

private:
    EditBase base() const { return {m_op.baseVersion}; }

    template<class SomeId, class Change>
    Result<OpResult> onEntity(Change change)
    {
        const auto id = SomeId::parse(m_op.entityId);
        if (!m_args.ok())
            return badArgs();
        if (!id)
            return broken({u"entityId"_s, Rule::NotFound, {}});
        return settle(change(*id));
    }

    template<class Change>
    Result<OpResult> onImages(Change change)
    {
        const auto product = ProductId::parse(m_op.entityId);
        if (!m_args.ok())
            return badArgs();
        const auto own = m_context.db.integer(u"SELECT count(*) FROM products WHERE id = ? AND store_id = ?"_s,
                                              {product.value_or(ProductId()).toString(), m_context.space()});
        if (!own)
            return tl::unexpected(own.error());
        if (!product || *own == 0)
            return broken({u"entityId"_s, Rule::NotFound, {}});
        const auto changed = change(*product);
        if (changed && !*changed && changed->error().front().rule == Rule::NotFound)
            return OpResult{.id = m_op.id, .status = OpStatus::Applied, .code = {}, .detail = {}};
        return settle(changed);
    }

    template<class Move>
    Result<OpResult> onStock(Move move)
    {
        m_table = SyncedTable::Variants;
        const QString reason = normalisedLine(m_args.optionalString(u"reason").value_or(QString()));
        return onEntity<VariantId>([&](const VariantId& id) -> Ruled<EditOutcome> {
            if (codePoints(reason) > maxReason)
                return refuse<EditOutcome>(u"reason"_s, Rule::TooLong, {QString::number(maxReason)});
            const auto own =
                m_context.db.integer(u"SELECT count(*) FROM variants WHERE id = ? AND store_id = ?"_s,
                                     {id.toString(), m_context.space()});
            if (!own)
                return tl::unexpected(own.error());
            if (*own == 0)
                return refuse<EditOutcome>(u"id"_s, Rule::NotFound);
            StockLedger ledger(m_context.db, m_context.writer, m_context.ids, m_context.now);
            const auto moved = move(ledger, id, MoveNote{reason, m_context.actor.name, {}});
            if (!moved)
                return tl::unexpected(moved.error());
            if (!*moved)
                return refuse<EditOutcome>({moved->error()});
            return tl::expected<EditOutcome, QList<Violation>>(EditOutcome{.changed = true});
        });
    }

    template<class T>
    Result<OpResult> settle(const Ruled<T>& outcome)
    {
        if (!outcome)
            return tl::unexpected(outcome.error());
        if (!*outcome)
            return broken(outcome->error().front());
        OpResult result{.id = m_op.id, .status = OpStatus::Applied, .code = {}, .detail = {}};
        if constexpr (std::is_same_v<T, EditOutcome>) {
            if ((*outcome)->isMerge())
                return merged(result, **outcome);
        }
        return result;
    }

    /// The row as it will be is pulled anyway; the result carries what was lost.
    Result<OpResult> merged(OpResult result, const EditOutcome& outcome)
    {
        result.status = OpStatus::Merged;
        result.code = outcome.archivedSince ? u"archived"_s : u"overwritten"_s;
        result.detail = problemText(200, result.code, m_language);
        auto complete = addCurrent(result);
        if (complete && !outcome.overwritten.isEmpty())
            complete->current[u"overwritten"_s] = outcome.overwritten;
        return complete;
    }

    Result<OpResult> broken(const Violation& violation)
    {
        return rejected(ruleCode(violation.rule), ruleText(violation, m_language), violation.rule != Rule::NotFound);
    }

    Result<OpResult> badArgs()
    {
        QStringList fields;
        for (const protocol::FieldError& error : m_args.errors())
            fields << error.field + u": "_s + error.code;
        return rejected(u"invalid_args"_s, fields.join(u", "_s), false);
    }

    Result<OpResult> addCurrent(OpResult result)
    {
        const auto row = currentRow(m_context.db, m_table, m_context.space(), m_op.entityId.toLower());
        if (!row)
            return tl::unexpected(row.error());
        result.current = *row;
        return result;
    }

    const WriteContext& m_context;
    const Op& m_op;
    Language m_language;
    ObjectReader m_args;
    SyncedTable m_table = SyncedTable::Products;
};

using Apply = Result<OpResult> (*)(Application&);

const QHash<QString, Apply>& table()
{
    using A = Application;
    namespace op = protocol::op;
    static const QHash<QString, Apply> ops{
        {QString::fromUtf16(op::productCreate), [](A& a) { return a.productCreate(); }},
        {QString::fromUtf16(op::productUpdate), [](A& a) { return a.productUpdate(); }},
        {QString::fromUtf16(op::productVariants), [](A& a) { return a.productVariants(); }},
        {QString::fromUtf16(op::productArchive), [](A& a) { return a.productStatus(true); }},
        {QString::fromUtf16(op::productRestore), [](A& a) { return a.productStatus(false); }},
        {QString::fromUtf16(op::variantUpdate), [](A& a) { return a.variantUpdate(); }},
        {QString::fromUtf16(op::stockAdjust), [](A& a) { return a.stockAdjust(); }},
        {QString::fromUtf16(op::stockCount), [](A& a) { return a.stockCount(); }},
        {QString::fromUtf16(op::orderTransition), [](A& a) { return a.orderTransition(); }},
        {QString::fromUtf16(op::imageAttach), [](A& a) { return a.imageAttach(); }},
        {QString::fromUtf16(op::imageRemove), [](A& a) { return a.imageRemove(); }},
        {QString::fromUtf16(op::imageOrder), [](A& a) { return a.imageOrder(); }},
        {QString::fromUtf16(op::storeUpdate), [](A& a) { return a.storeUpdate(); }},
        {QString::fromUtf16(op::reviewReply), [](A& a) { return a.reviewReply(); }},
    };
    return ops;
}

} // namespace

Result<OpResult> applyOp(const WriteContext& context, const Op& op, Language language)
{
    Application application(context, op, language);
    if (const Apply apply = table().value(op.name))
        return apply(application);
    return application.rejected(u"unknown_op"_s, problemText(422, u"unknown_op"_s, language), false);
}

} // namespace belanjain::marketplace
