// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/generator.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

namespace belanjain::bench
{

/// Sends the same few requests in turn, which need no session.
class Reader : public Client
{
public:
    Reader(const char* kind, QList<QByteArray> requests, qsizetype first)
        : m_kind(kind), m_requests(std::move(requests)), m_at(first)
    {
    }
    bool next(Wish& wish) override
    {
        wish = {m_kind, m_requests[m_at++ % m_requests.size()]};
        return true;
    }
    void answered(int, QByteArrayView) override {}

private:
    const char* m_kind;
    QList<QByteArray> m_requests;
    qsizetype m_at;
};

/// Sends a list of requests once, and hears every answer's status.
class Once : public Client
{
public:
    Once(const char* kind, QList<QByteArray> requests) : m_kind(kind), m_requests(std::move(requests)) {}
    bool next(Wish& wish) override
    {
        if (m_at == m_requests.size())
            return false;
        wish = {m_kind, m_requests[m_at++]};
        return true;
    }
    void answered(int status, QByteArrayView) override { statuses.append(status); }

    QList<int> statuses;

private:
    const char* m_kind;
    QList<QByteArray> m_requests;
    qsizetype m_at = 0;
};

inline QByteArray checkoutBody(const QByteArray& variants = {})
{
    const QByteArray chosen = variants.isEmpty() ? QByteArray() : "\"variantIds\":" + variants + ',';
    return '{' + chosen + "\"address\":{\"recipient\":\"Budi\",\"phone\":\"08123456789\",\"street\":\"Jl. Melati 7\","
           "\"city\":\"Surabaya\",\"province\":\"Jawa Timur\",\"postcode\":\"60111\"},\"paymentMethod\":\"COD\"}";
}

inline QByteArray itemBody(const QByteArray& variant, int quantity)
{
    return "{\"variantId\":\"" + variant + "\",\"quantity\":" + QByteArray::number(quantity) + '}';
}

/// Fills a cart with one piece each of `lines` variants, each of another store, and checks it out; again and
/// again.
class Shopper : public Client
{
public:
    /// Variants by store.
    using Shelves = QList<QList<QByteArray>>;

    Shopper(QByteArray token, const Shelves& shelves, quint32 seed, int least, int most)
        : m_token(std::move(token)), m_shelves(shelves), m_random(seed), m_seed(seed), m_least(least), m_most(most)
    {
    }

    bool next(Wish& wish) override
    {
        if (m_left == 0 && !m_filled) {
            m_left = m_random.bounded(m_least, m_most + 1);
            m_filled = true;
            m_store = m_random.bounded(int(m_shelves.size()));
        }
        if (m_left > 0) {
            --m_left;
            const QList<QByteArray>& shelf = m_shelves[++m_store % m_shelves.size()];
            const QByteArray& variant = shelf[m_random.bounded(int(shelf.size()))];
            wish = {"add", requestText("POST", "/v1/cart/items", m_token, itemBody(variant, 1))};
            return true;
        }
        m_filled = false;
        m_isCheckout = true;
        wish = {"checkout", requestText("POST", "/v1/checkouts", m_token, checkoutBody(),
                                        QByteArray::number(m_seed) + '-' + QByteArray::number(m_carts++))};
        return true;
    }

    void answered(int status, QByteArrayView body) override
    {
        if (!std::exchange(m_isCheckout, false))
            return;
        bought += status == 201;
        if (status == 201 && keepsOrders)
            orders.append(body.toByteArray());
    }

    qint64 bought = 0;
    bool keepsOrders = false;
    QList<QByteArray> orders; ///< answers of checkouts

private:
    QByteArray m_token;
    const Shelves& m_shelves;
    QRandomGenerator m_random;
    quint32 m_seed;
    int m_least;
    int m_most;
    int m_left = 0;
    int m_store = 0;
    bool m_filled = false;
    bool m_isCheckout = false;
    qint64 m_carts = 0;
};

} // namespace belanjain::bench
