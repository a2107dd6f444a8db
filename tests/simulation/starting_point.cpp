// SPDX-License-Identifier: GPL-3.0-or-later
#include "starting_point.h"

#include "protocol/json.h"
#include "sim_desktop.h"

#include <QFile>

namespace belanjain::simulation
{
using namespace Qt::StringLiterals;
namespace
{

/// What must never happen is written down by the database itself, at the moment it does.
const QStringList& watchers()
{
    static const QStringList sql{
        u"CREATE TABLE sim_violations (what TEXT NOT NULL)"_s,
        u"CREATE TRIGGER sim_oversold AFTER UPDATE OF reserved ON variants WHEN NEW.reserved > OLD.reserved AND "
        "NEW.reserved > NEW.on_hand BEGIN INSERT INTO sim_violations VALUES "
        "('oversold: ' || NEW.sku || ' has ' || NEW.on_hand || ', reserved ' || NEW.reserved); END"_s,
        u"CREATE TRIGGER sim_negative AFTER UPDATE OF on_hand, reserved ON variants WHEN NEW.on_hand < 0 OR NEW.reserved < 0 "
        "BEGIN INSERT INTO sim_violations VALUES ('stock is never negative: ' || NEW.sku); END"_s,
        u"CREATE TRIGGER sim_head AFTER UPDATE OF version ON space_head WHEN NEW.version < OLD.version BEGIN "
        "INSERT INTO sim_violations VALUES ('versions shrink: the head of ' || NEW.space); END"_s,
        u"CREATE TRIGGER sim_variant AFTER UPDATE OF version ON variants WHEN NEW.version <= OLD.version BEGIN "
        "INSERT INTO sim_violations VALUES ('versions shrink: variant ' || NEW.sku); END"_s,
        u"CREATE TRIGGER sim_order AFTER UPDATE OF version ON orders WHEN NEW.version <= OLD.version BEGIN "
        "INSERT INTO sim_violations VALUES ('versions shrink: order ' || NEW.number); END"_s,
        u"CREATE TRIGGER sim_final AFTER UPDATE OF status ON orders WHEN OLD.status IN ('DELIVERED', 'CANCELLED') "
        "AND NEW.status <> OLD.status BEGIN INSERT INTO sim_violations VALUES ('final: order ' || NEW.number); END"_s,
    };
    return sql;
}

} // namespace

void copyFiles(const QString& from, const QString& to)
{
    QDir target(to);
    target.mkpath(u"."_s);
    const QStringList old = target.entryList(QDir::Files);
    for (const QString& name : old)
        target.remove(name);
    const QStringList names = QDir(from).entryList(QDir::Files);
    for (const QString& name : names)
        QFile::copy(from + u'/' + name, target.filePath(name));
}

QString StartingPoint::desktopFolder(const QString& folder, int desktop) { return folder + u"/desktop%1"_s.arg(desktop); }

StartingPoint::StartingPoint(const QString& folder) : m_folder(folder)
{
    QDir().mkpath(serverFolder(folder));
    Timeline time;
    Trace trace(false);
    SimServer server(serverFolder(folder), time, 4711);
    if (!server.start()) {
        m_problem = server.problem();
        return;
    }
    const auto call = [&](const QByteArray& method, const QString& path, const QString& token, const QJsonObject& body) {
        engine::HttpRequest request{.method = method, .path = path, .body = protocol::toJson(body)};
        if (!token.isEmpty())
            request.headers.append({"Authorization", "Bearer " + token.toLatin1()});
        const auto reply = server.handle(request);
        if (!reply || reply->status >= 300)
            m_problem = u"%1: %2"_s.arg(path, reply ? QString::fromUtf8(reply->body) : u"no answer"_s);
        return protocol::parseObject(reply ? reply->body : QByteArray()).value_or(QJsonObject());
    };
    const auto signedAs = [&](const QString& email, const QJsonObject& answer) {
        return Signed{email, answer.value(u"accessToken").toString(), answer.value(u"refreshToken").toString()};
    };
    const auto registered = [&](const QString& email, const QString& role) {
        return call("POST", u"/v1/auth/register"_s, {}, {{u"name"_s, email.section(u'@', 0, 0)}, {u"email"_s, email},
                                                         {u"password"_s, password()}, {u"role"_s, role}});
    };
    for (int store = 0; store < 2 && m_problem.isEmpty(); ++store) {
        const QString email = u"penjual%1@contoh.id"_s.arg(store);
        const QJsonObject answer = registered(email, u"SELLER"_s);
        const QString token = answer.value(u"accessToken").toString();
        stores.append(StoreId::parse(answer.value(u"user").toObject().value(u"storeId").toString()).value_or(StoreId()));
        for (int product = 0; product < (store == 0 ? 7 : 4); ++product) {
            QJsonObject body{{u"name"_s, u"Barang %1 %2"_s.arg(store).arg(product)}, {u"description"_s, u""_s},
                             {u"category"_s, u"Dapur"_s}, {u"price"_s, 10'000 + product * 500}, {u"stock"_s, 2 + product * 3},
                             {u"weightGrams"_s, 100}};
            if (product == 0)
                body[u"options"_s] = QJsonArray{QJsonObject{{u"name"_s, u"Warna"_s}, {u"values"_s, QJsonArray{u"Merah"_s, u"Biru"_s, u"Hijau"_s}}}};
            else
                body[u"sku"_s] = u"B%1-%2"_s.arg(store).arg(product);
            call("POST", u"/v1/products"_s, token, body);
        }
    }
    const auto session = [&](const QString& email) {
        return signedAs(email, call("POST", u"/v1/auth/login"_s, {}, {{u"email"_s, email}, {u"password"_s, password()}}));
    };
    for (int desktop = 0; desktop < desktopCount && m_problem.isEmpty(); ++desktop)
        sellers.append(session(u"penjual%1@contoh.id"_s.arg(storeOf(desktop))));
    for (int buyer = 0; buyer < buyerCount && m_problem.isEmpty(); ++buyer) {
        const QString email = u"pembeli%1@contoh.id"_s.arg(buyer);
        buyers.append(signedAs(email, registered(email, u"CUSTOMER"_s)));
    }
    for (int desktop = 0; desktop < desktopCount && m_problem.isEmpty(); ++desktop) {
        QDir().mkpath(desktopFolder(folder, desktop));
        SimDesktop desk(desktopFolder(folder, desktop), u"desktop %1"_s.arg(desktop), server, time, trace,
                        quint64(900 + desktop), {sellers[desktop].access, sellers[desktop].refresh});
        desk.open(false);
        if (!desk.isOpen()) {
            m_problem = u"the first desktop's replica does not open"_s;
            break;
        }
        for (int wait = 0; wait < 100 && !desk.settled(); ++wait)
            time.scheduler.advance(100);
        if (!desk.settled())
            m_problem = u"the first sync did not end: "_s + desk.engine().status().problem;
        desk.close();
        sellers[desktop] = {sellers[desktop].email, desk.tokens().access, desk.tokens().refresh};
    }
    for (const QString& sql : watchers()) {
        if (const auto made = server.database().execute(sql); !made)
            m_problem = made.error().text;
    }
    server.kill();
    formerReplica = FormerSchema(u":/sql/replica"_s);
    formerMarketplace = FormerSchema(u":/sql/marketplace/sqlite"_s);
}

void StartingPoint::copyTo(const QString& folder) const
{
    QDir(folder).removeRecursively();
    copyFiles(serverFolder(m_folder), serverFolder(folder));
    for (int desktop = 0; desktop < desktopCount; ++desktop)
        copyFiles(desktopFolder(m_folder, desktop), desktopFolder(folder, desktop));
}

} // namespace belanjain::simulation
