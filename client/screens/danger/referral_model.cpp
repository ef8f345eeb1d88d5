#include "client/screens/danger/referral_model.h"

#include "client/qr/links.h"
#include "client/screens/record/beside_answers.h"
#include "client/ui/words/dates.h"

#include <array>
#include <memory>

namespace screens {

using words::tr;

namespace {

// What was measured last, by the form that asks it.
struct Measured {
    const char* form;
    const char* field;
};
constexpr std::array<Measured, 6> kMeasured = {{{"mother_check", "temp_c"},
                                                {"mother_check", "bp_sys"},
                                                {"mother_check", "bp_dia"},
                                                {"infant_check", "temp_c"},
                                                {"infant_check", "resp_rate"},
                                                {"infant_check", "weight_g"}}};

const Entry* newest_with(const Family& family, const Measured& measured,
                         const std::string& person) {
    for (const Entry& entry : family.entries) {
        const bool is_hers =
            entry.fields.text("mother_id") == person || entry.fields.text("infant_id") == person;
        if (entry.type == measured.form && is_hers && entry.fields.has(measured.field)) {
            return &entry;
        }
    }
    return nullptr;
}

}  // namespace

ReferralModel::ReferralModel(const Ports& ports, std::string id)
    : ports_(ports),
      me_(ports.session.me()),
      id_(std::move(id)),
      number_(ports),
      printout_(ports.printing) {
    read();
}

void ReferralModel::refresh() {
    if (version_ != ports_.families.version()) read();
}

void ReferralModel::read() {
    version_ = ports_.families.version();
    auto answers = ports_.records.answers_of(id_);
    if (!answers.ok()) return;
    fields_ = std::move(answers).value();
    const auto household = ports_.records.lookup("person", person(), "household_id");
    if (!household) {
        letter_ = letter_of(ports_, me_, Family{}, fields_);
        has_letter_ = true;
        return;
    }
    family_ = std::make_unique<FamilyModel>(ports_, *household);
    letter_ = letter_of(ports_, me_, family_->family(), fields_);
    const std::string outcome = fields_.text("outcome");
    if (!outcome.empty()) (void)ports_.referrals.mark_seen(id_, outcome);
}

std::string ReferralModel::urgency_line() const {
    return paper::urgency_words(letter_.urgency);
}

std::vector<std::string> ReferralModel::reasons() const {
    return paper::reason_words(letter_.reasons);
}

std::vector<std::string> ReferralModel::stages() const {
    return {tr("Written"), tr("Midwife told"), tr("Arrived"), tr("Answered")};
}

std::size_t ReferralModel::stage() const {
    if (!fields_.text("outcome").empty()) return fields_.text("outcome") == "ARRIVED" ? 2 : 3;
    if (fields_.has("arrived_at")) return 2;
    return fields_.has("notified_role") || fields_.has("notified_at") ? 1 : 0;
}

std::string ReferralModel::outcome() const {
    const forms::Form* form = ports_.records.forms().find("referral");
    const forms::Question* question = form == nullptr ? nullptr : form->find("outcome");
    if (question == nullptr) return {};
    return read_aloud(*form, *question, fields_.text("outcome"));
}

bool ReferralModel::is_open() const {
    const std::string outcome = fields_.text("outcome");
    return outcome.empty() || (outcome == "REFUSED" && !fields_.has("closed_at"));
}

std::vector<ReferralModel::Fact> ReferralModel::facts() const {
    std::vector<Fact> facts;
    const Date today = ports_.today();
    if (letter_.birth_date) {
        facts.push_back({tr("Name and age"),
                         letter_.patient + ", " + paper::age_words(*letter_.birth_date, today)});
    }
    if (!letter_.mother.empty()) facts.push_back({tr("Mother's name"), letter_.mother});
    for (const Entry& entry : family_->family().entries) {
        const auto born = base::local_date_of(entry.fields.text("delivery_date"));
        if (entry.type != "birth_event" || !born || letter_.mother == letter_.patient) continue;
        facts.push_back({tr("Last birth"), tr("{0}, day {1} after it",
                                              {words::short_date(*born),
                                               std::to_string(base::days_between(*born, today))})});
        break;
    }
    if (!family_->place().empty()) facts.push_back({tr("Address"), family_->place()});
    const std::string phone = family_->family().household.text("phone");
    if (!phone.empty()) facts.push_back({tr("Family's phone"), qr::grouped(phone)});
    add_measured(facts);
    if (!letter_.transport.empty()) facts.push_back({tr("Travels by"), letter_.transport});
    if (!letter_.companion.empty()) facts.push_back({tr("Goes with"), letter_.companion});
    return facts;
}

void ReferralModel::add_measured(std::vector<Fact>& facts) const {
    for (const Measured& measured : kMeasured) {
        const Entry* entry = newest_with(family_->family(), measured, person());
        const forms::Form* form = ports_.records.forms().find(measured.form);
        if (entry == nullptr || form == nullptr) continue;
        const forms::Question* question = form->find(measured.field);
        if (question == nullptr) continue;
        facts.push_back({question->label.in(words::code()),
                         read_aloud(*form, *question, entry->fields.text(measured.field)) +
                             "  ·  " + words::short_date(entry->on)});
    }
}

std::string ReferralModel::message() const {
    return paper::referral_message(letter_, letterhead(ports_, me_).unit);
}

std::string ReferralModel::letter() const {
    return paper::referral_letter(letter_, letterhead(ports_, me_));
}

FormStart ReferralModel::complete() const {
    FormStart start;
    start.type = "referral";
    start.family = family_->family().id;
    start.record = id_;
    start.parts = {"how", "outcome_section"};
    return start;
}

FormStart ReferralModel::answer() const {
    FormStart start = complete();
    start.parts = {"outcome_section"};
    return start;
}

}  // namespace screens
