// SPDX-License-Identifier: GPL-3.0-or-later
#include "reviews/rating_summary.h"

#include "common/labels.h"
#include "common/language.h"
#include "common/paint.h"
#include "common/theme.h"
#include "domain/review.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <numeric>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int PanelWidth = 280;
constexpr int RowHeight = 32;
constexpr int Side = 20;
constexpr int BarHeight = 8;
constexpr int StarPx = 16;

} // namespace

RatingRow::RatingRow(const Theme& theme, int rating, QWidget* parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_rating(rating)
{
    setObjectName(u"rating.%1"_s.arg(rating));
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
}

QSize RatingRow::sizeHint() const { return {PanelWidth, RowHeight}; }

void RatingRow::show(int count, int total)
{
    m_count = count;
    m_total = total;
    setEnabled(count > 0 || isChecked());
    setCursor(isEnabled() ? Qt::PointingHandCursor : Qt::ArrowCursor);
    const QString how = formatCount(count, uiLanguage());
    setAccessibleName(m_rating == 1 ? tr("1 star: %1").arg(how) : tr("%1 stars: %2").arg(QString::number(m_rating), how));
    update();
}

void RatingRow::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens& t = m_theme.tokens();
    if (isChecked() || (isEnabled() && underMouse()))
        painter.fillRect(rect(), isChecked() ? t.selection : t.hover);
    const QRect inner = rect().adjusted(Side, 0, -Side, 0);
    painter.setPen(m_count > 0 ? t.text : t.placeholder);
    m_theme.numbers(isChecked() ? TextStyle::Bold : TextStyle::Body)
        .paint(&painter, QRect(inner.left(), 0, 10, height()), Qt::AlignRight, QString::number(m_rating));
    m_theme.paintIcon(&painter, QRect(inner.left() + 14, 0, measure::IconSmall, height()), Icon::StarFilled,
                      m_count > 0 ? t.star : t.placeholder, measure::IconSmall);
    m_theme.numbers(TextStyle::Body)
        .paint(&painter, inner, Qt::AlignRight, formatCount(m_count, uiLanguage()));
    const QRectF room(inner.left() + 38, (height() - BarHeight) / 2.0, inner.width() - 38 - 48, BarHeight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.rowLine);
    painter.drawRoundedRect(room, 2, 2);
    if (m_count > 0) {
        QRectF bar = room;
        bar.setWidth(std::max(2.0, room.width() * m_count / std::max(1, m_total)));
        painter.setBrush(t.bar);
        painter.drawRoundedRect(bar, 2, 2);
    }
}

void RatingRow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

/// Five stars, whole ones filled.
class RatingSummary::Stars : public QWidget
{
public:
    Stars(const Theme& theme, QWidget* parent)
        : QWidget(parent)
        , m_theme(theme)
    {
        setFixedSize(5 * (StarPx + 1), 24);
    }
    void setRating(int rating)
    {
        m_rating = rating;
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        paintStars(&painter, rect(), m_rating, m_theme, StarPx);
    }

private:
    const Theme& m_theme;
    int m_rating = 0;
};

RatingSummary::RatingSummary(const Theme& theme, QWidget* parent)
    : QFrame(parent)
    , m_title(makeLabel(theme, {}, TextStyle::Body, u"secondary"_s, this))
    , m_average(makeLabel(theme, {}, TextStyle::Figure, {}, this))
    , m_stars(new Stars(theme, this))
    , m_count(makeLabel(theme, {}, TextStyle::Secondary, u"secondary"_s, this))
{
    setObjectName(u"sidePanel"_s);
    m_average->setObjectName(u"averageRating"_s);
    m_average->setFont(theme.tabularFont(TextStyle::Figure));
    m_count->setObjectName(u"reviewCount"_s);
    m_count->setWordWrap(true);
    setFixedWidth(PanelWidth);
    auto* figure = new QHBoxLayout;
    figure->setSpacing(10);
    figure->addWidget(m_average);
    figure->addWidget(m_stars, 0, Qt::AlignVCenter);
    figure->addStretch(1);
    auto* top = new QVBoxLayout;
    top->setContentsMargins(Side, 16, Side, 12);
    top->setSpacing(0);
    top->addWidget(m_title);
    top->addLayout(figure);
    top->addWidget(m_count);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    for (int rating = highestRating; rating >= lowestRating; --rating) {
        auto* row = new RatingRow(theme, rating, this);
        connect(row, &RatingRow::clicked, this, [this, rating](bool on) { Q_EMIT chosen(on ? rating : 0); });
        m_rows[size_t(rating - 1)] = row;
        column->addWidget(row);
    }
    column->addStretch(1);
    connect(&theme, &Theme::changed, this, [this] { update(); });
    retranslate();
}

void RatingSummary::show(const ports::ReviewPage& page)
{
    m_page = page;
    m_page.reviews.clear();
    qint64 sum = 0;
    const int count = std::accumulate(page.byRating.cbegin(), page.byRating.cend(), 0);
    for (int i = 0; i < 5; ++i)
        sum += qint64(i + 1) * page.byRating[size_t(i)];
    const qint64 tenths = (ratingMilli(sum, count) + 50) / 100;
    const QChar point = uiLanguage() == Language::Indonesian ? u',' : u'.';
    m_average->setText(count == 0 ? u"–"_s : QString::number(tenths / 10) + point + QString::number(tenths % 10));
    m_stars->setRating(int((tenths + 5) / 10));
    m_count->setText(count == 1 ? tr("from 1 review") : tr("from %1 reviews").arg(formatCount(count, uiLanguage())));
    for (int i = 0; i < 5; ++i)
        m_rows[size_t(i)]->show(page.byRating[size_t(i)], count);
}

void RatingSummary::setChosen(int rating)
{
    for (int i = 0; i < 5; ++i) {
        m_rows[size_t(i)]->setChecked(i + 1 == rating);
        m_rows[size_t(i)]->setEnabled(m_rows[size_t(i)]->count() > 0 || i + 1 == rating);
    }
}

void RatingSummary::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void RatingSummary::retranslate()
{
    m_title->setText(tr("Average rating"));
    show(m_page);
}

} // namespace belanjain::ui
