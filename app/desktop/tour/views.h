// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop.h"
#include "tour/tour_runner.h"

namespace belanjain::app
{

/// The usual steps of a tour, over the one window: pages and what opens above them, found by their names.
class Views
{
public:
    Views(TourRunner& runner, Desktop& desktop) : m_runner(runner), m_desktop(desktop) {}

    TourRunner& runner() const { return m_runner; }
    Desktop& desktop() const { return m_desktop; }
    ui::MainWindow& window() const { return m_desktop.window(); }
    QWidget* find(const QString& objectName) const;
    std::function<bool()> visible(const QString& objectName) const;
    std::function<bool()> gone(const QString& objectName) const;
    /// Presses the button of that name, when it is there and can be pressed.
    std::function<void()> press(const QString& objectName) const;
    /// Types into the field of that name, instead of what is in it.
    void type(const QString& objectName, const QString& text) const;

    /// A page of the sidebar, there once `shows` is visible.
    void page(const QString& name, const QString& key, const QString& story, const QString& shows) const;
    void step(const QString& name, const QString& story, std::function<void()> act, std::function<bool()> settled) const;
    /// What a page can be in besides; in two looks.
    void state(const QString& name, const QString& story, std::function<void()> act, std::function<bool()> settled) const;
    /// Something that opens above the window and is closed again once it is seen.
    void opened(const QString& name, const QString& story, std::function<void()> open, const QString& shows) const;
    /// The same, of a menu without a name.
    void menu(const QString& name, const QString& story, std::function<void()> open) const;
    /// The same, which stays for the next step.
    void openedToStay(const QString& name, const QString& story, std::function<void()> open, const QString& shows) const;
    /// Without a picture.
    void quietly(const QString& story, std::function<void()> act, std::function<bool()> settled) const;

private:
    TourRunner& m_runner;
    Desktop& m_desktop;
};

/// Closes the popup or the dialog in front.
void closeFront();

} // namespace belanjain::app
