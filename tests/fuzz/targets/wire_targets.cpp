// The lines of a sync. Whatever is understood of a message, written again, says the same.
#include "shared/base/result.h"
#include "shared/protocol/answer.h"
#include "shared/protocol/limits.h"
#include "shared/protocol/request.h"
#include "shared/records/change.h"
#include "tests/fuzz/targets/target.h"

#include <algorithm>
#include <string>

namespace fuzz {

namespace {

using protocol::Answer;
using protocol::Request;

// What one line says, said again: the second text is read like the first, and stays.
template <typename Parse, typename Print>
void check_says_the_same(std::string_view line, Parse parse, Print print) {
    const auto first = parse(line);
    if (!first.ok()) return;
    const std::string text = print(first.value());
    const auto second = parse(text);
    CHECK(second.ok());
    CHECK(print(second.value()) == text);
    CHECK(text.find('\n') == std::string::npos);
}

void check_change(std::string_view line) {
    const auto parse = [](std::string_view each) { return records::parse_change(each); };
    check_says_the_same(line, parse, [](const auto& change) { return to_line(change); });
    const auto change = parse(line);
    if (!change.ok()) return;
    const auto again = parse(to_line(change.value()));
    CHECK(again.value().set == change.value().set);
    CHECK(!change.value().record.empty() && !change.value().type.empty());
    CHECK(records::chain_hash("", 1, line).size() == 32);
}

std::string printed(const protocol::RecordLine& line) {
    return protocol::record_line(line.record.id.text(), line.record.type, line.record.unit,
                                 line.record.revision, line.record.fields.to_json(), line.last);
}

void check_record_line(std::string_view line) {
    check_says_the_same(
        line, [](std::string_view each) { return protocol::parse_record_line(each); }, printed);
}

void check_outcome(std::string_view line) {
    check_says_the_same(
        line, [](std::string_view each) { return protocol::parse_outcome(each); },
        [](const auto& outcome) { return to_line(outcome); });
}

void check_hello(std::string_view line) {
    check_says_the_same(
        line, [](std::string_view each) { return protocol::parse_hello(each); },
        [](const auto& hello) { return to_line(hello); });
}

std::string text_of(const Request& request) {
    std::vector<std::string> lines;
    for (const std::string_view each : request.changes) {
        const bool has_end = each.ends_with('\n');
        lines.emplace_back(each.substr(0, each.size() - (has_end ? 1 : 0)));
    }
    return protocol::request_text(request.hello, lines);
}

std::string text_of(const Answer& answer) {
    std::string text = to_line(answer.welcome) + "\n";
    if (!answer.config.empty()) text += protocol::config_line(answer.config) + "\n";
    for (const auto& each : answer.outcomes) text += to_line(each) + "\n";
    for (const auto& each : answer.records) text += printed(each) + "\n";
    for (const auto& each : answer.buckets) text += to_line(each) + "\n";
    for (const auto& each : answer.held) text += to_line(each) + "\n";
    return text + to_line(answer.ending) + "\n";
}

}  // namespace

void request(std::string_view bytes) {
    const auto read = protocol::parse_request(bytes);
    if (!read.ok()) return;
    CHECK(static_cast<std::int64_t>(read.value().changes.size()) <= read.value().hello.count);
    for (const std::string_view each : read.value().changes) {
        CHECK(each.size() <= protocol::kLineBytesMax + 1);
        CHECK(each.data() >= bytes.data() &&
              each.data() + each.size() <= bytes.data() + bytes.size());
        check_change(each);
    }
    const std::string text = text_of(read.value());
    const auto again = protocol::parse_request(text);
    CHECK(again.ok());
    CHECK(again.value().changes.size() == read.value().changes.size());
    CHECK(std::equal(read.value().changes.begin(), read.value().changes.end(),
                     again.value().changes.begin()));
    CHECK(text_of(again.value()) == text);
}

void answer(std::string_view bytes) {
    const auto read = protocol::parse_answer(bytes);
    if (!read.ok()) return;
    const std::string text = text_of(read.value());
    const auto again = protocol::parse_answer(text);
    CHECK(again.ok());
    CHECK(text_of(again.value()) == text);
    // Cut anywhere it is refused (SYNC 3): nothing may be taken from half an answer.
    const std::string_view cut = std::string_view(text).substr(0, text.size() / 2);
    CHECK(!protocol::parse_answer(cut).ok());
}

void line(std::string_view bytes) {
    check_change(bytes);
    check_record_line(bytes);
    check_outcome(bytes);
    check_hello(bytes);
}

void receipt(std::string_view bytes) {
    const auto parse = [](std::string_view each) { return protocol::parse_receipt(each); };
    check_says_the_same(bytes, parse, [](const auto& each) { return to_json(each); });
    const auto first = parse(bytes);
    if (!first.ok()) return;
    const auto second = parse(to_json(first.value()));
    CHECK(signed_text(second.value()) == signed_text(first.value()));
    CHECK(!first.value().signature.empty() && !first.value().device.empty());
}

}  // namespace fuzz
