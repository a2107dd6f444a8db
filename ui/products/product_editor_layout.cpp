// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/button.h"
#include "common/card.h"
#include "common/fields.h"
#include "common/labels.h"
#include "common/link_button.h"
#include "common/messages.h"
#include "common/shortcuts.h"
#include "common/theme.h"
#include "domain/product_fields.h"
#include "pictures/picture_thumbnails.h"
#include "products/buyer_preview.h"
#include "products/options_editor.h"
#include "products/picture_intake.h"
#include "products/picture_strip.h"
#include "products/product_editor.h"
#include "products/specifications_editor.h"
#include "products/variants_table.h"

#include <QAction>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QVBoxLayout>

// How the editor is put together.

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int sideWidth = 340;
constexpr int descriptionHeight = 76;
constexpr int infoRows = 3;
} // namespace

void ProductEditor::makeParts()
{
    setObjectName(u"productEditor"_s);
    m_banner = new Banner(m_theme, this);
    m_banner->setObjectName(u"editorBanner"_s);
    m_banner->setClosable(true);
    m_banner->hide();
    QWidget* head = makeHead();
    QWidget* form = makeForm();
    QWidget* side = makeSide();
    auto* line = new QFrame(this);
    line->setObjectName(u"hline"_s);
    auto* across = new QHBoxLayout;
    across->setSpacing(0);
    across->addWidget(form, 1);
    across->addWidget(side);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(head);
    column->addWidget(line);
    column->addWidget(m_banner);
    column->addLayout(across, 1);
    setFocusProxy(m_name);
    connectParts();
    addShortcuts();
}

QWidget* ProductEditor::makeHead()
{
    auto* box = new QWidget(this);
    box->setFixedHeight(measure::PageHeader);
    m_back = new LinkButton(m_theme, {}, box);
    m_slash = makeLabel(m_theme, u"/"_s, TextStyle::Body, u"secondary"_s, box);
    m_title = new ElidedLabel(m_theme, {}, TextStyle::Page, box);
    m_status = new Chip(m_theme, ChipKind::Done, {}, box);
    m_dot = new IconLabel(m_theme, Icon::DotCircle, &Tokens::accentText, measure::IconSmall, box);
    m_unsaved = makeLabel(m_theme, {}, TextStyle::Secondary, u"secondary"_s, box);
    m_more = new Button(m_theme, Icon::More, {}, box);
    m_cancel = new Button(m_theme, QString(), box);
    m_save = new Button(m_theme, QString(), box);
    m_back->setObjectName(u"editorBack"_s);
    m_title->setObjectName(u"pageTitle"_s);
    m_unsaved->setObjectName(u"editorUnsaved"_s);
    m_more->setObjectName(u"editorMore"_s);
    m_cancel->setObjectName(u"editorCancel"_s);
    m_save->setObjectName(u"editorSave"_s);
    m_save->setKind(Button::Kind::Primary);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(measure::PageMargin, 0, measure::PageMargin, 0);
    row->setSpacing(8);
    row->addWidget(m_back);
    row->addWidget(m_slash);
    row->addWidget(m_title);
    row->addWidget(m_status);
    row->addStretch(1);
    row->addWidget(m_dot);
    row->addWidget(m_unsaved);
    row->addSpacing(4);
    row->addWidget(m_more);
    row->addSpacing(4);
    row->addWidget(m_cancel);
    row->addWidget(m_save);
    return box;
}

