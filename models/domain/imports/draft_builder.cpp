// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/imports/draft_builder.h"

#include "domain/barcode.h"
#include "domain/imports/amount.h"
#include "domain/imports/plain_text.h"
#include "domain/product_fields.h"
#include "domain/text.h"

#include <QRegularExpression>

#include <algorithm>

namespace belanjain::imports {
using namespace Qt::StringLiterals;
namespace {

constexpr double gramsPerKilogram = 1000;
constexpr double gramsPerPound = 453.59237; // exactly, by the international agreement of 1959
constexpr int optionSlots = 5;

/// The last step of the first path: "Clothing > Hoodies, Gifts" is Hoodies.
QString lastStep(const QString& path)
{
    return path.section(u',', 0, 0).section(u'>', -1).trimmed();
}

/// "Colour: Red" in a cell under a title that is no option's name.
std::pair<QString, QString> splitOption(const QString& cell, const QString& title)
{
    const qsizetype at = cell.indexOf(u": ");
    const bool titleNames = guessedField(title) == Field::Ignored;
    if (titleNames || at <= 0)
        return {titleNames ? normalisedLine(title) : title.trimmed(), cell};
    return {cell.left(at).trimmed(), cell.mid(at + 2).trimmed()};
}

bool isDefaultTitle(const QString& name, const QString& value)
{
    return name == u"Title" && value == u"Default Title";
}

} // namespace

DraftBuilder::DraftBuilder(const std::vector<Record>& records, const Mapping& mapping, const ProductRows& rows)
    : m_records(records)
    , m_mapping(mapping)
    , m_product(rows)
{
    readHead();
    findOptionNames();
    for (const int record : rows.rows)
        readRow(record);
    collectOptions();
    addAttributes();
    fillDraft();
}

void DraftBuilder::readHead()
{
    const auto first = [this](Field field) {
        for (const int row : m_product.rows) {
            if (const QString text = m_records[std::size_t(row)].value(field); !text.isEmpty())
                return text;
        }
        return QString();
    };
    m_draft.name = normalisedLine(m_records[std::size_t(m_product.head)].value(Field::Name));
    if (m_draft.name.isEmpty() && m_product.headIsVariant)
        m_draft.name = normalisedLine(first(Field::Name));
    const QString html = first(Field::DescriptionHtml);
    // WooCommerce writes line ends as \n.
    m_draft.description = html.isEmpty() ? first(Field::Description)
                                         : plainText(m_mapping.format == Format::WooCommerce
                                                         ? QString(html).replace(u"\\n"_s, u"\n"_s)
                                                         : html);
    m_draft.description = normalisedText(m_draft.description);
    m_draft.category = normalisedLine(first(Field::Category));
    if (m_draft.category.isEmpty())
        m_draft.category = normalisedLine(lastStep(first(Field::CategoryPath)));
}

/// Names stand in the first row alone (Shopify), in every row (WooCommerce), or in the title.
void DraftBuilder::findOptionNames()
{
    QList<QString> names(optionSlots);
    for (const int row : m_product.rows) {
        const Record& record = m_records[std::size_t(row)];
        for (int slot = 0; slot < optionSlots; ++slot) {
            const QString cell = record.value(optionField(slot));
            QString name = record.value(optionNameField(slot));
            if (!cell.isEmpty())
                name = splitOption(cell, titleOf(optionField(slot), m_mapping)).first;
            if (names[slot].isEmpty())
                names[slot] = normalisedLine(name);
        }
    }
    for (int slot = 0; slot < optionSlots; ++slot) {
        if (!names.at(slot).isEmpty())
            m_options.append({names.at(slot), slot});
    }
}

bool DraftBuilder::isPictureOnly(const Record& record) const
{
    return record.pictures > 0 && std::all_of(record.cells.begin(), record.cells.end(), [](const Record::Cell& cell) {
               return cell.field == Field::Group;
           });
}

void DraftBuilder::readRow(int index)
{
    const Record& record = m_records[std::size_t(index)];
    DraftRow row{.record = index};
    if (record.pictures > 0)
        row.notes.append({Note::Kind::PicturesNotFetched, record.pictures});
    if (index != m_product.head && isPictureOnly(record))
        row.role = DraftRow::Role::Picture;
    else if (index == m_product.head && !m_product.headIsVariant)
        row.role = DraftRow::Role::Parent;
    if (row.role == DraftRow::Role::Variant) {
        row.variant.sku = normalisedLine(record.value(Field::Sku));
        readBarcode(record, row);
        readNumbers(record, row);
        readOptions(record, row);
    }
    m_rows.append(row);
}

void DraftBuilder::readBarcode(const Record& record, DraftRow& row)
{
    const static QRegularExpression damaged(u"^[0-9][.,][0-9]+E\\+[0-9]+$"_s, QRegularExpression::CaseInsensitiveOption);
    QString barcode = record.value(Field::Barcode);
    if (damaged.match(barcode).hasMatch())
        row.notes.append({Note::Kind::BarcodeDamaged});
    else
        row.variant.barcode = barcode;
}

void DraftBuilder::readNumbers(const Record& record, DraftRow& row)
{
    row.priceField = record.has(Field::SalePrice) ? Field::SalePrice : Field::Price;
    if (const QString text = record.value(row.priceField); !text.isEmpty()) {
        if (const auto price = readPrice(text, m_mapping.numbers, u"price"_s))
            row.variant.price = *price;
        else
            refuse(row, row.priceField, price.error());
    }
    readPieces(record, row);
    readWeights(record, row);
}

void DraftBuilder::readPieces(const Record& record, DraftRow& row)
{
    const QString text = record.value(Field::Stock);
    if (text.isEmpty()) {
        // A column of stock with a hole in it is a mistake; shops elsewhere may simply not count.
        row.noStock = m_mapping.format == Format::Shopify || m_mapping.format == Format::WooCommerce ||
                      !m_mapping.has(Field::Stock);
        if (row.noStock) {
            row.variant.stock = 0;
            row.notes.append({Note::Kind::NoStock});
        }
        return;
    }
    if (const auto stock = imports::readPieces(text, m_mapping.numbers, u"stock"_s))
        row.variant.stock = *stock;
    else
        refuse(row, Field::Stock, stock.error());
}

void DraftBuilder::readWeights(const Record& record, DraftRow& row)
{
    for (const auto& [field, grams] : {std::pair{Field::WeightGrams, 1.0}, std::pair{Field::WeightKilograms, gramsPerKilogram},
                                       std::pair{Field::WeightPounds, gramsPerPound}}) {
        const QString text = record.value(field);
        if (text.isEmpty() || row.variant.weightGrams)
            continue;
        if (const auto weight = readWeight(text, m_mapping.numbers, grams, u"weightGrams"_s))
            row.variant.weightGrams = *weight;
        else
            refuse(row, field, weight.error());
    }
}

void DraftBuilder::readOptions(const Record& record, DraftRow& row)
{
    for (const OptionName& option : std::as_const(m_options)) {
        QString value = record.value(optionValueField(option.slot));
        if (const QString cell = record.value(optionField(option.slot)); !cell.isEmpty())
            value = splitOption(cell, titleOf(optionField(option.slot), m_mapping)).second;
        value = normalisedLine(value);
        if (!value.isEmpty() && !isDefaultTitle(option.name, value))
            row.variant.options.append({option.name, value});
    }
}

/// The options some row has, with the values in use: in the parent's order where it has one, else as they come.
void DraftBuilder::collectOptions()
{
    if (m_mapping.format == Format::WooCommerce && m_product.headIsVariant)
        return; // a simple product's attributes say something of it, they are no choice
    for (const OptionName& option : std::as_const(m_options)) {
        QStringList values;
        for (const DraftRow& row : std::as_const(m_rows)) {
            for (const OptionValue& one : row.variant.options) {
                if (one.name == option.name && !values.contains(one.value))
                    values.append(one.value);
            }
        }
        if (values.isEmpty())
            continue;
        if (!m_product.headIsVariant) {
            QStringList wanted =
                m_records[std::size_t(m_product.head)].value(optionValueField(option.slot)).split(u',', Qt::SkipEmptyParts);
            for (QString& value : wanted)
                value = normalisedLine(value);
            std::stable_sort(values.begin(), values.end(), [&wanted](const QString& a, const QString& b) {
                return wanted.indexOf(a) < wanted.indexOf(b);
            });
        }
        m_draft.options.append({option.name, values});
    }
}

/// WooCommerce's attributes that are no choice say something of the product.
void DraftBuilder::addAttributes()
{
    if (m_mapping.format != Format::WooCommerce)
        return;
    for (const OptionName& option : std::as_const(m_options)) {
        const bool chosen = std::any_of(m_draft.options.begin(), m_draft.options.end(),
                                        [&option](const Option& one) { return one.name == option.name; });
        const QString value =
            normalisedLine(m_records[std::size_t(m_product.head)].value(optionValueField(option.slot)));
        if (!chosen && !value.isEmpty())
            m_draft.specifications.append({option.name, value});
    }
    if (m_product.headIsVariant)
        headRow().variant.options.clear();
}

void DraftBuilder::fillDraft()
{
    QList<VariantDraft> variants;
    for (const DraftRow& row : std::as_const(m_rows)) {
        if (row.role == DraftRow::Role::Variant)
            variants.append(row.variant);
    }
    if (variants.size() == 1 && m_draft.options.isEmpty()) {
        const VariantDraft& only = variants.constFirst();
        m_draft.sku = only.sku;
        m_draft.barcode = only.barcode;
        m_draft.price = only.price;
        m_draft.stock = only.stock;
        m_draft.weightGrams = only.weightGrams.value_or(0);
        return;
    }
    m_draft.variants = variants;
}

DraftRow& DraftBuilder::headRow()
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
                                    [this](const DraftRow& row) { return row.record == m_product.head; });
    return found == m_rows.end() ? m_rows.front() : *found;
}

