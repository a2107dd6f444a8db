// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/catalogue_reader.h"
#include "ports/clock.h"
#include "ports/command_sink.h"
#include "ports/stocktake.h"
#include "stock/sheet_outlet.h"
#include "stock/stocktake_model.h"
#include "tables/edit_history.h"

#include <QTimeZone>
#include <QTimer>
#include <QWidget>

#include <functional>

class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace belanjain::ui {

class Banner;
class Button;
class DropButton;
class Segments;
class SheetBlank;
class SheetView;
class Theme;
class Toast;
class ViewSettings;

/// Scan and count: the field keeps the focus, each code counts one piece, differences stand first. The draft is
/// kept; applying makes all counts one step that can be undone.
class StocktakePage : public QWidget
{
    Q_OBJECT

public:
    struct Services
    {
        ports::Stocktake& port;
        ports::CatalogueReader& catalogue;
        ports::CommandSink& sink;
        tables::EditHistory& history; ///< of the stock page: counts are undone with its edits
        const ports::Clock& clock;
        ViewSettings& settings;
    };

    StocktakePage(const Theme& theme, const Services& services, QWidget* parent = nullptr);
    ~StocktakePage() override;

    void setStore(const QString& name, const QTimeZone& zone);
    void setCategories(const QStringList& categories);
    /// Whether the store has any variants at all.
    void setStoreEmpty(bool empty);
    /// Opens the stocktake under way, or a new one.
    void open();
    const StocktakeModel& model() const { return m_model; }
    const ports::StocktakeSheet& sheet() const { return m_sheet; }
    SheetOutlet& outlet() { return m_outlet; }
    /// What was counted, or applied last, as a document.
    StockSheet protocol() const;
    void focusScan();

Q_SIGNALS:
    void left();
    void newProductAsked();
    /// Whether a stocktake is under way, and how many variants are counted.
    void draftChanged(bool open, int counted);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void layOut();
    void connectParts();
    void retranslate();
    void take(const ports::StocktakeSheet& sheet);
    void takeScan(quint64 ticket, const ports::ScanAnswer& answer);
    void takeResults(quint64 ticket, const QList<ports::CommandResult>& results);
    void enter();
    void showSums();
    void showCodes();
    void showMode();
    void fillScopes();
    void apply();
    void askToDiscard();
    void openFileMenu();
    void readUncounted(bool more);
    void showBlank();
    /// What came of the last scan; kept as what makes the words, for a change of language.
    void say(std::function<QString()> words, const QString& ink = {});

    const Theme& m_theme;
    Services m_services;
    StocktakeModel m_model;
    SheetOutlet m_outlet;
    ports::StocktakeSheet m_sheet;
    QStringList m_categories;
    QString m_store;
    QTimeZone m_zone{"Asia/Jakarta"};
    QLabel* m_title;
    QLabel* m_subtitle;
    QLabel* m_said;
    QLabel* m_sums;
    SheetBlank* m_empty;
    QWidget* m_foot;
    QLabel* m_codesTitle;
    Button* m_back;
    Button* m_files;
    Button* m_discard;
    Button* m_apply;
    QLineEdit* m_scan;
    DropButton* m_scope;
    Segments* m_mode;
    SheetView* m_view;
    QWidget* m_side;
    QVBoxLayout* m_codes;
    Banner* m_result;
    Toast* m_toast;
    QTimer m_refresh;
    std::function<QString()> m_saying;
    bool m_storeEmpty = false;
    quint64 m_uncounted = 0;
    bool m_fetchingMore = false;
    bool m_beginning = false;
    quint64 m_applying = 0; ///< ticket of the counts being written; 0: none
    QList<ports::StocktakeLine> m_sent;
    QList<ports::StocktakeLine> m_applied; ///< of the last stocktake, for its protocol
    Instant m_appliedAt;
};

} // namespace belanjain::ui
