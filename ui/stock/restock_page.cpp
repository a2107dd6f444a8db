// SPDX-License-Identifier: GPL-3.0-or-later
#include "stock/restock_page.h"

#include "common/button.h"
#include "common/labels.h"
#include "common/language.h"
#include "common/link_button.h"
#include "common/messages.h"
#include "common/theme.h"
#include "domain/stocktake.h"
#include "stock/sheet_blank.h"
#include "stock/sheet_view.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <utility>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int refreshMs = 600;

} // namespace

RestockPage::RestockPage(const Theme& theme, ports::RestockReader& reader, const ports::Clock& clock,
                         ViewSettings& settings, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_reader(reader)
    , m_clock(clock)
    , m_outlet(settings, this)
    , m_title(makeLabel(theme, {}, TextStyle::Page, {}, this))
    , m_subtitle(makeLabel(theme, {}, TextStyle::Body, u"secondary"_s, this))
    , m_sums(makeLabel(theme, {}, TextStyle::Secondary, u"secondary"_s, this))
    , m_hint(new ElidedLabel(theme, {}, TextStyle::Secondary, this))
    , m_empty(new SheetBlank(theme, this))
    , m_foot(new QWidget(this))
    , m_back(new Button(theme, Icon::ChevronLeft, {}, this))
    , m_files(new Button(theme, QString(), this))
    , m_category(new DropButton(theme, {}, this))
    , m_forget(new LinkButton(theme, {}, this))
    , m_view(new SheetView(theme, this))
    , m_toast(new Toast(theme, this))
{
    setObjectName(u"restockPage"_s);
    m_title->setObjectName(u"restockTitle"_s);
    m_subtitle->setObjectName(u"restockSubtitle"_s);
    m_sums->setObjectName(u"restockSums"_s);
    m_hint->setObjectName(u"restockHint"_s);
    m_empty->setObjectName(u"restockEmpty"_s);
    m_back->setObjectName(u"restockBack"_s);
    m_files->setObjectName(u"restockFiles"_s);
    m_category->setObjectName(u"restockCategory"_s);
    m_forget->setObjectName(u"restockForget"_s);
    m_view->setObjectName(u"restockTable"_s);
    m_toast->setObjectName(u"restockToast"_s);
    m_files->setKind(Button::Kind::Primary);
    m_files->setGlyph(Icon::Download);
    m_files->setChevron(true);
    m_view->setModel(&m_model);
    m_view->setWidths({140, 140, 138, 92, 104, 92}, settings, u"restock/columns"_s);
    m_forget->setTextSize(LinkButton::Size::Small);

    auto* head = new QHBoxLayout;
    head->setContentsMargins(measure::PageMargin - 8, 0, measure::PageMargin, 0);
    head->setSpacing(8);
    head->addWidget(m_back);
    head->addWidget(m_title);
    head->addSpacing(4);
    head->addWidget(m_subtitle);
    head->addStretch();
    head->addWidget(m_files);
    m_subtitle->setContentsMargins(0, 4, 0, 0);
    auto* headBox = new QWidget(this);
    headBox->setFixedHeight(measure::PageHeader);
    headBox->setLayout(head);
    auto* tools = new QHBoxLayout;
    tools->setContentsMargins(measure::PageMargin, 2, measure::PageMargin, 10);
    tools->setSpacing(12);
    tools->addWidget(m_category);
    tools->addWidget(m_hint, 1);
    tools->addStretch();
    tools->addWidget(m_forget);
    auto* toolBox = new QWidget(this);
    toolBox->setFixedHeight(measure::Toolbar);
    toolBox->setLayout(tools);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(measure::PageMargin, 0, measure::PageMargin, 0);
    foot->addWidget(m_sums);
    m_hint->setInk(&Tokens::text2);
    m_foot->setFixedHeight(36);
    m_foot->setLayout(foot);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(headBox);
    column->addWidget(toolBox);
    column->addWidget(m_view, 1);
    column->addWidget(m_empty, 1);
    column->addSpacing(1); // for the line above the foot
    column->addWidget(m_foot);
    setFocusProxy(m_view);

    m_refresh.setSingleShot(true);
    m_refresh.setInterval(refreshMs);
    connect(&m_refresh, &QTimer::timeout, this, &RestockPage::read);
    connect(&m_reader, &ports::RestockReader::stale, this, [this] {
        if (isVisible() && !m_refresh.isActive())
            m_refresh.start();
    });
    connect(&m_reader, &ports::RestockReader::listRead, this, [this](quint64 ticket, const ports::RestockList& list) {
        if (ticket == m_ticket)
            take(list);
    });
    connect(&m_reader, &ports::RestockReader::failed, this, [this](const QString& reason) {
        m_opening = false;
        m_problem = reason;
        showSums();
    });
    connect(m_back, &Button::clicked, this, &RestockPage::left);
    connect(m_empty, &SheetBlank::chosen, this, &RestockPage::newProductAsked);
    connect(m_files, &Button::clicked, this, &RestockPage::openFileMenu);
    connect(m_category, &DropButton::chosen, this, [this] {
        m_category->setChosen(!m_category->current().toString().isEmpty());
        read();
    });
    connect(m_forget, &LinkButton::clicked, this, [this] {
        m_model.forgetTyped();
        showSums();
        m_view->setFocus(Qt::OtherFocusReason);
    });
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &RestockPage::showSums);
    connect(&m_outlet, &SheetOutlet::said, this, [this](const QString& sentence, bool fine) {
        m_toast->showMessage(sentence, {}, {}, fine ? Icon::Download : Icon::Warning);
    });
    retranslate();
}

