// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/store_page.h"

#include "common/button.h"
#include "common/fields.h"
#include "common/labels.h"
#include "common/language.h"
#include "common/messages.h"
#include "common/shortcuts.h"
#include "common/theme.h"
#include "domain/violation_text.h"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QMessageBox>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QTimeZone>
#include <QVBoxLayout>

#include <utility>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int columnWidth = 560;
constexpr int descriptionHeight = 160;
constexpr int highestThreshold = 1'000'000;

} // namespace

StorePage::StorePage(const Theme& theme, ports::CatalogueReader& catalogue, ports::CommandSink& sink, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_catalogue(catalogue)
    , m_sink(sink)
    , m_title(makeLabel(theme, {}, TextStyle::Page, {}, this))
    , m_subtitle(makeLabel(theme, {}, TextStyle::Body, u"secondary"_s, this))
    , m_name(new QLineEdit(this))
    , m_location(new QLineEdit(this))
    , m_description(new QPlainTextEdit(this))
    , m_zone(new QComboBox(this))
    , m_threshold(new QSpinBox(this))
    , m_nameField(new FormField(theme, {}, m_name, this))
    , m_locationField(new FormField(theme, {}, m_location, this))
    , m_descriptionField(new FormField(theme, {}, m_description, this))
    , m_zoneField(new FormField(theme, {}, m_zone, this))
    , m_thresholdField(new FormField(theme, {}, m_threshold, this))
    , m_save(new Button(theme, QString(), this))
    , m_discard(new Button(theme, QString(), this))
    , m_toast(new Toast(theme, this))
{
    setObjectName(u"storePage"_s);
    layOut();
    retranslate();
    check();
    connect(&catalogue, &ports::CatalogueReader::storeRead, this, &StorePage::takeProfile);
    connect(&sink, &ports::CommandSink::done, this, &StorePage::takeResult);
    connect(m_name, &QLineEdit::textChanged, this, &StorePage::check);
    connect(m_location, &QLineEdit::textChanged, this, &StorePage::check);
    connect(m_description, &QPlainTextEdit::textChanged, this, &StorePage::check);
    connect(m_zone, &QComboBox::currentIndexChanged, this, &StorePage::check);
    connect(m_threshold, &QSpinBox::valueChanged, this, &StorePage::check);
    connect(m_save, &Button::clicked, this, &StorePage::save);
    connect(m_discard, &Button::clicked, this, &StorePage::discard);
    auto* action = new QAction(this);
    action->setShortcut(QKeySequence::Save);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, &StorePage::save);
    addAction(action);
    nameShortcutGroup(this, QT_TRANSLATE_NOOP("Shortcuts", "Store"));
    stateShortcut(action, QT_TRANSLATE_NOOP("Shortcuts", "Save"));
}

void StorePage::layOut()
{
    m_title->setObjectName(u"pageTitle"_s);
    m_name->setObjectName(u"store.name"_s);
    m_location->setObjectName(u"store.location"_s);
    m_description->setObjectName(u"store.description"_s);
    m_zone->setObjectName(u"store.zone"_s);
    m_threshold->setObjectName(u"store.threshold"_s);
    m_save->setObjectName(u"store.save"_s);
    m_discard->setObjectName(u"store.discard"_s);
    m_toast->setObjectName(u"storeToast"_s);
    m_toast->setBottomInset(0);
    m_save->setKind(Button::Kind::Primary);
    m_description->setTabChangesFocus(true);
    m_description->setFixedHeight(descriptionHeight);
    m_threshold->setRange(0, highestThreshold);
    m_threshold->setMaximumWidth(160);
    auto* headBox = new QWidget(this);
    headBox->setFixedHeight(measure::PageHeader);
    auto* head = new QHBoxLayout(headBox);
    head->setContentsMargins(measure::PageMargin, 0, measure::PageMargin, 0);
    head->addWidget(m_title);
    auto* line = new QFrame(this); // what is scrolled goes under it
    line->setObjectName(u"hline"_s);

    auto* form = new QWidget(this);
    form->setMaximumWidth(columnWidth);
    auto* column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(16);
    column->addWidget(m_subtitle);
    for (FormField* field : {m_nameField, m_locationField, m_descriptionField, m_zoneField, m_thresholdField})
        column->addWidget(field);
    auto* actions = new QHBoxLayout;
    actions->setSpacing(8);
    actions->addWidget(m_save);
    actions->addWidget(m_discard);
    actions->addStretch();
    column->addLayout(actions);
    auto* content = new QWidget;
    auto* across = new QHBoxLayout(content);
    across->setContentsMargins(measure::PageMargin, 16, measure::PageMargin, measure::PageMargin);
    across->addWidget(form, 1, Qt::AlignTop);
    across->addStretch();
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    content->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(headBox);
    all->addWidget(line);
    all->addWidget(scroll, 1);
    setFocusProxy(m_name);
}

