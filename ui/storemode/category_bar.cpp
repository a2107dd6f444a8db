// SPDX-License-Identifier: GPL-3.0-or-later
#include "storemode/category_bar.h"

#include "common/button.h"
#include "common/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScrollBar>
#include <QScroller>
#include <QWheelEvent>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

CategoryBar::CategoryBar(const Theme& theme, QWidget* parent)
    : QScrollArea(parent)
    , m_theme(theme)
{
    setObjectName(u"storeCategories"_s);
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setFixedHeight(measure::ControlTouch + 2 * 16);
    auto* content = new QWidget(this);
    content->setObjectName(u"storeMode"_s);
    m_row = new QHBoxLayout(content);
    m_row->setContentsMargins(24, 16, 24, 16);
    m_row->setSpacing(8);
    m_row->addStretch();
    setWidget(content);
    QScroller::grabGesture(viewport(), QScroller::TouchGesture);
    setCategories({});
}

void CategoryBar::setCategories(const QStringList& categories)
{
    if (!m_buttons.isEmpty() && categories == m_categories)
        return;
    m_categories = categories;
    for (Button* button : std::as_const(m_buttons)) {
        button->hide();
        button->setObjectName({});
        button->deleteLater();
    }
    m_buttons.clear();
    for (const QString& category : QStringList{QString()} + categories) {
        // An ampersand alone would underline the letter after it.
        auto* button = new Button(m_theme, QString(category).replace(u'&', u"&&"_s), widget());
        button->setAccessibleName(category);
        button->setObjectName(u"storeCategory."_s + category);
        button->setControlSize(Button::Size::Touch);
        button->setCheckable(true);
        button->installEventFilter(this);
        connect(button, &Button::clicked, this, [this, category] {
            setCurrent(category);
            Q_EMIT chosen(category);
        });
        m_row->insertWidget(int(m_buttons.size()), button);
        button->show(); // counted at once, not when the layout comes to it
        m_buttons.append(button);
    }
    retranslate();
    setCurrent(categories.contains(m_current) ? m_current : QString());
}

void CategoryBar::setCurrent(const QString& category)
{
    m_current = category;
    const qsizetype at = category.isEmpty() ? 0 : m_categories.indexOf(category) + 1;
    for (qsizetype i = 0; i < m_buttons.size(); ++i) {
        m_buttons.at(i)->setKind(i == at ? Button::Kind::Primary : Button::Kind::Outlined);
        m_buttons.at(i)->setChecked(i == at);
    }
    fit();
    if (at == 0)
        horizontalScrollBar()->setValue(0);
    else
        ensureWidgetVisible(m_buttons.at(at), 80, 0);
}

void CategoryBar::fit()
{
    // Before the first layout too: the row is as wide as its buttons want, and the rest is scrolled to.
    m_row->invalidate();
    widget()->setMinimumWidth(m_row->totalMinimumSize().width());
    m_row->activate();
}

bool CategoryBar::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const qsizetype here = m_buttons.indexOf(static_cast<Button*>(watched));
        const qsizetype to = here + (key == Qt::Key_Right ? 1 : key == Qt::Key_Left ? -1 : 0);
        if (here >= 0 && to != here && to >= 0 && to < m_buttons.size()) {
            m_buttons.at(to)->setFocus(Qt::TabFocusReason);
            ensureWidgetVisible(m_buttons.at(to), 80, 0);
            return true;
        }
    }
    return QScrollArea::eventFilter(watched, event);
}

void CategoryBar::wheelEvent(QWheelEvent* event)
{
    const QPoint turn = event->angleDelta();
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - (turn.x() != 0 ? turn.x() : turn.y()));
    event->accept();
}

void CategoryBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QScrollArea::changeEvent(event);
}

void CategoryBar::retranslate()
{
    if (!m_buttons.isEmpty())
        m_buttons.front()->setText(tr("All"));
    fit();
}

} // namespace belanjain::ui
