// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefront/cart_list.h"

#include "common/button.h"
#include "common/card.h"
#include "common/choices.h"
#include "common/labels.h"
#include "common/language.h"
#include "common/link_button.h"
#include "common/theme.h"
#include "domain/format.h"
#include "pictures/picture_thumbnails.h"
#include "storefront/product_card.h"
#include "storefront/shop_words.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <memory>

namespace belanjain::ui {

using namespace Qt::StringLiterals;
using ports::CartTrouble;

namespace {

constexpr int picturePx = 48;

/// The picture beside a line.
class LinePicture : public QWidget
{
public:
    LinePicture(const Theme& theme, PictureThumbnails* thumbnails, const ports::ShopCartLine& line, QWidget* parent)
        : QWidget(parent)
        , m_theme(theme)
        , m_thumbnails(thumbnails)
        , m_hash(line.imageHash)
        , m_category(line.category)
    {
        setFixedSize(picturePx, picturePx);
        connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
        if (thumbnails)
            connect(thumbnails, &ThumbnailSource::arrived, this, qOverload<>(&QWidget::update));
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        paintProductPicture(&painter, rect(), m_theme, m_hash, m_category, m_thumbnails, false);
        painter.setPen(m_theme.tokens().line);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }

private:
    const Theme& m_theme;
    PictureThumbnails* m_thumbnails;
    QString m_hash;
    QString m_category;
};

/// The upper end of a card, raised, within the card's line.
class CardTop : public QWidget
{
public:
    CardTop(const Theme& theme, QWidget* parent)
        : QWidget(parent)
        , m_theme(theme)
    {
        connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setClipRect(rect());
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.tokens().raised);
        // Taller than it is: its lower corners are not round.
        painter.drawRoundedRect(rect().adjusted(0, 0, 0, 20), measure::RadiusCard - 1, measure::RadiusCard - 1);
    }

private:
    const Theme& m_theme;
};

QFrame* line(QWidget* parent)
{
    auto* frame = new QFrame(parent);
    frame->setObjectName(u"hline"_s);
    return frame;
}

} // namespace

const ports::ShippingQuote* StoreShipping::quote() const
{
    const auto at = std::find_if(quotes.cbegin(), quotes.cend(), [this](const auto& one) { return one.service == chosen; });
    return at == quotes.cend() ? nullptr : &*at;
}

CartList::CartList(const Theme& theme, PictureThumbnails* thumbnails, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_thumbnails(thumbnails)
    , m_column(new QVBoxLayout(this))
{
    setObjectName(u"cartList"_s);
    m_column->setContentsMargins(measure::PageMargin, 16, measure::PageMargin, 24);
    m_column->setSpacing(16);
}

void CartList::show(const ports::ShopCartState& cart, const QHash<StoreId, StoreShipping>& shipping, bool addressKnown)
{
    // The focus stays on the control of that name.
    const QWidget* focused = focusWidget();
    const QString focusName = focused && isAncestorOf(focused) && focused->hasFocus() ? focused->objectName() : QString();
    while (std::unique_ptr<QLayoutItem> item{m_column->takeAt(0)}) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->setObjectName({});
            for (QWidget* each : widget->findChildren<QWidget*>())
                each->setObjectName({}); // soon gone, and not to be found until then
            widget->deleteLater();
        }
    }
    m_locked = cart.locked;
    int number = 0;
    for (const ports::ShopCartStore& store : cart.stores)
        m_column->addWidget(makeStore(store, store.buyable > 0 ? ++number : 0, shipping.value(store.store), addressKnown));
    m_column->addStretch();
    for (QWidget* card : findChildren<QWidget*>(u"cartStore"_s, Qt::FindDirectChildrenOnly))
        card->show(); // at once: one of their controls is given the focus
    if (QWidget* again = focusName.isEmpty() ? nullptr : findChild<QWidget*>(focusName))
        again->setFocus(Qt::OtherFocusReason);
}

