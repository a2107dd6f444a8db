// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "ports/catalogue_reader.h"
#include "ports/command_sink.h"
#include "ports/reviews_reader.h"
#include "ports/sync_control.h"
#include "reviews/reviews_model.h"

#include <QHash>
#include <QTimer>
#include <QWidget>

class QLabel;

namespace belanjain::ui {

class Banner;
class CountTabs;
class EmptyState;
class RatingSummary;
class ReviewsList;
class SearchField;
class Theme;
class ThumbnailSource;
class Toast;

/// What the page works with; all outlive it.
struct ReviewsServices
{
    ports::ReviewsReader& reader;
    ports::CatalogueReader* catalogue = nullptr; ///< for the store's time zone
    ports::CommandSink& sink;
    ThumbnailSource* thumbnails = nullptr;
    ports::SyncControl* sync = nullptr; ///< for deciding on replies that were refused; null: not offered
};

/// What buyers wrote about the store's products, and the store's replies.
class ReviewsPage : public QWidget
{
    Q_OBJECT

public:
    ReviewsPage(const Theme& theme, const ReviewsServices& services, QWidget* parent = nullptr);
    ~ReviewsPage() override;

    /// Reads for the first time; to be called once the replica is open.
    void start();
    /// Shows only what the query matches, for links from other pages.
    void showQuery(const ports::ReviewsQuery& query);

    ReviewsModel& model() { return m_model; }
    ReviewsList& list() { return *m_list; }

Q_SIGNALS:
    /// How many reviews nobody has answered; for the sidebar.
    void unansweredChanged(int count);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void layOut();
    void connectParts();
    void retranslate();
    void applyFilters();
    void showState();
    void showSummary(const ports::ReviewPage& page);
    void showRejections(const QList<ports::Rejection>& all);
    void send(const ReviewId& review, const QString& text);
    void takeResult(quint64 ticket, const QList<ports::CommandResult>& results);

    struct Sent
    {
        ReviewId review;
        QString text;
        QString former;
    };

    const Theme& m_theme;
    ReviewsServices m_services;
    ReviewsModel m_model;
    QHash<quint64, Sent> m_sent;
    Sent m_undoable;
    ReviewId m_givenUp;
    QString m_draft;
    int m_all = 0;
    int m_unanswered = 0;
    int m_rating = 0;
    QTimer m_slow;

    QLabel* m_title;
    SearchField* m_search;
    CountTabs* m_tabs;
    Banner* m_problem;
    Banner* m_rejected;
    ReviewsList* m_list;
    RatingSummary* m_summary;
    QWidget* m_stage;
    EmptyState* m_empty;
    QLabel* m_reading;
    Toast* m_toast;
};

} // namespace belanjain::ui
