// SPDX-License-Identifier: GPL-3.0-or-later
#include "home/task_row.h"

#include "common/button.h"
#include "common/labels.h"
#include "common/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int Height = 56;
constexpr int Tile = 32;
constexpr int ButtonWidth = 124;
}

TaskRow::TaskRow(const Theme& theme, const QString& name, Icon icon, Tint Tokens::*tint, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_icon(icon)
    , m_tint(tint)
    , m_titleLabel(new ElidedLabel(theme, {}, TextStyle::Bold, this))
    , m_detail(new ElidedLabel(theme, {}, TextStyle::Secondary, this))
    , m_amount(makeLabel(theme, {}, TextStyle::Body, u"secondary"_s, this))
    , m_button(new Button(theme, {}, this))
{
    setObjectName(u"task."_s + name);
    setFixedHeight(Height);
    setCursor(Qt::PointingHandCursor);
    m_button->setObjectName(u"task."_s + name + u".open"_s);
    m_button->setMinimumWidth(ButtonWidth);
    m_button->setControlSize(Button::Size::Small);
    m_amount->setObjectName(u"task."_s + name + u".amount"_s);
    m_amount->setFont(theme.tabularFont(TextStyle::Body));
    m_detail->setInk(&Tokens::text2);
    connect(m_button, &Button::clicked, this, &TaskRow::chosen);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addStretch(1);
    words->addWidget(m_titleLabel);
    words->addWidget(m_detail);
    words->addStretch(1);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16 + Tile + 12, 0, 16, 0);
    row->setSpacing(12);
    row->addLayout(words, 1);
    row->addWidget(m_amount);
    row->addWidget(m_button);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void TaskRow::setTexts(const QString& title, const QString& detail, const QString& amount, const QString& action)
{
    m_title = title;
    m_titleLabel->setText(title);
    m_detail->setText(detail);
    m_amount->setText(amount);
    m_amount->setVisible(!amount.isEmpty());
    m_button->setText(action);
    const QString whole = QStringList{title, detail, amount}.join(u". "_s);
    setAccessibleName(whole);
    m_button->setAccessibleName(u"%1. %2"_s.arg(action, title));
    m_button->setAccessibleDescription(detail);
}

QString TaskRow::detail() const { return m_detail->text(); }

void TaskRow::setUrgent(bool on) { setInk(m_amount, on ? u"out"_s : u"secondary"_s); }

void TaskRow::setLine(bool on)
{
    m_line = on;
    update();
}

void TaskRow::paintEvent(QPaintEvent*)
{
    const Tokens& tokens = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_line)
        painter.fillRect(QRect(1, 0, width() - 2, 1), tokens.rowLine);
    const QRect tile(16, (height() - Tile) / 2, Tile, Tile);
    painter.setPen(Qt::NoPen);
    painter.setBrush((tokens.*m_tint).fill);
    painter.drawRoundedRect(tile, measure::RadiusControl, measure::RadiusControl);
    m_theme.paintIcon(&painter, tile, m_icon, (tokens.*m_tint).ink);
}

void TaskRow::mousePressEvent(QMouseEvent* event) { m_pressed = event->button() == Qt::LeftButton; }

void TaskRow::mouseReleaseEvent(QMouseEvent* event)
{
    if (std::exchange(m_pressed, false) && rect().contains(event->pos()))
        Q_EMIT chosen();
}

} // namespace belanjain::ui