QWidget* ProductEditor::makeForm()
{
    m_scroll = new QScrollArea(this);
    m_scroll->setObjectName(u"editorScroll"_s);
    m_scroll->setFocusPolicy(Qt::NoFocus); // follows the focus inside
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_inside = new QWidget(m_scroll);
    m_inside->setObjectName(u"page"_s);
    m_name = new QLineEdit(m_inside);
    m_name->setObjectName(u"editorName"_s);
    m_name->setMaxLength(2 * maxProductName);
    m_category = new QComboBox(m_inside);
    m_category->setObjectName(u"editorCategory"_s);
    m_category->setEditable(true);
    m_category->setInsertPolicy(QComboBox::NoInsert);
    m_category->lineEdit()->setMaxLength(2 * maxCategory);
    m_description = new QPlainTextEdit(m_inside);
    m_description->setObjectName(u"editorDescription"_s);
    m_description->setTabChangesFocus(true);
    m_description->setFixedHeight(descriptionHeight);
    m_nameField = new FormField(m_theme, {}, m_name, m_inside);
    m_categoryField = new FormField(m_theme, {}, m_category, m_inside);
    m_descriptionField = new FormField(m_theme, {}, m_description, m_inside);
    m_optionsTitle = makeLabel(m_theme, {}, TextStyle::Bold, {}, m_inside);
    m_specificationsTitle = makeLabel(m_theme, {}, TextStyle::Bold, {}, m_inside);
    m_options = new OptionsEditor(m_theme, m_inside);
    m_specifications = new SpecificationsEditor(m_theme, m_inside);
    m_variantsTitle = makeLabel(m_theme, {}, TextStyle::Section, {}, m_inside);
    m_combinations = makeLabel(m_theme, {}, TextStyle::Secondary, u"secondary"_s, m_inside);
    m_combinations->setObjectName(u"editorCombinations"_s);
    m_addLeftOut = new LinkButton(m_theme, {}, m_inside);
    m_addLeftOut->setObjectName(u"editorAddLeftOut"_s);
    m_fillDown = new Button(m_theme, QString(), m_inside);
    m_fillDown->setObjectName(u"editorFillDown"_s);
    m_fillDown->setControlSize(Button::Size::Small);
    m_pasteCells = new Button(m_theme, QString(), m_inside);
    m_pasteCells->setObjectName(u"editorPasteCells"_s);
    m_pasteCells->setControlSize(Button::Size::Small);
    m_variants = new VariantsTable(m_theme, m_model, m_inside, m_inside);

    auto* texts = new QGridLayout;
    texts->setContentsMargins(measure::PageMargin, 16, measure::PageMargin, 0);
    texts->setHorizontalSpacing(16);
    texts->setVerticalSpacing(14);
    texts->addWidget(m_nameField, 0, 0, Qt::AlignTop);
    texts->addWidget(m_categoryField, 0, 1, Qt::AlignTop);
    texts->addWidget(m_descriptionField, 1, 0, 1, 2);
    texts->setColumnStretch(0, 5);
    texts->setColumnStretch(1, 2);
    auto* lists = new QGridLayout;
    lists->setContentsMargins(measure::PageMargin, 14, measure::PageMargin, 0);
    lists->setHorizontalSpacing(32);
    lists->setVerticalSpacing(8);
    lists->addWidget(m_optionsTitle, 0, 0);
    lists->addWidget(m_specificationsTitle, 0, 1);
    lists->addWidget(m_options, 1, 0, Qt::AlignTop);
    lists->addWidget(m_specifications, 1, 1, Qt::AlignTop);
    lists->setColumnStretch(0, 1);
    lists->setColumnStretch(1, 1);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(measure::PageMargin, 16, measure::PageMargin, 8);
    bar->setSpacing(8);
    bar->addWidget(m_variantsTitle);
    bar->addWidget(m_combinations);
    bar->addWidget(m_addLeftOut);
    bar->addStretch();
    bar->addWidget(m_fillDown);
    bar->addWidget(m_pasteCells);
    auto* line = new QFrame(m_inside);
    line->setObjectName(u"hline"_s);
    auto* column = new QVBoxLayout(m_inside);
    column->setContentsMargins(0, 0, 0, 48); // room for what is said under the last row
    column->setSpacing(0);
    column->addLayout(texts);
    column->addLayout(lists);
    column->addLayout(bar);
    column->addWidget(line);
    column->addWidget(m_variants);
    column->addStretch(1);
    m_scroll->setWidget(m_inside);
    return m_scroll;
}

