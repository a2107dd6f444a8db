// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/shortcuts.h"

#include <QDialog>

class QScrollArea;

namespace belanjain::ui {

class SearchField;
class Theme;

/// Every key and what it does, by page; found by typing. Made from the keys that the window has.
class ShortcutsDialog : public QDialog
{
    Q_OBJECT

public:
    /// `shown` is the page in front: its keys come right after those that work everywhere.
    ShortcutsDialog(const Theme& theme, const QWidget* window, const QWidget* shown, QWidget* parent);

    /// What is listed now, in order.
    const QList<StatedShortcut>& listed() const { return m_listed; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill(const QString& search);

    const Theme& m_theme;
    QList<StatedShortcut> m_all;
    QList<StatedShortcut> m_listed;
    SearchField* m_search;
    QScrollArea* m_scroll;
};

} // namespace belanjain::ui
