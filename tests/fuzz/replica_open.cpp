// SPDX-License-Identifier: GPL-3.0-or-later
// A damaged replica: the input is what happened to the files of a small replica in use, which is made anew
// from today's migrations in each run, so that the corpus stays small and no schema makes it old. Opening
// says that it is damaged or works; then reading, checking, an edit and opening again do not crash, hang or
// write elsewhere.
#include "fuzz/harness.h"

#include "fuzz/replica_template.h"
#include "replica/catalogue_queries.h"
#include "replica/inventory_queries.h"
#include "replica/order_queries.h"
#include "replica/recovery.h"
#include "replica/reviews_source.h"
#include "replica/sales_queries.h"
#include "storage/checked_file.h"

#include <QTemporaryDir>

#include <sqlite3.h>
#include <zlib.h>

using namespace belanjain;
using namespace belanjain::fuzz;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype pageSize = 4096;

struct Column
{
    QByteArray table;
    QByteArray name;
};

/// A connection of the harness's own, to put values into cells that no program would write.
class Cells
{
public:
    explicit Cells(const QString& path, const char* layer = storage::checkedLayer())
    {
        FUZZ_PROMISE(sqlite3_open_v2(path.toUtf8().constData(), &connection_, SQLITE_OPEN_READWRITE, layer) ==
                     SQLITE_OK);
        run("PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF");
    }
    ~Cells() { sqlite3_close(connection_); }
    Cells(const Cells&) = delete;
    Cells& operator=(const Cells&) = delete;

    /// What the schema refuses is no damage.
    void run(const QByteArray& sql) { sqlite3_exec(connection_, sql.constData(), nullptr, nullptr, nullptr); }

    /// A copy as it would have been before pages had check values.
    static void copyWithout(const QString& from, const QString& to)
    {
        write(to, {});
        Cells copy(to, nullptr);
        copy.run("PRAGMA page_size = 4096; PRAGMA journal_mode = WAL; ATTACH '" + from.toUtf8() + "' AS old");
        for (const QByteArray& sql :
             copy.texts("SELECT sql FROM old.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"))
            copy.run(sql);
        for (const QByteArray& name : copy.texts("SELECT name FROM main.sqlite_schema WHERE type = 'table'"))
            copy.run("INSERT INTO main.\"" + name + "\" SELECT * FROM old.\"" + name + '"');
        for (const QByteArray& sql :
             copy.texts("SELECT sql FROM old.sqlite_schema WHERE type <> 'table' AND sql IS NOT NULL"))
            copy.run(sql);
        copy.run("DETACH old");
    }

    QByteArrayList texts(const char* sql)
    {
        QByteArrayList list;
        sqlite3_stmt* statement = nullptr;
        FUZZ_PROMISE(sqlite3_prepare_v2(connection_, sql, -1, &statement, nullptr) == SQLITE_OK);
        while (sqlite3_step(statement) == SQLITE_ROW)
            list.append(reinterpret_cast<const char*>(sqlite3_column_text(statement, 0)));
        sqlite3_finalize(statement);
        return list;
    }

    QList<Column> columns()
    {
        QList<Column> list;
        sqlite3_stmt* statement = nullptr;
        sqlite3_prepare_v2(connection_,
                           "SELECT m.name, c.name FROM sqlite_schema m, pragma_table_info(m.name) c "
                           "WHERE m.type = 'table' ORDER BY m.name, c.cid",
                           -1, &statement, nullptr);
        while (sqlite3_step(statement) == SQLITE_ROW)
            list.append(Column{reinterpret_cast<const char*>(sqlite3_column_text(statement, 0)),
                               reinterpret_cast<const char*>(sqlite3_column_text(statement, 1))});
        sqlite3_finalize(statement);
        return list;
    }

private:
    sqlite3* connection_ = nullptr;
};

QByteArray literal(Input& input)
{
    switch (input.byte() % 8) {
    case 0:
        return "NULL";
    case 1:
        return "-1";
    case 2:
        return QByteArray::number(qint8(input.byte()));
    case 3:
        return "9223372036854775807";
    case 4:
        return "-9223372036854775808";
    case 5:
        return "1e300";
    case 6:
        return "x'" + input.take(input.byte() % 24).toByteArray().toHex() + "'";
    default:
        return "CAST(x'" + input.take(input.byte() % 40).toByteArray().toHex() + "' AS TEXT)";
    }
}

/// What happened to the files. `pointed`: the line that names the file in force was written to as well.
struct Damage
{
    QByteArray database;
    QByteArray log;
    QByteArray edits;
    QByteArray pointer;
    QByteArray sql;
    bool pointed = false;
};

qsizetype place(Input& input, qsizetype size)
{
    const qsizetype at = qsizetype(input.word()) * pageSize + input.word() % pageSize;
    return size > 0 ? at % size : 0;
}

void overwrite(QByteArray& bytes, qsizetype at, QByteArrayView with)
{
    for (qsizetype i = 0; i < with.size() && at + i < bytes.size(); ++i)
        bytes[at + i] = with[i];
}

