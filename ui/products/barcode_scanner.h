// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QString>

class QKeyEvent;
class QWidget;

namespace belanjain::ui {

/// Hears a barcode scanner that types like a keyboard, wherever the focus is in its window: characters too fast for
/// fingers, ended by Enter. It cannot be known from the first keys, so they go where they would; what they left in a
/// field is taken back when it turns out to have been a scan, and the Enter is kept from whoever has the focus.
///
/// Times are those of the events, so that a busy program does not make typing look like a scan.
class BarcodeScanner : public QObject
{
    Q_OBJECT

public:
    /// Listens to the keys of the window that the widget is in, not to those of its dialogs.
    explicit BarcodeScanner(QWidget* page, QObject* parent = nullptr);

    /// Slower than any scanner, faster than any typist over so many keys; a short word can be rolled over the keys
    /// that fast, and no code printed on goods is shorter.
    static constexpr int mostMsPerKey = 35;
    static constexpr int leastCharacters = 6;
    static constexpr int mostCharacters = 48;

    /// A widget that takes scans as they are typed, such as a barcode's own field: nothing in it is heard.
    static constexpr const char* OwnScans = "ownScans";

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void scanned(const QString& code);

private:
    bool hear(QWidget* target, const QKeyEvent& key);
    void forget();
    void restore();

    QPointer<QWidget> m_page;
    QPointer<QWidget> m_target; ///< where the keys went
    QString m_text;
    QString m_textBefore; ///< of a field, before the first key
    int m_cursorBefore = 0;
    quint64 m_first = 0;
    quint64 m_last = 0;
};

} // namespace belanjain::ui
