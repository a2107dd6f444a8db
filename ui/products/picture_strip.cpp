// SPDX-License-Identifier: GPL-3.0-or-later
#include "products/picture_strip.h"

#include "common/paint.h"
#include "common/table_style.h"
#include "common/theme.h"
#include "common/thumbnail_source.h"
#include "products/picture_intake.h"

#include <QAccessible>
#include <QApplication>
#include <QContextMenuEvent>
#include <QDragEnterEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

namespace belanjain::ui {

using namespace Qt::StringLiterals;
using ports::PictureState;

namespace {
constexpr int columns = 3;
constexpr int gap = 8;
constexpr int frame = 1;
constexpr int captionHeight = 20;
constexpr int crossSize = 22;
} // namespace

PictureStrip::PictureStrip(const Theme& theme, ThumbnailSource* thumbnails, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_thumbnails(thumbnails)
{
    setObjectName(u"pictureStrip"_s);
    setProperty("ownFocus", true);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAcceptDrops(true);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    if (thumbnails)
        connect(thumbnails, &ThumbnailSource::arrived, this, qOverload<>(&QWidget::update));
    retranslate();
}

void PictureStrip::setPictures(const QList<tables::FormPicture>& pictures)
{
    if (pictures == m_pictures)
        return;
    m_pictures = pictures;
    m_current = std::clamp(m_current, 0, std::max(0, tiles() - 1));
    describe();
    updateGeometry();
    update();
}

void PictureStrip::retranslate()
{
    setAccessibleName(tr("Photos"));
    describe();
    update();
}

void PictureStrip::describe()
{
    QString text = m_current < m_pictures.size()
                       ? tr("Photo %1 of %2").arg(m_current + 1).arg(m_pictures.size())
                       : tr("Add a photo");
    if (m_current < m_pictures.size() && m_pictures[m_current].state == PictureState::Waiting)
        text += u", "_s + tr("Waiting");
    setAccessibleDescription(text);
}

int PictureStrip::heightForWidth(int width) const
{
    const int edge = (width - 2 * frame - (columns - 1) * gap) / columns;
    const int rows = (tiles() + columns - 1) / columns;
    return rows * edge + (rows - 1) * gap + 2 * frame;
}

QSize PictureStrip::sizeHint() const { return {320, heightForWidth(320)}; }

QRect PictureStrip::tile(int at) const
{
    const int edge = (width() - 2 * frame - (columns - 1) * gap) / columns;
    return {frame + (at % columns) * (edge + gap), frame + (at / columns) * (edge + gap), edge, edge};
}

QRect PictureStrip::cross(int at) const
{
    const QRect rect = tile(at);
    return {rect.right() - crossSize - 3, rect.top() + 4, crossSize, crossSize};
}

int PictureStrip::tileAt(const QPoint& point) const
{
    for (int i = 0; i < tiles(); ++i) {
        if (tile(i).contains(point))
            return i;
    }
    return -1;
}

void PictureStrip::paintEvent(QPaintEvent*)
{
    const Tokens& tokens = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < m_pictures.size(); ++i)
        paintPicture(painter, tile(i), i);
    if (hasRoom()) {
        const QRect rect = tile(int(m_pictures.size()));
        QPen dashes(m_dropping ? tokens.focus : tokens.controlBorder, m_dropping ? 2 : 1, Qt::CustomDashLine);
        dashes.setDashPattern({3, 3});
        painter.setPen(dashes);
        painter.setBrush(m_hovered == m_pictures.size() || m_dropping ? tokens.hover : tokens.surface);
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), measure::RadiusControl,
                                measure::RadiusControl);
        const QRect icon(rect.left(), rect.center().y() - 22, rect.width(), 20);
        m_theme.paintIcon(&painter, icon, Icon::Plus, tokens.text2, 20);
        painter.setFont(m_theme.font(TextStyle::Body));
        painter.setPen(tokens.text2);
        painter.drawText(QRect(rect.left(), rect.center().y() + 2, rect.width(), 20), Qt::AlignCenter, tr("Add"));
    }
    if (hasFocus())
        paintInnerFocus(&painter, tile(m_current).adjusted(-1, -1, 1, 1), m_theme, measure::RadiusControl);
}

