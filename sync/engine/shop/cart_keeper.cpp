// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/shop/cart_keeper.h"

#include "domain/cart_split.h"
#include "protocol/json.h"

#include <algorithm>

namespace belanjain::engine
{
using namespace Qt::StringLiterals;

CartKeeper::CartKeeper(ShopLink& link, ShopStore& store, ShopReading& reading)
    : m_link(link), m_store(store), m_table(store.database()), m_reading(reading)
{
}

void CartKeeper::onThread(std::function<void()> task)
{
    QMetaObject::invokeMethod(this, std::move(task), Qt::QueuedConnection);
}

void CartKeeper::failedOnDisk(const storage::Error& error)
{
    if (m_store.failed)
        m_store.failed(error.text);
}

void CartKeeper::read() { onThread([this] { tell(); }); }

void CartKeeper::refresh()
{
    onThread([this] { settle({}); });
}

void CartKeeper::edit(const VariantId& variant, const std::function<bool(CartRow&)>& change)
{
    if (m_locked)
        return;
    const auto row = m_table.row(variant);
    if (!row)
        return failedOnDisk(row.error());
    CartRow now = row->value_or(CartRow());
    if (!change(now))
        return;
    const bool gone = now.line.quantity == 0 && now.known == 0 && !now.sent;
    if (const auto done = gone ? m_table.drop(variant) : m_table.put(now); !done)
        return failedOnDisk(done.error());
    tell();
    settle({});
}

void CartKeeper::add(const ports::ShopProduct& product, const VariantId& id, qint64 quantity)
{
    onThread([this, product, id, quantity] {
        const ports::ShopVariant* variant = product.variant(id);
        if (!variant || quantity < 1)
            return;
        if (m_state.lines >= maxCartLines && !m_state.line(id)) {
            Q_EMIT refused(id, {u"too_many"_s, {}});
            return;
        }
        edit(id, [&](CartRow& row) {
            const qint64 had = row.line.quantity;
            if (had + quantity > maxCartQuantity) {
                Q_EMIT refused(id, {u"out_of_range"_s, {}});
                return false;
            }
            row.line = {.variant = id,
                        .product = product.card.product,
                        .store = product.card.store,
                        .storeName = product.card.storeName,
                        .name = product.card.name,
                        .optionsLabel = optionsLabel(variant->options, product.options),
                        .category = product.card.category,
                        .imageHash = product.card.imageHash,
                        .unitPrice = variant->price,
                        .seenPrice = variant->price,
                        .quantity = had + quantity,
                        .available = variant->available,
                        .weightGrams = variant->weightGrams};
            row.notForSale = false;
            return true;
        });
    });
}

void CartKeeper::setQuantity(const VariantId& variant, qint64 quantity)
{
    onThread([this, variant, quantity] {
        edit(variant, [&](CartRow& row) {
            if (row.line.product.isNull() || row.line.quantity == quantity || quantity < 1)
                return false;
            row.line.quantity = std::min(quantity, maxCartQuantity);
            return true;
        });
    });
}

void CartKeeper::remove(const VariantId& variant)
{
    onThread([this, variant] {
        edit(variant, [](CartRow& row) {
            row.line.quantity = 0;
            row.notForSale = false;
            return !row.line.product.isNull();
        });
    });
}

void CartKeeper::putBack(const ports::ShopCartLine& line)
{
    onThread([this, line] {
        edit(line.variant, [&](CartRow& row) {
            row.line = line;
            return line.quantity > 0;
        });
    });
}

void CartKeeper::acceptPrice(const VariantId& variant)
{
    onThread([this, variant] {
        edit(variant, [](CartRow& row) {
            row.line.seenPrice = row.line.unitPrice;
            return !row.line.product.isNull();
        });
    });
}

void CartKeeper::lock(bool locked)
{
    m_locked = locked;
    tell();
}

void CartKeeper::bought(const QList<VariantId>& variants)
{
    if (const auto done = m_table.dropAll(variants); !done)
        failedOnDisk(done.error());
    tell();
}

void CartKeeper::takeOver(const QList<CartRow>& rows)
{
    for (CartRow row : rows) {
        const auto here = m_table.row(row.line.variant);
        if (!here)
            return failedOnDisk(here.error());
        if (*here) {
            row.line.quantity = std::min(maxCartQuantity, row.line.quantity + (*here)->line.quantity);
            row.known = (*here)->known;
            row.sent = (*here)->sent;
        } else {
            row.known = 0;
        }
        if (const auto done = m_table.put(row); !done)
            return failedOnDisk(done.error());
    }
    tell();
}

void CartKeeper::tell()
{
    const auto rows = m_table.rows();
    if (!rows)
        return failedOnDisk(rows.error());
    ports::ShopCartState state{.live = m_live && m_link.answers(), .locked = m_locked};
    int waiting = 0;
    for (const CartRow& row : *rows) {
        waiting += row.pending() && m_link.signedIn() ? 1 : 0;
        if (row.line.quantity == 0)
            continue;
        auto group = std::find_if(state.stores.begin(), state.stores.end(),
                                  [&](const auto& each) { return each.store == row.line.store; });
        if (group == state.stores.end())
            group = state.stores.insert(state.stores.end(), {.store = row.line.store, .name = row.line.storeName});
        ports::ShopCartLine line = row.line;
        line.waiting = line.waiting && m_link.signedIn();
        group->lines.append(line);
        ++state.lines;
        state.pieces += line.quantity;
        if (!line.buyable())
            continue;
        ++group->buyable;
        group->goods.rupiah += line.total().rupiah;
        group->grams += qint64(std::max(0, line.weightGrams)) * line.quantity;
        state.goods.rupiah += line.total().rupiah;
    }
    if (waiting != m_waiting) {
        m_waiting = waiting;
        if (waitingChanged)
            waitingChanged();
    }
    m_state = state;
    Q_EMIT changed(m_state);
}

void CartKeeper::settle(std::function<void(const ports::ShopProblem&)> done)
{
    if (done)
        m_whenSettled.push_back(std::move(done));
    if (m_settling) {
        m_again = true;
        return;
    }
    if (!m_link.answers()) {
        finish({u"unreachable"_s, {}});
        return;
    }
    m_settling = true;
    m_again = false;
    if (m_link.signedIn())
        askAccount();
    else
        finish({});
}

void CartKeeper::askAccount()
{
    HttpRequest request{.path = u"/v1/cart"_s};
    if (!m_etag.isEmpty() && m_waiting == 0)
        request.headers.append({"If-None-Match", m_etag});
    m_link.own(request, [this](const HttpAnswer& answer) { took(answer); });
}

void CartKeeper::took(const HttpAnswer& answer)
{
    if (answer.status == 304) {
        finish({});
        return;
    }
    const auto cart = answer.success() ? readCart(answer.body) : std::nullopt;
    if (!cart) {
        finish(problemOf(answer));
        return;
    }
    if (const auto merged = m_table.merge(*cart); !merged) {
        failedOnDisk(merged.error());
        finish({u"storage"_s, {}});
        return;
    }
    m_etag = answer.etag;
    tell();
    sendNext();
}

void CartKeeper::sendNext()
{
    const auto rows = m_table.rows();
    if (!rows) {
        failedOnDisk(rows.error());
        finish({u"storage"_s, {}});
        return;
    }
    const auto next = std::find_if(rows->cbegin(), rows->cend(),
                                   [](const CartRow& row) { return row.line.quantity != row.known && !row.notForSale; });
    if (next == rows->cend()) {
        finish({});
        return;
    }
    CartRow row = *next;
    row.sent = row.line.quantity;
    if (const auto done = m_table.put(row); !done) {
        failedOnDisk(done.error());
        finish({u"storage"_s, {}});
        return;
    }
    m_etag.clear();
    HttpRequest request{.method = row.line.quantity > 0 ? "PUT" : "DELETE",
                        .path = u"/v1/cart/items/"_s + row.line.variant.toString()};
    if (row.line.quantity > 0)
        request.body = protocol::toJson({{u"quantity"_s, row.line.quantity}});
    m_link.own(request, [this, variant = row.line.variant, quantity = row.line.quantity](const HttpAnswer& answer) {
        sent(variant, quantity, answer);
    });
}

void CartKeeper::sent(const VariantId& variant, qint64 quantity, const HttpAnswer& answer)
{
    const bool removed = quantity == 0 && answer.status == 404;
    if (isOutage(answer) || answer.status == 401 || answer.status == 403) {
        tell();
        finish(problemOf(answer)); // `sent` stays: the next merge finds out whether it arrived
        return;
    }
    const auto found = m_table.row(variant);
    if (!found || !*found) {
        sendNext();
        return;
    }
    CartRow row = **found;
    row.sent.reset();
    if (answer.success() || removed) {
        row.known = quantity;
    } else {
        // The account's cart will not have it: no use in sending it again.
        row.notForSale = true;
        row.known = 0;
        Q_EMIT refused(variant, problemOf(answer));
    }
    const bool gone = row.line.quantity == 0 && row.known == 0;
    if (const auto done = gone ? m_table.drop(variant) : m_table.put(row); !done) {
        failedOnDisk(done.error());
        finish({u"storage"_s, {}});
        return;
    }
    tell();
    sendNext();
}

void CartKeeper::finish(const ports::ShopProblem& problem)
{
    m_settling = false;
    m_live = problem.isEmpty();
    if (problem.isEmpty() && m_again) {
        settle({});
        return;
    }
    m_again = false;
    tell();
    if (problem.isEmpty())
        learnMore();
    const auto waiting = std::exchange(m_whenSettled, {});
    for (const auto& done : waiting)
        done(problem);
}

void CartKeeper::learnMore()
{
    const auto rows = m_table.rows();
    if (!rows)
        return failedOnDisk(rows.error());
    for (const CartRow& row : *rows) {
        // The account's cart says everything but picture, category and weight.
        const bool known = row.line.weightGrams >= 0 && m_link.signedIn();
        if (known || m_asking.contains(row.line.product))
            continue;
        m_asking.append(row.line.product);
        m_reading.fetch(row.line.product, [this, product = row.line.product](const auto& now, bool gone) {
            m_asking.removeOne(product);
            learned(product, now, gone);
        });
    }
}

void CartKeeper::learned(const ProductId& product, const std::optional<ports::ShopProduct>& now, bool gone)
{
    const auto rows = m_table.rows();
    if (!rows)
        return failedOnDisk(rows.error());
    bool different = false;
    for (CartRow row : *rows) {
        if (row.line.product != product || (!now && !gone))
            continue;
        const CartRow before = row;
        const ports::ShopVariant* variant = now ? now->variant(row.line.variant) : nullptr;
        row.line.weightGrams = variant ? variant->weightGrams : std::max(0, row.line.weightGrams);
        if (!m_link.signedIn())
            row.notForSale = !variant;
        if (variant) {
            row.line.category = now->card.category;
            row.line.imageHash = now->card.imageHash;
            row.line.optionsLabel = optionsLabel(variant->options, now->options);
            row.line.unitPrice = variant->price;
            row.line.available = variant->available;
        }
        if (row.line == before.line && row.notForSale == before.notForSale)
            continue;
        different = true;
        if (const auto done = m_table.put(row); !done)
            return failedOnDisk(done.error());
    }
    if (different)
        tell();
}

} // namespace belanjain::engine
