// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/caps_lock.h"

#include <QKeyEvent>
#include <QLineEdit>

namespace belanjain::ui {

CapsLock::CapsLock(QLineEdit* editor)
    : QObject(editor)
{
    editor->installEventFilter(this);
}

bool CapsLock::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const QString text = key->text();
        const bool command = key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
        if (key->key() == Qt::Key_CapsLock)
            set(false); // whichever way it goes now, the next letter tells
        else if (!command && text.size() == 1 && text.front().isUpper() != text.front().isLower())
            set(text.front().isUpper() != key->modifiers().testFlag(Qt::ShiftModifier));
    }
    return QObject::eventFilter(watched, event);
}

void CapsLock::set(bool on)
{
    if (m_on == on)
        return;
    m_on = on;
    Q_EMIT changed(on);
}

} // namespace belanjain::ui
