// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/region_book.h"
#include "ports/orders.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLineEdit;

namespace belanjain::ui {

class FormField;
class Theme;

/// Where something is brought to: province, city and postcode from the country's regions. A postcode fills the other
/// two.
class AddressForm : public QWidget
{
    Q_OBJECT

public:
    enum class Size { Normal, Touch };
    AddressForm(const Theme& theme, const RegionBook& regions, Size size, QWidget* parent = nullptr);

    void setAddress(const ports::OrderAddress& address);
    /// The address; nullopt when something is missing or wrong, which is then said beside its field.
    std::optional<ports::OrderAddress> checked();
    /// As it stands; empty while it is none.
    QString postcode() const;
    QLineEdit* recipient() const { return m_recipient; }

Q_SIGNALS:
    void postcodeChanged();

protected:
    void changeEvent(QEvent* event) override;

private:
    void fillCities(const QString& city = {});
    void postcodeEdited(const QString& text);
    QString faultOf(const FormField* field) const;
    void retranslate();

    const RegionBook& m_regions;
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
    QList<FormField*> m_fields; ///< all of the above, in their order
};

} // namespace belanjain::ui
