// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/welcome.h"

namespace belanjain::ui
{
using namespace Qt::StringLiterals;

QUrl marketplaceAddress(const QString& typed)
{
    QString text = typed.trimmed();
    if (!text.contains(u"://")) {
        const QString host = text.section(u'/', 0, 0).section(u':', 0, 0);
        const bool local = host == u"localhost" || host.startsWith(u"127.") || host.endsWith(u".local");
        text.prepend(local ? u"http://"_s : u"https://"_s);
    }
    const QUrl url(text, QUrl::StrictMode);
    const bool http = url.scheme() == u"http" || url.scheme() == u"https";
    const bool plain = url.userInfo().isEmpty() && !url.hasQuery() && !url.hasFragment();
    return url.isValid() && http && plain && !url.host().isEmpty() ? url : QUrl();
}

} // namespace belanjain::ui