QWidget* CartList::makeStore(const ports::ShopCartStore& store, int number, const StoreShipping& shipping, bool addressKnown)
{
    auto* card = new Card(m_theme, this);
    card->setObjectName(u"cartStore"_s);
    card->column()->setContentsMargins(1, 1, 1, 1);
    card->column()->setSpacing(0);
    auto* top = new CardTop(m_theme, card);
    auto* head = new QHBoxLayout(top);
    head->setContentsMargins(16, 8, 16, 8);
    head->setSpacing(8);
    head->addWidget(new IconLabel(m_theme, Icon::Shop, &Tokens::text2, measure::IconNormal, top));
    auto* name = makeLabel(m_theme, store.name, TextStyle::Bold, {}, top);
    name->setTextFormat(Qt::PlainText);
    head->addWidget(name);
    head->addStretch();
    head->addWidget(makeLabel(m_theme, number > 0 ? tr("Order %1").arg(number) : tr("Not ordered now"), TextStyle::Secondary,
                              u"secondary"_s, top));
    card->column()->addWidget(top);
    for (const ports::ShopCartLine& each : store.lines) {
        card->column()->addWidget(line(card));
        card->column()->addWidget(makeLine(each, card));
    }
    if (store.buyable > 0) {
        card->column()->addWidget(line(card));
        card->column()->addWidget(makeShipping(store, shipping, addressKnown, card));
    }
    return card;
}

QWidget* CartList::makeLine(const ports::ShopCartLine& each, QWidget* parent)
{
    auto* row = new QWidget(parent);
    row->setObjectName(u"cartLine"_s);
    const QString id = each.variant.toString();
    auto* name = new LinkButton(m_theme, each.name, row);
    const bool gone = each.trouble == CartTrouble::NotForSale || each.trouble == CartTrouble::SoldOut;
    name->setLook(gone ? LinkButton::Look::Secondary : LinkButton::Look::Plain);
    name->setObjectName(u"cartName."_s + id);
    name->setShrinking();
    connect(name, &QAbstractButton::clicked, this, [this, product = each.product] { Q_EMIT productRequested(product); });
    auto* under = new QHBoxLayout;
    under->setSpacing(6);
    if (!each.optionsLabel.isEmpty())
        under->addWidget(makeLabel(m_theme, each.optionsLabel, TextStyle::Secondary, u"secondary"_s, row));
    const auto note = [&](Icon icon, Tint Tokens::*tint, const QString& text, const QString& ink) {
        auto* mark = new IconLabel(m_theme, icon, &Tokens::text2, measure::IconSmall, row);
        mark->setTint(tint);
        under->addWidget(mark);
        auto* label = makeLabel(m_theme, text, TextStyle::Header, ink, row);
        label->setObjectName(u"cartNote."_s + id);
        under->addWidget(label);
    };
    switch (each.trouble) {
    case CartTrouble::NotForSale:
        note(Icon::Empty, &Tokens::out, tr("No longer for sale"), u"out"_s);
        break;
    case CartTrouble::SoldOut:
        note(Icon::Empty, &Tokens::out, tr("Just sold out"), u"out"_s);
        break;
    case CartTrouble::TooFew: {
        note(Icon::Warning, &Tokens::low, tr("Only %1 left").arg(*each.available), u"low"_s);
        auto* take = new LinkButton(m_theme, tr("Take %1").arg(*each.available), row);
        take->setTextSize(LinkButton::Size::Small);
        take->setObjectName(u"cartTake."_s + id);
        take->setEnabled(!m_locked);
        connect(take, &QAbstractButton::clicked, this,
                [this, variant = each.variant, left = int(*each.available)] { Q_EMIT quantityChanged(variant, left); });
        under->addWidget(take);
        break;
    }
    case CartTrouble::PriceChanged: {
        note(Icon::Warning, &Tokens::low, tr("Was %1").arg(formatRupiah(each.seenPrice)), u"low"_s);
        auto* accept = new LinkButton(m_theme, tr("All right"), row);
        accept->setTextSize(LinkButton::Size::Small);
        accept->setObjectName(u"cartAccept."_s + id);
        accept->setEnabled(!m_locked);
        connect(accept, &QAbstractButton::clicked, this, [this, variant = each.variant] { Q_EMIT priceAccepted(variant); });
        under->addWidget(accept);
        break;
    }
    case CartTrouble::None:
        if (each.available && *each.available < fewLeft)
            note(Icon::Warning, &Tokens::low, tr("%1 left").arg(*each.available), u"low"_s);
        break;
    }
    if (each.waiting) {
        auto* mark = new IconLabel(m_theme, Icon::Clock, &Tokens::text2, measure::IconSmall, row);
        mark->setToolTip(tr("Waits for the marketplace"));
        mark->setAccessibleName(tr("Waits for the marketplace"));
        under->addWidget(mark);
    }
    under->addStretch();
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(name, 0, Qt::AlignLeft);
    words->addLayout(under);
    auto* across = new QHBoxLayout(row);
    across->setContentsMargins(16, 11, 12, 11);
    across->setSpacing(12);
    across->addWidget(new LinePicture(m_theme, m_thumbnails, each, row));
    across->addLayout(words, 1);
    auto* remove = gone ? new Button(m_theme, tr("Remove"), row) : new Button(m_theme, Icon::Trash, tr("Remove %1").arg(each.name), row);
    if (gone)
        remove->setGlyph(Icon::Trash);
    remove->setObjectName(u"cartRemove."_s + id);
    remove->setEnabled(!m_locked);
    connect(remove, &Button::clicked, this, [this, variant = each.variant] { Q_EMIT removed(variant); });
    if (!gone) {
        auto* price = makeLabel(m_theme, formatRupiah(each.unitPrice), TextStyle::Body, u"secondary"_s, row);
        auto* quantity = new Stepper(m_theme, Stepper::Size::Small, row);
        quantity->setObjectName(u"cartQuantity."_s + id);
        quantity->setAccessibleName(tr("Quantity of %1").arg(each.name));
        quantity->setRange(1, int(std::clamp<qint64>(std::max(each.available.value_or(999), each.quantity), 1, 999)));
        quantity->setValue(int(each.quantity));
        quantity->setEnabled(!m_locked);
        connect(quantity, &Stepper::valueChanged, this,
                [this, variant = each.variant](int value) { Q_EMIT quantityChanged(variant, value); });
        auto* total = makeLabel(m_theme, formatRupiah(each.total()), TextStyle::Bold, {}, row);
        total->setMinimumWidth(104);
        total->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        across->addWidget(price);
        across->addWidget(quantity);
        across->addWidget(total);
    }
    across->addWidget(remove);
    return row;
}

