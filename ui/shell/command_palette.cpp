// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/command_palette.h"

#include "common/card.h"
#include "common/focus_ring.h"
#include "common/labels.h"
#include "common/language.h"
#include "common/paint.h"
#include "common/table_style.h"
#include "common/theme.h"
#include "common/thumbnail_source.h"
#include "common/view_settings.h"
#include "domain/format.h"
#include "domain/search_text.h"
#include "domain/violation_text.h"
#include "shell/fuzzy.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMouseEvent>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int Width = 640;
constexpr int FromTop = 72;
constexpr int RowHeight = 40;
constexpr int ShownRows = 10;
constexpr int RestMilliseconds = 60;
constexpr int KeptRecent = 12;
constexpr int MostRecent = 5;
constexpr int RecentBonus = 10;
constexpr int DetailGap = 10;
constexpr int LeastName = 160;
constexpr int GlassRoom = 24;
const QString recentKey = QStringLiteral("palette/recent");

enum Role { Detail = Qt::UserRole, Right, Keys, Hash, Glyph };

class Delegate : public QStyledItemDelegate
{
public:
    Delegate(const Theme& theme, ThumbnailSource* thumbnails, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
        , m_thumbnails(thumbnails)
    {}

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {Width - 32, RowHeight}; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Tokens& t = m_theme.tokens();
        const QRect r = option.rect.adjusted(8, 0, -8, 0);
        const bool current = option.state.testFlag(QStyle::State_Selected);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (current || option.state.testFlag(QStyle::State_MouseOver)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(current ? t.selection : t.hover);
            painter->drawRoundedRect(r.adjusted(0, 1, 0, -1), measure::RadiusControl, measure::RadiusControl);
        }
        const QString hash = index.data(Hash).toString();
        const auto icon = Icon(index.data(Glyph).toInt());
        const QRect tile(r.left() + 8, r.top() + (r.height() - measure::Thumbnail) / 2, measure::Thumbnail,
                         measure::Thumbnail);
        const QPixmap photo = m_thumbnails && !hash.isEmpty()
                                  ? m_thumbnails->thumbnail(hash, measure::Thumbnail, painter->device()->devicePixelRatioF())
                                  : QPixmap();
        if (photo.isNull())
            m_theme.paintIcon(painter, tile, icon, current ? t.accentText : t.text2, measure::IconNormal + 2);
        else
            paintTile(painter, tile, m_theme, photo, icon, measure::IconNormal);
        int right = r.right() - 10;
        if (const QString keys = index.data(Keys).toString(); !keys.isEmpty()) {
            paintKeyCap(painter, QRect(r.left(), r.top(), right - r.left(), r.height()), keys, m_theme);
            right -= keyCapSize(keys, m_theme).width() + 8;
        }
        painter->setFont(m_theme.font(TextStyle::Secondary));
        painter->setPen(t.text2);
        const QString quiet = index.data(Right).toString();
        painter->drawText(QRect(r.left(), r.top(), right - r.left(), r.height()), Qt::AlignRight | Qt::AlignVCenter, quiet);
        right -= painter->fontMetrics().horizontalAdvance(quiet) + 16;
        const int x = tile.right() + 12;
        // A name is still known when it is cut, a SKU is not.
        const QString detail = index.data(Detail).toString();
        const int detailRoom = detail.isEmpty() ? 0 : painter->fontMetrics().horizontalAdvance(detail) + DetailGap;
        const int nameRoom = std::max(right - x - detailRoom, std::min(right - x, LeastName));
        painter->setFont(m_theme.font(TextStyle::Strong));
        painter->setPen(t.text);
        const QString text = elideAtWord(index.data(Qt::DisplayRole).toString(), QFontMetricsF(painter->font()), nameRoom);
        painter->drawText(QRect(x, r.top(), right - x, r.height()), Qt::AlignVCenter, text);
        const int after = x + painter->fontMetrics().horizontalAdvance(text) + DetailGap;
        painter->setFont(m_theme.font(TextStyle::Secondary));
        painter->setPen(t.text2);
        if (right - after > 40)
            painter->drawText(QRect(after, r.top(), right - after + 2, r.height()), Qt::AlignVCenter,
                              elideAtWord(detail, QFontMetricsF(painter->font()), right - after + 1));
        painter->restore();
    }

private:
    const Theme& m_theme;
    ThumbnailSource* m_thumbnails;
};

} // namespace

