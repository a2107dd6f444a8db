// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefront/shop_words.h"

#include "common/language.h"
#include "domain/format.h"
#include "orders/order_words.h"

#include <QCoreApplication>

namespace belanjain::ui {

using namespace Qt::StringLiterals;
using ports::Connection;

namespace {

/// Texts of this file.
struct ShopTexts
{
    Q_DECLARE_TR_FUNCTIONS(belanjain::ui::ShopTexts)
};

} // namespace

QString ratingText(double rating)
{
    QString text = QString::number(rating, 'f', 1);
    if (uiLanguage() == Language::Indonesian)
        text.replace(u'.', u',');
    return text;
}

QString ratingLine(const ports::ShopCard& card)
{
    if (card.reviewCount == 0 && card.sold == 0)
        return ShopTexts::tr("New, no reviews yet");
    const QString sold = ShopTexts::tr("%1 sold").arg(formatCount(card.sold, uiLanguage()));
    return card.reviewCount == 0 ? sold : ratingText(card.rating) + u" · "_s + sold;
}

QString priceText(const ports::ShopCard& card)
{
    const QString least = formatRupiah(card.minPrice);
    return card.minPrice == card.maxPrice ? least : ShopTexts::tr("from %1").arg(least);
}

QString daysText(const ports::ShippingQuote& quote)
{
    if (quote.maxDays == 0)
        return ShopTexts::tr("Today");
    if (quote.minDays == quote.maxDays)
        return quote.maxDays == 1 ? ShopTexts::tr("Tomorrow") : ShopTexts::tr("%1 days").arg(quote.maxDays);
    return ShopTexts::tr("%1–%2 days").arg(quote.minDays).arg(quote.maxDays);
}

QString problemSentence(const ports::ShopProblem& problem)
{
    if (problem.code == u"unreachable")
        return ShopTexts::tr("The marketplace does not answer. Check the connection and try again.");
    if (problem.code == u"session_ended")
        return ShopTexts::tr("Your session has ended. Sign in again to go on.");
    if (problem.code == u"storage")
        return ShopTexts::tr("This computer could not save that. Is the disk full?");
    if (problem.code == u"checkout_expired")
        return ShopTexts::tr("Nobody knows any more whether your last order went through. Look into My orders before you "
                         "order again.");
    if (problem.code == u"too_many" && problem.text.isEmpty())
        return ShopTexts::tr("The cart is full: it holds 200 different goods.");
    if (problem.code == u"out_of_range" && problem.text.isEmpty())
        return ShopTexts::tr("That is more than a cart can hold.");
    if (problem.text.isEmpty())
        return ShopTexts::tr("The marketplace gave an answer that Belanjain does not understand. Try again later.");
    return problem.text;
}

QString placeText(const ports::OrderAddress& address) { return u"%1 %2"_s.arg(address.city, address.postcode); }

bool isOffline(Connection connection)
{
    return connection == Connection::WorkingOffline || connection == Connection::Unreachable;
}

QString purchaseWord(OrderStatus status)
{
    switch (status) {
    case OrderStatus::Pending:
        return ShopTexts::tr("Placed");
    case OrderStatus::Processing:
        return ShopTexts::tr("Being packed");
    case OrderStatus::Shipped:
        return ShopTexts::tr("On the way");
    case OrderStatus::Delivered:
        return ShopTexts::tr("Received");
    case OrderStatus::Cancelled:
        return ShopTexts::tr("Cancelled");
    }
    return {};
}

QString paymentInSentence(const QString& method)
{
    QString word = paymentWord(method);
    if (word != method && !word.isEmpty())
        word[0] = word.at(0).toLower();
    return word;
}

QString categoryText(const QString& category) { return category.isEmpty() ? ShopTexts::tr("Other") : category; }

} // namespace belanjain::ui
