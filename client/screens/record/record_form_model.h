// A record being filled in: the questions of its form that apply now, the answers so far, what is
// wrong with them, and the draft that keeps every keystroke.
//
// Nothing is answered beforehand but what the form itself says and what is known of the family; a
// danger sign or a recall never is. A question that stops applying disappears at once.
#pragma once

#include "client/screens/family/family_model.h"
#include "client/screens/record/typed_answers.h"
#include "shared/forms/check.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace screens {

inline constexpr std::int64_t kDraftPauseMs = 400;  // after the last key

// How a question is asked.
enum class Asked { Note, YesNo, One, Several, Text, LongText, Number, Day, TimeOfDay, DayAndTime };

struct Offer {
    std::string code, text;
};

class RecordFormModel {
public:
    // The form must be known to ports.records.forms().
    RecordFormModel(const Ports& ports, FormStart start);

    // ---- what is on the page
    std::string title() const;
    std::string subject() const;  // "Bu Sari · Kunjungan 5 Mar": what the record hangs on
    bool is_correction() const { return !start_.record.empty(); }
    struct Section {
        std::string title;
        bool is_private = false;
        std::vector<const forms::Question*> questions;  // that apply now, in order
    };
    const std::vector<Section>& sections() const { return sections_; }
    std::size_t at() const { return at_; }
    bool is_last() const { return at_ + 1 >= sections_.size(); }
    // A correction, or a form that was at its end before, need not be walked through again.
    bool may_save() const { return is_last() || is_correction() || was_at_end_; }

    Asked asked(const forms::Question& question) const;
    bool is_danger_sign(const forms::Question& question) const;
    std::string label(const forms::Question& question) const;
    std::string hint(const forms::Question& question) const;
    bool is_required(const forms::Question& question) const;
    std::vector<Offer> offers(const forms::Question& question) const;
    std::string answer(const std::string& name) const { return answers_.text(name); }
    std::vector<std::string> answers(const std::string& name) const { return answers_.codes(name); }

    struct Remark {
        std::string text;
        forms::Severity severity = forms::Severity::Error;
    };
    std::optional<Remark> remark(const std::string& name) const;  // below the question
    // What a danger sign answered with yes asks for.
    std::optional<std::string> alarm(const forms::Question& question) const;

    enum class Progress { Untouched, Open, Complete, Wrong };
    Progress progress(std::size_t section) const;
    float part_answered() const;  // of the required questions that apply

    // Of a new family, when the user works for several posyandu; else empty.
    const std::vector<Unit>& units() const { return units_; }
    const std::string& unit() const { return unit_; }

    // ---- what the user did
    void choose_unit(const std::string& code);
    void choose(const std::string& name, const std::string& code);  // chosen again: taken back
    void toggle(const std::string& name, const std::string& code);  // one of several
    Typed& typed(const std::string& name) { return typed_[name]; }
    void typed_changed(const std::string& name);
    void next();
    void back();
    void go(std::size_t section);
    void save_clicked();
    void discard_clicked() { asks_to_discard_ = true; }
    void discard_cancelled() { asks_to_discard_ = false; }
    void discard_confirmed();
    bool asks_to_discard() const { return asks_to_discard_; }

    // Once a frame: keeps the draft when the typing pauses. True: ask again within kDraftPauseMs.
    bool tick();
    void keep_draft_now();

    int tries() const { return tries_; }  // to save
    bool is_saved() const { return !saved_record_.empty(); }
    bool is_discarded() const { return is_discarded_; }
    const std::string& saved_record() const { return saved_record_; }
    const FormStart& start() const { return start_; }
    words::Sentence trouble() const { return trouble_; }  // saving failed, or answers are missing
    bool is_draft_kept() const { return !is_changed_ && is_draft_written_; }

private:
    void begin();
    void fill_from_session(Fields& answers) const;
    void restore_typed();
    void changed();
    void rebuild();
    void build_sections();
    bool is_hidden(const forms::Question& question) const;
    void touch_section(std::size_t section);
    bool go_to_first_problem();
    bool has_unreadable(const forms::Question& question) const;
    std::optional<std::string> error_of(const forms::Question& question) const;
    Fields answers_with_raw_text() const;
    forms::Context context() const;

    Ports ports_;
    FormStart start_;
    const forms::Form* form_;
    std::optional<FamilyModel> family_;
    Fields answers_;
    Fields before_;  // of a correction: as the record stands
    std::map<std::string, Typed> typed_;
    std::set<std::string> hidden_;   // references known before the first question
    std::set<std::string> touched_;  // answered or passed: their problems are shown
    std::vector<Section> sections_;
    std::vector<forms::Problem> problems_;
    std::size_t at_ = 0;
    int tries_ = 0;
    std::string draft_id_;
    std::vector<Unit> units_;
    std::string unit_;
    bool is_changed_ = false, is_draft_written_ = false, asks_to_discard_ = false,
         is_discarded_ = false, was_at_end_ = false;
    Instant changed_at_;
    std::string saved_record_;
    words::Sentence trouble_;
};

}  // namespace screens
