// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/card.h"

class QLabel;

namespace belanjain::ui {

class Button;

/// Where a file of products is dropped or chosen.
class FileCard : public Card
{
    Q_OBJECT

public:
    explicit FileCard(const Theme& theme, QWidget* parent = nullptr);

    Button* button() const { return m_choose; }

Q_SIGNALS:
    void chooseAsked();
    void dropped(const QString& path);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void retranslate();

    const Theme& m_theme;
    QLabel* m_title;
    QLabel* m_text;
    QLabel* m_kinds;
    Button* m_choose;
    bool m_over = false;
};

} // namespace belanjain::ui