void PictureStrip::paintPicture(QPainter& painter, const QRect& rect, int at) const
{
    const Tokens& tokens = m_theme.tokens();
    const tables::FormPicture& picture = m_pictures[at];
    const QPixmap photo = m_thumbnails ? m_thumbnails->thumbnail(picture.hash, rect.width(), devicePixelRatioF()) : QPixmap();
    painter.save();
    QPainterPath round;
    round.addRoundedRect(rect, measure::RadiusControl, measure::RadiusControl);
    painter.setClipPath(round);
    painter.fillRect(rect, tokens.raised);
    if (photo.isNull())
        m_theme.paintIcon(&painter, rect, Icon::Image, tokens.text2, 24);
    else
        painter.drawPixmap(rect, photo);
    if (at == m_dragged)
        painter.fillRect(rect, QColor::fromRgb(tokens.surface.red(), tokens.surface.green(), tokens.surface.blue(), 140));
    if (at == 0) {
        const QRect caption(rect.left(), rect.bottom() + 1 - captionHeight, rect.width(), captionHeight);
        painter.fillRect(caption, tokens.accent);
        painter.setFont(m_theme.font(TextStyle::Key, QFont::DemiBold));
        painter.setPen(tokens.onAccent);
        painter.drawText(caption, Qt::AlignCenter, tr("Main photo"));
    }
    painter.restore();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(at == 0 ? tokens.accent : tokens.line, at == 0 ? 2 : 1));
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), measure::RadiusControl, measure::RadiusControl);
    if (picture.state != PictureState::Stored) {
        const bool refused = picture.state == PictureState::Refused;
        const int lift = at == 0 ? captionHeight : 0;
        paintChip(&painter, QRect(rect.left() + 4, rect.bottom() - 26 - lift, rect.width() - 8, measure::Chip),
                  refused ? ChipKind::Rejected : ChipKind::Waiting, refused ? tr("Rejected") : tr("Waiting"), m_theme);
    }
    if (at == m_hovered && m_dragged < 0) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.inverse);
        painter.drawEllipse(cross(at));
        m_theme.paintIcon(&painter, cross(at), Icon::Close, tokens.onInverse, 12);
    }
}

void PictureStrip::move(int from, int to)
{
    if (from == to || from < 0 || to < 0 || from >= m_pictures.size() || to >= m_pictures.size())
        return;
    m_pictures.move(from, to);
    m_current = to;
    describe();
    update();
    Q_EMIT changed();
}

void PictureStrip::remove(int at)
{
    if (at < 0 || at >= m_pictures.size())
        return;
    m_pictures.removeAt(at);
    m_current = std::clamp(m_current, 0, std::max(0, tiles() - 1));
    m_hovered = -1;
    describe();
    updateGeometry();
    update();
    Q_EMIT changed();
}

void PictureStrip::mousePressEvent(QMouseEvent* event)
{
    const QPoint point = event->position().toPoint();
    const int at = tileAt(point);
    if (event->button() != Qt::LeftButton || at < 0)
        return;
    m_current = at;
    m_pressed = point;
    describe();
    update();
}

void PictureStrip::mouseMoveEvent(QMouseEvent* event)
{
    const QPoint point = event->position().toPoint();
    if (event->buttons() & Qt::LeftButton) {
        if (m_dragged < 0 && m_current < m_pictures.size() &&
            (point - m_pressed).manhattanLength() >= QApplication::startDragDistance())
            m_dragged = m_current;
        const int over = tileAt(point);
        if (m_dragged >= 0 && over >= 0 && over < m_pictures.size() && over != m_dragged) {
            m_pictures.move(m_dragged, over);
            m_dragged = m_current = over;
            Q_EMIT changed();
        }
        update();
        return;
    }
    m_hovered = tileAt(point);
    setCursor(m_hovered < 0 ? Qt::ArrowCursor : m_hovered < m_pictures.size() ? Qt::OpenHandCursor : Qt::PointingHandCursor);
    update();
}

