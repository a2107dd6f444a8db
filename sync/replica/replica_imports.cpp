// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/import_box.h"
#include "replica/replica.h"
#include "replica/session.h"
#include "replica/submission.h"

namespace belanjain::replica {
using namespace Qt::StringLiterals;
using imports::PlannedChange;
using imports::PlannedProduct;
using ports::ImportState;
using ports::ImportTrouble;
namespace {

qsizetype variantCount(const ProductDraft& draft)
{
    return draft.variants.isEmpty() ? qsizetype(combinationCount(draft.options)) : draft.variants.size();
}

ImportTrouble changedSince(const QString& label)
{
    return {.label = label, .kind = ImportTrouble::Kind::ChangedSince};
}

} // namespace

/// One batch of an import going in or coming out, inside one transaction.
class Replica::ImportRun
{
public:
    ImportRun(Replica& replica, Session& session)
        : m_replica(replica)
        , m_now(session)
        , m_submission(session.work, replica.m_clock.now())
    {}

    std::optional<ImportTrouble> apply(ImportItem& item)
    {
        std::optional<Violation> refusal;
        if (!item.plan)
            refusal = Violation{u"plan"_s, Rule::NotFound, {}};
        else if (const auto* product = std::get_if<PlannedProduct>(&*item.plan))
            refusal = make(*product, item);
        else
            refusal = change(std::get<PlannedChange>(*item.plan), item);
        item.hasEffect = !item.effect.ops.isEmpty();
        item.state = refusal ? ImportItemState::Refused : ImportItemState::Done;
        if (!refusal)
            return {};
        return ImportTrouble{.label = item.label, .violation = *refusal};
    }

    std::optional<ImportTrouble> takeBack(ImportItem& item, const QSet<OpId>& withdrawn)
    {
        const bool kept = item.effect.made ? !unmake(item.effect) : !unchange(item.effect, withdrawn);
        item.state = kept ? ImportItemState::Kept : ImportItemState::Undone;
        return kept ? std::optional(changedSince(item.label)) : std::nullopt;
    }

private:
    /// Queues the command; the rule it breaks, if it does.
    std::optional<Violation> run(const ports::Command& command, QList<OpId>* ops = nullptr)
    {
        const auto op = m_submission.prepare(command);
        if (!op)
            return op.error();
        if (*op) {
            const OpId id = m_replica.enqueue(m_now, **op);
            if (ops)
                ops->append(id);
        }
        return {};
    }

    std::optional<Violation> make(const PlannedProduct& planned, ImportItem& item)
    {
        ports::AddProduct command{.product = m_replica.m_ids.make<ProductId>(), .draft = planned.draft, .variants = {}};
        for (qsizetype i = 0; i < variantCount(planned.draft); ++i)
            command.variants.append(m_replica.m_ids.make<VariantId>());
        if (const auto refusal = run(command, &item.effect.ops))
            return refusal;
        item.effect.made = command.product;
        item.effect.name = planned.draft.name;
        for (const VariantId& id : std::as_const(command.variants)) {
            if (const auto variant = m_now.effective.variants().find(id))
                item.effect.variants.append({id, variant->data.price, variant->data.onHand});
        }
        return {};
    }

    std::optional<Violation> change(const PlannedChange& planned, ImportItem& item)
    {
        const auto before = m_now.effective.variants().find(planned.variant);
        if (!before)
            return Violation{u"variant"_s, Rule::NotFound, {}};
        ImportEffect& effect = item.effect;
        effect.changed = planned.variant;
        if (planned.restore && before->shelf == Archived) {
            if (const auto refusal = run(ports::SetProductArchived{planned.product, false}, &effect.ops))
                return refusal;
            effect.restored = planned.product;
        }
        if (planned.newPrice && *planned.newPrice != before->data.price) {
            if (const auto refusal = run(ports::SetPrice{planned.variant, *planned.newPrice}, &effect.ops))
                return refusal;
            effect.oldPrice = before->data.price; // today's, not the dry run's
            effect.newPrice = planned.newPrice;
        }
        if (planned.stockDelta != 0) {
            if (const auto refusal = run(ports::AdjustStock{planned.variant, planned.stockDelta, {}}, &effect.ops))
                return refusal;
            effect.stockDelta = planned.stockDelta;
        }
        return {};
    }

    /// False when somebody has changed or sold it.
    bool unmake(const ImportEffect& effect)
    {
        const auto product = m_now.effective.products().find(*effect.made);
        if (!product || !product->known() || product->data.archived)
            return true; // withdrawn, refused by the marketplace, or archived already
        if (product->data.name != effect.name)
            return false;
        for (const ImportEffect::MadeVariant& made : effect.variants) {
            const auto variant = m_now.effective.variants().find(made.variant);
            if (!variant || variant->data.price != made.price || variant->data.onHand != made.onHand ||
                variant->data.reserved != 0)
                return false;
        }
        return !run(ports::SetProductArchived{*effect.made, true});
    }

