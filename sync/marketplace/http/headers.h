// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <vector>

namespace belanjain::http {

/// Whether two header names (or tokens) are the same but for ASCII case.
inline bool sameToken(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && a.compare(b, Qt::CaseInsensitive) == 0;
}

/// The header lines of a request, in the order they came, in one block of memory: a request
/// costs two allocations however many lines it has. Views are good while this object is
/// neither changed nor destroyed.
class RequestHeaders
{
public:
    struct Line
    {
        QByteArrayView name;
        QByteArrayView value;
    };

    void reserve(qsizetype lines, qsizetype bytes);
    void append(QByteArrayView name, QByteArrayView value);

    qsizetype size() const { return static_cast<qsizetype>(entries_.size()); }
    Line at(qsizetype index) const;

    /// The first line of that name; a null view when there is none. Names ignore case.
    QByteArrayView value(QByteArrayView name) const;
    bool contains(QByteArrayView name) const { return indexOf(name) >= 0; }
    /// How many lines have that name.
    qsizetype count(QByteArrayView name) const;
    /// All lines of that name joined by ", ", as RFC 9110 §5.3 allows for list headers.
    QByteArray joined(QByteArrayView name) const;

private:
    struct Entry
    {
        quint32 nameAt;
        quint32 nameSize;
        quint32 valueAt;
        quint32 valueSize;
    };

    qsizetype indexOf(QByteArrayView name, qsizetype from = 0) const;

    QByteArray bytes_;
    std::vector<Entry> entries_;
};

/// One header line of a response. CR, LF and NUL in a value become spaces when it is written;
/// a line whose name is no token is left out.
struct Header
{
    QByteArray name;
    QByteArray value;
};

using Headers = QList<Header>;

/// The first value of that name, or a null view.
QByteArrayView headerValue(const Headers& headers, QByteArrayView name);
/// Replaces every line of that name by one.
void setHeader(Headers& headers, const QByteArray& name, const QByteArray& value);

} // namespace belanjain::http
