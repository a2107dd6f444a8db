// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/variant_grid.h"

namespace belanjain {
using namespace Qt::StringLiterals;

tl::expected<Grid, QList<Violation>> prepareGrid(const QString& productName, const QList<Option>& options,
                                                 const QList<GridDraft>& variants, const SkuIsTaken& skuIsTaken)
{
    if (variants.isEmpty())
        return tl::unexpected(QList<Violation>{{u"variants"_s, Rule::Required, {}}});
    ProductDraft draft{.name = productName, .options = options};
    QList<Violation> priceless;
    for (qsizetype i = 0; i < variants.size(); ++i) {
        VariantDraft variant = variants[i].draft;
        if (variants[i].known)
            variant = {.options = variant.options, .price = Money{1}};
        else if (!variant.price)
            priceless += Violation{u"variants[%1].price"_s.arg(i), Rule::Required, {}};
        variant.stock = variant.stock.value_or(0);
        draft.variants += variant;
    }
    if (!priceless.isEmpty())
        return tl::unexpected(priceless);
    const auto prepared = prepareProduct(draft, skuIsTaken);
    if (!prepared)
        return tl::unexpected(prepared.error());
    return Grid{prepared->options, prepared->variants};
}

qsizetype variantOf(const Violation& violation)
{
    if (!violation.field.startsWith(u"variants["))
        return -1;
    bool number = false;
    const int at = violation.field.section(u'[', 1).section(u']', 0, 0).toInt(&number);
    return number ? at : -1;
}

} // namespace belanjain
