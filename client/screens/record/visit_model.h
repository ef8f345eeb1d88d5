// A visit that leads: one step after the other, each saved by itself. Where it stands is worked out
// from what is saved and begun (visit_steps), so that it goes on after a crash or a closed lid.
#pragma once

#include "client/screens/record/record_form_model.h"
#include "client/screens/record/visit_steps.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace screens {

class VisitModel {
public:
    VisitModel(const Ports& ports, const std::string& family, VisitKind kind);

    // Once a frame: what is saved leads on to the next step.
    void refresh();
    const FamilyModel& family() const { return family_; }
    const std::vector<GuidedStep>& steps() const { return steps_; }
    std::size_t at() const { return at_; }
    bool is_at_end() const { return form_ == nullptr && !is_at_teaching_; }  // summing up
    bool is_at_teaching() const { return is_at_teaching_; }  // which has a page of its own
    TeachingStart teaching() const;
    RecordFormModel& form() { return *form_; }  // of the step that is open
    std::string title() const;                  // "Pemeriksaan bayi · Aisyah"
    bool is_short() const { return notes_.is_short; }
    std::string gentle_words() const;  // for a family that mourns; else empty

    // ---- what the user did
    void go(std::size_t step);
    void go_to_end();
    void pass_over();  // "not asked": said, not forgotten
    bool may_pass_over() const;
    void make_full();  // a short visit becomes a whole one
    bool keep();       // the page is left: what is being typed stays; false: it could not be kept
    bool take_saved() { return std::exchange(is_saved_, false); }
    words::Sentence trouble() const { return trouble_; }

    // ---- summing up
    struct Told {
        std::string title, who;
        StepState state = StepState::Todo;
        bool is_sent = false;
    };
    std::vector<Told> told() const;
    std::string outcome() const;  // of the visit, in words
    bool is_met_at_all() const;
    struct Next {
        std::string title, who, when;
        bool is_overdue = false;
    };
    std::vector<Next> next() const;  // what comes after this visit
    int danger_signs() const;        // seen at this visit
    // Whose record says that she or he lives, while the visit says otherwise.
    std::vector<const Person*> to_be_marked_dead() const;

private:
    const Entry* visit() const;
    std::string find_todays_visit() const;
    void line_up();
    void open(std::size_t step);
    void open_first();
    void open_next_after(std::size_t step);
    void step_saved();

    Ports ports_;
    FamilyModel family_;
    VisitNotes notes_;
    std::string visit_;  // its record; empty until it is saved
    std::vector<GuidedStep> steps_;
    std::size_t at_ = 0;
    std::unique_ptr<RecordFormModel> form_;
    bool is_saved_ = false, is_at_teaching_ = false;
    words::Sentence trouble_;
};

}  // namespace screens
