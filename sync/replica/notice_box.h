// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/upkeep.h"
#include "replica/work.h"

namespace belanjain::replica {

/// What a person has to be told until they have read it, kept in the replica.
class NoticeBox
{
public:
    explicit NoticeBox(Work& work)
        : m_work(work)
    {}

    QList<ports::Notice> list();
    void add(const ports::Notice& notice);
    void remove(qint64 number);

private:
    Work& m_work;
};

} // namespace belanjain::replica