/// A line that agrees with its check value, whatever it says (replica/edit_log.cpp).
QByteArray lineOfEdits(QByteArrayView text)
{
    const auto sum = quint32(crc32(0, reinterpret_cast<const Bytef*>(text.data()), uInt(text.size())));
    return QByteArray::number(sum, 16).rightJustified(8, '0') + ' ' + text.toByteArray() + '\n';
}

void damageBytes(Damage& damage, quint8 kind, Input& input)
{
    QByteArray& bytes = damage.database;
    switch (kind) {
    case 0:
        overwrite(bytes, place(input, bytes.size()), input.take(1));
        break;
    case 1: {
        const qsizetype at = place(input, bytes.size());
        if (at < bytes.size())
            bytes[at] = char(bytes[at] ^ (1 << input.byte() % 8));
        break;
    }
    case 2: {
        const qsizetype at = place(input, bytes.size());
        overwrite(bytes, at, input.take(input.byte() % 33));
        break;
    }
    case 3:
        overwrite(bytes, place(input, bytes.size()) / pageSize * pageSize, QByteArray(pageSize, '\0'));
        break;
    case 4: {
        const qsizetype from = place(input, bytes.size()) / pageSize * pageSize;
        overwrite(bytes, place(input, bytes.size()) / pageSize * pageSize,
                  bytes.sliced(from, std::min(pageSize, bytes.size() - from)));
        break;
    }
    case 5:
        bytes.truncate(place(input, bytes.size()));
        break;
    case 6:
        bytes.append(input.take(input.byte()));
        break;
    case 7:
        overwrite(damage.log, place(input, damage.log.size()), input.take(1 + input.byte() % 4));
        break;
    case 8:
        damage.log.truncate(place(input, damage.log.size()));
        break;
    case 9:
        bytes = input.rest().toByteArray();
        break;
    case 10:
        overwrite(damage.edits, place(input, damage.edits.size()), input.take(1 + input.byte() % 4));
        break;
    case 11:
        damage.edits.truncate(place(input, damage.edits.size()));
        break;
    case 12:
        damage.edits += lineOfEdits(input.take(input.word() % 300));
        break;
    }
}

void damageCells(Damage& damage, quint8 kind, const QList<Column>& columns, Input& input)
{
    const Column& column = columns.at(input.word() % columns.size());
    const QByteArray table = '"' + column.table + '"';
    switch (kind) {
    case 10:
        damage.sql += "DELETE FROM " + table + ';';
        break;
    case 11:
        damage.sql += "DROP TABLE " + table + ';';
        break;
    case 12:
        damage.sql += "ALTER TABLE " + table + " DROP COLUMN \"" + column.name + "\";";
        break;
    default: {
        const QByteArray row = QByteArray::number(input.byte() % 12);
        damage.sql +=
            "UPDATE " + table + " SET \"" + column.name + "\" = " + literal(input) +
            (kind == 13 ? ";"
                        : " WHERE rowid = (SELECT rowid FROM " + table + " LIMIT 1 OFFSET " + row + ");");
    }
    }
}

/// The folder a run may write in, inside one that has to stay as it is.
class Folder
{
public:
    Folder()
        : outer_(QDir::tempPath() + u"/belanjain-fuzz-XXXXXX"_s)
    {
        FUZZ_PROMISE(outer_.isValid() && QDir(outer_.path()).mkdir(u"replica"_s));
        write(outer_.filePath(u"replica.db"_s), "not to be touched");
    }

    QString file() const { return outer_.filePath(u"replica/replica.db"_s); }
    void empty()
    {
        QDir folder(outer_.filePath(u"replica"_s));
        FUZZ_PROMISE(folder.removeRecursively() && QDir(outer_.path()).mkdir(u"replica"_s));
    }
    void mustBeUntouchedOutside() const
    {
        FUZZ_PROMISE(QDir(outer_.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot) ==
                     QStringList({u"replica"_s, u"replica.db"_s}));
        FUZZ_PROMISE(contentOf(outer_.filePath(u"replica.db"_s)) == "not to be touched");
    }

private:
    QTemporaryDir outer_;
};

QList<VariantId> readEverything(replica::Replica& replica)
{
    (void)replica.check();
    (void)replica.dump();
    (void)replica.pending();
    (void)replica.waitingCount();
    (void)replica.rejections();

    replica::InventoryQueries inventory(replica.database());
    const replica::InventoryQueries::Abandoned never = [] { return false; };
    QList<VariantId> variants;
    const auto ask = [&](const ports::InventoryQuery& query) {
        QList<ports::RowNumber> rows;
        const auto asked = inventory.open(query, never,
                                          {.firstPage =
                                               [&](const auto& page) {
                                                   for (const ports::InventoryRow& row : page)
                                                       variants.append(row.variant);
                                               },
                                           .order = [&](const ports::RowOrder& order) { rows = *order; }});
        (void)asked;
        (void)inventory.fetch(rows);
        (void)inventory.total(rows, never);
    };
    ask({});
    ask({.search = u"kemeja m"_s, .status = ports::StatusFilter::All});
    ask({.stock = ports::StockFilter::LowOrOut, .sort = ports::InventorySort::Available, .descending = true});
    ask({.sync = ports::SyncFilter::Waiting, .sort = ports::InventorySort::Sync});
    (void)inventory.categories();
    (void)inventory.summary();

    replica::Work work(replica.database());
    const auto orders = replica::fetchOrders(work, replica::orderRows(work, {}));
    for (const ports::OrderRow& order : orders)
        (void)replica::readOrderDetail(work, order.order);
    (void)replica::countOrders(work, {1'795'233'600'000});
    replica::Work reviews(replica.database());
    (void)replica::readReviews(reviews, {});
    replica::Work sales(replica.database());
    (void)replica::salesReport(sales, {.first = {2026, 11, 1}, .last = {2026, 11, 30}});
    (void)replica::salesSummary(sales, {1'795'233'600'000});
    replica::Work catalogue(replica.database());
    const auto products = replica::readProductList(catalogue, {.status = ports::StatusFilter::All});
    for (const ports::ProductListRow& product : products.products)
        (void)replica::readProductDetail(catalogue, product.product);
    (void)replica::readStoreProfile(catalogue);
    return variants;
}

