// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/account_card.h"
#include "ports/account.h"
#include "ports/clock.h"

#include <QList>
#include <QTimeZone>

#include <optional>

namespace belanjain::ui {

class Button;

/// Where the account is signed in, newest first, and the ways to end that.
class PlacesCard : public AccountCard
{
    Q_OBJECT

public:
    PlacesCard(const Theme& theme, ports::AccountDesk& desk, const ports::Clock& clock, QWidget* parent = nullptr);

    void setOnline(bool online) override;
    /// In which times are told; the system's before it is set.
    void setZone(const QTimeZone& zone);
    const QList<ports::SignInPlace>& places() const { return m_places; }

protected:
    void retranslate() override;

private:
    void rebuild();
    QWidget* makeRow(const ports::SignInPlace& place, int number);
    void askToEnd(const ports::SignInPlace& place);
    void askToEndOthers();
    void refresh();
    QString nameOf(const ports::SignInPlace& place) const;

    ports::AccountDesk& m_desk;
    const ports::Clock& m_clock;
    QList<ports::SignInPlace> m_places;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    std::optional<ports::SessionProblem> m_problem;
    bool m_busy = false;
    bool m_read = false;
    QVBoxLayout* m_rows;
    QList<QWidget*> m_shown;
    QList<Button*> m_ends;
    QLabel* m_more;
    QLabel* m_trouble;
    Button* m_endOthers;
};

} // namespace belanjain::ui
