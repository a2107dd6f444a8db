// SPDX-License-Identifier: GPL-3.0-or-later
// A seller's desktop without its window, made to be killed: it keeps its session, secrets and replica where
// belanjain does, edits what it finds there, and says on stdout what it is about to do and what is done.
//
//   try {…}    an edit is handed over; it may or may not come to be
//   ok {…}     the edit is on disk, as done() promised
//   no         a rule refused one
//   rest       nothing waits, and what the marketplace had when "rest" was asked for is here
//   signin     the session was over and the person signed in again
//
// and is told on stdin: "rest" (edit no more and settle), "edit", "quit". It ends when stdin does.
#include "editor.h"

#include "engine/net/http_transport.h"
#include "engine/secrets/encrypted_file_store.h"
#include "engine/session/session_service.h"
#include "ports/system.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QSocketNotifier>
#include <QTimer>

#include <cstdio>
#include <unistd.h>

using namespace belanjain;
using namespace Qt::StringLiterals;
using ports::Connection;

namespace
{

struct Wish
{
    QString dataDir;
    QUrl marketplace;
    QByteArray passphrase;
    ports::SignIn person;
    quint64 seed = 1;
    int firstTag = 1;
    QString name;
    bool offline = false;
};

class Desk : public QObject
{
public:
    explicit Desk(const Wish& wish)
        : m_wish(wish)
        , m_secrets(wish.dataDir + u"/secrets"_s, wish.passphrase)
        , m_session(engine::AccountFolders(wish.dataDir), m_secrets,
                    [](const QUrl& address) { return std::make_unique<engine::HttpTransport>(address); })
        , m_stdin(STDIN_FILENO, QSocketNotifier::Read)
    {
        connect(&m_session, &ports::Session::signedIn, this, [this](const ports::Account& account) { open(account); });
        connect(&m_session, &ports::Session::failed, this, [this](const ports::SessionProblem& problem) {
            std::fprintf(stderr, "not signed in: %s\n", qPrintable(problem.code));
            QTimer::singleShot(100, this, [this] { m_session.signIn(m_wish.person); });
        });
        m_nudge.setInterval(200);
        connect(&m_nudge, &QTimer::timeout, this, [this] {
            if (m_workspace && m_workspace->sync().status().connection == Connection::Connected)
                m_workspace->sync().syncNow();
        });
        connect(&m_stdin, &QSocketNotifier::activated, this, [this] { hear(); });
    }

    void start()
    {
        if (m_session.restore(m_wish.marketplace))
            return;
        m_session.setMarketplace(m_wish.marketplace);
        m_session.signIn(m_wish.person);
    }

private:
    void open(const ports::Account& account)
    {
        m_editor.reset();
        m_workspace.reset();
        auto workspace = engine::Workspace::open({.replicaFile = m_session.replicaFile(),
                                                  .marketplace = account.marketplace,
                                                  .tokens = m_session.tokens(),
                                                  .workOffline = m_wish.offline},
                                                 {m_clock, m_random});
        if (!workspace) {
            std::fprintf(stderr, "the replica does not open: %s\n", qPrintable(workspace.error()));
            QCoreApplication::exit(3);
            return;
        }
        m_workspace = std::move(*workspace);
        connect(m_workspace.get(), &engine::Workspace::tokensRenewed, &m_session, &engine::SessionService::keepTokens);
        connect(m_workspace.get(), &engine::Workspace::storageFailed, this, [](const QString& text) {
            std::fprintf(stderr, "storage failed: %s\n", qPrintable(text));
        });
        connect(&m_workspace->sync(), &ports::SyncControl::statusChanged, this,
                [this](const ports::SyncStatus& status) { take(status); });
        m_editor = std::make_unique<processes::Editor>(*m_workspace, account.store.value_or(StoreId()), m_clock, m_random,
                                                       m_wish.seed, m_wish.name, m_wish.firstTag);
        m_editor->idle = [this] { settle(); };
        m_editor->setEditing(!m_resting);
    }

