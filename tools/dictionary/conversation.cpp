#include "tools/dictionary/conversation.h"

#include "shared/base/random.h"
#include "shared/crypto/encoding.h"
#include "shared/protocol/answer.h"
#include "shared/protocol/request.h"
#include "shared/records/change.h"
#include "tools/demo/centre.h"

#include <array>

namespace dictionary {

namespace {

using base::SeededRandom;
using protocol::Hello;

constexpr std::size_t kPairs = 1500;
constexpr int kMothers = 60;
constexpr std::uint64_t kHistoryMax = 5000;
constexpr std::int64_t kAnswerWished = 327'680;  // of a laptop that has not synced before
constexpr std::int64_t kRequestMs = 1500;  // between the laptop's writing and the server's answer

std::string bytes_of(SeededRandom& random, std::size_t count) {
    std::string bytes(count, '\0');
    random.fill({reinterpret_cast<unsigned char*>(bytes.data()), count});
    return bytes;
}
std::string hex(SeededRandom& random, std::size_t digits) {
    return crypto::to_hex(bytes_of(random, digits / 2));
}

struct Shipped {
    std::string config, forms;
};

Hello hello_of(SeededRandom& random, const Shipped& shipped, const demo::Line& line, bool is_new) {
    const auto n = static_cast<std::int64_t>(1 + random.below(kHistoryMax));
    Hello hello;
    hello.device = base::DeviceId(base::make_uuid7(line.recorded, random));
    hello.epoch = 1;
    hello.last_n = n;
    hello.first_n = is_new ? n : n + 1;
    hello.count = is_new ? 1 : 0;
    hello.before = hex(random, 32);
    hello.head = is_new ? hex(random, 32) : hello.before;
    hello.ask = hex(random, 8);
    hello.outcomes = is_new ? n - 1 : n;
    hello.cursors[line.unit] = static_cast<std::int64_t>(random.below(kHistoryMax));
    hello.clock_ms = line.recorded.unix_ms;
    hello.app = "0.1.0";
    hello.config = shipped.config;
    hello.forms = shipped.forms;
    const auto doublings = static_cast<std::int64_t>(random.below(4));
    hello.bytes_max = kAnswerWished << doublings;
    return hello;
}

std::string change_line(const demo::Line& line) {
    records::Change change;
    change.record = base::RecordId(line.id);
    change.type = line.type;
    change.unit = line.unit;
    change.set = line.fields;
    change.form_version = "1";
    change.made_at = line.recorded;
    return to_line(change);
}

protocol::Receipt receipt_of(SeededRandom& random, const Hello& hello, std::int64_t now_ms) {
    protocol::Receipt receipt;
    receipt.device = hello.device;
    receipt.epoch = hello.epoch;
    receipt.first_n = hello.first_n;
    receipt.last_n = hello.last_n;
    receipt.head = hello.head;
    receipt.counts["applied"] = 1;
    receipt.at.unix_ms = now_ms;
    receipt.signature = crypto::to_base64url(bytes_of(random, 64));
    return receipt;
}

std::string outcome_line(std::int64_t n) {
    protocol::Outcome outcome;
    outcome.n = n;
    outcome.revision = {1, 1};
    outcome.is_predicted = true;
    return to_line(outcome);
}

// What one record looks like to the other laptops of its posyandu.
std::string record_line(SeededRandom& random, const demo::Line& line, std::int64_t now_ms) {
    const protocol::LastWrite last{base::make_uuid7(line.recorded, random), base::Instant{now_ms}};
    return protocol::record_line(line.id, line.type, line.unit, {1, 1}, line.fields.to_json(),
                                 last);
}

std::string answer_to(SeededRandom& random, const Hello& hello, const demo::Line& line,
                      bool is_pull) {
    const std::int64_t now_ms = hello.clock_ms + kRequestMs;
    const bool is_new = hello.count > 0;
    protocol::Welcome welcome;
    welcome.epoch = hello.epoch;
    welcome.server_ms = now_ms;
    welcome.acknowledged = hello.last_n;
    welcome.head = hello.head;
    welcome.ask = hello.ask;
    welcome.safe = hello.last_n - 1;
    welcome.config = hello.config;
    protocol::Ending ending;
    ending.outcomes = {hello.outcomes, hello.last_n};
    ending.digest = hex(random, 16);
    if (is_new || is_pull) {
        const std::int64_t from = hello.cursors.at(line.unit);
        ending.cursors[line.unit] = {from, from + 1};
        ending.agreements[line.unit] = {from + 1, records::parse_hash(hex(random, 16))};
    }
    if (is_new) ending.receipt = receipt_of(random, hello, now_ms);
    std::string text = to_line(welcome) + "\n";
    if (is_new) text += outcome_line(hello.last_n) + "\n";
    if (is_pull) text += record_line(random, line, now_ms) + "\n";
    return text + to_line(ending) + "\n";
}

}  // namespace

std::vector<std::string> short_bodies(std::uint64_t seed) {
    SeededRandom random(seed);
    demo::Options options;
    options.seed = seed;
    options.mothers = kMothers;
    const demo::Centre centre = demo::make_centre(options);
    std::vector<std::string> bodies;
    for (std::size_t i = 0; i < kPairs; ++i) {
        const Shipped shipped{hex(random, 12), hex(random, 16)};
        demo::Line line = centre.lines[random.below(centre.lines.size())];
        const demo::User& user = centre.places.users[line.writer];
        demo::fill_session(line.type, line.fields, {line.writer, user.id, user.role, line.unit});
        const bool is_new = i % 4 != 0;
        const bool is_pull = i % 8 == 0;
        const Hello hello = hello_of(random, shipped, line, is_new);
        std::vector<std::string> lines;
        if (is_new) lines.push_back(change_line(line));
        bodies.push_back(protocol::request_text(hello, lines));
        bodies.push_back(answer_to(random, hello, line, is_pull));
    }
    return bodies;
}

}  // namespace dictionary
