// SPDX-License-Identifier: GPL-3.0-or-later
#include "storemode/cart_panel.h"

#include "common/button.h"
#include "common/choices.h"
#include "common/labels.h"
#include "common/language.h"
#include "common/link_button.h"
#include "common/theme.h"
#include "common/thumbnail_source.h"
#include "domain/cart_split.h"
#include "domain/format.h"
#include "storefront/product_card.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>
#include <QScrollArea>
#include <QScroller>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int panelWidth = 392;
constexpr int thumbnailSize = 52;
constexpr int orderHeight = 64;

/// A small picture with round corners.
class Thumb : public QWidget
{
public:
    Thumb(const Theme& theme, ThumbnailSource* thumbnails, const ports::CounterLine& line, QWidget* parent)
        : QWidget(parent)
        , m_theme(theme)
        , m_thumbnails(thumbnails)
        , m_hash(line.imageHash)
        , m_category(line.category)
    {
        setFixedSize(thumbnailSize, thumbnailSize);
        if (thumbnails)
            connect(thumbnails, &ThumbnailSource::arrived, this, qOverload<>(&QWidget::update));
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        QPainterPath shape;
        shape.addRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), measure::RadiusControl, measure::RadiusControl);
        painter.setClipPath(shape);
        paintProductPicture(&painter, rect(), m_theme, m_hash, m_category, m_thumbnails, false);
        painter.setClipping(false);
        painter.setPen(m_theme.tokens().line);
        painter.drawPath(shape);
    }

private:
    const Theme& m_theme;
    ThumbnailSource* m_thumbnails;
    QString m_hash;
    QString m_category;
};

} // namespace

