// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marketplace/http/limits.h"

#include <QSslConfiguration>
#include <QString>

#include <tl/expected.hpp>

namespace belanjain::http {

/// Reads certificate chain and key (RSA or EC, PEM, without passphrase); or says which file is wrong, and how.
tl::expected<QSslConfiguration, QString> loadTls(const TlsFiles& files);

} // namespace belanjain::http
