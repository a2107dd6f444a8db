// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace belanjain::ui {

class Theme;

/// One question before something that cannot be taken back; Esc and Cancel leave everything as it is.
class AskFirst : public QDialog
{
    Q_OBJECT

public:
    struct Words
    {
        QString title;
        QString text;
        QString verb; ///< on the button that does it
    };
    /// Opens; accepted() is the word.
    AskFirst(const Theme& theme, const Words& words, QWidget* parent);
};

} // namespace belanjain::ui
