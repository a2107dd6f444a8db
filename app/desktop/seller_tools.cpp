// SPDX-License-Identifier: GPL-3.0-or-later
#include "seller_tools.h"

#include "attention/attention_page.h"
#include "common/shortcuts.h"
#include "common/theme.h"
#include "domain/shipping_deadline.h"
#include "shell/shortcuts_dialog.h"
#include "shell/sidebar.h"
#include "shell/workspace_frame.h"
#include "tray_outlet.h"

#include <QKeyEvent>
#include <QShortcut>

#include <algorithm>
#include <array>

namespace belanjain::app
{
using namespace Qt::StringLiterals;
using ui::HomeTask;
namespace
{

const QString homeKey = QStringLiteral("home");
const QString attentionKey = QStringLiteral("attention");
const QString keysKey = QStringLiteral("keys");

} // namespace

SellerTools::SellerTools(Parts parts) : m_parts(std::move(parts)) {}

SellerTools::~SellerTools() = default;

void SellerTools::addHome()
{
    m_home = new ui::HomePage(m_parts.theme, {.reader = m_parts.workspace.home(),
                                              .sync = m_parts.workspace.sync(),
                                              .clock = m_parts.clock,
                                              .thumbnails = m_parts.thumbnails});
    m_home->setPerson(m_parts.account.name);
    m_parts.frame.addPage(ui::Sidebar::Place::Pages, homeKey, ui::Icon::Home, m_home);
    connect(m_home, &ui::HomePage::taskChosen, this, &SellerTools::open);
    connect(m_home, &ui::HomePage::productChosen, this,
            [this](const ProductId& product, const QString& name) { m_ways.product(product, name); });
    connect(m_home, &ui::HomePage::newProductRequested, this, [this] { m_ways.newProduct(); });
    connect(m_home, &ui::HomePage::storeProfileRequested, this, [this] { m_parts.frame.showPage(u"store"_s); });
}

void SellerTools::addAttention()
{
    m_attention = new ui::AttentionPage(m_parts.theme, {.decisions = m_parts.workspace.decisions(),
                                                        .catalogue = &m_parts.workspace.catalogue(),
                                                        .thumbnails = m_parts.thumbnails});
    m_parts.frame.addPage(ui::Sidebar::Place::Pages, attentionKey, ui::Icon::Inbox, m_attention);
    connect(m_attention, &ui::AttentionPage::recordRequested, this, &SellerTools::openRecord);
}

void SellerTools::start(Ways ways)
{
    m_ways = std::move(ways);
    m_palette = new ui::CommandPalette(m_parts.theme, [this] { return commands(); }, &m_parts.workspace.finder(),
                                       m_parts.thumbnails, m_parts.settings, &m_parts.frame);
    connect(m_palette, &ui::CommandPalette::productChosen, this,
            [this](const ProductId& product, const QString& name) { m_ways.product(product, name); });
    connect(m_palette, &ui::CommandPalette::orderChosen, this,
            [this](const OrderId&, const QString& number) { m_ways.orders({.search = number}); });
    m_parts.frame.addShortcut(ui::Sidebar::Place::Foot, keysKey, ui::Icon::Help);
    connect(&m_parts.frame, &ui::WorkspaceFrame::shortcutChosen, this, [this](const QString& key) {
        if (key == keysKey)
            showKeys();
    });
    connect(&m_parts.frame.sidebar(), &ui::Sidebar::searchPressed, m_palette, &ui::CommandPalette::open);
    addKeys();
    m_outlet = makeNoticeOutlet(m_parts.theme, &m_parts.frame);
    connect(m_outlet, &ui::NoticeOutlet::chosen, this, [this](ui::Notice::About about) {
        if (about == ui::Notice::About::Orders)
            m_ways.orders({.status = OrderStatus::Pending});
        else
            m_ways.stock({.stock = ports::StockFilter::LowOrOut});
    });
    m_teller = std::make_unique<ui::NewsTeller>(m_parts.workspace.news(), *m_outlet, m_parts.settings,
                                                m_parts.account.storeName);
    retranslate();
    m_home->start();
    m_attention->start();
    m_teller->start();
}

/// Text fields keep Ctrl+K for themselves on X11, where it deletes to the end of the line; here it searches, wherever
/// one is. Not taken away, only not given to them: the shortcut hears it then.
bool SellerTools::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const auto* widget = qobject_cast<QWidget*>(watched);
        if (widget && key->keyCombination() == QKeyCombination(Qt::ControlModifier, Qt::Key_K)
            && (widget == &m_parts.frame || m_parts.frame.isAncestorOf(widget) || m_parts.frame.window() == widget)) {
            event->ignore();
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

void SellerTools::addKeys()
{
    QCoreApplication::instance()->installEventFilter(this);
    ui::WorkspaceFrame* frame = &m_parts.frame;
    const auto add = [frame](const QKeySequence& keys, const char* text, auto act) {
        auto* shortcut = new QShortcut(keys, frame);
        ui::stateShortcut(shortcut, text);
        QObject::connect(shortcut, &QShortcut::activated, frame, act);
    };
    add(QKeySequence(Qt::CTRL | Qt::Key_K), QT_TRANSLATE_NOOP("Shortcuts", "Search or go to a page, product or order"),
        [this] { m_palette->open(); });
    add(QKeySequence(Qt::Key_F1), QT_TRANSLATE_NOOP("Shortcuts", "Show all keyboard shortcuts"), [this] { showKeys(); });
    // In the order of the sidebar.
    static constexpr std::array pages{u"home", u"orders", u"stock", u"products", u"analytics", u"reviews", u"attention"};
    int number = 1;
    for (const char16_t* page : pages) {
        const QString key = QString::fromUtf16(page);
        if (!frame->page(key))
            continue;
        static constexpr std::array texts{QT_TRANSLATE_NOOP("Shortcuts", "Go to Home"),
                                          QT_TRANSLATE_NOOP("Shortcuts", "Go to Orders"),
                                          QT_TRANSLATE_NOOP("Shortcuts", "Go to Stock"),
                                          QT_TRANSLATE_NOOP("Shortcuts", "Go to Products"),
                                          QT_TRANSLATE_NOOP("Shortcuts", "Go to Analytics"),
                                          QT_TRANSLATE_NOOP("Shortcuts", "Go to Reviews"),
                                          QT_TRANSLATE_NOOP("Shortcuts", "Go to what needs attention")};
        const auto at = size_t(std::find(pages.begin(), pages.end(), page) - pages.begin());
        add(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_0 + number++)), texts.at(at), [frame, key] { frame->showPage(key); });
    }
}

