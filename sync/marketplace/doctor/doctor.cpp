// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/doctor/checks.h"

#include "storage/transaction.h"

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
using storage::Outcome;

void Findings::start(const QString& check)
{
    m_check = check;
    m_kept = 0;
    ++m_diagnosis.checks;
}

void Findings::add(const QString& id, const QString& text)
{
    ++m_diagnosis.found;
    if (m_kept++ < Diagnosis::mostKept)
        m_diagnosis.findings.append({m_check, id, text});
}

QStringList Diagnosis::lines() const
{
    QStringList lines;
    for (const Finding& finding : findings)
        lines << u"%1: %2: %3"_s.arg(finding.check, finding.id, finding.text);
    if (found > findings.size())
        lines << u"and %1 more"_s.arg(found - findings.size());
    return lines;
}

Check queryCheck(const QueryCheck& check)
{
    return {check.name, [sql = check.sql, sentence = check.sentence](storage::Database& db, Findings& findings) {
                return db.each(sql, {}, [&](const storage::Row& row) {
                    QString text = sentence;
                    if (text.contains(u"%1"))
                        text = text.arg(row.text(1));
                    if (text.contains(u"%2"))
                        text = text.arg(row.text(2));
                    findings.add(row.text(0), text);
                });
            }};
}

storage::Result<Diagnosis> runDoctor(storage::Database& db, const QString& imageFolder)
{
    Diagnosis diagnosis;
    auto transaction = storage::Transaction::beginRead(db);
    if (!transaction)
        return tl::unexpected(transaction.error());
    Findings findings(diagnosis);
    const QList<Check> all =
        storageChecks(db) + accountChecks() + catalogueChecks() + pictureChecks(imageFolder) + stockChecks() + orderChecks()
        + syncChecks();
    for (const Check& check : all) {
        findings.start(check.name);
        if (const auto done = check.run(db, findings); !done)
            return tl::unexpected(done.error());
    }
    if (const auto ended = transaction->commit(); !ended)
        return tl::unexpected(ended.error());
    return diagnosis;
}

} // namespace belanjain::marketplace
