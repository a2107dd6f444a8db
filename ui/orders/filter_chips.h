// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;

namespace belanjain::ui {

class Theme;

/// The filters in force beyond tabs and search, each a chip that a press takes away. Hidden without any.
class FilterChips : public QWidget
{
    Q_OBJECT

public:
    explicit FilterChips(const Theme& theme, QWidget* parent = nullptr);

    struct Chip
    {
        QString key;
        QString text;
    };
    void show(const QList<Chip>& chips);

Q_SIGNALS:
    void removed(const QString& key);

private:
    const Theme& m_theme;
    QHBoxLayout* m_row;
};

} // namespace belanjain::ui
