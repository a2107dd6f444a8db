// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/dialog_fit.h"

#include <QApplication>
#include <QDialog>
#include <QEvent>
#include <QFileDialog>
#include <QLayout>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

namespace belanjain::ui {

namespace {

/// What a window's frame and title take of the screen, at most.
constexpr QSize frameRoom(16, 48);

} // namespace

DialogFit::DialogFit(QObject* parent) : QObject(parent) { qApp->installEventFilter(this); }

void DialogFit::fit(QDialog& dialog, QSize room)
{
    QLayout* layout = dialog.layout();
    if (!layout)
        return;
    const QSize least = layout->totalMinimumSize().expandedTo(dialog.minimumSize());
    if (least.width() > room.width() || least.height() > room.height()) {
        auto* inside = new QWidget;
        inside->setLayout(layout); // takes the widgets along
        auto* scroll = new QScrollArea(&dialog);
        scroll->setObjectName(QStringLiteral("dialogRoom"));
        scroll->setFrameShape(QFrame::NoFrame);
        scroll->setFocusPolicy(Qt::NoFocus);
        scroll->setWidgetResizable(true);
        scroll->setWidget(inside);
        inside->setAutoFillBackground(false);
        scroll->viewport()->setAutoFillBackground(false);
        auto* outside = new QVBoxLayout(&dialog);
        outside->setContentsMargins(0, 0, 0, 0);
        outside->addWidget(scroll);
        dialog.setMinimumSize(0, 0);
        constexpr int scrollBar = 14;
        dialog.resize(QSize(least.width() + scrollBar, least.height()).boundedTo(room));
    } else if (dialog.width() > room.width() || dialog.height() > room.height()) {
        dialog.resize(dialog.size().boundedTo(room));
    }
}

bool DialogFit::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::Show || !watched->isWidgetType())
        return QObject::eventFilter(watched, event);
    auto* dialog = qobject_cast<QDialog*>(watched);
    // The file dialogs know how to be small themselves.
    if (dialog && dialog->isWindow() && !event->spontaneous() && !qobject_cast<QFileDialog*>(dialog) && dialog->screen())
        fit(*dialog, dialog->screen()->availableSize() - frameRoom);
    return QObject::eventFilter(watched, event);
}

} // namespace belanjain::ui
