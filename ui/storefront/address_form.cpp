// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefront/address_form.h"

#include "common/fields.h"
#include "common/theme.h"
#include "domain/text.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestName = 100;
constexpr int longestStreet = 200;

/// 3 to 15 digits; spaces and the signs people group them with among them.
bool isPhone(const QString& text)
{
    int digits = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c >= u'0' && c <= u'9')
            ++digits;
        else if (!(c == u'+' && i == 0) && !u" -.()"_s.contains(c))
            return false;
    }
    return digits >= 3 && digits <= 15 && text.size() <= 30;
}

} // namespace

AddressForm::AddressForm(const Theme& theme, const RegionBook& regions, Size size, QWidget* parent)
    : QWidget(parent)
    , m_regions(regions)
{
    setObjectName(u"addressForm"_s);
    const auto edit = [this](const QString& name) {
        auto* line = new QLineEdit(this);
        line->setObjectName(name);
        return line;
    };
    m_recipient = edit(u"address.recipient"_s);
    m_phone = edit(u"address.phone"_s);
    m_street = edit(u"address.street"_s);
    m_postcode = edit(u"address.postcode"_s);
    m_postcode->setMaxLength(5);
    m_postcode->setInputMethodHints(Qt::ImhDigitsOnly);
    m_phone->setInputMethodHints(Qt::ImhDialableCharactersOnly);
    m_province = new QComboBox(this);
    m_province->setObjectName(u"address.province"_s);
    m_city = new QComboBox(this);
    m_city->setObjectName(u"address.city"_s);
    m_province->addItem(QString(), QString());
    for (const RegionBook::Province& province : m_regions.provinces())
        m_province->addItem(province.name, province.code);
    m_recipientField = new FormField(theme, {}, m_recipient, this);
    m_phoneField = new FormField(theme, {}, m_phone, this);
    m_streetField = new FormField(theme, {}, m_street, this);
    m_postcodeField = new FormField(theme, {}, m_postcode, this);
    m_provinceField = new FormField(theme, {}, m_province, this);
    m_cityField = new FormField(theme, {}, m_city, this);
    m_fields = {m_recipientField, m_phoneField, m_streetField, m_postcodeField, m_provinceField, m_cityField};
    const auto pair = [](QWidget* left, QWidget* right, int leftShare, int rightShare) {
        auto* row = new QHBoxLayout;
        row->setSpacing(12);
        row->addWidget(left, leftShare, Qt::AlignTop);
        row->addWidget(right, rightShare, Qt::AlignTop);
        return row;
    };
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addLayout(pair(m_recipientField, m_phoneField, 3, 2));
    column->addWidget(m_streetField);
    if (size == Size::Touch) {
        for (FormField* field : std::as_const(m_fields))
            field->setTouch(theme);
        for (QComboBox* combo : {m_province, m_city}) {
            combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
            combo->setMinimumContentsLength(12); // long names are elided rather than wider than the screen
        }
        // A wide screen has room for the three in one line.
        auto* row = new QHBoxLayout;
        row->setSpacing(12);
        row->addWidget(m_postcodeField, 2, Qt::AlignTop);
        row->addWidget(m_provinceField, 3, Qt::AlignTop);
        row->addWidget(m_cityField, 3, Qt::AlignTop);
        column->addLayout(row);
    } else {
        column->addWidget(m_postcodeField);
        column->addLayout(pair(m_provinceField, m_cityField, 1, 1));
    }
    for (FormField* field : {m_recipientField, m_phoneField, m_streetField, m_postcodeField})
        connect(static_cast<QLineEdit*>(field->editor()), &QLineEdit::textEdited, field, [field] { field->setError({}); });
    connect(m_province, &QComboBox::activated, this, [this] {
        m_provinceField->setError({});
        fillCities();
    });
    connect(m_city, &QComboBox::activated, this, [this] { m_cityField->setError({}); });
    connect(m_postcode, &QLineEdit::textEdited, this, &AddressForm::postcodeEdited);
    fillCities();
    retranslate();
}

