// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storemode/overlay.h"

class QLabel;
class QLineEdit;

namespace belanjain::ui {

class Button;
class FormField;

/// Keeps the cart for later: asks for a name, then says the number under which it is found again.
class KeepPanel : public Overlay
{
    Q_OBJECT

public:
    KeepPanel(const Theme& theme, QWidget* host);

    void ask();
    /// What it was kept under; 0: it could not be.
    void setKept(qint64 number);

Q_SIGNALS:
    void keepRequested(const QString& label);
    /// The number has been read.
    void finished();

protected:
    void changeEvent(QEvent* event) override;

private:
    void keep();
    void leave();
    void retranslate();

    qint64 m_number = -1; ///< -1: not kept yet, 0: it could not be
    QLabel* m_title;
    QLabel* m_figure; ///< the number, large enough to be remembered
    QLabel* m_text;
    QLineEdit* m_name;
    FormField* m_nameField;
    Button* m_keep;
    Button* m_cancel;
};

} // namespace belanjain::ui
