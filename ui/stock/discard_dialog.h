// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace belanjain::ui {

class Theme;

/// Asks once before a stocktake's counts are lost. Accepted: discard them; Esc and Enter go on counting.
class DiscardDialog : public QDialog
{
    Q_OBJECT

public:
    DiscardDialog(const Theme& theme, QWidget* parent);
};

} // namespace belanjain::ui
