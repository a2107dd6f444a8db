// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/money.h"

#include <QDate>
#include <QList>
#include <QWidget>

namespace belanjain::ui {

class Theme;

/// Seven days beside those of the week before, as bars. A day's figures are its tooltip, and all of them what
/// an assistive technology reads.
class WeekChart : public QWidget
{
    Q_OBJECT

public:
    explicit WeekChart(const Theme& theme, QWidget* parent = nullptr);

    /// Monday's first; `today` stands out.
    void show(QDate monday, QDate today, const QList<Money>& days, const QList<Money>& before);
    QString sentence(int day) const;

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    int dayAt(int x) const;
    void describe();

    const Theme& m_theme;
    QDate m_monday;
    QDate m_today;
    QList<Money> m_days;
    QList<Money> m_before;
};

} // namespace belanjain::ui
