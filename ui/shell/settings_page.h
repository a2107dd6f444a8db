// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/theme.h"
#include "ports/session.h"
#include "shell/languages.h"

#include <QWidget>

#include <array>

class QCheckBox;
class QFrame;
class QLabel;

namespace belanjain::ui {

class Button;
class FormField;

/// Language, appearance, notices, and whose account this is.
class SettingsPage : public QWidget
{
    Q_OBJECT
public:
    SettingsPage(Theme& theme, Languages& languages, QWidget* parent = nullptr);

    void setAccount(const ports::Account& account, const QString& marketplace);

    /// Whether new orders and low stock are told by notices; not offered before this is called.
    void setNotices(bool on);

Q_SIGNALS:
    void noticesToggled(bool on);
    void accountRequested();
    void signOutRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    enum Fact { Person, Email, Store, Marketplace, FactCount };

    QFrame* makeLookCard(Theme& theme, Languages& languages);
    QFrame* makeNoticesCard(Theme& theme);
    QFrame* makeAccountCard(Theme& theme);
    void setFact(Fact fact, const QString& name, const QString& text);
    void retranslate();

    QLabel* m_title;
    QLabel* m_lookTitle;
    FormField* m_language;
    FormField* m_look;
    QCheckBox* m_contrast;
    QCheckBox* m_notices;
    QLabel* m_noticesTitle;
    QFrame* m_noticesCard;
    QLabel* m_accountTitle;
    std::array<QLabel*, FactCount> m_names;
    std::array<QLabel*, FactCount> m_facts;
    Button* m_account;
    Button* m_signOut;
    QLabel* m_signOutNote;
    ports::Account m_who;
    QString m_marketplace;
};

} // namespace belanjain::ui
