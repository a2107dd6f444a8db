// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/catalogue_reader.h"
#include "ports/clock.h"
#include "ports/command_sink.h"
#include "ports/id_factory.h"
#include "ports/pictures.h"
#include "products/variants_model.h"
#include "tables/edit_history.h"
#include "tables/product_form.h"

#include <QTimeZone>
#include <QWidget>

#include <functional>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QScrollArea;

namespace belanjain::ui {

class Banner;
class BuyerPreview;
class Button;
class Card;
class Chip;
class ElidedLabel;
class FormField;
class IconLabel;
class LinkButton;
class OptionsEditor;
class PictureIntake;
class PictureStrip;
class PictureThumbnails;
class SpecificationsEditor;
class Theme;
class VariantsTable;

/// What an editor stands on; everything must outlive it.
struct ProductEditorServices
{
    ports::CatalogueReader& reader;
    ports::CommandSink& sink;
    ports::IdFactory& ids;
    const ports::Clock& clock;
    ports::Pictures& pictures;
    tables::EditHistory& history;
    PictureThumbnails* thumbnails = nullptr;
};

/// One product with everything a seller says about it. What is typed stays here until it is saved, in one piece; what
/// others change meanwhile is not in the way, since only differences are sent.
class ProductEditor : public QWidget
{
    Q_OBJECT

public:
    ProductEditor(const Theme& theme, const ProductEditorServices& services, QWidget* parent = nullptr);
    ~ProductEditor() override;

    /// Reads the product and shows it; with a variant, its row is the current one.
    void open(const ProductId& product, const VariantId& variant = {});
    /// A new product, with a barcode for its only variant if there is one.
    void openNew(const QString& barcode = {});
    void openCopy(const tables::ProductForm& form);
    /// Reads the product and begins a new one like it.
    void duplicate(const ProductId& product);
    void setCategories(const QStringList& categories);
    /// Where the buyer sees the product sent from, and what counts as low.
    void setStore(const StoreProfile& profile);

    const tables::ProductForm& form() const { return m_form; }
    bool isDirty() const;
    /// Calls `go` at once when nothing is unsaved; else asks once, and calls it after saving or discarding.
    void leaveThen(std::function<void()> go);
    bool isAsking() const { return m_asking; }
    VariantsTable& variants() { return *m_variants; }

public Q_SLOTS:
    void save();

Q_SIGNALS:
    /// Back to the list.
    void closeAsked();
    /// undoable: all of it can be taken back.
    void saved(const QString& name, bool isNew, bool undoable);
    void archiveAsked(const belanjain::ProductId& product, const QString& name, bool archived);
    void duplicateAsked();
    void problem(const QString& sentence);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void makeParts();
    QWidget* makeHead();
    QWidget* makeForm();
    QWidget* makeSide();
    void connectParts();
    void addShortcuts();
    void retranslate();

    void take(const ports::ProductDetail& detail);
    void begin(const tables::ProductForm& form);
    void showForm();
    void showHead();
    void showInfo();
    void showCombinations();
    void showPictures();
    void remember();
    void undoTyping();
    void changed();
    void applyOptions();
    void leaveOut(int row);
    void addLeftOut();
    void addPicture(const QString& hash, const QSize& size);
    void chooseFiles();
    void pastePictures();
    void openMenu();
    void openPreview();
    void validate();
    void showProblems(const QList<Violation>& problems);
    void goToFirst(const QList<Violation>& problems);
    void settle(quint64 ticket, const QList<ports::CommandResult>& results);
    quint64 nextTicket() { return ++m_ticket; }

    const Theme& m_theme;
    ProductEditorServices m_services;
    tables::ProductForm m_form;
    tables::ProductForm m_before;
    QList<tables::ProductForm> m_past; ///< what Ctrl Z goes back to
    VariantsModel m_model;
    QStringList m_categories;
    StoreProfile m_store;
    Instant m_createdAt;
    Instant m_updatedAt;

    enum class Reading { Nothing, Product, Copy, AfterSave, AfterRefusal };
    Reading m_reading = Reading::Nothing;
    VariantId m_wantedVariant;
    quint64 m_ticket;
    quint64 m_readTicket = 0;
    quint64 m_saveTicket = 0;
    tables::FormChanges m_sent;
    QList<Violation> m_refusals;
    std::function<void()> m_afterSave;
    bool m_asking = false;
    bool m_filling = false;
    bool m_validated = false; ///< after the first try to save, problems are shown as they come and go

    LinkButton* m_back;
    QLabel* m_slash;
    ElidedLabel* m_title;
    Chip* m_status;
    IconLabel* m_dot;
    QLabel* m_unsaved;
    Button* m_more;
    Button* m_cancel;
    Button* m_save;
    Banner* m_banner;
    QScrollArea* m_scroll;
    QWidget* m_inside;
    QLineEdit* m_name;
    QComboBox* m_category;
    QPlainTextEdit* m_description;
    FormField* m_nameField;
    FormField* m_categoryField;
    FormField* m_descriptionField;
    QLabel* m_optionsTitle;
    QLabel* m_specificationsTitle;
    OptionsEditor* m_options;
    SpecificationsEditor* m_specifications;
    QLabel* m_variantsTitle;
    QLabel* m_combinations;
    LinkButton* m_addLeftOut;
    Button* m_fillDown;
    Button* m_pasteCells;
    VariantsTable* m_variants;
    QLabel* m_picturesTitle;
    QLabel* m_pictureCount;
    PictureStrip* m_strip;
    QLabel* m_pictureHint;
    QLabel* m_pictureProblem;
    PictureIntake* m_intake;
    QLabel* m_previewTitle;
    LinkButton* m_openPreview;
    BuyerPreview* m_preview;
    Card* m_info;
    QList<QLabel*> m_infoLabels;
    QList<QLabel*> m_infoValues;
};

} // namespace belanjain::ui