CommandPalette::CommandPalette(const Theme& theme, Commands commands, ports::Finder* finder,
                               ThumbnailSource* thumbnails, ViewSettings& settings, QWidget* host)
    : QWidget(host)
    , m_theme(theme)
    , m_makeCommands(std::move(commands))
    , m_finder(finder)
    , m_thumbnails(thumbnails)
    , m_settings(settings)
{
    setObjectName(u"commandPalette"_s);
    auto* card = new Card(theme, this);
    m_card = card;
    card->column()->setContentsMargins(0, 8, 0, 10);
    card->column()->setSpacing(6);
    m_field = new QLineEdit(card);
    m_field->setObjectName(u"paletteField"_s);
    m_field->setProperty(FocusRing::OwnFocus, true);
    m_field->setFixedHeight(measure::ControlLarge);
    m_field->setFont(theme.font(TextStyle::Section, 400));
    m_field->installEventFilter(this);
    m_field->setTextMargins(GlassRoom, 0, 0, 0);
    auto* glass = new IconLabel(theme, Icon::Search, &Tokens::text2, measure::IconNormal, m_field);
    glass->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto* inField = new QHBoxLayout(m_field);
    inField->setContentsMargins(11, 0, 0, 0);
    inField->addWidget(glass);
    inField->addStretch();
    m_list = new QListWidget(card);
    m_list->setObjectName(u"paletteList"_s);
    m_list->setItemDelegate(new Delegate(theme, thumbnails, this));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_nothing = makeLabel(theme, {}, TextStyle::Body, u"secondary"_s, card);
    m_nothing->setObjectName(u"paletteNothing"_s);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setFixedHeight(RowHeight * 2);
    m_hint = makeLabel(theme, {}, TextStyle::Secondary, u"secondary"_s, card);
    m_hint->setContentsMargins(18, 0, 18, 0);
    auto* fieldBox = new QVBoxLayout;
    fieldBox->setContentsMargins(10, 2, 10, 0);
    fieldBox->addWidget(m_field);
    card->column()->addLayout(fieldBox);
    card->column()->addWidget(m_list);
    card->column()->addWidget(m_nothing);
    card->column()->addWidget(m_hint);
    m_rest.setSingleShot(true);
    m_rest.setInterval(RestMilliseconds);
    connect(&m_rest, &QTimer::timeout, this, [this] {
        if (m_finder && m_text.trimmed().size() >= 2)
            m_finder->find(++m_ticket, m_text);
    });
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::search);
    connect(m_list, &QListWidget::itemClicked, this, [this](QListWidgetItem* item) { choose(m_list->row(item)); });
    connect(m_list, &QListWidget::currentRowChanged, this, &CommandPalette::describe);
    if (finder) {
        connect(finder, &ports::Finder::found, this, [this](quint64 ticket, const ports::Findings& findings) {
            if (ticket != m_ticket || !isVisible())
                return;
            m_answered = ticket;
            m_found = findings;
            showEntries();
        });
        connect(finder, &ports::Finder::failed, this, [this](quint64 ticket, const QString&) {
            m_answered = std::max(m_answered, ticket);
            showEntries();
        });
    }
    if (thumbnails)
        connect(thumbnails, &ThumbnailSource::arrived, m_list->viewport(), qOverload<>(&QWidget::update));
    host->installEventFilter(this);
    retranslate();
    hide();
}

CommandPalette::~CommandPalette() = default;

void CommandPalette::open()
{
    if (!isVisible())
        m_before = window()->focusWidget();
    m_commands = m_makeCommands();
    m_found = {};
    ++m_ticket;
    m_answered = m_ticket;
    m_field->clear();
    m_text.clear();
    showEntries();
    place();
    show();
    raise();
    m_field->setFocus(Qt::ShortcutFocusReason);
}

