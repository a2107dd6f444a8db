// SPDX-License-Identifier: GPL-3.0-or-later
#include "account/account_words.h"

#include <QCoreApplication>

#include <array>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {

struct AccountWords
{
    Q_DECLARE_TR_FUNCTIONS(AccountWords)
};

constexpr int groupOf = 4;

} // namespace

QString accountProblemText(const ports::SessionProblem& problem)
{
    if (problem.code == u"unreachable")
        return AccountWords::tr("The marketplace did not answer. Try again in a moment.");
    if (problem.code == u"wrong_password")
        return AccountWords::tr("This is not your password.");
    if (problem.code == u"otp_invalid")
        return AccountWords::tr("This code does not fit. Wait for the next one in your app.");
    if (problem.code == u"throttled")
        return AccountWords::tr("Too many attempts. Wait a few minutes, then try again.");
    if (problem.code == u"session_ended")
        return AccountWords::tr("The marketplace has ended this sign-in. Sign in again.");
    if (!problem.text.isEmpty())
        return problem.text;
    return AccountWords::tr("The marketplace gave an answer that this program does not know.");
}

QString secretPlaceText(ports::SecretStore::Place place)
{
    switch (place) {
    case ports::SecretStore::Place::Keychain:
        return AccountWords::tr("In this system's keychain. Your password itself is never kept.");
    case ports::SecretStore::Place::EncryptedFile:
        return AccountWords::tr("In a file sealed with your passphrase, because this system has no keychain. "
                                "Your password itself is never kept.");
    case ports::SecretStore::Place::MemoryOnly:
        return AccountWords::tr("Only until Belanjain is closed, because this system has no keychain. "
                                "You sign in again at the next start.");
    }
    return {};
}

QString sizeText(qint64 bytes, Language language)
{
    if (bytes <= 0)
        return AccountWords::tr("nothing");
    static constexpr std::array units{"KB", "MB", "GB", "TB"};
    double value = double(bytes) / 1'000;
    size_t unit = 0;
    while (value >= 999.5 && unit + 1 < units.size()) {
        value /= 1'000;
        ++unit;
    }
    if (value < 1)
        value = 1; // less than the smallest unit is not nothing
    QString number = QString::number(value, 'f', value < 9.95 && unit > 0 ? 1 : 0);
    if (language == Language::Indonesian)
        number.replace(u'.', u',');
    return number + u' ' + QLatin1StringView(units.at(unit));
}

QString inGroups(const QString& secret)
{
    QString grouped;
    for (qsizetype i = 0; i < secret.size(); i += groupOf)
        grouped += (i > 0 ? u" "_s : QString()) + secret.mid(i, groupOf);
    return grouped;
}

} // namespace belanjain::ui