void SellerTools::showKeys()
{
    auto* dialog = new ui::ShortcutsDialog(m_parts.theme, &m_parts.frame, m_parts.frame.page(m_parts.frame.sidebar().current()),
                                           &m_parts.frame);
    dialog->open();
}

QList<ui::PaletteCommand> SellerTools::commands() const
{
    ui::WorkspaceFrame* frame = &m_parts.frame;
    const QString page = tr("Page");
    const QString action = tr("Action");
    QList<ui::PaletteCommand> all;
    for (const auto& [key, text, icon] : frame->sidebar().items()) {
        if (frame->page(key))
            all.append({.key = u"page:"_s + key, .text = text, .group = page, .icon = icon,
                        .run = [frame, key] { frame->showPage(key); }});
    }
    const auto add = [&](const QString& key, const QString& text, ui::Icon icon, const QString& keys, const QString& words,
                         std::function<void()> run) {
        all.append({.key = u"do:"_s + key, .text = text, .group = action, .icon = icon, .keys = keys, .words = words,
                    .run = std::move(run)});
    };
    add(u"newProduct"_s, tr("New product"), ui::Icon::Plus, u"Ctrl N"_s, {}, m_ways.newProduct);
    add(u"process"_s, tr("Orders to process"), ui::Icon::DotCircle, {}, tr("new pending"),
        [this] { m_ways.orders({.status = OrderStatus::Pending}); });
    add(u"ship"_s, tr("Orders to ship"), ui::Icon::Truck, {}, tr("processing send"),
        [this] { m_ways.orders({.status = OrderStatus::Processing}); });
    add(u"late"_s, tr("Late orders"), ui::Icon::Warning, {}, {},
        [this] { m_ways.orders({.lateBefore = lateBefore(m_parts.clock.now())}); });
    add(u"low"_s, tr("Low and empty stock"), ui::Icon::Warning, {}, tr("out restock"),
        [this] { m_ways.stock({.stock = ports::StockFilter::LowOrOut}); });
    add(u"unanswered"_s, tr("Reviews without a reply"), ui::Icon::Chat, {}, {},
        [this] { m_ways.reviews({.unansweredOnly = true}); });
    add(u"sync"_s, tr("Sync now"), ui::Icon::Sync, {}, {}, [this] { m_parts.workspace.sync().syncNow(); });
    const bool offline = m_parts.workspace.sync().status().connection == ports::Connection::WorkingOffline;
    add(u"offline"_s, offline ? tr("Go online again") : tr("Work offline"), offline ? ui::Icon::Cloud : ui::Icon::Offline,
        u"Ctrl Shift O"_s, {}, [this, offline] { m_ways.workOffline(!offline); });
    const bool english = m_parts.languages.current() == Language::English;
    add(u"language"_s, tr("Language: %1").arg(ui::Languages::name(english ? Language::Indonesian : Language::English)), ui::Icon::Globe, {}, tr("language bahasa"), [this, english] {
        m_parts.languages.set(english ? Language::Indonesian : Language::English);
    });
    add(u"look"_s, m_parts.theme.isDark() ? tr("Light appearance") : tr("Dark appearance"), ui::Icon::Eye, {}, tr("theme"), [this] {
        m_parts.theme.setMode(m_parts.theme.isDark() ? ui::Theme::Mode::Light : ui::Theme::Mode::Dark);
    });
    add(u"storeMode"_s, tr("Store mode"), ui::Icon::Monitor, {}, tr("kiosk customers counter"), m_ways.storeMode);
    add(u"keys"_s, tr("Keyboard shortcuts"), ui::Icon::Help, u"F1"_s, tr("help"),
        [self = const_cast<SellerTools*>(this)] { self->showKeys(); });
    add(u"signOut"_s, tr("Sign out"), ui::Icon::SignOut, {}, {}, m_ways.signOut);
    return all;
}

