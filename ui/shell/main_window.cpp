// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/main_window.h"

#include "shell/first_run_page.h"
#include "shell/register_page.h"
#include "shell/sign_in_page.h"
#include "shell/workspace_frame.h"

#include <QCloseEvent>
#include <QGuiApplication>
#include <QStackedWidget>

namespace belanjain::ui {
using namespace Qt::StringLiterals;

MainWindow::MainWindow(Theme& theme, Languages& languages, QWidget* parent)
    : QMainWindow(parent)
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(u"Belanjain"_s);
    setWindowIcon(theme.logo());
    // At 200 % the whole of a laptop's screen is no more than that.
    setMinimumSize(640, 400);
    resize(1440, 900);
    m_stack = new QStackedWidget;
    m_firstRun = new FirstRunPage(theme, languages);
    m_signIn = new SignInPage(theme, languages);
    m_register = new RegisterPage(theme, languages);
    for (QWidget* page : {static_cast<QWidget*>(m_firstRun), static_cast<QWidget*>(m_signIn),
                          static_cast<QWidget*>(m_register)})
        m_stack->addWidget(page);
    setCentralWidget(m_stack);
}

void MainWindow::bring(QWidget* page)
{
    m_stack->setCurrentWidget(page);
    page->setFocus(Qt::OtherFocusReason);
}

void MainWindow::showFirstRun() { bring(m_firstRun); }

void MainWindow::showSignIn()
{
    m_signIn->reset();
    bring(m_signIn);
}

void MainWindow::showRegistration()
{
    m_register->reset();
    bring(m_register);
}

void MainWindow::showWorkspace(WorkspaceFrame* frame)
{
    closeWorkspace();
    m_workspace = frame;
    m_stack->addWidget(frame);
    bring(frame);
}

void MainWindow::closeWorkspace()
{
    if (!m_workspace)
        return;
    m_stack->removeWidget(m_workspace);
    m_workspace->setParent(nullptr);
    m_workspace = nullptr;
}

void MainWindow::hold(QWidget* page)
{
    release();
    m_geometry = saveGeometry();
    m_held = page;
    m_stack->addWidget(page);
    bring(page);
    showFullScreen();
}

void MainWindow::release()
{
    if (!m_held)
        return;
    m_stack->removeWidget(m_held);
    m_held->setParent(nullptr);
    m_held = nullptr;
    if (!isVisible())
        return;
    showNormal();
    restoreGeometry(m_geometry);
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange && m_held && windowState() != Qt::WindowFullScreen)
        QMetaObject::invokeMethod(
            this,
            [this] {
                if (m_held)
                    showFullScreen();
            },
            Qt::QueuedConnection);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (m_held) {
        event->setAccepted(qGuiApp->isSavingSession());
        return;
    }
    Q_EMIT closing();
    event->accept();
}

} // namespace belanjain::ui
