// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefront/confirm_dialog.h"

#include "common/button.h"
#include "common/card.h"
#include "common/labels.h"
#include "common/theme.h"
#include "domain/format.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

ConfirmDialog::ConfirmDialog(const Theme& theme, const QList<Order>& orders, const ports::OrderAddress& address,
                             const QString& payment, Money total, QWidget* parent)
    : QDialog(parent)
{
    setObjectName(u"confirmDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Order"));
    setMinimumWidth(480);
    const int count = int(orders.size());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 18);
    column->setSpacing(12);
    column->addWidget(makeLabel(theme, count == 1 ? tr("Place this order?") : tr("Place these %1 orders?").arg(count),
                                TextStyle::Page, {}, this));
    auto* card = new Card(theme, this);
    card->column()->setContentsMargins(16, 8, 16, 8);
    card->column()->setSpacing(8);
    bool first = true;
    const auto plain = [&](const QString& text, TextStyle style, const QString& ink) {
        auto* label = makeLabel(theme, text, style, ink, card);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        return label;
    };
    for (const Order& order : orders) {
        if (!first) {
            auto* line = new QFrame(card);
            line->setObjectName(u"hline"_s);
            card->column()->addWidget(line);
        }
        first = false;
        auto* words = new QVBoxLayout;
        words->setSpacing(0);
        words->addWidget(plain(order.store, TextStyle::Bold, {}));
        words->addWidget(plain(order.contents, TextStyle::Body, u"secondary"_s));
        words->addWidget(plain(order.service, TextStyle::Secondary, u"secondary"_s));
        auto* row = new QHBoxLayout;
        row->addLayout(words, 1);
        row->addWidget(makeLabel(theme, formatRupiah(order.total), TextStyle::Bold, {}, card), 0, Qt::AlignTop);
        card->column()->addLayout(row);
    }
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(card);
    scroll->setWidgetResizable(true);
    scroll->setMinimumHeight(std::min(360, card->sizeHint().height() + 8));
    column->addWidget(scroll, 1);
    const QString where = tr("To %1, %2, %3 %4. Payment: %5.")
                              .arg(address.recipient, address.street, address.city, address.postcode, payment);
    auto* text = plain(where, TextStyle::Body, u"secondary"_s);
    column->addWidget(text);
    auto* back = new Button(theme, tr("Back to the cart"), this);
    back->setAutoDefault(false);
    back->setObjectName(u"confirmBack"_s);
    auto* place = new Button(theme, count == 1 ? tr("Place the order, %1").arg(formatRupiah(total))
                                               : tr("Place %1 orders, %2").arg(QString::number(count), formatRupiah(total)),
                             this);
    place->setObjectName(u"confirmPlace"_s);
    place->setKind(Button::Kind::Primary);
    place->setDefault(true);
    auto* actions = new QHBoxLayout;
    actions->setSpacing(8);
    actions->addStretch();
    actions->addWidget(back);
    actions->addWidget(place);
    column->addLayout(actions);
    connect(back, &Button::clicked, this, &QDialog::reject);
    connect(place, &Button::clicked, this, &QDialog::accept);
    place->setFocus();
}

} // namespace belanjain::ui
