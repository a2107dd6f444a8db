// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/inventory_reader.h"
#include "products/code_dialog.h"
#include "products/product_editor.h"
#include "products/product_list_model.h"

#include <QPointer>

#include <functional>

class QStackedWidget;

namespace belanjain::ui {

class DropButton;
class EmptyState;
class ProductsList;
class SearchField;
class Toast;
class ViewSettings;

/// What the products page stands on; everything must outlive it.
struct ProductsServices
{
    ports::CatalogueReader& reader;
    ports::InventoryReader& inventory; ///< for the categories in use
    ports::CommandSink& sink;
    ports::IdFactory& ids;
    const ports::Clock& clock;
    ports::Pictures& pictures;
    PictureThumbnails* thumbnails = nullptr;
    ViewSettings* settings = nullptr; ///< columns are not remembered without
};

/// The store's products: the list, and the editor of one. It also hears the barcode scanner for the whole window.
class ProductsPage : public QWidget
{
    Q_OBJECT

public:
    ProductsPage(const Theme& theme, const ProductsServices& services, QWidget* parent = nullptr);
    ~ProductsPage() override;

    /// Reads for the first time, and listens to the scanner from then on.
    void start();
    void openProduct(const ProductId& product, const VariantId& variant = {});
    void showQuery(const ports::ProductListQuery& query);
    /// Calls `go` when nothing unsaved is lost by it, after asking the person if something would be.
    void leaveThen(std::function<void()> go);

    /// Who wants a scanned code first (a stocktake that counts); true takes it.
    void setScanTaker(std::function<bool(const QString&)> taker) { m_scanTaker = std::move(taker); }
    /// As if it had been scanned.
    void scan(const QString& code);

    ProductListModel& model() { return m_model; }
    ProductsList& list() { return *m_list; }
    ProductEditor& editor() { return *m_editor; }
    bool isEditing() const;

public Q_SLOTS:
    void createProduct();

Q_SIGNALS:
    /// Products are to come from a file.
    void importAsked();
    /// A scanned code belongs to this variant, and this page is not in front: whoever is shows it.
    void codeFound(const belanjain::ProductId& product, const belanjain::VariantId& variant, const QString& code);
    /// The page has something to show, for whoever brings pages to the front.
    void shown();

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeList();
    void connectParts();
    void retranslate();
    void fillFilters();
    void applyFilters();
    void clearFilters();
    void showState();
    void showList();
    void showEditor();
    void open(const ports::ProductListRow& product);
    void duplicate(const ports::ProductListRow& product);
    void archive(const ProductId& product, const QString& name, bool archived);
    void say(const QString& text, bool undo);
    void codeRead(quint64 ticket, const ports::CodeMatch& match);
    void askAboutCode(const QString& code);
    void linkCode(const VariantId& variant, const QString& former, const QString& code, const QString& title);

    const Theme& m_theme;
    ProductsServices m_services;
    tables::EditHistory m_history;
    ProductListModel m_model;
    QStringList m_categories;
    std::function<bool(const QString&)> m_scanTaker;
    QPointer<QWidget> m_window;
    QPointer<CodeDialog> m_codeDialog;
    quint64 m_ticket;
    quint64 m_codeTicket = 0;
    quint64 m_searchTicket = 0;
    QHash<quint64, QString> m_sent; ///< what to say when it is done

    QStackedWidget* m_stack;
    QLabel* m_title;
    QLabel* m_subtitle;
    Button* m_new;
    SearchField* m_search;
    DropButton* m_category;
    DropButton* m_status;
    ProductsList* m_list;
    EmptyState* m_empty;
    QLabel* m_reading;
    ProductEditor* m_editor;
    Toast* m_toast;
};

} // namespace belanjain::ui
