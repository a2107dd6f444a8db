// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/icons.h"
#include "common/paint.h"
#include "common/tokens.h"

#include <QLabel>
#include <QWidget>

namespace belanjain::ui {

class Theme;

/// The name of a key, printed beside what it does.
class KeyCap : public QWidget
{
    Q_OBJECT

public:
    KeyCap(const Theme& theme, const QString& text, QWidget* parent = nullptr);
    void setText(const QString& text);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QString m_text;
};

/// A chip as a widget, for pages that are not tables.
class Chip : public QWidget
{
    Q_OBJECT

public:
    Chip(const Theme& theme, ChipKind kind, const QString& text, QWidget* parent = nullptr);
    void set(ChipKind kind, const QString& text);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    ChipKind m_kind;
    QString m_text;
};

/// One icon in one of the theme's colours; follows the theme.
class IconLabel : public QWidget
{
    Q_OBJECT

public:
    /// `ink` picks the colour from the tokens in force, e.g. &Tokens::text2.
    IconLabel(const Theme& theme, Icon icon, QColor Tokens::*ink = &Tokens::text2,
              int px = measure::IconNormal, QWidget* parent = nullptr);
    void setIcon(Icon icon);
    void setInk(QColor Tokens::*ink);
    /// Ink of a state, e.g. &Tokens::low.
    void setTint(Tint Tokens::*tint);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    Icon m_icon;
    QColor Tokens::*m_ink;
    Tint Tokens::*m_tint = nullptr;
    int m_px;
};

/// The flower mark at any size; decorative.
class Logo : public QWidget
{
    Q_OBJECT

public:
    Logo(const Theme& theme, int px, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
};

/// One line of text that elides at words and shows the whole as a tooltip when it had to.
class ElidedLabel : public QWidget
{
    Q_OBJECT

public:
    explicit ElidedLabel(const Theme& theme, const QString& text = {}, TextStyle style = TextStyle::Body,
                         QWidget* parent = nullptr);
    void setText(const QString& text);
    QString text() const { return m_text; }
    void setTextStyle(TextStyle style);
    void setInk(QColor Tokens::*ink);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void elide();

    const Theme& m_theme;
    QString m_text;
    QString m_shown;
    TextStyle m_style;
    QColor Tokens::*m_ink = &Tokens::text;
};

/// A QLabel in one of the text styles. Its colour is the property "ink" of the style sheet: "" for text,
/// "secondary", "placeholder", "accent", "out", "low", "done" or "waiting".
QLabel* makeLabel(const Theme& theme, const QString& text, TextStyle style = TextStyle::Body,
                  const QString& ink = {}, QWidget* parent = nullptr);
/// Changes the ink of a label made by makeLabel.
void setInk(QLabel* label, const QString& ink);

/// Rich text with <b> in the design's weight 600 rather than 700. Anything a person wrote must be escaped by
/// the caller (QString::toHtmlEscaped).
QString withDesignBold(QString richText);

} // namespace belanjain::ui
