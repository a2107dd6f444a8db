// SPDX-License-Identifier: GPL-3.0-or-later
#include "account/two_factor_card.h"

#include "account/account_words.h"
#include "account/qr_view.h"
#include "account/recovery_codes.h"
#include "common/button.h"
#include "common/fields.h"
#include "common/labels.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace belanjain::ui {

using namespace Qt::StringLiterals;
using Call = ports::AccountDesk::Call;

namespace {

/// As it is typed off a phone's screen: "123 456".
QString codeIn(const QLineEdit* field) { return field->text().remove(u' ').trimmed(); }

} // namespace

TwoFactorCard::TwoFactorCard(const Theme& theme, ports::AccountDesk& desk, QWidget* parent)
    : AccountCard(theme, u"twoFactor"_s, parent)
    , m_desk(desk)
    , m_begin(new Button(theme, {}, this))
    , m_off(new Button(theme, {}, this))
    , m_setUp(makeSetUp())
    , m_recovery(new RecoveryCodes(theme, this))
    , m_turnOff(makeTurnOff())
    , m_trouble(makeLabel(theme, {}, TextStyle::Body, u"out"_s, this))
{
    m_begin->setObjectName(u"twoFactor.begin"_s);
    m_begin->setGlyph(Icon::Shield);
    m_off->setObjectName(u"twoFactor.off"_s);
    m_trouble->setObjectName(u"twoFactor.trouble"_s);
    m_trouble->setWordWrap(true);
    auto* first = new QHBoxLayout;
    first->addWidget(m_begin);
    first->addWidget(m_off);
    first->addStretch();
    column()->addWidget(m_setUp);
    column()->addWidget(m_recovery);
    column()->addWidget(m_turnOff);
    column()->addWidget(m_trouble);
    column()->addLayout(first);
    connect(m_begin, &Button::clicked, this, &TwoFactorCard::begin);
    connect(m_off, &Button::clicked, this, [this] {
        go(Step::TurnOff);
        m_password->setFocus(Qt::OtherFocusReason);
    });
    connect(m_recovery, &RecoveryCodes::said, this, &TwoFactorCard::said);
    connect(m_recovery, &RecoveryCodes::done, this, [this] {
        m_recovery->setCodes({}, {});
        go(Step::On);
        m_off->setFocus(Qt::OtherFocusReason);
    });
    connectDesk();
    retranslate();
    go(Step::Unknown);
}

QWidget* TwoFactorCard::makeSetUp()
{
    auto* box = new QWidget(this);
    m_qr = new QrView(box);
    m_qr->setObjectName(u"twoFactor.qr"_s);
    m_scan = makeLabel(theme(), {}, TextStyle::Body, {}, box);
    m_orType = makeLabel(theme(), {}, TextStyle::Secondary, u"secondary"_s, box);
    m_secretText = makeLabel(theme(), {}, TextStyle::Body, {}, box);
    m_secretText->setObjectName(u"twoFactor.secret"_s);
    m_secretText->setTextFormat(Qt::PlainText);
    m_secretText->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPixelSize(typeSpec(TextStyle::Body).pixelSize);
    m_secretText->setFont(fixed);
    for (QLabel* label : {m_scan, m_orType, m_secretText})
        label->setWordWrap(true);
    m_copySecret = new Button(theme(), {}, box);
    m_copySecret->setObjectName(u"twoFactor.copySecret"_s);
    m_copySecret->setControlSize(Button::Size::Small);
    m_copySecret->setGlyph(Icon::Copy);
    m_code = new QLineEdit(box);
    m_code->setObjectName(u"twoFactor.code"_s);
    m_code->setInputMethodHints(Qt::ImhDigitsOnly | Qt::ImhNoPredictiveText);
    m_code->setMaxLength(16);
    m_codeField = new FormField(theme(), {}, m_code, box);
    m_confirm = new Button(theme(), {}, box);
    m_confirm->setObjectName(u"twoFactor.confirm"_s);
    m_confirm->setKind(Button::Kind::Primary);
    m_cancelSetUp = new Button(theme(), {}, box);
    m_cancelSetUp->setObjectName(u"twoFactor.cancelSetUp"_s);
    auto* actions = new QHBoxLayout;
    actions->setSpacing(8);
    actions->addWidget(m_confirm);
    actions->addWidget(m_cancelSetUp);
    actions->addStretch();
    auto* words = new QVBoxLayout;
    words->setSpacing(8);
    words->addWidget(m_scan);
    words->addWidget(m_orType);
    words->addWidget(m_secretText);
    words->addWidget(m_copySecret, 0, Qt::AlignLeft);
    words->addSpacing(4);
    words->addWidget(m_codeField);
    words->addStretch();
    words->addLayout(actions);
    auto* across = new QHBoxLayout(box);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(20);
    across->addWidget(m_qr, 0, Qt::AlignTop);
    across->addLayout(words, 1);
    connect(m_copySecret, &Button::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_secret.secret);
        Q_EMIT said(tr("The key is copied."), true);
    });
    connect(m_code, &QLineEdit::returnPressed, this, &TwoFactorCard::confirm);
    connect(m_code, &QLineEdit::textEdited, this, [this] {
        m_problem.reset();
        refresh();
    });
    connect(m_confirm, &Button::clicked, this, &TwoFactorCard::confirm);
    connect(m_cancelSetUp, &Button::clicked, this, [this] {
        go(Step::Off);
        m_begin->setFocus(Qt::OtherFocusReason);
    });
    return box;
}

