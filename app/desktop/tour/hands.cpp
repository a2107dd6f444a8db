// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour/hands.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QShortcut>

namespace belanjain::app
{

QWidget* findVisible(QWidget* root, const QString& objectName)
{
    for (QWidget* widget : root->findChildren<QWidget*>(objectName)) {
        if (widget->isVisible())
            return widget;
    }
    return nullptr;
}

void pressKey(QWidget* window, int key, Qt::KeyboardModifiers modifiers, const QString& text)
{
    QWidget* target = window->focusWidget() ? window->focusWidget() : window;
    QKeyEvent press(QEvent::KeyPress, key, modifiers, text);
    QApplication::sendEvent(target, &press);
    target = window->focusWidget() ? window->focusWidget() : window;
    QKeyEvent release(QEvent::KeyRelease, key, modifiers, text);
    QApplication::sendEvent(target, &release);
}

void typeText(QWidget* window, const QString& text)
{
    for (const QChar character : text) {
        const int key = character.isLetterOrNumber() ? character.toUpper().unicode() : character.unicode();
        pressKey(window, key, Qt::NoModifier, character);
    }
}

void click(QWidget* widget, QPoint at)
{
    const QPointF local = at.x() < 0 ? QPointF(widget->rect().center()) : QPointF(at);
    const QPointF global = widget->mapToGlobal(local);
    QMouseEvent press(QEvent::MouseButtonPress, local, global, Qt::LeftButton, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(widget, &press);
    QMouseEvent release(QEvent::MouseButtonRelease, local, global, Qt::LeftButton, Qt::NoButton, Qt::NoModifier);
    QApplication::sendEvent(widget, &release);
}

void pressShortcut(QWidget* window, const QKeySequence& sequence)
{
    for (QShortcut* shortcut : window->findChildren<QShortcut*>()) {
        const auto* owner = qobject_cast<QWidget*>(shortcut->parent());
        if (shortcut->key() == sequence && shortcut->isEnabled() && (!owner || owner->isVisible())) {
            Q_EMIT shortcut->activated();
            return;
        }
    }
    for (QAction* action : window->findChildren<QAction*>()) {
        if (action->shortcuts().contains(sequence) && action->isEnabled()) {
            action->trigger();
            return;
        }
    }
}

} // namespace belanjain::app
