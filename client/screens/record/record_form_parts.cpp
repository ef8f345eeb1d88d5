// The half of RecordFormModel that says what stands on the page.
#include "client/screens/families/families_model.h"
#include "client/screens/record/record_form_model.h"
#include "client/ui/words/dates.h"
#include "shared/base/text.h"
#include "shared/care/danger_signs.h"

#include <algorithm>

namespace screens {

using forms::Question;
using forms::QuestionType;
using words::tr;

namespace {

constexpr std::string_view kMergedInto = "merged_into";
constexpr std::string_view kTrainee = "trainee_id";
constexpr std::string_view kPerformer = "performer_id";

std::size_t outermost_group(const Question& question, const forms::Form& form) {
    if (question.group_path.empty()) return forms::kNone;
    return form.number_of(question.group_path.front());
}

std::string upper(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return text;
}

const care::DangerSign* sign_asked_by(const Question& question) {
    constexpr std::string_view kPrefix = "ds_";
    if (!question.name.starts_with(kPrefix)) return nullptr;
    return care::find_danger_sign(upper(question.name.substr(kPrefix.size())));
}

std::string urgency_sentence(const care::DangerSign& sign) {
    switch (sign.urgency) {
        case care::Urgency::RedNow:
            return tr("Danger sign: call the midwife now.");
        case care::Urgency::RedToday:
            return tr("Danger sign: call the midwife today.");
        case care::Urgency::Yellow:
            return tr("Keep an eye on it and call the midwife within 24 hours.");
    }
    return {};
}

bool is_long(const Question& question) {
    return question.has_appearance("multiline") || question.name == "note" ||
           question.name.ends_with("_note");
}

}  // namespace

std::string RecordFormModel::title() const {
    return form_->title.in(words::code());
}

std::string RecordFormModel::subject() const {
    std::vector<std::string> parts;
    if (family_) {
        std::string who;
        for (const char* name : {"infant_id", "person_id", "mother_id"}) {
            if (who.empty()) who = family_->person_name(answers_.text(name));
        }
        if (!who.empty()) parts.push_back(who);
        parts.push_back(tr("Family of {0}", {family_->name()}));
    }
    return base::joined(parts, "  ·  ");
}

bool RecordFormModel::is_hidden(const Question& question) const {
    if (question.type == QuestionType::Calculate) return true;
    if (question.name == kMergedInto) return true;  // a merge has its own way (SYNC 17)
    if (hidden_.contains(question.name)) return true;
    if (question.has_appearance("off-by-default") || question.has_appearance("from-session")) {
        return true;
    }
    const bool points = !question.reference_type.empty();
    return points && offers(question).empty() && !may_add_somebody(question);
}

// Somebody of the house who learns or gives the massage: no infant, and not the mother herself. An
// answer that stands is shown all the same, so that it can be put right.
bool RecordFormModel::may_be(const Question& question, const Person& person) const {
    if (question.name == "mother_id") return person.is_mother;
    if (question.name == "infant_id") return person.is_infant;
    if (question.name != kTrainee && question.name != kPerformer) return true;
    if (person.id == answers_.text(question.name)) return true;
    return !person.is_infant && !person.is_dead && person.id != answers_.text("mother_id");
}

// Who learns the massage must be named: she can be written down from here.
bool RecordFormModel::may_add_somebody(const Question& question) const {
    return question.name == kTrainee && family_.has_value() && !is_read_only_;
}

FormStart RecordFormModel::somebody_new() const {
    FormStart start = family_->start("person");
    start.comes_back = true;
    return start;
}

// A visit is led through in parts; what ends at the door is asked to its end at once.
bool RecordFormModel::is_asked_here(const Question& question) const {
    if (start_.parts.empty() || question.name == start_.field) return true;
    if (question.group_path.empty()) return false;
    const std::string& part = question.group_path.front();
    const std::string outcome = answers_.text("outcome");
    const bool is_ended = !outcome.empty() && outcome != "DONE" && outcome != "PARTIAL";
    if (part == start_.closing_part && is_ended) return true;
    return std::find(start_.parts.begin(), start_.parts.end(), part) != start_.parts.end();
}

void RecordFormModel::add_to_sections(const Question& question, std::size_t group) {
    const Question* head = group == forms::kNone ? nullptr : &form_->questions[group];
    const std::string name = head != nullptr ? head->label.in(words::code()) : title();
    if (sections_.empty() || sections_.back().title != name) {
        sections_.push_back({name, head != nullptr && head->has_appearance("private"), {}});
    }
    sections_.back().questions.push_back(&question);
}

void RecordFormModel::build_sections() {
    const forms::Relevance applies = forms::relevance(*form_, answers_, context());
    const std::string open_title = at_ < sections_.size() ? sections_[at_].title : "";
    sections_.clear();
    for (std::size_t i = 0; i < form_->questions.size(); ++i) {
        const Question& question = form_->questions[i];
        const bool is_group =
            question.type == QuestionType::BeginGroup || question.type == QuestionType::EndGroup;
        if (is_group || !applies.is_relevant(i)) continue;
        if (is_hidden(question) || !is_asked_here(question)) continue;
        add_to_sections(question, outermost_group(question, *form_));
    }
    // A part that holds nothing but words asks nothing.
    std::erase_if(sections_, [this](const Section& section) {
        return std::all_of(section.questions.begin(), section.questions.end(),
                           [this](const Question* each) { return asked(*each) == Asked::Note; });
    });
    // Where she was stays open, although a section before it may have come or gone.
    for (std::size_t i = 0; i < sections_.size(); ++i) {
        if (sections_[i].title == open_title) at_ = i;
    }
    at_ = sections_.empty() ? 0 : std::min(at_, sections_.size() - 1);
}

Asked RecordFormModel::asked(const Question& question) const {
    switch (question.type) {
        case QuestionType::Integer:
        case QuestionType::Decimal:
            return Asked::Number;
        case QuestionType::Date:
            return Asked::Day;
        case QuestionType::Time:
            return Asked::TimeOfDay;
        case QuestionType::DateTime:
            return Asked::DayAndTime;
        case QuestionType::SelectOne:
            return question.list == "yes_no" || question.list == "yes_no_unk" ? Asked::YesNo
                                                                              : Asked::One;
        case QuestionType::Reference:
            return Asked::One;
        case QuestionType::SelectMultiple:
            return Asked::Several;
        case QuestionType::Text:
            return is_long(question) ? Asked::LongText : Asked::Text;
        case QuestionType::Note:
        case QuestionType::Calculate:
        case QuestionType::BeginGroup:
        case QuestionType::EndGroup:
            return Asked::Note;
    }
    return Asked::Note;
}

bool RecordFormModel::is_danger_sign(const Question& question) const {
    return question.has_appearance("danger-sign");
}

std::string RecordFormModel::label(const Question& question) const {
    return question.label.in(words::code());
}

std::string RecordFormModel::hint(const Question& question) const {
    return question.hint.in(words::code());
}

bool RecordFormModel::is_required(const Question& question) const {
    return question.required.has_value();
}

std::vector<Offer> RecordFormModel::offers(const Question& question) const {
    std::vector<Offer> all;
    if (question.reference_type.empty()) {
        for (const forms::Choice& choice : form_->choices_of(question)) {
            all.push_back({choice.code, choice.label.in(words::code())});
        }
        return all;
    }
    if (!family_) return all;
    if (question.reference_type == "person") {
        for (const Person& person : family_->family().persons) {
            if (may_be(question, person)) all.push_back({person.id, person.name});
        }
        return all;
    }
    for (const Entry& entry : family_->family().entries) {
        if (entry.type != question.reference_type) continue;
        all.push_back(
            {entry.id, family_->entry_title(entry) + "  ·  " + family_->entry_detail(entry)});
    }
    return all;
}

std::optional<std::string> RecordFormModel::unreadable(const Question& question) const {
    if (!has_unreadable(question)) return std::nullopt;
    switch (asked(question)) {
        case Asked::Day:
            return tr("Write the day as day-month-year, for example 05-03-2026.");
        case Asked::DayAndTime:
            return tr("Write day and time, for example 05-03-2026 and 14:05.");
        case Asked::TimeOfDay:
            return tr("Write the time as hours and minutes, for example 14:05.");
        case Asked::Number:
            return tr("Write a number here, digits only.");
        case Asked::Note:
        case Asked::YesNo:
        case Asked::One:
        case Asked::Several:
        case Asked::Text:
        case Asked::LongText:
            break;
    }
    return std::nullopt;
}

std::optional<std::string> RecordFormModel::error_of(const Question& question) const {
    if (auto sentence = unreadable(question)) return sentence;
    for (const forms::Problem& problem : problems_) {
        if (problem.field == question.name && is_blocking(problem)) return problem.message;
    }
    return std::nullopt;
}

std::optional<RecordFormModel::Remark> RecordFormModel::remark(const std::string& name) const {
    const Question* question = form_->find(name);
    if (question == nullptr || !touched_.contains(name)) return std::nullopt;
    if (const auto error = error_of(*question)) return Remark{*error, forms::Severity::Error};
    for (const forms::Problem& problem : problems_) {
        if (problem.field != name) continue;
        // It stood there before: shown, and does not block.
        const bool is_error = problem.severity == forms::Severity::Error;
        return Remark{problem.message, is_error ? forms::Severity::Warning : problem.severity};
    }
    return before_birth(*question);
}

// No form knows the birth date of everybody it may name; a day before it is worth a second look.
std::optional<RecordFormModel::Remark> RecordFormModel::before_birth(
    const Question& question) const {
    const Asked kind = asked(question);
    if (!family_ || (kind != Asked::Day && kind != Asked::DayAndTime)) return std::nullopt;
    const auto day = base::local_date_of(answers_.text(question.name));
    if (!day || question.name == "birth_date") return std::nullopt;
    for (const Person& person : family_->family().persons) {
        const bool is_meant = person.id == answers_.text("infant_id") ||
                              person.id == answers_.text("person_id") ||
                              person.id == answers_.text("mother_id");
        if (!is_meant || !person.birth_date || *day >= *person.birth_date) continue;
        return Remark{tr("This is before {0} was born ({1}). Check the date.",
                         {person.name, words::short_date(*person.birth_date)}),
                      forms::Severity::Warning};
    }
    return std::nullopt;
}

std::optional<std::string> RecordFormModel::alarm(const Question& question) const {
    const care::DangerSign* sign = sign_asked_by(question);
    if (sign == nullptr || answer(question.name) != "1") return std::nullopt;
    std::string words = urgency_sentence(*sign);
    const bool no_massage =
        sign->massage == care::MassageAction::Stop || sign->massage == care::MassageAction::Defer;
    if (no_massage) words += std::string(" ") + tr("Do not massage yet.");
    return words;
}

RecordFormModel::Progress RecordFormModel::progress(std::size_t section) const {
    bool any = false;
    bool all = true;
    for (const Question* question : sections_[section].questions) {
        if (remark(question->name) && error_of(*question)) return Progress::Wrong;
        const bool is_answered = answers_.has(question->name);
        any = any || is_answered || touched_.contains(question->name);
        all = all && (is_answered || !is_required(*question));
    }
    if (any && all) return Progress::Complete;
    return any ? Progress::Open : Progress::Untouched;
}

float RecordFormModel::part_answered() const {
    int wanted = 0;
    int answered = 0;
    for (const Section& section : sections_) {
        for (const Question* question : section.questions) {
            if (!is_required(*question)) continue;
            ++wanted;
            if (answers_.has(question->name)) ++answered;
        }
    }
    return wanted == 0 ? 1.0F : static_cast<float>(answered) / static_cast<float>(wanted);
}

}  // namespace screens
