// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/analytics_words.h"
#include "analytics/sales_file.h"
#include "ports/clock.h"
#include "ports/orders.h"
#include "ports/sales_reader.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QLabel;
class QScrollArea;

namespace belanjain::ui {

class AnalyticsBody;
class AnalyticsHead;
class Banner;
class EmptyState;
class Theme;
class Toast;
class ViewSettings;

/// What the page works with; all outlive it.
struct AnalyticsServices
{
    ports::SalesReader& reader;
    const ports::Clock& clock;
    ViewSettings& settings;
};

/// What was sold, as figures, bars, best sellers and states. Reads while it is seen: at once when it is shown,
/// and again, without a flicker, when the orders change. Remembers the days and how they are cut.
class AnalyticsPage : public QWidget
{
    Q_OBJECT

public:
    AnalyticsPage(const Theme& theme, const AnalyticsServices& services, QWidget* parent = nullptr);
    ~AnalyticsPage() override;

    /// For exported pictures.
    void setStoreName(const QString& name) { m_store = name; }

    const ports::SalesReport& report() const { return m_report; }
    const DayRange& range() const { return m_range; }
    RangePreset preset() const { return m_preset; }

    void choosePreset(RangePreset preset);
    void chooseRange(const DayRange& range);
    void chooseGranularity(Granularity granularity);
    void chooseTopBy(ports::TopBy by);

    /// Writes what is shown; says what became of it in a toast.
    void exportTo(SalesExport kind, const QString& path);

Q_SIGNALS:
    /// The orders behind a bar, a state or a best seller.
    /// `product` is the name of the query's product, if it has one.
    void ordersRequested(const belanjain::ports::OrdersQuery& query, const QString& product);
    /// From a store that has nothing to sell yet.
    void newProductRequested();

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    enum class State { Reading, Failed, NothingYet, Shown };

    void layOut();
    void connectParts();
    void restore();
    void remember();
    void retranslate();
    void refresh();
    void readReport();
    void takeSummary(const ports::SalesSummary& summary);
    void takeReport(quint64 ticket, const ports::SalesReport& report);
    void takeFailure(const QString& reason);
    void setState(State state, const QString& reason = {});
    void showControls();
    void present();
    QDate today() const;
    bool nothingToSell() const;
    void offerWayOut();
    ports::OrdersQuery ordersOf(const DayRange& days) const;
    void askForFile(SalesExport kind);
    void openRangePanel();

    const Theme& m_theme;
    AnalyticsServices m_services;
    QString m_store;
    RangePreset m_preset = RangePreset::Month;
    DayRange m_range;
    std::optional<Granularity> m_chosenGranularity;
    ports::TopBy m_topBy = ports::TopBy::Revenue;
    std::optional<ports::SalesSummary> m_summary;
    ports::SalesReport m_report;
    quint64 m_ticket;
    bool m_awaitsSummary = false;
    bool m_old = true;
    State m_state = State::Reading;
    QTimer m_gather;
    QTimer m_slow;
    QTimer m_midnight;

    AnalyticsHead* m_head;
    Banner* m_problem;
    QScrollArea* m_scroll;
    AnalyticsBody* m_body;
    EmptyState* m_nothing;
    EmptyState* m_failed;
    QLabel* m_reading;
    Toast* m_toast;
};

} // namespace belanjain::ui
