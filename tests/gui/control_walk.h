// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QScrollArea>
#include <QSet>
#include <QShortcut>
#include <QTest>
#include <QWidget>

namespace belanjain::testing
{

/// For a report: class and object name, and those of the widgets above that have one.
inline QString placeOf(const QWidget* widget)
{
    QString place = QString::fromLatin1(widget->metaObject()->className());
    for (const QWidget* at = widget; at; at = at->parentWidget()) {
        if (!at->objectName().isEmpty())
            place += QStringLiteral(" < ") + at->objectName();
    }
    return place;
}

/// What can have the focus by Tab now, in the order of the focus chain.
inline QList<QWidget*> tabStops(QWidget* root)
{
    QList<QWidget*> stops;
    for (QWidget* at = root->nextInFocusChain(); at && at != root; at = at->nextInFocusChain()) {
        if (root->isAncestorOf(at) && at->isVisibleTo(root) && at->isEnabled() && (at->focusPolicy() & Qt::TabFocus)
            && !at->focusProxy() && at->window() == root->window())
            stops << at;
    }
    return stops;
}

/// Those of them that a screen reader has no words for.
inline QStringList namelessStops(QWidget* root)
{
    QStringList nameless;
    for (QWidget* stop : tabStops(root)) {
        // What only scrolls is read through what is inside.
        if (stop->metaObject() == &QScrollArea::staticMetaObject)
            continue;
        const QAccessibleInterface* said = QAccessible::queryAccessibleInterface(stop);
        if (!said || said->text(QAccessible::Name).trimmed().isEmpty())
            nameless << placeOf(stop);
    }
    return nameless;
}

/// The stops that Tab does not come to. A table in which Tab goes from cell to cell is left by Ctrl+Tab.
inline QStringList unreachedStops(QWidget* root)
{
    const QList<QWidget*> stops = tabStops(root);
    if (stops.isEmpty())
        return {QStringLiteral("nothing takes the focus")};
    QSet<QWidget*> reached;
    stops.constFirst()->setFocus(Qt::TabFocusReason);
    for (qsizetype turn = 0; turn < 3 * stops.size() + 20; ++turn) {
        QWidget* here = root->window()->focusWidget();
        if (!here)
            break;
        reached.insert(here);
        QTest::keyClick(here, Qt::Key_Tab);
        if (root->window()->focusWidget() == here)
            QTest::keyClick(here, Qt::Key_Tab, Qt::ControlModifier);
    }
    QStringList unreached;
    for (QWidget* stop : stops) {
        // Of several buttons of which one is chosen, Tab comes to the chosen one and arrows to the others.
        const auto* button = qobject_cast<QAbstractButton*>(stop);
        const bool oneOfSeveral = button && button->isCheckable() && (button->autoExclusive() || button->group());
        if (!reached.contains(stop) && !oneOfSeveral && stop->isVisibleTo(root))
            unreached << placeOf(stop);
    }
    return unreached;
}

/// Keys that two things would answer at once while some widget below root has the focus.
inline QStringList clashes(QWidget* root)
{
    struct Key
    {
        QKeySequence keys;
        Qt::ShortcutContext context;
        const QWidget* scope;
        QString what;
    };
    QList<Key> all;
    const auto shown = [root](const QWidget* scope) { return scope == root || (root->isAncestorOf(scope) && scope->isVisibleTo(root)); };
    for (const QShortcut* one : root->findChildren<QShortcut*>()) {
        const auto* scope = qobject_cast<QWidget*>(one->parent());
        if (scope && one->isEnabled() && !one->key().isEmpty() && shown(scope))
            all.append({one->key(), one->context(), scope, placeOf(scope)});
    }
    QList<QWidget*> widgets = root->findChildren<QWidget*>();
    widgets << root;
    for (const QWidget* widget : std::as_const(widgets)) {
        for (const QAction* action : widget->actions()) {
            for (const QKeySequence& keys : action->shortcuts()) {
                if (action->isEnabled() && shown(widget))
                    all.append({keys, action->shortcutContext(), widget, placeOf(widget)});
            }
        }
    }
    const auto covers = [](const Key& outer, const Key& inner) {
        switch (outer.context) {
        case Qt::WidgetShortcut:
            return outer.scope == inner.scope;
        case Qt::WidgetWithChildrenShortcut:
            return outer.scope == inner.scope || outer.scope->isAncestorOf(inner.scope);
        default:
            return true;
        }
    };
    QStringList found;
    for (qsizetype i = 0; i < all.size(); ++i) {
        for (qsizetype j = i + 1; j < all.size(); ++j) {
            if (all.at(i).keys == all.at(j).keys && (covers(all.at(i), all.at(j)) || covers(all.at(j), all.at(i))))
                found << all.at(i).keys.toString() + QStringLiteral(": ") + all.at(i).what + QStringLiteral(" and ") + all.at(j).what;
        }
    }
    return found;
}

} // namespace belanjain::testing
