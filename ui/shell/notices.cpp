// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/notices.h"

#include "common/language.h"
#include "common/messages.h"
#include "common/tokens.h"
#include "common/view_settings.h"
#include "domain/format.h"

#include <QCoreApplication>
#include <QEvent>
#include <QVariant>
#include <QWidget>

#include <algorithm>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {

/// Orders are stamped before they are committed: one may show up after a newer one.
constexpr qint64 overlapMs = 2 * 60 * 1000;
/// What comes within so long of each other is told together.
constexpr int togetherMs = 400;
const QString onKey = QStringLiteral("notices/on");

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Notices)
};

} // namespace

ToastOutlet::ToastOutlet(const Theme& theme, QWidget* host)
    : NoticeOutlet(host)
    , m_host(host)
    , m_toast(new Toast(theme, host))
{
    m_toast->setObjectName(u"noticeToast"_s);
    host->installEventFilter(this);
    connect(m_toast, &Toast::actionTriggered, this, [this] { Q_EMIT chosen(m_shown.about); });
    // Later: the one that goes may be on its way to lead somewhere, or make room for the next message.
    connect(m_toast, &Toast::gone, this, &ToastOutlet::showNext, Qt::QueuedConnection);
}

void ToastOutlet::show(const Notice& notice)
{
    watchPages();
    m_waiting.removeIf([&](const Notice& one) { return one.about == notice.about; });
    m_waiting.append(notice);
    showNext();
}

bool ToastOutlet::isPageSpeaking() const
{
    const QList<Toast*> toasts = m_host->findChildren<Toast*>();
    return std::any_of(toasts.cbegin(), toasts.cend(),
                       [this](const Toast* one) { return one != m_toast && one->isVisible(); });
}

void ToastOutlet::showNext()
{
    // In a hidden window a toast is never seen to be there, and the next would take its place.
    if (m_waiting.isEmpty() || !m_host->isVisible() || m_toast->isVisible() || isPageSpeaking())
        return;
    m_shown = m_waiting.takeFirst();
    place();
    const QString text = m_shown.text.isEmpty() ? m_shown.title : u"%1: %2"_s.arg(m_shown.title, m_shown.text);
    m_toast->showMessage(text, tr("Show"), {}, Icon::Bell);
}

/// Pages come one after the other, so they are looked for at each notice.
void ToastOutlet::watchPages()
{
    for (Toast* one : m_host->findChildren<Toast*>()) {
        if (one == m_toast)
            continue;
        one->parentWidget()->removeEventFilter(this);
        one->parentWidget()->installEventFilter(this);
        connect(one, &Toast::gone, this, &ToastOutlet::showNext,
                static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::UniqueConnection));
        connect(one, &QObject::destroyed, this, &ToastOutlet::showNext,
                static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::UniqueConnection));
        connect(one, &Toast::insetChanged, this, &ToastOutlet::place, Qt::UniqueConnection);
        connect(one, &Toast::appeared, this, &ToastOutlet::giveWay, Qt::UniqueConnection);
    }
}

void ToastOutlet::giveWay()
{
    if (!m_toast->isVisible())
        return;
    m_toast->hide();
    const bool outdated = std::any_of(m_waiting.cbegin(), m_waiting.cend(),
                                      [this](const Notice& one) { return one.about == m_shown.about; });
    if (!outdated)
        m_waiting.prepend(m_shown);
}

void ToastOutlet::place()
{
    int inset = measure::StatusBar;
    for (const Toast* one : m_host->findChildren<Toast*>()) {
        const QWidget* page = one->parentWidget();
        if (one == m_toast || !page->isVisible())
            continue;
        const int foot = m_host->height() - page->mapTo(m_host, QPoint(0, page->height())).y();
        inset = std::max(inset, foot + one->bottomInset());
    }
    m_toast->setBottomInset(inset);
}

bool ToastOutlet::eventFilter(QObject* watched, QEvent* event)
{
    const auto type = event->type();
    if (watched == m_host) {
        if (type == QEvent::LanguageChange)
            m_waiting.clear(); // their sentences are in the former one
        else if (type == QEvent::Show)
            QMetaObject::invokeMethod(this, &ToastOutlet::showNext, Qt::QueuedConnection);
    } else if (type == QEvent::Show || type == QEvent::Hide || type == QEvent::Resize) {
        place();
    }
    return NoticeOutlet::eventFilter(watched, event);
}

