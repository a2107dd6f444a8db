// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/product_form.h"

#include "domain/format.h"
#include "domain/money_input.h"
#include "domain/product_fields.h"
#include "domain/sku.h"
#include "domain/stock_input.h"
#include "domain/text.h"

#include <QSet>

#include <algorithm>

namespace belanjain::tables {
using namespace Qt::StringLiterals;
namespace {

const QStringList& fieldNames()
{
    static const QStringList names{u"price"_s, u"stock"_s, u"sku"_s, u"barcode"_s, u"weightGrams"_s};
    return names;
}

QString pathOf(qsizetype variant, VariantField field)
{
    return u"variants[%1].%2"_s.arg(variant).arg(fieldNames()[int(field)]);
}

QString weightText(qint32 grams) { return grams == 0 ? QString() : QString::number(grams); }

/// "95", "95 g", "1.250".
Checked<qint32> readWeight(QString text, const QString& field)
{
    text = text.trimmed();
    if (text.endsWith(u'g', Qt::CaseInsensitive))
        text = text.chopped(1).trimmed();
    if (text.isEmpty())
        return 0;
    const auto grams = parseCount(text, field);
    return grams ? checkWeight(*grams, field) : grams;
}

Checked<qint32> readStock(const QString& text, const QString& field)
{
    return text.trimmed().isEmpty() ? Checked<qint32>(0) : parseCount(text, field);
}

struct Read
{
    ProductDraft draft;
    QList<Violation> broken;
};

Read read(const ProductForm& form)
{
    Read result;
    ProductDraft& draft = result.draft;
    draft.name = form.name;
    draft.description = form.description;
    draft.category = form.category;
    draft.options = form.options;
    for (const Specification& one : form.specifications) {
        if (!one.label.trimmed().isEmpty() || !one.value.trimmed().isEmpty())
            draft.specifications.append(one);
    }
    for (qsizetype i = 0; i < form.variants.size(); ++i) {
        const FormVariant& typed = form.variants[i];
        VariantDraft variant{.sku = typed.sku.trimmed(), .barcode = typed.barcode.trimmed(), .options = typed.options};
        const auto price = parsePrice(typed.price, pathOf(i, VariantField::Price));
        const auto stock = readStock(typed.available, pathOf(i, VariantField::Available));
        const auto weight = readWeight(typed.weight, pathOf(i, VariantField::Weight));
        // What could not be read is complained of as typed; here it must not add a second complaint.
        variant.price = price.value_or(Money{1});
        variant.stock = stock.value_or(0);
        variant.weightGrams = weight.value_or(0);
        if (!price)
            result.broken += price.error();
        if (!stock)
            result.broken += stock.error();
        if (!weight)
            result.broken += weight.error();
        draft.variants.append(variant);
    }
    draft = normalised(draft);
    return result;
}

/// Who else in the form has the SKU, with one that is free in it.
Violation sharedSku(const ProductForm& form, qsizetype at, const QString& field)
{
    const auto taken = [&](const QString& key) {
        return std::any_of(form.variants.begin(), form.variants.end(),
                           [&](const FormVariant& one) { return skuKey(normalisedLine(one.sku)) == key; });
    };
    const QString sku = normalisedLine(form.variants[at].sku);
    QString owner;
    for (qsizetype i = 0; i < at; ++i) {
        if (skuKey(normalisedLine(form.variants[i].sku)) == skuKey(sku))
            owner = optionsLabel(form.variants[i].options);
    }
    return {field, Rule::SkuTaken, {owner, suggestSku(sku, taken)}};
}

} // namespace

QString& FormVariant::text(VariantField field)
{
    switch (field) {
    case VariantField::Price:
        return price;
    case VariantField::Available:
        return available;
    case VariantField::Sku:
        return sku;
    case VariantField::Barcode:
        return barcode;
    case VariantField::Weight:
        break;
    }
    return weight;
}

const QString& FormVariant::text(VariantField field) const { return const_cast<FormVariant*>(this)->text(field); }

ProductForm emptyForm(ports::IdFactory& ids)
{
    ProductForm form{.product = ids.make<ProductId>()};
    form.variants.append({.id = ids.make<VariantId>()});
    return form;
}

ProductForm formOf(const ports::ProductDetail& product)
{
    ProductForm form{.product = product.product,
                     .isNew = false,
                     .archived = product.archived,
                     .name = product.name,
                     .description = product.description,
                     .category = product.category,
                     .options = product.options,
                     .specifications = product.specifications};
    for (const ports::ProductVariant& one : product.variants)
        form.variants.append({.id = one.variant.id,
                              .options = one.variant.options,
                              .price = formatRupiahNumber(one.variant.price),
                              .available = QString::number(one.available()),
                              .sku = one.variant.sku,
                              .barcode = one.variant.barcode,
                              .weight = weightText(one.variant.weightGrams),
                              .saved = true});
    for (const ports::ProductPicture& one : product.pictures)
        form.pictures.append({ImageId::parse(one.id).value_or(ImageId()), one.hash, one.width, one.height, one.state});
    return form;
}

ProductForm copyOf(const ProductForm& form, ports::IdFactory& ids)
{
    ProductForm copy = form;
    copy.product = ids.make<ProductId>();
    copy.isNew = true;
    copy.archived = false;
    for (FormVariant& variant : copy.variants) {
        variant.id = ids.make<VariantId>();
        variant.saved = false;
        variant.available = u"0"_s;
        variant.sku.clear();
        variant.barcode.clear();
    }
    copy.pictures.removeIf([](const FormPicture& one) { return one.state == ports::PictureState::Stored && !one.added; });
    for (FormPicture& picture : copy.pictures) {
        picture.id = ids.make<ImageId>();
        picture.state = ports::PictureState::Waiting;
        picture.added = true;
    }
    return copy;
}

namespace {

QList<Option> complete(QList<Option> options)
{
    options.removeIf([](const Option& one) { return one.values.isEmpty(); });
    return options;
}

const OptionValue* valueOf(const QList<OptionValue>& values, const QString& name)
{
    const auto found =
        std::find_if(values.begin(), values.end(), [&](const OptionValue& one) { return one.name == name; });
    return found == values.end() ? nullptr : &*found;
}

/// The place where two lists differ, when it is the only one.
std::optional<qsizetype> onlyDifference(const QStringList& before, const QStringList& after)
{
    std::optional<qsizetype> place;
    for (qsizetype i = 0; before.size() == after.size() && i < before.size(); ++i) {
        if (before[i] == after[i])
            continue;
        if (place || after.contains(before[i]) || before.contains(after[i]))
            return std::nullopt;
        place = i;
    }
    return place;
}

/// Other names for what stays at its place.
void followRenames(ProductForm& form, const QList<Option>& options)
{
    if (options.size() != form.options.size())
        return;
    for (qsizetype i = 0; i < options.size(); ++i) {
        Option& was = form.options[i];
        const auto value = was.name == options[i].name ? onlyDifference(was.values, options[i].values) : std::nullopt;
        if (!value && (was.name == options[i].name || was.values != options[i].values))
            continue;
        for (FormVariant& variant : form.variants) {
            for (OptionValue& had : variant.options) {
                if (had.name != was.name)
                    continue;
                had.name = options[i].name;
                if (value && had.value == was.values[*value])
                    had.value = options[i].values[*value];
            }
        }
        was = options[i];
    }
}

/// Whether the variant's values are among these, as far as they name its options.
bool fits(const FormVariant& variant, const QList<OptionValue>& values)
{
    return std::all_of(variant.options.begin(), variant.options.end(), [&](const OptionValue& had) {
        const OptionValue* now = valueOf(values, had.name);
        return !now || now->value == had.value;
    });
}

/// Whether the combination could be chosen from the former options already, and no variant had it.
bool wasLeftOut(const QList<OptionValue>& values, const ProductForm& former)
{
    const QList<Option> options = complete(former.options);
    for (const Option& option : options) {
        const OptionValue* now = valueOf(values, option.name);
        if (!now || !option.values.contains(now->value))
            return false;
    }
    return std::none_of(former.variants.begin(), former.variants.end(),
                        [&](const FormVariant& one) { return fits(one, values); });
}

enum class LeftOut { Stays, ComesBack };

bool arrange(ProductForm& form, const QList<Option>& options, LeftOut leftOut, ports::IdFactory& ids)
{
    ProductForm former = form;
    followRenames(former, options);
    const QList<Option> chosen = complete(options);
    if (combinationCount(chosen) > maxVariants) {
        form.options = options;
        return true;
    }
    QList<FormVariant> made;
    QSet<VariantId> used;
    const QList<QList<OptionValue>> all = combinations(chosen);
    for (const QList<OptionValue>& values : all) {
        if (leftOut == LeftOut::Stays && wasLeftOut(values, former))
            continue;
        // The variant that was this one: the same values where both have the option.
        const auto same = std::find_if(former.variants.begin(), former.variants.end(), [&](const FormVariant& one) {
            return !used.contains(one.id) && fits(one, values);
        });
        FormVariant variant;
        if (same != former.variants.end()) {
            variant = *same;
        } else {
            variant.id = ids.make<VariantId>();
            const FormVariant neighbour = made.isEmpty() ? form.variants.value(0) : made.constLast();
            variant.price = neighbour.price;
            variant.weight = neighbour.weight;
        }
        variant.options = values;
        used.insert(variant.id);
        made.append(variant);
    }
    const bool lost = std::any_of(form.variants.begin(), form.variants.end(),
                                  [&](const FormVariant& one) { return one.saved && !used.contains(one.id); });
    if (lost)
        return false;
    form.options = options;
    form.variants = made;
    return true;
}

} // namespace

bool setOptions(ProductForm& form, const QList<Option>& options, ports::IdFactory& ids)
{
    return arrange(form, options, LeftOut::Stays, ids);
}

void addLeftOut(ProductForm& form, ports::IdFactory& ids)
{
    const QList<Option> options = form.options;
    arrange(form, options, LeftOut::ComesBack, ids);
}

qint64 combinationsOf(const ProductForm& form)
{
    return combinationCount(complete(form.options));
}

QList<Violation> problemsOf(const ProductForm& form)
{
    const Read result = read(form);
    QList<Violation> broken = result.broken;
    const QList<Violation> byRule = validate(result.draft);
    for (const Violation& one : byRule) {
        const auto cell = cellOf(one);
        if (cell && cell->second == VariantField::Sku && one.rule == Rule::Duplicate)
            broken += sharedSku(form, cell->first, one.field);
        else
            broken += one;
    }
    for (qsizetype i = 0; i < form.variants.size(); ++i) {
        if (form.variants[i].saved && form.variants[i].sku.trimmed().isEmpty())
            broken += Violation{pathOf(i, VariantField::Sku), Rule::Required, {}};
    }
    if (form.variants.isEmpty())
        broken += Violation{u"variants"_s, Rule::Required, {}};
    return broken;
}

std::optional<std::pair<int, VariantField>> cellOf(const Violation& violation)
{
    QString name = violation.field;
    int variant = 0;
    if (name.startsWith(u"variants[")) {
        bool number = false;
        variant = name.section(u'[', 1).section(u']', 0, 0).toInt(&number);
        if (!number)
            return std::nullopt;
        name = name.section(u'.', 1);
    }
    const qsizetype at = fieldNames().indexOf(name);
    return at < 0 ? std::nullopt : std::optional(std::pair(variant, VariantField(at)));
}

QString tidied(const ProductForm& form, VariantField field, const QString& text, const QString& before)
{
    switch (field) {
    case VariantField::Price:
        if (const auto price = parsePrice(text))
            return formatRupiahNumber(*price);
        break;
    case VariantField::Available: {
        const auto entry = parseStockEntry(text);
        const auto shown = readStock(before, {});
        const auto after = entry && shown ? valueAfter(*entry, *shown) : Checked<qint32>(tl::unexpected(Violation()));
        if (after)
            return QString::number(*after);
        if (text.trimmed().isEmpty())
            return form.isNew ? QString() : before;
        break;
    }
    case VariantField::Weight:
        if (const auto grams = readWeight(text, {}))
            return weightText(*grams);
        break;
    case VariantField::Sku:
    case VariantField::Barcode:
        return normalisedLine(text);
    }
    return text.trimmed();
}

std::optional<std::pair<Money, Money>> priceRange(const ProductForm& form)
{
    std::optional<std::pair<Money, Money>> range;
    for (const FormVariant& variant : form.variants) {
        const auto price = parsePrice(variant.price);
        if (price)
            range = range ? std::pair(std::min(range->first, *price), std::max(range->second, *price))
                          : std::pair(*price, *price);
    }
    return range;
}

namespace {

/// Gathers commands with what takes them back.
struct Gather
{
    FormChanges changes;

