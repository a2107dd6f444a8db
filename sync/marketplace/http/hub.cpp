// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/http/hub.h"

#include "marketplace/http/response_head.h"

#include <utility>

namespace belanjain::http {

namespace {

constexpr qsizetype readSize = 64 * 1024;

} // namespace

Hub::Hub(Handler& router, Limits allowances, std::function<qint64()> utcClock)
    : handler(router)
    , limits(std::move(allowances))
    , in(readSize, Qt::Uninitialized)
    , utc_(std::move(utcClock))
{
    clock_.start();
    out.reserve(4096);
}

QByteArrayView Hub::date()
{
    const qint64 utcMs = utc_();
    if (const qint64 second = utcMs / 1000; second != dateSecond_) {
        dateSecond_ = second;
        date_ = httpDate(utcMs);
    }
    return date_;
}

} // namespace belanjain::http
