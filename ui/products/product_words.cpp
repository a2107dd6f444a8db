// SPDX-License-Identifier: GPL-3.0-or-later
#include "products/product_words.h"

#include "domain/format.h"

#include <QCoreApplication>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {
struct ProductWords
{
    Q_DECLARE_TR_FUNCTIONS(ProductWords)
};
} // namespace

QString priceRangeText(Money lowest, Money highest)
{
    return lowest == highest ? formatRupiah(lowest) : formatRupiah(lowest) + u'–' + formatRupiahNumber(highest);
}

QString pictureProblemText(PictureProblem problem, const QString& name)
{
    const QString what = name.isEmpty() ? ProductWords::tr("The picture") : name;
    switch (problem) {
    case PictureProblem::NotAPicture:
        return ProductWords::tr("%1 is not a JPEG or PNG picture. Save it as one of these and try again.").arg(what);
    case PictureProblem::TooLarge:
        return ProductWords::tr("%1 is larger than 5 MB. Make it smaller and try again.").arg(what);
    case PictureProblem::TooManyPixels:
        return ProductWords::tr("%1 has more than 30 megapixels. Make it smaller and try again.").arg(what);
    case PictureProblem::Undecodable:
        return ProductWords::tr("%1 is damaged and cannot be shown. Choose another picture.").arg(what);
    case PictureProblem::Unreadable:
        return ProductWords::tr("%1 cannot be read. Is it still there?").arg(what);
    }
    return {};
}

} // namespace belanjain::ui