DraftRow* DraftBuilder::variantRow(qsizetype index)
{
    for (DraftRow& row : m_rows) {
        if (row.role == DraftRow::Role::Variant && index-- == 0)
            return &row;
    }
    return nullptr;
}

void DraftBuilder::refuse(DraftRow& row, Field field, const Violation& violation)
{
    row.reasons.append({.column = titleOf(field, m_mapping),
                        .value = m_records[std::size_t(row.record)].value(field),
                        .violation = violation});
}

Field DraftBuilder::textField(const QString& name) const
{
    if (name == u"description")
        return m_mapping.has(Field::DescriptionHtml) ? Field::DescriptionHtml : Field::Description;
    if (name == u"category")
        return m_mapping.has(Field::Category) ? Field::Category : Field::CategoryPath;
    if (name == u"sku")
        return Field::Sku;
    if (name == u"barcode")
        return Field::Barcode;
    if (name == u"stock")
        return Field::Stock;
    if (name == u"name")
        return Field::Name;
    if (name == u"weightGrams") {
        for (const Field field : {Field::WeightGrams, Field::WeightKilograms, Field::WeightPounds}) {
            if (m_mapping.has(field))
                return field;
        }
    }
    return Field::Ignored;
}

void DraftBuilder::place(const Violation& violation)
{
    const static QRegularExpression path(u"^variants\\[(\\d+)\\]\\.(\\w+)$"_s);
    const static QRegularExpression option(u"^options\\[(\\d+)\\]\\.(name|values)"_s);
    const auto inVariant = path.match(violation.field);
    DraftRow* row = inVariant.hasMatch() ? variantRow(inVariant.captured(1).toInt()) : &headRow();
    if (row == nullptr)
        row = &headRow();
    const QString name = inVariant.hasMatch() ? inVariant.captured(2) : violation.field;
    Violation plain = violation;
    plain.field = name;
    // A number that could not be read is told already; that it is missing now goes without saying.
    const bool told = violation.rule == Rule::Required &&
                      std::any_of(m_rows.begin(), m_rows.end(), [&name](const DraftRow& one) {
                          return std::any_of(one.reasons.begin(), one.reasons.end(), [&name](const Reason& reason) {
                              return reason.violation.field == name;
                          });
                      });
    if (told)
        return;
    if (name == u"options" && inVariant.hasMatch() && violation.rule == Rule::Duplicate && m_draft.options.isEmpty()) {
        row->reasons.append({.kind = Reason::Kind::SameProduct,
                             .args = {QString::number(m_records[std::size_t(m_product.rows.front())].line)}});
        return;
    }
    if (name == u"price" || name == u"stock") {
        // Missing at some variants: told at each of them.
        const Field field = name == u"stock" ? Field::Stock : row->priceField;
        if (violation.rule == Rule::Required) {
            for (DraftRow& one : m_rows) {
                const bool missing = name == u"stock" ? !one.variant.stock : !one.variant.price;
                if (one.role == DraftRow::Role::Variant && missing)
                    refuse(one, field, plain);
            }
            return;
        }
        return refuse(*row, field, plain);
    }
    if (const auto match = option.match(name); match.hasMatch()) {
        const int index = match.captured(1).toInt();
        const int slot = index < m_options.size() ? m_options.at(index).slot : index;
        const bool cell = m_mapping.has(optionField(slot));
        return refuse(*row, cell ? optionField(slot) : match.captured(2) == u"name" ? optionNameField(slot) : optionValueField(slot), plain);
    }
    if (name == u"options") {
        row->reasons.append({.column = titleOf(m_mapping.has(Field::Option1) ? Field::Option1 : Field::Option1Value, m_mapping),
                             .value = optionsLabel(row->variant.options),
                             .violation = plain});
        return;
    }
    refuse(*row, textField(name), plain);
}

void DraftBuilder::validateDraft()
{
    const bool empty = std::none_of(m_rows.begin(), m_rows.end(),
                                    [](const DraftRow& row) { return row.role == DraftRow::Role::Variant; });
    if (empty) {
        headRow().reasons.append({.kind = Reason::Kind::NoParts});
        return;
    }
    const QList<Violation> violations = validate(normalised(m_draft));
    for (const Violation& violation : violations)
        place(violation);
}

} // namespace belanjain::imports
