#include "shared/protocol/hello.h"

#include "shared/base/json.h"
#include "shared/crypto/hash.h"
#include "shared/protocol/texts.h"

namespace protocol {

using base::Error;
using base::ErrorCode;
using base::Result;
namespace json = base::json;

namespace {

std::string cursors_text(const Cursors& cursors) {
    json::Writer writer;
    for (const auto& [unit, seq] : cursors) writer.add(unit, seq);
    return writer.text();
}

void add_repair(json::Writer& writer, const Hello& hello) {
    if (hello.buckets.empty()) return;
    json::Writer units;
    for (const auto& [unit, sums] : hello.buckets) units.add_token(unit, texts(sums));
    writer.add_token("buckets", units.text());
}

void read_repair(const json::Object& object, Hello& hello) {
    const auto units = object.object("buckets");
    if (!units) return;
    for (const auto& member : units->members()) {
        if (const auto sums = units->array(member.name)) {
            hello.buckets[member.name] = texts_of(*sums);
        }
    }
}

void add_restored(json::Writer& writer, const Hello& hello) {
    if (hello.turn) {
        json::Writer turn;
        turn.add("to", hello.turn->to);
        if (hello.turn->is_last) turn.add("last", true);
        writer.add_token("turn", turn.text());
    }
    if (hello.was.empty()) return;
    json::Writer was;
    for (const auto& [n, revision] : hello.was) was.add(std::to_string(n), to_text(revision));
    writer.add_token("was", was.text());
}

// Who sends, and which of its changes.
base::Status read_sender(const json::Object& object, Hello& hello) {
    hello.protocol = static_cast<int>(object.integer("v").value_or(0));
    const auto device = base::DeviceId::parse(object.string("device").value_or(""));
    if (!device) return Error{ErrorCode::Malformed, "a hello without a device"};
    hello.device = *device;
    hello.incarnation = object.integer("incarnation").value_or(0);
    hello.epoch = object.integer("epoch").value_or(0);
    hello.last_n = object.integer("last_n").value_or(-1);
    hello.first_n = object.integer("first_n").value_or(-1);
    hello.count = object.integer("count").value_or(-1);
    if (hello.last_n < 0 || hello.first_n < 1 || hello.count < 0 || hello.incarnation < 1) {
        return Error{ErrorCode::Malformed, "a hello whose counts make no sense"};
    }
    return base::Done{};
}

void read_restored(const json::Object& object, Hello& hello) {
    if (const auto turn = object.object("turn")) {
        hello.turn = Turn{turn->integer("to").value_or(0), turn->boolean("last").value_or(false)};
    }
    const auto was = object.object("was");
    if (!was) return;
    for (const auto& member : was->members()) {
        const auto n = json::integer_of(member.name);
        const auto revision = records::parse_revision(json::string_of(member.token).value_or(""));
        if (n && revision) hello.was[*n] = *revision;
    }
}

}  // namespace

std::string ask_of(std::int64_t incarnation, std::int64_t acknowledged, std::int64_t outcomes,
                   const Cursors& cursors) {
    std::string text = std::to_string(incarnation) + "/" + std::to_string(acknowledged) + "/" +
                       std::to_string(outcomes);
    for (const auto& [unit, seq] : cursors) text += "/" + unit + "=" + std::to_string(seq);
    return crypto::hash128_hex(text).substr(0, 8);
}

std::int64_t rounded_free_mb(std::int64_t bytes) {
    constexpr std::int64_t kMb = 1'000'000;
    const std::int64_t mb = bytes / kMb;
    std::int64_t found = 0;
    for (std::int64_t ten = 1; ten <= mb; ten *= 10) {
        for (const std::int64_t step : {ten, 2 * ten, 5 * ten}) found = step <= mb ? step : found;
    }
    return found;
}

std::string to_line(const Hello& hello) {
    json::Writer writer;
    writer.add("v", hello.protocol).add("device", hello.device.text());
    writer.add("incarnation", hello.incarnation).add("epoch", hello.epoch);
    writer.add("last_n", hello.last_n);
    writer.add("first_n", hello.first_n).add("count", hello.count).add("before", hello.before);
    if (hello.head != hello.before) writer.add("head", hello.head);
    writer.add("ask", hello.ask);
    writer.add("outcomes", hello.outcomes);
    writer.add_token("cursors", cursors_text(hello.cursors));
    if (!hello.agreed) writer.add("agreed", false);
    if (!hello.knows_moves) writer.add("moves", false);
    add_repair(writer, hello);
    writer.add("clock", hello.clock_ms);
    if (hello.free_mb) writer.add("free", *hello.free_mb);
    writer.add("app", hello.app).add("config", hello.config);
    writer.add("forms", hello.forms);
    if (hello.bytes_max > 0) writer.add("max_bytes", hello.bytes_max);
    add_restored(writer, hello);
    if (hello.receipt) writer.add_token("receipt", to_json(*hello.receipt));
    return json::Writer().add_token("hello", writer.text()).text();
}

Result<Hello> parse_hello(std::string_view line) {
    TRY_LET(outer, json::Object::parse(line));
    const auto object = outer.object("hello");
    if (!object) return Error{ErrorCode::Malformed, "the first line is not a hello"};
    Hello hello;
    TRY(read_sender(*object, hello));
    hello.before = object->string("before").value_or("");
    hello.head = object->string("head").value_or(hello.before);
    hello.ask = object->string("ask").value_or("");
    hello.outcomes = object->integer("outcomes").value_or(0);
    if (const auto cursors = object->object("cursors")) {
        for (const auto& member : cursors->members()) {
            hello.cursors[member.name] = json::integer_of(member.token).value_or(0);
        }
    }
    hello.agreed = object->boolean("agreed").value_or(true);
    hello.knows_moves = object->boolean("moves").value_or(true);
    read_repair(*object, hello);
    hello.clock_ms = object->integer("clock").value_or(0);
    const auto free = object->integer("free");
    if (free && *free >= 0) hello.free_mb = *free;
    hello.app = object->string("app").value_or("");
    hello.config = object->string("config").value_or("");
    hello.forms = object->string("forms").value_or("");
    hello.bytes_max = object->integer("max_bytes").value_or(0);
    read_restored(*object, hello);
    if (const std::string* token = object->find("receipt")) {
        auto receipt = parse_receipt(*token);
        if (receipt.ok()) hello.receipt = std::move(receipt).value();
    }
    return hello;
}

}  // namespace protocol
