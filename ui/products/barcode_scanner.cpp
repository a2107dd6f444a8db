// SPDX-License-Identifier: GPL-3.0-or-later
#include "products/barcode_scanner.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextCursor>
#include <QWidget>

namespace belanjain::ui {

namespace {

/// A pause this long ends whatever was being heard.
constexpr quint64 mostPauseMs = 80;

bool isCodeCharacter(const QString& text)
{
    return text.size() == 1 && text.at(0) > u' ' && text.at(0) < QChar(0x7F);
}

} // namespace

BarcodeScanner::BarcodeScanner(QWidget* page, QObject* parent)
    : QObject(parent)
    , m_page(page)
{
    qApp->installEventFilter(this);
}

bool BarcodeScanner::eventFilter(QObject* watched, QEvent* event)
{
    // Once a key: the window hears of it first, then the widget with the focus, then its parents.
    if (event->type() != QEvent::KeyPress || !watched->isWidgetType())
        return false;
    auto* target = static_cast<QWidget*>(watched);
    if (!m_page || target->window() != m_page->window() || target != QApplication::focusWidget())
        return false;
    return hear(target, *static_cast<QKeyEvent*>(event));
}

bool BarcodeScanner::hear(QWidget* target, const QKeyEvent& key)
{
    if (key.isAutoRepeat())
        return false;
    const bool enter = key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
    const quint64 now = key.timestamp();
    const bool follows = !m_text.isEmpty() && now >= m_last && now - m_last <= mostPauseMs;
    if (enter) {
        const int keys = int(m_text.size());
        // All at one time are keys that a program made up: a remote desktop, an input method, a test.
        const bool fast = keys >= leastCharacters && keys <= mostCharacters && follows && now > m_first &&
                          now - m_first <= quint64(keys) * mostMsPerKey;
        if (!fast) {
            forget();
            return false;
        }
        const QString code = m_text;
        restore();
        forget();
        Q_EMIT scanned(code);
        return true;
    }
    if (key.key() == Qt::Key_Shift) // scanners press it for capitals
        return false;
    const bool plain = !(key.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (!plain || !isCodeCharacter(key.text())) {
        forget();
        return false;
    }
    for (const QWidget* at = target; at; at = at->parentWidget()) {
        if (at->property(OwnScans).toBool()) {
            forget();
            return false;
        }
    }
    if (!follows) {
        forget();
        m_first = now;
        m_target = target;
        if (const auto* line = qobject_cast<QLineEdit*>(target)) {
            m_textBefore = line->text();
            m_cursorBefore = line->cursorPosition();
        }
    }
    m_text += key.text();
    m_last = now;
    return false;
}

void BarcodeScanner::forget()
{
    m_text.clear();
    m_textBefore.clear();
    m_target.clear();
    m_cursorBefore = 0;
}

/// What the scanner typed into a field does not belong there. A table's cell that it opened is closed.
void BarcodeScanner::restore()
{
    QWidget* now = QApplication::focusWidget();
    if (auto* line = qobject_cast<QLineEdit*>(now)) {
        if (line == m_target) {
            line->setText(m_textBefore);
            line->setCursorPosition(m_cursorBefore);
            Q_EMIT line->textEdited(m_textBefore);
        } else {
            // The first key opened an editor.
            QKeyEvent press(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier);
            QApplication::sendEvent(line, &press);
        }
    } else if (auto* text = qobject_cast<QPlainTextEdit*>(now); text && now == m_target) {
        QTextCursor cursor = text->textCursor();
        cursor.movePosition(QTextCursor::PreviousCharacter, QTextCursor::KeepAnchor, int(m_text.size()));
        if (cursor.selectedText() == m_text)
            cursor.removeSelectedText();
    }
}

} // namespace belanjain::ui
