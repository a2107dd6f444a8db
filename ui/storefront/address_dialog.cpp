// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefront/address_dialog.h"

#include "common/button.h"
#include "common/fields.h"
#include "common/labels.h"
#include "common/link_button.h"
#include "common/theme.h"
#include "domain/text.h"
#include "storefront/shop_words.h"

#include <QComboBox>
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

AddressDialog::AddressDialog(const Theme& theme, const RegionBook& regions, const QList<ports::SavedAddress>& addresses,
                             QWidget* parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_regions(regions)
    , m_addresses(addresses)
    , m_book(new QComboBox(this))
    , m_remove(new LinkButton(theme, tr("Remove it from the address book"), this))
    , m_cancel(new Button(theme, tr("Cancel"), this))
    , m_use(new Button(theme, tr("Use this address"), this))
{
    setObjectName(u"addressDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Address"));
    setMinimumWidth(520);
    m_book->setObjectName(u"addressBook"_s);
    m_book->setAccessibleName(tr("Address book"));
    m_remove->setObjectName(u"addressRemove"_s);
    m_cancel->setAutoDefault(false);
    m_use->setObjectName(u"addressUse"_s);
    m_use->setKind(Button::Kind::Primary);
    m_use->setDefault(true);
    auto* actions = new QHBoxLayout;
    actions->setSpacing(8);
    actions->addWidget(m_remove);
    actions->addStretch();
    actions->addWidget(m_cancel);
    actions->addWidget(m_use);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 18);
    column->setSpacing(12);
    column->addWidget(m_book);
    column->addWidget(makeForm());
    column->addSpacing(4);
    column->addLayout(actions);
    fillBook();
    connect(m_book, &QComboBox::activated, this, &AddressDialog::load);
    connect(m_province, &QComboBox::activated, this, [this] {
        m_provinceField->setError({});
        fillCities();
    });
    connect(m_postcode, &QLineEdit::textEdited, this, &AddressDialog::postcodeEdited);
    connect(m_remove, &QAbstractButton::clicked, this, [this] {
        Q_EMIT removed(m_number);
        m_addresses.removeIf([this](const auto& each) { return each.number == m_number; });
        fillBook();
    });
    connect(m_cancel, &Button::clicked, this, &QDialog::reject);
    connect(m_use, &Button::clicked, this, &AddressDialog::submit);
    m_recipient->setFocus();
}

QWidget* AddressDialog::makeForm()
{
    auto* form = new QWidget(this);
    const auto edit = [form](const QString& name) {
        auto* line = new QLineEdit(form);
        line->setObjectName(name);
        return line;
    };
    m_recipient = edit(u"address.recipient"_s);
    m_phone = edit(u"address.phone"_s);
    m_street = edit(u"address.street"_s);
    m_postcode = edit(u"address.postcode"_s);
    m_postcode->setMaxLength(5);
    m_phone->setInputMethodHints(Qt::ImhDialableCharactersOnly);
    m_province = new QComboBox(form);
    m_province->setObjectName(u"address.province"_s);
    m_city = new QComboBox(form);
    m_city->setObjectName(u"address.city"_s);
    m_province->addItem(tr("Choose…"), QString());
    for (const RegionBook::Province& province : m_regions.provinces())
        m_province->addItem(province.name, province.code);
    m_recipientField = new FormField(m_theme, tr("Recipient"), m_recipient, form);
    m_phoneField = new FormField(m_theme, tr("Phone"), m_phone, form);
    m_streetField = new FormField(m_theme, tr("Street, number, district"), m_street, form);
    m_postcodeField = new FormField(m_theme, tr("Postcode"), m_postcode, form);
    m_postcodeField->setHint(tr("Fills province and city"));
    m_provinceField = new FormField(m_theme, tr("Province"), m_province, form);
    m_cityField = new FormField(m_theme, tr("City or regency"), m_city, form);
    const auto pair = [](QWidget* left, QWidget* right, int leftShare, int rightShare) {
        auto* row = new QHBoxLayout;
        row->setSpacing(12);
        row->addWidget(left, leftShare, Qt::AlignTop);
        row->addWidget(right, rightShare, Qt::AlignTop);
        return row;
    };
    auto* column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addLayout(pair(m_recipientField, m_phoneField, 3, 2));
    column->addWidget(m_streetField);
    column->addWidget(m_postcodeField);
    column->addLayout(pair(m_provinceField, m_cityField, 1, 1));
    for (FormField* field : {m_recipientField, m_phoneField, m_streetField, m_postcodeField})
        connect(static_cast<QLineEdit*>(field->editor()), &QLineEdit::textEdited, field, [field] { field->setError({}); });
    connect(m_city, &QComboBox::activated, this, [this] { m_cityField->setError({}); });
    return form;
}

void AddressDialog::fillBook()
{
    m_book->clear();
    for (const ports::SavedAddress& saved : std::as_const(m_addresses))
        m_book->addItem(u"%1, %2, %3"_s.arg(saved.address.recipient, saved.address.street, placeText(saved.address)));
    m_book->addItem(tr("New address"));
    m_book->setVisible(!m_addresses.isEmpty());
    load(0);
}

void AddressDialog::load(int index)
{
    const bool kept = index >= 0 && index < m_addresses.size();
    const ports::SavedAddress saved = kept ? m_addresses.at(index) : ports::SavedAddress{};
    m_book->setCurrentIndex(kept ? index : m_book->count() - 1);
    m_number = saved.number;
    m_remove->setVisible(kept);
    m_recipient->setText(saved.address.recipient);
    m_phone->setText(saved.address.phone);
    m_street->setText(saved.address.street);
    m_postcode->setText(saved.address.postcode);
    const RegionBook::Province* province = m_regions.province(saved.address.province);
    m_province->setCurrentIndex(province ? m_province->findData(province->code) : 0);
    fillCities(saved.address.city);
    for (FormField* field : {m_recipientField, m_phoneField, m_streetField, m_postcodeField, m_provinceField, m_cityField})
        field->setError({});
}

void AddressDialog::fillCities(const QString& city)
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

void AddressDialog::postcodeEdited(const QString& text)
{
    const auto place = m_regions.ofPostcode(text);
    if (!place)
        return;
    m_province->setCurrentIndex(m_province->findData(place->province));
    fillCities(place->regency);
    m_provinceField->setError({});
    m_cityField->setError({});
}

QString AddressDialog::faultOf(const FormField* field) const
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

void AddressDialog::submit()
{
    FormField* first = nullptr;
    for (FormField* field : {m_recipientField, m_phoneField, m_streetField, m_postcodeField, m_provinceField, m_cityField}) {
        const QString fault = faultOf(field);
        field->setError(fault);
        if (!fault.isEmpty() && !first)
            first = field;
    }
    if (first) {
        first->editor()->setFocus();
        return;
    }
    ports::SavedAddress saved{.number = m_number};
    saved.address = {normalisedLine(m_recipient->text()).left(longestName), normalisedLine(m_phone->text()),
                     normalisedLine(m_street->text()).left(longestStreet), m_city->currentText(), m_province->currentText(),
                     m_postcode->text()};
    Q_EMIT chosen(saved);
    accept();
}

} // namespace belanjain::ui
