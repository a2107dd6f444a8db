// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/samples/online_retail.h"

#include "marketplace/samples/ean13.h"
#include "marketplace/samples/names.h"
#include "marketplace/samples/photos.h"
#include "marketplace/samples/retail_returns.h"
#include "marketplace/samples/stable_hash.h"
#include "marketplace/samples/stock_levels.h"
#include "marketplace/samples/text.h"

#include <QLatin1StringView>

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

using namespace Qt::StringLiterals;

namespace belanjain::marketplace::samples {
namespace {

// The most frequent one; of several the smallest, so that the order of a hash does not matter.
template<class Key>
Key mostFrequent(const QHash<Key, int>& counts)
{
    Key best{};
    int most = 0;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
        if (it.value() > most || (it.value() == most && it.key() < best)) {
            best = it.key();
            most = it.value();
        }
    }
    return best;
}

QString categoryOf(QStringView name)
{
    static constexpr std::array<std::pair<QLatin1StringView, QLatin1StringView>, 34> words = {{
        {"candle"_L1, "Rumah tangga"_L1},
        {"t-light"_L1, "Rumah tangga"_L1},
        {"cake case"_L1, "Dapur"_L1},
        {"baking"_L1, "Dapur"_L1},
        {"cakestand"_L1, "Dapur"_L1},
        {"cake stand"_L1, "Dapur"_L1},
        {"mug"_L1, "Dapur"_L1},
        {"teacup"_L1, "Dapur"_L1},
        {"bowl"_L1, "Dapur"_L1},
        {"kitchen"_L1, "Dapur"_L1},
        {"jar"_L1, "Dapur"_L1},
        {"plate"_L1, "Dapur"_L1},
        {"tea towel"_L1, "Dapur"_L1},
        {"cutter"_L1, "Dapur"_L1},
        {"lunch"_L1, "Dapur"_L1},
        {"apron"_L1, "Dapur"_L1},
        {" tin"_L1, "Dapur"_L1},
        {"bunting"_L1, "Pesta"_L1},
        {"party"_L1, "Pesta"_L1},
        {"birthday"_L1, "Pesta"_L1},
        {"christmas"_L1, "Pesta"_L1},
        {"paper chain"_L1, "Pesta"_L1},
        {"ribbon"_L1, "Pesta"_L1},
        {"napkin"_L1, "Pesta"_L1},
        {"bag"_L1, "Fashion wanita"_L1},
        {"shopper"_L1, "Fashion wanita"_L1},
        {"game"_L1, "Mainan & hobi"_L1},
        {"toy"_L1, "Mainan & hobi"_L1},
        {"doll"_L1, "Mainan & hobi"_L1},
        {"felt"_L1, "Mainan & hobi"_L1},
        {"pencil"_L1, "Alat tulis & kantor"_L1},
        {"stationery"_L1, "Alat tulis & kantor"_L1},
        {"card"_L1, "Alat tulis & kantor"_L1},
        {"notebook"_L1, "Alat tulis & kantor"_L1},
    }};
    for (const auto& [word, category] : words) {
        if (name.contains(word, Qt::CaseInsensitive))
            return category;
    }
    return u"Rumah tangga"_s;
}

Money rupiah(qint64 milliPounds)
{
    static_assert(rupiahPerPound % 1000 == 0);
    return {milliPounds * (rupiahPerPound / 1000)};
}

class ProductMaker
{
public:
    SampleProduct make(const RetailCode& code)
    {
        SampleProduct product;
        product.sourceName = code.code;
        const QString name = cleanName(mostFrequent(code.descriptions));
        product.name = name.isEmpty() ? code.code : name;
        product.category = categoryOf(product.name);
        product.description = u"%1. Barang impor untuk hadiah dan hiasan rumah."_s.arg(product.name);
        product.sold = code.sold;
        product.specifications.append({u"Kondisi"_s, u"Baru"_s});
        product.specifications.append({u"Kode artikel"_s, code.code});
        // The same mug on twenty pages would look like a mistake.
        const QString photo = photoFor(product.name, product.category);
        if (!photo.isEmpty() && ++m_photoUses[photo] <= 2)
            product.photo = photo;

        const Money price = rupiah(mostFrequent(code.prices));
        const StockLevel stock = stockFor(code.code, code.sold, price);
        const int weight = 40 + int(stableHash(code.code, "weight") % 22) * 20;
        product.variants.append({code.code,
                                 m_barcodes.make(code.code),
                                 {},
                                 price,
                                 weight,
                                 stock.onHand,
                                 stock.lowStockThreshold});
        return product;
    }

private:
    QHash<QString, int> m_photoUses;
    BarcodeMaker m_barcodes;
};

class Orders
{
public:
    explicit Orders(const RetailRows& rows)
        : m_rows(rows)
        , m_productOf(rows.codes.size(), -1)
        , m_orderOf(rows.invoices.size(), -1)
    {}

