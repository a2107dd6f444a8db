// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/json.h"

#include <QTest>

using namespace belanjain;

class JsonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhereTheMistakeIs_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("offset");
        QTest::newRow("nothing") << QByteArray() << 0;
        QTest::newRow("not an object") << QByteArray("[]") << 0;
        QTest::newRow("cut in a name") << QByteArray("{\"t") << 3;
        QTest::newRow("nested too deep") << QByteArray("{\"a\":") + QByteArray(64, '[') << 0;
    }
    void tellsWhereTheMistakeIs()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, offset);
        const auto parsed = protocol::parseObject(text);
        QVERIFY(!parsed);
        QCOMPARE(parsed.error(), offset);
    }
};

QTEST_GUILESS_MAIN(JsonTest)
#include "json_test.moc"
