// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storemode/counter_cart.h"

#include <QFrame>
#include <QHash>

#include <optional>

class QLabel;
class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace belanjain::ui {

class Button;
class IconLabel;
class LinkButton;
class Theme;
class ThumbnailSource;

/// What the customer has picked, what it comes to, and the button that orders it, or keeps it while there is no
/// marketplace to order from.
class CartPanel : public QFrame
{
    Q_OBJECT

public:
    CartPanel(const Theme& theme, CounterCart& cart, ThumbnailSource* thumbnails, QWidget* parent = nullptr);

    void setOffline(bool offline);
    /// While it is being ordered nothing in it changes; once it is ordered it is the receipt.
    enum class Stage { Picking, Ordering, Ordered };
    void setStage(Stage stage);
    /// What shipping costs, once it is known. Forgotten with the next Picking.
    void setShipping(const std::optional<belanjain::Money>& cost);
    /// How many saved carts are offered here; 0: none.
    void setWaiting(int carts);

Q_SIGNALS:
    void orderRequested();
    void keepRequested();
    void clearRequested();
    void waitingRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    class Row;
    QWidget* makeHead();
    QWidget* makeFoot();
    void showCart();
    void retranslate();

    const Theme& m_theme;
    CounterCart& m_cart;
    ThumbnailSource* m_thumbnails;
    bool m_offline = false;
    Stage m_stage = Stage::Picking;
    std::optional<Money> m_shipping;
    int m_waiting = 0;
    QHash<VariantId, Row*> m_rows;
    QLabel* m_title;
    QLabel* m_count;
    LinkButton* m_clear;
    QStackedWidget* m_stack;
    QScrollArea* m_scroll;
    QVBoxLayout* m_list;
    QLabel* m_empty;
    Button* m_waitingCarts;
    QWidget* m_foot;
    IconLabel* m_noteIcon;
    QLabel* m_note;
    QWidget* m_sums;
    QLabel* m_goodsWord;
    QLabel* m_goods;
    QLabel* m_shippingWord;
    QLabel* m_shippingCost;
    QLabel* m_totalWord;
    QLabel* m_total;
    Button* m_order;
    LinkButton* m_keep;
};

} // namespace belanjain::ui
