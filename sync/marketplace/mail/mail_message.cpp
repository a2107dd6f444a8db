// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/mail/mail_message.h"

#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
namespace
{

/// Of UTF-8 in one encoded word, which may have 75 characters (RFC 2047, 2).
constexpr qsizetype wordBytes = 42;
constexpr qsizetype lineBytes = 57; ///< 76 characters of base64

bool isPlain(const QString& text)
{
    return std::all_of(text.cbegin(), text.cend(), [](QChar c) {
        return c.unicode() < 0x80 && (c.isLetterOrNumber() || QStringView(u" .-#!").contains(c));
    }) && text.size() <= 60 && !text.startsWith(u' ') && !text.endsWith(u' ');
}

/// Encoded words, folded, with no character divided between two.
QByteArray headText(const QString& text)
{
    if (isPlain(text))
        return text.toLatin1();
    QByteArray words;
    QByteArray word;
    const auto flush = [&] {
        if (!word.isEmpty())
            words += (words.isEmpty() ? "" : "\r\n ") + ("=?UTF-8?B?" + word.toBase64() + "?=");
        word.clear();
    };
    for (const char32_t point : text.toUcs4()) {
        const char32_t safe = point < 0x20 || point == 0x7F ? U' ' : point;
        const QByteArray bytes = QString::fromUcs4(&safe, 1).toUtf8();
        if (word.size() + bytes.size() > wordBytes)
            flush();
        word += bytes;
    }
    flush();
    return words;
}

QByteArray headAddress(const MailAddress& address)
{
    const QByteArray bare = address.address.toLatin1();
    return address.name.isEmpty() ? bare : headText(address.name) + " <" + bare + '>';
}

QByteArray part(const QByteArray& type, const QString& content)
{
    QByteArray bytes = "Content-Type: " + type + "; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n";
    QString lines = content;
    const QByteArray utf8 = lines.replace(u"\n"_s, u"\r\n"_s).toUtf8();
    for (qsizetype at = 0; at < utf8.size(); at += lineBytes)
        bytes += utf8.mid(at, lineBytes).toBase64() + "\r\n";
    return bytes;
}

} // namespace

bool isMailAddress(const QString& address)
{
    static const QRegularExpression shape(
        QRegularExpression::anchoredPattern(u"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9.-]+"_s));
    return address.size() <= 254 && shape.match(address).hasMatch();
}

std::optional<MailAddress> MailAddress::parse(const QString& text)
{
    const QString trimmed = text.trimmed();
    const qsizetype open = trimmed.lastIndexOf(u'<');
    MailAddress read;
    if (open < 0) {
        read.address = trimmed;
    } else {
        if (!trimmed.endsWith(u'>'))
            return std::nullopt;
        read.name = trimmed.first(open).trimmed();
        read.address = trimmed.sliced(open + 1).chopped(1);
    }
    return isMailAddress(read.address) ? std::optional(read) : std::nullopt;
}

QByteArray MailMessage::toBytes() const
{
    const QByteArray bareId = id.toLatin1();
    const QByteArray boundary = "belanjain-" + bareId;
    const QString when = QLocale::c().toString(QDateTime::fromMSecsSinceEpoch(date.ms, QTimeZone::utc()),
                                               u"ddd, dd MMM yyyy HH:mm:ss"_s);
    QByteArray bytes;
    bytes += "From: " + headAddress(from) + "\r\n";
    bytes += "To: " + headAddress(to) + "\r\n";
    bytes += "Subject: " + headText(subject) + "\r\n";
    bytes += "Date: " + when.toLatin1() + " +0000\r\n";
    bytes += "Message-ID: <" + bareId + '@' + from.address.section(u'@', 1).toLatin1() + ">\r\n";
    bytes += "Auto-Submitted: auto-generated\r\nContent-Language: " + language.toLatin1() + "\r\n";
    bytes += "MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=\"" + boundary + "\"\r\n\r\n";
    bytes += "--" + boundary + "\r\n" + part("text/plain", text);
    bytes += "--" + boundary + "\r\n" + part("text/html", html);
    bytes += "--" + boundary + "--\r\n";
    return bytes;
}

} // namespace belanjain::marketplace