void StorePage::start() { m_catalogue.readStore(); }

void StorePage::fillZones()
{
    const QString current = m_zone->currentData().toString();
    const QSignalBlocker quiet(m_zone);
    m_zone->clear();
    m_zone->addItem(tr("Western Indonesia Time (WIB), Jakarta"), u"Asia/Jakarta"_s);
    m_zone->addItem(tr("Central Indonesia Time (WITA), Makassar"), u"Asia/Makassar"_s);
    m_zone->addItem(tr("Eastern Indonesia Time (WIT), Jayapura"), u"Asia/Jayapura"_s);
    m_zone->insertSeparator(m_zone->count());
    const QList<QByteArray> others = QTimeZone::availableTimeZoneIds();
    for (const QByteArray& zone : others) {
        if (m_zone->findData(QString::fromLatin1(zone)) < 0)
            m_zone->addItem(QString::fromLatin1(zone), QString::fromLatin1(zone));
    }
    m_zone->setCurrentIndex(std::max(0, m_zone->findData(current)));
}

StoreProfile StorePage::typed() const
{
    return {.name = m_name->text(),
            .location = m_location->text(),
            .description = m_description->toPlainText(),
            .lowStockThreshold = m_threshold->value(),
            .timeZone = m_zone->currentData().toString()};
}

void StorePage::fill(const StoreProfile& profile)
{
    // Each by itself: setting a text that is there already would move the cursor.
    if (m_name->text() != profile.name)
        m_name->setText(profile.name);
    if (m_location->text() != profile.location)
        m_location->setText(profile.location);
    if (m_description->toPlainText() != profile.description)
        m_description->setPlainText(profile.description);
    if (m_zone->findData(profile.timeZone) < 0)
        m_zone->addItem(profile.timeZone, profile.timeZone);
    m_zone->setCurrentIndex(m_zone->findData(profile.timeZone));
    m_threshold->setValue(profile.lowStockThreshold);
}

void StorePage::takeProfile(const StoreId& id, const StoreProfile& profile)
{
    const StoreProfile before = m_saved;
    const StoreProfile now = typed();
    const bool first = !m_known;
    m_id = id;
    m_saved = profile;
    m_known = true;
    StoreProfile shown = profile;
    if (!first) {
        const auto keep = [&](auto StoreProfile::*field) {
            if (now.*field != before.*field)
                shown.*field = now.*field;
        };
        keep(&StoreProfile::name);
        keep(&StoreProfile::location);
        keep(&StoreProfile::description);
        keep(&StoreProfile::timeZone);
        keep(&StoreProfile::lowStockThreshold);
    }
    fill(shown);
    check();
}

bool StorePage::hasChanges() const { return m_known && typed() != m_saved; }

FormField* StorePage::fieldOf(const QString& name) const
{
    if (name == u"location")
        return m_locationField;
    if (name == u"description")
        return m_descriptionField;
    if (name == u"timeZone")
        return m_zoneField;
    if (name == u"lowStockThreshold")
        return m_thresholdField;
    return m_nameField;
}

void StorePage::check()
{
    for (FormField* field : {m_nameField, m_locationField, m_descriptionField, m_zoneField, m_thresholdField})
        field->setError({});
    const auto checked = checkStoreProfile(typed());
    if (m_known && !checked) {
        for (const Violation& violation : checked.error())
            fieldOf(violation.field)->setError(ruleText(violation, uiLanguage()));
    }
    m_save->setEnabled(hasChanges() && checked.has_value() && m_ticket == 0);
    m_discard->setEnabled(hasChanges());
}

