// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/region_book.h"
#include "ports/checkout.h"

#include <QDialog>

class QComboBox;

namespace belanjain::ui {

class AddressForm;
class Button;
class LinkButton;
class Theme;

/// The address book and its form.
class AddressDialog : public QDialog
{
    Q_OBJECT

public:
    /// A new address is for `person` unless somebody says otherwise.
    AddressDialog(const Theme& theme, const RegionBook& regions, const QList<ports::SavedAddress>& addresses,
                  const QString& person, QWidget* parent = nullptr);

Q_SIGNALS:
    /// To be kept, and used from now on.
    void chosen(const belanjain::ports::SavedAddress& address);
    void removed(qint64 number);

private:
    void fillBook();
    void load(int index);
    void submit();

    QList<ports::SavedAddress> m_addresses;
    const QString m_person;
    qint64 m_number = 0;
    QComboBox* m_book;
    AddressForm* m_form;
    LinkButton* m_remove;
    Button* m_cancel;
    Button* m_use;
};

} // namespace belanjain::ui
