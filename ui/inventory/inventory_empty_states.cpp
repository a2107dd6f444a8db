// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/inventory_empty_states.h"

#include "common/choices.h"
#include "common/labels.h"
#include "common/theme.h"

#include <QApplication>
#include <QEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPointer>
#include <QVBoxLayout>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int SlowMilliseconds = 200;
/// The ways on from an empty store, in the order on screen.
enum Choice { Create, Import, Scan };
}

InventoryEmptyStates::InventoryEmptyStates(const Theme& theme, QWidget* host)
    : QWidget(host)
    , m_theme(theme)
    , m_store(new EmptyState(theme, Drawing::Boxes, {}, {}, this))
    , m_found(new EmptyState(theme, Drawing::Nothing, {}, {}, this))
    , m_failed(new EmptyState(theme, Drawing::Nothing, {}, {}, this))
    , m_loading(makeLabel(theme, {}, TextStyle::Body, u"secondary"_s, this))
{
    setObjectName(u"inventoryEmpty"_s);
    m_store->setObjectName(u"emptyStore"_s);
    m_found->setObjectName(u"nothingFound"_s);
    m_failed->setObjectName(u"stockUnreadable"_s);
    m_loading->setAlignment(Qt::AlignCenter);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    for (QWidget* page : {static_cast<QWidget*>(m_store), static_cast<QWidget*>(m_found),
                          static_cast<QWidget*>(m_failed), static_cast<QWidget*>(m_loading)}) {
        page->hide();
        column->addWidget(page);
    }
    m_slow.setSingleShot(true);
    m_slow.setInterval(SlowMilliseconds);
    connect(&m_slow, &QTimer::timeout, this, &InventoryEmptyStates::reveal);
    connect(m_store, &EmptyState::chosen, this, [this](int choice) {
        if (choice == Create)
            Q_EMIT createAsked();
        else if (choice == Import)
            Q_EMIT importAsked();
        else
            Q_EMIT scanAsked();
    });
    connect(m_found, &EmptyState::chosen, this, &InventoryEmptyStates::clearAsked);
    connect(m_failed, &EmptyState::chosen, this, &InventoryEmptyStates::retryAsked);
    host->installEventFilter(this);
    retranslate();
    hide();
}

void InventoryEmptyStates::present(Kind kind, const QString& detail)
{
    if (kind == m_kind && detail == m_detail)
        return;
    m_kind = kind;
    m_detail = detail;
    m_slow.stop();
    retranslate();
    if (kind == Kind::Loading)
        m_slow.start();
    else
        reveal();
}

void InventoryEmptyStates::reveal()
{
    // Somebody who searches goes on typing; an empty store has nothing to type into.
    const bool searching = m_kind == Kind::NothingFound || m_kind == Kind::None;
    const QPointer<QWidget> typing =
        searching ? qobject_cast<QLineEdit*>(QApplication::focusWidget()) : nullptr;
    setGeometry(parentWidget()->rect());
    m_store->setVisible(m_kind == Kind::EmptyStore);
    m_found->setVisible(m_kind == Kind::NothingFound);
    m_failed->setVisible(m_kind == Kind::Failed);
    m_loading->setVisible(m_kind == Kind::Loading);
    setVisible(m_kind != Kind::None);
    if (typing)
        typing->setFocus(Qt::OtherFocusReason);
}

bool InventoryEmptyStates::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

void InventoryEmptyStates::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void InventoryEmptyStates::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.tokens().surface);
}

void InventoryEmptyStates::retranslate()
{
    m_store->setTexts(tr("Start with one product"),
                      tr("Stock and prices are saved on this computer at once, also without internet."));
    m_store->clearChoices();
    m_store->addChoice(Icon::Plus, tr("Create a product"), tr("Name, category, price and opening stock"),
                       tr("Ctrl N"));
    m_store->addChoice(Icon::Upload, tr("Import from a file"), tr("From Shopify, WooCommerce or a file of your own"));
    m_store->addChoice(Icon::Barcode, tr("Scan a barcode"), tr("Connect a scanner, then scan the first item"));
    m_found->setTexts(tr("Nothing found"), m_kind == Kind::NothingFound && !m_detail.isEmpty()
                                               ? tr("No variant matches “%1” and the filters.").arg(m_detail)
                                               : tr("No variant matches the filters."));
    m_found->clearChoices();
    m_found->addChoice(Icon::Close, tr("Clear search and filters"), tr("Show all active variants again"));
    m_failed->setTexts(tr("The stock could not be read"), m_kind == Kind::Failed ? m_detail : QString());
    m_failed->clearChoices();
    m_failed->addChoice(Icon::Sync, tr("Try again"), tr("Nothing of your data has been changed"));
    m_loading->setText(tr("Loading the stock…"));
}

} // namespace belanjain::ui
