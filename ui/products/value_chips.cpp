// SPDX-License-Identifier: GPL-3.0-or-later
#include "products/value_chips.h"

#include "common/theme.h"
#include "domain/text.h"

#include <QAbstractButton>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPainter>
#include <QRegularExpression>

#include <functional>
#include <utility>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int inset = 5;
constexpr int chipHeight = 22;
constexpr int gap = 4;
constexpr int chipPadding = 8;
constexpr int crossRoom = 18;
constexpr int leastField = 48;

/// One value; pressing its cross, or it by the keyboard, takes it away.
class ValueChip : public QAbstractButton
{
public:
    ValueChip(const Theme& theme, const QString& value, std::function<void()> rename, QWidget* parent)
        : QAbstractButton(parent)
        , m_theme(theme)
        , m_rename(std::move(rename))
    {
        setText(value);
        setAccessibleName(ValueChips::tr("%1, press to take it away, F2 to rename it").arg(value));
        setToolTip(ValueChips::tr("Rename (F2)"));
        setFocusPolicy(Qt::TabFocus);
        setObjectName(u"valueChip."_s + value);
    }

    QSize sizeHint() const override
    {
        const QFontMetrics metrics(m_theme.font(TextStyle::Header));
        return {metrics.horizontalAdvance(text()) + 2 + 2 * chipPadding + crossRoom - chipPadding / 2, chipHeight};
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Tokens& tokens = m_theme.tokens();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(underMouse() ? tokens.line : tokens.cancelled.fill);
        painter.drawRoundedRect(rect(), measure::RadiusControl, measure::RadiusControl);
        painter.setFont(m_theme.font(TextStyle::Header));
        painter.setPen(tokens.text);
        const QRect words = rect().adjusted(chipPadding, 0, -crossRoom, 0);
        painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                         painter.fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
        m_theme.paintIcon(&painter, QRect(width() - crossRoom, 0, 14, height()), Icon::Close, tokens.text2, 12);
    }

    void mousePressEvent(QMouseEvent* event) override
    {
        if (event->button() == Qt::LeftButton && event->pos().x() < width() - crossRoom)
            m_rename();
        else
            QAbstractButton::mousePressEvent(event);
    }

    void keyPressEvent(QKeyEvent* event) override
    {
        if (event->key() == Qt::Key_F2)
            m_rename();
        else
            QAbstractButton::keyPressEvent(event);
    }

private:
    const Theme& m_theme;
    std::function<void()> m_rename;
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
    m_renamed = -1;
    m_values = values;
    rebuild();
}

void ValueChips::rename(qsizetype at)
{
    if (at < 0 || at >= m_values.size())
        return;
    if (m_renamed < 0 && !m_field->text().isEmpty())
        add(m_field->text());
    m_renamed = at;
    m_field->setText(m_values[at]);
    m_field->selectAll();
    m_field->setFocus(Qt::OtherFocusReason);
    place();
}

/// What is empty or there already leaves the former value.
void ValueChips::putInPlace(const QString& value)
{
    const qsizetype at = std::exchange(m_renamed, -1);
    QStringList others = m_values;
    others.removeAt(at);
    m_field->clear();
    const bool other = !value.isEmpty() && value != m_values[at] && !others.contains(value, Qt::CaseInsensitive);
    if (other)
        m_values[at] = value;
    rebuild();
    if (other)
        Q_EMIT changed();
}

void ValueChips::retranslate()
{
    m_field->setPlaceholderText(tr("Add"));
    place();
}

void ValueChips::add(const QString& typed)
{
    static const QRegularExpression apart(u"[,;\\t\\n]"_s);
    if (m_renamed >= 0) {
        putInPlace(normalisedLine(typed.section(apart, 0, 0)));
        return;
    }
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
    m_renamed = -1;
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
        auto* chip = new ValueChip(m_theme, m_values[i], [this, i] { rename(i); }, this);
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
    for (qsizetype i = 0; i < m_chips.size(); ++i) {
        QAbstractButton* chip = m_chips[i];
        chip->setVisible(i != m_renamed);
        if (i == m_renamed)
            continue;
        const QSize size(std::min(chip->sizeHint().width(), right - inset), chipHeight);
        if (x > inset && x + size.width() > right) {
            x = inset;
            y += chipHeight + gap;
        }
        chip->setGeometry(QRect(QPoint(x, y), size));
        x += size.width() + gap;
    }
    if (x > inset && x + leastField > right) {
        x = inset;
        y += chipHeight + gap;
    }
    m_field->setGeometry(x + 3, y, right - x - 3, chipHeight);
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
    painter.setPen(QPen(focused ? tokens.focus : tokens.controlBorder, line));
    painter.setBrush(tokens.surface);
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
    m_field->setFocus(Qt::MouseFocusReason);
}

bool ValueChips::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
        if (event->type() == QEvent::FocusOut && (!m_field->text().isEmpty() || m_renamed >= 0))
            add(m_field->text());
        update();
    }
    if (event->type() == QEvent::KeyPress) {
        auto* key = static_cast<QKeyEvent*>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (key->key() == Qt::Key_Escape && m_renamed >= 0) {
            putInPlace({});
            return true;
        }
        if (enter && key->modifiers() == Qt::NoModifier) {
            add(m_field->text());
            return true;
        }
        if (key->key() == Qt::Key_Backspace && m_field->text().isEmpty() && m_renamed < 0 && !m_values.isEmpty()) {
            removeAt(m_values.size() - 1);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace belanjain::ui
