// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/icons.h"

#include <QPushButton>

#include <optional>

namespace belanjain::ui {

class Theme;
struct Tint;
struct Tokens;

/// The program's push button: at most one Primary per group of actions. Prints the key that does the same
/// inside itself and draws its own icon, so neither has to be set again when the theme changes.
class Button : public QPushButton
{
    Q_OBJECT

public:
    enum class Kind { Outlined, Primary, Danger, Flat };
    enum class Size { Small, Normal, Large, Touch };

    Button(const Theme& theme, const QString& text, QWidget* parent = nullptr);
    /// Icon only, Flat and square; `accessibleName` is also its tooltip.
    Button(const Theme& theme, Icon icon, const QString& accessibleName, QWidget* parent = nullptr);

    void setKind(Kind kind);
    Kind kind() const { return m_kind; }
    void setControlSize(Size size);
    void setGlyph(std::optional<Icon> icon);
    /// Text of the key that acts, such as "Ctrl N"; printed only, the shortcut itself belongs to the page.
    void setKeyCap(const QString& key);
    QString keyCap() const { return m_keyCap; }
    /// A chevron at the right: the button opens something.
    void setChevron(bool on);
    /// The icon in a state's ink instead of secondary text, e.g. &Tokens::low; null goes back.
    void setGlyphTint(Tint Tokens::*tint);
    /// Chosen among alternatives (filters in use, options): accent border on selection.
    void setChosen(bool on);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    const Theme& theme() const { return m_theme; }

private:
    void init();
    QFont textFont() const;
    int contentWidth() const;
    int padding() const;
    int iconPx() const;

    const Theme& m_theme;
    Kind m_kind = Kind::Outlined;
    Size m_size = Size::Normal;
    std::optional<Icon> m_glyph;
    QString m_keyCap;
    Tint Tokens::*m_tint = nullptr;
    bool m_chevron = false;
    bool m_chosen = false;
};

/// A filter: shows what is chosen and opens a menu. The menu belongs to the button.
class DropButton : public Button
{
    Q_OBJECT

public:
    DropButton(const Theme& theme, const QString& text, QWidget* parent = nullptr);

    /// Fills the menu with exclusive choices; `value` comes back in chosen(). Shows the current text.
    void addChoice(const QString& text, const QVariant& value);
    void clearChoices();
    void setCurrent(const QVariant& value);
    QVariant current() const { return m_current; }

Q_SIGNALS:
    void chosen(const QVariant& value);

private:
    QMenu* m_menu;
    QVariant m_current;
};

} // namespace belanjain::ui
