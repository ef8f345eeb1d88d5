#include "tools/demo/notebook.h"

#include "shared/base/id.h"
#include "shared/forms/check.h"
#include "shared/forms/form_set.h"

namespace demo {

namespace {

const base::Zone kZone;  // Asia/Jakarta

const forms::Form& form_of(std::string_view type) {
    const forms::Form* form = forms::FormSet::builtin().find(type);
    CHECK(form != nullptr);
    return *form;
}

bool is_from_session(const forms::Question& question) {
    return question.has_appearance("from-session") &&
           (question.reference_type == "user" || question.list == "user_role");
}

}  // namespace

Instant instant_at(Date day, int minute) {
    const auto days = std::chrono::sys_days(day).time_since_epoch().count();
    return {(static_cast<std::int64_t>(days) * 24 * 60 + minute - kZone.offset_minutes) * 60'000};
}

std::string moment(Instant instant) {
    return base::to_date_time_text(instant, kZone);
}

Date day_of(Instant instant) {
    return base::date_in(instant, kZone);
}

void fill_session(std::string_view type, Fields& fields, const Writer& writer) {
    for (const forms::Question& question : form_of(type).questions) {
        if (!is_from_session(question) || fields.has(question.name)) continue;
        fields.set(question.name, question.list == "user_role" ? writer.role : writer.user);
    }
}

void drop_session(std::string_view type, Fields& fields) {
    for (const forms::Question& question : form_of(type).questions) {
        if (is_from_session(question)) fields.erase(question.name);
    }
}

void Notebook::write_from(Instant at) {
    if (now_ < at) now_ = at;
}

Fields Notebook::checked(std::string_view type, const Fields& answers) const {
    forms::Context context;
    context.today = day_of(now_);
    context.lookup = [this](std::string_view of_type, std::string_view id,
                            std::string_view field) -> std::optional<std::string> {
        const auto found = known_.find(id);
        if (found == known_.end() || found->second.type != of_type) return std::nullopt;
        return found->second.fields.text(field);
    };
    const forms::Form& form = form_of(type);
    Fields kept = forms::relevant_only(form, answers, context);
    for (const forms::Problem& problem : forms::check(form, kept, context)) {
        if (problem.severity != forms::Severity::Error) continue;
        const std::string what = form.id + "." + problem.field + " " + problem.code;
        base::check_failed(__FILE__, __LINE__, what.c_str());
    }
    return kept;
}

std::string Notebook::add(std::string_view type, const Fields& answers) {
    Fields filled = answers;
    fill_session(type, filled, writer_);
    const std::string id = base::make_uuid7(now_, dice_.random());
    Fields kept = checked(type, filled);
    known_[id] = {std::string(type), kept};
    drop_session(type, kept);
    keep(type, id, std::move(kept));
    return id;
}

void Notebook::edit(const std::string& id, const Fields& changes) {
    Known& known = known_.at(id);
    Fields after = known.fields;
    after.apply(changes);
    after = checked(known.type, after);
    const Fields different = after.changes_since(known.fields);
    known.fields = after;
    if (!different.empty()) keep(known.type, id, different);
}

void Notebook::keep(std::string_view type, const std::string& id, Fields fields) {
    if (is_open()) {
        lines_.push_back(
            {now_, writer_.number, std::string(type), id, writer_.unit, std::move(fields)});
    }
    now_.unix_ms += 2000 + static_cast<std::int64_t>(dice_.random().below(9000));
}

}  // namespace demo
