// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/shortcuts.h"

#include <QAction>
#include <QCoreApplication>
#include <QLineEdit>
#include <QMenu>
#include <QShortcut>
#include <QWidget>

#include <algorithm>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr char textProperty[] = "shortcutText";
constexpr char keysProperty[] = "shortcutKeys";
constexpr char groupProperty[] = "shortcutGroup";

QString translated(const QByteArray& text)
{
    return text.isEmpty() ? QString() : QCoreApplication::translate("Shortcuts", text.constData());
}

/// The heading of the nearest widget above that has one.
QByteArray groupOf(const QObject* object, const QWidget* root)
{
    for (const QObject* at = object; at; at = at->parent()) {
        const QByteArray group = at->property(groupProperty).toByteArray();
        if (!group.isEmpty())
            return group;
        if (at == root)
            break;
    }
    return {};
}

} // namespace

void stateShortcut(QAction* action, const char* text) { action->setProperty(textProperty, QByteArray(text)); }
void stateShortcut(QShortcut* shortcut, const char* text) { shortcut->setProperty(textProperty, QByteArray(text)); }
void nameShortcutGroup(QWidget* page, const char* name) { page->setProperty(groupProperty, QByteArray(name)); }

void stateKeys(QWidget* page, const QString& keys, const char* text)
{
    QStringList stated = page->property(keysProperty).toStringList();
    stated << keys + u'\t' + QString::fromUtf8(text);
    page->setProperty(keysProperty, stated);
}

QString printedKeys(const QKeySequence& keys)
{
    QString text = keys.toString(QKeySequence::NativeText);
    if (text == u"Del")
        return u"Delete"_s;
    if (text.size() > 1 && !text.endsWith(u'+'))
        text.replace(u'+', u' ');
    return text;
}

QList<StatedShortcut> statedShortcuts(const QWidget* root)
{
    QList<StatedShortcut> all;
    const auto add = [&](QObject* source, const QStringList& keys, const QByteArray& text) {
        if (keys.isEmpty())
            return;
        const QByteArray group = groupOf(source, root);
        all.append({group.isEmpty() ? QCoreApplication::translate("Shortcuts", "Everywhere") : translated(group),
                    translated(text), keys, source});
    };
    QList<QWidget*> widgets{const_cast<QWidget*>(root)};
    widgets += root->findChildren<QWidget*>();
    for (QWidget* widget : std::as_const(widgets)) {
        const QStringList stated = widget->property(keysProperty).toStringList();
        for (const QString& line : stated)
            add(widget, {line.section(u'\t', 0, 0)}, line.section(u'\t', 1).toUtf8());
    }
    for (QAction* action : root->findChildren<QAction*>()) {
        if (qobject_cast<QMenu*>(action->parent()) || qobject_cast<QLineEdit*>(action->parent()))
            continue;
        QStringList keys;
        for (const QKeySequence& one : action->shortcuts())
            keys << printedKeys(one);
        add(action, keys, action->property(textProperty).toByteArray());
    }
    for (QShortcut* shortcut : root->findChildren<QShortcut*>()) {
        if (!shortcut->key().isEmpty())
            add(shortcut, {printedKeys(shortcut->key())}, shortcut->property(textProperty).toByteArray());
    }
    const QString everywhere = QCoreApplication::translate("Shortcuts", "Everywhere");
    QStringList groups{everywhere};
    for (const StatedShortcut& one : std::as_const(all)) {
        if (!groups.contains(one.group))
            groups << one.group;
    }
    std::stable_sort(all.begin(), all.end(), [&](const StatedShortcut& a, const StatedShortcut& b) {
        return groups.indexOf(a.group) < groups.indexOf(b.group);
    });
    return all;
}

} // namespace belanjain::ui
