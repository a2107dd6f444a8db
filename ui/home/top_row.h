// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/sales_reader.h"

#include <QAbstractButton>

namespace belanjain::ui {

class Theme;
class ThumbnailSource;

/// A product and how many of it were sold; leads to it.
class TopRow : public QAbstractButton
{
    Q_OBJECT

public:
    TopRow(const Theme& theme, ThumbnailSource* thumbnails, const ports::TopProduct& product,
           QWidget* parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    const Theme& m_theme;
    ThumbnailSource* m_thumbnails;
    ports::TopProduct m_product;
};

} // namespace belanjain::ui
