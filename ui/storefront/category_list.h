// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/shop.h"

#include <QScrollArea>

class QLabel;
class QVBoxLayout;

namespace belanjain::ui {

class LinkButton;
class Theme;

/// The categories with their counts below the sidebar's pages: as many as fit, the rest on request. Hidden while
/// there are none. Up and Down move between them.
class CategoryList : public QScrollArea
{
    Q_OBJECT

public:
    explicit CategoryList(const Theme& theme, QWidget* parent = nullptr);

    /// In the order in which they are to be shown.
    void setCategories(const QList<ports::ShopCategory>& categories);
    /// The one that is looked at; empty for none.
    void setCurrent(const QString& category);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(const QString& category);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    class Row;
    void showSome();

    const Theme& m_theme;
    QLabel* m_title;
    QVBoxLayout* m_column;
    LinkButton* m_more;
    QList<Row*> m_rows;
    QString m_current;
    bool m_all = false;
};

} // namespace belanjain::ui
