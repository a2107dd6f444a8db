// SPDX-License-Identifier: GPL-3.0-or-later
// Whether every text has its Indonesian, and whether the two say things in the same shape.
#include "shell/languages.h"

#include <QDirIterator>
#include <QFile>
#include <QLineEdit>
#include <QMenu>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using namespace belanjain;
using namespace belanjain::ui;

namespace {

struct Message
{
    QString context;
    QString source;
    QStringList translations; ///< one, or one per plural form
    QString type;             ///< empty when finished
    bool plural = false;
};

QList<Message> readMessages(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    QList<Message> messages;
    QString context;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        const QString name = xml.name().toString();
        if (name == u"name")
            context = xml.readElementText();
        else if (name == u"message")
            messages.append({.context = context, .plural = xml.attributes().value("numerus"_L1) == u"yes"});
        else if (name == u"source")
            messages.back().source = xml.readElementText();
        else if (name == u"translation") {
            messages.back().type = xml.attributes().value("type"_L1).toString();
            if (!messages.back().plural)
                messages.back().translations.append(xml.readElementText());
        } else if (name == u"numerusform") {
            messages.back().translations.append(xml.readElementText());
        }
    }
    return xml.hasError() ? QList<Message>() : messages;
}

/// The program's sources against a copy of a translation, as lupdate sees them.
QList<Message> readCurrent(const QString& name, const QStringList& options)
{
    QTemporaryDir folder;
    const QString copy = folder.filePath(name);
    if (!QFile::copy(QStringLiteral(BELANJAIN_SOURCE_DIR "/translations/") + name, copy))
        return {};
    // A copy of a file that may not be written may not be written either.
    QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner);
    QProcess lupdate;
    lupdate.setWorkingDirectory(QStringLiteral(BELANJAIN_SOURCE_DIR));
    lupdate.start(QStringLiteral(BELANJAIN_LUPDATE), QStringList{u"models"_s, u"sync"_s, u"ui"_s, u"app"_s, u"-silent"_s,
                                                                 u"-locations"_s, u"none"_s, u"-ts"_s, copy} +
                                                         options);
    if (!lupdate.waitForFinished(60'000) || lupdate.exitCode() != 0)
        return {};
    return readMessages(copy);
}

QStringList placeholdersOf(const QString& text)
{
    static const QRegularExpression pattern(u"%L?[0-9n]|</?[a-z]+>|https?://[^ ]+"_s);
    QStringList found;
    for (const QRegularExpressionMatch& match : pattern.globalMatch(text))
        found.append(match.captured());
    found.sort();
    return found;
}

qsizetype mnemonicsOf(QString text) { return text.remove(u"&&"_s).count(u'&'); }

QString endingOf(const QString& text)
{
    static const QRegularExpression pattern(u"[.…:?!]*\\s*$"_s);
    return pattern.match(text).captured();
}

QString quoted(const Message& message) { return u"%1: \"%2\""_s.arg(message.context, message.source); }

} // namespace

class TranslationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTextIsTranslated_data();
    void everyTextIsTranslated();
    void contextsAreThoseThatTheProgramAsksFor();
    void shapesAgree_data();
    void shapesAgree();
    void countsReadWell();
    void qtSpeaksIndonesianToo();
    void aMissingTextIsFound();
};

void TranslationsTest::everyTextIsTranslated_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QStringList>("options");
    QTest::newRow("Indonesian") << u"belanjain_id.ts"_s << QStringList();
    QTest::newRow("English plurals") << u"belanjain_en.ts"_s << QStringList{u"-pluralonly"_s};
}

void TranslationsTest::everyTextIsTranslated()
{
    QFETCH(QString, file);
    QFETCH(QStringList, options);
    const QList<Message> messages = readCurrent(file, options);
    QVERIFY2(!messages.isEmpty(), "lupdate found nothing");
    QStringList untranslated;
    for (const Message& message : messages) {
        const bool empty = message.translations.isEmpty() || message.translations.contains(QString());
        if (!message.type.isEmpty() || empty)
            untranslated.append(quoted(message) + u" is "_s +
                                (message.type.isEmpty() ? u"empty"_s : message.type));
    }
    QVERIFY2(untranslated.isEmpty(),
             qPrintable(u"run the target update_translations and write:\n"_s + untranslated.join(u'\n')));
}

