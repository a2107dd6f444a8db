// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/range_panel.h"

#include "common/button.h"
#include "common/fields.h"
#include "common/theme.h"
#include "common/language.h"

#include <QDateEdit>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QScreen>
#include <QVBoxLayout>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int FieldWidth = 148;
QDate earliest() { return {2000, 1, 1}; }
} // namespace

RangePanel::RangePanel(const Theme& theme, const DayRange& range, QDate today, QWidget* parent)
    : QFrame(parent, Qt::Popup | Qt::FramelessWindowHint)
    , m_theme(theme)
    , m_first(makeEdit(u"range.first"_s, range.first, today))
    , m_last(makeEdit(u"range.last"_s, range.last, today))
    , m_take(new Button(theme, tr("Show these days"), this))
{
    setObjectName(u"rangePanel"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setAttribute(Qt::WA_TranslucentBackground);
    m_take->setObjectName(u"range.take"_s);
    m_take->setKind(Button::Kind::Primary);
    auto* firstField = new FormField(theme, tr("From"), m_first, this);
    m_lastField = new FormField(theme, tr("To and including"), m_last, this);
    auto* row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(firstField, 0, Qt::AlignTop);
    row->addWidget(m_lastField, 0, Qt::AlignTop);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 16);
    column->setSpacing(12);
    column->addLayout(row);
    const QDate month(today.year(), today.month(), 1);
    auto* end = new QHBoxLayout;
    end->setSpacing(4);
    end->addWidget(makeMonth(u"range.thisMonth"_s, tr("This month"), {month, today}));
    end->addWidget(makeMonth(u"range.lastMonth"_s, tr("Last month"), {month.addMonths(-1), month.addDays(-1)}));
    end->addStretch();
    end->addWidget(m_take);
    column->addLayout(end);
    connect(m_first, &QDateEdit::dateChanged, this, &RangePanel::check);
    connect(m_last, &QDateEdit::dateChanged, this, &RangePanel::check);
    connect(m_take, &Button::clicked, this, &RangePanel::take);
}

Button* RangePanel::makeMonth(const QString& name, const QString& word, const DayRange& range)
{
    auto* button = new Button(m_theme, word, this);
    button->setObjectName(name);
    button->setKind(Button::Kind::Flat);
    button->setControlSize(Button::Size::Small);
    connect(button, &Button::clicked, this, [this, range] {
        Q_EMIT chosen(range);
        close();
    });
    return button;
}

QDateEdit* RangePanel::makeEdit(const QString& name, QDate date, QDate today)
{
    auto* edit = new QDateEdit(this);
    edit->setObjectName(name);
    edit->setLocale(uiLanguage() == Language::Indonesian ? QLocale(QLocale::Indonesian, QLocale::Indonesia)
                                                         : QLocale(QLocale::English, QLocale::UnitedKingdom));
    edit->setDisplayFormat(u"d MMM yyyy"_s);
    edit->setDateRange(earliest(), today);
    edit->setDate(date);
    edit->setCalendarPopup(true);
    edit->setFixedWidth(FieldWidth);
    return edit;
}

void RangePanel::check()
{
    const bool fine = m_first->date() <= m_last->date();
    m_lastField->setError(fine ? QString() : tr("This day lies before the first one."));
    m_take->setEnabled(fine);
    adjustSize();
}

void RangePanel::take()
{
    const DayRange range{m_first->date(), m_last->date()};
    if (!range.isValid())
        return;
    Q_EMIT chosen(range);
    close();
}

void RangePanel::popUp(const QWidget& button)
{
    adjustSize();
    const QPoint corner = button.mapToGlobal(QPoint(button.width(), button.height() + 4));
    int x = corner.x() - width();
    if (const QScreen* where = button.screen())
        x = std::clamp(x, where->availableGeometry().left(), where->availableGeometry().right() - width());
    move(x, corner.y());
    QWidget::show();
    m_first->setFocus(Qt::PopupFocusReason);
    m_first->setSelectedSection(QDateTimeEdit::DaySection);
}

void RangePanel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.tokens().controlBorder, 1));
    painter.setBrush(m_theme.tokens().surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), measure::RadiusCard, measure::RadiusCard);
}

void RangePanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        take();
    else if (event->key() == Qt::Key_Escape)
        close();
    else
        QFrame::keyPressEvent(event);
}

} // namespace belanjain::ui