QWidget* ProductEditor::makeSide()
{
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(u"editorSide"_s);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFixedWidth(sideWidth);
    auto* side = new QFrame(scroll);
    side->setObjectName(u"sidePanel"_s);
    m_picturesTitle = makeLabel(m_theme, {}, TextStyle::Section, {}, side);
    m_pictureCount = makeLabel(m_theme, {}, TextStyle::Secondary, u"secondary"_s, side);
    m_pictureCount->setObjectName(u"editorPictureCount"_s);
    m_strip = new PictureStrip(m_theme, m_services.thumbnails, side);
    m_pictureHint = makeLabel(m_theme, {}, TextStyle::Secondary, u"secondary"_s, side);
    m_pictureHint->setObjectName(u"editorPictureHint"_s);
    m_pictureHint->setWordWrap(true);
    m_pictureProblem = makeLabel(m_theme, {}, TextStyle::Secondary, u"out"_s, side);
    m_pictureProblem->setObjectName(u"editorPictureProblem"_s);
    m_pictureProblem->setWordWrap(true);
    m_pictureProblem->setTextFormat(Qt::PlainText);
    m_pictureProblem->hide();
    m_intake = new PictureIntake(m_services.pictures, this);
    m_previewTitle = makeLabel(m_theme, {}, TextStyle::Section, {}, side);
    m_openPreview = new LinkButton(m_theme, {}, side);
    m_openPreview->setObjectName(u"editorOpenPreview"_s);
    m_preview = new BuyerPreview(m_theme, m_services.thumbnails, side);
    m_info = new Card(m_theme, side);
    m_info->setObjectName(u"editorInfo"_s);
    auto* rows = new QGridLayout;
    rows->setVerticalSpacing(4);
    for (int i = 0; i < infoRows; ++i) {
        m_infoLabels << makeLabel(m_theme, {}, TextStyle::Body, u"secondary"_s, m_info);
        m_infoValues << makeLabel(m_theme, {}, TextStyle::Body, {}, m_info);
        rows->addWidget(m_infoLabels[i], i, 0);
        rows->addWidget(m_infoValues[i], i, 1, Qt::AlignRight);
    }
    m_info->column()->setContentsMargins(16, 12, 16, 12);
    m_info->column()->addLayout(rows);

    auto* photos = new QHBoxLayout;
    photos->addWidget(m_picturesTitle);
    photos->addStretch();
    photos->addWidget(m_pictureCount);
    auto* preview = new QHBoxLayout;
    preview->addWidget(m_previewTitle);
    preview->addStretch();
    preview->addWidget(m_openPreview);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(measure::PageMargin, 16, measure::PageMargin, measure::PageMargin);
    column->setSpacing(8);
    column->addLayout(photos);
    column->addWidget(m_strip);
    column->addWidget(m_pictureHint);
    column->addWidget(m_pictureProblem);
    column->addSpacing(8);
    column->addLayout(preview);
    column->addWidget(m_preview, 0, Qt::AlignHCenter);
    column->addStretch(1);
    column->addWidget(m_info);
    scroll->setWidget(side);
    return scroll;
}

void ProductEditor::addShortcuts()
{
    const auto add = [this](const QKeySequence& key, const char* text, auto slot) {
        auto* action = new QAction(this);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, slot);
        stateShortcut(action, text);
        addAction(action);
    };
    add(QKeySequence(Qt::CTRL | Qt::Key_S), QT_TRANSLATE_NOOP("Shortcuts", "Save"), [this] { save(); });
    add(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_V), QT_TRANSLATE_NOOP("Shortcuts", "Paste pictures"), [this] { pastePictures(); });
    add(QKeySequence(Qt::CTRL | Qt::Key_Z), QT_TRANSLATE_NOOP("Shortcuts", "Undo"), [this] { undoTyping(); });
}

void ProductEditor::retranslate()
{
    m_back->setText(tr("Products"));
    m_more->setAccessibleName(tr("More"));
    m_more->setToolTip(tr("More"));
    m_save->setText(tr("Save"));
    m_save->setKeyCap(tr("Ctrl S"));
    m_nameField->setLabel(tr("Product name"));
    m_categoryField->setLabel(tr("Category"));
    m_category->lineEdit()->setPlaceholderText(tr("Choose a category"));
    m_descriptionField->setLabel(tr("Description"));
    m_optionsTitle->setText(tr("Options"));
    m_specificationsTitle->setText(tr("Specifications"));
    m_variantsTitle->setText(tr("Variants"));
    m_addLeftOut->setText(tr("Add the missing ones"));
    m_fillDown->setText(tr("Fill down"));
    m_fillDown->setKeyCap(tr("Ctrl D"));
    m_pasteCells->setText(tr("Paste from a spreadsheet"));
    m_picturesTitle->setText(tr("Photos"));
    m_previewTitle->setText(tr("What buyers see"));
    m_openPreview->setText(tr("Open"));
    m_infoLabels[0]->setText(tr("Changed"));
    m_infoLabels[1]->setText(tr("Low below"));
    m_infoLabels[2]->setText(tr("Created"));
    m_options->retranslate();
    m_specifications->retranslate();
    m_variants->retranslate();
    m_strip->retranslate();
    m_pictureProblem->hide();
    showHead();
    showInfo();
    showCombinations();
    showPictures();
    if (m_validated)
        validate();
}

} // namespace belanjain::ui
