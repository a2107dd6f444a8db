// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/number_panel.h"

#include "common/button.h"
#include "common/fields.h"
#include "common/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int LeastWidth = 300;
constexpr int Side = 16;
constexpr int Gap = 8;
} // namespace

NumberPanel::NumberPanel(const Theme& theme, QWidget* host)
    : QFrame(host)
    , m_theme(theme)
    , m_edit(new QLineEdit(this))
    , m_form(new FormField(theme, {}, m_edit, this))
    , m_save(new Button(theme, QString(), this))
{
    setObjectName(u"numberPanel"_s);
    m_edit->setObjectName(u"numberPanelField"_s);
    m_save->setObjectName(u"numberPanelSave"_s);
    m_save->setKind(Button::Kind::Primary);
    m_edit->setMaxLength(40);
    m_edit->setAlignment(Qt::AlignRight);
    m_edit->setFont(theme.tabularFont(TextStyle::Body));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(Side, 14, Side, 16);
    column->setSpacing(12);
    column->addWidget(m_form);
    auto* actions = new QHBoxLayout;
    actions->addStretch();
    actions->addWidget(m_save);
    column->addLayout(actions);
    connect(m_edit, &QLineEdit::textEdited, this, [this] {
        if (!m_form->error().isEmpty())
            m_form->setError(m_check ? m_check(m_edit->text()) : QString());
    });
    connect(m_edit, &QLineEdit::returnPressed, this, &NumberPanel::accept);
    connect(m_save, &Button::clicked, this, &NumberPanel::accept);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    hide();
}

void NumberPanel::ask(const QWidget* anchor, const QString& label, const QString& hint, const QString& action,
                      Check check)
{
    m_anchor = anchor;
    m_check = std::move(check);
    m_form->setLabel(label);
    m_form->setHint(hint);
    m_form->setError({});
    m_save->setText(action);
    m_save->setKeyCap(tr("Enter"));
    m_edit->clear();
    setAccessibleName(label);
    setFixedWidth(std::max(LeastWidth, m_save->sizeHint().width() + 2 * Side));
    adjustSize();
    const QRect at(anchor->mapTo(parentWidget(), QPoint()), anchor->size());
    const int height = layout()->hasHeightForWidth() ? layout()->heightForWidth(width()) : sizeHint().height();
    const int above = at.top() - Gap - height;
    const int x = std::clamp(at.left(), 8, std::max(8, parentWidget()->width() - width() - 8));
    setGeometry(x, above >= 0 ? above : at.bottom() + Gap, width(), height);
    show();
    raise();
    m_edit->setFocus(Qt::PopupFocusReason);
}

void NumberPanel::accept()
{
    const QString error = m_check ? m_check(m_edit->text()) : QString();
    m_form->setError(error);
    resize(width(), layout()->hasHeightForWidth() ? layout()->heightForWidth(width()) : sizeHint().height());
    if (!error.isEmpty()) {
        m_edit->setFocus();
        return;
    }
    const QString text = m_edit->text();
    close();
    Q_EMIT accepted(text);
}

void NumberPanel::close()
{
    hide();
    Q_EMIT closed();
}

void NumberPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        close();
        return;
    }
    QFrame::keyPressEvent(event);
}

void NumberPanel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.tokens().controlBorder, 1));
    painter.setBrush(m_theme.tokens().surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), measure::RadiusCard,
                            measure::RadiusCard);
}

} // namespace belanjain::ui