void CommandPalette::close()
{
    if (!isVisible())
        return;
    ++m_ticket;
    hide();
    if (m_before)
        m_before->setFocus(Qt::OtherFocusReason);
}

void CommandPalette::search(const QString& text)
{
    m_text = text;
    m_found = {}; // of other words
    ++m_ticket;
    m_answered = text.trimmed().size() >= 2 && m_finder ? m_answered : m_ticket;
    m_rest.start();
    showEntries();
}

CommandPalette::Entry CommandPalette::entryOf(const PaletteCommand& command) const
{
    return {.kind = Entry::Kind::Command,
            .key = command.key,
            .text = command.text,
            .right = command.group,
            .keys = command.keys,
            .icon = command.icon,
            .run = command.run};
}

CommandPalette::Entry CommandPalette::entryOf(const ports::FoundProduct& product)
{
    const QString available = tr("%1 available").arg(formatCount(product.available, uiLanguage()));
    return {.kind = Entry::Kind::Product,
            .key = u"product:%1"_s.arg(product.product.toString()),
            .text = product.name,
            .detail = product.sku.isEmpty() ? available : u"%1 · %2"_s.arg(product.sku, available),
            .right = tr("Product"),
            .hash = product.imageHash,
            .icon = Icon::Tag,
            .run = [this, product] { Q_EMIT productChosen(product.product, product.name); }};
}

CommandPalette::Entry CommandPalette::entryOf(const ports::FoundOrder& order)
{
    const QString number = order.number.startsWith(u'#') ? order.number : u'#' + order.number;
    return {.kind = Entry::Kind::Order,
            .key = u"order:%1"_s.arg(order.order.toString()),
            .text = u"%1 %2"_s.arg(number, order.customer),
            .detail = u"%1 · %2"_s.arg(statusText(order.status, uiLanguage()), formatRupiah(order.total)),
            .right = tr("Order"),
            .icon = Icon::Orders,
            .run = [this, order] { Q_EMIT orderChosen(order.order, order.number); }};
}

/// What was used lately, as "key\ttext\tnumber or name": records are not looked up again to be shown.
QList<CommandPalette::Entry> CommandPalette::recentEntries() const
{
    QList<Entry> entries;
    const QStringList recent = m_settings.value(recentKey).toStringList();
    for (const QString& line : recent) {
        const QStringList parts = line.split(u'\t');
        const QString key = parts.value(0);
        auto* self = const_cast<CommandPalette*>(this);
        if (const auto product = ProductId::parse(key.section(u':', 1)); key.startsWith(u"product:") && product) {
            entries.append({.kind = Entry::Kind::Product, .key = key, .text = parts.value(1), .right = tr("Product"),
                            .icon = Icon::Tag,
                            .run = [self, id = *product, name = parts.value(1)] { Q_EMIT self->productChosen(id, name); }});
        } else if (const auto order = OrderId::parse(key.section(u':', 1)); key.startsWith(u"order:") && order) {
            const QString number = parts.value(1).section(u' ', 0, 0);
            entries.append({.kind = Entry::Kind::Order, .key = key, .text = parts.value(1), .right = tr("Order"),
                            .icon = Icon::Orders, .run = [self, id = *order, number] { Q_EMIT self->orderChosen(id, number); }});
        } else {
            const auto command = std::find_if(m_commands.cbegin(), m_commands.cend(),
                                              [&](const PaletteCommand& one) { return one.key == key; });
            if (command != m_commands.cend())
                entries.append(entryOf(*command));
        }
        if (entries.size() == MostRecent)
            break;
    }
    return entries;
}

