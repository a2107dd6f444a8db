// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/catalogue/product_edit.h"

#include "domain/product_fields.h"
#include "domain/text.h"
#include "marketplace/catalogue/draft_json.h"
#include "marketplace/catalogue/products.h"
#include "storage/text_value.h"

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
using storage::Row;
using storage::textValue;
namespace
{

/// One field as its columns hold it.
struct Field
{
    QString column;
    QString value;
    qint64 after = -1;
    QString by;
    bool isJson = false;
};

struct Stored
{
    QList<Field> fields; ///< name, description, category, specifications
    bool archived = false;
    qint64 statusAfter = -1;
    QString statusBy;
};

const QStringList& columns()
{
    static const QStringList names{u"name"_s, u"description"_s, u"category"_s, u"specifications"_s};
    return names;
}

storage::Result<std::optional<Stored>> readStored(const WriteContext& context, const ProductId& id)
{
    static const QString sql = [] {
        QString list;
        for (const QString& column : columns())
            list += u"%1, %1_after, %1_by, "_s.arg(column);
        return u"SELECT "_s + list + u"status, status_after, status_by FROM products WHERE id = ? AND store_id = ?"_s;
    }();
    return context.db.one(sql, {id.toString(), context.space()}, [](const Row& row) {
        Stored stored;
        for (int i = 0; i < columns().size(); ++i)
            stored.fields.append({columns()[i], row.text(3 * i), row.integer(3 * i + 1), row.text(3 * i + 2),
                                  columns()[i] == u"specifications"});
        const int next = 3 * int(columns().size());
        stored.archived = row.text(next) == u"archived";
        stored.statusAfter = row.integer(next + 1);
        stored.statusBy = row.text(next + 2);
        return stored;
    });
}

/// The edit's values by column, normalised and checked.
tl::expected<QHash<QString, QString>, QList<Violation>> checkedValues(const ProductEdit& edit)
{
    QHash<QString, QString> values;
    QList<Violation> broken;
    const auto keep = [&](const QString& column, const Checked<QString>& checked) {
        if (checked)
            values[column] = *checked;
        else
            broken.append(checked.error());
    };
    if (edit.name)
        keep(u"name"_s, checkProductName(*edit.name, u"name"_s));
    if (edit.description)
        keep(u"description"_s, checkDescription(*edit.description, u"description"_s));
    if (edit.category)
        keep(u"category"_s, checkCategory(*edit.category, u"category"_s));
    if (edit.specifications) {
        const auto checked = checkSpecifications(*edit.specifications, u"specifications"_s);
        if (checked)
            values[u"specifications"_s] = toColumn(toJson(*checked));
        else
            broken += checked.error();
    }
    if (!broken.isEmpty())
        return tl::unexpected(broken);
    return values;
}

} // namespace

ProductEdit ProductEdit::read(protocol::ObjectReader& reader)
{
    ProductEdit edit{.name = reader.optionalString(u"name"),
                     .description = reader.optionalString(u"description"),
                     .category = reader.optionalString(u"category")};
    if (reader.has(u"specifications"))
        edit.specifications = readSpecifications(reader, u"specifications");
    return edit;
}

Ruled<EditOutcome> updateProduct(const WriteContext& context, const ProductId& id, const ProductEdit& edit,
                                 const EditBase& base)
{
    const auto values = checkedValues(edit);
    if (!values)
        return refuse<EditOutcome>(values.error());
    const auto stored = readStored(context, id);
    if (!stored)
        return tl::unexpected(stored.error());
    if (!*stored)
        return refuse<EditOutcome>(u"id"_s, Rule::NotFound);

    EditOutcome outcome;
    outcome.archivedSince = (*stored)->archived
                            && base.missed((*stored)->statusAfter, (*stored)->statusBy, context.actor.device);
    for (const Field& field : std::as_const((*stored)->fields)) {
        const auto value = values->constFind(field.column);
        if (value == values->cend() || *value == field.value)
            continue;
        if (base.missed(field.after, field.by, context.actor.device))
            outcome.overwritten[field.column] =
                field.isJson ? QJsonValue(arrayFrom(field.value)) : QJsonValue(field.value);
        const auto set = context.db.run(
            u"UPDATE products SET %1 = ?, %1_after = version, %1_by = ? WHERE id = ?"_s.arg(field.column),
            {textValue(*value), textValue(context.actor.device), id.toString()});
        if (!set)
            return tl::unexpected(set.error());
        outcome.changed = true;
    }
    if (!outcome.changed)
        return tl::expected<EditOutcome, QList<Violation>>(outcome);
    const auto dated =
        context.db.run(u"UPDATE products SET updated_at = ? WHERE id = ?"_s, {context.now.ms, id.toString()});
    if (!dated)
        return tl::unexpected(dated.error());
    if (const auto done = refreshProduct(context.db, id.toString()); !done)
        return tl::unexpected(done.error());
    context.writer.changed(context.space(), SyncedTable::Products, id.toString());
    return tl::expected<EditOutcome, QList<Violation>>(outcome);
}

} // namespace belanjain::marketplace
