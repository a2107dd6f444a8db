// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

// What is in a backup: a tar, compressed with zstd, that any tar opens.
//   marketplace.db       the database as SQLite wrote it out in one go
//   images/ab/cdef….jpg  the pictures that it knows, with their thumbnails
//   SHA256SUMS           of all of these, as sha256sum writes and checks them
//   manifest.json        last: an archive without it was broken off
namespace belanjain::marketplace::backup
{

inline constexpr int format = 1;
inline constexpr char databaseEntry[] = "marketplace.db";
inline constexpr char sumsEntry[] = "SHA256SUMS";
inline constexpr char manifestEntry[] = "manifest.json";

/// Names of a picture's files under the folder for pictures, its thumbnail's too.
QStringList pictureFiles(const QString& hash, const QString& type);
/// Whether an entry's name is "images/" with one of these. Anything else in an archive is refused.
bool isPictureEntry(const QString& entry);

/// What is said about a backup in itself.
struct Manifest
{
    int schema = 0;
    QString createdAt; ///< RFC 3339
    qint64 rows = 0;
    qint64 pictures = 0; ///< files
    QByteArray sumsSha256; ///< of SHA256SUMS, in hexadecimal digits

    QByteArray toJson() const;
    static std::optional<Manifest> fromJson(const QByteArray& text);
};

/// One line of SHA256SUMS.
QByteArray sumLine(const QByteArray& hexDigits, const QString& entry);

} // namespace belanjain::marketplace::backup
