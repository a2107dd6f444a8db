// SPDX-License-Identifier: GPL-3.0-or-later
#include "storemode/waiting_view.h"

#include "common/button.h"
#include "common/card.h"
#include "common/labels.h"
#include "common/language.h"
#include "common/theme.h"
#include "domain/format.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScroller>
#include <QVBoxLayout>

#include <memory>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

WaitingView::WaitingView(const Theme& theme, QWidget* parent)
    : QScrollArea(parent)
    , m_theme(theme)
{
    setObjectName(u"waitingView"_s);
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QScroller::grabGesture(viewport(), QScroller::TouchGesture);
    auto* content = new QWidget(this);
    content->setObjectName(u"page"_s);
    m_back = new Button(theme, QString(), content);
    m_back->setObjectName(u"waitingBack"_s);
    m_back->setControlSize(Button::Size::Touch);
    m_back->setGlyph(Icon::ChevronLeft);
    m_title = makeLabel(theme, {}, TextStyle::KioskLarge, {}, content);
    m_text = makeLabel(theme, {}, TextStyle::Kiosk, u"secondary"_s, content);
    m_text->setWordWrap(true);
    m_rows = new QVBoxLayout;
    m_rows->setSpacing(12);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(24, 16, 24, 24);
    column->setSpacing(16);
    auto* head = new QHBoxLayout;
    head->setSpacing(20);
    head->addWidget(m_back);
    head->addWidget(m_title);
    head->addStretch();
    column->addLayout(head);
    column->addWidget(m_text);
    column->addLayout(m_rows);
    column->addStretch();
    setWidget(content);
    connect(m_back, &Button::clicked, this, &WaitingView::backRequested);
    fill();
}

void WaitingView::setCarts(const QList<ports::WaitingCart>& carts)
{
    if (carts == m_carts)
        return;
    m_carts = carts;
    m_removing = 0;
    fill();
}

void WaitingView::setZone(const QTimeZone& zone)
{
    m_zone = zone;
    fill();
}

QWidget* WaitingView::makeRow(const ports::WaitingCart& cart)
{
    auto* card = new Card(m_theme, widget());
    card->column()->setContentsMargins(20, 14, 20, 14);
    const QString number = formatCount(cart.number, uiLanguage());
    auto* title = makeLabel(m_theme, cart.label.isEmpty() ? tr("Number %1").arg(number) : tr("Number %1, %2").arg(number, cart.label),
                            TextStyle::Page, {}, card);
    title->setTextFormat(Qt::PlainText);
    qint64 pieces = 0;
    Money goods;
    QStringList names;
    for (const ports::CounterLine& line : cart.lines) {
        pieces += line.quantity;
        goods.rupiah += line.total().rupiah;
        names << line.name;
    }
    auto* what = makeLabel(m_theme, names.join(u", "_s), TextStyle::Kiosk, {}, card);
    what->setTextFormat(Qt::PlainText);
    what->setWordWrap(true);
    auto* facts = makeLabel(m_theme,
                            u"%1 · %2 · %3"_s.arg(tr("%n item(s)", nullptr, int(pieces)), formatRupiah(goods),
                                                  formatDateTime(cart.keptAt, m_zone, uiLanguage())),
                            TextStyle::Kiosk, u"secondary"_s, card);
    auto* words = new QVBoxLayout;
    words->setSpacing(4);
    words->addWidget(title);
    words->addWidget(what);
    words->addWidget(facts);
    if (cart.unanswered) {
        auto* note = makeLabel(m_theme,
                               tr("It was sent, and the answer did not arrive. Who sent it signs in again and orders it: "
                                  "nothing is bought twice."),
                               TextStyle::Kiosk, u"low"_s, card);
        note->setWordWrap(true);
        words->addWidget(note);
    }
    const bool asked = m_removing == cart.number;
    auto* resume = new Button(m_theme, asked ? tr("Keep it") : tr("Resume"), card);
    resume->setObjectName(u"waitingResume.%1"_s.arg(cart.number));
    resume->setControlSize(Button::Size::Touch);
    if (!asked)
        resume->setKind(Button::Kind::Primary);
    auto* remove = new Button(m_theme, asked ? tr("Yes, remove it") : tr("Remove"), card);
    remove->setObjectName(u"waitingRemove.%1"_s.arg(cart.number));
    remove->setControlSize(Button::Size::Touch);
    remove->setKind(Button::Kind::Danger);
    connect(resume, &Button::clicked, this, [this, cart, asked] {
        if (asked) {
            m_removing = 0;
            QMetaObject::invokeMethod(this, &WaitingView::fill, Qt::QueuedConnection);
        } else {
            Q_EMIT resumed(cart);
        }
    });
    connect(remove, &Button::clicked, this, [this, number = cart.number, asked] {
        if (asked) {
            Q_EMIT removeRequested(number);
        } else {
            m_removing = number;
            QMetaObject::invokeMethod(this, &WaitingView::fill, Qt::QueuedConnection);
        }
    });
    auto* row = new QHBoxLayout;
    row->setSpacing(12);
    row->addLayout(words, 1);
    row->addWidget(remove);
    row->addWidget(resume);
    card->column()->addLayout(row);
    return card;
}

void WaitingView::fill()
{
    while (std::unique_ptr<QLayoutItem> item{m_rows->takeAt(0)}) {
        if (QWidget* row = item->widget()) {
            row->hide();
            const auto buttons = row->findChildren<QWidget*>();
            for (QWidget* child : buttons)
                child->setObjectName({}); // soon gone, and not to be found until then
            row->deleteLater();
        }
    }
    for (auto cart = m_carts.crbegin(); cart != m_carts.crend(); ++cart)
        m_rows->addWidget(makeRow(*cart));
    m_back->setText(tr("Back"));
    m_title->setText(tr("Saved carts"));
    m_text->setText(m_carts.isEmpty() ? tr("No cart is saved on this computer.")
                                      : tr("They are saved on this computer. None of them is ordered, and nothing is "
                                           "reserved."));
}

void WaitingView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT backRequested();
    else
        QScrollArea::keyPressEvent(event);
}

void WaitingView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        fill();
    QScrollArea::changeEvent(event);
}

} // namespace belanjain::ui
