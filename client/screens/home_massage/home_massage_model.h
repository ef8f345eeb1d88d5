// The massages that a family gave at home: one of them told closely, or many at once. What is known
// already stands beside it, what was seen apart from what was told.
//
// One draft holds every key pressed. A complaint that is grave leads to the referral; the session
// is saved first, whatever becomes of it.
#pragma once

#include "client/screens/family/family_model.h"
#include "client/screens/frame/ways.h"
#include "client/screens/home_massage/session_log.h"
#include "client/screens/home_massage/session_tally.h"
#include "client/screens/home_massage/session_weeks.h"
#include "client/ui/words/words.h"

#include <optional>
#include <string>
#include <vector>

namespace screens {

inline constexpr const char* kHomeMassage = "_home_massage";  // the type of its drafts

// Sessions that were written down together and can be withdrawn together.
struct SessionLot {
    std::vector<std::string> records;
    std::string title, detail;  // "10 pijat, Sen 16 – Jum 20 Nov", "Suami · Cerita ibu"
};

class HomeMassageModel {
public:
    HomeMassageModel(const Ports& ports, HomeMassageStart start);

    void refresh();         // once a frame
    bool tick();            // keeps the draft when the typing pauses; true: ask again soon
    bool keep_draft_now();  // false: the disk refused

    // ---- what is on the page
    const FamilyModel& family() const { return family_; }
    bool is_found() const { return mother_ != nullptr && form_ != nullptr; }
    const std::string& mother() const { return start_.mother; }
    Date today() const { return ports_.today(); }
    std::string mother_name() const { return family_.person_name(start_.mother); }
    std::vector<Person> mothers() const;  // of the family, alive: to choose between
    const forms::Form& form() const { return *form_; }
    bool is_several() const { return start_.is_several; }
    SessionLog& log() { return log_; }
    SessionTally& tally() { return tally_; }
    const std::vector<Performer>& performers() const { return performers_; }
    struct VisitDay {
        std::string id, text;
    };
    const std::vector<VisitDay>& visits() const { return visits_; }
    const std::vector<SessionWeek>& weeks() const { return weeks_; }
    const std::vector<SessionLot>& lots() const { return lots_; }
    bool shows_more() const { return shows_more_; }
    bool is_grave() const { return is_several() ? tally_.is_grave() : log_.is_grave(); }
    const words::Sentence& trouble() const { return trouble_; }
    // What was just saved, with a way back; nullptr: nothing.
    const SessionLot* just_saved() const { return just_saved_ ? &*just_saved_ : nullptr; }
    const SessionLot* to_withdraw() const { return to_withdraw_ ? &*to_withdraw_ : nullptr; }
    std::string take_note() { return std::exchange(note_, {}); }
    // A referral is to be written now.
    std::optional<FormStart> take_referral() { return std::exchange(referral_, std::nullopt); }
    // Something to be read first stands at the top of the page.
    bool take_to_top() { return std::exchange(is_to_top_, false); }
    bool take_to_missing() { return std::exchange(is_to_missing_, false); }  // the first of them

    // ---- what the user did
    void choose_mother(const std::string& id);
    void choose_several(bool is_several);
    void more_clicked() { shows_more_ = !shows_more_; }
    void changed();
    void save_clicked(bool refers);
    void withdraw_clicked(const SessionLot& lot);
    void withdraw_confirmed();
    void withdraw_cancelled() { to_withdraw_.reset(); }

private:
    void read();
    void settle();
    void read_lots();
    void link_referrals();
    void take_up_draft();
    void begin_anew();
    HomeFamily home() const { return {ports_, *known_, *mother_}; }
    SessionLot lot_of(const std::vector<const care::Event*>& sessions) const;
    SessionLot lot_saved(const std::vector<Save>& saves, const std::vector<std::string>& ids) const;

    Ports ports_;
    HomeMassageStart start_;
    FamilyModel family_;
    std::optional<care::Family> known_;
    const care::Person* mother_ = nullptr;
    const forms::Form* form_ = nullptr;
    SessionLog log_;
    SessionTally tally_;
    std::vector<Performer> performers_;
    std::vector<VisitDay> visits_;
    std::vector<SessionWeek> weeks_;
    std::vector<SessionLot> lots_;
    std::optional<SessionLot> just_saved_, to_withdraw_;
    std::vector<Save> withdrawals_;  // of to_withdraw_, as its sessions are while it is asked
    std::optional<FormStart> referral_;
    std::string note_;
    words::Sentence trouble_;
    words::Language language_ = words::Language::Indonesian;
    std::int64_t version_ = -1;
    Instant changed_at_;
    bool is_changed_ = false, is_draft_written_ = false, shows_more_ = false, is_to_top_ = false,
         is_to_missing_ = false;
};

}  // namespace screens
