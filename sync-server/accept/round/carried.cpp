#include "sync-server/accept/round/carried.h"

#include "shared/protocol/answer.h"
#include "shared/protocol/encoding.h"
#include "shared/protocol/limits.h"
#include "shared/protocol/request.h"
#include "shared/records/change.h"
#include "sync-server/store/changes/changes.h"
#include "sync-server/store/meta.h"
#include "sync-server/store/people/devices.h"
#include "sync-server/store/people/people.h"

#include <algorithm>
#include <set>
#include <vector>

namespace accept {

using base::Result;
using base::Status;
using protocol::BundleTrouble;

namespace {

// What a hello may ask for in one go; the last answer may be this much longer than what is left.
constexpr std::size_t kAnswerBytesMin = 256 * 1024;
constexpr int kRoundsMax = 10000;

struct Carried {
    protocol::Hello hello;
    std::vector<std::string> lines;
};

// nullopt: not a request, or not whole. A bundle was written whole, so nothing of it may be
// missing.
std::optional<Carried> parse_carried(std::string_view text) {
    const auto hello_end = text.find('\n');
    if (hello_end > protocol::kHelloBytesMax || !text.ends_with('\n')) return std::nullopt;
    auto hello = protocol::parse_hello(text.substr(0, hello_end));
    if (!hello.ok()) return std::nullopt;
    Carried carried{std::move(hello).value(), {}};
    for (text.remove_prefix(hello_end + 1); !text.empty();) {
        const auto end = text.find('\n');
        if (end > protocol::kLineBytesMax) return std::nullopt;
        carried.lines.emplace_back(text.substr(0, end));
        text.remove_prefix(end + 1);
    }
    const bool is_whole = static_cast<std::int64_t>(carried.lines.size()) == carried.hello.count;
    return is_whole ? std::optional<Carried>(std::move(carried)) : std::nullopt;
}

std::optional<Carried> unpack(const std::vector<std::string>& bodies) {
    if (bodies.size() != 1) return std::nullopt;
    auto text =
        protocol::decompress(protocol::Encoding::Zstd, bodies.front(), protocol::kBundleBytesMax);
    return text.ok() ? parse_carried(text.value()) : std::nullopt;
}

// The laptop went on since it wrote this, and what it did then is here already: by network, or in a
// later bundle. On the network such a hello is a restored copy's (SYNC 7); a stick is just slow.
Status catch_up(db::Connection& connection, const server_store::Device& device,
                protocol::Hello& hello) {
    if (hello.incarnation != device.incarnation || hello.last_n >= device.acknowledged) {
        return base::Done{};
    }
    TRY_LET(held, server_store::find_change(connection, device.no, hello.last_n));
    const std::string held_hash = held ? held->hash : "";  // of 0: before the first
    if (held_hash != hello.head) return base::Done{};
    hello.last_n = device.acknowledged;
    hello.head = device.head;
    return base::Done{};
}

// The rounds that the laptop would have with us.
class Conversation {
public:
    Conversation(Service& service, Carried carried)
        : service_(service), hello_(std::move(carried.hello)), lines_(std::move(carried.lines)) {
        acknowledged_ = hello_.first_n - 1;
    }

    Status hold() {
        for (int rounds = 0; rounds < kRoundsMax; ++rounds) {
            TRY_LET(goes_on, round());
            if (!goes_on) return base::Done{};
        }
        return base::Done{};
    }

    Refusal refusal = Refusal::None;
    bool is_forked = false;
    bool is_reset = false;
    bool has_more = false;
    std::set<std::int64_t> quarantined;  // the changes' n
    std::vector<std::string> answers;    // zstd

private:
    Result<bool> round() {
        const std::vector<std::string> piece = next_piece();
        hello_.count = static_cast<std::int64_t>(piece.size());
        hello_.bytes_max = static_cast<std::int64_t>(
            std::min(protocol::kAnswerBytesMax, protocol::kBundleTextBytesMax - bytes_));
        TRY_LET(reply, service_.handle_of(hello_.device, protocol::request_text(hello_, piece)));
        refusal = reply.refusal;
        if (refusal != Refusal::None) return false;
        TRY_LET(answer, protocol::parse_answer(reply.text));
        TRY_LET(packed,
                protocol::compress(protocol::Encoding::Zstd, reply.text, protocol::kZstdLevel));
        answers.push_back(std::move(packed));
        bytes_ += reply.text.size();
        is_reset = answer.welcome.is_reset;
        if (is_reset) return at_ < lines_.size();
        is_forked = answer.welcome.fork.has_value();
        if (is_forked) return false;
        for (const protocol::Outcome& each : answer.outcomes) {
            if (each.kind == protocol::OutcomeKind::Quarantined) quarantined.insert(each.n);
        }
        advance(piece, answer);
        const bool wants_more = answer.welcome.more || at_ < lines_.size();
        has_more = wants_more && bytes_ + kAnswerBytesMin > protocol::kBundleTextBytesMax;
        return wants_more && !has_more;
    }

    std::vector<std::string> next_piece() {
        const std::size_t end = std::min(at_ + protocol::kBundleLinesAtOnce, lines_.size());
        std::vector<std::string> piece;
        while (at_ < end) piece.push_back(std::move(lines_[at_++]));
        return piece;
    }

