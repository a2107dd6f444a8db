// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/cell_editor.h"

#include "common/fields.h"
#include "common/labels.h"
#include "common/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int MessageWidth = 240;
constexpr int Gap = 3;
} // namespace

CellEditor::CellEditor(const Theme& theme, bool number, QWidget* parent)
    : QLineEdit(parent)
    , m_theme(theme)
{
    setObjectName(u"cellEditor"_s);
    setProperty("cell", true);
    setProperty("ownFocus", true);
    setFrame(false);
    setAlignment((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    setFont(number ? theme.tabularFont(TextStyle::Bold) : theme.font(TextStyle::Body));
    setTextMargins(0, 0, 0, 1); // as high as the numbers above and below, which leave out the row's line
    setMaxLength(200);
}

void CellEditor::setPreview(const QString& preview)
{
    m_preview = preview;
    setAccessibleDescription(preview);
    update();
}

void CellEditor::setBad(bool bad)
{
    if (m_bad == bad)
        return;
    m_bad = bad;
    setInvalid(this, bad);
}

bool CellEditor::event(QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Tab || key->key() == Qt::Key_Backtab) {
            Q_EMIT tabbed(key->key() == Qt::Key_Backtab);
            return true;
        }
    }
    return QLineEdit::event(event);
}

void CellEditor::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT entered(event->modifiers().testFlag(Qt::ShiftModifier));
        return;
    case Qt::Key_Escape:
        Q_EMIT givenUp();
        return;
    case Qt::Key_Up:
    case Qt::Key_Down:
        // As in a spreadsheet: keeps what was typed and goes on in the next row.
        Q_EMIT entered(event->key() == Qt::Key_Up);
        return;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

void CellEditor::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    const auto reason = event->reason();
    if (reason != Qt::ActiveWindowFocusReason && reason != Qt::PopupFocusReason)
        Q_EMIT left();
}

void CellEditor::paintEvent(QPaintEvent* event)
{
    QLineEdit::paintEvent(event);
    if (m_preview.isEmpty() || !alignment().testFlag(Qt::AlignRight))
        return;
    QPainter painter(this);
    const NumberFont& numbers = m_theme.numbers(TextStyle::Body);
    const QRect room = rect().adjusted(9, 0, -9, -1);
    const int typed = fontMetrics().horizontalAdvance(text()) + 10;
    if (numbers.width(m_preview) > room.width() - typed)
        return;
    painter.setPen(m_theme.tokens().text2);
    numbers.paint(&painter, room, Qt::AlignLeft, m_preview);
}

CellMessage::CellMessage(const Theme& theme, QWidget* host)
    : QFrame(host)
    , m_theme(theme)
    , m_text(makeLabel(theme, {}, TextStyle::Secondary, u"out"_s, this))
{
    setObjectName(u"cellMessage"_s);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(10, 5, 10, 6);
    row->addWidget(m_text);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setObjectName(u"cellMessageText"_s);
    setFocusPolicy(Qt::NoFocus);
    hide();
}

void CellMessage::showUnder(const QRect& cell, const QString& text)
{
    m_text->setText(text);
    setAccessibleName(text);
    const int wanted = m_text->fontMetrics().horizontalAdvance(text) + 24;
    const int width = std::min(wanted, std::max(MessageWidth, cell.width()));
    const int height = layout()->heightForWidth(width);
    const QRect host = parentWidget()->rect();
    const int x = std::clamp(cell.right() + 1 - width, 4, std::max(4, host.right() - width - 3));
    int y = cell.bottom() + 1 + Gap;
    if (y + height > host.bottom())
        y = cell.top() - Gap - height;
    setGeometry(x, y, width, height);
    show();
    raise();
}

QString CellMessage::text() const { return m_text->text(); }

void CellMessage::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.tokens().out.ink, 1));
    painter.setBrush(m_theme.tokens().surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), measure::RadiusSmall,
                            measure::RadiusSmall);
}

} // namespace belanjain::ui
