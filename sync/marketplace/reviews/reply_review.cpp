// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/reviews/reply_review.h"

#include "domain/review.h"
#include "storage/text_value.h"

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
using storage::Row;
using storage::textValue;
namespace
{

struct Stored
{
    QString reply;
    qint64 after = -1;
    QString by;
};

} // namespace

Ruled<EditOutcome> replyToReview(const WriteContext& context, const ReviewId& id, const QString& reply,
                                 const EditBase& base)
{
    const auto text = checkReviewReply(reply, u"reply"_s);
    if (!text)
        return refuse<EditOutcome>({text.error()});
    const auto stored =
        context.db.one(u"SELECT reply, reply_after, reply_by FROM reviews WHERE id = ? AND store_id = ?"_s
                           + (context.db.isPostgres() ? u" FOR UPDATE"_s : QString()),
                       {id.toString(), context.space()},
                       [](const Row& row) { return Stored{row.text(0), row.integer(1), row.text(2)}; });
    if (!stored)
        return tl::unexpected(stored.error());
    if (!*stored)
        return refuse<EditOutcome>(u"id"_s, Rule::NotFound);
    const Stored& before = **stored;
    EditOutcome outcome;
    if (before.reply == *text)
        return tl::expected<EditOutcome, QList<Violation>>(outcome);
    if (base.missed(before.after, before.by, context.actor.device))
        outcome.overwritten[u"reply"_s] = before.reply;
    const QVariant repliedAt = text->isEmpty() ? QVariant() : QVariant(context.now.ms);
    const auto set = context.db.run(
        u"UPDATE reviews SET reply = ?, replied_at = ?, reply_after = version, reply_by = ? WHERE id = ?"_s,
        {textValue(*text), repliedAt, textValue(context.actor.device), id.toString()});
    if (!set)
        return tl::unexpected(set.error());
    context.writer.changed(context.space(), SyncedTable::Reviews, id.toString());
    outcome.changed = true;
    return tl::expected<EditOutcome, QList<Violation>>(outcome);
}

} // namespace belanjain::marketplace
