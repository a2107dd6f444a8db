// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/mail/mailer.h"

#include <algorithm>
#include <array>

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
using storage::Database;
using storage::Outcome;
namespace
{

constexpr int claimedAtOnce = 10;
/// A mail that was answered "later": a minute, two, … at most two hours.
constexpr qint64 laterMs = 60'000;
constexpr qint64 mostLaterMs = 2LL * 3600 * 1000;
/// A server that is down: ten seconds, twenty, … at most ten minutes.
constexpr qint64 downMs = 10'000;
constexpr qint64 mostDownMs = 10LL * 60 * 1000;

} // namespace

Mailer::Mailer(const Services& services, std::unique_ptr<MailTransport> transport, MailAddress from)
    : m_services(services), m_transport(std::move(transport)), m_from(std::move(from))
{
}

bool Mailer::step()
{
    if (m_stop || m_services.clock.now() < m_pausedUntil)
        return false;
    const QList<WaitingMail> mails = claim();
    for (const WaitingMail& mail : mails) {
        const bool paused = m_services.clock.now() < m_pausedUntil;
        if (m_stop || paused) {
            // Others may have it, or we once the server is there again.
            const Instant now = m_services.clock.now();
            write([&](Database& db) { return postponeMail(db, mail.id, now, {}, false); });
            continue;
        }
        const Handover handover = deliver(mail);
        if (m_stop && handover.kind != Handover::Kind::Taken) {
            const Instant now = m_services.clock.now();
            write([&](Database& db) { return postponeMail(db, mail.id, now, {}, false); });
            continue;
        }
        note(mail, handover);
    }
    return mails.size() == claimedAtOnce;
}

QList<WaitingMail> Mailer::claim()
{
    const Instant now = m_services.clock.now();
    bool due = false;
    // Looking costs no write, and most of the time nothing waits.
    const bool looked = m_services.executor.readAndWait([&](Database& db) {
        const auto next = nextMailDue(db);
        due = next && *next && **next <= now;
    });
    QList<WaitingMail> mails;
    if (!looked || !due)
        return mails;
    write([&](Database& db) -> Outcome {
        const auto claimed = claimMails(db, m_services.ids, now, claimedAtOnce);
        mails = claimed.value_or(QList<WaitingMail>());
        return claimed ? Outcome() : tl::unexpected(claimed.error());
    });
    return mails;
}

Handover Mailer::deliver(const WaitingMail& mail)
{
    storage::Result<std::optional<Letter>> letter = std::optional<Letter>();
    if (!m_services.executor.readAndWait([&](Database& db) { letter = writeLetter(db, mail); }))
        return {Handover::Kind::Later, u"the server is ending"_s};
    if (!letter)
        return {Handover::Kind::Later, letter.error().text};
    if (!*letter)
        return {Handover::Kind::Refused, u"nobody to send it to"_s};
    if (!isMailAddress((*letter)->to.address))
        return {Handover::Kind::Refused, u"the address cannot be written into a mail"_s};
    const MailMessage message{.id = mail.id,
                              .from = m_from,
                              .to = {(*letter)->to.name, (*letter)->to.address},
                              .subject = (*letter)->subject,
                              .text = (*letter)->text,
                              .html = (*letter)->html,
                              .language = wireName((*letter)->to.language),
                              .date = mail.createdAt};
    return m_transport->send(m_from.address, (*letter)->to.address, message.toBytes(), m_stop);
}

void Mailer::note(const WaitingMail& mail, const Handover& handover)
{
    const Instant now = m_services.clock.now();
    if (handover.kind == Handover::Kind::Down) {
        m_pausedUntil = {now.ms + backOff(downMs, m_failures++, mostDownMs)};
        m_services.log.write(LogLevel::Warning, u"mail_server_down"_s, {{u"error"_s, handover.words}});
    } else {
        m_failures = 0;
    }
    const bool tooLong = now.ms - mail.createdAt.ms >= mailTriedMs;
    write([&](Database& db) -> Outcome {
        if (handover.kind == Handover::Kind::Taken)
            return markMailSent(db, mail.id, now);
        if (handover.kind == Handover::Kind::Refused || tooLong)
            return markMailFailed(db, mail.id, handover.words, now);
        if (handover.kind == Handover::Kind::Down)
            return postponeMail(db, mail.id, now, handover.words, false);
        const qint64 wait = backOff(laterMs, mail.attempts - 1, mostLaterMs);
        return postponeMail(db, mail.id, {now.ms + wait}, handover.words, true);
    });
    if (handover.kind == Handover::Kind::Refused || tooLong)
        m_services.log.write(LogLevel::Warning, u"mail_given_up"_s, {{u"mail"_s, mail.id}, {u"error"_s, handover.words}});
}

void Mailer::write(const std::function<Outcome(Database&)>& job)
{
    Outcome made;
    Outcome kept;
    const bool taken = m_services.executor.writeAndWait(
        [&](Database& db) {
            made = job(db);
            return bool(made);
        },
        kept);
    // What could not be noted is sent once more when the claim runs out.
    if (taken && (!made || !kept)) {
        m_services.log.write(LogLevel::Error, u"mail_outbox"_s,
                             {{u"error"_s, made ? kept.error().text : made.error().text}});
    }
}

qint64 Mailer::backOff(qint64 base, int times, qint64 most) const
{
    const qint64 whole = std::min(most, base << std::clamp(times, 0, 20));
    std::array<quint8, 4> bytes{};
    m_services.random.fill(bytes);
    const quint32 chance = (quint32(bytes[0]) << 24) | (quint32(bytes[1]) << 16) | (quint32(bytes[2]) << 8) | bytes[3];
    return whole - qint64(chance % quint32(whole / 2 + 1));
}

} // namespace belanjain::marketplace
