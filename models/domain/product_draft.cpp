// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/product_draft.h"

#include "domain/barcode.h"
#include "domain/product_fields.h"
#include "domain/stock.h"
#include "domain/text.h"

#include <QSet>

#include <algorithm>

namespace belanjain {
using namespace Qt::StringLiterals;

namespace {

class DraftCheck
{
public:
    explicit DraftCheck(const ProductDraft& draft)
        : m_draft(draft)
    {}

    QList<Violation> run()
    {
        keep(checkProductName(m_draft.name, u"name"_s));
        keep(checkDescription(m_draft.description, u"description"_s));
        keep(checkCategory(m_draft.category, u"category"_s));
        if (const auto list = checkSpecifications(m_draft.specifications, u"specifications"_s); !list)
            m_broken += list.error();
        numbers();
        const bool optionsFine = options();
        if (m_draft.variants.isEmpty())
            withoutVariants();
        else if (m_draft.variants.size() > maxVariants)
            report(u"variants"_s, Rule::TooMany, {QString::number(maxVariants)});
        else
            variants(optionsFine);
        return m_broken;
    }

private:
    void report(const QString& field, Rule rule, const QStringList& args = {})
    {
        m_broken += Violation{field, rule, args};
    }

    template<class T>
    void keep(const Checked<T>& result)
    {
        if (!result)
            m_broken += result.error();
    }

    void numbers()
    {
        if (m_draft.price)
            keep(checkPrice(*m_draft.price, u"price"_s));
        if (m_draft.stock)
            keep(checkStock(*m_draft.stock, u"stock"_s));
        keep(checkWeight(m_draft.weightGrams, u"weightGrams"_s));
        if (m_draft.lowStockThreshold)
            keep(checkThreshold(*m_draft.lowStockThreshold, u"lowStockThreshold"_s));
        if (!m_draft.sku.isEmpty())
            keep(checkSku(m_draft.sku, u"sku"_s));
        keep(checkBarcode(m_draft.barcode, u"barcode"_s));
    }

    bool options()
    {
        const qsizetype before = m_broken.size();
        if (m_draft.options.size() > maxOptions) {
            report(u"options"_s, Rule::TooMany, {QString::number(maxOptions)});
            return false;
        }
        QSet<QString> names;
        for (qsizetype i = 0; i < m_draft.options.size(); ++i) {
            const Option& option = m_draft.options[i];
            const QString path = u"options[%1]"_s.arg(i);
            unique(names, option.name, maxOptionName, path + u".name"_s);
            if (option.values.isEmpty())
                report(path + u".values"_s, Rule::Required);
            if (option.values.size() > maxOptionValues) {
                report(path + u".values"_s, Rule::TooMany, {QString::number(maxOptionValues)});
                continue;
            }
            QSet<QString> values;
            for (qsizetype k = 0; k < option.values.size(); ++k)
                unique(values, option.values[k], maxOptionValue, u"%1.values[%2]"_s.arg(path).arg(k));
        }
        return m_broken.size() == before;
    }

    void unique(QSet<QString>& seen, const QString& text, int longest, const QString& path)
    {
        const auto line = checkLine(text, longest, path);
        keep(line);
        if (!line)
            return;
        if (seen.contains(line->toCaseFolded()))
            report(path, Rule::Duplicate, {*line});
        seen.insert(line->toCaseFolded());
    }

    void withoutVariants()
    {
        if (!m_draft.price)
            report(u"price"_s, Rule::Required);
        if (!m_draft.stock)
            report(u"stock"_s, Rule::Required);
        const qint64 number = combinationCount(m_draft.options);
        if (number > maxVariants)
            report(u"options"_s, Rule::TooMany, {QString::number(maxVariants)});
        if (number > 1 && !m_draft.barcode.isEmpty())
            report(u"barcode"_s, Rule::PerVariant);
    }

