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

ProductDraft draftOf(const QString& name, const QString& category, int number, int variants)
{
    ProductDraft draft;
    draft.name = name;
    draft.description = u"Barang bagus, dikirim hari ini juga."_s;
    draft.category = category;
    if (variants == 1) {
        draft.price = Money{5'000 + number % 900 * 500};
        draft.stock = number % 300;
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
        variant.stock = (number + i * 37) % 300;
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

void fillMarket(const QString& file, int stores, int products, int variantsEach)
{
    const ports::SystemClock clock;
    testing::SeededRandom random(7);
    ports::IdFactory ids(clock, random);
    const auto db = samples::openMarket(storage::Address::sqlite(file)).value();
    auto transaction = storage::Transaction::begin(*db).value();
    SpaceWriter writer(*db, clock.now());
    const QString hash = PasswordHasher({.memoryBytes = 8192, .passes = 1}).hash(sellerPassword).value();
    testing::GeneratedRows rows(7, products * 10);
    int number = 0;
    for (int s = 0; s < stores; ++s) {
        User user;
        user.id = ids.make<UserId>();
        user.name = u"Penjual %1"_s.arg(s + 1);
        user.email = s == 0 ? sellerEmail : u"penjual-%1@contoh.id"_s.arg(s + 1);
        user.passwordHash = hash;
        user.role = Role::Seller;
        StoreProfile profile;
        profile.name = u"Toko %1"_s.arg(s + 1);
        if (const auto made = createUser(*db, writer, ids, user, profile, clock.now()); !made)
            qFatal("no store: %s", qPrintable(made.error().text));
        const WriteContext context{.db = *db, .writer = writer, .ids = ids, .now = clock.now(), .actor = {user.store, user.name, {}}};
        for (int p = 0; p < products / stores; ++p) {
            const protocol::ProductRow row = nextProduct(rows);
            const auto made = createProduct(context, ids.make<ProductId>(),
                                            draftOf(row.name, row.category, ++number, variantsEach), {});
            if (!made || !*made)
                qFatal("no product: %s", made ? qPrintable(made->error().front().field) : qPrintable(made.error().text));
        }
    }
    if (!writer.finish() || !transaction.commit())
        qFatal("the market cannot be filled");
}

MarketProcess::MarketProcess(const QString& databaseFile)
{
    const QString program = qEnvironmentVariable("BELANJAIN_MARKETPLACE",
                                                 QCoreApplication::applicationDirPath() + u"/belanjain-marketplace"_s);
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
#ifdef Q_OS_LINUX
    // A benchmark that is stopped leaves no server behind.
    m_process.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGTERM); });
#endif
    QElapsedTimer timer;
    timer.start();
    m_process.start(program, {u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s, u"--database"_s, u"sqlite:"_s + databaseFile});
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(30'000))
            qFatal("%s does not start", qPrintable(program));
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

QString MarketProcess::refreshToken() const
{
    const auto answer = client().post("/v1/auth/login", {{u"email"_s, sellerEmail}, {u"password"_s, sellerPassword}});
    if (answer.status != 200)
        qFatal("no session: %d %s", answer.status, answer.body.constData());
    return answer.json().value(u"refreshToken").toString();
}

} // namespace belanjain::bench
