// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

namespace belanjain::ui {

class Languages;
class Theme;

/// Chooses the program's language; follows it when it changes elsewhere.
class LanguageChoice : public QComboBox
{
    Q_OBJECT
public:
    explicit LanguageChoice(Languages& languages, QWidget* parent = nullptr);

private:
    Languages& m_languages;
};

/// Chooses the light or dark look, or the system's.
class LookChoice : public QComboBox
{
    Q_OBJECT
public:
    explicit LookChoice(Theme& theme, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void showCurrent();

    Theme& m_theme;
};

} // namespace belanjain::ui
