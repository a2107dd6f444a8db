// SPDX-License-Identifier: GPL-3.0-or-later
#include "storemode/order_view.h"

#include "common/button.h"
#include "common/card.h"
#include "common/fields.h"
#include "common/labels.h"
#include "common/theme.h"
#include "domain/account.h"
#include "domain/format.h"
#include "orders/order_words.h"
#include "shell/session_text.h"
#include "storefront/address_form.h"
#include "storefront/shop_words.h"
#include "storemode/choice_line.h"
#include "storemode/counter_cart.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollArea>
#include <QScroller>
#include <QStyle>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <memory>

namespace belanjain::ui {

using namespace Qt::StringLiterals;
using ports::CounterPhase;

namespace {

constexpr int formWidth = 560;
constexpr int deliveryWidth = 760;
constexpr int orderHeight = 64;
enum Page { Account, Delivery, Wait, Done };
/// As in the storefront; the first is what is chosen until another one is.
constexpr std::array<std::pair<QStringView, Icon>, 4> paymentMethods{{{u"BANK_TRANSFER", Icon::Bank},
                                                                      {u"EWALLET", Icon::Wallet},
                                                                      {u"CARD", Icon::Card},
                                                                      {u"COD", Icon::Cash}}};

/// A column in the middle of the width that is there, scrolled with a finger.
QScrollArea* scrolled(QWidget* inner, int width)
{
    auto* area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* page = new QWidget(area);
    page->setObjectName(u"page"_s);
    inner->setMaximumWidth(width);
    auto* row = new QHBoxLayout(page);
    row->setContentsMargins(24, 0, 24, 24);
    row->addStretch(1);
    row->addWidget(inner, 100);
    row->addStretch(1);
    area->setWidget(page);
    QScroller::grabGesture(area->viewport(), QScroller::TouchGesture);
    return area;
}

void clear(QLayout* layout)
{
    while (std::unique_ptr<QLayoutItem> item{layout->takeAt(0)}) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->setObjectName({});
            widget->deleteLater();
        }
    }
}

} // namespace

