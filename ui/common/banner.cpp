// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/button.h"
#include "common/labels.h"
#include "common/link_button.h"
#include "common/messages.h"
#include "common/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QStyle>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {

struct LevelLook
{
    const char* name;
    Icon icon;
    Tint Tokens::*tint;
};

LevelLook lookOf(Level level)
{
    switch (level) {
    case Level::Low:
        return {"low", Icon::Warning, &Tokens::low};
    case Level::Out:
        return {"out", Icon::Octagon, &Tokens::out};
    case Level::Waiting:
        return {"waiting", Icon::Clock, &Tokens::waiting};
    case Level::Info:
        return {"info", Icon::Info, &Tokens::processing};
    case Level::Done:
        return {"done", Icon::DoneCircle, &Tokens::done};
    }
    return {"info", Icon::Info, &Tokens::processing};
}

} // namespace

Banner::Banner(const Theme& theme, QWidget* parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_icon(new IconLabel(theme, Icon::Warning, &Tokens::text2, measure::IconNormal, this))
    , m_text(makeLabel(theme, {}, TextStyle::Body, {}, this))
    , m_link(new LinkButton(theme, {}, this))
    , m_close(new Button(theme, Icon::Close, {}, this))
{
    setObjectName(u"banner"_s);
    setFixedHeight(measure::Banner);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(measure::PageMargin + 2, 0, measure::PageMargin - 8, 0);
    row->setSpacing(8);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    row->addWidget(m_link);
    row->addWidget(m_close);
    m_text->setTextFormat(Qt::RichText);
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_close->setControlSize(Button::Size::Small);
    connect(m_link, &LinkButton::clicked, this, &Banner::linkActivated);
    connect(m_close, &Button::clicked, this, [this] {
        hide();
        Q_EMIT closed();
    });
    dress();
}

void Banner::showMessage(Level level, const QString& richText, const QString& link)
{
    m_level = level;
    const LevelLook look = lookOf(level);
    setProperty("level", QString::fromLatin1(look.name));
    m_icon->setIcon(look.icon);
    m_icon->setTint(look.tint);
    m_close->setGlyphTint(look.tint);
    m_text->setText(withDesignBold(richText));
    m_link->setText(link);
    m_link->setVisible(!link.isEmpty());
    m_link->updateGeometry();
    // A property in a parent's selector restyles the children only when they are polished again.
    for (QWidget* widget : {static_cast<QWidget*>(this), static_cast<QWidget*>(m_text)}) {
        widget->style()->unpolish(widget);
        widget->style()->polish(widget);
    }
    if (parentWidget())
        show();
}

void Banner::setClosable(bool on)
{
    m_close->setVisible(on);
}

void Banner::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        dress();
}

void Banner::dress()
{
    m_close->setAccessibleName(tr("Close this message"));
    m_close->setToolTip(tr("Close"));
}

BulkBar::BulkBar(const Theme& theme, QWidget* parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_title(makeLabel(theme, {}, TextStyle::Bold, {}, this))
    , m_detail(makeLabel(theme, {}, TextStyle::Secondary, u"secondary"_s, this))
    , m_clear(new LinkButton(theme, {}, this))
    , m_actions(new QHBoxLayout)
{
    setObjectName(u"bulkBar"_s);
    setFixedHeight(measure::BulkBar);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(measure::PageMargin, 0, measure::PageMargin, 0);
    row->setSpacing(10);
    row->addWidget(m_title);
    row->addWidget(m_detail);
    row->addSpacing(14);
    m_actions->setSpacing(8);
    row->addLayout(m_actions);
    row->addStretch();
    row->addWidget(m_clear);
    m_detail->hide();
    m_clear->setLook(LinkButton::Look::Secondary);
    m_clear->setTextSize(LinkButton::Size::Small);
    connect(m_clear, &LinkButton::clicked, this, &BulkBar::cleared);
    dress();
}

void BulkBar::setSummary(const QString& title, const QString& detail)
{
    m_title->setText(title);
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty());
}

Button* BulkBar::addButton(const QString& text, std::optional<Icon> icon)
{
    auto* button = new Button(m_theme, text, this);
    button->setGlyph(icon);
    m_actions->addWidget(button);
    setTabOrder(button, m_clear); // the last of the row, also for Tab
    return button;
}

void BulkBar::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        dress();
}

void BulkBar::dress()
{
    m_clear->setText(tr("Clear selection"));
    m_clear->setKeyCap(tr("Esc"));
}

ProgressLine::ProgressLine(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_text(makeLabel(theme, {}, TextStyle::Body, {}, this))
    , m_share(makeLabel(theme, {}, TextStyle::Secondary, u"secondary"_s, this))
    , m_bar(new QProgressBar(this))
    , m_cancel(new Button(theme, QString(), this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    auto* column = new QVBoxLayout;
    column->setSpacing(6);
    auto* words = new QHBoxLayout;
    words->addWidget(m_text, 1);
    words->addWidget(m_share);
    column->addLayout(words);
    column->addWidget(m_bar);
    row->addLayout(column, 1);
    row->addWidget(m_cancel);
    m_bar->setTextVisible(false);
    m_cancel->setControlSize(Button::Size::Small);
    connect(m_cancel, &Button::clicked, this, [this] {
        m_cancel->setEnabled(false);
        Q_EMIT cancelled();
    });
    dress();
}

void ProgressLine::setText(const QString& text)
{
    m_text->setText(text);
    m_bar->setAccessibleName(text);
}

void ProgressLine::setProgress(qint64 done, qint64 total)
{
    if (total <= 0) {
        m_bar->setRange(0, 0);
        m_share->clear();
        return;
    }
    constexpr int steps = 1000;
    m_bar->setRange(0, steps);
    m_bar->setValue(int(double(std::clamp<qint64>(done, 0, total)) / double(total) * steps));
    m_share->setText(u"%1 %"_s.arg(m_bar->value() * 100 / steps));
}

void ProgressLine::setCancellable(bool on)
{
    m_cancel->setVisible(on);
    m_cancel->setEnabled(true);
}

void ProgressLine::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        dress();
}

void ProgressLine::dress()
{
    m_cancel->setText(tr("Stop"));
    m_cancel->updateGeometry();
}

} // namespace belanjain::ui
