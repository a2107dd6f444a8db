// SPDX-License-Identifier: GPL-3.0-or-later
#include "storemode/keep_panel.h"

#include "common/button.h"
#include "common/fields.h"
#include "common/labels.h"
#include "common/language.h"
#include "common/theme.h"
#include "domain/format.h"
#include "domain/text.h"

#include <QEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int longestName = 40;
constexpr int numberPx = 72;
}

KeepPanel::KeepPanel(const Theme& theme, QWidget* host)
    : Overlay(theme, 480, host)
    , m_title(makeLabel(theme, {}, TextStyle::KioskLarge))
    , m_figure(makeLabel(theme, {}, TextStyle::KioskLarge))
    , m_text(makeLabel(theme, {}, TextStyle::Kiosk, u"secondary"_s))
    , m_name(new QLineEdit)
    , m_nameField(new FormField(theme, {}, m_name))
    , m_keep(new Button(theme, QString()))
    , m_cancel(new Button(theme, QString()))
{
    setObjectName(u"keepPanel"_s);
    m_title->setObjectName(u"keepTitle"_s);
    QFont large = m_figure->font();
    large.setPixelSize(numberPx);
    m_figure->setFont(large);
    m_figure->setObjectName(u"keepNumber"_s);
    m_text->setWordWrap(true);
    m_name->setObjectName(u"keepName"_s);
    m_name->setMaxLength(longestName);
    m_nameField->setTouch(theme);
    m_keep->setObjectName(u"keepGo"_s);
    m_keep->setKind(Button::Kind::Primary);
    m_cancel->setObjectName(u"keepCancel"_s);
    for (Button* button : {m_keep, m_cancel})
        button->setControlSize(Button::Size::Touch);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_title, m_figure, m_text, m_nameField, m_keep, m_cancel})
        column()->addWidget(widget);
    connect(m_name, &QLineEdit::returnPressed, this, &KeepPanel::keep);
    connect(m_keep, &Button::clicked, this, &KeepPanel::keep);
    connect(m_cancel, &Button::clicked, this, &KeepPanel::hide);
    connect(this, &Overlay::dismissed, this, &KeepPanel::leave);
    retranslate();
}

void KeepPanel::ask()
{
    m_number = -1;
    m_name->clear();
    retranslate();
    open();
    m_name->setFocus();
}

void KeepPanel::keep()
{
    if (m_number > 0) {
        leave();
        return;
    }
    m_keep->setEnabled(false);
    Q_EMIT keepRequested(normalisedLine(m_name->text()).left(longestName));
}

void KeepPanel::setKept(qint64 number)
{
    if (!isVisible())
        return;
    m_number = number;
    retranslate();
    m_keep->setFocus();
}

void KeepPanel::leave()
{
    hide();
    if (m_number > 0)
        Q_EMIT finished();
}

void KeepPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Overlay::changeEvent(event);
}

void KeepPanel::retranslate()
{
    const bool done = m_number > 0;
    m_title->setText(done ? tr("Your number") : tr("Save this cart"));
    m_figure->setText(done ? formatCount(m_number, uiLanguage()) : QString());
    m_figure->setVisible(done);
    m_text->setText(done             ? tr("Say it when you come back. The cart is not ordered yet, and nothing is reserved.")
                    : m_number == 0 ? tr("The cart could not be saved. Is the disk of this computer full?")
                                    : tr("It is saved on this computer until it can be ordered. A name makes it easier to find."));
    m_nameField->setLabel(tr("Name (optional)"));
    m_nameField->setVisible(!done);
    m_keep->setText(done ? tr("Done") : tr("Save cart"));
    m_keep->setEnabled(true);
    m_cancel->setText(tr("Back"));
    m_cancel->setVisible(!done);
}

} // namespace belanjain::ui
