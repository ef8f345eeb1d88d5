#include "shared/protocol/record_line.h"

#include "shared/base/json.h"

namespace protocol {

using base::Error;
using base::ErrorCode;
using base::Result;

std::string record_line(std::string_view id, std::string_view type, std::string_view unit,
                        records::Revision revision, std::string_view fields_json) {
    base::json::Writer line;
    line.add("record", id).add("type", type).add("unit", unit);
    line.add("revision", to_text(revision)).add_token("fields", fields_json);
    return line.text();
}

Result<records::Record> parse_record_line(std::string_view line) {
    TRY_LET(object, base::json::Object::parse(line));
    const auto id = base::RecordId::parse(object.string("record").value_or(""));
    const auto revision = records::parse_revision(object.string("revision").value_or(""));
    const std::string* fields_text = object.find("fields");
    if (!id || !revision || fields_text == nullptr) {
        return Error{ErrorCode::Malformed, "a record line without id, revision or fields"};
    }
    TRY_LET(fields, base::Fields::parse(*fields_text));
    return records::Record{*id, object.string("type").value_or(""),
                           object.string("unit").value_or(""), *revision, std::move(fields)};
}

}  // namespace protocol
