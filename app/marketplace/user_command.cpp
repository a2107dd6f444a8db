// SPDX-License-Identifier: GPL-3.0-or-later
#include "user_command.h"

#include "domain/account.h"
#include "domain/violation_text.h"
#include "marketplace/accounts/accounts.h"
#include "marketplace/accounts/stores.h"
#include "marketplace/runtime/schema.h"
#include "options.h"
#include "ports/system.h"
#include "storage/transaction.h"
#include "subcommand.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <functional>

namespace belanjain::app
{
using namespace Qt::StringLiterals;
using namespace marketplace;
using storage::Database;
namespace
{

/// A refusal for stderr with its exit code.
struct Refusal
{
    int code = exitFailed;
    QString text;
};
using Done = tl::expected<QString, Refusal>; ///< what to say when it went well

tl::unexpected<Refusal> unusable(const QString& text) { return tl::unexpected(Refusal{exitUsage, text}); }

tl::unexpected<Refusal> unusable(const Violation& violation)
{
    return unusable(u"--%1: %2"_s.arg(violation.field, ruleText(violation, Language::English)));
}

tl::unexpected<Refusal> failed(const storage::Error& error)
{
    return tl::unexpected(Refusal{exitFailed, u"the database said: "_s + error.text.section(u" in: "_s, 0, 0)});
}

struct Tools
{
    Database& db;
    ports::SystemClock clock;
    ports::SystemRandom random;
    ports::IdFactory ids{clock, random};
};

/// From the option, else the first line of stdin, which keeps it out of the process list.
QString passwordOf(const QCommandLineParser& parser)
{
    if (parser.isSet(u"password"_s))
        return parser.value(u"password"_s);
    QFile input;
    if (!input.open(0, QIODevice::ReadOnly | QIODevice::Text))
        return {};
    QString line = QString::fromUtf8(input.readLine());
    if (line.endsWith(u'\n'))
        line.chop(1);
    return line;
}

tl::expected<User, Refusal> theUser(Tools& tools, const QString& email)
{
    const auto user = findUserByEmail(tools.db, normalisedEmail(email));
    if (!user)
        return failed(user.error());
    if (!*user)
        return tl::unexpected(Refusal{exitFailed, u"nobody has the e-mail address '%1'"_s.arg(email)});
    return **user;
}

Done create(Tools& tools, const QCommandLineParser& parser)
{
    User user;
    const auto email = checkEmail(parser.value(u"email"_s), u"email"_s);
    const auto name = checkPersonName(parser.value(u"name"_s), u"name"_s);
    const QString given = passwordOf(parser);
    if (email && name) {
        user.email = *email;
        user.name = *name;
    }
    const auto password = checkPassword(given, u"password"_s, user);
    const QString role = parser.value(u"role"_s).toUpper();
    if (!email)
        return unusable(email.error());
    if (!name)
        return unusable(name.error());
    if (!password)
        return unusable(password.error());
    if (role != u"CUSTOMER" && role != u"SELLER")
        return unusable(u"--role: '%1' is neither customer nor seller"_s.arg(parser.value(u"role"_s)));
    user.role = role == u"SELLER" ? Role::Seller : Role::Customer;
    StoreProfile profile;
    if (user.role == Role::Seller) {
        const QString wanted = parser.isSet(u"store-name"_s) ? parser.value(u"store-name"_s) : name->left(maxStoreName);
        const auto storeName = checkStoreName(wanted, u"store-name"_s);
        if (!storeName)
            return unusable(storeName.error());
        profile.name = *storeName;
    }
    const auto taken = findUserByEmail(tools.db, *email);
    if (!taken)
        return failed(taken.error());
    if (*taken)
        return unusable(Violation{u"email"_s, Rule::EmailTaken, {}});
    const auto hash = PasswordHasher(HashCost{}).hash(*password);
    if (!hash)
        return tl::unexpected(Refusal{exitFailed, u"not enough memory to hash the password"_s});
    user.id = tools.ids.make<UserId>();
    user.passwordHash = *hash;
    const Instant now = tools.clock.now();
    SpaceWriter writer(tools.db, now);
    if (const auto made = createUser(tools.db, writer, tools.ids, user, profile, now); !made)
        return failed(made.error());
    if (const auto finished = writer.finish(); !finished)
        return failed(finished.error());
    return u"created %1 %2"_s.arg(roleName(user.role).toLower(), user.email);
}

Done resetPassword(Tools& tools, const QCommandLineParser& parser)
{
    auto user = theUser(tools, parser.value(u"email"_s));
    if (!user)
        return tl::unexpected(user.error());
    const auto password = checkPassword(passwordOf(parser), u"password"_s, *user);
    if (!password)
        return unusable(password.error());
    const auto hash = PasswordHasher(HashCost{}).hash(*password);
    if (!hash)
        return tl::unexpected(Refusal{exitFailed, u"not enough memory to hash the password"_s});
    const auto replaced = replacePasswordHash(tools.db, *user, *hash, tools.clock.now());
    if (!replaced)
        return failed(replaced.error());
    if (!*replaced)
        return tl::unexpected(Refusal{exitFailed, u"%1 has just changed the password"_s.arg(user->email)});
    if (const auto ended = endSessions(tools.db, user->id, {}, tools.clock.now()); !ended)
        return failed(ended.error());
    return u"%1 has a new password and is signed out everywhere"_s.arg(user->email);
}

Done lock(Tools& tools, const QCommandLineParser& parser, bool locked)
{
    const auto user = theUser(tools, parser.value(u"email"_s));
    if (!user)
        return tl::unexpected(user.error());
    if (const auto updated = setLocked(tools.db, user->id, locked, tools.clock.now()); !updated)
        return failed(updated.error());
    if (!locked)
        return u"%1 is no longer locked"_s.arg(user->email);
    if (const auto ended = endSessions(tools.db, user->id, {}, tools.clock.now()); !ended)
        return failed(ended.error());
    return u"%1 is locked and signed out everywhere"_s.arg(user->email);
}

/// For somebody who has lost the telephone and the recovery codes.
Done disableTwoFactor(Tools& tools, const QCommandLineParser& parser)
{
    const auto user = theUser(tools, parser.value(u"email"_s));
    if (!user)
        return tl::unexpected(user.error());
    if (const auto disabled = TwoFactor::disable(tools.db, user->id); !disabled)
        return failed(disabled.error());
    if (const auto touched = touchUser(tools.db, user->id, tools.clock.now()); !touched)
        return failed(touched.error());
    return u"%1 signs in with the password alone"_s.arg(user->email);
}

/// One line a user, with tabs between the columns, for scripts too.
Done list(Tools& tools, const QCommandLineParser&)
{
    const auto users = tools.db.all(
        u"SELECT u.email, u.role, u.locked, CASE WHEN f.confirmed_at IS NULL THEN 0 ELSE 1 END, u.name FROM users u "
        "LEFT JOIN two_factor f ON f.user_id = u.id ORDER BY u.email"_s,
        {}, [](const storage::Row& row) {
            return QStringList{row.text(0), row.text(1).toLower(), row.boolean(2) ? u"locked"_s : u"open"_s,
                               row.boolean(3) ? u"2fa"_s : u"-"_s, row.text(4)}
                .join(u'\t');
        });
    if (!users)
        return failed(users.error());
    return users->join(u'\n');
}

struct Action
{
    QString name;
    std::function<Done(Tools&, const QCommandLineParser&)> run;
    bool needsEmail = true;
};

const QList<Action>& actions()
{
    static const QList<Action> table{
        {u"create"_s, create},
        {u"reset-password"_s, resetPassword},
        {u"lock"_s, [](Tools& tools, const QCommandLineParser& parser) { return lock(tools, parser, true); }},
        {u"unlock"_s, [](Tools& tools, const QCommandLineParser& parser) { return lock(tools, parser, false); }},
        {u"disable-2fa"_s, disableTwoFactor},
        {u"list"_s, list, false},
    };
    return table;
}

Done inDatabase(const storage::Address& address, const QCommandLineParser& parser, const Action& action)
{
    if (address.dialect == storage::Dialect::Sqlite)
        QDir().mkpath(QFileInfo(address.file).absolutePath());
    const auto db = Database::open(address);
    if (!db)
        return failed(db.error());
    if (const auto migrated = migrateMarket(**db); !migrated)
        return failed(migrated.error());
    auto transaction = storage::Transaction::begin(**db);
    if (!transaction)
        return failed(transaction.error());
    Tools tools{**db};
    Done done = action.run(tools, parser);
    if (!done)
        return done;
    if (const auto committed = transaction->commit(); !committed)
        return failed(committed.error());
    return done;
}

} // namespace

int userCommand(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Creates a user, sets a forgotten password, locks and unlocks an account, turns two-step sign-in off\n"
        "for it, or lists all.\n"
        "Without --password the password is read from the first line of stdin."_s);
    parser.addPositionalArgument(u"action"_s, u"create, reset-password, lock, unlock, disable-2fa or list."_s, u"ACTION"_s);
    parser.addOptions({
        databaseOption(),
        {u"email"_s, u"Whose account."_s, u"address"_s},
        {u"name"_s, u"create: the person's name."_s, u"name"_s},
        {u"role"_s, u"create: customer or seller. Default: customer."_s, u"role"_s, u"customer"_s},
        {u"store-name"_s, u"create: the seller's store. Default: named after them."_s, u"name"_s},
        {u"password"_s, u"create, reset-password: the password; others may see it in the process list."_s, u"password"_s},
    });
    if (const auto code = parseOptions(parser, u"user"_s, arguments))
        return *code;
    const QString name = parser.positionalArguments().value(0);
    const auto action = std::find_if(actions().begin(), actions().end(), [&](const Action& a) { return a.name == name; });
    if (action == actions().end() || parser.positionalArguments().size() > 1) {
        QStringList names;
        for (const Action& known : actions())
            names.append(known.name);
        complain(u"user: one of %1 is needed, see user --help"_s.arg(names.join(u", ")));
        return exitUsage;
    }
    if (action->needsEmail && !parser.isSet(u"email"_s)) {
        complain(u"user: --email is missing"_s);
        return exitUsage;
    }
    const auto database = databaseOf(parser);
    if (!database)
        return exitUsage;
    const Done done = inDatabase(*database, parser, *action);
    if (!done) {
        complain(u"user: "_s + done.error().text);
        return done.error().code;
    }
    say(*done);
    return exitOk;
}

} // namespace belanjain::app