    void variants(bool optionsFine)
    {
        QSet<QString> skus;
        QSet<QStringList> seen;
        bool priceMissing = false;
        bool stockMissing = false;
        for (qsizetype i = 0; i < m_draft.variants.size(); ++i) {
            const VariantDraft& variant = m_draft.variants[i];
            const QString path = u"variants[%1]."_s.arg(i);
            if (!variant.sku.isEmpty())
                variantSku(skus, variant.sku, path + u"sku"_s);
            keep(checkBarcode(variant.barcode, path + u"barcode"_s));
            if (variant.price)
                keep(checkPrice(*variant.price, path + u"price"_s));
            if (variant.stock)
                keep(checkStock(*variant.stock, path + u"stock"_s));
            if (variant.weightGrams)
                keep(checkWeight(*variant.weightGrams, path + u"weightGrams"_s));
            if (variant.lowStockThreshold)
                keep(checkThreshold(*variant.lowStockThreshold, path + u"lowStockThreshold"_s));
            priceMissing = priceMissing || !variant.price;
            stockMissing = stockMissing || !variant.stock;
            if (optionsFine)
                combination(seen, variant, path + u"options"_s);
        }
        if (priceMissing && !m_draft.price)
            report(u"price"_s, Rule::Required);
        if (stockMissing && !m_draft.stock)
            report(u"stock"_s, Rule::Required);
        if (m_draft.variants.size() > 1 && !m_draft.barcode.isEmpty())
            report(u"barcode"_s, Rule::PerVariant);
    }

    void variantSku(QSet<QString>& seen, const QString& text, const QString& path)
    {
        const auto sku = checkSku(text, path);
        keep(sku);
        if (!sku)
            return;
        if (seen.contains(skuKey(*sku)))
            report(path, Rule::Duplicate, {*sku});
        seen.insert(skuKey(*sku));
    }

    void combination(QSet<QStringList>& seen, const VariantDraft& variant, const QString& path)
    {
        if (variant.options.size() != m_draft.options.size())
            return report(path, Rule::OptionsMismatch);
        QStringList values;
        for (qsizetype i = 0; i < variant.options.size(); ++i) {
            const OptionValue& chosen = variant.options[i];
            if (chosen.name != m_draft.options[i].name)
                return report(path, Rule::OptionsMismatch);
            if (!m_draft.options[i].values.contains(chosen.value))
                return report(path, Rule::UnknownValue, {chosen.value});
            values += chosen.value;
        }
        if (seen.contains(values))
            report(path, Rule::Duplicate, {values.join(u", "_s)});
        seen.insert(values);
    }

