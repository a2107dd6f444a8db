// SPDX-License-Identifier: GPL-3.0-or-later
#include "attention/decision_panel.h"

#include "common/button.h"
#include "common/card.h"
#include "common/fields.h"
#include "common/labels.h"
#include "common/language.h"
#include "common/link_button.h"
#include "common/table_style.h"
#include "common/theme.h"
#include "common/thumbnail_source.h"
#include "domain/format.h"
#include "inventory/category_icon.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QTimeZone>
#include <QVBoxLayout>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int TileSize = 48;
constexpr int HintWidth = 360; ///< what a message at the foot of the page leaves free
}

/// The picture of what it is about, or the drawing of its kind.
class DecisionTile : public QWidget
{
public:
    DecisionTile(const Theme& theme, ThumbnailSource* thumbnails, QWidget* parent)
        : QWidget(parent)
        , m_theme(theme)
        , m_thumbnails(thumbnails)
    {
        setFixedSize(TileSize, TileSize);
        if (thumbnails)
            connect(thumbnails, &ThumbnailSource::arrived, this, qOverload<>(&QWidget::update));
        connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    }

    void show(const QString& hash, Icon icon)
    {
        m_hash = hash;
        m_icon = icon;
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        const QPixmap photo = m_thumbnails && !m_hash.isEmpty()
                                  ? m_thumbnails->thumbnail(m_hash, TileSize, devicePixelRatioF())
                                  : QPixmap();
        paintTile(&painter, rect(), m_theme, photo, m_icon, measure::IconLarge);
    }

private:
    const Theme& m_theme;
    ThumbnailSource* m_thumbnails;
    QString m_hash;
    Icon m_icon = Icon::Box;
};

namespace {

/// The dot of a step and the line to the next.
class StepDot : public QWidget
{
public:
    StepDot(const Theme& theme, DecisionStep::Who who, bool last, QWidget* parent)
        : QWidget(parent)
        , m_theme(theme)
        , m_who(who)
        , m_last(last)
    {
        setFixedWidth(12);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        using Who = DecisionStep::Who;
        const Tokens& t = m_theme.tokens();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        if (!m_last)
            painter.fillRect(QRect(5, 14, 1, height() - 14), t.line);
        painter.setPen(QPen(m_who == Who::Here        ? t.accentText
                            : m_who == Who::Elsewhere ? t.processing.ink
                            : m_who == Who::Refused   ? t.out.ink
                                                      : t.controlBorder,
                            2));
        painter.setBrush(t.surface);
        painter.drawEllipse(QRectF(1.5, 6, 8, 8));
    }

private:
    const Theme& m_theme;
    DecisionStep::Who m_who;
    bool m_last;
};

} // namespace