/// lupdate loses the namespace of a class that it cannot find, and then nobody finds the text again.
void TranslationsTest::contextsAreThoseThatTheProgramAsksFor()
{
    QString sources;
    for (const char* folder : {"models", "ui", "app", "sync/replica", "sync/engine"}) {
        QDirIterator it(QStringLiteral(BELANJAIN_SOURCE_DIR "/") + QLatin1StringView(folder), {u"*.h"_s, u"*.cpp"_s}, QDir::Files,
                        QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            sources += QString::fromUtf8(file.readAll());
        }
    }
    QStringList lost;
    for (const Message& message : readCurrent(u"belanjain_id.ts"_s, {})) {
        const bool declared = message.context.contains(u"::") || sources.contains(u"Q_DECLARE_TR_FUNCTIONS(%1)"_s.arg(message.context))
                              || sources.contains(u"\"%1\""_s.arg(message.context));
        if (!declared && !lost.contains(message.context))
            lost << message.context;
    }
    QCOMPARE(lost, QStringList());
    Languages languages;
    languages.set(Language::Indonesian);
    QCOMPARE(QCoreApplication::translate("belanjain::replica::ReplicaWorker", "The disk is full. Free some space and try again."),
             u"Disk penuh. Kosongkan sebagian ruang lalu coba lagi."_s);
}

void TranslationsTest::shapesAgree_data()
{
    QTest::addColumn<QString>("file");
    for (const char* file : {"belanjain_id.ts", "belanjain_en.ts", "qt_id.ts"})
        QTest::newRow(file) << QString::fromLatin1(file);
}

void TranslationsTest::shapesAgree()
{
    QFETCH(QString, file);
    const QList<Message> messages =
        readMessages(QStringLiteral(BELANJAIN_SOURCE_DIR "/translations/") + file);
    QVERIFY(!messages.isEmpty());
    const bool ours = file.startsWith(u"belanjain");
    QStringList faults;
    for (const Message& message : messages) {
        for (const QString& text : message.translations) {
            const auto fault = [&](const char* what) {
                faults.append(
                    u"%1 and \"%2\" differ in %3"_s.arg(quoted(message), text, QLatin1StringView(what)));
            };
            if (placeholdersOf(message.source) != placeholdersOf(text))
                fault("placeholders");
            if (mnemonicsOf(message.source) != mnemonicsOf(text))
                fault("mnemonics");
            if (ours && endingOf(message.source) != endingOf(text))
                fault("how they end");
            if (text.startsWith(u' ') != message.source.startsWith(u' '))
                fault("the space before them");
            if (text.contains(u'!') || (ours && message.source.contains(u'!')))
                faults.append(quoted(message) + u" shouts"_s);
            if (text.contains(u"  "_s))
                faults.append(quoted(message) + u" has a double space"_s);
        }
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void TranslationsTest::countsReadWell()
{
    Languages languages;
    const auto say = [](int n) {
        return QCoreApplication::translate("belanjain::ui::StatusStrip", "%n change(s) waiting", nullptr, n);
    };
    QCOMPARE(say(1), u"1 change waiting"_s);
    QCOMPARE(say(2), u"2 changes waiting"_s);
    languages.set(Language::Indonesian);
    QCOMPARE(say(1), u"1 perubahan menunggu"_s);
    QCOMPARE(say(2), u"2 perubahan menunggu"_s);
    languages.set(Language::English);
    QCOMPARE(say(1), u"1 change waiting"_s);
}

void TranslationsTest::qtSpeaksIndonesianToo()
{
    Languages languages;
    languages.set(Language::Indonesian);
    QLineEdit edit(u"teks"_s);
    const std::unique_ptr<QMenu> menu(edit.createStandardContextMenu());
    QStringList words;
    for (const QAction* action : menu->actions()) {
        if (!action->isSeparator())
            words.append(action->text().section(u'\t', 0, 0).remove(u'&'));
    }
    QCOMPARE(words, QStringList({u"Urungkan"_s, u"Ulangi"_s, u"Potong"_s, u"Salin"_s, u"Tempel"_s, u"Hapus"_s,
                                 u"Pilih semua"_s}));
}

void TranslationsTest::aMissingTextIsFound()
{
    QTemporaryDir folder;
    QFile source(folder.filePath(u"page.cpp"_s));
    QVERIFY(source.open(QIODevice::WriteOnly));
    source.write("class Page : public QObject { Q_OBJECT void f() { tr(\"Not yet translated\"); } };\n");
    source.close();
    const QString ts = folder.filePath(u"new_id.ts"_s);
    QProcess lupdate;
    lupdate.start(QStringLiteral(BELANJAIN_LUPDATE), {source.fileName(), u"-silent"_s, u"-ts"_s, ts});
    QVERIFY(lupdate.waitForFinished(60'000));
    const QList<Message> messages = readMessages(ts);
    QCOMPARE(messages.size(), 1);
    QCOMPARE(messages.front().source, u"Not yet translated"_s);
    QCOMPARE(messages.front().type, u"unfinished"_s);
}

QTEST_MAIN(TranslationsTest)
#include "translations_test.moc"
