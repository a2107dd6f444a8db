// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/samples/retail_rows.h"

#include "marketplace/samples/csv_table.h"

#include <QTimeZone>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace belanjain::marketplace::samples {
namespace {

// The complete data set has 48 MB.
constexpr qint64 contentLimit = 256 * 1024 * 1024;

// Up to three decimals, as the data has; nullopt beyond ±1 million pounds.
std::optional<int> parseMilliPounds(QStringView text)
{
    const bool negative = text.startsWith(u'-');
    if (negative)
        text = text.sliced(1);
    const qsizetype dot = text.indexOf(u'.');
    const QStringView whole = dot < 0 ? text : text.first(dot);
    const QStringView decimals = dot < 0 ? QStringView() : text.sliced(dot + 1);
    const auto digits = [](QStringView part) {
        return std::ranges::all_of(part, [](QChar c) { return c >= u'0' && c <= u'9'; });
    };
    if (whole.isEmpty() || whole.size() > 6 || decimals.size() > 3 || !digits(whole) || !digits(decimals))
        return std::nullopt;
    int milli = whole.toInt() * 1000;
    int place = 100;
    for (const QChar c : decimals) {
        milli += (c.unicode() - u'0') * place;
        place /= 10;
    }
    return negative ? -milli : milli;
}

std::optional<int> parseQuantity(QStringView text)
{
    bool ok = false;
    const int quantity = text.toInt(&ok);
    return ok && quantity > -1'000'000 && quantity < 1'000'000 ? std::optional(quantity) : std::nullopt;
}

// "2010-12-01 08:26:00"; by hand, because QDateTime's parser takes most of the time of half a million rows.
std::optional<QDateTime> parseTime(QStringView text)
{
    if (text.size() != 19 || text[4] != u'-' || text[10] != u' ' || text[13] != u':')
        return std::nullopt;
    const auto number = [text](qsizetype at, qsizetype size) { return text.sliced(at, size).toInt(); };
    const QDate date(number(0, 4), number(5, 2), number(8, 2));
    const QTime time(number(11, 2), number(14, 2), number(17, 2));
    if (!date.isValid() || !time.isValid())
        return std::nullopt;
    return QDateTime(date, time, QTimeZone::utc());
}

bool isProductCode(QStringView code)
{
    return code.size() >= 5 &&
           std::ranges::all_of(code.first(5), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

class Rows
{
public:
    void take(const QStringList& row)
    {
        RetailReport& report = result.report;
        ++report.rows;
        ++report.byFate[std::size_t(sort(row))];
    }

    RetailRows result;

private:
    RowFate sort(const QStringList& row)
    {
        const QString& number = row.at(0);
        const auto quantity = parseQuantity(row.at(3));
        const auto price = parseMilliPounds(row.at(5));
        if (number.isEmpty() || !quantity || !price)
            return RowFate::Malformed;
        const auto invoice = invoiceOf(row);
        if (!invoice)
            return RowFate::Malformed;

        const qint64 net = qint64(*quantity) * *price;
        result.report.netMilliPounds += net;
        result.report.netByMonth[row.at(4).first(7)] += net;

        const QString code = row.at(1).trimmed().toUpper();
        if (!isProductCode(code))
            return RowFate::NotAProduct;
        if (*price < 0)
            return RowFate::NegativePrice;
        if (*price == 0)
            return RowFate::FreeOfCharge;
        const bool cancelled = result.invoices.at(*invoice).cancelled;
        if (*quantity == 0 || (*quantity < 0) != cancelled)
            return RowFate::StockAdjustment;

        const qsizetype article = codeOf(code);
        if (!cancelled) {
            RetailCode& entry = result.codes[article];
            ++entry.descriptions[row.at(2).simplified()];
            ++entry.prices[*price];
        }
        result.rows.append({*invoice, article, *quantity, *price});
        return cancelled ? RowFate::UnmatchedReturn : RowFate::Sold;
    }

    std::optional<qsizetype> invoiceOf(const QStringList& row)
    {
        const QString& number = row.at(0);
        if (m_lastInvoice >= 0 && result.invoices.at(m_lastInvoice).number == number)
            return m_lastInvoice;
        if (const auto at = m_invoices.constFind(number); at != m_invoices.cend()) {
            m_lastInvoice = *at;
            return m_lastInvoice;
        }
        const auto time = parseTime(row.at(4));
        if (!time)
            return std::nullopt;
        const bool cancelled = number.startsWith(u'C');
        m_lastInvoice = result.invoices.size();
        m_invoices.insert(number, m_lastInvoice);
        result.invoices.append({number, row.at(6).trimmed(), row.at(7).trimmed(), *time, cancelled, {}});
        ++result.report.invoices;
        result.report.cancelledInvoices += cancelled ? 1 : 0;
        return m_lastInvoice;
    }

    qsizetype codeOf(const QString& code)
    {
        const auto at = m_codes.constFind(code);
        if (at != m_codes.cend())
            return *at;
        m_codes.insert(code, result.codes.size());
        result.codes.append({code, {}, {}, 0});
        return result.codes.size() - 1;
    }

    QHash<QString, qsizetype> m_invoices;
    QHash<QString, qsizetype> m_codes;
    qsizetype m_lastInvoice = -1;
};

} // namespace

tl::expected<RetailRows, SampleError> readRetailRows(QIODevice& input)
{
    Rows rows;
    const QStringList columns = {u"InvoiceNo"_s,   u"StockCode"_s, u"Description"_s, u"Quantity"_s,
                                 u"InvoiceDate"_s, u"UnitPrice"_s, u"CustomerID"_s,  u"Country"_s};
    const auto read =
        readCsvTable(input, columns, contentLimit, [&rows](const QStringList& row) { rows.take(row); });
    if (!read)
        return tl::unexpected(SampleError{u"Online Retail: %1"_s.arg(read.error().message)});
    return rows.result;
}

} // namespace belanjain::marketplace::samples