/// Whether a replica that was opened could be used to the end.
void use(replica::Replica& replica)
{
    QList<VariantId> variants = readEverything(replica);
    variants.append(VariantId());
    const auto edited = replica.submit(
        {ports::AdjustStock{variants.first(), 1, u"found"_s}, ports::SetPrice{variants.last(), {12'000}}});
    FUZZ_PROMISE(!edited || edited->results.size() == 2);
    const auto pending = replica.pending();
    if (pending && !pending->isEmpty()) {
        protocol::PushAnswer answer{.lastSeq = pending->last().seq};
        for (const protocol::Op& op : *pending)
            answer.results.append({.id = op.id, .status = protocol::OpStatus::Applied});
        (void)replica.noteResults(answer);
    }
    (void)replica.stagePull({.epoch = replica.epoch(),
                             .head = replica.cursor(),
                             .next = replica.cursor(),
                             .complete = true,
                             .rowCount = replica.rowCount(),
                             .rowSum = replica.rowSum()});
    (void)replica.becomeNewDevice();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const ReplicaTemplate whole;
    static Folder folder;
    static QByteArray unchecked;
    static const QList<Column> columns = [] {
        folder.empty();
        write(folder.file(), whole.closed);
        const QString copy = folder.file() + u".copy"_s;
        Cells::copyWithout(folder.file(), copy);
        unchecked = contentOf(copy);
        FUZZ_PROMISE(unchecked.size() > 10 * pageSize && !storage::hasCheckValues(copy));
        testing::FakeClock clock;
        testing::SeededRandom random;
        ports::IdFactory ids(clock, random);
        write(folder.file(), unchecked);
        const auto opened = replica::openSound(folder.file(), clock, ids);
        FUZZ_PROMISE(opened && !opened->recovered);
        return Cells(folder.file()).columns();
    }();

    Input input(data, size);
    const quint8 start = input.byte();
    const bool running = start & 1;
    Damage damage;
    damage.database = start & 0x10 ? unchecked : running ? whole.running : whole.closed;
    damage.edits = running ? whole.editsRunning : whole.edits;
    if (running && !(start & 0x10))
        damage.log = whole.log;
    // Values into cells first, while it can still be opened; then bytes.
    for (int cells = start >> 1 & 7; cells > 0 && !input.atEnd(); --cells)
        damageCells(damage, 10 + input.byte() % 12, columns, input);
    if (!damage.sql.isEmpty()) {
        damage.log.clear();
        folder.empty();
        write(folder.file(), start & 0x10 ? unchecked : whole.closed);
        Cells(folder.file()).run(damage.sql);
        damage.database = contentOf(folder.file());
    }
    if (start & 0x80) {
        damage.pointed = true;
        damage.pointer = input.take(input.byte() % 40).toByteArray();
    }
    if (start & 0x20)
        damage.edits.clear();
    while (!input.atEnd())
        damageBytes(damage, input.byte() % 13, input);

    folder.empty();
    const bool numbered = damage.pointed && start & 0x40;
    const QString file = folder.file() + (numbered ? u".1"_s : QString());
    write(file, damage.database);
    if (!damage.log.isEmpty())
        write(file + u"-wal"_s, damage.log);
    if (!damage.edits.isEmpty())
        write(folder.file() + u".edits"_s, damage.edits);
    if (damage.pointed)
        write(folder.file() + u".current"_s, damage.pointer.isEmpty() ? "replica.db.1" : damage.pointer);

    testing::FakeClock clock;
    testing::SeededRandom random(7);
    ports::IdFactory ids(clock, random);
    for (const bool first : {true, false}) {
        auto opened = replica::openSound(folder.file(), clock, ids);
        // What is damaged is never an error; what a newer program wrote is.
        FUZZ_PROMISE(opened || opened.error().text.contains(u"the database is of version"));
        if (!opened)
            break;
        if (first)
            use(*opened->replica);
        else
            FUZZ_PROMISE(opened->replica->pending().has_value());
        if (start & 2)
            opened->replica->close();
    }
    folder.mustBeUntouchedOutside();
    return 0;
}
