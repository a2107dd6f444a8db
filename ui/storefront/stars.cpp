// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefront/stars.h"

#include "common/paint.h"
#include "common/theme.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace belanjain::ui {

namespace {
constexpr int starPx = 28;
constexpr int starPitch = 36;
} // namespace

Stars::Stars(const Theme& theme, int px, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_px(px)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Stars::setRating(int rating)
{
    m_rating = rating;
    setAccessibleName(tr("%1 of 5 stars").arg(rating));
    update();
}

void Stars::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintStars(&painter, rect(), m_rating, m_theme, m_px);
}

StarPicker::StarPicker(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("starPicker"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    describe();
}

QSize StarPicker::sizeHint() const { return {5 * starPitch, 40}; }

void StarPicker::describe()
{
    setAccessibleName(m_rating == 0 ? tr("No stars given yet") : tr("%1 of 5 stars").arg(m_rating));
}

void StarPicker::setRating(int rating)
{
    const int now = std::clamp(rating, 1, 5);
    if (now == m_rating)
        return;
    m_rating = now;
    describe();
    update();
    Q_EMIT changed(m_rating);
}

int StarPicker::starAt(qreal x) const { return std::clamp(int(x) / starPitch + 1, 1, 5); }

void StarPicker::paintEvent(QPaintEvent*)
{
    const Tokens& t = m_theme.tokens();
    QPainter painter(this);
    const int shown = m_hovered > 0 ? m_hovered : m_rating;
    for (int i = 0; i < 5; ++i) {
        const bool on = i < shown;
        m_theme.paintIcon(&painter, QRect(i * starPitch, 0, starPitch, height()), on ? Icon::StarFilled : Icon::Star,
                          on ? t.star : t.controlBorder, starPx);
    }
}

void StarPicker::keyPressEvent(QKeyEvent* event)
{
    if (event->key() >= Qt::Key_1 && event->key() <= Qt::Key_5)
        setRating(event->key() - Qt::Key_0);
    else if (event->key() == Qt::Key_Left)
        setRating(m_rating - 1);
    else if (event->key() == Qt::Key_Right)
        setRating(m_rating + 1);
    else
        QWidget::keyPressEvent(event);
}

void StarPicker::mouseMoveEvent(QMouseEvent* event)
{
    m_hovered = starAt(event->position().x());
    update();
}

void StarPicker::mousePressEvent(QMouseEvent* event) { setRating(starAt(event->position().x())); }

void StarPicker::leaveEvent(QEvent* event)
{
    m_hovered = 0;
    update();
    QWidget::leaveEvent(event);
}

} // namespace belanjain::ui
