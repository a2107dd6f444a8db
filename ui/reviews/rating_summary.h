// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/reviews_reader.h"

#include <QAbstractButton>
#include <QFrame>

#include <array>

class QLabel;

namespace belanjain::ui {

class Theme;

/// How many reviews gave so many stars; pressing it shows only those, or all again.
class RatingRow : public QAbstractButton
{
    Q_OBJECT

public:
    RatingRow(const Theme& theme, int rating, QWidget* parent = nullptr);

    void show(int count, int total);
    int count() const { return m_count; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    const Theme& m_theme;
    int m_rating;
    int m_count = 0;
    int m_total = 0;
};

/// The store's reviews in one look: the average, its stars, and a bar for each rating.
class RatingSummary : public QFrame
{
    Q_OBJECT

public:
    explicit RatingSummary(const Theme& theme, QWidget* parent = nullptr);

    void show(const ports::ReviewPage& page);
    /// The rating that is filtered by, 0 for none.
    void setChosen(int rating);

Q_SIGNALS:
    void chosen(int rating);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    class Stars;

    ports::ReviewPage m_page;
    QLabel* m_title;
    QLabel* m_average;
    Stars* m_stars;
    QLabel* m_count;
    std::array<RatingRow*, 5> m_rows{}; ///< [0] is one star
};

} // namespace belanjain::ui
