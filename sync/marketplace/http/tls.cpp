// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/http/tls.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>

namespace belanjain::http {

using namespace Qt::StringLiterals;

namespace {

tl::expected<QByteArray, QString> readFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(u"cannot read %1: %2"_s.arg(path, file.errorString()));
    return file.readAll();
}

} // namespace

tl::expected<QSslConfiguration, QString> loadTls(const TlsFiles& files)
{
    if (!QSslSocket::supportsSsl())
        return tl::unexpected(u"this build of Qt has no TLS library to load"_s);
    const auto chainPem = readFile(files.certificate);
    if (!chainPem)
        return tl::unexpected(chainPem.error());
    const auto keyPem = readFile(files.key);
    if (!keyPem)
        return tl::unexpected(keyPem.error());

    const QList<QSslCertificate> chain = QSslCertificate::fromData(*chainPem, QSsl::Pem);
    if (chain.isEmpty())
        return tl::unexpected(u"%1 holds no PEM certificate"_s.arg(files.certificate));
    QSslKey key(*keyPem, QSsl::Rsa);
    if (key.isNull())
        key = QSslKey(*keyPem, QSsl::Ec);
    if (key.isNull())
        return tl::unexpected(u"%1 holds no RSA or EC private key in PEM"_s.arg(files.key));

    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificateChain(chain);
    configuration.setPrivateKey(key);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setAllowedNextProtocols({QByteArrayLiteral("http/1.1")});
    return configuration;
}

} // namespace belanjain::http
