// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/theme.h"
#include "shell/languages.h"

#include <QMainWindow>

class QStackedWidget;

namespace belanjain::ui {

class FirstRunPage;
class RegisterPage;
class SignInPage;
class WorkspaceFrame;

/// The program's window: the welcome pages, or a workspace once somebody is signed in. It assembles them
/// and does nothing else; whoever made it connects their signals.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    MainWindow(Theme& theme, Languages& languages, QWidget* parent = nullptr);

    FirstRunPage& firstRun() { return *m_firstRun; }
    SignInPage& signIn() { return *m_signIn; }
    RegisterPage& registration() { return *m_register; }
    WorkspaceFrame* workspace() const { return m_workspace; }

    void showFirstRun();
    void showSignIn();
    void showRegistration();
    /// Shows the frame in place of a former one. It stays its maker's, who takes it away with closeWorkspace()
    /// before it is destroyed.
    void showWorkspace(WorkspaceFrame* frame);
    void closeWorkspace();
    /// Shows that page alone on the whole screen. Until release() the window neither closes nor leaves the screen,
    /// except when the computer is shut down. It stays its maker's, as a workspace does.
    void hold(QWidget* page);
    void release();
    bool isHeld() const { return m_held != nullptr; }

Q_SIGNALS:
    /// Emitted before the window closes, while its pages are still there.
    void closing();

protected:
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void bring(QWidget* page);

    QStackedWidget* m_stack;
    FirstRunPage* m_firstRun;
    SignInPage* m_signIn;
    RegisterPage* m_register;
    WorkspaceFrame* m_workspace = nullptr;
    QWidget* m_held = nullptr;
    QByteArray m_geometry; ///< of before it was held
};

} // namespace belanjain::ui
