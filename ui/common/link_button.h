// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace belanjain::ui {

class Theme;

/// An action that reads as a word in the accent colour: reachable with Tab, pressed with Space or Return.
class LinkButton : public QAbstractButton
{
    Q_OBJECT

public:
    enum class Look { Accent, Secondary, Inverse, Plain };
    enum class Size { Body, Small, Touch };

    LinkButton(const Theme& theme, const QString& text, QWidget* parent = nullptr);

    void setLook(Look look);
    void setTextSize(Size size);
    void setKeyCap(const QString& key);
    /// Where there is less room than the text needs it is elided and shown whole as a tooltip.
    void setShrinking();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QFont textFont() const;

    const Theme& m_theme;
    Look m_look = Look::Accent;
    Size m_size = Size::Body;
    QString m_keyCap;
    bool m_shrinks = false;
};

} // namespace belanjain::ui
