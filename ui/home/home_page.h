// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "ports/clock.h"
#include "ports/home_reader.h"
#include "ports/sync_control.h"

#include <QHash>
#include <QTimer>
#include <QWidget>

#include <array>
#include <optional>

class QBoxLayout;
class QLabel;
class QVBoxLayout;

namespace belanjain::ui {

class Banner;
class Button;
class Card;
class EmptyState;
class FigureTile;
class TaskRow;
class Theme;
class ThumbnailSource;
class WeekChart;

/// What may need doing, in the order of the page.
enum class HomeTask { Decide, Late, Process, Ship, Restock, Low, Reply };

/// What the page works with; all outlive it.
struct HomeServices
{
    ports::HomeReader& reader;
    ports::SyncControl& sync;
    const ports::Clock& clock;
    ThumbnailSource* thumbnails = nullptr;
};

/// The first page of a seller: what needs doing now, how the week goes and what has just happened. It reads
/// again whenever something changes, and each minute for the hours it tells, while it is shown.
class HomePage : public QWidget
{
    Q_OBJECT

public:
    HomePage(const Theme& theme, const HomeServices& services, QWidget* parent = nullptr);
    ~HomePage() override;

    /// Named in the greeting.
    void setPerson(const QString& name);
    /// Reads for the first time; to be called once the replica is open.
    void start();
    /// What is shown; nothing before the first answer.
    const std::optional<ports::HomeReport>& report() const { return m_report; }

Q_SIGNALS:
    void taskChosen(belanjain::ui::HomeTask task);
    void productChosen(const belanjain::ProductId& product, const QString& name);
    void newProductRequested();
    void storeProfileRequested();
    void figuresRequested();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void layOut();
    QWidget* makeTasks();
    QWidget* makeFigures();
    TaskRow* addTask(Card* card, HomeTask task, const QString& name);
    void readSoon();
    void read();
    void retranslate();
    void fill();
    void fillTasks();
    void fillFigures();
    void fillTop();
    void fillEvents();
    void showState();
    void setTask(HomeTask task, int count, const QString& title, const QString& detail, const QString& amount,
                 const QString& action);

    const Theme& m_theme;
    HomeServices m_services;
    QString m_person;
    std::optional<ports::HomeReport> m_report;
    QTimer m_soon;
    QTimer m_minute;
    bool m_reading = false;
    bool m_old = true; ///< something changed since it was read
    bool m_started = false;

    QLabel* m_greeting;
    QLabel* m_date;
    Button* m_new;
    Banner* m_problem;
    QWidget* m_body;
    QBoxLayout* m_columns;
    QWidget* m_figures;
    EmptyState* m_empty;
    QLabel* m_waiting;
    QLabel* m_nowTitle;
    QLabel* m_todayTitle;
    QLabel* m_eventsTitle;
    Card* m_nowCard;
    Card* m_todayCard;
    Card* m_eventsCard;
    Card* m_topCard;
    QWidget* m_done;
    QLabel* m_doneTitle;
    QLabel* m_doneText;
    std::array<TaskRow*, 7> m_tasks{};
    FigureTile* m_today;
    FigureTile* m_week;
    WeekChart* m_chart;
    QLabel* m_topTitle;
    QVBoxLayout* m_topRows;
    QVBoxLayout* m_eventRows;
};

} // namespace belanjain::ui
