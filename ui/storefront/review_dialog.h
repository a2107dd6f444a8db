// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"

#include <QDialog>

class QLabel;
class QPlainTextEdit;

namespace belanjain::ui {

class Button;
class FormField;
class StarPicker;
class Theme;

/// Stars and words for one product that was received. Stays open until the marketplace has taken it.
class ReviewDialog : public QDialog
{
    Q_OBJECT

public:
    ReviewDialog(const Theme& theme, const ProductId& product, const QString& name, QWidget* parent = nullptr);

    ProductId product() const { return m_product; }
    void refuse(const QString& reason);

Q_SIGNALS:
    void sent(int rating, const QString& comment);

private:
    void submit();

    ProductId m_product;
    StarPicker* m_stars;
    QPlainTextEdit* m_comment;
    FormField* m_field;
    QLabel* m_trouble;
    Button* m_later;
    Button* m_send;
};

} // namespace belanjain::ui
