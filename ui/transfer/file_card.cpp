// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/file_card.h"

#include "common/button.h"
#include "common/labels.h"
#include "common/theme.h"
#include "transfer/card_parts.h"

#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QPainter>
#include <QVBoxLayout>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {

QString droppedFile(const QMimeData* data)
{
    const auto urls = data->urls();
    return urls.size() == 1 && urls.constFirst().isLocalFile() ? urls.constFirst().toLocalFile() : QString();
}

} // namespace

FileCard::FileCard(const Theme& theme, QWidget* parent)
    : Card(theme, parent)
    , m_theme(theme)
    , m_title(makeLabel(theme, {}, TextStyle::Section, {}, this))
    , m_text(makeLabel(theme, {}, TextStyle::Body, u"secondary"_s, this))
    , m_kinds(makeLabel(theme, {}, TextStyle::Secondary, u"secondary"_s, this))
    , m_choose(new Button(theme, {}, this))
{
    setObjectName(u"importFileCard"_s);
    setAcceptDrops(true);
    padCard(*this);
    m_text->setWordWrap(true);
    m_kinds->setWordWrap(true);
    m_choose->setObjectName(u"importChoose"_s);
    m_choose->setKind(Button::Kind::Primary);
    m_choose->setGlyph(Icon::Upload);
    column()->addWidget(m_title);
    column()->addWidget(m_text);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, 8, 0, 8);
    row->addWidget(m_choose);
    row->addStretch(1);
    column()->addLayout(row);
    column()->addWidget(m_kinds);
    column()->addStretch(1);
    connect(m_choose, &Button::clicked, this, &FileCard::chooseAsked);
    retranslate();
}

void FileCard::retranslate()
{
    m_title->setText(tr("Import products"));
    showParagraph(*m_text, m_theme, TextStyle::Body,
                  tr("Choose a CSV file, or drop it here. First you see what would happen with every row; nothing is "
                     "changed until you say so."));
    showParagraph(*m_kinds, m_theme, TextStyle::Secondary,
                  tr("From Shopify, WooCommerce, your own spreadsheet, or any other table."));
    m_choose->setText(tr("Choose a file…"));
    m_choose->setKeyCap(tr("Ctrl O"));
    m_choose->setToolTip(tr("Choose a file (Ctrl+O)"));
}

void FileCard::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Card::changeEvent(event);
}

void FileCard::dragEnterEvent(QDragEnterEvent* event)
{
    m_over = !droppedFile(event->mimeData()).isEmpty();
    if (m_over)
        event->acceptProposedAction();
    update();
}

void FileCard::dragLeaveEvent(QDragLeaveEvent* event)
{
    m_over = false;
    update();
    Card::dragLeaveEvent(event);
}

void FileCard::dropEvent(QDropEvent* event)
{
    m_over = false;
    update();
    if (const QString path = droppedFile(event->mimeData()); !path.isEmpty()) {
        event->acceptProposedAction();
        Q_EMIT dropped(path);
    }
}

void FileCard::paintEvent(QPaintEvent* event)
{
    Card::paintEvent(event);
    if (!m_over)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.tokens().focus, measure::FocusWidth));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), measure::RadiusCard, measure::RadiusCard);
}

} // namespace belanjain::ui
