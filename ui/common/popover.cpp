// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/popover.h"

#include "common/labels.h"
#include "common/link_button.h"
#include "common/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace belanjain::ui {

namespace {
constexpr int Width = 344;
constexpr int Distance = 3;
} // namespace

Popover::Popover(const Theme& theme, QWidget* host)
    : QFrame(host)
    , m_theme(theme)
    , m_text(makeLabel(theme, {}, TextStyle::Secondary, {}, this))
    , m_links(new QHBoxLayout)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(13, 9, 13, 8);
    column->setSpacing(4);
    column->addWidget(m_text);
    column->addLayout(m_links);
    m_links->setSpacing(16);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::RichText);
    setFixedWidth(Width);
    connect(&theme, &Theme::changed, this, &Popover::retint);
    hide();
}

void Popover::setContent(const QString& richText, const QStringList& links)
{
    m_richText = richText;
    retint();
    while (QLayoutItem* item = m_links->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        const std::unique_ptr<QLayoutItem> taken(item);
    }
    for (int i = 0; i < int(links.size()); ++i) {
        auto* link = new LinkButton(m_theme, links.at(i), this);
        link->setTextSize(LinkButton::Size::Small);
        connect(link, &LinkButton::clicked, this, [this, i] { Q_EMIT linkActivated(i); });
        m_links->addWidget(link);
    }
    m_links->addStretch();
    QString plain = richText;
    plain.remove(QStringLiteral("<b>")).remove(QStringLiteral("</b>"));
    setAccessibleName(plain);
}

void Popover::retint()
{
    QString text = m_richText;
    const QString ink = m_theme.tokens().out.ink.name();
    text.replace(QStringLiteral("<b>"), QStringLiteral("<span style=\"font-weight:600;color:%1\">").arg(ink));
    text.replace(QStringLiteral("</b>"), QStringLiteral("</span>"));
    m_text->setText(text);
    update();
}

void Popover::pointAt(const QRect& cell)
{
    m_cell = cell;
    const QRect host = parentWidget()->rect();
    const int height = layout()->hasHeightForWidth() ? layout()->heightForWidth(Width) : sizeHint().height();
    resize(Width, height);
    int x = std::clamp(cell.right() + 1 - Width, host.left() + 4, std::max(host.left() + 4, host.right() - Width - 4));
    int y = cell.bottom() + 1 + Distance;
    if (y + height > host.bottom() && cell.top() - Distance - height >= host.top())
        y = cell.top() - Distance - height;
    move(x, y);
    show();
    raise();
}

void Popover::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.tokens().out.ink, 1));
    painter.setBrush(m_theme.tokens().surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5.5, 5.5);
}

void Popover::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        hide();
        Q_EMIT dismissed();
        return;
    }
    QFrame::keyPressEvent(event);
}

} // namespace belanjain::ui
