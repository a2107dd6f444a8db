// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/edit_log.h"

#include "protocol/json.h"
#include "replica/damage.h"
#include "storage/durable_file.h"

#include <QHash>
#include <QJsonArray>
#include <QSaveFile>

#include <algorithm>
#include <array>

namespace belanjain::replica {
using namespace Qt::StringLiterals;
namespace {

/// CRC-32 (IEEE 802.3).
quint32 crc(QByteArrayView bytes)
{
    static const std::array<quint32, 256> table = [] {
        std::array<quint32, 256> made{};
        for (quint32 i = 0; i < 256; ++i) {
            quint32 value = i;
            for (int bit = 0; bit < 8; ++bit)
                value = value & 1 ? 0xEDB88320u ^ (value >> 1) : value >> 1;
            made[i] = value;
        }
        return made;
    }();
    quint32 value = 0xFFFFFFFFu;
    for (const char byte : bytes)
        value = table[(value ^ quint8(byte)) & 0xFF] ^ (value >> 8);
    return ~value;
}

QByteArray line(const QJsonObject& object)
{
    const QByteArray text = protocol::toJson(object);
    return QByteArray::number(crc(text), 16).rightJustified(8, '0') + ' ' + text + '\n';
}

std::optional<QJsonObject> readLine(QByteArrayView bytes)
{
    if (bytes.size() < 10 || bytes.at(8) != ' ')
        return std::nullopt;
    bool hex = false;
    const quint32 kept = bytes.first(8).toByteArray().toUInt(&hex, 16);
    const QByteArray text = bytes.sliced(9).toByteArray();
    if (!hex || kept != crc(text))
        return std::nullopt;
    const auto object = protocol::parseObject(text);
    return object ? std::optional(*object) : std::nullopt;
}

QByteArray line(const protocol::Op& op) { return line(QJsonObject{{u"op"_s, op.toJson()}}); }

QByteArray line(const EditLog::Mark& mark)
{
    return line(QJsonObject{{u"device"_s, mark.device.toString()},
                            {u"commits"_s, mark.commits},
                            {u"nextSeq"_s, mark.nextSeq},
                            {u"acknowledged"_s, mark.acknowledged}});
}

std::optional<EditLog::Mark> readMark(const QJsonObject& object)
{
    const auto device = DeviceId::parse(object.value(u"device").toString());
    if (!device)
        return std::nullopt;
    return EditLog::Mark{.device = *device,
                         .commits = counter(object.value(u"commits").toInteger()),
                         .nextSeq = counter(object.value(u"nextSeq").toInteger(1)),
                         .acknowledged = counter(object.value(u"acknowledged").toInteger())};
}

} // namespace

std::optional<EditLog::Content> EditLog::read(const QString& file)
{
    QFile opened(file);
    if (!opened.open(QIODevice::ReadOnly))
        return std::nullopt;
    Content content;
    QHash<QString, protocol::Op> waiting;
    bool any = false;
    while (!opened.atEnd()) {
        const QByteArray bytes = opened.readLine();
        const bool ended = bytes.endsWith('\n');
        const auto object = ended ? readLine(QByteArrayView(bytes).chopped(1)) : std::nullopt;
        if (!object) {
            content.whole = false;
            content.cleanly = false;
            continue;
        }
        any = true;
        content.cleanly = object->contains(u"closed"_s);
        if (object->contains(u"op"_s)) {
            protocol::ObjectReader reader(object->value(u"op").toObject());
            const protocol::Op op = protocol::Op::read(reader);
            if (reader.ok())
                waiting.insert(op.id.toString(), op);
        } else if (object->contains(u"settled"_s)) {
            const QJsonArray settled = object->value(u"settled").toArray();
            for (const QJsonValue& id : settled)
                waiting.remove(id.toString());
        } else if (const auto mark = readMark(*object)) {
            content.mark = mark;
        }
    }
    if (!any)
        return std::nullopt;
    content.waiting = waiting.values();
    std::sort(content.waiting.begin(), content.waiting.end(),
              [](const protocol::Op& a, const protocol::Op& b) { return std::tuple(a.seq, a.id.toString()) < std::tuple(b.seq, b.id.toString()); });
    return content;
}

void EditLog::restart(const QList<protocol::Op>& waiting, const Mark& mark)
{
    QByteArray lines = line(mark);
    for (const protocol::Op& op : waiting)
        lines += line(op);
    m_file.close();
    QSaveFile fresh(m_file.fileName());
    m_broken = !fresh.open(QIODevice::WriteOnly) || fresh.write(lines) != lines.size() || !storage::commitDurably(fresh) ||
               !m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered);
    m_bytes = lines.size();
    m_waiting = waiting.size();
    m_settled = 0;
}

void EditLog::write(const QByteArray& lines)
{
    if (m_broken || !m_file.isOpen())
        return;
    m_broken = m_file.write(lines) != lines.size();
    m_bytes += lines.size();
}

void EditLog::queued(const QList<protocol::Op>& ops, const Mark& mark)
{
    QByteArray lines;
    for (const protocol::Op& op : ops)
        lines += line(op);
    m_waiting += ops.size();
    write(lines + line(mark));
}

void EditLog::settled(const QList<OpId>& ops, const Mark& mark)
{
    QByteArray lines;
    if (!ops.isEmpty()) {
        QJsonArray ids;
        for (const OpId& id : ops)
            ids.append(id.toString());
        lines = line(QJsonObject{{u"settled"_s, ids}});
    }
    m_waiting -= ops.size();
    m_settled += ops.size();
    write(lines + line(mark));
}

void EditLog::close()
{
    write(line(QJsonObject{{u"closed"_s, true}}));
    m_file.close();
}

} // namespace belanjain::replica
