// SPDX-License-Identifier: GPL-3.0-or-later
// The same bytes through a whole connection, over a socket in memory: [limits] [how they are cut] bytes.
// However they come, the handler sees the same requests and the client reads the same answers.
#include "fuzz/http_told.h"
#include "marketplace/http/connection.h"

using namespace belanjain;
using namespace belanjain::fuzz;

namespace {

/// A connected socket whose bytes come from a harness and go into a byte array.
class MemorySocket : public QTcpSocket
{
public:
    MemorySocket()
    {
        setSocketState(ConnectedState);
        setOpenMode(ReadWrite | Unbuffered);
    }

    void receive(QByteArrayView piece)
    {
        in_ += piece;
        if (state() == ConnectedState)
            Q_EMIT readyRead();
    }

    qint64 bytesAvailable() const override { return in_.size(); }
    qint64 bytesToWrite() const override { return 0; }
    void disconnectFromHost() override
    {
        setSocketState(UnconnectedState);
        Q_EMIT disconnected();
    }

    QByteArray written;

protected:
    qint64 readData(char* data, qint64 most) override
    {
        const qint64 size = std::min<qint64>(most, in_.size());
        std::copy_n(in_.constData(), size, data);
        in_.remove(0, size);
        return size;
    }
    qint64 writeData(const char* data, qint64 size) override
    {
        written.append(data, size);
        return size;
    }

private:
    QByteArray in_;
};

struct Outcome
{
    QList<QByteArray> requests;
    QByteArray written;

    bool operator==(const Outcome&) const = default;
};

Outcome served(QByteArrayView bytes, quint8 cut, const http::Limits& limits)
{
    Router router(limits);
    http::Hub hub(router, limits, [] { return qint64(1'795'233'600'000); });
    QObject receiver;
    auto* const socket = new MemorySocket; // the connection's from here on
    http::Connection connection(1, socket, hub, false, nullptr);
    hub.gone = [](quint64) {};
    hub.mailbox = std::make_shared<http::Mailbox>(
        &receiver, [&connection](http::Letter letter) { connection.receive(std::move(letter)); });
    connection.start();
    inPieces(bytes, cut, [&](QByteArrayView piece) { socket->receive(piece); });
    Outcome outcome{router.requests, socket->written};
    hub.mailbox->close();
    // Whether a body had come before it was asked for is a matter of the pieces.
    outcome.written.replace("HTTP/1.1 100 Continue\r\n\r\n", "");
    return outcome;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    Input input(data, size);
    const http::Limits limits = fuzzedLimits(input.byte());
    const quint8 cut = input.byte();
    // Once a line was cut Beast waits for the end of the header before it looks at it again, and so refuses
    // later what it refuses at once in one piece: every input ends with that.
    const QByteArray bytes = input.rest().toByteArray() + "\r\n\r\n";
    const Outcome whole = served(bytes, 0, limits);
    FUZZ_PROMISE(served(bytes, cut, limits) == whole);
    if (bytes.size() <= 1'000)
        FUZZ_PROMISE(served(bytes, 1, limits) == whole);
    return 0;
}