/// One line: what it is, how many, what it comes to.
class CartPanel::Row : public QWidget
{
public:
    Row(const Theme& theme, ThumbnailSource* thumbnails, CounterCart& cart, const CounterCart::Entry& entry, QWidget* parent)
        : QWidget(parent)
        , m_name(makeLabel(theme, entry.line.name, TextStyle::Kiosk, {}, this))
        , m_what(makeLabel(theme, {}, TextStyle::Kiosk, u"secondary"_s, this))
        , m_sum(makeLabel(theme, {}, TextStyle::Kiosk, {}, this))
        , m_note(makeLabel(theme, {}, TextStyle::Kiosk, u"low"_s, this))
        , m_upper(new QHBoxLayout)
        , m_lower(new QHBoxLayout)
        , m_stepper(new Stepper(theme, Stepper::Size::Touch, this))
        , m_remove(new Button(theme, Icon::Trash, {}, this))
    {
        const QString id = entry.line.variant.toString();
        setObjectName(u"counterLine."_s + id);
        m_stepper->setObjectName(u"counterStepper."_s + id);
        m_remove->setObjectName(u"counterRemove."_s + id);
        m_name->setTextFormat(Qt::PlainText);
        m_name->setWordWrap(true);
        m_name->setFont(theme.font(TextStyle::Kiosk, 500));
        m_what->setTextFormat(Qt::PlainText);
        m_what->setWordWrap(true);
        m_what->setObjectName(u"counterWhat."_s + id);
        m_sum->setFont(theme.font(TextStyle::Kiosk, 600));
        m_note->setWordWrap(true);
        m_remove->setKind(Button::Kind::Outlined);
        m_remove->setControlSize(Button::Size::Touch);
        m_stepper->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        m_stepper->setFixedSize(172, measure::ControlTouch);
        auto* words = new QVBoxLayout;
        words->setSpacing(0);
        words->addWidget(m_name);
        words->addWidget(m_what);
        words->addWidget(m_note);
        m_upper->setSpacing(16);
        m_upper->addWidget(new Thumb(theme, thumbnails, entry.line, this), 0, Qt::AlignTop);
        m_upper->addLayout(words, 1);
        m_lower->setSpacing(8);
        m_lower->addWidget(m_stepper);
        m_lower->addWidget(m_remove);
        m_lower->addStretch();
        m_lower->addWidget(m_sum);
        auto* line = new QFrame(this);
        line->setObjectName(u"hline"_s);
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins(24, 12, 24, 0);
        column->setSpacing(10);
        column->addLayout(m_upper);
        column->addLayout(m_lower);
        column->addSpacing(2);
        column->addWidget(line);
        connect(m_stepper, &Stepper::valueChanged, &cart,
                [&cart, variant = entry.line.variant](int value) { cart.setQuantity(variant, value); });
        connect(m_remove, &Button::clicked, &cart, [&cart, variant = entry.line.variant] { cart.remove(variant); });
    }
    void show(const CounterCart::Entry& entry, bool locked)
    {
        const ports::CounterLine& line = entry.line;
        // Nothing here changes any more: no controls that look as if it did.
        moveSum(locked);
        m_stepper->setVisible(!locked && entry.trouble != CounterCart::Trouble::Gone);
        m_remove->setVisible(!locked);
        const QString unit = formatRupiah(line.unitPrice);
        const QString price = locked ? u"%1 × %2"_s.arg(formatCount(line.quantity, uiLanguage()), unit)
                                     : CartPanel::tr("%1 each").arg(unit);
        m_what->setText(line.optionsLabel.isEmpty() ? price : line.optionsLabel + u" · "_s + price);
        m_sum->setText(formatRupiah(line.total()));
        m_stepper->setRange(0, int(std::clamp<qint64>(entry.available, line.quantity, maxCartQuantity)));
        m_stepper->setValue(int(line.quantity));
        m_stepper->setAccessibleName(CartPanel::tr("How many of %1").arg(line.name));
        m_remove->setAccessibleName(CartPanel::tr("Remove %1").arg(line.name));
        m_remove->setToolTip(CartPanel::tr("Remove"));
        QString note;
        switch (entry.trouble) {
        case CounterCart::Trouble::Gone:
            note = CartPanel::tr("Just sold out. Remove it to order the rest.");
            break;
        case CounterCart::Trouble::TooFew:
            note = CartPanel::tr("Only %1 left. Take fewer.").arg(formatCount(entry.available, uiLanguage()));
            break;
        case CounterCart::Trouble::PriceChanged:
            note = CartPanel::tr("The price has changed.");
            break;
        case CounterCart::Trouble::None:
            break;
        }
        m_note->setText(note);
        m_note->setVisible(!note.isEmpty());
        setInk(m_note, entry.trouble == CounterCart::Trouble::Gone ? u"out"_s : u"low"_s);
    }

private:
    void moveSum(bool up)
    {
        QHBoxLayout* home = up ? m_upper : m_lower;
        if (home->indexOf(m_sum) >= 0)
            return;
        (up ? m_lower : m_upper)->removeWidget(m_sum);
        home->addWidget(m_sum, 0, up ? Qt::AlignTop : Qt::Alignment());
    }

    QLabel* m_name;
    QLabel* m_what;
    QLabel* m_sum;
    QLabel* m_note;
    QHBoxLayout* m_upper;
    QHBoxLayout* m_lower;
    Stepper* m_stepper;
    Button* m_remove;
};

