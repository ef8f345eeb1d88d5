// "Pelatihan": until when she herself is trained, and, for who holds trainings, who is due again,
// how many of the posyandu's people are trained, and what was held. Nobody is ranked.
#pragma once

#include "client/screens/ports/ports.h"
#include "client/screens/training/holding_model.h"
#include "client/screens/training/own_quiz.h"
#include "client/ui/words/words.h"

#include <optional>
#include <string>
#include <vector>

namespace screens {

enum class TrainingPart { Mine, Due, Coverage, Held };

class TrainingModel {
public:
    explicit TrainingModel(const Ports& ports);
    void refresh();  // once a frame, before drawing

    // A cadre sees what is hers; who trains others sees the rest too.
    bool holds_trainings() const { return me_.role == "BIDAN" || me_.role == "KOORD"; }
    bool is_taught() const { return me_.role == "KADER" || me_.role == "BIDAN"; }
    TrainingPart at() const { return at_; }
    void open(TrainingPart part) { at_ = part; }

    // ---- her own
    const care::Standing& mine() const { return mine_; }
    std::string my_state() const;   // "Berlaku sampai 4 Maret 2028"
    std::string what_next() const;  // "Rencanakan penyegaran sebelum 3 Januari 2028."
    const std::optional<Draft>& quiz() const { return quiz_; }  // left in the middle
    Draft quiz_to_open() const;                                 // that one, or a new one

    // ---- who is due
    struct Row {
        std::string id, name, detail;
        care::Standing standing;
    };
    struct Group {
        care::TrainingState state = care::TrainingState::Never;
        std::size_t count = 0;
    };
    const std::vector<Row>& due() const { return due_; }  // by group, then name
    const std::vector<Group>& groups() const { return groups_; }
    std::string when(const Row& row) const;  // "sampai 4 Mar 2026"

    // ---- coverage
    struct UnitRow {
        std::string name;
        care::CoverageCount cadres;
    };
    const std::vector<UnitRow>& units() const { return units_; }
    const care::TrainingCoverage& coverage() const { return coverage_; }
    // A server that does not say yet where people work: nothing to count by unit.
    bool knows_units() const { return knows_units_; }

    // ---- what was held, and what is being written down
    struct Participant {
        std::string record, name, detail;
        bool is_sent = false;
    };
    struct Held {
        std::string title, detail;
        std::vector<Participant> participants;
    };
    const std::vector<Held>& held() const { return held_; }
    const std::vector<Draft>& unfinished() const { return unfinished_; }
    Draft new_training() const;

private:
    void read();
    void read_drafts();
    void read_due(const care::Trainings& trainings);
    void read_coverage(const care::Trainings& trainings);
    void read_held();
    bool is_ours(const care::Worker& worker) const;
    std::string unit_names(const care::Worker& worker) const;
    std::string choice(const Fields& fields, const char* question) const;
    Participant participant_of(const WrittenTraining& training) const;

    Ports ports_;
    Me me_;
    TrainingPart at_ = TrainingPart::Mine;
    Date today_{};
    std::int64_t version_ = -1;
    std::vector<care::Worker> workers_;
    std::vector<WrittenTraining> written_;
    care::Standing mine_;
    std::optional<Draft> quiz_;
    std::vector<Row> due_;
    std::vector<Group> groups_;
    std::vector<UnitRow> units_;
    care::TrainingCoverage coverage_;
    bool knows_units_ = false;
    std::vector<Held> held_;
    std::vector<Draft> unfinished_;
};

std::string state_name(care::TrainingState state);  // "Perlu penyegaran"

}  // namespace screens
