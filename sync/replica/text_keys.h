// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace belanjain::replica {

/// foldForSearch() with a short cut for ASCII, which is nearly everything in a catalogue: what names and
/// categories are sorted by and words are looked up in.
QString foldedKey(const QString& text);

/// skuKey() with the same short cut.
QString foldedSku(const QString& sku);

/// Whether FTS5's ascii tokenizer finds the same words in the text as in its folded form, so that the
/// folded form need not be stored: ASCII without apostrophes.
bool isPlain(const QString& text);

/// What variants.search holds: null when options, SKU and barcode are all plain, else the folded text of
/// the three.
QString storedSearchText(const QString& optionsLabel, const QString& sku, const QString& barcode);

/// The SQL for a variant's whole indexed text, of variants v joined with products p.
QString searchTextSql();

} // namespace belanjain::replica
