// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/mail/smtp.h"

#include <QHostAddress>
#include <QUrl>
#include <QUrlQuery>

#include <curl/curl.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <mutex>
#include <utility>

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
namespace
{

constexpr long connectSeconds = 15;
constexpr long wholeSeconds = 60;

struct CleanUp
{
    void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

/// What libcurl's callbacks look at.
struct Dialogue
{
    const QByteArray& message;
    const std::atomic<bool>& stop;
    qsizetype read = 0;
    QByteArray command; ///< the last that was sent
    QByteArray said;    ///< the one before it
    QByteArray answer;  ///< the last line that came back before parting

    /// What the answer is to.
    QByteArray asked() const { return command == "QUIT" ? said : command; }
};

size_t readMessage(char* to, size_t size, size_t count, void* given)
{
    auto& dialogue = *static_cast<Dialogue*>(given);
    const qsizetype piece = std::min(qsizetype(size * count), dialogue.message.size() - dialogue.read);
    std::memcpy(to, dialogue.message.constData() + dialogue.read, size_t(piece));
    dialogue.read += piece;
    return size_t(piece);
}

int listen(CURL*, curl_infotype type, char* bytes, size_t count, void* given)
{
    auto& dialogue = *static_cast<Dialogue*>(given);
    // Credentials are in AUTH's lines: only the verb is kept. What is said in parting explains nothing.
    if (type == CURLINFO_HEADER_OUT && dialogue.command != "QUIT")
        dialogue.said = std::exchange(dialogue.command, QByteArray(bytes, qsizetype(std::min<size_t>(count, 4))).toUpper());
    else if (type == CURLINFO_HEADER_IN && dialogue.command != "QUIT")
        dialogue.answer = QByteArray(bytes, qsizetype(std::min<size_t>(count, 300))).trimmed();
    return 0;
}

int watch(void* given, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    return static_cast<Dialogue*>(given)->stop ? 1 : 0;
}

long tlsOption(SmtpServer::StartTls wish)
{
    if (wish == SmtpServer::StartTls::Always)
        return CURLUSESSL_ALL;
    return wish == SmtpServer::StartTls::WhereOffered ? CURLUSESSL_TRY : CURLUSESSL_NONE;
}

Handover verdict(CURLcode result, const Dialogue& dialogue)
{
    if (result == CURLE_OK)
        return {};
    QString words = QString::fromUtf8(curl_easy_strerror(result));
    const int code = dialogue.answer.left(3).toInt();
    if (code >= 400)
        words = QString::fromUtf8(dialogue.answer);
    // Before the recipient was named it is not about this mail.
    const bool aboutMail = dialogue.asked() == "RCPT" || dialogue.asked() == "DATA" || dialogue.read > 0;
    if (!aboutMail)
        return {Handover::Kind::Down, words};
    // A temporary answer is not one about us all: greylisting is about one recipient. 421 closes the door.
    if (code == 421)
        return {Handover::Kind::Down, words};
    return {code >= 500 ? Handover::Kind::Refused : Handover::Kind::Later, words};
}

} // namespace

tl::expected<SmtpServer, QString> SmtpServer::parse(const QString& text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool tls = url.scheme() == u"smtps";
    if (!url.isValid() || (!tls && url.scheme() != u"smtp") || url.host().isEmpty() || url.path().size() > 1)
        return tl::unexpected(u"'%1' is not a mail server such as smtp://127.0.0.1:25 or smtps://user:password@host"_s.arg(
            url.isValid() ? url.toDisplayString(QUrl::RemovePassword) : u"it"_s));
    const QString wish = QUrlQuery(url).queryItemValue(u"tls"_s);
    if (url.hasQuery() && wish != u"required")
        return tl::unexpected(u"after ? only tls=required is known"_s);
    QUrl bare;
    bare.setScheme(url.scheme());
    bare.setHost(url.host());
    bare.setPort(url.port());
    SmtpServer server{.url = bare.toString(),
                      .user = url.userName(QUrl::FullyDecoded),
                      .password = url.password(QUrl::FullyDecoded)};
    const bool here = url.host() == u"localhost" || QHostAddress(url.host()).isLoopback();
    if (wish == u"required" || (!server.password.isEmpty() && !here))
        server.startTls = StartTls::Always;
    else if (!here)
        server.startTls = StartTls::WhereOffered;
    return server;
}

Handover SmtpTransport::send(const QString& from, const QString& to, const QByteArray& message, const std::atomic<bool>& stop)
{
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
    const std::unique_ptr<CURL, CleanUp> curl(curl_easy_init());
    const std::unique_ptr<curl_slist, CleanUp> recipients(
        curl_slist_append(nullptr, (u'<' + to + u'>').toLatin1().constData()));
    if (!curl || !recipients)
        return {Handover::Kind::Down, u"not enough memory"_s};
    CURL* const c = curl.get();
    Dialogue dialogue{message, stop, 0, {}, {}, {}};
    const QByteArray url = m_server.url.toUtf8();
    const QByteArray sender = (u'<' + from + u'>').toLatin1();
    curl_easy_setopt(c, CURLOPT_URL, url.constData());
    curl_easy_setopt(c, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(c, CURLOPT_PROXY, "");
    curl_easy_setopt(c, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(c, CURLOPT_CONNECTTIMEOUT, connectSeconds);
    curl_easy_setopt(c, CURLOPT_TIMEOUT, wholeSeconds);
    curl_easy_setopt(c, CURLOPT_USE_SSL, tlsOption(m_server.startTls));
    const QByteArray user = m_server.user.toUtf8();
    const QByteArray password = m_server.password.toUtf8();
    if (!user.isEmpty()) {
        curl_easy_setopt(c, CURLOPT_USERNAME, user.constData());
        curl_easy_setopt(c, CURLOPT_PASSWORD, password.constData());
    }
    curl_easy_setopt(c, CURLOPT_MAIL_FROM, sender.constData());
    curl_easy_setopt(c, CURLOPT_MAIL_RCPT, recipients.get());
    curl_easy_setopt(c, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(c, CURLOPT_READFUNCTION, readMessage);
    curl_easy_setopt(c, CURLOPT_READDATA, &dialogue);
    curl_easy_setopt(c, CURLOPT_VERBOSE, 1L);
    curl_easy_setopt(c, CURLOPT_DEBUGFUNCTION, listen);
    curl_easy_setopt(c, CURLOPT_DEBUGDATA, &dialogue);
    curl_easy_setopt(c, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(c, CURLOPT_XFERINFOFUNCTION, watch);
    curl_easy_setopt(c, CURLOPT_XFERINFODATA, &dialogue);
    const CURLcode result = curl_easy_perform(c);
    return verdict(result, dialogue);
}

} // namespace belanjain::marketplace
