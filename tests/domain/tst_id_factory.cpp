// SPDX-License-Identifier: GPL-3.0-or-later
#include "ports/id_factory.h"

#include <QSet>
#include <QTest>
#include <QThread>

#include <algorithm>
#include <random>

using namespace belanjain;
using namespace Qt::StringLiterals;

namespace {

class HandClock : public ports::Clock
{
public:
    Instant now() const override { return {ms}; }
    qint64 monotonicMs() const override { return ms; }

    qint64 ms = 1'795'320'000'000;
};

class SeededRandom : public ports::RandomSource
{
public:
    explicit SeededRandom(quint32 seed)
        : m_engine(seed)
    {}

    void fill(std::span<quint8> bytes) override
    {
        for (quint8& byte : bytes)
            byte = quint8(m_engine());
    }

private:
    std::mt19937 m_engine;
};

// The worst luck: every fill gives the same byte.
class StuckRandom : public ports::RandomSource
{
public:
    explicit StuckRandom(quint8 value)
        : m_value(value)
    {}
    void fill(std::span<quint8> bytes) override { std::fill(bytes.begin(), bytes.end(), m_value); }

private:
    quint8 m_value;
};

qint64 millisecondsOf(const ProductId& id)
{
    qint64 ms = 0;
    for (const char byte : id.uuid().toRfc4122().first(6))
        ms = ms << 8 | quint8(byte);
    return ms;
}

bool isVersion7(const ProductId& id)
{
    const QByteArray bytes = id.uuid().toRfc4122();
    return (quint8(bytes[6]) & 0xf0) == 0x70 && (quint8(bytes[8]) & 0xc0) == 0x80;
}

} // namespace

class TestIdFactory : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void riseWithinOneMillisecond_data();
    void riseWithinOneMillisecond();
    void riseWhenTheClockGoesBack();
    void carryTheClocksTime();
    void threadsNeverShareAnId();
};

void TestIdFactory::riseWithinOneMillisecond_data()
{
    QTest::addColumn<int>("stuckAt");
    QTest::newRow("seeded") << -1;
    QTest::newRow("all zeros") << 0;
    QTest::newRow("all ones, so that the counter overflows") << 255;
}

void TestIdFactory::riseWithinOneMillisecond()
{
    QFETCH(int, stuckAt);
    HandClock clock;
    SeededRandom seeded(7);
    StuckRandom stuck{quint8(stuckAt)};
    ports::RandomSource& random = stuckAt < 0 ? static_cast<ports::RandomSource&>(seeded) : stuck;
    ports::IdFactory factory(clock, random);

    ProductId last = factory.make<ProductId>();
    for (int i = 0; i < 5'000; ++i) {
        const auto next = factory.make<ProductId>();
        QVERIFY2(last < next, qPrintable(last.toString() + u" then "_s + next.toString()));
        QVERIFY(isVersion7(next));
        last = next;
    }
    // Unless luck makes it overflow, the counter has room for far more, and the time stays true.
    if (stuckAt != 255)
        QCOMPARE(millisecondsOf(last), clock.ms);
}

void TestIdFactory::riseWhenTheClockGoesBack()
{
    HandClock clock;
    SeededRandom random(11);
    ports::IdFactory factory(clock, random);
    std::mt19937 jumps(3);

    ProductId last = factory.make<ProductId>();
    for (int i = 0; i < 5'000; ++i) {
        clock.ms += int(jumps() % 2'001) - 1'000;
        const auto next = factory.make<ProductId>();
        QVERIFY(last < next);
        QVERIFY(isVersion7(next));
        last = next;
    }
}

void TestIdFactory::carryTheClocksTime()
{
    HandClock clock;
    SeededRandom random(5);
    ports::IdFactory factory(clock, random);

    QCOMPARE(millisecondsOf(factory.make<ProductId>()), clock.ms);
    clock.ms += 86'400'000;
    QCOMPARE(millisecondsOf(factory.make<ProductId>()), clock.ms);
    const qint64 furthest = clock.ms;
    clock.ms -= 3'600'000;
    QCOMPARE(millisecondsOf(factory.make<ProductId>()), furthest);
}

void TestIdFactory::threadsNeverShareAnId()
{
    HandClock clock;
    SeededRandom random(13);
    ports::IdFactory factory(clock, random);
    constexpr int each = 2'000;
    std::array<QList<ProductId>, 4> made;

    std::array<std::unique_ptr<QThread>, 4> threads;
    for (size_t i = 0; i < threads.size(); ++i) {
        threads[i].reset(QThread::create([&factory, &list = made[i]] {
            for (int k = 0; k < each; ++k)
                list += factory.make<ProductId>();
        }));
        threads[i]->start();
    }
    for (const auto& thread : threads)
        QVERIFY(thread->wait());

    QSet<ProductId> all;
    for (const auto& list : made) {
        QVERIFY(std::is_sorted(list.begin(), list.end()));
        for (const ProductId& id : list)
            all.insert(id);
    }
    QCOMPARE(all.size(), qsizetype(each * threads.size()));
}

QTEST_APPLESS_MAIN(TestIdFactory)
#include "tst_id_factory.moc"
