// SPDX-License-Identifier: GPL-3.0-or-later
#include "attention/attention_page.h"

#include "attention/decision_panel.h"
#include "attention/decisions_list.h"
#include "common/button.h"
#include "common/choices.h"
#include "common/labels.h"
#include "common/language.h"
#include "common/link_button.h"
#include "common/messages.h"
#include "common/shortcuts.h"
#include "common/theme.h"
#include "domain/format.h"
#include "domain/violation_text.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int ListWidth = 392;
constexpr int ShownDecided = 5;
}

AttentionPage::AttentionPage(const Theme& theme, const AttentionServices& services, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_services(services)
{
    setObjectName(u"attentionPage"_s);
    layOut();
    addKeys();
    connect(&services.decisions, &ports::Decisions::listed, this, &AttentionPage::take);
    connect(&services.decisions, &ports::Decisions::decided, this, &AttentionPage::tell);
    connect(&services.decisions, &ports::Decisions::stale, &services.decisions, &ports::Decisions::read);
    connect(&services.decisions, &ports::Decisions::undone, this, [this](qint64, bool possible) {
        if (!possible)
            m_toast->showMessage(tr("The marketplace has it already. Make another change instead."), {}, {}, Icon::Warning);
    });
    connect(&services.decisions, &ports::Decisions::failed, this, [this] {
        m_problem->showMessage(Level::Out, tr("The data on this computer could not be read or written."), tr("Try again"));
        m_problem->show();
    });
    connect(m_problem, &Banner::linkActivated, this, [this] {
        m_problem->hide();
        m_services.decisions.read();
    });
    if (services.catalogue) {
        connect(services.catalogue, &ports::CatalogueReader::storeRead, this,
                [this](const StoreId&, const StoreProfile& store) {
                    const QTimeZone zone(store.timeZone.toUtf8());
                    if (!zone.isValid() || zone == m_zone)
                        return;
                    m_zone = zone;
                    m_list->show(m_open, m_zone);
                    showCurrent();
                });
    }
    retranslate();
    take({}, {});
}

AttentionPage::~AttentionPage() = default;

void AttentionPage::start()
{
    m_read = true;
    m_services.decisions.read();
}

void AttentionPage::layOut()
{
    m_title = makeLabel(m_theme, {}, TextStyle::Page, {}, this);
    m_title->setObjectName(u"pageTitle"_s);
    m_subtitle = makeLabel(m_theme, {}, TextStyle::Body, u"secondary"_s, this);
    m_allMine = new Button(m_theme, {}, this);
    m_allMine->setObjectName(u"attention.allMine"_s);
    m_allMine->setKeyCap(u"Shift M"_s);
    m_allTheirs = new Button(m_theme, {}, this);
    m_allTheirs->setObjectName(u"attention.allTheirs"_s);
    m_allTheirs->setKeyCap(u"Shift T"_s);
    m_problem = new Banner(m_theme, this);
    m_problem->hide();
    auto* headBox = new QWidget(this);
    headBox->setFixedHeight(measure::PageHeader);
    auto* head = new QHBoxLayout(headBox);
    head->setContentsMargins(measure::PageMargin, 0, measure::PageMargin, 0);
    head->setSpacing(8);
    head->addWidget(m_title);
    head->addSpacing(4);
    head->addWidget(m_subtitle);
    head->addStretch(1);
    head->addWidget(m_allMine);
    head->addWidget(m_allTheirs);
    auto* line = new QFrame(this);
    line->setObjectName(u"hline"_s);

    m_body = new QWidget(this);
    m_list = new DecisionsList(m_theme, m_body);
    m_madeBox = new QWidget(m_body);
    m_madeBox->setObjectName(u"attention.decided"_s);
    m_madeTitle = makeLabel(m_theme, {}, TextStyle::Header, u"secondary"_s, m_madeBox);
    m_madeRows = new QVBoxLayout;
    m_madeRows->setSpacing(6);
    auto* made = new QVBoxLayout(m_madeBox);
    made->setContentsMargins(20, 12, 16, 12);
    made->setSpacing(8);
    made->addWidget(m_madeTitle);
    made->addLayout(m_madeRows);
    m_foot = makeLabel(m_theme, {}, TextStyle::Secondary, u"secondary"_s, m_body);
    m_foot->setWordWrap(true);
    m_foot->setContentsMargins(20, 10, 16, 12);
    auto* footLine = new QFrame(m_body);
    footLine->setObjectName(u"hline"_s);
    auto* left = new QVBoxLayout;
    left->setContentsMargins(0, 0, 0, 0);
    left->setSpacing(0);
    left->addWidget(m_list, 1);
    left->addWidget(m_madeBox);
    left->addStretch(); // once all is decided, what was decided last stands at the top
    left->addWidget(footLine);
    left->addWidget(m_foot);
    m_left = new QWidget(m_body);
    m_left->setFixedWidth(ListWidth);
    m_left->setLayout(left);
    m_divider = new QFrame(m_body);
    m_divider->setObjectName(u"vline"_s);
    m_panel = new DecisionPanel(m_theme, m_services.thumbnails);
    m_scroll = new QScrollArea(m_body);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(m_panel);
    for (QWidget* part : {static_cast<QWidget*>(m_scroll), static_cast<QWidget*>(m_panel)}) {
        part->setBackgroundRole(QPalette::Base);
        part->setAutoFillBackground(true);
    }
    auto* body = new QHBoxLayout(m_body);
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(0);
    m_empty = new EmptyState(m_theme, Drawing::AllDone, {}, {}, m_body);
    m_empty->setObjectName(u"attentionEmpty"_s);
    body->addWidget(m_left);
    body->addWidget(m_divider);
    body->addWidget(m_scroll, 1);
    body->addWidget(m_empty, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(headBox);
    column->addWidget(line);
    column->addWidget(m_problem);
    column->addWidget(m_body, 1);
    m_toast = new Toast(m_theme, this);
    m_toast->setObjectName(u"attentionToast"_s);
    m_toast->setBottomInset(0);
    setFocusProxy(m_list);

    connect(m_list, &QListWidget::itemSelectionChanged, this, &AttentionPage::showCurrent);
    connect(m_list, &QListWidget::currentRowChanged, this, &AttentionPage::showCurrent);
    connect(m_panel, &DecisionPanel::mineChosen, this, [this] { decide(m_list->chosen(), true); });
    connect(m_panel, &DecisionPanel::theirsChosen, this, [this] { decide(m_list->chosen(), false); });
    connect(m_panel, &DecisionPanel::otherChosen, this, &AttentionPage::decideOther);
    connect(m_panel, &DecisionPanel::opened, this, [this] {
        if (const auto* shown = current())
            Q_EMIT recordRequested(shown->rejection);
    });
    connect(m_allMine, &Button::clicked, this, [this] { decide(all(), true); });
    connect(m_allTheirs, &Button::clicked, this, [this] { decide(all(), false); });
    connect(m_toast, &Toast::actionTriggered, this, &AttentionPage::undo);
}

void AttentionPage::addKeys()
{
    nameShortcutGroup(this, QT_TRANSLATE_NOOP("Shortcuts", "Needs attention"));
    const auto add = [this](const QList<QKeySequence>& keys, const char* text, auto act) {
        auto* action = new QAction(this);
        action->setShortcuts(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, act);
        addAction(action);
        stateShortcut(action, text);
    };
    add({QKeySequence(Qt::Key_M), QKeySequence(Qt::Key_1)}, QT_TRANSLATE_NOOP("Shortcuts", "Use mine"),
        [this] { decide(m_list->chosen(), true); });
    add({QKeySequence(Qt::Key_T), QKeySequence(Qt::Key_2)}, QT_TRANSLATE_NOOP("Shortcuts", "Use the marketplace's"),
        [this] { decide(m_list->chosen(), false); });
    add({QKeySequence(Qt::Key_E), QKeySequence(Qt::Key_3)}, QT_TRANSLATE_NOOP("Shortcuts", "Type something else"),
        [this] { m_panel->focusOther(); });
    add({QKeySequence(Qt::SHIFT | Qt::Key_M)}, QT_TRANSLATE_NOOP("Shortcuts", "Use mine for all"), [this] { decide(all(), true); });
    add({QKeySequence(Qt::SHIFT | Qt::Key_T)}, QT_TRANSLATE_NOOP("Shortcuts", "Use the marketplace's for all"), [this] { decide(all(), false); });
    add({QKeySequence(Qt::CTRL | Qt::Key_Z)}, QT_TRANSLATE_NOOP("Shortcuts", "Undo"), [this] { undo(); });
    add({QKeySequence(Qt::Key_O)}, QT_TRANSLATE_NOOP("Shortcuts", "Open what it is about"), [this] {
        if (const auto* shown = current())
            Q_EMIT recordRequested(shown->rejection);
    });
}

QList<qint64> AttentionPage::all() const
{
    QList<qint64> numbers;
    for (const ports::OpenDecision& one : m_open)
        numbers.append(one.rejection.number);
    return numbers;
}

const ports::OpenDecision* AttentionPage::current() const
{
    const QList<qint64> chosen = m_list->chosen();
    const qint64 wanted = chosen.isEmpty() || chosen.contains(m_list->current()) ? m_list->current() : chosen.constFirst();
    const auto found = std::find_if(m_open.cbegin(), m_open.cend(),
                                    [wanted](const ports::OpenDecision& one) { return one.rejection.number == wanted; });
    return found == m_open.cend() ? nullptr : &*found;
}

void AttentionPage::take(const QList<ports::OpenDecision>& open, const QList<ports::MadeDecision>& made)
{
    m_open = open;
    m_made = made;
    m_list->show(m_open, m_zone);
    showCurrent();
    showMade();
    const int count = int(m_open.size());
    m_subtitle->setText(count == 0   ? QString()
                        : count == 1 ? tr("1 change waits for you")
                                     : tr("%1 changes wait for you").arg(formatCount(count, uiLanguage())));
    m_allMine->setVisible(count > 1);
    m_allTheirs->setVisible(count > 1);
    // Right after the last decision the way back is still wanted; the list of them stays beside it.
    m_left->setVisible(count > 0 || !m_made.isEmpty());
    m_divider->setVisible(!m_left->isHidden());
    m_list->setVisible(count > 0);
    m_scroll->setVisible(count > 0);
    m_panel->setOthers(count > 1);
    m_empty->setVisible(m_read && count == 0);
}

void AttentionPage::showCurrent()
{
    if (const auto* shown = current())
        m_panel->show(*shown, int(std::max<qsizetype>(1, m_list->chosen().size())), m_zone);
}

void AttentionPage::showMade()
{
    while (QLayoutItem* item = m_madeRows->takeAt(0)) {
        const std::unique_ptr<QLayoutItem> gone(item);
        item->widget()->hide();
        item->widget()->deleteLater();
    }
    for (const ports::MadeDecision& one : m_made.mid(0, ShownDecided)) {
        auto* line = new QWidget(m_madeBox);
        auto* row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(12);
        auto* tick = new IconLabel(m_theme, Icon::DoneCircle, &Tokens::text2, measure::IconNormal, line);
        tick->setTint(&Tokens::done);
        auto* text = makeLabel(m_theme, decidedText(one), TextStyle::Body, {}, line);
        text->setTextFormat(Qt::PlainText);
        text->setWordWrap(true);
        auto* thing = new ElidedLabel(m_theme, one.rejection.title, TextStyle::Secondary, line);
        thing->setInk(&Tokens::text2);
        auto* words = new QVBoxLayout;
        words->setSpacing(0);
        words->addWidget(text);
        words->addWidget(thing);
        row->addWidget(tick, 0, Qt::AlignTop);
        row->addLayout(words, 1);
        if (one.undoable) {
            auto* back = new LinkButton(m_theme, tr("Undo"), line);
            back->setObjectName(u"decided.undo.%1"_s.arg(one.rejection.number));
            back->setAccessibleName(tr("Undo: %1").arg(decidedText(one)));
            connect(back, &LinkButton::clicked, this,
                    [this, number = one.rejection.number] { m_services.decisions.undo(number); });
            row->addWidget(back);
        }
        m_madeRows->addWidget(line);
        line->show(); // a child of what is in sight has no height until then
    }
    m_madeBox->setVisible(!m_made.isEmpty());
}

void AttentionPage::decide(const QList<qint64>& numbers, bool mine)
{
    if (numbers.isEmpty())
        return;
    QList<ports::Decision> decisions;
    for (const qint64 number : numbers)
        decisions.append({.number = number, .mine = mine});
    m_services.decisions.decide(decisions);
}

void AttentionPage::decideOther(const QString& text)
{
    const auto* shown = current();
    if (!shown)
        return;
    const auto args = otherArgs(*shown, text);
    if (!args) {
        m_panel->setProblem(ruleText(args.error(), uiLanguage()));
        return;
    }
    m_services.decisions.decide({{.number = shown->rejection.number, .mine = true, .args = *args}});
    m_list->setFocus(Qt::OtherFocusReason);
}

void AttentionPage::tell(const QList<qint64>& done, const QList<std::pair<qint64, Violation>>& refused)
{
    if (!done.isEmpty()) {
        m_last = done;
        m_toast->showMessage(done.size() == 1 ? tr("Decided") : tr("%1 changes decided").arg(formatCount(done.size(), uiLanguage())),
                             tr("Undo"), u"Ctrl Z"_s);
    }
    if (refused.isEmpty())
        return;
    const auto* shown = current();
    const auto ours = std::find_if(refused.cbegin(), refused.cend(), [shown](const auto& one) {
        return shown && one.first == shown->rejection.number;
    });
    const QString why = ruleText((ours == refused.cend() ? refused.constFirst() : *ours).second, uiLanguage());
    if (refused.size() == 1 && ours != refused.cend())
        m_panel->setProblem(why);
    else
        m_toast->showMessage(tr("%1 could not be made again: %2").arg(formatCount(refused.size(), uiLanguage()), why), {}, {},
                             Icon::Warning);
}

void AttentionPage::undo()
{
    for (const qint64 number : std::exchange(m_last, {}))
        m_services.decisions.undo(number);
}

void AttentionPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void AttentionPage::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.tokens().surface);
}

void AttentionPage::retranslate()
{
    m_title->setText(tr("Needs attention"));
    m_allMine->setText(tr("Mine for all"));
    m_allTheirs->setText(tr("The marketplace's for all"));
    m_madeTitle->setText(tr("Recently decided"));
    m_foot->setText(tr("Nothing is lost. What you do not choose stays in the history."));
    m_list->setAccessibleName(tr("Changes that need a decision"));
    m_empty->setTexts(tr("Nothing needs your decision"),
                      tr("When the same thing is changed in two places, you choose here which one counts."));
    take(m_open, m_made);
}

} // namespace belanjain::ui
