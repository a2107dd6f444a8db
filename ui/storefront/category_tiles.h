// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/shop.h"

#include <QWidget>

namespace belanjain::ui {

class LinkButton;
class Theme;

/// The categories as tiles with their icon and count, in as many columns as fit; two rows until all are asked
/// for.
class CategoryTiles : public QWidget
{
    Q_OBJECT

public:
    explicit CategoryTiles(const Theme& theme, QWidget* parent = nullptr);

    void setCategories(const QList<ports::ShopCategory>& categories);

Q_SIGNALS:
    void chosen(const QString& category);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void arrange();

    const Theme& m_theme;
    QList<QWidget*> m_tiles;
    LinkButton* m_all;
    bool m_expanded = false;
};

} // namespace belanjain::ui
