// SPDX-License-Identifier: GPL-3.0-or-later
#include "products/product_editor.h"

#include "common/button.h"
#include "common/card.h"
#include "common/fields.h"
#include "common/labels.h"
#include "common/language.h"
#include "common/link_button.h"
#include "common/messages.h"
#include "common/theme.h"
#include "domain/format.h"
#include "domain/variant_grid.h"
#include "domain/violation_text.h"
#include "pictures/picture_thumbnails.h"
#include "products/buyer_preview.h"
#include "products/leave_dialog.h"
#include "products/options_editor.h"
#include "products/picture_intake.h"
#include "products/picture_strip.h"
#include "products/specifications_editor.h"
#include "products/variants_table.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QSignalBlocker>

#include <algorithm>

namespace belanjain::ui {

using namespace Qt::StringLiterals;
using tables::FormPicture;
using tables::FormVariant;
using tables::ProductForm;
using tables::VariantField;

namespace {
constexpr qsizetype mostSteps = 100;
/// Tickets of the port are shared by all who read through it.
constexpr quint64 ticketBase = 0x52'0000'0000;

/// Other options or variants than the change was made on.
bool isOvertaken(const Violation& violation)
{
    return violation.rule == Rule::OptionsMismatch && violation.field == expectedField;
}
} // namespace

ProductEditor::ProductEditor(const Theme& theme, const ProductEditorServices& services, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_services(services)
    , m_model(m_form)
    , m_ticket(ticketBase)
{
    makeParts();
    retranslate();
}

ProductEditor::~ProductEditor() = default;

void ProductEditor::connectParts()
{
    connect(&m_services.reader, &ports::CatalogueReader::productRead, this,
            [this](quint64 ticket, const std::optional<ports::ProductDetail>& detail) {
                if (ticket != m_readTicket)
                    return;
                if (detail) {
                    take(*detail);
                    return;
                }
                Q_EMIT problem(tr("The product is no longer there."));
                Q_EMIT closeAsked();
            });
    connect(&m_services.reader, &ports::CatalogueReader::failed, this, [this](quint64 ticket, const QString& reason) {
        if (ticket == m_readTicket)
            Q_EMIT problem(reason);
    });
    connect(&m_services.reader, &ports::CatalogueReader::stale, this, [this] {
        // What is being typed is not taken away; only a page at rest follows.
        if (!m_form.isNew && m_reading == Reading::Nothing && m_saveTicket == 0 && !isDirty() && !m_variants->editor()) {
            m_reading = Reading::AfterSave;
            m_services.reader.readProduct(m_readTicket = nextTicket(), m_form.product);
        }
    });
    connect(&m_services.sink, &ports::CommandSink::done, this, &ProductEditor::settle);
    connect(m_back, &LinkButton::clicked, this, [this] { leaveThen([this] { Q_EMIT closeAsked(); }); });
    connect(m_cancel, &Button::clicked, this, [this] {
        if (!isDirty() || m_form.isNew) {
            leaveThen([this] { Q_EMIT closeAsked(); });
            return;
        }
        remember(); // Ctrl Z brings it back
        m_form = m_before;
        showForm();
    });
    connect(m_save, &Button::clicked, this, &ProductEditor::save);
    connect(m_more, &Button::clicked, this, &ProductEditor::openMenu);
    connect(m_name, &QLineEdit::textEdited, this, [this](const QString& text) {
        m_form.name = text.trimmed();
        changed();
    });
    connect(m_category, &QComboBox::currentTextChanged, this, [this](const QString& text) {
        if (m_filling)
            return;
        m_form.category = text.trimmed();
        changed();
    });
    connect(m_description, &QPlainTextEdit::textChanged, this, [this] {
        if (m_filling)
            return;
        m_form.description = m_description->toPlainText();
        changed();
    });
    connect(m_options, &OptionsEditor::changed, this, &ProductEditor::applyOptions);
    connect(m_specifications, &SpecificationsEditor::changed, this, [this] {
        m_form.specifications = m_specifications->specifications();
        changed();
    });
    connect(&m_model, &VariantsModel::aboutToEdit, this, &ProductEditor::remember);
    connect(&m_model, &VariantsModel::edited, this, [this] {
        changed();
        m_model.setProblems(tables::problemsOf(m_form)); // a cell says what is wrong when it is left
    });
    connect(m_variants, &VariantsTable::leaveOutAsked, this, &ProductEditor::leaveOut);
    connect(m_variants, &VariantsTable::revealAsked, this, [this](const QRect& cell) {
        const QPoint at = m_variants->viewport()->mapTo(m_inside, cell.center());
        m_scroll->ensureVisible(at.x(), at.y(), 0, 2 * measure::Row);
    });
    connect(m_addLeftOut, &LinkButton::clicked, this, &ProductEditor::addLeftOut);
    connect(m_fillDown, &Button::clicked, this, [this] { m_variants->fillDown(); });
    connect(m_pasteCells, &Button::clicked, this, [this] {
        m_variants->setFocus(Qt::OtherFocusReason);
        m_variants->pasteCells();
    });
    connect(m_strip, &PictureStrip::changed, this, [this] {
        remember();
        m_form.pictures = m_strip->pictures();
        changed();
    });
    connect(m_strip, &PictureStrip::addAsked, this, &ProductEditor::chooseFiles);
    connect(m_strip, &PictureStrip::pasteAsked, this, &ProductEditor::pastePictures);
    connect(m_strip, &PictureStrip::dropped, this, [this](const QMimeData* mime) {
        m_pictureProblem->hide();
        m_intake->take(*mime, tables::maxFormPictures - int(m_form.pictures.size()) - m_intake->pending());
    });
    connect(m_intake, &PictureIntake::taken, this, &ProductEditor::addPicture);
    connect(m_intake, &PictureIntake::refused, this, [this](const QString& why) {
        m_pictureProblem->setText(why);
        m_pictureProblem->show();
    });
    connect(m_intake, &PictureIntake::pendingChanged, this, &ProductEditor::showPictures);
    connect(m_openPreview, &LinkButton::clicked, this, &ProductEditor::openPreview);
}

void ProductEditor::open(const ProductId& product, const VariantId& variant)
{
    m_wantedVariant = variant;
    m_reading = Reading::Product;
    m_services.reader.readProduct(m_readTicket = nextTicket(), product);
}

void ProductEditor::duplicate(const ProductId& product)
{
    m_reading = Reading::Copy;
    m_services.reader.readProduct(m_readTicket = nextTicket(), product);
}

void ProductEditor::openNew(const QString& barcode)
{
    ProductForm form = tables::emptyForm(m_services.ids);
    form.variants[0].barcode = barcode;
    begin(form);
}

void ProductEditor::openCopy(const ProductForm& form)
{
    ProductForm copy = tables::copyOf(form, m_services.ids);
    copy.name = tr("%1 (copy)").arg(form.name);
    begin(copy);
    m_before.name.clear(); // a copy that nobody touched is worth saving, and asking about
    changed();
}

void ProductEditor::take(const ports::ProductDetail& detail)
{
    const Reading why = std::exchange(m_reading, Reading::Nothing);
    m_readTicket = 0;
    const ProductForm fresh = tables::formOf(detail);
    if (why == Reading::Copy) {
        openCopy(fresh);
        return;
    }
    m_createdAt = detail.createdAt;
    m_updatedAt = detail.updatedAt;
    if (why == Reading::AfterRefusal) {
        // What went in is the base now; what was refused is still as typed.
        m_before = fresh;
        m_form.isNew = false;
        if (std::any_of(m_refusals.begin(), m_refusals.end(), isOvertaken)) {
            m_form.options = fresh.options;
            m_form.variants = fresh.variants;
        }
        for (FormVariant& variant : m_form.variants)
            variant.saved = std::any_of(fresh.variants.begin(), fresh.variants.end(),
                                        [&](const FormVariant& one) { return one.id == variant.id; });
        for (FormPicture& one : m_form.pictures) {
            const auto there = std::find_if(fresh.pictures.begin(), fresh.pictures.end(),
                                            [&](const FormPicture& other) { return other.id == one.id; });
            if (there != fresh.pictures.end())
                one = *there;
        }
        showForm();
        m_validated = true;
        showProblems(m_refusals);
        goToFirst(m_refusals);
        return;
    }
    if (why == Reading::AfterSave) {
        if (isDirty() || m_saveTicket != 0 || m_form.product != fresh.product)
            return; // somebody has begun to type meanwhile, or another product is shown
        const QModelIndex current = m_variants->currentIndex();
        m_before = m_form = fresh;
        const bool same = current.isValid();
        showForm();
        if (same)
            m_variants->setCurrentIndex(m_model.index(current.row(), current.column()));
        return;
    }
    begin(fresh);
    m_createdAt = detail.createdAt;
    m_updatedAt = detail.updatedAt;
    showInfo();
    for (qsizetype i = 0; i < m_form.variants.size(); ++i) {
        if (m_form.variants[i].id == m_wantedVariant)
            m_variants->goTo(int(i), VariantField::Available);
    }
    m_wantedVariant = {};
}

void ProductEditor::begin(const ProductForm& form)
{
    m_before = m_form = form;
    m_past.clear();
    m_validated = false;
    m_createdAt = {};
    m_updatedAt = {};
    m_pictureProblem->hide();
    m_banner->hide();
    showForm();
    showProblems({});
    m_scroll->ensureVisible(0, 0);
    m_name->setFocus(Qt::OtherFocusReason);
}

void ProductEditor::setCategories(const QStringList& categories)
{
    m_categories = categories;
    m_filling = true;
    const QString text = m_category->currentText();
    m_category->clear();
    m_category->addItems(categories);
    m_category->setCurrentText(text);
    m_filling = false;
}

void ProductEditor::setStore(const StoreProfile& profile)
{
    m_store = profile;
    m_variants->variantsDelegate().setThreshold(profile.lowStockThreshold);
    showInfo();
    m_preview->show(m_form, m_store.location);
}

bool ProductEditor::isDirty() const { return !(m_form == m_before) || m_variants->editor(); }

void ProductEditor::showForm()
{
    m_filling = true;
    if (m_name->text().trimmed() != m_form.name)
        m_name->setText(m_form.name);
    m_category->setCurrentText(m_form.category);
    if (m_description->toPlainText() != m_form.description)
        m_description->setPlainText(m_form.description);
    m_filling = false;
    if (m_options->options() != m_form.options || m_options->isSaved() == m_form.isNew)
        m_options->setOptions(m_form.options, !m_form.isNew);
    if (m_specifications->specifications() != m_form.specifications)
        m_specifications->setSpecifications(m_form.specifications);
    m_model.reset();
    changed();
}

/// Everything that follows from the form.
void ProductEditor::changed()
{
    showHead();
    showInfo();
    showCombinations();
    showPictures();
    m_preview->show(m_form, m_store.location);
    if (m_validated)
        validate();
}

void ProductEditor::showHead()
{
    const bool dirty = isDirty();
    m_title->setText(!m_form.name.isEmpty() ? m_form.name : m_form.isNew ? tr("New product") : m_before.name);
    m_status->setVisible(!m_form.isNew);
    m_status->set(m_form.archived ? ChipKind::Cancelled : ChipKind::Done, m_form.archived ? tr("Archived") : tr("Active"));
    m_dot->setVisible(dirty);
    m_unsaved->setVisible(dirty || m_form.isNew);
    m_unsaved->setText(dirty ? tr("Not saved") : tr("Needs a name, a category and a price"));
    m_save->setEnabled(dirty && m_saveTicket == 0);
    m_save->setToolTip(dirty          ? tr("Save (Ctrl+S)")
                       : m_form.isNew ? tr("Fill in a name, a category and a price first")
                                      : tr("Nothing has been changed yet"));
    m_more->setVisible(!m_form.isNew);
    m_cancel->setText(dirty && !m_form.isNew ? tr("Discard changes") : m_form.isNew ? tr("Cancel") : tr("Close"));
}

void ProductEditor::showInfo()
{
    m_info->setVisible(!m_form.isNew);
    const QTimeZone zone(m_store.timeZone.toUtf8());
    const QTimeZone used = zone.isValid() ? zone : QTimeZone("Asia/Jakarta");
    const Language language = uiLanguage();
    m_infoValues[0]->setText(m_updatedAt.ms > 0 ? formatDateTime(m_updatedAt, used, language) : tr("not synced yet"));
    m_infoValues[1]->setText(tr("%1 (store default)").arg(formatCount(m_store.lowStockThreshold, language)));
    m_infoValues[2]->setText(m_createdAt.ms > 0 ? formatDate(m_createdAt, used, language) : tr("not synced yet"));
}

void ProductEditor::showCombinations()
{
    const qint64 all = tables::combinationsOf(m_form);
    const qsizetype here = m_form.variants.size();
    const bool several = !m_form.options.isEmpty();
    m_combinations->setVisible(several);
    m_combinations->setText(tr("%1 of %2 combinations").arg(here).arg(all));
    m_addLeftOut->setVisible(several && here < all);
    m_fillDown->setVisible(here > 1);
    m_pasteCells->setVisible(here > 1);
    m_fillDown->setFocusPolicy(Qt::TabFocus);
}

void ProductEditor::showPictures()
{
    m_strip->setPictures(m_form.pictures);
    const int pending = m_intake->pending();
    m_pictureCount->setText(pending > 0 ? tr("Checking…")
                                        : tr("%1 of %2").arg(m_form.pictures.size()).arg(tables::maxFormPictures));
    const QString keys = u"Ctrl\u00a0Shift\u00a0V"_s; // stay on one line
    m_pictureHint->setText(m_form.pictures.size() > 1
                               ? tr("Drag to sort. Paste with %1. JPEG or PNG, up to 5 MB.").arg(keys)
                               : tr("Paste with %1. JPEG or PNG, up to 5 MB.").arg(keys));
}

void ProductEditor::remember()
{
    m_past.append(m_form);
    if (m_past.size() > mostSteps)
        m_past.removeFirst();
}

void ProductEditor::undoTyping()
{
    if (m_past.isEmpty())
        return;
    // Texts have an undo of their own, and keep what they hold.
    ProductForm former = m_past.takeLast();
    former.name = m_form.name;
    former.description = m_form.description;
    former.category = m_form.category;
    former.specifications = m_form.specifications;
    m_form = former;
    showForm();
}

void ProductEditor::applyOptions()
{
    const QList<Option> options = m_options->options();
    if (options == m_form.options)
        return;
    m_variants->finishEditing();
    const ProductForm before = m_form;
    if (!tables::setOptions(m_form, options, m_services.ids)) {
        m_options->setOptions(m_form.options, !m_form.isNew);
        m_options->setProblem(tr("A variant that is saved would be left without its value. It stays, since it has stock "
                                 "and orders of its own; rename the value, or set its stock to 0."));
        return;
    }
    m_options->setProblem({});
    m_past.append(before);
    if (m_past.size() > mostSteps)
        m_past.removeFirst();
    m_model.reset();
    changed();
}

void ProductEditor::leaveOut(int row)
{
    if (row < 0 || row >= m_form.variants.size() || m_form.variants[row].saved || m_form.variants.size() < 2)
        return;
    remember();
    m_form.variants.removeAt(row);
    m_model.reset();
    m_variants->setCurrentIndex(m_model.index(std::min(row, m_model.rowCount() - 1), m_model.columnOf(VariantField::Price)));
    changed();
}

void ProductEditor::addLeftOut()
{
    remember();
    tables::addLeftOut(m_form, m_services.ids);
    m_model.reset();
    changed();
}

void ProductEditor::addPicture(const QString& hash, const QSize& size)
{
    if (m_form.pictures.size() >= tables::maxFormPictures)
        return;
    const bool there = std::any_of(m_form.pictures.begin(), m_form.pictures.end(),
                                   [&](const FormPicture& one) { return one.hash == hash; });
    if (there) {
        m_pictureProblem->setText(tr("This photo is here already."));
        m_pictureProblem->show();
        return;
    }
    remember();
    m_form.pictures.append({.id = m_services.ids.make<ImageId>(),
                            .hash = hash,
                            .width = size.width(),
                            .height = size.height(),
                            .state = ports::PictureState::Waiting,
                            .added = true});
    changed();
}

void ProductEditor::chooseFiles()
{
    m_pictureProblem->hide();
    auto* dialog = new QFileDialog(this, tr("Add photos"), {}, tr("Photos (*.jpg *.jpeg *.png)"));
    dialog->setObjectName(u"pictureFiles"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList& files) {
        const int room = tables::maxFormPictures - int(m_form.pictures.size()) - m_intake->pending();
        m_intake->takeFiles(files.mid(0, room));
    });
    dialog->open();
}

void ProductEditor::pastePictures()
{
    const QMimeData* mime = QApplication::clipboard()->mimeData();
    m_pictureProblem->hide();
    if (mime && PictureIntake::holdsPictures(*mime))
        m_intake->take(*mime, tables::maxFormPictures - int(m_form.pictures.size()) - m_intake->pending());
}

void ProductEditor::openMenu()
{
    auto* menu = new QMenu(this);
    menu->setObjectName(u"editorMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString& name, Icon icon, const QString& text, auto slot) {
        QAction* action = menu->addAction(m_theme.icon(icon), text);
        action->setObjectName(name);
        connect(action, &QAction::triggered, this, slot);
    };
    add(u"duplicate"_s, Icon::Copy, tr("Duplicate"), [this] { leaveThen([this] { openCopy(m_form); }); });
    add(u"preview"_s, Icon::Eye, tr("View as a buyer"), [this] { openPreview(); });
    add(u"archive"_s, m_form.archived ? Icon::Undo : Icon::Box, m_form.archived ? tr("Restore") : tr("Archive"), [this] {
        Q_EMIT archiveAsked(m_form.product, m_form.name, !m_form.archived);
    });
    // Right edges flush: what is at the page's right end stays inside it.
    menu->popup(m_more->mapToGlobal(QPoint(m_more->width() - menu->sizeHint().width(), m_more->height() + 4)));
}

void ProductEditor::openPreview()
{
    auto* dialog = new BuyerPreviewDialog(m_theme, m_services.thumbnails, m_form, m_store.name, this);
    dialog->open();
}

void ProductEditor::validate() { showProblems(tables::problemsOf(m_form)); }

void ProductEditor::showProblems(const QList<Violation>& problems)
{
    QString name;
    QString category;
    QString description;
    QString options;
    QString specifications;
    const auto first = [](QString& text, const Violation& one) {
        if (text.isEmpty())
            text = ruleText(one, uiLanguage());
    };
    for (const Violation& one : problems) {
        if (one.field == u"name")
            first(name, one);
        else if (one.field == u"category")
            first(category, one);
        else if (one.field == u"description")
            first(description, one);
        else if (one.field.startsWith(u"specifications"))
            first(specifications, one);
        else if (!tables::cellOf(one) && (one.field.startsWith(u"options") || one.field.startsWith(u"variants")))
            first(options, one);
    }
    m_nameField->setError(name);
    m_categoryField->setError(category);
    m_descriptionField->setError(description);
    m_options->setProblem(options);
    m_specifications->setProblem(specifications);
    m_model.setProblems(problems);
}

void ProductEditor::goToFirst(const QList<Violation>& problems)
{
    for (const Violation& one : problems) {
        if (one.field == u"name") {
            m_name->setFocus(Qt::OtherFocusReason);
            m_scroll->ensureWidgetVisible(m_name);
            return;
        }
    }
    for (const Violation& one : problems) {
        if (const auto cell = tables::cellOf(one)) {
            m_variants->goTo(cell->first, cell->second);
            return;
        }
    }
    if (!problems.isEmpty() && problems.constFirst().field.startsWith(u"options"))
        m_scroll->ensureWidgetVisible(m_options);
}

void ProductEditor::save()
{
    m_variants->finishEditing();
    applyOptions();
    if (m_saveTicket != 0 || !isDirty())
        return;
    m_validated = true;
    const QList<Violation> problems = tables::problemsOf(m_form);
    showProblems(problems);
    if (!problems.isEmpty()) {
        m_afterSave = {};
        goToFirst(problems);
        return;
    }
    m_banner->hide();
    m_sent = tables::changesBetween(m_before, m_form);
    if (m_sent.isEmpty()) {
        m_before = m_form;
        changed();
        if (const auto go = std::exchange(m_afterSave, {}))
            go();
        return;
    }
    m_saveTicket = m_services.sink.submit(m_sent.forward);
    m_services.history.record(m_saveTicket, {.field = ports::EditField::Product,
                                             .forward = m_sent.forward.mid(0, m_sent.inverse.size()),
                                             .inverse = m_sent.inverse});
    showHead();
}

void ProductEditor::settle(quint64 ticket, const QList<ports::CommandResult>& results)
{
    if (m_saveTicket == 0 || ticket != m_saveTicket)
        return;
    m_saveTicket = 0;
    QList<Violation> refused;
    QString storage;
    int applied = 0;
    for (qsizetype i = 0; i < results.size(); ++i) {
        if (results[i].applied) {
            ++applied;
        } else if (results[i].violation) {
            Violation why = *results[i].violation;
            if (!m_sent.fields.value(i).isEmpty())
                why.field = m_sent.fields[i];
            refused += why;
        } else {
            storage = results[i].storageProblem;
        }
    }
    const bool made = !m_form.isNew || (!results.isEmpty() && results.constFirst().applied);
    if (refused.isEmpty() && storage.isEmpty()) {
        const bool isNew = std::exchange(m_form.isNew, false);
        for (FormVariant& variant : m_form.variants)
            variant.saved = true;
        m_before = m_form;
        m_past.clear();
        m_validated = false;
        showHead();
        Q_EMIT saved(m_form.name, isNew, !m_sent.lasting);
        if (const auto go = std::exchange(m_afterSave, {})) {
            go();
            return;
        }
        m_reading = Reading::AfterSave;
        m_services.reader.readProduct(m_readTicket = nextTicket(), m_form.product);
        return;
    }
    m_afterSave = {};
    if (!storage.isEmpty()) {
        m_banner->showMessage(Level::Out, tr("<b>The product could not be saved on this computer.</b> %1")
                                              .arg(storage.toHtmlEscaped()));
        m_banner->show();
        showHead();
        return;
    }
    const bool overtaken = std::any_of(refused.begin(), refused.end(), isOvertaken);
    for (const Violation& one : std::as_const(refused)) {
        if (isOvertaken(one)) {
            m_banner->showMessage(Level::Out, tr("<b>The options were changed elsewhere meanwhile.</b> They are shown as they "
                                                 "are now; please make your change to them again."));
            m_banner->show();
        } else if (!tables::cellOf(one)) {
            m_banner->showMessage(Level::Out, ruleText(one, uiLanguage()).toHtmlEscaped());
            m_banner->show();
        }
    }
    if ((applied > 0 && made) || overtaken) {
        m_refusals = refused;
        m_reading = Reading::AfterRefusal;
        m_services.reader.readProduct(m_readTicket = nextTicket(), m_form.product);
        return;
    }
    showProblems(refused);
    goToFirst(refused);
    showHead();
}

void ProductEditor::leaveThen(std::function<void()> go)
{
    m_variants->finishEditing();
    if (!isDirty()) {
        go();
        return;
    }
    if (m_asking)
        return;
    m_asking = true;
    auto* dialog = new LeaveDialog(m_theme, m_form.isNew ? QString() : m_before.name, tables::problemsOf(m_form).isEmpty(),
                                   window());
    connect(dialog, &QDialog::finished, this, [this] { m_asking = false; });
    connect(dialog, &LeaveDialog::saveChosen, this, [this, go] {
        m_afterSave = go;
        save();
    });
    connect(dialog, &LeaveDialog::discardChosen, this, [this, go] {
        m_form = m_before;
        m_validated = false;
        showForm();
        showProblems({});
        go();
    });
    dialog->open();
}

void ProductEditor::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ProductEditor::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.tokens().surface);
}

} // namespace belanjain::ui
