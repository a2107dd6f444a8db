// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/shop_reader.h"

#include <QFrame>

class QLineEdit;

namespace belanjain::ui {

class PictureThumbnails;
class Theme;

/// What a search field might mean, below it while one types: categories, and products as the marketplace finds
/// them. The focus stays in the field; Down and Up choose, Return takes the choice, Esc closes.
class SuggestBox : public QFrame
{
    Q_OBJECT

public:
    SuggestBox(const Theme& theme, ports::ShopReader& reader, PictureThumbnails* thumbnails, QLineEdit& field,
               QWidget* host);
    ~SuggestBox() override;

    void setCategories(const QList<ports::ShopCategory>& categories) { m_categories = categories; }
    int count() const { return int(m_rows.size()); }
    void close();

Q_SIGNALS:
    void categoryChosen(const QString& category);
    void productChosen(const belanjain::ports::ShopCard& card);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    struct Row
    {
        QString category; ///< or a product
        ports::ShopCard card;
    };

    void ask();
    void take(quint64 ticket, const ports::ShopPage& page);
    void choose(int row);
    void open();
    void place();

    const Theme& m_theme;
    ports::ShopReader& m_reader;
    PictureThumbnails* m_thumbnails;
    QLineEdit& m_field;
    QTimer m_rest;
    QList<ports::ShopCategory> m_categories;
    QList<Row> m_rows;
    int m_current = -1;
    quint64 m_ticket = 0;
};

} // namespace belanjain::ui
