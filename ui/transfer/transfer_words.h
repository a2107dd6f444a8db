// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/imports/plan.h"
#include "domain/imports/mapping.h"
#include "ports/importer.h"

#include <QString>

namespace belanjain::ui {

// What imports are called on screen, in the language in force.

QString formatWord(imports::Format format);
QString encodingWord(imports::Encoding encoding);
QString separatorWord(char separator);
QString numbersWord(imports::Numbers numbers);
QString fateWord(imports::Fate fate);
/// "12 new products, 3 changes"; empty when there is nothing.
QString amountText(qsizetype products, qsizetype changes);
/// What became of an import, in a sentence or two.
QString outcomeText(const ports::ImportRecord& record);
/// Why one product or variant is not as the import wanted it.
QString troubleText(const ports::ImportTrouble& trouble);

} // namespace belanjain::ui