CartPanel::CartPanel(const Theme& theme, CounterCart& cart, ThumbnailSource* thumbnails, QWidget* parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_cart(cart)
    , m_thumbnails(thumbnails)
    , m_stack(new QStackedWidget(this))
    , m_scroll(new QScrollArea(this))
{
    setObjectName(u"storeModePanel"_s);
    setFixedWidth(panelWidth);
    auto* content = new QWidget(m_scroll);
    content->setObjectName(u"page"_s);
    m_list = new QVBoxLayout(content);
    m_list->setContentsMargins(0, 0, 0, 0);
    m_list->setSpacing(0);
    m_list->addStretch();
    m_scroll->setWidget(content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QScroller::grabGesture(m_scroll->viewport(), QScroller::TouchGesture);
    auto* nothing = new QWidget(this);
    m_empty = makeLabel(theme, {}, TextStyle::Kiosk, u"secondary"_s, nothing);
    m_empty->setObjectName(u"counterEmpty"_s);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignHCenter);
    m_waitingCarts = new Button(theme, QString(), nothing);
    m_waitingCarts->setObjectName(u"counterWaiting"_s);
    m_waitingCarts->setControlSize(Button::Size::Touch);
    m_waitingCarts->setGlyph(Icon::Clock);
    auto* column = new QVBoxLayout(nothing);
    column->setContentsMargins(32, 32, 32, 32);
    column->setSpacing(20);
    column->addStretch(2);
    column->addWidget(new IconLabel(theme, Icon::Cart, &Tokens::placeholder, 48, nothing), 0, Qt::AlignHCenter);
    column->addWidget(m_empty);
    column->addWidget(m_waitingCarts, 0, Qt::AlignHCenter);
    column->addStretch(3);
    m_stack->addWidget(m_scroll);
    m_stack->addWidget(nothing);
    auto* line = new QFrame(this);
    line->setObjectName(u"hline"_s);
    m_foot = makeFoot();
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(1, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(makeHead());
    all->addWidget(line);
    all->addWidget(m_stack, 1);
    all->addWidget(m_foot);
    connect(&cart, &CounterCart::changed, this, &CartPanel::showCart);
    connect(m_clear, &QAbstractButton::clicked, this, &CartPanel::clearRequested);
    connect(m_waitingCarts, &Button::clicked, this, &CartPanel::waitingRequested);
    connect(m_keep, &QAbstractButton::clicked, this, &CartPanel::keepRequested);
    connect(m_order, &Button::clicked, this, [this] {
        if (m_offline)
            Q_EMIT keepRequested();
        else
            Q_EMIT orderRequested();
    });
    retranslate();
}

QWidget* CartPanel::makeHead()
{
    auto* head = new QWidget(this);
    head->setFixedHeight(64);
    m_title = makeLabel(m_theme, {}, TextStyle::Page, {}, head);
    m_count = makeLabel(m_theme, {}, TextStyle::Kiosk, u"secondary"_s, head);
    m_count->setObjectName(u"counterCount"_s);
    m_clear = new LinkButton(m_theme, {}, head);
    m_clear->setObjectName(u"counterClear"_s);
    m_clear->setTextSize(LinkButton::Size::Touch);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(24, 0, 24, 0);
    row->setSpacing(10);
    row->addWidget(m_title);
    row->addWidget(m_count);
    row->addStretch();
    row->addWidget(m_clear);
    return head;
}

QWidget* CartPanel::makeFoot()
{
    auto* foot = new QWidget(this);
    foot->setObjectName(u"storeModeFoot"_s);
    foot->setAttribute(Qt::WA_StyledBackground);
    m_noteIcon = new IconLabel(m_theme, Icon::Clock, &Tokens::text2, measure::IconLarge, foot);
    m_noteIcon->setTint(&Tokens::low);
    m_note = makeLabel(m_theme, {}, TextStyle::Kiosk, u"low"_s, foot);
    m_note->setObjectName(u"counterNote"_s);
    m_note->setWordWrap(true);
    m_sums = new QWidget(foot);
    m_goodsWord = makeLabel(m_theme, {}, TextStyle::Kiosk, u"secondary"_s, m_sums);
    m_goods = makeLabel(m_theme, {}, TextStyle::Kiosk, {}, m_sums);
    m_goods->setObjectName(u"counterGoods"_s);
    m_shippingWord = makeLabel(m_theme, {}, TextStyle::Kiosk, u"secondary"_s, m_sums);
    m_shippingCost = makeLabel(m_theme, {}, TextStyle::Kiosk, {}, m_sums);
    m_shippingCost->setObjectName(u"counterShipping"_s);
    m_totalWord = makeLabel(m_theme, {}, TextStyle::KioskLarge, {}, foot);
    m_total = makeLabel(m_theme, {}, TextStyle::KioskLarge, {}, foot);
    m_total->setObjectName(u"counterTotal"_s);
    m_order = new Button(m_theme, QString(), foot);
    m_order->setObjectName(u"counterOrder"_s);
    m_order->setKind(Button::Kind::Primary);
    m_order->setControlSize(Button::Size::Touch);
    m_order->setMinimumHeight(orderHeight);
    m_keep = new LinkButton(m_theme, {}, foot);
    m_keep->setObjectName(u"counterKeep"_s);
    m_keep->setTextSize(LinkButton::Size::Touch);
    auto* note = new QHBoxLayout;
    note->setSpacing(10);
    note->addWidget(m_noteIcon, 0, Qt::AlignTop);
    note->addWidget(m_note, 1);
    const auto sum = [](QLabel* word, QLabel* amount) {
        auto* row = new QHBoxLayout;
        row->addWidget(word);
        row->addStretch();
        row->addWidget(amount);
        return row;
    };
    auto* sums = new QVBoxLayout(m_sums);
    sums->setContentsMargins(0, 0, 0, 0);
    sums->setSpacing(4);
    sums->addLayout(sum(m_goodsWord, m_goods));
    sums->addLayout(sum(m_shippingWord, m_shippingCost));
    auto* column = new QVBoxLayout(foot);
    column->setContentsMargins(24, 16, 24, 20);
    column->setSpacing(14);
    column->addLayout(note);
    column->addWidget(m_sums);
    column->addLayout(sum(m_totalWord, m_total));
    column->addWidget(m_order);
    column->addWidget(m_keep, 0, Qt::AlignHCenter);
    return foot;
}

void CartPanel::setOffline(bool offline)
{
    m_offline = offline;
    retranslate();
}

void CartPanel::setStage(Stage stage)
{
    m_stage = stage;
    if (stage == Stage::Picking)
        m_shipping.reset();
    retranslate();
}

void CartPanel::setShipping(const std::optional<Money>& cost)
{
    m_shipping = cost;
    retranslate();
}

void CartPanel::setWaiting(int carts)
{
    m_waiting = carts;
    retranslate();
}

void CartPanel::showCart()
{
    const QList<CounterCart::Entry>& entries = m_cart.entries();
    const bool locked = m_stage != Stage::Picking;
    for (auto at = m_rows.begin(); at != m_rows.end();) {
        if (m_cart.entry(at.key())) {
            ++at;
            continue;
        }
        at.value()->hide();
        at.value()->setObjectName({});
        at.value()->deleteLater();
        at = m_rows.erase(at);
    }
    for (const CounterCart::Entry& entry : entries) {
        Row*& row = m_rows[entry.line.variant];
        if (!row) {
            row = new Row(m_theme, m_thumbnails, m_cart, entry, m_scroll->widget());
            m_list->insertWidget(m_list->count() - 1, row);
        }
        row->show(entry, locked);
        row->setVisible(true);
    }
    const bool empty = entries.isEmpty();
    m_stack->setCurrentIndex(empty ? 1 : 0);
    m_foot->setVisible(!empty);
    m_clear->setVisible(!empty && !locked);
    m_count->setText(empty ? QString() : tr("%n item(s)", nullptr, int(m_cart.pieces())));
    m_sums->setVisible(m_shipping.has_value());
    m_goods->setText(formatRupiah(m_cart.goods()));
    m_shippingCost->setText(m_shipping ? formatRupiah(*m_shipping) : u"–"_s);
    m_total->setText(formatRupiah({m_cart.goods().rupiah + m_shipping.value_or(Money{}).rupiah}));
    m_order->setVisible(!locked);
    m_order->setEnabled(m_offline || m_cart.isOrderable());
    m_keep->setVisible(!locked && !m_offline);
    const bool ordered = m_stage == Stage::Ordered;
    m_noteIcon->setVisible(m_offline && !ordered);
    m_note->setVisible(m_offline && !ordered);
    m_waitingCarts->setVisible(m_waiting > 0);
}

void CartPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void CartPanel::retranslate()
{
    m_title->setText(m_stage == Stage::Ordered ? tr("Your order") : tr("Cart"));
    m_clear->setText(tr("Empty cart"));
    m_empty->setText(tr("Nothing picked yet. Tap what you like."));
    m_waitingCarts->setText(tr("%n saved cart(s)", nullptr, m_waiting));
    m_goodsWord->setText(tr("Goods"));
    m_shippingWord->setText(tr("Shipping"));
    m_totalWord->setText(m_stage == Stage::Picking || m_shipping ? tr("Total") : tr("Goods"));
    m_note->setText(tr("Offline. The cart is saved on this computer and can be ordered once there is a connection. Until "
                       "then nothing is reserved."));
    m_order->setText(m_offline ? tr("Save cart") : tr("Order"));
    m_keep->setText(tr("Save for later"));
    showCart();
}

} // namespace belanjain::ui
