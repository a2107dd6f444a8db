// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QPoint>
#include <QString>
#include <QWidget>

namespace belanjain::app
{

// What a person does with a window, as events through the same door as theirs.

/// The visible widget of that name below root, or nullptr.
QWidget* findVisible(QWidget* root, const QString& objectName);
template<class Widget>
Widget* findVisible(QWidget* root, const QString& objectName)
{
    return qobject_cast<Widget*>(findVisible(root, objectName));
}

/// To the widget with the focus inside the window, or the window itself.
void pressKey(QWidget* window, int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier, const QString& text = {});
void typeText(QWidget* window, const QString& text);
void click(QWidget* widget, QPoint at = {-1, -1});
/// Presses a key that a shortcut somewhere in the window listens for.
void pressShortcut(QWidget* window, const QKeySequence& sequence);

} // namespace belanjain::app
