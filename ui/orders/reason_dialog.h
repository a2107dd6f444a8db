// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QComboBox;

namespace belanjain::ui {

class Button;
class FormField;
class Theme;

/// Why orders are cancelled, named by their numbers: the buyer reads it, so it cannot be left out.
class ReasonDialog : public QDialog
{
    Q_OBJECT

public:
    ReasonDialog(const Theme& theme, const QStringList& numbers, QWidget* parent = nullptr);

Q_SIGNALS:
    void confirmed(const QString& reason);

private:
    void submit();

    QComboBox* m_reason;
    FormField* m_field;
    Button* m_keep;
    Button* m_cancel;
};

} // namespace belanjain::ui
