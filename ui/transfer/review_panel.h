// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/importer.h"
#include "transfer/fates_model.h"
#include "transfer/mapping_presets.h"

#include <QWidget>

class QLabel;
class QStackedWidget;

namespace belanjain::ui {

class Button;
class ColumnsEditor;
class CountTabs;
class DropButton;
class FatesTable;
class LinkButton;
class ProgressLine;
class Segments;
class Theme;

/// One file on its way in: how it is read, what would happen with each row, and the button that does it.
class ReviewPanel : public QWidget
{
    Q_OBJECT

public:
    ReviewPanel(const Theme& theme, MappingPresets& presets, QWidget* parent = nullptr);

    /// The beginning of a file and how it is read; a dry run is under way from now on.
    void showFile(const QString& name, const imports::Beginning& beginning, const imports::Mapping& mapping);
    /// The file cannot be read at all with these choices.
    void showProblem(const QString& sentence);
    void showProgress(qint64 done, qint64 total);
    void showCheck(const ports::ImportCheck& check);
    /// It is going in: nothing can be chosen any more.
    void showImporting(const ports::ImportRecord& record);
    const imports::Mapping& mapping() const { return m_mapping; }
    FatesTable& rows() { return *m_table; }

Q_SIGNALS:
    void mappingChanged(const belanjain::imports::Mapping& mapping);
    /// The file has to be looked at anew with the mapping's encoding and separator.
    void readingChanged(const belanjain::imports::Mapping& mapping);
    void importAsked();
    void wrongRowsAsked();
    void stopAsked();
    void left();

protected:
    void changeEvent(QEvent* event) override;

private:
    void layOut();
    void connectParts();
    void retranslate();
    void fillChoices();
    void showChoices();
    void showCounts();
    void showColumns(bool on);

    const Theme& m_theme;
    FatesModel m_model;
    QString m_fileName;
    imports::Beginning m_beginning;
    imports::Mapping m_mapping;
    ports::ImportCheck m_check;
    bool m_busy = false;

    Button* m_back;
    QLabel* m_title;
    DropButton* m_format;
    DropButton* m_separator;
    DropButton* m_encoding;
    DropButton* m_numbers;
    Segments* m_views;
    CountTabs* m_tabs;
    QWidget* m_tabsBar = nullptr;
    QLabel* m_problem;
    ProgressLine* m_progress;
    QStackedWidget* m_stack;
    FatesTable* m_table;
    ColumnsEditor* m_columns;
    QLabel* m_summary;
    Button* m_wrong;
    Button* m_import;
};

} // namespace belanjain::ui
