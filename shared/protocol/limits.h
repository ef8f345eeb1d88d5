// Every size and delay of the protocol, with its reason.
#pragma once

#include <cstddef>
#include <cstdint>

namespace protocol {

inline constexpr int kProtocolVersion = 1;

// A change with the longest note (1,000 characters) and every field of the longest form stays
// below 8 KiB; eight times that leaves room for what a programme adds.
inline constexpr std::size_t kLineBytesMax = 64 * 1024;

// A request: what a laptop could send after a year offline, compressed, in one go. Larger is
// answered 413 and halved.
inline constexpr std::size_t kBodyBytesMax = 8 * 1024 * 1024;
// Unpacked: text packs about 6 times, so 16 times the body is generous, and a bomb stops here.
inline constexpr std::size_t kUnpackedBytesMax = 128 * 1024 * 1024;

// Lines of one request, which is one transaction: some 5 s of work. More is answered 413 and
// halved.
inline constexpr std::size_t kLinesMax = 20'000;
// The first line: a repair sends 5 KiB of sums per unit, and no health centre has a hundred.
inline constexpr std::size_t kHelloBytesMax = 512 * 1024;
// An enrolment, unpacked: a secret, a key and two names, from somebody not known yet.
inline constexpr std::size_t kEnrolBytesMax = 16 * 1024;

// Batches are sized by time. 16 KiB packed is 2.6 s at 50 kbit/s.
inline constexpr std::size_t kBatchBytesStart = 16 * 1024;
inline constexpr std::size_t kBatchBytesMin = 2 * 1024;
inline constexpr std::size_t kBatchBytesMax = 2 * 1024 * 1024;
inline constexpr std::int64_t kBatchAimMsMin = 3000;  // below: the next batch doubles
inline constexpr std::int64_t kBatchAimMsMax = 5000;  // above: the next batch halves
// Forms' text packs to a sixth or better; the batch is cut by unpacked bytes before packing.
inline constexpr std::size_t kPackRatioAssumed = 5;

// What a server sends at most in one answer, unpacked, whatever a client wishes.
inline constexpr std::size_t kAnswerBytesMax = 16 * 1024 * 1024;
inline constexpr std::size_t kAnswerBytesDefault = 512 * 1024;

// A carried bundle or its reply (bundle.h). Its text, unpacked: 65,000 visits, more than a cadre
// records in her life; what is beyond goes with the next one. The file: that text even if nothing
// of it packs, and room for forms and a repair. Nothing larger is read from a stick.
inline constexpr std::size_t kBundleTextBytesMax = 48 * 1024 * 1024;
inline constexpr std::size_t kBundleBytesMax = 64 * 1024 * 1024;
// The centre takes a bundle in transactions of so many lines, half a second each, so that a laptop
// that syncs by network meanwhile is not kept waiting.
inline constexpr std::size_t kBundleLinesAtOnce = 2'000;

// One zstd level for both ways. Level 9 costs 0.6 ms for a batch of 100 visits and saves 6 %
// against level 3; level 19 would save 7 % more for forty times that
// (shared/decisions/004-zstd-level.md).
inline constexpr int kZstdLevel = 9;
// Large batches go over fast links: time counts there, not bytes.
inline constexpr int kZstdLevelLarge = 3;
inline constexpr std::size_t kLargeBytes = 256 * 1024;

// Of how many months, with this one, an answer says which are closed: registers go back 18.
inline constexpr int kClosedMonthsMax = 24;

// A laptop whose clock is off by more is told so, and its changes carry the doubt.
inline constexpr std::int64_t kClockDoubtMs = 10 * 60 * 1000;
// The year 9999: a clock that says later, or before 1970, says nothing more by it.
inline constexpr std::int64_t kClockMsMax = 253'402'300'799'999;

// An enrolment code on a printed slip.
inline constexpr std::int64_t kEnrolmentCodeLifeMs = 7LL * 24 * 3600 * 1000;

}  // namespace protocol
