// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/choices.h"
#include "common/paint.h"
#include "common/theme.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace belanjain::ui {

namespace {

class Segment : public QAbstractButton
{
public:
    Segment(const Theme& theme, const QString& text, QWidget* parent)
        : QAbstractButton(parent)
        , m_theme(theme)
    {
        setText(text);
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
    }

    QSize sizeHint() const override
    {
        const QFontMetricsF metrics(m_theme.font(TextStyle::Bold));
        return {qCeil(metrics.horizontalAdvance(text())) + 26, 28};
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Tokens& t = m_theme.tokens();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        if (isChecked()) {
            painter.setPen(QPen(t.controlBorder, 1));
            painter.setBrush(t.surface);
            painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5.5, 5.5);
        }
        painter.setPen(isChecked() || underMouse() ? t.text : t.text2);
        painter.setFont(m_theme.font(isChecked() ? TextStyle::Bold : TextStyle::Body));
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextSingleLine, text());
    }

private:
    const Theme& m_theme;
};

class CountTab : public QAbstractButton
{
public:
    CountTab(const Theme& theme, const QString& text, QWidget* parent)
        : QAbstractButton(parent)
        , m_theme(theme)
    {
        setText(text);
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    }

    void setCount(const QString& count)
    {
        m_count = count;
        setAccessibleDescription(count);
        updateGeometry();
        update();
    }

    QSize sizeHint() const override
    {
        const int words = qCeil(QFontMetricsF(m_theme.font(TextStyle::Bold)).horizontalAdvance(text()));
        const int count = m_count.isEmpty() ? 0 : 7 + qCeil(m_theme.numbers(TextStyle::Strong).width(m_count));
        return {words + count + 24, measure::Toolbar};
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Tokens& t = m_theme.tokens();
        QPainter painter(this);
        const QFont font = m_theme.font(isChecked() ? TextStyle::Bold : TextStyle::Strong);
        painter.setFont(font);
        painter.setPen(isChecked() || underMouse() ? t.text : t.text2);
        painter.drawText(rect().adjusted(12, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text());
        if (!m_count.isEmpty()) {
            painter.setPen(isChecked() ? t.accentText : t.text2);
            const qreal x = 12 + QFontMetricsF(font).horizontalAdvance(text()) + 7;
            m_theme.numbers(isChecked() ? TextStyle::Strong : TextStyle::Body)
                .paint(&painter, QRectF(x, 0, width() - x, height()), Qt::AlignLeft, m_count);
        }
        if (isChecked())
            painter.fillRect(0, height() - 2, width(), 2, t.accentText);
    }

private:
    const Theme& m_theme;
    QString m_count;
};

void emptyGroup(QButtonGroup* group)
{
    const QList<QAbstractButton*> buttons = group->buttons();
    for (QAbstractButton* button : buttons) {
        group->removeButton(button);
        button->hide();
        button->deleteLater();
    }
}

} // namespace

Segments::Segments(const Theme& theme, const QStringList& texts, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_group(new QButtonGroup(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(2, 2, 2, 2);
    row->setSpacing(0);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_group, &QButtonGroup::idClicked, this, &Segments::changed);
    connect(&theme, &Theme::changed, this, [this] { update(); });
    setTexts(texts);
}

void Segments::setTexts(const QStringList& texts)
{
    const int at = std::max(0, current());
    emptyGroup(m_group);
    for (int i = 0; i < int(texts.size()); ++i) {
        auto* segment = new Segment(m_theme, texts.at(i), this);
        m_group->addButton(segment, i);
        layout()->addWidget(segment);
    }
    setCurrent(at);
}

void Segments::setCurrent(int index)
{
    if (QAbstractButton* button = m_group->button(index)) {
        button->setChecked(true);
    } else if (QAbstractButton* checked = m_group->checkedButton()) {
        m_group->setExclusive(false);
        checked->setChecked(false);
        m_group->setExclusive(true);
    }
}

int Segments::current() const
{
    return m_group->checkedId();
}

void Segments::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.tokens().line, 1));
    painter.setBrush(m_theme.tokens().raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7.5, 7.5);
}

