// SPDX-License-Identifier: GPL-3.0-or-later
#include "damage.h"

#include "support/fake_time.h"

#include <QFile>

#include <algorithm>

namespace belanjain::simulation
{
using namespace Qt::StringLiterals;
namespace
{

constexpr qint64 pageBytes = 4096;

qint64 sizeOf(const QString& path) { return QFile(path).size(); }

void flip(const QString& path, int count, testing::SeededRandom& random)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly))
        return;
    for (int i = 0; i < count; ++i) {
        const qint64 place = qint64(random.below(quint64(std::max<qint64>(1, file.size()))));
        char byte = 0;
        if (!file.seek(place) || !file.getChar(&byte) || !file.seek(place))
            return;
        file.putChar(char(byte ^ char(1 + random.below(255))));
    }
}

void zeroPage(const QString& path, testing::SeededRandom& random)
{
    QFile file(path);
    const qint64 pages = std::max<qint64>(1, file.size() / pageBytes);
    if (file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly) && file.seek(qint64(random.below(quint64(pages))) * pageBytes))
        file.write(QByteArray(std::min(pageBytes, file.size()), '\0'));
}

void cut(const QString& path, testing::SeededRandom& random)
{
    QFile::resize(path, qint64(random.below(quint64(std::max<qint64>(1, sizeOf(path))))));
}

} // namespace

Harm damageFiles(const QString& database, const QString& edits, quint32 kind, testing::SeededRandom& random)
{
    const QString log = database + u"-wal"_s;
    const bool hasLog = sizeOf(log) > 0;
    QString what;
    if (kind % 6 == 4 && hasLog) {
        cut(log, random);
        what = u"the log is cut to %1 bytes"_s.arg(sizeOf(log));
    } else if (kind % 6 == 5 && hasLog) {
        flip(log, 1 + int(random.below(8)), random);
        what = u"bytes of the log are flipped"_s;
    } else if (kind % 6 == 3) {
        cut(database, random);
        what = u"the database is cut to %1 bytes"_s.arg(sizeOf(database));
    } else if (kind % 6 == 2) {
        zeroPage(database, random);
        what = u"a page of the database is zeros"_s;
    } else {
        flip(database, 1 + int(random.below(8)), random);
        what = u"bytes of the database are flipped"_s;
    }
    const bool editsToo = random.below(8) == 0;
    if (editsToo) {
        flip(edits, 1 + int(random.below(4)), random);
        what += u", of the log of edits too"_s;
    }
    return {what, editsToo};
}

} // namespace belanjain::simulation
