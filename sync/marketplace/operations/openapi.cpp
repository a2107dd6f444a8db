// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/operations/openapi.h"

#include "marketplace/http/compression.h"

#include <QCryptographicHash>
#include <QFile>

#include <memory>
#include <mutex>

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
namespace
{

struct Document
{
    QByteArray plain;
    QByteArray packed; ///< empty when it could not be compressed
    QByteArray tag;
};

Document readDocument()
{
    Document document;
    QFile file(u":/openapi.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return document;
    document.plain = file.readAll();
    document.packed = http::gzip(document.plain).value_or(QByteArray());
    document.tag = '"' + QCryptographicHash::hash(document.plain, QCryptographicHash::Sha256).first(12).toHex() + '"';
    return document;
}

/// Read and packed when it is first asked for: most servers that start are never asked.
class LateDocument
{
public:
    const Document& get()
    {
        std::call_once(m_once, [this] { m_document = readDocument(); });
        return m_document;
    }

private:
    std::once_flag m_once;
    Document m_document;
};

Answer show(const Call& call, const Document& document)
{
    if (document.plain.isEmpty())
        return call.fail(500, u"internal"_s);
    const bool packed =
        !document.packed.isEmpty() && http::acceptsGzip(call.request().headers.joined("Accept-Encoding"));
    http::Response response =
        http::Response::make(200, "application/json"_ba, packed ? document.packed : document.plain);
    response.mayCompress = false;
    http::setHeader(response.headers, "ETag"_ba, document.tag);
    http::setHeader(response.headers, "Cache-Control"_ba, "public, max-age=3600"_ba);
    http::setHeader(response.headers, "Vary"_ba, "Accept-Encoding"_ba);
    if (packed)
        http::setHeader(response.headers, "Content-Encoding"_ba, "gzip"_ba);
    return response;
}

} // namespace

QList<Route> openApiRoutes()
{
    const auto document = std::make_shared<LateDocument>(); // the route's own
    return {{.method = "GET", .path = "/openapi.json", .work = Work::Immediate,
             .handle = [document](Call& call) { return show(call, document->get()); }}};
}

} // namespace belanjain::marketplace
