// A family written down in one go: house, mother, and the pregnancy, the birth with its babies, or
// the baby in somebody else's care. Also a part of it, for a family or a mother that is known.
//
// It becomes the several records that the forms define, saved together or not at all. Until then
// one draft holds every key pressed. Nothing of a birth is answered beforehand but that the baby
// was a single one.
#pragma once

#include "client/screens/frame/page_draft.h"
#include "client/screens/frame/ways.h"
#include "client/screens/registering/likenesses.h"
#include "client/screens/registering/registered_part.h"
#include "client/ui/words/words.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace screens {

inline constexpr const char* kRegistering = "_registering";  // the type of its drafts
inline constexpr int kBabiesMax = 4;                         // that fit on one page

// "Keluarga baru: Wahyu Nugroho"
std::string registering_title(const Draft& draft);

enum class Situation { Unsaid, Pregnant, Born, Cared, OnlyFamily };

class RegisteringModel {
public:
    RegisteringModel(const Ports& ports, RegisterStart start);

    // ---- what is on the page
    std::string title() const;
    std::string above() const;  // whose family, where it is known
    struct Ask {
        const RegisteredPart* part;
        const forms::Question* question;
        std::string key() const { return part->key_of(question->name); }
    };
    struct Section {
        std::string title;
        std::vector<Ask> asks;  // that apply now, in order
    };
    // House and mother come before the situation is asked, the rest after it.
    const std::vector<Section>& sections() const { return sections_; }
    bool asks_for_family() const { return start_.family.empty(); }
    bool asks_for_situation() const { return start_.situation.empty(); }
    Situation situation() const { return situation_; }
    const std::vector<Unit>& units() const { return units_; }  // to choose between; else empty
    const std::string& unit() const { return unit_; }

    std::string label(const Ask& ask) const;
    std::string help(const Ask& ask) const;
    std::string hint(const Ask& ask) const;  // inside the empty field
    bool is_required(const Ask& ask) const { return required_.contains(ask.key()); }
    struct Remark {
        std::string text;
        forms::Severity severity = forms::Severity::Error;
    };
    std::optional<Remark> remark(const Ask& ask) const;
    std::string said(const std::string& key) const;
    // Of a question with choices: what is chosen, also by the form's own default.
    std::string chosen(const Ask& ask) const {
        return answers_.at(ask.part->key).text(ask.question->name);
    }
    // The NIK does not fit the date of birth or the sex: does the card really say so?
    bool asks_nik_conflict(const Ask& ask) const;
    bool is_stillbirth() const;  // of every baby: gentle words

    // ---- what the user did
    std::string& typed(const std::string& key) { return said_[key]; }
    void typed_changed(const std::string& key);
    void choose(const std::string& key, const std::string& code);  // chosen again: taken back
    void toggle(const Ask& ask, const std::string& code);          // one of several
    void choose_situation(Situation situation);
    void choose_unit(const std::string& code);
    void save_clicked();
    PageDraft& draft() { return draft_; }

    Likenesses& likenesses() { return likenesses_; }
    const Likenesses& likenesses() const { return likenesses_; }
    void not_the_same_ticked();
    void alike_clicked() { is_alike_wanted_ = true; }  // the page goes there
    bool take_alike_clicked() { return std::exchange(is_alike_wanted_, false); }

    // Once a frame: keeps the draft and looks for duplicates when the typing pauses. True: ask
    // again soon.
    bool tick();
    void keep_draft_now();

    words::Sentence trouble() const { return trouble_; }
    std::string take_focus() { return std::exchange(focus_, {}); }
    bool is_saved() const { return is_saved_; }
    const std::string& family() const { return family_; }  // once saved: to open

private:
    void begin();
    void restore(const Draft& draft);
    void rebuild();
    void build_parts();
    void add_family_part();
    void add_mother_part();
    void add_pregnancy_part();
    void add_birth_parts();
    void add_baby_parts(int number, int count);
    void add_carer_parts();
    RegisteredPart& add_part(const std::string& key, const char* form,
                             std::vector<std::string> asked);
    void build_sections();
    void add_section(const std::string& title, const std::vector<std::string>& keys);
    std::string mother_name() const;
    std::string id_of(const std::string& key);
    int babies() const;
    bool is_alive_at_birth(int number) const;
    forms::Context context() const;
    std::optional<std::string> lookup(std::string_view type, std::string_view id,
                                      std::string_view field) const;
    const RegisteredPart* part(const std::string& key) const;
    void changed(const std::string& key);
    void look_for_duplicates();
    bool is_ready_to_save();
    bool go_to_first_problem();
    std::optional<std::string> error_of(const Ask& ask) const;
    std::vector<Save> saves() const;
    Fields draft_answers() const;

    Ports ports_;
    RegisterStart start_;
    PageDraft draft_;
    std::optional<records::Revision> base_;  // of the pregnancy that a birth ends
    Situation situation_ = Situation::Unsaid;
    Fields household_;  // of a known family
    Said said_;
    std::map<std::string, std::string> ids_;  // by part
    std::vector<RegisteredPart> parts_;       // in the order in which they are saved
    std::map<std::string, Fields> answers_;   // by part
    std::map<std::string, std::vector<forms::Problem>> problems_;
    std::vector<Section> sections_;
    Likenesses likenesses_;
    std::vector<Unit> units_;
    std::string unit_, family_, focus_;
    std::string being_typed_;         // its problem waits until she pauses
    std::set<std::string> required_;  // by key: once missed, it is marked as needed
    words::Sentence trouble_;
    int tries_ = 0;
    bool is_saved_ = false, is_alike_wanted_ = false;
};

}  // namespace screens
