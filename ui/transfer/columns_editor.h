// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/imports/table_file.h"
#include "transfer/mapping_presets.h"

#include <QWidget>

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;

namespace belanjain::ui {

class Button;
class Theme;

/// Says what each column of a file is, with its first values beside it, and keeps such sayings under a name.
class ColumnsEditor : public QWidget
{
    Q_OBJECT

public:
    ColumnsEditor(const Theme& theme, MappingPresets& presets, QWidget* parent = nullptr);

    void show(const imports::Beginning& beginning, const imports::Mapping& mapping);
    const imports::Mapping& mapping() const { return m_mapping; }

Q_SIGNALS:
    /// By the person.
    void changed(const belanjain::imports::Mapping& mapping);

protected:
    void changeEvent(QEvent* event) override;

private:
    void rebuild();
    void fillPresets();
    void setField(qsizetype column, imports::Field field);

    const Theme& m_theme;
    MappingPresets& m_presets;
    imports::Beginning m_beginning;
    imports::Mapping m_mapping;
    QLabel* m_presetLabel;
    QComboBox* m_preset;
    QLineEdit* m_name;
    Button* m_save;
    Button* m_forget;
    QWidget* m_grid = nullptr;
    class QScrollArea* m_scroll;
};

} // namespace belanjain::ui
