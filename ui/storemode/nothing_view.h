// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace belanjain::ui {

class Button;
class Theme;

/// In place of the shelf while there is nothing on it: why, and one large button that leads on.
class NothingView : public QWidget
{
    Q_OBJECT

public:
    explicit NothingView(const Theme& theme, QWidget* parent = nullptr);

    /// Without a word for the button there is none.
    void setTexts(const QString& title, const QString& sentence, const QString& button = {});

Q_SIGNALS:
    void chosen();

private:
    QLabel* m_title;
    QLabel* m_sentence;
    Button* m_button;
};

} // namespace belanjain::ui
