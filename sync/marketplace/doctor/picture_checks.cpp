// SPDX-License-Identifier: GPL-3.0-or-later
#include "marketplace/doctor/checks.h"
#include "marketplace/images/image_store.h"
#include "marketplace/images/recoded_image.h"

#include <QFileInfo>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace belanjain::marketplace
{
using namespace Qt::StringLiterals;
using storage::Database;
using storage::Outcome;
using storage::Row;
namespace
{

/// Every image of a product is of a known picture, and a picture counts the images that show it.
Outcome usesAreCounted(Database& db, Findings& findings)
{
    QHash<QString, qint64> uses;
    const auto read = db.each(u"SELECT id, images FROM products WHERE images <> '[]'"_s, {}, [&](const Row& row) {
        const QJsonArray images = QJsonDocument::fromJson(row.text(1).toUtf8()).array();
        if (images.isEmpty())
            findings.add(row.text(0), u"its images cannot be read"_s);
        for (qsizetype i = 0; i < images.size(); ++i) {
            ++uses[images[i][u"sha256"].toString()];
            if (images[i][u"position"].toInt(-1) != i)
                findings.add(row.text(0), u"its image %1 is not in its place"_s.arg(i));
        }
    });
    if (!read)
        return read;
    const auto counted = db.each(u"SELECT sha256, uses FROM pictures"_s, {}, [&](const Row& row) {
        const qint64 made = uses.take(row.text(0));
        if (made != row.integer(1))
            findings.add(row.text(0), u"says %1 uses, products make %2"_s.arg(row.integer(1)).arg(made));
    });
    if (!counted)
        return counted;
    for (auto it = uses.cbegin(); it != uses.cend(); ++it)
        findings.add(it.key(), u"is shown by a product, but is no known picture"_s);
    return {};
}

Outcome filesAreThere(Database& db, Findings& findings, const QString& folder)
{
    const ImageStore store(folder, 0);
    return db.each(u"SELECT sha256, type FROM pictures"_s, {}, [&](const Row& row) {
        const ImageType type = row.text(1) == u"png" ? ImageType::Png : ImageType::Jpeg;
        for (const ImageSize size : {ImageSize::Full, ImageSize::Thumbnail}) {
            if (const QString path = store.pathOf(row.text(0), type, size); QFileInfo(path).size() <= 0)
                findings.add(row.text(0), u"its file %1 is missing or empty"_s.arg(path));
        }
    });
}

} // namespace

QList<Check> pictureChecks(const QString& imageFolder)
{
    QList<Check> checks{{u"picture uses"_s, usesAreCounted}};
    if (!imageFolder.isEmpty()) {
        checks.append({u"picture files"_s, [imageFolder](Database& db, Findings& findings) {
                           return filesAreThere(db, findings, imageFolder);
                       }});
    }
    return checks;
}

} // namespace belanjain::marketplace