CountTabs::CountTabs(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_group(new QButtonGroup(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    connect(m_group, &QButtonGroup::idClicked, this, &CountTabs::changed);
    connect(&theme, &Theme::changed, this, [this] { update(); });
}

void CountTabs::setTabs(const QStringList& texts)
{
    const int at = std::max(0, current());
    emptyGroup(m_group);
    for (int i = 0; i < int(texts.size()); ++i) {
        auto* tab = new CountTab(m_theme, texts.at(i), this);
        m_group->addButton(tab, i);
        layout()->addWidget(tab);
    }
    setCurrent(at);
}

void CountTabs::setCount(int index, const QString& count)
{
    if (QAbstractButton* button = m_group->button(index))
        static_cast<CountTab*>(button)->setCount(count);
}

void CountTabs::setCurrent(int index)
{
    if (QAbstractButton* button = m_group->button(index))
        button->setChecked(true);
}

int CountTabs::current() const
{
    return m_group->checkedId();
}

Stepper::Stepper(const Theme& theme, Size size, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_size(size)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(size == Size::Touch ? QSizePolicy::Expanding : QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] { update(); });
}

void Stepper::setRange(int minimum, int maximum)
{
    m_minimum = minimum;
    m_maximum = std::max(minimum, maximum);
    setValue(m_value);
}

void Stepper::setValue(int value)
{
    m_value = std::clamp(value, m_minimum, m_maximum);
    setAccessibleDescription(QString::number(m_value));
    update();
}

QSize Stepper::sizeHint() const
{
    switch (m_size) {
    case Size::Small:
        return {86, measure::ControlSmall};
    case Size::Large:
        return {114, 36};
    case Size::Touch:
        return {204, measure::ControlTouch};
    }
    return {};
}

void Stepper::paintEvent(QPaintEvent*)
{
    const Tokens& t = m_theme.tokens();
    const bool touch = m_size == Size::Touch;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(touch ? t.focus : isEnabled() ? t.controlBorder : t.disabledLine, touch ? 2 : 1));
    painter.setBrush(touch ? t.selection : isEnabled() ? t.surface : t.raised);
    const qreal inset = touch ? 1 : 0.5;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), measure::RadiusControl - inset,
                            measure::RadiusControl - inset);
    const int side = width() / 3;
    const int px = touch ? 22 : measure::IconNormal;
    const QColor ink = touch ? t.accentText : t.text2;
    const QColor stopped = t.disabledIcon;
    m_theme.paintIcon(&painter, QRect(0, 0, side, height()), Icon::Minus,
                      isEnabled() && m_value > m_minimum ? ink : stopped, px);
    m_theme.paintIcon(&painter, QRect(width() - side, 0, side, height()), Icon::Plus,
                      isEnabled() && m_value < m_maximum ? ink : stopped, px);
    painter.setPen(touch ? t.accentText : isEnabled() ? t.text : t.disabled);
    m_theme.numbers(touch ? TextStyle::Page : TextStyle::Bold)
        .paint(&painter, rect(), Qt::AlignHCenter, QString::number(m_value));
}

void Stepper::step(int by)
{
    const int before = m_value;
    setValue(m_value + by);
    if (m_value != before)
        Q_EMIT valueChanged(m_value);
}

void Stepper::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const int side = width() / 3;
    const int x = qRound(event->position().x());
    if (x < side)
        step(-1);
    else if (x >= width() - side)
        step(1);
}

void Stepper::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Plus:
    case Qt::Key_Right:
        step(1);
        break;
    case Qt::Key_Down:
    case Qt::Key_Minus:
    case Qt::Key_Left:
        // A key that is held does not take the last one away: it would go on with what comes next.
        if (!event->isAutoRepeat() || m_value > 1)
            step(-1);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void Stepper::wheelEvent(QWheelEvent* event)
{
    // A cart scrolls under the pointer; it must not buy more by being scrolled.
    event->ignore();
}

} // namespace belanjain::ui
