// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/fake_time.h"

#include <QString>
#include <QStringList>

namespace belanjain::testing
{

/// The files of one replica, and the ways in which a disk, a copy or a person spoils them.
class Damage
{
public:
    /// `file` is the replica's name, `current` the database in force.
    Damage(const QString& file, const QString& current, SeededRandom& random)
        : m_file(file), m_current(current), m_random(random)
    {
    }

    /// Spoils in one way, chosen by chance among those that are possible here; its name.
    QString spoil();
    static QStringList kinds();
    /// In this way; false when there is nothing to spoil.
    bool spoil(const QString& kind);

private:
    bool flip(const QString& path, qint64 from = 0);
    bool zeroPage(const QString& path);
    bool swapPages(const QString& path);
    bool truncate(const QString& path);
    bool garble(const QString& path);
    bool replace(const QString& path, const QByteArray& bytes);
    bool spoilTree(bool indexes);
    bool spoilFreeList();

    QString m_file;
    QString m_current;
    SeededRandom& m_random;
};

} // namespace belanjain::testing