    OnlineRetail assemble()
    {
        m_result.store.name = u"Hadiah & Rumah"_s;
        m_result.store.location = u"Jakarta Selatan"_s;
        m_result.store.description = u"Hadiah, hiasan, dan perlengkapan rumah untuk segala suasana."_s;
        m_result.report = m_rows.report;
        for (const RetailRow& row : m_rows.rows) {
            if (row.quantity != 0)
                addLine(row);
        }
        std::ranges::sort(m_result.orders, [](const RetailOrder& a, const RetailOrder& b) {
            return std::tie(a.placedAt, a.number) < std::tie(b.placedAt, b.number);
        });
        return std::move(m_result);
    }

private:
    void addLine(const RetailRow& row)
    {
        RetailOrder& order = m_result.orders[orderOf(row.invoice)];
        const Money unit = rupiah(row.milliPounds);
        const int quantity = qAbs(row.quantity);
        order.lines.append({productOf(row.code), quantity, unit, {unit.rupiah * quantity}});
    }

    qsizetype orderOf(qsizetype invoiceIndex)
    {
        qsizetype& at = m_orderOf[invoiceIndex];
        if (at < 0) {
            const RetailInvoice& invoice = m_rows.invoices.at(invoiceIndex);
            at = m_result.orders.size();
            m_result.orders.append({invoice.number,
                                    customerOf(invoice),
                                    invoice.cancelled ? invoice.boughtAt : invoice.at,
                                    invoice.cancelled ? invoice.at : QDateTime(),
                                    {}});
        }
        return at;
    }

    qsizetype productOf(qsizetype code)
    {
        qsizetype& at = m_productOf[code];
        if (at < 0) {
            at = m_result.store.products.size();
            m_result.store.products.append(m_products.make(m_rows.codes.at(code)));
        }
        return at;
    }

    qsizetype customerOf(const RetailInvoice& invoice)
    {
        const auto at = m_customers.constFind(invoice.customer);
        if (at != m_customers.cend())
            return *at;
        const QString name = invoice.customer.isEmpty() ? u"Pembeli di toko"_s : personName(invoice.customer);
        m_customers.insert(invoice.customer, m_result.customers.size());
        m_result.customers.append({invoice.customer, name, invoice.country});
        return m_result.customers.size() - 1;
    }

    const RetailRows& m_rows;
    OnlineRetail m_result;
    ProductMaker m_products;
    QList<qsizetype> m_productOf;
    QList<qsizetype> m_orderOf;
    QHash<QString, qsizetype> m_customers;
};

} // namespace

tl::expected<OnlineRetail, SampleError> readOnlineRetail(QIODevice& input)
{
    auto rows = readRetailRows(input);
    if (!rows)
        return tl::unexpected(rows.error());
    matchReturns(*rows);
    return Orders(*rows).assemble();
}

} // namespace belanjain::marketplace::samples
