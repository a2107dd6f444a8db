// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/order_state.h"
#include "domain/outcome.h"

#include <QTest>

using namespace belanjain;
using namespace Qt::StringLiterals;

namespace {

constexpr std::array statuses{OrderStatus::Pending, OrderStatus::Processing, OrderStatus::Shipped,
                              OrderStatus::Delivered, OrderStatus::Cancelled};
constexpr std::array roles{Role::Nobody, Role::Customer, Role::Seller};

// The contract's sentence, written down once more: the steps there are, who may take them, whether a
// seller needs a reason, what happens to the stock, and which times are stamped.
struct Legal
{
    OrderStatus from;
    OrderStatus to;
    bool customer;
    bool seller;
    StockEffect stock;
    OrderTimes stamps;
};

const QList<Legal> contract{
    {OrderStatus::Pending, OrderStatus::Processing, false, true, StockEffect::None, OrderTime::Processed},
    {OrderStatus::Pending, OrderStatus::Shipped, false, true, StockEffect::Ship,
     OrderTimes(OrderTime::Processed) | OrderTime::Shipped},
    {OrderStatus::Pending, OrderStatus::Cancelled, true, true, StockEffect::Release, OrderTime::Cancelled},
    {OrderStatus::Processing, OrderStatus::Shipped, false, true, StockEffect::Ship, OrderTime::Shipped},
    {OrderStatus::Processing, OrderStatus::Cancelled, false, true, StockEffect::Release,
     OrderTime::Cancelled},
    {OrderStatus::Shipped, OrderStatus::Delivered, true, true, StockEffect::None, OrderTime::Delivered},
};

const Legal* find(OrderStatus from, OrderStatus to)
{
    for (const Legal& legal : contract) {
        if (legal.from == from && legal.to == to)
            return &legal;
    }
    return nullptr;
}

bool may(const Legal& legal, Role role)
{
    return (role == Role::Customer && legal.customer) || (role == Role::Seller && legal.seller);
}

QStringList names(const QList<OrderStatus>& list)
{
    QStringList all;
    for (const OrderStatus status : list)
        all += wireName(status);
    return all;
}

} // namespace

class TestOrderState : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyPairForEveryRole_data();
    void everyPairForEveryRole();
    void whatIsOffered();
    void refusalsNameWhatIsAllowed();
    void finalStates();
    void wireNames();
};

void TestOrderState::everyPairForEveryRole_data()
{
    QTest::addColumn<OrderStatus>("from");
    QTest::addColumn<OrderStatus>("to");
    QTest::addColumn<Role>("role");
    QTest::addColumn<bool>("hasReason");
    for (const OrderStatus from : statuses) {
        for (const OrderStatus to : statuses) {
            for (const Role role : roles) {
                for (const bool reason : {false, true})
                    QTest::addRow("%s to %s, role %d, reason %d", qPrintable(wireName(from)),
                                  qPrintable(wireName(to)), int(role), int(reason))
                        << from << to << role << reason;
            }
        }
    }
}

void TestOrderState::everyPairForEveryRole()
{
    QFETCH(OrderStatus, from);
    QFETCH(OrderStatus, to);
    QFETCH(Role, role);
    QFETCH(bool, hasReason);

    const auto step = transition(from, to, role, hasReason);

    const Legal* legal = find(from, to);
    if (!legal) {
        QVERIFY(!step.has_value());
        QCOMPARE(step.error().rule, Rule::IllegalTransition);
        QCOMPARE(step.error().field, u"to"_s);
        QCOMPARE(step.error().args,
                 QStringList({wireName(from), wireName(to), names(allowedNext(from)).join(u',')}));
    } else if (!may(*legal, role)) {
        QVERIFY(!step.has_value());
        QCOMPARE(step.error().rule, Rule::NotAllowedForRole);
    } else if (role == Role::Seller && to == OrderStatus::Cancelled && !hasReason) {
        QVERIFY(!step.has_value());
        QCOMPARE(step.error().rule, Rule::ReasonRequired);
        QCOMPARE(step.error().field, u"reason"_s);
    } else {
        QVERIFY(step.has_value());
        QCOMPARE(*step, (OrderStep{from, to, legal->stock, legal->stamps}));
    }
}

void TestOrderState::whatIsOffered()
{
    for (const OrderStatus from : statuses) {
        QStringList anybody;
        for (const OrderStatus to : statuses) {
            if (find(from, to))
                anybody += wireName(to);
        }
        QCOMPARE(names(allowedNext(from)), anybody);
        for (const Role role : roles) {
            QStringList theirs;
            for (const OrderStatus to : statuses) {
                if (find(from, to) && may(*find(from, to), role))
                    theirs += wireName(to);
            }
            QCOMPARE(names(allowedNext(from, role)), theirs);
        }
    }
}

void TestOrderState::refusalsNameWhatIsAllowed()
{
    QCOMPARE(
        tests::outcome(transition(OrderStatus::Pending, OrderStatus::Delivered, Role::Seller, true).error()),
        u"illegal_transition@to(PENDING,DELIVERED,PROCESSING,SHIPPED,CANCELLED)"_s);
    QCOMPARE(tests::outcome(
                 transition(OrderStatus::Cancelled, OrderStatus::Cancelled, Role::Seller, true).error()),
             u"illegal_transition@to(CANCELLED,CANCELLED,)"_s);
}

void TestOrderState::finalStates()
{
    QStringList last;
    for (const OrderStatus status : statuses) {
        if (isFinal(status))
            last += wireName(status);
    }
    QCOMPARE(last, QStringList({u"DELIVERED"_s, u"CANCELLED"_s}));
}

void TestOrderState::wireNames()
{
    QCOMPARE(names({statuses.begin(), statuses.end()}),
             QStringList({u"PENDING"_s, u"PROCESSING"_s, u"SHIPPED"_s, u"DELIVERED"_s, u"CANCELLED"_s}));
    for (const OrderStatus status : statuses)
        QCOMPARE(parseOrderStatus(wireName(status)), std::optional(status));
    for (const char16_t* other : {u"", u"pending", u"PENDING ", u"PAID"})
        QCOMPARE(parseOrderStatus(QString::fromUtf16(other)), std::nullopt);
}

QTEST_APPLESS_MAIN(TestOrderState)
#include "tst_order_state.moc"
