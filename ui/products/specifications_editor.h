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

/// What a buyer can read about a product in lines of a label and a value. An empty line is none.
class SpecificationsEditor : public QWidget
{
    Q_OBJECT

public:
    explicit SpecificationsEditor(const Theme& theme, QWidget* parent = nullptr);

    void setSpecifications(const QList<Specification>& list);
    QList<Specification> specifications() const;
    void setProblem(const QString& problem);
    void retranslate();

Q_SIGNALS:
    void changed();

private:
    struct Line
    {
        QWidget* box = nullptr;
        QLineEdit* label = nullptr;
        QLineEdit* value = nullptr;
        Button* remove = nullptr;
    };

    void addLine(const Specification& specification);
    void removeLine(const QWidget* box);

    const Theme& m_theme;
    QVBoxLayout* m_column;
    QList<Line> m_lines;
    LinkButton* m_add;
    QLabel* m_problem;
};

} // namespace belanjain::ui
