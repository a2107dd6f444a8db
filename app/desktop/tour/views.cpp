// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour/views.h"

#include "shell/workspace_frame.h"
#include "tour/hands.h"

#include <QApplication>
#include <QLineEdit>

namespace belanjain::app
{

QWidget* Views::find(const QString& objectName) const { return findVisible(&window(), objectName); }

std::function<bool()> Views::visible(const QString& objectName) const
{
    return [root = &window(), objectName] { return findVisible(root, objectName) != nullptr; };
}

std::function<bool()> Views::gone(const QString& objectName) const
{
    return [root = &window(), objectName] { return findVisible(root, objectName) == nullptr; };
}

std::function<void()> Views::press(const QString& objectName) const
{
    return [root = &window(), objectName] {
        QWidget* button = findVisible(root, objectName);
        if (button && button->isEnabled())
            click(button);
    };
}

void Views::type(const QString& objectName, const QString& text) const
{
    auto* field = qobject_cast<QLineEdit*>(find(objectName));
    if (!field)
        return;
    field->setFocus();
    field->setText(text);
    Q_EMIT field->textEdited(text);
}

void Views::page(const QString& name, const QString& key, const QString& story, const QString& shows) const
{
    m_runner.add({.name = name,
                  .story = story,
                  .act = [root = &window(), key] { root->workspace()->showPage(key); },
                  .settled = visible(shows)});
}

void Views::step(const QString& name, const QString& story, std::function<void()> act, std::function<bool()> settled) const
{
    m_runner.add({.name = name, .story = story, .act = std::move(act), .settled = std::move(settled)});
}

void Views::state(const QString& name, const QString& story, std::function<void()> act, std::function<bool()> settled) const
{
    m_runner.add({.name = name, .story = story, .act = std::move(act), .settled = std::move(settled), .looks = TourStep::Looks::Two});
}

void Views::opened(const QString& name, const QString& story, std::function<void()> open, const QString& shows) const
{
    m_runner.add({.name = name,
                  .story = story,
                  .act = std::move(open),
                  .settled = visible(shows),
                  .close = closeFront,
                  .looks = TourStep::Looks::Two});
    quietly(story + QStringLiteral(", and is closed"), {}, gone(shows));
}

void Views::menu(const QString& name, const QString& story, std::function<void()> open) const
{
    m_runner.add({.name = name,
                  .story = story,
                  // A button's own menu runs an event loop, which must not be inside of the step's beginning.
                  .act = [root = &window(), open = std::move(open)] { QMetaObject::invokeMethod(root, open, Qt::QueuedConnection); },
                  .settled = [] { return QApplication::activePopupWidget() != nullptr; },
                  .close = closeFront,
                  .looks = TourStep::Looks::Two});
}

void Views::openedToStay(const QString& name, const QString& story, std::function<void()> open, const QString& shows) const
{
    m_runner.add({.name = name,
                  .story = story,
                  .act = std::move(open),
                  .settled = visible(shows),
                  .close = closeFront,
                  .stays = true,
                  .looks = TourStep::Looks::Two});
}

void Views::quietly(const QString& story, std::function<void()> act, std::function<bool()> settled) const
{
    m_runner.add({.story = story, .act = std::move(act), .settled = std::move(settled)});
}

void closeFront()
{
    if (QWidget* popup = QApplication::activePopupWidget())
        popup->close();
    else if (QWidget* dialog = QApplication::activeModalWidget())
        dialog->close();
}

} // namespace belanjain::app
