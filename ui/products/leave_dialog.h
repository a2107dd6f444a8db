// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace belanjain::ui {

class Theme;

/// Asks once what becomes of changes that are not saved: save, discard, or stay (also Esc).
class LeaveDialog : public QDialog
{
    Q_OBJECT

public:
    LeaveDialog(const Theme& theme, const QString& product, QWidget* parent);

Q_SIGNALS:
    void saveChosen();
    void discardChosen();
};

} // namespace belanjain::ui
