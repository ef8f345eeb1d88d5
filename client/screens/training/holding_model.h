// A training that is being held: what, when and by whom, who takes part, and what came of it for
// each. It becomes one record per participant, all of them or none; until then one draft keeps
// every key pressed, for as many days as the training lasts.
//
// The result of a training in the massage and its last day are worked out, never typed.
#pragma once

#include "client/screens/frame/page_draft.h"
#include "client/screens/ports/ports.h"
#include "client/screens/training/quiz_model.h"
#include "client/screens/training/step_sheet.h"
#include "client/ui/words/words.h"
#include "shared/forms/check.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace screens {

inline constexpr const char* kHolding = "_training";  // the type of its drafts
inline constexpr const char* kHealthCentre = "PKM";   // as organiser, where no posyandu is
inline constexpr int kSessionsMax = 8;

// "Pelatihan dengan 3 peserta"
std::string holding_title(const Draft& draft);
std::string role_name(const std::string& role);  // "Kader", "Bidan"

enum class HoldingPart { About, Who, Scores };
enum class TestTime { Before, After };

class HoldingModel {
public:
    HoldingModel(const Ports& ports, std::string draft);
    void refresh();  // once a frame, before drawing

    Date today() const { return ports_.today(); }

    // ---- its parts
    HoldingPart at() const { return at_; }
    void open(HoldingPart part);
    bool is_massage() const { return topic_ == care::kMassageTopic; }

    // ---- about the training
    struct Option {
        std::string code, text;
    };
    std::vector<Option> topics() const;  // of the form
    std::vector<Option> organisers() const;
    const std::string& topic() const { return topic_; }
    const std::string& organiser() const { return organiser_; }
    int sessions() const { return sessions_; }
    std::string& start() { return start_; }
    std::string& end() { return end_; }
    std::string& trainer() { return trainer_; }
    void choose_topic(const std::string& code);
    void choose_organiser(const std::string& code);
    void choose_sessions(int count);
    // What is wrong with "start_date", "end_date", "organiser_unit_id" or "trainer_name".
    std::string problem(const std::string& field) const;
    std::string remark() const;  // of the form: a training of more than thirty days

    // ---- who takes part
    struct Person {
        std::string id, name, detail;  // "Kader · Posyandu Melati 3"
        bool is_ours = false;          // of one of this user's posyandu
    };
    std::string& query() { return query_; }
    std::vector<Person> people() const;  // active, those of ours first, by name
    bool takes_part(const std::string& user) const;
    void participant_pressed(const std::string& user);  // again: off, unless something is written
    std::vector<Person> participants() const;
    bool is_written(const std::string& user) const;  // something is written down of her

    // ---- what came of it
    struct Outcome {
        int attended_pct = 0;
        std::optional<int> pre, post;
        std::optional<care::Practical> practical;
        care::Competence result = care::Competence::NotAssessed;
        bool is_result_open = false;      // to be chosen: no practical decides it
        std::optional<Date> valid_until;  // of a pass
    };
    Outcome outcome(const std::string& user) const;
    const std::string& person() const { return person_; }  // who is open; empty: the list
    std::string person_name() const;
    void open_person(const std::string& user);
    void close_person();
    bool came(const std::string& user, int session) const;
    void came_pressed(int session);  // of who is open
    std::string& typed_score(TestTime time);
    std::string score_problem(TestTime time) const;
    const StepSheet& sheet() const { return taking().sheet; }
    void mark_pressed(const std::string& step, int mark);
    void choose_result(care::Competence result);

    // ---- the test, taken on this laptop by who is open
    QuizModel* test() { return test_ ? &*test_ : nullptr; }
    TestTime test_time() const { return test_time_; }
    void test_clicked(TestTime time);
    void test_answered() { changed_now(); }
    void test_done();  // its score is hers
    void test_left();  // thrown away

    // ---- saving
    void changed();  // after anything was typed
    void save_clicked();
    bool is_saved() const { return is_saved_; }
    std::size_t saved_count() const { return people_.size(); }
    PageDraft& draft() { return draft_; }
    bool tick();  // once a frame: keeps the draft when the typing pauses. True: ask again soon
    void keep_draft_now();
    const words::Sentence& trouble() const { return trouble_; }

private:
    struct Taking {
        StepSheet sheet;
        std::set<int> came = {};
        std::string pre = {}, post = {};
        std::string result = {};  // of a topic without a practical
        bool is_written() const;
    };
    const care::Worker* worker(const std::string& user) const;
    Person person_of(const care::Worker& worker) const;
    bool is_ours(const care::Worker& worker) const;
    Taking& taking() { return people_.at(person_); }
    const Taking& taking() const { return people_.at(person_); }
    std::optional<Date> day(const std::string& typed) const;
    void changed_now();  // after a press: kept at once
    std::vector<forms::Problem> problems_of(const Fields& answers) const;
    Fields about() const;
    Fields record_of(const std::string& user) const;
    std::string unit_of(const std::string& user) const;
    bool is_ready_to_save();
    bool refuse(HoldingPart part, const char* msgid, std::vector<std::string> values = {});
    std::vector<Save> saves() const;
    Fields draft_answers() const;
    void restore(const Fields& kept);
    void restore_person(const Fields& kept, const std::string& user);

    Ports ports_;
    Me me_;
    std::vector<care::Worker> workers_;
    std::int64_t version_ = -1;
    care::Procedure procedure_;
    PageDraft draft_;
    HoldingPart at_ = HoldingPart::About;
    std::string topic_{care::kMassageTopic};
    std::string organiser_, start_, end_, trainer_, query_, person_;
    int sessions_ = 1;
    std::map<std::string, Taking> people_;
    std::optional<QuizModel> test_;
    TestTime test_time_ = TestTime::Before;
    words::Sentence trouble_;
    int tries_ = 0;
    bool is_saved_ = false;
};

}  // namespace screens
