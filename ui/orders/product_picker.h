// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/catalogue_reader.h"

#include <QFrame>

class QListWidget;

namespace belanjain::ui {

class SearchField;
class Theme;

/// A product to filter by, found by typing. Return takes the one that is current, Esc gives up.
class ProductPicker : public QFrame
{
    Q_OBJECT

public:
    ProductPicker(const Theme& theme, ports::CatalogueReader& catalogue, QWidget* parent = nullptr);

    /// Opens below the button, right edges flush.
    void popUp(const QWidget& button);

Q_SIGNALS:
    void chosen(const belanjain::ProductId& product, const QString& name);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void read();
    void take();

    const Theme& m_theme;
    ports::CatalogueReader& m_catalogue;
    SearchField* m_search;
    QListWidget* m_list;
    QList<ports::ProductListRow> m_products;
    quint64 m_ticket;
};

} // namespace belanjain::ui
