// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "buyer.h"
#include "protocol/messages.h"

#include <QHash>
#include <QSet>
#include <QString>

namespace belanjain::processes
{

/// What was promised, from the words of the processes, and whether it holds, from the files that they left.
class Audit
{
public:
    Audit(QString serverFile, QString space) : m_serverFile(std::move(serverFile)), m_space(std::move(space)) {}

    /// A desk's line.
    void heard(int desk, const QByteArray& line);

    /// Both desks have ended at rest; the server still runs. Appends what is wrong.
    void look(const QStringList& replicaFiles, const QList<const Buyer*>& buyers, QStringList& wrong);

    qint64 acknowledged() const { return m_acknowledged; }
    qint64 tried() const { return m_tried; }
    qint64 refused() const { return m_refused; } ///< by the server, and told to the desk
    int signIns() const { return m_signIns; }

private:
    struct Promise
    {
        QByteArray mark;
        int desk = 0;
    };
    struct Known
    {
        protocol::Op op;
        int desk = 0;
        int status = 0;
    };
    void replica(int desk, const QString& file, const QByteArray& serverDump, QStringList& wrong);
    void promises(QStringList& wrong);
    void server(class ServerLook& look, QStringList& wrong);

    QString m_serverFile;
    QString m_space;
    QList<Promise> m_new;                       ///< acknowledged since the last look
    QHash<QByteArray, int> m_archivings;        ///< that were acknowledged, which look alike: how many
    QHash<OpId, Known> m_ops;                   ///< in a desk's history
    QHash<QByteArray, QList<OpId>> m_byMark;
    qint64 m_acknowledged = 0;
    qint64 m_tried = 0;
    qint64 m_refused = 0;
    int m_signIns = 0;
};

} // namespace belanjain::processes
