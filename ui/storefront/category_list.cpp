// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefront/category_list.h"

#include "common/labels.h"
#include "common/language.h"
#include "common/link_button.h"
#include "common/paint.h"
#include "common/theme.h"
#include "domain/format.h"
#include "storefront/shop_words.h"

#include <QAbstractButton>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int rowHeight = 30;
constexpr int leastShown = 4;
} // namespace

/// One category: its name and how many products it has.
class CategoryList::Row : public QAbstractButton
{
public:
    Row(const Theme& theme, const ports::ShopCategory& category, QWidget* parent)
        : QAbstractButton(parent)
        , m_theme(theme)
        , m_category(category)
    {
        setObjectName(u"category."_s + category.name);
        setCheckable(true);
        setFixedHeight(rowHeight);
        setFocusPolicy(Qt::TabFocus);
        setAttribute(Qt::WA_Hover);
        retranslate();
        connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    }
    void retranslate()
    {
        setText(categoryText(m_category.name));
        m_count = formatCount(m_category.count, uiLanguage());
        setAccessibleName(u"%1, %2"_s.arg(text(), m_count));
        update();
    }
    const QString& category() const { return m_category.name; }

protected:
    void nextCheckState() override {} // the page says which one is looked at
    void paintEvent(QPaintEvent*) override
    {
        const Tokens& t = m_theme.tokens();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        if (isChecked() || underMouse()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(isChecked() ? t.selection : t.rowLine);
            painter.drawRoundedRect(rect(), measure::RadiusControl, measure::RadiusControl);
        }
        const NumberFont& numbers = m_theme.numbers(TextStyle::Secondary);
        painter.setPen(isChecked() ? t.accentText : t.text2);
        numbers.paint(&painter, QRectF(0, 0, width() - 8, height()), Qt::AlignRight | Qt::AlignVCenter, m_count);
        painter.setFont(m_theme.font(isChecked() ? TextStyle::Bold : TextStyle::Body));
        painter.setPen(t.text);
        const int room = width() - 8 - qCeil(numbers.width(m_count)) - 8 - 8;
        painter.drawText(QRect(8, 0, room, height()), Qt::AlignVCenter,
                         elideAtWord(text(), QFontMetricsF(painter.font()), room));
    }
    void keyPressEvent(QKeyEvent* event) override
    {
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
            click();
        else if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)
            event->ignore(); // the list moves the focus
        else
            QAbstractButton::keyPressEvent(event);
    }

private:
    const Theme& m_theme;
    ports::ShopCategory m_category;
    QString m_count;
};

CategoryList::CategoryList(const Theme& theme, QWidget* parent)
    : QScrollArea(parent)
    , m_theme(theme)
{
    setObjectName(u"categoryList"_s);
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    auto* content = new QWidget(this);
    // The sidebar's own colour shows through.
    content->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    m_title = makeLabel(theme, {}, TextStyle::Header, u"secondary"_s, content);
    m_more = new LinkButton(theme, {}, content);
    m_more->setObjectName(u"categoriesMore"_s);
    auto* title = new QHBoxLayout;
    title->setContentsMargins(8, 12, 8, 4);
    title->addWidget(m_title);
    auto* more = new QHBoxLayout;
    more->setContentsMargins(8, 4, 8, 4);
    more->addWidget(m_more);
    more->addStretch();
    m_column = new QVBoxLayout;
    m_column->setSpacing(0);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(8, 0, 7, 0);
    column->setSpacing(0);
    column->addLayout(title);
    column->addLayout(m_column);
    column->addLayout(more);
    column->addStretch();
    setWidget(content);
    content->setAutoFillBackground(false);
    connect(m_more, &QAbstractButton::clicked, this, [this] {
        m_all = !m_all;
        showSome();
    });
    setVisible(false);
}

QSize CategoryList::sizeHint() const { return {measure::Sidebar - 1, 480}; }
QSize CategoryList::minimumSizeHint() const { return {measure::Sidebar - 1, 0}; }

void CategoryList::setCategories(const QList<ports::ShopCategory>& categories)
{
    for (Row* row : std::as_const(m_rows)) {
        row->hide();
        row->setObjectName({});
        row->deleteLater();
    }
    m_rows.clear();
    for (const ports::ShopCategory& category : categories) {
        if (category.name.isEmpty())
            continue;
        auto* row = new Row(m_theme, category, widget());
        connect(row, &QAbstractButton::clicked, this, [this, name = category.name] { Q_EMIT chosen(name); });
        m_column->addWidget(row);
        m_rows.append(row);
    }
    QWidget* before = nullptr;
    for (Row* row : std::as_const(m_rows)) {
        if (before)
            setTabOrder(before, row);
        before = row;
    }
    if (before)
        setTabOrder(before, m_more);
    setVisible(!m_rows.isEmpty());
    setCurrent(m_current);
}

void CategoryList::setCurrent(const QString& category)
{
    m_current = category;
    for (Row* row : std::as_const(m_rows)) {
        row->setChecked(row->category() == category);
        row->update();
    }
    showSome();
}

void CategoryList::showSome()
{
    const int fit = (height() - 70) / rowHeight;
    const qsizetype shown = m_all ? m_rows.size() : std::clamp<qsizetype>(fit, leastShown, std::max<qsizetype>(leastShown, m_rows.size()));
    for (qsizetype i = 0; i < m_rows.size(); ++i)
        m_rows.at(i)->setVisible(i < shown || m_rows.at(i)->isChecked());
    m_title->setText(tr("Categories"));
    const qsizetype rest = m_rows.size() - std::min(shown, m_rows.size());
    m_more->setVisible(m_all || rest > 0);
    m_more->setText(m_all       ? tr("Fewer categories")
                    : rest == 1 ? tr("1 more category")
                                : tr("%1 more categories").arg(rest));
}

void CategoryList::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    showSome();
}

void CategoryList::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        for (Row* row : std::as_const(m_rows))
            row->retranslate();
        showSome();
    }
    QScrollArea::changeEvent(event);
}

void CategoryList::keyPressEvent(QKeyEvent* event)
{
    const int by = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    const auto here = std::find_if(m_rows.cbegin(), m_rows.cend(), [](const Row* row) { return row->hasFocus(); });
    if (by == 0 || here == m_rows.cend()) {
        QScrollArea::keyPressEvent(event);
        return;
    }
    const qsizetype next = here - m_rows.cbegin() + by;
    if (next >= 0 && next < m_rows.size() && m_rows.at(next)->isVisible())
        m_rows.at(next)->setFocus(Qt::TabFocusReason);
}

} // namespace belanjain::ui
