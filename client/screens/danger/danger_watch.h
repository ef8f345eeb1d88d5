// Looks over the cadre's shoulder while she asks: a danger sign takes the page over, at once when
// it is one for NOW, else as soon as she leaves those questions. The questions stay open below;
// until a referral names the sign, or says why not, it stays as a band on top of the page.
//
// A form about the massage of a mother who must not be massaged now is taken over too. What has
// happened already can always be written down.
#pragma once

#include "client/screens/danger/alarms.h"
#include "client/screens/danger/midwife_number.h"
#include "client/screens/record/record_form_model.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace screens {

class DangerWatch {
public:
    explicit DangerWatch(const Ports& ports) : ports_(ports), number_(ports) {}

    // Once a frame, before drawing. No form: a page that only shows the family, or one that writes
    // down massages of `told_of` that have happened.
    void follow(const RecordFormModel* form, const std::string& family,
                const std::string& told_of = {});

    // The page's own draft, which says its signs itself.
    void leave_out(const std::string& draft) { own_draft_ = draft; }

    // The most urgent one; nullptr: none, or all answered.
    const Alarm* alarm() const { return alarms_.empty() ? nullptr : &alarms_.front(); }
    const std::vector<Alarm>& alarms() const { return alarms_; }
    bool is_referring() const { return at_.starts_with("referral "); }  // the form that is open
    bool is_taken_over() const { return is_taken_over_ && alarm() != nullptr; }

    // What stands on the page that was taken over, and on the band.
    std::string who(const Alarm& alarm) const;
    std::string first_line(const Alarm& alarm) const;
    std::vector<std::string> steps(const Alarm& alarm) const;
    std::string message(const Me& me) const;
    MidwifeNumber& number() { return number_; }

    // ---- what the user did
    void go_on() { is_taken_over_ = false; }
    void show_again() { is_taken_over_ = true; }
    FormStart referral() const;  // with the references and these signs
    void refuse_clicked() { is_refusing_ = true; }
    void refuse_cancelled() { is_refusing_ = false; }
    bool is_refusing() const { return is_refusing_; }
    std::string& refusal() { return refusal_; }
    bool is_refusal_said() const;
    void refuse_confirmed();  // a referral that says so, and why
    const words::Sentence& trouble() const { return trouble_; }

    // ---- the massage
    const MassageStop* massage() const { return stop_ ? &*stop_ : nullptr; }
    bool is_massage_held() const { return stop_.has_value() && !is_massage_read_; }
    bool is_session() const { return is_session_; }  // something that may have happened already
    std::string mother() const { return mother_name_; }
    void massage_read() { is_massage_read_ = true; }
    FormStart massage_referral() const;

private:
    void look(const RecordFormModel* form, const Family& family);
    void add_begun(const RecordFormModel* form, const Family& family);
    void take_over_if_new(const RecordFormModel* form);
    void look_at_massage(const RecordFormModel* form, const std::string& told_of);

    Ports ports_;
    MidwifeNumber number_;
    std::optional<FamilyModel> family_;
    std::vector<Alarm> alarms_;
    std::vector<Alarm> saved_;     // of the family's records, and of checks begun elsewhere
    std::int64_t version_ = -1;    // of the records that saved_ is from
    std::set<std::string> shown_;  // "person code": taken over for these before
    std::string at_;               // the part of the form that is open
    bool is_first_look_ = true, is_taken_over_ = false, is_refusing_ = false;
    std::string refusal_, own_draft_;
    words::Sentence trouble_;
    std::optional<MassageStop> stop_;
    std::string massage_form_, mother_, mother_name_;
    bool is_massage_read_ = false, is_session_ = false;
};

// After the page and before its dialogs, in every frame: what takes it over.
void draw_danger(DangerWatch& watch, Ways& ways);
// First thing on the page: what still waits for its referral.
void draw_danger_band(DangerWatch& watch, Ways& ways);

}  // namespace screens
