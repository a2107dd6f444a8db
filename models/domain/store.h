// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/stock.h"
#include "domain/violation.h"

#include <QList>
#include <QString>

namespace belanjain {

inline constexpr int maxStoreName = 80;
inline constexpr int maxStoreLocation = 120;
inline constexpr int maxStoreDescription = 2'000;

/// What a seller decides about a store.
struct StoreProfile
{
    QString name;
    QString location;    ///< a city, for buyers; may be empty
    QString description; ///< may be empty
    qint32 lowStockThreshold = defaultLowStockThreshold;
    QString timeZone = QStringLiteral("Asia/Jakarta"); ///< IANA name: where the store's days begin and end

    bool operator==(const StoreProfile&) const = default;
};

Checked<QString> checkStoreName(const QString& text, const QString& field);
Checked<QString> checkStoreLocation(const QString& text, const QString& field);
Checked<QString> checkStoreDescription(const QString& text, const QString& field);
/// A name the IANA database of this machine knows.
Checked<QString> checkTimeZone(const QString& name, const QString& field);

/// All of them at once: the profile as it is to be stored, or every rule it breaks.
tl::expected<StoreProfile, QList<Violation>> checkStoreProfile(const StoreProfile& profile);

} // namespace belanjain
