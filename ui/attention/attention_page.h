// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/catalogue_reader.h"
#include "ports/decisions.h"

#include <QTimeZone>
#include <QWidget>

class QFrame;
class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace belanjain::ui {

class Banner;
class Button;
class DecisionPanel;
class DecisionsList;
class EmptyState;
class Theme;
class ThumbnailSource;
class Toast;

/// What the page works with; all outlive it.
struct AttentionServices
{
    ports::Decisions& decisions;
    ports::CatalogueReader* catalogue = nullptr; ///< for the store's time zone
    ThumbnailSource* thumbnails = nullptr;
};

/// The edits that the marketplace could not take as they were: what each did, what happened meanwhile, and a
/// keystroke for either side. After a decision the next one is opened; the last decisions can be undone.
class AttentionPage : public QWidget
{
    Q_OBJECT

public:
    AttentionPage(const Theme& theme, const AttentionServices& services, QWidget* parent = nullptr);
    ~AttentionPage() override;

    /// Reads for the first time; to be called once the replica is open.
    void start();
    const QList<ports::OpenDecision>& open() const { return m_open; }

Q_SIGNALS:
    /// What the shown edit is about is to be opened.
    void recordRequested(const belanjain::ports::Rejection& rejection);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void layOut();
    void addKeys();
    void take(const QList<ports::OpenDecision>& open, const QList<ports::MadeDecision>& made);
    void showCurrent();
    void showMade();
    void decide(const QList<qint64>& numbers, bool mine);
    void decideOther(const QString& text);
    void tell(const QList<qint64>& done, const QList<std::pair<qint64, Violation>>& refused);
    void undo();
    const ports::OpenDecision* current() const;
    QList<qint64> all() const;
    void retranslate();

    const Theme& m_theme;
    AttentionServices m_services;
    QTimeZone m_zone{"Asia/Jakarta"};
    QList<ports::OpenDecision> m_open;
    QList<ports::MadeDecision> m_made;
    QList<qint64> m_last; ///< decided in one go, to be undone in one go
    bool m_read = false;

    QLabel* m_title;
    QLabel* m_subtitle;
    Button* m_allMine;
    Button* m_allTheirs;
    Banner* m_problem;
    QWidget* m_body;
    QWidget* m_left; ///< what needs a decision, and what was decided last
    QFrame* m_divider;
    QScrollArea* m_scroll;
    DecisionsList* m_list;
    QLabel* m_madeTitle;
    QWidget* m_madeBox;
    QVBoxLayout* m_madeRows;
    QLabel* m_foot;
    DecisionPanel* m_panel;
    EmptyState* m_empty;
    Toast* m_toast;
};

} // namespace belanjain::ui
