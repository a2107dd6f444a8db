// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/backup/layout.h"

#include <QJsonDocument>
#include <QRegularExpression>

namespace belanjain::marketplace::backup
{
using namespace Qt::StringLiterals;

QStringList pictureFiles(const QString& hash, const QString& type)
{
    const QString stem = hash.first(2) + u'/' + hash.sliced(2);
    const QString ending = type == u"png" ? u".png"_s : u".jpg"_s;
    return {stem + ending, stem + u".200"_s + ending};
}

bool isPictureEntry(const QString& entry)
{
    static const QRegularExpression shape(
        QRegularExpression::anchoredPattern(u"images/[0-9a-f]{2}/[0-9a-f]{62}(\\.200)?\\.(jpg|png)"_s));
    return shape.match(entry).hasMatch();
}

QByteArray Manifest::toJson() const
{
    return QJsonDocument(QJsonObject{{u"belanjainBackup"_s, format},
                                     {u"schema"_s, schema},
                                     {u"createdAt"_s, createdAt},
                                     {u"rows"_s, rows},
                                     {u"pictures"_s, pictures},
                                     {u"sumsSha256"_s, QString::fromLatin1(sumsSha256)}})
        .toJson(QJsonDocument::Indented);
}

std::optional<Manifest> Manifest::fromJson(const QByteArray& text)
{
    const QJsonObject object = QJsonDocument::fromJson(text).object();
    if (object.value(u"belanjainBackup").toInt() != format)
        return std::nullopt;
    return Manifest{.schema = object.value(u"schema").toInt(),
                    .createdAt = object.value(u"createdAt").toString(),
                    .rows = object.value(u"rows").toInteger(),
                    .pictures = object.value(u"pictures").toInteger(),
                    .sumsSha256 = object.value(u"sumsSha256").toString().toLatin1()};
}

QByteArray sumLine(const QByteArray& hexDigits, const QString& entry)
{
    return hexDigits + "  " + entry.toUtf8() + '\n';
}

} // namespace belanjain::marketplace::backup
