// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/messages.h"

namespace belanjain::protocol
{
using namespace Qt::StringLiterals;
namespace
{

QString statusName(OpStatus status)
{
    switch (status) {
    case OpStatus::Applied:
        return u"applied"_s;
    case OpStatus::Merged:
        return u"merged"_s;
    case OpStatus::Rejected:
        return u"rejected"_s;
    }
    return {};
}

template<class T>
QJsonArray toArray(const QList<T>& list)
{
    QJsonArray array;
    for (const T& item : list)
        array.append(item.toJson());
    return array;
}

template<class T>
QList<T> readList(ObjectReader& reader, QStringView key)
{
    QList<T> list;
    const QJsonArray array = reader.array(key);
    list.reserve(array.size());
    reader.eachObject(array, key, [&](ObjectReader& item) { list.append(T::read(item)); });
    return list;
}

RowSum readSum(ObjectReader& reader)
{
    const auto sum = RowSum::parse(reader.string(u"rowSum"));
    if (!sum && reader.has(u"rowSum"))
        reader.fail(u"rowSum", u"not_a_sum"_s);
    return sum.value_or(RowSum());
}

} // namespace

QJsonObject Op::toJson() const
{
    return {{u"opId"_s, id.toString()},
            {u"seq"_s, seq},
            {u"name"_s, name},
            {u"entityId"_s, entityId},
            {u"baseVersion"_s, baseVersion ? QJsonValue(*baseVersion) : QJsonValue()},
            {u"args"_s, args},
            {u"clientTime"_s, toRfc3339(clientTime)}};
}

Op Op::read(ObjectReader& reader)
{
    return {.id = reader.id<OpId>(u"opId"),
            .seq = reader.integer(u"seq"),
            .name = reader.string(u"name"),
            .entityId = reader.string(u"entityId"),
            .baseVersion = reader.optionalInteger(u"baseVersion"),
            .args = reader.object(u"args"),
            .clientTime = reader.instant(u"clientTime")};
}

QByteArray Op::fingerprint() const
{
    QJsonObject json = toJson();
    json.remove(u"clientTime"_s);
    return protocol::toJson(json);
}

QJsonObject PushRequest::toJson() const
{
    return {{u"schema"_s, schema}, {u"deviceId"_s, device.toString()}, {u"epoch"_s, epoch}, {u"ops"_s, toArray(ops)}};
}

PushRequest PushRequest::read(ObjectReader& reader)
{
    return {.schema = reader.integer32(u"schema"),
            .device = reader.id<DeviceId>(u"deviceId"),
            .epoch = reader.string(u"epoch"),
            .ops = readList<Op>(reader, u"ops")};
}

QJsonObject OpResult::toJson() const
{
    QJsonObject json{{u"opId"_s, id.toString()}, {u"status"_s, statusName(status)}};
    if (seq > 0)
        json[u"seq"_s] = seq;
    if (!code.isEmpty())
        json[u"code"_s] = code;
    if (!detail.isEmpty())
        json[u"detail"_s] = detail;
    if (!current.isEmpty())
        json[u"current"_s] = current;
    return json;
}

OpResult OpResult::read(ObjectReader& reader)
{
    OpResult result{.id = reader.id<OpId>(u"opId"),
                    .seq = reader.optionalInteger(u"seq").value_or(0),
                    .status = OpStatus::Applied,
                    .code = reader.optionalString(u"code").value_or(QString()),
                    .detail = reader.optionalString(u"detail").value_or(QString()),
                    .current = reader.optionalObject(u"current").value_or(QJsonObject())};
    const QString status = reader.string(u"status");
    if (status == u"merged")
        result.status = OpStatus::Merged;
    else if (status == u"rejected")
        result.status = OpStatus::Rejected;
    else if (status != u"applied" && reader.has(u"status"))
        reader.fail(u"status", u"unknown_value"_s);
    return result;
}

QJsonObject PushAnswer::toJson() const { return {{u"lastSeq"_s, lastSeq}, {u"results"_s, toArray(results)}}; }

PushAnswer PushAnswer::read(ObjectReader& reader)
{
    return {.lastSeq = reader.integer(u"lastSeq"), .results = readList<OpResult>(reader, u"results")};
}

QJsonObject SyncRow::toJson() const
{
    return {{u"table"_s, table}, {u"id"_s, id}, {u"version"_s, version}, {u"deleted"_s, deleted},
            {u"data"_s, deleted ? QJsonValue() : QJsonValue(data)}};
}

SyncRow SyncRow::read(ObjectReader& reader)
{
    SyncRow row{.table = reader.string(u"table"),
                .id = reader.string(u"id"),
                .version = reader.integer(u"version"),
                .deleted = reader.boolean(u"deleted")};
    if (!row.deleted)
        row.data = reader.object(u"data");
    return row;
}

QJsonObject PullAnswer::toJson() const
{
    return {{u"epoch"_s, epoch},       {u"head"_s, head},         {u"rows"_s, toArray(rows)},
            {u"lastSeq"_s, lastSeq},   {u"results"_s, toArray(results)}, {u"next"_s, next},
            {u"complete"_s, complete}, {u"rowCount"_s, rowCount}, {u"rowSum"_s, rowSum.toString()}};
}

PullAnswer PullAnswer::read(ObjectReader& reader)
{
    return {.epoch = reader.string(u"epoch"),
            .head = reader.integer(u"head"),
            .rows = readList<SyncRow>(reader, u"rows"),
            .lastSeq = reader.integer(u"lastSeq"),
            .results = readList<OpResult>(reader, u"results"),
            .next = reader.integer(u"next"),
            .complete = reader.boolean(u"complete"),
            .rowCount = reader.integer(u"rowCount"),
            .rowSum = readSum(reader)};
}

QJsonObject SnapshotHead::toJson() const
{
    return {{u"epoch"_s, epoch},
            {u"head"_s, head},
            {u"lastSeq"_s, lastSeq},
            {u"results"_s, toArray(results)},
            {u"rowCount"_s, rowCount},
            {u"rowSum"_s, rowSum.toString()}};
}

SnapshotHead SnapshotHead::read(ObjectReader& reader)
{
    return {.epoch = reader.string(u"epoch"),
            .head = reader.integer(u"head"),
            .lastSeq = reader.integer(u"lastSeq"),
            .results = readList<OpResult>(reader, u"results"),
            .rowCount = reader.integer(u"rowCount"),
            .rowSum = readSum(reader)};
}

} // namespace belanjain::protocol
