// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/row_sum.h"

#include <QCryptographicHash>
#include <QtEndian>

namespace belanjain::protocol
{

quint64 rowShare(QStringView table, QStringView id, qint64 version)
{
    QByteArray text = table.toUtf8();
    text.reserve(96);
    text += '\n';
    text += id.toUtf8();
    text += '\n';
    text += QByteArray::number(version);
    const QByteArray hash = QCryptographicHash::hash(text, QCryptographicHash::Sha256);
    return qFromBigEndian<quint64>(hash.constData());
}

QString RowSum::toString() const { return QString::number(m_value, 16).rightJustified(16, u'0'); }

std::optional<RowSum> RowSum::parse(QStringView text)
{
    bool ok = false;
    const quint64 value = text.toULongLong(&ok, 16);
    if (!ok || text.size() != 16)
        return std::nullopt;
    return RowSum(value);
}

} // namespace belanjain::protocol