void PictureStrip::mouseReleaseEvent(QMouseEvent* event)
{
    const QPoint point = event->position().toPoint();
    const bool dragged = std::exchange(m_dragged, -1) >= 0;
    update();
    if (dragged || event->button() != Qt::LeftButton)
        return;
    const int at = tileAt(point);
    if (at == m_pictures.size() && hasRoom())
        Q_EMIT addAsked();
    else if (at >= 0 && at < m_pictures.size() && cross(at).contains(point))
        remove(at);
}

void PictureStrip::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    m_hovered = -1;
    update();
}

void PictureStrip::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Paste)) {
        Q_EMIT pasteAsked();
        return;
    }
    const bool control = event->modifiers().testFlag(Qt::ControlModifier);
    const auto go = [&](int to) {
        if (control) {
            move(m_current, to);
            return;
        }
        m_current = std::clamp(to, 0, std::max(0, tiles() - 1));
        describe();
        update();
    };
    switch (event->key()) {
    case Qt::Key_Left:
        go(m_current - 1);
        return;
    case Qt::Key_Right:
        go(m_current + 1);
        return;
    case Qt::Key_Up:
        go(m_current - columns);
        return;
    case Qt::Key_Down:
        go(m_current + columns);
        return;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        remove(m_current);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_current == m_pictures.size() && hasRoom()) {
            Q_EMIT addAsked();
            return;
        }
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void PictureStrip::contextMenuEvent(QContextMenuEvent* event)
{
    if (event->reason() == QContextMenuEvent::Mouse && tileAt(event->pos()) >= 0)
        m_current = tileAt(event->pos());
    if (m_current >= m_pictures.size())
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const int at = m_current;
    const auto add = [&](const QString& text, const QString& key, bool enabled, auto slot) {
        QAction* action = menu->addAction(text + u'\t' + key);
        action->setEnabled(enabled);
        connect(action, &QAction::triggered, this, slot);
    };
    add(tr("Make it the main photo"), {}, at > 0, [this, at] { move(at, 0); });
    add(tr("Move left"), tr("Ctrl Left"), at > 0, [this, at] { move(at, at - 1); });
    add(tr("Move right"), tr("Ctrl Right"), at + 1 < m_pictures.size(), [this, at] { move(at, at + 1); });
    add(tr("Remove"), tr("Delete"), true, [this, at] { remove(at); });
    menu->popup(event->reason() == QContextMenuEvent::Mouse ? event->globalPos() : mapToGlobal(tile(at).center()));
}

void PictureStrip::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void PictureStrip::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

void PictureStrip::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    // Layouts inside a scroll area ask for a fixed height.
    setMinimumHeight(heightForWidth(width()));
}

void PictureStrip::dragEnterEvent(QDragEnterEvent* event)
{
    if (!hasRoom() || !PictureIntake::holdsPictures(*event->mimeData()))
        return;
    event->acceptProposedAction();
    m_dropping = true;
    update();
}

void PictureStrip::dragLeaveEvent(QDragLeaveEvent*)
{
    m_dropping = false;
    update();
}

void PictureStrip::dropEvent(QDropEvent* event)
{
    m_dropping = false;
    update();
    event->acceptProposedAction();
    Q_EMIT dropped(event->mimeData());
}

bool PictureStrip::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int at = tileAt(help->pos());
        if (at >= 0 && at < m_pictures.size())
            QToolTip::showText(help->globalPos(),
                               m_pictures[at].state == PictureState::Waiting
                                   ? tr("Kept on this computer; uploaded when the marketplace can be reached.")
                               : m_pictures[at].state == PictureState::Refused
                                   ? tr("The marketplace did not take this photo. Needs attention says why.")
                                   : tr("Drag to put it elsewhere. Delete removes it."),
                               this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace belanjain::ui
