// SPDX-License-Identifier: GPL-3.0-or-later
#include "storemode/item_view.h"

#include "common/button.h"
#include "common/choices.h"
#include "common/labels.h"
#include "common/language.h"
#include "common/theme.h"
#include "domain/cart_split.h"
#include "domain/format.h"
#include "pictures/picture_thumbnails.h"
#include "storefront/gallery.h"
#include "storefront/option_picker.h"
#include "storemode/counter_cart.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScroller>
#include <QVBoxLayout>

#include <algorithm>
#include <memory>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {

/// As the pictures and the options of the storefront take it.
ports::ShopProduct asShopProduct(const ports::ProductDetail& detail)
{
    ports::ShopProduct product;
    product.card.product = detail.product;
    product.card.name = detail.name;
    product.card.category = detail.category;
    product.options = detail.options;
    for (const ports::ProductPicture& picture : detail.pictures) {
        if (picture.state != ports::PictureState::Refused)
            product.pictures.append({picture.hash, picture.width, picture.height});
    }
    for (const ports::ProductVariant& each : detail.variants) {
        product.variants.append({.id = each.variant.id,
                                 .sku = each.variant.sku,
                                 .options = each.variant.options,
                                 .price = each.variant.price,
                                 .weightGrams = each.variant.weightGrams,
                                 .available = each.available()});
    }
    return product;
}

} // namespace

ItemView::ItemView(const Theme& theme, CounterCart& cart, PictureThumbnails* thumbnails, QWidget* parent)
    : QScrollArea(parent)
    , m_theme(theme)
    , m_cart(cart)
{
    setObjectName(u"itemView"_s);
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QScroller::grabGesture(viewport(), QScroller::TouchGesture);
    auto* content = new QWidget(this);
    content->setObjectName(u"page"_s);
    m_back = new Button(theme, QString(), content);
    m_back->setObjectName(u"itemBack"_s);
    m_back->setControlSize(Button::Size::Touch);
    m_back->setGlyph(Icon::ChevronLeft);
    m_gallery = new Gallery(theme, thumbnails, content);
    m_name = makeLabel(theme, {}, TextStyle::KioskLarge, {}, content);
    m_name->setObjectName(u"itemName"_s);
    m_name->setTextFormat(Qt::PlainText);
    m_name->setWordWrap(true);
    m_price = makeLabel(theme, {}, TextStyle::Figure, {}, content);
    m_price->setObjectName(u"itemPrice"_s);
    m_stockIcon = new IconLabel(theme, Icon::Empty, &Tokens::text2, measure::IconLarge, content);
    m_stock = makeLabel(theme, {}, TextStyle::Kiosk, {}, content);
    m_stock->setObjectName(u"itemStock"_s);
    m_options = new OptionPicker(theme, content, true);
    m_quantity = new Stepper(theme, Stepper::Size::Touch, content);
    m_quantity->setObjectName(u"itemQuantity"_s);
    m_quantity->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_add = new Button(theme, QString(), content);
    m_add->setObjectName(u"itemAdd"_s);
    m_add->setKind(Button::Kind::Primary);
    m_add->setControlSize(Button::Size::Touch);
    m_add->setGlyph(Icon::Cart);
    m_description = makeLabel(theme, {}, TextStyle::Kiosk, {}, content);
    m_description->setObjectName(u"itemDescription"_s);
    m_description->setTextFormat(Qt::PlainText);
    m_description->setWordWrap(true);
    m_factsTitle = makeLabel(theme, {}, TextStyle::Page, {}, content);
    m_facts = new QGridLayout;
    m_facts->setHorizontalSpacing(24);
    m_facts->setVerticalSpacing(10);
    m_facts->setColumnStretch(1, 1);

    auto* stock = new QHBoxLayout;
    stock->setSpacing(8);
    stock->addWidget(m_stockIcon);
    stock->addWidget(m_stock);
    stock->addStretch();
    auto* buy = new QHBoxLayout;
    buy->setSpacing(12);
    buy->addWidget(m_quantity);
    buy->addWidget(m_add, 1);
    auto* right = new QVBoxLayout;
    right->setSpacing(16);
    right->addWidget(m_name);
    right->addWidget(m_price);
    right->addLayout(stock);
    right->addWidget(m_options);
    right->addSpacing(4);
    right->addLayout(buy);
    right->addSpacing(8);
    right->addWidget(m_description);
    right->addWidget(m_factsTitle);
    right->addLayout(m_facts);
    right->addStretch();
    auto* left = new QVBoxLayout;
    left->addWidget(m_gallery);
    left->addStretch();
    auto* across = new QHBoxLayout;
    across->setSpacing(32);
    across->addLayout(left, 1);
    across->addLayout(right, 1);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(24, 16, 24, 24);
    column->setSpacing(16);
    column->addWidget(m_back, 0, Qt::AlignLeft);
    column->addLayout(across, 1);
    setWidget(content);
    connect(m_back, &Button::clicked, this, &ItemView::backRequested);
    connect(m_options, &OptionPicker::changed, this, &ItemView::tell);
    connect(m_add, &Button::clicked, this, &ItemView::add);
    connect(&cart, &CounterCart::changed, this, &ItemView::tell);
    retranslate();
}

