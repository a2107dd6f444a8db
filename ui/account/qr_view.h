// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "printing/barcode.h"

#include <QWidget>

namespace belanjain::ui {

/// A QR code to be read off the screen: black on white in every theme, with its quiet zone, each module the same
/// whole number of the screen's own dots.
class QrView : public QWidget
{
    Q_OBJECT

public:
    explicit QrView(QWidget* parent = nullptr);

    /// Shows nothing for a text that no code can hold.
    void setText(const QString& text);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::optional<BarcodeModules> m_code;
};

} // namespace belanjain::ui
