// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;

namespace belanjain::ui {

class IconLabel;
class Languages;
class LinkButton;
class Theme;

/// The line at the foot of the pages before the workspace: where the marketplace answers, the other
/// language to change to, and the program's version.
class WelcomeStrip : public QFrame
{
    Q_OBJECT
public:
    WelcomeStrip(const Theme& theme, Languages& languages, QWidget* parent = nullptr);

    /// "127.0.0.1:8787", once the marketplace is known to answer there; empty hides it.
    void setReadyAt(const QString& address);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    Languages& m_languages;
    QString m_address;
    IconLabel* m_readyIcon;
    QLabel* m_ready;
    LinkButton* m_language;
    QLabel* m_version;
};

} // namespace belanjain::ui
