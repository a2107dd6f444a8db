// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/card.h"
#include "ports/clock.h"
#include "ports/importer.h"

class QLabel;

namespace belanjain::ui {

/// The imports this computer remembers, each with what can be done with it.
class RecordsCard : public Card
{
    Q_OBJECT

public:
    RecordsCard(const Theme& theme, ports::Importer& importer, const ports::Clock& clock, QWidget* parent = nullptr);

    void setRecords(const QList<ports::ImportRecord>& records);
    /// In place of the one with its number, or as the latest.
    void takeRecord(const ports::ImportRecord& record);
    const QList<ports::ImportRecord>& records() const { return m_records; }
    /// Asks beside an import whether it is to be taken back, and how many items that are; 0 asks nothing.
    void ask(qint64 import);

Q_SIGNALS:
    void undoAsked(qint64 import);

protected:
    void changeEvent(QEvent* event) override;

private:
    void rebuild();
    QWidget* makeRow(const ports::ImportRecord& record);
    void addButtons(QWidget* row, class QHBoxLayout* line, const ports::ImportRecord& record);

    const Theme& m_theme;
    ports::Importer& m_importer;
    const ports::Clock& m_clock;
    QList<ports::ImportRecord> m_records;
    qint64 m_asking = 0; ///< the import that a second press takes back; 0: none
    QLabel* m_title;
    QWidget* m_rows = nullptr;
};

/// What is left of an import that could not go in or be taken back, named; empty when nothing is.
QString troublesText(const ports::ImportRecord& record);

} // namespace belanjain::ui