    // What the laptop will say of itself once it has taken the answer in (client/store/applying):
    // `ask` must be its own, or it takes neither comparison nor receipt from the next answer.
    void advance(const std::vector<std::string>& piece, const protocol::Answer& answer) {
        for (const std::string& line : piece) {
            hello_.before = records::chain_hash(hello_.before, hello_.first_n++, line);
        }
        acknowledged_ = std::max(acknowledged_, answer.welcome.acknowledged);
        const protocol::Span& outcomes = answer.ending.outcomes;
        if (outcomes.from <= hello_.outcomes) {
            hello_.outcomes = std::max(hello_.outcomes, outcomes.to);
        }
        for (const auto& [unit, span] : answer.ending.cursors) hello_.cursors[unit] = span.to;
        if (!answer.config.empty()) take_config(answer);
        hello_.ask =
            protocol::ask_of(hello_.incarnation, acknowledged_, hello_.outcomes, hello_.cursors);
        hello_.epoch = answer.welcome.epoch;
        hello_.knows_moves = hello_.knows_moves || answer.ending.tells_moves;
        hello_.buckets.clear();
    }

    // Of a unit that was taken from its user the laptop has no cursor from then on.
    void take_config(const protocol::Answer& answer) {
        const auto config = protocol::parse_config(answer.config);
        hello_.config = answer.welcome.config;
        if (!config.ok()) return;
        hello_.forms = config.value().forms_digest;
        protocol::Cursors reached;
        for (const protocol::Unit& unit : config.value().units) {
            const auto found = hello_.cursors.find(unit.code);
            if (found != hello_.cursors.end()) reached.insert(*found);
        }
        hello_.cursors = std::move(reached);
    }

    Service& service_;
    protocol::Hello hello_;
    std::vector<std::string> lines_;
    std::size_t at_ = 0;  // of the next line
    std::size_t bytes_ = 0;
    std::int64_t acknowledged_ = 0;  // as the laptop will know it
};

Result<protocol::OpenedBundle> open_it(db::Connection& connection, const protocol::Bundle& bundle,
                                       const server_store::Device& device) {
    TRY_LET(box_text, server_store::meta(connection, server_store::kBoxKey));
    TRY_LET(box_key, crypto::BoxKey::from_text(box_text));
    auto by = crypto::VerifyKey::from_text(device.key);
    if (!by.ok()) return protocol::OpenedBundle{BundleTrouble::Damaged, {}};
    return open_bundle(bundle, by.value(), box_key);
}

Result<std::string> sealed_reply(db::Connection& connection, const server_store::Device& device,
                                 const std::vector<std::string>& answers) {
    TRY_LET(key_text, server_store::meta(connection, server_store::kSigningKey));
    TRY_LET(signing_key, crypto::SigningKey::from_text(key_text));
    TRY_LET(device_key, crypto::VerifyKey::from_text(device.key));
    TRY_LET(box, crypto::box_key_of(device_key));
    return make_bundle(protocol::BundleKind::Reply, device.id, answers, box, signing_key);
}

Received with(BundleTrouble trouble) {
    Received received;
    received.trouble = trouble;
    return received;
}

Received with(Refusal refusal) {
    Received received;
    received.refusal = refusal;
    return received;
}

// The conversation with a laptop that was recognised.
Status converse(Service& service, db::Connection& connection, const server_store::Device& device,
                Carried carried, Received& received) {
    received.changes = carried.hello.count;
    TRY(catch_up(connection, device, carried.hello));
    Conversation conversation(service, std::move(carried));
    TRY(conversation.hold());
    TRY_LET(after, server_store::find_device(connection, device.id.text()));
    received.taken = after->acknowledged - device.acknowledged;
    received.refusal = conversation.refusal;
    received.is_forked = conversation.is_forked;
    received.is_reset = conversation.is_reset;
    received.has_more = conversation.has_more;
    received.quarantined = static_cast<std::int64_t>(conversation.quarantined.size());
    if (received.refusal != Refusal::None) return base::Done{};
    TRY_LET(reply, sealed_reply(connection, *after, conversation.answers));
    received.reply = std::move(reply);
    return base::Done{};
}

}  // namespace

Result<Received> receive_bundle(Service& service, db::Connection& connection,
                                std::string_view file) {
    const protocol::ReadBundle read = protocol::read_bundle(file);
    if (read.trouble) return with(*read.trouble);
    if (read.bundle.kind == protocol::BundleKind::Reply) return with(BundleTrouble::NotForUs);
    TRY_LET(device, server_store::find_device(connection, read.bundle.device.text()));
    if (!device || device->key.empty()) return with(Refusal::NotEnrolled);
    // Who is not known is not unpacked, and who is known only once the signature is right.
    TRY_LET(opened, open_it(connection, read.bundle, *device));
    if (opened.trouble) return with(*opened.trouble);
    TRY_LET(user, server_store::find_user(connection, device->user));
    Received received;
    received.device = device->id;
    received.user_name = user ? user->name : "";
    auto carried = unpack(opened.bodies);
    if (!carried || carried->hello.device != device->id) {
        received.refusal = Refusal::Malformed;
        return received;
    }
    TRY(converse(service, connection, *device, std::move(*carried), received));
    return received;
}

}  // namespace accept
