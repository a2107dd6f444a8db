// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/runtime/log.h"

#include "protocol/json.h"

#include <array>
#include <cstdio>

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;

Log::~Log() = default;

void StderrLog::write(LogLevel level, const QString& event, const QJsonObject& fields)
{
    if (!wants(level))
        return;
    static constexpr std::array<const char16_t*, 4> names{u"debug", u"info", u"warning", u"error"};
    QJsonObject line = fields;
    line[u"level"_s] = QStringView(names.at(size_t(level))).toString();
    line[u"event"_s] = event;
    const QByteArray bytes = protocol::toJson(line) + '\n';
    const std::lock_guard lock(m_mutex);
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stderr);
}

} // namespace belanjain::marketplace
