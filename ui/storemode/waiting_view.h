// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/store_counter.h"

#include <QScrollArea>
#include <QTimeZone>

class QLabel;
class QVBoxLayout;

namespace belanjain::ui {

class Button;
class Theme;

/// The carts that wait on this computer, newest first, each to be taken up again or removed.
class WaitingView : public QScrollArea
{
    Q_OBJECT

public:
    WaitingView(const Theme& theme, QWidget* parent = nullptr);

    void setCarts(const QList<ports::WaitingCart>& carts);
    const QList<ports::WaitingCart>& carts() const { return m_carts; }
    /// The store's, for when a cart was kept.
    void setZone(const QTimeZone& zone);

Q_SIGNALS:
    void backRequested();
    void resumed(const belanjain::ports::WaitingCart& cart);
    void removeRequested(qint64 number);

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* makeRow(const ports::WaitingCart& cart);
    void fill();

    const Theme& m_theme;
    QList<ports::WaitingCart> m_carts;
    qint64 m_removing = 0; ///< asked about
    QTimeZone m_zone{"Asia/Jakarta"};
    Button* m_back;
    QLabel* m_title;
    QLabel* m_text;
    QVBoxLayout* m_rows;
};

} // namespace belanjain::ui
