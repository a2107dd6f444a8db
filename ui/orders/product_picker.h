// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/catalogue_reader.h"

#include <QFrame>

#include <optional>

class QListWidget;

namespace belanjain::ui {

class SearchField;
class Theme;

/// A product to filter by, found by typing. Return takes the one that is current, Esc gives up. None is current
/// while what is listed is not yet what was typed.
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
    void fill(const ports::ProductListPage& page);
    void chooseFirst();
    void take();

    const Theme& m_theme;
    ports::CatalogueReader& m_catalogue;
    SearchField* m_search;
    QListWidget* m_list;
    QList<ports::ProductListRow> m_products;
    QString m_asked;
    std::optional<QString> m_shownFor; ///< the search that the list answers
    quint64 m_ticket;
};

} // namespace belanjain::ui
