// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace belanjain::ui {

class Theme;

/// What went wrong with a form as a whole, above its button; hidden while there is nothing to say.
class ProblemLine : public QWidget
{
    Q_OBJECT
public:
    explicit ProblemLine(const Theme& theme, QWidget* parent = nullptr);

    void setText(const QString& text);
    QString text() const;

private:
    QLabel* m_text;
};

} // namespace belanjain::ui
