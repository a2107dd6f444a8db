// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/catalogue_reader.h"
#include "ports/shop.h"

#include <QScrollArea>

#include <optional>

class QGridLayout;
class QLabel;

namespace belanjain::ui {

class Button;
class CounterCart;
class Gallery;
class IconLabel;
class OptionPicker;
class PictureThumbnails;
class Stepper;
class Theme;

/// One product for fingers: pictures, options of which what is gone is greyed out, how many, and into the cart.
class ItemView : public QScrollArea
{
    Q_OBJECT

public:
    ItemView(const Theme& theme, CounterCart& cart, PictureThumbnails* thumbnails, QWidget* parent = nullptr);

    /// Another product begins anew; the same one keeps what was chosen.
    void show(const ports::ProductDetail& product);
    std::optional<ProductId> product() const;
    void setFewLeft(int pieces) { m_fewLeft = pieces; }

Q_SIGNALS:
    void backRequested();
    void added(const QString& name);

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void tell();
    void add();
    void retranslate();
    const ports::ProductVariant* chosen() const;

    const Theme& m_theme;
    CounterCart& m_cart;
    std::optional<ports::ProductDetail> m_product;
    int m_fewLeft = 10;
    Button* m_back;
    Gallery* m_gallery;
    QLabel* m_name;
    QLabel* m_price;
    IconLabel* m_stockIcon;
    QLabel* m_stock;
    OptionPicker* m_options;
    Stepper* m_quantity;
    Button* m_add;
    QLabel* m_description;
    QLabel* m_factsTitle;
    QGridLayout* m_facts;
};

} // namespace belanjain::ui
