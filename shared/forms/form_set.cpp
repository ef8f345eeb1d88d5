#include "shared/forms/form_set.h"

#include "shared/base/json.h"
#include "shared/base/log.h"
#include "shared/forms/builtin.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>

namespace forms {

namespace {

bool is_form(const std::string& text) {
    const auto definition = base::json::Object::parse(text);
    return !definition.ok() || definition.value().find("survey") != nullptr;
}

// FNV-1a: stable on every machine, and nobody gains by a collision here.
std::uint64_t hash_of(const std::vector<std::string>& texts) {
    std::uint64_t hash = 14695981039346656037U;
    const auto take = [&hash](unsigned char byte) {
        hash ^= byte;
        hash *= 1099511628211U;
    };
    for (const std::string& text : texts) {
        for (const char c : text) take(static_cast<unsigned char>(c));
        take(0);
    }
    return hash;
}

}  // namespace

const FormSet& FormSet::builtin() {
    static const FormSet set = [] {
        auto parsed = parse(builtin_definitions());
        if (!parsed.ok()) base::log::error("shipped forms: " + parsed.error().message);
        CHECK(parsed.ok());
        return std::move(parsed).value();
    }();
    return set;
}

base::Result<FormSet> FormSet::parse(const std::vector<std::string>& texts) {
    FormSet set;
    for (const std::string& text : texts) {
        if (is_form(text)) continue;
        TRY_LET(lists, parse_choices(text));
        TRY_LET(compact, base::json::minified(text));
        set.shared_ = std::move(lists);
        set.shared_json_ = compact;
    }
    for (const std::string& text : texts) {
        if (!is_form(text)) continue;
        TRY_LET(form, parse_form(text, set.shared_));
        set.add(std::move(form));
    }
    return set;
}

const Form* FormSet::find(std::string_view type) const {
    const auto at = forms_.find(type);
    return at == forms_.end() ? nullptr : at->second.back().get();
}

const Form* FormSet::find(std::string_view type, std::string_view version) const {
    const auto at = forms_.find(type);
    if (at == forms_.end()) return nullptr;
    for (const auto& form : at->second) {
        if (form->version == version) return form.get();
    }
    return nullptr;
}

const Form* FormSet::find_document(std::string_view id) const {
    const auto at = documents_.find(id);
    return at == documents_.end() ? nullptr : at->second.get();
}

void FormSet::add(Form form) {
    if (!form.makes_records) {
        std::string id = form.id;
        documents_[std::move(id)] = std::make_shared<const Form>(std::move(form));
        return;
    }
    auto& versions = forms_[form.id];
    std::erase_if(versions, [&](const auto& known) { return known->version == form.version; });
    versions.push_back(std::make_shared<const Form>(std::move(form)));
}

std::vector<std::string> FormSet::ids() const {
    std::vector<std::string> ids;
    for (const auto& [id, versions] : forms_) ids.push_back(id);
    return ids;
}

std::string FormSet::json_of(std::string_view type) const {
    if (type == kSharedChoices) return shared_json_;
    const Form* form = find(type);
    if (form == nullptr) form = find_document(type);
    return form == nullptr ? "" : form->json;
}

std::vector<std::string> FormSet::texts() const {
    std::vector<std::string> texts;
    if (!shared_json_.empty()) texts.push_back(shared_json_);
    for (const auto& [id, versions] : forms_) texts.push_back(versions.back()->json);
    for (const auto& [id, document] : documents_) texts.push_back(document->json);
    return texts;
}

std::string FormSet::digest() const {
    std::array<char, 17> digits{};
    std::snprintf(digits.data(), digits.size(), "%016llx",
                  static_cast<unsigned long long>(hash_of(texts())));
    return digits.data();
}

}  // namespace forms
