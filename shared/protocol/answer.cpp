#include "shared/protocol/answer.h"

#include "shared/base/json.h"
#include "shared/base/text.h"
#include "shared/crypto/hash.h"
#include "shared/protocol/texts.h"

namespace protocol {

using base::Done;
using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;
namespace json = base::json;

namespace {

std::vector<std::string> texts_at(const json::Object& object, std::string_view name) {
    return texts_of(object.array(name).value_or(std::vector<std::string>{}));
}

std::string fork_text(const Fork& fork) {
    return json::Writer()
        .add("incarnation", fork.incarnation)
        .add("acknowledged", fork.acknowledged)
        .add("head", fork.head)
        .add("from", fork.from)
        .add_token("hashes", texts(fork.hashes))
        .add("whole", fork.is_whole)
        .text();
}

Fork read_fork(const json::Object& object) {
    return Fork{object.integer("incarnation").value_or(0),
                object.integer("acknowledged").value_or(0),
                object.string("head").value_or(""),
                object.integer("from").value_or(1),
                texts_at(object, "hashes"),
                object.boolean("whole").value_or(true)};
}

Welcome read_welcome(const json::Object& object) {
    Welcome welcome;
    welcome.epoch = object.integer("epoch").value_or(0);
    welcome.server_ms = object.integer("time").value_or(0);
    welcome.acknowledged = object.integer("acknowledged").value_or(0);
    welcome.head = object.string("head").value_or("");
    welcome.ask = object.string("ask").value_or("");
    welcome.incarnation = object.integer("incarnation").value_or(1);
    welcome.safe = object.integer("safe").value_or(0);
    welcome.more = object.boolean("more").value_or(false);
    welcome.config = object.string("config").value_or("");
    welcome.choices = object.string("choices").value_or("");
    welcome.closed = object.string("closed").value_or("");
    if (const auto fork = object.object("fork")) welcome.fork = read_fork(*fork);
    welcome.is_reset = object.boolean("reset").value_or(false);
    welcome.is_revoked = object.boolean("revoked").value_or(false);
    return welcome;
}

std::string span_text(Span span) {
    return "[" + std::to_string(span.from) + "," + std::to_string(span.to) + "]";
}

Span span_of(const std::string& token) {
    auto numbers = json::parse_array(token);
    if (!numbers.ok() || numbers.value().size() != 2) return {};
    return {json::integer_of(numbers.value()[0]).value_or(0),
            json::integer_of(numbers.value()[1]).value_or(0)};
}

Held read_held(const json::Object& object) {
    Held held{object.string("unit").value_or(""),
              static_cast<int>(object.integer("number").value_or(0)),
              {}};
    const auto rows = object.object("rows");
    if (!rows) return held;
    for (const auto& member : rows->members()) {
        const auto revision = records::parse_revision(json::string_of(member.token).value_or(""));
        if (revision) held.rows[member.name] = *revision;
    }
    return held;
}

// Nothing, if it is none.
std::optional<MovedLine> read_moved(const json::Object& object) {
    const auto id = base::RecordId::parse(object.string("moved").value_or(""));
    const auto revision = records::parse_revision(object.string("revision").value_or(""));
    if (!id || !revision) return std::nullopt;
    return MovedLine{id->text(), object.string("unit").value_or(""),
                     object.string("to").value_or(""), *revision};
}

// Revision, from, to and since of each. Nothing, if one of them is none.
std::vector<records::Move> read_moves(const std::vector<std::string>& parts) {
    constexpr std::size_t kParts = 4;
    std::vector<records::Move> moves;
    if (parts.size() % kParts != 0) return {};
    for (std::size_t i = 0; i < parts.size(); i += kParts) {
        const auto revision = records::parse_revision(parts[i]);
        if (!revision || !base::parse_date(parts[i + 3])) return {};
        moves.push_back({*revision, parts[i + 1], parts[i + 2], parts[i + 3]});
    }
    return moves;
}

// Nothing, if it is none.
std::optional<WasLine> read_was(const json::Object& object) {
    const auto id = base::RecordId::parse(object.string("was").value_or(""));
    WasLine was{"", object.string("type").value_or(""), read_moves(texts_at(object, "moves"))};
    if (!id || was.moves.empty()) return std::nullopt;
    was.id = id->text();
    return was;
}

Result<Ending> read_ending(const json::Object& object) {
    Ending ending;
    if (const auto cursors = object.object("cursors")) {
        for (const auto& member : cursors->members()) {
            ending.cursors[member.name] = span_of(member.token);
        }
    }
    if (const std::string* outcomes = object.find("outcomes")) ending.outcomes = span_of(*outcomes);
    if (const auto agreements = object.object("agreement")) {
        for (const auto& member : agreements->members()) {
            const auto each = agreements->object(member.name);
            if (!each) continue;
            ending.agreements[member.name] = {
                each->integer("count").value_or(0),
                records::parse_hash(each->string("hash").value_or("0"))};
        }
    }
    ending.digest = object.string("digest").value_or("");
    ending.tells_moves = object.boolean("moves").value_or(false);
    if (const std::string* receipt = object.find("receipt")) {
        TRY_LET(parsed, parse_receipt(*receipt));
        ending.receipt = std::move(parsed);
    }
    return ending;
}

Status read_line(std::string_view line, Answer& answer, bool& has_ended) {
    if (line.starts_with("{\"record\":")) {
        TRY_LET(record, parse_record_line(line));
        answer.records.push_back(std::move(record));
        return Done{};
    }
    if (line.starts_with("{\"outcome\":")) {
        TRY_LET(outcome, parse_outcome(line));
        answer.outcomes.push_back(std::move(outcome));
        return Done{};
    }
    TRY_LET(object, json::Object::parse(line));
    if (const std::string* config = object.find("config")) {
        answer.config = *config;
    } else if (const auto erased = base::RecordId::parse(object.string("erased").value_or(""))) {
        answer.erased.push_back({erased->text(), object.string("unit").value_or("")});
    } else if (auto moved = read_moved(object)) {
        answer.moved.push_back(std::move(*moved));
    } else if (auto was = read_was(object)) {
        answer.was.push_back(std::move(*was));
    } else if (const auto bucket = object.object("bucket")) {
        answer.buckets.push_back({bucket->string("unit").value_or(""),
                                  static_cast<int>(bucket->integer("number").value_or(0)),
                                  texts_at(*bucket, "ids")});
    } else if (const auto held = object.object("held")) {
        answer.held.push_back(read_held(*held));
    } else if (const auto ending = object.object("end")) {
        TRY_LET(parsed, read_ending(*ending));
        answer.ending = std::move(parsed);
        has_ended = true;
    }
    return Done{};  // a line of a newer server that we do not know is passed over
}

}  // namespace

std::string to_line(const Welcome& welcome) {
    json::Writer writer;
    writer.add("epoch", welcome.epoch).add("time", welcome.server_ms);
    writer.add("acknowledged", welcome.acknowledged).add("head", welcome.head);
    writer.add("ask", welcome.ask);
    if (welcome.incarnation > 1) writer.add("incarnation", welcome.incarnation);
    writer.add("safe", welcome.safe);
    if (welcome.more) writer.add("more", true);
    if (welcome.fork) writer.add_token("fork", fork_text(*welcome.fork));
    if (welcome.is_reset) writer.add("reset", true);
    if (welcome.is_revoked) writer.add("revoked", true);
    writer.add("config", welcome.config);
    if (!welcome.choices.empty()) writer.add("choices", welcome.choices);
    if (!welcome.closed.empty()) writer.add("closed", welcome.closed);
    return json::Writer().add_token("welcome", writer.text()).text();
}

std::string to_line(const ErasedLine& erased) {
    return json::Writer().add("erased", erased.id).add("unit", erased.unit).text();
}

std::string to_line(const MovedLine& moved) {
    json::Writer writer;
    writer.add("moved", moved.id).add("unit", moved.unit).add("to", moved.to);
    return writer.add("revision", to_text(moved.revision)).text();
}

std::string to_line(const WasLine& was) {
    std::vector<std::string> parts;
    for (const records::Move& move : was.moves) {
        parts.insert(parts.end(), {to_text(move.revision), move.from, move.to, move.since});
    }
    json::Writer writer;
    return writer.add("was", was.id).add("type", was.type).add_token("moves", texts(parts)).text();
}

std::string to_line(const Bucket& bucket) {
    const std::string text = json::Writer()
                                 .add("unit", bucket.unit)
                                 .add("number", bucket.number)
                                 .add_token("ids", texts(bucket.ids))
                                 .text();
    return json::Writer().add_token("bucket", text).text();
}

std::string to_line(const Held& held) {
    json::Writer rows;
    for (const auto& [id, revision] : held.rows) rows.add(id, to_text(revision));
    json::Writer text;
    text.add("unit", held.unit).add("number", held.number).add_token("rows", rows.text());
    return json::Writer().add_token("held", text.text()).text();
}

std::string to_line(const Ending& ending) {
    json::Writer cursors;
    for (const auto& [unit, span] : ending.cursors) cursors.add_token(unit, span_text(span));
    json::Writer agreements;
    for (const auto& [unit, agreement] : ending.agreements) {
        agreements.add_token(unit, json::Writer()
                                       .add("count", agreement.count)
                                       .add("hash", records::hash_text(agreement.hash))
                                       .text());
    }
    json::Writer writer;
    writer.add_token("cursors", cursors.text());
    writer.add_token("outcomes", span_text(ending.outcomes));
    if (!ending.agreements.empty()) writer.add_token("agreement", agreements.text());
    if (!ending.digest.empty()) writer.add("digest", ending.digest);
    if (ending.tells_moves) writer.add("moves", true);
    if (ending.receipt) writer.add_token("receipt", to_json(*ending.receipt));
    return json::Writer().add_token("end", writer.text()).text();
}

std::string config_line(std::string_view object_text) {
    return json::Writer().add_token("config", object_text).text();
}

Result<Answer> parse_answer(std::string_view text) {
    constexpr std::string_view kStart = "{\"welcome\":";
    if (!text.starts_with(kStart)) {
        return Error{ErrorCode::Network, "what answered is not the health centre's server"};
    }
    Answer answer;
    bool has_ended = false;
    while (!text.empty()) {
        const auto end = text.find('\n');
        if (end == std::string_view::npos) break;  // a cut line
        const auto line = text.substr(0, end);
        text.remove_prefix(end + 1);
        if (line.starts_with(kStart)) {
            TRY_LET(outer, json::Object::parse(line));
            const auto object = outer.object("welcome");
            if (!object) return Error{ErrorCode::Malformed, "an unreadable welcome"};
            answer.welcome = read_welcome(*object);
        } else {
            TRY(read_line(line, answer, has_ended));
        }
    }
    if (!has_ended) return Error{ErrorCode::Network, "the answer was cut off on its way"};
    return answer;
}

Result<WasLine> parse_was_line(std::string_view line) {
    TRY_LET(object, json::Object::parse(line));
    auto was = read_was(object);
    if (!was) return Error{ErrorCode::Malformed, "a line that says no moves"};
    return std::move(*was);
}

std::string agreement_digest(const std::map<std::string, records::Agreement>& agreements) {
    std::string text;
    for (const auto& [unit, agreement] : agreements) {
        text += unit + "\n" + std::to_string(agreement.count) + "\n" +
                records::hash_text(agreement.hash) + "\n";
    }
    return crypto::hash128_hex(text).substr(0, 16);
}

}  // namespace protocol
