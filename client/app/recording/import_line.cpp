#include "client/app/recording/import_line.h"

#include "shared/base/json.h"

namespace client_app {

using base::Error;
using base::ErrorCode;

Result<Entry> entry_of_line(std::string_view line) {
    TRY_LET(object, base::json::Object::parse(line));
    Entry entry;
    entry.type = object.string("type").value_or("");
    if (entry.type.empty()) return Error{ErrorCode::Malformed, "tidak ada \"type\""};
    if (const auto text = object.string("id")) {
        entry.id = base::RecordId::parse(*text);
        if (!entry.id) return Error{ErrorCode::Malformed, "\"id\" bukan UUID"};
    }
    entry.unit = object.string("unit").value_or("");
    entry.reason = object.string("reason").value_or("");
    const std::string* fields = object.find("fields");
    if (fields == nullptr) return Error{ErrorCode::Malformed, "tidak ada \"fields\""};
    TRY_LET(answers, Fields::parse(*fields));
    entry.answers = std::move(answers);
    return entry;
}

}  // namespace client_app
