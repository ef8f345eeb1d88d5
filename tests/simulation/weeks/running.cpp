#include "tests/simulation/weeks/running.h"

#include "tests/simulation/weeks/week.h"

#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>
#include <atomic>
#include <csignal>
#include <cstdio>
#include <new>
#include <sstream>

namespace simulation {

namespace {

struct Child {
    pid_t process = 0;
    FILE* says = nullptr;
};

// Seen by all processes: one has had a bad week, and nobody waits an hour to hear of it.
class Alarm {
public:
    Alarm() {
        void* shared = ::mmap(nullptr, sizeof(std::atomic<bool>), PROT_READ | PROT_WRITE,
                              MAP_SHARED | MAP_ANONYMOUS, -1, 0);
        CHECK(shared != MAP_FAILED);
        is_raised_ = new (shared) std::atomic<bool>(false);
    }
    ~Alarm() { ::munmap(is_raised_, sizeof(std::atomic<bool>)); }
    Alarm(const Alarm&) = delete;
    Alarm& operator=(const Alarm&) = delete;
    void raise() { *is_raised_ = true; }
    bool is_raised() const { return *is_raised_; }

private:
    std::atomic<bool>* is_raised_;
};

// One line each, so that what a process said before it died counts.
void tell(FILE* out, std::uint64_t seed, const Week& week) {
    for (const auto& [what, times] : week.happened)
        std::fprintf(out, "did %d %s\n", times, what.c_str());
    for (int rule = 1; rule <= kRules; ++rule) {
        const auto times = week.hits.times[static_cast<std::size_t>(rule)];
        if (times > 0) std::fprintf(out, "rule %d %lld\n", rule, static_cast<long long>(times));
    }
    std::string first = week.violations().empty() ? "" : week.violations().front();
    for (char& c : first) c = c == '\n' ? ' ' : c;
    std::fprintf(out, "%s %llu %s\n", first.empty() ? "good" : "bad",
                 static_cast<unsigned long long>(seed), first.c_str());
    std::fflush(out);
}

void live_weeks(FILE* out, const Seeds& seeds, int offset, const std::function<bool()>& goes_on,
                Alarm& alarm) {
    const auto step = static_cast<std::uint64_t>(seeds.processes);
    for (auto i = static_cast<std::uint64_t>(offset); seeds.count == 0 || i < seeds.count;
         i += step) {
        if (alarm.is_raised() || !goes_on()) return;
        const std::uint64_t seed = seeds.first + i;
        std::fprintf(out, "seed %llu\n", static_cast<unsigned long long>(seed));
        std::fflush(out);
        Week week(seed);
        week.live();
        tell(out, seed, week);
        if (week.violations().empty()) continue;
        return alarm.raise();
    }
}

Child start(const Seeds& seeds, int offset, const std::function<bool()>& goes_on,
            const std::function<void()>& begin, Alarm& alarm) {
    FILE* out = std::tmpfile();  // not a pipe: nobody waits for whoever reads first
    CHECK(out != nullptr);
    std::fflush(nullptr);
    const pid_t process = ::fork();
    CHECK(process >= 0);
    if (process != 0) return {process, out};
    std::signal(SIGABRT, SIG_DFL);  // the tests' own handler speaks for its process only
    if (begin) begin();
    live_weeks(out, seeds, offset, goes_on, alarm);
    std::fclose(out);
    ::_exit(0);
}

void fail(Run& run, std::uint64_t seed, const std::string& violation) {
    if (run.failed_seed != 0 && run.failed_seed <= seed) return;
    run.failed_seed = seed;
    run.violation = violation;
}

// True: the week of the last named seed came to its end.
bool hear(Run& run, const std::string& line, std::uint64_t& seed) {
    std::istringstream words(line);
    std::string kind, rest;
    std::int64_t number = 0;
    words >> kind >> number;
    words.get();
    std::getline(words, rest);
    if (kind == "seed") seed = static_cast<std::uint64_t>(number);
    if (kind == "did") run.happened[rest] += static_cast<int>(number);
    if (kind == "rule") run.hits.hit(static_cast<int>(number), std::stoll(rest));
    if (kind == "bad") fail(run, seed, rest);
    if (kind != "bad" && kind != "good") return false;
    ++run.weeks;
    return true;
}

void listen(Run& run, Child& child) {
    int status = 0;
    CHECK(::waitpid(child.process, &status, 0) == child.process);
    std::rewind(child.says);
    std::uint64_t seed = 0;
    bool is_over = true;
    char line[4096];
    while (std::fgets(line, sizeof line, child.says) != nullptr) {
        std::string text(line);
        if (!text.empty() && text.back() == '\n') text.pop_back();
        if (text.starts_with("seed ")) is_over = false;
        if (hear(run, text, seed)) is_over = true;
    }
    std::fclose(child.says);
    if (!is_over) fail(run, seed, "the program stopped on a check of its own");
}

Run run(const Seeds& seeds, const std::function<bool()>& goes_on,
        const std::function<void()>& begin) {
    Alarm alarm;
    std::vector<Child> children;
    for (int i = 0; i < seeds.processes; ++i) {
        children.push_back(start(seeds, i, goes_on, begin, alarm));
    }
    Run run;
    for (Child& child : children) listen(run, child);
    return run;
}

}  // namespace

Run run_weeks(const Seeds& seeds, const std::function<bool()>& goes_on) {
    return run(seeds, goes_on, {});
}

// As many weeks at once as there are processes, then the next.
Run run_until_bad(const Seeds& seeds, const std::function<void()>& begin) {
    const int rounds = static_cast<int>(seeds.count) / seeds.processes;
    Run all;
    for (int i = 0; i < rounds && all.failed_seed == 0; ++i) {
        const auto done = static_cast<std::uint64_t>(i * seeds.processes);
        const Seeds next{seeds.first + done, static_cast<std::uint64_t>(seeds.processes),
                         seeds.processes};
        Run each = run(
            next, [] { return true; }, begin);
        all.weeks += each.weeks;
        all.failed_seed = each.failed_seed;
        all.violation = each.violation;
    }
    return all;
}

}  // namespace simulation