OrderView::OrderView(const Theme& theme, ports::StoreCounter& counter, CounterCart& cart, const RegionBook& regions,
                     QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_counter(counter)
    , m_cart(cart)
    , m_stack(new QStackedWidget(this))
    , m_address(new AddressForm(theme, regions, AddressForm::Size::Touch))
{
    setObjectName(u"orderView"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_back = new Button(theme, QString(), this);
    m_back->setObjectName(u"orderBack"_s);
    m_back->setControlSize(Button::Size::Touch);
    m_back->setGlyph(Icon::ChevronLeft);
    m_title = makeLabel(theme, {}, TextStyle::KioskLarge, {}, this);
    m_title->setObjectName(u"orderTitle"_s);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(24, 16, 24, 16);
    head->setSpacing(20);
    head->addWidget(m_back);
    head->addWidget(m_title);
    head->addStretch();
    for (QWidget* page : {makeAccount(), makeDelivery(), makeWait(), makeDone()})
        m_stack->addWidget(page);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_stack, 1);
    connect(m_back, &Button::clicked, this, &OrderView::back);
    connect(&counter, &ports::StoreCounter::changed, this, &OrderView::takeState);
    connect(&counter, &ports::StoreCounter::quotesRead, this,
            [this](quint64 ticket, const QList<ports::ShippingQuote>& quotes) {
                if (ticket != m_quoteTicket)
                    return;
                m_asking = false;
                m_quotes = quotes;
                showQuotes();
            });
    connect(&counter, &ports::StoreCounter::quotesFailed, this, [this](quint64 ticket, const ports::ShopProblem& problem) {
        if (ticket != m_quoteTicket)
            return;
        m_asking = false;
        m_askedPostcode.clear(); // typed again it is asked again
        m_quoteProblem = problem;
        showQuotes();
    });
    connect(m_address, &AddressForm::postcodeChanged, this, &OrderView::askQuotes);
    connect(&cart, &CounterCart::changed, this, [this] {
        if (isVisible())
            askQuotes();
        tellSums();
    });
    m_payment = paymentMethods.front().first.toString();
    setNew(false);
    retranslate();
}

QWidget* OrderView::makeAccount()
{
    auto* form = new QWidget;
    m_known = new Button(m_theme, QString(), form);
    m_known->setObjectName(u"order.known"_s);
    m_new = new Button(m_theme, QString(), form);
    m_new->setObjectName(u"order.new"_s);
    auto* ways = new QHBoxLayout;
    ways->setSpacing(8);
    for (Button* way : {m_known, m_new}) {
        way->setControlSize(Button::Size::Touch);
        way->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        ways->addWidget(way);
    }
    const auto edit = [form](QLineEdit* line, const QString& name) {
        line->setParent(form);
        line->setObjectName(name);
        return line;
    };
    m_name = edit(new QLineEdit, u"order.name"_s);
    m_email = edit(new QLineEdit, u"order.email"_s);
    m_email->setInputMethodHints(Qt::ImhEmailCharactersOnly | Qt::ImhNoAutoUppercase);
    m_password = new PasswordField(m_theme);
    edit(m_password, u"order.password"_s);
    m_otp = edit(new QLineEdit, u"order.otp"_s);
    m_otp->setInputMethodHints(Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    m_nameField = new FormField(m_theme, {}, m_name, form);
    m_emailField = new FormField(m_theme, {}, m_email, form);
    m_passwordField = new FormField(m_theme, {}, m_password, form);
    m_otpField = new FormField(m_theme, {}, m_otp, form);
    m_accountProblem = makeLabel(m_theme, {}, TextStyle::Kiosk, u"out"_s, form);
    m_accountProblem->setObjectName(u"order.accountProblem"_s);
    m_accountProblem->setWordWrap(true);
    m_accountGo = new Button(m_theme, QString(), form);
    m_accountGo->setObjectName(u"order.enter"_s);
    m_accountGo->setKind(Button::Kind::Primary);
    m_accountGo->setControlSize(Button::Size::Touch);
    m_accountGo->setMinimumHeight(orderHeight);
    m_accountNote = makeLabel(m_theme, {}, TextStyle::Kiosk, u"secondary"_s, form);
    m_accountNote->setWordWrap(true);
    auto* column = new QVBoxLayout(form);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(16);
    column->addLayout(ways);
    for (FormField* field : {m_nameField, m_emailField, m_passwordField, m_otpField}) {
        field->setTouch(m_theme);
        column->addWidget(field);
        auto* line = static_cast<QLineEdit*>(field->editor());
        connect(line, &QLineEdit::textEdited, field, [field] { field->setError({}); });
        connect(line, &QLineEdit::returnPressed, this, &OrderView::submitAccount);
    }
    column->addWidget(m_accountProblem);
    column->addWidget(m_accountGo);
    column->addWidget(m_accountNote);
    column->addStretch();
    connect(m_known, &Button::clicked, this, [this] { setNew(false); });
    connect(m_new, &Button::clicked, this, [this] { setNew(true); });
    connect(m_accountGo, &Button::clicked, this, &OrderView::submitAccount);
    return scrolled(form, formWidth);
}

QWidget* OrderView::makeDelivery()
{
    auto* form = new QWidget;
    m_shippingTitle = makeLabel(m_theme, {}, TextStyle::Page, {}, form);
    m_shippingHint = makeLabel(m_theme, {}, TextStyle::Kiosk, u"secondary"_s, form);
    m_shippingHint->setObjectName(u"order.shippingHint"_s);
    m_shippingHint->setWordWrap(true);
    m_services = new QVBoxLayout;
    m_services->setSpacing(8);
    m_paymentTitle = makeLabel(m_theme, {}, TextStyle::Page, {}, form);
    auto* payments = new QGridLayout;
    payments->setSpacing(8);
    for (const auto& [code, icon] : paymentMethods) {
        const QString method = code.toString();
        auto* line = new ChoiceLine(m_theme, icon, form);
        line->setObjectName(u"order.pay."_s + method);
        line->setProperty("method", method);
        payments->addWidget(line, int(m_payments.size()) / 2, int(m_payments.size()) % 2);
        m_payments.append(line);
        connect(line, &Button::clicked, this, [this, method] {
            m_payment = method;
            tellSums();
        });
    }
    auto* column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_address);
    column->addSpacing(8);
    column->addWidget(m_shippingTitle);
    column->addWidget(m_shippingHint);
    column->addLayout(m_services);
    column->addSpacing(8);
    column->addWidget(m_paymentTitle);
    column->addLayout(payments);
    column->addStretch();
    auto* page = new QWidget;
    auto* all = new QVBoxLayout(page);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(scrolled(form, deliveryWidth), 1);
    all->addWidget(makeFoot());
    return page;
}

QWidget* OrderView::makeFoot()
{
    // Stands still while the rest is scrolled, beside the sums at the foot of the cart.
    auto* foot = new QWidget;
    foot->setObjectName(u"storeModeFoot"_s);
    foot->setAttribute(Qt::WA_StyledBackground);
    auto* inner = new QWidget(foot);
    inner->setMaximumWidth(deliveryWidth);
    m_orderProblem = makeLabel(m_theme, {}, TextStyle::Kiosk, u"out"_s, inner);
    m_orderProblem->setObjectName(u"order.problem"_s);
    m_orderProblem->setWordWrap(true);
    m_order = new Button(m_theme, QString(), inner);
    m_order->setObjectName(u"order.place"_s);
    m_order->setKind(Button::Kind::Primary);
    m_order->setControlSize(Button::Size::Touch);
    m_order->setMinimumHeight(orderHeight);
    m_orderNote = makeLabel(m_theme, {}, TextStyle::Kiosk, u"secondary"_s, inner);
    m_orderNote->setWordWrap(true);
    auto* column = new QVBoxLayout(inner);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addWidget(m_orderProblem);
    column->addWidget(m_order);
    column->addWidget(m_orderNote);
    auto* across = new QHBoxLayout(foot);
    // Below what is scrolled, so that its middle is the middle there.
    across->setContentsMargins(24, 16, 24 + style()->pixelMetric(QStyle::PM_ScrollBarExtent), 16);
    across->addStretch(1);
    across->addWidget(inner, 100);
    across->addStretch(1);
    connect(m_order, &Button::clicked, this, &OrderView::place);
    return foot;
}

QWidget* OrderView::makeWait()
{
    auto* inner = new QWidget;
    m_waitTitle = makeLabel(m_theme, {}, TextStyle::KioskLarge, {}, inner);
    m_waitTitle->setObjectName(u"order.waitTitle"_s);
    m_waitText = makeLabel(m_theme, {}, TextStyle::Kiosk, u"secondary"_s, inner);
    m_waitText->setWordWrap(true);
    m_askAgain = new Button(m_theme, QString(), inner);
    m_askAgain->setObjectName(u"order.askAgain"_s);
    m_askAgain->setKind(Button::Kind::Primary);
    m_giveUp = new Button(m_theme, QString(), inner);
    m_giveUp->setObjectName(u"order.giveUp"_s);
    for (Button* button : {m_askAgain, m_giveUp})
        button->setControlSize(Button::Size::Touch);
    auto* column = new QVBoxLayout(inner);
    column->setContentsMargins(0, 60, 0, 0);
    column->setSpacing(16);
    column->addWidget(new IconLabel(m_theme, Icon::Clock, &Tokens::text2, 48, inner), 0, Qt::AlignLeft);
    column->addWidget(m_waitTitle);
    column->addWidget(m_waitText);
    column->addWidget(m_askAgain);
    column->addWidget(m_giveUp);
    column->addStretch();
    connect(m_askAgain, &Button::clicked, this, [this] { m_counter.askAgain(); });
    connect(m_giveUp, &Button::clicked, this, &OrderView::finished);
    return scrolled(inner, formWidth);
}

QWidget* OrderView::makeDone()
{
    auto* inner = new QWidget;
    auto* tick = new IconLabel(m_theme, Icon::DoneCircle, &Tokens::text2, 64, inner);
    tick->setTint(&Tokens::done);
    m_doneTitle = makeLabel(m_theme, {}, TextStyle::Figure, {}, inner);
    m_doneTitle->setObjectName(u"order.doneTitle"_s);
    m_doneText = makeLabel(m_theme, {}, TextStyle::Kiosk, u"secondary"_s, inner);
    m_doneText->setWordWrap(true);
    auto* card = new Card(m_theme, inner);
    card->column()->setContentsMargins(20, 16, 20, 16);
    m_doneRows = new QVBoxLayout;
    m_doneRows->setSpacing(12);
    card->column()->addLayout(m_doneRows);
    m_finish = new Button(m_theme, QString(), inner);
    m_finish->setObjectName(u"order.finish"_s);
    m_finish->setKind(Button::Kind::Primary);
    m_finish->setControlSize(Button::Size::Touch);
    m_finish->setMinimumHeight(orderHeight);
    auto* column = new QVBoxLayout(inner);
    column->setContentsMargins(0, 60, 0, 0);
    column->setSpacing(16);
    column->addWidget(tick, 0, Qt::AlignLeft);
    column->addWidget(m_doneTitle);
    column->addWidget(m_doneText);
    column->addWidget(card);
    column->addWidget(m_finish);
    column->addStretch();
    connect(m_finish, &Button::clicked, this, &OrderView::finished);
    return scrolled(inner, formWidth);
}

void OrderView::begin()
{
    m_stack->setCurrentIndex(Account);
    setNew(false);
    takeState(m_state);
    m_email->setFocus(Qt::OtherFocusReason);
}

void OrderView::end()
{
    m_counter.forget();
    m_state = {}; // as it will be told in a moment
    for (QLineEdit* edit : {m_name, m_email, static_cast<QLineEdit*>(m_password), m_otp})
        edit->clear();
    m_password->setShown(false);
    m_address->setAddress({});
    m_quotes.clear();
    m_askedPostcode.clear();
    m_service.clear();
    m_payment = paymentMethods.front().first.toString();
    m_quoteProblem = {};
    m_otpField->hide();
    m_accountProblem->clear();
    m_orderProblem->clear();
    for (FormField* field : {m_nameField, m_emailField, m_passwordField, m_otpField})
        field->setError({});
    showQuotes();
}

bool OrderView::isBusy() const { return m_state.phase == CounterPhase::Sending || m_state.phase == CounterPhase::SigningIn; }

void OrderView::setNew(bool isNew)
{
    m_isNew = isNew;
    m_known->setChosen(!isNew);
    m_new->setChosen(isNew);
    m_nameField->setVisible(isNew);
    m_otpField->hide();
    m_accountProblem->clear();
    retranslate();
    (isNew ? m_name : m_email)->setFocus(Qt::OtherFocusReason);
}

void OrderView::submitAccount()
{
    if (m_state.phase != CounterPhase::SignedOut)
        return;
    m_accountProblem->clear();
    FormField* first = nullptr;
    const auto need = [&](FormField* field, bool good, const QString& text) {
        field->setError(good ? QString() : text);
        if (!good && !first)
            first = field;
    };
    if (m_isNew)
        need(m_nameField, !m_name->text().trimmed().isEmpty(), tr("Enter your name."));
    need(m_emailField, checkEmail(m_email->text(), u"email"_s).has_value(), tr("Enter an email address such as siti@contoh.id."));
    need(m_passwordField, m_isNew ? m_password->text().size() >= minPassword : !m_password->text().isEmpty(),
         m_isNew ? tr("Use at least %1 characters.").arg(minPassword) : tr("Enter your password."));
    if (first) {
        first->editor()->setFocus();
        return;
    }
    if (m_isNew)
        m_counter.registerBuyer(m_name->text(), m_email->text(), m_password->text());
    else
        m_counter.signIn(m_email->text(), m_password->text(), m_otpField->isHidden() ? QString() : m_otp->text());
}

QString OrderView::problemText(const ports::ShopProblem& problem) const
{
    if (problem.code == u"not_a_buyer")
        return tr("This account belongs to a store. Sign in as a buyer, or register as one.");
    if (problem.code == u"other_buyer")
        return tr("This cart was sent from another account, and the answer did not arrive. Who sent it has to sign in.");
    if (problem.code == u"session_ended")
        return tr("The session has ended. Go back and sign in again.");
    return problemSentence(problem);
}

QString OrderView::paidText() const
{
    const QString total = formatRupiah(m_state.total);
    if (m_payment == u"EWALLET")
        return tr("Total %1, paid by e-wallet").arg(total);
    if (m_payment == u"CARD")
        return tr("Total %1, paid by card").arg(total);
    if (m_payment == u"COD")
        return tr("Total %1, paid in cash on delivery").arg(total);
    return tr("Total %1, paid by bank transfer").arg(total);
}

void OrderView::takeState(const ports::CounterState& state)
{
    const CounterPhase before = m_state.phase;
    m_state = state;
    switch (state.phase) {
    case CounterPhase::SignedOut:
    case CounterPhase::SigningIn: {
        m_stack->setCurrentIndex(Account);
        const bool asked = state.problem.code == u"otp_required";
        if (state.field == u"otp")
            m_otpField->show();
        if (!state.problem.isEmpty() && !asked) {
            FormField* field = state.field == u"email"      ? m_emailField
                               : state.field == u"password" ? m_passwordField
                               : state.field == u"otp"      ? m_otpField
                               : state.field == u"name"     ? m_nameField
                                                            : nullptr;
            const QString text = field && state.problem.code != u"not_a_buyer"
                                     ? sessionProblemText({state.problem.code, state.field, state.problem.text})
                                     : problemText(state.problem);
            if (field)
                field->setError(text);
            else
                m_accountProblem->setText(text);
        }
        if (asked)
            m_otp->setFocus();
        break;
    }
    case CounterPhase::SignedIn:
        m_password->clear();
        m_otp->clear();
        m_stack->setCurrentIndex(Delivery);
        m_orderProblem->setText(state.problem.isEmpty() ? QString()
                                                        : tr("Nothing was ordered. %1").arg(problemText(state.problem)));
        if (before == CounterPhase::SigningIn) {
            m_address->setAddress({.recipient = state.buyer});
            m_address->recipient()->setFocus(Qt::OtherFocusReason);
        }
        if (!state.shortLines.isEmpty())
            Q_EMIT shortLines(state.shortLines);
        if (!state.problem.isEmpty())
            Q_EMIT syncRequested();
        break;
    case CounterPhase::Sending:
    case CounterPhase::Unanswered:
        m_stack->setCurrentIndex(Wait);
        break;
    case CounterPhase::Done:
        m_stack->setCurrentIndex(Done);
        showDone();
        Q_EMIT ordered();
        m_finish->setFocus(Qt::OtherFocusReason);
        Q_EMIT syncRequested();
        break;
    }
    retranslate();
}

void OrderView::askQuotes()
{
    const QString postcode = m_address->postcode();
    const QString what = postcode.isEmpty() ? QString() : postcode + u'/' + QString::number(m_cart.grams());
    if (what == m_askedPostcode)
        return;
    m_askedPostcode = what;
    m_quotes.clear();
    m_quoteProblem = {};
    ++m_quoteTicket;
    m_asking = !what.isEmpty();
    if (m_asking)
        m_counter.readQuotes(m_quoteTicket, postcode, m_cart.grams());
    showQuotes();
}

void OrderView::showQuotes()
{
    clear(m_services);
    const bool known = std::any_of(m_quotes.cbegin(), m_quotes.cend(),
                                   [this](const auto& each) { return each.service == m_service; });
    if (!known) {
        // What most people take; else the cheapest.
        const auto regular = std::find_if(m_quotes.cbegin(), m_quotes.cend(),
                                          [](const auto& each) { return each.service == u"REGULER"; });
        m_service = regular != m_quotes.cend() ? regular->service : m_quotes.isEmpty() ? QString() : m_quotes.front().service;
    }
    for (const ports::ShippingQuote& quote : std::as_const(m_quotes)) {
        auto* line = new ChoiceLine(m_theme, {}, this);
        line->setWords(quote.name, daysText(quote), {}, formatRupiah(quote.price));
        line->setObjectName(u"order.ship."_s + quote.service);
        line->setPicked(quote.service == m_service);
        connect(line, &Button::clicked, this, [this, service = quote.service] {
            m_service = service;
            QMetaObject::invokeMethod(this, &OrderView::showQuotes, Qt::QueuedConnection);
        });
        m_services->addWidget(line);
    }
    QString hint;
    if (m_asking)
        hint = tr("Asking what shipping costs…");
    else if (!m_quoteProblem.isEmpty())
        hint = problemText(m_quoteProblem);
    else if (m_askedPostcode.isEmpty())
        hint = tr("Type the postcode, then you see what shipping costs.");
    else if (m_quotes.isEmpty())
        hint = tr("Nobody takes this parcel there. Choose another address.");
    m_shippingHint->setText(hint);
    m_shippingHint->setVisible(!hint.isEmpty());
    tellSums();
}

void OrderView::tellSums()
{
    const auto quote = std::find_if(m_quotes.cbegin(), m_quotes.cend(),
                                    [this](const auto& each) { return each.service == m_service; });
    const bool priced = quote != m_quotes.cend();
    const Money total{m_cart.goods().rupiah + (priced ? quote->price.rupiah : 0)};
    m_order->setText(priced ? tr("Place the order, %1").arg(formatRupiah(total)) : tr("Place the order"));
    m_order->setEnabled(priced && !m_payment.isEmpty() && m_cart.isOrderable());
    for (ChoiceLine* line : std::as_const(m_payments))
        line->setPicked(line->property("method").toString() == m_payment);
    // What came of it counts, once it is known.
    if (m_state.phase == CounterPhase::Done)
        Q_EMIT shippingChanged(Money{m_state.total.rupiah - m_cart.goods().rupiah});
    else
        Q_EMIT shippingChanged(priced ? std::optional(quote->price) : std::nullopt);
}

void OrderView::place()
{
    const auto quote = std::find_if(m_quotes.cbegin(), m_quotes.cend(),
                                    [this](const auto& each) { return each.service == m_service; });
    const auto address = m_address->checked();
    if (!address || quote == m_quotes.cend() || m_payment.isEmpty() || !m_cart.isOrderable())
        return;
    m_counter.place({.waiting = m_cart.waiting(),
                     .lines = m_cart.lines(),
                     .address = *address,
                     .service = m_service,
                     .paymentMethod = m_payment,
                     .expectedTotal = {m_cart.goods().rupiah + quote->price.rupiah}});
}

void OrderView::showDone()
{
    clear(m_doneRows);
    for (const ports::PlacedOrder& order : std::as_const(m_state.orders)) {
        auto* row = new QWidget(this);
        auto* across = new QHBoxLayout(row);
        across->setContentsMargins(0, 0, 0, 0);
        auto* number = makeLabel(m_theme, order.number, TextStyle::KioskLarge, {}, row);
        number->setObjectName(u"order.number"_s);
        across->addWidget(number);
        across->addStretch();
        across->addWidget(makeLabel(m_theme, formatRupiah(order.total), TextStyle::KioskLarge, {}, row));
        m_doneRows->addWidget(row);
    }
}

void OrderView::back()
{
    if (isBusy() || m_state.phase == CounterPhase::Unanswered)
        return;
    if (m_state.phase == CounterPhase::Done) {
        Q_EMIT finished();
        return;
    }
    Q_EMIT backRequested();
}

void OrderView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        back();
    else
        QWidget::keyPressEvent(event);
}

