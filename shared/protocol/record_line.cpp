#include "shared/protocol/record_line.h"

#include "shared/base/json.h"

namespace protocol {

using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

std::string other_text(const OtherWrite& other) {
    return base::json::Writer()
        .add("by", other.by)
        .add("at", other.received_at.unix_ms)
        .add("revision", to_text(other.revision))
        .text();
}

LastWrite last_write_of(const base::json::Object& line) {
    LastWrite last{line.string("by").value_or(""), base::Instant{line.integer("at").value_or(0)}};
    const auto other = line.object("other");
    if (!other) return last;
    const auto revision = records::parse_revision(other->string("revision").value_or(""));
    if (!revision) return last;
    last.other = OtherWrite{other->string("by").value_or(""),
                            base::Instant{other->integer("at").value_or(0)}, *revision};
    return last;
}

}  // namespace

std::string record_line(std::string_view id, std::string_view type, std::string_view unit,
                        records::Revision revision, std::string_view fields_json,
                        const LastWrite& last) {
    base::json::Writer line;
    line.add("record", id).add("type", type).add("unit", unit);
    line.add("revision", to_text(revision));
    if (!last.by.empty()) line.add("by", last.by).add("at", last.received_at.unix_ms);
    if (last.other) line.add_token("other", other_text(*last.other));
    line.add_token("fields", fields_json);
    return line.text();
}

Result<RecordLine> parse_record_line(std::string_view line) {
    TRY_LET(object, base::json::Object::parse(line));
    const auto id = base::RecordId::parse(object.string("record").value_or(""));
    const auto revision = records::parse_revision(object.string("revision").value_or(""));
    const std::string* fields_text = object.find("fields");
    if (!id || !revision || fields_text == nullptr) {
        return Error{ErrorCode::Malformed, "a record line without id, revision or fields"};
    }
    if (fields_text->find('\n') != fields_text->npos) {
        return Error{ErrorCode::Malformed, "a record line of several lines"};
    }
    TRY_LET(fields, base::Fields::parse_kept(*fields_text));  // a part of what was just read
    RecordLine read;
    read.record = {*id, object.string("type").value_or(""), object.string("unit").value_or(""),
                   *revision, std::move(fields)};
    read.last = last_write_of(object);
    return read;
}

}  // namespace protocol