    const ProductDraft& m_draft;
    QList<Violation> m_broken;
};

QList<OptionValue> inOrder(const QList<OptionValue>& values, const QList<Option>& options)
{
    const auto place = [&options](const OptionValue& value) {
        const auto is = [&value](const Option& option) { return option.name == value.name; };
        return std::find_if(options.begin(), options.end(), is) - options.begin();
    };
    QList<OptionValue> ordered = values;
    std::stable_sort(ordered.begin(), ordered.end(),
                     [&place](const OptionValue& a, const OptionValue& b) { return place(a) < place(b); });
    return ordered;
}

QStringList valuesOf(const QList<OptionValue>& options)
{
    QStringList values;
    for (const OptionValue& option : options)
        values += option.value;
    return values;
}

// The variants asked for, or those that follow from the options.
QList<VariantDraft> wantedVariants(const ProductDraft& draft)
{
    if (!draft.variants.isEmpty())
        return draft.variants;
    QList<VariantDraft> wanted;
    for (const QList<OptionValue>& combination : combinations(draft.options)) {
        VariantDraft variant;
        variant.options = combination;
        wanted += variant;
    }
    return wanted;
}

NewVariant resolved(const VariantDraft& variant, const ProductDraft& draft, bool only)
{
    NewVariant made;
    made.sku = variant.sku;
    made.barcode = variant.barcode.isEmpty() && only ? draft.barcode : variant.barcode;
    made.options = variant.options;
    if (const auto price = variant.price ? variant.price : draft.price)
        made.price = *price;
    made.stock = qint32(variant.stock.value_or(draft.stock.value_or(0)));
    made.weightGrams = qint32(variant.weightGrams.value_or(draft.weightGrams));
    if (const auto threshold =
            variant.lowStockThreshold ? variant.lowStockThreshold : draft.lowStockThreshold)
        made.lowStockThreshold = qint32(*threshold);
    return made;
}

// Those asked for are settled first, so that made ones step aside whatever the order.
QList<Violation> settleSkus(QList<NewVariant>& variants, const ProductDraft& draft, const SkuIsTaken& isTaken)
{
    QSet<QString> used;
    const auto busy = [&used, &isTaken](const QString& key) { return used.contains(key) || isTaken(key); };
    const bool single = variants.size() == 1 && variants.first().options.isEmpty();
    const bool fromProduct = single && variants.first().sku.isEmpty();
    if (fromProduct)
        variants.first().sku = draft.sku;
    for (const NewVariant& variant : std::as_const(variants)) {
        if (!variant.sku.isEmpty())
            used.insert(skuKey(variant.sku));
    }
    QList<Violation> broken;
    for (qsizetype i = 0; i < variants.size(); ++i) {
        NewVariant& variant = variants[i];
        if (!variant.sku.isEmpty()) {
            const QString field = fromProduct ? u"sku"_s : u"variants[%1].sku"_s.arg(i);
            if (isTaken(skuKey(variant.sku)))
                broken += Violation{field, Rule::SkuTaken, {QString(), suggestSku(variant.sku, busy)}};
            continue;
        }
        const QStringList values = valuesOf(variant.options);
        variant.sku = draft.sku.isEmpty() || values.isEmpty() ? makeSku(draft.name, values, busy)
                                                              : makeSkuFrom(draft.sku, values, busy);
        used.insert(skuKey(variant.sku));
    }
    return broken;
}

} // namespace

ProductDraft normalised(ProductDraft draft)
{
    draft.name = normalisedLine(draft.name);
    draft.description = normalisedText(draft.description);
    draft.category = normalisedLine(draft.category);
    draft.sku = normalisedLine(draft.sku);
    draft.barcode = draft.barcode.trimmed();
    for (Option& option : draft.options) {
        option.name = normalisedLine(option.name);
        for (QString& value : option.values)
            value = normalisedLine(value);
    }
    for (Specification& specification : draft.specifications) {
        specification.label = normalisedLine(specification.label);
        specification.value = normalisedLine(specification.value);
    }
    for (VariantDraft& variant : draft.variants) {
        variant.sku = normalisedLine(variant.sku);
        variant.barcode = variant.barcode.trimmed();
        for (OptionValue& value : variant.options) {
            value.name = normalisedLine(value.name);
            value.value = normalisedLine(value.value);
        }
        variant.options = inOrder(variant.options, draft.options);
    }
    return draft;
}

QList<Violation> validate(const ProductDraft& draft) { return DraftCheck(draft).run(); }

tl::expected<NewProduct, QList<Violation>> prepareProduct(const ProductDraft& draft,
                                                          const SkuIsTaken& skuIsTaken)
{
    const ProductDraft clean = normalised(draft);
    QList<Violation> broken = validate(clean);
    if (!broken.isEmpty())
        return tl::unexpected(broken);
    const QList<VariantDraft> wanted = wantedVariants(clean);
    NewProduct product{clean.name,    clean.description,    clean.category,
                       clean.options, clean.specifications, {}};
    for (const VariantDraft& variant : wanted)
        product.variants += resolved(variant, clean, wanted.size() == 1);
    broken = settleSkus(product.variants, clean, skuIsTaken);
    if (!broken.isEmpty())
        return tl::unexpected(broken);
    return product;
}

} // namespace belanjain
