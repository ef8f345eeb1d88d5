#include "client/sync/batch_size.h"

#include "shared/base/json.h"
#include "shared/protocol/limits.h"

#include <algorithm>

namespace sync_client {

namespace {

constexpr const char* kMeta = "batch_bytes";
// Unpacked, like all here: even text that does not pack gets through as the smallest batch.
constexpr std::size_t kSmallest = protocol::kBatchBytesMin;
constexpr std::size_t kLargest = protocol::kBatchBytesMax * protocol::kPackRatioAssumed;
// Records come back more often than they go out, and pack better together.
constexpr std::size_t kAnswerPerBatch = 4;
constexpr std::size_t kSmallestAnswer = 16 * 1024;

}  // namespace

BatchSize::BatchSize() : bytes_(protocol::kBatchBytesStart * protocol::kPackRatioAssumed) {}

base::Result<BatchSize> BatchSize::remembered(store::Store& store) {
    TRY_LET(text, store.meta(kMeta));
    BatchSize batch;
    const auto bytes = base::json::integer_of(text);
    if (!bytes || *bytes <= 0) return batch;
    batch.bytes_ = std::clamp(static_cast<std::size_t>(*bytes), kSmallest, kLargest);
    batch.remembered_ = batch.bytes_;
    return batch;
}

base::Status BatchSize::remember(store::Store& store) {
    if (bytes_ == remembered_) return base::Done{};
    TRY(store.set_meta(kMeta, std::to_string(bytes_)));
    remembered_ = bytes_;
    return base::Done{};
}

std::size_t BatchSize::answer_bytes() const {
    return std::clamp(bytes_ * kAnswerPerBatch, kSmallestAnswer, protocol::kAnswerBytesMax);
}

void BatchSize::took(std::int64_t ms, std::size_t sent_bytes, std::size_t received_bytes) {
    const bool says_something = sent_bytes >= bytes_ / 2 || received_bytes >= answer_bytes() / 2;
    if (!says_something) return;
    if (ms < protocol::kBatchAimMsMin) {
        bytes_ = std::min(bytes_ * 2, kLargest);
    } else if (ms > protocol::kBatchAimMsMax) {
        bytes_ = std::max(bytes_ / 2, kSmallest);
    }
}

bool BatchSize::too_large() {
    if (bytes_ <= kSmallest) return false;
    bytes_ = std::max(bytes_ / 2, kSmallest);
    return true;
}

}  // namespace sync_client
