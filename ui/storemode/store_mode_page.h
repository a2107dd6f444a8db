// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/region_book.h"
#include "ports/catalogue_reader.h"
#include "ports/clock.h"
#include "ports/inventory_reader.h"
#include "ports/store_counter.h"
#include "ports/store_lock.h"
#include "ports/sync_control.h"
#include "storemode/idle_watch.h"

#include <QHash>
#include <QTimeZone>
#include <QWidget>

#include <optional>

class QFrame;
class QLabel;
class QStackedWidget;

namespace belanjain::ui {

class Button;
class CartPanel;
class CategoryBar;
class CounterCart;
class ElidedLabel;
class ItemView;
class KeepPanel;
class NothingView;
class OrderView;
class Overlay;
class PictureThumbnails;
class PinPad;
class SearchField;
class ShelfModel;
class ShelfView;
class Theme;
class Toast;
class WaitingView;

/// What store mode stands on; outlives it.
struct StoreModeServices
{
    ports::CatalogueReader& catalogue;
    ports::InventoryReader& inventory;
    ports::SyncControl& sync;
    ports::StoreCounter& counter;
    ports::StoreLock& lock;
    const ports::Clock& clock;
    const RegionBook& regions;
    PictureThumbnails* thumbnails = nullptr;
};

/// One store's goods on a screen that customers touch: search, categories, cards, a product, the cart, ordering. All
/// of it comes from the store's own replica and works offline; only ordering needs the marketplace. Nothing leads
/// out but the lock. Whoever leaves it alone for two minutes is asked, and then everything begins anew.
class StoreModePage : public QWidget
{
    Q_OBJECT

public:
    StoreModePage(const Theme& theme, const StoreModeServices& services, QWidget* parent = nullptr);
    ~StoreModePage() override;

    /// `established`: store mode was on before, so that a PIN that cannot be read now is asked for all the same and
    /// never chosen anew by whoever stands there.
    void start(bool established);
    /// Back to how a customer finds it: no cart, no search, nobody signed in.
    void beginAnew();

    CounterCart& cart() { return *m_cart; }
    ShelfView& shelf() { return *m_shelf; }
    ShelfModel& goods() { return *m_model; }
    IdleWatch& idle() { return m_idle; }

Q_SIGNALS:
    /// A PIN holds it from now on.
    void entered();
    /// The PIN or the owner's password was right, or no PIN was chosen.
    void leaveRequested();

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* makeHeader();
    QWidget* makeShelf();
    Overlay* makeQuestion();
    void connectParts();
    void connectOrdering();
    void connectLock();
    void takeProduct(const std::optional<ports::ProductDetail>& product);
    void step(const ports::ProductListRow& product, int by);
    void openProduct(const ProductId& product);
    void showShelf();
    void refreshCart();
    void tellConnection();
    void tellShelf();
    void tellWaiting();
    /// What is shown is an order that is made.
    bool isOrdered() const;
    /// Somebody has left something here: a cart, a search, a session.
    bool isTouched() const;
    void retranslate();

    const Theme& m_theme;
    StoreModeServices m_services;
    CounterCart* m_cart;
    ShelfModel* m_model;
    QLabel* m_name;
    ElidedLabel* m_subtitle;
    SearchField* m_search;
    QFrame* m_offline;
    QLabel* m_offlineText;
    Button* m_lock;
    CategoryBar* m_categories;
    ShelfView* m_shelf;
    NothingView* m_nothing;
    QStackedWidget* m_goods; ///< the cards, or that there are none
    QStackedWidget* m_stack;
    QWidget* m_shelfPage;
    ItemView* m_item;
    WaitingView* m_waiting;
    OrderView* m_order;
    CartPanel* m_panel;
    KeepPanel* m_keep;
    PinPad* m_pin;
    Overlay* m_question;
    QLabel* m_questionTitle;
    QLabel* m_questionText;
    Button* m_questionStay;
    Button* m_questionLeave;
    Toast* m_toast;
    IdleWatch m_idle;
    quint64 m_ticket = 0;
    quint64 m_itemTicket = 0; ///< of the product that is opened
    QHash<quint64, int> m_steps; ///< cards that were pressed, until their product is read
    QHash<quint64, ProductId> m_refreshing; ///< of lines in the cart
    bool m_pinKnown = false;
    bool m_established = false;
    QTimeZone m_zone{"Asia/Jakarta"}; ///< the store's, once its profile is read
    int m_secondsLeft = 0;
};

} // namespace belanjain::ui