DecisionPanel::DecisionPanel(const Theme& theme, ThumbnailSource* thumbnails, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_thumbnails(thumbnails)
    , m_tile(new DecisionTile(theme, thumbnails, this))
    , m_title(new ElidedLabel(theme, {}, TextStyle::Section, this))
    , m_facts(makeLabel(theme, {}, TextStyle::Body, u"secondary"_s, this))
    , m_open(new LinkButton(theme, {}, this))
    , m_explanation(makeLabel(theme, {}, TextStyle::Body, {}, this))
    , m_mine(makeSide(u"mine"_s, u"M"_s, true))
    , m_theirs(makeSide(u"theirs"_s, u"T"_s, false))
    , m_otherRow(new QWidget(this))
    , m_otherLabel(makeLabel(theme, {}, TextStyle::Body, u"secondary"_s, m_otherRow))
    , m_otherUnit(makeLabel(theme, {}, TextStyle::Body, u"secondary"_s, m_otherRow))
    , m_otherText(new QLineEdit(m_otherRow))
    , m_otherUse(new Button(theme, {}, m_otherRow))
    , m_problem(makeLabel(theme, {}, TextStyle::Secondary, u"out"_s, this))
    , m_stepsTitle(makeLabel(theme, {}, TextStyle::Bold, {}, this))
    , m_steps(new QVBoxLayout)
    , m_hint(makeLabel(theme, {}, TextStyle::Secondary, u"secondary"_s, this))
{
    setObjectName(u"decisionPanel"_s);
    m_title->setObjectName(u"decisionTitle"_s);
    m_facts->setTextFormat(Qt::PlainText);
    m_open->setObjectName(u"decisionOpen"_s);
    m_explanation->setObjectName(u"decisionExplanation"_s);
    m_explanation->setTextFormat(Qt::PlainText);
    m_explanation->setWordWrap(true);
    m_otherText->setObjectName(u"decisionOther"_s);
    m_otherText->installEventFilter(this);
    m_otherText->setMaximumWidth(280);
    m_otherUse->setObjectName(u"decisionOtherUse"_s);
    m_otherUse->setKeyCap(u"E"_s);
    m_problem->setObjectName(u"decisionProblem"_s);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_hint->setObjectName(u"decisionHint"_s);
    m_hint->setWordWrap(true);
    m_hint->setMaximumWidth(HintWidth);
    m_mine.card->setPreferred(true);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_title);
    words->addWidget(m_facts);
    auto* head = new QHBoxLayout;
    head->setSpacing(16);
    head->addWidget(m_tile);
    head->addLayout(words, 1);
    head->addWidget(m_open, 0, Qt::AlignVCenter);
    auto* sides = new QHBoxLayout;
    sides->setSpacing(16);
    sides->addWidget(m_mine.card, 1);
    sides->addWidget(m_theirs.card, 1);
    auto* other = new QHBoxLayout(m_otherRow);
    other->setContentsMargins(0, 0, 0, 0);
    other->setSpacing(12);
    other->addWidget(m_otherLabel);
    other->addWidget(m_otherUnit);
    other->addWidget(m_otherText, 1);
    other->addWidget(m_otherUse);
    other->addStretch(1);
    m_steps->setSpacing(0);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_hint, 1);
    foot->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(32, 20, 28, 20);
    column->setSpacing(16);
    column->addLayout(head);
    column->addWidget(m_explanation);
    column->addLayout(sides);
    column->addWidget(m_otherRow);
    column->addWidget(m_problem);
    column->addSpacing(4);
    column->addWidget(m_stepsTitle);
    column->addLayout(m_steps);
    column->addStretch(1);
    column->addLayout(foot);
    connect(m_open, &LinkButton::clicked, this, &DecisionPanel::opened);
    connect(m_mine.use, &Button::clicked, this, &DecisionPanel::mineChosen);
    connect(m_theirs.use, &Button::clicked, this, &DecisionPanel::theirsChosen);
    connect(m_otherUse, &Button::clicked, this, &DecisionPanel::tellOther);
    connect(m_otherText, &QLineEdit::returnPressed, this, &DecisionPanel::tellOther);
    connect(m_otherText, &QLineEdit::textEdited, this, [this] { setProblem({}); });
    retranslate();
}

