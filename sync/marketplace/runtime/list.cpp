// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/runtime/list.h"

#include <QCryptographicHash>
#include <QJsonDocument>

#include <algorithm>

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
namespace
{

constexpr qsizetype checkBytes = 6;

/// Ties the keys to their order, and catches a cursor that was cut or typed.
QByteArray checkOf(const QString& order, const QByteArray& keys)
{
    return QCryptographicHash::hash(order.toUtf8() + '\n' + keys, QCryptographicHash::Sha256).first(checkBytes);
}

std::optional<int> numberIn(const QString& text, int least, int most)
{
    bool ok = false;
    const int number = text.toInt(&ok);
    const bool plain = !text.isEmpty() && std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    return ok && plain && number >= least && number <= most ? std::optional(number) : std::nullopt;
}

} // namespace

QString makeCursor(const QString& order, const QJsonArray& keys)
{
    const QByteArray text = QJsonDocument(keys).toJson(QJsonDocument::Compact);
    const QByteArray all = checkOf(order, text) + text;
    return QString::fromLatin1(all.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

std::optional<QJsonArray> readCursor(const QString& cursor, const QString& order)
{
    const auto decoded = QByteArray::fromBase64Encoding(
        cursor.toUtf8(), QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || (*decoded).size() <= checkBytes)
        return std::nullopt;
    const QByteArray text = (*decoded).sliced(checkBytes);
    if ((*decoded).first(checkBytes) != checkOf(order, text))
        return std::nullopt;
    const QJsonDocument document = QJsonDocument::fromJson(text);
    return document.isArray() && !document.array().isEmpty() ? std::optional(document.array()) : std::nullopt;
}

Expected<ListParameters> listParameters(const Call& call, const QString& order, int keys)
{
    ListParameters parameters;
    parameters.order = order;
    for (const QString& name : {u"limit"_s, u"cursor"_s, u"page"_s}) {
        if (call.request().queryValues(name).size() > 1)
            return tl::unexpected(badParameter(name, call.language()));
    }
    const auto limit = call.request().queryValue(u"limit");
    const auto cursor = call.request().queryValue(u"cursor");
    const auto page = call.request().queryValue(u"page");
    if (limit) {
        const auto number = numberIn(*limit, 1, maxLimit);
        if (!number)
            return tl::unexpected(badParameter(u"limit"_s, call.language()));
        parameters.limit = *number;
    }
    if (cursor && page)
        return tl::unexpected(badParameter(u"page"_s, call.language()));
    if (page) {
        parameters.page = numberIn(*page, 1, maxPage);
        if (!parameters.page)
            return tl::unexpected(badParameter(u"page"_s, call.language()));
    }
    if (cursor) {
        const auto after = readCursor(*cursor, order);
        if (!after || after->size() != keys)
            return tl::unexpected(badParameter(u"cursor"_s, call.language()));
        parameters.after = *after;
    }
    return parameters;
}

QJsonObject listBody(const ListParameters& parameters, const QJsonArray& items, const QJsonArray& next, qint64 total)
{
    QJsonObject body{{u"items"_s, items}};
    body[u"nextCursor"_s] = next.isEmpty() ? QJsonValue() : QJsonValue(makeCursor(parameters.order, next));
    if (parameters.page) {
        const qint64 pages = std::max<qint64>(1, (total + parameters.limit - 1) / parameters.limit);
        body[u"meta"_s] = QJsonObject{{u"total"_s, total}, {u"page"_s, *parameters.page}, {u"lastPage"_s, pages}};
    }
    return body;
}

} // namespace belanjain::marketplace
