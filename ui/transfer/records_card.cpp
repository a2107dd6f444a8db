// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/records_card.h"

#include "common/button.h"
#include "common/labels.h"
#include "common/language.h"
#include "common/theme.h"
#include "domain/format.h"
#include "transfer/card_parts.h"
#include "transfer/transfer_words.h"

#include <QAbstractButton>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace belanjain::ui {

using namespace Qt::StringLiterals;
using ports::ImportState;

namespace {

constexpr int shownRecords = 8;
constexpr int shownTroubles = 3;

QString undoQuestion(const ports::ImportRecord& record)
{
    const int count = record.done + record.refused;
    const QString number = formatCount(count, uiLanguage());
    if (record.changes == 0)
        return count == 1 ? RecordsCard::tr("Undo the import of 1 product?")
                          : RecordsCard::tr("Undo the import of %1 products?").arg(number);
    if (record.products == 0)
        return count == 1 ? RecordsCard::tr("Undo 1 imported change?")
                          : RecordsCard::tr("Undo %1 imported changes?").arg(number);
    return count == 1 ? RecordsCard::tr("Undo the 1 new product or change of this import?")
                      : RecordsCard::tr("Undo the %1 new products and changes of this import?").arg(number);
}

} // namespace

QString troublesText(const ports::ImportRecord& record)
{
    QStringList lines;
    for (const ports::ImportTrouble& trouble : record.troubles.mid(0, shownTroubles))
        lines << troubleText(trouble);
    const qsizetype more = record.refused + record.left - lines.size();
    if (more > 0)
        lines << RecordsCard::tr("… and %1 more").arg(formatCount(more, uiLanguage()));
    return lines.join(u'\n');
}

RecordsCard::RecordsCard(const Theme& theme, ports::Importer& importer, const ports::Clock& clock, QWidget* parent)
    : Card(theme, parent)
    , m_theme(theme)
    , m_importer(importer)
    , m_clock(clock)
    , m_title(makeLabel(theme, {}, TextStyle::Section, {}, this))
{
    setObjectName(u"importRecords"_s);
    padCard(*this);
    column()->addWidget(m_title);
    rebuild();
}

void RecordsCard::setRecords(const QList<ports::ImportRecord>& records)
{
    m_records = records;
    rebuild();
}

void RecordsCard::takeRecord(const ports::ImportRecord& record)
{
    const auto same = std::find_if(m_records.begin(), m_records.end(),
                                   [&record](const auto& one) { return one.number == record.number; });
    if (same == m_records.end())
        m_records.prepend(record);
    else
        *same = record;
    rebuild();
}

void RecordsCard::rebuild()
{
    m_title->setText(tr("Earlier imports"));
    setVisible(!m_records.isEmpty());
    const bool focused = m_rows && m_rows->isAncestorOf(window()->focusWidget());
    if (m_rows) {
        m_rows->hide();
        m_rows->setParent(nullptr);
        m_rows->deleteLater(); // a button of it may be what is being handled
    }
    m_rows = new QWidget(this);
    auto* rows = new QVBoxLayout(m_rows);
    rows->setContentsMargins(0, 4, 0, 0);
    rows->setSpacing(4);
    for (const ports::ImportRecord& record : m_records.mid(0, shownRecords))
        rows->addWidget(makeRow(record));
    column()->addWidget(m_rows);
    if (!focused)
        return;
    // The button that had the focus is gone: it goes to the answer that is asked for, else to the first button
    // here, or to what the page is for.
    QWidget* next = m_rows->findChild<QAbstractButton*>(u"importTakeBack%1"_s.arg(m_asking));
    if (!next)
        next = m_rows->findChild<QAbstractButton*>();
    (next ? next : this)->setFocus(Qt::OtherFocusReason);
}

QWidget* RecordsCard::makeRow(const ports::ImportRecord& record)
{
    auto* row = new QWidget(m_rows);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 4, 0, 4);
    line->setSpacing(12);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(0);
    auto* name = new ElidedLabel(m_theme, u"%1 · %2"_s.arg(record.name, formatWord(record.format)), TextStyle::Strong, row);
    auto* outcome = makeLabel(m_theme,
                              u"%1 · %2"_s.arg(formatAge(record.at, m_clock.now(), uiLanguage()), outcomeText(record)),
                              TextStyle::Secondary, u"secondary"_s, row);
    outcome->setObjectName(u"importOutcome%1"_s.arg(record.number));
    outcome->setWordWrap(true);
    texts->addWidget(name);
    texts->addWidget(outcome);
    if (const QString troubles = troublesText(record); !troubles.isEmpty()) {
        QLabel* label = makeLabel(m_theme, troubles, TextStyle::Secondary, u"low"_s, row);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        texts->addWidget(label);
    }
    line->addLayout(texts, 1);
    addButtons(row, line, record);
    return row;
}

/// Taking an import back cannot be taken back itself, so it is asked for twice.
void RecordsCard::addButtons(QWidget* row, QHBoxLayout* line, const ports::ImportRecord& record)
{
    const qint64 number = record.number;
    const auto add = [&](const QString& name, const QString& text, auto act) {
        auto* button = new Button(m_theme, text, row);
        button->setObjectName(u"%1%2"_s.arg(name).arg(number));
        connect(button, &Button::clicked, this, act);
        line->addWidget(button, 0, Qt::AlignVCenter);
        return button;
    };
    if (record.active)
        return;
    if (m_asking == number) {
        QLabel* question = makeLabel(m_theme, undoQuestion(record), TextStyle::Body, {}, row);
        question->setObjectName(u"importQuestion%1"_s.arg(number));
        line->addWidget(question, 0, Qt::AlignVCenter);
        add(u"importKeep"_s, tr("Keep"), [this] { ask(0); });
        Button* confirm = add(u"importTakeBack"_s, tr("Undo import"), [this, number] {
            m_asking = 0;
            Q_EMIT undoAsked(number);
        });
        confirm->setKind(Button::Kind::Danger);
        confirm->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (record.state == ImportState::Stopped && record.waiting > 0)
        add(u"importResume"_s, tr("Go on"), [this, number] { m_importer.resume(number); });
    if (record.state != ImportState::Undone && record.done + record.refused > 0) {
        Button* undo = add(u"importUndo"_s, tr("Undo import"), [this, number] { ask(number); });
        undo->setAccessibleName(tr("Undo the import of %1").arg(record.name));
        undo->setGlyph(Icon::Undo);
    }
}

void RecordsCard::ask(qint64 import)
{
    m_asking = import;
    rebuild();
}

void RecordsCard::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        rebuild();
    Card::changeEvent(event);
}

} // namespace belanjain::ui
