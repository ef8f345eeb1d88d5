// The fields of forms. Hint and problem belong to the field for a screen reader too.
#include "sync-server/console/parts.h"
#include "sync-server/console/words/words.h"

namespace console {

using html::all;
using html::Attributes;
using html::tag;

namespace {

std::string hint_id(const Field& field) {
    return field.name + "-hint";
}
std::string problem_id(const Field& field) {
    return field.name + "-problem";
}

// One of a list is never left empty: its first line says what stands for nothing.
Html around(const Field& field, const Html& control, bool is_of_list = false) {
    const Html optional = tag("span", {{"class", "optional"}}, " ", tr("(may be left empty)"));
    const bool is_asked = field.is_required || field.is_needed_at_times || is_of_list;
    Html whole = tag("label", {{"for", field.name}}, field.label, is_asked ? Html() : optional);
    if (!field.hint.empty()) {
        whole += tag("p", {{"class", "hint"}, {"id", hint_id(field)}}, field.hint);
    }
    if (!field.problem.empty()) {
        whole += tag("p", {{"class", "problem"}, {"id", problem_id(field)}}, field.problem);
    }
    return tag("div", {{"class", field.problem.empty() ? "field" : "field wrong"}}, whole, control);
}

void describe(const Field& field, Attributes& attributes) {
    std::string ids;
    if (!field.hint.empty()) ids = hint_id(field);
    if (!field.problem.empty()) ids += (ids.empty() ? "" : " ") + problem_id(field);
    if (!ids.empty()) attributes.push_back({"aria-describedby", ids});
    if (!field.problem.empty()) attributes.push_back({"aria-invalid", "true"});
}

bool opens_at(const Field& field) {
    return field.opens_at_problem && !field.problem.empty();
}

Attributes common(const Field& field) {
    Attributes attributes = {{"id", field.name}, {"name", field.name}};
    if (field.is_required) attributes.push_back({"required", true});
    if (opens_at(field)) attributes.push_back({"autofocus", true});
    describe(field, attributes);
    return attributes;
}

Html many(const Field& field, const std::vector<Option>& options, const char* type,
          const Html& last = {}) {
    Html lines = tag("legend", field.label);
    if (!field.hint.empty()) {
        lines += tag("p", {{"class", "hint"}, {"id", hint_id(field)}}, field.hint);
    }
    if (!field.problem.empty()) {
        lines += tag("p", {{"class", "problem"}, {"id", problem_id(field)}}, field.problem);
    }
    std::size_t number = 0;
    for (const Option& option : options) {
        const bool opens_here = number == 0 && opens_at(field);
        const std::string id = field.name + "-" + std::to_string(number++);
        lines += tag("div", {{"class", "option"}},
                     tag("input", {{"type", type},
                                   {"id", id},
                                   {"name", field.name},
                                   {"value", option.value},
                                   {"checked", option.is_chosen},
                                   {"autofocus", opens_here}}),
                     tag("label", {{"for", id}}, option.label));
    }
    lines += last;
    Attributes attributes = {{"class", field.problem.empty() ? "field" : "field wrong"}};
    describe(field, attributes);
    std::erase_if(attributes, [](const html::Attribute& each) {
        return each.name.text() == "aria-invalid";  // of an input, not of a group
    });
    return tag("fieldset", attributes, lines);
}

}  // namespace

Html field(const Field& field) {
    Attributes attributes = common(field);
    attributes.push_back({"type", field.type});
    attributes.push_back({"autocomplete", field.autocomplete});
    attributes.push_back({"maxlength", field.characters_max});
    if (field.type != "password") attributes.push_back({"value", field.value});
    return around(field, tag("input", attributes));
}

namespace {

std::string own_words_of(const std::string& name) {
    return name + "-own";
}

}  // namespace

Html reasons(const Field& field) {
    std::vector<Option> options;
    bool is_offered = field.value.empty();
    for (const std::string& each : field.suggestions) {
        options.push_back({each, each, each == field.value});
        is_offered = is_offered || each == field.value;
    }
    const std::string own = own_words_of(field.name);
    const Html line =
        tag("div", {{"class", "own"}}, tag("label", {{"for", own}}, tr("Something else:")),
            tag("input", {{"id", own},
                          {"name", own},
                          {"type", "text"},
                          {"autocomplete", "off"},
                          {"maxlength", field.characters_max},
                          {"value", is_offered ? std::string() : field.value}}));
    return tag("div", {{"class", "reasons"}}, many(field, options, "radio", line));
}

// Her own words win: she wrote them after she had chosen.
std::string reason_in(const Visit& visit, const std::string& name) {
    const std::string own = visit.value(own_words_of(name));
    return own.empty() ? visit.value(name) : own;
}

std::string reason_is_missing() {
    return tr("Choose a reason, or write one of your own. Nothing was done yet.");
}

Html area(const Field& field, int lines) {
    Attributes attributes = common(field);
    attributes.push_back({"rows", lines});
    attributes.push_back({"maxlength", field.characters_max});
    return around(field, tag("textarea", attributes, field.value));
}

Html file_field(const Field& field, std::string_view accept) {
    Attributes attributes = common(field);
    attributes.push_back({"type", "file"});
    attributes.push_back({"accept", accept});
    return around(field, tag("input", attributes));
}

Html choice(const Field& field, const std::vector<Option>& options) {
    Html lines;
    for (const Option& option : options) {
        lines +=
            tag("option", {{"value", option.value}, {"selected", option.is_chosen}}, option.label);
    }
    return around(field, tag("select", common(field), lines), true);
}

Html radios(const Field& field, const std::vector<Option>& options) {
    return many(field, options, "radio");
}

Html checkboxes(const Field& field, const std::vector<Option>& options) {
    return many(field, options, "checkbox");
}

}  // namespace console