void RestockPage::setStore(const QString& name, const QTimeZone& zone)
{
    m_store = name;
    m_zone = zone;
}

void RestockPage::open()
{
    m_opening = true;
    read();
    focusContent();
}

void RestockPage::setStoreEmpty(bool empty)
{
    m_storeEmpty = empty;
    showSums();
}

void RestockPage::focusContent()
{
    QWidget* const first = !m_view->isHidden()       ? static_cast<QWidget*>(m_view)
                           : m_empty->hasChoice() ? static_cast<QWidget*>(m_empty)
                                                  : static_cast<QWidget*>(m_back);
    first->setFocus(Qt::OtherFocusReason);
}

void RestockPage::read() { m_reader.read(++m_ticket, m_category->current().toString(), m_clock.now()); }

void RestockPage::take(const ports::RestockList& list)
{
    const bool choices = !m_read || list.categories != m_model.list().categories;
    m_problem.clear();
    m_read = true;
    m_model.setList(list);
    if (!m_view->currentIndex().isValid() && m_model.rowCount() > 0)
        m_view->setCurrentIndex(m_model.index(0, RestockModel::Order));
    if (choices)
        retranslate();
    showSums();
    if (std::exchange(m_opening, false) && isVisible())
        focusContent();
}

QString RestockPage::levelsText() const
{
    const Language language = uiLanguage();
    const auto count = [language](qint64 number) { return formatCount(number, language); };
    const int total = m_model.list().total;
    if (total > m_model.rowCount()) // of those that are not shown nobody knows which they are
        return tr("%1 variants are low or out of stock").arg(count(total));
    const int out = m_model.out();
    const int low = total - out;
    if (out == 0)
        return low == 1 ? tr("1 variant is low") : tr("%1 variants are low").arg(count(low));
    if (low == 0)
        return out == 1 ? tr("1 variant is out of stock") : tr("%1 variants are out of stock").arg(count(out));
    //: "9 low and 4 out of stock"
    return tr("%1 low and %2 out of stock").arg(count(low), count(out));
}

QString RestockPage::orderedText() const
{
    const Language language = uiLanguage();
    const qint64 variants = m_model.ordered();
    const qint64 pieces = m_model.pieces();
    const QString first = variants == 1 ? tr("1 variant to order") : tr("%1 variants to order").arg(formatCount(variants, language));
    return first + u" · "_s + (pieces == 1 ? tr("1 piece") : tr("%1 pieces").arg(formatCount(pieces, language)));
}

