// SPDX-License-Identifier: GPL-3.0-or-later
#include "orders/ship_dialog.h"

#include "common/button.h"
#include "common/fields.h"
#include "common/labels.h"
#include "common/table_style.h"
#include "common/theme.h"
#include "orders/order_words.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QRegularExpression>
#include <QStyledItemDelegate>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {

enum Column { Number, Customer, Tracking };

constexpr int shownRows = 8;

const QStringList& couriers()
{
    static const QStringList names{u"JNE"_s,     u"J&T Express"_s, u"SiCepat"_s, u"AnterAja"_s,
                                   u"POS Indonesia"_s, u"TIKI"_s, u"Ninja Xpress"_s, u"ID Express"_s,
                                   u"GoSend"_s,  u"GrabExpress"_s};
    return names;
}

/// The service that all of them were bought with, when a marketplace names a courier's; one of our own words for
/// how fast it goes is no courier.
QString boughtCourier(const QList<ports::OrderRow>& orders)
{
    const QString service = orders.isEmpty() ? QString() : orders.constFirst().shippingService;
    const bool all = std::all_of(orders.begin(), orders.end(),
                                 [&](const ports::OrderRow& order) { return order.shippingService == service; });
    return all && serviceWord(service) == service ? service : QString();
}

/// Cells that begin where the words of the head do, and say what is missing in those to be filled.
class NumberDelegate : public QStyledItemDelegate
{
public:
    NumberDelegate(const Theme& theme, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QStyleOptionViewItem bare(option);
        initStyleOption(&bare, index);
        const QString text = bare.text;
        bare.text.clear();
        const QWidget* view = option.widget;
        (view ? view->style() : QApplication::style())->drawControl(QStyle::CE_ItemViewItem, &bare, painter, view);
        const bool missing = text.isEmpty() && index.column() == Tracking;
        paintTextCell(painter, option.rect, m_theme, missing ? ShipDialog::tr("Type or paste it") : text,
                      missing ? CellInk::Placeholder : CellInk::Text, TextStyle::Body);
    }

private:
    const Theme& m_theme;
};

QString digitsOf(const QString& number)
{
    QString digits = number;
    return digits.remove(u'#').trimmed();
}

} // namespace

QStringList trackingNumbersFrom(const QString& block, const QStringList& orderNumbers)
{
    static const QRegularExpression gaps(u"[\\t,;]+|\\s{2,}"_s);
    QStringList numbers;
    numbers.resize(orderNumbers.size());
    QStringList plain;
    for (const QString& line : block.split(u'\n', Qt::SkipEmptyParts)) {
        const QStringList parts = line.trimmed().split(gaps, Qt::SkipEmptyParts);
        if (parts.isEmpty())
            continue;
        qsizetype at = -1;
        for (qsizetype i = 0; parts.size() > 1 && i < orderNumbers.size(); ++i) {
            if (digitsOf(orderNumbers.at(i)) == digitsOf(parts.constFirst()))
                at = i;
        }
        if (at >= 0)
            numbers[at] = parts.at(1).trimmed();
        else
            plain << parts.constLast().trimmed();
    }
    for (qsizetype i = 0; i < numbers.size() && !plain.isEmpty(); ++i) {
        if (numbers.at(i).isEmpty())
            numbers[i] = plain.takeFirst();
    }
    return numbers;
}

