// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/welcome.h"

namespace belanjain::ui {
using namespace Qt::StringLiterals;
namespace {

/// Whether a host can only be this computer or a neighbour in a private network (RFC 1918, RFC 6762), where
/// nobody has a certificate. Names that merely begin like such an address are not taken for one.
bool isNearby(const QString& host)
{
    if (host == u"localhost" || host == u"::1" || host.endsWith(u".local"))
        return true;
    const QStringList parts = host.split(u'.');
    if (parts.size() != 4)
        return false;
    int octets[4] = {};
    for (int i = 0; i < 4; ++i) {
        bool number = false;
        octets[i] = parts.at(i).toUShort(&number);
        if (!number || octets[i] > 255)
            return false;
    }
    return octets[0] == 127 || octets[0] == 10 || (octets[0] == 192 && octets[1] == 168) ||
           (octets[0] == 172 && octets[1] >= 16 && octets[1] < 32);
}

} // namespace

QUrl marketplaceAddress(const QString& typed)
{
    const QString text = typed.trimmed();
    const bool complete = text.contains(u"://");
    QUrl url(complete ? text : u"https://"_s + text, QUrl::StrictMode);
    const bool http = url.scheme() == u"http" || url.scheme() == u"https";
    const bool plain = url.userInfo().isEmpty() && !url.hasQuery() && !url.hasFragment();
    if (!url.isValid() || !http || !plain || url.host().isEmpty())
        return {};
    if (!complete && isNearby(url.host()))
        url.setScheme(u"http"_s);
    return url;
}

} // namespace belanjain::ui
