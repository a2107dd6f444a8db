// SPDX-License-Identifier: GPL-3.0-or-later
// What a marketplace answers a desktop: [which] [how it is cut] a pull's page, or the lines of a snapshot. A
// replica takes it or refuses it. Every commit is made to fail, so that each input meets the same replica.
#include "fuzz/harness.h"

#include "engine/snapshot_download.h"
#include "fuzz/replica_template.h"

using namespace belanjain;
using namespace belanjain::fuzz;
using namespace Qt::StringLiterals;

namespace {

struct Stage
{
    ReplicaTemplate whole; // first: it says where temporary files go
    testing::FakeClock clock;
    testing::SeededRandom random{7};
    ports::IdFactory ids{clock, random};
    QTemporaryDir dir;
    std::unique_ptr<replica::Replica> replica;
    bool open = false;

    Stage()
    {
        const QString file = dir.filePath(u"replica.db"_s);
        write(file, whole.closed);
        auto opened = replica::Replica::open(file, clock, ids, [this](storage::Step step, const QString&) {
            if (open && step == storage::Step::Commit)
                return storage::Outcome(
                    tl::unexpected(storage::Error{storage::Error::Kind::Full, u"full"_s}));
            return storage::Outcome();
        });
        FUZZ_PROMISE(opened.has_value());
        replica = std::move(*opened);
        open = true;
    }
};

QByteArray stateOf(const replica::Replica& replica)
{
    const auto dump = replica.dump();
    FUZZ_PROMISE(dump.has_value());
    return *dump + QByteArray::number(replica.cursor()) + replica.epoch().toUtf8() +
           QByteArray::number(replica.waitingCount().value_or(-1));
}

void pull(replica::Replica& replica, const QByteArray& text)
{
    const auto json = protocol::parseObject(text);
    if (!json)
        return;
    protocol::ObjectReader reader(*json);
    const auto page = protocol::PullAnswer::read(reader);
    if (!reader.ok())
        return;
    (void)replica.stagePull(page);
    replica.forgetStaged();
}

bool snapshot(replica::Replica& replica, QByteArrayView bytes, quint8 cut)
{
    engine::SnapshotDownload download(replica);
    inPieces(bytes, cut, [&](QByteArrayView piece) { download.feed(piece.toByteArray()); });
    const bool failed = download.failed();
    FUZZ_PROMISE(!failed || !download.finish());
    if (!failed)
        (void)download.finish();
    return failed;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const auto stage = std::make_unique<Stage>();
    static const QByteArray before = stateOf(*stage->replica);
    Input input(data, size);
    const quint8 which = input.byte();
    const quint8 cut = input.byte();
    const QByteArrayView bytes = input.rest();
    if (which % 4 != 0) {
        pull(*stage->replica, bytes.toByteArray());
    } else {
        const bool failed = snapshot(*stage->replica, bytes, 0);
        FUZZ_PROMISE(snapshot(*stage->replica, bytes, cut) == failed);
    }
    FUZZ_PROMISE(stateOf(*stage->replica) == before);
    return 0;
}
