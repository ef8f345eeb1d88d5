// The part of RecordFormModel that keeps what was written: as a draft, as a record, as a correction
// of one, and that withdraws it.
#include "client/screens/frame/page_draft.h"
#include "client/screens/record/record_form_model.h"
#include "shared/base/id.h"
#include "shared/base/text.h"
#include "shared/records/record.h"

#include <algorithm>
#include <array>

namespace screens {

using forms::Question;
using forms::QuestionType;
using words::later;

namespace {

// Kept up to date for years, by whoever knows more: changing them is no correction.
constexpr std::array<const char*, 6> kLiving = {"household", "person",  "pregnancy",
                                                "referral",  "consent", "followup_task"};

bool is_living(const std::string& type) {
    return std::find(kLiving.begin(), kLiving.end(), type) != kLiving.end();
}

// As other people read it, whatever the language of this laptop.
const char* as_written(Why why) {
    switch (why) {
        case Why::Typing:
            return "salah ketik";
        case Why::NewFacts:
            return "keterangan baru";
        case Why::WrongPerson:
            return "salah orang";
        case Why::Unsaid:
        case Why::Other:
            break;
    }
    return "";
}

const std::string& group_of(const forms::Form& form, const std::string& field) {
    const Question* question = form.find(field);
    return question == nullptr || question->merge_group.empty() ? field : question->merge_group;
}

}  // namespace

bool RecordFormModel::is_of_an_earlier_day() const {
    if (is_living(start_.type)) return false;
    const auto made = base::made_at(start_.record);
    return !made || base::date_in(*made, ports_.zone()) < ports_.today();
}

bool RecordFormModel::may_retract() const {
    return is_correction() && start_.type != "household" && start_.type != "person";
}

// An error that stood in the record before, and that the correction does not touch, is another
// day's work; the recorder decides by the same rule (SYNC 10).
bool RecordFormModel::is_blocking(const forms::Problem& problem) const {
    if (problem.severity != forms::Severity::Error) return false;
    if (!is_correction()) return true;
    const bool stood =
        std::any_of(stood_before_.begin(), stood_before_.end(), [&](const forms::Problem& old) {
            return old.field == problem.field && old.code == problem.code &&
                   old.severity == problem.severity;
        });
    if (!stood) return true;
    const Fields changes = answers_.changes_since(before_);
    return std::any_of(changes.entries().begin(), changes.entries().end(),
                       [&](const Fields::Entry& entry) {
                           return group_of(*form_, entry.first) == group_of(*form_, problem.field);
                       });
}

bool RecordFormModel::go_to_first_problem() {
    for (std::size_t i = 0; i < sections_.size(); ++i) {
        for (const Question* question : sections_[i].questions) {
            if (!error_of(*question)) continue;
            at_ = i;
            focus_ = question->name;
            return true;
        }
    }
    return false;
}

bool RecordFormModel::is_ready_to_save() {
    ++tries_;
    for (std::size_t i = 0; i < sections_.size(); ++i) touch_section(i);
    rebuild();
    if (go_to_first_problem()) {
        trouble_ = {later("Not saved yet: some answers are missing or cannot be right. They are "
                          "marked below."),
                    {}};
        keep_draft_now();
        return false;
    }
    if (!units_.empty() && unit_.empty()) {
        at_ = 0;
        trouble_ = {later("Not saved yet: choose the posyandu of this family."), {}};
        return false;
    }
    for (const forms::Problem& problem : problems_) {
        if (!is_blocking(problem)) continue;
        trouble_ = {later("Not saved yet: {0}"), {problem.message}};
        return false;
    }
    return true;
}

void RecordFormModel::save_clicked() {
    if (!is_ready_to_save()) return;
    if (!is_correction()) {
        return save_now(forms::relevant_only(*form_, answers_, context()), likenesses_.reason());
    }
    const Fields changes = answers_.changes_since(before_);
    if (changes.empty() && needs_reason()) {
        trouble_ = {later("Nothing was changed, so there is nothing to save."), {}};
    } else if (needs_reason()) {
        asks_ = Asks::Reason;
    } else {
        save_now(changes, {});
    }
}

void RecordFormModel::save_now(const Fields& answers, const std::string& reason) {
    auto saved = ports_.records.save({.type = form_->id,
                                      .form_version = form_->version,
                                      .record = start_.record,
                                      .unit = unit_,
                                      .answers = answers,
                                      .draft = draft_id_,
                                      .reason = reason,
                                      .base = base_});
    if (saved.ok()) {
        is_changed_ = false;
        saved_record_ = std::move(saved).value();
    } else {
        trouble_ = not_saved(saved.error().code);
    }
}

// When the typing pauses; the model of a whole family does the same for all of it.
void RecordFormModel::look_for_duplicates() {
    if (form_->id != "person" || is_correction()) return;
    if (base::trimmed(answer("full_name")).empty()) return likenesses_.look({});
    const Fields household = family_ ? family_->family().household : Fields();
    likenesses_.look({{household, answers_}});
}

// ---- of an earlier day

void RecordFormModel::retract_clicked() {
    asks_ = Asks::Retract;
    why_ = Why::Unsaid;
    why_text_.clear();
}

bool RecordFormModel::is_why_said() const {
    if (why_ == Why::Other) return !base::trimmed(why_text_).empty();
    return why_ != Why::Unsaid;
}

std::string RecordFormModel::reason() const {
    const std::string more = base::trimmed(why_text_);
    const std::string why = as_written(why_);
    if (why.empty() || more.empty()) return why + more;
    return why + ": " + more;
}

void RecordFormModel::why_confirmed() {
    if (!is_why_said()) return;
    if (asks_ == Asks::Retract) {
        Fields gone;
        gone.set(records::kRetracted, "1");
        gone.set(records::kRetractReason, reason());
        save_now(gone, reason());
        is_retracted_ = is_saved();
    } else if (asks_ == Asks::Reason) {
        save_now(answers_.changes_since(before_), reason());
    }
    asks_ = Asks::Nothing;
}

std::vector<RecordFormModel::Changed> RecordFormModel::changes() const {
    std::vector<Changed> all;
    for (const Question& question : form_->questions) {
        if (!question.is_answered_by_people()) continue;
        const std::string before = before_.text(question.name);
        const std::string after = answers_.text(question.name);
        if (before == after) continue;
        all.push_back(
            {label(question), name_or_aloud(question, before), name_or_aloud(question, after)});
    }
    return all;
}

// What hangs on a withdrawn visit does not count without it.
std::size_t RecordFormModel::goes_with_it() const {
    if (!family_) return 0;
    const auto& entries = family_->family().entries;
    return static_cast<std::size_t>(
        std::count_if(entries.begin(), entries.end(), [&](const Entry& entry) {
            return start_.type == "visit" && entry.fields.text("visit_id") == start_.record;
        }));
}

// ---- drafts

namespace {

words::Sentence draft_only_on_screen() {
    return {later("This laptop's disk is full, so the draft is only on the screen. Do not close "
                  "the laptop. Make room on the disk, then go on."),
            {}};
}

bool says_only_on_screen(const words::Sentence& trouble) {
    const std::string_view said = trouble.msgid;
    return said == draft_only_on_screen().msgid || said == draft_not_kept().msgid;
}

}  // namespace

void RecordFormModel::discard_confirmed() {
    is_changed_ = false;
    is_discarded_ = !is_draft_written_ || ports_.records.discard_draft(draft_id_).ok();
    asks_ = Asks::Nothing;
}

// Of a correction only what was touched: what others change meanwhile stays theirs.
Fields RecordFormModel::answers_with_raw_text() const {
    Fields all = answers_;
    for (const auto& [name, typed] : typed_) {
        if (typed.empty() || answers_.has(name)) continue;
        const bool two_parts = form_->find(name)->type == QuestionType::DateTime;
        all.set(name, two_parts ? raw_typed(typed) : typed.text);
    }
    return is_correction() ? all.changes_since(before_) : all;
}

bool RecordFormModel::keep_draft_now() {
    if (!is_changed_) return true;
    const base::Status kept = ports_.records.put_draft({.id = draft_id_,
                                                        .type = form_->id,
                                                        .record = start_.record,
                                                        .family = start_.family,
                                                        .form_version = form_->version,
                                                        .unit = unit_,
                                                        .answers = answers_with_raw_text(),
                                                        .saved_at = ports_.clock.now(),
                                                        .base = base_});
    is_changed_ = !kept.ok();
    is_draft_written_ = is_draft_written_ || kept.ok();
    if (kept.ok()) {
        if (says_only_on_screen(trouble_)) trouble_ = {};
        return true;
    }
    changed_at_ = ports_.clock.now();  // tried again after a pause
    const bool is_full = kept.error().code == base::ErrorCode::DiskFull;
    trouble_ = is_full ? draft_only_on_screen() : draft_not_kept();
    return false;
}

}  // namespace screens
