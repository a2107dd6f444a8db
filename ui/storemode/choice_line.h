// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/button.h"

namespace belanjain::ui {

/// One of several ways, for a finger: what it is at the left, a quiet word with it, and what it costs at the right.
class ChoiceLine : public Button
{
    Q_OBJECT

public:
    ChoiceLine(const Theme& theme, std::optional<Icon> icon, QWidget* parent = nullptr);

    /// `detail` stands after the title, `hint` in a line of its own, `price` at the right; any may be empty.
    void setWords(const QString& title, const QString& detail, const QString& hint, const QString& price);
    void setPicked(bool picked);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::optional<Icon> m_icon;
    QString m_title;
    QString m_detail;
    QString m_hint;
    QString m_price;
    bool m_picked = false;
};

} // namespace belanjain::ui
