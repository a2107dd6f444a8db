// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/orders.h"

#include <QTimeZone>
#include <QWidget>

namespace belanjain::ui {

class Theme;

/// How far an order has come: placed, processed, shipped, delivered, each with its time.
class OrderStepsBar : public QWidget
{
    Q_OBJECT

public:
    explicit OrderStepsBar(const Theme& theme, QWidget* parent = nullptr);

    void show(const ports::OrderDetail& order, const QTimeZone& zone);
    /// Words instead of the seller's for placed, processed, shipped and delivered, done or to come; shown from the
    /// next show() on.
    void setWords(const QStringList& words) { m_words = words; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Step
    {
        QString word;
        QString time;
        enum class State { Done, Next, Later, Cancelled } state = State::Later;
    };

    const Theme& m_theme;
    QList<Step> m_steps;
    QStringList m_words;
};

} // namespace belanjain::ui