NewsTeller::NewsTeller(ports::NewsReader& reader, NoticeOutlet& outlet, ViewSettings& settings, const QString& store,
                       QObject* parent)
    : QObject(parent)
    , m_reader(reader)
    , m_outlet(outlet)
    , m_settings(settings)
    , m_key(u"notices/told/"_s + store)
{
    const QStringList told = settings.value(m_key).toStringList();
    if (!told.isEmpty()) {
        m_newest = {told.constFirst().toLongLong()};
        m_known = true;
        m_told = QSet<QString>(told.cbegin() + 1, told.cend());
    }
    m_soon.setSingleShot(true);
    m_soon.setInterval(togetherMs);
    connect(&m_soon, &QTimer::timeout, this, &NewsTeller::look);
    connect(&reader, &ports::NewsReader::read, this, &NewsTeller::take);
    connect(&reader, &ports::NewsReader::stale, this, [this] {
        if (!m_soon.isActive())
            m_soon.start();
    });
}

void NewsTeller::start() { look(); }

void NewsTeller::look()
{
    if (m_looking) {
        m_again = true;
        return;
    }
    m_looking = true;
    m_reader.look({m_newest.ms - overlapMs});
}

void NewsTeller::take(const ports::News& news)
{
    m_looking = false;
    if (std::exchange(m_again, false))
        m_soon.start();
    if (!news.synced)
        return;
    const bool first = !m_known || news.baseline;
    QList<ports::News::Order> fresh;
    for (const ports::News::Order& order : news.orders) {
        if (!m_told.contains(order.order.toString()))
            fresh.append(order);
    }
    // What was there at the last end of the program is known by its settings; what a new copy brings is not told.
    const bool restarted = news.baseline && m_known && !m_looked;
    m_looked = true;
    if (!restarted) {
        m_known = true;
        if (news.newest)
            m_newest = {std::max(m_newest.ms, news.newest->ms)};
        // The next look begins after the beginning of this one: no others can come up again.
        m_told.clear();
        for (const ports::News::Order& order : news.orders)
            m_told.insert(order.order.toString());
        m_settings.setValue(m_key, QStringList{QString::number(m_newest.ms)} + QStringList(m_told.values()));
    }
    if (first || !isOn(m_settings))
        return;
    if (!fresh.isEmpty())
        m_outlet.show(orderNotice(fresh));
    if (news.fellCount > 0)
        m_outlet.show(stockNotice(news.fell, news.fellCount));
}

bool NewsTeller::isOn(const ViewSettings& settings)
{
    const QVariant on = settings.value(onKey);
    return !on.isValid() || on.toBool();
}

void NewsTeller::setOn(ViewSettings& settings, bool on) { settings.setValue(onKey, on); }

Notice orderNotice(const QList<ports::News::Order>& orders)
{
    Money total;
    QStringList customers;
    for (const ports::News::Order& order : orders) {
        total.rupiah += order.total.rupiah;
        if (!customers.contains(order.customer))
            customers << order.customer;
    }
    const QString who = customers.size() > 2 ? Words::tr("%1, %2 and others").arg(customers.at(0), customers.at(1))
                                             : customers.join(u", "_s);
    return {Notice::About::Orders,
            orders.size() == 1 ? Words::tr("New order") : Words::tr("%1 new orders").arg(formatCount(orders.size(), uiLanguage())),
            u"%1, %2"_s.arg(who, formatRupiah(total))};
}

Notice stockNotice(const QList<ports::News::Short>& fell, int count)
{
    if (count == 1 && fell.size() == 1) {
        const auto& one = fell.constFirst();
        return {Notice::About::Stock,
                one.available == 0 ? Words::tr("Out of stock") : Words::tr("Stock is running low"),
                one.available == 0 ? one.name
                                   : Words::tr("%1, %2 left").arg(one.name, formatCount(one.available, uiLanguage()))};
    }
    QStringList names;
    for (const auto& one : fell.mid(0, 2))
        names << one.name;
    // Names have commas of their own, as in "Kaos (Hitam, L)".
    const QString some = names.join(u"; "_s);
    const int others = count - int(names.size());
    const QString who =
        others > 0 ? Words::tr("%1; and %2 more").arg(some, formatCount(others, uiLanguage())) : some;
    return {Notice::About::Stock,
            Words::tr("%1 variants are running low or out").arg(formatCount(count, uiLanguage())), who};
}

} // namespace belanjain::ui
