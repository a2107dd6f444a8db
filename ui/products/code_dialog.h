// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/command_sink.h"
#include "ports/inventory_reader.h"

#include <QDialog>
#include <QHash>

class QLabel;
class QListWidget;
class QStackedWidget;

namespace belanjain::ui {

class Button;
class SearchField;
class Theme;

/// A code that belongs to nothing yet: link it to a variant, found by name or SKU, or begin a product with it.
class CodeDialog : public QDialog
{
    Q_OBJECT

public:

    struct Match
    {
        VariantId variant;
        ProductId product;
        QString title;
        QString barcode; ///< that it has already
    };

    CodeDialog(const Theme& theme, const QString& code, QWidget* parent);

    const QString& code() const { return m_code; }
    void showMatches(const QList<Match>& matches);

Q_SIGNALS:
    void searchAsked(const QString& text);
    void linkChosen(const belanjain::VariantId& variant, const QString& formerCode, const QString& title);
    void createChosen(const QString& code);

private:
    void choose();
    void settle();

    const QString m_code;
    QList<Match> m_matches;
    SearchField* m_search;
    QListWidget* m_list;
    QLabel* m_hint;
    QStackedWidget* m_found; ///< the list, or the hint while it is empty
    QLabel* m_note;
    Button* m_link;
};

} // namespace belanjain::ui
