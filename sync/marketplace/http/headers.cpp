// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/http/headers.h"

namespace belanjain::http {

void RequestHeaders::reserve(qsizetype lines, qsizetype bytes)
{
    entries_.reserve(static_cast<std::size_t>(lines));
    bytes_.reserve(bytes);
}

void RequestHeaders::append(QByteArrayView name, QByteArrayView value)
{
    const auto nameAt = static_cast<quint32>(bytes_.size());
    bytes_.append(name);
    const auto valueAt = static_cast<quint32>(bytes_.size());
    bytes_.append(value);
    entries_.push_back(
        {nameAt, static_cast<quint32>(name.size()), valueAt, static_cast<quint32>(value.size())});
}

RequestHeaders::Line RequestHeaders::at(qsizetype index) const
{
    const Entry& entry = entries_.at(static_cast<std::size_t>(index));
    const QByteArrayView all(bytes_);
    return {all.sliced(entry.nameAt, entry.nameSize), all.sliced(entry.valueAt, entry.valueSize)};
}

qsizetype RequestHeaders::indexOf(QByteArrayView name, qsizetype from) const
{
    for (qsizetype i = from; i < size(); ++i) {
        const Entry& entry = entries_[static_cast<std::size_t>(i)];
        if (entry.nameSize == name.size() && sameToken(at(i).name, name))
            return i;
    }
    return -1;
}

QByteArrayView RequestHeaders::value(QByteArrayView name) const
{
    const qsizetype index = indexOf(name);
    return index < 0 ? QByteArrayView() : at(index).value;
}

qsizetype RequestHeaders::count(QByteArrayView name) const
{
    qsizetype found = 0;
    for (qsizetype i = indexOf(name); i >= 0; i = indexOf(name, i + 1))
        ++found;
    return found;
}

QByteArray RequestHeaders::joined(QByteArrayView name) const
{
    QByteArray all;
    for (qsizetype i = indexOf(name); i >= 0; i = indexOf(name, i + 1)) {
        if (!all.isEmpty())
            all += ", ";
        all += at(i).value;
    }
    return all;
}

QByteArrayView headerValue(const Headers& headers, QByteArrayView name)
{
    for (const Header& header : headers) {
        if (sameToken(header.name, name))
            return header.value;
    }
    return {};
}

void setHeader(Headers& headers, const QByteArray& name, const QByteArray& value)
{
    headers.removeIf([&name](const Header& header) { return sameToken(header.name, name); });
    headers.append({name, value});
}

} // namespace belanjain::http
