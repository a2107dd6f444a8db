// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QLineEdit;

namespace belanjain::ui {

/// Knows from what is typed into an editor whether Caps Lock is on: Qt asks no system for it, but a letter
/// whose case contradicts the Shift key tells. Says nothing until a letter has been typed.
class CapsLock : public QObject
{
    Q_OBJECT
public:
    /// Watches the editor and lives as long as it.
    explicit CapsLock(QLineEdit* editor);

    bool isOn() const { return m_on; }

Q_SIGNALS:
    void changed(bool on);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void set(bool on);

    bool m_on = false;
};

} // namespace belanjain::ui