QWidget* CartList::makeShipping(const ports::ShopCartStore& store, const StoreShipping& shipping, bool addressKnown,
                                QWidget* parent)
{
    auto* row = new QWidget(parent);
    auto* across = new QHBoxLayout(row);
    across->setContentsMargins(16, 7, 12, 7);
    across->setSpacing(10);
    across->addWidget(new IconLabel(m_theme, Icon::Truck, &Tokens::text2, measure::IconNormal, row));
    if (!shipping.quotes.isEmpty()) {
        auto* services = new QComboBox(row);
        services->setObjectName(u"cartService."_s + store.store.toString());
        services->setAccessibleName(tr("Shipping from %1").arg(store.name));
        services->setMinimumWidth(230);
        for (const ports::ShippingQuote& quote : shipping.quotes)
            services->addItem(u"%1, %2"_s.arg(quote.name, daysText(quote)), quote.service);
        services->setCurrentIndex(services->findData(shipping.chosen));
        services->setEnabled(!m_locked);
        connect(services, &QComboBox::activated, this, [this, services, id = store.store](int index) {
            Q_EMIT serviceChosen(id, services->itemData(index).toString());
        });
        across->addWidget(services);
        if (const ports::ShippingQuote* quote = shipping.quote())
            across->addWidget(makeLabel(m_theme, formatRupiah(quote->price), TextStyle::Body, u"secondary"_s, row));
    } else {
        const QString text = !addressKnown     ? tr("Shipping depends on the address")
                             : shipping.asking ? tr("Asking what shipping costs…")
                             : shipping.failed ? tr("Shipping is not known while the marketplace does not answer")
                                               : tr("Nobody takes this parcel there");
        auto* label = makeLabel(m_theme, text, TextStyle::Body, u"secondary"_s, row);
        label->setMinimumHeight(measure::Control);
        across->addWidget(label);
    }
    across->addStretch();
    across->addWidget(makeLabel(m_theme, tr("Order total"), TextStyle::Body, u"secondary"_s, row));
    const ports::ShippingQuote* quote = shipping.quote();
    auto* total = makeLabel(m_theme, formatRupiah({store.goods.rupiah + (quote ? quote->price.rupiah : 0)}), TextStyle::Bold, {}, row);
    total->setMinimumWidth(104);
    total->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    across->addWidget(total);
    across->addSpacing(measure::Control + 12);
    return row;
}

} // namespace belanjain::ui
