// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/product_draft.h"
#include "domain/violation.h"
#include "ports/catalogue_reader.h"
#include "ports/commands.h"
#include "ports/id_factory.h"

#include <QList>
#include <QString>

#include <optional>

namespace belanjain::tables {

enum class VariantField : quint8 { Price, Available, Sku, Barcode, Weight };
inline constexpr int variantFieldCount = 5;

/// A variant as it stands in an editor: what was typed, right or not.
struct FormVariant
{
    VariantId id;
    QList<OptionValue> options;
    QString price;     ///< "34.900"
    QString available; ///< pieces that can be sold; a new variant's stock
    QString sku;       ///< empty: one is made
    QString barcode;
    QString weight;    ///< grams
    bool saved = false; ///< the product has it: it is sold and counted, and cannot be left out any more

    QString& text(VariantField field);
    const QString& text(VariantField field) const;
    bool operator==(const FormVariant&) const = default;
};

struct FormPicture
{
    ImageId id;
    QString hash;
    int width = 0;
    int height = 0;
    ports::PictureState state = ports::PictureState::Stored;
    bool added = false; ///< here in the editor, and not saved yet

    bool operator==(const FormPicture&) const = default;
};

/// A product in an editor. A value: what was changed is the difference between two of them.
struct ProductForm
{
    ProductId product;
    bool isNew = true;
    bool archived = false;
    QString name;
    QString description;
    QString category;
    QList<Option> options;
    QList<Specification> specifications;
    QList<FormVariant> variants;
    QList<FormPicture> pictures;

    bool operator==(const ProductForm&) const = default;
};

/// The marketplace takes so many of one product.
inline constexpr int maxFormPictures = 5;

/// A product with one variant and nothing typed.
ProductForm emptyForm(ports::IdFactory& ids);
ProductForm formOf(const ports::ProductDetail& product);
/// A new product like this one: other ids, no SKUs and barcodes (both are of one variant), no stock, no pictures
/// but those that are still on this computer.
ProductForm copyOf(const ProductForm& form, ports::IdFactory& ids);

/// Gives a product these options, and a variant to each combination that they make possible: what was typed for one
/// that stays is kept, a new one takes price and weight of its neighbour, and what was left out stays out. An option
/// or a value that only has another name now keeps its variants. No variants are made when there would be too many.
/// False, and nothing has changed, when a saved variant would have no place.
[[nodiscard]] bool setOptions(ProductForm& form, const QList<Option>& options, ports::IdFactory& ids);
/// Makes the variants that were left out.
void addLeftOut(ProductForm& form, ports::IdFactory& ids);
/// How many combinations the options have.
qint64 combinationsOf(const ProductForm& form);

/// What is wrong, by the domain's rules: "name", "category", "options[0].name", "specifications[1].label",
/// "variants[2].price"; the stock's field is called "stock". An SKU that two variants share is SkuTaken with
/// who has it and a free one.
QList<Violation> problemsOf(const ProductForm& form);
/// The variant and field that a violation speaks of.
std::optional<std::pair<int, VariantField>> cellOf(const Violation& violation);

/// What was typed, as the cell shows it then: "34900" is "34.900", "+5" over 13 is "18". The text itself when it
/// cannot be read.
QString tidied(const ProductForm& form, VariantField field, const QString& text, const QString& before);

/// What saving sends, and what takes each of it back, at the same place; but see `lasting`.
struct FormChanges
{
    QList<ports::Command> forward;
    QList<ports::Command> inverse;
    /// By command: the field that a refusal of it belongs to; empty where the refusal itself says it.
    QStringList fields;
    /// The last command makes variants of a product that is there. They may be sold at once and stay: there is
    /// nothing in `inverse` for it.
    bool lasting = false;

    bool isEmpty() const { return forward.isEmpty(); }
};

/// Exactly what differs. The form must have no problems.
FormChanges changesBetween(const ProductForm& before, const ProductForm& after);

/// The lowest and highest price that can be read; nullopt when none can.
std::optional<std::pair<Money, Money>> priceRange(const ProductForm& form);

} // namespace belanjain::tables
