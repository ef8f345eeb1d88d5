// "Twice a day since Monday": how often on each day, by whom, told by whom. It becomes one session
// a time, without an hour, all of them saved together (DOMAIN 2.6). What is truthful is not
// refused: days that have something told already are said, so that nothing is written twice.
#pragma once

#include "client/screens/home_massage/session_log.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace screens {

inline constexpr int kTallyDaysMost = 62;  // at once, so that a year typed wrong fills no store
inline constexpr int kTimesMost = 12;      // on one day

struct TallyDay {
    Date on;
    int times = 0;
    int told = 0;  // before: sessions that stand there already
};

// Whether there was a complaint at one of them, in her words. Unsaid until she says it.
enum class Complaint { Unsaid, None, Unknown, One };

class SessionTally {
public:
    std::string from, to, minutes;  // as typed

    // ---- what is on the page
    const std::vector<TallyDay>& days() const { return days_; }
    std::optional<Date> selected() const { return selected_; }
    int times() const { return times_; }  // a day; 0: not said
    int total() const;
    std::string preview() const;  // "10 pijat, Sen 16 – Jum 20 Nov"; empty: nothing yet
    std::string answer(const std::string& question) const { return said_.answer(question); }
    std::vector<std::string> answers(const std::string& question) const {
        return said_.answers(question);
    }
    Complaint complaint() const { return complaint_; }
    std::optional<Date> complaint_day() const { return complaint_day_; }
    // What to look at again before it is saved; none of it refuses.
    const std::vector<std::string>& warnings() const { return warnings_; }
    std::string problem(const std::string& field) const;  // "from", "to", "minutes", "source" ...
    bool is_begun() const;
    bool may_save() const;
    bool is_grave() const;
    const std::vector<Fields>& records() const { return records_; }

    // ---- what the user did
    void times_pressed(int times) { times_ = times == times_ ? 0 : times; }
    void choose(const forms::Question& question, const std::string& code) {
        said_.choose(question, code);
    }
    void choose_performer(const Performer& performer) { said_.choose_performer(performer); }
    void complaint_said(Complaint complaint) { complaint_ = complaint; }
    void complaint_on(Date day) { complaint_day_ = day; }
    void day_pressed(Date day);
    void more();   // on the selected day
    void fewer();  // down to none
    void save_missed() { ++tries_; }

    void settle(const HomeFamily& home);  // after every change
    void keep(Fields& draft) const;
    void recover(const Fields& draft);

private:
    void count_days(const HomeFamily& home);
    void find_problems(Date today);
    void add_records(const HomeFamily& home);
    Fields record_of(const HomeFamily& home, Date on) const;
    void add_complaint(Fields& record) const;
    void warn(const HomeFamily& home);
    TallyDay* day(Date on);

    SessionLog said_;  // who gave it, who tells, what the complaint was
    int times_ = 0;
    std::map<Date, int> changed_;  // days that were other than the rest
    std::vector<TallyDay> days_;
    std::optional<Date> selected_, complaint_day_;
    Complaint complaint_ = Complaint::Unsaid;
    std::vector<std::string> warnings_;
    std::map<std::string, std::string> problems_;
    std::vector<Fields> records_;
    int tries_ = 0;
};

}  // namespace screens
