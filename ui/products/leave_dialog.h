// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace belanjain::ui {

class Theme;

/// Asks once what becomes of changes that are not saved: save, discard, or stay (also Esc). Enter saves when that
/// can succeed, and stays otherwise.
class LeaveDialog : public QDialog
{
    Q_OBJECT

public:
    /// `product`: its saved name, empty for a new one. `complete`: nothing keeps it from being saved.
    LeaveDialog(const Theme& theme, const QString& product, bool complete, QWidget* parent);

Q_SIGNALS:
    void saveChosen();
    void discardChosen();
};

} // namespace belanjain::ui