void OrderView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        showQuotes();
    }
    QWidget::changeEvent(event);
}

void OrderView::retranslate()
{
    const CounterPhase phase = m_state.phase;
    const bool unsure = phase == CounterPhase::Unanswered;
    m_back->setText(tr("Back to products"));
    m_back->setVisible(phase == CounterPhase::SignedOut || phase == CounterPhase::SignedIn);
    m_title->setText(phase == CounterPhase::SignedOut || phase == CounterPhase::SigningIn ? tr("Who is ordering?")
                     : phase == CounterPhase::SignedIn                                    ? tr("Where should we send it?")
                                                                                          : QString());
    m_known->setText(tr("I have an account"));
    m_new->setText(tr("I am new here"));
    m_nameField->setLabel(tr("Name"));
    m_emailField->setLabel(tr("Email"));
    m_passwordField->setLabel(m_isNew ? tr("Choose a password") : tr("Password"));
    m_otpField->setLabel(tr("Code"));
    m_otpField->setHint(tr("From your authenticator app, or one of your recovery codes"));
    const bool entering = phase == CounterPhase::SigningIn;
    m_accountGo->setText(entering ? tr("One moment…") : m_isNew ? tr("Register and continue") : tr("Sign in and continue"));
    m_accountGo->setEnabled(!entering);
    m_known->setEnabled(!entering);
    m_new->setEnabled(!entering);
    m_accountNote->setText(tr("Your account is used for this order only. This computer forgets it afterwards."));
    m_accountProblem->setVisible(!m_accountProblem->text().isEmpty());
    m_shippingTitle->setText(tr("Shipping"));
    m_paymentTitle->setText(tr("Pay with"));
    for (ChoiceLine* line : std::as_const(m_payments)) {
        const QString method = line->property("method").toString();
        const QString hint = method == u"BANK_TRANSFER" ? tr("Checked by itself, within 10 minutes")
                             : method == u"EWALLET"     ? tr("Scan a QR code")
                             : method == u"COD"         ? tr("Have the amount ready")
                                                        : tr("Debit or credit card");
        line->setWords(paymentWord(method), {}, hint, {});
    }
    m_orderProblem->setVisible(!m_orderProblem->text().isEmpty());
    m_orderNote->setText(tr("It is ordered once the marketplace has said yes; you see it here."));
    m_waitTitle->setText(unsure ? tr("The answer got lost on the way") : tr("Ordering…"));
    m_waitText->setText(unsure ? tr("Whether it was ordered is not known yet. It is asked again by itself; nothing is bought twice. "
                                    "Whoever cannot wait finds it under the saved carts and in My orders.")
                               : tr("The marketplace looks whether everything is there."));
    m_askAgain->setText(tr("Ask now"));
    m_giveUp->setText(tr("I cannot wait"));
    m_askAgain->setVisible(unsure);
    m_giveUp->setVisible(unsure);
    m_doneTitle->setText(tr("Ordered"));
    m_doneText->setText(tr("Thank you, %1. %2. The order is in your account under My orders.").arg(m_state.buyer, paidText()));
    m_finish->setText(tr("Done"));
    tellSums();
}

} // namespace belanjain::ui
