// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/shop_reader.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace belanjain::ui {

class LinkButton;
class Theme;

/// What buyers say of a product, newest first, a page at a time.
class ReviewList : public QWidget
{
    Q_OBJECT

public:
    ReviewList(const Theme& theme, ports::ShopReader& reader, QWidget* parent = nullptr);

    void setProduct(const ProductId& product);
    int count() const { return m_count; }

Q_SIGNALS:
    void summarised(const belanjain::ports::ShopReviewPage& page);

protected:
    void changeEvent(QEvent* event) override;

private:
    void take(quint64 ticket, const ports::ShopReviewPage& page);
    void add(const ports::ShopReview& review);
    void clear();
    void ask(const QString& cursor);
    void retranslate();

    const Theme& m_theme;
    ports::ShopReader& m_reader;
    ProductId m_product;
    QString m_next;
    quint64 m_ticket = 0;
    bool m_first = true;
    bool m_failed = false;
    bool m_loaded = false;
    int m_count = 0;
    qint64 m_total = 0;
    QList<ports::ShopReview> m_reviews;
    QLabel* m_title;
    QVBoxLayout* m_rows;
    QLabel* m_note;
    LinkButton* m_more;
};

} // namespace belanjain::ui
