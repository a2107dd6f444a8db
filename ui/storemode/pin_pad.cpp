// SPDX-License-Identifier: GPL-3.0-or-later
#include "storemode/pin_pad.h"

#include "common/button.h"
#include "common/fields.h"
#include "common/labels.h"
#include "common/link_button.h"
#include "common/theme.h"
#include "domain/pin.h"
#include "shell/session_text.h"

#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

PinPad::PinPad(const Theme& theme, ports::StoreLock& lock, QWidget* host)
    : Overlay(theme, 400, host)
    , m_theme(theme)
    , m_lock(lock)
    , m_title(makeLabel(theme, {}, TextStyle::Page))
    , m_text(makeLabel(theme, {}, TextStyle::Kiosk, u"secondary"_s))
    , m_problem(makeLabel(theme, {}, TextStyle::Kiosk, u"out"_s))
    , m_forgotten(new LinkButton(theme, {}))
    , m_cancel(new Button(theme, QString()))
{
    setObjectName(u"pinPad"_s);
    m_title->setObjectName(u"pinTitle"_s);
    m_title->setAlignment(Qt::AlignHCenter);
    m_problem->setObjectName(u"pinProblem"_s);
    // One stands in place of the other, on two lines: the digits stay where they are when something is said.
    for (QLabel* words : {m_text, m_problem}) {
        words->setWordWrap(true);
        words->setAlignment(Qt::AlignCenter);
        words->setMinimumHeight(2 * theme.lineHeight(TextStyle::Kiosk));
    }
    m_forgotten->setObjectName(u"pinForgotten"_s);
    m_forgotten->setTextSize(LinkButton::Size::Touch);
    m_cancel->setObjectName(u"pinCancel"_s);
    m_cancel->setControlSize(Button::Size::Touch);
    m_pad = makePad();
    m_owner = makeOwner();
    column()->addWidget(m_title);
    column()->addWidget(m_text);
    column()->addWidget(m_problem);
    column()->addWidget(m_pad);
    column()->addWidget(m_owner);
    column()->addWidget(m_cancel);
    column()->addWidget(m_forgotten, 0, Qt::AlignHCenter);
    m_waiting.setInterval(500);
    connect(&m_waiting, &QTimer::timeout, this, &PinPad::tellWait);
    connect(m_cancel, &Button::clicked, this, &PinPad::cancel);
    connect(m_forgotten, &QAbstractButton::clicked, this,
            [this] { begin(m_step == Step::Owner ? Step::Ask : Step::Owner); });
    connect(this, &Overlay::dismissed, this, &PinPad::cancel);
    connect(&lock, &ports::StoreLock::pinSet, this, [this](bool stored) {
        m_busy = false;
        if (!isVisible())
            return;
        if (stored) {
            hide();
            Q_EMIT chosen();
        } else {
            begin(Step::Choose);
            setTrouble(Trouble::NotKept);
        }
    });
    connect(&lock, &ports::StoreLock::opened, this, [this] {
        m_busy = false;
        if (!isVisible())
            return;
        hide();
        Q_EMIT unlocked();
    });
    connect(&lock, &ports::StoreLock::refused, this, [this] {
        m_busy = false;
        m_typed.clear();
        setTrouble(Trouble::Wrong);
    });
    connect(&lock, &ports::StoreLock::ownerRefused, this, &PinPad::ownerRefused);
    retranslate();
}

QWidget* PinPad::makePad()
{
    auto* pad = new QWidget;
    m_dots = makeLabel(m_theme, {}, TextStyle::KioskLarge, {}, pad);
    m_dots->setObjectName(u"pinDots"_s);
    m_dots->setAlignment(Qt::AlignCenter);
    m_dots->setMinimumHeight(40);
    auto* grid = new QGridLayout;
    grid->setSpacing(8);
    const auto key = [&](Button* button, const QString& name, int row, int column) {
        button->setObjectName(name);
        button->setControlSize(Button::Size::Touch);
        button->setMinimumHeight(60);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        grid->addWidget(button, row, column);
    };
    for (int digit = 1; digit <= 10; ++digit) {
        auto* button = new Button(m_theme, QString::number(digit % 10), pad);
        key(button, u"pin.%1"_s.arg(digit % 10), (digit - 1) / 3, digit == 10 ? 1 : (digit - 1) % 3);
        connect(button, &Button::clicked, this, [this, digit] { type(digit % 10); });
        m_digits.append(button);
    }
    m_back = new Button(m_theme, QString(), pad);
    key(m_back, u"pin.back"_s, 3, 0);
    m_go = new Button(m_theme, QString(), pad);
    m_go->setKind(Button::Kind::Primary);
    m_go->setGlyph(Icon::Check);
    key(m_go, u"pin.go"_s, 3, 2);
    connect(m_back, &Button::clicked, this, &PinPad::rubOut);
    connect(m_go, &Button::clicked, this, &PinPad::submit);
    auto* column = new QVBoxLayout(pad);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_dots);
    column->addLayout(grid);
    return pad;
}