DecisionPanel::Side DecisionPanel::makeSide(const QString& name, const QString& key, bool primary)
{
    Side side;
    side.card = new Card(m_theme, this);
    side.card->setObjectName(u"decision."_s + name);
    side.card->column()->setContentsMargins(16, 14, 16, 16);
    side.title = makeLabel(m_theme, {}, TextStyle::Bold, {}, side.card);
    side.value = makeLabel(m_theme, {}, TextStyle::Figure, {}, side.card);
    side.value->setObjectName(u"decision."_s + name + u".value"_s);
    side.note = makeLabel(m_theme, {}, TextStyle::Body, u"secondary"_s, side.card);
    for (QLabel* label : {side.value, side.note}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    side.use = new Button(m_theme, {}, side.card);
    side.use->setObjectName(u"decision."_s + name + u".use"_s);
    side.use->setKeyCap(key);
    if (primary)
        side.use->setKind(Button::Kind::Primary);
    side.card->column()->addWidget(side.title);
    side.card->column()->addWidget(side.value);
    side.card->column()->addWidget(side.note);
    side.card->column()->addStretch(1);
    side.card->column()->addSpacing(8);
    side.card->column()->addWidget(side.use);
    return side;
}

void DecisionPanel::fillSide(const Side& side, const DecisionSide& texts, const QString& bulk)
{
    constexpr qsizetype figure = 16; ///< longer texts are set smaller
    side.value->setFont(m_theme.font(texts.value.size() <= figure ? TextStyle::Figure : TextStyle::Section));
    side.value->setText(texts.value);
    side.note->setText(texts.note);
    side.note->setVisible(!texts.note.isEmpty());
    side.use->setText(bulk.isEmpty() ? texts.action : bulk);
}

void DecisionPanel::show(const ports::OpenDecision& decision, int chosen, const QTimeZone& zone)
{
    const bool another = m_shown != decision.rejection.number;
    m_shown = decision.rejection.number;
    m_decision = decision;
    const DecisionStory story = tellDecision(decision);
    const ports::Rejection& r = decision.rejection;
    m_tile->show(decision.imageHash, r.order    ? Icon::Orders
                                     : r.review ? Icon::Star
                                     : r.product || r.variant ? categoryIcon(decision.category)
                                                              : Icon::Shop);
    m_title->setText(story.thing.isEmpty() ? story.kind : story.thing);
    QStringList facts{story.kind};
    if (!decision.sku.isEmpty())
        facts << tr("SKU %1").arg(decision.sku);
    if (decision.onHand)
        facts << tr("%1 on hand, %2 ordered")
                     .arg(formatCount(*decision.onHand, uiLanguage()), formatCount(decision.reserved, uiLanguage()));
    m_facts->setText(facts.join(u" · "_s));
    m_open->setText(r.order     ? tr("Open order")
                    : r.review  ? tr("Open review")
                    : r.product ? tr("Open product")
                                : tr("Open store"));
    m_explanation->setText(story.explanation);
    const QString many = formatCount(chosen, uiLanguage());
    fillSide(m_mine, story.mine, chosen > 1 ? tr("Mine for %1").arg(many) : QString());
    fillSide(m_theirs, story.theirs, chosen > 1 ? tr("The marketplace's for %1").arg(many) : QString());
    m_otherRow->setVisible(story.other && chosen <= 1);
    if (story.other) {
        m_otherLabel->setText(story.other->label);
        m_otherText->setAccessibleName(story.other->label);
        m_otherUnit->setText(story.other->unit);
        m_otherUnit->setVisible(!story.other->unit.isEmpty());
        m_otherText->setPlaceholderText(story.other->example.isEmpty() ? QString() : tr("e.g. %1").arg(story.other->example));
        m_otherText->setAlignment(story.other->number ? Qt::AlignRight : Qt::AlignLeft);
        if (another)
            m_otherText->setText(story.other->text);
    }
    if (another)
        setProblem({});
    fillSteps(zone);
}

void DecisionPanel::fillSteps(const QTimeZone& zone)
{
    while (QLayoutItem* item = m_steps->takeAt(0)) {
        const std::unique_ptr<QLayoutItem> gone(item);
        item->widget()->hide();
        item->widget()->deleteLater();
    }
    const QList<DecisionStep> steps = stepsOf(m_decision);
    for (const DecisionStep& step : steps) {
        auto* line = new QWidget(this);
        auto* row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(12);
        auto* when = makeLabel(m_theme, formatDateTime(step.at, zone, uiLanguage()), TextStyle::Body, u"secondary"_s, line);
        when->setFixedWidth(132);
        row->addWidget(when, 0, Qt::AlignTop);
        row->addWidget(new StepDot(m_theme, step.who, &step == &steps.constLast(), line));
        auto* words = new QVBoxLayout;
        words->setContentsMargins(0, 0, 0, 10);
        words->setSpacing(0);
        auto* text = makeLabel(m_theme, step.text, TextStyle::Body, {}, line);
        auto* note = makeLabel(m_theme, step.note, TextStyle::Secondary, u"secondary"_s, line);
        for (QLabel* label : {text, note}) {
            label->setTextFormat(Qt::PlainText);
            label->setWordWrap(true);
            words->addWidget(label);
        }
        note->setVisible(!step.note.isEmpty());
        row->addLayout(words, 1);
        m_steps->addWidget(line);
    }
}

void DecisionPanel::setProblem(const QString& text)
{
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
    setInvalid(m_otherText, !text.isEmpty() && m_otherRow->isVisibleTo(this));
}

void DecisionPanel::setOthers(bool others) { m_hint->setVisible(others); }

bool DecisionPanel::focusOther()
{
    if (m_otherRow->isHidden())
        return false;
    m_otherText->setFocus(Qt::ShortcutFocusReason);
    m_otherText->selectAll();
    return true;
}

void DecisionPanel::tellOther()
{
    if (m_otherText->text().trimmed().isEmpty()) {
        focusOther();
        return;
    }
    Q_EMIT otherChosen(m_otherText->text());
}

bool DecisionPanel::eventFilter(QObject* watched, QEvent* event)
{
    // One-letter shortcuts of the page are letters here.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (!(key->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)))
            event->accept();
    }
    return QWidget::eventFilter(watched, event);
}

void DecisionPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void DecisionPanel::retranslate()
{
    m_mine.title->setText(tr("Mine"));
    m_theirs.title->setText(tr("From the marketplace"));
    m_otherUse->setText(tr("Use it"));
    m_stepsTitle->setText(tr("What happened"));
    m_hint->setText(tr("Arrow up and down go to another change. When you have chosen, the next one opens."));
}

} // namespace belanjain::ui
