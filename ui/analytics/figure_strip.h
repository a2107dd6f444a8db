// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/sales_reader.h"

#include <QList>
#include <QWidget>

class QLabel;

namespace belanjain::ui {

class ElidedLabel;
class IconLabel;
class Theme;

/// One figure: its name, the number, and how it stands against the period before.
class FigureTile : public QWidget
{
    Q_OBJECT

public:
    FigureTile(const Theme& theme, const QString& name, QWidget* parent = nullptr);

    void setName(const QString& name, const QString& explanation);
    /// `before` is what the same figure was, in words.
    void setValue(const QString& value, qint64 now, qint64 then, const QString& before);
    QString value() const;
    QString comparison() const;

private:
    QLabel* m_name;
    QLabel* m_value;
    IconLabel* m_arrow;
    QLabel* m_change;
    ElidedLabel* m_before;
};

/// What was sold in the days chosen, in four figures.
class FigureStrip : public QWidget
{
    Q_OBJECT

public:
    explicit FigureStrip(const Theme& theme, QWidget* parent = nullptr);

    void show(const ports::SalesReport& report);
    /// The same words and numbers as on screen, for a picture of the page.
    struct Shown
    {
        QString name;
        QString value;
        QString comparison;
    };
    QList<Shown> shown() const;

private:
    QList<FigureTile*> m_tiles;
};

} // namespace belanjain::ui
