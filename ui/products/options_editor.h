// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/product.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace belanjain::ui {

class Button;
class LinkButton;
class Theme;
class ValueChips;

/// What a product can be chosen by: a name and its values a line.
class OptionsEditor : public QWidget
{
    Q_OBJECT

public:
    explicit OptionsEditor(const Theme& theme, QWidget* parent = nullptr);

    /// `saved`: of a product that is there, whose variants stay.
    void setOptions(const QList<Option>& options, bool saved);
    bool isSaved() const { return m_saved; }
    /// As typed, lines without a name and values left out.
    QList<Option> options() const;
    void setProblem(const QString& problem);
    void retranslate();

Q_SIGNALS:
    void changed();

private:
    struct Line
    {
        QWidget* box = nullptr;
        QLineEdit* name = nullptr;
        ValueChips* values = nullptr;
        Button* up = nullptr;
        Button* remove = nullptr;
    };

    void addLine(const Option& option);
    void removeLine(const QWidget* box);
    void moveUp(const QWidget* box);
    void settle();

    const Theme& m_theme;
    QVBoxLayout* m_column;
    QList<Line> m_lines;
    LinkButton* m_add;
    QLabel* m_note;
    QLabel* m_problem;
    bool m_saved = false;
};

} // namespace belanjain::ui