void SellerTools::open(HomeTask task)
{
    switch (task) {
    case HomeTask::Decide:
        m_parts.frame.showPage(attentionKey);
        return;
    case HomeTask::Late:
        m_ways.orders({.lateBefore = lateBefore(m_parts.clock.now())});
        return;
    case HomeTask::Process:
        m_ways.orders({.status = OrderStatus::Pending, .descending = false});
        return;
    case HomeTask::Ship:
        m_ways.orders({.status = OrderStatus::Processing, .descending = false});
        return;
    case HomeTask::Restock:
        m_ways.stock({.stock = ports::StockFilter::Out});
        return;
    case HomeTask::Low:
        m_ways.stock({.stock = ports::StockFilter::Low});
        return;
    case HomeTask::Reply:
        m_ways.reviews({.unansweredOnly = true});
        return;
    }
}

void SellerTools::openRecord(const ports::Rejection& rejection)
{
    if (rejection.order)
        m_ways.orders({.search = rejection.title.section(u' ', 0, 0)});
    else if (rejection.review)
        m_ways.reviews({.search = rejection.title});
    else if (rejection.product)
        m_ways.product(*rejection.product, rejection.variant ? rejection.title.section(u',', 0, 0) : rejection.title);
    else
        m_parts.frame.showPage(u"store"_s);
}

void SellerTools::retranslate()
{
    ui::Sidebar& sidebar = m_parts.frame.sidebar();
    sidebar.setText(homeKey, tr("Home"));
    sidebar.setText(attentionKey, tr("Needs attention"));
    sidebar.setText(keysKey, tr("Keyboard shortcuts"));
    sidebar.setSearch(tr("Search or open"), u"Ctrl K"_s);
}

} // namespace belanjain::app
