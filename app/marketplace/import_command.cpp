// SPDX-License-Identifier: GPL-3.0-or-later
#include "import_command.h"

#include "domain/instant.h"
#include "marketplace/samples/demo_market.h"
#include "marketplace/samples/online_retail.h"
#include "marketplace/samples/prdect.h"
#include "marketplace/samples/sample_file.h"
#include "options.h"
#include "ports/system.h"
#include "subcommand.h"

#include <QFile>

#include <array>
#include <memory>

namespace belanjain::app {
using namespace Qt::StringLiterals;
using namespace marketplace::samples;
namespace {

QString phaseName(LoadPhase phase)
{
    switch (phase) {
    case LoadPhase::Stores:
        return u"products"_s;
    case LoadPhase::Orders:
        return u"orders"_s;
    case LoadPhase::Stock:
        return u"moves of stock"_s;
    }
    return {};
}

/// One file's way in; an error is a sentence for stderr.
class Import
{
public:
    Import(storage::Database& database, const LoadOptions& options)
        : m_database(database)
        , m_options(options)
    {}

    tl::expected<void, QString> run(const QString& path)
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return tl::unexpected(file.errorString());
        const auto kind = recognise(file);
        if (!kind)
            return tl::unexpected(u"this is neither PRDECT-ID nor Online Retail"_s);
        say(path);
        return *kind == SampleFile::Prdect ? prdect(file) : onlineRetail(file);
    }

private:
    tl::expected<void, QString> prdect(QFile& file)
    {
        const auto read = readPrdect(file);
        if (!read)
            return tl::unexpected(read.error().message);
        line(u"rows"_s, read->report.rows);
        line(u"reviews of %1 products"_s.arg(read->report.products), read->report.reviews);
        line(u"malformed"_s, read->report.malformed);
        return stored(importPrdect(m_database, *read, m_options));
    }

    tl::expected<void, QString> onlineRetail(QFile& file)
    {
        const auto read = readOnlineRetail(file);
        if (!read)
            return tl::unexpected(read.error().message);
        const RetailReport& report = read->report;
        static constexpr std::array<std::pair<RowFate, const char*>, rowFates> fates = {{
            {RowFate::Sold, "sold"},
            {RowFate::Returned, "returned, with the purchase: a cancelled order"},
            {RowFate::UnmatchedReturn, "left out: returned, bought before the data begins"},
            {RowFate::NotAProduct, "left out: postage, fees and other codes that are no product"},
            {RowFate::FreeOfCharge, "left out: price 0 (corrections, damages, gifts)"},
            {RowFate::NegativePrice, "left out: negative price (bad debt)"},
            {RowFate::StockAdjustment, "left out: stock corrections"},
            {RowFate::Malformed, "left out: malformed"},
        }};
        line(u"rows"_s, report.rows);
        for (const auto& [fate, words] : fates)
            line(QString::fromLatin1(words), report.count(fate));
        return stored(importOnlineRetail(m_database, *read, m_options));
    }

    static tl::expected<void, QString> stored(const storage::Result<LoadReport>& result)
    {
        if (!result)
            return tl::unexpected<QString>(u"the database said: "_s + result.error().text);
        const LoadReport& report = *result;
        say(u"stored"_s);
        line(u"stores"_s, report.stores);
        line(u"stores that were there already, left as they are"_s, report.storesSkipped);
        line(u"products"_s, report.products);
        line(u"variants"_s, report.variants);
        line(u"reviews"_s, report.reviews);
        line(u"customers"_s, report.customers);
        line(u"orders, %1 of them open"_s.arg(report.openOrders), report.orders);
        line(u"order lines"_s, report.orderLines);
        if (report.productsRefused > 0)
            line(u"products refused"_s, report.productsRefused);
        for (const QString& refusal : report.refusals)
            say(u"            "_s + refusal);
        return {};
    }

    static void line(const QString& what, qint64 count) { say(u"%1  %2"_s.arg(count, 10).arg(what)); }

    storage::Database& m_database;
    const LoadOptions& m_options;
};

/// What is wrong with the values; empty when nothing is.
QString readNow(const QCommandLineParser& parser, Instant& now)
{
    if (!parser.isSet(u"now"_s))
        return {};
    const auto given = parseRfc3339(parser.value(u"now"_s));
    if (!given)
        return u"--now: '%1' is not a time such as 2026-11-21T07:32:00Z"_s.arg(parser.value(u"now"_s));
    now = *given;
    return {};
}

} // namespace

LoadProgress progressOnStderr(const QString& subcommand)
{
    const auto last = std::make_shared<std::pair<LoadPhase, qint64>>(LoadPhase::Stores, 0);
    return [subcommand, last](LoadPhase phase, qint64 done, qint64 total) {
        const qint64 tenths = total > 0 ? done * 10 / total : 10;
        if (*last != std::pair(phase, tenths)) {
            *last = {phase, tenths};
            complain(u"%1: %2 of %3 %4"_s.arg(subcommand).arg(done).arg(total).arg(phaseName(phase)));
        }
        return true;
    };
}

int importCommand(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Puts data sets into the marketplace: PRDECT-ID.csv (stores, products, reviews) and "
        u"online_retail.csv\n"
        "(a shop with a year of orders), each also packed with gzip or xz. A store that is there already is\n"
        "left as it is. Nobody knows the passwords of the accounts: give the sellers theirs with\n"
        "'user reset-password'."_s);
    parser.addPositionalArgument(u"file"_s, u"What to put in."_s, u"FILE..."_s);
    parser.addOptions({databaseOption(),
                       {u"now"_s, u"The time at which the order history ends. Default: now."_s, u"time"_s}});
    if (const auto code = parseOptions(parser, u"import"_s, arguments))
        return *code;
    const ports::SystemClock clock;
    Instant now = clock.now();
    QString wrong = readNow(parser, now);
    if (wrong.isEmpty() && parser.positionalArguments().isEmpty())
        wrong = u"name a file to put in, see import --help"_s;
    const auto address = databaseOf(parser);
    if (!address)
        return exitUsage;
    if (!wrong.isEmpty()) {
        complain(u"import: "_s + wrong);
        return exitUsage;
    }

    const auto database = openMarket(*address);
    if (!database) {
        complain(u"import: the database said: "_s + database.error().text.section(u" in: "_s, 0, 0));
        return exitFailed;
    }
    ports::SystemRandom random;
    ports::IdFactory ids(clock, random);
    const auto hash = unknownPasswordHash(random);
    if (!hash) {
        complain(u"import: not enough memory to hash a password"_s);
        return exitFailed;
    }
    const LoadOptions options{.ids = ids,
                              .now = now,
                              .passwordHash = *hash,
                              .unknownPasswordHash = *hash,
                              .progress = progressOnStderr(u"import"_s)};
    const QStringList paths = parser.positionalArguments();
    for (const QString& path : paths) {
        if (const auto done = Import(**database, options).run(path); !done) {
            complain(u"import: %1: %2"_s.arg(path, done.error()));
            return exitFailed;
        }
    }
    return exitOk;
}

} // namespace belanjain::app
