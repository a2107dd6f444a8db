// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a switch of the language reaches every text that can be seen, with whatever is open at that moment.
#include "common/theme.h"
#include "ports/system.h"
#include "products/products_page.h"
#include "seller_pages.h"
#include "seller_tools.h"
#include "shell/workspace_frame.h"
#include "support/test_server.h"

#include <QAbstractButton>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace belanjain;
using namespace belanjain::testing;
using namespace Qt::StringLiterals;

namespace {

/// English texts that have another Indonesian one, without those that are an Indonesian text as well.
QSet<QString> englishAlone()
{
    QFile file(QStringLiteral(BELANJAIN_SOURCE_DIR "/translations/belanjain_id.ts"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    QSet<QString> english;
    QSet<QString> indonesian;
    QString source;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == u"source")
            source = xml.readElementText();
        else if (xml.name() == u"translation" && !xml.attributes().hasAttribute("type"_L1)) {
            const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
            indonesian.insert(text);
            if (text != source && !source.contains(u'%'))
                english.insert(source);
        }
    }
    return english - indonesian;
}

/// What a person can read or have read out on and below a widget, as "object: text".
QStringList readable(const QWidget* root, const QSet<QString>& unwanted)
{
    QStringList found;
    const auto look = [&](const QObject* at, const QString& text) {
        QString plain = text;
        plain.remove(u'&');
        if (unwanted.contains(text) || unwanted.contains(plain))
            found << at->objectName() + u" ("_s + QString::fromLatin1(at->metaObject()->className()) + u"): "_s + text;
    };
    QList<const QWidget*> all{root};
    for (const QWidget* widget : root->findChildren<QWidget*>())
        all << widget;
    for (const QWidget* widget : std::as_const(all)) {
        if (!widget->isVisibleTo(root))
            continue;
        look(widget, widget->accessibleName());
        look(widget, widget->toolTip());
        if (const auto* label = qobject_cast<const QLabel*>(widget))
            look(widget, label->text());
        if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
            look(widget, button->text());
        if (const auto* edit = qobject_cast<const QLineEdit*>(widget))
            look(widget, edit->placeholderText());
    }
    found.removeDuplicates();
    return found;
}

} // namespace

class LiveLanguageTest : public QObject
{
    Q_OBJECT

    ui::Theme m_theme;

private Q_SLOTS:
    void everyPageOfASellerFollows()
    {
        TestServer server;
        QVERIFY(server.start());
        auto rina = server.seller(u"rina@tokojakbar.id"_s);
        rina.client.post("/v1/products", {{u"name"_s, u"Wajan"_s}, {u"description"_s, QString()}, {u"category"_s, u"Dapur"_s},
                                          {u"price"_s, 100'000}, {u"stock"_s, 2}, {u"sku"_s, u"WJN-1"_s}});
        QTemporaryDir dir;
        ports::SystemRandom random;
        ui::Languages languages;
        app::Settings settings(dir.path());
        const QString token = server.client()
                                  .post("/v1/auth/login", {{u"email"_s, rina.email}, {u"password"_s, TestServer::password()}})
                                  .json().value(u"refreshToken").toString();
        const QUrl address(u"http://127.0.0.1:%1"_s.arg(server.port()));
        auto workspace = engine::Workspace::open({.replicaFile = dir.filePath(u"replica.db"_s),
                                                  .marketplace = address,
                                                  .tokens = {{}, token},
                                                  .language = "en"},
                                                 {server.clock(), random}).value();
        app::SellerPages pages({m_theme, languages, settings, *workspace,
                                {.name = u"Rina"_s, .email = rina.email, .seller = true, .storeName = u"Toko"_s, .marketplace = address},
                                [] { return u"here"_s; }, [] { return ports::SecretStore::Place::Keychain; }, server.clock(), random});
        ui::WorkspaceFrame* frame = pages.frame();
        frame->resize(1440, 900);
        frame->show();
        QTRY_COMPARE(workspace->sync().status().connection, ports::Connection::Connected);

        const QSet<QString> english = englishAlone();
        QVERIFY(english.size() > 500);
        QStringList left;
        const auto turn = [&](const QString& what) {
            languages.set(Language::Indonesian);
            QCoreApplication::sendPostedEvents();
            QCoreApplication::processEvents();
            for (const QString& text : readable(frame, english))
                left << what + u": "_s + text;
            languages.set(Language::English);
            QCoreApplication::processEvents();
        };
        for (const char16_t* page : {u"home", u"orders", u"stock", u"products", u"analytics", u"reviews", u"transfer", u"attention",
                                     u"store", u"account", u"settings"}) {
            frame->showPage(QString::fromUtf16(page));
            QVERIFY(frame->page(QString::fromUtf16(page)));
            QTest::qWait(0);
            turn(QString::fromUtf16(page));
        }
        frame->showPage(u"products"_s);
        pages.products()->createProduct();
        QTRY_VERIFY(pages.products()->isEditing());
        turn(u"editor"_s);
        pages.tools().palette()->open();
        turn(u"palette"_s);
        pages.tools().palette()->close();
        QVERIFY2(left.isEmpty(), qPrintable(u"still English:\n"_s + left.join(u'\n')));
    }
};

QTEST_MAIN(LiveLanguageTest)
#include "live_language_test.moc"
