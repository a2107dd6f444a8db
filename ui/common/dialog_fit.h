// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QDialog;

namespace belanjain::ui {

/// Keeps dialogs on the screen: one that would be higher or wider than the screen is scrolled inside. Watches the
/// whole program once made.
class DialogFit : public QObject
{
    Q_OBJECT

public:
    explicit DialogFit(QObject* parent);

    /// As if it were about to be shown with that much room.
    static void fit(QDialog& dialog, QSize room);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace belanjain::ui
