// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tables/product_form.h"

#include <QDialog>
#include <QWidget>

namespace belanjain::ui {

class PictureThumbnails;
class Theme;

/// The product as a card in the storefront: its main photo, name, price and where it is sent from.
class BuyerPreview : public QWidget
{
    Q_OBJECT

public:
    BuyerPreview(const Theme& theme, PictureThumbnails* pictures, QWidget* parent = nullptr);

    void show(const tables::ProductForm& form, const QString& place);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    PictureThumbnails* m_pictures;
    tables::ProductForm m_form;
    QString m_place;
};

/// The product's page as a buyer sees it, with the choices that can be had; nothing in it does anything.
class BuyerPreviewDialog : public QDialog
{
    Q_OBJECT

public:
    BuyerPreviewDialog(const Theme& theme, PictureThumbnails* pictures, const tables::ProductForm& form,
                       const QString& storeName, QWidget* parent);
};

} // namespace belanjain::ui
