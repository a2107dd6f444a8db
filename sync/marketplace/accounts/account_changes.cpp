// SPDX-License-Identifier: GPL-3.0-or-later
// Registration and what people change of their account and their store.
#include "marketplace/accounts/accounts.h"

#include "domain/account.h"
#include "marketplace/accounts/stores.h"
#include "marketplace/mail/outbox.h"
#include "marketplace/runtime/conditional.h"
#include "marketplace/syncing/events_hub.h"
#include "marketplace/syncing/store_edit.h"

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
namespace
{

struct Registration
{
    User user;
    QString password;
    StoreProfile store;
};

template<class T>
void take(const Checked<T>& checked, T& into, QList<Violation>& broken)
{
    if (checked)
        into = *checked;
    else
        broken.append(checked.error());
}

Expected<Registration> readRegistration(const Call& call)
{
    protocol::ObjectReader reader(call.body());
    Registration wanted;
    wanted.user.name = reader.string(u"name");
    wanted.user.email = reader.string(u"email");
    wanted.password = reader.string(u"password");
    const QString role = reader.optionalString(u"role").value_or(u"CUSTOMER"_s);
    if (role != u"CUSTOMER" && role != u"SELLER")
        reader.fail(u"role", u"unknown_value"_s);
    const auto storeName = reader.optionalString(u"storeName");
    const auto storeLocation = reader.optionalString(u"storeLocation");
    if (!reader.ok())
        return call.fail(reader.errors());

    QList<Violation> broken;
    take(checkPersonName(wanted.user.name, u"name"_s), wanted.user.name, broken);
    take(checkEmail(wanted.user.email, u"email"_s), wanted.user.email, broken);
    take(checkPassword(wanted.password, u"password"_s, wanted.user), wanted.password, broken);
    wanted.user.role = role == u"SELLER" ? Role::Seller : Role::Customer;
    wanted.user.language = call.language();
    if (wanted.user.role == Role::Seller) {
        const QString name = storeName && !storeName->trimmed().isEmpty() ? *storeName
                                                                          : wanted.user.name.left(maxStoreName);
        take(checkStoreName(name, u"storeName"_s), wanted.store.name, broken);
        take(checkStoreLocation(storeLocation.value_or(u""_s), u"storeLocation"_s), wanted.store.location, broken);
    }
    if (!broken.isEmpty())
        return call.fail(broken);
    return wanted;
}

} // namespace

Checked<QString> checkPassword(const QString& password, const QString& field, const User& whose)
{
    const auto checked = checkPasswordLength(password, field);
    if (!checked)
        return checked;
    const auto same = [&](const QString& text) {
        return !text.isEmpty() && text.compare(password.trimmed(), Qt::CaseInsensitive) == 0;
    };
    if (isCommonPassword(*checked) || same(whose.email) || same(whose.email.section(u'@', 0, 0))
        || same(whose.name.simplified()))
        return tl::unexpected(Violation{field, Rule::PasswordCommon, {}});
    return checked;
}

storage::Outcome createUser(storage::Database& db, SpaceWriter& writer, ports::IdFactory& ids, User& user,
                            const StoreProfile& store, Instant now)
{
    if (const auto inserted = insertUser(db, user, now); !inserted)
        return inserted;
    if (user.role != Role::Seller)
        return createSpace(db, user.id.toString(), SpaceKind::Customer, ids);
    user.store = ids.make<StoreId>();
    return insertStore(db, writer, ids, Store{.id = user.store, .owner = user.id, .profile = store}, now);
}

