// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/clock.h"
#include "ports/restock_reader.h"
#include "stock/restock_model.h"
#include "stock/sheet_outlet.h"

#include <QTimeZone>
#include <QTimer>
#include <QWidget>

class QLabel;

namespace belanjain::ui {

class Button;
class DropButton;
class ElidedLabel;
class LinkButton;
class SheetBlank;
class SheetView;
class Theme;
class Toast;
class ViewSettings;

/// What to order: variants that are low or out of stock with a suggested quantity, as a list to take along.
class RestockPage : public QWidget
{
    Q_OBJECT

public:
    RestockPage(const Theme& theme, ports::RestockReader& reader, const ports::Clock& clock, ViewSettings& settings,
                QWidget* parent = nullptr);

    void setStore(const QString& name, const QTimeZone& zone);
    /// Reads the list; it follows what changes while it is in sight.
    void open();
    /// Whether the store has any variants at all.
    void setStoreEmpty(bool empty);
    const RestockModel& model() const { return m_model; }
    SheetOutlet& outlet() { return m_outlet; }
    /// What is to be ordered, as a document.
    StockSheet document() const;

Q_SIGNALS:
    void left();
    void newProductAsked();

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void retranslate();
    void read();
    void take(const ports::RestockList& list);
    void showSums();
    void showBlank();
    void focusContent();
    QString levelsText() const;
    QString orderedText() const;
    void openFileMenu();

    const Theme& m_theme;
    ports::RestockReader& m_reader;
    const ports::Clock& m_clock;
    RestockModel m_model;
    SheetOutlet m_outlet;
    QString m_store;
    QTimeZone m_zone{"Asia/Jakarta"};
    QLabel* m_title;
    QLabel* m_subtitle;
    QLabel* m_sums;
    ElidedLabel* m_hint;
    SheetBlank* m_empty;
    QWidget* m_foot;
    Button* m_back;
    Button* m_files;
    DropButton* m_category;
    LinkButton* m_forget;
    SheetView* m_view;
    Toast* m_toast;
    QTimer m_refresh;
    quint64 m_ticket = 0;
    bool m_read = false;
    bool m_opening = false; ///< the first answer decides what has the focus
    bool m_storeEmpty = false;
    QString m_problem;
};

} // namespace belanjain::ui
