// Teaching a family the massage, from who learns to what came of it (DOMAIN 2.4 to 2.7).
//
// Its parts follow one another; the one where hands are laid on the mother opens only behind the
// safety check and her own yes. What has happened is kept whatever is answered afterwards. Until it
// is saved, all records together or none, one draft holds every answer.
#pragma once

#include "client/screens/family/family_model.h"
#include "client/screens/frame/page_draft.h"
#include "client/screens/massage/safety_check_model.h"
#include "shared/care/procedure.h"

#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace screens {

inline constexpr const char* kTeaching = "_teaching";  // the type of its drafts
// Of the mother, at the visit: so that the guided visit finds what was begun.
bool is_teaching_of(const Draft& draft, const std::string& mother, const std::string& visit);

// The danger signs told in its safety check, as the check of a mother holds them.
Fields told_before_massage(const Draft& draft);

enum class TeachingPart { Who, Safety, Consent, Explain, Show, Practise, After, Feed, Finish };
// Why nothing is taught now, before any question.
enum class TeachingGate { Open, NotHere, NoVisit, Grief, DangerSign, Refused };

inline constexpr int kNotAssessed = 9;

class TeachingModel {
public:
    TeachingModel(const Ports& ports, TeachingStart start);

    void refresh();  // once a frame, before drawing
    const FamilyModel& family() const { return family_; }
    std::string mother() const { return family_.person_name(start_.mother); }
    const std::string& mother_id() const { return start_.mother; }
    TeachingGate gate() const;
    std::vector<const Person*> mothers() const;  // to choose from, where none is meant
    void choose_mother(const std::string& id);
    SafetyCheckModel& safety() { return safety_; }
    const SafetyCheckModel& safety() const { return safety_; }
    void safety_answered();  // after something of it was pressed

    // ---- its parts
    std::vector<TeachingPart> parts() const;
    TeachingPart at() const { return at_; }
    static std::string title(TeachingPart part);
    bool is_complete(TeachingPart part) const;
    bool may_open(TeachingPart part) const;
    std::string missing() const;  // what the open part still waits for; empty: nothing
    void go(TeachingPart part);
    void next();
    void back();
    bool is_first() const { return at_ == TeachingPart::Who; }

    // ---- how it goes
    bool is_stopped() const;       // no massage: a sign or her "no"; for good, today
    bool is_only_refused() const;  // her "no"
    bool is_hands_off() const;     // nobody lays hands on her today; explaining is all right
    bool may_practise() const;     // the check, her yes, and the family wants to
    bool has_hands_on() const;     // a massage has begun
    bool is_interrupted() const;   // and then a sign or her "no" came
    bool asks_about_feed() const;

    // ---- questions of the forms, by "teaching.methods", "session.comfort"
    struct Ask {
        const RegisteredPart* part = nullptr;
        const forms::Question* question = nullptr;
        std::string key() const { return part->key_of(question->name); }
    };
    std::vector<Ask> asks(TeachingPart part) const;  // that apply now
    std::string said(const std::string& key) const;
    std::string& typed(const std::string& key) { return said_[key]; }
    struct Remark {
        std::string text;
        forms::Severity severity = forms::Severity::Error;
    };
    std::optional<Remark> remark(const Ask& ask) const;
    bool is_required(const Ask& ask) const;
    void typed_changed();
    void choose(const std::string& key, const std::string& code);  // again: taken back
    void toggle(const Ask& ask, const std::string& code);

    // ---- who learns
    struct Learner {
        std::string id, name, detail;
    };
    std::vector<Learner> learners() const;
    std::string learner() const;  // her or his name; empty: not chosen
    FormStart somebody_new() const;
    std::string trainer_remark() const;  // her own training is over; empty: nothing to say
    // The marks of an earlier practice, where the same person learns again: by step.
    int earlier_score(const std::string& step) const;

    // ---- the practice
    const care::Procedure& procedure() const { return procedure_; }
    int score(const std::string& step) const;                // 0: not yet
    void score_pressed(const std::string& step, int score);  // again: taken back
    int unscored() const;
    const care::ProcedureStep* next_unscored() const;
    void stop_clicked();  // she feels unwell: the practice ends here
    care::CompetenceResult result() const;
    std::vector<const care::ProcedureStep*> to_strengthen() const;  // 1 or 2
    Date retest_from() const;

    // ---- saving
    bool may_save() const;
    void save_clicked();
    PageDraft& draft() { return draft_; }
    bool is_saved() const { return is_saved_; }
    bool tick();  // once a frame: keeps the draft when the typing pauses
    void keep_draft_now();
    const words::Sentence& trouble() const { return trouble_; }
    // The referral that a danger sign asks for, with its signs; and the report of what was done
    // before, which nobody refuses.
    FormStart referral() const;
    FormStart report() const;
    bool needs_referral() const;          // of what was saved
    bool asks_referral_for_harm() const;  // heavier bleeding, or a severe complaint
    Alarm alarm() const;                  // for the midwife's message

private:
    void begin();
    void restore(const Draft& draft);
    void forget_other_day();
    void look_at_the_day();
    void begin_retest();
    void read_earlier_marks(const std::string& teaching);
    void changed(bool is_typing);
    void rebuild();
    void build_parts();
    Fields teaching_known() const;
    Fields session_known() const;
    std::string now_text() const;
    bool consents() const { return said("teaching.consent_touch") == "1"; }
    bool refuses() const;
    care::Safety outcome() const;  // of everything said so far
    bool has_error(TeachingPart part) const;
    bool gives_session() const;
    std::vector<care::StepScore> scores() const;
    std::vector<Save> saves();
    Fields draft_answers() const;
    forms::Context context() const;
    std::optional<std::string> lookup(std::string_view type, std::string_view id,
                                      std::string_view field) const;

    Ports ports_;
    TeachingStart start_;
    PageDraft draft_;
    FamilyModel family_;
    SafetyCheckModel safety_;
    care::Procedure procedure_;
    Said said_;
    std::vector<RegisteredPart> records_;  // "teaching", "session"
    std::map<std::string, Fields> answers_;
    std::map<std::string, std::vector<forms::Problem>> problems_;
    std::map<std::string, int> earlier_;
    TeachingPart at_ = TeachingPart::Who;
    std::string started_at_, hands_on_at_, teaching_id_;
    std::set<TeachingPart> missed_;  // she wanted to go on: what is missing is marked
    words::Sentence trouble_;
    bool is_saved_ = false, is_typing_ = false;
};

}  // namespace screens
