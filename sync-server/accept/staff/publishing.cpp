#include "sync-server/accept/staff/publishing.h"

#include "shared/base/log.h"
#include "shared/forms/core_fields.h"
#include "sync-server/store/keeping/audit.h"
#include "sync-server/store/published_forms.h"

#include <algorithm>

namespace staff {

using base::Error;
using base::ErrorCode;
using forms::Form;
using forms::Question;

namespace {

Result<forms::ChoiceLists> shared_choices(const forms::FormSet& set) {
    const std::string json = set.json_of(forms::kSharedChoices);
    if (json.empty()) return forms::ChoiceLists{};
    return forms::parse_choices(json);
}

// What the program reads by name has to stay.
void check_core_fields(const Form& before, const Form& after, std::vector<std::string>& problems) {
    for (const forms::CoreField& core : forms::kCoreFields) {
        if (core.form != after.id) continue;
        const Question* old_one = before.find(core.field);
        const Question* new_one = after.find(core.field);
        if (old_one == nullptr) continue;
        if (new_one == nullptr) {
            problems.push_back("the program needs the question " + std::string(core.field) +
                               "; it may not be removed");
        } else if (new_one->type != old_one->type) {
            problems.push_back("the question " + std::string(core.field) +
                               " may not change its type: the program reads it");
        }
    }
}

bool same_choices(const Form& before, const Question& a, const Form& after, const Question& b) {
    if (a.list.empty() && b.list.empty()) return true;
    const auto& old_ones = before.choices_of(a);
    const auto& new_ones = after.choices_of(b);
    return std::equal(old_ones.begin(), old_ones.end(), new_ones.begin(), new_ones.end(),
                      [](const forms::Choice& one, const forms::Choice& other) {
                          return one.code == other.code && one.label.id == other.label.id &&
                                 one.label.en == other.label.en;
                      });
}

std::vector<std::string> aspects_of(const Form& before, const Question& a, const Form& after,
                                    const Question& b) {
    std::vector<std::string> aspects;
    if (a.type != b.type) aspects.emplace_back("type");
    if (a.label.id != b.label.id || a.label.en != b.label.en) aspects.emplace_back("label");
    if (a.hint.id != b.hint.id || a.hint.en != b.hint.en) aspects.emplace_back("hint");
    if (!same_choices(before, a, after, b)) aspects.emplace_back("choices");
    if (a.required.has_value() != b.required.has_value()) aspects.emplace_back("required");
    if (a.relevant.has_value() != b.relevant.has_value()) aspects.emplace_back("relevant");
    if (a.constraint.has_value() != b.constraint.has_value()) aspects.emplace_back("constraint");
    return aspects;
}

}  // namespace

Checked check_form(const forms::FormSet& current, std::string_view json) {
    if (json.size() > forms::kDefinitionBytesMax) {
        return {std::nullopt, {"the definition is larger than 1 MiB"}};
    }
    auto choices = shared_choices(current);
    if (!choices.ok()) return {std::nullopt, {choices.error().message}};
    auto form = forms::parse_form(json, choices.value());
    if (!form.ok()) return {std::nullopt, {form.error().message}};
    Checked checked{std::move(form).value(), {}};
    const Form& after = *checked.form;
    const Form* before = current.find(after.id);
    if (!after.makes_records || before == nullptr) {
        checked.problems.emplace_back("there is no type of record " + after.id + " here");
        return checked;
    }
    if (current.find(after.id, after.version) != nullptr) {
        checked.problems.emplace_back("version " + after.version +
                                      " was in force before; give it another");
    }
    check_core_fields(*before, after, checked.problems);
    return checked;
}

Difference compare(const Form& before, const Form& after) {
    Difference difference;
    for (const Question& question : after.questions) {
        if (!question.is_answered_by_people()) continue;
        const Question* old_one = before.find(question.name);
        if (old_one == nullptr) {
            difference.added.push_back(question.name);
            continue;
        }
        auto aspects = aspects_of(before, *old_one, after, question);
        if (!aspects.empty()) {
            difference.changed.push_back({question.name, std::move(aspects)});
        }
    }
    for (const Question& question : before.questions) {
        if (question.is_answered_by_people() && after.find(question.name) == nullptr) {
            difference.removed.push_back(question.name);
        }
    }
    return difference;
}

Status publish_form(const Desk& desk, std::string_view json, std::string_view actor) {
    const Checked checked = check_form(desk.forms, json);
    if (!checked.problems.empty()) return Error{ErrorCode::Refused, checked.problems.front()};
    const Form& form = *checked.form;
    const base::Instant now = desk.clock.now();
    TRY(server_store::add_published_form(
        desk.connection, {form.id, form.version, form.json, now, std::string(actor)}));
    return server_store::audit(desk.connection,
                               {now, std::string(actor), "form_publish", form.id, form.version});
}

Result<forms::FormSet> published(db::Connection& connection, forms::FormSet shipped) {
    TRY_LET(choices, shared_choices(shipped));
    TRY_LET(found, server_store::published_forms(connection));
    for (const server_store::PublishedForm& each : found) {
        auto form = forms::parse_form(each.json, choices);
        if (!form.ok()) {
            base::log::warn("version " + each.version + " of the form " + each.id +
                            " cannot be read any more: " + form.error().message);
            continue;
        }
        shipped.add(std::move(form).value());
    }
    return shipped;
}

}  // namespace staff