void StorePage::save()
{
    const auto checked = checkStoreProfile(typed());
    if (!hasChanges() || !checked || m_ticket != 0)
        return;
    ports::UpdateStore command{.store = m_id};
    if (checked->name != m_saved.name)
        command.name = checked->name;
    if (checked->location != m_saved.location)
        command.location = checked->location;
    if (checked->description != m_saved.description)
        command.description = checked->description;
    if (checked->lowStockThreshold != m_saved.lowStockThreshold)
        command.lowStockThreshold = checked->lowStockThreshold;
    if (checked->timeZone != m_saved.timeZone)
        command.timeZone = checked->timeZone;
    fill(*checked);
    m_ticket = m_sink.submit({command});
    m_save->setEnabled(false);
}

void StorePage::takeResult(quint64 ticket, const QList<ports::CommandResult>& results)
{
    if (ticket != m_ticket || m_ticket == 0)
        return;
    m_ticket = 0;
    const ports::CommandResult result = results.value(0);
    if (result.applied) {
        m_saved = typed();
        m_toast->showMessage(tr("Saved. It is sent to the marketplace by itself."));
    } else if (result.violation) {
        fieldOf(result.violation->field)->setError(ruleText(*result.violation, uiLanguage()));
    } else {
        m_toast->showMessage(tr("Nothing was changed: %1").arg(result.storageProblem), {}, {}, Icon::Warning);
    }
    m_catalogue.readStore();
    if (!result.violation)
        check();
    const auto afterwards = std::exchange(m_afterSave, {});
    if (!afterwards)
        return;
    if (result.applied)
        afterwards();
    else
        Q_EMIT returnAsked();
}

void StorePage::discard()
{
    fill(m_saved);
    check();
}

void StorePage::leaveThen(QWidget* host, std::function<void()> go)
{
    if (!hasChanges()) {
        go();
        return;
    }
    if (m_asked)
        return;
    m_asked = true;
    auto* box = new QMessageBox(QMessageBox::Question, tr("Unsaved changes"),
                                tr("The store's profile has changes that are not saved."), QMessageBox::NoButton, host);
    box->setObjectName(u"storeChanges"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    const bool fine = checkStoreProfile(typed()).has_value();
    QPushButton* keep = fine ? box->addButton(tr("Save"), QMessageBox::AcceptRole) : nullptr;
    QPushButton* drop = box->addButton(tr("Discard changes"), QMessageBox::DestructiveRole);
    QPushButton* back = box->addButton(tr("Keep editing"), QMessageBox::RejectRole);
    box->setDefaultButton(keep ? keep : back);
    box->setEscapeButton(back);
    connect(box, &QMessageBox::finished, this, [this, box, keep, drop, go = std::move(go)] {
        m_asked = false;
        if (keep && box->clickedButton() == keep) {
            m_afterSave = go;
            save();
        } else if (box->clickedButton() == drop) {
            discard();
            go();
        } else {
            Q_EMIT returnAsked();
        }
    });
    box->open();
}

void StorePage::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    // Not when the window itself goes away or is made small.
    if (hasChanges() && window()->isVisible() && !event->spontaneous())
        Q_EMIT leftWithChanges();
}

void StorePage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        check();
    }
}

void StorePage::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.tokens().surface);
}

void StorePage::retranslate()
{
    fillZones();
    m_title->setText(tr("Store profile"));
    m_subtitle->setText(tr("What buyers see of your store, and what counts as low stock."));
    m_nameField->setLabel(tr("Store name"));
    m_locationField->setLabel(tr("Location"));
    m_locationField->setHint(tr("City or regency, as buyers see it"));
    m_descriptionField->setLabel(tr("Description"));
    m_descriptionField->setHint(tr("What buyers read on your store's page"));
    m_zoneField->setLabel(tr("Time zone"));
    m_zoneField->setHint(tr("Decides when your store's day begins and ends, for figures and dates"));
    m_thresholdField->setLabel(tr("Low stock: fewer than"));
    m_thresholdField->setHint(tr("Variants with fewer pieces than this are low, unless they have a limit of their own"));
    m_save->setText(tr("Save"));
    m_save->setKeyCap(tr("Ctrl S"));
    m_discard->setText(tr("Discard changes"));
}

} // namespace belanjain::ui
