// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/fields.h"

#include "common/labels.h"
#include "common/paint.h"
#include "common/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int ButtonPx = 24;

void repolish(QWidget* widget)
{
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->update();
}

QToolButton* innerButton(QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setFixedSize(ButtonPx, ButtonPx);
    button->setCursor(Qt::ArrowCursor);
    button->setAutoRaise(true);
    button->setIconSize({measure::IconNormal, measure::IconNormal});
    return button;
}

} // namespace

SearchField::SearchField(const Theme& theme, const QString& placeholder, QWidget* parent)
    : QLineEdit(parent)
    , m_theme(theme)
    , m_clear(innerButton(this))
{
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
    m_clear->setFocusPolicy(Qt::NoFocus);
    m_clear->hide();
    m_rest.setSingleShot(true);
    m_rest.setInterval(120);
    connect(&m_rest, &QTimer::timeout, this, &SearchField::report);
    connect(this, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_clear->setVisible(!text.isEmpty());
        layOut();
        text.isEmpty() ? report() : m_rest.start();
    });
    connect(this, &QLineEdit::returnPressed, this, [this] {
        report();
        selectAll(); // the next barcode that is scanned takes this one's place
    });
    connect(m_clear, &QToolButton::clicked, this, &QLineEdit::clear);
    connect(&theme, &Theme::changed, this, &SearchField::dress);
    dress();
    layOut();
}

void SearchField::setKeyCap(const QString& key)
{
    m_keyCap = key;
    setAccessibleDescription(key);
    layOut();
}

void SearchField::showSearch(const QString& text)
{
    m_reported = text;
    setText(text);
    m_rest.stop();
}

void SearchField::setQuiet(bool on)
{
    setProperty("quiet", on);
    repolish(this);
}

QSize SearchField::sizeHint() const
{
    return {288, QLineEdit::sizeHint().height()};
}

void SearchField::report()
{
    m_rest.stop();
    if (text() == m_reported)
        return;
    m_reported = text();
    Q_EMIT searched(m_reported);
}

void SearchField::dress()
{
    m_clear->setIcon(m_theme.icon(Icon::Close, measure::IconSmall));
    m_clear->setToolTip(tr("Clear"));
    m_clear->setAccessibleName(tr("Clear the search"));
    update();
}

void SearchField::layOut()
{
    const int cap = m_keyCap.isEmpty() ? 0 : keyCapSize(m_keyCap, m_theme).width() + 4;
    setTextMargins(24, 0, text().isEmpty() ? cap : ButtonPx, 0);
    m_clear->move(width() - ButtonPx - 6, (height() - ButtonPx) / 2);
    update();
}

void SearchField::paintEvent(QPaintEvent* event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    m_theme.paintIcon(&painter, QRect(11, 0, measure::IconNormal, height()), Icon::Search, m_theme.tokens().text2);
    if (!m_keyCap.isEmpty() && text().isEmpty())
        paintKeyCap(&painter, rect().adjusted(0, 0, -10, 0), m_keyCap, m_theme);
}

