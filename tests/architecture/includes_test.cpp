// SPDX-License-Identifier: GPL-3.0-or-later
// Who may include whom, as ARCHITECTURE.md's map has it. The compiler keeps most of it through each
// target's include directories; this test keeps the rest, and Qt's modules.
#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

struct Layer
{
    QStringList mayInclude; ///< first folders of include paths, its own among them
    bool sql = false;
    bool network = false;
    bool widgets = false;
};

/// Longest matching folder wins.
const QHash<QString, Layer>& layers()
{
    static const QHash<QString, Layer> map{
        {u"models/domain"_s, {{u"domain"_s}}},
        {u"models/ports"_s, {{u"domain"_s, u"ports"_s}}},
        {u"models/tables"_s, {{u"domain"_s, u"ports"_s, u"tables"_s}}},
        {u"sync/protocol"_s, {{u"domain"_s, u"protocol"_s}}},
        {u"sync/storage"_s, {{u"domain"_s, u"storage"_s}, true}},
        {u"sync/replica"_s, {{u"domain"_s, u"ports"_s, u"protocol"_s, u"storage"_s, u"replica"_s}}},
        {u"sync/engine"_s,
         {{u"domain"_s, u"ports"_s, u"protocol"_s, u"storage"_s, u"replica"_s, u"engine"_s}, false, true}},
        {u"sync/marketplace"_s,
         {{u"domain"_s, u"ports"_s, u"protocol"_s, u"storage"_s, u"marketplace"_s}, false, true}},
        {u"sync/marketplace/http"_s, {{u"marketplace"_s}, false, true}},
        {u"ui"_s, {{u"domain"_s, u"ports"_s, u"tables"_s, u"common"_s, u"shell"_s, u"inventory"_s, u"orders"_s,
                    u"account"_s, u"analytics"_s, u"pictures"_s, u"printing"_s, u"products"_s,
                    u"reviews"_s, u"store"_s, u"attention"_s, u"home"_s, u"stock"_s, u"transfer"_s, u"storefront"_s, u"storemode"_s},
                   false, false, true}},
        {u"ui/common"_s, {{u"domain"_s, u"common"_s}, false, false, true}},
    };
    return map;
}

const Layer* layerOf(const QString& path, QString* name)
{
    const Layer* best = nullptr;
    for (auto it = layers().cbegin(); it != layers().cend(); ++it) {
        if (path.startsWith(it.key() + u'/') && (!best || it.key().size() > name->size())) {
            best = &it.value();
            *name = it.key();
        }
    }
    return best;
}

bool isSql(const QString& header) { return header.startsWith(u"QSql") || header.startsWith(u"QtSql"); }

bool isNetwork(const QString& header)
{
    static const QRegularExpression network(u"^(QtNetwork|QNetwork|QTcp|QSsl|QUdp|QLocalS|QHostAddress|QAbstractSocket)"_s);
    return header.contains(network);
}

bool isGui(const QString& header)
{
    static const QRegularExpression gui(
        u"^(QtWidgets|QtGui|QWidget|QPainter|QPixmap|QIcon|QImage|QColor|QFont|QApplication|QGuiApplication|QAction|QTableView|QPushButton)"_s);
    return header.contains(gui);
}

} // namespace

class IncludesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void directionsHold()
    {
        const QString root = QStringLiteral(SOURCE_DIR);
        static const QRegularExpression include(u"^\\s*#\\s*include\\s+([<\"])([^>\"]+)[>\"]"_s,
                                                QRegularExpression::MultilineOption);
        QStringList wrong;
        int files = 0;
        for (const QString& top : {u"models"_s, u"sync"_s, u"ui"_s}) {
            QDirIterator it(root + u'/' + top, {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
            while (it.hasNext()) {
                QFile file(it.next());
                const QString path = file.fileName().mid(root.size() + 1);
                QString name;
                const Layer* layer = layerOf(path, &name);
                QVERIFY2(layer, qPrintable(u"no layer for "_s + path));
                QVERIFY(file.open(QIODevice::ReadOnly));
                ++files;
                auto matches = include.globalMatch(QString::fromUtf8(file.readAll()));
                while (matches.hasNext()) {
                    const auto match = matches.next();
                    const QString header = match.captured(2);
                    const bool own = match.captured(1) == u"\"";
                    const bool generated = header.endsWith(u".moc") || header.startsWith(u"moc_");
                    const bool badOwn = own && !generated && !layer->mayInclude.contains(header.section(u'/', 0, 0));
                    const bool badSql = isSql(header) && !layer->sql;
                    const bool badNetwork = isNetwork(header) && !layer->network;
                    const bool badGui = isGui(header) && !layer->widgets
                                        // Pictures are made anew in a process of their own, without a window.
                                        && !(path.startsWith(u"sync/marketplace/images/worker/"));
                    if (badOwn || badSql || badNetwork || badGui)
                        wrong << path + u" includes "_s + header;
                }
            }
        }
        QVERIFY2(files > 50, "the scan found too few files to mean anything");
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    void engineAndMarketplaceNeverMeet()
    {
        // Each could otherwise come to rest on the other's private knowledge of the wire.
        QVERIFY(!layers()[u"sync/engine"_s].mayInclude.contains(u"marketplace"_s));
        QVERIFY(!layers()[u"sync/marketplace"_s].mayInclude.contains(u"engine"_s));
        QVERIFY(!layers()[u"sync/marketplace"_s].mayInclude.contains(u"replica"_s));
    }
};

QTEST_APPLESS_MAIN(IncludesTest)
#include "includes_test.moc"
