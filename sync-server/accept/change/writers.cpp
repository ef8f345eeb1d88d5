#include "sync-server/accept/change/writers.h"

#include "shared/base/json.h"
#include "shared/base/text.h"

#include <algorithm>

namespace accept {

namespace {

namespace json = base::json;

std::string text_of(const Writer& writer) {
    return to_text(writer.revision) + "/" + std::to_string(writer.device) + "/" +
           std::to_string(writer.incarnation) + "/" + std::to_string(writer.n);
}

Writer parse_writer(const std::string& text) {
    const auto parts = base::split(text, '/');
    if (parts.size() != 4) return {};
    return Writer{records::parse_revision(parts[0]).value_or(records::Revision{}),
                  json::integer_of(parts[1]).value_or(0), json::integer_of(parts[2]).value_or(0),
                  json::integer_of(parts[3]).value_or(0)};
}

}  // namespace

Writers Writers::created_by(const Writer& writer) {
    Writers writers;
    writers.creator_ = writer;
    return writers;
}

Writers Writers::parse(std::string_view text) {
    Writers writers;
    auto object = json::Object::parse(text);
    CHECK(object.ok());  // our own text: nothing else writes that column
    for (const auto& member : object.value().members()) {
        const Writer writer = parse_writer(json::string_of(member.token).value_or(""));
        if (member.name == "*") {
            writers.creator_ = writer;
        } else {
            writers.later_[member.name] = writer;
        }
    }
    return writers;
}

std::string Writers::to_text() const {
    json::Writer text;
    text.add("*", text_of(creator_));
    for (const auto& [field, writer] : later_) text.add(field, text_of(writer));
    return text.text();
}

const Writer& Writers::of(std::string_view field) const {
    const auto found = later_.find(field);
    return found == later_.end() ? creator_ : found->second;
}

const Writer& Writers::last() const {
    const Writer* newest = &creator_;
    for (const auto& [field, writer] : later_) {
        if (writer.revision > newest->revision) newest = &writer;
    }
    return *newest;
}

const Writer* Writers::last_but(std::int64_t device) const {
    const Writer* newest = creator_.device == device ? nullptr : &creator_;
    for (const auto& [field, writer] : later_) {
        if (writer.device == device) continue;
        if (newest == nullptr || writer.revision > newest->revision) newest = &writer;
    }
    return newest;
}

records::Revision Writers::newest_before(std::int64_t epoch) const {
    records::Revision newest;
    const auto look_at = [&](const Writer& writer) {
        if (writer.revision.epoch < epoch) newest = std::max(newest, writer.revision);
    };
    look_at(creator_);
    for (const auto& [field, writer] : later_) look_at(writer);
    return newest;
}

base::Fields Writers::written_since(records::Revision seen, const base::Fields& fields) const {
    base::Fields since;
    for (const auto& [name, token] : fields.entries()) {
        if (of(name).revision > seen) since.set_token(name, token);
    }
    for (const auto& [name, writer] : later_) {
        if (writer.revision > seen && !fields.has(name)) since.set_token(name, "null");
    }
    return since;
}

void Writers::set(std::string_view field, const Writer& writer) {
    later_.insert_or_assign(std::string(field), writer);
}

}  // namespace accept
