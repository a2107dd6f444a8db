// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/choices.h"

#include <QHash>
#include <QWidget>

class QVBoxLayout;

namespace belanjain::ui {

class Theme;

/// What stands in a sheet's place while it has no lines: a drawing, what that means, and one way on at most.
class SheetBlank : public QWidget
{
    Q_OBJECT

public:
    struct Content
    {
        Drawing drawing = Drawing::Boxes;
        QString title = {};
        QString sentence = {};
        QString choice = {};  ///< empty: there is nothing to do about it
        QString outcome = {}; ///< what the choice leads to
        bool operator==(const Content&) const = default;
    };

    explicit SheetBlank(const Theme& theme, QWidget* parent = nullptr);

    void present(const Content& content);
    bool hasChoice() const { return !m_content.choice.isEmpty(); }

Q_SIGNALS:
    void chosen();

private:
    const Theme& m_theme;
    QVBoxLayout* m_column;
    QHash<Drawing, EmptyState*> m_states;
    Content m_content;
};

} // namespace belanjain::ui