std::optional<ProductId> ItemView::product() const
{
    return m_product ? std::optional(m_product->product) : std::nullopt;
}

void ItemView::show(const ports::ProductDetail& product)
{
    const bool another = !m_product || m_product->product != product.product;
    m_product = product;
    m_gallery->setProduct(asShopProduct(product));
    m_gallery->setVisible(true);
    m_name->setText(product.name);
    m_description->setText(product.description.trimmed());
    m_description->setVisible(!m_description->text().isEmpty());
    while (std::unique_ptr<QLayoutItem> item{m_facts->takeAt(0)}) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
    }
    int row = 0;
    for (const Specification& each : product.specifications) {
        auto* label = makeLabel(m_theme, each.label, TextStyle::Kiosk, u"secondary"_s, widget());
        auto* value = makeLabel(m_theme, each.value, TextStyle::Kiosk, {}, widget());
        for (QLabel* text : {label, value}) {
            text->setTextFormat(Qt::PlainText);
            text->setWordWrap(true);
        }
        m_facts->addWidget(label, row, 0, Qt::AlignTop);
        m_facts->addWidget(value, row++, 1, Qt::AlignTop);
    }
    m_factsTitle->setVisible(row > 0);
    if (another)
        m_quantity->setValue(1);
    m_options->setProduct(asShopProduct(product));
    if (another) {
        ensureVisible(0, 0);
        m_add->setFocus(Qt::OtherFocusReason);
    }
    tell();
}

const ports::ProductVariant* ItemView::chosen() const
{
    const ports::ShopVariant* current = m_product ? m_options->current() : nullptr;
    if (!current)
        return nullptr;
    const auto at = std::find_if(m_product->variants.cbegin(), m_product->variants.cend(),
                                 [&](const auto& each) { return each.variant.id == current->id; });
    return at == m_product->variants.cend() ? nullptr : &*at;
}

void ItemView::tell()
{
    const ports::ProductVariant* variant = chosen();
    m_price->setText(variant ? formatRupiah(variant->variant.price) : QString());
    const bool forSale = variant && m_product && !m_product->archived;
    const CounterCart::Entry* here = variant ? m_cart.entry(variant->variant.id) : nullptr;
    const qint64 inCart = here ? here->line.quantity : 0;
    const qint64 available = forSale ? variant->available() : 0;
    const qint64 more = std::max<qint64>(0, available - inCart);
    const bool few = available > 0 && available <= m_fewLeft;
    m_stockIcon->setVisible(available == 0 || few);
    m_stockIcon->setIcon(available == 0 ? Icon::Empty : Icon::Warning);
    m_stockIcon->setTint(available == 0 ? &Tokens::out : &Tokens::low);
    setInk(m_stock, available == 0 ? u"out"_s : few ? u"low"_s : u"secondary"_s);
    const QString count = formatCount(available, uiLanguage());
    QString text = available == 0 ? tr("Sold out") : few ? tr("%1 left").arg(count) : tr("%1 in stock").arg(count);
    if (inCart > 0)
        text += u" · "_s + tr("%1 of them in the cart").arg(formatCount(inCart, uiLanguage()));
    m_stock->setText(text);
    m_quantity->setRange(1, int(std::clamp<qint64>(more, 1, maxCartQuantity)));
    m_quantity->setVisible(more > 0);
    m_add->setEnabled(more > 0);
    m_add->setText(available == 0 ? tr("Sold out") : more == 0 ? tr("All of them are in the cart") : tr("Add to the cart"));
}

void ItemView::add()
{
    const ports::ProductVariant* variant = chosen();
    if (!variant || !m_add->isEnabled())
        return;
    const int quantity = m_quantity->value();
    if (m_cart.add(*m_product, variant->variant.id, quantity)) {
        m_quantity->setValue(1);
        Q_EMIT added(m_product->name);
    }
}

void ItemView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT backRequested();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        add();
    else
        QScrollArea::keyPressEvent(event);
}

void ItemView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QScrollArea::changeEvent(event);
}

void ItemView::retranslate()
{
    m_back->setText(tr("Back"));
    m_factsTitle->setText(tr("Specifications"));
    m_quantity->setAccessibleName(tr("How many"));
    tell();
}

} // namespace belanjain::ui
