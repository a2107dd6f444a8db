// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/instant.h"

#include <QList>
#include <QMetaType>
#include <QObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace belanjain::ports
{

/// What an account keeps on this computer; sizes in bytes.
struct StoredData
{
    /// Files that were damaged and set aside, of one occasion.
    struct SetAside
    {
        QStringList names; ///< in the account's folder
        std::optional<Instant> at;
        qint64 bytes = 0;

        bool operator==(const SetAside&) const = default;
    };

    QString folder;
    qint64 data = 0;            ///< the database with its log
    qint64 edits = 0;           ///< the log of edits that wait
    qint64 pictures = 0;        ///< fetched ones, which can be fetched again
    qint64 waitingPictures = 0; ///< taken here and not uploaded yet
    QList<SetAside> setAside;   ///< newest first

    qint64 setAsideBytes() const
    {
        qint64 sum = 0;
        for (const SetAside& one : setAside)
            sum += one.bytes;
        return sum;
    }
    bool operator==(const StoredData&) const = default;
};

/// Measures and tidies an account's folder. Answers by signal on the GUI thread; the work is done elsewhere.
class StoredDataKeeper : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual void measure() = 0;
    /// Forgets the pictures that can be fetched again. measured() follows.
    virtual void clearPictures() = 0;
    /// Deletes what was set aside under these names, and nothing else. measured() follows.
    virtual void removeSetAside(const QStringList& names) = 0;

Q_SIGNALS:
    void measured(const belanjain::ports::StoredData& data);
    /// So many files could not be deleted.
    void notDeleted(int files);
};

} // namespace belanjain::ports

Q_DECLARE_METATYPE(belanjain::ports::StoredData)
