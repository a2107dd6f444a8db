// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/choices.h"
#include "common/labels.h"
#include "common/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int CardWidth = 520;

/// The drawings: grey outlines for what is usual, the accent for the part that is missing or comes next.
class DrawingView : public QWidget
{
public:
    DrawingView(const Theme& theme, Drawing drawing, QWidget* parent)
        : QWidget(parent)
        , m_theme(theme)
        , m_drawing(drawing)
    {
        setFixedSize(120, 76);
        connect(&theme, &Theme::changed, this, [this] { update(); });
    }

    void setDrawing(Drawing drawing)
    {
        m_drawing = drawing;
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Tokens& t = m_theme.tokens();
        m_outline = QPen(t.controlBorder, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
        m_accent = QPen(t.accentText, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
        painter.setPen(m_outline);
        painter.setBrush(t.raised);
        switch (m_drawing) {
        case Drawing::Boxes:
            boxes(painter);
            break;
        case Drawing::Receipts:
            receipts(painter);
            break;
        case Drawing::Nothing:
            nothing(painter);
            break;
        case Drawing::Chart:
            chart(painter);
            break;
        case Drawing::AllDone:
            allDone(painter);
            break;
        case Drawing::Cart:
            cart(painter);
            break;
        }
    }

private:
    void dashed(QPainter& painter, const QRectF& rect)
    {
        QPen pen = m_accent;
        pen.setCapStyle(Qt::FlatCap);
        pen.setDashPattern({3, 2});
        painter.setPen(pen);
        painter.setBrush(m_theme.tokens().selection);
        painter.drawRect(rect);
        painter.setPen(m_accent);
        const QPointF c = rect.center();
        painter.drawLine(c - QPointF(6, 0), c + QPointF(6, 0));
        painter.drawLine(c - QPointF(0, 6), c + QPointF(0, 6));
        painter.setPen(m_outline);
        painter.setBrush(m_theme.tokens().raised);
    }

    void ground(QPainter& painter) { painter.drawLine(12, 73, 108, 73); }

    void boxes(QPainter& painter)
    {
        for (const int x : {20, 64}) {
            painter.drawRect(x, 41, 36, 32);
            painter.drawRect(x + 12, 41, 12, 8);
        }
        ground(painter);
        dashed(painter, QRectF(42, 8, 36, 33));
    }

    void receipts(QPainter& painter)
    {
        painter.drawRect(26, 22, 32, 51);
        for (const int y : {34, 43, 52})
            painter.drawLine(34, y, y == 52 ? 44 : 50, y);
        ground(painter);
        dashed(painter, QRectF(66, 34, 30, 39));
    }

    void nothing(QPainter& painter)
    {
        painter.drawRect(22, 30, 46, 43);
        painter.drawRect(38, 30, 14, 9);
        ground(painter);
        painter.setPen(m_accent);
        painter.setBrush(m_theme.tokens().selection);
        painter.drawEllipse(QPointF(74, 36), 18, 18);
        painter.drawLine(QPointF(87, 49), QPointF(99, 61));
    }

    void chart(QPainter& painter)
    {
        painter.drawRect(22, 48, 16, 25);
        painter.drawRect(46, 34, 16, 39);
        ground(painter);
        dashed(painter, QRectF(70, 16, 24, 57));
    }

    void allDone(QPainter& painter)
    {
        const QPointF tray[] = {{22, 48}, {34, 48}, {40, 58}, {80, 58}, {86, 48}, {98, 48}, {98, 73}, {22, 73}};
        painter.drawPolygon(tray, 8);
        ground(painter);
        painter.setPen(m_accent);
        painter.setBrush(m_theme.tokens().selection);
        painter.drawEllipse(QPointF(60, 28), 18, 18);
        const QPointF tick[] = {{52, 28.5}, {57.5, 34}, {68, 22.5}};
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(tick, 3);
    }

    void cart(QPainter& painter)
    {
        const QPointF basket[] = {{28, 34}, {98, 34}, {90, 60}, {36, 60}};
        painter.drawPolygon(basket, 4);
        const QPointF handle[] = {{28, 34}, {24, 20}, {14, 20}};
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(handle, 3);
        painter.setBrush(m_theme.tokens().raised);
        painter.drawEllipse(QPointF(46, 70), 4, 4);
        painter.drawEllipse(QPointF(80, 70), 4, 4);
        dashed(painter, QRectF(50, 6, 28, 28));
    }

    const Theme& m_theme;
    Drawing m_drawing;
    QPen m_outline;
    QPen m_accent;
};

/// The frame around the choices.
class Card : public QWidget
{
public:
    Card(const Theme& theme, QWidget* parent)
        : QWidget(parent)
        , m_theme(theme)
    {
        connect(&theme, &Theme::changed, this, [this] { update(); });
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(m_theme.tokens().line, 1));
        painter.setBrush(m_theme.tokens().surface);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7.5, 7.5);
    }

private:
    const Theme& m_theme;
};

} // namespace