ShipDialog::ShipDialog(const Theme& theme, const QList<ports::OrderRow>& orders, const QString& lastCourier,
                       QWidget* parent)
    : QDialog(parent)
    , m_orders(orders)
    , m_courier(new QComboBox(this))
    , m_courierField(new FormField(theme, {}, m_courier, this))
    , m_numbers(new QTableWidget(int(orders.size()), 3, this))
    , m_cancel(new Button(theme, QString(), this))
    , m_ship(new Button(theme, QString(), this))
{
    setObjectName(u"shipDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    m_courier->setObjectName(u"shipCourier"_s);
    m_courier->setEditable(true);
    m_courier->setInsertPolicy(QComboBox::NoInsert);
    m_courier->addItems(couriers());
    const QString bought = boughtCourier(orders);
    m_courier->setCurrentText(bought.isEmpty() ? lastCourier : bought);
    m_numbers->setObjectName(u"shipNumbers"_s);
    m_numbers->verticalHeader()->hide();
    m_numbers->verticalHeader()->setDefaultSectionSize(measure::Row);
    m_numbers->horizontalHeader()->setStretchLastSection(true);
    m_numbers->horizontalHeader()->setHighlightSections(false);
    m_numbers->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_numbers->setColumnWidth(Number, 90);
    m_numbers->setColumnWidth(Customer, 180);
    m_numbers->setShowGrid(false);
    m_numbers->setItemDelegate(new NumberDelegate(theme, m_numbers));
    m_numbers->setTabKeyNavigation(false);
    m_numbers->setMinimumHeight(measure::TableHeader + measure::Row * std::min<int>(shownRows, int(orders.size())) + 4);
    for (int i = 0; i < orders.size(); ++i) {
        const auto fixed = [](const QString& text) {
            auto* item = new QTableWidgetItem(text);
            item->setFlags(Qt::ItemIsEnabled);
            return item;
        };
        m_numbers->setItem(i, Number, fixed(numberText(orders.at(i).number)));
        m_numbers->setItem(i, Customer, fixed(orders.at(i).customerName));
        m_numbers->setItem(i, Tracking, new QTableWidgetItem(orders.at(i).trackingNumber));
    }
    m_numbers->installEventFilter(this);
    m_ship->setObjectName(u"shipConfirm"_s);
    m_ship->setKind(Button::Kind::Primary);
    m_ship->setGlyph(Icon::Truck);
    m_ship->setDefault(true);
    m_cancel->setObjectName(u"shipCancel"_s);
    m_cancel->setAutoDefault(false);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 18);
    column->setSpacing(12);
    column->addWidget(m_courierField);
    column->addWidget(m_numbers, 1);
    auto* hint = makeLabel(theme, tr("Paste tracking numbers as a block, one per line."), TextStyle::Secondary,
                           u"secondary"_s, this);
    column->addWidget(hint);
    auto* actions = new QHBoxLayout;
    actions->setSpacing(8);
    actions->addStretch();
    actions->addWidget(m_cancel);
    actions->addWidget(m_ship);
    column->addLayout(actions);
    setMinimumWidth(560);
    connect(m_cancel, &Button::clicked, this, &QDialog::reject);
    connect(m_ship, &Button::clicked, this, &ShipDialog::submit);
    retranslate();
    if (m_numbers->rowCount() > 0)
        m_numbers->setCurrentCell(0, Tracking);
    m_courier->setFocus();
}

QString ShipDialog::courier() const { return m_courier->currentText().trimmed(); }

void ShipDialog::submit()
{
    QList<OrderMove> moves;
    for (int i = 0; i < m_orders.size(); ++i) {
        moves.append({.order = m_orders.at(i).order,
                      .number = m_orders.at(i).number,
                      .to = OrderStatus::Shipped,
                      .courier = courier(),
                      .trackingNumber = m_numbers->item(i, Tracking)->text().trimmed()});
    }
    Q_EMIT confirmed(moves);
    accept();
}

bool ShipDialog::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_numbers && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->matches(QKeySequence::Paste)) {
        pasteBlock(QGuiApplication::clipboard()->text());
        return true;
    }
    return QDialog::eventFilter(watched, event);
}

void ShipDialog::pasteBlock(const QString& text)
{
    const int first = std::max(0, m_numbers->currentRow());
    QStringList orderNumbers;
    for (int i = first; i < m_orders.size(); ++i)
        orderNumbers << m_orders.at(i).number;
    const QStringList numbers = trackingNumbersFrom(text, orderNumbers);
    for (int i = 0; i < numbers.size(); ++i) {
        if (!numbers.at(i).isEmpty())
            m_numbers->item(first + i, Tracking)->setText(numbers.at(i));
    }
}

void ShipDialog::retranslate()
{
    setWindowTitle(m_orders.size() == 1 ? tr("Ship order %1").arg(numberText(m_orders.constFirst().number))
                                        : tr("Ship %1 orders").arg(m_orders.size()));
    m_courierField->setLabel(tr("Courier"));
    m_numbers->setHorizontalHeaderLabels({tr("Number"), tr("Customer"), tr("Tracking number")});
    m_numbers->setAccessibleName(tr("Tracking numbers"));
    m_cancel->setText(tr("Cancel"));
    m_ship->setText(m_orders.size() == 1 ? tr("Ship") : tr("Ship %1 orders").arg(m_orders.size()));
}

} // namespace belanjain::ui
