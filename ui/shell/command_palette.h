// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/icons.h"
#include "ports/finder.h"

#include <QHash>
#include <QList>
#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <functional>

class QLabel;
class QLineEdit;
class QListWidget;

namespace belanjain::ui {

class Theme;
class ThumbnailSource;
class ViewSettings;

/// Something the palette can do: a page to go to, or an action.
struct PaletteCommand
{
    QString key;   ///< names it among what was used lately
    QString text;  ///< "Orders", "Sync now"
    QString group; ///< quiet, at the right: "Page"
    Icon icon = Icon::ChevronRight;
    QString keys;  ///< of its own shortcut, "Ctrl N"; may be empty
    QString words; ///< other names it is found by
    std::function<void()> run;
};

/// Where one goes by typing: pages and actions by some of their letters, products and orders by words. Lies over
/// its host window while it is open; what was used lately comes first. Up, Down and Return choose, Esc closes.
class CommandPalette : public QWidget
{
    Q_OBJECT

public:
    /// The commands are asked for at each opening, so that they are of that moment and language.
    using Commands = std::function<QList<PaletteCommand>()>;

    CommandPalette(const Theme& theme, Commands commands, ports::Finder* finder, ThumbnailSource* thumbnails,
                   ViewSettings& settings, QWidget* host);
    ~CommandPalette() override;

    void open();
    void close();

Q_SIGNALS:
    void productChosen(const belanjain::ProductId& product, const QString& name);
    void orderChosen(const belanjain::OrderId& order, const QString& number);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Entry
    {
        enum class Kind { Command, Product, Order };
        Kind kind = Kind::Command;
        QString key; ///< for what was used lately
        QString text;
        QString detail;
        QString right;
        QString keys;
        QString hash; ///< of a product's picture
        Icon icon = Icon::ChevronRight;
        bool scattered = false; ///< has the letters, but not the words
        std::function<void()> run;
    };

    void search(const QString& text);
    void showEntries();
    QList<Entry> commandEntries(const QString& text) const;
    QList<Entry> recentEntries() const;
    Entry entryOf(const PaletteCommand& command) const;
    Entry entryOf(const ports::FoundProduct& product);
    Entry entryOf(const ports::FoundOrder& order);
    void choose(int row);
    void remember(const Entry& entry);
    void place();
    void describe();
    void retranslate();

    const Theme& m_theme;
    Commands m_makeCommands;
    ports::Finder* m_finder;
    ThumbnailSource* m_thumbnails;
    ViewSettings& m_settings;
    QList<PaletteCommand> m_commands;
    QList<Entry> m_entries;
    ports::Findings m_found;
    QString m_text;
    quint64 m_ticket = 0;
    quint64 m_answered = 0;
    bool m_moved = false;       ///< the arrows chose, not the typing
    QPointer<QWidget> m_before; ///< had the focus
    QTimer m_rest;

    QWidget* m_card;
    QLineEdit* m_field;
    QListWidget* m_list;
    QLabel* m_nothing;
    QLabel* m_hint;
};

} // namespace belanjain::ui
