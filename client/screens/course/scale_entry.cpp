#include "client/screens/course/scale_entry.h"

#include "client/screens/course/course_parts.h"
#include "client/screens/home_massage/session_records.h"
#include "client/ui/words/dates.h"
#include "shared/base/json.h"
#include "shared/base/text.h"

#include <algorithm>

namespace screens {

using words::later;
using words::tr;

namespace {

constexpr const char* kScale = "scale_result";

bool is_of_feeding(std::string_view code) {
    return code == "NRS_CONF" || code == "BSES_SF" || code == "LATCH" || code == "IBFAT";
}

}  // namespace

ScaleEntry::ScaleEntry(const Ports& ports, std::string mother, bool is_grieving)
    : ports_(ports),
      mother_(std::move(mother)),
      role_(ports.session.me().role),
      is_grieving_(is_grieving) {}

std::vector<ScaleEntry::Offer> ScaleEntry::offers() const {
    std::vector<Offer> all;
    for (const care::Instrument& each : care::instruments()) {
        // Whether a cadre was trained in it is not written down: then it is the midwife's.
        const bool is_for_trained = each.taken_by == care::TakenBy::Trained && role_ == "KADER";
        if (!care::may_take(each, role_) || is_for_trained) continue;
        if (is_grieving_ && is_of_feeding(each.code)) continue;
        const std::string code(each.code);
        all.push_back({code, instrument_name(ports_, code)});
    }
    return all;
}

void ScaleEntry::choose(const std::string& code) {
    instrument_ = code;
    harm_.clear();
}

std::string ScaleEntry::range() const {
    const care::Instrument* chosen = care::find_instrument(instrument_);
    if (chosen == nullptr) return {};
    return tr("{0} to {1}", {std::to_string(chosen->least), std::to_string(chosen->most)});
}

bool ScaleEntry::is_for_the_trained() const {
    const care::Instrument* chosen = care::find_instrument(instrument_);
    return chosen != nullptr && chosen->taken_by == care::TakenBy::Trained && role_ != "BIDAN";
}

std::string ScaleEntry::harm_question() const {
    const forms::Form* form = ports_.records.forms().find(kScale);
    const forms::Question* question = form != nullptr ? form->find("flag_item") : nullptr;
    return question != nullptr ? question->label.in(words::code()) : std::string();
}

std::vector<ScaleEntry::Offer> ScaleEntry::harm_answers() const {
    const forms::Form* form = ports_.records.forms().find(kScale);
    const forms::Question* question = form != nullptr ? form->find("flag_item") : nullptr;
    std::vector<Offer> all;
    if (question == nullptr) return all;
    for (const forms::Choice& choice : form->choices_of(*question)) {
        all.push_back({choice.code, choice.label.in(words::code())});
    }
    return all;
}

std::optional<int> ScaleEntry::read_total() const {
    const auto number = base::json::integer_of(base::trimmed(total));
    const care::Instrument* chosen = care::find_instrument(instrument_);
    if (!number || chosen == nullptr) return std::nullopt;
    if (*number < chosen->least || *number > chosen->most) return std::nullopt;
    return static_cast<int>(*number);
}

std::optional<Date> ScaleEntry::read_day() const {
    return words::parse_typed_date(base::trimmed(day), ports_.today());
}

std::string ScaleEntry::problem(const std::string& field) const {
    const std::string missing = is_tried_ ? tr("Not answered yet.") : "";
    if (field == "instrument") return instrument_.empty() ? missing : "";
    if (field == "harm") return asks_about_harm() && harm_.empty() ? missing : "";
    if (field == "day") {
        if (day.empty()) return missing;
        if (!read_day()) return tr("This is no date. Write 5-3-2026.");
        return *read_day() > ports_.today() ? tr("This day is still to come. Look again.") : "";
    }
    if (total.empty()) return missing;
    const bool is_bad = !instrument_.empty() && !read_total();
    return is_bad ? tr("A whole number from {0}. Add it up again.", {range()}) : "";
}

bool ScaleEntry::may_save() const {
    return read_total() && read_day() && (!asks_about_harm() || !harm_.empty());
}

Fields ScaleEntry::answers() const {
    Fields answers;
    answers.set("person_id", mother_);
    answers.set("instrument", instrument_);
    answers.set_integer("total", read_total().value_or(0));
    answers.set("taken_at", performed_at(read_day().value_or(ports_.today()), {}, ports_.zone()));
    answers.set("administered_by", ports_.session.me().user_id);
    if (asks_about_harm()) answers.set("flag_item", harm_);
    return answers;
}

bool ScaleEntry::is_positive() const {
    return read_total() && screens::is_positive(ports_, answers());
}

bool ScaleEntry::save_clicked() {
    is_tried_ = true;
    trouble_ = {};
    if (!may_save()) return false;
    const forms::Form* form = ports_.records.forms().find(kScale);
    Save save;
    save.type = kScale;
    save.form_version = form != nullptr ? form->version : std::string();
    save.answers = answers();
    if (ports_.records.save(save).ok()) return true;
    trouble_ = {later("Not saved: the laptop's disk refused. What you wrote stays here; try "
                      "again."),
                {}};
    return false;
}

}  // namespace screens