void RestockPage::showSums()
{
    const Language language = uiLanguage();
    const auto count = [language](qint64 number) { return formatCount(number, language); };
    const int total = m_model.list().total;
    m_subtitle->setText(levelsText());
    m_subtitle->setVisible(m_read && total > 0);
    QString sums = orderedText();
    if (total > m_model.rowCount())
        sums += u" · "_s + tr("The first %1 are shown. Choose a category to see the others.").arg(count(m_model.rowCount()));
    m_sums->setText(m_model.rowCount() > 0 ? sums : QString());
    m_forget->setVisible(m_model.hasTyped());
    m_files->setEnabled(m_model.ordered() > 0);
    const bool none = m_model.rowCount() == 0;
    m_view->setVisible(!none);
    m_empty->setVisible(none);
    m_hint->setVisible(!none);
    m_foot->setVisible(!none);
    m_category->setEnabled(!none || !m_category->current().toString().isEmpty());
    if (none)
        showBlank();
    update();
}

void RestockPage::showBlank()
{
    if (!m_problem.isEmpty())
        m_empty->present({.drawing = Drawing::Nothing, .title = tr("The list could not be read"), .sentence = m_problem});
    else if (!m_read)
        return; // a moment, for which no drawing shall flash up
    else if (m_storeEmpty)
        m_empty->present({.drawing = Drawing::Boxes,
                          .title = tr("No products yet"),
                          .sentence = tr("What runs low shows here, with how much to order."),
                          .choice = tr("Create a product"),
                          .outcome = tr("Name, category, price and opening stock")});
    else
        m_empty->present({.drawing = Drawing::AllDone,
                          .title = tr("Nothing is running low"),
                          .sentence = tr("A variant shows here when fewer are available than its “Low below”.")});
}

void RestockPage::openFileMenu()
{
    m_outlet.openMenu(*m_files, u"restockFileMenu"_s, [this] { return document(); });
}

StockSheet RestockPage::document() const
{
    const Language language = uiLanguage();
    const QString day = formatDate(m_clock.now(), m_zone, language);
    StockSheet sheet{.title = tr("Reorder list"),
                     .store = m_store,
                     .about = {day, orderedText()},
                     .foot = u"%1 · %2 · %3"_s.arg(m_store, tr("Reorder list"), day),
                     .fileName = tr("reorder-list") + u'-' + QString(day).replace(u' ', u'-'),
                     .columns = {{tr("Category"), 20, false, false}, {tr("Product"), 0}, {tr("Options"), 28}, {tr("SKU"), 32},
                                 {tr("Barcode"), 20, false, false}, {tr("Available"), 18, true}, {tr("Low below"), 18, true},
                                 {tr("Sold per week"), 20, true}, {tr("To order"), 18, true}},
                     .rows = {}};
    for (const ports::RestockLine& line : m_model.list().lines) {
        const qint64 quantity = m_model.quantity(line);
        if (quantity == 0)
            continue;
        StockSheet::Row row{.group = line.category, .cells = {}, .tick = true};
        row.cells = {line.category, line.productName, line.optionsLabel, line.sku, line.barcode, qint64(line.available),
                     qint64(line.threshold), soldAWeek(line.soldInFourWeeks), quantity};
        sheet.rows.append(row);
    }
    return sheet;
}

void RestockPage::retranslate()
{
    m_title->setText(tr("Reorder list"));
    m_back->setAccessibleName(tr("Back to the stock"));
    m_back->setToolTip(tr("Back to the stock (Esc)"));
    m_files->setText(tr("Save or print"));
    m_forget->setText(tr("Suggested quantities again"));
    m_category->setAccessibleName(tr("Category"));
    m_view->setAccessibleName(tr("Reorder list"));
    const QVariant category = m_category->current();
    m_category->clearChoices();
    m_category->addChoice(tr("All categories"), QString());
    for (QString name : m_model.list().categories) {
        const QString value = name;
        m_category->addChoice(name.replace(u'&', u"&&"_s), value);
    }
    m_category->setCurrent(category.isValid() ? category : QString());
    m_hint->setText(tr("Suggested: up to twice “Low below”, and one week's sales. Type over a quantity to change it."));
    m_model.retranslate();
    m_view->fitHeads();
    showSums();
}

void RestockPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void RestockPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else
        QWidget::keyPressEvent(event);
}

void RestockPage::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.tokens().surface);
    if (!m_foot->isHidden())
        painter.fillRect(0, m_foot->y() - 1, width(), 1, m_theme.tokens().line);
}

} // namespace belanjain::ui
