// The application as the screens see it, in memory: what a test puts in is what the screens show,
// what they save can be looked at.
#pragma once

#include "client/screens/ports/ports.h"
#include "shared/base/clock.h"
#include "shared/base/id.h"
#include "shared/base/random.h"
#include "tests/client/desk/desk_agenda.h"
#include "tests/client/desk/desk_births.h"
#include "tests/client/desk/desk_courier.h"
#include "tests/client/desk/desk_referrals.h"
#include "tests/client/desk/desk_register.h"
#include "tests/client/desk/desk_settings.h"
#include "tests/client/desk/desk_speaker.h"
#include "tests/client/desk/desk_training.h"

#include <map>
#include <string>
#include <vector>

namespace desk {

using namespace screens;

struct StoredRecord {
    std::string id, type;
    Fields fields;
    Sending sending = Sending::Waiting;
};

class Desk final : public Session, public Families, public Records, public Sync {
public:
    Desk();
    Ports ports();

    // Puts a record in as if it had been saved before. `answers` as JSON; returns its id.
    std::string put(const std::string& type, const std::string& answers,
                    Sending sending = Sending::Sent);
    void forget_all() {  // a laptop that was just registered
        records_.clear();
        agenda = {};
    }
    void retract(const std::string& id, const std::string& reason);
    // As if somebody had written more into it since; a null takes out.
    void change(const std::string& id, const std::string& answers);
    const StoredRecord* find(const std::string& id) const;
    std::vector<const StoredRecord*> all(const std::string& type) const;

    // Session
    std::vector<LocalUser> users() override { return local_users; }
    void unlock(const std::string& user, const std::string& pin) override;
    Unlocking unlocking() override;
    void practise(bool anew) override;
    Me me() override;
    base::Zone zone() override { return {}; }
    void lock() override { ++locked; }
    std::optional<Closed> closed() override { return closed_now; }
    void closed_was_read() override { closed_now.reset(); }
    std::optional<Closed> closed_now;

    // Families
    std::vector<FamilyRow> list(const std::string& query) override;
    base::Result<Family> family(const std::string& id) override;
    base::Result<std::vector<Written>> history(const std::string& record) override {
        return written[record];
    }
    // Simpler than the application's: a name that sounds alike and one thing more.
    std::vector<LookAlike> look_alikes(const Fields& household, const Fields& person) override;
    std::int64_t version() override { return version_; }

    // Records
    const forms::FormSet& forms() override { return form_set; }
    std::optional<std::string> lookup(std::string_view type, std::string_view id,
                                      std::string_view field) override;
    base::Result<Fields> answers_of(const std::string& record) override;
    base::Result<Opened> open_record(const std::string& record) override;
    base::Result<std::string> save(const Save& save) override;
    base::Result<std::vector<std::string>> save_all(const std::vector<Save>& saves) override;
    std::string new_draft_id() override { return base::make_uuid7(clock.now(), random_); }
    base::Status put_draft(const Draft& draft) override;
    std::vector<Draft> drafts() override;
    base::Status discard_draft(const std::string& id) override;
    Sending sending_of(const std::string& record) override;
    VisitNotes visit_notes(const std::string& visit) override { return notes_[visit]; }
    base::Status keep_visit_notes(const std::string& visit, const VisitNotes& notes) override;

    // Sync
    const SyncState& state() override { return sync; }
    void start() override { ++syncs_started; }
    void pause() override { sync.is_pausing = true; }
    void look() override {}
    std::vector<ResultRow> results(std::int64_t, std::int64_t) override { return sync_results; }

    // What a test sets and looks at.
    base::FixedClock clock;
    DeskAgenda agenda;
    DeskSettings settings;
    DeskAccess access;
    DeskKeeping keeping;
    DeskPrinting printing;
    DeskReferrals referrals;
    DeskRegister register_month;
    DeskCourier courier;
    DeskBirths births;
    DeskTraining trainings;
    DeskSpeaker speaker;
    std::string role = "KADER";
    std::optional<std::string> trainer_until;  // the last day of her own training
    forms::FormSet form_set = forms::FormSet::builtin();
    std::vector<Unit> units = {{"P03", "Posyandu Melati 3"}};
    std::vector<LocalUser> local_users = {{"dev-1", "Bu Sri Wahyuni"}};
    std::string right_pin = "24681357";
    Unlocking answer_to_wrong = {Unlocking::State::WrongPin, 0, {}};
    int frames_of_unlocking = 2;  // how long "working" is said
    SyncState sync;
    std::vector<ResultRow> sync_results;
    std::map<std::string, std::vector<Due>> due_of;       // by household
    std::map<std::string, std::vector<Written>> written;  // by record
    std::optional<base::ErrorCode> disk_refuses;
    int practised_anew = 0;
    int locked = 0, syncs_started = 0, drafts_written = 0;
    std::vector<Save> saves;
    std::optional<records::Revision> confirmed_at;  // of every record

private:
    std::string household_of(const StoredRecord& record) const;
    FamilyRow row_of(const StoredRecord& household) const;
    void add_what_filters_ask(FamilyRow& row) const;
    std::vector<Person> persons_of(const std::string& household) const;
    void add_named_mothers(Family& family) const;

    std::vector<StoredRecord> records_;
    std::map<std::string, Draft> drafts_;
    std::map<std::string, VisitNotes> notes_;
    Unlocking unlocking_;
    int frames_left_ = 0;
    bool pin_was_right_ = false, is_practice_ = false;
    std::int64_t version_ = 0;
    base::SeededRandom random_{1};
};

// Thursday, 5 March 2026, 09:30 in Jakarta.
base::Instant thursday();

// A posyandu with five families, the first with a mother and a baby of three weeks.
struct Village {
    std::string household, mother, infant, birth;
};
Village settle(Desk& desk);
// A long work list: a danger sign, what is late, what is due, what was put off, twins.
void fill_agenda(Desk& desk, const Village& village);

}  // namespace desk
