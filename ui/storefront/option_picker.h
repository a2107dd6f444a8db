// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/shop.h"

#include <QHash>
#include <QWidget>

class QVBoxLayout;

namespace belanjain::ui {

class Theme;

/// Chooses a variant by its options: a row of values for each, those without stock crossed out in word and line.
/// Arrow keys move within a row.
class OptionPicker : public QWidget
{
    Q_OBJECT

public:
    /// For fingers everything is larger.
    explicit OptionPicker(const Theme& theme, QWidget* parent = nullptr, bool touch = false);

    /// Keeps the choice where the product still has it; else the first variant in stock is chosen.
    void setProduct(const ports::ShopProduct& product);
    /// The variant that is chosen; nullptr when the combination does not exist.
    const ports::ShopVariant* current() const;
    void choose(const VariantId& variant);

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void rebuild();
    void pick(const QString& option, const QString& value);
    const ports::ShopVariant* matching(const QHash<QString, QString>& values) const;

    const Theme& m_theme;
    QVBoxLayout* m_column;
    bool m_touch;
    ports::ShopProduct m_product;
    QHash<QString, QString> m_chosen;
};

} // namespace belanjain::ui
