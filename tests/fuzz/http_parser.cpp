// SPDX-License-Identifier: GPL-3.0-or-later
// A connection's bytes as requests: [limits] [how they are cut] bytes. However they come, the same requests
// come out and the same refusal ends them.
#include "fuzz/http_told.h"
#include "marketplace/http/parser.h"

#include <optional>

using namespace belanjain;
using namespace belanjain::fuzz;

namespace {

struct Outcome
{
    QList<QByteArray> requests;
    std::optional<int> refusal;

    bool operator==(const Outcome&) const = default;
};

Outcome parsed(QByteArrayView bytes, quint8 cut, const Router& router)
{
    http::RequestParser parser(router, router.limits, {});
    Outcome outcome;
    QByteArray carry;
    inPieces(bytes, cut, [&](QByteArrayView piece) {
        if (outcome.refusal)
            return;
        carry += piece;
        // As a connection does it: what was not taken comes again, with more behind it or for the next
        // request.
        while (!carry.isEmpty()) {
            qsizetype consumed = -1;
            const auto state = parser.feed(carry, consumed);
            FUZZ_PROMISE(consumed >= 0 && consumed <= carry.size());
            carry.remove(0, consumed);
            if (state == http::RequestParser::State::NeedsMore) {
                FUZZ_PROMISE(carry.size() <= router.limits.headerBytes);
                return;
            }
            if (state == http::RequestParser::State::Refused) {
                outcome.refusal = router.refusalTold(parser.refusal());
                return;
            }
            const bool keepAlive = parser.keepAlive();
            outcome.requests.append(router.toldOf(parser.take()) + (keepAlive ? "+" : "-"));
            FUZZ_PROMISE(!parser.started() && !parser.headerDone());
        }
    });
    return outcome;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    Input input(data, size);
    const Router router(fuzzedLimits(input.byte()));
    const quint8 cut = input.byte();
    // Once a line was cut Beast waits for the end of the header before it looks at it again, and so refuses
    // later what it refuses at once in one piece: every input ends with that.
    const QByteArray bytes = input.rest().toByteArray() + "\r\n\r\n";
    const Outcome whole = parsed(bytes, 0, router);
    FUZZ_PROMISE(parsed(bytes, cut, router) == whole);
    if (bytes.size() <= 1'000)
        FUZZ_PROMISE(parsed(bytes, 1, router) == whole);
    return 0;
}
