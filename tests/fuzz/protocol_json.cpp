// SPDX-License-Identifier: GPL-3.0-or-later
// A message of the sync protocol: [which] JSON. What can be read is written so that it reads the same.
#include "fuzz/harness.h"
#include "protocol/messages.h"
#include "protocol/problem.h"
#include "protocol/rows.h"

using namespace belanjain;
using namespace belanjain::fuzz;

namespace {

template<class Message>
void roundTrip(const QJsonObject& json)
{
    protocol::ObjectReader reader(json);
    const Message message = Message::read(reader);
    FUZZ_PROMISE(reader.ok() == reader.errors().isEmpty());
    if (!reader.ok())
        return;
    const QByteArray written = protocol::toJson(message.toJson());
    const auto parsed = protocol::parseObject(written);
    FUZZ_PROMISE(parsed.has_value());
    protocol::ObjectReader again(*parsed);
    const Message same = Message::read(again);
    FUZZ_PROMISE(again.ok());
    FUZZ_PROMISE(protocol::toJson(same.toJson()) == written);
}

void problem(QByteArrayView bytes)
{
    const protocol::Problem read = protocol::Problem::read(502, bytes.toByteArray());
    const QByteArray written = read.toBytes();
    FUZZ_PROMISE(protocol::Problem::read(read.status, written).toBytes() == written);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    Input input(data, size);
    const quint8 which = input.byte() % 12;
    const QByteArray text = input.rest().toByteArray();
    if (which == 11) {
        problem(text);
        return 0;
    }
    const auto json = protocol::parseObject(text);
    if (!json) {
        FUZZ_PROMISE(json.error() >= 0 && json.error() <= text.size());
        return 0;
    }
    switch (which) {
    case 0:
        roundTrip<protocol::PushRequest>(*json);
        break;
    case 1:
        roundTrip<protocol::PushAnswer>(*json);
        break;
    case 2:
        roundTrip<protocol::PullAnswer>(*json);
        break;
    case 3:
        roundTrip<protocol::SnapshotHead>(*json);
        break;
    case 4:
        roundTrip<protocol::SyncRow>(*json);
        break;
    case 5:
        roundTrip<protocol::Op>(*json);
        break;
    case 6:
        roundTrip<protocol::StoreRow>(*json);
        break;
    case 7:
        roundTrip<protocol::ProductRow>(*json);
        break;
    case 8:
        roundTrip<protocol::VariantRow>(*json);
        break;
    case 9:
        roundTrip<protocol::OrderRow>(*json);
        break;
    case 10:
        roundTrip<protocol::ReviewRow>(*json);
        break;
    }
    return 0;
}
