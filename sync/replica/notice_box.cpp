// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/notice_box.h"

#include "replica/stored_json.h"

namespace belanjain::replica {
using namespace Qt::StringLiterals;

QList<ports::Notice> NoticeBox::list()
{
    return m_work.all(u"SELECT number, kind, at, data FROM notices ORDER BY number"_s, {}, [](const storage::Row& row) {
        const QJsonObject data = objectFrom(row.text(3));
        ports::Notice notice{.number = row.integer(0),
                             .kind = ports::Notice::Kind(row.integer32(1)),
                             .at = {row.integer(2)},
                             .kept = data.value(u"kept").toInt(),
                             .folder = data.value(u"folder").toString()};
        if (data.contains(u"lost"_s))
            notice.lost = data.value(u"lost").toInt();
        return notice;
    });
}

void NoticeBox::add(const ports::Notice& notice)
{
    QJsonObject data{{u"kept"_s, notice.kept}, {u"folder"_s, notice.folder}};
    if (notice.lost)
        data.insert(u"lost"_s, *notice.lost);
    m_work.run(u"INSERT INTO notices (kind, at, data) VALUES (?,?,?)"_s,
               {int(notice.kind), notice.at.ms, toText(data)});
}

void NoticeBox::remove(qint64 number) { m_work.run(u"DELETE FROM notices WHERE number = ?"_s, {number}); }

} // namespace belanjain::replica
