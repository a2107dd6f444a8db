// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/icons.h"
#include "common/numbers.h"
#include "common/tokens.h"

#include <QFont>
#include <QObject>
#include <QPalette>
#include <QPointer>

#include <map>
#include <memory>

class QApplication;
class QPainter;

namespace belanjain::ui {

class FocusRing;

/// The colours, fonts and icons in force. Made once by the program after its QApplication and handed to
/// every page; it must outlive the widgets. GUI thread only.
class Theme : public QObject
{
    Q_OBJECT

public:
    enum class Mode { System, Light, Dark };

    explicit Theme(QObject* parent = nullptr);
    ~Theme() override;

    Mode mode() const { return m_mode; }
    void setMode(Mode mode);

    /// Stronger lines and inks in either theme; off by default.
    bool highContrast() const { return m_highContrast; }
    void setHighContrast(bool on);

    bool isDark() const { return tokens().dark; }
    const Tokens& tokens() const { return *m_tokens; }

    QFont font(TextStyle style) const;
    QFont font(TextStyle style, int weight) const;
    int lineHeight(TextStyle style) const { return typeSpec(style).lineHeight; }

    /// The font for widgets that show numbers (labels, editors): tabular where Qt can (6.7). Delegates
    /// should paint with numbers(), which is tabular everywhere.
    QFont tabularFont(TextStyle style) const;
    const NumberFont& numbers(TextStyle style) const;

    /// A drawing in one colour, from the cache.
    QPixmap pixmap(Icon icon, const QColor& color, int px = measure::IconNormal, qreal dpr = 1) const;
    /// The same at the painter's device pixel ratio, centred in `rect`.
    void paintIcon(QPainter* painter, const QRect& rect, Icon icon, const QColor& color,
                   int px = measure::IconNormal) const;
    /// A QIcon in secondary text with a dimmed disabled state. It does not follow the theme by itself: ask
    /// again on changed().
    QIcon icon(Icon icon, int px = measure::IconNormal) const;
    QIcon icon(Icon icon, const QColor& color, int px = measure::IconNormal) const;
    /// The flower on its accent square.
    void paintLogo(QPainter* painter, const QRectF& rect) const;
    QIcon logo() const;

    QPalette palette() const;
    QString styleSheet() const;

    /// Gives the program our style, palette, font and style sheet, and keeps them up to date.
    void apply(QApplication& app);

Q_SIGNALS:
    /// Colours or fonts are others now: repaint, and fetch icons again.
    void changed();
    /// Mode or contrast were chosen anew, even where that changes no colour today; worth remembering.
    void preferenceChanged();

private:
    bool systemIsDark() const;
    void update();
    void dress();

    Mode m_mode = Mode::System;
    bool m_highContrast = false;
    bool m_startedDark = false;
    const Tokens* m_tokens;
    QStringList m_families;
    std::unique_ptr<IconCache> m_icons;
    mutable std::map<TextStyle, NumberFont> m_numbers;
    QPointer<QApplication> m_app;
    std::unique_ptr<FocusRing> m_focusRing;
};

} // namespace belanjain::ui
