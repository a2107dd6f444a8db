// SPDX-License-Identifier: GPL-3.0-or-later
#include "attention/decisions_list.h"

#include "attention/decision_words.h"
#include "common/language.h"
#include "common/paint.h"
#include "common/theme.h"
#include "domain/format.h"

#include <QPainter>
#include <QSet>
#include <QStyledItemDelegate>
#include <QTimeZone>

#include <algorithm>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {

enum Role { Number = Qt::UserRole, Kind, Thing, Summary, When, Clash };

constexpr int Height = 80;
constexpr int Tile = 32;
constexpr int Left = 20;

class Delegate : public QStyledItemDelegate
{
public:
    Delegate(const Theme& theme, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {}

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {280, Height}; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Tokens& t = m_theme.tokens();
        const QRect r = option.rect;
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->fillRect(r, selected                                          ? t.selection
                             : option.state.testFlag(QStyle::State_MouseOver) ? t.hover
                                                                               : t.surface);
        painter->fillRect(QRect(r.left(), r.bottom(), r.width(), 1), selected ? t.selectionLine : t.rowLine);
        if (selected)
            painter->fillRect(QRect(r.left(), r.top(), measure::StateBar, r.height()), t.accent);
        const bool clash = index.data(Clash).toBool();
        const Tint tint = clash ? t.processing : t.rejected;
        const QRect tile(r.left() + Left, r.top() + 12, Tile, Tile);
        painter->setPen(Qt::NoPen);
        painter->setBrush(tint.fill);
        painter->drawRoundedRect(tile, measure::RadiusControl, measure::RadiusControl);
        m_theme.paintIcon(painter, tile, clash ? Icon::Swap : Icon::Octagon, tint.ink);
        const QString when = index.data(When).toString();
        painter->setFont(m_theme.font(TextStyle::Secondary));
        painter->setPen(t.text2);
        const int right = r.right() - 16;
        painter->drawText(QRect(r.left(), r.top() + 12, right - r.left(), 18), Qt::AlignRight | Qt::AlignVCenter, when);
        const int whenWidth = painter->fontMetrics().horizontalAdvance(when) + 12;
        const int x = tile.right() + 12;
        const auto line = [&](int y, int role, TextStyle style, const QColor& ink, int room) {
            painter->setFont(m_theme.font(style));
            painter->setPen(ink);
            painter->drawText(QRect(x, r.top() + y, room, 18), Qt::AlignVCenter,
                              elideAtWord(index.data(role).toString(), QFontMetricsF(painter->font()), room));
        };
        line(12, Kind, TextStyle::Bold, t.text, right - x - whenWidth);
        line(31, Thing, TextStyle::Body, t.text, right - x);
        line(50, Summary, TextStyle::Secondary, t.text2, right - x);
        // The only selected row is where the keyboard is; of several, or beside them, it has to be shown.
        const auto* view = qobject_cast<const QListView*>(option.widget);
        const bool several = view && view->selectionModel()->selectedIndexes().size() > 1;
        if (option.state.testFlag(QStyle::State_HasFocus) && (several || !selected))
            paintInnerFocus(painter, r.adjusted(0, 0, 0, -1), m_theme);
        painter->restore();
    }

private:
    const Theme& m_theme;
};

} // namespace

DecisionsList::DecisionsList(const Theme& theme, QWidget* parent)
    : QListWidget(parent)
{
    setObjectName(u"decisionsList"_s);
    setSelectionMode(ExtendedSelection);
    setItemDelegate(new Delegate(theme, this));
    setUniformItemSizes(true);
    setMouseTracking(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

void DecisionsList::show(const QList<ports::OpenDecision>& open, const QTimeZone& zone)
{
    QSet<qint64> marked;
    for (const qint64 number : chosen())
        marked.insert(number);
    const qint64 before = current();
    const int row = std::max(0, currentRow());
    const QSignalBlocker quiet(this);
    clear();
    int again = -1;
    for (const ports::OpenDecision& one : open) {
        const DecisionStory story = tellDecision(one);
        auto* item = new QListWidgetItem(this);
        item->setData(Number, one.rejection.number);
        item->setData(Kind, story.kind);
        item->setData(Thing, story.thing);
        item->setData(Summary, story.summary);
        item->setData(Clash, story.clash);
        item->setData(When, formatTime(one.rejection.refusedAt, zone, uiLanguage()));
        item->setData(Qt::AccessibleTextRole, QStringList{story.kind, story.thing, story.summary}.join(u". "_s));
        if (one.rejection.number == before)
            again = count() - 1;
    }
    if (count() == 0)
        return;
    setCurrentRow(again >= 0 ? again : std::min(row, count() - 1), QItemSelectionModel::ClearAndSelect);
    for (int i = 0; again >= 0 && i < count(); ++i)
        item(i)->setSelected(i == again || marked.contains(item(i)->data(Number).toLongLong()));
}

QList<qint64> DecisionsList::chosen() const
{
    QList<qint64> numbers;
    for (int i = 0; i < count(); ++i) {
        if (item(i)->isSelected())
            numbers.append(item(i)->data(Number).toLongLong());
    }
    return numbers;
}

qint64 DecisionsList::current() const { return currentItem() ? currentItem()->data(Number).toLongLong() : 0; }

} // namespace belanjain::ui
