// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace belanjain::ui {

class Theme;

/// What the bars and ticks of the revenue chart mean.
class ChartLegend : public QWidget
{
    Q_OBJECT

public:
    explicit ChartLegend(const Theme& theme, QWidget* parent = nullptr);

    void setBeforeName(const QString& name);
    QSize sizeHint() const override;
    /// From the left edge of `rect`, centred in height.
    void paintOn(QPainter& painter, const QRectF& rect) const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    enum class Mark { Solid, Pale, Tick };
    struct Entry
    {
        Mark mark;
        QString text;
        qreal width;
    };
    QList<Entry> entries() const;

    const Theme& m_theme;
    QString m_before;
};

} // namespace belanjain::ui
