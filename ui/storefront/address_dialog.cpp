// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefront/address_dialog.h"

#include "common/button.h"
#include "common/link_button.h"
#include "common/theme.h"
#include "storefront/address_form.h"
#include "storefront/shop_words.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

AddressDialog::AddressDialog(const Theme& theme, const RegionBook& regions, const QList<ports::SavedAddress>& addresses,
                             const QString& person, QWidget* parent)
    : QDialog(parent)
    , m_addresses(addresses)
    , m_person(person)
    , m_book(new QComboBox(this))
    , m_form(new AddressForm(theme, regions, AddressForm::Size::Normal, this))
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
    column->addWidget(m_form);
    column->addSpacing(4);
    column->addLayout(actions);
    fillBook();
    connect(m_book, &QComboBox::activated, this, &AddressDialog::load);
    connect(m_remove, &QAbstractButton::clicked, this, [this] {
        Q_EMIT removed(m_number);
        m_addresses.removeIf([this](const auto& each) { return each.number == m_number; });
        fillBook();
    });
    connect(m_cancel, &Button::clicked, this, &QDialog::reject);
    connect(m_use, &Button::clicked, this, &AddressDialog::submit);
    m_form->recipient()->setFocus();
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
    ports::SavedAddress saved = kept ? m_addresses.at(index) : ports::SavedAddress{};
    if (!kept)
        saved.address.recipient = m_person;
    m_book->setCurrentIndex(kept ? index : m_book->count() - 1);
    m_number = saved.number;
    m_remove->setVisible(kept);
    m_form->setAddress(saved.address);
}

void AddressDialog::submit()
{
    const auto address = m_form->checked();
    if (!address)
        return;
    Q_EMIT chosen({.number = m_number, .address = *address});
    accept();
}

} // namespace belanjain::ui
