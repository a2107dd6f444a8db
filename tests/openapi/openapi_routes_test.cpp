// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_server.h"

#include <QTest>

using namespace belanjain;
using namespace belanjain::marketplace;
using namespace belanjain::testing;
using namespace Qt::StringLiterals;

namespace
{

/// Described, but not served yet.
const QSet<QString> notYet{
};

/// What the table of routes and the document both say of a call.
struct Facts
{
    QString role; ///< "", "signed in", "CUSTOMER" or "SELLER"
    bool hasBody = false;
    bool isJson = false;
    bool keyRequired = false;

    bool operator==(const Facts&) const = default;
    QString text() const
    {
        return u"role '%1', body %2, JSON %3, key required %4"_s.arg(role).arg(hasBody).arg(isJson).arg(keyRequired);
    }
};

QString roleOf(Access access)
{
    switch (access) {
    case Access::Public:
    case Access::Loopback:
        return u""_s;
    case Access::SignedIn:
        return u"signed in"_s;
    case Access::Customer:
        return u"CUSTOMER"_s;
    case Access::Seller:
        return u"SELLER"_s;
    }
    return {};
}

QMap<QString, Facts> ofTable(const QList<Route>& routes)
{
    QMap<QString, Facts> calls;
    for (const Route& route : routes) {
        calls.insert(QString::fromLatin1(route.method + ' ' + route.path),
                     {.role = roleOf(route.access),
                      .hasBody = route.body != Body::None,
                      .isJson = route.body == Body::Object || route.body == Body::Array,
                      .keyRequired = route.keyRequired});
    }
    return calls;
}

QJsonObject resolved(const QJsonObject& document, QJsonObject node)
{
    const QString reference = node.value(u"$ref").toString();
    if (reference.isEmpty())
        return node;
    QJsonObject target = document;
    for (const QString& step : reference.mid(2).split(u'/'))
        target = target.value(step).toObject();
    return target;
}

Facts factsOf(const QJsonObject& document, const QJsonObject& operation)
{
    Facts facts;
    const bool open = operation.value(u"security").toArray().contains(QJsonValue(QJsonObject()));
    facts.role = open ? QString(u""_s) : operation.value(u"x-role").toString(u"signed in"_s);
    const QJsonObject content = operation.value(u"requestBody").toObject().value(u"content").toObject();
    facts.hasBody = !content.isEmpty();
    facts.isJson = content.contains(u"application/json");
    const QJsonArray parameters = operation.value(u"parameters").toArray();
    for (const QJsonValue& each : parameters) {
        const QJsonObject parameter = resolved(document, each.toObject());
        if (parameter.value(u"name") == u"Idempotency-Key"_s)
            facts.keyRequired = parameter.value(u"required").toBool();
    }
    return facts;
}

QMap<QString, Facts> ofDocument(const QJsonObject& document)
{
    QMap<QString, Facts> calls;
    const QJsonObject paths = document.value(u"paths").toObject();
    for (auto path = paths.begin(); path != paths.end(); ++path) {
        const QJsonObject item = path.value().toObject();
        for (auto method = item.begin(); method != item.end(); ++method)
            calls.insert(method.key().toUpper() + u' ' + path.key(), factsOf(document, method.value().toObject()));
    }
    return calls;
}

} // namespace

class OpenApiRoutesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void describesTheTableOfRoutesAndNothingElse()
    {
        TestServer server;
        QMap<QString, Facts> served;
        server.server().invoke([&](Server& inside) { served = ofTable(inside.routes()); });
        const QMap<QString, Facts> described = ofDocument(server.client().get("/openapi.json").json());
        QVERIFY(!described.isEmpty());
        QStringList wrong;
        for (auto call = served.cbegin(); call != served.cend(); ++call) {
            if (!described.contains(call.key()))
                wrong << call.key() + u" is served, but resources/openapi.yaml does not describe it"_s;
            else if (const Facts& said = described[call.key()]; said != call.value())
                wrong << u"%1 has %2, but is described with %3"_s.arg(call.key(), call->text(), said.text());
            if (notYet.contains(call.key()))
                wrong << call.key() + u" is served and no longer belongs to the list above"_s;
        }
        for (auto call = described.cbegin(); call != described.cend(); ++call) {
            if (!served.contains(call.key()) && !notYet.contains(call.key()))
                wrong << call.key() + u" is described, but not served"_s;
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    void isKeptByItsReaders()
    {
        TestServer server;
        const HttpReply first = server.client().get("/openapi.json");
        QCOMPARE(first.status, 200);
        QCOMPARE(first.header("Content-Type"), "application/json");
        QCOMPARE(first.header("Cache-Control"), "public, max-age=3600");
        QCOMPARE(first.json().value(u"openapi").toString(), u"3.1.0"_s);
        const QByteArray tag = first.header("ETag");
        const HttpReply again = server.client().get("/openapi.json", {{"If-None-Match", tag}});
        QCOMPARE(again.status, 304);
        QCOMPARE(again.body, QByteArray());
        const HttpReply packed = server.client().get("/openapi.json", {{"Accept-Encoding", "gzip"}});
        QCOMPARE(packed.header("Content-Encoding"), "gzip");
        QCOMPARE(packed.header("Vary"), "Accept-Encoding");
        QVERIFY(packed.body.size() * 5 < first.body.size());
    }
};

QTEST_GUILESS_MAIN(OpenApiRoutesTest)
#include "openapi_routes_test.moc"
