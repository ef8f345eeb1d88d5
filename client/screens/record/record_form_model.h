// A record being filled in: the questions of its form that apply now, the answers so far, what is
// wrong with them, and the draft that keeps every keystroke.
//
// Nothing is answered beforehand but what the form itself says and what is known of the family; a
// danger sign or a recall never is. A question that stops applying disappears at once.
#pragma once

#include "client/screens/family/family_model.h"
#include "client/screens/record/beside_answers.h"
#include "client/screens/record/typed_answers.h"
#include "client/screens/registering/likenesses.h"
#include "client/screens/tools/breath_model.h"
#include "shared/care/danger_signs.h"
#include "shared/forms/check.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace screens {

inline constexpr std::int64_t kDraftPauseMs = 400;  // after the last key

// How a question is asked.
enum class Asked { Note, YesNo, One, Several, Text, LongText, Number, Day, TimeOfDay, DayAndTime };

struct Offer {
    std::string code, text;
};

// Why a record of an earlier day is changed or withdrawn; Other: as she writes it.
enum class Why { Unsaid, Typing, NewFacts, WrongPerson, Other };

// The signs answered with yes so far, and what they ask for together.
struct AlarmNow {
    care::Subject subject = care::Subject::Mother;
    std::string person;  // whom it is about
    std::vector<const care::DangerSign*> signs;
    care::Urgency urgency = care::Urgency::Yellow;  // the highest
    care::MassageAction massage = care::MassageAction::None;
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
    // Of an earlier day, and nobody has said yet that she wants to change it.
    bool is_read_only() const { return is_read_only_; }
    bool needs_reason() const { return is_correction() && is_of_an_earlier_day(); }
    bool may_retract() const;
    // Draft, ready to send, sent: what has become of these answers. Troubled: held back there.
    enum class Stage { Draft, Ready, Sent };
    Stage stage() const;
    bool is_held_back() const;
    std::string notice() const;  // of the form or the laptop's clock; empty: nothing to say

    Asked asked(const forms::Question& question) const;
    bool is_danger_sign(const forms::Question& question) const;
    std::string label(const forms::Question& question) const;
    std::string hint(const forms::Question& question) const;
    bool is_required(const forms::Question& question) const;
    std::vector<Offer> offers(const forms::Question& question) const;
    // Somebody not yet known may be the answer: her form, which comes back to this one.
    bool may_add_somebody(const forms::Question& question) const;
    FormStart somebody_new() const;
    std::string answer(const std::string& name) const { return answers_.text(name); }
    std::vector<std::string> answers(const std::string& name) const { return answers_.codes(name); }

    struct Remark {
        std::string text;
        forms::Severity severity = forms::Severity::Error;
    };
    std::optional<Remark> remark(const std::string& name) const;  // below the question
    // What a danger sign answered with yes asks for.
    std::optional<std::string> alarm(const forms::Question& question) const;
    std::optional<AlarmNow> alarm_now() const;
    std::string shown(const forms::Question& question) const;  // the answer, for reading
    // "Terakhir 3,4 kg · 12 Feb 2026". Never of a danger sign or the recall: it would lead.
    std::string previous(const forms::Question& question) const;
    // "Maksudnya 3200 gram?": a button; nothing is changed by itself.
    std::optional<Offered> offered(const forms::Question& question) const;
    // The first yes-or-no question of the part that waits for its answer; nullptr: none.
    const forms::Question* current() const;
    // Where the keyboard goes when the page appears; said once.
    bool take_following() { return std::exchange(follows_, false); }  // the current one, by keys
    std::string take_focus() { return std::exchange(focus_, {}); }

    enum class Progress { Untouched, Open, Complete, Wrong };
    Progress progress(std::size_t section) const;
    float part_answered() const;  // of the required questions that apply

    // Of a new family, when the user works for several posyandu; else empty.
    const std::vector<Unit>& units() const { return units_; }
    const std::string& unit() const { return unit_; }

    // Of somebody new in the family: whom she may be already. Nobody, of any other record.
    const Likenesses& likenesses() const { return likenesses_; }
    bool warns_of_duplicate() const {
        return likenesses_.is_likely() && !likenesses_.is_told_apart();
    }
    bool take_alike_clicked() { return std::exchange(is_alike_clicked_, false); }