    void take(const ports::SyncStatus& status)
    {
        if (status.connection == Connection::SignInNeeded) {
            std::puts("signin");
            std::fflush(stdout);
            // Not from within a signal of the workspace that this closes.
            QTimer::singleShot(0, this, [this] { m_session.signIn(m_wish.person); });
            return;
        }
        if (!m_settling || status.connection != Connection::Connected)
            return;
        // While nothing is edited each such word ends a cycle. The first may have begun before the wish, and one
        // may be of the last edit; the third has seen all.
        if (++m_cycles >= 3 && status.waiting == 0) {
            m_settling = false;
            m_nudge.stop();
            std::puts("rest");
            std::fflush(stdout);
            return;
        }
        m_workspace->sync().syncNow();
    }

    void settle()
    {
        if (!m_resting || m_settling)
            return;
        m_settling = true;
        m_cycles = 0;
        m_workspace->sync().syncNow();
        m_nudge.start();
    }

    void hear()
    {
        char bytes[256];
        const ssize_t count = ::read(STDIN_FILENO, bytes, sizeof bytes);
        if (count <= 0) {
            QCoreApplication::quit();
            return;
        }
        m_heard += QByteArray(bytes, count);
        for (qsizetype end = m_heard.indexOf('\n'); end >= 0; end = m_heard.indexOf('\n')) {
            const QByteArray word = m_heard.left(end);
            m_heard.remove(0, end + 1);
            if (word == "quit") {
                QCoreApplication::quit();
                return;
            }
            m_resting = word == "rest";
            m_settling = false;
            if (m_editor)
                m_editor->setEditing(!m_resting);
        }
    }

    Wish m_wish;
    ports::SystemClock m_clock;
    ports::SystemRandom m_random;
    engine::EncryptedFileStore m_secrets;
    engine::SessionService m_session;
    std::unique_ptr<engine::Workspace> m_workspace;
    std::unique_ptr<processes::Editor> m_editor;
    QSocketNotifier m_stdin;
    QByteArray m_heard;
    QTimer m_nudge; ///< two cycles within a millisecond look like one
    int m_cycles = 0;
    bool m_resting = false;
    bool m_settling = false;
};

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({{u"data-dir"_s, u"as belanjain's"_s, u"dir"_s},
                       {u"marketplace"_s, u"as belanjain's"_s, u"url"_s},
                       {u"passphrase-file"_s, u"as belanjain's"_s, u"file"_s},
                       {u"email"_s, u"who signs in"_s, u"email"_s},
                       {u"password"_s, u"with what"_s, u"password"_s},
                       {u"name"_s, u"begins the mark of each edit"_s, u"letter"_s, u"a"_s},
                       {u"seed"_s, u"of the stream of edits"_s, u"n"_s, u"1"_s},
                       {u"first"_s, u"the first edit's number"_s, u"n"_s, u"1"_s},
                       {u"offline"_s, u"work offline"_s}});
    parser.process(application);
    QFile passphrase(parser.value(u"passphrase-file"_s));
    if (!passphrase.open(QIODevice::ReadOnly)) {
        std::fputs("no passphrase\n", stderr);
        return 2;
    }
    Desk desk({.dataDir = parser.value(u"data-dir"_s),
               .marketplace = QUrl(parser.value(u"marketplace"_s)),
               .passphrase = passphrase.readAll().trimmed(),
               .person = {.email = parser.value(u"email"_s), .password = parser.value(u"password"_s)},
               .seed = parser.value(u"seed"_s).toULongLong(),
               .firstTag = parser.value(u"first"_s).toInt(),
               .name = parser.value(u"name"_s),
               .offline = parser.isSet(u"offline"_s)});
    QMetaObject::invokeMethod(&desk, [&desk] { desk.start(); }, Qt::QueuedConnection);
    return QCoreApplication::exec();
}
