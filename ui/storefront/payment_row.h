// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/icons.h"

#include <QRadioButton>

namespace belanjain::ui {

class Theme;

/// One way to pay within a card of them: the radio, an icon, the word, and a note below it.
class PaymentRow : public QRadioButton
{
    Q_OBJECT

public:
    PaymentRow(const Theme& theme, Icon icon, QWidget* parent = nullptr);

    void setNote(const QString& note);
    /// Rounds the corners that lie at the ends of the card.
    void setEnds(bool first, bool last);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {160, sizeHint().height()}; }

protected:
    bool hitButton(const QPoint& at) const override { return rect().contains(at); }
    void paintEvent(QPaintEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    const Theme& m_theme;
    Icon m_icon;
    QString m_note;
    bool m_first = false;
    bool m_last = false;
    bool m_byKeyboard = false;
};

} // namespace belanjain::ui
