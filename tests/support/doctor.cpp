// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/doctor.h"

#include "marketplace/doctor/doctor.h"

#include <QFileInfo>
#include <QTest>

namespace belanjain::testing
{
using namespace Qt::StringLiterals;

void examine(const storage::Address& address)
{
    if (address.dialect == storage::Dialect::Sqlite && !QFileInfo::exists(address.file))
        return;
    const auto database = storage::Database::open(address, {.readOnly = true});
    if (!database || !(*database)->integer(u"SELECT count(*) FROM settings"_s))
        return;
    const auto diagnosis = marketplace::runDoctor(**database);
    if (!diagnosis)
        QTest::qFail(qPrintable(diagnosis.error().text), __FILE__, __LINE__);
    else if (!diagnosis->isContent())
        QTest::qFail(qPrintable(diagnosis->lines().join(u'\n')), __FILE__, __LINE__);
}

} // namespace belanjain::testing
