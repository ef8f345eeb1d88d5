// Whom to visit today and why: the work list, the most urgent first or along the way.
#pragma once

#include "client/screens/frame/ways.h"
#include "client/screens/today/today_list.h"
#include "client/ui/words/words.h"

#include <optional>
#include <string>
#include <vector>

namespace screens {

class TodayModel {
public:
    TodayModel(const Ports& ports, TodayChoices& choices);

    void refresh();  // once a frame; works out again only when something changed
    const TodayChoices& choices() const { return choices_; }

    // The head.
    std::string greeting(const Me& me) const;
    struct Counts {
        int urgent = 0, today = 0, week = 0, done = 0;  // families
    };
    const Counts& counts() const { return counts_; }
    std::optional<AgendaProgress> still_counting() const;
    bool could_not_count() const { return ports_.agenda.progress().has_failed; }
    void count_again_clicked() { ports_.agenda.read_again(); }

    // The clock of the laptop cannot be right, or may not be.
    struct ClockDoubt {
        std::string question;  // "Tanggal laptop: 1 Januari 2010. Betul?"
        std::string why;
    };
    std::optional<ClockDoubt> clock_doubt() const;
    void clock_confirmed();

    // The list.
    const std::vector<TodayGroup>& groups() const { return groups_; }
    const std::vector<TodayRow>& set_aside() const { return set_aside_; }
    bool has_families() const { return has_families_; }
    std::optional<Date> next_due() const { return next_due_; }
    std::string place_of(const Stop& stop) const;
    void order_chosen(Order order);
    void only_pressed(When when);               // again: all of them
    std::vector<Unit> units() const;            // to choose between; empty for who has one
    void unit_chosen(const std::string& unit);  // again: all of them

    // First use: until the first visit is saved, or she says that she knows.
    struct Hint {
        bool has_family = false, has_visit = false, has_sent = false;
    };
    std::optional<Hint> hint() const;
    void hint_dismissed();

    // A stop that cannot be made today. Nothing is said until it is confirmed.
    struct Putting {
        enum class What { Off, CalledOff };
        What what = What::Off;
        std::string family, name;
        std::vector<AgendaTask> tasks;
        std::vector<std::string> chosen;  // ids; danger signs only if she ticks them herself
        std::string day;                  // one of days(), as text; of Off
        std::string reason;               // "MOVED", "REFUSED", "OTHER"; of CalledOff
        std::string note;
        words::Sentence problem;
    };
    void put_off_clicked(const std::string& family);
    void what_chosen(Putting::What what);
    const std::optional<Putting>& putting() const { return putting_; }
    std::optional<Putting>& putting() { return putting_; }
    std::vector<Date> days_to_put_off() const;
    std::string line_of(const AgendaTask& task) const;  // "Aisyah Putri: …"
    void task_ticked(const std::string& id);
    bool putting_confirmed();  // false: something is missing or the disk refused; see problem
    void putting_cancelled() { putting_.reset(); }
    bool undo_clicked(const std::string& family);  // all that was said of it

private:
    void read();
    void read_stops();
    void read_families();
    void group();
    bool is_hers(const Stop& stop) const;
    bool has_sent() const;
    const Stop* stop(const std::string& family) const;
    bool say(const Stop& stop, const AgendaTask& task, const TaskWord& word);

    Ports ports_;
    TodayChoices& choices_;
    std::vector<TodayRow> rows_;  // along the way, before grouping
    std::vector<TodayGroup> groups_;
    std::vector<TodayRow> set_aside_;
    Counts counts_;
    std::optional<Date> next_due_;
    std::optional<Date> as_of_;
    bool has_families_ = false, has_visit_ = false;
    std::int64_t version_ = -1, families_version_ = -1;
    std::optional<Putting> putting_;
};

}  // namespace screens