    // ---- what the user did
    void not_the_same_ticked() { likenesses_.tick(); }
    void alike_clicked() { is_alike_clicked_ = true; }
    void choose_unit(const std::string& code);
    void choose(const std::string& name, const std::string& code);  // chosen again: taken back
    void toggle(const std::string& name, const std::string& code);  // one of several
    Typed& typed(const std::string& name) { return typed_[name]; }
    void typed_changed(const std::string& name);
    void next();
    void back();
    void go(std::size_t section);
    void save_clicked();
    void take_offer(const forms::Question& question);
    void answer_current(const std::string& code);  // by one key
    std::string keys_of_current() const;           // in words; empty: nothing waits for a key
    // Breaths are counted beside their question; the number is hers to take.
    static bool counts_breaths(const forms::Question& question);
    void count_breaths_clicked() { breaths_.emplace(ports_.clock); }
    BreathModel* breaths() { return breaths_ ? &*breaths_ : nullptr; }
    void breaths_taken();
    void breaths_left() { breaths_.reset(); }
    void discard_clicked() { asks_ = Asks::Discard; }
    void discard_cancelled() { asks_ = Asks::Nothing; }
    void discard_confirmed();
    bool asks_to_discard() const { return asks_ == Asks::Discard; }

    // ---- a record of an earlier day
    void mend_clicked() { is_read_only_ = false; }
    void retract_clicked();
    enum class Asks { Nothing, Discard, Reason, Retract };
    Asks asks() const { return asks_; }
    Why why() const { return why_; }
    void choose_why(Why why) { why_ = why; }
    std::string& why_text() { return why_text_; }
    bool is_why_said() const;
    struct Changed {
        std::string label, before, after;
    };
    std::vector<Changed> changes() const;  // what saving would change, in words
    std::size_t goes_with_it() const;      // records that a retracted one takes along
    void why_confirmed();                  // saves, or withdraws
    void why_cancelled() { asks_ = Asks::Nothing; }
    bool is_retracted() const { return is_retracted_; }

    // Once a frame: keeps the draft when the typing pauses. True: ask again within kDraftPauseMs.
    bool tick();
    bool keep_draft_now();  // false: the disk refused; it is tried again with the next frames

    int tries() const { return tries_; }  // to save
    bool is_saved() const { return !saved_record_.empty(); }
    bool is_discarded() const { return is_discarded_; }
    const std::string& saved_record() const { return saved_record_; }
    const FormStart& start() const { return start_; }
    words::Sentence trouble() const { return trouble_; }  // saving failed, or answers are missing
    bool is_draft_kept() const { return !is_changed_ && is_draft_written_; }
    bool is_begun() const { return is_draft_written_ || is_changed_; }
    const FamilyModel* family() const { return family_ ? &*family_ : nullptr; }
    // Its answers, as they stand on the page.
    const Fields& all_answers() const { return answers_; }

private:
    void begin();
    void begin_correction();
    void begin_draft(const Draft& draft);
    void fill_from_session(Fields& answers) const;
    void hide_known();
    void go_to_field();
    void restore_typed();
    void changed();
    void rebuild();
    void build_sections();
    void add_to_sections(const forms::Question& question, std::size_t group);
    bool is_asked_here(const forms::Question& question) const;
    bool is_hidden(const forms::Question& question) const;
    bool may_be(const forms::Question& question, const Person& person) const;
    bool is_of_an_earlier_day() const;
    void touch_section(std::size_t section);
    bool go_to_first_problem();
    bool is_ready_to_save();
    void look_for_duplicates();
    void save_now(const Fields& answers, const std::string& reason);
    bool has_unreadable(const forms::Question& question) const;
    std::optional<std::string> unreadable(const forms::Question& question) const;
    std::optional<std::string> error_of(const forms::Question& question) const;
    bool is_blocking(const forms::Problem& problem) const;
    std::optional<Remark> before_birth(const forms::Question& question) const;
    std::string reason() const;
    std::string name_or_aloud(const forms::Question& question, const std::string& answer) const;
    Fields answers_with_raw_text() const;
    forms::Context context() const;

    Ports ports_;
    FormStart start_;
    const forms::Form* form_;
    std::optional<FamilyModel> family_;
    Likenesses likenesses_;
    Fields answers_;
    Fields before_;                          // of a correction: as the record stands
    std::optional<records::Revision> base_;  // and what of it she saw when she began
    std::map<std::string, Typed> typed_;
    std::set<std::string> hidden_;   // references known before the first question
    std::set<std::string> touched_;  // answered or passed: their problems are shown
    std::vector<Section> sections_;
    std::vector<forms::Problem> problems_;
    std::vector<forms::Problem> stood_before_;  // in the record that is being corrected
    std::size_t at_ = 0;
    int tries_ = 0;
    std::string draft_id_;
    std::vector<Unit> units_;
    std::string unit_;
    bool is_changed_ = false, is_draft_written_ = false, is_discarded_ = false, was_at_end_ = false,
         is_read_only_ = false, is_retracted_ = false, is_form_gone_ = false,
         is_alike_clicked_ = false;
    Asks asks_ = Asks::Nothing;
    std::optional<BreathModel> breaths_;
    Why why_ = Why::Unsaid;
    std::string why_text_;
    std::string focus_;
    bool follows_ = false;
    Instant changed_at_;
    std::string saved_record_;
    words::Sentence trouble_;
};

}  // namespace screens