    void add(const ports::Command& forward, const ports::Command& inverse, const QString& field = {})
    {
        changes.forward += forward;
        changes.inverse += inverse;
        changes.fields += field;
    }
};

void compareTexts(const ProductForm& before, const ProductDraft& now, Gather& gather)
{
    ports::UpdateProduct forward{.product = before.product};
    ports::UpdateProduct inverse{.product = before.product};
    bool any = false;
    const auto take = [&](auto member, const auto& was, const auto& is) {
        if (was == is)
            return;
        forward.*member = is;
        inverse.*member = was;
        any = true;
    };
    take(&ports::UpdateProduct::name, before.name, now.name);
    take(&ports::UpdateProduct::description, before.description, now.description);
    take(&ports::UpdateProduct::category, before.category, now.category);
    take(&ports::UpdateProduct::specifications, before.specifications, now.specifications);
    if (any)
        gather.add(forward, inverse);
}

/// Other options, or variants that are not there yet.
void compareGrid(const ProductForm& before, const ProductForm& after, const ProductDraft& now, Gather& gather)
{
    ports::SetVariants set{.product = before.product, .expected = before.options, .options = now.options, .variants = {}};
    ports::SetVariants former{.product = before.product, .expected = now.options, .options = before.options, .variants = {}};
    bool same = now.options == before.options;
    bool added = false;
    for (qsizetype i = 0; i < after.variants.size(); ++i) {
        set.variants.append({after.variants[i].id, now.variants[i]});
        added = added || !after.variants[i].saved;
        same = same && i < before.variants.size() && before.variants[i].id == after.variants[i].id &&
               before.variants[i].options == now.variants[i].options;
    }
    if (same)
        return;
    for (const FormVariant& was : before.variants)
        former.variants.append({was.id, {.options = was.options}});
    gather.add(set, former);
    gather.changes.lasting = added;
    if (added)
        gather.changes.inverse.removeLast();
}

void compareVariants(const ProductForm& before, const ProductForm& after, Gather& gather)
{
    for (qsizetype i = 0; i < after.variants.size(); ++i) {
        const FormVariant& is = after.variants[i];
        const auto found = std::find_if(before.variants.begin(), before.variants.end(),
                                        [&](const FormVariant& one) { return one.id == is.id; });
        if (found == before.variants.end() || *found == is)
            continue;
        const FormVariant& was = *found;
        const auto pathTo = [i](VariantField field) { return pathOf(i, field); };
        const Money price = parsePrice(is.price).value_or(Money());
        const Money formerPrice = parsePrice(was.price).value_or(Money());
        if (price != formerPrice)
            gather.add(ports::SetPrice{is.id, price}, ports::SetPrice{is.id, formerPrice}, pathTo(VariantField::Price));
        const QString sku = normalisedLine(is.sku);
        if (sku != was.sku && !sku.isEmpty())
            gather.add(ports::SetSku{is.id, sku}, ports::SetSku{is.id, was.sku}, pathTo(VariantField::Sku));
        if (is.barcode.trimmed() != was.barcode)
            gather.add(ports::SetBarcode{is.id, is.barcode.trimmed()}, ports::SetBarcode{is.id, was.barcode},
                       pathTo(VariantField::Barcode));
        const qint32 grams = readWeight(is.weight, {}).value_or(0);
        const qint32 former = readWeight(was.weight, {}).value_or(0);
        if (grams != former)
            gather.add(ports::SetWeight{is.id, grams}, ports::SetWeight{is.id, former}, pathTo(VariantField::Weight));
        const qint32 delta = readStock(is.available, {}).value_or(0) - readStock(was.available, {}).value_or(0);
        if (delta != 0)
            gather.add(ports::AdjustStock{is.id, delta, {}}, ports::AdjustStock{is.id, -delta, {}},
                       pathTo(VariantField::Available));
    }
}

QList<ImageId> idsOf(const QList<FormPicture>& pictures)
{
    QList<ImageId> ids;
    for (const FormPicture& one : pictures)
        ids += one.id;
    return ids;
}

void comparePictures(const ProductForm& before, const ProductForm& after, Gather& gather)
{
    const QList<ImageId> had = idsOf(before.pictures);
    const QList<ImageId> has = idsOf(after.pictures);
    const ports::OrderPictures formerOrder{after.product, had};
    for (const ImageId& id : had) {
        // The marketplace keeps no picture for a product that does not show it: this cannot be taken back.
        if (!has.contains(id))
            gather.add(ports::RemovePicture{after.product, id}, formerOrder, u"pictures"_s);
    }
    QList<ImageId> left = had;
    left.removeIf([&](const ImageId& id) { return !has.contains(id); });
    for (qsizetype i = 0; i < after.pictures.size(); ++i) {
        const FormPicture& one = after.pictures[i];
        if (had.contains(one.id))
            continue;
        gather.add(ports::AttachPicture{.product = after.product,
                                        .image = one.id,
                                        .hash = one.hash,
                                        .width = one.width,
                                        .height = one.height,
                                        .position = int(i)},
                   ports::RemovePicture{after.product, one.id}, u"pictures"_s);
        left.insert(std::min(i, left.size()), one.id);
    }
    if (left != has)
        gather.add(ports::OrderPictures{after.product, has}, formerOrder, u"pictures"_s);
}

} // namespace

FormChanges changesBetween(const ProductForm& before, const ProductForm& after)
{
    Gather gather;
    const ProductDraft draft = read(after).draft;
    if (after.isNew) {
        ports::AddProduct add{.product = after.product, .draft = draft, .variants = {}};
        for (const FormVariant& variant : after.variants)
            add.variants += variant.id;
        // Taking a new product back archives it: it may have been sold meanwhile.
        gather.add(add, ports::SetProductArchived{after.product, true});
        ProductForm none = after;
        none.pictures.clear();
        comparePictures(none, after, gather);
        return gather.changes;
    }
    compareTexts(before, draft, gather);
    compareVariants(before, after, gather);
    comparePictures(before, after, gather);
    compareGrid(before, after, draft, gather); // a new variant may take an SKU that another has just given up
    return gather.changes;
}

} // namespace belanjain::tables
