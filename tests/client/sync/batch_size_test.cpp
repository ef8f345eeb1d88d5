#include "client/sync/batch_size.h"
#include "shared/protocol/limits.h"

#include <doctest/doctest.h>

using sync_client::BatchSize;

TEST_CASE("a batch doubles on a fast link, halves on a slow one, and stays within its bounds") {
    BatchSize batch;
    const std::size_t start = batch.bytes();
    batch.took(500, start);
    CHECK(batch.bytes() == start * 2);
    batch.took(9000, start * 2);
    CHECK(batch.bytes() == start);
    batch.took(4000, start);
    CHECK(batch.bytes() == start);
    batch.took(10, 100);  // a small round says nothing about large ones
    CHECK(batch.bytes() == start);
    for (int i = 0; i < 40; ++i) batch.took(1, batch.bytes());
    CHECK(batch.bytes() <= protocol::kBatchBytesMax * protocol::kPackRatioAssumed);
}

TEST_CASE("a batch that the server finds too large gets smaller until it cannot") {
    BatchSize batch;
    int times = 0;
    while (batch.too_large()) ++times;
    CHECK(times > 3);
    CHECK(batch.bytes() == protocol::kBatchBytesMin);
}

TEST_CASE("slow rounds and refused ones shrink a batch to the same smallest size") {
    BatchSize slow;
    for (int i = 0; i < 40; ++i) slow.took(60'000, slow.bytes());
    CHECK(slow.bytes() == protocol::kBatchBytesMin);
    CHECK_FALSE(slow.too_large());
    CHECK(slow.answer_bytes() == 16 * 1024);
}
