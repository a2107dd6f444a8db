// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/region_book.h"
#include "ports/checkout.h"

#include <QDialog>

class QComboBox;
class QLineEdit;

namespace belanjain::ui {

class Button;
class FormField;
class LinkButton;
class Theme;

/// The address book and its form: province, city and postcode from the country's regions. A postcode fills the
/// other two.
class AddressDialog : public QDialog
{
    Q_OBJECT

public:
    AddressDialog(const Theme& theme, const RegionBook& regions, const QList<ports::SavedAddress>& addresses,
                  QWidget* parent = nullptr);

Q_SIGNALS:
    /// To be kept, and used from now on.
    void chosen(const belanjain::ports::SavedAddress& address);
    void removed(qint64 number);

private:
    QWidget* makeForm();
    void fillBook();
    void fillCities(const QString& city = {});
    void load(int index);
    void postcodeEdited(const QString& text);
    QString faultOf(const FormField* field) const;
    void submit();

    const Theme& m_theme;
    const RegionBook& m_regions;
    QList<ports::SavedAddress> m_addresses;
    qint64 m_number = 0;
    QComboBox* m_book;
    LinkButton* m_remove;
    QLineEdit* m_recipient;
    QLineEdit* m_phone;
    QLineEdit* m_street;
    QLineEdit* m_postcode;
    QComboBox* m_province;
    QComboBox* m_city;
    FormField* m_recipientField;
    FormField* m_phoneField;
    FormField* m_streetField;
    FormField* m_postcodeField;
    FormField* m_provinceField;
    FormField* m_cityField;
    Button* m_cancel;
    Button* m_use;
};

} // namespace belanjain::ui
