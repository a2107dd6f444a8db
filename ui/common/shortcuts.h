// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>

class QAction;
class QShortcut;
class QWidget;

namespace belanjain::ui {

// Pages state what their keys do, beside the keys themselves; the list on F1 is made from what is there. Texts
// are source texts of the context "Shortcuts" (QT_TRANSLATE_NOOP) and are translated when they are shown.

/// Says what an action or a shortcut with keys of its own does.
void stateShortcut(QAction* action, const char* text);
void stateShortcut(QShortcut* shortcut, const char* text);
/// Says what keys do that a widget handles itself; `keys` as they are printed: "Enter", "Ctrl Space".
void stateKeys(QWidget* page, const QString& keys, const char* text);
/// The heading under which everything below this widget is listed; without one it goes under "Everywhere".
void nameShortcutGroup(QWidget* page, const char* name);

struct StatedShortcut
{
    QString group;    ///< translated; "Everywhere" without a page
    QString text;     ///< translated; empty when nobody said what it does
    QStringList keys; ///< as they are printed: "Ctrl F"
    QObject* source = nullptr; ///< the action, shortcut or widget
};

/// All keys below root, "Everywhere" first and then by page in the order of the tree. Actions of menus and text
/// fields are left out, and what has neither keys nor a text.
QList<StatedShortcut> statedShortcuts(const QWidget* root);

/// "Ctrl Shift O", as key caps print it.
QString printedKeys(const QKeySequence& keys);

} // namespace belanjain::ui
