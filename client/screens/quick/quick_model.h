// "Catat cepat": a day's paper, copied row by row with the keyboard alone. Each row becomes real
// records, all of them or none, through the same checks as a visit that is led through.
//
// A half row is kept at every key. What was saved since sign-in can be taken back.
#pragma once

#include "client/screens/danger/alarms.h"
#include "client/screens/frame/ways.h"
#include "client/screens/quick/quick_cells.h"
#include "client/ui/words/words.h"
#include "shared/care/danger_signs.h"

#include <optional>
#include <string>
#include <vector>

namespace screens {

// A row that became records.
struct QuickSaved {
    std::string visit, household, name;
    std::string what;  // "4,2 kg · KF1"
    Date on{};
    struct Written {
        std::string type, id;
    };
    std::vector<Written> records;
    std::vector<std::string> added;  // persons, to the visit that another row began
    std::string noted;               // added to that visit's note
    std::vector<Draft> drafts;       // of checks that were gone on with
    bool has_sign = false;
    bool is_undone = false;
};

// What lasts from row to row and from page to page, until the next sign-in.
struct QuickDay {
    std::string visit_type;  // code; of the whole sheet
    std::vector<QuickSaved> saved;
    std::size_t count() const;
};

struct QuickStop {
    enum class Kind { Day, Who, Weight, Temp, Contacts, Cell, Save };
    Kind kind = Kind::Who;
    std::size_t cell = 0;
    bool operator==(const QuickStop&) const = default;
};

class QuickModel {
public:
    QuickModel(const Ports& ports, QuickDay& day);
    void refresh();  // once a frame

    const QuickRow& row() const { return row_; }
    const QuickDay& day() const { return day_; }
    const QuickPeople& people() const { return people_; }
    const std::vector<QuickCell>& cells() const { return cells_; }
    const QuickCell* cell() const;  // the keyboard is on
    std::vector<QuickStop> stops() const;
    QuickStop at() const { return at_; }
    bool wants_focus() const { return wanted_.has_value(); }
    // Where the keyboard shall go; taken by the view once.
    std::optional<QuickStop> take_wanted() { return std::exchange(wanted_, std::nullopt); }

    // ---- what was typed
    std::string day_text, query, weight, temp, contacts;
    void typed();                                 // one of those texts
    bool keep_row();                              // the page is left; false: the disk refused
    void arrived(QuickStop stop) { at_ = stop; }  // by Tab or by the mouse
    void key(char typed);                         // at a cell
    void wiped();                                 // Backspace at a cell: it, or the one before
    void move_on();                               // Enter
    void visit_type_chosen(const std::string& code);

    // ---- the family
    const std::vector<FamilyRow>& matches() const { return matches_; }
    void query_typed();
    void chosen(std::size_t match);
    void let_go();  // another family

    // ---- saving
    std::vector<forms::Problem> problems() const { return problems_; }
    std::size_t left() const;  // questions without an answer
    bool is_complete() const;
    bool save_clicked();                       // true: saved; the row is a new one
    std::optional<std::string> take_family();  // a saved sign: this family shall be opened
    void undo_pressed();
    const words::Sentence& refusal() const { return refusal_; }  // why a row was not taken back
    void clear_clicked();
    const words::Sentence& trouble() const { return trouble_; }
    std::string take_note() { return std::exchange(note_, {}); }

    // ---- a danger sign
    const care::DangerSign* alarm() const { return alarm_; }  // of the key just pressed
    // Those of the row that no referral answers; they stand above it until it is gone on with.
    const std::vector<Alarm>& alarms() const { return alarms_; }
    std::optional<FormStart> go_on_with_sign();
    void alarm_was_slip();  // "Salah tekan": the answer is taken back
    void alarm_read() { alarm_ = nullptr; }
    // Saves the visit and hands what was typed over to the forms; the form to open now.
    std::optional<FormStart> go_on_as_visit();
    // A form insists on what is not asked here: the row can be gone on with there.
    bool is_asked_elsewhere() const { return !elsewhere_.form.empty() && !elsewhere_.is_at_visit; }
    std::optional<FormStart> elsewhere_pressed();

private:
    void begin_row();
    void take_up(const Draft& draft);
    void read_people();
    void keep();
    void settle();  // cells, problems and signs, after every change
    void find_signs();
    void find_problems();
    void add_elsewhere(const std::string& form, const forms::Question& question);
    void go_to(QuickStop stop);
    std::optional<Date> day_of_row() const;
    Date day_or_today() const;
    const QuickVisit* standing() const;  // of the same family and day: it goes on
    Fields visit() const;
    std::vector<Save> saves() const;
    Save save_of(const std::string& type, const std::string& id, Fields answers) const;
    void add_to_visit(const QuickVisit& earlier, std::vector<Save>& saves) const;
    void add_contacts(std::vector<Save>& saves) const;
    std::vector<Save> saves_now() const;
    void note_contacts(std::vector<Save>& now) const;
    std::string typed_contacts() const;
    base::Result<bool> is_gone_on_from(const QuickSaved& row) const;
    void take_out_of_visit(const QuickSaved& row, std::vector<Save>& saves) const;
    std::vector<Save> undoing(const QuickSaved& row) const;
    std::optional<std::vector<Draft>> drafts_of_checks(const std::string& visit_id);
    bool has_sign() const;
    QuickSaved saved_as(const std::vector<Save>& saves, const std::vector<std::string>& ids) const;

    Ports ports_;
    QuickDay& day_;
    Me me_;
    QuickRow row_;
    QuickPeople people_;
    std::vector<QuickCell> cells_;
    std::vector<forms::Problem> problems_;
    std::vector<FamilyRow> matches_;
    std::int64_t version_ = -1;
    QuickStop at_;
    std::optional<QuickStop> wanted_;
    const care::DangerSign* alarm_ = nullptr;
    std::vector<Alarm> alarms_;
    std::string alarm_form_, alarm_field_, open_family_, note_;
    struct Elsewhere {
        std::string form, field;
        bool is_at_visit = false;  // which is saved before its forms: no going on either
    };
    Elsewhere elsewhere_;
    bool is_kept_ = true;  // as it stands on the screen
    words::Sentence trouble_, refusal_;
};

}  // namespace screens
