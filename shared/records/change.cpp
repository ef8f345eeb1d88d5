#include "shared/records/change.h"

#include "shared/base/json.h"
#include "shared/crypto/hash.h"

namespace records {

using base::Error;
using base::ErrorCode;
using base::Result;

std::string to_line(const Change& change) {
    base::json::Writer line;
    line.add("record", change.record.text());
    line.add("type", change.type).add("unit", change.unit);
    if (!change.base.is_zero()) line.add("base", to_text(change.base));
    line.add_token("set", change.set.to_json());
    line.add("form", change.form_version).add("made", change.made_at.unix_ms);
    if (!change.reason.empty()) line.add("reason", change.reason);
    if (change.mends) line.add("mends", *change.mends);
    if (!change.decides.empty()) line.add("decides", change.decides);
    if (!change.merge.empty()) line.add("merge", change.merge);
    return line.text();
}

Result<Change> parse_change(std::string_view line) {
    TRY_LET(object, base::json::Object::parse(line));
    Change change;
    const auto id = RecordId::parse(object.string("record").value_or(""));
    const std::string* set = object.find("set");
    if (!id || set == nullptr) return Error{ErrorCode::Malformed, "a change without record or set"};
    // An answer that is laid out over several lines could not be said again in one.
    if (set->find('\n') != set->npos) {
        return Error{ErrorCode::Malformed, "a change of several lines"};
    }
    change.record = *id;
    change.type = object.string("type").value_or("");
    change.unit = object.string("unit").value_or("");
    if (change.type.empty() || change.unit.empty()) {
        return Error{ErrorCode::Malformed, "a change without type or unit"};
    }
    if (const auto base = object.string("base")) {
        const auto revision = parse_revision(*base);
        if (!revision) return Error{ErrorCode::Malformed, "a change with an unreadable base"};
        change.base = *revision;
    }
    TRY_LET(fields, Fields::parse_kept(*set));  // a part of what was just read
    change.set = std::move(fields);
    change.form_version = object.string("form").value_or("");
    change.made_at.unix_ms = object.integer("made").value_or(0);
    change.reason = object.string("reason").value_or("");
    change.mends = object.integer("mends");
    change.decides = object.string("decides").value_or("");
    change.merge = object.string("merge").value_or("");
    return change;
}

std::string chain_hash(std::string_view head_before, std::int64_t n, std::string_view line) {
    std::string text(head_before);
    text += '\n';
    text += std::to_string(n);
    text += '\n';
    text += line;
    return crypto::hash128_hex(text);
}

}  // namespace records