Answer Accounts::registerUser(Call& call)
{
    auto wanted = readRegistration(call);
    if (!wanted)
        return tl::unexpected(wanted.error());
    const auto taken = [](Call& c, const QString& email) -> Expected<void> {
        const auto known = findUserByEmail(c.db(), email);
        if (!known)
            return c.fail(known.error());
        return *known ? Expected<void>(c.fail(Violation{u"email"_s, Rule::EmailTaken, {}})) : Expected<void>();
    };
    // Looked up before the costly hash, and again where it counts.
    const Expected<void> free = call.read([&](Call& c) { return taken(c, wanted->user.email); });
    if (!free)
        return tl::unexpected(free.error());
    const auto hash = m_hasher.hash(wanted->password);
    if (!hash)
        return call.fail(503, u"unavailable"_s);
    return call.write([&](Call& c) -> Answer {
        User user = wanted->user;
        user.id = c.ids().make<UserId>();
        user.passwordHash = *hash;
        if (const auto still = taken(c, user.email); !still)
            return tl::unexpected(still.error());
        SpaceWriter writer(c.db(), c.now());
        if (const auto created = createUser(c.db(), writer, c.ids(), user, wanted->store, c.now()); !created) {
            // Another instance registered the address a moment ago.
            return created.error().kind == storage::Error::Kind::Constraint
                ? c.fail(Violation{u"email"_s, Rule::EmailTaken, {}})
                : c.fail(created.error());
        }
        if (const auto finished = finishAndAnnounce(c, writer, m_hub); !finished)
            return c.fail(finished.error());
        return openSessionFor(c, 201, user, {});
    });
}

Answer Accounts::changePassword(Call& call)
{
    protocol::ObjectReader reader(call.body());
    const QString current = reader.string(u"currentPassword");
    const QString wanted = reader.string(u"newPassword");
    if (!reader.ok())
        return call.fail(reader.errors());
    const auto found = call.read([this](Call& c) { return ownAccount(c); });
    if (!found)
        return tl::unexpected(found.error());
    if (!m_hasher.matches(found->passwordHash, current)) {
        return call.write([&](Call& c) {
            return refuseGuess(c, attemptOf(c, Guess::Password, found->email), 422, u"wrong_password"_s);
        });
    }
    if (const auto checked = checkPassword(wanted, u"newPassword"_s, *found); !checked)
        return call.fail(checked.error());
    const auto hash = m_hasher.hash(wanted);
    if (!hash)
        return call.fail(503, u"unavailable"_s);
    return call.write([&](Call& c) -> Answer {
        const auto replaced = replacePasswordHash(c.db(), *found, *hash, c.now());
        if (!replaced)
            return c.fail(replaced.error());
        if (!*replaced)
            return c.fail(422, u"wrong_password"_s);
        const auto ended = endSessions(c.db(), found->id, c.caller().session, c.now());
        if (!ended)
            return c.fail(ended.error());
        cutStreams(c, *ended);
        if (const auto queued = queueMail(c.db(), c.ids(), MailKind::PasswordChanged, found->id.toString(), c.now()); !queued)
            return c.fail(queued.error());
        return noContent();
    });
}

Answer Accounts::patchStore(Call& call)
{
    const auto id = call.id<StoreId>(u"id");
    if (!id)
        return tl::unexpected(id.error());
    protocol::ObjectReader reader(call.body());
    const StoreEdit edit = StoreEdit::read(reader);
    if (!reader.ok())
        return call.fail(reader.errors());
    const auto before = findStore(call.db(), *id);
    if (!before)
        return call.fail(before.error());
    if (!*before)
        return call.failNotFound();
    if (!call.caller().owns(*id))
        return call.failForbidden();
    if (const auto fresh = checkIfMatch(call, (*before)->version); !fresh)
        return tl::unexpected(fresh.error());
    SpaceWriter writer(call.db(), call.now());
    const WriteContext context{call.db(), writer, call.ids(), call.now(), {.store = *id, .name = {}, .device = {}}};
    const auto updated = updateStore(context, edit);
    if (!updated)
        return call.fail(updated.error());
    if (!*updated)
        return call.fail(updated->error());
    if (const auto finished = finishAndAnnounce(call, writer, m_hub); !finished)
        return call.fail(finished.error());
    return store(call);
}

} // namespace belanjain::marketplace