    bool unchange(const ImportEffect& effect, const QSet<OpId>& withdrawn)
    {
        const auto variant = m_now.effective.variants().find(*effect.changed);
        if (!variant)
            return true; // its product is gone, and what was changed with it
        bool all = true;
        // The ops of an effect come in this order; one that was withdrawn or refused has left nothing to put back.
        qsizetype at = 0;
        const auto stands = [&] {
            const OpId op = effect.ops.value(at++);
            return !withdrawn.contains(op) && !refusedByMarketplace(op);
        };
        const bool restoreStands = effect.restored && stands();
        if (effect.newPrice && stands()) {
            if (variant->data.price == *effect.newPrice)
                all = !run(ports::SetPrice{*effect.changed, *effect.oldPrice}) && all;
            else
                all = false;
        }
        if (effect.stockDelta != 0 && stands())
            all = !run(ports::AdjustStock{*effect.changed, -effect.stockDelta, {}}) && all;
        if (restoreStands)
            all = !run(ports::SetProductArchived{*effect.restored, true}) && all;
        return all;
    }

    bool refusedByMarketplace(const OpId& op)
    {
        return m_now.work.has(u"SELECT 1 FROM rejections WHERE op_id = ?"_s, {op.toString()}) ||
               m_now.work.has(u"SELECT 1 FROM history WHERE op_id = ? AND status = ?"_s,
                              {op.toString(), int(protocol::OpStatus::Rejected)});
    }

    Replica& m_replica;
    Session& m_now;
    Submission m_submission;
};

storage::Result<qint64> Replica::beginImport(const QString& name, imports::Format format, int products, int changes)
{
    return inImport<qint64>([&](Session& now) {
        return ImportBox(now.work).begin(name, format, m_clock.now(), products, changes);
    });
}

storage::Result<qint64> Replica::planImport(qint64 import, int firstItem, const QList<ImportPlan>& items, bool last)
{
    return inImport<qint64>([&](Session& now) {
        ImportBox box(now.work);
        int item = firstItem;
        for (const ImportPlan& plan : items)
            box.addItem(import, item++, plan);
        if (last)
            box.setState(import, ImportState::Stopped);
        return import;
    });
}

storage::Result<ImportStep> Replica::runImport(qint64 import, int most)
{
    return inImport<ImportStep>([&](Session& now) {
        ImportBox box(now.work);
        const auto items = box.planned(import, most);
        ImportRun run(*this, now);
        for (ImportItem item : items) {
            if (!now.work.ok())
                break;
            const auto trouble = run.apply(item);
            box.settle(import, item, trouble);
        }
        const bool finished = items.size() < most;
        if (finished)
            box.setState(import, ImportState::Complete);
        return ImportStep{.finished = finished,
                          .record = box.record(import).value_or(ports::ImportRecord{}),
                          .touched = now.effective.touched()};
    });
}

storage::Result<ImportStep> Replica::undoImport(qint64 import, int most)
{
    return inImport<ImportStep>([&](Session& now) {
        ImportBox box(now.work);
        const auto items = box.undoable(import, most);
        QList<OpId> ops;
        for (const ImportItem& item : items)
            ops += item.effect.ops;
        const QList<OpId> taken = withdrawIn(now, ops).ops;
        const QSet<OpId> withdrawn(taken.begin(), taken.end());
        ImportRun run(*this, now);
        for (ImportItem item : items) {
            if (!now.work.ok())
                break;
            const auto trouble = run.takeBack(item, withdrawn);
            box.settle(import, item, trouble);
        }
        const bool finished = items.size() < most;
        if (finished)
            box.setState(import, ImportState::Undone);
        return ImportStep{.finished = finished,
                          .record = box.record(import).value_or(ports::ImportRecord{}),
                          .touched = now.effective.touched()};
    });
}

storage::Result<QList<ports::ImportRecord>> Replica::importRecords() const
{
    Work work(*m_database);
    auto records = ImportBox(work).records();
    if (!work.ok())
        return work.failure();
    return records;
}

template<class T, class Do>
storage::Result<T> Replica::inImport(Do act)
{
    auto session = Session::begin(*m_database, *m_state, m_log.get());
    if (!session)
        return tl::unexpected(session.error());
    T result = act(**session);
    if (!(*session)->work.ok())
        return (*session)->work.failure();
    if (const auto committed = (*session)->commit(); !committed)
        return tl::unexpected(committed.error());
    *m_state = (*session)->state;
    return result;
}

} // namespace belanjain::replica