EmptyState::EmptyState(const Theme& theme, Drawing drawing, const QString& title, const QString& sentence,
                       QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_drawing(new DrawingView(theme, drawing, this))
    , m_title(makeLabel(theme, title, TextStyle::Page, {}, this))
    , m_sentence(makeLabel(theme, sentence, TextStyle::Body, u"secondary"_s, this))
    , m_card(new Card(theme, this))
    , m_rows(new QVBoxLayout(m_card))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(measure::PageMargin, measure::PageMargin, measure::PageMargin, measure::PageMargin);
    column->setSpacing(0);
    column->addStretch(2);
    column->addWidget(m_drawing, 0, Qt::AlignHCenter);
    column->addSpacing(20);
    column->addWidget(m_title);
    column->addSpacing(4);
    column->addWidget(m_sentence);
    column->addSpacing(24);
    column->addWidget(m_card, 0, Qt::AlignHCenter);
    column->addStretch(3);
    m_title->setAlignment(Qt::AlignHCenter);
    m_sentence->setAlignment(Qt::AlignHCenter);
    m_title->setWordWrap(true);
    m_sentence->setWordWrap(true);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
    m_card->setFixedWidth(CardWidth);
    m_card->hide();
}

void EmptyState::setTexts(const QString& title, const QString& sentence)
{
    m_title->setText(title);
    m_sentence->setText(sentence);
}

void EmptyState::setDrawing(Drawing drawing) { static_cast<DrawingView*>(m_drawing)->setDrawing(drawing); }

void EmptyState::addChoice(Icon icon, const QString& title, const QString& subtitle, const QString& key)
{
    auto* row = new ChoiceRow(m_theme, icon, title, subtitle, key, m_card);
    const int index = int(m_choices.size());
    connect(row, &ChoiceRow::clicked, this, [this, index] { Q_EMIT chosen(index); });
    row->installEventFilter(this);
    m_choices.append(row);
    m_rows->addWidget(row);
    m_card->show();
    if (index == 0)
        setFocusProxy(row);
    restyleEnds();
    // Told anew, in another language say, the choices keep the focus.
    if (index == m_focused && isVisible()) {
        m_focused = -1;
        row->show();
        row->setFocus(Qt::OtherFocusReason);
    }
}

void EmptyState::clearChoices()
{
    setFocusProxy(nullptr);
    m_focused = -1;
    for (qsizetype i = 0; i < m_choices.size(); ++i) {
        if (m_choices.at(i)->hasFocus())
            m_focused = i;
    }
    for (ChoiceRow* row : std::as_const(m_choices)) {
        m_rows->removeWidget(row);
        row->hide();
        row->deleteLater();
    }
    m_choices.clear();
    m_card->hide();
}

void EmptyState::restyleEnds()
{
    for (qsizetype i = 0; i < m_choices.size(); ++i)
        m_choices.at(i)->setEnds(i == 0, i == m_choices.size() - 1);
    showPrimary();
}

void EmptyState::showPrimary()
{
    const bool elsewhere = std::any_of(m_choices.cbegin() + std::min<qsizetype>(1, m_choices.size()), m_choices.cend(),
                                       [](const ChoiceRow* row) { return row->hasFocus(); });
    for (qsizetype i = 0; i < m_choices.size(); ++i)
        m_choices.at(i)->setPrimary(i == 0 && !elsewhere);
}

void EmptyState::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    // A search that finds nothing brings this page up under the typist's hands; the field keeps the focus.
    if (qobject_cast<QLineEdit*>(QApplication::focusWidget()))
        return;
    if (!m_choices.isEmpty())
        m_choices.first()->setFocus(Qt::OtherFocusReason);
}

bool EmptyState::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const qsizetype at = m_choices.indexOf(static_cast<ChoiceRow*>(watched));
        if (at >= 0 && (key == Qt::Key_Down || key == Qt::Key_Up)) {
            const qsizetype next = std::clamp<qsizetype>(at + (key == Qt::Key_Down ? 1 : -1), 0, m_choices.size() - 1);
            m_choices.at(next)->setFocus(Qt::TabFocusReason);
            return true;
        }
    }
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        showPrimary();
    return QWidget::eventFilter(watched, event);
}

} // namespace belanjain::ui
