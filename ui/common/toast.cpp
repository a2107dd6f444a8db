// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/labels.h"
#include "common/link_button.h"
#include "common/messages.h"
#include "common/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

Toast::Toast(const Theme& theme, QWidget* host)
    : QWidget(host)
    , m_theme(theme)
    , m_icon(new IconLabel(theme, Icon::Check, &Tokens::onInverse, measure::IconNormal, this))
    , m_text(makeLabel(theme, {}, TextStyle::Body, u"inverse"_s, this))
    , m_action(new LinkButton(theme, {}, this))
    , m_bottomInset(measure::StatusBar)
{
    setFixedHeight(measure::Toast);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(14, 0, 12, 0);
    row->setSpacing(12);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    row->addSpacing(8);
    row->addWidget(m_action);
    m_action->setLook(LinkButton::Look::Inverse);
    m_timer.setSingleShot(true);
    m_timer.setInterval(measure::ToastMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &Toast::dismiss);
    connect(m_action, &LinkButton::clicked, this, [this] {
        m_timer.stop();
        hide();
        Q_EMIT actionTriggered();
    });
    connect(&theme, &Theme::changed, this, [this] { update(); });
    host->installEventFilter(this);
    m_action->installEventFilter(this);
    hide();
}

void Toast::showMessage(const QString& text, const QString& action, const QString& key, Icon icon)
{
    m_icon->setIcon(icon);
    m_text->setText(text);
    setAccessibleName(text);
    m_action->setText(action);
    m_action->setKeyCap(key);
    m_action->setVisible(!action.isEmpty());
    place();
    QWidget::show();
    raise();
    m_timer.start();
}

void Toast::setBottomInset(int pixels)
{
    if (m_bottomInset == pixels)
        return;
    m_bottomInset = pixels;
    place();
    Q_EMIT insetChanged();
}

QString Toast::text() const
{
    return m_text->text();
}

void Toast::place()
{
    const QWidget* host = parentWidget();
    layout()->activate();
    const int width = std::min(layout()->sizeHint().width(), host->width() - 2 * measure::PageMargin);
    setGeometry(host->width() - measure::PageMargin - width,
                host->height() - m_bottomInset - measure::PageMargin - measure::Toast, width, measure::Toast);
}

void Toast::dismiss()
{
    hide();
    Q_EMIT dismissed();
}

void Toast::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.tokens().inverse);
    painter.drawRoundedRect(rect(), measure::RadiusControl, measure::RadiusControl);
}

void Toast::enterEvent(QEnterEvent*)
{
    m_timer.stop();
}

void Toast::leaveEvent(QEvent*)
{
    if (isVisible())
        m_timer.start();
}

void Toast::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    Q_EMIT appeared();
}

void Toast::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    Q_EMIT gone();
}

void Toast::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_timer.stop();
        hide();
    }
}

bool Toast::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parent() && event->type() == QEvent::Resize)
        place();
    if (watched == m_action && event->type() == QEvent::FocusIn)
        m_timer.stop();
    if (watched == m_action && event->type() == QEvent::FocusOut && isVisible())
        m_timer.start();
    return QWidget::eventFilter(watched, event);
}

} // namespace belanjain::ui
