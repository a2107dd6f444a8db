// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/importer.h"
#include "replica/import_plan.h"
#include "replica/work.h"

namespace belanjain::replica {

/// Values of import_items.state.
enum class ImportItemState : int { Planned = 0, Done = 1, Refused = 2, Undone = 3, Kept = 4 };

struct ImportItem
{
    int item = 0;
    ImportItemState state = ImportItemState::Planned;
    QString label;
    std::optional<ImportPlan> plan;
    ImportEffect effect;
    bool hasEffect = false;
};

/// The tables imports and import_items.
class ImportBox
{
public:
    explicit ImportBox(Work& work)
        : m_work(work)
    {}

    /// Forgets plans that were never written down whole, and the oldest of too many.
    qint64 begin(const QString& name, imports::Format format, Instant at, int products, int changes);
    void addItem(qint64 import, int item, const ImportPlan& plan);
    void setState(qint64 import, ports::ImportState state);
    /// The first planned ones.
    QList<ImportItem> planned(qint64 import, int most);
    /// The last ones with an effect that no undo has looked at.
    QList<ImportItem> undoable(qint64 import, int most);
    void settle(qint64 import, const ImportItem& item, const std::optional<ports::ImportTrouble>& trouble);
    QList<ports::ImportRecord> records();
    std::optional<ports::ImportRecord> record(qint64 import);

private:
    QList<ImportItem> items(const QString& condition, const QVariantList& values);
    QList<ports::ImportRecord> read(const QString& condition, const QVariantList& values);

    Work& m_work;
};

} // namespace belanjain::replica
