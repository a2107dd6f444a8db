// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/order_state.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <iterator>

namespace belanjain {
using namespace Qt::StringLiterals;

namespace {

constexpr std::array allStatuses{OrderStatus::Pending, OrderStatus::Processing, OrderStatus::Shipped,
                                 OrderStatus::Delivered, OrderStatus::Cancelled};
constexpr std::array actors{Role::Customer, Role::Seller};

bool sellerMay(OrderStatus from, OrderStatus to)
{
    switch (from) {
    case OrderStatus::Pending:
        return to == OrderStatus::Processing || to == OrderStatus::Shipped || to == OrderStatus::Cancelled;
    case OrderStatus::Processing:
        return to == OrderStatus::Shipped || to == OrderStatus::Cancelled;
    case OrderStatus::Shipped:
        return to == OrderStatus::Delivered;
    case OrderStatus::Delivered:
        return false;
    case OrderStatus::Cancelled:
        return false;
    }
    return false;
}

bool customerMay(OrderStatus from, OrderStatus to)
{
    switch (from) {
    case OrderStatus::Pending:
        return to == OrderStatus::Cancelled;
    case OrderStatus::Processing:
        return false;
    case OrderStatus::Shipped:
        return to == OrderStatus::Delivered;
    case OrderStatus::Delivered:
        return false;
    case OrderStatus::Cancelled:
        return false;
    }
    return false;
}

bool may(OrderStatus from, OrderStatus to, Role role)
{
    switch (role) {
    case Role::Nobody:
        return false;
    case Role::Customer:
        return customerMay(from, to);
    case Role::Seller:
        return sellerMay(from, to);
    }
    return false;
}

bool anybodyMay(OrderStatus from, OrderStatus to)
{
    return std::any_of(actors.begin(), actors.end(), [=](Role role) { return may(from, to, role); });
}

StockEffect stockEffect(OrderStatus to)
{
    switch (to) {
    case OrderStatus::Shipped:
        return StockEffect::Ship;
    case OrderStatus::Cancelled:
        return StockEffect::Release;
    case OrderStatus::Pending:
        return StockEffect::None;
    case OrderStatus::Processing:
        return StockEffect::None;
    case OrderStatus::Delivered:
        return StockEffect::None;
    }
    return StockEffect::None;
}

// An order that skips PROCESSING was processed the moment it was shipped.
OrderTimes stamps(OrderStatus from, OrderStatus to)
{
    switch (to) {
    case OrderStatus::Pending:
        return {};
    case OrderStatus::Processing:
        return OrderTime::Processed;
    case OrderStatus::Shipped:
        return from == OrderStatus::Pending ? OrderTime::Processed | OrderTime::Shipped
                                            : OrderTimes(OrderTime::Shipped);
    case OrderStatus::Delivered:
        return OrderTime::Delivered;
    case OrderStatus::Cancelled:
        return OrderTime::Cancelled;
    }
    return {};
}

} // namespace

QString wireName(OrderStatus status)
{
    switch (status) {
    case OrderStatus::Pending:
        return u"PENDING"_s;
    case OrderStatus::Processing:
        return u"PROCESSING"_s;
    case OrderStatus::Shipped:
        return u"SHIPPED"_s;
    case OrderStatus::Delivered:
        return u"DELIVERED"_s;
    case OrderStatus::Cancelled:
        return u"CANCELLED"_s;
    }
    return {};
}

std::optional<OrderStatus> parseOrderStatus(QStringView text)
{
    for (const OrderStatus status : allStatuses) {
        if (text == wireName(status))
            return status;
    }
    return std::nullopt;
}

bool isFinal(OrderStatus status) { return allowedNext(status).isEmpty(); }

Checked<OrderStep> transition(OrderStatus from, OrderStatus to, Role role, bool hasReason)
{
    if (!anybodyMay(from, to)) {
        QStringList allowed;
        for (const OrderStatus next : allowedNext(from))
            allowed += wireName(next);
        return tl::unexpected(
            Violation{u"to"_s, Rule::IllegalTransition, {wireName(from), wireName(to), allowed.join(u',')}});
    }
    if (!may(from, to, role))
        return tl::unexpected(Violation{u"to"_s, Rule::NotAllowedForRole, {}});
    if (role == Role::Seller && to == OrderStatus::Cancelled && !hasReason)
        return tl::unexpected(Violation{u"reason"_s, Rule::ReasonRequired, {}});
    return OrderStep{from, to, stockEffect(to), stamps(from, to)};
}

QList<OrderStatus> allowedNext(OrderStatus from, Role role)
{
    QList<OrderStatus> next;
    std::copy_if(allStatuses.begin(), allStatuses.end(), std::back_inserter(next),
                 [=](OrderStatus to) { return may(from, to, role); });
    return next;
}

QList<OrderStatus> allowedNext(OrderStatus from)
{
    QList<OrderStatus> next;
    std::copy_if(allStatuses.begin(), allStatuses.end(), std::back_inserter(next),
                 [=](OrderStatus to) { return anybodyMay(from, to); });
    return next;
}

} // namespace belanjain