QWidget* TwoFactorCard::makeTurnOff()
{
    auto* box = new QWidget(this);
    m_password = new PasswordField(theme(), box);
    m_password->setObjectName(u"twoFactor.password"_s);
    m_passwordField = new FormField(theme(), {}, m_password, box);
    m_offCode = new QLineEdit(box);
    m_offCode->setObjectName(u"twoFactor.offCode"_s);
    m_offCode->setInputMethodHints(Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    m_offCodeField = new FormField(theme(), {}, m_offCode, box);
    m_reallyOff = new Button(theme(), {}, box);
    m_reallyOff->setObjectName(u"twoFactor.reallyOff"_s);
    m_reallyOff->setKind(Button::Kind::Danger);
    m_cancelOff = new Button(theme(), {}, box);
    m_cancelOff->setObjectName(u"twoFactor.cancelOff"_s);
    auto* fields = new QHBoxLayout;
    fields->setSpacing(16);
    fields->addWidget(m_passwordField, 1, Qt::AlignTop);
    fields->addWidget(m_offCodeField, 1, Qt::AlignTop);
    auto* actions = new QHBoxLayout;
    actions->setSpacing(8);
    actions->addWidget(m_reallyOff);
    actions->addWidget(m_cancelOff);
    actions->addStretch();
    auto* all = new QVBoxLayout(box);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(16);
    all->addLayout(fields);
    all->addLayout(actions);
    for (QLineEdit* field : {static_cast<QLineEdit*>(m_password), m_offCode}) {
        connect(field, &QLineEdit::returnPressed, this, &TwoFactorCard::turnOff);
        connect(field, &QLineEdit::textEdited, this, [this] {
            m_problem.reset();
            refresh();
        });
    }
    connect(m_reallyOff, &Button::clicked, this, &TwoFactorCard::turnOff);
    connect(m_cancelOff, &Button::clicked, this, [this] {
        go(Step::On);
        m_off->setFocus(Qt::OtherFocusReason);
    });
    return box;
}

void TwoFactorCard::connectDesk()
{
    connect(&m_desk, &ports::AccountDesk::profileRead, this, &TwoFactorCard::take);
    connect(&m_desk, &ports::AccountDesk::failed, this, &TwoFactorCard::fail);
    connect(&m_desk, &ports::AccountDesk::twoFactorBegun, this, [this](const ports::TwoFactorSecret& secret) {
        m_busy = false;
        m_secret = secret;
        m_qr->setText(secret.otpauthUri);
        m_secretText->setText(inGroups(secret.secret));
        m_code->clear();
        go(Step::SetUp);
        if (isVisible())
            m_code->setFocus(Qt::OtherFocusReason);
    });
    connect(&m_desk, &ports::AccountDesk::recoveryCodesGiven, this, [this](const QStringList& codes) {
        m_busy = false;
        m_recovery->setCodes(codes, m_email);
        go(Step::Codes);
        if (auto* copy = m_recovery->findChild<QWidget*>(u"recovery.copy"_s); copy && isVisible())
            copy->setFocus(Qt::OtherFocusReason);
    });
    connect(&m_desk, &ports::AccountDesk::twoFactorEnded, this, [this] {
        m_busy = false;
        m_codesLost = false;
        go(Step::Off);
        Q_EMIT said(tr("Two-step verification is off."), true);
        if (isVisible())
            m_begin->setFocus(Qt::OtherFocusReason);
    });
}

void TwoFactorCard::take(const ports::Profile& profile)
{
    m_email = profile.email;
    if (profile.twoFactor && (m_step == Step::Unknown || m_step == Step::Off || m_step == Step::SetUp)) {
        m_codesLost = m_step == Step::SetUp;
        go(Step::On);
    } else if (!profile.twoFactor && m_step != Step::SetUp && m_step != Step::Off && m_step != Step::Codes) {
        go(Step::Off);
    }
}

void TwoFactorCard::fail(Call call, const ports::SessionProblem& problem)
{
    if (call != Call::BeginTwoFactor && call != Call::ConfirmTwoFactor && call != Call::EndTwoFactor)
        return;
    m_busy = false;
    m_problem = problem;
    refresh();
    // Switched elsewhere meanwhile, or an answer that was lost: what is true is at the marketplace.
    if (problem.code == u"two_factor_on" || problem.code == u"two_factor_off" || problem.code == u"unreachable")
        m_desk.readProfile();
    if (!isVisible())
        return;
    if (call == Call::ConfirmTwoFactor)
        m_code->setFocus(Qt::OtherFocusReason);
    else if (call == Call::EndTwoFactor)
        (problem.field == u"otp" ? m_offCode : m_password)->setFocus(Qt::OtherFocusReason);
}

void TwoFactorCard::begin()
{
    m_busy = true;
    m_problem.reset();
    m_desk.beginTwoFactor();
    refresh();
}

void TwoFactorCard::confirm()
{
    if (m_busy || codeIn(m_code).isEmpty() || !isOnline())
        return;
    m_busy = true;
    m_problem.reset();
    m_desk.confirmTwoFactor(codeIn(m_code));
    refresh();
}

void TwoFactorCard::turnOff()
{
    if (!m_reallyOff->isEnabled())
        return;
    m_busy = true;
    m_problem.reset();
    m_desk.endTwoFactor(m_password->text(), codeIn(m_offCode));
    refresh();
}

void TwoFactorCard::go(Step step)
{
    m_step = step;
    m_problem.reset();
    if (step != Step::SetUp) {
        m_secret = {};
        m_qr->setText({});
        m_secretText->clear();
        m_code->clear();
    }
    if (step != Step::TurnOff) {
        m_password->clear();
        m_password->setShown(false);
        m_offCode->clear();
    }
    refresh();
}

void TwoFactorCard::setOnline(bool online)
{
    AccountCard::setOnline(online);
    refresh();
}

QString TwoFactorCard::introText() const
{
    switch (m_step) {
    case Step::Unknown:
        return tr("A code from your phone besides the password, so that a stolen password is not enough.");
    case Step::Off:
    case Step::SetUp:
        return tr("It is off. When it is on, a code from an app on your phone is asked for besides the password, so that a "
                  "stolen password is not enough.");
    case Step::Codes:
    case Step::On:
    case Step::TurnOff:
        return m_codesLost ? tr("It is on, but its recovery codes did not arrive. Turn it off and set it up again to get new ones.")
                           : tr("It is on. At each sign-in a code from your app is asked for, or a recovery code.");
    }
    return {};
}

void TwoFactorCard::refresh()
{
    setIntro(introText());
    m_setUp->setVisible(m_step == Step::SetUp);
    m_recovery->setVisible(m_step == Step::Codes);
    m_turnOff->setVisible(m_step == Step::TurnOff);
    m_begin->setVisible(m_step == Step::Off || m_step == Step::Unknown);
    m_off->setVisible(m_step == Step::On);
    m_begin->setEnabled(isOnline() && !m_busy && m_step == Step::Off);
    m_off->setEnabled(isOnline());
    m_code->setEnabled(isOnline());
    m_confirm->setEnabled(isOnline() && !m_busy && !codeIn(m_code).isEmpty());
    m_confirm->setText(m_busy ? tr("Checking…") : tr("Turn on"));
    m_passwordField->setEnabled(isOnline());
    m_offCodeField->setEnabled(isOnline());
    m_reallyOff->setEnabled(isOnline() && !m_busy && !m_password->text().isEmpty() && !codeIn(m_offCode).isEmpty());

    QString code;
    QString password;
    QString general;
    if (m_problem) {
        const QString text = accountProblemText(*m_problem);
        const bool fields = m_step == Step::SetUp || m_step == Step::TurnOff;
        (m_problem->field == u"password" ? password : m_problem->field == u"otp" && fields ? code : general) = text;
    }
    m_codeField->setError(m_step == Step::SetUp ? code : QString());
    m_offCodeField->setError(m_step == Step::TurnOff ? code : QString());
    m_passwordField->setError(password);
    m_trouble->setText(general);
    m_trouble->setVisible(!general.isEmpty());
}

void TwoFactorCard::retranslate()
{
    setTitle(tr("Two-step verification"));
    m_begin->setText(tr("Set up…"));
    m_off->setText(tr("Turn off…"));
    m_qr->setAccessibleName(tr("QR code for an authenticator app; the key beside it says the same"));
    m_qr->setToolTip(tr("Scan it with your authenticator app"));
    m_scan->setText(tr("Scan this with an authenticator app on your phone, such as Aegis, Google Authenticator or FreeOTP."));
    m_orType->setText(tr("Or type this key into the app:"));
    m_secretText->setAccessibleName(tr("Key for the app"));
    m_copySecret->setText(tr("Copy the key"));
    m_codeField->setLabel(tr("Code from the app"));
    m_codeField->setHint(tr("Six digits, a new one every 30 seconds"));
    m_cancelSetUp->setText(tr("Cancel"));
    m_passwordField->setLabel(tr("Your password"));
    m_offCodeField->setLabel(tr("Code from the app, or a recovery code"));
    m_reallyOff->setText(tr("Turn off"));
    m_cancelOff->setText(tr("Leave it on"));
    refresh();
}

} // namespace belanjain::ui
