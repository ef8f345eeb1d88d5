#include "client/screens/home_massage/home_massage_model.h"

#include "client/screens/family/family_context.h"
#include "client/screens/record/record_form_model.h"
#include "client/ui/words/dates.h"
#include "shared/base/id.h"
#include "shared/base/text.h"
#include "shared/care/danger_signs.h"

#include <algorithm>

namespace screens {

using words::later;
using words::tr;

namespace {

// Written into records, so in the language of the records.
constexpr const char* kWithdrawn = "Ditarik: salah catat pijat di rumah";
constexpr const char* kReferred = "Rujukan sudah ditulis";
constexpr const char* kMode = "home.several";
constexpr const char* kMother = "home.mother";
constexpr std::int64_t kTogetherMs = 3000;  // made by one press
constexpr std::size_t kVisitsMost = 12, kLotsMost = 4;

bool is_of_same_lot(const care::Event& a, const care::Event& b) {
    const auto first = base::made_at(a.record->id.text());
    const auto second = base::made_at(b.record->id.text());
    if (!first || !second || second->unix_ms - first->unix_ms > kTogetherMs) return false;
    return a.fields().text("source") == b.fields().text("source") &&
           a.fields().text("performer_relation") == b.fields().text("performer_relation") &&
           a.fields().text("performer_id") == b.fields().text("performer_id");
}

}  // namespace

HomeMassageModel::HomeMassageModel(const Ports& ports, HomeMassageStart start)
    : ports_(ports), start_(std::move(start)), family_(ports, start_.family) {
    form_ = ports_.records.forms().find(kSession);
    take_up_draft();
    if (start_.draft.empty()) start_.draft = ports_.records.new_draft_id();
    read();
    link_referrals();
}

void HomeMassageModel::take_up_draft() {
    if (start_.draft.empty()) return;
    for (const Draft& draft : ports_.records.drafts()) {
        if (draft.id != start_.draft) continue;
        is_draft_written_ = true;
        start_.is_several = draft.answers.text(kMode) == "1";
        if (draft.answers.has(kMother)) start_.mother = draft.answers.text(kMother);
        log_.recover(draft.answers);
        tally_.recover(draft.answers);
    }
}

std::vector<Person> HomeMassageModel::mothers() const {
    std::vector<Person> all;
    for (const Person& person : family_.family().persons) {
        if (person.is_mother && !person.is_dead) all.push_back(person);
    }
    return all;
}

void HomeMassageModel::read() {
    version_ = family_.version();
    language_ = words::language();
    known_.emplace(family_.family().records);
    if (start_.mother.empty() && !mothers().empty()) start_.mother = mothers().front().id;
    mother_ = known_->person(start_.mother);
    visits_.clear();
    if (!is_found()) return;
    performers_ = performers_of(*known_, *mother_);
    weeks_ = weeks_of(care::Family::of(known_->sessions(), *mother_));
    for (const Entry& entry : family_.family().entries) {  // newest first
        if (entry.type != "visit" || visits_.size() >= kVisitsMost) continue;
        visits_.push_back({entry.id, words::long_date(entry.on)});
    }
    read_lots();
    settle();
}

void HomeMassageModel::settle() {
    if (!is_found()) return;
    log_.settle(home());
    tally_.settle(home());
}

void HomeMassageModel::refresh() {
    family_.refresh();
    if (version_ != family_.version() || language_ != words::language()) read();
}

SessionLot HomeMassageModel::lot_of(const std::vector<const care::Event*>& sessions) const {
    SessionLot lot;
    Date first = sessions.front()->on, last = first;
    for (const care::Event* each : sessions) {
        lot.records.push_back(each->record->id.text());
        first = std::min(first, each->on);
        last = std::max(last, each->on);
    }
    const std::string count = std::to_string(sessions.size());
    lot.title = tr("{0} sessions, {1}", {count, span_words(first, last)});
    const FamilyContext context{ports_, family_.family(), *known_, ports_.today()};
    const Fields& fields = sessions.front()->fields();
    lot.detail =
        base::joined(std::vector<std::string>{context.said(kSession, fields, "performer_relation"),
                                              context.said(kSession, fields, "source")},
                     "  ·  ");
    return lot;
}

// Told without an hour and made in one moment: a tally. The newest first.
void HomeMassageModel::read_lots() {
    lots_.clear();
    std::vector<const care::Event*> told;
    for (const care::Event& session : care::Family::of(known_->sessions(), *mother_)) {
        const bool is_told = session.fields().text("source") != "OBS";
        if (is_told && session.fields().text("time_known") == "0") told.push_back(&session);
    }
    std::sort(told.begin(), told.end(), [](const care::Event* a, const care::Event* b) {
        return a->record->id < b->record->id;
    });
    std::vector<const care::Event*> together;
    const auto close = [&] {
        if (together.size() > 1) lots_.push_back(lot_of(together));
        together.clear();
    };
    for (const care::Event* each : told) {
        if (!together.empty() && !is_of_same_lot(*together.back(), *each)) close();
        together.push_back(each);
    }
    close();
    std::reverse(lots_.begin(), lots_.end());
    if (lots_.size() > kLotsMost) lots_.resize(kLotsMost);
}

// A session with a grave complaint, and the referral that was written after it: they belong
// together (V041).
void HomeMassageModel::link_referrals() {
    if (!is_found()) return;
    std::vector<Save> saves;
    for (const care::Event& session : care::Family::of(known_->sessions(), *mother_)) {
        if (!screens::is_grave(session.fields()) || session.fields().has("referral_id")) continue;
        const auto made = base::made_at(session.record->id.text());
        for (const care::Event& referral : care::Family::of(known_->referrals(), *mother_)) {
            const auto written = base::made_at(referral.record->id.text());
            const bool is_after = made && written && written->unix_ms >= made->unix_ms;
            const bool is_urgent =
                referral.fields().text("urgency") == care::to_code(care::Urgency::RedNow);
            if (!is_after || !is_urgent) continue;
            const auto opened = ports_.records.open_record(session.record->id.text());
            if (!opened.ok() || opened.value().answers.has("referral_id")) break;
            Save save;
            save.type = kSession;
            save.form_version = form_->version;
            save.record = session.record->id.text();
            save.base = opened.value().base;
            save.answers.set("referral_id", referral.record->id.text());
            save.reason = kReferred;
            saves.push_back(std::move(save));
            break;
        }
    }
    if (!saves.empty()) (void)ports_.records.save_all(saves);
}

// ---- the draft

bool HomeMassageModel::tick() {
    if (!is_changed_) return false;
    if (ports_.clock.now().unix_ms - changed_at_.unix_ms < kDraftPauseMs) return true;
    keep_draft_now();
    return false;
}

bool HomeMassageModel::keep_draft_now() {
    if (!is_changed_) return true;
    is_changed_ = false;
    if (!log_.is_begun() && !tally_.is_begun()) {
        if (is_draft_written_) (void)ports_.records.discard_draft(start_.draft);
        is_draft_written_ = false;
        return true;
    }
    Draft draft;
    draft.id = start_.draft;
    draft.type = kHomeMassage;
    draft.family = start_.family;
    draft.form_version = form_ != nullptr ? form_->version : std::string();
    draft.saved_at = ports_.clock.now();
    log_.keep(draft.answers);
    tally_.keep(draft.answers);
    draft.answers.set(kMode, start_.is_several ? "1" : "0");
    draft.answers.set(kMother, start_.mother);
    const bool is_kept = ports_.records.put_draft(draft).ok();
    is_draft_written_ = is_draft_written_ || is_kept;
    if (is_kept) return true;
    is_changed_ = true;
    changed_at_ = ports_.clock.now();  // tried again after a pause
    trouble_ = {later("Not kept: the laptop's disk refused."), {}};
    return false;
}

// ---- what the user did

void HomeMassageModel::choose_mother(const std::string& id) {
    start_.mother = id;
    read();
    changed();
}

void HomeMassageModel::choose_several(bool is_several) {
    start_.is_several = is_several;
    trouble_ = {};
    changed();
}

void HomeMassageModel::changed() {
    is_changed_ = true;
    changed_at_ = ports_.clock.now();
    settle();
}

SessionLot HomeMassageModel::lot_saved(const std::vector<Save>& saves,
                                       const std::vector<std::string>& ids) const {
    SessionLot lot;
    lot.records = ids;
    const auto day = [](const Save& save) {
        return base::local_date_of(save.answers.text("performed_at")).value_or(Date{});
    };
    const std::string when = span_words(day(saves.front()), day(saves.back()));
    lot.title = saves.size() == 1 ? tr("1 session, {0}", {when})
                                  : tr("{0} sessions, {1}", {std::to_string(saves.size()), when});
    return lot;
}

void HomeMassageModel::begin_anew() {
    is_changed_ = is_draft_written_ = shows_more_ = false;
    trouble_ = {};
    log_ = {};
    tally_ = {};
    start_.draft = ports_.records.new_draft_id();
}

void HomeMassageModel::save_clicked(bool refers) {
    const bool may_save = is_several() ? tally_.may_save() : log_.may_save();
    if (!may_save) {
        is_several() ? tally_.save_missed() : log_.save_missed();
        trouble_ = {later("Some answers are missing. They are marked."), {}};
        is_to_missing_ = true;
        return settle();
    }
    std::vector<Save> saves;
    const std::vector<Fields> one = {log_.record()};
    for (const Fields& record : is_several() ? tally_.records() : one) {
        saves.push_back(session_save(ports_, record, ports_.records.new_id()));
    }
    saves.back().draft = start_.draft;
    const auto ids = ports_.records.save_all(saves);
    if (!ids.ok()) {
        trouble_ = {later("Not saved: the laptop's disk refused. What you wrote stays here; try "
                          "again."),
                    {}};
        return;
    }
    if (refers) {
        referral_ = family_.start("referral", start_.mother);
        referral_->known.set("person_id", start_.mother);
        referral_->known.set("raised_at",
                             base::to_date_time_text(ports_.clock.now(), ports_.zone()));
        referral_->known.set("urgency", std::string(care::to_code(care::Urgency::RedNow)));
        referral_->known.set("massage_withheld", "1");
    }
    if (refers) note_ = tr("Saved on this laptop");  // else the page itself says it
    just_saved_ = lot_saved(saves, ids.value());
    is_to_top_ = true;
    begin_anew();
    refresh();
}

void HomeMassageModel::withdraw_clicked(const SessionLot& lot) {
    to_withdraw_ = lot;
    withdrawals_.clear();
    for (const std::string& id : lot.records) {
        withdrawals_.push_back(withdrawal(id, kWithdrawn));
        withdrawals_.back().form_version = form_->version;
        withdrawals_.back().base = ports_.records.base_now(id);
    }
}

void HomeMassageModel::withdraw_confirmed() {
    if (!to_withdraw_) return;
    if (!ports_.records.save_all(withdrawals_).ok()) {
        trouble_ = {later("Not taken back: the laptop's disk refused. Try again."), {}};
        to_withdraw_.reset();
        return;
    }
    note_ = tr("Withdrawn: {0}", {to_withdraw_->title});
    const bool is_just_saved = just_saved_ && just_saved_->records == to_withdraw_->records;
    if (is_just_saved) just_saved_.reset();
    to_withdraw_.reset();
    trouble_ = {};
    refresh();
}

}  // namespace screens