void AddressForm::setAddress(const ports::OrderAddress& address)
{
    m_recipient->setText(address.recipient);
    m_phone->setText(address.phone);
    m_street->setText(address.street);
    m_postcode->setText(address.postcode);
    const RegionBook::Province* province = m_regions.province(address.province);
    m_province->setCurrentIndex(province ? m_province->findData(province->code) : 0);
    fillCities(address.city);
    for (FormField* field : std::as_const(m_fields))
        field->setError({});
    Q_EMIT postcodeChanged();
}

void AddressForm::fillCities(const QString& city)
{
    m_city->clear();
    m_city->addItem(tr("Choose…"), QString());
    const RegionBook::Province* province = m_regions.province(m_province->currentData().toString());
    if (!province)
        return;
    for (const RegionBook::City& each : province->cities)
        m_city->addItem(each.name, each.code);
    if (const RegionBook::City* known = RegionBook::city(*province, city))
        m_city->setCurrentIndex(m_city->findData(known->code));
}

void AddressForm::postcodeEdited(const QString& text)
{
    Q_EMIT postcodeChanged();
    const auto place = m_regions.ofPostcode(text);
    if (!place)
        return;
    m_province->setCurrentIndex(m_province->findData(place->province));
    fillCities(place->regency);
    m_provinceField->setError({});
    m_cityField->setError({});
}

QString AddressForm::postcode() const
{
    return m_regions.ofPostcode(m_postcode->text()) ? m_postcode->text() : QString();
}

QString AddressForm::faultOf(const FormField* field) const
{
    const auto line = [](const QLineEdit* edit) { return normalisedLine(edit->text()); };
    if (field == m_recipientField)
        return line(m_recipient).isEmpty() ? tr("Who receives it?") : QString();
    if (field == m_phoneField)
        return isPhone(line(m_phone)) ? QString() : tr("3 to 15 digits, such as 0812-2204-1187");
    if (field == m_streetField)
        return line(m_street).isEmpty() ? tr("Where is it brought to?") : QString();
    if (field == m_provinceField)
        return m_province->currentData().toString().isEmpty() ? tr("Choose a province") : QString();
    if (field == m_cityField)
        return m_city->currentData().toString().isEmpty() ? tr("Choose a city or regency") : QString();
    const auto place = m_regions.ofPostcode(m_postcode->text());
    if (!place)
        return tr("Five digits, such as 40131");
    // A postcode names its province for sure; the city next door may share it.
    const QString province = m_province->currentData().toString();
    if (!province.isEmpty() && place->province != province) {
        const RegionBook::Province* there = m_regions.province(place->province);
        return tr("This postcode lies in %1").arg(there ? there->name : place->province);
    }
    return {};
}

std::optional<ports::OrderAddress> AddressForm::checked()
{
    FormField* first = nullptr;
    for (FormField* field : std::as_const(m_fields)) {
        const QString fault = faultOf(field);
        field->setError(fault);
        if (!fault.isEmpty() && !first)
            first = field;
    }
    if (first) {
        first->editor()->setFocus();
        return std::nullopt;
    }
    return ports::OrderAddress{normalisedLine(m_recipient->text()).left(longestName),
                               normalisedLine(m_phone->text()),
                               normalisedLine(m_street->text()).left(longestStreet),
                               m_city->currentText(),
                               m_province->currentText(),
                               m_postcode->text()};
}

void AddressForm::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void AddressForm::retranslate()
{
    m_recipientField->setLabel(tr("Recipient"));
    m_phoneField->setLabel(tr("Phone"));
    m_streetField->setLabel(tr("Street, number, district"));
    m_postcodeField->setLabel(tr("Postcode"));
    m_postcodeField->setHint(tr("Fills in province and city"));
    m_provinceField->setLabel(tr("Province"));
    m_cityField->setLabel(tr("City or regency"));
    m_province->setItemText(0, tr("Choose…"));
    m_city->setItemText(0, tr("Choose…"));
}

} // namespace belanjain::ui