QList<CommandPalette::Entry> CommandPalette::commandEntries(const QString& text) const
{
    QStringList recent = m_settings.value(recentKey).toStringList();
    for (QString& line : recent)
        line = line.section(u'\t', 0, 0);
    struct Hit
    {
        Entry entry;
        int score;
        FuzzyFit fit;
    };
    QList<Hit> hits;
    for (const PaletteCommand& command : m_commands) {
        auto score = fuzzyScore(text, command.text);
        if (const auto other = fuzzyScore(text, command.words); other && !command.words.isEmpty())
            score = std::max(score.value_or(0), *other / 2);
        if (!score)
            continue;
        const FuzzyFit fit = std::max(fuzzyFit(text, command.text), fuzzyFit(text, command.words));
        hits.append({entryOf(command), *score + (recent.contains(command.key) ? RecentBonus : 0), fit});
        hits.last().entry.scattered = fit == FuzzyFit::Scattered;
    }
    if (!text.trimmed().isEmpty())
        std::stable_sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) {
            return a.fit != b.fit ? a.fit > b.fit : a.score > b.score;
        });
    QList<Entry> entries;
    for (const Hit& hit : std::as_const(hits))
        entries.append(hit.entry);
    return entries;
}

void CommandPalette::showEntries()
{
    const QString text = m_text.trimmed();
    m_entries = text.isEmpty() ? recentEntries() : QList<Entry>();
    for (const Entry& entry : commandEntries(text)) {
        const bool there = std::any_of(m_entries.cbegin(), m_entries.cend(),
                                       [&](const Entry& one) { return one.key == entry.key; });
        if (!there)
            m_entries.append(entry);
    }
    // Letters scattered over a command's words are worth less than a record that has the words.
    constexpr qsizetype commandsBeside = 5;
    QList<Entry> scattered;
    if (!m_found.products.isEmpty() || !m_found.orders.isEmpty()) {
        m_entries = m_entries.mid(0, commandsBeside);
        const auto first = std::stable_partition(m_entries.begin(), m_entries.end(),
                                                 [](const Entry& entry) { return !entry.scattered; });
        scattered = QList<Entry>(first, m_entries.end());
        m_entries.erase(first, m_entries.end());
    }
    // An order is meant by its number or its customer; one that only has a product of that name comes after them.
    const auto isMeant = [words = searchWords(text)](const ports::FoundOrder& order) {
        const QString said = u' ' + foldForSearch(order.number + u' ' + order.customer);
        return std::all_of(words.cbegin(), words.cend(), [&](const QString& word) { return said.contains(word); });
    };
    const auto other = std::stable_partition(m_found.orders.begin(), m_found.orders.end(), isMeant);
    for (auto order = m_found.orders.begin(); order != other; ++order)
        m_entries.append(entryOf(*order));
    for (const ports::FoundProduct& product : std::as_const(m_found.products))
        m_entries.append(entryOf(product));
    for (auto order = other; order != m_found.orders.end(); ++order)
        m_entries.append(entryOf(*order));
    m_entries += scattered;

    const QString before = m_list->currentItem() ? m_list->currentItem()->data(Qt::WhatsThisRole).toString() : QString();
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    int row = 0;
    for (const Entry& entry : std::as_const(m_entries)) {
        auto* item = new QListWidgetItem(entry.text, m_list);
        item->setData(Detail, entry.detail);
        item->setData(Right, entry.right);
        item->setData(Keys, entry.keys);
        item->setData(Hash, entry.hash);
        item->setData(Glyph, int(entry.icon));
        item->setData(Qt::WhatsThisRole, entry.key);
        item->setData(Qt::AccessibleTextRole, QStringList{entry.text, entry.detail, entry.right}.join(u", "_s));
        if (entry.key == before && !text.isEmpty())
            row = m_list->count() - 1;
    }
    // What was typed for stays the choice only where the arrows had gone to it.
    m_list->setCurrentRow(m_moved ? row : 0);
    const bool nothing = m_entries.isEmpty();
    m_nothing->setText(m_answered == m_ticket ? tr("Nothing found for “%1”").arg(text) : tr("Looking…"));
    m_nothing->setVisible(nothing);
    m_list->setVisible(!nothing);
    m_list->setFixedHeight(RowHeight * int(std::min<qsizetype>(ShownRows, m_entries.size())) + 2);
    describe();
    place();
}

