// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/theme.h"

#include <QFrame>

class QLabel;
class QVBoxLayout;

namespace belanjain::ui {

/// One matter of the account page: a title, a sentence below it, and what is below that. A card that needs the
/// marketplace says so while it does not answer, and disables what it holds.
class AccountCard : public QFrame
{
    Q_OBJECT

public:
    AccountCard(const Theme& theme, const QString& name, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    void setIntro(const QString& intro);
    virtual void setOnline(bool online);
    bool isOnline() const { return m_online; }
    /// Whether being offline is the person's own choice: then it is not the marketplace that does not answer.
    void setByChoice(bool byChoice);

protected:
    /// Where the card's own parts go.
    QVBoxLayout* column() const { return m_column; }
    /// Called after a change of language, and to be called once by the card itself.
    virtual void retranslate() = 0;
    void changeEvent(QEvent* event) override;
    void sayOffline();

    const Theme& theme() const { return m_theme; }

private:
    const Theme& m_theme;
    bool m_online = true;
    bool m_byChoice = false;
    QLabel* m_title;
    QLabel* m_intro;
    QWidget* m_offline;
    QLabel* m_offlineText;
    QVBoxLayout* m_column;
};

} // namespace belanjain::ui
