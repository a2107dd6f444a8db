// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/day_range.h"

#include <QFrame>

class QDateEdit;

namespace belanjain::ui {

class Button;
class FormField;
class Theme;

/// Two dates to choose any range of days with, and the months that are asked for most. Return takes what is
/// chosen, Esc gives it up.
class RangePanel : public QFrame
{
    Q_OBJECT

public:
    RangePanel(const Theme& theme, const DayRange& range, QDate today, QWidget* parent = nullptr);

    /// Opens below the button, right edges flush.
    void popUp(const QWidget& button);

Q_SIGNALS:
    void chosen(const belanjain::ui::DayRange& range);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    Button* makeMonth(const QString& name, const QString& word, const DayRange& range);
    QDateEdit* makeEdit(const QString& name, QDate date, QDate today);
    void check();
    void take();

    const Theme& m_theme;
    QDateEdit* m_first;
    QDateEdit* m_last;
    FormField* m_lastField;
    Button* m_take;
};

} // namespace belanjain::ui
