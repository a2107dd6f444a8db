// SPDX-License-Identifier: GPL-3.0-or-later
#include "serve.h"

#include "import_command.h"
#include "marketplace/samples/demo_market.h"
#include "marketplace/server.h"
#include "options.h"
#include "ports/system.h"
#include "stop_signals.h"
#include "subcommand.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QUrl>

namespace belanjain::app
{
using namespace Qt::StringLiterals;
namespace
{

struct Wish
{
    marketplace::ServerConfig config;
    QString portFile;
    bool demo = false;
    marketplace::LogLevel logLevel = marketplace::LogLevel::Warning;
};

void describe(QCommandLineParser& parser)
{
    parser.setApplicationDescription(u"Serves the marketplace over HTTP until it is told to stop (SIGTERM)."_s);
    parser.addOptions({
        {u"listen"_s, u"Address and port; port 0 takes a free one. Default: 127.0.0.1:8787."_s, u"address:port"_s,
         u"127.0.0.1:8787"_s},
        databaseOption(),
        dataDirOption(),
        {u"port-file"_s, u"Writes the port to this file once connections are accepted."_s, u"file"_s},
        {u"tls-cert"_s, u"Certificate chain in PEM; with --tls-key."_s, u"file"_s},
        {u"tls-key"_s, u"Private key in PEM; with --tls-cert."_s, u"file"_s},
        {u"trusted-proxy"_s,
         u"Address or subnet of a proxy whose X-Forwarded-For names the client; may be given again. This machine's own are trusted."_s,
         u"address"_s},
        {u"smtp"_s,
         u"Mail server: smtp://HOST:PORT, smtps://USER:PASSWORD@HOST; ?tls=required insists on STARTTLS. User and\n"
         "password may be in BELANJAIN_SMTP_USER and BELANJAIN_SMTP_PASSWORD. Without one no mail is sent."_s,
         u"url"_s},
        {u"mail-from"_s, u"Sender of the mails: an address, or 'Name <address>'. Default: Belanjain <belanjain@localhost>."_s,
         u"address"_s},
        {u"demo"_s, u"Loads the sample stores on first start. Their accounts have a public password."_s},
        {u"log"_s, u"How much to say on stderr: debug, info, warning or error. Default: warning."_s, u"level"_s,
         u"warning"_s},
    });
}

/// "127.0.0.1:8787", "[::1]:8787", "localhost:0".
bool readListen(const QString& text, marketplace::ServerConfig& config)
{
    const qsizetype colon = text.lastIndexOf(u':');
    if (colon <= 0)
        return false;
    QString host = text.left(colon);
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.mid(1, host.size() - 2);
    config.address = host == u"localhost" ? QHostAddress(QHostAddress::LocalHost) : QHostAddress(host);
    bool ok = false;
    config.port = text.mid(colon + 1).toUShort(&ok);
    return ok && !config.address.isNull();
}

bool readLogLevel(const QString& text, marketplace::LogLevel& level)
{
    const qsizetype index = QStringList{u"debug"_s, u"info"_s, u"warning"_s, u"error"_s}.indexOf(text);
    if (index >= 0)
        level = marketplace::LogLevel(index);
    return index >= 0;
}

/// What is wrong with the values; empty when nothing is.
QString readMail(const QCommandLineParser& parser, marketplace::MailOptions& mail)
{
    if (parser.isSet(u"smtp"_s)) {
        QString url = parser.value(u"smtp"_s);
        const QString user = qEnvironmentVariable("BELANJAIN_SMTP_USER");
        const QString password = qEnvironmentVariable("BELANJAIN_SMTP_PASSWORD");
        QUrl parsed(url, QUrl::StrictMode);
        if (parsed.isValid() && parsed.userInfo().isEmpty() && !user.isEmpty()) {
            parsed.setUserName(user, QUrl::DecodedMode);
            parsed.setPassword(password, QUrl::DecodedMode);
            url = parsed.toString(QUrl::FullyEncoded);
        }
        const auto server = marketplace::SmtpServer::parse(url);
        if (!server)
            return u"--smtp: "_s + server.error();
        mail.smtp = *server;
    }
    if (parser.isSet(u"mail-from"_s)) {
        const auto from = marketplace::MailAddress::parse(parser.value(u"mail-from"_s));
        if (!from)
            return u"--mail-from: '%1' is not an address such as Toko <toko@pasar.example>"_s.arg(parser.value(u"mail-from"_s));
        mail.from = *from;
    }
    return {};
}

/// A proxy opens many connections and is not held to the limit of one client.
bool readProxies(const QStringList& values, marketplace::ServerConfig& config)
{
    for (const QString& value : values) {
        const auto subnet = marketplace::TrustedProxies::parse(value);
        if (!subnet)
            return false;
        config.accounts.proxies.add(*subnet);
        if (!value.contains(u'/'))
            config.limits.uncountedAddresses.append(subnet->first);
    }
    return true;
}

/// What is wrong with the values; empty when nothing is.
QString readWish(const QCommandLineParser& parser, Wish& wish)
{
    if (!parser.positionalArguments().isEmpty())
        return u"'%1' means nothing here"_s.arg(parser.positionalArguments().constFirst());
    if (!readListen(parser.value(u"listen"_s), wish.config))
        return u"--listen: '%1' is not an address and a port, such as 127.0.0.1:8787"_s.arg(parser.value(u"listen"_s));
    if (!readLogLevel(parser.value(u"log"_s), wish.logLevel))
        return u"--log: '%1' is none of debug, info, warning and error"_s.arg(parser.value(u"log"_s));
    if (!readProxies(parser.values(u"trusted-proxy"_s), wish.config))
        return u"--trusted-proxy: '%1' is neither an address nor a subnet such as 10.0.0.0/8"_s.arg(
            parser.values(u"trusted-proxy"_s).join(u", "));
    if (parser.isSet(u"tls-cert"_s) != parser.isSet(u"tls-key"_s))
        return u"--tls-cert and --tls-key belong together"_s;
    for (const QString& name : {u"tls-cert"_s, u"tls-key"_s}) {
        if (parser.isSet(name) && !QFileInfo(parser.value(name)).isReadable())
            return u"--%1: cannot read '%2'"_s.arg(name, parser.value(name));
    }
    if (parser.isSet(u"tls-cert"_s))
        wish.config.tls = http::TlsFiles{parser.value(u"tls-cert"_s), parser.value(u"tls-key"_s)};
    if (const QString wrong = readMail(parser, wish.config.mail); !wrong.isEmpty())
        return wrong;
    wish.config.dataDir = parser.value(u"data-dir"_s);
    wish.portFile = parser.value(u"port-file"_s);
    wish.demo = parser.isSet(u"demo"_s);
    return {};
}

/// A reader sees the whole number or no file.
bool writePortFile(const QString& path, quint16 port)
{
    if (path.isEmpty())
        return true;
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(QByteArray::number(port) + '\n') > 0 && file.commit();
}

/// Before anybody is served. False when it failed, which was complained about.
bool loadDemo(const Wish& wish, const ports::Clock& clock, ports::RandomSource& random)
{
    using namespace marketplace::samples;
    if (!wish.config.address.isLoopback())
        complain(u"serve: --demo: anybody who reaches this address can sign in as a sample seller"_s);
    const auto report = loadDemoMarket(wish.config.database, clock, random, progressOnStderr(u"serve"_s),
                                       wish.config.dataDir);
    if (!report) {
        complain(u"serve: --demo: "_s + report.error());
        return false;
    }
    if (!report->alreadyThere) {
        complain(u"serve: loaded %1 stores, %2 products and %3 orders; sign in as %4 with the password %5"_s
                     .arg(report->stores)
                     .arg(report->products)
                     .arg(report->orders)
                     .arg(demoSellerEmail, demoPassword));
    }
    return true;
}

QString urlOf(const marketplace::ServerConfig& config, quint16 port)
{
    const QString scheme = config.tls ? u"https"_s : u"http"_s;
    const bool six = config.address.protocol() == QAbstractSocket::IPv6Protocol;
    const QString host = six ? u'[' + config.address.toString() + u']' : config.address.toString();
    return u"%1://%2:%3"_s.arg(scheme, host).arg(port);
}

} // namespace

int serve(const QStringList& arguments)
{
    QCommandLineParser parser;
    describe(parser);
    if (const auto code = parseOptions(parser, u"serve"_s, arguments))
        return *code;
    Wish wish;
    if (const QString wrong = readWish(parser, wish); !wrong.isEmpty()) {
        complain(u"serve: "_s + wrong);
        return exitUsage;
    }
    const auto database = databaseOf(parser);
    if (!database)
        return exitUsage;
    wish.config.database = *database;
    wish.config.dataDir = dataDirOf(parser, *database);

    const ports::SystemClock clock;
    ports::SystemRandom random;
    if (wish.demo && !loadDemo(wish, clock, random))
        return exitFailed;
    marketplace::StderrLog log(wish.logLevel);
    StopSignals signals;
    marketplace::Server server(wish.config, {clock, random, log});
    QObject::connect(&signals, &StopSignals::received, &server, &marketplace::Server::drain);
    QObject::connect(&server, &marketplace::Server::drained, qApp, &QCoreApplication::quit);
    const auto port = server.start();
    if (!port) {
        complain(u"serve: "_s + port.error());
        return exitFailed;
    }
    if (!writePortFile(wish.portFile, *port)) {
        complain(u"serve: --port-file: cannot write '%1'"_s.arg(wish.portFile));
        return exitUsage;
    }
    say(u"listening on "_s + urlOf(wish.config, *port));
    return QCoreApplication::exec();
}

} // namespace belanjain::app