void SearchField::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        return;
    }
    if (event->key() == Qt::Key_Escape || event->key() == Qt::Key_Down) {
        report();
        Q_EMIT left();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void SearchField::resizeEvent(QResizeEvent* event)
{
    QLineEdit::resizeEvent(event);
    layOut();
}

void SearchField::changeEvent(QEvent* event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        dress();
}

PasswordField::PasswordField(const Theme& theme, QWidget* parent)
    : QLineEdit(parent)
    , m_theme(theme)
    , m_eye(innerButton(this))
{
    setEchoMode(QLineEdit::Password);
    setTextMargins(0, 0, ButtonPx + 4, 0);
    setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    connect(m_eye, &QToolButton::clicked, this, [this] { setShown(!isShown()); });
    connect(&theme, &Theme::changed, this, &PasswordField::dress);
    dress();
}

void PasswordField::setShown(bool shown)
{
    setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
    dress();
}

void PasswordField::dress()
{
    m_eye->setIcon(m_theme.icon(isShown() ? Icon::EyeOff : Icon::Eye));
    const QString name = isShown() ? tr("Hide the password") : tr("Show the password");
    m_eye->setToolTip(name);
    m_eye->setAccessibleName(name);
}

void PasswordField::resizeEvent(QResizeEvent* event)
{
    QLineEdit::resizeEvent(event);
    m_eye->move(width() - ButtonPx - 8, (height() - ButtonPx) / 2);
}

void PasswordField::changeEvent(QEvent* event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        dress();
}

FormField::FormField(const Theme& theme, const QString& label, QWidget* editor, QWidget* parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_label(makeLabel(theme, label, TextStyle::Strong, {}, this))
    , m_hint(makeLabel(theme, {}, TextStyle::Secondary, u"secondary"_s, this))
    , m_errorRow(new QWidget(this))
    , m_error(makeLabel(theme, {}, TextStyle::Body, u"out"_s, m_errorRow))
    , m_top(new QHBoxLayout)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    m_top->setContentsMargins(0, 0, 0, 0);
    m_top->addWidget(m_label, 1);
    column->addLayout(m_top);
    column->addWidget(editor);

    auto* icon = new IconLabel(theme, Icon::Octagon, &Tokens::text, measure::IconNormal, m_errorRow);
    icon->setTint(&Tokens::out);
    auto* row = new QHBoxLayout(m_errorRow);
    row->setContentsMargins(0, 4, 0, 0);
    row->setSpacing(6);
    // The icon sits on the first line of a message that may take several.
    auto* iconColumn = new QVBoxLayout;
    iconColumn->setContentsMargins(0, 0, 0, 0);
    iconColumn->addWidget(icon);
    iconColumn->addStretch();
    row->addLayout(iconColumn);
    row->addWidget(m_error, 1);
    m_error->setWordWrap(true);
    m_error->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_hint->setWordWrap(true);
    column->addWidget(m_errorRow);
    column->addWidget(m_hint);
    m_errorRow->hide();
    m_hint->hide();

    // Only an editor that wants height gets it; otherwise wrapped messages would take what is left over.
    const bool tall = editor->sizePolicy().expandingDirections().testFlag(Qt::Vertical);
    setSizePolicy(QSizePolicy::Preferred, tall ? QSizePolicy::Expanding : QSizePolicy::Fixed);
    m_label->setBuddy(editor);
    editor->setAccessibleName(label);
    setFocusProxy(editor);
}

void FormField::setLabel(const QString& label)
{
    m_label->setText(label);
    m_editor->setAccessibleName(label);
}

void FormField::setHint(const QString& hint)
{
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty() && m_error->text().isEmpty());
    m_editor->setAccessibleDescription(hint);
}

void FormField::setError(const QString& error)
{
    m_error->setText(error);
    m_errorRow->setVisible(!error.isEmpty());
    m_hint->setVisible(error.isEmpty() && !m_hint->text().isEmpty());
    m_editor->setAccessibleDescription(error.isEmpty() ? m_hint->text() : error);
    setInvalid(m_editor, !error.isEmpty());
}

QString FormField::error() const
{
    return m_error->text();
}

void FormField::setTouch(const Theme& theme)
{
    setControlSize(m_editor, u"touch"_s);
    m_label->setFont(theme.font(TextStyle::Kiosk, 500));
    for (QLabel* words : {m_hint, m_error})
        words->setFont(theme.font(TextStyle::Kiosk));
    for (QLabel* words : {m_label, m_hint, m_error})
        words->setMinimumHeight(theme.lineHeight(TextStyle::Kiosk));
    // A style sheet gives the font of its line edits; a combo box is painted with its own.
    if (!qobject_cast<QLineEdit*>(m_editor))
        m_editor->setFont(theme.font(TextStyle::Kiosk));
}

void FormField::setTrailing(QWidget* widget)
{
    m_top->addWidget(widget);
}

void setInvalid(QWidget* editor, bool invalid)
{
    if (editor->property("invalid").toBool() == invalid)
        return;
    editor->setProperty("invalid", invalid);
    repolish(editor);
}

void setControlSize(QWidget* control, const QString& size)
{
    control->setProperty("controlSize", size);
    repolish(control);
    control->updateGeometry();
}

} // namespace belanjain::ui
