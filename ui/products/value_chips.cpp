// SPDX-License-Identifier: GPL-3.0-or-later
#include "products/value_chips.h"

#include "common/theme.h"
#include "domain/text.h"

#include <QAbstractButton>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QRegularExpression>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int inset = 5;
constexpr int chipHeight = 22;
constexpr int gap = 4;
constexpr int chipPadding = 8;
constexpr int crossRoom = 18;
constexpr int leastField = 48;

/// One value; pressing it takes it away.
class ValueChip : public QAbstractButton
{
public:
    ValueChip(const Theme& theme, const QString& value, bool fixed, QWidget* parent)
        : QAbstractButton(parent)
        , m_theme(theme)
        , m_fixed(fixed)
    {
        setText(value);
        setAccessibleName(fixed ? value : ValueChips::tr("%1, press to take it away").arg(value));
        setFocusPolicy(fixed ? Qt::NoFocus : Qt::TabFocus);
        setEnabled(!fixed);
        setObjectName(u"valueChip."_s + value);
    }

    QSize sizeHint() const override
    {
        const QFontMetrics metrics(m_theme.font(TextStyle::Header));
        return {metrics.horizontalAdvance(text()) + 2 + 2 * chipPadding + (m_fixed ? 0 : crossRoom - chipPadding / 2), chipHeight};
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Tokens& tokens = m_theme.tokens();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(underMouse() && !m_fixed ? tokens.line : tokens.cancelled.fill);
        painter.drawRoundedRect(rect(), measure::RadiusControl, measure::RadiusControl);
        painter.setFont(m_theme.font(TextStyle::Header));
        painter.setPen(tokens.text);
        const QRect words = rect().adjusted(chipPadding, 0, m_fixed ? -chipPadding : -crossRoom, 0);
        painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                         painter.fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
        if (!m_fixed)
            m_theme.paintIcon(&painter, QRect(width() - crossRoom, 0, 14, height()), Icon::Close, tokens.text2, 12);
    }

private:
    const Theme& m_theme;
    bool m_fixed;
};

} // namespace

ValueChips::ValueChips(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_field(new QLineEdit(this))
{
    m_field->setProperty("bare", true);
    m_field->setProperty("ownFocus", true);
    m_field->setFrame(false);
    m_field->installEventFilter(this);
    m_field->setMaxLength(2'000);
    setFocusProxy(m_field);
    setCursor(Qt::IBeamCursor);
    setMinimumHeight(measure::Control);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    connect(m_field, &QLineEdit::textEdited, this, [this](const QString& text) {
        if (text.contains(u',') || text.contains(u';') || text.contains(u'\t'))
            add(text);
    });
    retranslate();
    place();
}

void ValueChips::setValues(const QStringList& values)
{
    if (values == m_values && m_chips.size() == values.size())
        return;
    m_values = values;
    rebuild();
}

void ValueChips::setFixed(bool fixed)
{
    m_fixed = fixed;
    m_field->setVisible(!fixed);
    setCursor(fixed ? Qt::ArrowCursor : Qt::IBeamCursor);
    rebuild();
}

void ValueChips::retranslate()
{
    m_field->setPlaceholderText(tr("Add"));
    place();
}

void ValueChips::add(const QString& typed)
{
    static const QRegularExpression apart(u"[,;\\t\\n]"_s);
    bool any = false;
    const QStringList parts = typed.split(apart);
    for (const QString& part : parts) {
        const QString value = normalisedLine(part);
        if (value.isEmpty() || m_values.contains(value, Qt::CaseInsensitive))
            continue;
        m_values.append(value);
        any = true;
    }
    m_field->clear();
    if (!any)
        return;
    rebuild();
    Q_EMIT changed();
}

void ValueChips::removeAt(qsizetype at)
{
    if (at < 0 || at >= m_values.size())
        return;
    m_values.removeAt(at);
    rebuild();
    m_field->setFocus(Qt::OtherFocusReason);
    Q_EMIT changed();
}

void ValueChips::rebuild()
{
    for (QAbstractButton* chip : std::as_const(m_chips)) {
        chip->hide();
        chip->deleteLater();
    }
    m_chips.clear();
    QWidget* before = this;
    for (qsizetype i = 0; i < m_values.size(); ++i) {
        auto* chip = new ValueChip(m_theme, m_values[i], m_fixed, this);
        connect(chip, &QAbstractButton::clicked, this, [this, i] { removeAt(i); });
        chip->show();
        m_chips.append(chip);
        if (before != this)
            setTabOrder(before, chip);
        before = chip;
    }
    if (before != this)
        setTabOrder(before, m_field);
    place();
}

/// As a text would run: chips from the left, a new line where one does not fit.
void ValueChips::place()
{
    const int right = std::max(width(), 2 * leastField) - inset;
    int x = inset;
    int y = inset;
    for (QAbstractButton* chip : std::as_const(m_chips)) {
        const QSize size(std::min(chip->sizeHint().width(), right - inset), chipHeight);
        if (x > inset && x + size.width() > right) {
            x = inset;
            y += chipHeight + gap;
        }
        chip->setGeometry(QRect(QPoint(x, y), size));
        x += size.width() + gap;
    }
    if (!m_fixed) {
        if (x > inset && x + leastField > right) {
            x = inset;
            y += chipHeight + gap;
        }
        m_field->setGeometry(x + 3, y, right - x - 3, chipHeight);
    }
    const int height = y + chipHeight + inset;
    if (height != minimumHeight()) {
        setFixedHeight(height);
        updateGeometry();
    }
    update();
}

void ValueChips::paintEvent(QPaintEvent*)
{
    const Tokens& tokens = m_theme.tokens();
    const bool focused = m_field->hasFocus();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal line = focused ? 2 : 1;
    painter.setPen(QPen(focused ? tokens.focus : m_fixed ? tokens.line : tokens.controlBorder, line));
    painter.setBrush(m_fixed ? tokens.raised : tokens.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2), measure::RadiusControl,
                            measure::RadiusControl);
}

void ValueChips::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    place();
}

void ValueChips::mousePressEvent(QMouseEvent* event)
{
    QWidget::mousePressEvent(event);
    if (!m_fixed)
        m_field->setFocus(Qt::MouseFocusReason);
}

bool ValueChips::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
        if (event->type() == QEvent::FocusOut && !m_field->text().isEmpty())
            add(m_field->text());
        update();
    }
    if (event->type() == QEvent::KeyPress) {
        auto* key = static_cast<QKeyEvent*>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && key->modifiers() == Qt::NoModifier) {
            add(m_field->text());
            return true;
        }
        if (key->key() == Qt::Key_Backspace && m_field->text().isEmpty() && !m_values.isEmpty()) {
            removeAt(m_values.size() - 1);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace belanjain::ui
