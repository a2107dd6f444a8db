// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/news_reader.h"

#include <QObject>
#include <QSet>
#include <QString>
#include <QTimer>

namespace belanjain::ui {

class Theme;
class Toast;
class ViewSettings;

/// Something a seller is told while they do something else.
struct Notice
{
    enum class About { Orders, Stock };
    About about = About::Orders;
    QString title;
    QString text;

    bool operator==(const Notice&) const = default;
};

/// How notices come to a person: the system's notifications, or the window itself.
class NoticeOutlet : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void show(const Notice& notice) = 0;

Q_SIGNALS:
    void chosen(belanjain::ui::Notice::About about);
};

/// Shows notices at the bottom of the window, where the system has no place for them, one after the other: over what
/// a page keeps at its foot, and only while the page has no message of its own there, with which something may be
/// undone.
class ToastOutlet : public NoticeOutlet
{
    Q_OBJECT

public:
    ToastOutlet(const Theme& theme, QWidget* host);

    void show(const Notice& notice) override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showNext();
    void giveWay();
    void watchPages();
    void place();
    bool isPageSpeaking() const;

    QWidget* m_host;
    Toast* m_toast;
    Notice m_shown;
    QList<Notice> m_waiting; ///< at most one about each
};

/// Decides what is worth a notice: new orders and stock that ran low, what came together in one. Remembers in the
/// settings which orders it has told, so that a restart tells only what came meanwhile; what a first sync or a
/// new copy brings is not told.
class NewsTeller : public QObject
{
    Q_OBJECT

public:
    /// `store` tells the stores of one computer apart.
    NewsTeller(ports::NewsReader& reader, NoticeOutlet& outlet, ViewSettings& settings, const QString& store,
               QObject* parent = nullptr);

    void start();

    static bool isOn(const ViewSettings& settings);
    static void setOn(ViewSettings& settings, bool on);

private:
    void look();
    void take(const ports::News& news);

    ports::NewsReader& m_reader;
    NoticeOutlet& m_outlet;
    ViewSettings& m_settings;
    QString m_key;
    Instant m_newest{}; ///< of the orders that were told; the epoch before any
    bool m_known = false;
    bool m_looked = false; ///< in this run of the program
    QSet<QString> m_told; ///< orders a little older than the newest may still come
    bool m_looking = false;
    bool m_again = false;
    QTimer m_soon;
};

/// "3 new orders", and who they are from.
Notice orderNotice(const QList<ports::News::Order>& orders);
/// "2 variants are running low".
Notice stockNotice(const QList<ports::News::Short>& fell, int count);

} // namespace belanjain::ui
