// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/market.h"

#include "bench/measure.h"
#include "domain/product_draft.h"
#include "marketplace/accounts/accounts.h"
#include "marketplace/accounts/password_hasher.h"
#include "marketplace/catalogue/products.h"
#include "marketplace/samples/demo_market.h"
#include "ports/system.h"
#include "protocol/rows.h"
#include "storage/transaction.h"
#include "support/fake_time.h"
#include "support/generated_rows.h"

#ifdef Q_OS_LINUX
#include <csignal>
#include <sys/prctl.h>
#endif

namespace belanjain::bench
{
using namespace Qt::StringLiterals;
using namespace marketplace;
namespace
{

ProductDraft draftOf(const QString& name, const QString& category, int number, int variants, int leastStock)
{
    ProductDraft draft;
    draft.name = name;
    draft.description = u"Barang bagus, dikirim hari ini juga."_s;
    draft.category = category;
    if (variants == 1) {
        draft.price = Money{5'000 + number % 900 * 500};
        draft.stock = leastStock + number % 300;
        draft.sku = u"BRG-%1"_s.arg(number, 6, 10, QChar(u'0'));
        return draft;
    }
    Option colour{u"Warna"_s, {}};
    for (int i = 0; i < variants; ++i) {
        colour.values.append(u"Warna %1"_s.arg(i + 1));
        VariantDraft variant;
        variant.sku = u"BRG-%1-%2"_s.arg(number, 6, 10, QChar(u'0')).arg(i + 1);
        variant.options = {{u"Warna"_s, colour.values.last()}};
        variant.price = Money{5'000 + number % 900 * 500};
        variant.stock = leastStock + (number + i * 37) % 300;
        variant.weightGrams = 250;
        draft.variants.append(variant);
    }
    draft.options.append(colour);
    return draft;
}

/// The next product's name and category out of the generated space.
protocol::ProductRow nextProduct(testing::GeneratedRows& rows)
{
    while (const auto row = rows.next()) {
        if (row->table == QStringView(protocol::table::products)) {
            protocol::ObjectReader reader(row->data);
            return protocol::ProductRow::read(reader);
        }
    }
    return {};
}

} // namespace

void fillMarket(const storage::Address& database, const MarketSize& size)
{
    const ports::SystemClock clock;
    testing::SeededRandom random(7);
    ports::IdFactory ids(clock, random);
    const auto db = samples::openMarket(database).value();
    auto transaction = storage::Transaction::begin(*db).value();
    SpaceWriter writer(*db, clock.now());
    const QString hash = PasswordHasher({.memoryBytes = 8192, .passes = 1}).hash(sellerPassword).value();
    const auto addUser = [&](const QString& name, const QString& email, Role role, const QString& storeName) {
        User user;
        user.id = ids.make<UserId>();
        user.name = name;
        user.email = email;
        user.passwordHash = hash;
        user.role = role;
        StoreProfile profile;
        profile.name = storeName;
        if (const auto made = createUser(*db, writer, ids, user, profile, clock.now()); !made)
            qFatal("no user: %s", qPrintable(made.error().text));
        return user;
    };
    testing::GeneratedRows rows(7, size.products * 10);
    int number = 0;
    for (int s = 0; s < size.stores; ++s) {
        const User user = addUser(u"Penjual %1"_s.arg(s + 1), s == 0 ? sellerEmail : u"penjual-%1@contoh.id"_s.arg(s + 1),
                                  Role::Seller, u"Toko %1"_s.arg(s + 1));
        const WriteContext context{.db = *db, .writer = writer, .ids = ids, .now = clock.now(), .actor = {user.store, user.name, {}}};
        for (int p = 0; p < size.products / size.stores; ++p) {
            const protocol::ProductRow row = nextProduct(rows);
            const auto made = createProduct(context, ids.make<ProductId>(),
                                            draftOf(row.name, row.category, ++number, size.variantsEach, size.leastStock), {});
            if (!made || !*made)
                qFatal("no product: %s", made ? qPrintable(made->error().front().field) : qPrintable(made.error().text));
        }
    }
    for (int c = 1; c <= size.customers; ++c)
        addUser(u"Pembeli %1"_s.arg(c), u"pembeli-%1@contoh.id"_s.arg(c), Role::Customer, {});
    if (!writer.finish() || !transaction.commit())
        qFatal("the market cannot be filled");
}

BenchDatabase::BenchDatabase(const QStringList& arguments)
{
    const qsizetype at = arguments.indexOf(u"--database"_s);
    m_text = at < 0 ? u"sqlite:"_s + m_folder.filePath(u"market.db"_s) : arguments.value(at + 1);
    const auto address = storage::Address::parse(m_text);
    if (!address)
        qFatal("--database: %s", qPrintable(address.error()));
    m_address = *address;
}

QString BenchDatabase::dialectName() const
{
    return m_address.dialect == storage::Dialect::Postgres ? u"PostgreSQL"_s : u"SQLite"_s;
}

bool BenchDatabase::isContent() const
{
    QProcess doctor;
    doctor.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    doctor.start(MarketProcess::program(), {u"doctor"_s, u"--database"_s, m_text});
    doctor.waitForFinished(-1);
    const QByteArray words = doctor.readAllStandardOutput();
    std::fprintf(stderr, "doctor: %s", words.constData());
    return doctor.exitStatus() == QProcess::NormalExit && doctor.exitCode() == 0;
}

QString MarketProcess::program()
{
    return qEnvironmentVariable("BELANJAIN_MARKETPLACE", QCoreApplication::applicationDirPath() + u"/belanjain-marketplace"_s);
}

MarketProcess::MarketProcess(const QString& database)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
#ifdef Q_OS_LINUX
    // A benchmark that is stopped leaves no server behind.
    m_process.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGTERM); });
#endif
    QElapsedTimer timer;
    timer.start();
    m_process.start(program(), {u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s, u"--database"_s, database});
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(30'000))
            qFatal("%s does not start", qPrintable(program()));
    }
    m_port = m_process.readLine().trimmed().split(':').last().toUShort();
    if (client().get("/readyz").status != 200)
        qFatal("the marketplace does not answer");
    m_startMs = milliseconds(timer);
}

MarketProcess::~MarketProcess()
{
    m_process.terminate();
    m_process.waitForFinished(35'000);
}

QJsonObject MarketProcess::signedIn(const QString& email) const
{
    const auto answer = client().post("/v1/auth/login", {{u"email"_s, email}, {u"password"_s, sellerPassword}});
    if (answer.status != 200)
        qFatal("no session: %d %s", answer.status, answer.body.constData());
    return answer.json();
}

QString MarketProcess::refreshToken() const { return signedIn(sellerEmail).value(u"refreshToken").toString(); }

QByteArray MarketProcess::accessToken(const QString& email) const
{
    return signedIn(email).value(u"accessToken").toString().toLatin1();
}

} // namespace belanjain::bench
