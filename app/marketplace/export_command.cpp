// SPDX-License-Identifier: GPL-3.0-or-later
#include "export_command.h"

#include "domain/id.h"
#include "marketplace/exports/export_csv.h"
#include "options.h"
#include "storage/durable_file.h"
#include "subcommand.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace belanjain::app
{
using namespace Qt::StringLiterals;
using marketplace::ExportWish;
namespace
{

/// What is wrong with the values; empty when nothing is.
QString readWish(const QCommandLineParser& parser, ExportWish& wish)
{
    if (!parser.positionalArguments().isEmpty())
        return u"'%1' means nothing here"_s.arg(parser.positionalArguments().constFirst());
    if (parser.isSet(u"store"_s) == parser.isSet(u"all"_s))
        return u"one of --store and --all is needed"_s;
    const auto store = StoreId::parse(parser.value(u"store"_s));
    if (parser.isSet(u"store"_s) && !store)
        return u"--store: '%1' is not a store's id"_s.arg(parser.value(u"store"_s));
    wish.store = store ? store->toString() : QString();
    const QString what = parser.value(u"what"_s);
    if (what != u"products" && what != u"orders")
        return u"--what: '%1' is neither products nor orders"_s.arg(what);
    wish.what = what == u"products" ? ExportWish::What::Products : ExportWish::What::Orders;
    const QString separator = parser.value(u"separator"_s);
    if (separator != u"," && separator != u";")
        return u"--separator: '%1' is neither , nor ;"_s.arg(separator);
    wish.separator = separator == u";" ? ';' : ',';
    if (parser.value(u"to"_s).isEmpty())
        return u"--to is missing; - is stdout"_s;
    return {};
}

tl::expected<qint64, QString> write(storage::Database& db, ExportWish& wish, const QString& to)
{
    if (to == u"-") {
        wish.mark = false;
        QFile out;
        if (!out.open(stdout, QIODevice::WriteOnly))
            return tl::unexpected(u"cannot write to stdout"_s);
        auto lines = marketplace::exportCsv(db, wish, out);
        if (lines && !out.flush())
            return tl::unexpected(u"cannot write to stdout"_s);
        return lines;
    }
    QSaveFile file(to);
    if (!file.open(QIODevice::WriteOnly))
        return tl::unexpected(u"cannot write '%1': %2"_s.arg(to, file.errorString()));
    auto lines = marketplace::exportCsv(db, wish, file);
    if (lines && !storage::commitDurably(file))
        return tl::unexpected(u"cannot write '%1': %2"_s.arg(to, file.errorString()));
    return lines;
}

} // namespace

int exportCommand(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Writes products (a line for every variant) or orders (a line for every line of an order) as CSV in\n"
        "UTF-8. Times are those of the store's time zone. The server may run."_s);
    parser.addOptions({
        databaseOption(),
        {u"store"_s, u"Of this store."_s, u"id"_s},
        {u"all"_s, u"Of all stores."_s},
        {u"what"_s, u"products or orders."_s, u"what"_s},
        {u"to"_s, u"The file to write; it is replaced when it is there. - is stdout."_s, u"file"_s},
        {u"separator"_s, u"Between cells: , or ; (which spreadsheets set to Indonesian expect). Default: ,"_s, u"sign"_s,
         u","_s},
    });
    if (const auto code = parseOptions(parser, u"export"_s, arguments))
        return *code;
    ExportWish wish;
    if (const QString wrong = readWish(parser, wish); !wrong.isEmpty()) {
        complain(u"export: "_s + wrong);
        return exitUsage;
    }
    const auto address = databaseOf(parser);
    if (!address)
        return exitUsage;
    // Opening would make the file.
    if (address->dialect == storage::Dialect::Sqlite && !QFileInfo(address->file).isFile()) {
        complain(u"export: there is no database %1"_s.arg(address->file));
        return exitFailed;
    }
    const auto database = storage::Database::open(*address, {.readOnly = true});
    if (!database) {
        complain(u"export: cannot read the database: "_s + database.error().text.section(u" in: "_s, 0, 0));
        return exitFailed;
    }
    const QString to = parser.value(u"to"_s);
    const auto lines = write(**database, wish, to);
    if (!lines) {
        complain(u"export: "_s + lines.error());
        return exitFailed;
    }
    if (to != u"-")
        say(u"%1: %2 lines"_s.arg(to).arg(*lines));
    return exitOk;
}

} // namespace belanjain::app
