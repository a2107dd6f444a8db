// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/format.h"
#include "ports/upkeep.h"

#include <QFrame>

class QLabel;
class QVBoxLayout;

namespace belanjain::ui {

class Button;
class IconLabel;
class Theme;

/// One thing that a person has to know about their data, with what they can do about it. In the colours of a
/// banner, as high as its words need.
class UpkeepCard : public QFrame
{
    Q_OBJECT

public:
    explicit UpkeepCard(const Theme& theme, bool warns, QWidget* parent = nullptr);

    void setTexts(const QString& title, const QString& text);
    Button* addButton(const QString& name, const QString& text);

private:
    const Theme& m_theme;
    IconLabel* m_icon;
    QLabel* m_title;
    QLabel* m_text;
    class QHBoxLayout* m_actions;
};

/// What happened to a person's data behind their back, above every page until they have read it: a damaged
/// file, a restored marketplace, a removal that waits for their word. Takes no place while there is nothing.
class UpkeepStrip : public QWidget
{
    Q_OBJECT

public:
    explicit UpkeepStrip(const Theme& theme, QWidget* parent = nullptr);

    /// The port outlives it.
    void setUpkeep(ports::Upkeep& upkeep);

Q_SIGNALS:
    void folderRequested(const QString& folder);

protected:
    void changeEvent(QEvent* event) override;

private:
    void rebuild();
    void addNotice(const ports::Notice& notice);
    void addPause(const ports::RemovalPause& pause);
    void showRemovals(const ports::RemovalPause& pause);
    QString recoveredText(const ports::Notice& notice) const;

    const Theme& m_theme;
    ports::Upkeep* m_upkeep = nullptr;
    QVBoxLayout* m_column;
    bool m_later = false; ///< the removal was put off for now
};

} // namespace belanjain::ui