QWidget* PinPad::makeOwner()
{
    auto* owner = new QWidget;
    m_password = new PasswordField(m_theme);
    m_password->setObjectName(u"owner.password"_s);
    m_otp = new QLineEdit;
    m_otp->setObjectName(u"owner.otp"_s);
    m_otp->setInputMethodHints(Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    for (QLineEdit* edit : {static_cast<QLineEdit*>(m_password), m_otp}) {
        connect(edit, &QLineEdit::returnPressed, this, &PinPad::submitOwner);
        connect(edit, &QLineEdit::textEdited, this, [this] { setTrouble(Trouble::None); });
    }
    m_passwordField = new FormField(m_theme, {}, m_password, owner);
    m_otpField = new FormField(m_theme, {}, m_otp, owner);
    for (FormField* field : {m_passwordField, m_otpField})
        field->setTouch(m_theme);
    m_ownerGo = new Button(m_theme, QString(), owner);
    m_ownerGo->setObjectName(u"owner.go"_s);
    m_ownerGo->setKind(Button::Kind::Primary);
    m_ownerGo->setControlSize(Button::Size::Touch);
    connect(m_ownerGo, &Button::clicked, this, &PinPad::submitOwner);
    auto* column = new QVBoxLayout(owner);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(16);
    column->addWidget(m_passwordField);
    column->addWidget(m_otpField);
    column->addWidget(m_ownerGo);
    column->addStretch();
    return owner;
}

void PinPad::choose()
{
    open();
    begin(Step::Choose);
}

void PinPad::ask(bool pinKnown)
{
    m_pinKnown = pinKnown;
    open();
    begin(pinKnown ? Step::Ask : Step::Owner);
}

void PinPad::begin(Step step)
{
    m_step = step;
    m_busy = false;
    m_typed.clear();
    m_password->clear();
    m_password->setShown(false);
    m_otp->clear();
    m_otpField->hide();
    if (step != Step::Repeat)
        m_first.clear();
    setTrouble(Trouble::None);
    m_pad->setVisible(step != Step::Owner);
    m_owner->setVisible(step == Step::Owner);
    retranslate();
    if (step == Step::Owner)
        m_password->setFocus();
    else
        setFocus();
}

void PinPad::type(int digit)
{
    if (m_busy || m_step == Step::Owner || m_typed.size() >= maxPin || (m_step == Step::Ask && m_lock.waitMs() > 0))
        return;
    m_typed += QString::number(digit);
    setTrouble(Trouble::None);
    tell();
}

void PinPad::rubOut()
{
    m_typed.chop(1);
    tell();
}

void PinPad::submit()
{
    if (m_busy || m_step == Step::Owner || (m_step == Step::Ask && m_lock.waitMs() > 0))
        return;
    if (!isPin(m_typed)) {
        setTrouble(Trouble::Length);
        return;
    }
    switch (m_step) {
    case Step::Choose:
        m_first = m_typed;
        begin(Step::Repeat);
        break;
    case Step::Repeat:
        if (m_typed != m_first) {
            begin(Step::Choose);
            setTrouble(Trouble::Different);
            break;
        }
        m_busy = true;
        tell();
        m_lock.setPin(m_typed);
        break;
    case Step::Ask:
        m_busy = true;
        tell();
        m_lock.open(m_typed);
        break;
    case Step::Owner:
        break;
    }
}

void PinPad::submitOwner()
{
    if (m_busy)
        return;
    if (m_password->text().isEmpty()) {
        m_passwordMissing = true;
        tellFields();
        return;
    }
    m_busy = true;
    setTrouble(Trouble::None);
    tell();
    m_lock.openAsOwner(m_password->text(), m_otpField->isHidden() ? QString() : m_otp->text());
}

void PinPad::ownerRefused(const ports::SessionProblem& problem)
{
    m_busy = false;
    if (problem.code.startsWith(u"otp_"))
        m_otpField->show();
    if (problem.code == u"otp_required") {
        m_otp->setFocus();
    } else if (problem.code == u"unreachable") {
        setTrouble(Trouble::Unreachable);
    } else {
        m_refusal = problem;
        tellFields();
    }
    tell();
}

void PinPad::cancel()
{
    if (m_busy)
        return;
    m_waiting.stop();
    m_typed.clear();
    m_first.clear();
    m_password->clear();
    m_otp->clear();
    hide();
    Q_EMIT cancelled();
}

void PinPad::setTrouble(Trouble trouble)
{
    m_trouble = trouble;
    m_passwordMissing = false;
    m_refusal.reset();
    tellFields();
    tellWait();
}

QString PinPad::troubleText() const
{
    switch (m_trouble) {
    case Trouble::NotKept:
        return tr("The PIN could not be kept on this computer.");
    case Trouble::Wrong:
        return tr("That is not the PIN.");
    case Trouble::Length:
        return tr("A PIN has 4 to 8 digits.");
    case Trouble::Different:
        return tr("The two were not the same. Choose a PIN again.");
    case Trouble::Unreachable:
        return tr("The password is checked by the marketplace, which does not answer now.");
    case Trouble::None:
        break;
    }
    return {};
}

void PinPad::tellFields()
{
    const QString refusal = m_refusal ? sessionProblemText(*m_refusal) : QString();
    const bool code = m_refusal && m_refusal->field == u"otp";
    m_otpField->setError(code ? refusal : QString());
    m_passwordField->setError(m_passwordMissing ? tr("Enter the password.") : code ? QString() : refusal);
}

void PinPad::tellWait()
{
    const qint64 left = m_step == Step::Ask ? m_lock.waitMs() : 0;
    QStringList words;
    if (m_trouble != Trouble::None)
        words << troubleText();
    if (left > 0) {
        words << tr("Wait %n second(s).", nullptr, int((left + 999) / 1000));
        if (!m_waiting.isActive())
            m_waiting.start();
    } else {
        m_waiting.stop();
    }
    m_problem->setText(words.join(u' '));
    m_problem->setVisible(!words.isEmpty());
    m_text->setVisible(words.isEmpty());
    tell();
}

void PinPad::tell()
{
    // A filled dot for each digit, and a ring where one more may go: how many there are is not given away.
    QStringList dots(m_typed.size(), u"●"_s);
    if (m_typed.size() < maxPin)
        dots << u"○"_s;
    m_dots->setText(dots.join(u' '));
    m_dots->setAccessibleName(tr("%n digit(s)", nullptr, int(m_typed.size())));
    const bool held = m_busy || (m_step == Step::Ask && m_lock.waitMs() > 0);
    for (Button* digit : std::as_const(m_digits))
        digit->setEnabled(!held);
    m_back->setEnabled(!held && !m_typed.isEmpty());
    m_go->setEnabled(!held && m_typed.size() >= minPin);
    m_ownerGo->setEnabled(!m_busy);
}

void PinPad::keyPressEvent(QKeyEvent* event)
{
    const QString text = event->text();
    const bool digit = text.size() == 1 && text.at(0) >= u'0' && text.at(0) <= u'9';
    if (m_step != Step::Owner && digit)
        type(text.at(0).digitValue());
    else if (m_step != Step::Owner && event->key() == Qt::Key_Backspace)
        rubOut();
    else if (m_step != Step::Owner && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        submit();
    else {
        Overlay::keyPressEvent(event);
        return;
    }
    event->accept();
}

void PinPad::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Overlay::changeEvent(event);
}

void PinPad::retranslate()
{
    switch (m_step) {
    case Step::Choose:
        m_title->setText(tr("Choose a PIN"));
        m_text->setText(tr("4 to 8 digits. Nobody can leave store mode without it."));
        break;
    case Step::Repeat:
        m_title->setText(tr("The same PIN again"));
        m_text->setText(tr("So that a slip of the finger does not lock you out."));
        break;
    case Step::Ask:
        m_title->setText(tr("Leave store mode"));
        m_text->setText(tr("Enter the PIN of this store."));
        break;
    case Step::Owner:
        m_title->setText(tr("Leave store mode"));
        m_text->setText(tr("Enter the password of the account that this store belongs to. It is checked online."));
        break;
    }
    m_back->setText(tr("Delete"));
    m_back->setToolTip(tr("Take back the last digit"));
    m_back->setAccessibleName(tr("Take back the last digit"));
    m_go->setAccessibleName(tr("Done"));
    m_go->setToolTip(tr("Done"));
    m_cancel->setText(m_step == Step::Choose || m_step == Step::Repeat ? tr("Not now") : tr("Stay in store mode"));
    m_forgotten->setText(m_step == Step::Owner ? tr("Enter the PIN") : tr("Forgot the PIN?"));
    m_forgotten->setVisible(m_step == Step::Ask || (m_step == Step::Owner && m_pinKnown));
    m_passwordField->setLabel(tr("Password"));
    m_otpField->setLabel(tr("Code"));
    m_otpField->setHint(tr("From your authenticator app, or one of your recovery codes"));
    m_ownerGo->setText(tr("Leave store mode"));
    tellFields();
    tellWait();
}

} // namespace belanjain::ui