void CommandPalette::choose(int row)
{
    if (row < 0 || row >= m_entries.size())
        return;
    const Entry entry = m_entries.at(row);
    remember(entry);
    close();
    if (entry.run)
        entry.run();
}

void CommandPalette::remember(const Entry& entry)
{
    QStringList recent = m_settings.value(recentKey).toStringList();
    recent.removeIf([&](const QString& line) { return line.section(u'\t', 0, 0) == entry.key; });
    QString text = entry.text;
    text.replace(u'\t', u' ');
    recent.prepend(entry.kind == Entry::Kind::Command ? entry.key : entry.key + u'\t' + text);
    m_settings.setValue(recentKey, QStringList(recent.mid(0, KeptRecent)));
}

void CommandPalette::describe()
{
    m_field->setAccessibleDescription(m_list->currentItem()
                                          ? m_list->currentItem()->data(Qt::AccessibleTextRole).toString()
                                          : m_nothing->text());
}

void CommandPalette::place()
{
    const QWidget* host = parentWidget();
    setGeometry(host->rect());
    const int width = std::min(Width, host->width() - 48);
    m_card->setFixedWidth(width);
    m_card->adjustSize();
    m_card->move((host->width() - width) / 2, std::min(FromTop, std::max(8, host->height() / 10)));
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget()) {
        if (event->type() == QEvent::Resize && isVisible())
            place();
        return QWidget::eventFilter(watched, event);
    }
    if (event->type() == QEvent::FocusOut) {
        // Another window may take the focus and give it back; a person who goes to another widget of this one closes
        // the palette. A page that takes the focus by itself, because it has only now been read, has it afterwards.
        const auto reason = static_cast<QFocusEvent*>(event)->reason();
        const bool byItself = reason == Qt::OtherFocusReason || reason == Qt::NoFocusReason;
        QMetaObject::invokeMethod(this, [this, byItself] {
            QWidget* now = window()->focusWidget();
            if (!isVisible() || !now || isAncestorOf(now))
                return;
            m_before = byItself ? now : nullptr;
            if (byItself)
                m_field->setFocus(Qt::OtherFocusReason);
            else
                close();
        }, Qt::QueuedConnection);
    }
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const int last = m_list->count() - 1;
    const auto move = [&](int to) {
        m_moved = true;
        m_list->setCurrentRow(std::clamp(to, 0, std::max(0, last)));
    };
    m_moved = false;
    switch (key->key()) {
    case Qt::Key_Escape:
        close();
        return true;
    case Qt::Key_Down:
        move(m_list->currentRow() == last ? 0 : m_list->currentRow() + 1);
        return true;
    case Qt::Key_Up:
        move(m_list->currentRow() == 0 ? last : m_list->currentRow() - 1);
        return true;
    case Qt::Key_PageDown:
        move(m_list->currentRow() + ShownRows);
        return true;
    case Qt::Key_PageUp:
        move(m_list->currentRow() - ShownRows);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose(m_list->currentRow());
        return true;
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        return true; // there is nowhere else to go
    default:
        return QWidget::eventFilter(watched, event);
    }
}

void CommandPalette::mousePressEvent(QMouseEvent* event)
{
    if (!m_card->geometry().contains(event->pos()))
        close();
}

void CommandPalette::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    QColor veil = m_theme.tokens().inverse;
    veil = m_theme.isDark() ? m_theme.tokens().window : veil;
    veil.setAlphaF(m_theme.isDark() ? 0.6F : 0.25F);
    painter.fillRect(rect(), veil);
}

void CommandPalette::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CommandPalette::retranslate()
{
    setAccessibleName(tr("Search or go to"));
    m_field->setPlaceholderText(tr("A page, an action, a product or an order"));
    m_field->setAccessibleName(tr("Search or go to"));
    m_list->setAccessibleName(tr("What was found"));
    m_hint->setText(tr("Enter opens, arrows choose, Esc closes"));
}

} // namespace belanjain::ui
